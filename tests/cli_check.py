#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Compares the nprand command with the NumPy that is installed: both draw and print the same
random requests: single draws, draws with arrays as parameters, draws that follow each other, with states and
seed sequences, and what the module random of the Python that runs draws. The other formats of the command are read back by NumPy
and by Python.

    tests/cli_check.py build/nprand --count 20000
    tests/cli_check.py build/nprand --cases tests/cli/cases.txt

The command is told which NumPy it is, 1.17 or later: --numpy and --long-bits are part of every
request. (1.16 takes parameters that the command refuses.) The second form compares the command, and
the output that stands in the file, with NumPy, for each case of the file that is to succeed and is
not for another release or another long. For development: building and testing need no NumPy.
"""

import argparse
import functools
import io
import json
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile
import warnings

try:
    import numpy as np
except ImportError as missing:
    print(f'not compared: {missing}. Install NumPy for this python3 (on Debian and Ubuntu python3-numpy)')
    sys.exit(77)

DTYPES = ["bool", "int8", "int16", "int32", "int64", "int", "uint8", "uint16", "uint32", "uint64"]
VALUED = ["--seed", "--seed-sequence", "--spawn-key", "--pool-size", "--state", "--save-state",
          "--size", "--dtype", "--p", "--numpy", "--long-bits", "--format", "--byte-order",
          "--skip", "--skip-words"]
FLAGS = ["--repr", "--no-replace", "--summary"]
# What a method takes, where --dtype is not for randint.
TAKES_FLOAT32 = ["float32", "float64"]


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


def items_of(text):
    """The words of a list, which may be in brackets; there, as in Python, it may end in a comma."""
    text = text.strip()
    if text[:1] + text[-1:] in ("[]", "()"):
        text = text[1:-1].strip()
        if not text:
            return []
        if text[-1:] == ",":
            text = text[:-1]
    return text.split(",")


def population_of(text):
    """The list that a text stands for, or the integer."""
    if "," not in text and "[" not in text:
        return int(text)
    words = [word.strip() for word in items_of(text)]
    if text.strip()[:1] in ("[", "(") and any(word[:1] in ("'", '"') for word in words):
        return [word[1:-1] if word[:1] in ("'", '"') else word for word in words]
    return typed(words)


def typed(words):
    """Integers, else floats, else words."""
    words = [word.strip() for word in words]
    for kind in (int, float):
        try:
            return [kind(word) for word in words]
        except ValueError:
            pass
    return words


def seed_of(text):
    numbers = [int(word) for word in items_of(text)]
    return numbers if "[" in text or "," in text else numbers[0]


def dimension_of(text):
    """An integer as people write it: 1e3, 1.5e3, 10_000."""
    text = text.strip()
    try:
        return int(text)
    except ValueError:
        return int(float(text))


def dimensions_of(texts):
    return tuple(dimension_of(n) for text in texts for word in items_of(text)
                 for n in word.split("x"))


def shape_of(text):
    if text is None:
        return None
    shape = dimensions_of([text])
    return shape[0] if len(shape) == 1 else shape


def floats_of(text):
    return [float(word) for word in items_of(text)]


@functools.lru_cache(maxsize=None)
def place_of_size(method):
    """How many parameters stand before the size in NumPy's signature; None if there is no size."""
    owner = np.random.MT19937 if method == "random_raw" else np.random.RandomState
    parameters = re.search(r"\((.*?)\)", getattr(owner, method).__doc__).group(1)
    names = [word.partition("=")[0].strip() for word in parameters.split(",")]
    names = [name for name in names if name != "self"]
    return names.index("size") if "size" in names else None


def is_array(text):
    return "," in text or "[" in text


def array_parameter(kind, text):
    """A number, or the lists of numbers that a text stands for."""
    if not is_array(text):
        return kind(text)
    text = text.strip()
    if text[:1] not in ("[", "("):
        text = "[" + text + "]"
    text = re.sub(r"[^\[\](),\s]+", r'"\g<0>"', text).replace("(", "[").replace(")", "]")

    def typed_in(items):
        return [typed_in(x) for x in items] if isinstance(items, list) else kind(items)
    return typed_in(json.loads(re.sub(r",\s*\]", "]", text)))


def reals(args):
    return [array_parameter(float, text) for text in args]


def integers(args):
    return [array_parameter(int, text) for text in args]


def integers_of(text):
    return [int(word, 0) for word in items_of(text)]


def stream_of(options):
    if "--seed-sequence" in options:
        key = integers_of(options.get("--spawn-key", "[]"))
        sequence = np.random.SeedSequence(integers_of(options["--seed-sequence"]), spawn_key=key,
                                          pool_size=int(options.get("--pool-size", "4")))
        rng = np.random.RandomState(np.random.MT19937(sequence))
    else:
        rng = np.random.RandomState(seed_of(options.get("--seed", "0")))
    if "--state" in options:
        with open(options["--state"]) as file:
            state = json.load(file)
        if isinstance(state, list) and state[0] == 3:
            state = ["MT19937", state[1][:624], state[1][624], state[2] is not None, state[2] or 0]
        rng.set_state(tuple(state) if isinstance(state, list) else state)
    if "--skip-words" in options:
        rng._bit_generator.random_raw(int(options["--skip-words"]))
        # The words of the cached normal are behind.
        rng.set_state(dict(rng.get_state(legacy=False), has_gauss=0, gauss=0.0))
    return rng


