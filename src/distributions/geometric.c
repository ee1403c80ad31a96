/* SPDX-License-Identifier: BSD-3-Clause
 *
 * geometric: the number of trials up to the first success, by inversion of the distribution
 * function. For large p it is searched from 1 on, for small p it is solved with logarithms.
 */
#include "exponential.h"
#include "parameter.h"

/* NumPy searches from p = 1/3 on, as a double. */
static bool geometric_is_searched(double p)
{
    return p >= 0.333333333333333333333333;
}

/* ---- Search ---- */

/* The first k at which the distribution function reaches u. */
static int64_t geometric_search(double u, double p)
{
    double product = p;
    double sum = p;
    int64_t k = 1;
    while (u > sum) {
        product *= 1.0 - p;
        double next = sum + product;
        /* The sum can stop growing below the largest u. NumPy then adds to it for ever. */
        if (next == sum)
            break;
        sum = next;
        k++;
    }
    return k;
}

/* Most searches end within this many comparisons. To make all these comparisons for each value
 * takes less time than a branch that the processor cannot predict. */
enum { GEOMETRIC_FEW = 8 };

static void geometric_search_array(size_t n, const double *u, double p, int64_t *out)
{
    double sums[GEOMETRIC_FEW], product = p, sum = p;
    for (int j = 0; j < GEOMETRIC_FEW; j++) {
        sums[j] = sum;
        product *= 1.0 - p;
        sum += product;
    }
    for (size_t i = 0; i < n; i++) {
        int64_t k = 1;
        for (int j = 0; j < GEOMETRIC_FEW; j++)
            k += u[i] > sums[j];
        out[i] = k;
    }
    for (size_t i = 0; i < n; i++) {
        if (u[i] > sums[GEOMETRIC_FEW - 1])
            out[i] = geometric_search(u[i], p);
    }
}

/* The same with a p for each value. */
static void geometric_search_each(size_t n, const double *u, const double *p, int64_t *out)
{
    for (size_t i = 0; i < n; i++) {
        double product = p[i], sum = p[i];
        int64_t k = 1;
        for (int j = 0; j < GEOMETRIC_FEW; j++) {
            k += u[i] > sum;
            product *= 1.0 - p[i];
            sum += product;
        }
        out[i] = k;
    }
    for (size_t i = 0; i < n; i++) {
        if (out[i] > GEOMETRIC_FEW)
            out[i] = geometric_search(u[i], p[i]);
    }
}

/* ---- Logarithms ---- */

/* ceil(ln(1 - U) / ln(1 - p)): 0 for U = 0, LONG_MIN where the quotient is above LONG_MAX. Since
 * 1.21, log1p is taken for the numerator, and still log for the denominator: NumPy does this; do
 * not repair. */
static inline void geometric_solve(const struct nprand__engine *e, size_t n, double *u, double p,
                                   int64_t *out)
{
    nprand__minus_exponentials_by_log1p(e, n, u);
    const double log_q = nprand__log(1.0 - p);
    for (size_t i = 0; i < n; i++)
        out[i] = nprand__to_long(e, ceil(u[i] / log_q));
}

/* The same with a p for each value, which it overwrites. */
static void geometric_solve_each(const struct nprand__engine *e, size_t n, double *u, double *p,
                                 int64_t *out)
{
    nprand__minus_exponentials_by_log1p(e, n, u);
    for (size_t i = 0; i < n; i++)
        p[i] = 1.0 - p[i];
    nprand__log_array(n, p);
    for (size_t i = 0; i < n; i++)
        out[i] = nprand__to_long(e, ceil(u[i] / p[i]));
}

/* ---- Fills ---- */

struct geometric_job {
    double p;
    int64_t *out;
};

enum { GEOMETRIC_CHUNK = 624 }; /* uniforms at a time: those of two blocks of words */

