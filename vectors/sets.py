# SPDX-License-Identifier: BSD-3-Clause
"""What the vectors of libnprand are drawn from: the methods, and the parameter sets of each, with
the branch that they reach. generate.py draws them.
"""
from __future__ import division

import itertools

import numpy as np

from words import hex_float

SEEDS = (
    "0", "1", "2", "42", "12345", "4294967295", "[1234]", "[1,2,3]", "range(0,624)",
    "range(4294966049,4294967296)",
)
LENGTHS = (0, 1, 2, 623, 624, 625, 626, 1247, 10000)
MAIN_SEED = "12345"   # of every parameter set at every length
LISTED_SEED = "42"    # of the lines that list all values
LISTED_LENGTH = 1247  # two twists
LONG = 1000000

# What a branch needs less often than the main parameters do.
FEW_SEEDS = (MAIN_SEED, "0", "[1,2,3]")
FEW_LENGTHS = (1000,)


class Set(object):
    """One choice of parameters: what it reaches, and which lines are written for it."""

    def __init__(self, args, branch, lengths=LENGTHS, seeds=SEEDS, grid=False, listed=False,
                 long=False, single=False, before=None, refused=False, refused_before=None,
                 other_in=None, draw=None, since=(0, 0, 0)):
        self.args = args
        self.branch = branch
        self.lengths = lengths
        self.seeds = seeds
        self.grid = grid          # every seed at every length, and prepared generators
        self.listed = listed      # one line with all of 1247 values
        self.long = long          # one line of 10^6 values
        self.single = single      # n calls for one value in place of one call for n
        self.before = before      # how each generator is prepared
        self.refused = refused    # NumPy raises
        self.refused_before = refused_before  # before this release NumPy raises
        self.other_in = other_in  # first and last of the NumPy releases that differ here
        self.draw = draw          # in place of the method's
        self.since = since        # in releases/: the first of the NumPy releases that draw it

    def seeds_and_lengths(self):
        if self.grid:
            return list(itertools.product(self.seeds, self.lengths))
        common = max([n for n in self.lengths if n <= 624] or self.lengths[:1])
        return ([(MAIN_SEED, n) for n in self.lengths] +
                [(seed, common) for seed in self.seeds if seed != MAIN_SEED])

    def jobs(self):
        """(seed, before, n, digits of the hash) of each line."""
        jobs = [(seed, self.before, n, 16) for seed, n in self.seeds_and_lengths()]
        if self.grid:
            jobs += [(MAIN_SEED, "word", n, 16) for n in self.lengths]
            jobs += [(MAIN_SEED, "gauss", n, 16) for n in self.lengths if n <= 1247]
        listed = (LISTED_SEED, None, LISTED_LENGTH, 16)
        if self.listed and listed not in jobs:
            jobs.append(listed)
        if self.long:
            jobs.append((MAIN_SEED, None, LONG, 64))
        return jobs


def usual(args, branch, **more):
    """The usual parameters of a method."""
    return Set(args, branch, grid=True, listed=True, long=True, **more)


def branch(args, text, lengths=FEW_LENGTHS, seeds=FEW_SEEDS, **more):
    return Set(args, text, lengths, seeds, **more)


def million(args, text, **more):
    """A branch that many parameters lead to."""
    return branch(args, text, long=True, **more)


def crafted(args, text, *uniforms, **more):
    """The next uniform doubles are these: for what comes once in 2^53 draws. n: 3 values."""
    n = more.pop("n", 3)
    assert all(u * 2 ** 53 == int(u * 2 ** 53) < 2 ** 53 for u in uniforms), text
    before = "uniforms:" + ":".join(map(hex_float, uniforms))
    return Set(args, text, (n,), (MAIN_SEED,), before=before, **more)


def refused(*args, **more):
    return Set(args, "refused", (more.pop("n", 1),), (MAIN_SEED,), refused=True, **more)


class Method(object):
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


def draw_words(rs, n):
    """NumPy 1.16 has no bit generator to ask for raw words."""
    if hasattr(rs, "_bit_generator"):
        return rs._bit_generator.random_raw(n)
    return rs.randint(0, 2 ** 32, n, dtype="uint32")


def draw_random(rs, n):
    """In NumPy 1.16 a function of np.random alone."""
    return rs.random(n) if hasattr(rs, "random") else rs.random_sample(n)


def drawn_by(name):
    """The parameters in NumPy's order, then size."""
    return lambda rs, n, *args: getattr(rs, name)(*args + (n,))


def draw_randint(dtype):
    return lambda rs, n, low, high: rs.randint(low, high, n, dtype=dtype)


def draw_endpoint(dtype):
    return lambda rs, n, low, last: rs.randint(low, last + 1, n, dtype=dtype)


def draw_choice(rs, n, a, replace, p):
    return rs.choice(a, n, bool(replace), p)


def draw_choice_p_float(rs, n, a, replace, p):
    return rs.choice(a, n, bool(replace), np.array(p, np.float32))


# ---- Parameter sets -----------------------------------------------------------------------------

# These releases took two words instead of one for a 64-bit randint with high - low = 2^32.
TWO_WORDS_AT_2_32 = ((1, 17, 0), (1, 17, 2))
SINCE_1_9 = {"since": (1, 9, 0)}
SINCE_1_10 = {"since": (1, 10, 0)}
SINCE_1_11 = {"since": (1, 11, 0)}
SINCE_1_12 = {"since": (1, 12, 0)}
SINCE_1_14 = {"since": (1, 14, 0)}
IN_1_16 = ((1, 16, 0), (1, 16, 6))
FROM_1_14 = ((1, 14, 0), (99, 0, 0))
BEFORE_1_16_4 = ((1, 16, 0), (1, 16, 3))
BEFORE_1_20 = ((1, 16, 0), (1, 19, 5))
BEFORE_1_21 = ((1, 16, 0), (1, 20, 3))
BEFORE_1_23_5 = ((1, 16, 0), (1, 23, 4))

INF = float("inf")
NAN = float("nan")
TINY = 5e-324                # the smallest double above 0
HUGE = 1.7976931348623157e308
U_MAX = 1.0 - 2.0 ** -53     # the largest uniform double
ABOVE_1 = 1.0 + 2.0 ** -52   # the neighbours of 1
BELOW_1 = 1.0 - 2.0 ** -53

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
    refused(-1e308, 1e308),
    refused(0.0, INF),
    refused(NAN, 1.0),
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
    refused(0.0, -1.0),
    refused(0.0, -0.0),
]

ANY_BOUNDS = Set((5, -5), "low > high is taken where n = 0", lengths=(0,))
EMPTY_RANGES = [refused(0, 0), refused(0, -5), refused(5, 5), refused(5, -5),
                refused(-5, -2 ** 63)]

RANDINT_LONG = [
    Set((0, 10), "range below 2^32: one word per attempt, masked to 4 bits, 10 of 16 accepted",
        grid=True, listed=True, long=True),
    Set((0, 1), "one value: no words"),
    Set((-7, -6), "one value that is not 0: no words"),
    Set((-5, 3), "a power of two: no rejection"),
    Set((0, 2 ** 31 + 1), "mask of 32 bits, about half rejected", long=True),
    Set((-3, 2 ** 32 - 4), "high - 1 - low = 2^32 - 2: one word per attempt"),
    Set((-2 ** 31, 2 ** 31), "high - low = 2^32: one word, as it is", other_in=TWO_WORDS_AT_2_32),
    Set((0, 2 ** 32 + 1), "range above 2^32: two words, the high half first; about half rejected",
        listed=True, long=True),
    Set((-10 ** 12, 10 ** 15), "range above 2^32: two words"),
    Set((0, 2 ** 63 - 1), "mask of 63 bits"),
    Set((-2 ** 63, 2 ** 63 - 1), "high - 1 - low = 2^64 - 2"),
    ANY_BOUNDS,
] + EMPTY_RANGES


RANDINT_UINT64 = [
    Set((0, 10), "range below 2^32: one word per attempt", grid=True, listed=True, long=True),
    Set((2 ** 64 - 2, 2 ** 64 - 1), "one value: no words"),
    Set((0, 2 ** 31 + 1), "mask of 32 bits, about half rejected"),
    Set((2 ** 63, 2 ** 63 + 2 ** 32 - 1), "high - 1 - low = 2^32 - 2: one word per attempt"),
    Set((7, 7 + 2 ** 32), "high - low = 2^32: one word, as it is", other_in=TWO_WORDS_AT_2_32),
    Set((0, 2 ** 32 + 1), "range above 2^32: two words, the high half first; about half rejected",
        listed=True, long=True),
    Set((1, 2 ** 63 + 2), "mask of 64 bits, about half rejected"),
    Set((0, 2 ** 64 - 1), "high - 1 - low = 2^64 - 2"),
    Set((9, 3), "low > high is taken where n = 0", lengths=(0,)),
    refused(0, 0),
    refused(9, 9),
    refused(9, 3),
]