def refuse_smaller_size(size, args):
    """randint draws for the first bounds alone, where the bounds broadcast to more than the size."""
    if size is None or np.prod(size) == 0:
        return
    shape = np.broadcast(*integers(args)).shape
    if np.broadcast_shapes(shape, size) != ((size,) if isinstance(size, int) else size):
        raise ValueError("Output size is not compatible with broadcast dimensions of inputs")


def draw(rng, options, method, args):
    size = shape_of(options.get("--size"))
    place = place_of_size(method)
    if place is not None and len(args) > place:
        size, args = shape_of(args[place]), args[:place]
    if method in ("randint", "random_integers"):
        refuse_smaller_size(size, args)
    if method in ("rand", "randn"):
        return getattr(rng, method)(*dimensions_of(args))
    if method == "bytes":
        return rng.bytes(int(args[0]))
    if method == "shuffle":
        items = np.array(population_of(args[0]) if "," in args[0] else typed(args))
        rng.shuffle(items)
        return items
    if method == "permutation":
        return rng.permutation(population_of(args[0]) if len(args) == 1 else typed(args))
    if method == "choice":
        p = options.get("--p")
        p = None if p is None else floats_of(p)
        return rng.choice(population_of(args[0]), size, "--no-replace" not in options, p)
    if method == "random_raw":
        return rng._bit_generator.random_raw(size)
    if method == "randint":
        # The class: RandomState does not take the instance where it returns a scalar.
        dtype = np.dtype(options.get("--dtype", "l")).type
        return rng.randint(*integers(args), size=size, dtype=dtype)
    if method == "binomial":
        return rng.binomial(*integers(args[:1]), *reals(args[1:]), size)
    if method == "hypergeometric":
        return rng.hypergeometric(*integers(args), size=size)
    if method == "multinomial":
        return rng.multinomial(int(args[0]), floats_of(args[1]), size)
    if method == "dirichlet":
        return rng.dirichlet(floats_of(args[0]), size)
    if method == "random_integers":
        return rng.random_integers(*integers(args), size=size)
    return getattr(rng, method)(*reals(args), size=size)


def converted(value, method, options):
    """With --dtype, where that is for the result alone."""
    if method == "randint" or "--dtype" not in options:
        return value
    value = np.asarray(value).astype(options["--dtype"])
    return value if value.ndim else value[()]


def printed(value, options):
    """What print() shows, with the line end."""
    layout = dict(threshold=sys.maxsize, floatmode="unique") if "--repr" in options else {}
    with np.printoptions(**layout):
        return (str(value) + "\n").encode()


def is_shortened(value, options):
    shown = np.prod([min(n, 6) for n in np.shape(value)])
    return (np.size(value) > 1000 and shown < np.size(value) and "--repr" not in options
            and not isinstance(value, bytes))


# ---- Formats that are read back ------------------------------------------------------------------


def array_of(value, method, options):
    """Scalars are Python's numbers, or of the type that was asked for."""
    if isinstance(value, bytes):
        return np.frombuffer(value, np.uint8)
    if isinstance(value, np.ndarray):
        return value
    default = np.uint64 if method == "random_raw" else np.asarray(value).dtype
    return np.asarray(value, dtype=options.get("--dtype", default))


def without_nan_bits(a):
    """A NaN may have any sign and payload."""
    return np.where(np.isnan(a), a.dtype.type("nan"), a) if a.dtype.kind == "f" else a


def same_array(got, wanted):
    return (got.dtype == wanted.dtype and got.shape == wanted.shape
            and without_nan_bits(got).tobytes() == without_nan_bits(wanted).tobytes())


def texts_of(wanted):
    """The elements in full: str() of float32 and repr() of Python's numbers have all digits."""
    flat = wanted.ravel()
    if flat.dtype.kind == "U":
        return flat.tolist()
    return [str(x) for x in (flat if flat.dtype == np.float32 else flat.tolist())]


def reads_back(output, wanted, options):
    order = {"little": "<", "big": ">"}[options.get("--byte-order", "little")]
    in_order = wanted.astype(wanted.dtype.newbyteorder(order))
    form = options["--format"]
    if form == "npy":
        return same_array(np.load(io.BytesIO(output)), in_order)
    if form == "raw":
        return same_array(np.frombuffer(output, in_order.dtype), in_order.ravel())
    text = output.decode()
    if form == "json":
        got = np.asarray(json.loads(text), dtype=wanted.dtype)
        if wanted.dtype.kind == "U":
            return text == json.dumps(wanted.tolist()) + "\n"
        return text[-1:] == "\n" and (wanted.size == 0 or same_array(got, wanted))
    row = wanted.shape[1] if form == "csv" and wanted.ndim == 2 else 1
    texts = texts_of(wanted)
    lines = [",".join(texts[i : i + row]) for i in range(0, len(texts), row or 1)]
    return text == "".join(line + "\n" for line in lines)


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
        return rnd.choice([[], [1000], [1001], [rnd.randint(990, 1500)], [0, 3], [2, 0], [2, 600],
                           [600, 2], [10, 11, 12], [7, 7, 7, 7], [1, 1001], [1001, 1]])
    return [rnd.randint(1, 12) for _ in range(3)]


