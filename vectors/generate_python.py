#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Write the vector files of nprand_py_... from the module random of this Python, or compare them.

    generate_python.py              write the file of every method in python/
    generate_python.py --release    write the file of this Python's release in python/releases/
    generate_python.py --check      write nothing; exit 1 if a file differs from what Python gives
    --python PATH                   with either option: of the Python at PATH, in place of this

Needs CPython 3.6 or newer and its standard library. The format is described in README.md. A method
that the Python asked does not have is left out of what is compared, and cannot be written.
"""
import argparse
import hashlib
import itertools
import os
import pathlib
import platform
import random
import struct
import sys

from other_python import OtherPython
from words import hex_float, words_of_uniform

HERE = pathlib.Path(__file__).resolve().parent / "python"
PROVENANCE = "# provenance: "

# Of the Python that is asked; main() may change them.
RELEASE = sys.version_info[:2]
VERSION = platform.python_version()
Random = random.Random

SHOW_ALL = 16
SHOW_LAST = 3

MAIN_SEED = "[12345]"
SEEDS = ("[0]", "[1]", MAIN_SEED, "[1,2,3]", "range(0,624)")
LENGTHS = (0, 1, 2, 3, 311, 312, 313, 623, 624, 625, 1247, 5000)
FEW = 100

NOT_IN_RELEASE = "the Python release that is set does not have this method"

# What Python says with numbers in it, and of what is 0.0 in other words in different releases.
WORDS = (
    ("empty range ", "empty range for randrange()"),
    ("float division by zero", "division by zero"),
    ("0.0 cannot be raised to a negative power", "division by zero"),
    ("range object index out of range", "Cannot choose from an empty sequence"),
    ("list index out of range", "Cannot choose from an empty sequence"),
    ("xrange object index out of range", "Cannot choose from an empty sequence"),
    ("Cannot convert negative int", "number of bits must be non-negative"),
    ("sample larger than population", "Sample larger than population or is negative"),
    ("Sample larger than population", "Sample larger than population or is negative"),
    ("Total of counts must be greater than zero", "Counts must be non-negative"),
)


def words_of(error):
    for begins, ours in WORDS:
        if str(error).startswith(begins):
            return ours
    return str(error)


class Set:
    """One choice of arguments: what it reaches, and which lines are written for it."""

    def __init__(self, args, branch, lengths=None, seeds=("[0]", "[1,2,3]"), usual=False,
                 before=None, refused=False, again=False):
        self.args = args
        self.branch = branch
        self.lengths = lengths or (LENGTHS if usual else (1,) if refused else (FEW,))
        self.seeds = SEEDS if usual else seeds
        self.usual = usual
        self.before = before
        self.refused = refused
        self.again = again  # early patches of a release raise an error here

    def jobs(self):
        """(seed, before, n) of each line."""
        jobs = [(MAIN_SEED, self.before, n) for n in self.lengths]
        if self.refused:
            return jobs
        common = max((n for n in self.lengths if n <= 624), default=self.lengths[0])
        jobs += [(seed, self.before, common) for seed in self.seeds if seed != MAIN_SEED]
        if self.usual:
            jobs += [(MAIN_SEED, before, n) for before in ("word", "gauss") for n in (1, 2, 625)]
        return jobs


def usual(*args, branch):
    return Set(args, branch, usual=True)


def refused(*args, branch):
    return Set(args, branch, refused=True)


def uniforms(*args, us, branch, n=1, again=False):
    """After these uniform doubles."""
    return Set(args, branch, lengths=(n,), seeds=(), again=again,
               before="uniforms:" + ":".join(u.hex() for u in us))


class Method:
    """draw(g, n, *args) gives the values of n draws in a list."""

    def __init__(self, name, kind, size, draw, *sets):
        self.name = name
        self.kind = kind  # f float, i signed, u unsigned
        self.size = size  # bytes of a value
        self.draw = draw
        self.sets = sets


def each(name):
    """n calls of a method."""
    return lambda g, n, *args: [getattr(g, name)(*args) for _ in range(n)]


# ---- How the other methods are drawn -------------------------------------------------------------

def key_after(seed, n):
    return list(seed.getstate()[1][:n])


def draw_seed(g, n, *args):
    g.seed(*args[:1] if RELEASE < (3,) else args)
    return key_after(g, n)


def draw_seed_limbs(g, n, limbs):
    return draw_seed(g, n, int.from_bytes(limbs, "little"))


def draw_limbs(g, n, k):
    value = g.getrandbits(k)
    return [value >> 32 * i & 0xffffffff for i in range(n)]


def draw_shuffle(g, n, size):
    elements = [bytes((i >> 8 * (k % 8)) + k // 8 & 0xff for k in range(size)) for i in range(n)]
    g.shuffle(elements)
    return list(b"".join(elements))


def draw_choices(g, n, population, weights, cum_weights):
    return g.choices(range(population), weights, cum_weights=cum_weights, k=n)


def draw_sample(g, n, population):
    return g.sample(range(population), n)


def draw_sample_counts(g, n, counts):
    return g.sample(range(len(counts)), n, counts=list(map(int, counts)))


def lines_of_sample():
    """Both methods, on each side of where they change; and the largest population."""
    for population, n, branch in (
            (10, 0, "nothing"), (1, 1, "one of one"), (10, 10, "all, from a pool"),
            (21, 1, "from a pool, at its end"), (22, 1, "past a set, at its beginning"),
            (21, 5, "k = 5: the pool ends at 21"), (22, 5, "k = 5: the set begins at 22"),
            (85, 6, "k = 6: the pool ends at 85"), (86, 6, "k = 6: the set begins at 86"),
            (277, 22, "k = 22: the pool ends at 277"), (278, 22, "k = 22: the set begins at 278"),
            (278, 85, "k = 85: the pool ends at 277"), (1045, 86, "k = 86: the pool ends at 1045"),
            (1046, 86, "k = 86: the set begins at 1046"), (1046, 341, "many of a set"),
            (5000, 1000, "from a large pool"), (2 ** 32, 300, "indices beyond a word"),
            (2 ** 63 - 1, 50, "the largest population")):
        yield Set((population,), branch, lengths=(n,), seeds=SEEDS)


NAN, INF = float("nan"), float("inf")
INT64_MIN, INT64_MAX, UINT64_MAX = -2 ** 63, 2 ** 63 - 1, 2 ** 64 - 1
LAST = 1.0 - 2.0 ** -53

METHODS = (
    # ---- Seeds
    Method("seed", "u", 4, draw_seed, *(
        Set((a,), "an integer", lengths=(624,), seeds=())
        for a in (0, 1, -1, 42, 2 ** 32 - 1, 2 ** 32, -2 ** 40, INT64_MAX, INT64_MIN))),
    Method("seed_limbs", "u", 4, draw_seed_limbs, *(
        Set((limbs,), branch, lengths=(624,), seeds=()) for limbs, branch in (
            (b"", "0, without limbs"), (bytes(8), "0, with two limbs"),
            (bytes(range(1, 13)), "three limbs"), (bytes(range(1, 13)) + bytes(4), "a zero above"),
            (bytes(i % 251 for i in range(2496)), "624 limbs"),
            (bytes(i % 251 for i in range(2504)), "626 limbs"),
            (bytes(i % 251 for i in range(8000)), "2000 limbs")))),
    Method("seed_float", "u", 4, draw_seed, *(
        Set((a,), branch, lengths=(624,), seeds=()) for a, branch in (
            (0.0, "0"), (-0.0, "-0"), (1.0, "a whole number"), (-1.0, "the hash that is none"),
            (0.5, "a fraction"), (-2.5, "a negative one"), (3.141592653589793, "all bits"),
            (1e300, "large"), (-1e300, "large"), (5e-324, "subnormal"), (2.0 ** 61, "the modulus"),
            (2.0 ** 52 + 1.0, "no rotation"), (INF, "infinity"), (-INF, "infinity")))),
    Method("seed_bytes", "u", 4, draw_seed, *(
        Set((a, version), "version %d, %s" % (version, branch), lengths=(624,), seeds=())
        for version in (1, 2) for a, branch in (
            (b"", "nothing"), (b"a", "1 byte"), (b"abc", "3 bytes"), (b"\0", "a zero"),
            (b"\0\0\0\0\0ab", "zeros first"), (b"hello world", "11 bytes"),
            ("\u00fcber".encode(), "UTF-8"), (bytes(range(256)), "256 bytes"),
            (b"x" * 111, "111 bytes: the hash's last one in a block"),
            (b"x" * 112, "112 bytes: one block more"), (b"x" * 128, "128 bytes"),
            (bytes(i % 251 for i in range(2431)), "2431 bytes"),
            (bytes(i % 251 for i in range(2433)), "2433 bytes: 625 limbs"),
            (bytes(i % 251 for i in range(5000)), "5000 bytes")))),
    # ---- Bits
    Method("getrandbits", "u", 8, each("getrandbits"),
           *(usual(k, branch="%d bits" % k) for k in (1, 32, 33, 64)),
           *(Set((k,), "%d bits" % k) for k in (0, 2, 7, 31, 63)),
           refused(-1, branch="k < 0")),
    Method("getrandbits_limbs", "u", 4, draw_limbs, *(
        Set((k,), "%d bits" % k, lengths=((k + 31) // 32,), seeds=SEEDS)
        for k in (0, 1, 31, 32, 33, 64, 65, 1000, 20000))),
    Method("randbytes", "u", 1, lambda g, n: list(g.randbytes(n)),
           Set((), "any number of bytes", lengths=(0, 1, 2, 3, 4, 5, 7, 8, 2495, 2496, 2497, 9999),
               seeds=()),
           Set((), "any number of bytes", lengths=(623,), seeds=SEEDS)),
    # ---- Integers
    Method("randrange", "i", 8, each("randrange"),
           usual(0, 10, 1, branch="10 values"), usual(-5, 1000, 7, branch="a step"),
           usual(INT64_MIN, INT64_MAX, 1, branch="nearly all integers"),
           *(Set(args, branch) for args, branch in (
               ((0, 1, 1), "one value: a bit until it is 0"), ((0, 8, 1), "a power of two"),
               ((0, 7, 1), "below it"), ((10, 0, -1), "downwards"), ((10, 0, -3), "downwards"),
               ((0, 10, 10), "one step"), ((0, 11, 10), "two steps"),
               ((0, 2 ** 32 - 1, 1), "32 bits"), ((0, 2 ** 32, 1), "33 bits"),
               ((5, 5 + 2 ** 62, 1), "63 bits"), ((0, INT64_MAX, 1), "63 bits"),
               ((INT64_MIN, 1, 1), "64 bits"),
               ((INT64_MIN, INT64_MAX, 2 ** 40), "a large step"),
               ((INT64_MAX, INT64_MIN, INT64_MIN), "the largest step downwards"),
               ((INT64_MIN, INT64_MAX, INT64_MAX), "the largest step"))),
           refused(0, 0, 1, branch="empty"), refused(1, 0, 1, branch="empty"),
           refused(0, 1, -1, branch="empty"), refused(0, 10, 0, branch="step 0")),
    Method("randrange_uint64", "u", 8, each("randrange"),
           usual(0, UINT64_MAX, 1, branch="nearly all integers"),
           *(Set(args, branch) for args, branch in (
               ((2 ** 63, 2 ** 63 + 10, 1), "beyond int64"),
               ((UINT64_MAX, 0, -1), "downwards"), ((UINT64_MAX, 0, INT64_MIN), "downwards"),
               ((3, UINT64_MAX, 5), "a step"), ((0, UINT64_MAX, INT64_MAX), "the largest step"))),
           refused(1, 1, 1, branch="empty"), refused(1, 2, -1, branch="empty"),
           refused(1, 2, 0, branch="step 0")),
    Method("randint", "i", 8, each("randint"),
           usual(1, 6, branch="a die"), usual(INT64_MIN, INT64_MAX, branch="all integers"),
           Set((3, 3), "one value"), Set((-2 ** 31, 2 ** 31 - 1), "33 bits"),
           Set((0, INT64_MAX), "64 bits"), refused(1, 0, branch="empty")),
    Method("randint_uint64", "u", 8, each("randint"),
           usual(0, UINT64_MAX, branch="all integers"),
           Set((2 ** 63, UINT64_MAX), "64 bits"), Set((7, 7), "one value"),
           refused(1, 0, branch="empty")),
    # ---- Sequences
    Method("choice", "i", 8, lambda g, n, a: [g.choice(range(a)) for _ in range(n)],
           usual(7, branch="7 elements"), Set((1,), "1 element"), Set((256,), "256 elements"),
           Set((INT64_MAX,), "the longest sequence"), refused(0, branch="nothing to choose from")),
    Method("choices", "i", 8, draw_choices,
           usual(10, None, None, branch="equal chances"),
           usual(3, [1.0, 2.0, 3.0], None, branch="weights"),
           usual(4, None, [0.5, 0.75, 4.0, 8.0], branch="cumulative weights"),
           *(Set(args, branch) for args, branch in (
               ((1, None, None), "1 element"), ((2 ** 53, None, None), "many elements"),
               ((1, [0.25], None), "1 weight"), ((5, [0.0, 0.0, 1.0, 0.0, 2.0], None), "zeros"),
               ((2, [3.0, 0.0], None), "the last weight 0"),
               ((5, [3.0, -1.0, 2.0, -2.0, 5.0], None), "negative weights"),
               ((4, None, [3.0, 1.0, 2.0, 4.0]), "cumulative weights out of order"))),
           Set((0, None, None), "nothing of nothing", lengths=(0,), seeds=()),
           uniforms(3, [1.0, 1.0, 1.0], None, us=[0.0, LAST], n=2, branch="the ends"),
           refused(0, None, None, branch="nothing to choose from"),
           refused(0, [], None, branch="nothing to choose from, with weights")),
    Method("shuffle", "u", 1, draw_shuffle,
           *(Set((size,), "elements of %d bytes" % size, lengths=(0, 1, 2, 3, 624, 5000),
                 seeds=SEEDS) for size in (1, 8)),
           Set((300,), "elements of 300 bytes", lengths=(50,))),
    Method("sample", "i", 8, draw_sample, *lines_of_sample(),
           Set((0,), "nothing of nothing", lengths=(0,), seeds=()),
           Set((0,), "too many", refused=True)),
    Method("sample_counts", "i", 8, draw_sample_counts,
           *(Set((counts,), branch, lengths=(n,), seeds=SEEDS) for counts, n, branch in (
               ([4.0, 2.0], 5, "from a pool"), ([1.0], 1, "one of one"),
               ([0.0, 3.0, 0.0, 1.0, 0.0], 4, "zeros"), ([-1.0, 3.0, -1.0, 4.0], 3, "negative"),
               ([1e6, 2e6, 3e6], 100, "past a set"), ([5.0, 5.0], 0, "nothing"))),
           Set(([1.0, 2.0],), "k above the sum", lengths=(4,), seeds=(), refused=True),
           refused([-3.0, 1.0], branch="negative sum")),
    # ---- Doubles
    Method("random", "f", 8, each("random"), usual(branch="uniform"),
           uniforms(us=[0.0, LAST], n=2, branch="the ends")),
    Method("uniform", "f", 8, each("uniform"), usual(-1.0, 3.0, branch="uniform"),
           *(Set(args, branch) for args, branch in (
               ((3.0, -1.0), "downwards"), ((2.0, 2.0), "no width"),
               ((-1.7e308, 1.7e308), "infinite width"), ((NAN, 1.0), "NaN"),
               ((0.0, 5e-324), "subnormal"), ((0.0, INF), "infinity")))),
    Method("triangular", "f", 8, each("triangular"),
           usual(0.0, 10.0, 3.0, branch="the mode between the ends"),
           *(Set(args, branch) for args, branch in (
               ((0.0, 1.0, 0.0), "the mode at an end"), ((0.0, 1.0, 1.0), "the mode at an end"),
               ((0.0, 1.0, 0.5), "the mode in the middle"), ((0.0, 1.0, 2.0), "above both ends"),
               ((0.0, 1.0, -2.0), "below both ends"), ((5.0, 1.0, 2.0), "downwards"),
               ((2.0, 2.0, 2.0), "no width"), ((2.0, 2.0, 7.0), "no width"),
               ((0.0, 1.0, NAN), "NaN"), ((-INF, 1.0, 0.0), "infinity"),
               ((-1.7e308, 1.7e308, 0.0), "infinite width"))),
           uniforms(1.0, 2.0, 1.0, us=[0.0], branch="U = 0")),
    Method("triangular_symmetric", "f", 8, each("triangular"),
           usual(0.0, 1.0, branch="no mode"), Set((5.0, -1.0), "downwards"),
           Set((2.0, 2.0), "no width"), Set((0.0, NAN), "NaN"),
           uniforms(1.0, 2.0, us=[0.0, LAST, 0.5], n=3, branch="the ends and the middle"),
           uniforms(3.0, 2.0 ** 54, us=[0.5], branch="the middle, with another sum from each end")),
    Method("gauss", "f", 8, each("gauss"), usual(0.0, 1.0, branch="pairs"),
           usual(10.0, -2.5, branch="pairs, moved and turned"),
           Set((0.0, 0.0), "sigma 0"), Set((INF, 1.0), "infinity"), Set((0.0, NAN), "NaN"),
           uniforms(0.0, 1.0, us=[0.0, 0.0], n=2, branch="U = 0")),
    Method("normalvariate", "f", 8, each("normalvariate"), usual(0.0, 1.0, branch="standard"),
           usual(-3.0, 0.5, branch="moved"), Set((0.0, 0.0), "sigma 0"), Set((NAN, 1.0), "NaN"),
           uniforms(0.0, 1.0, us=[0.5, 0.0, 0.0, 0.0], n=1, branch="U = 0")),
    Method("lognormvariate", "f", 8, each("lognormvariate"), usual(0.0, 1.0, branch="standard"),
           Set((-800.0, 1.0), "underflow"), Set((1.0, -0.25), "negative sigma"),
           Set((NAN, 1.0), "NaN")),
    Method("expovariate", "f", 8, each("expovariate"), usual(1.0, branch="mean 1"),
           usual(-0.3, branch="negative"), Set((INF,), "infinity"), Set((5e-324,), "subnormal"),
           Set((NAN,), "NaN"), uniforms(2.0, us=[0.0, LAST], n=2, branch="the ends"),
           refused(0.0, branch="0"), refused(-0.0, branch="-0")),
    Method("paretovariate", "f", 8, each("paretovariate"),
           *(Set((alpha,), branch) for alpha, branch in (
               (1.0, "1"), (INF, "infinity"), (-1.0, "negative"), (NAN, "NaN"))),
           refused(0.0, branch="0")),
    Method("weibullvariate", "f", 8, each("weibullvariate"), usual(1.0, 1.5, branch="a shape"),
           usual(-2.0, 0.1, branch="negative scale"), Set((1.0, 1.0), "exponential"),
           Set((1.0, -2.0), "negative shape"), Set((NAN, 1.0), "NaN"), Set((1.0, NAN), "NaN"),
           Set((1.0, INF), "infinity"),
           uniforms(1.0, 1.0, us=[0.0], branch="U = 0"),
           refused(1.0, 0.0, branch="shape 0")),
    Method("gammavariate", "f", 8, each("gammavariate"), usual(2.5, 3.0, branch="alpha above 1"),
           usual(1.0, 2.0, branch="alpha 1"), usual(0.5, 2.0, branch="alpha below 1"),
           *(Set(args, branch) for args, branch in (
               ((1e-3, 1.0), "near 0"), ((1e-300, 1.0), "nearly 0: it underflows"),
               ((1.0 + 2.0 ** -52, 1.0), "next above 1"), ((1.0 - 2.0 ** -53, 1.0), "next below 1"),
               ((200.0, 0.1), "large"), ((1e300, 1e-300), "very large"), ((2.0, NAN), "NaN"),
               ((2.0, INF), "infinity"))),
           uniforms(2.5, 1.0, us=[2.0 ** -24, 0.5, 0.5], branch="a first uniform too low"),
           uniforms(2.5, 1.0, us=[2.0 ** -23, 0.5, 0.5], branch="one that is not"),
           uniforms(2.5, 1.0, us=[1.0 - 2.0 ** -24, 0.5, 0.5], branch="a first uniform too high"),
           uniforms(2.5, 1.0, us=[1.0 - 2.0 ** -23, 0.5, 0.5], branch="one that is not"),
           uniforms(0.5, 1.0, us=[0.0, 0.5], branch="U = 0"),
           refused(0.0, 1.0, branch="alpha 0"), refused(-1.0, 1.0, branch="alpha < 0"),
           refused(1.0, 0.0, branch="beta 0"), refused(NAN, -1.0, branch="beta < 0")),
    Method("betavariate", "f", 8, each("betavariate"), usual(2.0, 3.0, branch="above 1"),
           usual(0.5, 0.25, branch="below 1"), Set((1.0, 1.0), "uniform"),
           Set((1e-300, 1.0), "the first one is 0"), Set((1.0, 1e-300), "the second one is 0"),
           Set((1e300, 2.0), "large"),
           refused(0.0, 1.0, branch="alpha 0"), refused(1.0, -1.0, branch="beta < 0")),
    Method("vonmisesvariate", "f", 8, each("vonmisesvariate"),
           usual(0.0, 4.0, branch="a concentration"), usual(3.0, 0.5, branch="a mean"),
           *(Set(args, branch) for args, branch in (
               ((1.0, 0.0), "uniform"), ((1.0, 1e-6), "uniform, at the end"),
               ((1.0, 1.1e-6), "nearly uniform"), ((1.0, -3.0), "negative: uniform"),
               ((-100.0, 1.0), "a mean below 0"), ((100.0, 1.0), "a mean above 2 pi"),
               ((1.0, 1e10), "narrow"), ((0.0, 1e300), "a point"), ((NAN, 1.0), "NaN"),
               ((INF, 1.0), "infinity"), ((0.0, 100.0), "narrow")))),
    # ---- Discrete
    Method("binomialvariate", "i", 8, each("binomialvariate"),
           usual(1, 0.3, branch="one trial"), usual(20, 0.25, branch="jumps"),
           usual(1000, 0.4, branch="rejection"), usual(100, 0.9, branch="p above 1/2"),
           *(Set(args, branch) for args, branch in (
               ((0, 0.5), "no trials"), ((10, 0.0), "p = 0"), ((10, 1.0), "p = 1"),
               ((1, 0.999), "one trial, p above 1/2"), ((1, NAN), "one trial, NaN"),
               ((20, 0.5), "np = 10: rejection"), ((19, 0.5), "np below 10: jumps"),
               ((10 ** 15, 1e-17), "1 - p is 1"), ((10 ** 15, 2e-16), "a tiny p"),
               ((10 ** 6, 1e-6), "a small p"), ((10 ** 18, 0.5), "many trials"),
               ((INT64_MAX, 0.5), "most trials"), ((INT64_MAX, 1e-18), "most trials, np below 10"),
               ((INT64_MAX, 1e-15), "most trials, small p"), ((40, 0.26), "few trials"),
               ((2 ** 62, 0.7), "many trials, p above 1/2"))),
           uniforms(INT64_MAX, 0.5, us=[LAST, 0.5, 0.25], branch="beyond all integers: again"),
           refused(-1, 0.5, branch="n < 0"), refused(10, -0.1, branch="p < 0"),
           refused(10, 1.5, branch="p > 1")),
)

METHOD_NAMED = {method.name: method for method in METHODS}

# What releases give differently, or some do not have.
RELEASE_SETS = (
    ("paretovariate", usual(2.5, branch="a shape")),
    ("paretovariate", Set((1e-3,), "overflow at times", lengths=(1,), seeds=())),
    ("paretovariate", Set((-0.7,), "a negative one")),
    ("getrandbits", Set((0,), "no bits", lengths=(1,), seeds=())),
    ("choices", Set((3, [0.0, 0.0, 0.0], None), "weights of 0", lengths=(1,), seeds=())),
    ("choices", Set((3, [1.0, -2.0, 0.5], None), "negative weights", lengths=(1,), seeds=())),
    ("choices", Set((3, [1.0, INF, 0.5], None), "infinite weights", lengths=(1,), seeds=())),
    ("choices", Set((3, None, [1.0, 2.0, NAN]), "NaN", lengths=(1,), seeds=())),
    ("randbytes", Set((), "bytes", lengths=(5,), seeds=())),
    ("sample_counts", Set(([4.0, 2.0],), "counts", lengths=(5,), seeds=())),
    ("binomialvariate", Set((20, 0.25), "binomial", lengths=(5,), seeds=())),
    ("gammavariate", usual(1.0, 2.0, branch="alpha 1")),
    ("gammavariate", uniforms(1.0, 1.0, us=[1e-7 // 2.0 ** -53 * 2.0 ** -53, 2.0 ** -23],
                              branch="a uniform not above 1e-7, and one above it")),
    ("betavariate", Set((1.0, 1.0), "uniform")),
    ("triangular", usual(0.0, 10.0, 3.0, branch="the mode between the ends")),
    ("triangular", Set((5.0, 1.0, 7.0), "downwards, the mode above both ends")),
    ("triangular", Set((2.0, 2.0, 2.0), "no width", lengths=(1,), seeds=())),
    ("triangular_symmetric", usual(0.0, 1.0, branch="no mode")),
    ("triangular_symmetric", Set((2.0, 2.0), "no width", lengths=(1,), seeds=())),
    ("choices", Set((10, None, None), "equal chances")),
    ("choice", usual(7, branch="7 elements")),
    ("choice", Set((1,), "1 element")),
    ("choice", Set((2 ** 53 + 1,), "2^53 + 1 elements")),
    ("choice", Set((INT64_MAX,), "the longest sequence")),
    ("choice", uniforms(INT64_MAX, us=[LAST], branch="the last uniform")),
    ("choice", refused(0, branch="nothing to choose from")),
    ("randrange", usual(-5, 1000, 7, branch="a step")),
    *(("randrange", Set(args, branch)) for args, branch in (
        ((0, 2 ** 53 - 1, 1), "below 2^53"), ((0, 2 ** 53, 1), "2^53"),
        ((0, 2 ** 54 - 2 ** 36, 1), "2^54 - 2^36"), ((0, 2 ** 54 - 2 ** 37, 1), "2^54 - 2^37"),
        ((INT64_MAX, INT64_MIN, -3), "downwards"))),
    ("randrange", refused(0, 0, 1, branch="empty")),
    ("randrange_uint64", Set((3, UINT64_MAX, 1), "nearly all integers")),
    ("randint", usual(1, 6, branch="a die")),
    ("randint", Set((0, INT64_MAX), "2^63")),
    ("randint", Set((INT64_MIN, INT64_MAX), "all integers")),
    ("randint_uint64", Set((0, UINT64_MAX), "all integers")),
    ("shuffle", Set((1,), "elements of a byte", lengths=(0, 1, 2, 3, 624, 5000))),
    *(("sample", Set((population,), branch, lengths=(n,))) for population, n, branch in (
        (21, 5, "from a pool"), (22, 5, "past a set"), (85, 6, "from a pool, k = 6"),
        (86, 6, "past a set, k = 6"), (5000, 1000, "from a large pool"),
        (INT64_MAX, 50, "the largest population"))),
    ("sample", Set((0,), "too many", refused=True)),
)

# For 3.14 and later. The last patches of 3.13 give these lines too. Earlier ones, of 3.14 too, raise
# an error after a draw.
AGAIN_SETS = (
    ("binomialvariate", uniforms(20, 0.25, us=[0.0, 0.25, 0.0, 0.0, 0.5], n=5, again=True,
                                 branch="U = 0 in a jump: again")),
    ("binomialvariate", uniforms(100, 0.25, us=[0.0, 0.5, 0.25], n=5, again=True,
                                 branch="U = 0 in an attempt: again")),
)

SINCE = {"choices": (3, 6), "randbytes": (3, 9), "sample_counts": (3, 9), "binomialvariate": (3, 12)}

# What Python 2 draws by random() and not by bits, and hashes it has of its own.
OTHER_IN_PYTHON_2 = ("randrange", "randrange_uint64", "randint", "randint_uint64", "choice",
                     "sample", "shuffle", "seed_float")


def is_drawn(method, params):
    """Whether this Python gives what the method's file has: it may refuse, or give other bits."""
    if RELEASE < SINCE.get(method.name, (0,)):
        return False
    if method.name in ("getrandbits", "getrandbits_limbs") and params.args[0] <= 0:
        return RELEASE >= (3, 9)
    if method.name == "paretovariate" and not params.refused:
        return RELEASE >= (3, 10)
    if method.name in ("gammavariate", "betavariate") and 1.0 in params.args[:2] and \
            not params.refused and not (method.name == "gammavariate" and params.args[0] != 1.0):
        return RELEASE >= (3, 8)
    if method.name in ("triangular", "triangular_symmetric"):
        return RELEASE >= (3, 7)
    if method.name in OTHER_IN_PYTHON_2 or (method.name == "seed_bytes" and params.args[1] == 2):
        return RELEASE >= (3,)
    if method.name == "seed_bytes":
        return not (3, 3) <= RELEASE < (3, 6)  # a hash that differs from process to process
    return True


