/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The portable backend: every kernel and function in plain C. It is the specification, and all
 * other backends give the same bits. A backend without a better kernel uses the kernel of this
 * file.
 */
#include "portable.h"

#include "btpe.h"
#include "libm.h"
#include "polar.h"
#include "polynomial.h"
#include "ptrs.h"
#include "rank.h"
#include "vonmises.h"

#include "../math/bits.h"
#include "../math/exact.h"
#include "../math/figures.h"
#include "../math/fma.h"
#include "../math/tables.h"

/* ---- Kernels ---- */

/* Replaces the key by its successor, in three parts. For k < N-M, x[k+M] is a word of the old key.
 * From k = N-M on, x[k+M] is a word of the new key. For the last k, x[k+1] is also a word of the
 * new key. */
static void twist(uint32_t *key)
{
    enum { N = NPRAND__N, M = NPRAND__M };
    for (int k = 0; k < N - M; k++)
        key[k] = nprand__twist_word(key[k], key[k + 1], key[k + M]);
    for (int k = N - M; k < N - 1; k++)
        key[k] = nprand__twist_word(key[k], key[k + 1], key[k + M - N]);
    key[N - 1] = nprand__twist_word(key[N - 1], key[0], key[M - 1]);
}

static inline void temper_words(const uint32_t *NPRAND__RESTRICT key, int n,
                                uint32_t *NPRAND__RESTRICT out)
{
    for (int i = 0; i < n; i++)
        out[i] = nprand__temper_word(key[i]);
}

void nprand__refill_portable(uint32_t *key, uint32_t *block)
{
    twist(key);
    temper_words(key, NPRAND__N, block);
}

void nprand__twist_portable(uint32_t *key, size_t count)
{
    for (; count > 0; count--)
        twist(key);
}

/* Replaces the key by its predecessor, from the last word on. The lower bits of key[0] were used by
 * the twist of the block before, which made the last word of the predecessor. */
static void untwist(uint32_t *key)
{
    enum { N = NPRAND__N, M = NPRAND__M };
    for (int k = N - 1; k > N - M; k--)
        key[k] = nprand__untwist_word(key[k - 1] ^ key[k - 1 + M - N], key[k] ^ key[k + M - N]);
    key[N - M] = nprand__untwist_word(key[N - M - 1] ^ key[N - 1], key[N - M] ^ key[0]);
    for (int k = N - M - 1; k > 0; k--)
        key[k] = nprand__untwist_word(key[k - 1] ^ key[k - 1 + M], key[k] ^ key[k + M]);
    key[0] = nprand__untwist_word(key[N - 1] ^ key[M - 1], key[0] ^ key[M]);
}

void nprand__refill_back_portable(uint32_t *key, uint32_t *block)
{
    untwist(key);
    temper_words(key, NPRAND__N, block);
}

void nprand__words_portable(uint32_t *key, size_t count, uint32_t *out)
{
    for (; count > 0; count--, out += NPRAND__N)
        nprand__refill_portable(key, out);
}

void nprand__convert_portable(const uint32_t *NPRAND__RESTRICT words, size_t n,
                              double *NPRAND__RESTRICT out)
{
    for (size_t i = 0; i < n; i++)
        out[i] = nprand__words_to_double(words[2 * i], words[2 * i + 1]);
}

/* In pieces: the tempered words of a piece need little memory. */
void nprand__doubles_portable(uint32_t *key, size_t count, double *out)
{
    enum { PIECE = 48 };
    static_assert(NPRAND__N % PIECE == 0, "whole pieces");
    for (; count > 0; count--) {
        twist(key);
        for (int i = 0; i < NPRAND__N; i += PIECE, out += PIECE / 2) {
            uint32_t words[PIECE];
            temper_words(key + i, PIECE, words);
            nprand__convert_portable(words, PIECE / 2, out);
        }
    }
}

/* Adds four windows of words at a time, since each pass loads and stores the whole sum: advance by
 * any distance takes 0.79 ms in place of 0.94. If fewer than four bits of which are left, the other
 * windows are zeros. */
void nprand__add_portable(uint32_t *NPRAND__RESTRICT sum, const uint32_t *NPRAND__RESTRICT words,
                          uint64_t which)
{
    static const uint32_t zeros[NPRAND__N] = {0};
    while (which != 0) {
        const uint32_t *w[4] = {zeros, zeros, zeros, zeros};
        for (int k = 0; k < 4 && which != 0; k++) {
            while ((which & 1) == 0) {
                which >>= 1;
                words++;
            }
            w[k] = words++;
            which >>= 1;
        }
        for (int i = 0; i < NPRAND__N; i++)
            sum[i] ^= w[0][i] ^ w[1][i] ^ w[2][i] ^ w[3][i];
    }
}

