/* SPDX-License-Identifier: BSD-3-Clause
 *
 * getrandbits: an integer of k random bits. getrandbits_limbs: the same for any k, in words of 32
 * bits, the lowest first.
 */
#include "python.h"

/* Python 2.7 to 3.8 refuse k = 0. */
static nprand_status check_zero_bits(const nprand_rng *rng, bool is_zero)
{
    return is_zero && nprand__py_is_before(rng, NPRAND__PYTHON(3, 9)) ? NPRAND_PY_ZERO_BITS
                                                                      : NPRAND_OK;
}

static nprand_status check_getrandbits(const nprand_rng *rng, int k)
{
    if (k < 0)
        return NPRAND_PY_NEGATIVE_BITS;
    return k > 64 ? NPRAND_PY_TOO_MANY_BITS : check_zero_bits(rng, k == 0);
}

uint64_t nprand_py_getrandbits(nprand_rng *rng, int k)
{
    if (!nprand__accept(rng, check_getrandbits(rng, k)))
        return (uint64_t)NPRAND_INVALID;
    return k > 0 ? nprand__py_bits(nprand__engine_of(rng), k) : 0;
}

nprand_status nprand_py_getrandbits_fill(nprand_rng *rng, int k, size_t n, uint64_t *out)
{
    nprand_status status = nprand__check_fill(rng, check_getrandbits(rng, k), n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < n; i++)
        out[i] = k > 0 ? nprand__py_bits(e, k) : 0;
    return NPRAND_OK;
}

nprand_status nprand_py_getrandbits_limbs(nprand_rng *rng, size_t k, uint32_t *out)
{
    size_t n = k / 32 + (k % 32 > 0);
    nprand_status parameters = check_zero_bits(rng, k == 0);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK || n == 0)
        return status;
    nprand__fill_words(nprand__engine_of(rng), n, out);
    if (k % 32 > 0)
        out[n - 1] >>= 32 - k % 32;
    return NPRAND_OK;
}
