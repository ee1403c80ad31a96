/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Windows of attempts: an array of parameters, of which each attempt takes those of the first
 * element without a value. Included once for each vector backend, after ../math/vector.h and with
 * its parameters, SQRT(a), EVENS(a, b), ODDS(a, b) of polar_vector.h, and
 *
 *   FLOOR(a)         a rounded down
 *   EITHER(m, n)     the lanes of m, and those of n
 *   THIRDS(a, b, c)  the lanes 0, 3, 6, ... of a, b and c, one behind the other
 *
 * Which element an attempt belongs to is known only when the attempts before it have been tested.
 * NPRAND__WINDOW attempts are tested together, as if all of them were accepted: a line. The values
 * before the first rejected attempt are right. The attempts behind it are tested again, with the
 * parameters of the elements before.
 *
 * A second line of the same window has attempts for the same elements, as if one attempt had been
 * rejected before. It is right from the first rejected attempt on, up to the second one. Each
 * window waits for the window before, and not for the other line. Where many attempts are rejected,
 * two lines save windows: vonmises_each takes 29 ns in place of 37. Fewer attempts of ptrs and btpe
 * are rejected. With 8 lanes, where a line is one vector, two lines still save a tenth; with 4,
 * they take longer than one.
 *
 * An accepted attempt takes two or three uniforms, by the method: its step. A rejected one takes
 * two.
 */

/* Lanes, one bit each. */
typedef struct {
    unsigned accepted, rejected;
} NAME(verdicts);

/* A line of a window: what its attempts are, and the values that they give if they are accepted. It
 * is taken from the element first on. */
struct NAME(line) {
    NAME(doubles) values[NPRAND__WINDOW / LANES];
    NAME(verdicts) are;
    unsigned first;
};

/* Takes the values of a window, n of them at most, and the rejected attempts between and behind
 * them. left is the number of uniforms. An attempt for which there is no room counts as open. There
 * are no branches, which the processor would mispredict. Returns whether a next window can be
 * tested: the attempt behind the values is not open. */
VECTOR_INLINE bool NAME(take_window)(struct NAME(line) * lines, unsigned count, size_t step,
                                     size_t n, size_t left, size_t *made, size_t *used)
{
    unsigned run = 0, rejected = 1;
    for (unsigned k = 0; k < count; k++) {
        const size_t most = nprand__min(n, (left - 2 * (size_t)k) / step);
        const unsigned room = (1U << nprand__min(most, NPRAND__WINDOW)) - 1;
        const unsigned accepted = rejected > 0 ? lines[k].are.accepted & room : 0;
        lines[k].first = run;
        run += (unsigned)__builtin_ctz(~(accepted >> run));
        rejected &= (lines[k].are.rejected & room) >> run;
        *used += 2 * rejected;
    }
    *made += run;
    *used += step * run;
    return run == NPRAND__WINDOW || rejected > 0;
}

/* Stores the values of a window, of each element those of the last line that begins before. */
VECTOR_INLINE void NAME(store_window)(const struct NAME(line) * lines, unsigned count, void *to)
{
    static const double lanes[NPRAND__WINDOW] = {0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5};
    for (unsigned j = 0; j < NPRAND__WINDOW / LANES; j++) {
        NAME(doubles) all = lines[0].values[j];
        for (unsigned k = 1; k < count; k++) {
            const NAME(doubles) first = SPLAT((double)lines[k].first);
            const MASK later = LESS(first, NAME(load_doubles)(lanes + j * LANES));
            all = BLEND(later, lines[k].values[j], all);
        }
        memcpy((unsigned char *)to + j * sizeof all, &all, sizeof all);
    }
}

/* The bits of the integers of doubles 0, 1, ..., 2^52 - 1. */
VECTOR_INLINE NAME(doubles) NAME(to_integers)(NAME(doubles) x)
{
    NAME(integers) bits = NAME(integers_of)(x + SPLAT(0x1p52));
    return NAME(doubles_of)(bits - UINT64_C(0x4330000000000000));
}

VECTOR_INLINE NAME(doubles) NAME(absolute)(NAME(doubles) x)
{
    return NAME(doubles_of)(NAME(integers_of)(x) & ~NPRAND__SIGN_BIT);
}

/* The functions of windows.h. */
VECTOR_INLINE NAME(doubles) NAME(log_series)(NAME(doubles) s2)
{
    const NAME(doubles) s4 = s2 * s2;
    const NAME(doubles) high = (SPLAT(1.0 / 7.0) + s2 * SPLAT(1.0 / 9.0)) + s4 * SPLAT(1.0 / 11.0);
    return (SPLAT(1.0 / 3.0) + s2 * SPLAT(1.0 / 5.0)) + s4 * high;
}

