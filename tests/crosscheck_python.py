#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Compares libnprand's nprand_py_... with the module random of the Python that runs this script.

    crosscheck_python.py libnprand.so [--seed N] [--seconds S | --cases N] [--method NAME ...]
                                      [--release MAJOR.MINOR] [--python PATH]

Case after case, a nprand_rng and a random.Random start from the same random state and make the same
call with random parameters, also such that are refused. What must be equal: the values, as bits;
whether the call is refused, and in which words; the whole state afterwards. What a refused call
must leave alone: generator and output. The library is told the release of the running Python, or
the one named, if the random.py that is imported is of another. With --python, it is compared with
the Python at PATH in place of the running one: 2.7, or 3.2 and later.

A case depends on the seed, the method and the number of the case, and on nothing else; for a
difference, the options that repeat it are printed. Exit status: 0 if there is no difference, 1 if
there is.

Needs CPython 3.6 or newer and its standard library.
"""
import argparse
import ctypes
import math
import os
import random
import struct
import sys
import time

from methods_list import listed_rows

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.join(HERE, '..', 'vectors'))
from other_python import OtherPython  # noqa: E402, pylint: disable=wrong-import-position

NEWEST = (3, 15)
INT64_MIN, INT64_MAX, UINT64_MAX = -2**63, 2**63 - 1, 2**64 - 1
NOT_IN_RELEASE = 'the Python release that is set does not have this method'
NEVER_RETURNS = 'Python would never return'
EDOM = 33
SHOWN = 5  # differences of a method



class State(ctypes.Structure):
    """nprand_state."""
    _fields_ = [('key', ctypes.c_uint32 * 624), ('pos', ctypes.c_int32),
                ('has_gauss', ctypes.c_int32), ('gauss', ctypes.c_double)]


class Work(ctypes.Structure):
    """nprand_work."""
    _fields_ = [('memory', ctypes.c_void_p), ('size', ctypes.c_size_t)]


def work_of(size):
    """Work space of that many bytes, and what keeps it alive."""
    memory = ctypes.create_string_buffer(size) if size else None
    return Work(ctypes.cast(memory, ctypes.c_void_p), size), memory


Rng = ctypes.c_uint64 * 1024


class Library:
    def __init__(self, path, release):
        self.dll = ctypes.CDLL(os.path.abspath(path), use_errno=True)
        self.dll.nprand_strerror.restype = ctypes.c_char_p
        for name in ('choices_weights', 'sample', 'sample_counts'):
            getattr(self.dll, 'nprand_py_%s_work_size' % name).restype = ctypes.c_size_t
        self.release = release
        self.Random = random.Random  # or that of another interpreter

    def status(self, name, *arguments):
        """The words of the status that a function returns; None if it is accepted."""
        status = getattr(self.dll, 'nprand_' + name)(*arguments)
        return self.dll.nprand_strerror(status).decode() if status else None

    def must(self, name, *arguments):
        words = self.status(name, *arguments)
        if words:
            raise RuntimeError('nprand_%s: %s' % (name, words))

    def get_state(self, rng):
        state = State()
        self.must('get_state', rng, ctypes.byref(state))
        return bytes(state)

    def with_state(self, generator):
        """A nprand_rng in the state of a random.Random."""
        rng = Rng()
        self.must('set_state', rng, ctypes.byref(to_state(generator)))
        self.must('py_set_python', rng, *self.release)
        return rng


def to_state(generator):
    _, words, gauss_next = generator.getstate()
    has_gauss = gauss_next is not None
    return State((ctypes.c_uint32 * 624)(*words[:624]), words[624], has_gauss,
                 gauss_next if has_gauss else 0.0)


def bits(value):
    """What is compared: a double as its bits, where all NaN are one."""
    if isinstance(value, float):
        return 'nan' if math.isnan(value) else '%r %s' % (value, struct.pack('<d', value).hex())
    return value


class Arithmetic:
    """Python's arithmetic raised an error over the numbers drawn: infinity or NaN in C, or 0 where
    it is 1 over infinity, in paretovariate before 3.10."""

    def __init__(self, error):
        self.error = error

    def matches(self, value):
        return not math.isfinite(value) or (value == 0.0 and isinstance(self.error, OverflowError))

    def __repr__(self):
        return repr(self.error)


# ---- Random parameters ---------------------------------------------------------------------------

SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, 2.0, 1e-300, 1e300, math.inf, -math.inf, math.nan, 5e-324,
           2.0**53, 1e-16, 1.7e308, -1.7e308]


def any_double(r):
    kind = r.random()
    if kind < 0.1:
        return r.choice(SPECIAL)
    if kind < 0.3:
        return float(r.randint(-5, 20))
    if kind < 0.7:
        return r.uniform(-10, 10)
    return r.choice([1, -1]) * 10**r.uniform(-20, 20)


def shape(r):
    """Mostly positive."""
    kind = r.random()
    if kind < 0.08:
        return r.choice(SPECIAL)
    if kind < 0.2:
        return float(r.choice([1, 2, 3, 10]))
    if kind < 0.8:
        return 10**r.uniform(-2, 2)
    return 10**r.uniform(-18, 18)


def scale(r):
    return shape(r) if r.random() < 0.7 else any_double(r)


def probability(r):
    kind = r.random()
    if kind < 0.1:
        return r.choice(SPECIAL)
    if kind < 0.6:
        return r.random()
    near = 10**r.uniform(-19, 0)
    return near if kind < 0.9 else 1.0 - near


def integer(r, low, high):
    """Of any size, also at the ends."""
    kind = r.random()
    if kind < 0.1:
        value = r.choice([low, high, 0, 1, high - 1])
    elif kind < 0.5:
        value = r.randint(-20, 100)
    else:
        value = r.getrandbits(r.randint(1, 64)) * r.choice([1, -1])
    return min(max(value, low), high)


def int64(r):
    return integer(r, INT64_MIN, INT64_MAX)


def uint64(r):
    return integer(r, 0, UINT64_MAX)


def step(r):
    return r.choice([1, 1, -1, 0, 2, 7, -3]) if r.random() < 0.7 else int64(r)


def count(r):
    kind = r.random()
    if kind < 0.05:
        return r.choice([0, 1, 2**31, 2**32, 2**53 + 1, INT64_MAX])
    if kind < 0.5:
        return 2**r.randint(0, 62) + r.choice([-1, 0, 1])
    return r.randint(1, 1000)


def trials(r):
    kind = r.random()
    if kind < 0.1:
        return r.choice([-1, 0, 1, INT64_MAX, INT64_MIN])
    return r.getrandbits(r.choice([1, 3, 5, 10, 20, 40, 62]))


def random_bytes(r, n):
    return r.getrandbits(8 * n).to_bytes(n, 'little') if n > 0 else b''


def bit_count(r):
    return r.randint(-1, 66) if r.random() < 0.5 else r.choice([0, 1, 31, 32, 33, 63, 64])


# ---- Methods with a scalar draw and a fill -------------------------------------------------------

def never(*_):
    return False


def endless_gamma(alpha, beta):
    return not (alpha <= 0 or beta <= 0) and not math.isfinite(2.0 * alpha - 1.0)


def endless_beta(alpha, beta):
    first = endless_gamma(alpha, 1.0)
    return first or (alpha > 0 and endless_gamma(beta, 1.0))


def endless_von_mises(_, kappa):
    return math.isnan(kappa)


F, I, U = ctypes.c_double, ctypes.c_int64, ctypes.c_uint64

# C name: (type of a value, types of the arguments, what makes them, the call in Python, whether
# Python would never return).
DRAWS = {
    'random': (F, [], [], lambda g: g.random(), never),
    'uniform': (F, [F, F], [any_double, any_double], lambda g, *a: g.uniform(*a), never),
    'triangular': (F, [F, F, F], [any_double] * 3, lambda g, *a: g.triangular(*a), never),
    'triangular_symmetric': (F, [F, F], [any_double] * 2, lambda g, *a: g.triangular(*a), never),
    'gauss': (F, [F, F], [any_double, scale], lambda g, *a: g.gauss(*a), never),
    'normalvariate': (F, [F, F], [any_double, scale], lambda g, *a: g.normalvariate(*a), never),
    'lognormvariate': (F, [F, F], [any_double, scale], lambda g, *a: g.lognormvariate(*a), never),
    'expovariate': (F, [F], [scale], lambda g, *a: g.expovariate(*a), never),
    'paretovariate': (F, [F], [scale], lambda g, *a: g.paretovariate(*a), never),
    'weibullvariate': (F, [F, F], [scale, scale], lambda g, *a: g.weibullvariate(*a), never),
    'gammavariate': (F, [F, F], [shape, scale], lambda g, *a: g.gammavariate(*a), endless_gamma),
    'betavariate': (F, [F, F], [shape, shape], lambda g, *a: g.betavariate(*a), endless_beta),
    'vonmisesvariate': (F, [F, F], [any_double, scale], lambda g, *a: g.vonmisesvariate(*a),
                        endless_von_mises),
    'binomialvariate': (I, [I, F], [trials, probability], lambda g, *a: g.binomialvariate(*a),
                        never),
    'getrandbits': (U, [ctypes.c_int], [bit_count], lambda g, *a: g.getrandbits(*a), never),
    'randrange': (I, [I, I, I], [int64, int64, step], lambda g, *a: g.randrange(*a), never),
    'randrange_uint64': (U, [U, U, I], [uint64, uint64, step], lambda g, *a: g.randrange(*a),
                         never),
    'randint': (I, [I, I], [int64, int64], lambda g, *a: g.randint(*a), never),
    'randint_uint64': (U, [U, U], [uint64, uint64], lambda g, *a: g.randint(*a), never),
    'choice': (I, [I], [count], lambda g, n: g.choice(range(n)), never),
}

SINCE = {'choices': (3, 6), 'randbytes': (3, 9), 'sample_counts': (3, 9), 'binomialvariate': (3, 12)}


def same_words(words, error):
    """Whether the words of a status are those of an error in Python, of any release."""
    theirs = str(error)
    if words == 'empty range for randrange()':
        return theirs.startswith('empty range ')
    if words == 'number of bits must be non-negative':
        return theirs in (words, 'number of bits must be greater than zero',
                          'Cannot convert negative int')
    if words == 'division by zero':
        return isinstance(error, ZeroDivisionError)
    if words == 'Cannot choose from an empty sequence':
        return isinstance(error, IndexError)
    if words == 'p must be in the range 0.0 <= p <= 1.0' and isinstance(error, AssertionError):
        return True
    if words == 'Counts must be non-negative':
        return theirs in (words, 'Total of counts must be greater than zero')
    if words == 'Sample larger than population or is negative':
        return theirs in (words, 'Sample larger than population', 'sample larger than population')
    return words == theirs


class Difference(Exception):
    pass


def expect(condition, text, *values):
    if not condition:
        raise Difference(text % values)


ARITHMETIC = (OverflowError, ZeroDivisionError, ValueError)


def is_over_zero(value):
    """Whether Python raised an error over a uniform 0."""
    return isinstance(value, Arithmetic) and (
        isinstance(value.error, ZeroDivisionError) or
        str(value.error).startswith(('math domain error', 'expected a positive input')))


def python_values(call, generator, args, n):
    """n values; the error of the first call if it raises before a value is there."""
    values = []
    for _ in range(n):
        try:
            values.append(call(generator, *args))
        except ARITHMETIC as error:
            values.append(Arithmetic(error))
        except (IndexError, AssertionError) as error:
            values.append(Arithmetic(error))
    return values


def expect_refused(library, rng, before, out, clean):
    expect(library.get_state(rng) == before, 'a refused call changed the state')
    expect(bytes(out) == clean, 'a refused call wrote to out')


def run_draw(name, library, r, generator):
    kind, types, makers, call, endless = DRAWS[name]
    args = [make(r) for make in makers]
    n = r.choice([1, 1, 2, 3, 10, 100, 700])
    rng = library.with_state(generator)
    before = library.get_state(rng)
    arguments = [as_type(arg) for as_type, arg in zip(types, args)]
    single = r.random() < 0.5
    out = (kind * n)()
    ctypes.memset(out, 0x5a, ctypes.sizeof(out))
    clean = bytes(out)
    what = '%s%r n=%d %s: ' % (name, tuple(args), n, 'single' if single else 'fill')
    if single:
        function = getattr(library.dll, 'nprand_py_' + name)
        function.restype = kind
        words = None
        ctypes.set_errno(0)
        ours = [function(rng, *arguments) for _ in range(n)]
        if ctypes.get_errno() == EDOM:
            # The words are the fill's.
            words = library.status('py_%s_fill' % name, rng, *arguments, ctypes.c_size_t(n), out)
            expect(words is not None, what + 'refused as a scalar draw alone')
            refused = ours[0]
            expect(math.isnan(refused) if kind is F else refused in (INT64_MIN, 2**63),
                   what + 'refused with %r', refused)
        else:
            expect(ctypes.get_errno() == 0, what + 'errno %d', ctypes.get_errno())
    else:
        words = library.status('py_%s_fill' % name, rng, *arguments, ctypes.c_size_t(n), out)
        ours = list(out)
    if words is not None:
        expect_refused(library, rng, before, out, clean)
    if library.release < SINCE.get(name, (0,)):
        expect(words == NOT_IN_RELEASE, what + 'not in the release, but %s', words)
        return 'refused'
    if endless(*args):
        expect(words == NEVER_RETURNS, what + 'Python never returns, but %s', words)
        return 'refused'
    if name == 'getrandbits' and args[0] > 64:
        expect(words == 'number of bits must be at most 64', what + '%s', words)
        return 'refused'
    if words is not None:
        theirs = python_values(call, generator, args, 1)[0]
        if name == 'betavariate' and theirs == 0.0:
            # beta is not looked at where the first gamma variate is 0.
            expect(not args[1] > 0, what + 'refused: %s', words)
            return 'refused'
        expect(isinstance(theirs, Arithmetic) and same_words(words, theirs.error),
               what + 'refused: %s; Python: %r', words, theirs)
        return 'refused'
    theirs = python_values(call, generator, args, n)
    if name == 'binomialvariate' and any(map(is_over_zero, theirs)):
        return 'drawn'  # the library gives a value, or draws again as the last patch of a release
    for i, (our, their) in enumerate(zip(ours, theirs)):
        if isinstance(their, Arithmetic):
            expect(kind is F and their.matches(our), what + 'value %d: %r, Python: %r', i, our,
                   their)
        else:
            expect(bits(our) == bits(their), what + 'value %d: %r, Python: %r', i, our, their)
    expect(library.get_state(rng) == bytes(to_state(generator)), what + 'state')
    return 'drawn'


# ---- The other methods ---------------------------------------------------------------------------

def compare_call(library, generator, rng, what, words, ours, call):
    """call() is Python's. ours: None if refused."""
    try:
        theirs = call()
    except (ValueError, TypeError, IndexError) as error:
        expect(words is not None, what + 'accepted; Python: %r', error)
        expect(same_words(words, error), what + 'refused: %s; Python: %r', words, error)
        return 'refused'
    expect(words is None, what + 'refused: %s', words)
    expect(ours == theirs, what + '%r, Python: %r', ours, theirs)
    expect(library.get_state(rng) == bytes(to_state(generator)), what + 'state')
    return 'drawn'


