#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Recovers generators from what NumPy's RandomState and Python's random have drawn, and compares what
they draw next, and what they drew before.

    crosscheck_recover.py libnprand.so [--seed N] [--count N] [--values N]

count generators of each kind, the first of each compared over so many values; each case depends on
the seed, its kind and its number alone. Exit status: 0 if there is no difference, 1 if there is, 77
(which test runners take for "skipped") if there is no NumPy.
"""

import argparse
import ctypes
import os
import random as random_module
import sys

try:
    import numpy as np
except ImportError as missing:
    print(f'not compared: {missing}. Install NumPy for this python3 (on Debian and Ubuntu python3-numpy)')
    sys.exit(77)

RNG_WORDS = 1024
BEFORE = 1000  # words that are drawn before the outputs, and found again
NEEDED_DOUBLES = 623


class Work(ctypes.Structure):
    """nprand_work."""
    _fields_ = [('memory', ctypes.c_void_p), ('size', ctypes.c_size_t)]


def pointer(array):
    return ctypes.c_void_p(array.ctypes.data)


class Library:
    def __init__(self, path):
        self.dll = ctypes.CDLL(os.path.abspath(path))
        self.dll.nprand_strerror.restype = ctypes.c_char_p
        for name in ('nprand_recover_doubles_work_size', 'nprand_recover_masked_work_size'):
            getattr(self.dll, name).restype = ctypes.c_size_t
        self.rng = (ctypes.c_uint64 * RNG_WORDS)()

    def call(self, name, *arguments):
        """The words of the status; None for NPRAND_OK."""
        status = getattr(self.dll, name)(self.rng, *arguments)
        return self.dll.nprand_strerror(status).decode() if status else None

    def recover_words(self, words):
        words = np.ascontiguousarray(words, np.uint32)
        return self.call('nprand_recover_words', pointer(words), ctypes.c_size_t(len(words)))

    def recover_doubles(self, x):
        n = ctypes.c_size_t(len(x))
        memory = np.empty(self.dll.nprand_recover_doubles_work_size(n) // 8 + 1)
        work = Work(memory.ctypes.data, memory.nbytes)
        return self.call('nprand_recover_doubles', pointer(x), n, work)

    def recover_masked(self, words, masks):
        words = np.ascontiguousarray(words, np.uint32)
        masks = np.ascontiguousarray(masks, np.uint32)
        n = ctypes.c_size_t(len(words))
        memory = np.empty(self.dll.nprand_recover_masked_work_size(pointer(masks), n) // 8 + 1)
        work = Work(memory.ctypes.data, memory.nbytes)
        return self.call('nprand_recover_masked', pointer(words), pointer(masks), n, work)

    def rewind(self, words):
        return self.call('nprand_rewind', ctypes.c_uint64(words))

    def raw(self, n):
        out = np.empty(n, np.uint32)
        assert self.call('nprand_random_raw_fill', ctypes.c_size_t(n), pointer(out)) is None
        return out

    def doubles(self, n):
        out = np.empty(n)
        assert self.call('nprand_random_sample_fill', ctypes.c_size_t(n), pointer(out)) is None
        return out


class NumPy:
    """RandomState at a random position. draw() gives outputs, and their words with masks."""

    def __init__(self, random):
        self.rs = np.random.RandomState(random.getrandbits(32))
        self.words(random.randrange(2000))
        self.before = self.words(BEFORE)

    def words(self, n):
        return self.rs.randint(0, 2**32, size=n, dtype=np.uint32)

    def doubles(self, n):
        return self.rs.random_sample(n)


class Python:
    """The same of random.Random."""

    def __init__(self, random):
        self.random = random_module.Random(random.getrandbits(64))
        self.words(random.randrange(2000))
        self.before = self.words(BEFORE)

    def words(self, n):
        return np.array([self.random.getrandbits(32) for _ in range(n)], np.uint32)

    def doubles(self, n):
        return np.array([self.random.random() for _ in range(n)])


def whole_words(lib, source, random):
    words = source.words(random.choice((624, 625, random.randrange(624, 5000))))
    return lib.recover_words(words), len(words)


def doubles(lib, source, random):
    x = source.doubles(random.choice((NEEDED_DOUBLES, random.randrange(NEEDED_DOUBLES, 3000))))
    return lib.recover_doubles(x), 2 * len(x)


def random_bits(lib, source, random):
    """randint(0, 2**k) in NumPy, and getrandbits(k) in Python."""
    k = random.choice((4, 8, 12, 16, 20, 24, 31, 32))
    n = 2 * 19937 // k + 700
    if isinstance(source, NumPy):
        # 64 bits over 2**32 values take two words in NumPy 1.17.0 to 1.17.2.
        dtype = np.uint32 if k > 30 else random.choice((np.int64, np.int32, np.uint32))
        words = source.rs.randint(0, 2**k, size=n, dtype=dtype)
        mask = 2**k - 1
    else:
        words = np.array([source.random.getrandbits(k) << (32 - k) for _ in range(n)], np.uint32)
        mask = 2**32 - 2**(32 - k)
    return lib.recover_masked(words, np.full(n, mask)), n


def small_integers(lib, source, random):
    """Whole words of randint's small dtypes; bytes of Python."""
    n = random.randrange(624, 2000)
    if isinstance(source, Python):
        data = source.random.getrandbits(32 * n).to_bytes(4 * n, 'little')
    elif random.random() < 0.3:
        bits = source.rs.randint(0, 2, size=32 * n, dtype=np.bool_)
        data = np.packbits(bits.reshape(-1, 8)[:, ::-1]).tobytes()
    elif random.random() < 0.5:
        data = source.rs.randint(0, 256, size=4 * n, dtype=np.uint8).tobytes()
    else:
        data = source.rs.randint(0, 65536, size=2 * n, dtype=np.uint16).astype('<u2').tobytes()
    return lib.recover_words(np.frombuffer(data, '<u4')), n


