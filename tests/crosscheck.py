#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Compares libnprand with the NumPy that runs this script, bit for bit.

    crosscheck.py libnprand.so [--seed N] [--seconds S | --values N] [--method NAME ...] [--arrays]

Case after case, a nprand_rng and a RandomState start from the same random state and make the same
call with random parameters. What must be equal: the values, as bits; whether the call is refused,
and in which words; the whole state afterwards. What a refused call must leave alone: generator and
output. A call is a fill, a scalar draw, or an each form, whose parameters NumPy gets as arrays that
it broadcasts. The library is told the release of the running NumPy and the width of its long.

A case depends on the seed, the method and the number of the case, and on nothing else; for a
difference, the options that repeat it are printed. Exit status: 0 if there is no difference, 1 if
there is, 2 for a wrong option, 77 (which test runners take for "skipped") if there is no NumPy.

Needs Python 3.7 and NumPy 1.16 or newer; with --arrays, Python 3.6 and NumPy 1.12. Where NumPy's C
was compiled for the x87, as on 32-bit x86, it does not round each operation to double, and other
bits are no fault of the library.
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

from methods_list import listed_rows

try:
    import numpy as np
except ImportError as missing:
    print(f'not compared: {missing}. Install NumPy for this python3 (on Debian and Ubuntu python3-numpy)')
    sys.exit(77)

# (1, 24, 2) for 1.24.2, and (2, 6, 0) for 2.6.0.dev0.
VERSION = tuple(int(part) for part in re.findall(r'\d+', np.__version__)[:3])

KEY_LENGTH = 624
INT64_MIN, INT64_MAX = -2**63, 2**63 - 1
UINT32_MAX, UINT64_MAX = 2**32 - 1, 2**64 - 1

# Of C's long in the running NumPy.
LONG_BITS = 8 * np.dtype('l').itemsize
LONG_MAX = 2**(LONG_BITS - 1) - 1

