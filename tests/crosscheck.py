#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Compares libnprand with the NumPy that runs this script, bit for bit.

    crosscheck.py libnprand.so [--seed N] [--seconds S | --values N] [--method NAME ...]

Case after case, a nprand_rng and a RandomState start from the same random state and make the same
call with random parameters. What must be equal: the values, as bits; whether the call is refused,
and in which words; the whole state afterwards. What a refused call must leave alone: generator and
output.

A case depends on the seed, the method and the number of the case, and on nothing else; for a
difference, the options that repeat it are printed. Exit status: 0 if there is no difference, 1 if
there is, 2 for a wrong option, 77 (which test runners take for "skipped") if there is no NumPy.

Needs Python 3.7, NumPy 1.17 or newer, and a platform whose C long has 64 bits, since NumPy's
default integers have as many.
"""

import argparse
import collections
import ctypes
import errno
import math
import os
import platform
import random as random_module
import re
import struct
import sys
import textwrap
import time
import warnings

try:
    import numpy as np
except ImportError as missing:
    print('not compared:', missing)
    sys.exit(77)

# (1, 24, 2) for 1.24.2, and (2, 6, 0) for 2.6.0.dev0.
VERSION = tuple(int(part) for part in re.findall(r'\d+', np.__version__)[:3])

KEY_LENGTH = 624
INT64_MIN, INT64_MAX = -2**63, 2**63 - 1
UINT32_MAX, UINT64_MAX = 2**32 - 1, 2**64 - 1

# What NumPy said before it said what nprand_strerror() says: (first release with the new words,
# new words, old words).
OLD_WORDS = [
    ((1, 21), 'high <= 0', 'low >= high'),
]


# ---- The two generators --------------------------------------------------------------------------

class State(ctypes.Structure):
    """nprand_state."""
    _fields_ = [('key', ctypes.c_uint32 * KEY_LENGTH), ('pos', ctypes.c_int32),
                ('has_gauss', ctypes.c_int32), ('gauss', ctypes.c_double)]


def to_state(fields):
    """The tuple (key, pos, has_gauss, gauss) as a nprand_state."""
    key, pos, has_gauss, gauss = fields
    state = State(pos=pos, has_gauss=has_gauss, gauss=gauss)
    ctypes.memmove(state.key, np.ascontiguousarray(key, np.uint32).ctypes.data, 4 * KEY_LENGTH)
    return state


class Library:
    """The functions of the shared library, called by name."""

    def __init__(self, path):
        # A name without a slash would be looked for where the system keeps its libraries.
        self.dll = ctypes.CDLL(os.path.abspath(path), use_errno=True)
        self.dll.nprand_strerror.restype = ctypes.c_char_p
        self.dll.nprand_version.restype = ctypes.c_char_p

    def version(self):
        return self.dll.nprand_version().decode()

    def words(self, status):
        """None for NPRAND_OK."""
        return self.dll.nprand_strerror(status).decode() if status else None

    def call(self, name, *arguments):
        """A function that returns a status; its words."""
        return self.words(getattr(self.dll, name)(*arguments))

    def scalar(self, name, result_type, *arguments):
        """A scalar draw; its value and errno after it."""
        function = getattr(self.dll, name)
        function.restype = result_type
        ctypes.set_errno(0)
        value = function(*arguments)
        return value, ctypes.get_errno()


class Pair:
    """A nprand_rng and a RandomState that are to stay in the same state."""

    def __init__(self, library, release):
        self.library = library
        self.release = release
        self.rng = (ctypes.c_uint64 * 1024)()
        # random_raw is a method of the bit generator, not of RandomState.
        self.bit_generator = np.random.MT19937()
        self.random_state = np.random.RandomState(self.bit_generator)
        self.set_seed(0)

    def call(self, name, *arguments):
        return self.library.call(name, self.rng, *arguments)

    def choose_release(self):
        """To be called whenever the library's generator was seeded, which forgets the release. One
        that is newer than the library leaves the default, which is the newest that it knows."""
        self.call('nprand_set_numpy', *self.release)

    def reproduced(self):
        major, minor = ctypes.c_int(), ctypes.c_int()
        self.call('nprand_get_numpy', ctypes.byref(major), ctypes.byref(minor))
        return major.value, minor.value

    def set_seed(self, seed):
        self.random_state.seed(seed)
        self.call('nprand_seed', ctypes.c_int64(seed))
        self.choose_release()

    def set_state(self, fields):
        self.random_state.set_state(('MT19937',) + fields)
        self.call('nprand_set_state', ctypes.byref(to_state(fields)))

    def state(self):
        state = State()
        self.call('nprand_get_state', ctypes.byref(state))
        return state

    def state_differences(self):
        ours = self.state()
        key, pos, has_gauss, gauss = self.random_state.get_state()[1:]
        if bytes(ours) == bytes(to_state((key, pos, has_gauss, gauss))):
            return []
        lines = []
        if not np.array_equal(np.frombuffer(ours.key, np.uint32), key):
            lines.append('state: key differs')
        for field, expected in (('pos', pos), ('has_gauss', has_gauss)):
            if getattr(ours, field) != expected:
                lines.append('state: %s: NumPy %d, library %d'
                             % (field, expected, getattr(ours, field)))
        if double_bits(ours.gauss) != double_bits(gauss):
            lines.append('state: gauss: NumPy %s, library %s'
                         % (shown(gauss), shown(ours.gauss)))
        return lines


def double_bits(value):
    return struct.pack('<d', value)


# ---- Outcomes ------------------------------------------------------------------------------------

# values: an array, None for a refused call. refusal: the words, None for an accepted call.
# problems: what is wrong whatever the other side did.
Outcome = collections.namedtuple('Outcome', 'values refusal problems')

# comparisons, values, refusals: counts. calls, differences: lines of text.
Result = collections.namedtuple('Result', 'comparisons values refusals calls differences')

# The refusal of a scalar draw, which has no words.
WORDLESS = object()

GUARD = 0xa5


class Output:
    """Memory for size elements, with guards on both sides. The one in front has a random number of
    elements, so that vector code meets every alignment that the type allows."""

    def __init__(self, dtype, size, random, contents=None):
        self.dtype = np.dtype(dtype)
        bytes_in = size * self.dtype.itemsize
        self.start = random.randrange(8) * self.dtype.alignment
        self.end = self.start + bytes_in
        self.memory = np.full(self.end + 64, GUARD, np.uint8)
        if contents is not None:
            self.memory[self.start:self.end] = np.frombuffer(contents, np.uint8)
        self.before = self.memory.tobytes()
        # What has no elements needs no memory.
        self.pointer = ctypes.c_void_p(self.memory.ctypes.data + self.start if bytes_in else None)

    def bytes(self):
        return self.memory[self.start:self.end].tobytes()

    def outcome(self, refusal):
        if refusal is not None:
            changed = self.memory.tobytes() != self.before
            return Outcome(None, refusal, ['refused, but the output changed'] if changed else [])
        after = self.memory.tobytes()
        whole = (after[:self.start] == self.before[:self.start]
                 and after[self.end:] == self.before[self.end:])
        problems = [] if whole else ['memory outside the output changed']
        return Outcome(np.frombuffer(self.bytes(), self.dtype), None, problems)


def numpy_outcome(dtype, call):
    """What NumPy does, its values flat and in the type of the C function."""
    try:
        with np.errstate(all='ignore'):
            values = np.asarray(call())
    except (ValueError, OverflowError) as error:
        return Outcome(None, str(error), [])
    return Outcome(values.astype(dtype).ravel(), None, [])


def shown(value):
    if isinstance(value, (float, np.floating)):
        return '%s (%s)' % (float(value).hex(), struct.pack('>d', value).hex())
    return str(value)


def same(ours, theirs):
    """Elementwise: the same bits, or both NaN, whose payload IEEE 754 leaves open."""
    unsigned = 'u%d' % ours.dtype.itemsize
    equal = ours.view(unsigned) == theirs.view(unsigned)
    return equal | (np.isnan(ours) & np.isnan(theirs)) if ours.dtype.kind == 'f' else equal


def value_differences(ours, theirs):
    if ours.tobytes() == theirs.tobytes():
        return []
    if len(ours) != len(theirs):
        return ['NumPy gives %d values, library %d' % (len(theirs), len(ours))]
    differing = np.flatnonzero(~same(ours, theirs))
    if len(differing) == 0:
        return []
    first = differing[0]
    return ['%d of %d values differ, first at index %d: NumPy %s, library %s'
            % (len(differing), len(ours), first, shown(theirs[first]), shown(ours[first]))]


def same_words(ours, theirs):
    if ours is WORDLESS or ours == theirs:
        return True
    return any(VERSION < release and (ours, theirs) == (new, old)
               for release, new, old in OLD_WORDS)


def refusal_differences(ours, theirs):
    if ours is None:
        return ['NumPy refuses (%s), library accepts' % theirs]
    words = 'in a scalar call' if ours is WORDLESS else ours
    if theirs is None:
        return ['NumPy accepts, library refuses (%s)' % words]
    return [] if same_words(ours, theirs) else ['NumPy says "%s", library "%s"' % (theirs, words)]


def compared(pair, before, call, ours, theirs):
    """The result of one call on both sides; before: the library's generator before it."""
    differences = list(ours.problems)
    if ours.refusal is not None and bytes(pair.rng) != before:
        differences.append('refused, but the generator changed')
    if ours.refusal is not None or theirs.refusal is not None:
        differences += refusal_differences(ours.refusal, theirs.refusal)
    else:
        differences += value_differences(ours.values, theirs.values)
    differences += pair.state_differences()
    count = 0 if ours.values is None else len(ours.values)
    return Result(1, count, int(ours.refusal is not None), [call], differences)


