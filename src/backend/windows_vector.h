/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Windows of attempts: an array of parameters, of which each attempt takes those of the first
 * element without a value. Included once for each vector backend, after ../math/vector.h and with
 * its parameters, SQRT(a), EVENS(a, b), ODDS(a, b) of polar_vector.h, and
 *
 *   FLOOR(a)  a rounded down
 *
 * Which element an attempt belongs to is known only when the attempts before it have been tested.
 * NPRAND__WINDOW attempts are tested together, as if all of them were accepted. The values before
 * the first rejected attempt are right. The attempts behind it are tested again, with the
 * parameters of the elements before.
 */

/* The lanes of a window, one bit each. */
typedef struct {
    unsigned accepted, rejected;
} NAME(verdicts);

/* Takes the values of a window, most of them at most, and the rejected attempt behind them. Returns
 * whether a next window can be tested: there is room for it, and the attempt is not open. */
VECTOR_INLINE bool NAME(take_window)(NAME(verdicts) w, size_t most, size_t *made, size_t *used)
{
    const size_t run = (size_t)__builtin_ctz(~w.accepted);
    const size_t rejects = w.rejected >> run & 1;
    if (run >= most) {
        *made += most;
        *used += 2 * most;
        return false;
    }
    *made += run;
    *used += 2 * (run + rejects);
    return run == NPRAND__WINDOW || rejects > 0;
}