void nprand__square_mod_portable(uint64_t *g)
{
    nprand__square_mod(g);
}

/* Every value is written. The next value overwrites a value that is too large, which takes less
 * time than a branch on a random condition. */
size_t nprand__select_portable(const uint32_t *words, size_t n, uint32_t low, uint32_t mask,
                               uint32_t max, uint32_t *out)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t value = words[i] & mask;
        out[count] = low + value;
        count += value <= max;
    }
    return count;
}

size_t nprand__count_portable(const uint32_t *words, size_t n, uint32_t mask, uint32_t max)
{
    uint32_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += (words[i] & mask) <= max;
    return count;
}

size_t nprand__select_wide_portable(const uint32_t *words, size_t n, uint64_t low, uint32_t mask,
                                    uint32_t max, uint64_t *out)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t value = words[i] & mask;
        out[count] = low + value;
        count += value <= max;
    }
    return count;
}

size_t nprand__select_pairs_portable(const uint32_t *words, size_t n, uint64_t low, uint64_t mask,
                                     uint64_t max, uint64_t *out)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        uint64_t value = ((uint64_t)words[2 * i] << 32 | words[2 * i + 1]) & mask;
        out[count] = low + value;
        count += value <= max;
    }
    return count;
}

size_t nprand__select_halves_portable(const uint32_t *words, size_t n, uint16_t low, uint16_t mask,
                                      uint16_t max, uint16_t *out)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t first = words[i] & mask;
        uint32_t second = words[i] >> 16 & mask;
        out[count] = (uint16_t)(low + first);
        count += first <= max;
        out[count] = (uint16_t)(low + second);
        count += second <= max;
    }
    return count;
}

size_t nprand__count_points_portable(const uint32_t *words, size_t n)
{
    size_t count = 0;
    for (const uint32_t *w = words; w < words + 4 * n; w += 4) {
        double u1 = nprand__words_to_double(nprand__temper_word(w[0]), nprand__temper_word(w[1]));
        double u2 = nprand__words_to_double(nprand__temper_word(w[2]), nprand__temper_word(w[3]));
        count += nprand__point(u1, u2).inside;
    }
    return count;
}

void nprand__add_pairs_portable(const uint32_t *words, size_t n, uint64_t low, uint64_t *out)
{
    for (size_t i = 0; i < n; i++)
        out[i] = low + ((uint64_t)words[2 * i] << 32 | words[2 * i + 1]);
}

/* Each product ends at the zeros at the latest: no test for count is needed in the loop. */
size_t nprand__multiply_portable(size_t n, size_t count, const double *u, double bound,
                                 int64_t *out, size_t *taken)
{
    size_t made = 0;
    for (*taken = 0; made < n && *taken < count; made++) {
        const size_t start = *taken;
        size_t end = start;
        for (double product = u[end]; product > bound; product *= u[end])
            end++;
        if (end >= count)
            break;
        out[made] = (int64_t)(end - start);
        *taken = end + 1;
    }
    return made;
}

/* ---- Windows of attempts ---- */

/* An attempt for element i. The caller takes a value that it accepts: 8 bytes at out. */
typedef enum nprand__verdict portable_attempt(const void *parameters, size_t i, const double *u,
                                              void *out);

/* The kernels ptrs, btpe and vonmises. step is the number of uniforms that an accepted attempt
 * takes. A rejected one takes two. */
NPRAND__INLINE size_t portable_windows(portable_attempt *make, size_t step, const void *parameters,
                                       size_t i, size_t n, size_t count, const double *u, void *out,
                                       size_t *used)
{
    size_t made = 0;
    for (*used = 0; made < n && *used + step <= count;) {
        void *const to = (unsigned char *)out + 8 * made;
        const enum nprand__verdict verdict = make(parameters, i + made, u + *used, to);
        if (verdict == NPRAND__OPEN)
            break;
        *used += verdict == NPRAND__ACCEPTED ? step : 2;
        made += verdict == NPRAND__ACCEPTED;
    }
    return made;
}

void nprand__ptrs_begin_portable(size_t i, size_t n, struct nprand__ptrs *p)
{
    for (; i < n; i++) {
        const struct nprand__envelope of = nprand__ptrs_envelope(p->lam[i]);
        p->a[i] = of.a;
        p->b[i] = of.b;
        p->inverse_alpha[i] = of.inverse_alpha;
        p->v_r[i] = of.v_r;
    }
}