def some_list(rnd, items):
    """The text of a list, in one of the forms that the command takes."""
    kind = rnd.randrange(6)
    if kind == 0:
        return "(" + ", ".join(items) + ("," if len(items) == 1 else "") + ")"
    if kind == 1:
        return "[" + ", ".join(items) + rnd.choice(["", ",", ", ", " "]) + "]"
    if kind == 2:
        return rnd.choice(["(%s)", "[%s]", "[ %s ]"]) % ",".join(items)
    return rnd.choice([",", ",", ", "]).join(items)


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
        options += ["--p", some_list(rnd, [repr(w / sum(weights)) for w in weights])]
        a_drawable = sum(w > 0 for w in weights)
    else:
        a_drawable = a
    count = 1 if size is None else int(np.prod(size))
    if count <= a_drawable and rnd.random() < 0.7:
        options.append("--no-replace")
    return options, [some_population(rnd, a) if rnd.random() < 0.4 else str(a)]


WORDS = ["red", "green", "blue", "it's", "a b", "caf\u00e9", "\u732b", "", 'say "hi"', "x" * 30, "\\",
         "tab\there", "1", "nan", "-2"]


def some_element(rnd, kind):
    if kind == 0:
        return rnd.choice(WORDS).strip()
    if kind == 1:
        return some_number(rnd)
    return str(rnd.randint(-10**rnd.randint(1, 18), 10**6))


def some_population(rnd, count):
    kind = rnd.randrange(3)
    text = ",".join(some_element(rnd, kind) for _ in range(count))
    return "[" + text + "]" if count == 1 or text[:1] == "-" or rnd.random() < 0.3 else text


def some_positive(rnd):
    """A parameter of the usual kind, now and then one at the edge of what is allowed or beyond."""
    kind = rnd.randrange(12)
    if kind == 0:
        return rnd.choice(["0", "-0.0", "-1", "1e-320", "1e-300", "1e300", "inf", "nan"])
    if kind < 4:
        return rnd.choice(["0.5", "1", "2", "1.5", "3", "0.9999999999999999", "1.0000000000000002"])
    return repr(10.0 ** rnd.uniform(-3, 3))


def some_probability(rnd):
    kind = rnd.randrange(12)
    if kind == 0:
        return rnd.choice(["-0.0", "0", "1", "1.5", "-0.1", "nan", "1e-300", "0.9999999999999999"])
    if kind == 1:
        return repr(10.0 ** rnd.uniform(-18, 0))
    if kind == 2:
        return rnd.choice(["0.5", "0.5000000000000001", "0.333333333333333333", "0.3333333333333333"])
    return repr(rnd.random())


def some_probability_below_1(rnd):
    # Releases before 1.24 take 1 in logseries, and do not return.
    p = some_probability(rnd)
    return "0.99" if p == "1" else p


def some_count(rnd, bits):
    return rnd.choice([rnd.randint(0, 12), rnd.randint(0, 1000), rnd.randrange(1 << bits)])


def some_values(rnd, text_of):
    return some_list(rnd, [text_of(rnd) for _ in range(rnd.randint(1, 6))])


def some_pvals(rnd):
    kind = rnd.randrange(8)
    if kind == 0:
        return some_values(rnd, some_probability)
    weights = [rnd.choice([0, 0, 1, rnd.random()]) for _ in range(rnd.randint(1, 7))]
    weights[rnd.randrange(len(weights))] += 1e-9 if kind == 1 else 1
    return some_list(rnd, [repr(w / sum(weights)) for w in weights])


def some_vonmises(rnd):
    # NumPy does not return for a huge kappa.
    kappa = rnd.choice(["0", "-0.0", "-1", "nan", "1e-9", "1e-8", "9e-6", "1e-5", "1e6", "1e15"])
    return [some_number(rnd), kappa if rnd.random() < 0.3 else repr(10.0 ** rnd.uniform(-4, 4))]


def some_triangular(rnd):
    if rnd.random() < 0.2:
        return [rnd.choice(["-1", "0", "1", "2.5", "nan"]) for _ in range(3)]
    return list(map(repr, sorted(rnd.uniform(-10, 10) for _ in range(3))))


def some_hypergeometric(rnd):
    # Populations far beyond 2^53 can hang NumPy.
    ngood, nbad = some_count(rnd, 40), some_count(rnd, 40)
    nsample = rnd.choice([rnd.randint(0, 12), rnd.randint(0, ngood + nbad), ngood + nbad + 1])
    if rnd.random() < 0.05:
        return [str(-ngood), str(nbad), str(nsample)]
    return [str(ngood), str(nbad), str(nsample)]


def some_zipf(rnd):
    # NumPy does not return for a large a, and takes long for one near 1.
    return [rnd.choice(["1", "-2", "nan", "1.01", "1.5", "2", "1000", "1024.9"])
            if rnd.random() < 0.3 else repr(1 + 10.0 ** rnd.uniform(-1, 2))]


