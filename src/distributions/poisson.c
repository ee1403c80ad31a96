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
#include "memo.h"
#include "loggam.h"
#include "long.h"
#include "method.h"

#include "../backend/libm.h"

/* What depends on lam alone. */
struct poisson {
    double lam;
    double exp_minus_lam;                         /* multiplication */
    double log_lam, a, b, log_inverse_alpha, v_r; /* PTRS, in the paper's names */
};

static struct poisson prepare(double lam)
{
    struct poisson p = {.lam = lam};
    if (lam >= 10.0) {
        p.log_lam = nprand__log(lam);
        p.b = 0.931 + 2.53 * sqrt(lam);
        p.a = -0.059 + 0.02483 * p.b;
        p.log_inverse_alpha = nprand__log(1.1239 + 1.1328 / (p.b - 3.4));
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

/* ln of the density at k. */
static double log_density(const struct nprand__engine *e, const void *of, int64_t k)
{
    const struct poisson *p = of;
    (void)e;
    double x = (double)k;
    return -p->lam + x * p->log_lam - nprand__loggam(x + 1.0);
}

/* n attempts; how many values they give. The logarithms of those that the first test does not
 * accept are taken together. */
static inline size_t ptrs(struct nprand__engine *e, const struct poisson *p,
                          struct nprand__memo *kept, size_t n, double *work, int64_t *out)
{
    double *const pairs = work, *const logs = work + 2 * n; /* of v and of the hat in turn */
    bool inside[NPRAND__ATTEMPTS];
    size_t open = 0;
    nprand__memo_begin(kept, n, nprand__to_long(e, p->lam), work, 4);
    nprand__fill_attempts(e, n, pairs);
    for (size_t i = 0; i < n; i++) {
        double u = pairs[2 * i] - 0.5, v = pairs[2 * i + 1];
        double us = 0.5 - fabs(u);
        pairs[2 * i] = us;
        out[i] = nprand__to_long(e, floor((2.0 * p->a / us + p->b) * u + p->lam + 0.43));
        inside[i] = (us >= 0.07) & (v <= p->v_r);
        logs[2 * open] = v;
        logs[2 * open + 1] = p->a / (us * us) + p->b;
        open += !inside[i];
    }
    if (n > 1) {
        nprand__log_array(2 * open, logs);
    } else if (open > 0) { /* a scalar keeps off the way through an array */
        logs[0] = nprand__log(logs[0]);
        logs[1] = nprand__log(logs[1]);
    }
    size_t count = 0, j = 0;
    for (size_t i = 0; i < n; i++) {
        int64_t k = out[i];
        double us = pairs[2 * i], v = pairs[2 * i + 1];
        out[count] = k;
        if (inside[i]) {
            count++;
            continue;
        }
        /* v or us can be 0; the infinite logarithm then accepts. */
        double ratio = logs[2 * j] + p->log_inverse_alpha - logs[2 * j + 1];
        j++;
        if (k < 0 || (us < 0.013 && v > us))
            continue;
        count += ratio <= nprand__memo_value(kept, e, log_density, p, k);
    }
    return count;
}

enum { ROOM = 6 }; /* for each attempt, with what is kept */

/* n attempts or values; how many values. */
static inline size_t draw(struct nprand__engine *e, const struct poisson *p,
                          struct nprand__memo *kept, size_t n, double *work, int64_t *out)
{
    if (p->lam >= 10.0)
        return ptrs(e, p, kept, n, work, out);
    for (size_t i = 0; i < n; i++)
        out[i] = p->lam == 0.0 ? 0 : multiply(e, p);
    return n;
}

int64_t nprand__poisson(struct nprand__engine *e, double lam)
{
    const struct poisson p = prepare(lam);
    struct nprand__memo kept;
    kept.used = false;
    double work[ROOM];
    int64_t value;
    NPRAND__BY_ATTEMPTS(int64_t, 1, &value, NPRAND__MANY_ATTEMPTS, NPRAND_INVALID,
                        draw(e, &p, &kept, size, work, to))
    return value;
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

NPRAND__DEFINE_BY_ATTEMPTS(poisson, (nprand_rng * rng, double lam), check_poisson(rng, lam),
                           const struct poisson p = prepare(lam);
                           struct nprand__memo kept;
                           kept.used = false, NPRAND__MANY_ATTEMPTS, ROOM,
                           draw(e, &p, &kept, size, work, to))
