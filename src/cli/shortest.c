/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Schubfach, in Giulietti's words: the numbers that round to v = c * 2^q are an interval around v. With
 * 10^k, the largest power of ten that is not longer than that interval, at least one and at most a few
 * multiples of 10^k lie in it. The nearest of them are s * 10^k and (s + 1) * 10^k with s = floor(v /
 * 10^k); one multiple of 10^(k+1) at most lies in the interval, and is shorter. A product of c and 10^-k
 * to 128 bits tells the places of all of them apart, as the paper proves.
 */
#include "shortest.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* The exponents k for which 10^k is needed, for doubles and floats. */
enum { MIN_POWER = -292, MAX_POWER = 324, POWERS = MAX_POWER - MIN_POWER + 1 };

/* 10^k / 2^e, rounded up to 128 bits: the leading bit of high is set. */
struct power {
    uint64_t high;
    uint64_t low;
};

/* ---- Powers of ten -------------------------------------------------------------------------- */

/* An integer of LIMBS * 32 bits, the least limb first: 10^324 has 1077 bits, and 2^TOP / 10^292 is to have
 * more than 128. */
enum { LIMBS = 40, TOP = 32 * LIMBS - 1 };

struct large {
    uint32_t limbs[LIMBS];
};

static void multiply_by_10(struct large *n)
{
    uint64_t carry = 0;
    for (int i = 0; i < LIMBS; i++) {
        uint64_t product = (uint64_t)n->limbs[i] * 10 + carry;
        n->limbs[i] = (uint32_t)product;
        carry = product >> 32;
    }
}

/* Drops the remainder. floor(floor(a / 10) / 10) = floor(a / 100), so that nothing is lost by steps. */
static void divide_by_10(struct large *n)
{
    uint64_t rest = 0;
    for (int i = LIMBS - 1; i >= 0; i--) {
        uint64_t dividend = rest << 32 | n->limbs[i];
        n->limbs[i] = (uint32_t)(dividend / 10);
        rest = dividend % 10;
    }
}

static int highest_bit(const struct large *n)
{
    int bit = TOP;
    while ((n->limbs[bit / 32] >> bit % 32 & 1) == 0)
        bit--;
    return bit;
}

static uint64_t bits_down_from(const struct large *n, int top)
{
    uint64_t bits = 0;
    for (int bit = top; bit > top - 64; bit--)
        bits = bits << 1 | (bit >= 0 ? n->limbs[bit / 32] >> bit % 32 & 1 : 0);
    return bits;
}

/* The 128 leading bits, plus 1 in the last place: the paper's g, which is more than 10^k / 2^e. */
static struct power leading_bits(const struct large *n)
{
    int top = highest_bit(n);
    struct power p = {bits_down_from(n, top), bits_down_from(n, top - 64) + 1};
    if (p.low == 0)
        p.high++;
    return p;
}

static const struct power *power_of_10(int k)
{
    static struct power powers[POWERS];
    static bool is_made;
    if (!is_made) {
        struct large n = {{1}};
        for (int i = 0; i <= MAX_POWER; i++, multiply_by_10(&n))
            powers[i - MIN_POWER] = leading_bits(&n);
        n = (struct large){{0}};
        n.limbs[LIMBS - 1] = UINT32_C(1) << 31;
        for (int i = -1; i >= MIN_POWER; i--) {
            divide_by_10(&n);
            powers[i - MIN_POWER] = leading_bits(&n);
        }
        is_made = true;
    }
    return &powers[k - MIN_POWER];
}

/* ---- Products ------------------------------------------------------------------------------- */

static uint64_t multiply(uint64_t a, uint64_t b, uint64_t *high)
{
    uint64_t a0 = (uint32_t)a, a1 = a >> 32, b0 = (uint32_t)b, b1 = b >> 32;
    uint64_t low = a0 * b0;
    uint64_t middle = a1 * b0 + (low >> 32);
    uint64_t other = a0 * b1 + (uint32_t)middle;
    *high = a1 * b1 + (middle >> 32) + (other >> 32);
    return other << 32 | (uint32_t)low;
}

/* floor(g * c / 2^128), with the last bit set where the quotient is not exact. g is a little more than
 * the power of ten, hence a fraction of 1 / 2^64 counts as none. */
static uint64_t round_to_odd(const struct power *g, uint64_t c)
{
    uint64_t high, carried;
    multiply(g->low, c, &carried);
    uint64_t low = multiply(g->high, c, &high);
    uint64_t fraction = low + carried;
    high += fraction < carried;
    return high | (fraction > 1);
}

/* ---- Schubfach ------------------------------------------------------------------------------ */

/* floor(e * log2(10)), for |e| <= 1233: 1741647 / 2^19 is log2(10) from below. */
static int floor_log2_of_10_to(int e)
{
    return (e * 1741647) >> 19;
}

/* floor(q * log10(2)), and floor(q * log10(2) + log10(3/4)), for |q| <= 1500. */
static int floor_log10_of_2_to(int q, bool three_quarters)
{
    return (q * 1262611 - (three_quarters ? 524031 : 0)) >> 22;
}

/* The digits of c * 2^q. is_lowest: c is the least with its number of bits, and the number below v is only
 * half as far away as the number above. */
