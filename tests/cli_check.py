#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Compares the nprand command with the NumPy that is installed: both draw and print the same
random requests.

    tests/cli_check.py build/nprand --count 20000
    tests/cli_check.py build/nprand --cases tests/cli/cases.txt

The second form compares the command, and the output that stands in the file, with NumPy, for each
case of the file that is to succeed. For development: building and testing need no Python.
"""

import argparse
import random
import shlex
import subprocess
import sys
import warnings

import numpy as np

DTYPES = ["bool", "int8", "int16", "int32", "int64", "int", "uint8", "uint16", "uint32", "uint64"]
VALUED = ["--seed", "--size", "--dtype", "--p", "--numpy"]
FLAGS = ["--repr", "--no-replace"]


# ---- What NumPy prints ---------------------------------------------------------------------------


def parse(words):
    options, rest = {}, []
    words = list(words)
    while words:
        word = words.pop(0)
        if word == "--":
            rest += words
            break
        name, equals, value = word.partition("=")
        if name in VALUED and equals:
            options[name] = value
        elif word in VALUED:
            options[word] = words.pop(0)
        elif word in FLAGS:
            options[word] = True
        else:
            rest.append(word)
    return options, rest


def seed_of(text):
    if text.startswith("["):
        return [int(word) for word in text[1:-1].split(",")]
    if "," in text:
        return [int(word) for word in text.split(",")]
    return int(text)


def shape_of(text):
    if text is None:
        return None
    shape = tuple(int(word) for word in text.split(","))
    return shape[0] if len(shape) == 1 else shape


def draw(options, method, args):
    rng = np.random.RandomState(seed_of(options["--seed"]))
    size = shape_of(options.get("--size"))
    if method in ("rand", "randn"):
        return getattr(rng, method)(*map(int, args))
    if method == "bytes":
        return rng.bytes(int(args[0]))
    if method == "shuffle":
        items = np.array(list(map(int, args)), dtype=np.int64)
        rng.shuffle(items)
        return items
    if method == "permutation":
        items = list(map(int, args))
        return rng.permutation(items[0] if len(items) == 1 else items)
    if method == "choice":
        p = options.get("--p")
        p = None if p is None else [float(word) for word in p.split(",")]
        return rng.choice(int(args[0]), size, "--no-replace" not in options, p)
    if method == "random_raw":
        return rng._bit_generator.random_raw(size)
    if method == "randint":
        # The class: RandomState does not take the instance where it returns a scalar.
        dtype = np.dtype(options.get("--dtype", "int64")).type
        return rng.randint(*map(int, args), size=size, dtype=dtype)
    if method == "random_integers":
        return rng.random_integers(*map(int, args), size=size)
    return getattr(rng, method)(*map(float, args), size=size)


def expected(words):
    """What print() shows, with the line end."""
    options, rest = parse(words)
    value = draw(options, rest[0], rest[1:])
    layout = dict(threshold=sys.maxsize, floatmode="unique") if "--repr" in options else {}
    with np.printoptions(**layout):
        return str(value) + "\n"


# ---- Random requests -----------------------------------------------------------------------------


def some_number(rnd):
    kind = rnd.randrange(6)
    if kind == 0:
        return str(rnd.randint(-5, 5))
    if kind == 1:
        return repr(rnd.uniform(-1, 1) * 10.0 ** rnd.randint(-320, 300))
    if kind == 2:
        return rnd.choice(["0", "-0.0", "1e-3", "1E5", ".5", "2.", "+3", "-1e-4", "1e8"])
    return repr(rnd.uniform(-10, 10) * 10.0 ** rnd.randint(-6, 9))


def some_shape(rnd):
    kind = rnd.randrange(10)
    if kind < 5:
        return [rnd.randint(0, 40)]
    if kind < 8:
        return [rnd.randint(1, 7) for _ in range(rnd.randint(2, 4))]
    if kind == 8:
        return rnd.choice([[1000], [1001], [rnd.randint(990, 1500)], [0, 3], [2, 0], [2, 600],
                           [600, 2], [10, 11, 12], [7, 7, 7, 7], [1, 1001], [1001, 1]])
    return [rnd.randint(1, 12) for _ in range(3)]


def some_bounds(rnd, low, high):
    """Bounds that fit low..high inclusive, as low and high of randint."""
    kind = rnd.randrange(4)
    if kind == 0:
        return low, high + 1
    if kind == 1:
        low, high = max(low, -50), min(high, 50)
    elif kind == 2:
        bits = rnd.randrange(64)
        low, high = max(low, -(1 << bits)), min(high, 1 << bits)
    a, b = rnd.randint(low, high), rnd.randint(low, high)
    return min(a, b), max(a, b) + 1


def randint_words(rnd):
    words = []
    dtype = rnd.choice(DTYPES)
    if dtype != "int64" or rnd.random() < 0.5:
        words = ["--dtype", dtype]
    if dtype == "bool":
        low, high = 0, 1
    else:
        info = np.iinfo(dtype)
        low, high = int(info.min), int(info.max)
    low, high = some_bounds(rnd, low, high)
    if low <= 0 < high and rnd.random() < 0.3:
        return words, [str(high)]
    return words, [str(low), str(high)]


def choice_words(rnd, size):
    a = rnd.randint(1, 30)
    options = []
    if rnd.random() < 0.5:
        weights = [rnd.choice([0, 1, 2, rnd.random()]) for _ in range(a)]
        weights[rnd.randrange(a)] += 1
        options += ["--p", ",".join(repr(w / sum(weights)) for w in weights)]
        a_drawable = sum(w > 0 for w in weights)
    else:
        a_drawable = a
    count = 1 if size is None else int(np.prod(size))
    if count <= a_drawable and rnd.random() < 0.7:
        options.append("--no-replace")
    return options, [str(a)]


def method_words(rnd, method, size):
    """Options and arguments."""
    if method in ("rand", "randn"):
        return [], [str(n) for n in (some_shape(rnd) if rnd.random() < 0.9 else [])]
    if method == "uniform":
        return [], [some_number(rnd) for _ in range(rnd.randint(0, 2))]
    if method == "normal":
        return [], [some_number(rnd) for _ in range(rnd.randint(0, 2))]
    if method == "randint":
        return randint_words(rnd)
    if method == "random_integers":
        low, high = some_bounds(rnd, -(2**63), 2**63 - 1)
        if high > 1 and rnd.random() < 0.3:
            return [], [str(high - 1)]
        return [], [str(low), str(high - 1)]
    if method == "bytes":
        return [], [str(rnd.randint(0, 100))]
    if method == "shuffle":
        return [], [str(rnd.randint(-99, 99)) for _ in range(rnd.randint(1, 40))]
    if method == "permutation":
        if rnd.random() < 0.5:
            return [], [str(rnd.choice([-1, 0, 1, 5, 50, 1000, 1001]))]
        return [], [str(rnd.randint(-(2**63), 2**63 - 1)) for _ in range(rnd.randint(2, 9))]
    if method == "choice":
        return choice_words(rnd, size)
    return [], []


METHODS = ["random_sample", "random", "rand", "uniform", "standard_normal", "randn", "normal",
           "randint", "randint", "randint", "random_integers", "tomaxint", "bytes", "shuffle",
           "permutation", "choice", "choice", "random_raw"]
SHAPED = ["rand", "randn", "bytes", "shuffle", "permutation"]


def some_seed(rnd):
    if rnd.random() < 0.2:
        words = ",".join(str(rnd.randrange(2**32)) for _ in range(rnd.randint(1, 4)))
        return words if "," in words and rnd.random() < 0.5 else "[" + words + "]"
    return str(rnd.choice([0, 1, 2**32 - 1, rnd.randrange(2**32)]))


def some_request(rnd):
    method = rnd.choice(METHODS)
    size = some_shape(rnd) if method not in SHAPED and rnd.random() < 0.8 else None
    options, args = method_words(rnd, method, size)
    options += ["--seed", some_seed(rnd)]
    if size is not None:
        options += ["--size", ",".join(map(str, size))]
    if rnd.random() < 0.3:
        options.append("--repr")
    place = rnd.randrange(3)
    if place == 0:
        return options + [method] + args
    if place == 1:
        return [method] + args + options
    return options + ["--", method] + args


# ---- Comparison ----------------------------------------------------------------------------------


class Comparison:
    def __init__(self, program):
        self.program = program
        self.compared = 0
        self.refused = 0
        self.different = 0

    def run(self, words, golden=None):
        """One request; NumPy may refuse it, and then the command must too."""
        done = subprocess.run([self.program, *words], capture_output=True, text=True)
        try:
            wanted, status = expected(words), 0
        except (ValueError, OverflowError):
            wanted, status = "", 2
            self.refused += 1
        self.compared += 1
        same = (done.stdout, done.returncode) == (wanted, status)
        if same and golden in (None, wanted):
            return
        self.different += 1
        print(f"DIFFERENT: {shlex.join(words)}\nNumPy (status {status}):\n{wanted}"
              f"nprand (status {done.returncode}):\n{done.stdout}{done.stderr}", end="")
        if golden is not None:
            print(f"file:\n{golden}", end="")


def cases(path):
    """The cases of the file that are to succeed: words and output."""
    words, output = None, ""
    for line in open(path):
        if line[:1] in "$!#":
            if words is not None:
                yield words, output
            words, output = (shlex.split(line[1:]) if line[0] == "$" else None), ""
        else:
            output += line
    if words is not None:
        yield words, output


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("program", help="the nprand command")
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    parser.add_argument("--count", type=int, default=2000, help="how many requests")
    parser.add_argument("--cases", help="compare the cases of this file instead")
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    np.seterr(all="ignore")
    comparison = Comparison(given.program)
    if given.cases:
        for words, output in cases(given.cases):
            comparison.run(words, output)
    else:
        rnd = random.Random(given.seed)
        for _ in range(given.count):
            comparison.run(some_request(rnd))
    source = given.cases or f"seed {given.seed}"
    print(f"{source}: {comparison.compared} comparisons with NumPy {np.__version__}, "
          f"{comparison.refused} of them refused by NumPy, {comparison.different} different")
    return 1 if comparison.different else 0


if __name__ == "__main__":
    sys.exit(main())
