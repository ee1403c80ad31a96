/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Sine and cosine in fixed-point numbers of 352 bits, 320 of them behind the point.
 */
#include "fixed.h"

#include "bits.h"
#include "pi.h"

#include <math.h>

enum { FIXED_N = NPRAND__FIXED_WORDS, FIXED_FRACTION_BITS = 32 * (FIXED_N - 1) };

_Static_assert(sizeof NPRAND__PI == sizeof(struct nprand__fixed), "pi has another length");

/* The integer m with x = m 2^exponent, for x > 0. */
static uint64_t fixed_mantissa(double x, int *exponent)
{
    const uint64_t bits = nprand__to_bits(x);
    const int biased = (int)nprand__exponent(bits);
    const uint64_t fraction = bits & UINT64_C(0xfffffffffffff);
    *exponent = (biased > 0 ? biased : 1) - 1075;
    return biased > 0 ? fraction | UINT64_C(1) << 52 : fraction;
}

struct nprand__fixed nprand__fixed_of(double x)
{
    struct nprand__fixed r = {{0}};
    int exponent;
    const uint64_t mantissa = fixed_mantissa(x, &exponent);
    for (int i = 0; i < 53; i++) {
        const int bit = exponent + i + FIXED_FRACTION_BITS;
        if (bit >= 0 && bit < 32 * FIXED_N)
            r.word[bit / 32] |= (uint32_t)(mantissa >> i & 1) << bit % 32;
    }
    return r;
}

static uint32_t fixed_bit(const struct nprand__fixed *a, int bit)
{
    return a->word[bit / 32] >> bit % 32 & 1;
}

double nprand__fixed_rounded(const struct nprand__fixed *a)
{
    int top = 32 * FIXED_N - 1;
    while (top > 53 && fixed_bit(a, top) == 0)
        top--;
    uint64_t mantissa = 0;
    for (int i = 0; i < 53; i++)
        mantissa = mantissa << 1 | fixed_bit(a, top - i);
    uint32_t below_half = 0;
    for (int i = 0; i < top - 53; i++)
        below_half |= fixed_bit(a, i);
    if (fixed_bit(a, top - 53) != 0 && (below_half != 0 || (mantissa & 1) != 0))
        mantissa++;
    return ldexp((double)mantissa, top - 52 - FIXED_FRACTION_BITS);
}

struct nprand__fixed nprand__fixed_pi(void)
{
    struct nprand__fixed r;
    memcpy(r.word, NPRAND__PI, sizeof r.word);
    return r;
}