def limbs_of(value):
    """At least the limbs of |value|."""
    value = abs(value)
    n = (value.bit_length() + 31) // 32
    return (ctypes.c_uint32 * n)(*[value >> 32 * i & 0xffffffff for i in range(n)]), n


def run_getrandbits_limbs(library, r, generator):
    k = r.choice([0, 1, 31, 32, 33, 64, 65, 96, 1000, 20000]) + r.choice([0, 0, r.randint(0, 70)])
    rng = library.with_state(generator)
    before = library.get_state(rng)
    n = (k + 31) // 32
    out = (ctypes.c_uint32 * (n + 1))()
    clean = bytes(out)
    words = library.status('py_getrandbits_limbs', rng, ctypes.c_size_t(k), out)
    if words is not None:
        expect_refused(library, rng, before, out, clean)
    ours = int.from_bytes(bytes(out), sys.byteorder)
    return compare_call(library, generator, rng, 'getrandbits(%d): ' % k, words, ours,
                        lambda: generator.getrandbits(k))


def run_randbytes(library, r, generator):
    n = r.choice([0, 1, 2, 3, 4, 5, 7, 8, 100, 2495, 5001])
    rng = library.with_state(generator)
    out = ctypes.create_string_buffer(n + 1)
    words = library.status('py_randbytes', rng, ctypes.c_size_t(n), out)
    if library.release < SINCE['randbytes']:
        expect(words == NOT_IN_RELEASE, 'randbytes: %s', words)
        return 'refused'
    return compare_call(library, generator, rng, 'randbytes(%d): ' % n, words, out.raw[:n],
                        lambda: generator.randbytes(n))


