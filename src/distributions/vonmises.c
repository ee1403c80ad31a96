/* SPDX-License-Identifier: BSD-3-Clause
 *
 * vonmises: angles on the circle, around mu.
 *
 * Source: D. J. Best and N. I. Fisher, "Efficient simulation of the von Mises distribution",
 * Applied Statistics 28 (1979), 152-157.
 */
#include "../backend/libm.h"
#include "../backend/vonmises.h"

#include "ahead.h"
#include "attempts.h"
#include "parameter.h"

/* Below this kappa, NumPy draws from the uniform distribution on the circle. */
static const double VONMISES_UNIFORM = 1e-8;

struct vonmises {
    double mu, kappa;
    double s; /* of the envelope */
};

/* s of the wrapped Cauchy distribution, the envelope of the rejection:
 * r = 1 + sqrt(1 + 4 kappa^2), rho = (r - sqrt(2 r)) / (2 kappa), s = (1 + rho^2) / (2 rho).
 * For small kappa, rho loses its digits. Releases since 1.9 then take the Taylor series of s. */
static inline double vonmises_full_envelope(double kappa)
{
    double r = 1.0 + sqrt(1.0 + 4.0 * kappa * kappa);
    double rho = (r - sqrt(2.0 * r)) / (2.0 * kappa);
    return (1.0 + rho * rho) / (2.0 * rho);
}

static double vonmises_envelope(const nprand_rng *rng, double kappa)
{
    if (kappa < 1e-5 && !nprand__is_before(rng, NPRAND__RELEASE(1, 9, 0)))
        return 1.0 / kappa + kappa;
    return vonmises_full_envelope(kappa);
}

/* w of an attempt, of z = cos(pi U). */
static inline double vonmises_w(const struct vonmises *p, double z)
{
    return (1.0 + p->s * z) / (p->s + z);
}

static inline bool vonmises_accepts(const struct vonmises *p, double w, double v)
{
    double y = p->kappa * (p->s - w);
    return y * (2.0 - y) - v >= 0.0 || nprand__log(y / v) + 1.0 - y >= 0.0;
}

/* The cosine of an angle around 0, by rejection. *u becomes the first uniform of the attempt that
 * is accepted. An attempt takes two uniforms, U and V, and makes w = (1 + s z) / (s + z) of
 * z = cos(pi U). w is accepted if V is not above y exp(1 - y), of y = kappa (s - w): y (2 - y) is a
 * lower bound, for which no logarithm is needed. V = 0 divides by 0, and y >= 0 is accepted then,
 * y < 0 rejected. */
NPRAND__INLINE double vonmises_cosine(struct nprand__engine *e, struct nprand__ahead *a,
                                      const struct vonmises *p, double *u)
{
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        *u = nprand__next_of(e, a);
        double w = vonmises_w(p, nprand__cos(NPRAND__PI * *u));
        double v = nprand__next_of(e, a);
        if (vonmises_accepts(p, w, v))
            return w;
    }
    *u = (double)NAN; /* of which a piece of an array makes NaN too */
    return *u;
}

/* -1 if negative is 1, or 1 if it is 0. A branch would be mispredicted half of the time. */
static inline double vonmises_sign(int negative)
{
    return 1 - 2 * negative;
}

/* turned >= 0 modulo 2 pi. Below 4 pi, a difference gives it, which is exact: what fmod() gives.
 * For infinity, fmod() would give the same NaN, and set errno. */
static inline double vonmises_turn(double turned)
{
    if (turned < 4.0 * NPRAND__PI) {
        double less = turned - 2.0 * NPRAND__PI;
        return less < 0.0 ? turned : less;
    }
    return isinf(turned) ? turned - turned : fmod(turned, 2.0 * NPRAND__PI);
}

/* Folds an angle to -pi..pi. NumPy folds its absolute value, and gives the sign back afterwards. */
static inline double vonmises_fold(double angle)
{
    double folded = vonmises_turn(fabs(angle) + NPRAND__PI) - NPRAND__PI;
    return vonmises_sign(angle < 0.0) * folded;
}