# ---- Random numbers of every kind ----------------------------------------------------------------

def any_double(random):
    """Doubles of every kind and magnitude, half of them of the kind that users pass."""
    kind = random.randrange(8)
    if kind < 4:
        return random.choice((0.0, 1.0, -1.0, 0.5, random.uniform(-10, 10), random.gauss(0, 1000)))
    if kind == 4:
        return random.choice((math.inf, -math.inf, math.nan, -math.nan, -0.0))
    if kind == 5:
        return random.choice((5e-324, -5e-324, 2.0**-1022, 1.7976931348623157e308,
                              -1.7976931348623157e308, 8.98846567431158e307, 2.0**53, 1e-310))
    return struct.unpack('<d', struct.pack('<Q', random.getrandbits(64)))[0]


def edge(random, bits):
    """A number of at most bits + 1 bits, most often next to a power of two, and those at which the
    method of drawing changes before others."""
    turning_points = [b for b in (1, 8, 16, 31, 32, 33, 63, 64) if b <= bits]
    exponent = random.choice(turning_points) if random.random() < 0.5 else random.randint(0, bits)
    power = 1 << exponent
    return random.choice((power - 2 if power > 1 else 0, power - 1, power, power + 1,
                          random.randrange(power)))


def signed_edge(random):
    """Of 64 bits."""
    value = random.choice((1, -1)) * edge(random, 63)
    return min(max(value, INT64_MIN), INT64_MAX)