def weight_list(r, n):
    kind = r.random()
    if kind < 0.1:
        return [r.choice([0.0, 0.0, -1.0, math.inf, math.nan, 1e308]) for _ in range(n)]
    if kind < 0.2:
        return [r.uniform(-1, 3) for _ in range(n)]
    if kind < 0.5:
        return [float(r.randint(0, 9)) for _ in range(n)]
    return [r.random() for _ in range(n)]


def doubles(values):
    return None if values is None else (F * max(len(values), 1))(*values)


def run_choices(library, r, generator):
    n = r.choice([0, 1, 2, 3, 10, 100, 1000])
    k = r.choice([0, 1, 2, 10, 100])
    weights = weight_list(r, n) if r.random() < 0.5 else None
    cum_weights = weight_list(r, n) if weights is None and r.random() < 0.4 else None
    if cum_weights and r.random() < 0.7:
        cum_weights.sort()
    if weights is None and cum_weights is None and n > 0 and r.random() < 0.3:
        n = r.choice([2**31, 2**40 + 7, 2**53 - 1])
    rng = library.with_state(generator)
    before = library.get_state(rng)
    out = (I * (k + 1))()
    clean = bytes(out)
    size = ctypes.c_size_t(k)
    if weights is not None:
        work, _memory = work_of(library.dll.nprand_py_choices_weights_work_size(I(n)))
        words = library.status('py_choices_weights', rng, I(n), doubles(weights), size, out, work)
    elif cum_weights is not None:
        words = library.status('py_choices_cum_weights', rng, I(n), doubles(cum_weights), size, out)
    else:
        words = library.status('py_choices', rng, I(n), size, out)
    if words is not None:
        expect_refused(library, rng, before, out, clean)
    if library.release < SINCE['choices']:
        expect(words == NOT_IN_RELEASE, 'choices: %s', words)
        return 'refused'
    what = 'choices(%d, %r, %r, %d): ' % (n, weights and weights[:5], cum_weights and
                                          cum_weights[:5], k)
    return compare_call(library, generator, rng, what, words, list(out)[:k],
                        lambda: generator.choices(range(n), weights, cum_weights=cum_weights, k=k))