VECTOR_INLINE NAME(doubles) NAME(rough_log)(NAME(doubles) x)
{
    const NAME(integers) bits = NAME(integers_of)(x), k = (bits + NPRAND__ROUGH_LOG_OFFSET) >> 52;
    const NAME(doubles) one = SPLAT(1.0);
    const NAME(doubles) f = NAME(doubles_of)(bits - (k << 52) + NPRAND__ONE_BITS) - one, f2 = f * f;
    const NAME(doubles) high = SPLAT(NPRAND__ROUGH_LOG_4) + f * SPLAT(NPRAND__ROUGH_LOG_5);
    const NAME(doubles) series =
        (SPLAT(NPRAND__ROUGH_LOG_2) + f * SPLAT(NPRAND__ROUGH_LOG_3)) + f2 * high;
    const NAME(doubles) exponent =
        NAME(doubles_of)(k | UINT64_C(0x4330000000000000)) - SPLAT(0x1p52 + 1023.0);
    return exponent * SPLAT(NPRAND__ROUGH_LOG_1) + (f + f2 * series);
}

VECTOR_INLINE NAME(doubles) NAME(exp_64)(NAME(doubles) w)
{
    const NAME(doubles) w2 = w * w;
    const NAME(doubles) x =
        (SPLAT(1.0) + w) + w2 * ((SPLAT(0.5) + w * SPLAT(1.0 / 6.0)) + w2 * SPLAT(1.0 / 24.0));
    const NAME(doubles) x2 = x * x, x4 = x2 * x2, x8 = x4 * x4, x16 = x8 * x8, x32 = x16 * x16;
    return x32 * x32;
}

/* What a method computes of the uniforms alone, ahead of the windows. at is the number of entries
 * that are computed. The last windows read behind the uniforms. */
struct NAME(ready) {
    size_t at;
    double a[NPRAND__AHEAD + 4 * NPRAND__WINDOW], b[NPRAND__AHEAD + 4 * NPRAND__WINDOW];
};

/* Computes what the attempts need that end before u[end]. */
typedef void NAME(prepare)(const double *u, size_t end, struct NAME(ready) * r);

/* Attempts from u[at] on, one in each lane, for the elements from i on. Writes LANES values of 8
 * bytes. */
typedef NAME(verdicts) NAME(attempts)(const void *parameters, size_t i, const double *u, size_t at,
                                      const struct NAME(ready) * r, NAME(doubles) * values);

/* The operations of ptrs.h, lane by lane. */
VECTOR_INLINE NAME(verdicts)
    NAME(ptrs_attempts)(const void *parameters, size_t i, const double *uniforms, size_t at,
                        const struct NAME(ready) * r, NAME(doubles) * values)
{
    const struct nprand__ptrs *const p = (const struct nprand__ptrs *)parameters;
    (void)r;
    const NAME(doubles) first = NAME(load_doubles)(uniforms + at);
    const NAME(doubles) second = NAME(load_doubles)(uniforms + at + LANES);
    const NAME(doubles) u = EVENS(first, second) - SPLAT(0.5), v = ODDS(first, second);
    const NAME(doubles) us = SPLAT(0.5) - NAME(absolute)(u);
    const NAME(doubles) lam = NAME(load_doubles)(p->lam + i), a = NAME(load_doubles)(p->a + i);
    const NAME(doubles) b = NAME(load_doubles)(p->b + i);
    const NAME(doubles) x = (SPLAT(2.0) * a / us + b) * u + lam + SPLAT(0.43);
    /* Smaller candidates are not tested. With this k, they raise no floating-point exception. */
    const NAME(doubles) least_k = SPLAT(NPRAND__PTRS_LEAST_K), down = FLOOR(x);
    const NAME(doubles) k = BLEND(LESS(x, least_k), least_k, down);
    const NAME(doubles) d = k - lam, sum = k + lam;
    const NAME(doubles) inverse = SPLAT(1.0) / (k * sum), s = d * k * inverse;
    const NAME(doubles) s2 = s * s, sd = s * d, us2 = us * us, series = NAME(log_series)(s2);
    const NAME(doubles) start = -(SPLAT(2.0) * sd + sum * inverse * SPLAT(1.0 / 6.0));
    const MASK near = LESS(sd, SPLAT(NPRAND__PTRS_MOST_SD));
    const NAME(doubles) twice_z =
        BLEND(near, start - series * (k * s * s2 * SPLAT(4.0)), SPLAT(2.0 * NPRAND__PTRS_FAR_Z));
    const NAME(doubles) ratio = v * NAME(load_doubles)(p->inverse_alpha + i) * us2 / (a + b * us2);
    const NAME(doubles) difference =
        NAME(rough_log)(ratio * ratio * (SPLAT(6.283185307179586) * k)) - twice_z;
    const MASK tiny = LESS(us, SPLAT(NPRAND__PTRS_LEAST_US));
    const MASK open = EITHER(tiny, LESS(x, least_k));
    const MASK closed = BUT(LESS(s2, SPLAT(NPRAND__PTRS_MOST_S2)), open);
    const MASK above = LESS(SPLAT(NPRAND__PTRS_MARGIN), difference);
    const MASK below = LESS(difference, SPLAT(-NPRAND__PTRS_MARGIN));
    const MASK tested =
        EITHER(LESS(us, SPLAT(NPRAND__PTRS_QUICK_US)), LESS(NAME(load_doubles)(p->v_r + i), v));
    const MASK outside = EITHER(LESS(x, SPLAT(0.0)), BOTH(tiny, LESS(us, v)));
    NAME(verdicts) verdicts;
    verdicts.accepted = ~BITS(BUT(tested, BOTH(closed, BOTH(below, near)))) & ((1U << LANES) - 1);
    verdicts.rejected = BITS(EITHER(outside, BOTH(closed, above)));
    *values = NAME(to_integers)(down);
    return verdicts;
}

