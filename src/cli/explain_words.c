/* SPDX-License-Identifier: BSD-3-Clause
 *
 * How programs make numbers of 32-bit words.
 */
#include "explain_words.h"

#include <math.h>

/* ---- Doubles ---- */

double unit_53(struct words *w)
{
    uint32_t high = next_word(w) >> 5;
    uint32_t low = next_word(w) >> 6;
    return (high * 67108864.0 + low) / 9007199254740992.0;
}

double unit_low_first(struct words *w)
{
    double low = next_word(w);
    return (next_word(w) * 0x1p32 + low) * 0x1p-64;
}

double unit_32(struct words *w)
{
    return next_word(w) * 0x1p-32;
}

double unit_32_closed(struct words *w)
{
    return next_word(w) / 4294967295.0;
}

double unit_32_open(struct words *w)
{
    return (next_word(w) + 0.5) * 0x1p-32;
}

double unit_float(struct words *w)
{
    return (double)((float)next_word(w) * 0x1p-32f);
}

double unit_high_24(struct words *w)
{
    return (next_word(w) >> 8) * 0x1p-24;
}

double unit_low_24(struct words *w)
{
    return (next_word(w) & 0xffffff) * 0x1p-24;
}

double unit_low_53(struct words *w)
{
    return (double)(bits_64(w) & ((UINT64_C(1) << 53) - 1)) * 0x1p-53;
}

double unit_64(struct words *w)
{
    return (double)bits_64(w) * 0x1p-64;
}

double unit_31(struct words *w)
{
    return (next_word(w) >> 1) * 0x1p-31;
}

/* ---- Normals ---- */

typedef double unit_draw(struct words *w);

static const double two_pi = 6.283185307179586;

/* Marsaglia's polar method. The second coordinate makes the first normal; with first_first, the
 * first one does. */
static double polar_normal(struct words *w, unit_draw *unit, bool first_first)
{
    if (w->has_kept) {
        w->has_kept = false;
        return w->kept;
    }
    double x, y, r2;
    do {
        x = 2 * unit(w) - 1;
        y = 2 * unit(w) - 1;
        r2 = x * x + y * y;
    } while ((r2 >= 1 || r2 == 0) && !w->ended);
    double factor = sqrt(-2 * log(r2) / r2);
    w->has_kept = true;
    w->kept = factor * (first_first ? y : x);
    return factor * (first_first ? x : y);
}

double normal_numpy(struct words *w)
{
    return polar_normal(w, unit_53, false);
}

double normal_libstdcxx(struct words *w)
{
    return polar_normal(w, unit_low_first, false);
}

double normal_libcxx(struct words *w)
{
    return polar_normal(w, unit_low_first, true);
}

double normal_libstdcxx_64(struct words *w)
{
    return polar_normal(w, unit_64, false);
}

/* GSL keeps no second normal, and takes no word that is 0. */
static double unit_32_positive(struct words *w)
{
    double u;
    do
        u = unit_32(w);
    while (u == 0 && !w->ended);
    return u;
}

double normal_gsl(struct words *w)
{
    double z = polar_normal(w, unit_32_positive, false);
    w->has_kept = false;
    return z;
}

double normal_python(struct words *w)
{
    if (w->has_kept) {
        w->has_kept = false;
        return w->kept;
    }
    double angle = unit_53(w) * two_pi;
    double radius = sqrt(-2 * log(1 - unit_53(w)));
    w->has_kept = true;
    w->kept = sin(angle) * radius;
    return cos(angle) * radius;
}

double normal_python_ratio(struct words *w)
{
    const double magic = 4 * exp(-0.5) / sqrt(2);
    double z, u;
    do {
        double v = unit_53(w);
        u = 1 - unit_53(w);
        z = magic * (v - 0.5) / u;
    } while (z * z / 4 > -log(u) && !w->ended);
    return z;
}

double normal_torch(struct words *w)
{
    if (w->has_kept) {
        w->has_kept = false;
        return w->kept;
    }
    double angle = unit_low_53(w) * two_pi;
    double radius = sqrt(-2 * log1p(-unit_low_53(w)));
    w->has_kept = true;
    w->kept = radius * sin(angle);
    return radius * cos(angle);
}

/* 16 uniforms make 8 cosines, then 8 sines. */
double normal_torch_of_16(struct words *w)
{
    size_t place = w->next % 16;
    struct words pair = *w;
    pair.next = w->next - place + place % 8;
    double radius = sqrt(-2 * log(1 - unit_low_24(&pair)));
    pair.next += 7;
    double angle = two_pi * unit_low_24(&pair);
    w->ended |= pair.ended;
    (void)next_word(w);
    return radius * (place < 8 ? cos(angle) : sin(angle));
}