def run_sample(library, r, generator):
    k = r.choice([0, 1, 2, 3, 4, 5, 6, 7, 21, 22, 85, 86, 300, 342])
    n = r.choice([k, k + 1, 20, 21, 22, 85, 86, 277, 278, 1045, 1046, 5000, 2**40, INT64_MAX,
                  21 + 4**r.randint(1, 7), 22 + 4**r.randint(1, 7), r.randint(0, 3 * k + 1)])
    rng = library.with_state(generator)
    before = library.get_state(rng)
    work, _memory = work_of(library.dll.nprand_py_sample_work_size(I(n), ctypes.c_size_t(k)))
    out = (I * (k + 1))()
    clean = bytes(out)
    words = library.status('py_sample', rng, I(n), ctypes.c_size_t(k), out, work)
    if words is not None:
        expect_refused(library, rng, before, out, clean)
    return compare_call(library, generator, rng, 'sample(%d, %d): ' % (n, k), words, list(out)[:k],
                        lambda: generator.sample(range(n), k))


def run_sample_counts(library, r, generator):
    n = r.choice([0, 1, 2, 3, 10, 50])
    k = r.choice([0, 1, 2, 5, 6, 20, 100])
    top = r.choice([1, 3, 10, 1000, 2**40])
    counts = [r.randint(-top if r.random() < 0.03 else 0, top) for _ in range(n)]
    rng = library.with_state(generator)
    before = library.get_state(rng)
    array = (I * max(n, 1))(*counts)
    work, _memory = work_of(library.dll.nprand_py_sample_counts_work_size(
        array, ctypes.c_size_t(n), ctypes.c_size_t(k)))
    out = (I * (k + 1))()
    clean = bytes(out)
    words = library.status('py_sample_counts', rng, array, ctypes.c_size_t(n), ctypes.c_size_t(k),
                           out, work)
    if words is not None:
        expect_refused(library, rng, before, out, clean)
    if library.release < SINCE['sample_counts']:
        expect(words == NOT_IN_RELEASE, 'sample_counts: %s', words)
        return 'refused'
    what = 'sample(counts=%r, k=%d): ' % (counts, k)
    if sum(counts) == 0:
        # Accepted for k = 0 as in 3.14; 3.13.0 refused it.
        expect(words == (None if k == 0 else 'Sample larger than population or is negative'),
               what + 'refused: %s', words)
        return 'refused'
    return compare_call(library, generator, rng, what, words, list(out)[:k],
                        lambda: generator.sample(range(n), k, counts=counts))


