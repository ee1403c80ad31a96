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

VECTOR_INLINE NAME(doubles) NAME(power_64)(NAME(doubles) x)
{
    const NAME(doubles) x2 = x * x, x4 = x2 * x2, x8 = x4 * x4, x16 = x8 * x8, x32 = x16 * x16;
    return x32 * x32;
}

/* The operations of ptrs.h, lane by lane: attempts of two uniforms from u on, for the elements from
 * i on. */
VECTOR_INLINE NAME(verdicts) NAME(ptrs_attempts)(const struct nprand__ptrs *p, size_t i,
                                                 const double *uniforms, int64_t *out)
{
    const NAME(doubles) first = NAME(load_doubles)(uniforms);
    const NAME(doubles) second = NAME(load_doubles)(uniforms + LANES);
    const NAME(doubles) u = EVENS(first, second) - SPLAT(0.5), v = ODDS(first, second);
    const NAME(doubles) us =
        SPLAT(0.5) - NAME(doubles_of)(NAME(integers_of)(u) & ~NPRAND__SIGN_BIT);
    const NAME(doubles) lam = NAME(load_doubles)(p->lam + i), a = NAME(load_doubles)(p->a + i);
    const NAME(doubles) b = NAME(load_doubles)(p->b + i);
    const NAME(doubles) x = (SPLAT(2.0) * a / us + b) * u + lam + SPLAT(0.43);
    /* Smaller candidates are not tested. With this k, they raise no floating-point exception. */
    const NAME(doubles) least_k = SPLAT(NPRAND__PTRS_LEAST_K), down = FLOOR(x);
    const NAME(doubles) k = BLEND(LESS(x, least_k), least_k, down);
    const NAME(doubles) d = k - lam, s = d / (k + lam);
    const NAME(doubles) s2 = s * s, s4 = s2 * s2, sd = s * d, us2 = us * us;
    const NAME(doubles) high = (SPLAT(1.0 / 7.0) + s2 * SPLAT(1.0 / 9.0)) + s4 * SPLAT(1.0 / 11.0);
    const NAME(doubles) series = (SPLAT(1.0 / 3.0) + s2 * SPLAT(1.0 / 5.0)) + s4 * high;
    const NAME(doubles) start = -(sd + SPLAT(1.0 / 12.0) / k) * SPLAT(1.0 / 64.0);
    const MASK near = LESS(sd, SPLAT(NPRAND__PTRS_MOST_SD));
    const NAME(doubles) w = BLEND(near, start - series * (k * s * s2 * SPLAT(1.0 / 32.0)),
                                  SPLAT(NPRAND__PTRS_FAR_Z / 64.0));
    const NAME(doubles) w2 = w * w;
    const NAME(doubles) root =
        (SPLAT(1.0) + w) + w2 * ((SPLAT(0.5) + w * SPLAT(1.0 / 6.0)) + w2 * SPLAT(1.0 / 24.0));
    const NAME(doubles) right = (a + b * us2) * NAME(power_64)(root);
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

TARGET static size_t NAME(ptrs)(const struct nprand__ptrs *p, size_t i, size_t n, size_t count,
                                const double *u, int64_t *out, size_t *used)
{
    size_t made = 0;
    bool going = true;
    for (*used = 0; going && made < n && *used + 2 <= count;) {
        const size_t done = made, most = nprand__min(n - made, (count - *used) / 2);
        int64_t spare[NPRAND__WINDOW];
        int64_t *const to = n - done < NPRAND__WINDOW ? spare : out + done;
        NAME(verdicts) window = {0, 0};
        for (unsigned j = 0; j < NPRAND__WINDOW; j += LANES) {
            const NAME(verdicts) w =
                NAME(ptrs_attempts)(p, i + done + j, u + *used + 2 * j, to + j);
            window.accepted |= w.accepted << j;
            window.rejected |= w.rejected << j;
        }
        going = NAME(take_window)(window, most, &made, used);
        if (to == spare)
            memcpy(out + done, spare, (made - done) * sizeof *out);
    }
    return made;
}
