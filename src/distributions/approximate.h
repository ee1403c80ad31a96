/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Approximations with a known error, for tests that only need to know on which side of a limit a
 * number is. They take less time than the exact functions. Where the number is too near to the
 * limit, the exact functions decide.
 */
#ifndef NPRAND_DISTRIBUTIONS_APPROXIMATE_H
#define NPRAND_DISTRIBUTIONS_APPROXIMATE_H

#include "../math/bits.h"
#include "../math/figures.h"
#include "../math/tables.h"

/* ln(x) of a positive normal number is the result and ln(1 + r), where |r| < 2^-7.9 (log_sum.h): by
 * the table of log.h. *product becomes 1 + r. The result is near -709 for x = 0. */
static inline double nprand__log_by_table(double x, double *product)
{
    const uint64_t bits = nprand__to_bits(x);
    const uint64_t t = bits - NPRAND__LOG_OFFSET;
    const double *entry = nprand__log_table[t >> (52 - NPRAND__TABLE_BITS) & 127];
    const double k = (double)((int32_t)(t >> 32) >> 20);
    *product = nprand__from_bits(bits - (t & UINT64_C(0xfff) << 52)) * entry[0];
    return k * NPRAND__LN2_HIGH + entry[1];
}

/* ln(x) of 2^-106 <= x <= 1, with an absolute error below 1e-10: ln(1 + r) by three terms, of which
 * the next one is below 8e-11. */
#define NPRAND__APPROXIMATE_LOG_ERROR 1e-10
static inline double nprand__approximate_log(double x)
{
    double product;
    const double whole = nprand__log_by_table(x, &product), r = product - 1.0;
    return whole + r * (1.0 - r * (0.5 - r * (1.0 / 3.0)));
}

/* ln(x), with an absolute error below 1e-5: ln(1 + r) by one term. */
static inline double nprand__coarse_log(double x)
{
    double product;
    const double whole = nprand__log_by_table(x, &product);
    return whole + (product - 1.0);
}

/* The factor sqrt(-2 ln(r2) / r2) of the polar method, with a relative error below 1.3e-3, by a line
 * of a table. Near 1, the factor is a root of 1 - r2: the table has a side for it. No branch depends
 * on the side. Returns 0 for r2 within 2^-10 of 0 or 1, which the table does not have. */
static inline double nprand__rough_factor(double r2)
{
    const double rest = 1.0 - r2, z = r2 < rest ? r2 : rest;
    const int place = (int)(nprand__to_bits(z) >> 49) - (0x3f5 << 3);
    if (place < 0)
        return 0.0;
    const double *const line = nprand__factor_table[r2 > 0.5] + 2 * place;
    return line[0] + line[1] * z;
}

/* exp(x) of x <= 0, with a relative error below 1.6e-5: 2^(n/128) by the table of exp.h, and one
 * term of what is left. The result is never above 1, and near 1e-235 for x below -541. NaN is taken
 * for a number below it. */
static inline double nprand__coarse_exp(double x)
{
    const double scaled = x * (128.0 / NPRAND__LN2_HIGH), least = -1e5;
    const double low = scaled < 0.0 ? scaled : 0.0, z = scaled > least ? low : least;
    const int32_t n = (int32_t)z;
    const uint64_t whole = (uint64_t)(int64_t)n;
    const uint64_t bits = nprand__exp_table[whole & 127][1];
    const double power = nprand__from_bits(bits + (whole << (52 - NPRAND__TABLE_BITS)));
    return power + power * (z - (double)n) * (NPRAND__LN2_HIGH / 128.0);
}

#endif