def run_shuffle(library, r, generator):
    n = r.choice([0, 1, 2, 3, 10, 100, 1000, 3000])
    size = r.choice([1, 2, 3, 8, 300])
    rng = library.with_state(generator)
    elements = [random_bytes(r, size) for _ in range(n)]
    base = ctypes.create_string_buffer(b''.join(elements), n * size + 1)
    words = library.status('py_shuffle', rng, base, ctypes.c_size_t(n), ctypes.c_size_t(size))

    def call():
        generator.shuffle(elements)
        return b''.join(elements)
    return compare_call(library, generator, rng, 'shuffle(%d, %d): ' % (n, size), words,
                        base.raw[:n * size], call)


def compare_seed(library, generator, rng, what, words):
    expect(words is None, what + 'refused: %s', words)
    expect(library.get_state(rng) == bytes(to_state(generator)), what + 'state')
    return 'drawn'


def run_seed(library, r, generator):
    a = int64(r)
    rng = library.with_state(generator)
    generator.seed(a)
    return compare_seed(library, generator, rng, 'seed(%d): ' % a,
                        library.status('py_seed', rng, I(a)))


def run_seed_uint64(library, r, generator):
    a = r.choice([r.getrandbits(64), r.getrandbits(r.randint(1, 64)), 2**64 - 1, 2**63])
    rng = library.with_state(generator)
    generator.seed(a)
    return compare_seed(library, generator, rng, 'seed(%d): ' % a,
                        library.status('py_seed_uint64', rng, U(a)))