def some_lam(rnd):
    if rnd.random() < 0.2:
        return rnd.choice(["0", "-0.0", "-1", "nan", "inf", "9.999999999999998", "10", "1e15",
                           "9.22e18", "9.3e18"])
    return repr(10.0 ** rnd.uniform(-2, 5))


def optional(*makers):
    """Arguments that may be missing from the end."""
    return lambda rnd: [make(rnd) for make in makers][: rnd.randint(0, len(makers))]


def needed(*makers):
    return lambda rnd: [make(rnd) for make in makers]


NUMBER, POSITIVE, PROBABILITY = some_number, some_positive, some_probability

# The arguments of the methods that need nothing but these.
ARGUMENTS = {
    "uniform": optional(NUMBER, NUMBER),
    "normal": optional(NUMBER, NUMBER),
    "standard_exponential": needed(),
    "exponential": optional(POSITIVE),
    "standard_gamma": needed(POSITIVE),
    "gamma": lambda rnd: [some_positive(rnd)] + optional(POSITIVE)(rnd),
    "beta": needed(POSITIVE, POSITIVE),
    "chisquare": needed(POSITIVE),
    "noncentral_chisquare": needed(POSITIVE, POSITIVE),
    "f": needed(POSITIVE, POSITIVE),
    "noncentral_f": needed(POSITIVE, POSITIVE, POSITIVE),
    "standard_t": needed(POSITIVE),
    "standard_cauchy": needed(),
    "lognormal": optional(NUMBER, POSITIVE),
    "laplace": optional(NUMBER, POSITIVE),
    "logistic": optional(NUMBER, POSITIVE),
    "gumbel": optional(NUMBER, POSITIVE),
    "pareto": needed(POSITIVE),
    "power": needed(POSITIVE),
    "weibull": needed(POSITIVE),
    "rayleigh": optional(POSITIVE),
    "triangular": some_triangular,
    "vonmises": some_vonmises,
    "wald": needed(POSITIVE, POSITIVE),
    "poisson": optional(some_lam),
    "binomial": needed(lambda rnd: str(some_count(rnd, 60)), PROBABILITY),
    "negative_binomial": needed(POSITIVE, PROBABILITY),
    "geometric": needed(PROBABILITY),
    "hypergeometric": some_hypergeometric,
    "logseries": needed(some_probability_below_1),
    "zipf": some_zipf,
    "multinomial": needed(lambda rnd: str(some_count(rnd, 60)), some_pvals),
    "dirichlet": needed(lambda rnd: some_values(rnd, some_positive)),
}


def method_words(rnd, method, size):
    """Options and arguments."""
    if method in ARGUMENTS:
        return [], ARGUMENTS[method](rnd)
    if method in ("rand", "randn"):
        return [], [str(n) for n in (some_shape(rnd) if rnd.random() < 0.9 else [])]
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
        if rnd.random() < 0.4:
            return [], [some_population(rnd, rnd.randint(2, 12))]
        return [], [str(rnd.randint(-99, 99)) for _ in range(rnd.randint(1, 40))]
    if method == "permutation":
        if rnd.random() < 0.2:
            return [], [some_population(rnd, rnd.randint(1, 12))]
        if rnd.random() < 0.5:
            return [], [str(rnd.choice([-1, 0, 1, 5, 50, 1000, 1001]))]
        return [], [str(rnd.randint(-(2**63), 2**63 - 1)) for _ in range(rnd.randint(2, 9))]
    if method == "choice":
        return choice_words(rnd, size)
    return [], []


# ---- Arrays as parameters ------------------------------------------------------------------------


def nested_text(rnd, shape, texts):
    """Lists in lists of the shape, in one of the forms that the command takes."""
    if len(shape) == 1 and shape[0] > 1 and rnd.random() < 0.5:
        return some_list(rnd, texts)
    return nested_in(rnd, shape, texts)


def bracketed(rnd, items):
    if rnd.random() < 0.2:
        return "(" + ", ".join(items) + ",)" if items else "[]"
    return rnd.choice(["[", "[ "]) + rnd.choice([",", ", "]).join(items) + "]"


def nested_in(rnd, shape, texts):
    if not shape:
        return texts[0]
    step = len(texts) // shape[0] if shape[0] else 0
    return bracketed(rnd, [nested_in(rnd, shape[1:], texts[i * step:(i + 1) * step])
                           for i in range(shape[0])])


def some_part(rnd, shape):
    """A shape that broadcasts to this one, or now and then does not."""
    part = [n if rnd.random() < 0.75 else 1 for n in shape[rnd.randint(0, len(shape)):]]
    if part and rnd.random() < 0.05:
        part[rnd.randrange(len(part))] += 1
    return part


def is_accepted(method, args):
    try:
        draw(np.random.RandomState(0), {}, method, args)
    except (ValueError, OverflowError):
        return False
    return True