static inline enum nprand__verdict ptrs_attempt(const void *parameters, size_t i, const double *u,
                                                void *k)
{
    const struct nprand__ptrs *const p = (const struct nprand__ptrs *)parameters;
    const struct nprand__envelope of = {p->lam[i], p->a[i], p->b[i], p->inverse_alpha[i],
                                        p->v_r[i]};
    const double us = 0.5 - fabs(u[0] - 0.5), v = u[1];
    const double x = nprand__ptrs_candidate(&of, u[0] - 0.5, us);
    const bool is_inside = nprand__ptrs_is_inside(&of, us, v);
    const enum nprand__verdict verdict =
        is_inside ? NPRAND__ACCEPTED : nprand__ptrs_test(&of, us, v, x);
    if (verdict == NPRAND__ACCEPTED)
        *(int64_t *)k = (int64_t)x;
    return verdict;
}

size_t nprand__ptrs_portable(const struct nprand__ptrs *p, size_t i, size_t n, size_t count,
                             const double *u, int64_t *out, size_t *used)
{
    return portable_windows(ptrs_attempt, 2, p, i, n, count, u, out, used);
}

size_t nprand__ptrs_candidates_portable(size_t n, const struct nprand__envelope *of,
                                        const double *pairs, double *x,
                                        struct nprand__open_attempts *open)
{
    return nprand__more_ptrs_candidates(0, n, of, pairs, 0, x, open);
}

/* The numbers are above 0 and below 2^31: a conversion rounds them down. */
void nprand__btpe_begin_portable(size_t i, size_t n, struct nprand__btpes *p)
{
    for (; i < n; i++) {
        const double trials = p->n[i], r = p->mean[i], q = 1.0 - r;
        const double fm = trials * r + r, m = (double)(int32_t)fm;
        const double p1 = (double)(int32_t)nprand__btpe_width(trials, r, q) + 0.5;
        const struct nprand__hat hat = nprand__btpe_hat(r, q, fm, m, p1);
        p->xm[i] = hat.xm;
        p->p1[i] = hat.p1;
        p->inverse_p1[i] = 1.0 / hat.p1;
        p->p2[i] = hat.p2;
        p->p3[i] = hat.p3;
        p->p4[i] = hat.p4;
        p->c[i] = hat.c;
        p->laml[i] = hat.laml;
        p->lamr[i] = hat.lamr;
        p->mean[i] = (trials + 1.0) * r;
        p->rest[i] = (trials + 1.0) * q;
        const double delta = hat.xm - p->mean[i];
        p->top[i] = (trials + 1.0) / (p->mean[i] * p->rest[i]) * (0.5 * delta * delta - 1.0 / 24.0);
    }
}

/* Steps 1 to 4: the candidate *x, before it is rounded down, and *v, which step 5 compares with a
 * quotient. *v is below 0 if the point is under the triangle, which accepts it. Returns false if
 * the point is rejected. */
static bool btpe_candidate(const struct nprand__btpes *p, size_t i, double u, double *v, double *x)
{
    const double xl = p->xm[i] - p->p1[i], xr = p->xm[i] + p->p1[i], m = p->xm[i] - 0.5;
    if (u <= p->p1[i]) {
        *x = p->xm[i] - p->p1[i] * *v + u;
        *v = -1.0;
    } else if (u <= p->p2[i]) {
        *x = xl + (u - p->p1[i]) / p->c[i];
        *v = *v * p->c[i] + 1.0 - fabs(m - *x + 0.5) * p->inverse_p1[i];
    } else if (*v == 0.0) {
        return false;
    } else if (u <= p->p3[i]) {
        *x = xl + nprand__log(*v) / p->laml[i];
        *v = *v * (u - p->p2[i]) * p->laml[i];
    } else {
        *x = xr - nprand__log(*v) / p->lamr[i];
        *v = *v * (u - p->p3[i]) * p->lamr[i];
    }
    return *x >= 0.0 && *x < p->n[i] + 1.0;
}

static inline enum nprand__verdict btpe_verdict(const void *parameters, size_t i, const double *u,
                                                void *y)
{
    const struct nprand__btpes *const p = (const struct nprand__btpes *)parameters;
    double v = u[1], x;
    if (!btpe_candidate(p, i, u[0] * p->p4[i], &v, &x))
        return NPRAND__REJECTED;
    const int64_t down = (int64_t)x;
    const enum nprand__verdict verdict =
        v < 0.0 ? NPRAND__ACCEPTED : nprand__btpe_test(p, i, (double)down, v);
    if (verdict == NPRAND__ACCEPTED)
        *(int64_t *)y = down;
    return verdict;
}

