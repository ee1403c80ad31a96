#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Has NumPy's C code draw from libnprand by nprand_bitgen(), and compares with Generator(MT19937).

    bitgen_check.py libnprand.a COMPILER...

Builds bitgen_numpy.c with the headers and the libnpyrandom.a of the NumPy that runs this script, whose
libm that code then shares. Exit status: 0 if there is no difference, 1 if there is, 77 (which test
runners take for "skipped") if there is no NumPy, or something that the program needs is missing.
"""

import os
import subprocess
import sys
import sysconfig
import tempfile

try:
    import numpy as np
except ImportError as missing:
    print(f'not compared: {missing}. Install NumPy for this python3 (on Debian and Ubuntu python3-numpy)')
    sys.exit(77)

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'bitgen_numpy.c')
N = 3000

DRAWS = {
    'random': lambda g: g.random(N),
    'random_f': lambda g: g.random(N, dtype=np.float32),
    'standard_normal': lambda g: g.standard_normal(N),
    'standard_exponential': lambda g: g.standard_exponential(N),
    'normal': lambda g: g.normal(10, 2, N),
    'standard_gamma': lambda g: g.standard_gamma(0.3, N),
    'gamma': lambda g: g.gamma(2.5, 1.5, N),
    'beta': lambda g: g.beta(2, 3, N),
    'chisquare': lambda g: g.chisquare(3, N),
    'standard_t': lambda g: g.standard_t(4, N),
    'laplace': lambda g: g.laplace(1, 2, N),
    'lognormal': lambda g: g.lognormal(0, 1, N),
    'vonmises': lambda g: g.vonmises(0.5, 2, N),
    'wald': lambda g: g.wald(1, 2, N),
    'triangular': lambda g: g.triangular(0, 1, 5, N),
    'standard_normal_fill': lambda g: g.standard_normal(N),
    'standard_normal_f_fill': lambda g: g.standard_normal(N, dtype=np.float32),
    'standard_exponential_inv': lambda g: g.standard_exponential(N, method='inv'),
    'poisson': lambda g: g.poisson(50, N),
    'poisson_few': lambda g: g.poisson(2, N),
    'binomial': lambda g: g.binomial(1000, 0.4, N),
    'geometric': lambda g: g.geometric(0.01, N),
    'hypergeometric': lambda g: g.hypergeometric(100, 200, 50, N),
    'logseries': lambda g: g.logseries(0.9, N),
    'zipf': lambda g: g.zipf(2, N),
    'integers_int64': lambda g: g.integers(5, 1005, N),
    'integers_large': lambda g: g.integers(0, 12345678901234568, N),
    'integers_uint32': lambda g: g.integers(0, 3000000000, N, dtype=np.uint32),
    'integers_uint16': lambda g: g.integers(0, 1000, N, dtype=np.uint16),
    'integers_uint8': lambda g: g.integers(0, 100, N, dtype=np.uint8),
}


def texts(values):
    if values.dtype.kind == 'f':
        return ['%016x' % bits for bits in values.astype(np.float64).view(np.uint64).tolist()]
    return ['%d' % value for value in values.tolist()]


def expected(draw):
    bits = np.random.MT19937()
    bits.state = np.random.RandomState(12345).get_state(legacy=False)
    values = draw(np.random.Generator(bits))
    return texts(values) + ['%d' % bits.random_raw()]


def needed():
    """Folders of headers, and the library."""
    library = os.path.join(os.path.dirname(np.random.__file__), 'lib', 'libnpyrandom.a')
    folders = [np.get_include(), sysconfig.get_paths()['include']]
    files = [library, os.path.join(folders[0], 'numpy', 'random', 'distributions.h'),
             os.path.join(folders[1], 'Python.h')]
    for path in files:
        if not os.path.exists(path):
            print('not compared: no', path)
            sys.exit(77)
    return folders, library


def build_and_run(nprand, compiler):
    folders, library = needed()
    include = os.path.join(os.path.dirname(SOURCE), '..', 'include')
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, 'bitgen_numpy')
        subprocess.run(
            compiler + ['-I' + include] + ['-isystem' + path for path in folders]
            + [SOURCE, library, nprand, '-lm', '-o', program], check=True)
        return subprocess.run([program], check=True, stdout=subprocess.PIPE).stdout.decode()


def main():
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    lines = build_and_run(sys.argv[1], sys.argv[2:]).splitlines()
    found = {line.split()[0]: line.split()[1:] for line in lines}
    differences = 0
    for name, draw in DRAWS.items():
        if found.get(name) != expected(draw):
            differences += 1
            print(name, 'differs')
    if set(found) != set(DRAWS) or len(lines) != len(DRAWS):
        differences += 1
        print('other draws than those compared')
    print('NumPy %s: %d draws of %d values by bitgen_t, %d differences'
          % (np.__version__, len(DRAWS), N, differences))
    return 1 if differences else 0


if __name__ == '__main__':
    sys.exit(main())