def some_set(rnd, method, careful):
    """Scalar arguments, as many as there can be; careful: those that NumPy accepts."""
    sets = [ARGUMENTS[method](rnd) for _ in range(30)]
    most = max(map(len, sets))
    sets = [args for args in sets if len(args) == most]
    return next((args for args in sets if not careful or is_accepted(method, args)), sets[0])


def bound_sets(rnd, dtype, count):
    """Pairs of bounds, of which each low goes with each high."""
    info = np.iinfo("uint8" if dtype == "bool" else dtype)
    low, high = (0, 1) if dtype == "bool" else (int(info.min), int(info.max))
    bits = rnd.randrange(1, 64)
    low, high = max(low, -(1 << bits)), min(high, 1 << bits)
    middle = rnd.randint(low, high)
    sets = [[str(rnd.randint(low, middle)), str(rnd.randint(middle, high) + 1)] for _ in range(count)]
    if rnd.random() < 0.1:
        sets[0].reverse()
    return sets


def some_array_draw(rnd):
    """Method, arguments of which one at least is an array, options."""
    method = rnd.choice(["randint", "randint", "randint", "random_integers"]
                        + [m for m in ARGUMENTS if m not in ("multinomial", "dirichlet")
                           and not m.startswith("standard_e") and m != "standard_cauchy"])
    shape = [rnd.choice([0, 1, 1, 2, 3, 4, 7]) for _ in range(rnd.randint(1, 3))]
    if rnd.random() < 0.1:
        shape = [rnd.choice([40, 300, 1001])]
    count = max(int(np.prod(shape)) * 8, 1)
    options = []
    if method in ("randint", "random_integers"):
        dtype = rnd.choice(DTYPES) if method == "randint" else "int64"
        options = ["--dtype", dtype] if method == "randint" else []
        sets = bound_sets(rnd, dtype, min(count, 50))
    else:
        careful = rnd.random() < 0.85
        sets = [some_set(rnd, method, careful) for _ in range(min(count, 50))]
        sets = [args for args in sets if len(args) == len(sets[0])]
    if not sets[0]:
        return method, [], []
    parts = [some_part(rnd, shape) for _ in sets[0]]
    if method == "random_integers":
        parts[1] = []
        sets = [[low, str(int(sets[0][1]) - 1)] for low, _ in sets]
    if not any(parts):
        parts[0] = shape
    args = [nested_text(rnd, part, [rnd.choice(sets)[i] for _ in range(int(np.prod(part)))])
            for i, part in enumerate(parts)]
    if method == "randint" and parts[1] and rnd.random() < 0.2:
        args = args[1:]
    return method, args, options + some_array_size(rnd, parts)


def some_array_size(rnd, parts):
    try:
        shape = list(np.broadcast(*[np.empty(part) for part in parts]).shape)
    except ValueError:
        shape = [2, 3]
    kind = rnd.randrange(6)
    if kind < 3:
        return []
    if kind == 4:
        shape = [rnd.randint(0, 3)] + shape
    elif kind == 5:
        shape = [rnd.randint(1, 4) if n == 1 or rnd.random() < 0.1 else n for n in shape]
    if 0 in shape or not shape:
        return ["--size", bracketed(rnd, list(map(str, shape)))]
    return ["--size", written_shape(rnd, shape)]


METHODS = ["random_sample", "random", "rand", "standard_normal", "randn", "randint", "randint",
           "randint", "random_integers", "tomaxint", "bytes", "shuffle", "permutation", "choice",
           "choice", "random_raw", *ARGUMENTS]
SHAPED = ["rand", "randn", "bytes", "shuffle", "permutation"]


def some_seed(rnd):
    if rnd.random() < 0.2:
        return some_list(rnd, [str(rnd.randrange(2**32)) for _ in range(rnd.randint(1, 4))])
    return str(rnd.choice([0, 1, 2**32 - 1, rnd.randrange(2**32)]))


def some_format(rnd, method, shape, words):
    """Options that say how the result is written."""
    options = ["--summary"] if rnd.random() < 0.3 else []
    if rnd.random() < 0.5:
        return options + ["--repr"] * (rnd.random() < 0.6)
    most = 1 if method in ("multinomial", "dirichlet") else 2
    forms = ["lines", "json", "raw", "npy"] + ["csv"] * (shape is not None and len(shape) <= most)
    form = rnd.choice(forms[:2] if words else forms)
    options = ["--format", form]
    if form in ("raw", "npy") and rnd.random() < 0.5:
        options += ["--byte-order", rnd.choice(["little", "big"])]
    return options


def written_shape(rnd, shape):
    if shape and shape[0] > 0 and rnd.random() < 0.2:  # 0x3 is refused: it looks hexadecimal
        return "x".join(map(str, shape))
    if len(shape) == 1 and rnd.random() < 0.1:
        return rnd.choice(["%de0", "%d.0e0", "0_%d", "%d000e-3"]) % shape[0]
    return some_list(rnd, list(map(str, shape)))


FLOAT_METHODS = ["random_sample", "random", "rand", "standard_normal", "randn", "uniform", "normal",
                 "exponential", "gamma", "dirichlet", "lognormal", "wald"]


