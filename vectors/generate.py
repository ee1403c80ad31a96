#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Write the vector files of libnprand from the installed NumPy, or compare them with it.

    generate.py            write every file next to this script
    generate.py --check    write nothing; exit 1 if a file differs from what NumPy gives

Needs NumPy 1.17 or later and the standard library. The format is described in README.md.

A new method is one row of METHODS: its name, the dtype of its values, a function that draws n of
them, and its parameter sets, each with the branch that it reaches.
"""
import argparse
import hashlib
import itertools
import os
import pathlib
import platform
import sys
import warnings

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
PROVENANCE = "# provenance: "

SEEDS = (
    "0", "1", "2", "42", "12345", "4294967295", "[1234]", "[1,2,3]", "range(0,624)",
    "range(4294966049,4294967296)",
)
LENGTHS = (0, 1, 2, 623, 624, 625, 626, 1247, 10000)
MAIN_SEED = "12345"   # of every parameter set at every length
LISTED_SEED = "42"    # of the lines that list all values
LISTED_LENGTH = 1247  # two twists
LONG = 1000000

# As many values as a line shows in full, and as many of the last ones as it shows otherwise.
SHOW_ALL = 16
SHOW_LAST = 3


class Set:
    """One choice of parameters: what it reaches, and which lines are written for it."""

    def __init__(self, args, branch, lengths=LENGTHS, grid=False, listed=False, long=False,
                 single=False, since=None, draw=None):
        self.args = args
        self.branch = branch
        self.lengths = lengths
        self.grid = grid      # every seed at every length, and prepared generators
        self.listed = listed  # one line with all of 1247 values
        self.long = long      # one line of 10^6 values
        self.single = single  # n calls for one value in place of one call for n
        self.since = since    # the first NumPy release with these values
        self.draw = draw      # in place of the method's

    def seeds_and_lengths(self):
        if self.grid:
            return list(itertools.product(SEEDS, self.lengths))
        common = max((n for n in self.lengths if n <= 624), default=self.lengths[0])
        return ([(MAIN_SEED, n) for n in self.lengths] +
                [(seed, common) for seed in SEEDS if seed != MAIN_SEED])

    def jobs(self):
        """(seed, before, n, digits of the hash) of each line."""
        jobs = [(seed, None, n, 16) for seed, n in self.seeds_and_lengths()]
        if self.grid:
            jobs += [(MAIN_SEED, "word", n, 16) for n in self.lengths]
            jobs += [(MAIN_SEED, "gauss", n, 16) for n in self.lengths if n <= 1247]
        listed = (LISTED_SEED, None, LISTED_LENGTH, 16)
        if self.listed and listed not in jobs:
            jobs.append(listed)
        if self.long:
            jobs.append((MAIN_SEED, None, LONG, 64))
        return jobs


class Method:
    def __init__(self, name, dtype, draw, sets):
        self.name = name
        self.dtype = np.dtype(dtype)
        self.draw = draw
        self.sets = sets


# ---- What the methods draw ----------------------------------------------------------------------

def elements(n, size):
    """n elements of size bytes: byte k of element i is (i >> 8 * (k % 8)) + k // 8, modulo 256."""
    k = np.arange(size, dtype=np.uint64)
    i = np.arange(n, dtype=np.uint64).reshape(n, 1)
    return ((i >> (k % 8 * 8)) + k // 8 & 255).astype(np.uint8)


def one_dimensional(n, size):
    dtype = "u%d" % size if size in (1, 2, 4, 8) else "V%d" % size
    return elements(n, size).reshape(-1).view(dtype)


def as_bytes(array):
    return np.ascontiguousarray(array).reshape(-1).view(np.uint8)


def shuffle(rs, n, size):
    array = one_dimensional(n, size)
    rs.shuffle(array)
    return as_bytes(array)


def shuffle_rows(rs, n, size):
    array = elements(n, size)
    rs.shuffle(array)
    return as_bytes(array)


def shuffle_list(rs, n, size):
    order = list(range(n))
    rs.shuffle(order)
    return as_bytes(elements(n, size)[order])


def permutation_array(rs, n, size):
    return as_bytes(rs.permutation(one_dimensional(n, size)))


def permutation_rows(rs, n, size):
    return as_bytes(rs.permutation(elements(n, size)))


def key_words(rs, n):
    return rs.get_state()[1][:n]


def draw_randint(dtype):
    return lambda rs, n, low, high: rs.randint(low, high, n, dtype=dtype)


def draw_endpoint(dtype):
    return lambda rs, n, low, last: rs.randint(low, last + 1, n, dtype=dtype)


def draw_choice(rs, n, a, replace, p):
    return rs.choice(a, n, bool(replace), p)


# ---- Parameter sets -----------------------------------------------------------------------------

# Until 1.17.2 a 64-bit randint with high - low = 2^32 took two words instead of one.
ONE_WORD_AT_2_32 = (1, 17, 3)

NO_PARAMETERS = [Set((), "no parameters", grid=True, listed=True, long=True)]

UNIFORM = [
    Set((-2.5, 7.75), "low < 0 < high", grid=True, listed=True, long=True),
    Set((0.1, 1e10), "low + (high - low) * U rounds twice; contracted to one FMA it would not"),
    Set((3.0, -1.0), "low > high is taken"),
    Set((2.5, 2.5), "low = high: the words are drawn all the same"),
    Set((-0.0, 0.0), "zeros of both signs"),
    Set((-8e307, 9e307), "high - low just below overflow"),
    Set((0.0, 5e-324), "the smallest range there is: U rounds to 0 or to high"),
    Set((1.0, 1.0 + 2.0 ** -52), "high can be drawn"),
]

NORMAL = [
    Set((1.5, 3.0), "loc + scale * G rounds twice; contracted to one FMA it would not",
        grid=True, listed=True, long=True),
    Set((0.0, 1.0), "the standard normal"),
    Set((-1e3, 1e-3), "a loc that takes most bits of G away"),
    Set((5.0, 0.0), "scale = 0: the words are drawn all the same"),
    Set((-0.0, 0.0), "zeros of both signs"),
    Set((1e308, 1e308), "results overflow"),
    Set((0.0, 5e-324), "results are subnormal"),
    Set((float("inf"), 1.0), "infinite loc"),
    Set((0.0, float("inf")), "infinite scale"),
    Set((float("nan"), 1.0), "loc is not a number"),
    Set((0.0, float("nan")), "a scale that is not a number is taken"),
]

ANY_BOUNDS = Set((5, -5), "low > high is taken where n = 0", lengths=(0,))

RANDINT_LONG = [
    Set((0, 10), "range below 2^32: one word per attempt, masked to 4 bits, 10 of 16 accepted",
        grid=True, listed=True, long=True),
    Set((0, 1), "one value: no words"),
    Set((-7, -6), "one value that is not 0: no words"),
    Set((-5, 3), "a power of two: no rejection"),
    Set((0, 2 ** 31 + 1), "mask of 32 bits, about half rejected", long=True),
    Set((-3, 2 ** 32 - 4), "high - 1 - low = 2^32 - 2: one word per attempt"),
    Set((-2 ** 31, 2 ** 31), "high - low = 2^32: one word, as it is", since=ONE_WORD_AT_2_32),
    Set((0, 2 ** 32 + 1), "range above 2^32: two words, the high half first; about half rejected",
        listed=True, long=True),
    Set((-10 ** 12, 10 ** 15), "range above 2^32: two words"),
    Set((0, 2 ** 63 - 1), "mask of 63 bits"),
    Set((-2 ** 63, 2 ** 63 - 1), "high - 1 - low = 2^64 - 2"),
    ANY_BOUNDS,
]

RANDINT_UINT64 = [
    Set((0, 10), "range below 2^32: one word per attempt", grid=True, listed=True, long=True),
    Set((2 ** 64 - 2, 2 ** 64 - 1), "one value: no words"),
    Set((0, 2 ** 31 + 1), "mask of 32 bits, about half rejected"),
    Set((2 ** 63, 2 ** 63 + 2 ** 32 - 1), "high - 1 - low = 2^32 - 2: one word per attempt"),
    Set((7, 7 + 2 ** 32), "high - low = 2^32: one word, as it is", since=ONE_WORD_AT_2_32),
    Set((0, 2 ** 32 + 1), "range above 2^32: two words, the high half first; about half rejected",
        listed=True, long=True),
    Set((1, 2 ** 63 + 2), "mask of 64 bits, about half rejected"),
    Set((0, 2 ** 64 - 1), "high - 1 - low = 2^64 - 2"),
    Set((9, 3), "low > high is taken where n = 0", lengths=(0,)),
]

INT64_ENDPOINT = [
    Set((-2 ** 63, 2 ** 63 - 1), "every int64: two words, as they are",
        grid=True, listed=True, long=True),
    Set((-5, 2 ** 63 - 1), "high = 2^63"),
    Set((-4, 4), "range below 2^32"),
    Set((2 ** 63 - 1, 2 ** 63 - 1), "one value: no words"),
    Set((-2 ** 63, -2 ** 63 + 2 ** 32 - 1), "2^32 values: one word, as it is",
        since=ONE_WORD_AT_2_32),
]

UINT64_ENDPOINT = [
    Set((0, 2 ** 64 - 1), "every uint64: two words, as they are",
        grid=True, listed=True, long=True),
    Set((2 ** 63 - 1, 2 ** 64 - 1), "high = 2^64; about half rejected"),
    Set((3, 9), "range below 2^32"),
    Set((2 ** 64 - 1, 2 ** 64 - 1), "one value: no words"),
    Set((2 ** 64 - 2 ** 32, 2 ** 64 - 1), "2^32 values: one word, as it is",
        since=ONE_WORD_AT_2_32),
]

RANDINT_BOOL = [
    Set((0, 2), "both values: one bit each, 32 to a word", grid=True, listed=True, long=True),
    Set((0, 1), "False alone: no words"),
    Set((1, 2), "True alone: no words"),
    Set((0, 2), "single calls: each takes a word of its own", lengths=(0, 1, 2, 624, 1247),
        single=True),
    Set((1, 0), "low > high is taken where n = 0", lengths=(0,)),
]


def randint_small(dtype):
    """8 and 16 bits: pieces of words, left over at the end of a call."""
    info = np.iinfo(dtype)
    low, high = int(info.min), int(info.max) + 1
    pieces = 32 // info.bits
    return [
        Set((low, high), "all values: one piece each, %d to a word" % pieces,
            grid=True, listed=True, long=True),
        Set((low, high - 1), "all values but one: a piece that gives the last one is rejected"),
        Set((low + 3, low + 13), "mask of 4 bits, 10 of 16 accepted", listed=True, long=True),
        Set((high - 65, high), "mask of 7 bits, about half rejected"),
        Set((high - 128, high), "a power of two: no rejection"),
        Set((high - 1, high), "one value: no words"),
        Set((low, high), "single calls: each takes a word of its own",
            lengths=(0, 1, 2, 624, 1247), single=True),
        Set((low, low + 10), "single calls with rejection", lengths=(1, 2, 624), single=True),
        Set((low + 5, low), "low > high is taken where n = 0", lengths=(0,)),
    ]


def randint_32(dtype):
    info = np.iinfo(dtype)
    low, high = int(info.min), int(info.max) + 1
    return [
        Set((low, high), "all values: the word as it is", grid=True, listed=True, long=True),
        Set((low, high - 1), "all values but one: a word that gives the last one is rejected"),
        Set((low + 3, low + 13), "mask of 4 bits, 10 of 16 accepted", listed=True, long=True),
        Set((high - 2 ** 31 - 1, high), "mask of 32 bits, about half rejected"),
        Set((high - 2 ** 20, high), "a power of two: no rejection"),
        Set((high - 1, high), "one value: no words"),
        Set((low + 5, low), "low > high is taken where n = 0", lengths=(0,)),
    ]


RANDOM_INTEGERS = [
    Set((1, 6), "range below 2^32: one word per attempt", grid=True, listed=True, long=True),
    Set((4, 4), "one value: no words"),
    Set((-8, 7), "a power of two: no rejection"),
    Set((0, 2 ** 32 - 2), "high - low = 2^32 - 2: one word per attempt"),
    Set((1, 2 ** 32), "high - low = 2^32 - 1: one word, as it is", since=ONE_WORD_AT_2_32),
    Set((0, 2 ** 32), "range above 2^32: two words"),
    Set((-2 ** 63, 2 ** 63 - 2), "mask of 64 bits"),
    Set((-2 ** 63, 2 ** 63 - 1), "every int64: two words, as they are"),
    ANY_BOUNDS,
]

BYTES = [
    Set((), "four bytes to a word, the lowest first; the last word is drawn whole; n = 0 costs one",
        lengths=(0, 1, 2, 3, 4, 5, 7, 8, 9, 623, 624, 625, 626, 1247, 2495, 2496, 2497, 10000),
        grid=True, listed=True, long=True),
]

SHUFFLE_LENGTHS = (0, 1, 2, 3, 623, 624, 625, 626, 1247)


def shuffle_sets(rows):
    return [
        Set((8,), "elements of 8 bytes", grid=True, long=True),
        Set((1,), "elements of 1 byte", listed=True),
        Set((2,), "elements of 2 bytes"),
        Set((4,), "elements of 4 bytes", listed=True),
        Set((3,), "elements of 3 bytes: no integer type has this size"),
        Set((16,), "elements of 16 bytes"),
        Set((300,), "elements of 300 bytes", lengths=SHUFFLE_LENGTHS),
        Set((5,), "rows of 5 bytes", lengths=SHUFFLE_LENGTHS, draw=rows),
        Set((24,), "rows of 24 bytes", lengths=SHUFFLE_LENGTHS, draw=rows),
    ]


SHUFFLE = shuffle_sets(shuffle_rows) + [
    Set((8,), "a list draws as an array does", lengths=SHUFFLE_LENGTHS, draw=shuffle_list),
]

PERMUTATION = [
    Set((), "n below 2^32: one word per attempt, the mask shrinks as i does", grid=True,
        listed=True, long=True, lengths=(0, 1, 2, 3, 4, 5, 623, 624, 625, 626, 1247, 10000)),
]

P4 = [0.1, 0.2, 0.3, 0.4]
P40 = [(k + 1) / 820 for k in range(40)]
P_ZEROS = [0.0, 0.5, 0.0, 0.25, 0.25, 0.0]
P_U = [0.9296160928171479, 1 - 0.9296160928171479]  # the first U of MAIN_SEED
P_SKEWED = [0.0001, 0.9997, 0.0001, 0.0001]
DISTINCT = (0, 1, 2, 3, 20, 39, 40)

CHOICE = [
    Set((10, 1, None), "with replacement, equal chances: as randint", grid=True, listed=True,
        long=True),
    Set((1, 1, None), "with replacement, population of one: no words"),
    Set((2 ** 32, 1, None), "with replacement, population of 2^32: one word, as it is",
        since=ONE_WORD_AT_2_32),
    Set((2 ** 32 + 1, 1, None), "with replacement, population above 2^32: two words"),
    Set((0, 1, None), "with replacement, empty population: taken where n = 0", lengths=(0,)),
    Set((-3, 1, None), "with replacement, negative population: taken where n = 0", lengths=(0,)),
    Set((4, 1, P4), "with replacement, p: cdf and search, two words each", grid=True, listed=True,
        long=True),
    Set((40, 1, P40), "with replacement, p of many: the sums round"),
    Set((6, 1, P_ZEROS), "with replacement, p has zeros: they are never drawn"),
    Set((4, 1, [0.25, 0.25, 0.25, 0.25 + 1e-8]),
        "with replacement, p of sum 1 within the tolerance: divided by its sum"),
    Set((3, 1, [0.5, 5e-324, 0.5]), "with replacement, an element of p is lost in the sum"),
    Set((2, 1, P_U), "with replacement, U equal to an element of the cdf: the next index"),
    Set((1, 1, [1.0]), "with replacement, p of one: two words all the same"),
    Set((10000, 0, None), "without replacement, equal chances: a whole permutation, at n = 0 too",
        grid=True, listed=True),
    Set((1247, 0, None), "without replacement, up to the whole population",
        lengths=(0, 1, 2, 623, 624, 625, 1246, 1247)),
    Set((LONG, 0, None), "without replacement, a large population", lengths=(0, 1, 626),
        long=True),
    Set((1, 0, None), "without replacement, population of one: no words", lengths=(0, 1)),
    Set((0, 0, None), "without replacement, empty population", lengths=(0,)),
    Set((40, 0, P40), "without replacement, p: rounds, what comes twice is dropped",
        lengths=DISTINCT),
    Set((4, 0, P_SKEWED), "without replacement, p: many rounds", lengths=(0, 1, 2, 3, 4)),
    Set((6, 0, P_ZEROS), "without replacement, p has zeros: as many as are above 0",
        lengths=(0, 1, 2, 3)),
    Set((2, 0, P_U), "without replacement, U equal to an element of the cdf: the next index",
        lengths=(0, 1, 2)),
    Set((1, 0, [1.0]), "without replacement, p of one: two words", lengths=(0, 1)),
]

KEY_LENGTHS = (16, 624)


class SeedSet(Set):
    """The state that a seed makes, before any draw."""

    def __init__(self, seeds, branch):
        super().__init__((), branch, lengths=KEY_LENGTHS)
        self.seeds = seeds

    def seeds_and_lengths(self):
        return [(seed, KEY_LENGTHS[0]) for seed in self.seeds] + [(self.seeds[0], KEY_LENGTHS[1])]


SEED = [
    SeedSet(("0", "1", "2", "42", "12345", "1234", "5489", "19650218"), "small seeds"),
    SeedSet(("4294967295", "4294967294", "2147483648", "2147483647", "65535", "65536"),
            "seeds at the ends of 32, 31 and 16 bits"),
]

SEED_ARRAY = [
    SeedSet(("[1234]", "[0]", "[1]", "[4294967295]"), "one word: not the seed of that number"),
    SeedSet(("[1,2]", "[0,0]", "[4294967295,4294967295]"), "two words"),
    SeedSet(("[1,2,3]", "[3,2,1]", "[4294967295,0,2147483648]"), "three words"),
    SeedSet(("range(0,623)",), "one word less than the state"),
    SeedSet(("range(0,624)", "range(4294966672,4294967296)"), "as many words as the state"),
    SeedSet(("range(0,625)",), "one word more than the state"),
    SeedSet(("range(0,1247)", "range(4294966049,4294967296)"), "nearly twice the state"),
]

METHODS = [
    # Seeding: the values are the first n words of the key.
    Method("seed", "u4", key_words, SEED),
    Method("seed_array", "u4", key_words, SEED_ARRAY),
    # Words and bytes.
    Method("random_raw", "u4", lambda rs, n: rs._bit_generator.random_raw(n), NO_PARAMETERS),
    Method("bytes", "u1", lambda rs, n: np.frombuffer(rs.bytes(n), np.uint8), BYTES),
    # Uniform doubles.
    Method("random_sample", "f8", lambda rs, n: rs.random_sample(n), NO_PARAMETERS),
    Method("random", "f8", lambda rs, n: rs.random(n), NO_PARAMETERS),
    Method("rand", "f8", lambda rs, n: rs.rand(n), NO_PARAMETERS),
    Method("uniform", "f8", lambda rs, n, low, high: rs.uniform(low, high, n), UNIFORM),
    # Normal.
    Method("standard_normal", "f8", lambda rs, n: rs.standard_normal(n), NO_PARAMETERS),
    Method("randn", "f8", lambda rs, n: rs.randn(n), NO_PARAMETERS),
    Method("normal", "f8", lambda rs, n, loc, scale: rs.normal(loc, scale, n), NORMAL),
    # Integers.
    Method("randint", "i8", lambda rs, n, low, high: rs.randint(low, high, n), RANDINT_LONG),
    Method("randint_bool", "?", draw_randint("bool"), RANDINT_BOOL),
    Method("randint_int8", "i1", draw_randint("int8"), randint_small("int8")),
    Method("randint_int16", "i2", draw_randint("int16"), randint_small("int16")),
    Method("randint_int32", "i4", draw_randint("int32"), randint_32("int32")),
    Method("randint_int64", "i8", draw_randint("int64"), RANDINT_LONG),
    Method("randint_uint8", "u1", draw_randint("uint8"), randint_small("uint8")),
    Method("randint_uint16", "u2", draw_randint("uint16"), randint_small("uint16")),
    Method("randint_uint32", "u4", draw_randint("uint32"), randint_32("uint32")),
    Method("randint_uint64", "u8", draw_randint("uint64"), RANDINT_UINT64),
    Method("randint_int64_endpoint", "i8", draw_endpoint("int64"), INT64_ENDPOINT),
    Method("randint_uint64_endpoint", "u8", draw_endpoint("uint64"), UINT64_ENDPOINT),
    Method("random_integers", "i8", lambda rs, n, low, high: rs.random_integers(low, high, n),
           RANDOM_INTEGERS),
    Method("tomaxint", "i8", lambda rs, n: rs.tomaxint(n), NO_PARAMETERS),
    # Permutations and samples.
    Method("shuffle", "u1", shuffle, SHUFFLE),
    Method("permutation", "i8", lambda rs, n: rs.permutation(n), PERMUTATION),
    Method("permutation_array", "u1", permutation_array, shuffle_sets(permutation_rows)),
    Method("choice", "i8", draw_choice, CHOICE),
]

# Values that NumPy printed elsewhere: seed, how many values come before, the text as it stood.
PUBLISHED = [
    ("0", 0, "0.5488135 0.71518937 0.60276338 0.54488318 0.4236548 0.64589411"),
    ("0", 0, "0.5488135039273248"),
    ("1", 0, "4.17022005e-01 7.20324493e-01 1.14374817e-04 3.02332573e-01 1.46755891e-01 "
             "9.23385948e-02"),
    ("2", 0, "0.4359949 0.02592623 0.54966248"),
    ("2", 3, "0.43532239 0.4203678 0.33033482"),
    ("2", 6, "0.20464863 0.61927097 0.29965467"),
    ("1234", 0, "0.19151945"),
    ("[1234]", 0, "0.96645354"),
    ("0", 10 ** 6 - 3, "0.36259133 0.51650652 0.90860588"),
    ("0", 10 ** 7 - 3, "0.7016828 0.45616281 0.14553608"),
]


# ---- Text of a line -----------------------------------------------------------------------------

def hex_float(x):
    """The shortest form of float.hex(); C's strtod() reads it back to the same bits."""
    text = float(x).hex()
    if "p" not in text:
        return text
    mantissa, exponent = text.split("p")
    return mantissa.rstrip("0").rstrip(".") + "p" + exponent if "." in mantissa else text


def arg_text(arg):
    if arg is None:
        return "none"
    if isinstance(arg, list):
        return ":".join(map(hex_float, arg))
    return hex_float(arg) if isinstance(arg, float) else str(arg)


def canonical(values, dtype):
    """Flat, little-endian; every NaN with the same bits, since machines differ in them."""
    values = np.asarray(values).reshape(-1).astype(dtype.newbyteorder("<"))
    if dtype.kind == "f":
        values[np.isnan(values)] = np.nan
    return values


def value_texts(values):
    if values.dtype.kind == "f":
        return ["%016x" % bits for bits in values.view("<u8").tolist()]
    return ["%d" % value for value in values.tolist()]


def sha256(data, digits):
    return hashlib.sha256(data).hexdigest()[:digits]


def seeded(seed):
    """seed is Python: a number, a list, or a range."""
    if seed.startswith("range("):
        return np.random.RandomState(range(*map(int, seed[6:-1].split(","))))
    if seed.startswith("["):
        return np.random.RandomState([int(word) for word in seed[1:-1].split(",")])
    return np.random.RandomState(int(seed))


def prepare(rs, before):
    if before == "word":
        rs.randint(0, 2 ** 32, dtype="uint32")
    elif before == "gauss":
        rs.set_state(rs.get_state()[:3] + (1, -1.5))


def state_text(rs):
    _, key, pos, has_gauss, gauss = rs.get_state()
    bits = int(np.float64(gauss).view(np.uint64))
    key = sha256(np.asarray(key, "<u4").tobytes(), 16)
    return "pos=%d gauss=%d:%016x key=%s" % (pos, has_gauss, bits, key)


def draw_values(method, params, rs, n):
    draw = params.draw or method.draw
    if not params.single:
        return draw(rs, n, *params.args)
    calls = [draw(rs, 1, *params.args)[0] for _ in range(n)]
    return np.array(calls, method.dtype)


def vector_line(method, params, job):
    seed, before, n, digits = job
    rs = seeded(seed)
    prepare(rs, before)
    values = canonical(draw_values(method, params, rs, n), method.dtype)
    head = ["seed=" + seed]
    if before:
        head.append("before=" + before)
    if params.single:
        head.append("calls=single")
    head.append("args=" + (",".join(map(arg_text, params.args)) or "none"))
    head.append("n=%d %s" % (n, state_text(rs)))
    head.append("hash=" + sha256(values.tobytes(), digits))
    listed = params.listed and (seed, before, n) == (LISTED_SEED, None, LISTED_LENGTH)
    if listed or len(values) <= SHOW_ALL:
        return " ".join(head + ["values:"] + value_texts(values))
    return " ".join(head + ["last:"] + value_texts(values[-SHOW_LAST:]))


# ---- Text of a file -----------------------------------------------------------------------------

def release():
    return tuple(int(part) for part in np.__version__.split(".")[:3])


class Line:
    def __init__(self, text, checked=True):
        self.text = text
        self.checked = checked  # False: this NumPy is too old to give it


def libc():
    try:
        return os.confstr("CS_GNU_LIBC_VERSION")
    except (AttributeError, ValueError, OSError):
        return " ".join(platform.libc_ver()) or "unknown"


def has_fma():
    try:
        flags = pathlib.Path("/proc/cpuinfo").read_text().split()
    except OSError:
        return "unknown"
    return "yes" if "fma" in flags else "no"


def provenance():
    facts = [
        "NumPy " + np.__version__,
        "C library and libm: " + libc(),
        "CPU: %s, FMA: %s" % (platform.machine(), has_fma()),
        "Python " + platform.python_version(),
        "command: python3 vectors/generate.py",
    ]
    return [Line(PROVENANCE + fact) for fact in facts]


def banner(name):
    return [Line("# SPDX-License-Identifier: BSD-3-Clause"), Line("#"), Line("# " + name)] + \
        provenance()


FORMAT = """\
# seed  before  calls  args  n         what was called; see README.md
# pos  gauss  key                      the state after it; key: SHA-256 of the 624 words
# hash                                 SHA-256 of the values, little-endian
# values: all of them, or last: three  doubles as their 64 bits, integers in decimal"""


def method_lines(method):
    lines = banner("RandomState, method %s, values of dtype %s." % (method.name, method.dtype.name))
    lines += map(Line, FORMAT.split("\n"))
    count = 0
    for params in method.sets:
        checked = params.since is None or release() >= params.since
        note = "" if params.since is None else "; NumPy %d.%d.%d and later" % params.since
        lines += [Line(""), Line("# %s: %s%s" % (method.name, params.branch, note))]
        for job in params.jobs():
            lines.append(Line(vector_line(method, params, job), checked))
            count += 1
    return lines + [Line(""), Line("end lines=%d" % count)]


def same_as_printed(text, value):
    """Whether text is value as NumPy prints it: to 8 digits, or to all of them."""
    mantissa, _, exponent = text.partition("e")
    if len(mantissa.split(".")[1]) > 8:
        return float(text) == value
    ours, _, our_exponent = (("%.8e" if exponent else "%.8f") % value).partition("e")
    return (ours.rstrip("0"), our_exponent) == (mantissa.rstrip("0"), exponent)


def published_lines():
    lines = banner("Values of rand() that were published in print, in the digits printed there.")
    lines += map(Line, """\
# They were typed in, not written from NumPy's output. Before this file is written, each is compared
# with the NumPy named above.
# seed   the generator
# first  how many values come before the first that is given
# Each value has up to 8 digits after the point, rounded and without trailing zeros, or all.
""".split("\n"))
    for seed, first, text in PUBLISHED:
        rs = seeded(seed)
        for _ in range(first // LONG):
            rs.rand(LONG)
        rs.rand(first % LONG)
        if not all(map(same_as_printed, text.split(), rs.rand(len(text.split())))):
            sys.exit("NumPy does not print %s after seed %s" % (text, seed))
        lines.append(Line("seed=%s first=%d text: %s" % (seed, first, text)))
    return lines + [Line(""), Line("end lines=%d" % len(PUBLISHED))]


def all_files():
    for method in METHODS:
        yield method.name + ".txt", method_lines(method)
    yield "published.txt", published_lines()


# ---- Writing and comparing ----------------------------------------------------------------------

def write():
    too_new = [params.since for method in METHODS for params in method.sets if params.since]
    if release() < max(too_new):
        sys.exit("NumPy %s is too old to write the vectors from" % np.__version__)
    for name, lines in all_files():
        text = "".join(line.text + "\n" for line in lines)
        (HERE / name).write_bytes(text.encode("ascii"))


def differences(name, lines):
    """Compares a file with the lines that this NumPy gives; yields what differs."""
    path = HERE / name
    if not path.exists():
        yield "%s: missing" % name
        return
    old = path.read_text(encoding="ascii").split("\n")[:-1]
    for number, (have, line) in enumerate(itertools.zip_longest(old, lines), 1):
        want = None if line is None else line.text
        if want is not None and want.startswith(PROVENANCE) and have is not None:
            same = have.startswith(PROVENANCE)
        else:
            same = have == want or (have is not None and line is not None and not line.checked)
        if not same:
            yield "%s:%d:\n  file:  %s\n  NumPy: %s" % (name, number, have, want)


def check():
    expected = set()
    different = skipped = compared = 0
    for name, lines in all_files():
        expected.add(name)
        for difference in differences(name, lines):
            print(difference)
            different += 1
        skipped += sum(not line.checked for line in lines)
        compared += sum(line.checked and line.text.startswith("seed=") for line in lines)
    for path in sorted(HERE.glob("*.txt")):
        if path.name not in expected:
            print("%s: no method of that name" % path.name)
            different += 1
    print("NumPy %s: %d files, %d vectors compared, %d of later releases left out, %d differences"
          % (np.__version__, len(expected), compared, skipped, different))
    return 1 if different else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args()
    if np.dtype("l").itemsize != 8:
        sys.exit("this NumPy draws 32-bit integers by default: C's long has 32 bits here")
    warnings.simplefilter("ignore", DeprecationWarning)  # random_integers
    if options.check:
        return check()
    write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