# What NumPy said before it said what nprand_strerror() says: (first release with the new words,
# new words, old words).
OLD_WORDS = [
    ((1, 21), 'high <= 0', 'low >= high'),
    ((1, 23, 5), 'p < 0, p >= 1 or p is NaN', 'p < 0, p > 1 or p is NaN'),
    ((1, 23, 5), 'p < 0, p >= 1 or p contains NaNs', 'p < 0, p > 1 or p contains NaNs'),
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
        self.dll.nprand_backend.restype = ctypes.c_char_p

    def version(self):
        return self.dll.nprand_version().decode()

    def backend(self):
        return self.dll.nprand_backend().decode()

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


class Work(ctypes.Structure):
    """nprand_work."""
    _fields_ = [('memory', ctypes.c_void_p), ('size', ctypes.c_size_t)]


class Pair:
    """A nprand_rng and a RandomState that are to stay in the same state."""

    def __init__(self, library, release):
        self.lib = library
        self.release = release
        self.share_of_arrays = 0.15
        self.rng = (ctypes.c_uint64 * 1024)()
        if VERSION >= (1, 17):
            # random_raw is a method of the bit generator, not of RandomState.
            self.bit_generator = np.random.MT19937()
            self.random_state = np.random.RandomState(self.bit_generator)
        else:
            self.random_state = np.random.RandomState()
        self.set_seed(0)

    def call(self, name, *arguments):
        return self.lib.call(name, self.rng, *arguments)

    def choose_release(self):
        """To be called whenever the library's generator was seeded, which forgets the release. For
        one that the library does not know the last patch of its minor release is taken, and for one
        that is newer still the default, which is the newest that the library knows."""
        if self.call('nprand_set_numpy_patch', *self.release) is not None:
            self.call('nprand_set_numpy', *self.release[:2])
        self.call('nprand_set_long_bits', LONG_BITS)

    def reproduced(self):
        parts = [ctypes.c_int() for _ in range(3)]
        self.call('nprand_get_numpy', *[ctypes.byref(part) for part in parts])
        return '.'.join(str(part.value) for part in parts)

    def random_raw(self, size):
        if VERSION >= (1, 17):
            return self.bit_generator.random_raw(size)
        n = 1 if size is None else int(np.prod(size))
        return np.frombuffer(self.random_state.bytes(4 * n), '<u4')

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


# What NumPy or Python says of an integer that does not fit a long of 32 bits, before anything else
# is looked at. The words name the parameter and give advice, the library's do neither.
OUTSIDE_LONG_PARTS = ('is out of bounds for long', 'too large to convert to C long')


def words_of_numpy(words):
    """What the running NumPy may say where nprand_strerror() gives words."""
    return {words} | {old for release, new, old in OLD_WORDS if new == words and VERSION < release}


def same_words(ours, theirs):
    # 1.16 puts nearly every refusal in words of its own.
    if ours is WORDLESS or VERSION < (1, 17):
        return True
    if LONG_BITS == 32 and any(part in theirs for part in OUTSIDE_LONG_PARTS):
        return True
    return theirs in words_of_numpy(ours)


def refusal_differences(ours, theirs):
    if ours is None:
        return ['NumPy refuses (%s), library accepts' % theirs]
    words = 'in a scalar call' if ours is WORDLESS else str(ours)
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


def vector(values):
    return reals(values) + [ctypes.c_size_t(len(values))]


DTYPE_OF = {real: np.float64, int64: np.int64, uint64: np.uint64}


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
    arrays      whether NumPy takes arrays of parameters: any_shapes, one_shape or None
    avoid       says of params whether not to try them: what the running release is known to do
                otherwise than the library, or what takes too long
    endless     says what the library does where NumPy's call never returns: the words of a refusal,
                or the value that all draws have; None for params that NumPy returns from
    """

    def __init__(self, name, dtype, kinds=(), params=None, bad=None, numpy=None, fill=None,
                 has_scalar=True, row=None, arrays=None, avoid=None, endless=None):
        self.name = name
        self.dtype = np.dtype(dtype)
        self.kinds = kinds
        self.params = params or (lambda random: ())
        self.bad = bad
        self.numpy = numpy or self.call_by_name
        self.fill_name = fill or 'nprand_%s_fill' % name
        self.has_scalar = has_scalar
        self.row = row or (lambda params: 1)
        self.arrays = arrays
        self.avoid = avoid or (lambda params: False)
        self.endless = endless or (lambda params: None)

    def call_by_name(self, pair, params, size):
        return getattr(pair.random_state, self.name)(*params, size=size)

    def pick_params(self, random):
        while True:
            is_bad = self.bad is not None and random.random() < 0.2
            params = (self.bad if is_bad else self.params)(random)
            if not self.avoid(params):
                return params

    def pick(self, random):
        """Parameters and n; n is None for the scalar form."""
        params = self.pick_params(random)
        is_scalar = self.has_scalar and random.random() < 0.2
        n = None if is_scalar else any_length(random)
        # 1.16 looks at the bounds of randint even if there is nothing to draw.
        if n == 0 and self.bad is not None and VERSION < (1, 17):
            n = 1
        return params, n

    def arguments(self, params):
        return [argument for kind, value in zip(self.kinds, params) for argument in kind(value)]

    def scalar_name(self, params):
        return 'nprand_' + self.name

    def draw(self, pair, params, random):
        arguments = self.arguments(params)
        value, code = pair.lib.scalar(self.scalar_name(params), scalar_type(self.dtype), pair.rng,
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

    def theirs(self, pair, params, size):
        expected = self.endless(params)
        if isinstance(expected, str):
            return Outcome(None, expected, [])
        if expected is not None:
            n = 1 if size is None else int(np.prod(size))
            return Outcome(np.full(n, expected, self.dtype), None, [])
        return numpy_outcome(self.dtype, lambda: self.numpy(pair, params, size))

    def compare(self, pair, random, index):
        if self.arrays is not None and random.random() < pair.share_of_arrays:
            return self.compare_arrays(pair, random)
        params, n = self.pick(random)
        size = any_size(random, n)
        before = bytes(pair.rng)
        if n is None:
            ours = self.draw(pair, params, random)
        else:
            ours = self.fill(pair, params, n, random)
        theirs = self.theirs(pair, params, size)
        return compared(pair, before, '%s%r, size %r' % (self.name, params, size), ours, theirs)

    def pool(self, random):
        """A function that picks parameters for the elements of one array: of a few choices, so that
        long arrays are not all refused."""
        while True:
            pick = self.params if random.random() < 0.8 else self.pick_params
            choices = [pick(random) for _ in range(random.choice((1, 3, 12)))]
            if not any(self.avoid(params) for params in choices):
                return lambda random: random.choice(choices)

    def pick_arrays(self, random):
        """Parameters of which some or all are arrays."""
        while True:
            arrays = self.arrays(random, self.pool(random), self.kinds)
            # NumPy does not cast an array to a smaller long, whatever its elements.
            if any(array.ndim > 0 for array in arrays) and not any(
                    self.avoid(params) or self.endless(params) is not None
                    or (LONG_BITS == 32 and beyond_long(params)) for params in checked(arrays)):
                return arrays

    def draw_each(self, pair, arrays, random):
        """The each form, of the arrays as NumPy broadcasts them."""
        out = Output(self.dtype, np.broadcast(*arrays).size, random)
        columns = [Column(kind, array, np.broadcast(*arrays).shape, random)
                   for kind, array in zip(self.kinds, arrays)]
        before = [column.memory.tobytes() for column in columns]
        arguments = [argument for column in columns for argument in column.arguments]
        refusal = pair.call('nprand_%s_each' % self.name, *arguments,
                            ctypes.c_size_t(np.broadcast(*arrays).size), out.pointer)
        outcome = out.outcome(refusal)
        if [column.memory.tobytes() for column in columns] != before:
            outcome.problems.append('parameters changed')
        return outcome

    def compare_arrays(self, pair, random):
        arrays = self.pick_arrays(random)
        before = bytes(pair.rng)
        ours = self.draw_each(pair, arrays, random)
        theirs = numpy_outcome(self.dtype, lambda: self.numpy(pair, arrays, None))
        call = '%s of arrays %s' % (self.name, [array.tolist() for array in arrays])
        return compared(pair, before, call, ours, theirs)


# ---- Arrays of parameters ------------------------------------------------------------------------

STEPS = (1, 1, 2, 3, -1, -2)


class Column:
    """The values of one parameter in memory, with a random step: 0 only if all are one value."""

    def __init__(self, kind, array, shape, random):
        values = np.broadcast_to(array, shape).ravel().astype(DTYPE_OF[kind])
        is_one = np.ndim(array) == 0 or np.size(array) == 1
        step = 0 if is_one and len(values) != 1 else random.choice((0, 1) if is_one else STEPS)
        count = 1 if step == 0 else len(values)
        self.memory = np.full(abs(step) * max(count - 1, 0) + 1, -1, np.int64).view(DTYPE_OF[kind])
        if step == 0:
            self.memory[0] = np.ravel(array)[0]
        elif count > 0:
            self.memory[::abs(step)] = values if step > 0 else values[::-1]
        first = 0 if step >= 0 else len(self.memory) - 1
        self.arguments = [ctypes.c_void_p(self.memory.ctypes.data + 8 * first),
                          ctypes.c_ssize_t(step)]


def elements(arrays):
    """The parameters of each value, in C order, as NumPy broadcasts them."""
    for params in np.broadcast(*arrays):
        yield tuple(param.item() for param in params)


def checked(arrays):
    """The same once each. Without a value, those that are checked all the same."""
    return (set(elements(arrays))
            or [tuple(array.item() if array.ndim == 0 else 1 for array in arrays)])


def array_of(kind, values, shape):
    """Integers as NumPy's long, if they fit in it."""
    array = np.array(values, DTYPE_OF[kind])
    if kind is int64 and all(abs(value) <= LONG_MAX for value in values):
        array = array.astype('l')
    return array.reshape(shape)


def beyond_long(params):
    return any(isinstance(value, int) and abs(value) > LONG_MAX for value in params)


def one_shape(random, pick, kinds):
    """Arrays of one shape, since their elements must fit together."""
    n = random.choice((1, 2, 3, 10, 40, 400, random.randrange(1, 3000)))
    shape = random.choice(((n,), (n, 1), (1, n)))
    columns = zip(*[pick(random) for _ in range(n)])
    return tuple(array_of(kind, column, shape) for kind, column in zip(kinds, columns))


def any_shapes(random, pick, kinds):
    """A table in which a parameter goes by row, by column, by both, or is the same everywhere."""
    rows, columns = random.choice((1, 2, 7, 40, 200)), random.choice((0, 1, 3, 6, 6, 60))
    shapes = ((), (columns,), (rows, 1), (rows, columns))
    # Without columns, NumPy would look at what is broadcast to no value.
    shapes = shapes if columns > 0 else ((), (columns,), (rows, columns))
    arrays = []
    for i, kind in enumerate(kinds):
        shape = random.choice(shapes)
        values = [pick(random)[i] for _ in range(int(np.prod(shape, dtype=int)))]
        arrays.append(array_of(kind, values, shape))
    return tuple(arrays)


# randint takes arrays from 1.17 on.
BOUNDS_ARRAYS = one_shape if VERSION >= (1, 17) else None


def low_array(random, pick, kinds):
    """random_integers takes an array for low alone."""
    low, high = one_shape(random, pick, kinds)
    return low, high.ravel()[0].reshape(())


LOW_ARRAY = low_array if VERSION >= (1, 17) else None


# ---- Methods of rows -----------------------------------------------------------------------------

class Rows(Draw):
    """A method whose value is a row of as many elements as its last parameter has, so that its
    scalar form gives a status too."""

    def __init__(self, name, dtype, kinds, params, bad, **more):
        super().__init__(name, dtype, kinds, params, bad, row=lambda params: len(params[-1]),
                         **more)

    def pick(self, random):
        params, n = super().pick(random)
        return params, n and min(n, MOST_VALUES // max(len(params[-1]), 1))

    def draw(self, pair, params, random):
        out = Output(self.dtype, self.row(params), random)
        return out.outcome(pair.call('nprand_' + self.name, *self.arguments(params), out.pointer))


# ---- Parameters of the rows ----------------------------------------------------------------------

def avoid_1_16(params):
    """1.16 refuses other NaN and zeros, in ways of its own, and hangs for some that it takes."""
    return VERSION < (1, 17) and any(math.isnan(value) or double_bits(value) == double_bits(-0.0)
                                     for value in params)


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
    return low, high


def bad_unsigned_bounds(random):
    low, high = unsigned_edge(random), unsigned_edge(random)
    return random.choice(((max(low, high), min(low, high)), (0, 0)))


def randint(dtype):
    """NumPy's call for bounds low, high."""
    return lambda pair, params, size: pair.random_state.randint(*params, size=size, dtype=dtype)


def randint_endpoint(dtype):
    """NumPy's call for bounds low, last. The end of an array may fit no C integer."""
    def call(pair, params, size):
        low, last = params
        end = last.astype(object) + 1 if isinstance(last, np.ndarray) else last + 1
        return pair.random_state.randint(low, end, size=size, dtype=dtype)
    return call


def randint_default(pair, params, size):
    low, high = params
    if np.ndim(low) == 0 and low == 0:
        return pair.random_state.randint(high, size=size)
    return pair.random_state.randint(low, high, size)


def random_integers(pair, params, size):
    low, high = params
    if np.ndim(low) == 0 and low == 1:
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
                randint(dtype), arrays=BOUNDS_ARRAYS)


# ---- Parameters of the other distributions -------------------------------------------------------

# A parameter that is looked at by itself. good and bad give random values; each can give one that
# is the other, which does no harm.
Parameter = collections.namedtuple('Parameter', 'kind good bad')

LEAST, MOST = 5e-324, sys.float_info.max


def positive(random):
    """Half of them next to the numbers at which methods change, or of the size that users pass."""
    kind = random.randrange(8)
    if kind < 2:
        return random.choice((1.0, 2.0, 0.5, 3.0, 10.0, 1 - 2.0**-53, 1 + 2.0**-52, 2 + 2.0**-51,
                              30.0, 1e-5, 1e-8, 1 / 3))
    if kind < 5:
        return random.choice((3 * random.random() + LEAST, 10**random.uniform(-3, 3)))
    if kind < 7:
        return 10**random.choice((random.uniform(-20, 20), random.uniform(-323, 308)))
    return random.choice((LEAST, 1e-320, 2.0**-1022, MOST, math.inf, math.nan, -math.nan))


def non_negative(random):
    return 0.0 if random.random() < 0.1 else positive(random)


def negative(random):
    return random.choice((-0.0, -LEAST, -1.0, -math.inf, -positive(random)))


def not_positive(random):
    return random.choice((0.0, negative(random)))


def probability(random):
    return random.choice((random.random(), random.random(), random.random()**8,
                          1 - random.random()**8, 10**random.uniform(-18, 0),
                          random.choice((0.0, 1.0, 0.5, 1 / 3, 0.5 + 2.0**-53, 1e-300, LEAST, 1e-17,
                                         1e-13, 1 - 2.0**-53, 2.0**-53, 1 / 3 - 2.0**-54, -0.0))))


def no_probability(random):
    return random.choice((-LEAST, 1 + 2.0**-52, -1.0, 2.0, math.inf, -math.inf, math.nan,
                          -math.nan))


def count(random):
    """A number of trials or items, to the largest long and beyond a 32-bit one."""
    return min(random.choice((random.randrange(100), int(10**random.uniform(1, 6)),
                              int(10**random.uniform(1, 6)), edge(random, 63), edge(random, 63))),
               INT64_MAX)


def negative_count(random):
    return -1 - count(random)


ANY = Parameter(real, any_double, any_double)
POSITIVE = Parameter(real, positive, not_positive)
NON_NEGATIVE = Parameter(real, non_negative, negative)
PROBABILITY = Parameter(real, probability, no_probability)
COUNT = Parameter(int64, count, negative_count)


# The largest lam, for a long of 64 bits and of 32.
LAM_LIMITS = (9.223372006484771e18, 2147020237.4999895)


def poisson_lam(random):
    return random.choice((20 * random.random(), 1000 * random.random(), 10**random.uniform(-5, 19),
                          non_negative(random),
                          random.choice((10.0, 10 - 2.0**-50) + LAM_LIMITS)))


def bad_poisson_lam(random):
    above = [float(np.nextafter(limit, math.inf)) for limit in LAM_LIMITS]
    return random.choice(above + [2.0**63, math.inf, math.nan, -math.nan, -positive(random)])


def zipf_a(random):
    """For a near 1, NumPy makes 0.023 / (a - 1) attempts per value."""
    return 1 + random.choice((random.uniform(0.001, 5), 10**random.uniform(-3, 3), 1.0, 0.5, 1e-4,
                              1023.999, 1024.0, 1e300))


def bad_zipf_a(random):
    return random.choice((1.0, not_positive(random), math.nan))


LAM = Parameter(real, poisson_lam, bad_poisson_lam)
KAPPA = Parameter(real, non_negative, negative)
ZIPF_A = Parameter(real, zipf_a, bad_zipf_a)


def avoid_power(params):
    """1.16 takes 0."""
    return avoid_1_16(params) or VERSION < (1, 17) and params[0] == 0


def avoid_geometric(params):
    """Before 1.17, 0 is taken."""
    return avoid_1_16(params) or VERSION < (1, 17) and params[0] == 0


def avoid_logseries(params):
    """1.16 takes neither 0 nor 1; from 1.17 to 1.23.4, 1 is taken, and NumPy never returns."""
    return avoid_1_16(params) or (VERSION < (1, 23, 5) and params[0] == 1
                                   or VERSION < (1, 17) and params[0] == 0)


def distribution(name, dtype, *parameters, avoid=avoid_1_16, **more):
    """The row of a method whose parameters are looked at one by one."""
    def params(random):
        return tuple(parameter.good(random) for parameter in parameters)

    def bad(random):
        """One that is bad, and often others, so that the order of the checks shows."""
        last = random.randrange(len(parameters))
        return tuple((p.bad if i == last or random.random() < 0.3 else p.good)(random)
                     for i, p in enumerate(parameters))

    return Draw(name, dtype, tuple(parameter.kind for parameter in parameters), params,
                bad if parameters else None, arrays=any_shapes if parameters else None,
                avoid=avoid, **more)


def triangle(random):
    """left <= mode <= right, at times two of them equal, or none an ordinary number."""
    if random.random() < 0.1:
        return any_triple(random)
    scale = random.choice((1.0, 1.0, 1e-300, 1e300, LEAST))
    left, mode, right = sorted(scale * random.gauss(0, 5) for _ in range(3))
    return left, random.choice((mode, mode, left, right)), right


def any_triple(random):
    x, y = any_double(random), any_double(random)
    return random.choice(((x, y, any_double(random)), (x, x, x), (x, x, y), (x, y, y), (x, y, x)))


def items(random):
    """ngood, nbad, nsample."""
    bits = random.choice((4, 10, 31, 32, 45, 61))
    good, bad = edge(random, bits), edge(random, bits)
    total = good + bad
    sample = random.choice((random.randint(1, 12), 10, 11, total, total - 1, total // 2,
                            random.randint(1, max(total, 1))))
    return good, bad, max(1, min(sample, total))


def bad_items(random):
    kind = random.randrange(3)
    if kind == 0:
        return tuple(signed_edge(random) for _ in range(3))
    good, bad, sample = items(random)
    if kind == 1:
        return random.choice(((-good, bad, sample), (good, -bad, sample), (good, bad, -sample),
                              (good, bad, 0), (0, 0, 0), (good, bad, good + bad + 1)))
    return random.choice((INT64_MAX - bad, INT64_MAX - 1 - bad, INT64_MAX - 2 - bad)), bad, sample


def avoid_hypergeometric(params):
    """For a sample of more than half of the population, NumPy and the library draw what is left
    over by an envelope as wide as for the sample: the attempts per value, up to 10^9, are about
    the quotient of the two standard deviations."""
    good, bad, sample = params
    if not (min(good, bad) >= 0 and 10 < sample <= good + bad):
        return False
    share = good * bad / (good + bad)**2
    left = good + bad - sample
    return math.sqrt(sample * share + 0.5) > 100 * math.sqrt(min(sample, left) * share + 0.5)


TOO_MANY_ATTEMPTS = 'a value would take more than 2**30 attempts'


def binomial_attempts(params):
    """How often inversion starts again for a value, about: often where 1 - p rounds down."""
    trials, p = params
    r = p if p <= 0.5 else 1 - p
    if not (2**53 < trials <= LONG_MAX and 0 <= r <= 1 and r * trials <= 30):
        return 2
    return 2 * math.exp(trials * ((1 - (1 - r)) - r))


def endless_binomial(params):
    return TOO_MANY_ATTEMPTS if binomial_attempts(params) > 2**30 else None


def avoid_binomial(params):
    """Where inversion starts again so often, many values would take minutes."""
    return avoid_1_16(params) or 2**12 < binomial_attempts(params) <= 2**30


def endless_hypergeometric(params):
    """HRUA's set-up overflows for a population that 2 cannot be added to; if the mode is then below
    -1, it accepts nothing. From 2.0 on, for a long of 32 bits, NumPy also takes nbad and nsample
    modulo 2^32."""
    good, bad, sample = params
    population = good + bad
    is_good = 0 <= good <= LONG_MAX and bad >= 0 and 1 <= sample <= population <= INT64_MAX
    if not is_good or (population <= LONG_MAX and sample <= 10) or population + 2 <= LONG_MAX:
        return None
    few = min(sample, population - sample) + 1
    if (population <= LONG_MAX and few * (min(good, bad) + 1.0) <= LONG_MAX + 1.0
            and (few > 1 or min(good, bad) > 0)):
        return None
    return 'value is out of bounds for long'


def endless_vonmises(params):
    """The envelope's parameter is at most 1 in doubles, so that NumPy accepts nothing: where kappa
    is from 6e15 to 2e16, for some, and beyond for all."""
    kappa = params[1]
    if not kappa >= 1e-5:
        return None
    r = 1 + math.sqrt(1 + 4 * kappa * kappa)
    rho = (r - math.sqrt(2 * r)) / (2 * kappa)
    s = (1 + rho * rho) / (2 * rho) if rho != 0 else math.nan
    return None if s > 1 else TOO_MANY_ATTEMPTS


def endless_zipf(params):
    """2^(a-1) overflows, so that NumPy accepts nothing; or nearly all is too large for a long."""
    x = (LONG_BITS - 1) * math.log(2) * (params[0] - 1)
    if x > 0 and (1 + 1 / x) / math.log(2) > 2**30:
        return TOO_MANY_ATTEMPTS
    return 1 if params[0] >= 1025 else None


def chances(random):
    """Of a multinomial: any sum up to 1 and a little more, without the last one, which NumPy looks
    at but does not use."""
    k = random.choice((1, 2, 3, 4, 5, 8, 30))
    values = weights(random, k)
    values *= random.choice((1.0, 1.0, 1.0, 0.5, 1e-14, 1 - 1e-12, 1e-300)) / values.sum()
    if random.random() < 0.2:
        values[-1] = probability(random)
    return values


def bad_chances(random):
    values = chances(random)
    if random.random() < 0.5:
        values[random.randrange(len(values))] = no_probability(random)
        return values
    # Of two that are drawn, so that none by itself is above 1; at the edge of what is allowed.
    half = 0.5 * (1 + random.choice((0.5, 1e-12, 1e-12 * (1 + 1e-3), 1e-12 * (1 - 1e-3), 1e-13, 0)))
    return np.array([half, half, 0.0, random.random()])


def multinomial_params(random):
    return count(random), chances(random)


def multinomial_bad_params(random):
    return (random.choice((negative_count(random), count(random))),
            random.choice((chances, bad_chances, bad_chances, no_chances))(random))


def no_chances(random):
    return np.array([])


def avoid_multinomial(params):
    """Without chances NumPy divides by 0 before 1.23. 1.16 looks at their sum alone."""
    trials, values = params
    rest = 1.0
    for value in values[:-1]:
        p = value / rest if rest > 0 else 0.0
        if 0 < p < 30 / 2**53 and binomial_attempts((min(trials, 30 / p), p)) > 2**12:
            return True
        rest -= value
    return (len(values) == 0 and VERSION < (1, 23)
            or VERSION < (1, 17) and (trials < 0 or not np.all((values >= 0) & (values <= 1))))


def concentrations(random):
    return np.array([positive(random) for _ in range(random.choice((0, 1, 2, 3, 5, 30)))])


def dirichlet_params(random):
    return (concentrations(random),)


def avoid_dirichlet(params):
    """1.16 stops with ZeroDivisionError where all gammas of a row are 0."""
    return VERSION < (1, 17) and not np.any(params[0] > 0.1) or avoid_1_16(params[0])


def dirichlet_bad_params(random):
    values = np.append(concentrations(random), 1.0)
    values[random.randrange(len(values))] = not_positive(random)
    return (values,)


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


# The tolerance of a sum of float32, and half the distance to the next float32: since 2.0 NumPy
# rounds to float32 what the sum is off.
FLOAT_TOLERANCE = math.sqrt(2.0**-23)
HALF_STEP = 2.0**-36

# Factors that leave the sum of float32 within its tolerance, near its edge, and beyond.
FLOAT_FACTORS = (1.0, 1.0, 1.0, 1 + 1e-4, 1 - 1e-4, 1 + FLOAT_TOLERANCE, 1 - FLOAT_TOLERANCE)


def softmax(random, a):
    """As an inference engine has it: its sum is off by the roundings of float32."""
    logits = np.array([random.gauss(0, 3) for _ in range(a)], np.float32)
    exps = np.exp(logits - logits.max())
    return exps / exps.sum()


def on_float_edge(random):
    """Of sum 1 and the tolerance, and less than a float32 tells apart."""
    more = HALF_STEP * random.choice((0, 2.0**-9, 1 - 2.0**-10, 1, 1 + 2.0**-10, 2))
    return np.array([0.5, 0.5, FLOAT_TOLERANCE, more], np.float32)


def as_float32(random, p):
    if random.random() < 0.1:
        return on_float_edge(random)
    if random.random() < 0.5:
        return softmax(random, len(p))
    return (p * random.choice(FLOAT_FACTORS)).astype(np.float32)


def any_population(random):
    return random.choice((1, 2, 3, 10, random.randint(1, 60), random.randint(1, 1500)))


def choice_params(random):
    """a, replace, p."""
    replace = random.random() < 0.5
    if random.random() < 0.5:
        p = good_p(random, any_population(random))
        if random.random() < 0.5:
            p = as_float32(random, p)
        return len(p), replace, p
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
    p = bad_p(random, a)
    return a, replace, p.astype(np.float32) if random.random() < 0.3 else p


def avoid_choice(params):
    """1.16.0 takes a sum that is NaN."""
    return VERSION < (1, 16, 1) and params[2] is not None and not np.isfinite(params[2]).all()


def choice(pair, params, size):
    a, replace, p = params
    return pair.random_state.choice(a, size, replace, p)


class Choice(Draw):
    """choice has a function in C for each form of its arguments, and work space."""

    def pick(self, random):
        params, n = super().pick(random)
        a, replace, p = params
        if replace:
            return params, n
        nonzero = a if p is None else int(np.count_nonzero(p > 0))
        n = any_length(random) if n is None else n
        fitting = min(n, nonzero) if nonzero > 0 else n
        return params, random.choice((n, fitting, fitting, max(nonzero, 0), min(n, max(a, 0))))

    def form(self, p, replace=True):
        of_float = '_float' if p is not None and p.dtype == np.float32 else ''
        return 'nprand_choice' + ('' if replace else '_no_replace') + \
            ('' if p is None else '_p' + of_float)

    def scalar_name(self, params):
        """The scalar form always replaces."""
        return self.form(params[2])

    def arguments(self, params):
        a, _, p = params
        return int64(a) + ([] if p is None else reals(p))

    def call_fill(self, pair, params, n, out):
        a, replace, p = params
        name = self.form(p, replace) + '_fill'
        arguments = self.arguments(params) + [ctypes.c_size_t(n), out.pointer]
        if replace and p is None:
            return pair.call(name, *arguments)
        size_of = getattr(pair.lib.dll, self.form(p, replace).replace('_float', '') + '_work_size')
        size_of.restype = ctypes.c_size_t
        size = size_of(ctypes.c_int64(a))
        memory = (ctypes.c_uint64 * (size // 8 + 1))(*[GUARD] * (size // 8 + 1))
        work = Work(ctypes.cast(memory, ctypes.c_void_p), size)
        words = pair.call(name, *arguments, work)
        return words if memory[size // 8] == GUARD else 'wrote past the work space'


# ---- shuffle and permutation of an array ---------------------------------------------------------

DTYPES = ('u1', 'i2', 'f4', 'i8', 'f8', 'c16', 'V3', 'V5', 'S7', 'V40', 'V257', 'V600')

MOST_BYTES = 300000
MOST_VALUES = 8000


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


class ShuffleView:
    """shuffle of a view: a column, some columns, every so many rows, from either end. All bytes of
    the array are compared, also those between the elements."""
    name = 'shuffle_strided'

    def pick(self, random):
        dtype = np.dtype(random.choice(DTYPES))
        rows = any_length(random) if random.random() < 0.8 else random.randrange(4)
        columns = random.randrange(1, 5)
        rows = min(rows, MOST_BYTES // (columns * dtype.itemsize))
        memory = bytearray(random_bytes(random, rows * columns * dtype.itemsize))
        whole = np.frombuffer(memory, dtype).reshape(rows, columns)
        view = whole[::random.choice((1, 1, 2, 3, -1, -2))]
        first = random.randrange(columns)
        if random.random() < 0.5:
            return whole, view[:, first]
        return whole, view[:, first:random.randrange(first + 1, columns + 1)]

    def compare(self, pair, random, index):
        whole, view = self.pick(random)
        before = bytes(pair.rng)
        base = Output('u1', whole.nbytes, random, whole.tobytes())
        offset = view.__array_interface__['data'][0] - whole.__array_interface__['data'][0]
        first = (base.pointer.value or 0) + (offset if len(view) else 0)
        words = pair.call('nprand_shuffle_strided', ctypes.c_void_p(first),
                          ctypes.c_size_t(len(view)), ctypes.c_size_t(element_size(view)),
                          ctypes.c_ssize_t(view.strides[0]))

        def call():
            pair.random_state.shuffle(view)
            return np.frombuffer(whole.tobytes(), np.uint8)

        name = 'shuffle_strided of %s %r, strides %r' % (view.dtype, view.shape, view.strides)
        result = compared(pair, before, name, base.outcome(words), numpy_outcome(np.uint8, call))
        return result._replace(values=len(view))


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
    theirs = numpy_outcome(np.uint32, lambda: pair.random_raw(n))
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
        # An array of one element seeds as that number, avoid a list of one.
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
        # 1.16 has no dictionaries.
        form = random.randrange(0 if VERSION >= (1, 17) else 1, 4)
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
        Draw('random_raw', 'u4', numpy=lambda pair, _, size: pair.random_raw(size)),
        Draw('bytes', 'u1', numpy=random_state_bytes, fill='nprand_bytes', has_scalar=False),
        Draw('random_sample', 'f8'),
        Draw('random', 'f8', numpy=lambda pair, _, size: random_alias(pair)(size)),
        Draw('rand', 'f8', numpy=with_dimensions('rand')),
        Draw('uniform', 'f8', (real, real), small_range, two_doubles, arrays=any_shapes),
        Draw('standard_normal', 'f8'),
        Draw('randn', 'f8', numpy=with_dimensions('randn')),
        Draw('normal', 'f8', (real, real), loc_scale, loc_bad_scale, arrays=any_shapes,
             avoid=avoid_1_16),
        distribution('standard_exponential', 'f8'),
        distribution('exponential', 'f8', NON_NEGATIVE),
        distribution('standard_gamma', 'f8', NON_NEGATIVE),
        distribution('gamma', 'f8', NON_NEGATIVE, NON_NEGATIVE),
        distribution('beta', 'f8', POSITIVE, POSITIVE),
        distribution('chisquare', 'f8', POSITIVE),
        distribution('noncentral_chisquare', 'f8', POSITIVE, NON_NEGATIVE),
        distribution('f', 'f8', POSITIVE, POSITIVE),
        distribution('noncentral_f', 'f8', POSITIVE, POSITIVE, NON_NEGATIVE),
        distribution('standard_t', 'f8', POSITIVE),
        distribution('standard_cauchy', 'f8'),
        distribution('lognormal', 'f8', ANY, NON_NEGATIVE),
        distribution('laplace', 'f8', ANY, NON_NEGATIVE),
        distribution('logistic', 'f8', ANY, NON_NEGATIVE),
        distribution('gumbel', 'f8', ANY, NON_NEGATIVE),
        distribution('pareto', 'f8', POSITIVE),
        distribution('power', 'f8', POSITIVE, avoid=avoid_power),
        distribution('weibull', 'f8', NON_NEGATIVE),
        distribution('rayleigh', 'f8', NON_NEGATIVE),
        Draw('triangular', 'f8', (real, real, real), triangle, any_triple, arrays=one_shape),
        distribution('vonmises', 'f8', ANY, KAPPA, endless=endless_vonmises),
        distribution('wald', 'f8', POSITIVE, POSITIVE),
        Draw('randint', 'i8', (int64, int64), int64_high, bad_bounds, randint_default,
             arrays=BOUNDS_ARRAYS),
        randint_row('bool', 0, 1),
        randint_row('int8', -2**7, 2**7 - 1),
        randint_row('int16', -2**15, 2**15 - 1),
        randint_row('int32', -2**31, 2**31 - 1),
        randint_row('int64', INT64_MIN, INT64_MAX),
        randint_row('uint8', 0, 2**8 - 1),
        randint_row('uint16', 0, 2**16 - 1),
        randint_row('uint32', 0, UINT32_MAX),
        Draw('randint_uint64', 'u8', (uint64, uint64), uint64_high, bad_unsigned_bounds,
             randint('uint64'), arrays=BOUNDS_ARRAYS),
        Draw('randint_int64_endpoint', 'i8', (int64, int64), int64_last, bad_bounds,
             randint_endpoint('int64'), arrays=BOUNDS_ARRAYS),
        Draw('randint_uint64_endpoint', 'u8', (uint64, uint64), uint64_last, bad_unsigned_bounds,
             randint_endpoint('uint64'), arrays=BOUNDS_ARRAYS),
        Draw('random_integers', 'i8', (int64, int64), int64_last, bad_bounds, random_integers,
             arrays=LOW_ARRAY),
        Draw('tomaxint', 'i8'),
        distribution('poisson', 'i8', LAM),
        distribution('binomial', 'i8', COUNT, PROBABILITY, endless=endless_binomial,
                     avoid=avoid_binomial),
        distribution('negative_binomial', 'i8', POSITIVE, PROBABILITY),
        distribution('geometric', 'i8', PROBABILITY, avoid=avoid_geometric),
        Draw('hypergeometric', 'i8', (int64, int64, int64), items, bad_items, arrays=one_shape,
             avoid=avoid_hypergeometric, endless=endless_hypergeometric),
        distribution('logseries', 'i8', PROBABILITY, avoid=avoid_logseries),
        distribution('zipf', 'i8', ZIPF_A, endless=endless_zipf),
        Rows('multinomial', 'i8', (int64, vector), multinomial_params, multinomial_bad_params,
             avoid=avoid_multinomial),
        Rows('dirichlet', 'f8', (vector,), dirichlet_params, dirichlet_bad_params,
             avoid=avoid_dirichlet),
        Rearrange('shuffle', shuffled),
        ShuffleView(),
        Draw('permutation', 'i8', numpy=permutation, fill='nprand_permutation', has_scalar=False),
        Rearrange('permutation_array', permuted),
        Choice('choice', 'i8', params=choice_params, bad=choice_bad_params, numpy=choice,
               avoid=avoid_choice),
        Seed(),
        RoundTrip(),
    ]
    return rows + [Sequence(rows)]


def random_alias(pair):
    """random, which is no method before 1.17, but a function of np.random by that name."""
    return getattr(pair.random_state, 'random', pair.random_state.random_sample)


def random_state_bytes(pair, params, size):
    return np.frombuffer(pair.random_state.bytes(int(np.prod(size))), np.uint8)


def permutation(pair, params, size):
    return pair.random_state.permutation(int(np.prod(size)))


# ---- The list of methods -------------------------------------------------------------------------

def listed_methods():
    """NumPy's methods: those of the list, and what draws nothing. random_raw is the bit generator's;
    multivariate_normal is no part of libnprand, but of a library on top of it."""
    return ({row.method for row in listed_rows() if not row.python} - {'random_raw'}
            | {'get_state', 'set_state', 'seed', 'multivariate_normal'})


def list_differences(rows):
    """Between the list that the header is held to, the methods of the running NumPy, and the table
    here, which knows set_state and get_state as state, and all forms of choice as choice."""
    listed = listed_methods()
    of_numpy = {name for name in dir(np.random.RandomState) if not name.startswith('_')}
    expected = set(listed)
    if VERSION < (1, 17):
        # A function of np.random alone, and an attribute.
        expected = expected - {'random'} | {'poisson_lam_max'}
    compared_names = {row.name for row in rows} | {'get_state', 'set_state', 'multivariate_normal'}
    return (['%s: NumPy has it, the list does not' % name for name in of_numpy - expected]
            + ['%s: the list has it, NumPy does not' % name for name in expected - of_numpy]
            + ['%s: the list has it, the cross-check does not' % name
               for name in listed - compared_names]
            + ['%s: the list has it, the cross-check does not' % row.name for row in listed_rows()
               if not row.python and row.method != 'choice' and row.name not in compared_names])


# ---- Running -------------------------------------------------------------------------------------

class Tally:
    """The counts of one method. Prints its first few differences."""
    MOST_SHOWN = 5

    def __init__(self, method, first_case, arrays):
        self.method = method
        self.arrays = arrays
        self.cases = first_case
        self.counts = np.zeros(4, dtype=np.int64)

    def add(self, seed, begin, result):
        self.counts += (result.comparisons, result.refusals, result.values,
                        int(bool(result.differences)))
        self.cases += 1
        if result.differences and self.counts[3] <= self.MOST_SHOWN:
            self.show(seed, begin, result)

    def show(self, seed, begin, result):
        print('DIFFERENCE: --seed %d%s --method %s --case %d'
              % (seed, ' --arrays' if self.arrays else '', self.method.name, self.cases - 1))
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
        if is_enough([tally.counts[2] for tally in tallies]):
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
    parser.add_argument('lib', metavar='library', help='path of the shared library')
    parser.add_argument('--seed', type=int, help='default: another one each time')
    parser.add_argument('--seconds', type=float, default=20, help='how long (default: 20)')
    parser.add_argument('--values', type=int,
                        help='how many values, a hundredth of them by each method, for --seconds')
    parser.add_argument('--method', nargs='+', choices=names, metavar='NAME', help='these alone')
    parser.add_argument('--arrays', action='store_true', help='arrays of parameters alone')
    parser.add_argument('--case', type=int, help='this case of --method alone')
    arguments = parser.parse_args()
    if arguments.seed is None:
        arguments.seed = random_module.SystemRandom().getrandbits(32)
    return arguments


def stop_rule(arguments):
    if arguments.case is not None:
        return lambda counts: True
    if arguments.values is not None:
        return lambda counts: (sum(counts) >= arguments.values
                               and min(counts) >= arguments.values / 100)
    end = time.monotonic() + arguments.seconds
    return lambda counts: time.monotonic() >= end


def main():
    methods = methods_of_the_table()
    arguments = parse_arguments([method.name for method in methods])
    # random_integers is deprecated.
    warnings.simplefilter('ignore')
    pair = Pair(Library(arguments.lib), VERSION)
    print('libnprand %s (%s) as NumPy %s against NumPy %s (Python %s, %s, long of %d bits), seed %d'
          % (pair.lib.version(), pair.lib.backend(), pair.reproduced(), np.__version__, platform.python_version(),
             platform.machine(), LONG_BITS, arguments.seed),
          flush=True)
    if arguments.arrays:
        pair.share_of_arrays = 1
    tallies = [Tally(method, arguments.case or 0, arguments.arrays) for method in methods
               if (arguments.method is None or method.name in arguments.method)
               and (not arguments.arrays or getattr(method, 'arrays', None))]
    wrong_names = list_differences(methods)
    for line in wrong_names:
        print('DIFFERENCE:', line)
    run(pair, tallies, arguments.seed, stop_rule(arguments))
    return 1 if print_table(tallies) or wrong_names else 0


if __name__ == '__main__':
    sys.exit(main())