def some_draw(rnd):
    """The words of a draw without options of the stream: for draws that follow each other."""
    if rnd.random() < 0.2:
        return some_array_draw(rnd)
    method = rnd.choice(METHODS)
    size = some_shape(rnd) if method not in SHAPED and rnd.random() < 0.8 else None
    options, args = method_words(rnd, method, size)
    if size is not None:
        options += ["--size", written_shape(rnd, size)]
    return method, args, options


def some_start(rnd):
    """A seed, or a seed sequence."""
    if rnd.random() < 0.5:
        return ["--seed", some_seed(rnd)]
    entropy = [rnd.choice([str, hex])(rnd.getrandbits(rnd.randint(0, 200)))
               for _ in range(rnd.randint(1, 3))]
    words = ["--seed-sequence", some_list(rnd, entropy)]
    if rnd.random() < 0.7:
        words += ["--spawn-key", ",".join(str(rnd.getrandbits(rnd.randint(0, 70)))
                                         for _ in range(rnd.randint(1, 3)))]
    return words + rnd.choice([[], ["--pool-size", str(rnd.randint(4, 12))]])


def some_array_request(rnd):
    method, args, options = some_array_draw(rnd)
    options += ["--seed", some_seed(rnd)]
    if method in FLOAT_METHODS and rnd.random() < 0.3:
        options += ["--dtype", rnd.choice(TAKES_FLOAT32)]
    options += some_format(rnd, method, None, False)
    return rnd.choice([options + [method] + args, options + ["--", method] + args])


def some_request(rnd):
    method = rnd.choice(METHODS)
    size = some_shape(rnd) if method not in SHAPED and rnd.random() < 0.8 else None
    options, args = method_words(rnd, method, size)
    options += ["--seed", some_seed(rnd)]
    if method in FLOAT_METHODS and rnd.random() < 0.3:
        options += ["--dtype", rnd.choice(TAKES_FLOAT32)]
    if rnd.random() < 0.1:
        options += ["--skip-words", str(rnd.randint(0, 2000))]
    if size is not None:
        text = written_shape(rnd, size)
        if len(args) == place_of_size(method) and rnd.random() < 0.5:
            args = args + [text]
        else:
            options += ["--size", text]
    words = method in ("choice", "shuffle", "permutation") and "," in "".join(args + ["]"])
    options += some_format(rnd, method, size, words or "[" in "".join(args))
    place = rnd.randrange(3)
    if place == 0:
        return options + [method] + args
    if place == 1:
        return [method] + args + options
    return options + ["--", method] + args


# ---- Comparison ----------------------------------------------------------------------------------


def this_numpy():
    return {"--numpy": np.__version__, "--long-bits": str(8 * np.dtype("l").itemsize)}


def is_for_this_numpy(words):
    """Whether the release and the long of a case, if it names them, are those of this NumPy."""
    options, here = parse(words)[0], this_numpy()
    release = options.get("--numpy", here["--numpy"]).split(".")
    return (release == here["--numpy"].split(".")[: len(release)]
            and options.get("--long-bits", here["--long-bits"]) == here["--long-bits"])