/* Below VONMISES_UNIFORM the result is uniform on -pi..pi, whatever mu: NumPy does this; do not
 * repair. */
NPRAND__INLINE double draw_vonmises(struct nprand__engine *e, struct nprand__ahead *a,
                                    const struct vonmises *p)
{
    if (isnan(p->kappa))
        return (double)NAN;
    if (p->kappa < VONMISES_UNIFORM)
        return NPRAND__PI * (2.0 * nprand__next_of(e, a) - 1.0);
    double first;
    double w = vonmises_cosine(e, a, p, &first);
    double u = nprand__next_of(e, a);
    return vonmises_fold(vonmises_sign(u < 0.5) * nprand__acos(w) + p->mu);
}

/* ---- Fills ----
 *
 * An accepted attempt takes a third uniform, for the sign. Where the next attempt begins is
 * therefore known only when an attempt has been tested. A fill tests attempts with bounds of
 * y exp(1 - y), which decide nearly all of them without a cosine. Cosines are then computed for the
 * values alone, in an array.
 */

/* Intervals of U with bounds of their own. One attempt in 100 is between the bounds. */
enum { VONMISES_INTERVALS = 128 };
struct vonmises_bounds {
    double low[VONMISES_INTERVALS], high[VONMISES_INTERVALS];
};

/* Computing the bounds takes as long as they save for so many values. */
enum { VONMISES_WORTH_BOUNDS = 400 };

/* Bounds are used if s - 1 is this or more, which it is up to kappa = 50 000. */
static const double VONMISES_LEAST_EXCESS = 1e-5;

/* A bound decides an attempt whose V is beyond it by more than this. Rounding changes y by less
 * than 1e-10 y, since w is rounded to a few 1e-16, and s - w is 1e-5 or more. y exp(1 - y) then
 * changes by less than 1e-10. The rounding of the test itself is smaller still. */
static const double VONMISES_MARGIN = 1e-9;

/* In real numbers, y = kappa (s - w) = kappa (s^2 - 1) / (s + cos(pi U)), which rises with U.
 * y exp(1 - y) rises to 1 at y = 1, and falls for larger y. Its bounds in an interval are therefore
 * its values at both ends; if y = 1 is between the ends, the upper bound is 1. */
NPRAND__NOINLINE static void vonmises_bound(const struct vonmises *p, struct vonmises_bounds *b)
{
    double y[VONMISES_INTERVALS + 1], f[VONMISES_INTERVALS + 1];
    for (int i = 0; i <= VONMISES_INTERVALS; i++)
        f[i] = NPRAND__PI / VONMISES_INTERVALS * i;
    nprand__cos_array(VONMISES_INTERVALS + 1, f);
    for (int i = 0; i <= VONMISES_INTERVALS; i++) {
        y[i] = p->kappa * (p->s - 1.0) * (p->s + 1.0) / (p->s + f[i]);
        f[i] = 1.0 - y[i];
    }
    nprand__exp_array(VONMISES_INTERVALS + 1, f);
    for (int i = 0; i <= VONMISES_INTERVALS; i++)
        f[i] *= y[i];
    for (int i = 0; i < VONMISES_INTERVALS; i++) {
        bool has_top = y[i] <= 1.0 && y[i + 1] >= 1.0;
        double less = f[i] < f[i + 1] ? f[i] : f[i + 1];
        double more = f[i] < f[i + 1] ? f[i + 1] : f[i];
        b->low[i] = less - VONMISES_MARGIN;
        b->high[i] = (has_top ? 1.0 : more) + VONMISES_MARGIN;
    }
}

/* What the bounds say of an attempt: rejected, accepted, or between the bounds. */
enum { VONMISES_REJECTED = 0, VONMISES_ACCEPTED = 1, VONMISES_BETWEEN = 2 };

/* Uniforms of a round: those of a block of words. */
enum { VONMISES_UNIFORMS = NPRAND__AHEAD };