def mixed(lib, source, random):
    """Doubles with words between them that are not known. 1200 doubles were too few in 9 of 200 cases, 1500 in none."""
    words, masks = [], []
    for _ in range(2000):
        k = int(source.doubles(1)[0] * 2**53)
        words += [(k >> 26) << 5, (k & (2**26 - 1)) << 6]
        masks += [2**32 - 2**5, 2**32 - 2**6]
        if random.random() < 0.3:
            source.words(1)
            words.append(random.getrandbits(32))
            masks.append(0)
    return lib.recover_masked(words, masks), len(words)


def refused(lib, source, random):
    """Too few, or one bit wrong: the words of the status are those of the expected one."""
    x = source.doubles(NEEDED_DOUBLES + 100)
    if lib.recover_doubles(x[:NEEDED_DOUBLES - 1]) != 'too few outputs to determine the state':
        return 'too few doubles were accepted', 0
    wrong = x.copy()
    wrong[random.randrange(len(x))] += random.choice((-1, 1)) * 2.0**-53
    if lib.recover_doubles(wrong) != 'no generator draws these outputs one after another':
        return 'a wrong double was accepted', 0
    words = source.words(2000)
    words[random.randrange(2000)] ^= np.uint32(1 << random.randrange(32))
    if lib.recover_words(words) != 'no generator draws these outputs one after another':
        return 'a wrong word was accepted', 0
    words = source.words(624)
    return lib.recover_words(words), 2 * len(x) + 2000 + 624


KINDS = (whole_words, doubles, random_bits, small_integers, mixed, refused)


def check(lib, source, random, kind, values):
    """What differs, or None."""
    words, drawn = kind(lib, source, random)
    if words is not None:
        return words
    if not np.array_equal(lib.raw(values), source.words(values)):
        return 'other words'
    if not np.array_equal(lib.doubles(values), source.doubles(values)):
        return 'other doubles'
    if lib.rewind(3 * values + drawn + BEFORE) is not None:
        return 'no way back'
    return None if np.array_equal(lib.raw(BEFORE), source.before) else 'other words before'


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('lib', metavar='library')
    parser.add_argument('--seed', type=int, default=random_module.randrange(10**9))
    parser.add_argument('--count', type=int, default=10)
    parser.add_argument('--values', type=int, default=1000000)
    options = parser.parse_args()
    lib = Library(options.lib)

    total = 0
    for source in NumPy, Python:
        for number, kind in enumerate(KINDS):
            differences = 0
            for index in range(options.count):
                random = random_module.Random((options.seed * 10 + number) * 1000003 + index)
                what = check(lib, source(random), random, kind, options.values if index == 0 else 1000)
                if what:
                    differences += 1
                    print('seed %d, %s of %s, case %d: %s'
                          % (options.seed, kind.__name__, source.__name__, index, what))
            total += differences
            print('NumPy %s, seed %d: %s of %s, %d generators, %d differences'
                  % (np.__version__, options.seed, kind.__name__, source.__name__, options.count, differences))
    return 1 if total else 0


if __name__ == '__main__':
    sys.exit(main())