INT64_ENDPOINT = [
    Set((-2 ** 63, 2 ** 63 - 1), "every int64: two words, as they are",
        grid=True, listed=True, long=True),
    Set((-5, 2 ** 63 - 1), "high = 2^63"),
    Set((-4, 4), "range below 2^32"),
    Set((2 ** 63 - 1, 2 ** 63 - 1), "one value: no words"),
    Set((-2 ** 63, -2 ** 63 + 2 ** 32 - 1), "2^32 values: one word, as it is",
        other_in=TWO_WORDS_AT_2_32),
    refused(0, -1),
    refused(5, 4),
]

UINT64_ENDPOINT = [
    Set((0, 2 ** 64 - 1), "every uint64: two words, as they are",
        grid=True, listed=True, long=True),
    Set((2 ** 63 - 1, 2 ** 64 - 1), "high = 2^64; about half rejected"),
    Set((3, 9), "range below 2^32"),
    Set((2 ** 64 - 1, 2 ** 64 - 1), "one value: no words"),
    Set((2 ** 64 - 2 ** 32, 2 ** 64 - 1), "2^32 values: one word, as it is",
        other_in=TWO_WORDS_AT_2_32),
    refused(5, 4),
]


def outside(low, high):
    """Bounds that a dtype with the values from low to high - 1 does not have, and empty ranges."""
    return [refused(low - 1, high), refused(low, high + 1), refused(0, 0), refused(1, 1)]


RANDINT_BOOL = [
    Set((0, 2), "both values: one bit each, 32 to a word", grid=True, listed=True, long=True),
    Set((0, 1), "False alone: no words"),
    Set((1, 2), "True alone: no words"),
    Set((0, 2), "single calls: each takes a word of its own", lengths=(0, 1, 2, 624, 1247),
        single=True),
    Set((1, 0), "low > high is taken where n = 0", lengths=(0,), other_in=IN_1_16),
] + outside(0, 2)


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
        Set((low + 5, low), "low > high is taken where n = 0", lengths=(0,),
            other_in=IN_1_16),
    ] + outside(low, high)


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
        Set((low + 5, low), "low > high is taken where n = 0", lengths=(0,),
            other_in=IN_1_16),
    ] + outside(low, high)


RANDOM_INTEGERS = [
    Set((1, 6), "range below 2^32: one word per attempt", grid=True, listed=True, long=True),
    Set((4, 4), "one value: no words"),
    Set((-8, 7), "a power of two: no rejection"),
    Set((0, 2 ** 32 - 2), "high - low = 2^32 - 2: one word per attempt"),
    Set((1, 2 ** 32), "high - low = 2^32 - 1: one word, as it is", other_in=TWO_WORDS_AT_2_32),
    Set((0, 2 ** 32), "range above 2^32: two words"),
    Set((-2 ** 63, 2 ** 63 - 2), "mask of 64 bits"),
    Set((-2 ** 63, 2 ** 63 - 1), "every int64: two words, as they are"),
    ANY_BOUNDS,
] + [refused(0, -1), refused(5, 4)]

BYTES = [
    Set((), "n = 0 costs a word", lengths=(0,), grid=True, other_in=IN_1_16),
    Set((), "four bytes to a word, the lowest first; the last word is drawn whole",
        lengths=(1, 2, 3, 4, 5, 7, 8, 9, 623, 624, 625, 626, 1247, 2495, 2496, 2497, 10000),
        grid=True, listed=True, long=True),
]

SHUFFLE_LENGTHS = (0, 1, 2, 3, 623, 624, 625, 626, 1247)


def shuffle_sets(rows, empty_rows, empty_rows_other_in=None):
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
        Set((0,), empty_rows, lengths=SHUFFLE_LENGTHS, draw=rows, other_in=empty_rows_other_in),
    ]


SHUFFLE = shuffle_sets(shuffle_rows, "rows without bytes: nothing is drawn", BEFORE_1_20) + [
    Set((8,), "a list draws as an array does", lengths=SHUFFLE_LENGTHS, draw=shuffle_list),
]

PERMUTATION = [
    Set((), "n below 2^32: one word per attempt, the mask shrinks as i does", grid=True,
        listed=True, long=True, lengths=(0, 1, 2, 3, 4, 5, 623, 624, 625, 626, 1247, 10000)),
]

PERMUTATION_ARRAY = shuffle_sets(permutation_rows, "rows without bytes: drawn all the same")

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
        other_in=TWO_WORDS_AT_2_32),
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
    Set((10 ** 6, 0, None), "without replacement, few of many", lengths=(0, 1, 5, 1024, 1025)),
    Set((10 ** 8, 0, None), "without replacement, few of a hundred million", lengths=(5,),
        seeds=(MAIN_SEED,)),
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
    refused(0, 1, None),
    refused(-3, 0, None),
    refused(-1, 1, [1.0], n=0),
    refused(0, 1, [], n=0),
    refused(2, 1, [NAN, 0.5]),
    refused(2, 1, [-0.5, 1.5]),
    refused(3, 1, [0.5, 0.5, 0.5]),
    refused(3, 1, [0.5, 0.25, 0.125]),
    refused(3, 0, None, n=4),
    refused(-3, 0, None, n=0),
    refused(3, 0, [0.5, 0.25, 0.25], n=4),
    refused(3, 0, [0.5, 0.0, 0.5], n=3),
]

def float32(*values):
    return [float(np.float32(value)) for value in values]


def normalised(seed, k):
    """A row of k float32 over their float32 sum, as a softmax ends: the divisions and the additions
    round, so that the sum is off by more than doubles may be."""
    weights = []
    for _ in range(k):
        seed = (1103515245 * seed + 12345) % 2 ** 31
        weights.append(np.float32(1 + (seed >> 15) ** 2))
    total = np.float32(0)
    for weight in weights:
        total = np.float32(total + weight)
    return [float(np.float32(weight / total)) for weight in weights]


FLOAT_TOLERANCE = float(np.sqrt(np.float32(2 ** -23)))
P4_FLOAT = float32(0.1, 0.2, 0.3, 0.4)
P_FLOAT_MOST = [0.5, 0.5, FLOAT_TOLERANCE]
P_FLOAT_ROUNDS = P_FLOAT_MOST + [2.0 ** -36 - 2.0 ** -46]
P_FLOAT_MORE = P_FLOAT_MOST + [2.0 ** -36]
P_FLOAT_LEAST = [1 - 2.0 ** -11, 2.0 ** -11 - FLOAT_TOLERANCE]

CHOICE_P_FLOAT = [
    Set((4, 1, P4_FLOAT), "with replacement: cdf of doubles, two words each", grid=True,
        listed=True, long=True),
    Set((6, 1, P_ZEROS), "with replacement, p has zeros: they are never drawn"),
    Set((3, 1, P_FLOAT_MOST), "with replacement, sum 1 and the tolerance of float32"),
    Set((2, 1, P_FLOAT_LEAST), "with replacement, sum 1 less the tolerance of float32"),
    Set((1, 1, [1.0]), "with replacement, p of one: two words all the same"),
    Set((40, 0, normalised(0, 40)), "without replacement: rounds, what comes twice is dropped",
        lengths=DISTINCT),
    Set((6, 0, P_ZEROS), "without replacement, p has zeros: as many as are above 0",
        lengths=(0, 1, 2, 3)),
    Set((3, 0, P_FLOAT_MOST), "without replacement, sum 1 and the tolerance of float32",
        lengths=(0, 1, 2, 3)),
    refused(0, 1, []),
    refused(-1, 1, [1.0], n=0),
    refused(0, 1, [], n=0),
    refused(2, 1, [NAN, 0.5]),
    refused(2, 1, [-0.5, 1.5]),
    refused(3, 1, [0.5, 0.5, 2.0 ** -11]),
    refused(4, 1, P_FLOAT_MORE),
    refused(2, 1, [1 - 2.0 ** -11, 2.0 ** -13]),
    refused(3, 0, [0.5, 0.25, 0.25], n=4),
    refused(3, 0, [0.5, 0.0, 0.5], n=3),
] + [Set((64, 1, normalised(seed, 64)), "a row that was normalised in float32", lengths=(20,),
         seeds=()) for seed in range(1, 201)]