class Comparison:
    def __init__(self, program):
        self.program = program
        self.folder = None
        self.compared = 0
        self.refused = 0
        self.different = 0

    def run(self, words, golden=None):
        """One request; NumPy may refuse it, and then the command must too."""
        options, rest = parse(words)
        settings = [f"{name}={value}" for name, value in this_numpy().items()
                    if name not in options]
        done = subprocess.run([self.program, *settings, *words], capture_output=True)
        wanted, status = b"", 2
        self.compared += 1
        try:
            value = converted(draw(stream_of(options), options, rest[0], rest[1:]), rest[0], options)
        except (ValueError, OverflowError):
            self.refused += 1
            same = done.stdout == b""
        else:
            status = 0
            if "--format" in options:
                wanted = done.stdout
                same = done.returncode == 0 and reads_back(done.stdout, array_of(value, rest[0], options), options)
            else:
                wanted = printed(value, options)
                same = done.stdout == wanted
                if is_shortened(value, options) and "--summary" not in options:
                    status = 3
        same = same and done.returncode == status
        if same and (golden is None or golden == wanted.decode()):
            return
        self.different += 1
        quoted = " ".join(map(shlex.quote, words))
        print(f"DIFFERENT: {quoted}\nNumPy (status {status}):\n{wanted.decode()[:2000]}"
              f"nprand (status {done.returncode}):\n{done.stdout[:2000]!r}\n{done.stderr.decode()}",
              end="")
        if golden is not None:
            print(f"file:\n{golden}", end="")


    def run_stream(self, rnd):
        """Draws that follow each other, from a start or a state, and the state behind them."""
        draws = [some_draw(rnd) for _ in range(rnd.randint(1, 4))]
        start = some_start(rnd)
        if rnd.random() < 0.5:
            start = ["--state", self.written_state(rnd)]
        if rnd.random() < 0.2:
            start += ["--skip-words", str(rnd.randint(1, 2000))]
        form = rnd.choice([[], ["--summary"], ["--format", "json"], ["--repr"]])
        words = start + form + ["--save-state", self.file("saved.json")]
        for i, (method, args, options) in enumerate(draws):
            words += ["then"] * (i > 0) + rnd.choice([[method] + args + options,
                                                      options + [method] + args])
        # What stands before the first method is for all.
        if len(draws) > 1 and draws[0][2]:
            words = words[: len(start + form) + 2] + [draws[0][0]] + draws[0][1] + draws[0][2]
            for method, args, options in draws[1:]:
                words += ["then", method] + args + options
        try:
            rng = stream_of(parse(start)[0])
            wanted, status = self.drawn(rng, draws, parse(form)[0])
            state = json.dumps(rng.get_state(legacy=False), default=lambda key: key.tolist()) + "\n"
        except (ValueError, OverflowError):
            wanted, status, state = b"", 2, None
            self.refused += 1
        self.compare_stream(words, wanted, status, state)

    def drawn(self, rng, draws, form):
        """What is printed of them, and the status."""
        text, status = b"", 0
        for method, args, options in draws:
            options = dict(parse(options)[0], **form)
            value = converted(draw(rng, options, method, args), method, options)
            if "--format" in options:
                listed = array_of(value, method, options).tolist()
                text += (json.dumps(listed) + "\n").encode()
                continue
            text += printed(value, options)
            if is_shortened(value, options) and "--summary" not in options:
                status = 3
        return text, status

    def file(self, name):
        return os.path.join(self.folder, name)

    def written_state(self, rnd):
        """A state in one of the forms that programs write."""
        rng = np.random.RandomState(rnd.randrange(2**32))
        rng.normal(size=rnd.randrange(700))
        kind = rnd.randrange(4)
        if kind == 0:
            state = rng.get_state(legacy=False)
        elif kind == 1:
            state = rng.get_state()
        elif kind == 2:
            state = rng._bit_generator.state
        else:
            source = random.Random(rnd.randrange(2**32))
            for _ in range(rnd.randrange(4)):
                source.gauss(0, 1)
            state = source.getstate()
        with open(self.file("state.json"), "w") as file:
            json.dump(state, file, default=lambda key: key.tolist(), indent=rnd.choice([None, 2]))
        return self.file("state.json")

    def compare_stream(self, words, wanted, status, state):
        settings = [f"{name}={value}" for name, value in this_numpy().items()]
        saved = self.file("saved.json")
        if os.path.exists(saved):
            os.remove(saved)
        done = subprocess.run([self.program, *settings, *words], capture_output=True)
        self.compared += 1
        got = open(saved).read() if os.path.exists(saved) else None
        if (done.stdout, done.returncode, got) != (wanted, status, state):
            self.tell(words, wanted, status, done)

    def run_python(self, rnd):
        """Draws of the module random of the Python that runs this."""
        source = random.Random()
        seed = some_python_seed(rnd, source)
        draws = [some_python_draw(rnd) for _ in range(rnd.randint(1, 4))]
        words = ["python", "--python", "%d.%d" % sys.version_info[:2]] + seed
        for i, (call, drawn) in enumerate(draws):
            words += ["then"] * (i > 0) + drawn
        wanted, status = "", 0
        try:
            for call, drawn in draws:
                wanted += f"{call(source)}\n"
        except (ValueError, IndexError, ZeroDivisionError):
            wanted, status = "", 2
            self.refused += 1
        done = subprocess.run([self.program, *words], capture_output=True)
        self.compared += 1
        if (done.stdout.decode(), done.returncode) != (wanted, status):
            self.tell(words, wanted.encode(), status, done)

    def tell(self, words, wanted, status, done):
        self.different += 1
        quoted = " ".join(map(shlex.quote, words))
        print(f"DIFFERENT: {quoted}\nwanted (status {status}):\n{wanted.decode()[:2000]}"
              f"nprand (status {done.returncode}):\n{done.stdout[:2000]!r}\n{done.stderr.decode()}",
              end="")


# ---- Python's random -----------------------------------------------------------------------------


def some_python_seed(rnd, source):
    """Options of a seed, of which source gets the same."""
    kind = rnd.randrange(5)
    if kind == 0:
        value = rnd.choice([-1, 1]) * rnd.getrandbits(rnd.randint(0, 300))
        text = str(value)
    elif kind == 1:
        value = rnd.choice([0.5, -1.0, 2.0, 1e300, rnd.uniform(-9, 9)])
        text = repr(value)
    elif kind == 2:
        value = str(rnd.randrange(100))
        text = rnd.choice(["'%s'", '"%s"']) % value
    elif kind == 3:
        value = bytes(rnd.choices(b"abcdefgh ", k=rnd.randint(0, 9)))
        text = "b'" + value.decode() + "'"
    else:
        value = text = rnd.choice(["text", "", "caf\u00e9", "two words", "x1", "1x", "nan"])
        if rnd.random() < 0.4:
            source.seed(value, version=1)
            return ["--seed-version", "1", "--seed", text]
    source.seed(value)
    return ["--seed=" + text]


def python_list(rnd):
    """Elements, and the text of a list of them."""
    kind = rnd.randrange(3)
    count = rnd.randint(1, 30)
    if kind == 0:
        return range(count), str(count)
    if kind == 1:
        words = [rnd.choice(WORDS[:10]) or "empty" for _ in range(count)] + ["word"]
        return words, ",".join(words)
    numbers = [rnd.choice([rnd.randint(-9, 9), 10**25, rnd.uniform(-1, 1)]) for _ in range(count)]
    return numbers, "[" + ",".join(map(repr, numbers)) + "]"


