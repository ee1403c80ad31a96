# SPDX-License-Identifier: BSD-3-Clause
"""The manual pages of section 3 that make.py makes, and what stands on each of them.

No page is made of the comments and functions that UNUSED names.

Each page has
  name      the name of the page, first in its list of names;
  about     what the page is about, in a few words;
  header    the header that declares its functions;
  parts     what the header says, in the order of the page: "head" for the comment at its head; the
            title of a section, for all of it; the first function, type or macro below a comment; or
            "title of a section, intro N" for the Nth comment without a declaration in that section;
  related   other pages to see;
  phrases   words of the header that need others on a page of their own.
"""
import collections

Page = collections.namedtuple('Page', 'name about header parts related phrases')


def page(name, about, header, parts, related=(), phrases=()):
    return Page(name, about, header, list(parts), list(related), dict(phrases))


# The date in the pages: when their text was last worked over.
DATE = 'November 30, 2026'

# Words of the header that need others wherever they stand.
PHRASES = {'In this section,': 'On this page,'}

NOTES_CONTINUOUS = 'Other continuous distributions, intro 1'
NOTES_DISCRETE = 'Other discrete distributions, intro 1'

PAGES = [
    page('nprand', 'NumPy\'s RandomState in C, bit for bit', 'nprand.h',
         ['head', 'NPRAND_VERSION_MAJOR', 'NPRAND_API', 'NPRAND_NODISCARD', 'nprand_version'],
         ['nprand_multivariate_normal', 'nprand_python', 'nprand_threads']),
    page('nprand_status', 'result of a call, and its text', 'nprand.h',
         ['nprand_status', 'nprand_strerror']),
    page('nprand_backend', 'code for each kind of CPU', 'nprand.h',
         ['nprand_backend', 'nprand_set_backend'],
         ['nprand_set_numpy']),
    page('nprand_rng', 'generator', 'nprand.h',
         ['nprand_rng', 'NPRAND_RNG_SIZE', 'nprand_rng_size'],
         ['nprand_seed', 'nprand_state']),
    page('nprand_seed', 'seed a generator', 'nprand.h',
         ['nprand_seed', 'nprand_seed_array', 'nprand_seed_os', 'nprand_seed_r',
          'nprand_seed_matlab', 'nprand_seed_gsl', 'Seeds by their type'],
         ['nprand_py_seed', 'nprand_rng', 'nprand_seed_seq', 'nprand_set_numpy', 'nprand_state'],
         {'the end of this header explains it': '"Seeds by their type" below explains it'}),
    page('nprand_set_numpy', 'release of NumPy that a generator reproduces', 'nprand.h',
         ['nprand_set_numpy', 'nprand_set_numpy_patch', 'nprand_get_numpy',
          'nprand_set_long_bits'], ['nprand_backend', 'nprand_seed']),
    page('nprand_set_runner', 'large fills on several threads', 'nprand.h',
         ['nprand_part', 'nprand_set_runner'], ['nprand_advance', 'nprand_threads']),
    page('nprand_advance', 'skip words of a stream, and go back', 'nprand.h',
         ['nprand_advance', 'nprand_rewind', 'nprand_jumped'],
         ['nprand_recover', 'nprand_seed_seq', 'nprand_state']),
    page('nprand_work', 'work space', 'nprand.h', ['Work space'],
         ['nprand_choice', 'nprand_multivariate_normal', 'nprand_py_choice', 'nprand_recover']),
    page('nprand_state', 'get and set the state of a generator', 'nprand.h', ['State'],
         ['nprand_advance', 'nprand_seed', 'nprand_state_json'],
         {'The text forms below do': 'The text forms of nprand_get_state_json() do'}),
    page('nprand_recover', 'state of a generator from its outputs', 'nprand.h',
         ['State from outputs'], ['nprand_advance', 'nprand_state', 'nprand_work']),
    page('nprand_state_json', 'states as text', 'nprand.h', ['State as text'],
         ['nprand_state', 'nprand_state_tools', 'nprand_python']),
    page('nprand_state_tools', 'states of other tools', 'nprand.h', ['States of other tools'],
         ['nprand_seed', 'nprand_state', 'nprand_state_json'],
         {'of this section': 'of this page', 'The sizes of the forms that follow':
          'The sizes of the forms'}),
    page('nprand_seed_seq', 'seed sequences for parallel streams', 'nprand.h', ['Seed sequences'],
         ['nprand_advance', 'nprand_seed'],
         {'of this section': 'of this page', 'the end of this header explains it':
          '"Seeds by their type" in nprand_seed(3) explains it'}),
    page('nprand_bitgen', 'generator for NumPy\'s functions in C', 'nprand.h',
         ['NumPy\'s C interface'], ['nprand_random_raw', 'nprand_random_sample']),
    page('nprand_random_raw', 'words and bytes', 'nprand.h', ['Words and bytes'],
         ['nprand_advance', 'nprand_bitgen', 'nprand_randint']),
    page('nprand_random_sample', 'uniform doubles', 'nprand.h', ['Uniform doubles'],
         ['nprand_normal', 'nprand_randint', 'nprand_random_raw']),
    page('nprand_normal', 'normal distribution', 'nprand.h', ['Normal'],
         ['nprand_lognormal', 'nprand_multivariate_normal', 'nprand_py_random']),
    page('nprand_exponential', 'exponential distribution, and others by inversion', 'nprand.h',
         [NOTES_CONTINUOUS, 'nprand_standard_exponential', 'nprand_exponential', 'nprand_laplace',
          'nprand_logistic', 'nprand_gumbel', 'nprand_pareto', 'nprand_power', 'nprand_weibull',
          'nprand_rayleigh', 'nprand_triangular'],
         ['nprand_gamma', 'nprand_lognormal', 'nprand_random_sample']),
    page('nprand_gamma', 'gamma distribution, and others made of gammas', 'nprand.h',
         [NOTES_CONTINUOUS, 'nprand_standard_gamma', 'nprand_gamma', 'nprand_beta',
          'nprand_chisquare', 'nprand_noncentral_chisquare', 'nprand_f', 'nprand_noncentral_f',
          'nprand_standard_t'],
         ['nprand_exponential', 'nprand_multinomial', 'nprand_poisson']),
    page('nprand_lognormal', 'distributions made of normals', 'nprand.h',
         [NOTES_CONTINUOUS, 'nprand_lognormal', 'nprand_standard_cauchy', 'nprand_wald'],
         ['nprand_gamma', 'nprand_normal']),
    page('nprand_vonmises', 'von Mises distribution of angles', 'nprand.h',
         [NOTES_CONTINUOUS, 'nprand_vonmises'], ['nprand_normal', 'nprand_py_random']),
    page('nprand_randint', 'uniform integers', 'nprand.h', ['Integers'],
         ['nprand_choice', 'nprand_py_randint', 'nprand_random_raw']),
    page('nprand_binomial', 'numbers of successes and of trials', 'nprand.h',
         [NOTES_DISCRETE, 'nprand_binomial', 'nprand_negative_binomial', 'nprand_geometric',
          'nprand_hypergeometric'],
         ['nprand_multinomial', 'nprand_poisson', 'nprand_py_binomialvariate']),
    page('nprand_poisson', 'Poisson distribution, and series', 'nprand.h',
         [NOTES_DISCRETE, 'nprand_poisson', 'nprand_logseries', 'nprand_zipf'],
         ['nprand_binomial', 'nprand_exponential']),
    page('nprand_multinomial', 'counts and shares of categories', 'nprand.h',
         ['Multivariate distributions'], ['nprand_binomial', 'nprand_gamma',
                                          'nprand_multivariate_normal']),
    page('nprand_permutation', 'shuffle and permute', 'nprand.h',
         ['nprand_shuffle', 'nprand_shuffle_strided', 'nprand_permutation',
          'nprand_permutation_array'],
         ['nprand_choice', 'nprand_py_choice']),
    page('nprand_choice', 'samples of a population', 'nprand.h',
         ['Permutations and samples, intro 1', 'nprand_choice', 'nprand_choice_p',
          'nprand_choice_p_float', 'nprand_choice_no_replace_fill',
          'nprand_choice_no_replace_p_fill', 'nprand_choice_p_work_size',
          'nprand_choice_no_replace_work_size', 'nprand_choice_no_replace_p_work_size'],
         ['nprand_permutation', 'nprand_py_choice', 'nprand_work']),
    page('nprand_multivariate_normal', 'correlated normals', 'nprand_lapack.h',
         ['head', 'nprand_check_valid', 'NPRAND_MULTIVARIATE_NORMAL_TOL',
          'nprand_multivariate_normal', 'nprand_multivariate_normal_work_size'],
         ['nprand_normal', 'nprand_work'],
         {'A refused call leaves generator and output unchanged.':
          'A call that is refused before the first draw leaves generator and output unchanged.'}),
    page('nprand_threads', 'large fills on several threads, by OpenMP', 'nprand_threads.h',
         ['head', 'nprand_set_threads'], ['nprand_set_runner']),
    page('nprand_python', 'CPython\'s random in C, bit for bit', 'nprand_python.h',
         ['head', 'Release'], ['nprand_py_seed', 'nprand_state', 'nprand_state_json']),
    page('nprand_py_seed', 'seed a generator as CPython does', 'nprand_python.h',
         ['Seeding', 'nprand_py_seed() by the type of the seed'],
         ['nprand_python', 'nprand_seed', 'nprand_seed_seq'],
         {'the end of this header explains it': '"nprand_py_seed() by the type of the seed" below '
                                                'explains it',
          'the end of nprand.h says more': '"Seeds by their type" in nprand_seed(3) says more'}),
    page('nprand_py_randint', 'bits, bytes and integers of CPython\'s random', 'nprand_python.h',
         ['Bits', 'Integers'], ['nprand_py_choice', 'nprand_python', 'nprand_randint']),
    page('nprand_py_choice', 'choices, shuffle and samples of CPython\'s random', 'nprand_python.h',
         ['Sequences'], ['nprand_choice', 'nprand_permutation', 'nprand_python', 'nprand_work']),
    page('nprand_py_random', 'doubles of CPython\'s random', 'nprand_python.h', ['Doubles'],
         ['nprand_normal', 'nprand_python', 'nprand_random_sample']),
    page('nprand_py_binomialvariate', 'discrete distribution of CPython\'s random',
         'nprand_python.h', ['Discrete'], ['nprand_binomial', 'nprand_python']),
]