def run_seed_limbs(library, r, generator):
    a = r.getrandbits(r.choice([1, 31, 32, 33, 64, 65, 100, 5000, 19968, 19969, 40000]))
    a <<= r.choice([0, 0, 32, 77])
    a *= r.choice([0, 1, 1, 1, -1, -1])
    limbs, n = limbs_of(a)
    zeros = r.choice([0, 0, 1, 5])
    limbs = (ctypes.c_uint32 * (n + zeros + 1))(*limbs)
    rng = library.with_state(generator)
    generator.seed(a)
    return compare_seed(library, generator, rng, 'seed(%#x): ' % a,
                        library.status('py_seed_limbs', rng, limbs, ctypes.c_size_t(n + zeros)))


def run_seed_text(library, r, generator):
    """An int of less than 2**8192 in one of the forms that int(text, 0) reads."""
    a = r.getrandbits(r.choice([1, 31, 32, 33, 64, 65, 100, 1000, 8192])) * r.choice([1, 1, -1])
    text = format(a, r.choice(['d', '+d', '_d', '#x', '#X', '+#x', '#_x']))
    text = r.choice(['', ' ', '\n\t']) + text + r.choice(['', '\n', '\r\n', ' \v\f'])
    rng = library.with_state(generator)
    generator.seed(a)
    return compare_seed(library, generator, rng, 'seed(int(%r, 0)): ' % text,
                        library.status('py_seed_text', rng, text.encode(), ctypes.c_size_t(len(text))))