def gives_value(method, params, job):
    """Whether this patch of Python gives a value, and raises no error over the numbers drawn."""
    seed, before, n = job
    g = seeded(seed)
    prepare(g, before)
    try:
        method.draw(g, n, *params.args)
    except (ValueError, ZeroDivisionError):
        return False
    return True


# ---- Text of a line ------------------------------------------------------------------------------

def arg_text(arg):
    if arg is None:
        return "none"
    if isinstance(arg, bytes):
        return arg.hex() or "empty"
    if isinstance(arg, list):
        return ":".join(map(hex_float, arg)) or "empty"
    return hex_float(arg) if isinstance(arg, float) else str(arg)


def packed(method, values):
    """Little-endian; every NaN with the same bits."""
    if method.kind == "f":
        return b"".join(bytes.fromhex("000000000000f87f") if v != v else struct.pack("<d", v)
                        for v in map(float, values))
    return b"".join(v.to_bytes(method.size, "little", signed=method.kind == "i") for v in values)


def value_texts(method, values):
    if method.kind == "f":
        return [packed(method, [v])[::-1].hex() for v in values]
    return [str(v) for v in values]


def sha256(data):
    return hashlib.sha256(data).hexdigest()[:16]


def seeded(seed):
    words = list(range(*map(int, seed[6:-1].split(",")))) if seed.startswith("range(") else \
        [int(word) for word in seed[1:-1].split(",")]
    return Random(sum(word << 32 * i for i, word in enumerate(words)))