size_t nprand__btpe_portable(const struct nprand__btpes *p, size_t i, size_t n, size_t count,
                             const double *u, int64_t *out, size_t *used)
{
    return portable_windows(btpe_verdict, 2, p, i, n, count, u, out, used);
}

static inline enum nprand__verdict vonmises_attempt(const void *parameters, size_t i,
                                                    const double *u, void *out)
{
    const struct nprand__vonmises *const p = (const struct nprand__vonmises *)parameters;
    *(double *)out = nprand__vonmises_signed(u[0], u[2]);
    return nprand__vonmises_test(p->s[i], p->product[i], nprand__cos_of_turn(u[0]), u[1]);
}

size_t nprand__vonmises_portable(const struct nprand__vonmises *p, size_t i, size_t n, size_t count,
                                 const double *u, double *out, size_t *used)
{
    return portable_windows(vonmises_attempt, 3, p, i, n, count, u, out, used);
}

#define TARGET
#define LINKAGE
#define NAME(x) nprand__portable_##x
#include "times.h"
#undef TARGET
#undef LINKAGE
#undef NAME

void nprand__skips_portable(size_t n, const double *u, uint64_t *skip, double *r2)
{
    for (size_t i = 0; i < n; i++) {
        const struct nprand__point point = nprand__point(u[i], u[i + 1]);
        r2[i] = point.r2;
        skip[i] = point.inside ? 0 : 2;
    }
}

void nprand__gammas_portable(size_t n, const double *b, double *x)
{
    for (size_t i = 0; i < n; i++) {
        double c = nprand__gamma_c(b[i]);
        double v = 1.0 + c * x[i];
        v = v * v * v;
        x[i] = b[i] * v;
    }
}

size_t nprand__squeeze_gammas_portable(size_t n, const double *b, const double *c, const double *x,
                                       const double *u, double *out)
{
    for (size_t i = 0; i < n; i++) {
        double v = 1.0 + c[i] * x[i];
        v = v * v * v;
        out[i] = b[i] * v;
        if (!nprand__gamma_squeeze(b[i], x[i], v, u[i]))
            return i;
    }
    return n;
}

/* One step of each search. Where the search has ended, u and x stay, and px is not used. The
 * function is not inline, and its conditions are numbers: GCC then makes vectors of the loops. */
NPRAND__NOINLINE static void search_step(struct nprand__lanes *l, const double *bound,
                                         double *going)
{
    double is_above[NPRAND__LANES], has_next[NPRAND__LANES];
    for (size_t j = 0; j < NPRAND__LANES; j++)
        is_above[j] = l->u[j] > l->px[j] ? 1.0 : 0.0;
    for (size_t j = 0; j < NPRAND__LANES; j++)
        has_next[j] = l->x[j] + 1.0 <= bound[j] ? 1.0 : 0.0;
    for (size_t j = 0; j < NPRAND__LANES; j++) {
        const double px = l->px[j], x = l->x[j];
        const double n_minus_x_r = (l->n[j] - x) * l->r[j];
        const double misses = going[j] * is_above[j];
        const double goes_on = misses * has_next[j];
        l->vain[j] += misses - goes_on;
        going[j] = goes_on;
        l->u[j] -= goes_on * px;
        l->px[j] = (n_minus_x_r * px) / ((x + 1.0) * l->q[j]);
        l->x[j] = x + goes_on;
    }
}

/* The searches of inversion_search() of ../distributions/binomial.c. x is below the bound rounded
 * down if x + 1 is not above the bound itself. Looks only after every few steps whether all
 * searches have ended. */
void nprand__search_lanes_portable(struct nprand__lanes *l)
{
    enum { STEPS = 3 };
    double bound[NPRAND__LANES], going[NPRAND__LANES];
    bool any = true;
    for (size_t j = 0; j < NPRAND__LANES; j++) {
        const double np = l->n[j] * l->r[j], most = np + 10.0 * sqrt(np * l->q[j] + 1.0);
        bound[j] = l->n[j] < most ? l->n[j] : most;
        l->x[j] = l->vain[j] = 0.0;
        going[j] = 1.0;
    }
    while (any) {
        for (int i = 0; i < STEPS; i++)
            search_step(l, bound, going);
        any = false;
        for (size_t j = 0; j < NPRAND__LANES; j++)
            any |= going[j] > 0.0;
    }
}