def run_seed_float(library, r, generator):
    kind = r.random()
    if kind < 0.5:
        a = any_double(r)
    elif kind < 0.6:
        a = float(r.getrandbits(r.randint(1, 1000))) * r.choice([1, -1])
    else:
        a = struct.unpack('<d', r.getrandbits(64).to_bytes(8, 'little'))[0]
    rng = library.with_state(generator)
    before = library.get_state(rng)
    if library.release < (3,):
        generator.seed(a)
        return compare_seed(library, generator, rng, 'seed(%r): ' % a,
                            library.status('py_seed_float_python2', rng, F(a)))
    words = library.status('py_seed_float', rng, F(a))
    if math.isnan(a):
        expect(words == 'seed must not be NaN', 'seed(nan): %s', words)
        expect(library.get_state(rng) == before, 'seed(nan): state')
        return 'refused'
    generator.seed(a)
    return compare_seed(library, generator, rng, 'seed(%r): ' % a, words)


def run_seed_bytes(library, r, generator):
    n = r.choice([0, 1, 2, 3, 4, 5, 10, 63, 64, 111, 112, 127, 128, 129, 239, 240, 300, 2431, 2432,
                  2433, 2500, 10000])
    data = random_bytes(r, n)
    zeros = r.choice([0, 0, 0, 1, 4, 9, n])
    data = bytes(min(zeros, n)) + data[min(zeros, n):]
    version = r.choice([1, 2, 2])
    rng = library.with_state(generator)
    if library.release < (3,):
        version = 1
        generator.seed(data)
    else:
        if (3, 3) <= library.release < (3, 6):
            version = 2  # version 1 takes a hash that differs from process to process
        generator.seed(data, version)
    return compare_seed(library, generator, rng, 'seed(%s, %d): ' % (data.hex(), version),
                        library.status('py_seed_bytes', rng, data, ctypes.c_size_t(n), version))


def run_seed_str(library, r, generator):
    if library.release < (3,):
        return run_seed_bytes(library, r, generator)
    text = ''.join(chr(r.choice([r.randint(1, 127), r.randint(128, 0xd7ff)]))
                   for _ in range(r.choice([0, 1, 5, 20, 1000])))
    rng = library.with_state(generator)
    generator.seed(text)
    return compare_seed(library, generator, rng, 'seed(%s): ' % ascii(text).replace('%', '%%'),
                        library.status('py_seed_str', rng, text.encode()))


OTHERS = {
    'getrandbits_limbs': run_getrandbits_limbs, 'randbytes': run_randbytes,
    'choices': run_choices, 'sample': run_sample, 'sample_counts': run_sample_counts,
    'shuffle': run_shuffle, 'seed': run_seed, 'seed_uint64': run_seed_uint64,
    'seed_limbs': run_seed_limbs,
    'seed_text': run_seed_text,
    'seed_float': run_seed_float, 'seed_bytes': run_seed_bytes, 'seed_str': run_seed_str,
}