# ---- Parameter sets: other continuous distributions ---------------------------------------------

SPECIAL = [(0.0, "0"), (TINY, "the smallest double above 0"), (1e-300, "tiny"), (1e300, "huge"),
           (INF, "infinite"), (NAN, "NaN is taken")]
POSITIVE = SPECIAL[1:]


def edges(name, values, before=(), after=(), **more):
    """A parameter at the ends of its range, the others as they are."""
    return [branch(before + (value,) + after, "%s: %s" % (name, text), seeds=(MAIN_SEED,), **more)
            for value, text in values]


def refused_below_0(before=(), after=()):
    return [refused(*before + (value,) + after) for value in (-1.0, -0.0)]


def refused_unless_positive(before=(), after=()):
    return [refused(*before + (value,) + after) for value in (-1.0, -0.0, 0.0)]


STANDARD_NORMAL = NO_PARAMETERS + [
    crafted((), "both coordinates 0, the centre of the disc: drawn again", 0.5, 0.5),
    crafted((), "first coordinate 0: the kept one is 0", 0.5, 0.625),
    crafted((), "second coordinate 0: the first of the pair is 0", 0.25, 0.5),
    crafted((), "the squares add up to 1: drawn again", 0.0, 0.5),
    crafted((), "the squares add up to nearly 1: near 0", 2.0 ** -53, 0.5),
    crafted((), "next to the centre: the largest value there is", 0.5, 0.5 + 2.0 ** -53),
]

STANDARD_EXPONENTIAL = NO_PARAMETERS + [
    crafted((), "U = 0 gives -0.0", 0.0),
    crafted((), "the largest U", U_MAX),
]

EXPONENTIAL = [
    usual((2.5,), "scale * E"),
    crafted((2.5,), "U = 0 gives -0.0", 0.0),
] + edges("scale", SPECIAL) + refused_below_0()

STANDARD_GAMMA = [
    usual((2.5,), "shape above 1: Marsaglia and Tsang"),
    million((1.0,), "shape 1: an exponential"),
    million((0.3,), "shape below 1: Ahrens and Dieter, both parts, each accepted and rejected"),
    branch((0.0,), "shape 0: 0 without words", other_in=IN_1_16),
    branch((ABOVE_1,), "shape just above 1: 1 + cX is often below 0, and G drawn again",
           lengths=(10000,)),
    branch((1.5,), "shape little above 1: the squeeze fails often", lengths=(10000,)),
    branch((BELOW_1,), "shape just below 1: U is hardly ever in the second part"),
    branch((0.9,), "shape little below 1"),
    branch((1e-3,), "shape far below 1: most powers are 0"),
    branch((100.0,), "shape far above 1"),
    branch((1e15,), "shape above which 1/3 is hardly seen"),
    crafted((0.5,), "below 1: U = V = 0, and 0 <= -0.0 accepts", 0.0, 0.0),
    crafted((0.5,), "below 1: U is 1 - shape, the end of the first part", 0.5, 0.9),
    crafted((0.5,), "below 1: the largest U", U_MAX, U_MAX),
    crafted((2.5,), "above 1: U = 0 where the squeeze fails, its logarithm accepts",
            0.5, 0.55, 0.0),
] + edges("shape", SPECIAL[1:]) + refused_below_0()

GAMMA = [
    usual((2.5, 3.0), "shape above 1"),
    branch((1.0, 3.0), "shape 1"),
    branch((0.3, 3.0), "shape below 1"),
    branch((0.0, 3.0), "shape 0: 0 without words", other_in=IN_1_16),
    branch((0.0, INF), "shape 0, scale infinite: NaN", other_in=IN_1_16),
    branch((2.5, 0.0), "scale 0: the words are drawn all the same"),
] + edges("shape", SPECIAL[1:], after=(3.0,)) + edges("scale", SPECIAL[1:], before=(2.5,)) + \
    refused_below_0(after=(1.0,)) + refused_below_0(before=(1.0,))

BETA = [
    usual((2.0, 3.0), "a, b above 1: two gammas"),
    million((0.5, 0.7), "a, b below 1: Johnk, accepted and rejected"),
    million((0.5, 3.0), "a below 1, b above: gammas"),
    million((1e-3, 2e-3), "a, b far below 1: where both powers are 0, by logarithms"),
    branch((1.0, 1.0), "a, b both 1: still Johnk"),
    branch((1.0, ABOVE_1), "b just above 1: gammas of shape 1 and above"),
    branch((3.0, 0.5), "a above 1, b below: gammas"),
    branch((1e-320, 1e-320), "a, b so small that the logarithms overflow: NaN"),
    branch((1e-300, 1e-3), "a tiny, b small"),
    branch((1e-3, 1e-300), "a small, b tiny"),
    branch((1e-200, 1e3), "a tiny, b large: the first gamma is 0"),
    crafted((0.5, 0.5), "U = V = 0: both logarithms are infinite, NaN", 0.0, 0.0,
            other_in=((1, 16, 4), (1, 16, 6))),
    crafted((0.5, 0.5), "U = 0, V above 0: 0", 0.0, 0.25),
    crafted((0.5, 0.5), "U above 0, V = 0: 1", 0.25, 0.0),
    crafted((1.0, 1.0), "X + Y = 1 is accepted", 0.25, 0.75),
    crafted((1e-3, 1e-3), "by logarithms, U below V", 0.25, 0.375),
    crafted((1e-3, 1e-3), "by logarithms, U = 0", 0.0, 0.375),
] + edges("a", POSITIVE, after=(3.0,)) + edges("b", POSITIVE, before=(0.5,)) + \
    refused_unless_positive(after=(1.0,)) + refused_unless_positive(before=(1.0,))

CHISQUARE = [
    usual((5.0,), "df above 2: a gamma of shape above 1"),
    branch((2.0,), "df 2: shape 1"),
    million((1.0,), "df below 2: shape below 1"),
    branch((TINY,), "df the smallest double above 0: its half is 0, and no words are taken",
           other_in=IN_1_16),
] + edges("df", SPECIAL[2:]) + refused_unless_positive()

NONCENTRAL_CHISQUARE = [
    usual((3.0, 2.5), "df above 1: a chi-square of df - 1, then a shifted normal"),
    million((0.5, 2.5), "df below 1: a Poisson number by multiplication, then a chi-square"),
    branch((1.0, 2.5), "df 1: still a Poisson number"),
    branch((ABOVE_1, 2.5), "df just above 1"),
    million((0.5, 50.0), "df below 1, nonc / 2 above 10: a Poisson number by PTRS"),
    branch((0.5, 20.0), "df below 1, nonc / 2 = 10"),
    branch((2.0, 0.0), "nonc 0, df 2: a central chi-square"),
    branch((0.5, 0.0), "nonc 0, df below 1"),
    branch((0.5, 1e20), "df below 1, nonc beyond a long: twice LONG_MIN is 0"),
    branch((0.5, 1e19), "df below 1, nonc / 2 within a long: twice the Poisson number wraps"),
    branch((0.5, INF), "df below 1, nonc infinite: LONG_MIN as well"),
    branch((0.5, NAN), "df below 1, nonc NaN: drawn, then NaN", other_in=IN_1_16),
    branch((NAN, 2.5), "df NaN: by way of a Poisson number"),
] + edges("nonc", SPECIAL[1:], before=(3.0,)) + edges("df", POSITIVE[1:-1], after=(2.5,)) + \
    refused_unless_positive(after=(1.0,)) + refused_below_0(before=(1.0,), )

F = [
    usual((3.0, 5.0), "two chi-squares of df above 2, the numerator first"),
    branch((2.0, 1.0), "df 2 and below"),
    branch((1.0, 2.0), "df below 2 and 2"),
    branch((1e-3, 1e-3), "df far below 2: 0, infinity and NaN"),
] + edges("dfnum", POSITIVE[1:], after=(5.0,)) + edges("dfden", POSITIVE[1:], before=(5.0,)) + \
    refused_unless_positive(after=(1.0,)) + refused_unless_positive(before=(1.0,))

NONCENTRAL_F = [
    usual((3.0, 5.0, 2.5), "dfnum above 1: a shifted normal in the numerator"),
    million((0.5, 5.0, 2.5), "dfnum below 1: a Poisson number"),
    branch((3.0, 5.0, 0.0), "nonc 0: as f, but with the numerator scaled first"),
    branch((0.5, 5.0, NAN), "dfnum below 1, nonc NaN: drawn, then NaN", other_in=IN_1_16),
] + edges("nonc", SPECIAL[1:], before=(3.0, 5.0)) + \
    refused_unless_positive(after=(1.0, 1.0)) + \
    refused_unless_positive(before=(1.0,), after=(1.0,)) + refused_below_0(before=(1.0, 1.0))