/* Integers of doubles 0, 1, ..., 2^52 - 1. */
VECTOR_INLINE void NAME(store_integers)(int64_t *at, NAME(doubles) x)
{
    NAME(integers) bits = NAME(integers_of)(x + SPLAT(0x1p52));
    bits = bits - UINT64_C(0x4330000000000000);
    memcpy(at, &bits, sizeof bits);
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

VECTOR_INLINE NAME(doubles) NAME(exp_64)(NAME(doubles) w)
{
    const NAME(doubles) w2 = w * w;
    const NAME(doubles) x =
        (SPLAT(1.0) + w) + w2 * ((SPLAT(0.5) + w * SPLAT(1.0 / 6.0)) + w2 * SPLAT(1.0 / 24.0));
    const NAME(doubles) x2 = x * x, x4 = x2 * x2, x8 = x4 * x4, x16 = x8 * x8, x32 = x16 * x16;
    return x32 * x32;
}

/* The logarithms of the second uniforms of LANES attempts. A logarithm of 0 has no meaning. */
VECTOR_INLINE void NAME(second_logs)(const double *u, double *logs)
{
    const NAME(doubles) first = NAME(load_doubles)(u), second = NAME(load_doubles)(u + LANES);
    NAME(store_doubles)(logs, NAME(log_vector)(ODDS(first, second)));
}

/* Attempts of two uniforms from u on, one in each lane, for the elements from i on. logs has the
 * logarithms of the second uniforms, if the method needs them. */
typedef NAME(verdicts) NAME(attempts)(const void *parameters, size_t i, const double *u,
                                      const double *logs, int64_t *out);

/* The operations of ptrs.h, lane by lane. */
VECTOR_INLINE NAME(verdicts)
    NAME(ptrs_attempts)(const void *parameters, size_t i, const double *uniforms,
                        const double *logs, int64_t *out)
{
    const struct nprand__ptrs *const p = (const struct nprand__ptrs *)parameters;
    (void)logs;
    const NAME(doubles) first = NAME(load_doubles)(uniforms);
    const NAME(doubles) second = NAME(load_doubles)(uniforms + LANES);
    const NAME(doubles) u = EVENS(first, second) - SPLAT(0.5), v = ODDS(first, second);
    const NAME(doubles) us = SPLAT(0.5) - NAME(absolute)(u);
    const NAME(doubles) lam = NAME(load_doubles)(p->lam + i), a = NAME(load_doubles)(p->a + i);
    const NAME(doubles) b = NAME(load_doubles)(p->b + i);
    const NAME(doubles) x = (SPLAT(2.0) * a / us + b) * u + lam + SPLAT(0.43);
    /* Smaller candidates are not tested. With this k, they raise no floating-point exception. */
    const NAME(doubles) least_k = SPLAT(NPRAND__PTRS_LEAST_K), down = FLOOR(x);
    const NAME(doubles) k = BLEND(LESS(x, least_k), least_k, down);
    const NAME(doubles) d = k - lam, s = d / (k + lam);
    const NAME(doubles) s2 = s * s, sd = s * d, us2 = us * us, series = NAME(log_series)(s2);
    const NAME(doubles) start = -(sd + SPLAT(1.0 / 12.0) / k) * SPLAT(1.0 / 64.0);
    const MASK near = LESS(sd, SPLAT(NPRAND__PTRS_MOST_SD));
    const NAME(doubles) w = BLEND(near, start - series * (k * s * s2 * SPLAT(1.0 / 32.0)),
                                  SPLAT(NPRAND__PTRS_FAR_Z / 64.0));
    const NAME(doubles) right = (a + b * us2) * NAME(exp_64)(w);
    const NAME(doubles) left =
        v * NAME(load_doubles)(p->inverse_alpha + i) * us2 * SQRT(SPLAT(6.283185307179586) * k);
    const unsigned all = (1U << LANES) - 1;
    const unsigned inside =
        all & ~(BITS(LESS(us, SPLAT(0.07))) | BITS(LESS(NAME(load_doubles)(p->v_r + i), v)));
    const unsigned tiny = BITS(LESS(us, SPLAT(NPRAND__PTRS_LEAST_US)));
    const unsigned closed = BITS(LESS(s2, SPLAT(NPRAND__PTRS_MOST_S2))) & ~tiny &
                            ~BITS(LESS(x, SPLAT(NPRAND__PTRS_LEAST_K)));
    const unsigned above = BITS(LESS(right, left * SPLAT(1.0 - NPRAND__PTRS_MARGIN)));
    const unsigned below = BITS(LESS(left * SPLAT(1.0 + NPRAND__PTRS_MARGIN), right));
    const unsigned outside = BITS(LESS(x, SPLAT(0.0))) | (tiny & BITS(LESS(us, v)));
    NAME(verdicts) verdicts;
    verdicts.accepted = inside | (closed & below & BITS(near));
    verdicts.rejected = ~inside & (outside | (closed & above));
    NAME(store_integers)(out, down);
    return verdicts;
}

/* Step 5 of BTPE: the operations of btpe.h, lane by lane. Returns lanes that are accepted, and
 * lanes that are rejected. */
VECTOR_INLINE NAME(verdicts) NAME(btpe_test)(const struct nprand__btpes *p, size_t i,
                                             NAME(doubles) y, NAME(doubles) v, NAME(doubles) scale)
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
    const NAME(doubles) right =
        scale * NAME(exp_64)(BLEND(near, z, SPLAT(NPRAND__BTPE_FAR_Z)) * SPLAT(1.0 / 64.0));
    const unsigned closed =
        BITS(LESS(s2, SPLAT(NPRAND__BTPE_MOST_S2))) & BITS(LESS(t2, SPLAT(NPRAND__BTPE_MOST_S2)));
    NAME(verdicts) verdicts;
    verdicts.accepted = closed & BITS(LESS(v * SPLAT(NPRAND__BTPE_MORE), right)) & BITS(near);
    verdicts.rejected = closed & BITS(LESS(right * (SPLAT(1.0) + last * SPLAT(NPRAND__BTPE_SIGNS)),
                                           v * SPLAT(NPRAND__BTPE_LESS)));
    return verdicts;
}

/* The operations of btpe_candidate() of portable.c, lane by lane: those of the triangle, and those
 * of the parallelograms and both tails, which share a division. */