def unsigned_edge(random):
    """Of 64 bits."""
    return min(edge(random, 64), UINT64_MAX)


# 7919 is more than a dozen blocks of 624 words, and no multiple of anything.
LENGTHS = (0, 1, 2, 3, 4, 5, 7, 8, 311, 312, 313, 622, 623, 624, 625, 626, 1247, 1248, 1249, 7919)


def any_length(random):
    kind = random.randrange(8)
    if kind < 3:
        return random.choice(LENGTHS)
    return random.randrange(40) if kind < 6 else random.randrange(3000)


def any_key(random):
    return np.frombuffer(random.getrandbits(32 * KEY_LENGTH).to_bytes(4 * KEY_LENGTH, 'little'),
                         '<u4').astype(np.uint32)


def any_state(random, pos=None):
    """The fields of a state, at the given position or a random one."""
    if pos is None:
        pos = random.choice((0, 1, 622, 623, 624, random.randint(0, 624), random.randint(0, 624)))
    has_gauss = random.choice((0, 0, 0, 1, 1, 1, 2, -1))
    gauss = random.choice((0.0, random.gauss(0, 1), random.gauss(0, 1), any_double(random)))
    return any_key(random), pos, has_gauss, gauss


def start(pair, random):
    """Brings both generators to the same random state; says which."""
    if random.random() < 0.25:
        seed = random.getrandbits(32)
        pair.set_seed(seed)
        return 'seed %d' % seed
    fields = any_state(random)
    pair.set_state(fields)
    return 'state of pos %d, has_gauss %d, gauss %s' % (fields[1], fields[2], shown(fields[3]))