def prepare(g, before):
    if before is None:
        return
    if before == "word":
        g.getrandbits(32)
        return
    version, words, gauss_next = g.getstate()
    if before == "gauss":
        g.setstate((version, words, -1.5))
        return
    key = [word for u in before.split(":")[1:] for word in words_of_uniform(float.fromhex(u))]
    g.setstate((version, tuple(key) + words[len(key):624] + (0,), gauss_next))


def state_text(g):
    _, words, gauss_next = g.getstate()
    gauss = struct.pack(">d", gauss_next or 0.0).hex()
    key = sha256(b"".join(word.to_bytes(4, "little") for word in words[:624]))
    return "pos=%d gauss=%d:%s key=%s" % (words[624], gauss_next is not None, gauss, key)


def outcome(method, params, g, n):
    """What stands behind n=. The state is looked at last."""
    if RELEASE < SINCE.get(method.name, (0,)):
        return [state_text(g), "refused:", NOT_IN_RELEASE]
    try:
        values = method.draw(g, n, *params.args)
    except OverflowError:
        sys.exit("%s%s overflows" % (method.name, params.args))
    except (ValueError, ZeroDivisionError, IndexError, TypeError) as error:
        # Python may have drawn before it raised; the library has not.
        return [None, "refused:", words_of(error)]
    if params.refused:
        sys.exit("%s%s is not refused" % (method.name, params.args))
    shown = [state_text(g), "hash=" + sha256(packed(method, values))]
    if len(values) <= SHOW_ALL:
        return shown + ["values:"] + value_texts(method, values)
    return shown + ["last:"] + value_texts(method, values[-SHOW_LAST:])