static void fill_geometric(struct nprand__engine *e, const void *job, size_t first, size_t count)
{
    const struct geometric_job *g = (const struct geometric_job *)job;
    int64_t *out = g->out + first;
    double u[GEOMETRIC_CHUNK];
    while (count > 0) {
        size_t size = nprand__min(count, GEOMETRIC_CHUNK);
        nprand__fill_doubles(e, size, u);
        if (geometric_is_searched(g->p))
            geometric_search_array(size, u, g->p, out);
        else
            geometric_solve(e, size, u, g->p, out);
        out += size;
        count -= size;
    }
}

/* ---- Each ---- */

enum { GEOMETRIC_PIECE = 128 }; /* values that are divided by algorithm at a time */

/* The values of a piece that one algorithm makes. */
struct geometric_class {
    size_t count, place[GEOMETRIC_PIECE];
    double u[GEOMETRIC_PIECE], p[GEOMETRIC_PIECE];
    int64_t out[GEOMETRIC_PIECE];
};

/* n values from index first on. The values for each algorithm are collected without a branch: where
 * p alternates between the algorithms, the processor would mispredict it. */
static void each_geometric_piece(struct nprand__engine *e, const struct nprand__parameter *p,
                                 size_t first, size_t n, int64_t *out)
{
    struct geometric_class classes[2];
    double u[GEOMETRIC_PIECE];
    classes[0].count = classes[1].count = 0;
    nprand__fill_doubles(e, n, u);
    for (size_t i = 0; i < n; i++) {
        const double mine = nprand__double_at(p, first + i);
        struct geometric_class *c = &classes[geometric_is_searched(mine)];
        c->place[c->count] = i;
        c->u[c->count] = u[i];
        c->p[c->count++] = mine;
    }
    geometric_solve_each(e, classes[0].count, classes[0].u, classes[0].p, classes[0].out);
    geometric_search_each(classes[1].count, classes[1].u, classes[1].p, classes[1].out);
    for (const struct geometric_class *c = classes; c < classes + 2; c++) {
        for (size_t j = 0; j < c->count; j++)
            out[c->place[j]] = c->out[j];
    }
}

/* ---- Public functions ---- */

static nprand_status geometric_constraint(double p, nprand_status refusal)
{
    return p > 0.0 && p <= 1.0 ? NPRAND_OK : refusal;
}

static nprand_status check_geometric(double p)
{
    return geometric_constraint(p, NPRAND_P_NOT_POSITIVE);
}

static int64_t draw_geometric(struct nprand__engine *e, double p)
{
    double u = nprand__next_double(e);
    if (geometric_is_searched(p))
        return geometric_search(u, p);
    int64_t value;
    geometric_solve(e, 1, &u, p, &value);
    return value;
}

int64_t nprand_geometric(nprand_rng *rng, double p)
{
    if (!nprand__accept(rng, check_geometric(p)))
        return NPRAND_INVALID;
    return draw_geometric(nprand__engine_of(rng), p);
}

nprand_status nprand_geometric_fill(nprand_rng *rng, double p, size_t n, int64_t *out)
{
    nprand_status status = nprand__check_fill(rng, check_geometric(p), n, sizeof *out, out);
    const struct geometric_job job = {p, out};
    if (status == NPRAND_OK)
        nprand__fill_in_parts(nprand__engine_of(rng), n, 2, fill_geometric, &job);
    return status;
}

nprand_status nprand_geometric_each(nprand_rng *rng, const double *p, ptrdiff_t p_step, size_t n,
                                    int64_t *out)
{
    const struct nprand__parameter of[] = {{p, p_step}};
    const nprand_status parameters =
        nprand__all(&of[0], n, geometric_constraint, NPRAND_P_NOT_POSITIVE);
    const nprand_status status = nprand__check_each(rng, parameters, of, 1, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t done = 0; done < n; done += GEOMETRIC_PIECE)
        each_geometric_piece(e, of, done, nprand__min(n - done, GEOMETRIC_PIECE), out + done);
    return NPRAND_OK;
}