/* What the bounds say of attempts that begin at u[0], u[1], ..., u[n-1]. Not all of these attempts
 * are made: where an attempt begins depends on the verdicts before it. */
static inline void vonmises_compare(const struct vonmises_bounds *b, size_t n, const double *u,
                                    unsigned char *verdict)
{
    for (size_t i = 0; i < n; i++) {
        const int interval = (int)(u[i] * VONMISES_INTERVALS);
        const int above_low = !(u[i + 1] < b->low[interval]);
        const int below_high = !(u[i + 1] > b->high[interval]);
        /* without a branch, which the processor would often mispredict */
        verdict[i] = (unsigned char)(VONMISES_ACCEPTED * (1 - above_low) +
                                     VONMISES_BETWEEN * (above_low & below_high));
    }
}

/* n values, of the first and the third uniform of each. */
static inline void vonmises_angles(const struct vonmises *p, size_t n, const double *u,
                                   const double *signs, double *out)
{
    for (size_t i = 0; i < n; i++)
        out[i] = NPRAND__PI * u[i];
    nprand__cos_array(n, out);
    for (size_t i = 0; i < n; i++)
        out[i] = vonmises_w(p, out[i]);
    nprand__acos_array(n, out);
    for (size_t i = 0; i < n; i++)
        out[i] = vonmises_fold(vonmises_sign(signs[i] < 0.5) * out[i] + p->mu);
}

/* Makes some of n > 0 values, those of one round. Returns how many. Each value takes three uniforms
 * or more: after the last round, none of 3n uniforms is left over. The last *kept uniforms of a
 * round, two at most, begin an attempt that is not complete. left keeps them for the next round. */
NPRAND__NOINLINE static size_t vonmises_some(struct nprand__engine *e, const struct vonmises *p,
                                             const struct vonmises_bounds *b, size_t n,
                                             size_t *kept, double *left, double *out)
{
    double u[VONMISES_UNIFORMS], signs[VONMISES_UNIFORMS / 3 + 1];
    unsigned char verdict[VONMISES_UNIFORMS];
    const size_t uniforms = n < VONMISES_UNIFORMS / 3 ? 3 * n : VONMISES_UNIFORMS;
    memcpy(u, left, *kept * sizeof *left);
    nprand__fill_doubles(e, uniforms - *kept, u + *kept);
    vonmises_compare(b, uniforms - 2, u, verdict);
    size_t count = 0, i = 0;
    while (i < uniforms - 2) {
        size_t accepted = verdict[i];
        if (accepted == VONMISES_BETWEEN)
            accepted = vonmises_accepts(p, vonmises_w(p, nprand__cos(NPRAND__PI * u[i])), u[i + 1]);
        signs[count] = u[i + 2];
        u[count] = u[i]; /* count <= i */
        count += accepted;
        i += 2 + accepted;
    }
    *kept = uniforms - i;
    memcpy(left, u + i, *kept * sizeof *left);
    vonmises_angles(p, count, u, signs, out);
    return count;
}

/* After more than NPRAND__MANY_ATTEMPTS rounds in a row without a value, which does not happen with
 * rounding to nearest, the values that are missing are NaN. */