/* Step 5 of BTPE: the operations of btpe.h, lane by lane. */
VECTOR_INLINE void NAME(btpe_test)(const struct nprand__btpes *p, size_t i, NAME(doubles) y,
                                   NAME(doubles) v, MASK *accepted, MASK *rejected)
{
    const NAME(doubles) mean = NAME(load_doubles)(p->mean + i);
    const NAME(doubles) rest = NAME(load_doubles)(p->rest + i);
    const NAME(doubles) a = y + SPLAT(0.5), b = NAME(load_doubles)(p->n + i) - y + SPLAT(0.5);
    const NAME(doubles) delta = a - mean, am = a + mean, br = b + rest;
    const NAME(doubles) inverse = SPLAT(1.0) / (am * br);
    const NAME(doubles) s = delta * inverse * br, t = -(delta * inverse * am);
    const NAME(doubles) s2 = s * s, t2 = t * t, main = delta * (s - t);
    const NAME(doubles) more =
        a * (s * s2) * NAME(log_series)(s2) + b * (t * t2) * NAME(log_series)(t2);
    const NAME(doubles) last = inverse * (br * (SPLAT(1.0) - s + s2) + am * (SPLAT(1.0) - t + t2));
    const NAME(doubles) z =
        NAME(load_doubles)(p->top + i) - main - SPLAT(2.0) * more + last * SPLAT(1.0 / 12.0);
    const MASK near = LESS(main, SPLAT(NPRAND__BTPE_MOST_MAIN));
    const NAME(doubles) difference = NAME(rough_log)(v) - BLEND(near, z, SPLAT(NPRAND__BTPE_FAR_Z));
    const MASK closed =
        BOTH(LESS(s2, SPLAT(NPRAND__BTPE_MOST_S2)), LESS(t2, SPLAT(NPRAND__BTPE_MOST_S2)));
    const NAME(doubles) most = SPLAT(NPRAND__BTPE_MARGIN) + last * SPLAT(NPRAND__BTPE_SIGNS);
    *accepted = BOTH(BOTH(closed, near), LESS(difference, SPLAT(-NPRAND__BTPE_MARGIN)));
    *rejected = BOTH(closed, LESS(most, difference));
}

/* The logarithms of the second uniforms of the attempts. A logarithm of 0 has no meaning. The last
 * one is of up to 4 * NPRAND__WINDOW - 2 numbers behind the uniforms. */
VECTOR_INLINE void NAME(btpe_prepare)(const double *u, size_t end, struct NAME(ready) * r)
{
    for (; 2 * r->at < end; r->at += LANES) {
        const NAME(doubles) first = NAME(load_doubles)(u + 2 * r->at);
        const NAME(doubles) second = NAME(load_doubles)(u + 2 * r->at + LANES);
        NAME(store_doubles)(r->a + r->at, NAME(log_vector)(ODDS(first, second)));
    }
}

/* The operations of btpe_candidate() of portable.c, lane by lane: those of the triangle, and those
 * of the parallelograms and both tails, which share a division. */
