/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The set-up of BTPE for many elements. Included once for each vector backend, with the parameters
 * of windows_vector.h. The operations are those of nprand__btpe_begin_portable(), lane by lane: the
 * bits are the same.
 */

VECTOR_INLINE NAME(doubles) NAME(btpe_slope)(NAME(doubles) a)
{
    return a * (SPLAT(1.0) + a * SPLAT(0.5));
}

/* For the test of step 5: see btpe.h. */
VECTOR_INLINE void NAME(btpe_begin_test)(struct nprand__btpes *p, size_t i, NAME(doubles) xm,
                                         NAME(doubles) r, NAME(doubles) q)
{
    const NAME(doubles) next = NAME(load_doubles)(p->n + i) + SPLAT(1.0);
    const NAME(doubles) mean = next * r, rest = next * q, delta = xm - mean;
    const NAME(doubles) square = SPLAT(0.5) * delta * delta;
    NAME(store_doubles)(p->mean + i, mean);
    NAME(store_doubles)(p->rest + i, rest);
    NAME(store_doubles)(p->top + i, next / (mean * rest) * (square - SPLAT(1.0 / 24.0)));
}

VECTOR_INLINE void NAME(btpe_begin_lanes)(struct nprand__btpes *p, size_t i)
{
    const NAME(doubles) n = NAME(load_doubles)(p->n + i), r = NAME(load_doubles)(p->mean + i);
    const NAME(doubles) one = SPLAT(1.0), half = SPLAT(0.5), q = one - r;
    const NAME(doubles) nr = n * r, fm = nr + r, m = FLOOR(fm), xm = m + half;
    const NAME(doubles) root = SPLAT(2.195) * SQRT(nr * q), less = SPLAT(4.6) * q;
    const NAME(doubles) p1 = FLOOR(root - less) + half, xl = xm - p1, xr = xm + p1;
    const NAME(doubles) c = SPLAT(0.134) + SPLAT(20.5) / (SPLAT(15.3) + m);
    const NAME(doubles) laml = NAME(btpe_slope)((fm - xl) / (fm - xl * r));
    const NAME(doubles) lamr = NAME(btpe_slope)((xr - fm) / (xr * q));
    const NAME(doubles) p2 = p1 * (one + SPLAT(2.0) * c), p3 = p2 + c / laml, p4 = p3 + c / lamr;
    NAME(store_doubles)(p->xm + i, xm);
    NAME(store_doubles)(p->p1 + i, p1);
    NAME(store_doubles)(p->inverse_p1 + i, one / p1);
    NAME(store_doubles)(p->p2 + i, p2);
    NAME(store_doubles)(p->p3 + i, p3);
    NAME(store_doubles)(p->p4 + i, p4);
    NAME(store_doubles)(p->c + i, c);
    NAME(store_doubles)(p->laml + i, laml);
    NAME(store_doubles)(p->lamr + i, lamr);
    NAME(btpe_begin_test)(p, i, xm, r, q);
}

TARGET static void NAME(btpe_begin)(size_t i, size_t n, struct nprand__btpes *p)
{
    for (; i + LANES <= n; i += LANES)
        NAME(btpe_begin_lanes)(p, i);
    nprand__btpe_begin_portable(i, n, p);
}