STANDARD_T = [
    usual((5.0,), "a normal, then a gamma of shape above 1"),
    branch((2.0,), "df 2: shape 1"),
    branch((1.0,), "df below 2: shape below 1"),
    branch((1e-3,), "df far below 2: a gamma of 0, infinity"),
    branch((1e6,), "df large: nearly normal"),
    million((1.5,), "df below 2"),
] + edges("df", POSITIVE[1:]) + refused_unless_positive()

STANDARD_CAUCHY = NO_PARAMETERS + [
    crafted((), "a denominator of 0: infinity", 0.5, 0.625),
    crafted((), "a denominator of 0 under a negative normal", 0.5, 0.375),
    crafted((), "a numerator of 0", 0.25, 0.5),
]

LOGNORMAL = [
    usual((0.5, 1.5), "exp(mean + sigma * G)"),
    branch((0.5, 0.0), "sigma 0: the words are drawn all the same"),
    branch((0.0, 1000.0), "results overflow, and come to 0"),
    branch((-745.0, 1.0), "results are subnormal"),
    branch((INF, 1.0), "mean infinite"),
    branch((-INF, 1.0), "mean minus infinite: 0"),
    branch((NAN, 1.0), "mean NaN"),
    branch((INF, INF), "mean and sigma infinite: NaN where G is negative"),
] + edges("sigma", SPECIAL[1:], before=(0.5,)) + refused_below_0(before=(0.0,))


def inverse(name, *more):
    """laplace, logistic, gumbel."""
    return [
        usual((0.5, 2.0), name),
        branch((0.0, 1.0), "loc 0, scale 1"),
        branch((0.5, 0.0), "scale 0: the words are drawn all the same"),
        branch((1e308, 1e308), "results overflow"),
        branch((INF, 1.0), "loc infinite"),
        branch((INF, INF), "loc and scale infinite"),
        branch((NAN, 1.0), "loc NaN"),
        crafted((0.5, 2.0), "U = 0 is drawn again", 0.0, other_in=BEFORE_1_16_4),
        crafted((0.5, 2.0), "U = 0 twice is drawn again twice", 0.0, 0.0, other_in=BEFORE_1_16_4),
        crafted((0.5, 2.0), "the smallest U above 0", 2.0 ** -53),
        crafted((0.5, 2.0), "the largest U", U_MAX),
        crafted((0.5, 2.0), "U = 1/2", 0.5),
        crafted((0.5, 2.0), "U just below 1/2", 0.5 - 2.0 ** -53),
    ] + edges("scale", SPECIAL[1:], before=(0.5,)) + refused_below_0(before=(0.0,))


LAPLACE = inverse("both halves, each by a logarithm of its own")
LOGISTIC = inverse("log(U / (1 - U))")
GUMBEL = inverse("log(-log(1 - U))")

PARETO = [
    usual((3.0,), "exp(E / a) - 1"),
    branch((1.0,), "a 1"),
    branch((1e-3,), "a small: results overflow"),
    branch((1e18,), "a large: most results are 0"),
    crafted((3.0,), "U = 0", 0.0),
    crafted((3.0,), "the largest U", U_MAX),
] + edges("a", POSITIVE) + refused_unless_positive()

POWER = [
    usual((2.5,), "(1 - exp(-E))^(1/a)"),
    branch((1.0,), "a 1: a uniform in other bits"),
    branch((0.3,), "a below 1"),
    branch((1e-3,), "a small: most results are 0"),
    crafted((2.5,), "U = 0", 0.0),
    crafted((2.5,), "the smallest U above 0: 1 - exp(-E) is 0 or 2^-53", 2.0 ** -53),
    crafted((2.5,), "the largest U", U_MAX),
] + edges("a", POSITIVE) + refused_unless_positive()

WEIBULL = [
    usual((1.5,), "E^(1/a)"),
    million((0.0,), "a 0: 0 without words"),
    branch((1.0,), "a 1: an exponential"),
    branch((1e-3,), "a small: 0 and infinity"),
    branch((1e3,), "a large: near 1"),
    crafted((1.0,), "U = 0, an odd power of -0.0: -0.0", 0.0),
    crafted((0.5,), "U = 0, an even power of -0.0: 0.0", 0.0),
    crafted((1.5,), "U = 0, a fractional power of -0.0: 0.0", 0.0),
] + edges("a", POSITIVE) + refused_below_0()

RAYLEIGH = [
    usual((2.0,), "by log1p", other_in=BEFORE_1_21),
    crafted((2.0,), "U = 0", 0.0, other_in=BEFORE_1_21),
    crafted((2.0,), "the largest U", U_MAX, other_in=BEFORE_1_21),
] + edges("scale", SPECIAL, other_in=BEFORE_1_21) + refused_below_0()

TRIANGULAR = [
    usual((-1.0, 0.5, 2.0), "both sides of the mode"),
    branch((0.0, 0.0, 1.0), "mode at the left end: the right side alone"),
    branch((0.0, 1.0, 1.0), "mode at the right end: the left side alone"),
    branch((-0.0, 0.0, 1e-320), "subnormal"),
    branch((-1.7e308, 0.0, 1.7e308), "right - left overflows"),
    branch((-INF, 0.0, INF), "both ends infinite"),
    branch((0.0, 1.0, INF), "right end infinite"),
    branch((NAN, 0.5, 2.0), "left NaN"),
    branch((-1.0, NAN, 2.0), "mode NaN"),
    branch((-1.0, 0.5, NAN), "right NaN"),
    crafted((0.0, 0.0, 1.0), "mode at the left end and U = 0: the left side", 0.0),
    crafted((-0.3, 0.1, 1.3), "U where the sides meet: the left side, with bits of its own", 0.25),
    crafted((0.0, 0.25, 1.0), "U just beyond", 0.25 + 2.0 ** -53),
    refused(1.0, 0.0, 2.0),
    refused(0.0, 3.0, 2.0),
    refused(0.5, 0.5, 0.5),
]

VONMISES = [
    usual((0.5, 2.0), "kappa from 1e-5 on: rejection by both tests, both signs"),
    million((0.5, 0.0), "kappa below 1e-8: uniform whatever mu"),
    branch((0.5, 9.99e-9), "kappa just below 1e-8"),
    branch((0.5, 1e-8), "kappa 1e-8: a series for s"),
    million((0.5, 1e-6), "kappa below 1e-5: a series for s"),
    branch((0.5, 9.99e-6), "kappa just below 1e-5"),
    branch((0.5, 1e-5), "kappa 1e-5: s by its formula"),
    branch((0.5, 0.7), "kappa below 1"),
    branch((0.5, 100.0), "kappa large"),
    branch((0.5, 1e7), "kappa above 1e6: still by rejection, where Generator takes a normal"),
    branch((0.5, 1e15), "kappa huge"),
    branch((0.5, 1e16), "kappa near the end: s is 1 + 2^-52 or little more"),
    branch((0.5, NAN), "kappa NaN: NaN without words", other_in=IN_1_16),
    branch((3.0, 2.0), "mu near pi: folded back"),
    branch((-3.0, 2.0), "mu near -pi: folded back"),
    branch((100.0, 2.0), "mu of many turns"),
    branch((-100.0, 2.0), "mu of many turns backwards"),
    branch((1e300, 2.0), "mu huge"),
    branch((INF, 2.0), "mu infinite: NaN"),
    branch((NAN, 2.0), "mu NaN"),
    branch((INF, 0.0), "mu infinite, kappa below 1e-8: not looked at"),
    crafted((0.0, 2.0), "V = 0", 0.25, 0.0, 0.75),
    crafted((0.0, 2.0), "the U of the sign is 1/2: positive", 0.25, 0.0, 0.5),
    crafted((0.0, 2.0), "the U of the sign is just below 1/2: negative", 0.25, 0.0,
            0.5 - 2.0 ** -53),
    crafted((0.0, 20.0), "V = 0 where the first test fails: its quotient is infinite", 0.5, 0.0,
            0.75),
    crafted((0.0, 2.0), "the angle is 0, and -0.0 is taken for no negative one", 0.0, 0.0, 0.25),
] + refused_below_0(before=(0.0,))

