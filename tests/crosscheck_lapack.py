#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Compares nprand_lapack's multivariate_normal with the NumPy that runs this script.

    crosscheck_lapack.py libnprand.so libnprand_lapack.so [--seed N] [--count N]

Values agree to 1e-12 of the largest element, and in sign, if both have the same LAPACK and BLAS, as
Debian's NumPy and a library built on Debian have; what check_valid says and the state afterwards agree
everywhere. Exit status: 0 if there is no difference, 1 if there is, 77 if there is no NumPy.
"""

import argparse
import ctypes
import random as random_module
import sys
import warnings

try:
    import numpy as np
except ImportError as missing:
    print(f'not compared: {missing}. Install NumPy for this python3 (on Debian and Ubuntu python3-numpy)')
    sys.exit(77)

MODES = ['warn', 'raise', 'ignore']
TOLERANCE = 1e-12
UNTOUCHED = 7.0


def covariance(random, numbers, k):
    """A matrix of one of the kinds that go another way, and whether its rows of values are determined:
    equal singular values leave the choice of vectors to rounding, which LAPACK repeats."""
    square = numbers.randn(k, k)
    return random.choice([
        lambda: square @ square.T,
        lambda: np.diag(numbers.rand(k)),
        lambda: np.eye(k),
        lambda: square,                              # no covariance
        lambda: square[:, :1] @ square[:, :1].T,     # of rank 1
        lambda: square @ square.T + 1e-9 * numbers.randn(k, k),
        lambda: np.zeros((k, k)),
        lambda: 1e150 * (square @ square.T),
    ])()


def numpys(state, case):
    """Values, and the words of nprand_strerror() for what happened."""
    values = np.full((case['n'], case['k']), UNTOUCHED)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            values = state.multivariate_normal(case['mean'], case['cov'], case['n'],
                                               MODES[case['mode']], case['tol'])
        except (ValueError, np.linalg.LinAlgError) as error:
            return values, str(error)
    if caught:
        return values, 'warning: ' + str(caught[0].message)
    return values, 'no error'


def pointer(array):
    return array.ctypes.data_as(ctypes.c_void_p)


class Work(ctypes.Structure):
    """nprand_work."""
    _fields_ = [('memory', ctypes.c_void_p), ('size', ctypes.c_size_t)]


def ours(core, library, rng, case):
    k, n = ctypes.c_size_t(case['k']), ctypes.c_size_t(case['n'])
    values = np.full((case['n'], case['k']), UNTOUCHED)
    space = np.empty(library.nprand_multivariate_normal_work_size(k), np.uint8)
    status = library.nprand_multivariate_normal_fill(
        rng, pointer(case['mean']), pointer(case['cov']), k, case['mode'],
        ctypes.c_double(case['tol']), n, pointer(values), Work(pointer(space), len(space)))
    return values, core.nprand_strerror(status).decode()


def next_double(core, rng):
    core.nprand_random_sample.restype = ctypes.c_double
    return core.nprand_random_sample(rng)


def make_case(seed, index):
    random = random_module.Random(seed * 1000003 + index)
    numbers = np.random.RandomState(random.randrange(2**32))
    k = random.randint(50, 120) if index % 50 == 0 else random.randint(1, 12)
    return {
        'k': k,
        'n': random.choice([0, 1, 2, 5, 63, 64, 65, 200]),
        'mean': np.ascontiguousarray(10 * numbers.randn(k)),
        'cov': np.ascontiguousarray(covariance(random, numbers, k)),
        'mode': random.randrange(3),
        'tol': random.choice([1e-8, 1e-8, 1e-12, 1e-3, 10.0]),
        'seed': random.randrange(2**32),
        'gauss': random.random() < 0.5,
    }


def difference(core, library, case):
    """What differs, or None."""
    state = np.random.RandomState(case['seed'])
    rng = ctypes.create_string_buffer(8192)
    core.nprand_seed(rng, ctypes.c_int64(case['seed']))
    if case['gauss']:
        state.standard_normal()
        core.nprand_standard_normal_fill(rng, ctypes.c_size_t(1), pointer(np.empty(1)))
    theirs, their_words = numpys(state, case)
    mine, my_words = ours(core, library, rng, case)
    if my_words != their_words:
        return '%s, NumPy: %s' % (my_words, their_words)
    if state.random_sample() != next_double(core, rng):
        return 'the state afterwards'
    if theirs.size and np.abs(mine - theirs).max() > TOLERANCE * np.abs(theirs).max():
        return 'values by %g' % np.abs(mine - theirs).max()
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('core')
    parser.add_argument('lib', metavar='library')
    parser.add_argument('--seed', type=int, default=random_module.randrange(10**9))
    parser.add_argument('--count', type=int, default=5000)
    options = parser.parse_args()
    core = ctypes.CDLL(options.core, mode=ctypes.RTLD_GLOBAL)
    core.nprand_strerror.restype = ctypes.c_char_p
    library = ctypes.CDLL(options.lib)
    library.nprand_multivariate_normal_work_size.restype = ctypes.c_size_t

    differences = 0
    for index in range(options.count):
        what = difference(core, library, make_case(options.seed, index))
        if what:
            differences += 1
            print('seed %d, case %d: %s' % (options.seed, index, what))
    print('NumPy %s, seed %d: multivariate_normal, %d comparisons, %d differences'
          % (np.__version__, options.seed, options.count, differences))
    return 1 if differences else 0


if __name__ == '__main__':
    sys.exit(main())
