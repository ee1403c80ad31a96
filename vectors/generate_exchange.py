#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Write exchange/<release>.txt from the installed NumPy, or compare it with the file of the
last release that has one.

    generate_exchange.py            write the file of this NumPy's release
    generate_exchange.py --states   write the states in JSON too
    generate_exchange.py --check    write nothing; exit 1 if a file differs from what Python gives

Needs NumPy 1.17 or later. A line is a SeedSequence and what it gives:

    entropy=12345 key=none path=none pool=4 hash32=... hash64=... key_hash=... pos=623 words: ...

    entropy=   as in Python: an integer in decimal, or 0x... in words of 8 digits, the highest first; or
               a list of integers below 2^32
    key=       spawn_key: words, with commas; none for ()
    path=      of children: 3,1 is the last child of spawn(1) of the last child of spawn(3)
    pool=      pool_size
    hash32=    the first 16 digits of the SHA-256 of generate_state(1000), as little-endian bytes
    hash64=    the same of generate_state(499, np.uint64)
    key_hash=  the same of the 624 words of the key of RandomState(MT19937(sequence))
    pos=       its position
    words:     generate_state(3), and the first two words that RandomState(MT19937(...)) draws

A state is saved by Python's json after an odd number of normals, and once more after the kept normal
and 701 doubles: exchange/numpy_before.json and numpy_after.json by RandomState, python_... by random.
The first is in other forms too: tuple_before.json is get_state(), tuple3_before.json its first three
elements, and mt19937_before.json the state of the bit generator. RandomState.set_state() takes these
from JSON; ..._after.json is get_state(legacy=False) after a normal and 701 doubles from there.
"""
import argparse
import hashlib
import json
import pathlib
import platform
import random
import re
import sys

import numpy as np

FOLDER = pathlib.Path(__file__).resolve().parent / "exchange"
DOUBLES = 701

ENTROPIES = ("0", "1", "12345", "4294967295", "4294967296", "18446744073709551615", "[]", "[0]",
             "[0,0]", "[1,2,3]", "[1,2,3,0]", "[1,2,3,4]", "[1,2,3,4,5]",
             "[" + ",".join(str(7919 * i) for i in range(100)) + "]",
             "0x87351080e25cb0fad77a44a3be03b491", "0x" + "0000000180000000" * 5)
# In decimal, of more than 64 bits: the first one as SeedSequence() shows it.
LARGE = ("243799254704924441050048792905230269161", "18446744073709551616",
         "340282366920938463463374607431768211455", "340282366920938463463374607431768211456",
         "1" + 99 * "0", str(2**4096), str(2**8192 - 1))
KEYS = ("none", "0", "1", "0,0", "4294967295,5", "3,1,4,1,5,9")
PATHS = ("none", "1", "3", "1,2,3")
POOLS = (5, 64)


def parsed(text):
    if text.startswith("["):
        return [int(word) for word in text[1:-1].split(",") if word]
    return int(text, 0)


def numbers(text):
    return () if text == "none" else tuple(int(number) for number in text.split(","))


def sha256(values):
    return hashlib.sha256(values.astype(values.dtype.newbyteorder("<")).tobytes()).hexdigest()[:16]


def line(entropy, key, path, pool):
    sequence = np.random.SeedSequence(parsed(entropy), spawn_key=numbers(key), pool_size=pool)
    for count in numbers(path):
        sequence = sequence.spawn(count)[-1]
    bits = np.random.MT19937(sequence)
    state = bits.state["state"]
    shown = list(sequence.generate_state(3)) + list(bits.random_raw(2))
    return "entropy=%s key=%s path=%s pool=%d hash32=%s hash64=%s key_hash=%s pos=%d words: %s" % (
        entropy, key, path, pool, sha256(sequence.generate_state(1000)),
        sha256(sequence.generate_state(499, np.uint64)), sha256(state["key"]), state["pos"],
        " ".join("%08x" % word for word in shown))


def vectors():
    yield "# Entropy shorter than the pool, as long, and longer; with and without a spawn key"
    for entropy in ENTROPIES:
        for key in KEYS:
            yield line(entropy, key, "none", 4)
        for key in KEYS[::2]:
            for pool in POOLS:
                yield line(entropy, key, "none", pool)
    yield "# Integers above 64 bits"
    for entropy in LARGE:
        for key in KEYS[:2]:
            yield line(entropy, key, "none", 4)
    yield "# Children of children"
    for entropy in ENTROPIES:
        for path in PATHS[1:]:
            for key in KEYS[:2]:
                yield line(entropy, key, path, 4)


def file_lines():
    body = list(vectors())
    return [
        "# SPDX-License-Identifier: BSD-3-Clause",
        "#",
        "# SeedSequence; see generate_exchange.py for the format.",
        "# provenance: NumPy " + np.__version__,
        "# provenance: CPU: " + platform.machine(),
        "# provenance: Python " + platform.python_version(),
        "# provenance: command: python3 vectors/generate_exchange.py",
    ] + body + ["end lines=%d" % (sum(not text.startswith("#") for text in body) + 1)]


def checked(lines):
    return [text for text in lines if not text.startswith("# provenance: ")]


def dump(state):
    return json.dumps(state, default=lambda array: array.tolist())


def numpy_texts(name, state):
    """The texts before and after, by RandomState from the former."""
    before = dump(state)
    generator = np.random.RandomState(0)
    generator.set_state(json.loads(before))
    generator.standard_normal()
    generator.random_sample(DOUBLES)
    return {name + "_before.json": before,
            name + "_after.json": dump(generator.get_state(legacy=False))}


def states():
    """The texts by the names of their files."""
    bits = np.random.MT19937()
    bits.state = np.random.RandomState(2024).get_state()
    generator = np.random.RandomState(bits)
    generator.standard_normal(501)
    texts = {}
    texts.update(numpy_texts("numpy", generator.get_state(legacy=False)))
    texts.update(numpy_texts("tuple", generator.get_state()))
    texts.update(numpy_texts("tuple3", generator.get_state()[:3]))
    texts.update(numpy_texts("mt19937", bits.state))
    python = random.Random(2024)
    for _ in range(501):
        python.gauss(0, 1)
    texts["python_before.json"] = json.dumps(python.getstate())
    python.gauss(0, 1)
    for _ in range(DOUBLES):
        python.random()
    texts["python_after.json"] = json.dumps(python.getstate())
    return texts


def parts(version):
    return [int(part) for part in re.findall(r"\d+", version)[:3]]


def newest_not_newer():
    """The file of this release, or the last one before it that has a file."""
    names = [path.stem for path in FOLDER.glob("*.txt")]
    return max((name for name in names if parts(name) <= parts(np.__version__)), key=parts) + ".txt"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--states", action="store_true", help="write the states in JSON too")
    group.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args()
    if options.check:
        compared = {name: (FOLDER / name).read_text(encoding="ascii") == text + "\n"
                    for name, text in states().items()}
        name = newest_not_newer()
        compared[name] = (checked((FOLDER / name).read_text(encoding="ascii").splitlines())
                          == checked(file_lines()))
        for name, same in compared.items():
            print("%s: %s" % (name, "the same" if same else "differs"))
        return 0 if all(compared.values()) else 1
    path = FOLDER / (np.__version__ + ".txt")
    path.write_bytes("".join(text + "\n" for text in file_lines()).encode("ascii"))
    if options.states:
        for name, text in states().items():
            (FOLDER / name).write_bytes((text + "\n").encode("ascii"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