WALD = [
    usual((1.5, 2.5), "both roots"),
    branch((1e10, 1.0), "mean far above scale: the difference cancels"),
    branch((1e3, 1e-3), "mean above scale: results below 0"),
    branch((1e-3, 1e3), "scale far above mean"),
    branch((NAN, 1.0), "mean NaN"),
    branch((1.0, NAN), "scale NaN"),
    branch((INF, 1.0), "mean infinite"),
    branch((1.0, INF), "scale infinite"),
    branch((TINY, 1.0), "mean the smallest double above 0"),
    branch((1.0, TINY), "scale the smallest double above 0"),
    branch((1e300, 1e300), "both huge"),
    crafted((1.5, 2.5), "G = 0: X is the mean, and U = 1/2 takes it", 0.25, 0.5, 0.5),
    crafted((1.5, 2.5), "U = 0", 0.25, 0.625, 0.0),
    crafted((1.5, 2.5), "the largest U", 0.25, 0.625, U_MAX),
] + refused_unless_positive(after=(1.0,)) + refused_unless_positive(before=(1.0,))

# ---- Parameter sets: other discrete distributions -----------------------------------------------

LAM_MAX = 9.223372006484771e18

POISSON = [
    usual((5.0,), "lam below 10: multiplication"),
    million((50.0,), "lam above 10: PTRS, all three tests"),
    branch((0.0,), "lam 0: 0 without words"),
    branch((-0.0,), "lam -0.0 is 0"),
    branch((TINY,), "lam the smallest double above 0"),
    branch((1e-3,), "lam small"),
    branch((9.999999999999998,), "lam just below 10: multiplication"),
    million((10.0,), "lam 10: PTRS; k below 0 is rejected"),
    branch((12.5,), "lam little above 10", lengths=(10000,)),
    branch((1e3,), "lam 1000", lengths=(10000,)),
    branch((1e9,), "lam beyond a 32-bit integer's square root"),
    branch((1e15,), "lam huge"),
    branch((1e18,), "lam of more digits than a double has"),
    branch((LAM_MAX,), "the largest lam"),
    crafted((5.0,), "multiplication, U = 0", 0.0),
    crafted((50.0,), "PTRS, U = 0: us is 0, and k beyond a long is rejected", 0.0, 0.5),
    crafted((50.0,), "PTRS, V = 0 where us is above 0.07", 0.5, 0.0),
    crafted((50.0,), "PTRS, V = 0 where us is below 0.07: its logarithm accepts", 0.0625, 0.0),
    crafted((50.0,), "PTRS, us below 0.013, V above it", 0.9921875, 0.5),
    crafted((50.0,), "PTRS, us below 0.013, V below it", 0.9921875, 0.00390625),
    refused(-1.0),
    refused(NAN),
    refused(LAM_MAX + 1024.0),
    refused(INF),
]

N_2_53 = 2 ** 53
N_MAX = 2 ** 63 - 1

BINOMIAL = [
    usual((20, 0.3), "inversion, p up to 1/2"),
    million((20, 0.7), "inversion, p above 1/2: n less the result"),
    million((1000, 0.4), "BTPE, p up to 1/2: all four steps"),
    million((1000, 0.6), "BTPE, p above 1/2"),
    branch((20, 0.5), "inversion, p 1/2"),
    branch((20, 0.5 + 2.0 ** -53), "inversion, p just above 1/2"),
    branch((20, 1.0), "p 1: two words"),
    branch((60, 0.5), "n p = 30: still inversion"),
    branch((61, 0.5), "n p above 30: BTPE, product test alone"),
    branch((100, 0.7), "n (1 - p) = 30 but for rounding"),
    branch((1000, TINY), "inversion, p the smallest double above 0"),
    branch((10 ** 9, 1e-8), "inversion, n large: the bound is n p + 10 standard deviations"),
    branch((N_2_53, 1e-15), "inversion, n = 2^53"),
    branch((N_MAX, 1e-18), "inversion, n the largest there is"),
    branch((N_MAX, TINY), "inversion, n the largest and p the smallest there is"),
    branch((310, 0.1), "BTPE, left tail beyond 0 is rejected", lengths=(10000,)),
    branch((65, 0.5), "BTPE, p 1/2, small", lengths=(10000,)),
    branch((100, 0.4), "BTPE, product test near the mode and far from it", lengths=(10000,)),
    branch((100, 0.61), "BTPE, the same above 1/2", lengths=(10000,)),
    million((10000, 0.5), "BTPE, squeeze, and Stirling's formula where it does not decide"),
    branch((10 ** 6, 0.3), "BTPE, n 10^6", lengths=(10000,)),
    branch((10 ** 6, 0.999), "BTPE, p near 1", lengths=(10000,)),
    branch((10 ** 12, 0.5), "BTPE, n 10^12"),
    branch((10 ** 15, 0.75), "BTPE, n 10^15"),
    crafted((20, 0.5), "inversion, U = 0", 0.0),
    crafted((20, 0.3), "inversion, the largest U: the sum ends below it, and it starts again",
            U_MAX, U_MAX),
    crafted((1000, 0.4), "BTPE, triangle", 0.25, 0.5),
    crafted((1000, 0.4), "BTPE, parallelogram, V above 1: rejected", 0.6875, 0.999),
    crafted((1000, 0.4), "BTPE, parallelogram", 0.75, 0.25),
    crafted((1000, 0.4), "BTPE, left tail", 0.953125, 0.75),
    crafted((1000, 0.4), "BTPE, left tail, V = 0 is rejected", 0.953125, 0.0),
    crafted((1000, 0.4), "BTPE, right tail", 0.984375, 0.75),
    crafted((61, 0.5), "BTPE, right tail beyond n is rejected", 0.984375, 2.0 ** -20),
    crafted((1000, 0.4), "BTPE, right tail, V = 0 is rejected", 0.984375, 0.0,
            other_in=BEFORE_1_16_4),
    refused(20, -0.1),
    refused(20, 1.1),
    refused(20, NAN),
    refused(-1, 0.5),
]

NEGATIVE_BINOMIAL = [
    usual((5.0, 0.4), "a gamma of shape above 1, then a Poisson number by both ways"),
    branch((1.0, 0.4), "n 1: an exponential"),
    branch((0.5, 0.4), "n below 1"),
    million((5.0, 0.01), "Poisson numbers by PTRS"),
    branch((5.0, 1.0), "p 1: 0"),
    branch((5.0, 0.0), "p 0: the mean is infinite, LONG_MIN"),
    branch((5.0, 1e-18), "p tiny: some results beyond a long, LONG_MIN"),
    branch((5.0, TINY), "p the smallest double above 0"),
    branch((1e-3, 0.0), "n small, p 0: LONG_MIN, or 0 where the mean is NaN"),
    branch((TINY, 0.5), "n the smallest double above 0"),
    branch((1e300, 0.5), "n huge: LONG_MIN"),
    branch((INF, 0.5), "n infinite: LONG_MIN"),
    branch((NAN, 0.5), "n NaN: 0"),
    refused(0.0, 0.5),
    refused(-1.0, 0.5),
    refused(1.0, -0.1),
    refused(1.0, 1.1),
    refused(1.0, NAN),
]

THIRD = 0.3333333333333333

GEOMETRIC = [
    usual((0.5,), "p from 1/3 on: search"),
    million((0.1,), "p below 1/3: by logarithms"),
    branch((1.0,), "p 1: 1"),
    branch((THIRD,), "p 1/3: search"),
    branch((THIRD - 2.0 ** -54,), "p just below 1/3: by logarithms"),
    branch((1e-3,), "p small"),
    branch((1e-9,), "p 1e-9"),
    branch((1e-17,), "p of which 1 - p is 1: LONG_MIN"),
    branch((TINY,), "p the smallest double above 0"),
    crafted((0.5,), "search, U = 0", 0.0),
    crafted((THIRD,), "p 1/3, U = 0: search gives 1", 0.0),
    crafted((THIRD - 2.0 ** -54,), "p just below 1/3, U = 0: the logarithms give 0", 0.0),
    crafted((0.5,), "search, the sum is U: found", 0.75),
    crafted((0.1,), "by logarithms, U = 0: 0", 0.0),
    crafted((0.1,), "by logarithms, the largest U", U_MAX),
    crafted((1e-17,), "p of which 1 - p is 1, U = 0: 0/0, LONG_MIN", 0.0),
    refused(0.0),
    refused(-0.5),
    refused(1.1),
    refused(NAN),
]