static struct shortest schubfach(uint64_t c, int q, bool is_lowest)
{
    int k = floor_log10_of_2_to(q, is_lowest);
    int shift = q + floor_log2_of_10_to(-k) + 1;
    const struct power *g = power_of_10(-k);
    /* All values from here on are four times as large: a quarter is the least part that counts. The
     * ends of the interval belong to it if c is even, because then they round to v. */
    uint64_t odd = c & 1;
    uint64_t lower = round_to_odd(g, (4 * c - (is_lowest ? 1 : 2)) << shift) + odd;
    uint64_t v = round_to_odd(g, (4 * c) << shift);
    uint64_t upper = round_to_odd(g, (4 * c + 2) << shift) - odd;
    uint64_t s = v / 4;

    uint64_t tens = s / 10 * 10;
    bool below = lower <= 4 * tens, above = 4 * (tens + 10) <= upper;
    if (s >= 10 && below != above)
        return (struct shortest){below ? tens : tens + 10, k};
    below = lower <= 4 * s;
    above = 4 * (s + 1) <= upper;
    if (below != above)
        return (struct shortest){below ? s : s + 1, k};
    /* Both, or none: the nearer one, and of two equally near the even one. */
    uint64_t middle = 4 * s + 2;
    return (struct shortest){v < middle || (v == middle && s % 2 == 0) ? s : s + 1, k};
}

/* The digits are not 0, as v is at least 10^k. */
static struct shortest without_zeros(struct shortest d)
{
    while (d.digits % 10 == 0) {
        d.digits /= 10;
        d.exponent++;
    }
    return d;
}

struct shortest shortest_of_double(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    uint64_t fraction = bits & ((UINT64_C(1) << 52) - 1);
    int exponent = (int)(bits >> 52 & 0x7ff);
    if (exponent == 0 && fraction == 0)
        return (struct shortest){0, 0};
    if (exponent == 0)
        return without_zeros(schubfach(fraction, -1074, false));
    bool is_lowest = fraction == 0 && exponent > 1;
    return without_zeros(schubfach(UINT64_C(1) << 52 | fraction, exponent - 1075, is_lowest));
}

struct shortest shortest_of_float(float x)
{
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    uint32_t fraction = bits & ((UINT32_C(1) << 23) - 1);
    int exponent = (int)(bits >> 23 & 0xff);
    if (exponent == 0 && fraction == 0)
        return (struct shortest){0, 0};
    if (exponent == 0)
        return without_zeros(schubfach(fraction, -149, false));
    bool is_lowest = fraction == 0 && exponent > 1;
    return without_zeros(schubfach(UINT32_C(1) << 23 | fraction, exponent - 150, is_lowest));
}

/* ---- Text ----------------------------------------------------------------------------------- */

/* The decimal places of n, without a '\0'. Returns how many. */
static int put_places(uint64_t n, char *places)
{
    char reversed[20];
    int count = 0;
    do
        reversed[count++] = (char)('0' + n % 10);
    while ((n /= 10) != 0);
    for (int i = 0; i < count; i++)
        places[i] = reversed[count - 1 - i];
    return count;
}

static char *put_zeros(char *at, int count)
{
    for (int i = 0; i < count; i++)
        *at++ = '0';
    return at;
}

static char *put_copy(char *at, const char *places, int count)
{
    memcpy(at, places, (size_t)count);
    return at + count;
}

/* point: how many places stand before the point; 0 or less: as many zeros follow it. */
static char *put_positional(char *at, const char *places, int count, int point)
{
    if (point <= 0) {
        at = put_zeros(put_copy(at, "0.", 2), -point);
        return put_copy(at, places, count);
    }
    if (point >= count) {
        at = put_zeros(put_copy(at, places, count), point - count);
        return put_copy(at, ".0", 2);
    }
    at = put_copy(at, places, point);
    *at++ = '.';
    return put_copy(at, places + point, count - point);
}

static char *put_scientific(char *at, const char *places, int count, int exponent)
{
    *at++ = places[0];
    if (count > 1) {
        *at++ = '.';
        at = put_copy(at, places + 1, count - 1);
    }
    *at++ = 'e';
    *at++ = exponent < 0 ? '-' : '+';
    uint64_t magnitude = (uint64_t)(exponent < 0 ? -exponent : exponent);
    if (magnitude < 10)
        *at++ = '0';
    return at + put_places(magnitude, at);
}

/* Python's and NumPy's layout: an exponent below 1e-4 and from 1e16 on. */
static size_t put_text(double x, struct shortest d, char *text)
{
    char places[20];
    char *at = text;
    if (signbit(x))
        *at++ = '-';
    int count = put_places(d.digits, places);
    double magnitude = fabs(x);
    if (magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e16))
        at = put_positional(at, places, count, count + d.exponent);
    else
        at = put_scientific(at, places, count, count + d.exponent - 1);
    *at = '\0';
    return (size_t)(at - text);
}

static size_t put_special(double x, char *text)
{
    const char *name = isnan(x) ? "nan" : x < 0 ? "-inf" : "inf";
    return (size_t)(put_copy(text, name, (int)strlen(name) + 1) - text) - 1;
}

size_t shortest_double(double x, char *text)
{
    return isfinite(x) ? put_text(x, shortest_of_double(x), text) : put_special(x, text);
}

size_t shortest_float(float x, char *text)
{
    return isfinite(x) ? put_text((double)x, shortest_of_float(x), text)
                       : put_special((double)x, text);
}
