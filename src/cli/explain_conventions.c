/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The list of conventions. The rows have been compared with numbers that the tool printed, here or on
 * a published page; those of MATLAB with published numbers alone.
 */
#include "explain_conventions.h"

#include "explain_seeds.h"

#include <stddef.h>
#include <string.h>

const struct seeding_calls seeding_calls[SEEDINGS] = {
    [SEED_NUMBER] = {"RandomState(seed), init_genrand()", "nprand_seed(&rng, {seed});",
                     "rng = np.random.RandomState({seed});"},
    [SEED_SEQUENCE] = {"MT19937(seed), SeedSequence",
                       "nprand_seed_seq_init(&seq, {seed}); nprand_seed_sequence(&rng, &seq);",
                       "bits = np.random.MT19937({seed});"},
    [SEED_R] = {"R's set.seed()", "nprand_seed_r(&rng, {seed});",
                "rng.set_state(('MT19937', key, 624)) with the key of set.seed({seed});"},
    [SEED_PHP_5] = {"PHP before 7.1", NULL, NULL},
    [SEED_LIST] = {"random.seed(int), RandomState([seed])", "nprand_py_seed(&rng, {seed});",
                   "random.seed({seed});"},
    [SEED_64] = {"mt19937_64", NULL, NULL},
    [SEED_TEXT] = {"random.seed(str)", "nprand_py_seed_str(&rng, \"{seed}\");",
                   "random.seed('{seed}');"},
    [SEED_TEXT_1] = {"random.seed(str), Python 2",
                     "nprand_py_seed_bytes(&rng, \"{seed}\", {length}, 1);",
                     "random.seed({b}'{seed}', version=1);"},
};

const struct seeding_calls large_calls[SEEDINGS] = {
    [SEED_SEQUENCE] = {"MT19937(seed), SeedSequence",
                       "nprand_seed_seq_init_text(&seq, \"{seed}\", {length}); "
                       "nprand_seed_sequence(&rng, &seq);",
                       "bits = np.random.MT19937({seed});"},
    [SEED_R] = {"R's set.seed()", "nprand_seed_r(&rng, {seed});",
                "rng.set_state(('MT19937', key, 624)) with the key of set.seed({seed});"},
    [SEED_LIST] = {"random.seed(int)", "nprand_py_seed_text(&rng, \"{seed}\", {length});",
                   "random.seed({seed});"},
    [SEED_64] = {"mt19937_64", NULL, NULL},
};

const struct seeding_calls list_calls[SEEDINGS] = {
    [SEED_NUMBER] = {"RandomState(list), init_by_array()",
                     "uint32_t key[] = {{seed}}; nprand_seed_array(&rng, key, {length});",
                     "rng = np.random.RandomState([{seed}]);"},
    [SEED_SEQUENCE] = {"MT19937(list), SeedSequence",
                       "uint32_t key[] = {{seed}}; "
                       "nprand_seed_seq_init_array(&seq, key, {length}, 4); "
                       "nprand_seed_sequence(&rng, &seq);",
                       "bits = np.random.MT19937([{seed}]);"},
};

#define WORDS(count, which)               .words = count, .lead = which
#define WORDS_SHIFTED(count, which, bits) .words = count, .lead = which, .shift = bits

/* A line of tools, up to the draw: RandomState([seed]) in C. */
#define C_OF_ARRAY "C: uint32_t key[] = {{word}}; nprand_seed_array(&rng, key, 1); "