HYPERGEOMETRIC = [
    usual((100, 200, 50), "HRUA, good below bad"),
    million((15, 25, 10), "nsample 10: item by item, good below bad"),
    million((200, 100, 250), "HRUA, good above bad and a sample above half: both corrections"),
    branch((25, 15, 10), "item by item, good above bad: nsample less the result"),
    branch((20, 20, 10), "item by item, as many good as bad"),
    branch((3, 25, 10), "item by item, the rarer kind can be used up"),
    branch((0, 25, 10), "item by item, no good ones: no words"),
    branch((25, 0, 10), "item by item, no bad ones: no words"),
    branch((5, 5, 10), "item by item, the whole population"),
    branch((15, 25, 1), "item by item, one item"),
    branch((2 ** 40, 2 ** 41, 5), "item by item, a large population"),
    branch((200, 100, 50), "HRUA, good above bad"),
    branch((100, 200, 250), "HRUA, a sample above half"),
    branch((150, 150, 150), "HRUA, all the same"),
    branch((15, 25, 11), "HRUA, nsample 11", lengths=(10000,)),
    branch((20, 20, 20), "HRUA, small: the smaller count limits"),
    branch((10 ** 6, 10 ** 6, 10 ** 6), "HRUA, large: 16 deviations limit", lengths=(10000,)),
    branch((5, 10 ** 6, 10 ** 5), "HRUA, few good", lengths=(10000,)),
    branch((0, 100, 50), "HRUA, no good ones"),
    branch((100, 0, 50), "HRUA, no bad ones"),
    branch((10, 10, 20), "HRUA, the whole population"),
    branch((10 ** 9, 10 ** 9, 10 ** 9), "HRUA, 10^9 of each"),
    branch((10 ** 15, 10 ** 15, 10 ** 15), "HRUA, 10^15 of each"),
    refused(5, 5, 11),
    refused(-1, 5, 3),
    refused(5, -1, 3),
    refused(5, 5, 0),
]

LOGSERIES = [
    usual((0.9,), "1 by V, 1 and 2 by U and V, and above"),
    branch((0.5,), "p 1/2"),
    branch((0.0,), "p 0: 1", other_in=IN_1_16),
    branch((TINY,), "p the smallest double above 0"),
    branch((0.999999,), "p near 1"),
    branch((BELOW_1,), "p just below 1: huge results"),
    crafted((0.9,), "V = 0 is drawn again", 0.0, 0.5),
    crafted((0.9,), "V = U = 0 is drawn again", 0.0, 0.0),
    crafted((0.9,), "V is p: 1", 0.9),
    crafted((0.9,), "U = 0: q is 0, and V is above it", 0.5, 0.0),
    refused(-0.1, other_in=BEFORE_1_23_5),
    refused(1.0, other_in=BEFORE_1_23_5),
    refused(NAN, other_in=BEFORE_1_23_5),
]

ZIPF = [
    usual((2.0,), "a 2"),
    million((1.1,), "a near 1: results beyond a long are drawn again"),
    branch((1.001,), "a very near 1: most are drawn again", lengths=(100,)),
    branch((1.5,), "a 1.5"),
    branch((4.0,), "a 4"),
    branch((100.0,), "a large: 1"),
    branch((1000.0,), "a huge: 1"),
    branch((1024.9,), "a just below 1025, from where on NumPy never returns"),
    crafted((2.0,), "U = 0: 1", 0.0, 0.5),
    crafted((2.0,), "V = 0 is accepted", 0.875, 0.0),
    crafted((1.0537,), "2^63, which a long does not hold: LONG_MIN", 0.9041515724642447, 0.0),
    refused(1.0),
    refused(0.5),
    refused(NAN),
]

# ---- Parameter sets: multivariate distributions -------------------------------------------------

TENTHS = [0.1] * 10 + [0.0]  # 1 less nine tenths is not a tenth

MULTINOMIAL = [
    Set((20, [0.1, 0.2, 0.3, 0.4]), "inversion in each category", grid=True, long=True),
    million((1000, [0.5, 0.3, 0.2]), "BTPE"),
    branch((20, [0.7, 0.2, 0.1]), "p above 1/2"),
    branch((20, TENTHS), "a quotient above 1 by rounding"),
    branch((20, [0.2, 0.3, 0.0]), "the last probability is not used"),
    branch((5, [1.0, 0.0]), "no trials are left after the first category: no words for the rest"),
    branch((5, [0.5, 0.5, 0.0, 0.0]), "no trials are left after the second category"),
    branch((20, [1.0]), "one category: no words"),
    branch((20, [0.5]), "one category, whatever its probability"),
    branch((20, []), "no categories", other_in=((1, 16, 0), (1, 22, 4))),
    branch((2, [1e-3] * 20), "few trials, many categories"),
    branch((10 ** 12, [0.25, 0.25, 0.25, 0.25]), "many trials"),
    branch((20, [0.5, 0.5 + 5e-13, 0.0]), "a sum of 1 within the tolerance"),
    refused(20, [0.5, 0.6, 0.1]),
    refused(20, [1.5, 0.0]),
    refused(20, [-0.5, 0.5]),
    refused(20, [0.5, NAN]),
    refused(-1, [0.5, 0.5]),
]

DIRICHLET = [
    Set(([0.5, 1.0, 2.5],), "shapes below, at and above 1", grid=True, long=True),
    branch(([5.0],), "one share: 1"),
    branch(([1e-3, 1e-3, 1e-3],), "shares of 0, and a row of NaN where all are 0",
           other_in=IN_1_16),
    branch(([1e3, 1e3],), "large concentrations"),
    branch(([0.1] * 20,), "many shares"),
    branch(([INF, 1.0],), "infinite"),
    branch(([NAN, 1.0],), "NaN is taken"),
    branch(([1e-320, 1e-320],), "so small that all are 0: NaN", other_in=IN_1_16),
    branch(([],), "no shares"),
    refused([0.0, 1.0]),
    refused([1.0, -1.0]),
]

# ---- Parameter sets: seeds ----------------------------------------------------------------------

KEY_LENGTHS = (16, 624)


class SeedSet(Set):
    """The state that a seed makes, before any draw."""

    def __init__(self, seeds, branch):
        Set.__init__(self, (), branch, lengths=KEY_LENGTHS)
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
    Method("random_raw", "u4", draw_words, NO_PARAMETERS),
    Method("bytes", "u1", lambda rs, n: np.frombuffer(rs.bytes(n), np.uint8), BYTES),
    # Uniform doubles.
    Method("random_sample", "f8", lambda rs, n: rs.random_sample(n), NO_PARAMETERS),
    Method("random", "f8", draw_random, NO_PARAMETERS),
    Method("rand", "f8", lambda rs, n: rs.rand(n), NO_PARAMETERS),
    Method("uniform", "f8", lambda rs, n, low, high: rs.uniform(low, high, n), UNIFORM),
    # Normal.
    Method("standard_normal", "f8", lambda rs, n: rs.standard_normal(n), STANDARD_NORMAL),
    Method("randn", "f8", lambda rs, n: rs.randn(n), NO_PARAMETERS),
    Method("normal", "f8", lambda rs, n, loc, scale: rs.normal(loc, scale, n), NORMAL),
    # Other continuous distributions.
    Method("standard_exponential", "f8", drawn_by("standard_exponential"), STANDARD_EXPONENTIAL),
    Method("exponential", "f8", drawn_by("exponential"), EXPONENTIAL),
    Method("standard_gamma", "f8", drawn_by("standard_gamma"), STANDARD_GAMMA),
    Method("gamma", "f8", drawn_by("gamma"), GAMMA),
    Method("beta", "f8", drawn_by("beta"), BETA),
    Method("chisquare", "f8", drawn_by("chisquare"), CHISQUARE),
    Method("noncentral_chisquare", "f8", drawn_by("noncentral_chisquare"), NONCENTRAL_CHISQUARE),
    Method("f", "f8", drawn_by("f"), F),
    Method("noncentral_f", "f8", drawn_by("noncentral_f"), NONCENTRAL_F),
    Method("standard_t", "f8", drawn_by("standard_t"), STANDARD_T),
    Method("standard_cauchy", "f8", drawn_by("standard_cauchy"), STANDARD_CAUCHY),
    Method("lognormal", "f8", drawn_by("lognormal"), LOGNORMAL),
    Method("laplace", "f8", drawn_by("laplace"), LAPLACE),
    Method("logistic", "f8", drawn_by("logistic"), LOGISTIC),
    Method("gumbel", "f8", drawn_by("gumbel"), GUMBEL),
    Method("pareto", "f8", drawn_by("pareto"), PARETO),
    Method("power", "f8", drawn_by("power"), POWER),
    Method("weibull", "f8", drawn_by("weibull"), WEIBULL),
    Method("rayleigh", "f8", drawn_by("rayleigh"), RAYLEIGH),
    Method("triangular", "f8", drawn_by("triangular"), TRIANGULAR),
    Method("vonmises", "f8", drawn_by("vonmises"), VONMISES),
    Method("wald", "f8", drawn_by("wald"), WALD),
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
    # Other discrete distributions.
    Method("poisson", "i8", drawn_by("poisson"), POISSON),
    Method("binomial", "i8", drawn_by("binomial"), BINOMIAL),
    Method("negative_binomial", "i8", drawn_by("negative_binomial"), NEGATIVE_BINOMIAL),
    Method("geometric", "i8", drawn_by("geometric"), GEOMETRIC),
    Method("hypergeometric", "i8", drawn_by("hypergeometric"), HYPERGEOMETRIC),
    Method("logseries", "i8", drawn_by("logseries"), LOGSERIES),
    Method("zipf", "i8", drawn_by("zipf"), ZIPF),
    # Multivariate distributions.
    Method("multinomial", "i8", drawn_by("multinomial"), MULTINOMIAL),
    Method("dirichlet", "f8", drawn_by("dirichlet"), DIRICHLET),
    # Permutations and samples.
    Method("shuffle", "u1", shuffle, SHUFFLE),
    Method("permutation", "i8", lambda rs, n: rs.permutation(n), PERMUTATION),
    Method("permutation_array", "u1", permutation_array, PERMUTATION_ARRAY),
    Method("choice", "i8", draw_choice, CHOICE),
    Method("choice_p_float", "i8", draw_choice_p_float, CHOICE_P_FLOAT),
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