def any_size(random, n):
    """n elements as NumPy's argument size: a number, or a shape."""
    if n is None or random.random() < 0.7:
        return n
    divisors = [d for d in (1, 2, 3, 5, 7, 8, 13, 104) if n % d == 0]
    divisor = random.choice(divisors)
    return random.choice(((n,), (divisor, n // divisor), (n // divisor, 1, divisor)))


# ---- A row of the table: a method with a scalar form and a fill form -----------------------------

# How a parameter becomes arguments of the C function: one, or for an array several.
def real(value):
    return [ctypes.c_double(value)]


def int64(value):
    return [ctypes.c_int64(value)]


def uint64(value):
    return [ctypes.c_uint64(value)]


def boolean(value):
    return [ctypes.c_bool(value)]


def reals(values):
    return [None if values is None else values.ctypes.data_as(ctypes.c_void_p)]


def scalar_type(dtype):
    """What the scalar form returns for a method whose fill form writes elements of dtype."""
    if dtype.kind == 'f':
        return ctypes.c_double
    return ctypes.c_uint64 if dtype == np.uint64 else ctypes.c_int64


def is_refused_value(value, dtype):
    if dtype.kind == 'f':
        return math.isnan(value)
    return value == (2**63 if dtype == np.uint64 else INT64_MIN)


class Draw:
    """A method that fills n rows (of one value, or of as many as row(params) says), and most often
    has a scalar form too.

    name        NumPy's, or where that is not enough to tell the C function, the latter's
    dtype       of the values
    kinds       of the parameters: real, int64 ...
    params      gives random parameters, good ones in the main
    bad         gives random parameters, bad ones in the main
    numpy       makes NumPy's call: (pair, params, size) -> values
    fill        name of the fill form, unless it is nprand_<name>_fill
    has_scalar  whether nprand_<name> is a scalar form
    row         number of values per row
    """

    def __init__(self, name, dtype, kinds=(), params=None, bad=None, numpy=None, fill=None,
                 has_scalar=True, row=None):
        self.name = name
        self.dtype = np.dtype(dtype)
        self.kinds = kinds
        self.params = params or (lambda random: ())
        self.bad = bad
        self.numpy = numpy or self.call_by_name
        self.fill_name = fill or 'nprand_%s_fill' % name
        self.has_scalar = has_scalar
        self.row = row or (lambda params: 1)

    def call_by_name(self, pair, params, size):
        return getattr(pair.random_state, self.name)(*params, size=size)

    def pick(self, random):
        """Parameters and n; n is None for the scalar form."""
        is_bad = self.bad is not None and random.random() < 0.2
        params = (self.bad if is_bad else self.params)(random)
        is_scalar = self.has_scalar and random.random() < 0.2
        return params, None if is_scalar else any_length(random)

    def arguments(self, params):
        return [argument for kind, value in zip(self.kinds, params) for argument in kind(value)]

    def draw(self, pair, params):
        arguments = self.arguments(params)
        value, code = pair.library.scalar('nprand_' + self.name, scalar_type(self.dtype), pair.rng,
                                          *arguments)
        if code == 0:
            return Outcome(np.array([value]).astype(self.dtype), None, [])
        is_right = code == errno.EDOM and is_refused_value(value, self.dtype)
        return Outcome(None, WORDLESS,
                       [] if is_right else ['refused with value %s, errno %d' % (value, code)])

    def call_fill(self, pair, params, n, out):
        return pair.call(self.fill_name, *self.arguments(params), ctypes.c_size_t(n), out.pointer)

    def fill(self, pair, params, n, random):
        out = Output(self.dtype, n * self.row(params), random)
        return out.outcome(self.call_fill(pair, params, n, out))

    def compare(self, pair, random, index):
        params, n = self.pick(random)
        size = any_size(random, n)
        before = bytes(pair.rng)
        if n is None:
            ours = self.draw(pair, params)
        else:
            ours = self.fill(pair, params, n, random)
        theirs = numpy_outcome(self.dtype, lambda: self.numpy(pair, params, size))
        return compared(pair, before, '%s%r, size %r' % (self.name, params, size), ours, theirs)


# ---- Parameters of the rows ----------------------------------------------------------------------

def two_doubles(random):
    return any_double(random), any_double(random)


def small_range(random):
    return random.uniform(-100, 100), random.choice((0.0, 1.0, random.uniform(-100, 100)))


def loc_scale(random):
    return any_double(random), abs(any_double(random))


def loc_bad_scale(random):
    return any_double(random), math.copysign(any_double(random), -1.0)


def good_range(random, minimum, maximum):
    """low and last, inclusive: a range of any width, at any place on minimum..maximum."""
    widest = maximum - minimum
    width = min(edge(random, widest.bit_length()), widest)
    # 1.17.0 to 1.17.2 draw a range of 2^32 values by 64 bits; every other release by 32.
    if width == UINT32_MAX and VERSION < (1, 17, 3):
        width -= 1
    lowest, highest = minimum, maximum - width
    low = random.choice((lowest, highest, random.randint(lowest, highest), 0, 1, -1, -width))
    low = min(max(low, lowest), highest)
    return low, low + width


def range_of(minimum, maximum):
    """Parameters low and high. high fits the type of the C parameter."""
    def params(random):
        low, last = good_range(random, minimum, min(maximum, maximum_high(maximum) - 1))
        return low, last + 1
    return params


def maximum_high(maximum):
    """The parameter high of the 64-bit types has no room for maximum + 1."""
    return maximum if maximum in (INT64_MAX, UINT64_MAX) else maximum + 1


def endpoint_range_of(minimum, maximum):
    return lambda random: good_range(random, minimum, maximum)


def bad_bounds(random):
    """Out of order, or outside of a small type, or low = 0, for which the words differ."""
    low = random.choice((0, signed_edge(random), signed_edge(random)))
    high = random.choice((signed_edge(random), low, low - 1 if low > INT64_MIN else low))
    # Bounds that turn out to be good must not be good_range()'s exception.
    if abs(high - low - UINT32_MAX) <= 1:
        high = low
    return low, high


def bad_unsigned_bounds(random):
    low, high = unsigned_edge(random), unsigned_edge(random)
    return random.choice(((max(low, high), min(low, high)), (0, 0)))


def randint(dtype):
    """NumPy's call for bounds low, high."""
    return lambda pair, params, size: pair.random_state.randint(*params, size=size, dtype=dtype)


def randint_endpoint(dtype):
    """NumPy's call for bounds low, last."""
    return lambda pair, params, size: pair.random_state.randint(params[0], params[1] + 1, size=size,
                                                                dtype=dtype)


def randint_default(pair, params, size):
    low, high = params
    if low == 0:
        return pair.random_state.randint(high, size=size)
    return pair.random_state.randint(low, high, size)


def random_integers(pair, params, size):
    low, high = params
    if low == 1:
        return pair.random_state.random_integers(high, size=size)
    return pair.random_state.random_integers(low, high, size)


def with_dimensions(name):
    """NumPy's call for a method that takes the shape as positional arguments."""
    def call(pair, params, size):
        dimensions = () if size is None else size if isinstance(size, tuple) else (size,)
        return getattr(pair.random_state, name)(*dimensions)
    return call


def randint_row(dtype, minimum, maximum):
    return Draw('randint_' + dtype, dtype, (int64, int64), range_of(minimum, maximum), bad_bounds,
                randint(dtype))


# ---- choice --------------------------------------------------------------------------------------

def weights(random, a):
    """Weights of which some are zero and some tiny, but not all zero."""
    values = [random.choice((0.0, 1.0, random.random(), random.random()**30, 5e-324))
              for _ in range(a)]
    values[random.randrange(a)] = 1.0
    return np.array(values)


# Factors that leave the sum of p within the tolerance of 2^-26, on its edge, and beyond.
GOOD_FACTORS = (1.0, 1.0, 1 + 1e-9, 1 - 1e-9, 1 + 1.49011e-8, 1 - 1.49011e-8)
BAD_FACTORS = (1 + 2.0**-26, 1 - 2.0**-26, 1 + 1.49013e-8, 1 - 1.49013e-8, 0.5, 2.0, 0.0)


def good_p(random, a):
    p = weights(random, a)
    return p / p.sum() * random.choice(GOOD_FACTORS)


def bad_p(random, a):
    p = good_p(random, a)
    if random.random() < 0.5:
        return p * random.choice(BAD_FACTORS)
    for _ in range(random.randint(1, 2)):
        p[random.randrange(a)] = random.choice((math.nan, math.inf, -math.inf, -1e-300, -0.0, -1.0))
    return p


def any_population(random):
    return random.choice((1, 2, 3, 10, random.randint(1, 60), random.randint(1, 1500)))


def choice_params(random):
    """a, replace, p."""
    replace = random.random() < 0.5
    if random.random() < 0.5:
        a = any_population(random)
        return a, replace, good_p(random, a)
    if replace and random.random() < 0.5:
        low, last = good_range(random, 0, INT64_MAX - 1)
        return last - low + 1, True, None
    return any_population(random), replace, None


def choice_bad_params(random):
    replace = random.random() < 0.5
    kind = random.randrange(3)
    if kind == 0:
        return random.choice((0, -1, -1000, INT64_MIN)), replace, None
    if kind == 1:
        # Before 1.24 NumPy may read the first element of an empty p.
        a = random.choice((0, -1) if VERSION >= (1, 24) else (-1,))
        return a, replace, np.array([])
    a = any_population(random)
    return a, replace, bad_p(random, a)


def choice(pair, params, size):
    a, replace, p = params
    return pair.random_state.choice(a, size, replace, p)


class Choice(Draw):
    """choice differs from other draws in its work space, and in what its scalar form takes."""

    def pick(self, random):
        params, n = super().pick(random)
        a, replace, p = params
        if replace:
            return params, n
        nonzero = a if p is None else int(np.count_nonzero(p > 0))
        n = any_length(random) if n is None else n
        fitting = min(n, nonzero) if nonzero > 0 else n
        return params, random.choice((n, fitting, fitting, max(nonzero, 0), min(n, max(a, 0))))

    def arguments(self, params):
        """Those of the scalar form, which always replaces."""
        return int64(params[0]) + reals(params[2])

    def call_fill(self, pair, params, n, out):
        a, replace, p = params
        arguments = int64(a) + boolean(replace)
        size_of = pair.library.dll.nprand_choice_work_size
        size_of.restype = ctypes.c_size_t
        size = size_of(*arguments, *boolean(p is not None))
        work = (ctypes.c_uint64 * (size // 8 + 1))(*[GUARD] * (size // 8 + 1))
        words = pair.call(self.fill_name, *arguments, *reals(p), ctypes.c_size_t(n), out.pointer,
                          work if size else None)
        return words if work[size // 8] == GUARD else 'wrote past the work space'


# ---- shuffle and permutation of an array ---------------------------------------------------------

DTYPES = ('u1', 'i2', 'f4', 'i8', 'f8', 'c16', 'V3', 'V5', 'S7', 'V40', 'V257', 'V600')


MOST_BYTES = 300000


def random_bytes(random, size):
    return random.getrandbits(8 * size).to_bytes(size, 'little') if size else b''


def any_array(random):
    """An array with one dimension or more; strides that leave gaps, too."""
    count = any_length(random) if random.random() < 0.8 else random.randrange(4)
    dtype = np.dtype(random.choice(DTYPES))
    shape = random.choice(((), (), (), (1,), (2,), (3,), (2, 2)))
    step = random.choice((1, 1, 2))
    row = int(np.prod(shape, dtype=int))
    count = min(count, MOST_BYTES // (row * dtype.itemsize))
    items = count * step * row
    array = np.frombuffer(bytearray(random_bytes(random, items * dtype.itemsize)), dtype)
    return array.reshape((count * step,) + shape)[::step]


def array_without_bytes(random):
    """Rows of no elements. NumPy's shuffle draws for them before 1.20, its permutation always."""
    return np.empty((random.randrange(30), 0))


def element_size(array):
    return array.dtype.itemsize * int(np.prod(array.shape[1:], dtype=int))


class Rearrange:
    """shuffle, in place, and permutation, into another array: of bytes, whatever they mean."""

    def __init__(self, name, rearrange):
        self.name = name
        self.rearrange = rearrange

    def pick(self, random):
        if random.random() < 0.05:
            return array_without_bytes(random)
        return any_array(random)

    def theirs(self, pair, array):
        def call():
            return np.frombuffer(self.rearrange(pair.random_state, array).tobytes(), np.uint8)
        return numpy_outcome(np.uint8, call)

    def ours(self, pair, array, random):
        count, size = len(array), element_size(array)
        contents = array.tobytes()
        # Bytes have no alignment, so that the elements lie anywhere.
        base = Output('u1', count * size, random, contents)
        sizes = [ctypes.c_size_t(count), ctypes.c_size_t(size)]
        if self.name == 'shuffle':
            return base.outcome(pair.call('nprand_shuffle', base.pointer, *sizes))
        out = Output('u1', count * size, random)
        words = pair.call('nprand_permutation_array', base.pointer, *sizes, out.pointer)
        outcome = out.outcome(words)
        if base.memory.tobytes() != base.before:
            outcome.problems.append('the array that is only read changed')
        return outcome

    def compare(self, pair, random, index):
        array = self.pick(random)
        before = bytes(pair.rng)
        ours = self.ours(pair, array, random)
        theirs = self.theirs(pair, array)
        call = '%s of %s %r, strides %r' % (self.name, array.dtype, array.shape, array.strides)
        result = compared(pair, before, call, ours, theirs)
        return result._replace(values=len(array))


def shuffled(random_state, array):
    """With the array's strides, of which NumPy treats some apart. A list goes another way."""
    if array.ndim == 1 and array.dtype.kind in 'iu' and len(array) % 3 == 1:
        items = list(array)
        random_state.shuffle(items)
        return np.array(items, array.dtype)
    random_state.shuffle(array)
    return array


def permuted(random_state, array):
    return random_state.permutation(array)


# ---- Seeds and states ----------------------------------------------------------------------------

WORDS_AFTER = 1300


def words_after(pair, random):
    """What both generators give next: some words, more than two blocks at times."""
    n = random.choice((0, 1, 2, 10, WORDS_AFTER))
    out = Output(np.uint32, n, random)
    words = pair.call('nprand_random_raw_fill', ctypes.c_size_t(n), out.pointer)
    ours = out.outcome(words)
    theirs = numpy_outcome(np.uint32, lambda: pair.bit_generator.random_raw(n))
    return ours, theirs


class Seed:
    """seed(int) and seed([...]), in NumPy also by making another RandomState."""
    name = 'seed'

    def pick(self, random):
        kind = random.randrange(8)
        if kind < 3:
            return random.choice((0, 1, UINT32_MAX, min(edge(random, 32), UINT32_MAX)))
        if kind == 3:
            return random.choice((-1, UINT32_MAX + 1, INT64_MAX, INT64_MIN, signed_edge(random)))
        length = random.choice((0, 1, 2, 3, 623, 624, 625, random.randint(1, 2000)))
        return [min(edge(random, 32), UINT32_MAX) for _ in range(length)]

    def ours(self, pair, seed):
        if isinstance(seed, int):
            return pair.call('nprand_seed', ctypes.c_int64(seed))
        key = (ctypes.c_uint32 * len(seed))(*seed)
        return pair.call('nprand_seed_array', key, ctypes.c_size_t(len(seed)))

    def theirs(self, pair, seed, random):
        # An array of one element seeds as that number, unlike a list of one.
        if isinstance(seed, list) and len(seed) != 1 and random.random() < 0.5:
            seed = np.array(seed, np.int64)
        if random.random() < 0.5:
            pair.random_state.seed(seed)
        else:
            pair.random_state.set_state(np.random.RandomState(seed).get_state())
        return ()

    def compare(self, pair, random, index):
        seed = self.pick(random)
        before = bytes(pair.rng)
        theirs = numpy_outcome(np.uint32, lambda: self.theirs(pair, seed, random))
        refusal = self.ours(pair, seed)
        call = 'seed(%r)' % (seed,)
        if refusal is not None or theirs.refusal is not None:
            return compared(pair, before, call, Outcome(None, refusal, []), theirs)
        pair.choose_release()
        if pair.state_differences():
            return compared(pair, before, call, Outcome(np.empty(0), None, []), theirs)
        return compared(pair, before, call + ', then words', *words_after(pair, random))


class RoundTrip:
    """set_state at each position in turn, and get_state."""
    name = 'state'

    def set_theirs(self, pair, fields, random):
        """By each of the forms that NumPy takes. Gives the fields that it has set."""
        key, pos, has_gauss, gauss = fields
        form = random.randrange(4)
        if form == 0:
            state = {'bit_generator': 'MT19937', 'state': {'key': key, 'pos': pos},
                     'has_gauss': has_gauss, 'gauss': gauss}
        elif form == 1:
            state = ('MT19937', key, pos)
            fields = key, pos, 0, 0.0
        else:
            state = ('MT19937', key.tolist() if form == 2 else key, pos, has_gauss, gauss)
        pair.random_state.set_state(state)
        return fields

    def refusal(self, pair, random):
        """What NumPy takes and the library refuses. There is nothing to compare it with."""
        key, pos, has_gauss, gauss = any_state(random)
        if random.random() < 0.5:
            pos, expected = random.choice((-1, 625, 2**31 - 1, -2**31)), 'state pos must be'
        else:
            key, expected = np.zeros(KEY_LENGTH, np.uint32), 'state key must not be all zero'
            key[0] = random.getrandbits(31)
        before = bytes(pair.rng)
        words = pair.call('nprand_set_state', ctypes.byref(to_state((key, pos, has_gauss, gauss))))
        is_right = words is not None and words.startswith(expected)
        ours = Outcome(None, words, [] if is_right else ['library says %s' % words])
        theirs = Outcome(None, words, [])
        return compared(pair, before, 'set_state, pos %d, bad' % pos, ours, theirs)

    def compare(self, pair, random, index):
        if random.random() < 0.1:
            return self.refusal(pair, random)
        fields = any_state(random, index % (KEY_LENGTH + 1))
        before = bytes(pair.rng)
        fields = self.set_theirs(pair, fields, random)
        # Zero-initialised memory can be given a state too.
        if random.random() < 0.5:
            ctypes.memset(pair.rng, 0, ctypes.sizeof(pair.rng))
        words = pair.call('nprand_set_state', ctypes.byref(to_state(fields)))
        pair.choose_release()
        call = 'set_state, pos %d, has_gauss %d, then words' % fields[1:3]
        if words is not None or pair.state_differences():
            nothing = Outcome(np.empty(0), None, [])
            return compared(pair, before, call, nothing._replace(refusal=words), nothing)
        return compared(pair, before, call, *words_after(pair, random))


# ---- Sequences -----------------------------------------------------------------------------------

class Sequence:
    """Calls of several methods on one generator, one after the other."""
    name = 'sequence'

    def __init__(self, methods):
        self.methods = methods

    def compare(self, pair, random, index):
        results = []
        for _ in range(random.randint(2, 12)):
            results.append(random.choice(self.methods).compare(pair, random, index))
            if results[-1].differences:
                break
        return Result(*(sum(column, [] if isinstance(column[0], list) else 0)
                        for column in zip(*results)))


# ---- The table -----------------------------------------------------------------------------------

def methods_of_the_table():
    int64_high = range_of(INT64_MIN, INT64_MAX)
    uint64_high = range_of(0, UINT64_MAX)
    int64_last = endpoint_range_of(INT64_MIN, INT64_MAX)
    uint64_last = endpoint_range_of(0, UINT64_MAX)
    rows = [
        Draw('random_raw', 'u4', numpy=lambda pair, _, size: pair.bit_generator.random_raw(size)),
        Draw('bytes', 'u1', numpy=random_state_bytes, fill='nprand_bytes', has_scalar=False),
        Draw('random_sample', 'f8'),
        Draw('random', 'f8'),
        Draw('rand', 'f8', numpy=with_dimensions('rand')),
        Draw('uniform', 'f8', (real, real), small_range, two_doubles),
        Draw('standard_normal', 'f8'),
        Draw('randn', 'f8', numpy=with_dimensions('randn')),
        Draw('normal', 'f8', (real, real), loc_scale, loc_bad_scale),
        Draw('randint', 'i8', (int64, int64), int64_high, bad_bounds, randint_default),
        randint_row('bool', 0, 1),
        randint_row('int8', -2**7, 2**7 - 1),
        randint_row('int16', -2**15, 2**15 - 1),
        randint_row('int32', -2**31, 2**31 - 1),
        randint_row('int64', INT64_MIN, INT64_MAX),
        randint_row('uint8', 0, 2**8 - 1),
        randint_row('uint16', 0, 2**16 - 1),
        randint_row('uint32', 0, UINT32_MAX),
        Draw('randint_uint64', 'u8', (uint64, uint64), uint64_high, bad_unsigned_bounds,
             randint('uint64')),
        Draw('randint_int64_endpoint', 'i8', (int64, int64), int64_last, bad_bounds,
             randint_endpoint('int64')),
        Draw('randint_uint64_endpoint', 'u8', (uint64, uint64), uint64_last, bad_unsigned_bounds,
             randint_endpoint('uint64')),
        Draw('random_integers', 'i8', (int64, int64), int64_last, bad_bounds, random_integers),
        Draw('tomaxint', 'i8'),
        Rearrange('shuffle', shuffled),
        Draw('permutation', 'i8', numpy=permutation, fill='nprand_permutation', has_scalar=False),
        Rearrange('permutation_array', permuted),
        Choice('choice', 'i8', params=choice_params, bad=choice_bad_params, numpy=choice),
        Seed(),
        RoundTrip(),
    ]
    return rows + [Sequence(rows)]


def random_state_bytes(pair, params, size):
    return np.frombuffer(pair.random_state.bytes(int(np.prod(size))), np.uint8)


def permutation(pair, params, size):
    return pair.random_state.permutation(int(np.prod(size)))


# ---- Running -------------------------------------------------------------------------------------

class Tally:
    """The counts of one method. Prints its first few differences."""
    MOST_SHOWN = 5

    def __init__(self, method, first_case):
        self.method = method
        self.cases = first_case
        self.counts = np.zeros(4, dtype=np.int64)

    def add(self, seed, begin, result):
        self.counts += (result.comparisons, result.refusals, result.values,
                        int(bool(result.differences)))
        self.cases += 1
        if result.differences and self.counts[3] <= self.MOST_SHOWN:
            self.show(seed, begin, result)

    def show(self, seed, begin, result):
        print('DIFFERENCE: --seed %d --method %s --case %d'
              % (seed, self.method.name, self.cases - 1))
        print('    from', begin)
        for line in result.calls:
            print('    call', textwrap.shorten(line, 300))
        for line in result.differences:
            print('    =>  ', line)

    def row(self):
        return (self.method.name,) + tuple(self.counts)


def run_case(pair, method, seed, case):
    """A case by itself: its random numbers depend on the three and on nothing before."""
    random = random_module.Random('%d %s %d' % (seed, method.name, case))
    begin = start(pair, random)
    return begin, method.compare(pair, random, case)


def run(pair, tallies, seed, is_enough):
    """One case of each method in turn, so that all get their share, until it is enough."""
    while True:
        for tally in tallies:
            begin, result = run_case(pair, tally.method, seed, tally.cases)
            tally.add(seed, begin, result)
        if is_enough(sum(tally.counts[2] for tally in tallies)):
            return


def print_table(tallies):
    total = ('total',) + tuple(sum(tally.counts for tally in tallies))
    heading = ('method', 'comparisons', 'of refusals', 'values', 'differences')
    print('%-26s %12s %12s %14s %12s' % heading)
    for row in [tally.row() for tally in tallies] + [total]:
        print('%-26s %12d %12d %14d %12d' % row)
    print('%d comparisons, %d differences' % (total[1], total[4]))
    return total[4]


def parse_arguments(names):
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('library', help='path of the shared library')
    parser.add_argument('--seed', type=int, help='default: another one each time')
    parser.add_argument('--seconds', type=float, default=20, help='how long (default: 20)')
    parser.add_argument('--values', type=int, help='how many values, instead of --seconds')
    parser.add_argument('--method', nargs='+', choices=names, metavar='NAME', help='these alone')
    parser.add_argument('--case', type=int, help='this case of --method alone')
    arguments = parser.parse_args()
    if arguments.seed is None:
        arguments.seed = random_module.SystemRandom().getrandbits(32)
    return arguments


def stop_rule(arguments):
    if arguments.case is not None:
        return lambda values: True
    if arguments.values is not None:
        return lambda values: values >= arguments.values
    end = time.monotonic() + arguments.seconds
    return lambda values: time.monotonic() >= end


def main():
    methods = methods_of_the_table()
    arguments = parse_arguments([method.name for method in methods])
    # random_integers is deprecated.
    warnings.simplefilter('ignore')
    pair = Pair(Library(arguments.library), VERSION[:2])
    print('libnprand %s as NumPy %d.%d against NumPy %s (Python %s, %s), seed %d'
          % ((pair.library.version(),) + pair.reproduced()
             + (np.__version__, platform.python_version(), platform.machine(), arguments.seed)),
          flush=True)
    tallies = [Tally(method, arguments.case or 0) for method in methods
               if arguments.method is None or method.name in arguments.method]
    run(pair, tallies, arguments.seed, stop_rule(arguments))
    return 1 if print_table(tallies) else 0


if __name__ == '__main__':
    sys.exit(main())
