/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The parameters of the methods. tests/cli/manners.sh tries each bound.
 */
#include "explained.h"

#define ANY      "any number"
#define POSITIVE "> 0"
#define NOT_LESS ">= 0"
#define SHARE    ">= 0, <= 1; the probability of a success"
#define DEGREES  "> 0; degrees of freedom"
#define POWER_OF_TWO \
    "the number varies; the same for all values where the size of the range is a power of two"

const struct explanation explanations[METHODS] = {
    [METHOD_random_sample] = {.example = "3"},
    [METHOD_random] = {.example = "3"},
    [METHOD_rand] = {.example = "2 3", .numpy = "rand(d0, d1, ...)"},
    [METHOD_uniform] = {.domains = {ANY, ANY "; high - low must be finite"}, .example = "-1 1 3"},
    [METHOD_standard_normal] = {.example = "3"},
    [METHOD_randn] = {.example = "2 3", .numpy = "randn(d0, d1, ...)"},
    [METHOD_normal] = {.domains = {ANY "; the mean", NOT_LESS "; the standard deviation"},
                       .example = "10 2 3"},
    [METHOD_standard_exponential] = {.example = "3"},
    [METHOD_exponential] = {.domains = {NOT_LESS "; the mean"}, .example = "5 3"},
    [METHOD_standard_gamma] = {.domains = {NOT_LESS}, .example = "2.5 3"},
    [METHOD_gamma] = {.domains = {NOT_LESS, NOT_LESS}, .example = "2.5 2 3"},
    [METHOD_beta] = {.domains = {POSITIVE, POSITIVE}, .example = "2 3 3"},
    [METHOD_chisquare] = {.domains = {DEGREES}, .example = "4 3"},
    [METHOD_noncentral_chisquare] = {.domains = {DEGREES, NOT_LESS "; noncentrality"},
                                     .example = "4 1.5 3"},
    [METHOD_f] = {.domains = {DEGREES, DEGREES}, .example = "3 10 3"},
    [METHOD_noncentral_f] = {.domains = {DEGREES, DEGREES, NOT_LESS "; noncentrality"},
                             .example = "3 10 1.5 3"},
    [METHOD_standard_t] = {.domains = {DEGREES}, .example = "4 3"},
    [METHOD_standard_cauchy] = {.example = "3"},
    [METHOD_lognormal] = {.domains = {ANY "; the mean of the logarithm",
                                      NOT_LESS "; the standard deviation of the logarithm"},
                          .example = "0 .5 3"},
    [METHOD_laplace] = {.domains = {ANY "; the mean", NOT_LESS}, .example = "10 2 3"},
    [METHOD_logistic] = {.domains = {ANY "; the mean", NOT_LESS}, .example = "10 2 3"},
    [METHOD_gumbel] = {.domains = {ANY "; the mode", NOT_LESS}, .example = "10 2 3"},
    [METHOD_pareto] = {.domains = {POSITIVE "; the shape"}, .example = "3 3"},
    [METHOD_power] = {.domains = {POSITIVE "; the exponent + 1"}, .example = "3 3"},
    [METHOD_weibull] = {.domains = {NOT_LESS "; the shape"}, .example = "1.5 3"},
    [METHOD_rayleigh] = {.domains = {NOT_LESS "; the mode"}, .example = "2 3"},
    [METHOD_triangular] = {.domains = {ANY "; at most mode, and below right", "from left to right",
                                       ANY "; at least mode, and above left"},
                           .example = "0 1 3 3"},
    [METHOD_vonmises] = {.domains = {ANY "; the mode, in radians", NOT_LESS "; the concentration"},
                         .example = "0 4 3"},
    [METHOD_wald] = {.domains = {POSITIVE, POSITIVE "; the shape"}, .example = "1 2 3"},
    [METHOD_randint] =
        {.domains = {"an integer of the dtype; the least value, or with one argument high",
                     "an integer above low"},
         .example = "0 10 3",
         .numpy = "randint(low, high=None, size=None, dtype=int)",
         .result = "int64, or the type of --dtype",
         .words = POWER_OF_TWO},
    [METHOD_random_integers] =
        {.domains = {"an integer; the least value, or with one argument (>= 1) high",
                     "an integer, not below low; the greatest value"},
         .example = "1 6 3",
         .words = POWER_OF_TWO},
    [METHOD_tomaxint] = {.example = "3", .numpy = "RandomState(0).tomaxint(size=None)"},
    [METHOD_poisson] = {.domains = {">= 0, <= 9.223372006484771e18; the mean"}, .example = "5 3"},
    [METHOD_binomial] = {.domains = {NOT_LESS "; an integer, the number of trials", SHARE},
                         .example = "10 .5 3"},
    [METHOD_negative_binomial] = {.domains = {POSITIVE "; the number of successes", SHARE},
                                  .example = "3 .5 3"},
    [METHOD_geometric] = {.domains = {"> 0, <= 1; the probability of a success"},
                          .example = ".2 3"},
    [METHOD_hypergeometric] = {.domains = {NOT_LESS "; an integer, how many are good",
                                           NOT_LESS "; an integer, how many are bad",
                                           ">= 1; an integer, not above ngood + nbad"},
                               .example = "15 15 8 3"},
    [METHOD_logseries] = {.domains = {">= 0, < 1"}, .example = ".6 3"},
    [METHOD_zipf] = {.domains = {"> 1; the exponent"}, .example = "2 3"},
    [METHOD_multinomial] =
        {.domains = {NOT_LESS "; an integer, the number of trials",
                     ">= 0, <= 1; each one a probability; all but the last add up to 1, or "
                     "less"},
         .example = "20 .2,.3,.5 3",
         .result = "int64, a row of as many counts as pvals has numbers"},
    [METHOD_dirichlet] = {.domains = {POSITIVE "; each one a concentration"},
                          .example = "1,2,3 3",
                          .result = "float64, a row of as many shares as alpha has numbers"},
    [METHOD_shuffle] = {.domains = {"numbers or words, each an argument, or one list"},
                        .example = "1 2 3 4",
                        .result = "int64, float64 or str, the elements in another order"},
    [METHOD_permutation] =
        {.domains = {"numbers or words, each an argument, or one list; one integer is the number "
                     "of integers"},
         .example = "10",
         .numpy = "permutation(x)",
         .result = "int64, float64 or str, as many as there are elements, or x"},
    [METHOD_choice] =
        {.domains = {">= 1; an integer, the size of the population; or a list of "
                     "numbers or words"},
         .example = "5 3",
         .result = "int64; of a list int64, float64 or str",
         .numpy = "choice(a, size=None, replace=True, p=None)",
         .words =
             "with --no-replace the number varies; with --p alone, 2; with neither, " POWER_OF_TWO},
    [METHOD_bytes] = {.domains = {NOT_LESS "; an integer, how many bytes"},
                      .example = "8",
                      .result = "bytes",
                      .words = "1 for 4 bytes, and at least 1"},
    [METHOD_random_raw] = {.example = "3",
                           .numpy = "RandomState(0)._bit_generator.random_raw(size=None)",
                           .result = "uint64, as in NumPy, of 32 bits"},
    [METHOD_multivariate_normal] =
        {.domains =
             {"numbers; each one a mean",
              "numbers, row by row, as many rows and columns as mean has numbers; the covariances"},
         .example = "0,1 2,.5,.5,1 3",
         .result = "float64, a row of as many values as mean has numbers"},
};