NPRAND__NOINLINE static void vonmises_fill(struct nprand__engine *e, const struct vonmises *p,
                                           size_t n, double *out)
{
    struct vonmises_bounds b;
    double left[2], vain = 0.0;
    size_t kept = 0;
    vonmises_bound(p, &b);
    while (n > 0 && vain <= NPRAND__MANY_ATTEMPTS) {
        const size_t made = vonmises_some(e, p, &b, n, &kept, left, out);
        vain = made > 0 ? 0.0 : vain + 1.0;
        out += made;
        n -= made;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = (double)NAN;
}

/* ---- Each ---- */

/* The largest kappa for which nprand__vonmises_test() was proved. For fewer elements in a row, the
 * set-up of a piece takes longer. */
static const double VONMISES_MOST_KAPPA = 1e8;
enum { VONMISES_WORTH_WINDOWS = 4 };

/* How many elements from index first on, at most a piece, have a kappa for windows. */
static size_t vonmises_run(const struct nprand__parameter *kappa, size_t first, size_t n)
{
    const size_t most = nprand__min(n - first, NPRAND__PIECE);
    size_t i = 0;
    while (i < most && nprand__double_at(kappa, first + i) >= VONMISES_UNIFORM &&
           nprand__double_at(kappa, first + i) <= VONMISES_MOST_KAPPA)
        i++;
    return i;
}

/* The envelopes of n elements, and of the room behind them. The second and the last loop become
 * vectors. */
static void vonmises_begin(const nprand_rng *rng, const struct nprand__parameter *kappa,
                           size_t first, size_t n, struct nprand__vonmises *p)
{
    for (size_t i = 0; i < n + NPRAND__WINDOW; i++)
        p->product[i] = nprand__double_at(kappa, first + nprand__min(i, n - 1));
    for (size_t i = 0; i < n + NPRAND__WINDOW; i++)
        p->s[i] = vonmises_full_envelope(p->product[i]);
    for (size_t i = 0; i < n + NPRAND__WINDOW; i++) {
        if (p->product[i] < 1e-5)
            p->s[i] = vonmises_envelope(rng, p->product[i]);
    }
    for (size_t i = 0; i < n + NPRAND__WINDOW; i++)
        p->product[i] *= (p->s[i] - 1.0) * (p->s[i] + 1.0);
}

/* What a window writes, of an element whose attempt it left open. */
static double vonmises_alone(struct nprand__ahead *a, double kappa, double s)
{
    const struct vonmises p = {0.0, kappa, s};
    double u;
    vonmises_cosine(a->e, a, &p, &u);
    return nprand__vonmises_signed(u, nprand__next_of(a->e, a));
}

/* Angles of the uniforms that the windows have written. The angle around 0 has the sign of the
 * uniform. */
static void vonmises_finish(const struct nprand__parameter *mu, size_t first, size_t n,
                            const double *s, const double *u, double *out)
{
    for (size_t i = 0; i < n; i++)
        out[i] = NPRAND__PI * u[i];
    nprand__cos_array(n, out);
    for (size_t i = 0; i < n; i++)
        out[i] = (1.0 + s[i] * out[i]) / (s[i] + out[i]);
    nprand__acos_array(n, out);
    for (size_t i = 0; i < n; i++)
        out[i] = vonmises_fold(copysign(out[i], u[i]) + nprand__double_at(mu, first + i));
}

/* n <= NPRAND__PIECE values. The element at which a window stops is drawn alone: its attempt needs
 * the exact test, or the doubles that were read do not suffice. */
NPRAND__NOINLINE static void vonmises_windows(const nprand_rng *rng, struct nprand__ahead *a,
                                              const struct nprand__parameter *of, size_t first,
                                              size_t n, double *out)
{
    struct nprand__vonmises p;
    double u[NPRAND__PIECE];
    vonmises_begin(rng, &of[1], first, n, &p);
    for (size_t i = 0; i < n; i++) {
        size_t used;
        i +=
            nprand__backend()->vonmises(&p, i, n - i, a->count - a->at, a->u + a->at, u + i, &used);
        a->at += used;
        if (i < n)
            u[i] = vonmises_alone(a, nprand__double_at(&of[1], first + i), p.s[i]);
    }
    vonmises_finish(&of[0], first, n, p.s, u, out);
}

/* ---- Checks and public functions ---- */

/* A bound for the attempts that a value is expected to take. An attempt of cosine w is accepted
 * with the chance y exp(1 - y), y = kappa (s - w). For large kappa, nearly all w round to 1. Then y
 * is kappa (s - 1), which is about 1/2, until s - 1 has few ulps or none. From there on y is up to
 * 4.4, for which one attempt in seven is accepted. For some kappa from 6e15 on, and all from 2e16
 * on, s rounds to 1 or is NaN, and NumPy's loop accepts nothing. Below 1e13, two attempts in five
 * or more are accepted. */
static double vonmises_attempts(double kappa, double s)
{
    if (!(kappa >= 1e13)) /* before 1.9, rho can be 0 and s infinite */
        return isinf(s) && kappa >= VONMISES_UNIFORM ? s : 4.0;
    double y = kappa * (s - 1.0);
    return y > 0.0 ? 2.0 * nprand__exp(y - 1.0) / (y < 1.0 ? y : 1.0) : (double)INFINITY;
}

/* Whether a value is expected to take too many attempts. */
static nprand_status check_vonmises_attempts(const nprand_rng *rng, double kappa)
{
    if (kappa >= 1e-5 && kappa < 1e13) /* rho > 0, and s is finite */
        return NPRAND_OK;
    return nprand__check_attempts(vonmises_attempts(kappa, vonmises_envelope(rng, kappa)));
}

static nprand_status check_vonmises(const nprand_rng *rng, double kappa)
{
    if (nprand__non_negative(kappa, NPRAND_NEGATIVE_KAPPA) != NPRAND_OK)
        return NPRAND_NEGATIVE_KAPPA;
    return check_vonmises_attempts(rng, kappa);
}

double nprand_vonmises(nprand_rng *rng, double mu, double kappa)
{
    if (!nprand__accept(rng, check_vonmises(rng, kappa)))
        return (double)NAN;
    const struct vonmises p = {mu, kappa, vonmises_envelope(rng, kappa)};
    return draw_vonmises(nprand__engine_of(rng), NULL, &p);
}

nprand_status nprand_vonmises_fill(nprand_rng *rng, double mu, double kappa, size_t n, double *out)
{
    nprand_status parameters = check_vonmises(rng, kappa);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct vonmises p = {mu, kappa, vonmises_envelope(rng, kappa)};
    const bool has_bounds = kappa >= VONMISES_UNIFORM && p.s - 1.0 >= VONMISES_LEAST_EXCESS;
    if (has_bounds && n >= VONMISES_WORTH_BOUNDS) {
        vonmises_fill(e, &p, n, out);
    } else {
        for (size_t i = 0; i < n; i++)
            out[i] = draw_vonmises(e, NULL, &p);
    }
    return NPRAND_OK;
}

static nprand_status check_vonmises_each(const nprand_rng *rng, const struct nprand__parameter *p,
                                         size_t n)
{
    nprand_status status =
        nprand__both(nprand__check_values(&p[0], n),
                     nprand__all(&p[1], n, nprand__non_negative, NPRAND_NEGATIVE_KAPPA));
    const size_t count = nprand__values_to_check(&p[1], n);
    for (size_t i = 0; i < count && status == NPRAND_OK; i++)
        status = check_vonmises_attempts(rng, nprand__double_at(&p[1], i));
    return status;
}

nprand_status nprand_vonmises_each(nprand_rng *rng, const double *mu, ptrdiff_t mu_step,
                                   const double *kappa, ptrdiff_t kappa_step, size_t n, double *out)
{
    const struct nprand__parameter p[] = {{mu, mu_step}, {kappa, kappa_step}};
    const nprand_status parameters = check_vonmises_each(rng, p, n);
    const nprand_status status = nprand__check_each(rng, parameters, p, 2, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__ahead a;
    nprand__ahead_begin(&a, nprand__engine_of(rng), n);
    for (size_t i = 0, made; i < n; i += made) {
        const size_t run = vonmises_run(&p[1], i, n);
        made = run >= VONMISES_WORTH_WINDOWS ? run : 1;
        if (made > 1) {
            vonmises_windows(rng, &a, p, i, made, out + i);
        } else {
            const double k = nprand__double_at(&p[1], i);
            const struct vonmises v = {nprand__double_at(&p[0], i), k, vonmises_envelope(rng, k)};
            out[i] = draw_vonmises(a.e, &a, &v);
        }
    }
    nprand__ahead_end(&a);
    return NPRAND_OK;
}