struct nprand__fixed nprand__fixed_sum(const struct nprand__fixed *a, const struct nprand__fixed *b)
{
    struct nprand__fixed r;
    uint64_t carry = 0;
    for (int i = 0; i < FIXED_N; i++) {
        carry += (uint64_t)a->word[i] + b->word[i];
        r.word[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return r;
}

struct nprand__fixed nprand__fixed_difference(const struct nprand__fixed *a,
                                              const struct nprand__fixed *b, int *negative)
{
    int i = FIXED_N - 1;
    while (i > 0 && a->word[i] == b->word[i])
        i--;
    *negative = a->word[i] < b->word[i];
    const struct nprand__fixed *larger = *negative ? b : a;
    const struct nprand__fixed *smaller = *negative ? a : b;
    struct nprand__fixed r;
    uint64_t borrow = 0;
    for (int k = 0; k < FIXED_N; k++) {
        const uint64_t word = (uint64_t)larger->word[k] - smaller->word[k] - borrow;
        r.word[k] = (uint32_t)word;
        borrow = word >> 63;
    }
    return r;
}

struct nprand__fixed nprand__fixed_half(const struct nprand__fixed *a)
{
    struct nprand__fixed r;
    for (int i = 0; i < FIXED_N; i++)
        r.word[i] = a->word[i] >> 1 | (i + 1 < FIXED_N ? a->word[i + 1] << 31 : 0);
    return r;
}

static struct nprand__fixed fixed_product(const struct nprand__fixed *a,
                                          const struct nprand__fixed *b)
{
    uint32_t all[2 * FIXED_N] = {0};
    for (int i = 0; i < FIXED_N; i++) {
        uint64_t carry = 0;
        for (int k = 0; k < FIXED_N; k++) {
            carry += (uint64_t)a->word[i] * b->word[k] + all[i + k];
            all[i + k] = (uint32_t)carry;
            carry >>= 32;
        }
        all[i + FIXED_N] = (uint32_t)carry;
    }
    struct nprand__fixed r;
    memcpy(r.word, all + FIXED_N - 1, sizeof r.word);
    return r;
}

/* Divides by a small number. Returns whether the quotient is other than 0. */
static int fixed_divide(struct nprand__fixed *a, uint32_t divisor)
{
    uint64_t rest = 0;
    uint32_t any = 0;
    for (int i = FIXED_N - 1; i >= 0; i--) {
        rest = rest << 32 | a->word[i];
        a->word[i] = (uint32_t)(rest / divisor);
        any |= a->word[i];
        rest %= divisor;
    }
    return any != 0;
}

/* first - first r^2 / ((i+1) (i+2)) + ... Positive and negative terms have a sum each. */
static struct nprand__fixed fixed_series(const struct nprand__fixed *first, uint32_t i,
                                         const struct nprand__fixed *r)
{
    const struct nprand__fixed square = fixed_product(r, r);
    struct nprand__fixed term = *first, sums[2] = {*first, {{0}}};
    int sign = 0;
    do {
        sign = !sign;
        term = fixed_product(&term, &square);
        i += 2;
        if (!fixed_divide(&term, (i - 1) * i))
            break;
        sums[sign] = nprand__fixed_sum(&sums[sign], &term);
    } while (1);
    return nprand__fixed_difference(&sums[0], &sums[1], &sign);
}

struct nprand__fixed nprand__fixed_cos(const struct nprand__fixed *r)
{
    const struct nprand__fixed one = {{[FIXED_N - 1] = 1}};
    return fixed_series(&one, 0, r);
}

struct nprand__fixed nprand__fixed_sin(const struct nprand__fixed *r)
{
    return fixed_series(r, 1, r);
}

/* Multiplies x with a window of words of 2/pi. The words before the window change 2x/pi by
 * multiples of 4. The words behind it change nothing that is kept: the window has two words more
 * than the result. */
struct nprand__fixed nprand__fixed_reduced(double x, int *negative, int *quadrant)
{
    enum { WINDOW = FIXED_N + 2, MAX_MULTIPLIER = 3 };
    int exponent;
    const uint64_t mantissa = fixed_mantissa(x, &exponent);
    /* The product of x and each word before this one is a multiple of 4. */
    const int from = (exponent + 94) / 32;
    const int shift = (exponent + 94) % 32 + 2;
    uint32_t multiplier[MAX_MULTIPLIER + 1] = {0};
    for (int i = 0; i < 53; i++)
        multiplier[(i + shift) / 32] |= (uint32_t)(mantissa >> i & 1) << (i + shift) % 32;

    uint32_t all[WINDOW + MAX_MULTIPLIER] = {0};
    for (int i = 0; i < MAX_MULTIPLIER; i++) {
        uint64_t carry = 0;
        for (int k = 0; k < WINDOW; k++) {
            const uint32_t digit = NPRAND__TWO_OVER_PI[from + WINDOW - 1 - k];
            carry += (uint64_t)multiplier[i] * digit + all[i + k];
            all[i + k] = (uint32_t)carry;
            carry >>= 32;
        }
        all[i + WINDOW] = (uint32_t)carry;
    }
    struct nprand__fixed fraction;
    memcpy(fraction.word, all + WINDOW - (FIXED_N - 1), sizeof fraction.word);
    *quadrant = (int)(fraction.word[FIXED_N - 1] & 3);
    fraction.word[FIXED_N - 1] = 0;
    *negative = (int)(fraction.word[FIXED_N - 2] >> 31);
    if (*negative) {
        const struct nprand__fixed one = {{[FIXED_N - 1] = 1}};
        int less;
        fraction = nprand__fixed_difference(&one, &fraction, &less);
        *quadrant = (*quadrant + 1) & 3;
    }
    const struct nprand__fixed pi = nprand__fixed_pi();
    fraction = fixed_product(&fraction, &pi);
    return nprand__fixed_half(&fraction);
}