/* R's x is the quantile of this. */
double normal_r_probability(struct words *w)
{
    double high = floor(134217728 * unit_32(w));
    return (high + unit_32(w)) / 134217728;
}

/* ---- Integers ---- */

uint64_t bits_32(struct words *w)
{
    return next_word(w);
}

uint64_t bits_31(struct words *w)
{
    return next_word(w) >> 1;
}

uint64_t bits_64(struct words *w)
{
    uint64_t high = next_word(w);
    return high << 32 | next_word(w);
}

uint64_t bits_63(struct words *w)
{
    return bits_64(w) >> 1;
}

uint64_t bits_64_low_first(struct words *w)
{
    uint64_t low = next_word(w);
    return (uint64_t)next_word(w) << 32 | low;
}

/* ---- Parts of words ---- */

uint32_t part_32(struct words *w)
{
    return next_word(w);
}

static uint32_t next_piece(struct words *w, int size)
{
    if (w->pieces_left == 0) {
        w->pieces = next_word(w);
        w->pieces_left = 32 / size;
    } else {
        w->pieces >>= size;
    }
    w->pieces_left--;
    return w->pieces & ((UINT32_C(1) << size) - 1);
}

uint32_t part_16(struct words *w)
{
    return next_piece(w, 16);
}

uint32_t part_8(struct words *w)
{
    return next_piece(w, 8);
}

uint32_t part_1(struct words *w)
{
    return next_piece(w, 1);
}

uint32_t part_upper(struct words *w)
{
    return next_word(w) >> 16;
}

/* ---- Integers below n ---- */

/* The smallest 2^k - 1 that is not below max. */
static uint32_t mask_of(uint32_t max)
{
    uint32_t mask = max;
    for (int shift = 1; shift < 32; shift *= 2)
        mask |= mask >> shift;
    return mask;
}

/* An integer of one value takes no words. Behind the last word come zeros, which are below n. */
static uint32_t below_of_parts(struct words *w, uint32_t n, uint32_t (*part)(struct words *))
{
    uint32_t x, mask = mask_of(n - 1);
    if (n == 1)
        return 0;
    do
        x = part(w) & mask;
    while (x >= n);
    return x;
}

uint32_t below_masked(struct words *w, uint32_t n)
{
    return below_of_parts(w, n, part_32);
}

uint32_t below_masked_16(struct words *w, uint32_t n)
{
    return below_of_parts(w, n, part_16);
}

uint32_t below_masked_8(struct words *w, uint32_t n)
{
    return below_of_parts(w, n, part_8);
}

uint32_t below_masked_1(struct words *w, uint32_t n)
{
    return below_of_parts(w, n, part_1);
}

/* n itself, not n - 1, has as many bits as are drawn. */
uint32_t below_shifted(struct words *w, uint32_t n)
{
    uint32_t x;
    int shift = 32;
    for (uint32_t rest = n; rest != 0; rest >>= 1)
        shift--;
    do
        x = next_word(w) >> shift;
    while (x >= n);
    return x;
}

uint32_t below_multiplied(struct words *w, uint32_t n)
{
    uint32_t refused = (uint32_t)-n % n;
    uint64_t product;
    do
        product = (uint64_t)next_word(w) * n;
    while ((uint32_t)product < refused && !w->ended);
    return (uint32_t)(product >> 32);
}

uint32_t below_divided(struct words *w, uint32_t n)
{
    uint32_t x, size = UINT32_MAX / n;
    do
        x = next_word(w) / size;
    while (x >= n);
    return x;
}

/* The last, incomplete run of n words is refused. */
uint32_t below_remainder(struct words *w, uint32_t n)
{
    uint32_t x, refused = (uint32_t)-n % n;
    do
        x = next_word(w);
    while (x > UINT32_MAX - refused);
    return x % n;
}

uint32_t below_unit_53(struct words *w, uint32_t n)
{
    return (uint32_t)(unit_53(w) * n);
}

uint32_t below_unit_32(struct words *w, uint32_t n)
{
    return (uint32_t)(unit_32(w) * n);
}

uint32_t below_unit_31(struct words *w, uint32_t n)
{
    return (uint32_t)(unit_31(w) * n);
}

uint32_t below_r(struct words *w, uint32_t n)
{
    uint32_t x, mask = mask_of(n - 1);
    do {
        x = next_word(w) >> 16;
        if (mask >= 0xffff)
            x = x << 16 | next_word(w) >> 16;
        x &= mask;
    } while (x >= n);
    return x;
}
