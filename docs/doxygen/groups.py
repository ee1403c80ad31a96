# SPDX-License-Identifier: BSD-3-Clause
"""The groups of the reference: as NumPy's manual groups the methods of RandomState, then the rest.

Each group has
  name      its name, which is part of the address of its page;
  parent    the name of the group that it belongs to, or None;
  title     its title;
  about     what is in it, in a sentence;
  header    the header that declares what is in it;
  parts     what the header says, as in docs/man/pages.py: "head" for the comment at its head; the
            title of a section, for what no group names by itself; the first function, type or macro
            below a comment; or "title of a section, intro N".
"""
import collections

Group = collections.namedtuple('Group', 'name parent title about header parts')

NUMPY, PYTHON = 'nprand.h', 'nprand_python.h'
LAPACK, THREADS, CPP = 'nprand_lapack.h', 'nprand_threads.h', 'nprand.hpp'

GROUPS = [
    Group('seeding', None, 'Seeding and state',
          'Seed a generator, and copy its state from and to NumPy.', NUMPY,
          ['Generator', 'State', 'Seeds by their type']),
    Group('simple', None, 'Simple random data',
          'Uniform doubles, integers, words, bytes, and samples of a population.', NUMPY,
          ['nprand_random_sample', 'nprand_random', 'nprand_rand', 'nprand_randn', 'Integers',
           'nprand_random_raw', 'nprand_bytes', 'Permutations and samples']),
    Group('permutations', None, 'Permutations',
          'Put elements into random order.', NUMPY,
          ['nprand_shuffle', 'nprand_permutation', 'nprand_permutation_array']),
    Group('distributions', None, 'Distributions',
          'One value or an array of values, by the parameters of the distribution.', NUMPY, []),
    Group('continuous', 'distributions', 'Continuous distributions',
          'Doubles of univariate distributions.', NUMPY,
          ['nprand_uniform', 'Normal', 'Other continuous distributions']),
    Group('discrete', 'distributions', 'Discrete distributions',
          'Integers of univariate distributions.', NUMPY, ['Other discrete distributions']),
    Group('multivariate', 'distributions', 'Multivariate distributions',
          'Rows of several numbers. multivariate_normal is in a library of its own: see the group '
          'LAPACK.', NUMPY, ['Multivariate distributions']),
    Group('streams', None, 'Skipping and parallel streams',
          'Skip words of a stream, and seed several streams by one seed sequence.', NUMPY,
          ['nprand_advance', 'nprand_rewind', 'nprand_jumped', 'Seed sequences']),
    Group('setup', None, 'Setup',
          'NumPy\'s release, the width of long, the backend, the runner of large fills, work '
          'space, versions, and NumPy\'s C interface.', NUMPY,
          ['NPRAND_VERSION_MAJOR', 'NPRAND_API', 'NPRAND_NODISCARD', 'nprand_version',
           'nprand_backend', 'nprand_set_backend', 'nprand_set_numpy', 'nprand_set_numpy_patch',
           'nprand_get_numpy', 'nprand_set_long_bits', 'nprand_part', 'nprand_set_runner',
           'Work space', 'NumPy\'s C interface']),
    Group('text', None, 'States as text',
          'The state of a generator as JSON, which Python reads and writes.', NUMPY,
          ['State as text']),
    Group('tools', None, 'States of other tools',
          'The state of std::mt19937, R, MATLAB, Octave, PyTorch and GSL, in and out.', NUMPY,
          ['States of other tools']),
    Group('recover', None, 'State from outputs',
          'The generator that drew given words or doubles.', NUMPY,
          ['State from outputs']),
    Group('errors', None, 'Errors',
          'The statuses of calls, their texts, and the value of a refused draw.', NUMPY,
          ['Status', 'NPRAND_INVALID']),
    Group('python', None, 'Python\'s random',
          'The module random of CPython, on the same generator.', PYTHON, ['head']),
    Group('python_seeding', 'python', 'Python\'s random: seeding and releases',
          'Seed a generator as random.seed(), and choose a release of CPython.', PYTHON,
          ['Seeding', 'Release', 'nprand_py_seed() by the type of the seed']),
    Group('python_integers', 'python', 'Python\'s random: bits and integers',
          'getrandbits, randbytes, randrange and randint.', PYTHON, ['Bits', 'Integers']),
    Group('python_sequences', 'python', 'Python\'s random: sequences',
          'choice, choices, shuffle and sample.', PYTHON, ['Sequences']),
    Group('python_distributions', 'python', 'Python\'s random: distributions',
          'random, uniform, gauss and the other distributions.', PYTHON, ['Doubles', 'Discrete']),
    Group('lapack', None, 'LAPACK',
          'multivariate_normal, in a library of its own.', LAPACK, ['head', '']),
    Group('threads', None, 'Threads',
          'A runner of large fills by OpenMP, in a library of its own.', THREADS, ['head', '']),
    Group('cpp', None, 'C++ class',
          'RandomState, SeedSequence and the exceptions of nprand.hpp.', CPP, ['head']),
]