def vector_line(method, params, job, settings=()):
    seed, before, n = job
    g = seeded(seed)
    prepare(g, before)
    state = state_text(g)
    head = list(settings) + ["seed=" + seed]
    if before:
        head.append("before=" + before)
    head.append("args=" + (",".join(map(arg_text, params.args)) or "none"))
    head.append("n=%d" % n)
    rest = outcome(method, params, g, n)
    return " ".join(head + [rest[0] or state] + rest[1:])


# ---- Text of a file ------------------------------------------------------------------------------

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


FORMAT = """\
# seed  before  args  n                what was called; see README.md
# pos  gauss  key                      the state after it; key: SHA-256 of the 624 words
# hash                                 SHA-256 of the values, little-endian
# values: all of them, or last: three  doubles as their 64 bits, integers in decimal
# refused:                             in place of hash and values: Python's words"""


def banner(name, command):
    return ["# SPDX-License-Identifier: BSD-3-Clause", "#", "# " + name] + [
        PROVENANCE + fact for fact in (
            "Python " + VERSION,
            "C library and libm: " + libc(),
            "CPU: %s, FMA: %s" % (platform.machine(), has_fma()),
            "command: " + command)] + FORMAT.split("\n")


def set_lines(cases, settings=lambda method: ()):
    """The lines of (method, parameter set) pairs; None for one that this Python gives otherwise."""
    lines, count, last = [], 0, None
    for method, params in cases:
        comment = "# %s: %s" % (method.name, params.branch)
        if comment != last:
            lines += ["", comment]
            last = comment
        for job in params.jobs():
            count += 1
            drawn = settings(method) or is_drawn(method, params)
            if params.again:
                drawn = gives_value(method, params, job)
            lines.append(vector_line(method, params, job, settings(method)) if drawn else None)
    return lines + ["", "end lines=%d" % count]


