/* SPDX-License-Identifier: BSD-3-Clause
 *
 * poisson.
 *
 * Sources: for lam < 10 D. E. Knuth, TAOCP vol. 2, 3.4.1, algorithm Q; else PTRS of W. Hoermann,
 * "The transformed rejection method for generating Poisson random variables", Insurance:
 * Mathematics and Economics 12 (1993), 39-45.
 */
#include "poisson.h"

#include "check.h"
#include "loggam.h"
#include "long.h"
#include "method.h"

#include "../math/libm.h"

/* What depends on lam alone. */
struct poisson {
    double lam;
    double exp_minus_lam;                     /* multiplication */
    double log_lam, a, b, inverse_alpha, v_r; /* PTRS, in the paper's names */
};

static struct poisson prepare(double lam)
{
    struct poisson p = {.lam = lam};
    if (lam >= 10.0) {
        p.log_lam = nprand__log(lam);
        p.b = 0.931 + 2.53 * sqrt(lam);
        p.a = -0.059 + 0.02483 * p.b;
        p.inverse_alpha = 1.1239 + 1.1328 / (p.b - 3.4);
        p.v_r = 0.9277 - 3.6224 / (p.b - 2.0);
    } else {
        p.exp_minus_lam = nprand__exp(-lam);
    }
    return p;
}

/* The number of uniforms whose product stays above exp(-lam). */
static int64_t multiply(struct nprand__engine *e, const struct poisson *p)
{
    int64_t count = 0;
    double product = nprand__next_double(e);
    while (product > p->exp_minus_lam) {
        count++;
        product *= nprand__next_double(e);
    }
    return count;
}

static int64_t ptrs(struct nprand__engine *e, const struct poisson *p)
{
    for (;;) {
        double u = nprand__next_double(e) - 0.5;
        double v = nprand__next_double(e);
        double us = 0.5 - fabs(u);
        int64_t k = nprand__to_long(e, floor((2.0 * p->a / us + p->b) * u + p->lam + 0.43));
        if (us >= 0.07 && v <= p->v_r)
            return k;
        if (k < 0 || (us < 0.013 && v > us))
            continue;
        /* v or us can be 0; the infinite logarithm then accepts. */
        double ratio =
            nprand__log(v) + nprand__log(p->inverse_alpha) - nprand__log(p->a / (us * us) + p->b);
        double x = (double)k;
        if (ratio <= -p->lam + x * p->log_lam - nprand__loggam(x + 1.0))
            return k;
    }
}

static int64_t draw(struct nprand__engine *e, const struct poisson *p)
{
    if (p->lam >= 10.0)
        return ptrs(e, p);
    return p->lam == 0.0 ? 0 : multiply(e, p);
}

int64_t nprand__poisson(struct nprand__engine *e, double lam)
{
    const struct poisson p = prepare(lam);
    return draw(e, &p);
}

/* LONG_MAX - 10 sqrt(LONG_MAX), the largest lam that leaves room for ten standard deviations. */
static double lam_max(const nprand_rng *rng)
{
    return nprand__long_max(rng) == INT32_MAX ? 2147020237.4999895 : 0x1.ffffffe3b73a0p+62;
}

static nprand_status check_poisson(const nprand_rng *rng, double lam)
{
    if (!(lam >= 0.0))
        return NPRAND_LAM_NEGATIVE;
    return lam <= lam_max(rng) ? NPRAND_OK : NPRAND_LAM_TOO_LARGE;
}

NPRAND__DEFINE_INTEGER(poisson, (nprand_rng * rng, double lam), check_poisson(rng, lam),
                       const struct poisson p = prepare(lam), draw(e, &p))