# ---- Where releases differ ----------------------------------------------------------------------

# Each release draws all of these, into a file of its own.
RELEASE_SETS = [
    # 2.5 draws for every category again, as 1.16 did.
    ("multinomial", branch((5, [0.0, 1.0]), "a category of probability 0")),
    ("multinomial", branch((5, [0.0, 0.5, 0.5]), "a category of probability 0, then others")),
    ("multinomial", branch((5, [0.0, 0.0, 0.0, 1.0]), "categories of probability 0")),
    ("multinomial", branch((2, [0.5, 0.0, 0.5, 0.0, 0.0, 0.0]),
                           "probability 0 before and after the trials are used up",
                           lengths=(1, 5, 1000))),
    ("multinomial", branch((0, [0.25, 0.25, 0.5]), "no trials")),
    ("multinomial", branch((5, [1.0, 0.0]), "the same in all: a zero that is not reached")),
    # 2.4 set up inversion with log1p.
    ("multinomial", branch((10 ** 12, [1e-12, 1.0]), "p 1e-12", lengths=(10000,), **SINCE_1_9)),
    ("multinomial", branch((10 ** 15, [1e-15, 1.0]), "p 1e-15", lengths=(10000,), **SINCE_1_9)),
    ("multinomial", branch((10 ** 17, [1e-17, 1.0]), "p 1e-17", **SINCE_1_9)),
    ("binomial", branch((10 ** 17, 1e-17), "p 1e-17: never by log1p", **SINCE_1_9)),
    # BTPE in doubles since 2.4.
    ("binomial", branch((N_2_53, 1e-14), "BTPE, n = 2^53", lengths=(1, 10000), **SINCE_1_9)),
    ("binomial", branch((N_2_53, 1e-10), "BTPE, n = 2^53", lengths=(10000,), **SINCE_1_9)),
    ("binomial", branch((2 ** 60, 1e-15), "BTPE, n = 2^60", lengths=(10000,), **SINCE_1_9)),
    ("binomial", branch((2 ** 62, 0.5), "BTPE, n = 2^62: squares beyond a long", **SINCE_1_9)),
    ("binomial", branch((N_MAX, 1e-16), "BTPE, n the largest there is", lengths=(10000,),
                        **SINCE_1_9)),
    ("binomial", branch((N_MAX, 1.0 - 2.0 ** -50), "BTPE, n the largest there is, mirrored",
                        lengths=(10000,), **SINCE_1_9)),
    ("multinomial", branch((N_2_53, [1e-14, 1.0]), "BTPE, n = 2^53", lengths=(10000,),
                           **SINCE_1_9)),
    # log1p since 1.21.
    ("rayleigh", branch((1.0,), "log or log1p", lengths=(1000, 10000))),
    ("rayleigh", crafted((1.0,), "U = 0", 0.0)),
    ("geometric", branch((1e-9,), "p 1e-9", lengths=(10000,))),
    ("geometric", branch((1e-14,), "p 1e-14", lengths=(10000,))),
    ("geometric", branch((3e-16,), "p 3e-16", lengths=(10000,))),
    # Rows without bytes draw nothing since 1.20.
    ("shuffle", branch((0,), "rows without bytes", lengths=(0, 1, 2, 1000), draw=shuffle_rows,
                       **SINCE_1_11)),
    # 1.17.0 to 1.17.2.
    ("binomial", branch((0, 0.5), "no trials")),
    ("binomial", branch((20, 0.0), "p 0")),
    ("binomial", branch((0, 0.0), "no trials, p 0")),
    ("binomial", branch((20, -0.0), "p -0.0")),
    ("randint", branch((0, 2 ** 32), "2^32 values")),
    ("randint_int64", branch((-5, 2 ** 32 - 5), "2^32 values", **SINCE_1_11)),
    ("randint_uint64", branch((2 ** 63, 2 ** 63 + 2 ** 32), "2^32 values", **SINCE_1_11)),
    ("randint_int64_endpoint", branch((1, 2 ** 32), "2^32 values", **SINCE_1_11)),
    ("randint_uint64_endpoint", branch((1, 2 ** 32), "2^32 values", **SINCE_1_11)),
    ("random_integers", branch((1, 2 ** 32), "2^32 values")),
    ("choice", branch((2 ** 32, 1, None), "2^32 values")),
    # 2.0 rounds what the sum of float32 is off to float32.
    ("choice_p_float", branch((3, 1, P_FLOAT_MOST), "the same in all: on the edge")),
    ("choice_p_float", branch((4, 1, P_FLOAT_ROUNDS), "less than half a float32 beyond the edge",
                              refused_before=(2, 0, 0))),
    ("choice_p_float", branch((4, 0, P_FLOAT_ROUNDS), "the same, without replacement", lengths=(3,),
                              refused_before=(2, 0, 0))),
    ("randint_uint32", branch((0, 2 ** 32), "the same in all: 32 bits", **SINCE_1_11)),
    # 1.16.
    ("bytes", branch((), "no bytes", lengths=(0,))),
    ("standard_gamma", branch((0.0,), "shape 0", **SINCE_1_12)),
    ("gamma", branch((0.0, 2.0), "shape 0", **SINCE_1_12)),
    ("chisquare", branch((TINY,), "shape 0, by rounding")),
    ("noncentral_chisquare", branch((0.5, NAN), "nonc NaN", **SINCE_1_10)),
    ("noncentral_f", branch((0.5, 2.0, NAN), "nonc NaN", **SINCE_1_14)),
    # U = 0: before 1.16.4 it was taken. beta: 1.16.4 to 1.16.6 drew again.
    ("laplace", crafted((0.5, 2.0), "U = 0", 0.0)),
    ("logistic", crafted((0.5, 2.0), "U = 0", 0.0)),
    ("gumbel", crafted((0.5, 2.0), "U = 0", 0.0)),
    ("beta", crafted((0.5, 0.5), "U = V = 0", 0.0, 0.0)),
    ("logseries", crafted((0.9,), "V = 0: the same in all", 0.0, 0.5)),
]

