/* SPDX-License-Identifier: BSD-3-Clause
 *
 * logseries: k = 1, 2, ... with a chance proportional to p^k / k.
 *
 * Source: A. W. Kemp, "Efficient generation of logarithmically distributed pseudo-random
 * variables", Applied Statistics 30 (1981), 249-253: algorithm LK.
 */
#include "../backend/libm.h"

#include "attempts.h"
#include "parameter.h"
#include "starts.h"

/* q = 1 - (1 - p)^U makes 1 + ln V / ln q logarithmic, where r = ln(1 - p). The tests before it
 * give 1 and 2 without a logarithm. */
static int64_t draw_logseries(struct nprand__engine *e, double p, double r)
{
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double v = nprand__next_double(e);
        if (v >= p)
            return 1;
        double u = nprand__next_double(e);
        double q = 1.0 - nprand__exp(r * u);
        if (v > q * q)
            return v >= q ? 1 : 2;
        /* v = 0 gives no number, and a result below 1. */
        int64_t result = nprand__floor_to_long(e, 1.0 + nprand__log(v) / nprand__log(q));
        if (result >= 1 && v != 0.0)
            return result;
    }
    return NPRAND_INVALID;
}

/* ---- Many values ---- */

/* The p of each value. With step 0, r is ln(1 - p). */
struct logseries {
    struct nprand__parameter p;
    double r;
};

/* The values that take a second uniform, U. A block has uniforms for half as many of them. */
struct logseries_pairs {
    size_t count;
    uint16_t index[NPRAND__AHEAD / 2], start[NPRAND__AHEAD / 2];
    double v[NPRAND__AHEAD / 2], q[NPRAND__AHEAD / 2]; /* q is U at first */
};

/* Finds the starts of up to n values. Writes 1 for each value, and lists the values with V < p,
 * which take a second uniform. */
static size_t logseries_starts(const struct nprand__parameter *p, size_t first, size_t n,
                               size_t count, const double *u, struct logseries_pairs *pairs,
                               int64_t *out, size_t *taken)
{
    size_t made = 0, start = 0, open = 0;
    for (; made < n && start + 2 <= count; made++) {
        const double v = u[start];
        const bool is_open = !(v >= nprand__double_at(p, first + made));
        pairs->index[open] = (uint16_t)made;
        pairs->start[open] = (uint16_t)start;
        pairs->v[open] = v;
        pairs->q[open] = u[start + 1];
        out[made] = 1;
        open += is_open;
        start += 1 + (size_t)is_open;
    }
    pairs->count = open;
    *taken = start;
    return made;
}

/* Replaces each U by q = 1 - exp(r U). */
static void logseries_take_q(const struct logseries *l, size_t first, struct logseries_pairs *pairs)
{
    double r[NPRAND__AHEAD / 2];
    const size_t count = pairs->count;
    for (size_t j = 0; j < count; j++)
        r[j] = l->p.step == 0 ? l->r : 1.0 - nprand__double_at(&l->p, first + pairs->index[j]);
    if (l->p.step != 0)
        nprand__log_array(count, r);
    for (size_t j = 0; j < count; j++)
        pairs->q[j] = r[j] * pairs->q[j];
    nprand__exp_array(count, pairs->q);
    for (size_t j = 0; j < count; j++)
        pairs->q[j] = 1.0 - pairs->q[j];
}

/* Writes 1 or 2 for each pair, and lists the pairs that need logarithms. Returns how many. */
static size_t logseries_test(const struct logseries_pairs *pairs, uint16_t *deep, int64_t *out)
{
    size_t listed = 0;
    for (size_t j = 0; j < pairs->count; j++) {
        const double v = pairs->v[j], q = pairs->q[j];
        out[pairs->index[j]] = 2 - (v >= q);
        deep[listed] = (uint16_t)j;
        listed += !(v > q * q);
    }
    return listed;
}