def sequence_draw(rnd):
    elements, text = python_list(rnd)
    kind = rnd.randrange(6)
    n = len(elements)
    k = rnd.randint(0, 40)
    if kind == 0:
        return lambda source: source.choice(elements), ["choice", text]
    if kind == 1:
        return lambda source: source.choices(elements, k=k), ["choices", text, str(k)]
    if kind == 2:
        weights = [rnd.choice([0, 1, rnd.random()]) for _ in range(n)]
        given = "[" + ", ".join(map(repr, weights)) + "]"
        if rnd.random() < 0.5:
            return (lambda source: source.choices(elements, weights, k=k),
                    ["choices", text, "--size", str(k), "--weights", given])
        sums = [sum(weights[: i + 1]) for i in range(n)]
        return (lambda source: source.choices(elements, cum_weights=sums, k=k),
                ["choices", text, str(k), "--cum-weights", ",".join(map(repr, sums))])
    if kind == 3:
        counts = [1] + [rnd.randint(0, 3) for _ in range(n - 1)]  # 3.13 refuses a sum of 0
        return (lambda source: source.sample(elements, k, counts=counts),
                ["sample", text, str(k), "--counts", ",".join(map(str, counts))])
    if kind == 4:
        return lambda source: source.sample(elements, k), ["random.sample", text, str(k)]

    def shuffled(source):
        items = list(elements)
        source.shuffle(items)
        return items
    return shuffled, ["shuffle", text]


def integer_draw(rnd):
    kind = rnd.randrange(5)
    a, b = sorted(rnd.choice([-1, 1]) * rnd.getrandbits(rnd.randint(0, 90)) for _ in range(2))
    step = rnd.choice([1, 1, 2, -3]) if -(2**63) <= a and b < 2**63 else 1
    bits = rnd.choice([0, 1, 31, 32, 33, 63, 64, 65, 128, rnd.randint(0, 2000)])
    size = rnd.randint(0, 3)
    calls = [
        (lambda source: source.getrandbits(bits), ["getrandbits", str(bits)]),
        (lambda source: source.randbytes(bits), ["randbytes", str(bits)]),
        (lambda source: source.randint(a, b), ["randint", str(a), str(b)]),
        (lambda source: source.randrange(a, b, step), ["randrange", str(a), str(b), str(step)]),
        (lambda source: source.randrange(b), ["random.randrange", str(b)]),
    ]
    call, words = calls[kind]
    if kind == 1 or size == 0:
        return call, words
    return lambda source: [call(source) for _ in range(size)], words + ["--size", str(size)]


# Parameters of doubles, and how many of them may be missing.
PYTHON_DOUBLES = {
    "random": (0, 0), "uniform": (2, 0), "triangular": (3, 3), "gauss": (2, 0),
    "normalvariate": (2, 0), "lognormvariate": (2, 0), "expovariate": (1, 0),
    "paretovariate": (1, 0), "weibullvariate": (2, 0), "gammavariate": (2, 0),
    "betavariate": (2, 0), "vonmisesvariate": (2, 0),
}


def some_python_draw(rnd):
    """A function that draws from a Random, and the words."""
    kind = rnd.randrange(3)
    if kind == 0:
        return sequence_draw(rnd)
    if kind == 1:
        return integer_draw(rnd)
    method = rnd.choice(list(PYTHON_DOUBLES))
    count, optional_count = PYTHON_DOUBLES[method]
    args = [rnd.choice([0.0, 1.0, 0.5, 2.5, rnd.uniform(-3, 5)])
            for _ in range(count - rnd.randint(0, optional_count))]
    words = [rnd.choice(["", "random."]) + method] + list(map(repr, args))
    shape = rnd.choice([[], [rnd.randint(1, 5)], [2, 3]])

    def drawn(source, shape=shape):
        if not shape:
            return getattr(source, method)(*args)
        return [drawn(source, shape[1:]) for _ in range(shape[0])]
    return drawn, words + ["--size", "x".join(map(str, shape))] * bool(shape)


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
            # NumPy has no --skip.
            if is_for_this_numpy(words) and "--skip" not in parse(words)[0]:
                comparison.run(words, output)
    else:
        rnd = random.Random(given.seed)
        with tempfile.TemporaryDirectory() as comparison.folder:
            for _ in range(given.count):
                kind = rnd.random()
                if kind < 0.4:
                    comparison.run(some_request(rnd))
                elif kind < 0.6:
                    comparison.run(some_array_request(rnd))
                elif kind < 0.8:
                    comparison.run_stream(rnd)
                else:
                    comparison.run_python(rnd)
    source = given.cases or f"seed {given.seed}"
    print(f"{source}: {comparison.compared} comparisons with NumPy {np.__version__}, "
          f"{comparison.refused} of them refused by NumPy, {comparison.different} different")
    return 1 if comparison.different else 0


if __name__ == "__main__":
    sys.exit(main())
