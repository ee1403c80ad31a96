/* SPDX-License-Identifier: BSD-3-Clause
 *
 * geometric: the number of trials up to the first success, by inversion of the distribution
 * function. For large p it is searched from 1 on, for small p it is solved with logarithms.
 */
#include "../backend/rank.h"

#include "approximate.h"
#include "exponential.h"
#include "kept.h"
#include "parameter.h"

/* NumPy searches from p = 1/3 on, as a double. */
static bool geometric_is_searched(double p)
{
    return p >= 0.333333333333333333333333;
}

/* What a fill computes of its uniforms, some at a time: those of a block of words. */
enum { GEOMETRIC_CHUNK = 312 };
union geometric_room {
    double logs[GEOMETRIC_CHUNK]; /* ln(1 - U) */
    struct {
        float x[GEOMETRIC_CHUNK];
        int32_t rank[GEOMETRIC_CHUNK]; /* of x among the sums */
    } of_search;
};

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

/* Most searches end within this many comparisons, which are made together. */
enum { GEOMETRIC_FEW = 8 };

/* What depends on p alone. */
union NPRAND__MAY_ALIAS geometric {
    float sums[GEOMETRIC_FEW + 1]; /* search: the first sums; infinity */
    struct {
        double log_q, inverse; /* logarithms: ln(1 - p), and 1 / ln(1 - p) */
        double margin;         /* of an approximate ln(1 - U) / ln(1 - p) */
    } solve;
};

static void geometric_prepare_search(union geometric *g, double p)
{
    double product = p, sum = p;
    for (int j = 0; j < GEOMETRIC_FEW; j++) {
        g->sums[j] = (float)sum;
        product *= 1.0 - p;
        sum += product;
    }
    g->sums[GEOMETRIC_FEW] = (float)INFINITY;
}

/* The value of a uniform of this rank among the sums. */
static inline int64_t geometric_of_rank(int32_t rank, double u, double p)
{
    return rank >= 0 && rank < GEOMETRIC_FEW ? rank + 1 : geometric_search(u, p);
}

static void geometric_search_array(size_t n, const double *u, double p, union geometric_room *room,
                                   int64_t *out)
{
    union geometric g;
    geometric_prepare_search(&g, p);
    for (size_t i = 0; i < n; i++)
        room->of_search.x[i] = (float)u[i];
    nprand__backend()->ranks(n, room->of_search.x, GEOMETRIC_FEW, g.sums, room->of_search.rank);
    for (size_t i = 0; i < n; i++)
        out[i] = geometric_of_rank(room->of_search.rank[i], u[i], p);
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
static int64_t geometric_solve(const struct nprand__engine *e, double u, double log_q)
{
    nprand__minus_exponentials_by_log1p(e, 1, &u);
    return nprand__ceil_to_long(e, u / log_q);
}

/* A margin for exact logarithms. Each of them has an error below an ulp. NumPy's quotient and a
 * product below 2^30 differ by less than 2^-49 of them: if no integer is within the margin, both
 * have the same ceiling. */
static const double GEOMETRIC_MARGIN = 0x1p-18;

/* For the smallest p, ln(1 - p) is 0, and the margin infinite. */
static inline void geometric_prepare_solve(union geometric *g, double p)
{
    g->solve.log_q = nprand__log(1.0 - p);
    g->solve.inverse = 1.0 / g->solve.log_q;
    g->solve.margin = GEOMETRIC_MARGIN + NPRAND__APPROXIMATE_LOG_ERROR * fabs(g->solve.inverse);
}

/* The same value from log_u = ln(1 - U), by a product in place of a quotient. 0, which takes the
 * place of no value, where an integer is within the margin of the product. */
static inline int32_t geometric_by_product(double log_u, double margin, const union geometric *g)
{
    const double product = log_u * g->solve.inverse;
    const double k = product > 0.0 && product < 0x1p30 ? product : 0.0; /* NaN gives 0 */
    const int32_t down = (int32_t)k;
    const double part = k - (double)down;
    const bool decides = (part > margin) & (part < 1.0 - margin);
    return decides ? down + 1 : 0;
}

static inline void geometric_solve_array(const struct nprand__engine *e, size_t n, const double *u,
                                         double p, union geometric_room *room, int64_t *out)
{
    union geometric g;
    geometric_prepare_solve(&g, p);
    for (size_t i = 0; i < n; i++)
        room->logs[i] = 1.0 - u[i];
    nprand__log_array(n, room->logs);
    for (size_t i = 0; i < n; i++)
        out[i] = geometric_by_product(room->logs[i], GEOMETRIC_MARGIN, &g);
    for (size_t i = 0; i < n; i++) {
        if (out[i] == 0)
            out[i] = geometric_solve(e, u[i], g.solve.log_q);
    }
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
        out[i] = nprand__ceil_to_long(e, u[i] / p[i]);
}

/* ---- Fills ---- */

struct geometric_job {
    double p;
    int64_t *out;
};

static void fill_geometric(struct nprand__engine *e, const void *job, size_t first, size_t count)
{
    const struct geometric_job *g = (const struct geometric_job *)job;
    int64_t *out = g->out + first;
    double u[GEOMETRIC_CHUNK];
    union geometric_room room;
    while (count > 0) {
        size_t size = nprand__min(count, GEOMETRIC_CHUNK);
        nprand__fill_doubles(e, size, u);
        if (geometric_is_searched(g->p))
            geometric_search_array(size, u, g->p, &room, out);
        else
            geometric_solve_array(e, size, u, g->p, &room, out);
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
    const bool inside = (p > 0.0) & (p <= 1.0);
    return inside ? NPRAND_OK : refusal;
}

static nprand_status check_geometric(double p)
{
    return geometric_constraint(p, NPRAND_P_NOT_POSITIVE);
}

/* ---- One value ---- */

static int64_t draw_geometric(struct nprand__engine *e, const union geometric *g, double p)
{
    const double u = nprand__next_double(e);
    if (!geometric_is_searched(p)) {
        const double log_u = nprand__approximate_log(1.0 - u);
        const int32_t quick = geometric_by_product(log_u, g->solve.margin, g);
        return quick > 0 ? quick : geometric_solve(e, u, g->solve.log_q);
    }
    return geometric_of_rank(nprand__rank((float)u, GEOMETRIC_FEW, g->sums), u, p);
}

int64_t nprand_geometric(nprand_rng *rng, double p)
{
    const uint64_t method = NPRAND__KEPT_GEOMETRIC, bits = nprand__to_bits(p);
    union geometric *g = (union geometric *)nprand__kept(rng, method, bits, 0);
    if (g == NULL) {
        if (!nprand__accept(rng, check_geometric(p)))
            return NPRAND_INVALID;
        g = (union geometric *)nprand__keep(rng, method, bits, 0);
        if (geometric_is_searched(p))
            geometric_prepare_search(g, p);
        else
            geometric_prepare_solve(g, p);
    }
    return draw_geometric(nprand__engine_of(rng), g, p);
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