# ---- Cases ---------------------------------------------------------------------------------------

def start(library, r):
    """A generator anywhere in a stream, with a kept Gaussian or without."""
    generator = library.Random(r.getrandbits(64))
    generator.random()
    version, words, _ = generator.getstate()
    gauss_next = r.choice([None, None, 0.0, -1.5, r.gauss(0, 1)])
    pos = r.choice([0, 1, 623, 624, r.randint(0, 624)])
    key = list(words[:624])
    if r.random() < 0.1:
        pos = min(pos, 622)
        key[pos:pos + 2] = [0, 0]  # the next uniform is 0
    generator.setstate((version, tuple(key) + (pos,), gauss_next))
    return generator


def run_case(name, library, seed, number):
    r = random.Random('%d %s %d' % (seed, name, number))
    generator = start(library, r)
    if name in DRAWS:
        return run_draw(name, library, r, generator)
    return OTHERS[name](library, r, generator)


def unlisted():
    """Methods of this Python that are not in the list, and those of the list that are compared
    nowhere here."""
    listed = {row.method for row in listed_rows() if row.python} | {'seed'}
    there = {name for name in dir(random.Random) if not name.startswith('_')}
    there -= {'VERSION', 'getstate', 'setstate'}
    return sorted(there - listed) + sorted(listed - set(DRAWS) - set(OTHERS))


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    parser.add_argument('lib', metavar='library')
    parser.add_argument('--seed', type=int, help='default: another one each time')
    parser.add_argument('--seconds', type=float, default=20)
    parser.add_argument('--cases', type=int, help='of each method, in place of a time')
    parser.add_argument('--first', type=int, default=0, help='number of the first case')
    parser.add_argument('--method', action='append', choices=list(DRAWS) + list(OTHERS))
    parser.add_argument('--release', help='of the random.py that is imported')
    parser.add_argument('--python', metavar='PATH', help='compare with this Python')
    return parser.parse_args()


def main():
    options = parse()
    other = OtherPython(options.python) if options.python else None
    release = other.release if other else sys.version_info[:2]
    if options.release:
        release = tuple(map(int, options.release.split('.')))
    if release > NEWEST:
        print('Python %d.%d is newer than what the library knows: %d.%d' % (release + NEWEST))
        release = NEWEST
    library = Library(options.lib, release)
    if other:
        library.Random = other.Random
    seed = random.SystemRandom().getrandbits(32) if options.seed is None else options.seed
    methods = options.method or list(DRAWS) + list(OTHERS)
    counts = {name: {'drawn': 0, 'refused': 0, 'different': 0} for name in methods}
    end = time.monotonic() + options.seconds
    number = options.first
    while (number < options.first + options.cases if options.cases is not None
           else time.monotonic() < end):
        for name in methods:
            try:
                counts[name][run_case(name, library, seed, number)] += 1
            except Difference as difference:
                counts[name]['different'] += 1
                if counts[name]['different'] <= SHOWN:
                    print('--method %s --seed %d --first %d --cases 1: %s' %
                          (name, seed, number, difference))
        number += 1
    print('%-22s %8s %8s %8s' % ('', 'drawn', 'refused', 'differ'))
    for name in methods:
        print('%-22s %8d %8d %8d' % ((name,) + tuple(counts[name].values())))
    total = {kind: sum(c[kind] for c in counts.values()) for kind in ('drawn', 'refused',
                                                                     'different')}
    print('random of Python %d.%d, seed %d: %d calls compared, %d of them refused, %d differences'
          % (release + (seed, sum(total.values()), total['refused'], total['different'])))
    missing = unlisted()
    if missing:
        print('not compared:', ' '.join(missing))
    return 1 if total['different'] or missing else 0


if __name__ == '__main__':
    sys.exit(main())