# What releases before 1.16 draw as well: where they differ from it, and usual parameters.
OLD_SETS = [
    ("weibull", branch((0.0,), "a 0: a power of exponent infinity", **SINCE_1_12)),
    ("zipf", branch((2000.0,), "a 2000: 1, and 4 words each before 1.14", other_in=FROM_1_14)),
    ("zipf", crafted((1.0537,), "2^63, rejected before 1.14", 0.9041514777139893, 0.0)),
    ("noncentral_chisquare", branch((NAN, 2.5), "df NaN")),
    ("noncentral_chisquare", branch((0.5, 2.5), "df below 1", **SINCE_1_10)),
    ("noncentral_f", branch((3.0, 5.0, 0.0), "nonc 0: no exception before 1.11")),
    ("beta", branch((1e-3, 2e-3), "both powers 0: NaN before 1.10")),
    ("hypergeometric", branch((10 ** 9, 10 ** 9, 10 ** 9), "products of longs before 1.10")),
    ("binomial", branch((1000, 0.4), "BTPE, near the mode", lengths=(10000,))),
    ("binomial", branch((100, 0.61), "BTPE, near the mode", lengths=(10000,))),
    ("binomial", branch((10 ** 6, 0.3), "BTPE", lengths=(10000,))),
    ("binomial", branch((20, 0.3), "inversion")),
    ("multinomial", branch((1000, [0.5, 0.3, 0.2]), "BTPE")),
    ("multinomial", branch((20, [0.1, 0.2, 0.3, 0.4]), "inversion")),
    ("seed", SeedSet(("0", "12345", "4294967295"), "numbers")),
    ("seed_array", SeedSet(("[1234]", "[1,2,3]", "range(0,625)"), "arrays")),
    ("random_sample", branch((), "no parameters")),
    ("bytes", branch((), "bytes", lengths=(1, 7, 2500))),
    ("uniform", branch((-2.5, 7.75), "a range")),
    ("normal", branch((1.5, 3.0), "pairs")),
    ("exponential", branch((2.5,), "a scale")),
    ("standard_gamma", branch((0.3,), "shape below 1")),
    ("standard_gamma", branch((2.5,), "shape above 1")),
    ("beta", branch((0.5, 0.7), "Johnk")),
    ("beta", branch((2.0, 3.0), "gammas")),
    ("chisquare", branch((3.0,), "a df")),
    ("noncentral_chisquare", branch((3.0, 2.5), "df above 1")),
    ("f", branch((5.0, 7.0), "two df")),
    ("standard_t", branch((3.0,), "a df")),
    ("standard_cauchy", branch((), "no parameters")),
    ("lognormal", branch((0.5, 1.5), "a sigma")),
    ("laplace", branch((0.5, 2.0), "both sides")),
    ("logistic", branch((0.5, 2.0), "a scale")),
    ("gumbel", branch((0.5, 2.0), "a scale")),
    ("pareto", branch((3.0,), "an a")),
    ("power", branch((2.5,), "an a")),
    ("weibull", branch((1.5,), "an a")),
    ("triangular", branch((-1.0, 0.5, 3.0), "both sides")),
    ("wald", branch((1.5, 2.5), "both roots")),
    ("randint", branch((0, 10), "one word per attempt")),
    ("randint", branch((0, 2 ** 32 + 1), "two words per attempt")),
    ("randint_int16", branch((-5, 20000), "pieces of words", **SINCE_1_11)),
    ("randint_bool", branch((0, 2), "bits of words", **SINCE_1_11)),
    ("random_integers", branch((1, 6), "one word per attempt")),
    ("tomaxint", branch((), "two words")),
    ("poisson", branch((5.0,), "multiplication")),
    ("poisson", branch((50.0,), "PTRS")),
    ("negative_binomial", branch((2.5, 0.4), "a gamma, then a Poisson number")),
    ("geometric", branch((0.5,), "search")),
    ("geometric", branch((0.01,), "by logarithms")),
    ("hypergeometric", branch((15, 25, 10), "item by item")),
    ("hypergeometric", branch((200, 100, 250), "HRUA, both corrections")),
    ("logseries", branch((0.9,), "results of a few digits")),
    ("zipf", branch((1.5,), "an a")),
    ("dirichlet", branch(([1.0, 2.5, 0.3],), "three shares")),
    ("shuffle", branch((0,), "rows without bytes", lengths=(1, 2, 1000), draw=shuffle_rows)),
    ("shuffle", branch((8,), "elements of 8 bytes")),
    ("shuffle", branch((1,), "elements of 1 byte")),
    ("shuffle", branch((24,), "rows", draw=shuffle_rows)),
    ("permutation", branch((), "numbers")),
    ("permutation_array", branch((8,), "elements of 8 bytes")),
    ("permutation_array", branch((5,), "rows", draw=permutation_rows)),
    ("choice", branch((10, 1, None), "with replacement")),
    ("choice", branch((4, 1, P4), "with replacement, p")),
    ("choice", branch((1000, 0, None), "without replacement")),
    ("choice", branch((40, 0, P40), "without replacement, p", lengths=(20,))),
]

# ---- Where C's long has 32 bits -----------------------------------------------------------------

LAM_MAX_32 = 2147020237.4999895
MAX_32 = 2 ** 31 - 1

LONG32_SETS = [
    ("tomaxint", branch((), "one word", lengths=(0, 1, 2, 623, 624, 625, 1000))),
    ("randint", branch((0, 10), "default dtype: one word per attempt")),
    ("randint", branch((-2 ** 31, 2 ** 31 - 1), "the longest range but one")),
    ("randint", branch((-2 ** 31, 2 ** 31), "every value")),
    ("randint", refused(-2 ** 31 - 1, 5)),
    ("randint", refused(0, 2 ** 31 + 1)),
    ("randint", refused(5, 5)),
    ("random_integers", branch((1, 6), "one word per attempt")),
    ("random_integers", branch((-2 ** 31, MAX_32), "every value")),
    ("random_integers", refused(0, 2 ** 31)),
    ("permutation", branch((), "one word per attempt", lengths=(0, 1, 2, 623, 1000))),
    ("choice", branch((10, 1, None), "with replacement")),
    ("choice", branch((2 ** 31, 1, None), "with replacement, the largest population")),
    ("choice", branch((4, 1, P4), "with replacement, p")),
    ("choice", branch((1000, 0, None), "without replacement", lengths=(0, 1, 1000))),
    ("choice", branch((40, 0, P40), "without replacement, p", lengths=(0, 1, 20, 40))),
    ("choice", refused(2 ** 31 + 1, 1, None)),
    ("poisson", branch((5.0,), "multiplication")),
    ("poisson", branch((50.0,), "PTRS")),
    ("poisson", branch((1e9,), "PTRS, large")),
    ("poisson", branch((LAM_MAX_32,), "the largest lam")),
    ("poisson", crafted((50.0,), "PTRS, k beyond a long", 0.0, 0.5)),
    ("poisson", refused(LAM_MAX_32 + 1.0)),
    ("poisson", refused(-1.0)),
    ("binomial", branch((20, 0.3), "inversion")),
    ("binomial", branch((1000, 0.4), "BTPE")),
    ("binomial", branch((10 ** 9, 0.5), "BTPE, n 10^9")),
    ("binomial", branch((MAX_32, 1e-9), "inversion, n the largest there is")),
    ("binomial", branch((MAX_32, 1e-7), "BTPE, n the largest there is: n + 1 wraps")),
    ("binomial", branch((MAX_32, 0.5), "BTPE, n the largest there is: k^2 wraps")),
    ("multinomial", branch((20, [0.1, 0.2, 0.3, 0.4]), "inversion in each category")),
    ("multinomial", branch((1000, [0.5, 0.3, 0.2]), "BTPE")),
    # With n above 1 a normal would be kept, whose last bits the x87 unit of the machine changes.
    ("negative_binomial", branch((1.0, 0.4), "multiplication")),
    ("negative_binomial", branch((0.5, 1e-3), "both ways")),
    ("negative_binomial", branch((1.0, 0.0), "LONG_MIN")),
    ("negative_binomial", branch((1.0, 1e-9), "some results beyond a long: LONG_MIN")),
    ("geometric", branch((0.5,), "search")),
    ("geometric", branch((0.01,), "by logarithms")),
    ("geometric", branch((1e-9,), "by logarithms, some results beyond a long: LONG_MIN")),
    ("geometric", branch((1e-12,), "by logarithms, nearly all results beyond a long")),
    ("hypergeometric", branch((15, 25, 10), "item by item")),
    ("hypergeometric", branch((100, 200, 50), "HRUA")),
    ("hypergeometric", branch((200, 100, 250), "HRUA, both corrections")),
    ("hypergeometric", branch((10 ** 9, 10 ** 9, 10 ** 6), "HRUA, a large population")),
    ("logseries", branch((0.9,), "results of a few digits")),
    ("logseries", branch((0.999999999,), "some results beyond a long: drawn again")),
    ("zipf", branch((2.0,), "a 2")),
    ("zipf", branch((1.1,), "results beyond a long are drawn again")),
    ("zipf", branch((1.5,), "a 1.5")),
]

METHOD_NAMED = {method.name: method for method in METHODS}