VECTOR_INLINE NAME(verdicts)
    NAME(btpe_attempts)(const void *parameters, size_t i, const double *uniforms, size_t at,
                        const struct NAME(ready) * r, NAME(doubles) * values)
{
    const struct nprand__btpes *const p = (const struct nprand__btpes *)parameters;
    const NAME(doubles) first = NAME(load_doubles)(uniforms + at);
    const NAME(doubles) second = NAME(load_doubles)(uniforms + at + LANES);
    const NAME(doubles) u = EVENS(first, second) * NAME(load_doubles)(p->p4 + i);
    const NAME(doubles) v = ODDS(first, second);
    const NAME(doubles) xm = NAME(load_doubles)(p->xm + i), c = NAME(load_doubles)(p->c + i);
    const NAME(doubles) p1 = NAME(load_doubles)(p->p1 + i), p2 = NAME(load_doubles)(p->p2 + i);
    const NAME(doubles) p3 = NAME(load_doubles)(p->p3 + i);
    const MASK beyond = LESS(p1, u), tail = LESS(p2, u), right = LESS(p3, u);
    const NAME(doubles) slope =
        BLEND(right, NAME(load_doubles)(p->lamr + i), NAME(load_doubles)(p->laml + i));
    const NAME(doubles) distance =
        BLEND(tail, NAME(load_doubles)(r->a + at / 2), u - p1) / BLEND(tail, slope, c);
    const NAME(doubles) further = BLEND(right, (xm + p1) - distance, (xm - p1) + distance);
    const NAME(doubles) x = BLEND(beyond, further, xm - p1 * v + u);
    const NAME(doubles) m = xm - SPLAT(0.5), zero = SPLAT(0.0);
    const NAME(doubles) in_tail = v * (u - BLEND(right, p3, p2)) * slope;
    const NAME(doubles) in_middle =
        v * c + SPLAT(1.0) -
        NAME(absolute)(m - x + SPLAT(0.5)) * NAME(load_doubles)(p->inverse_p1 + i);
    const NAME(doubles) height = BLEND(beyond, BLEND(tail, in_tail, in_middle), SPLAT(-1.0));
    const MASK inside = BUT(LESS(x, NAME(load_doubles)(p->n + i) + SPLAT(1.0)), LESS(x, zero));
    const NAME(doubles) y = FLOOR(BLEND(inside, x, zero));
    const MASK outside = BUT(tail, LESS(zero, v));
    MASK accepted, rejected;
    NAME(btpe_test)(p, i, y, height, &accepted, &rejected);
    NAME(verdicts) verdicts;
    verdicts.accepted = BITS(BUT(BOTH(inside, EITHER(accepted, LESS(height, zero))), outside));
    verdicts.rejected = BITS(EITHER(rejected, outside)) | (~BITS(inside) & ((1U << LANES) - 1));
    *values = NAME(to_integers)(y);
    return verdicts;
}

/* The cosines of the uniforms as first uniforms of attempts, by the operations of vonmises.h; and
 * the uniforms with the sign that the third uniform gives. */
VECTOR_INLINE void NAME(vonmises_prepare)(const double *u, size_t end, struct NAME(ready) * r)
{
    for (; r->at < end; r->at += LANES) {
        const NAME(doubles) first = NAME(load_doubles)(u + r->at);
        const NAME(doubles) x = SPLAT(NPRAND__PI) * (SPLAT(0.5) - first), x2 = x * x;
        NAME(doubles) sum = SPLAT(1.0 / 362880.0) - x2 * SPLAT(1.0 / 39916800.0);
        sum = SPLAT(1.0 / 120.0) - x2 * (SPLAT(1.0 / 5040.0) - x2 * sum);
        sum = SPLAT(1.0) - x2 * (SPLAT(1.0 / 6.0) - x2 * sum);
        NAME(store_doubles)(r->a + r->at, x * sum);
        const NAME(doubles) third = NAME(load_doubles)(u + r->at + 2) - SPLAT(0.5);
        const NAME(integers) sign = NAME(integers_of)(third) & NPRAND__SIGN_BIT;
        NAME(store_doubles)
        (r->b + r->at, NAME(doubles_of)(NAME(integers_of)(first) | sign));
    }
}

VECTOR_INLINE NAME(doubles) NAME(load_thirds)(const double *at)
{
    return THIRDS(NAME(load_doubles)(at), NAME(load_doubles)(at + LANES),
                  NAME(load_doubles)(at + 2 * LANES));
}