# Declarations of no use to a program.
UNUSED = ['NPRAND_ALIGN_8']

# Text for a page that stands in no header: (title, text as in the comments of a header).
MORE = {'nprand': [
    ('Linking', """
A program includes nprand.h and links to the library nprand and to libm. pkg-config knows the flags:

    cc -o program program.c $(pkg-config --cflags --libs nprand)

For the static library add --static to the options of pkg-config. In meson the name is
dependency('nprand'). The functions of nprand_python.h are in the same library.
nprand_multivariate_normal(3) and nprand_threads(3) are in libraries of their own, which have the
pkg-config names nprand_lapack and nprand_threads.
"""),
    ('Threads', """
One generator serves one thread at a time. Several threads draw from generators of their own, which
are seeded by children of one seed sequence: nprand_seed_seq(3). They can also draw from parts of
one stream: nprand_advance(3). One large fill can use several threads, and gives the same values:
nprand_set_runner(3) and nprand_threads(3).
"""),
    ('States', """
nprand_state(3) copies the state of a stream from and to a struct, and nprand_state_json(3) from and
to text that Python reads and writes. A copy of an nprand_rng continues the stream on its own.
"""),
]}

# Sections at the end of a page: (title, text).
LAST = {'nprand': [
    ('STANDARDS', """
The headers need C99 or C++11. The numbers are those of NumPy's RandomState, which is frozen since
NumPy 1.17 of 2019.
"""),
    ('HISTORY', """
The engine is MT19937 of Matsumoto and Nishimura (1998), with their seeding of 2002.
"""),
]}