/* Each bound is compared with all numbers in turn: GCC makes vectors of this loop. */
void nprand__ranks_portable(size_t n, const float *x, size_t count, const nprand__bound *bounds,
                            int32_t *NPRAND__RESTRICT rank)
{
    for (size_t i = 0; i < n; i++)
        rank[i] = 0;
    for (size_t j = 0; j < count; j++) {
        const float bound = bounds[j];
        for (size_t i = 0; i < n; i++)
            rank[i] += bound < x[i] - NPRAND__RANK_MARGIN;
    }
    for (size_t i = 0; i < n; i++) {
        if (bounds[rank[i]] < x[i] + NPRAND__RANK_MARGIN)
            rank[i] = -1;
    }
}

/* ---- Functions ---- */

#define TARGET
#define LINKAGE static
#if !NPRAND__HAS_FMA && !defined(NPRAND_MATH_SYSTEM)
#define PLAIN(x)      plain_##x
#define NAME(x)       PLAIN(x)
#define FMA(a, b, c)  ((a) * (b) + (c))
#define MINUS_1(a, b) nprand__product_minus_1(a, b)
#include "../math/log_sum.h"
#undef NAME
#undef FMA
#undef MINUS_1
#endif
#define NAME(x) portable_##x
#ifdef NPRAND_MATH_SYSTEM
#include "../math/system.h"
#else
#define FMA(a, b, c) nprand__fma(a, b, c)
#include "../math/scalar.h"
#undef FMA
#endif
#undef PLAIN
#include "polar_scalar.h"
#undef TARGET
#undef LINKAGE
#undef NAME

size_t nprand__select_points_portable(size_t n, const double *u, struct nprand__points *p)
{
    return nprand__select_more_points(n, u, 0, p);
}

size_t nprand__points_and_uniforms_portable(size_t n, const double *u, struct nprand__points *p,
                                            double *v, bool *more)
{
    return nprand__more_points_and_uniforms(0, n, u, 0, p, v, more);
}

static bool can_run(void)
{
    return true;
}

const struct nprand__backend nprand__backend_portable = {
    .name = "portable",
    .description = "portable" NPRAND__MATH,
    .can_run = can_run,
    .refill = nprand__refill_portable,
    .refill_back = nprand__refill_back_portable,
    .twist = nprand__twist_portable,
    .words = nprand__words_portable,
    .doubles = nprand__doubles_portable,
    .convert = nprand__convert_portable,
    .words_and_stream = NULL,
    .doubles_and_stream = NULL,
    .end_streaming = NULL,
    .select = nprand__select_portable,
    .count = nprand__count_portable,
    .select_wide = nprand__select_wide_portable,
    .select_pairs = nprand__select_pairs_portable,
    .select_halves = nprand__select_halves_portable,
    .add_pairs = nprand__add_pairs_portable,
    .count_points = nprand__count_points_portable,
    .add = nprand__add_portable,
    .square_mod = nprand__square_mod_portable,
    .log = portable_log,
    .exp = portable_exp,
    .pow = portable_pow,
    .log1p = portable_log1p,
    .log2 = portable_log2,
    .cos = portable_cos,
    .sin = portable_sin,
    .acos = portable_acos,
    .log_array = portable_log_array,
    .exp_array = portable_exp_array,
    .pow_array = portable_pow_array,
    .log1p_array = portable_log1p_array,
    .cos_array = portable_cos_array,
    .acos_array = portable_acos_array,
    .select_points = nprand__select_points_portable,
    .points_and_uniforms = nprand__points_and_uniforms_portable,
    .normals = portable_normals,
    .exponentials = portable_exponentials,
    .multiply = nprand__multiply_portable,
    .ptrs_begin = nprand__ptrs_begin_portable,
    .ptrs = nprand__ptrs_portable,
    .ptrs_candidates = nprand__ptrs_candidates_portable,
    .times = nprand__portable_times,
    .skips = nprand__skips_portable,
    .btpe_begin = nprand__btpe_begin_portable,
    .btpe = nprand__btpe_portable,
    .vonmises = nprand__vonmises_portable,
    .gammas = nprand__gammas_portable,
    .squeeze_gammas = nprand__squeeze_gammas_portable,
    .search_lanes = nprand__search_lanes_portable,
    .ranks = nprand__ranks_portable,
};
