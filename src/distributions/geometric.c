/* SPDX-License-Identifier: BSD-3-Clause
 *
 * geometric.
 */
#include "check.h"
#include "long.h"
#include "method.h"

#include "../math/libm.h"

/* The first k at which the distribution function reaches u. */
static int64_t search(struct nprand__engine *e, double p)
{
    double u = nprand__next_double(e);
    double product = p;
    double sum = p;
    int64_t k = 1;
    while (u > sum) {
        product *= 1.0 - p;
        double next = sum + product;
        /* The sum can round to less than the largest u, and NumPy then adds to it for ever. */
        if (next == sum)
            break;
        sum = next;
        k++;
    }
    return k;
}

/* ceil(ln(1 - U) / ln(1 - p)): 0 for U = 0, LONG_MIN where the quotient is beyond a long. Releases
 * since 1.21 take log1p above the line, as in rayleigh. NumPy does this; do not repair. */
static int64_t invert(struct nprand__engine *e, double p)
{
    double u = nprand__next_double(e);
    double log_u =
        e->release >= NPRAND__RELEASE(1, 21, 0) ? nprand__log1p(-u) : nprand__log(1.0 - u);
    return nprand__to_long(e, ceil(log_u / nprand__log(1.0 - p)));
}

static nprand_status check_geometric(double p)
{
    return p > 0.0 && p <= 1.0 ? NPRAND_OK : NPRAND_P_NOT_POSITIVE;
}

/* The threshold is 1/3 as a double. */
NPRAND__DEFINE_INTEGER(geometric, (nprand_rng * rng, double p), check_geometric(p), (void)0,
                       p >= 0.333333333333333333333333 ? search(e, p) : invert(e, p))