const struct convention conventions[] = {
    /* ---- RandomState(seed), and all that seed with one number as it does ---- */
    {SEED_NUMBER, FORM_UNIT, .real = unit_53, WORDS(2, 0),
     .what = "a double of two words, the high one first (genrand_res53)",
     .c = "nprand_random_sample(&rng)", .python = "rng.random_sample()",
     .tools = "MATLAB: rng({nonzero}); rand\nRuby: Random.new({seed}).rand",
     .usual = {{5489, "MATLAB's rng(0) and rng default"}}},
    {SEED_NUMBER, FORM_UNIT, .real = unit_low_first, WORDS(2, 1),
     .what = "a double of two words, the low one first",
     .c = "low = nprand_random_raw(&rng); "
          "x = (nprand_random_raw(&rng) * 0x1p32 + low) * 0x1p-64",
     .python = "low, high = rng.randint(2**32, size=2, dtype=np.uint64); "
               "x = (int(high) << 32 | int(low)) / 2**64",
     .tools = "C++: std::mt19937 g({seed}); std::uniform_real_distribution<double>()(g), "
              "std::generate_canonical<double, 53>(g)",
     .usual = {{5489, "a std::mt19937 without a seed"}}},
    {SEED_NUMBER, FORM_UNIT, .real = unit_32, WORDS(1, 0),
     .what = "a double of one word: word / 2^32", .c = "nprand_random_raw(&rng) * 0x1p-32",
     .python = "rng.randint(2**32, dtype=np.uint64) / 2**32",
     .tools = "GSL: gsl_rng_set(r, {nonzero}); gsl_rng_uniform(r)\n"
              "Boost: boost::mt19937 g({seed}); boost::uniform_01<double>()(g), "
              "uniform_real_distribution<double>()(g)\n"
              "mt19937ar.c: init_genrand({seed}); genrand_real2()",
     .usual = {{4357, "GSL's seed 0"}}},
    {SEED_NUMBER, FORM_UNIT, .real = unit_32_closed, WORDS(1, 0),
     .what = "a double of one word on [0, 1]: word / (2^32 - 1)",
     .c = "nprand_random_raw(&rng) / 4294967295.0",
     .python = "rng.randint(2**32, dtype=np.uint64) / (2**32 - 1)",
     .tools = "mt19937ar.c: init_genrand({seed}); genrand_real1()"},
    {SEED_NUMBER, FORM_UNIT, .real = unit_32_open, WORDS(1, 0),
     .what = "a double of one word on (0, 1): (word + 0.5) / 2^32",
     .c = "(nprand_random_raw(&rng) + 0.5) * 0x1p-32",
     .python = "(rng.randint(2**32, dtype=np.uint64) + 0.5) / 2**32",
     .tools = "mt19937ar.c: init_genrand({seed}); genrand_real3()"},
    {SEED_NUMBER, FORM_UNIT, .real = unit_float, WORDS(1, 0),
     .what = "a float of one word: word / 2^32, rounded",
     .c = "(float)nprand_random_raw(&rng) * 0x1p-32f",
     .python = "np.float32(rng.randint(2**32, dtype=np.uint64)) * np.float32(2**-32)",
     .tools =
         "C++: std::mt19937 g({seed}); std::uniform_real_distribution<float>()(g), Boost's too",
     .usual = {{5489, "a std::mt19937 without a seed"}}},
    {SEED_NUMBER, FORM_UNIT, .real = unit_low_24, WORDS_SHIFTED(1, 0, 8),
     .what = "a float of the 24 lower bits of one word",
     .c = "(nprand_random_raw(&rng) & 0xffffff) * 0x1p-24f",
     .python = "(int(rng.randint(2**32, dtype=np.uint64)) & 0xffffff) / 2**24",
     .tools = "PyTorch: torch.manual_seed({seed}); torch.rand(), on the CPU"},
    {SEED_NUMBER, FORM_UNIT, .real = unit_low_53, WORDS_SHIFTED(2, 0, 11),
     .what = "a double of the 53 lower bits of two words, the high one first",
     .c = "high = nprand_random_raw(&rng); "
          "x = ((high << 32 | nprand_random_raw(&rng)) & 0x1fffffffffffff) * 0x1p-53",
     .python = "high, low = rng.randint(2**32, size=2, dtype=np.uint64); "
               "x = ((int(high) << 32 | int(low)) & 2**53 - 1) / 2**53",
     .tools = "PyTorch: torch.manual_seed({seed}); torch.rand(dtype=torch.double), on the CPU"},
    {SEED_NUMBER, FORM_NORMAL, .real = normal_numpy,
     .what = "a normal by the polar method, of doubles with the high word first",
     .c = "nprand_standard_normal(&rng)", .python = "rng.standard_normal(), rng.randn()"},
    {SEED_NUMBER, FORM_NORMAL, .real = normal_libstdcxx,
     .what = "a normal by the polar method, of doubles with the low word first",
     .tools = "C++: std::mt19937 g({seed}); std::normal_distribution<double>()(g) of libstdc++",
     .usual = {{5489, "a std::mt19937 without a seed"}}},
    {SEED_NUMBER, FORM_NORMAL, .real = normal_libcxx,
     .what =
         "a normal by the polar method, of doubles with the low word first; the first of a pair "
         "is the first coordinate",
     .tools = "C++: std::mt19937 g({seed}); std::normal_distribution<double>()(g) of libc++",
     .usual = {{5489, "a std::mt19937 without a seed"}}},
    {SEED_NUMBER, FORM_NORMAL, .real = normal_gsl,
     .what = "a normal by the polar method, of doubles of one word; no second one is kept",
     .tools = "GSL: gsl_rng_set(r, {nonzero}); gsl_ran_gaussian(r, 1)",
     .usual = {{4357, "GSL's seed 0"}}},
    {SEED_NUMBER, FORM_NORMAL, .real = normal_torch,
     .what = "a normal by Box and Muller's method, of doubles of 53 lower bits",
     .tools = "PyTorch: torch.manual_seed({seed}); torch.randn() of fewer than 16, on the CPU"},
    {SEED_NUMBER, FORM_NORMAL, .real = normal_torch_of_16, .slack = 1e-6,
     .what = "a normal by Box and Muller's method, 16 floats at a time",
     .tools = "PyTorch: torch.manual_seed({seed}); torch.randn() of 16 or more, on the CPU"},
    {SEED_NUMBER, FORM_BITS, .bits = bits_32, .bit_count = 32, WORDS(1, 0), .what = "the words",
     .c = "nprand_random_raw(&rng)", .python = "rng.randint(2**32, dtype=np.uint64)",
     .tools = "C++: std::mt19937 g({seed}); g()\nGSL: gsl_rng_set(r, {nonzero}); gsl_rng_get(r)\n"
              "mt19937ar.c: init_genrand({seed}); genrand_int32()",
     .usual = {{5489, "a std::mt19937 without a seed"}, {4357, "GSL's seed 0"}}},
    {SEED_NUMBER, FORM_BITS, .bits = bits_31, .bit_count = 31, WORDS(1, 0),
     .what = "the 31 upper bits of the words", .c = "nprand_random_raw(&rng) >> 1",
     .python = "int(rng.randint(2**32, dtype=np.uint64)) >> 1",
     .tools = "PHP 7.1 and later: mt_srand({seed}); mt_rand()\n"
              "mt19937ar.c: init_genrand({seed}); genrand_int31()"},
    {SEED_NUMBER, FORM_BITS, .bits = bits_64, .bit_count = 64, WORDS(2, 0),
     .what = "64 bits of two words, the high one first",
     .c = "nprand_randint_uint64_endpoint(&rng, 0, UINT64_MAX)",
     .python = "rng.randint(2**64, dtype=np.uint64)"},
    {SEED_NUMBER, FORM_BITS, .bits = bits_63, .bit_count = 63, WORDS(2, 0),
     .what = "63 bits of two words, the high one first", .c = "nprand_tomaxint(&rng)",
     .python = "rng.tomaxint()"},
    {SEED_NUMBER, FORM_MASKED, .part = part_32, .bit_count = 32, .below = below_masked,
     .what = "integers of the lower bits of a word, refused if they are too large",
     .c = "nprand_randint(&rng, {low}, {high})", .python = "rng.randint({low}, {high})",
     .tools =
         "Ruby: Random.new({seed}).rand({low}..{last})\n"
         "C++: std::mt19937 g({seed}); std::uniform_int_distribution<int>({low}, {last})(g) of "
         "libc++"},
    {SEED_NUMBER, FORM_MASKED, .part = part_16, .bit_count = 16, .below = below_masked_16,
     .what = "integers of the lower bits of half a word",
     .c = "nprand_randint_{type16}_fill(&rng, {low}, {high}, n, out)",
     .python = "rng.randint({low}, {high}, size=n, dtype=np.{type16})"},
    {SEED_NUMBER, FORM_MASKED, .part = part_8, .bit_count = 8, .below = below_masked_8,
     .what = "integers of the lower bits of a byte of a word",
     .c = "nprand_randint_{type8}_fill(&rng, {low}, {high}, n, out)",
     .python = "rng.randint({low}, {high}, size=n, dtype=np.{type8})"},
    {SEED_NUMBER, FORM_MASKED, .part = part_1, .bit_count = 1, .below = below_masked_1,
     .what = "the bits of words", .c = "nprand_randint_bool_fill(&rng, {low}, {high}, n, out)",
     .python = "rng.randint({low}, {high}, size=n, dtype=bool)"},
    {SEED_NUMBER, FORM_SCALED, .real = unit_32, .below = below_multiplied,
     .what = "integers by Lemire's method: (word * n) >> 32",
     .tools =
         "C++: std::mt19937 g({seed}); std::uniform_int_distribution<int>({low}, {last})(g) of "
         "libstdc++ since GCC 11",
     .usual = {{5489, "a std::mt19937 without a seed"}}},
    {SEED_NUMBER, FORM_SCALED, .real = unit_32, .below = below_divided,
     .what = "integers by division: word / ((2^32 - 1) / n)",
     .tools = "GSL: gsl_rng_set(r, {nonzero}); {plus}gsl_rng_uniform_int(r, {n})\n"
              "Boost: boost::mt19937 g({seed}); boost::uniform_int_distribution<int>({low}, "
              "{last})(g), n no power of 2",
     .usual = {{4357, "GSL's seed 0"}}},
    {SEED_NUMBER, FORM_SCALED, .real = unit_53, .below = below_unit_53,
     .what = "integers floor(u * n) of doubles, the high word first",
     .c = "{plus}(int)(nprand_random_sample(&rng) * {n})",
     .python = "{plus}int(rng.random_sample() * {n})",
     .tools = "MATLAB: rng({nonzero}); randi([{low} {last}])",
     .usual = {{5489, "MATLAB's rng(0) and rng default"}}},
    {SEED_NUMBER, FORM_REMAINDER, .below = below_remainder,
     .what = "integers by the remainder of a word: word % n",
     .c = "{plus}(int64_t)(nprand_random_raw(&rng) % {n})",
     .python = "{plus}int(rng.randint(2**32, dtype=np.uint64)) % {n}",
     .tools = "PHP 7.1 and later: mt_srand({seed}); mt_rand({low}, {last}), rand({low}, {last})\n"
              "PyTorch: torch.manual_seed({seed}); torch.randint({low}, {high}, (k,)), on the CPU"},
    {SEED_NUMBER, FORM_SHUFFLE, .below = below_masked,
     .what = "a shuffle from the end, by lower bits of words",
     .c = "nprand_shuffle(&rng, base, {n}, sizeof *base); /* base: {low} to {last} */",
     .python = "{plus}rng.permutation({n})",
     .tools = "Ruby: ({low}...{high}).to_a.shuffle(random: Random.new({seed}))"},
    {SEED_NUMBER, FORM_SHUFFLE, .below = below_remainder,
     .what = "a shuffle from the end, by remainders of words",
     .tools = "PHP 7.1 and later: mt_srand({seed}); $a = range({low}, {last}); shuffle($a)"},
    /* ---- MT19937(seed), by SeedSequence ---- */
    {SEED_SEQUENCE, FORM_UNIT, .real = unit_53, WORDS(2, 0),
     .what = "a double of two words, the high one first", .c = "nprand_random_sample(&rng)",
     .python = "np.random.Generator(bits).random(), np.random.RandomState(bits).random_sample()"},
    {SEED_SEQUENCE, FORM_UNIT, .real = unit_high_24, WORDS(1, 0),
     .what = "a float of the 24 upper bits of one word",
     .c = "(nprand_random_raw(&rng) >> 8) * 0x1p-24f",
     .python = "np.random.Generator(bits).random(dtype=np.float32)"},
    {SEED_SEQUENCE, FORM_NORMAL, .real = normal_numpy, .what = "a normal by the polar method",
     .c = "nprand_standard_normal(&rng)",
     .python = "rng = np.random.RandomState(bits); rng.standard_normal()"},
    {SEED_SEQUENCE, FORM_BITS, .bits = bits_32, .bit_count = 32, WORDS(1, 0), .what = "the words",
     .c = "nprand_random_raw(&rng)", .python = "bits.random_raw()"},
    {SEED_SEQUENCE, FORM_SCALED, .real = unit_32, .below = below_multiplied,
     .what = "integers by Lemire's method: (word * n) >> 32",
     .python = "np.random.Generator(bits).integers({low}, {high})"},
    {SEED_SEQUENCE, FORM_MASKED, .part = part_32, .bit_count = 32, .below = below_masked,
     .what = "integers of the lower bits of a word, refused if they are too large",
     .c = "nprand_randint(&rng, {low}, {high})",
     .python = "np.random.RandomState(bits).randint({low}, {high})"},
    {SEED_SEQUENCE, FORM_SHUFFLE, .below = below_masked,
     .what = "a shuffle from the end, by lower bits of words",
     .c = "nprand_shuffle(&rng, base, {n}, sizeof *base); /* base: {low} to {last} */",
     .python = "{plus}np.random.Generator(bits).permutation({n})"},
    /* ---- R ---- */
    {SEED_R, FORM_UNIT, .real = unit_32, WORDS(1, 0), .what = "a double of one word: word / 2^32",
     .c = "nprand_random_raw(&rng) * 0x1p-32",
     .python = "rng.randint(2**32, dtype=np.uint64) / 2**32",
     .tools = "R: set.seed({seed}); runif(1)"},
    {SEED_R, FORM_PROBABILITY, .real = normal_r_probability, WORDS(2, 0),
     .what = "a normal by inversion, of two words", .tools = "R: set.seed({seed}); rnorm(1)"},
    {SEED_R, FORM_MASKED, .part = part_upper, .bit_count = 15, .below = below_r,
     .what = "integers of bits of the upper half of a word, refused if they are too large",
     .tools = "R 3.6 and later: set.seed({seed}); sample({low}:{last}, k, replace = TRUE)"},
    {SEED_R, FORM_SCALED, .real = unit_32, .below = below_unit_32,
     .what = "integers floor(u * n) of doubles of one word",
     .tools = "R before 3.6, or sample.kind = \"Rounding\": set.seed({seed}); sample({low}:{last}, "
              "k, replace = TRUE)"},
    /* ---- PHP before 7.1 ---- */
    {SEED_PHP_5, FORM_BITS, .bits = bits_31, .bit_count = 31, WORDS(1, 0),
     .what = "the 31 upper bits of words of a twist that is not MT19937's",
     .tools = "PHP before 7.1: mt_srand({seed}); mt_rand(), and mt_srand({seed}, MT_RAND_PHP)"},
    {SEED_PHP_5, FORM_SCALED, .real = unit_31, .below = below_unit_31,
     .what = "integers floor(u * n) of 31 bits of words of a twist that is not MT19937's",
     .tools = "PHP before 7.1: mt_srand({seed}); mt_rand({low}, {last})"},
    /* ---- Python's random, and RandomState([seed]) ---- */
    {SEED_LIST, FORM_UNIT, .real = unit_53, WORDS(2, 0),
     .what = "a double of two words, the high one first", .c = "nprand_py_random(&rng)",
     .python = "random.random()",
     .tools = "NumPy: np.random.RandomState([{word}]).random_sample()\n" C_OF_ARRAY
              "nprand_random_sample(&rng)\n"
              "Octave: rand(\"twister\", {word}); rand"},
    {SEED_LIST, FORM_NORMAL, .real = normal_python, .what = "a normal by Box and Muller's method",
     .c = "nprand_py_gauss(&rng, 0, 1)", .python = "random.gauss(0, 1)"},
    {SEED_LIST, FORM_NORMAL, .real = normal_python_ratio,
     .what = "a normal by Kinderman and Monahan's method",
     .c = "nprand_py_normalvariate(&rng, 0, 1)", .python = "random.normalvariate(0, 1)"},
    {SEED_LIST, FORM_NORMAL, .real = normal_numpy, .what = "a normal by the polar method",
     .tools = "NumPy: np.random.RandomState([{word}]).standard_normal()\n" C_OF_ARRAY
              "nprand_standard_normal(&rng)"},
    {SEED_LIST, FORM_BITS, .bits = bits_32, .bit_count = 32, WORDS(1, 0), .what = "the words",
     .c = "nprand_py_getrandbits(&rng, 32)", .python = "random.getrandbits(32)"},
    {SEED_LIST, FORM_BITS, .bits = bits_64_low_first, .bit_count = 64, WORDS(2, 1),
     .what = "64 bits of two words, the low one first", .c = "nprand_py_getrandbits(&rng, 64)",
     .python = "random.getrandbits(64)"},
    {SEED_LIST, FORM_SHIFTED, .part = part_32, .bit_count = 32, .below = below_shifted,
     .what = "integers of the upper bits of a word, refused if they are too large",
     .c = "nprand_py_randrange(&rng, {low}, {high}, 1)",
     .python = "random.randrange({low}, {high})"},
    {SEED_LIST, FORM_SCALED, .real = unit_53, .below = below_unit_53,
     .what = "integers floor(u * n) of doubles", .c = "{plus}(int)(nprand_py_random(&rng) * {n})",
     .python = "{plus}int(random.random() * {n}), as random.choices()",
     .tools = "Python 2: random.seed({seed}); random.randrange({low}, {high})\n"
              "Octave: rand(\"twister\", {word}); randi([{low} {last}])"},
    {SEED_LIST, FORM_MASKED, .part = part_32, .bit_count = 32, .below = below_masked,
     .what = "integers of the lower bits of a word, refused if they are too large",
     .tools = "NumPy: np.random.RandomState([{word}]).randint({low}, {high})\n" C_OF_ARRAY
              "nprand_randint(&rng, {low}, {high})"},
    {SEED_LIST, FORM_SHUFFLE, .below = below_shifted,
     .what = "a shuffle from the end, by upper bits of words",
     .c = "nprand_py_shuffle(&rng, base, {n}, sizeof *base); /* base: {low} to {last} */",
     .python = "x = list(range({low}, {high})); random.shuffle(x)"},
    {SEED_LIST, FORM_SHUFFLE, .below = below_unit_53,
     .what = "a shuffle from the end, by floor(u * n) of doubles",
     .tools = "Python 2: random.seed({seed}); x = list(range({low}, {high})); random.shuffle(x)"},
    {SEED_LIST, FORM_SHUFFLE, .below = below_masked,
     .what = "a shuffle from the end, by lower bits of words",
     .tools = "NumPy: {plus}np.random.RandomState([{word}]).permutation({n})\n" C_OF_ARRAY
              "nprand_shuffle(&rng, base, {n}, sizeof *base); /* base: {low} to {last} */"},
    /* ---- std::mt19937_64 ---- */
    {SEED_64, FORM_BITS, .bits = bits_64, .bit_count = 64, WORDS(2, 0),
     .what = "the words of 64 bits", .tools = "C++: std::mt19937_64 g({seed}); g()",
     .usual = {{5489, "a std::mt19937_64 without a seed"}}},
    {SEED_64, FORM_UNIT, .real = unit_64, WORDS(2, 0), .what = "a double of one word: word / 2^64",
     .tools = "C++: std::mt19937_64 g({seed}); std::uniform_real_distribution<double>()(g)",
     .usual = {{5489, "a std::mt19937_64 without a seed"}}},
    {SEED_64, FORM_NORMAL, .real = normal_libstdcxx_64, .what = "a normal by the polar method",
     .tools = "C++: std::mt19937_64 g({seed}); std::normal_distribution<double>()(g) of libstdc++",
     .usual = {{5489, "a std::mt19937_64 without a seed"}}},
    /* ---- Python's random, seeded by a text ---- */
    {SEED_TEXT, FORM_UNIT, .real = unit_53, WORDS(2, 0),
     .what = "a double of two words, the high one first", .c = "nprand_py_random(&rng)",
     .python = "random.random()"},
    {SEED_TEXT, FORM_NORMAL, .real = normal_python, .what = "a normal by Box and Muller's method",
     .c = "nprand_py_gauss(&rng, 0, 1)", .python = "random.gauss(0, 1)"},
    {SEED_TEXT, FORM_SHIFTED, .part = part_32, .bit_count = 32, .below = below_shifted,
     .what = "integers of the upper bits of a word, refused if they are too large",
     .c = "nprand_py_randrange(&rng, {low}, {high}, 1)",
     .python = "random.randrange({low}, {high})"},
    {SEED_TEXT, FORM_BITS, .bits = bits_32, .bit_count = 32, WORDS(1, 0), .what = "the words",
     .c = "nprand_py_getrandbits(&rng, 32)", .python = "random.getrandbits(32)"},
    {SEED_TEXT_1, FORM_UNIT, .real = unit_53, WORDS(2, 0),
     .what = "a double of two words, the high one first", .c = "nprand_py_random(&rng)",
     .python = "random.random()", .tools = "Python 2: random.seed('{seed}'); random.random()"},
    {SEED_TEXT_1, FORM_NORMAL, .real = normal_python, .what = "a normal by Box and Muller's method",
     .c = "nprand_py_gauss(&rng, 0, 1)", .python = "random.gauss(0, 1)",
     .tools = "Python 2: random.seed('{seed}'); random.gauss(0, 1)"},
    {SEED_TEXT_1, FORM_SCALED, .real = unit_53, .below = below_unit_53,
     .what = "integers floor(u * n) of doubles",
     .tools = "Python 2: random.seed('{seed}'); random.randrange({low}, {high})"},
    {SEED_TEXT_1, FORM_SHIFTED, .part = part_32, .bit_count = 32, .below = below_shifted,
     .what = "integers of the upper bits of a word, refused if they are too large",
     .c = "nprand_py_randrange(&rng, {low}, {high}, 1)",
     .python = "random.randrange({low}, {high})"},
};

