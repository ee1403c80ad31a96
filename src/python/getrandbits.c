/* SPDX-License-Identifier: BSD-3-Clause
 *
 * getrandbits, randbytes.
 */
#include "python.h"

#include "../distributions/method.h"

/* Python 3.8 takes no k = 0. */
static nprand_status check_zero(const nprand_rng *rng, bool is_zero)
{
    return is_zero && nprand__py_is_before(rng, NPRAND__PYTHON(3, 9)) ? NPRAND_PY_ZERO_BITS
                                                                      : NPRAND_OK;
}

static nprand_status check_bits(const nprand_rng *rng, int k)
{
    if (k < 0)
        return NPRAND_PY_NEGATIVE_BITS;
    return k > 64 ? NPRAND_PY_TOO_MANY_BITS : check_zero(rng, k == 0);
}

NPRAND__DEFINE_METHOD(py_getrandbits, uint64_t, (uint64_t)NPRAND_INVALID, (nprand_rng * rng, int k),
                      check_bits(rng, k), (void)0, k > 0 ? nprand__py_bits(e, k) : 0)

nprand_status nprand_py_getrandbits_limbs(nprand_rng *rng, size_t k, uint32_t *out)
{
    size_t n = k / 32 + (k % 32 > 0);
    nprand_status status = nprand__check_fill(rng, check_zero(rng, k == 0), n, sizeof *out, out);
    if (status != NPRAND_OK || n == 0)
        return status;
    nprand__fill_words(nprand__engine_of(rng), n, out);
    if (k % 32 > 0)
        out[n - 1] >>= 32 - k % 32;
    return NPRAND_OK;
}

nprand_status nprand_py_randbytes(nprand_rng *rng, size_t n, void *out)
{
    nprand_status status =
        nprand__check_fill(rng, nprand__py_since(rng, NPRAND__PYTHON(3, 9)), n, 1, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    unsigned char *next = out;
    while (n >= 4) {
        size_t count;
        const uint32_t *words = nprand__take_words(e, n / 4, &count);
        nprand__words_to_bytes(words, count, next);
        next += 4 * count;
        n -= 4 * count;
    }
    if (n == 0)
        return NPRAND_OK;
    uint64_t rest = nprand__py_bits(e, (int)(8 * n));
    for (size_t i = 0; i < n; i++)
        next[i] = (unsigned char)(rest >> 8 * i);
    return NPRAND_OK;
}