VECTOR_INLINE NAME(verdicts)
    NAME(btpe_attempts)(const void *parameters, size_t i, const double *uniforms,
                        const double *logs, int64_t *out)
{
    const struct nprand__btpes *const p = (const struct nprand__btpes *)parameters;
    const NAME(doubles) first = NAME(load_doubles)(uniforms);
    const NAME(doubles) second = NAME(load_doubles)(uniforms + LANES);
    const NAME(doubles) u = EVENS(first, second) * NAME(load_doubles)(p->p4 + i);
    const NAME(doubles) v = ODDS(first, second);
    const NAME(doubles) xm = NAME(load_doubles)(p->xm + i), c = NAME(load_doubles)(p->c + i);
    const NAME(doubles) p1 = NAME(load_doubles)(p->p1 + i), p2 = NAME(load_doubles)(p->p2 + i);
    const NAME(doubles) p3 = NAME(load_doubles)(p->p3 + i);
    const MASK beyond = LESS(p1, u), tail = LESS(p2, u), right = LESS(p3, u);
    const NAME(doubles) slope =
        BLEND(right, NAME(load_doubles)(p->lamr + i), NAME(load_doubles)(p->laml + i));
    const NAME(doubles) distance =
        BLEND(tail, NAME(load_doubles)(logs), u - p1) / BLEND(tail, slope, c);
    const NAME(doubles) further = BLEND(right, (xm + p1) - distance, (xm - p1) + distance);
    const NAME(doubles) x = BLEND(beyond, further, xm - p1 * v + u);
    const NAME(doubles) m = xm - SPLAT(0.5), zero = SPLAT(0.0);
    const NAME(doubles) in_tail = v * (u - BLEND(right, p3, p2)) * slope;
    const NAME(doubles) in_middle = (v * c + SPLAT(1.0)) * p1 - NAME(absolute)(m - x + SPLAT(0.5));
    const NAME(doubles) height = BLEND(beyond, BLEND(tail, in_tail, in_middle), SPLAT(-1.0));
    const MASK inside = BUT(LESS(x, NAME(load_doubles)(p->n + i) + SPLAT(1.0)), LESS(x, zero));
    const NAME(doubles) y = FLOOR(BLEND(inside, x, zero));
    const NAME(verdicts) of_test = NAME(btpe_test)(p, i, y, height, BLEND(tail, SPLAT(1.0), p1));
    const unsigned outside = ~BITS(inside) | (BITS(tail) & ~BITS(LESS(zero, v)));
    NAME(verdicts) verdicts;
    verdicts.accepted = (BITS(LESS(height, zero)) | of_test.accepted) & ~outside;
    verdicts.rejected = (of_test.rejected | outside) & ((1U << LANES) - 1);
    NAME(store_integers)(out, y);
    return verdicts;
}

/* The kernels ptrs and btpe. has_logs: the logarithms of the second uniforms are computed. */
VECTOR_INLINE size_t NAME(windows)(NAME(attempts) * attempts, bool has_logs, const void *parameters,
                                   size_t i, size_t n, size_t count, const double *u, int64_t *out,
                                   size_t *used)
{
    double logs[NPRAND__AHEAD / 2 + 2 * NPRAND__WINDOW];
    size_t made = 0, ready = 0;
    bool going = true;
    for (*used = 0; going && made < n && *used + 2 <= count;) {
        const size_t done = made, at = *used / 2, most = nprand__min(n - made, count / 2 - at);
        int64_t spare[NPRAND__WINDOW];
        int64_t *const to = n - done < NPRAND__WINDOW ? spare : out + done;
        NAME(verdicts) window = {0, 0};
        /* The last logarithms are of up to 4 * NPRAND__WINDOW - 4 numbers behind the uniforms. */
        for (; has_logs && ready < at + NPRAND__WINDOW; ready += LANES)
            NAME(second_logs)(u + 2 * ready, logs + ready);
        for (unsigned j = 0; j < NPRAND__WINDOW; j += LANES) {
            const NAME(verdicts) w =
                attempts(parameters, i + done + j, u + *used + 2 * j, logs + at + j, to + j);
            window.accepted |= w.accepted << j;
            window.rejected |= w.rejected << j;
        }
        going = NAME(take_window)(window, most, &made, used);
        if (to == spare)
            memcpy(out + done, spare, (made - done) * sizeof *out);
    }
    return made;
}

TARGET static size_t NAME(ptrs)(const struct nprand__ptrs *p, size_t i, size_t n, size_t count,
                                const double *u, int64_t *out, size_t *used)
{
    return NAME(windows)(NAME(ptrs_attempts), false, p, i, n, count, u, out, used);
}

TARGET static size_t NAME(btpe)(const struct nprand__btpes *p, size_t i, size_t n, size_t count,
                                const double *u, int64_t *out, size_t *used)
{
    return NAME(windows)(NAME(btpe_attempts), true, p, i, n, count, u, out, used);
}
