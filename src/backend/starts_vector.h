/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Poisson values by multiplication, from every start together. Included once for each vector
 * backend, after vector.h and with its parameters.
 *
 * The start of a value is known only when the value before it is known. A loop that multiplies
 * until the product is small enough has an end that the processor cannot predict. Here, each lane
 * multiplies from a uniform of its own on. The number of factors is found for every uniform, as if
 * a value started at it. The values are then read from start to start. A product never grows, since
 * no uniform is above 1: a lane whose product has ended may be multiplied further.
 */

/* The lanes of a vector, each of which multiplies from its own uniform on. */
typedef struct {
    NAME(doubles) product, factors;
} NAME(chains);

/* Counts the factor if the product is above bound, then multiplies by the next uniform. Returns the
 * lanes whose product was above bound. */
VECTOR_INLINE MASK NAME(chain_step)(NAME(chains) * c, const double *next, double bound)
{
    MASK goes_on = LESS(SPLAT(bound), c->product);
    c->factors = c->factors + BLEND(goes_on, SPLAT(1.0), SPLAT(0.0));
    c->product = c->product * NAME(load_doubles)(next);
    return goes_on;
}

/* Writes the counts as integers: the low bits of a double 2^52 + c are the integer c. */
VECTOR_INLINE void NAME(chain_store)(const NAME(chains) * c, uint64_t *counts)
{
    NAME(integers) bits = NAME(integers_of)(c->factors + SPLAT(0x1p52));
    bits = bits - UINT64_C(0x4330000000000000);
    memcpy(counts, &bits, sizeof bits);
}

/* Writes to counts[i], for each i < count, how many uniforms from u[i] on can be multiplied before
 * their product is bound or less. The zeros behind the uniforms end each product. Two vectors at a
 * time, and two steps before each test for the end, take less time than one. */
TARGET static void NAME(count_factors)(size_t count, const double *u, double bound,
                                       uint64_t *counts)
{
    for (size_t i = 0; i < count; i += 2 * LANES) {
        NAME(chains) a = {NAME(load_doubles)(u + i), SPLAT(0.0)};
        NAME(chains) b = {NAME(load_doubles)(u + i + LANES), SPLAT(0.0)};
        unsigned going = 1;
        for (const double *next = u + i + 1; going != 0; next += 2) {
            NAME(chain_step)(&a, next, bound);
            NAME(chain_step)(&b, next + LANES, bound);
            going = BITS(NAME(chain_step)(&a, next + 1, bound));
            going |= BITS(NAME(chain_step)(&b, next + 1 + LANES, bound));
        }
        NAME(chain_store)(&a, counts + i);
        NAME(chain_store)(&b, counts + i + LANES);
    }
}

TARGET static size_t NAME(multiply)(size_t n, size_t count, const double *u, double bound,
                                    int64_t *out, size_t *taken)
{
    uint64_t counts[NPRAND__AHEAD + 2 * LANES];
    size_t made = 0, start = 0;
    NAME(count_factors)(count, u, bound, counts);
    for (; made < n && start < count && start + counts[start] < count; made++) {
        out[made] = (int64_t)counts[start];
        start += (size_t)counts[start] + 1;
    }
    *taken = start;
    return made;
}