/* Makes the values of the listed pairs. Returns the place in the list of the first pair that gives
 * no value, or listed if all give one. */
static size_t logseries_solve(const struct nprand__engine *e, const struct logseries_pairs *pairs,
                              size_t listed, const uint16_t *deep, int64_t *out)
{
    double logs[NPRAND__AHEAD];
    for (size_t k = 0; k < listed; k++) {
        logs[k] = pairs->v[deep[k]];
        logs[listed + k] = pairs->q[deep[k]];
    }
    nprand__log_array(2 * listed, logs);
    for (size_t k = 0; k < listed; k++) {
        const int64_t result = nprand__floor_to_long(e, 1.0 + logs[k] / logs[listed + k]);
        if (result < 1 || pairs->v[deep[k]] == 0.0)
            return k;
        out[pairs->index[deep[k]]] = result;
    }
    return listed;
}

static size_t make_logseries(const struct nprand__engine *e, const void *method, size_t first,
                             size_t n, size_t count, const double *u, int64_t *out, size_t *taken)
{
    const struct logseries *l = (const struct logseries *)method;
    struct logseries_pairs pairs;
    uint16_t deep[NPRAND__AHEAD / 2];
    const size_t made = logseries_starts(&l->p, first, n, count, u, &pairs, out, taken);
    logseries_take_q(l, first, &pairs);
    const size_t listed = logseries_test(&pairs, deep, out);
    const size_t solved = logseries_solve(e, &pairs, listed, deep, out);
    if (solved == listed)
        return made;
    *taken = pairs.start[deep[solved]];
    return pairs.index[deep[solved]];
}

static int64_t draw_logseries_at(struct nprand__engine *e, const void *method, size_t index)
{
    const struct logseries *l = (const struct logseries *)method;
    const double p = nprand__double_at(&l->p, index);
    return draw_logseries(e, p, l->p.step == 0 ? l->r : nprand__log(1.0 - p));
}

static void fill_logseries(struct nprand__engine *e, const struct nprand__parameter *p, size_t n,
                           int64_t *out)
{
    const struct logseries l = {
        *p, p->step == 0 && n > 0 ? nprand__log(1.0 - *(const double *)p->first) : 0.0};
    nprand__fill_from_starts(e, make_logseries, draw_logseries_at, &l, 2, 0, n, out);
}

/* ---- Public functions ---- */

static nprand_status logseries_constraint(double p, nprand_status refusal)
{
    const bool inside = (p >= 0.0) & (p < 1.0);
    return inside ? NPRAND_OK : refusal;
}

static nprand_status check_logseries(double p)
{
    return logseries_constraint(p, NPRAND_P_OUTSIDE_0_BELOW_1);
}

int64_t nprand_logseries(nprand_rng *rng, double p)
{
    if (!nprand__accept(rng, check_logseries(p)))
        return NPRAND_INVALID;
    return draw_logseries(nprand__engine_of(rng), p, nprand__log(1.0 - p));
}

nprand_status nprand_logseries_fill(nprand_rng *rng, double p, size_t n, int64_t *out)
{
    nprand_status status = nprand__check_fill(rng, check_logseries(p), n, sizeof *out, out);
    const struct nprand__parameter of = {&p, 0};
    if (status == NPRAND_OK)
        fill_logseries(nprand__engine_of(rng), &of, n, out);
    return status;
}

nprand_status nprand_logseries_each(nprand_rng *rng, const double *p, ptrdiff_t p_step, size_t n,
                                    int64_t *out)
{
    const struct nprand__parameter of[] = {{p, p_step}};
    const nprand_status parameters =
        nprand__all(&of[0], n, logseries_constraint, NPRAND_EACH_P_OUTSIDE_0_BELOW_1);
    const nprand_status status = nprand__check_each(rng, parameters, of, 1, n, sizeof *out, out);
    if (status == NPRAND_OK)
        fill_logseries(nprand__engine_of(rng), &of[0], n, out);
    return status;
}