/* The test of vonmises.h, lane by lane, without the comparison of the lower bound. */
VECTOR_INLINE NAME(verdicts)
    NAME(vonmises_attempts)(const void *parameters, size_t i, const double *uniforms, size_t at,
                            const struct NAME(ready) * r, NAME(doubles) * values)
{
    const struct nprand__vonmises *const p = (const struct nprand__vonmises *)parameters;
    const NAME(doubles) z = NAME(load_thirds)(r->a + at), s = NAME(load_doubles)(p->s + i);
    const NAME(doubles) v = NAME(load_thirds)(uniforms + at + 1);
    const NAME(doubles) ratio = NAME(load_doubles)(p->product + i) / (s + z);
    const MASK near = LESS(ratio, SPLAT(NPRAND__VONMISES_MOST_Y));
    const NAME(doubles) y = BLEND(near, ratio, SPLAT(NPRAND__VONMISES_MOST_Y));
    const NAME(doubles) power = NAME(exp_64)((SPLAT(1.0) - y) * SPLAT(1.0 / 64.0));
    const NAME(doubles) distance = y * power - v;
    NAME(verdicts) verdicts;
    verdicts.accepted = BITS(BOTH(near, LESS(SPLAT(NPRAND__VONMISES_MARGIN), distance)));
    verdicts.rejected = BITS(LESS(distance, SPLAT(-NPRAND__VONMISES_MARGIN)));
    *values = NAME(load_thirds)(r->b + at);
    return verdicts;
}

/* Makes the lines of a window from u[at] on, for the elements from i on. */
VECTOR_INLINE void NAME(test_window)(NAME(attempts) * attempts, unsigned count, size_t step,
                                     const void *parameters, size_t i, const double *u, size_t at,
                                     const struct NAME(ready) * r, struct NAME(line) * lines)
{
    for (unsigned k = 0; k < count; k++) {
        lines[k].are.accepted = lines[k].are.rejected = 0;
        for (unsigned j = 0; j < NPRAND__WINDOW; j += LANES) {
            const NAME(verdicts) w = attempts(parameters, i + j, u, at + step * j + 2 * k, r,
                                              &lines[k].values[j / LANES]);
            lines[k].are.accepted |= w.accepted << j;
            lines[k].are.rejected |= w.rejected << j;
        }
    }
}

/* The kernels ptrs, btpe and vonmises, by windows of so many lines. */
VECTOR_INLINE size_t NAME(windows)(NAME(prepare) * prepare, NAME(attempts) * attempts,
                                   unsigned lines, size_t step, const void *parameters, size_t i,
                                   size_t n, size_t count, const double *u, void *out, size_t *used)
{
    struct NAME(ready) ready;
    size_t made = 0;
    bool going = true;
    ready.at = 0;
    for (*used = 0; going && made < n && *used + step <= count;) {
        const size_t done = made, at = *used;
        unsigned char *const to = (unsigned char *)out + 8 * done;
        struct NAME(line) line[NPRAND__LINES];
        prepare(u, at + step * NPRAND__WINDOW + 2 * (lines - 1), &ready);
        NAME(test_window)(attempts, lines, step, parameters, i + done, u, at, &ready, line);
        going = NAME(take_window)(line, lines, step, n - done, count - at, &made, used);
        if (n - done >= NPRAND__WINDOW) {
            NAME(store_window)(line, lines, to);
        } else {
            unsigned char spare[8 * NPRAND__WINDOW];
            NAME(store_window)(line, lines, spare);
            memcpy(to, spare, 8 * (made - done));
        }
    }
    return made;
}

VECTOR_INLINE void NAME(ptrs_prepare)(const double *u, size_t end, struct NAME(ready) * r)
{
    (void)u;
    (void)end;
    (void)r;
}

enum { NAME(lines) = LANES / 4 }; /* of ptrs and btpe */

TARGET static size_t NAME(ptrs)(const struct nprand__ptrs *p, size_t i, size_t n, size_t count,
                                const double *u, int64_t *out, size_t *used)
{
    return NAME(windows)(NAME(ptrs_prepare), NAME(ptrs_attempts), NAME(lines), 2, p, i, n, count, u,
                         out, used);
}

TARGET static size_t NAME(btpe)(const struct nprand__btpes *p, size_t i, size_t n, size_t count,
                                const double *u, int64_t *out, size_t *used)
{
    return NAME(windows)(NAME(btpe_prepare), NAME(btpe_attempts), NAME(lines), 2, p, i, n, count, u,
                         out, used);
}

TARGET static size_t NAME(vonmises)(const struct nprand__vonmises *p, size_t i, size_t n,
                                    size_t count, const double *u, double *out, size_t *used)
{
    return NAME(windows)(NAME(vonmises_prepare), NAME(vonmises_attempts), 2, 3, p, i, n, count, u,
                         out, used);
}