const int convention_count = sizeof conventions / sizeof *conventions;

/* ---- What a seed is for ---- */

static bool is_word(const struct seed *seed)
{
    return seed->is_number && seed->number <= UINT32_MAX;
}

const struct seeding_calls *calls_of(enum seeding seeding, const struct seed *seed)
{
    if (seeding >= SEED_TEXT || is_word(seed))
        return &seeding_calls[seeding];
    return seed->is_list ? &list_calls[seeding] : &large_calls[seeding];
}

static bool has_field(const char *line, const char *field)
{
    const char *place = strstr(line, field);
    return place != NULL && place < line + strcspn(line, "\n");
}

/* MATLAB and GSL take another seed in place of 0. Octave and RandomState([seed]) take words. */
bool is_line_for(enum seeding seeding, const struct seed *seed, const char *line)
{
    if (seeding >= SEED_TEXT)
        return true;
    if (seed->is_list || (has_field(line, "{word}") && !is_word(seed)))
        return false;
    return seed->number != 0 || !has_field(line, "{nonzero}");
}

bool has_call(const struct convention *how, const struct seed *seed)
{
    if (how->python != NULL && calls_of(how->seeding, seed)->python != NULL)
        return true;
    for (const char *line = how->tools; line != NULL; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (is_line_for(how->seeding, seed, line))
            return true;
    }
    return false;
}