def method_lines(method):
    kind = {"f": "float", "i": "int", "u": "uint"}[method.kind]
    return banner("random.Random, method %s, values of type %s%d." %
                  (method.name, kind, 8 * method.size), "python3 vectors/generate_python.py") + \
        set_lines((method, params) for params in method.sets)


def release_name():
    return "releases/%d.%d.txt" % RELEASE


def release_lines():
    settings = ["python=%d.%d" % RELEASE]
    return banner("random.Random in one release: what other releases give may differ.",
                  "python3 vectors/generate_python.py --release" +
                  (" --python python2.7" if RELEASE < (3,) else "")) + \
        set_lines([(METHOD_NAMED[name], params) for name, params in
                   RELEASE_SETS + (AGAIN_SETS if RELEASE >= (3, 14) else ())],
                  lambda method: ["method=py_" + method.name] + settings)


# ---- Writing and comparing -----------------------------------------------------------------------

def write_file(name, lines):
    if None in lines:
        sys.exit("Python %d.%d does not give all of %s" % (RELEASE + (name,)))
    path = HERE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("".join(line + "\n" for line in lines).encode("ascii"))


def differences(name, lines):
    old = (HERE / name).read_text(encoding="ascii").split("\n")[:-1]
    for number, (have, want) in enumerate(itertools.zip_longest(old, lines), 1):
        both_say_where = have is not None and have.startswith(PROVENANCE) and \
            want is not None and want.startswith(PROVENANCE)
        left_out = have is not None and want is None and number <= len(lines)
        if have != want and not both_say_where and not left_out:
            yield "%s:%d:\n  file:   %s\n  Python: %s" % (name, number, have, want)


def check():
    files = [(method.name + ".txt", method_lines(method)) for method in METHODS]
    if (HERE / release_name()).exists():
        files.append((release_name(), release_lines()))
    different = 0
    for name, lines in files:
        for difference in differences(name, lines):
            print(difference)
            different += 1
    lines = [line for _, lines in files for line in lines]
    compared = sum(line is not None and line.startswith(("seed=", "method=")) for line in lines)
    print("Python %s: %d files, %d vectors compared, %d of other releases left out, %d differences"
          % (VERSION, len(files), compared, lines.count(None), different))
    return 1 if different else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--release", action="store_true", help="write the file of this release")
    parser.add_argument("--python", metavar="PATH", help="ask this Python")
    options = parser.parse_args()
    if options.python:
        global RELEASE, VERSION, Random
        other = OtherPython(options.python)
        RELEASE, VERSION, Random = other.release, other.version, other.Random
    if options.check:
        return check()
    if options.release:
        write_file(release_name(), release_lines())
        return 0
    for method in METHODS:
        write_file(method.name + ".txt", method_lines(method))
    return 0


if __name__ == "__main__":
    sys.exit(main())
