/* SPDX-License-Identifier: BSD-3-Clause
 *
 * version, strerror: the version of the library, and the text of a status. The text of NumPy or
 * CPython where they raise an error.
 */
#include "../engine/engine.h"

#define STATUS_STRING(number) #number
#define STATUS_VERSION(major, minor, patch) \
    STATUS_STRING(major) "." STATUS_STRING(minor) "." STATUS_STRING(patch)

const char *nprand_version(void)
{
    return STATUS_VERSION(NPRAND_VERSION_MAJOR, NPRAND_VERSION_MINOR, NPRAND_VERSION_PATCH);
}

#undef STATUS_STRING
#undef STATUS_VERSION

static const struct {
    nprand_status status;
    const char *words;
} status_words[] = {
    {NPRAND_OK, "no error"},
    {NPRAND_NULL_POINTER, "pointer is NULL"},
    {NPRAND_NOT_SEEDED, "generator was never seeded"},
    {NPRAND_TOO_LARGE, "array is too big"},
    {NPRAND_NO_ENTROPY, "the operating system gave no entropy"},
    {NPRAND_BAD_SEED, "Seed must be between 0 and 2**32 - 1"},
    {NPRAND_EMPTY_SEED, "Seed must be non-empty"},
    {NPRAND_BAD_POS, "state pos must be between 0 and 624"},
    {NPRAND_ZERO_KEY, "state key must not be all zero"},
    {NPRAND_UNKNOWN_RELEASE, "NumPy release must be one of 1.7 to 1.26 and 2.0 to 2.5"},
    {NPRAND_RANGE_NOT_FINITE, "Range exceeds valid bounds"},
    {NPRAND_NEGATIVE_SCALE, "scale < 0"},
    {NPRAND_HIGH_NOT_POSITIVE, "high <= 0"},
    {NPRAND_LOW_NOT_BELOW_HIGH, "low >= high"},
    {NPRAND_LOW_OUTSIDE_BOOL, "low is out of bounds for bool"},
    {NPRAND_LOW_OUTSIDE_INT8, "low is out of bounds for int8"},
    {NPRAND_LOW_OUTSIDE_INT16, "low is out of bounds for int16"},
    {NPRAND_LOW_OUTSIDE_INT32, "low is out of bounds for int32"},
    {NPRAND_LOW_OUTSIDE_UINT8, "low is out of bounds for uint8"},
    {NPRAND_LOW_OUTSIDE_UINT16, "low is out of bounds for uint16"},
    {NPRAND_LOW_OUTSIDE_UINT32, "low is out of bounds for uint32"},
    {NPRAND_HIGH_OUTSIDE_BOOL, "high is out of bounds for bool"},
    {NPRAND_HIGH_OUTSIDE_INT8, "high is out of bounds for int8"},
    {NPRAND_HIGH_OUTSIDE_INT16, "high is out of bounds for int16"},
    {NPRAND_HIGH_OUTSIDE_INT32, "high is out of bounds for int32"},
    {NPRAND_HIGH_OUTSIDE_UINT8, "high is out of bounds for uint8"},
    {NPRAND_HIGH_OUTSIDE_UINT16, "high is out of bounds for uint16"},
    {NPRAND_HIGH_OUTSIDE_UINT32, "high is out of bounds for uint32"},
    {NPRAND_EMPTY_POPULATION, "a must be greater than 0 unless no samples are taken"},
    {NPRAND_P_SIZE, "'a' and 'p' must have same size"},
    {NPRAND_P_NAN, "probabilities contain NaN"},
    {NPRAND_P_NEGATIVE, "probabilities are not non-negative"},
    {NPRAND_P_SUM, "probabilities do not sum to 1"},
    {NPRAND_SAMPLE_TOO_LARGE, "Cannot take a larger sample than population when 'replace=False'"},
    {NPRAND_P_TOO_FEW_NONZERO, "Fewer non-zero entries in p than size"},
    {NPRAND_BAD_LONG_BITS, "long must have 32 or 64 bits"},
    {NPRAND_OUTSIDE_LONG, "value is out of bounds for long"},
    {NPRAND_P_OUTSIDE_0_1, "p < 0, p > 1 or p is NaN"},
    {NPRAND_P_NOT_POSITIVE, "p <= 0, p > 1 or p contains NaNs"},
    {NPRAND_P_OUTSIDE_0_BELOW_1, "p < 0, p >= 1 or p is NaN"},
    {NPRAND_NEGATIVE_SHAPE, "shape < 0"},
    {NPRAND_NEGATIVE_SIGMA, "sigma < 0"},
    {NPRAND_NEGATIVE_A, "a < 0"},
    {NPRAND_NEGATIVE_NONC, "nonc < 0"},
    {NPRAND_NEGATIVE_KAPPA, "kappa < 0"},
    {NPRAND_A_NOT_POSITIVE, "a <= 0"},
    {NPRAND_B_NOT_POSITIVE, "b <= 0"},
    {NPRAND_DF_NOT_POSITIVE, "df <= 0"},
    {NPRAND_DFNUM_NOT_POSITIVE, "dfnum <= 0"},
    {NPRAND_DFDEN_NOT_POSITIVE, "dfden <= 0"},
    {NPRAND_MEAN_NOT_POSITIVE, "mean <= 0"},
    {NPRAND_SCALE_NOT_POSITIVE, "scale <= 0"},
    {NPRAND_N_NOT_POSITIVE, "n <= 0"},
    {NPRAND_LEFT_ABOVE_MODE, "left > mode"},
    {NPRAND_MODE_ABOVE_RIGHT, "mode > right"},
    {NPRAND_LEFT_IS_RIGHT, "left == right"},
    {NPRAND_LAM_NEGATIVE, "lam < 0 or lam is NaN"},
    {NPRAND_LAM_TOO_LARGE, "lam value too large"},
    {NPRAND_A_NOT_ABOVE_1, "a <= 1 or a is NaN"},
    {NPRAND_N_NEGATIVE, "n < 0"},
    {NPRAND_NSAMPLE_TOO_LARGE, "ngood + nbad < nsample"},
    {NPRAND_NGOOD_NEGATIVE, "ngood < 0"},
    {NPRAND_NBAD_NEGATIVE, "nbad < 0"},
    {NPRAND_NSAMPLE_BELOW_1, "nsample < 1 or nsample is NaN"},
    {NPRAND_PVALS_OUTSIDE_0_1, "pvals < 0, pvals > 1 or pvals contains NaNs"},
    {NPRAND_PVALS_SUM, "sum(pvals[:-1]) > 1.0"},
    {NPRAND_ALPHA_NOT_POSITIVE, "alpha <= 0"},
    {NPRAND_COV_NOT_PSD, "covariance is not symmetric positive-semidefinite."},
    {NPRAND_COV_NOT_PSD_WARNING, "warning: covariance is not symmetric positive-semidefinite."},
    {NPRAND_SVD_FAILED, "SVD did not converge"},
    {NPRAND_TOO_MANY_ATTEMPTS, "a value would take more than 2**30 attempts"},
    {NPRAND_BAD_PARTS, "the number of parts or threads must be between 1 and 1024"},
    {NPRAND_PY_UNKNOWN_RELEASE, "Python release must be 2.7 or one of 3.2 to 3.15"},
    {NPRAND_PY_NOT_IN_RELEASE, "the Python release that is set does not have this method"},
    {NPRAND_PY_NAN_SEED, "seed must not be NaN"},
    {NPRAND_PY_BAD_SEED_VERSION, "seed version must be 1 or 2"},
    {NPRAND_PY_NEGATIVE_BITS, "number of bits must be non-negative"},
    {NPRAND_PY_ZERO_BITS, "number of bits must be greater than zero"},
    {NPRAND_PY_TOO_MANY_BITS, "number of bits must be at most 64"},
    {NPRAND_PY_EMPTY_RANGE, "empty range for randrange()"},
    {NPRAND_PY_ZERO_STEP, "zero step for randrange()"},
    {NPRAND_PY_EMPTY_SEQUENCE, "Cannot choose from an empty sequence"},
    {NPRAND_PY_WEIGHTS_NOT_POSITIVE, "Total of weights must be greater than zero"},
    {NPRAND_PY_WEIGHTS_NOT_FINITE, "Total of weights must be finite"},
    {NPRAND_PY_SAMPLE_TOO_LARGE, "Sample larger than population or is negative"},
    {NPRAND_PY_COUNTS_NEGATIVE, "Counts must be non-negative"},
    {NPRAND_PY_DIVISION_BY_ZERO, "division by zero"},
    {NPRAND_PY_GAMMA_NOT_POSITIVE, "gammavariate: alpha and beta must be > 0.0"},
    {NPRAND_PY_N_NEGATIVE, "n must be non-negative"},
    {NPRAND_PY_P_OUTSIDE_0_1, "p must be in the range 0.0 <= p <= 1.0"},
    {NPRAND_PY_NEVER_RETURNS, "Python would never return"},
    {NPRAND_BAD_CHECK_VALID, "check_valid must equal 'warn', 'raise', or 'ignore'"},
    {NPRAND_NOT_INITIALISED, "seed sequence was never initialised"},
    {NPRAND_POOL_TOO_SMALL, "The size of the entropy pool should be at least 4"},
    {NPRAND_POOL_TOO_LARGE, "The size of the entropy pool should be at most 64"},
    {NPRAND_TOO_MANY_CHILDREN, "more than 2**32 - 1 children"},
    {NPRAND_BUFFER_TOO_SMALL, "text does not fit into the buffer"},
    {NPRAND_BAD_JSON, "text is no state in JSON"},
    {NPRAND_WORK_MISSING, "work space is missing"},
    {NPRAND_WORK_TOO_SMALL, "work space is too small"},
    {NPRAND_WORK_MISALIGNED, "work space is not aligned"},
    {NPRAND_BAD_ENTROPY, "unrecognized seed string"},
    {NPRAND_ENTROPY_TOO_LARGE, "entropy must be below 2**8192"},
    {NPRAND_NEGATIVE_ENTROPY, "expected non-negative integer"},
    {NPRAND_NOT_IN_RELEASE, "the NumPy release that is set does not have this call"},
    {NPRAND_UNKNOWN_BACKEND, "this build has no backend with that name"},
    {NPRAND_BACKEND_UNAVAILABLE, "this CPU cannot run that backend"},
    {NPRAND_BAD_STD_TEXT, "text is not that of a std::mt19937"},
    {NPRAND_OVERLAP, "the values of a parameter share memory with the output"},
    {NPRAND_EACH_P_OUTSIDE_0_1, "p < 0, p > 1 or p contains NaNs"},
    {NPRAND_EACH_P_OUTSIDE_0_BELOW_1, "p < 0, p >= 1 or p contains NaNs"},
    {NPRAND_EACH_LAM_NEGATIVE, "lam < 0 or lam contains NaNs"},
    {NPRAND_EACH_A_NOT_ABOVE_1, "a <= 1 or a contains NaNs"},
    {NPRAND_EACH_NSAMPLE_BELOW_1, "nsample < 1 or nsample contains NaNs"},
    {NPRAND_ELEMENTS_OVERLAP, "stride is smaller than an element: elements share memory"},
    {NPRAND_BAD_STATE_SIZE, "state has another number of elements or bytes"},
    {NPRAND_BAD_STATE_KIND, "state is not that of a seeded MT19937"},
    {NPRAND_BAD_STATE_WORD, "state word must be below 2**32"},
    {NPRAND_BAD_STATE_POS, "state position must be between 1 and 624"},
    {NPRAND_BAD_R_SEED, "supplied seed is not a valid integer"},
    {NPRAND_SHAPE_MISMATCH, "shape mismatch: objects cannot be broadcast to a single shape"},
    {NPRAND_STATE_UNDETERMINED, "too few outputs to determine the state"},
    {NPRAND_NOT_CONSECUTIVE, "no generator draws these outputs one after another"},
    {NPRAND_NOT_RANDOM_SAMPLE, "x must be a multiple of 2**-53 in [0, 1)"},
};

const char *nprand_strerror(nprand_status status)
{
    for (size_t i = 0; i < sizeof status_words / sizeof status_words[0]; i++) {
        if (status_words[i].status == status)
            return status_words[i].words;
    }
    return "unknown status";
}
