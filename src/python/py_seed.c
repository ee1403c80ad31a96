/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Seeds of random.seed(). Each kind of seed becomes an integer. The absolute value of the integer,
 * in words of 32 bits, the lowest first and without zeros at the upper end, is an array seed.
 */
#include "python.h"
#include "sha512.h"

#include "../seeding/integer_text.h"
#include "../seeding/os_entropy.h"
#include "../seeding/seed.h"

#include <string.h>

/* In the header, nprand_py_seed is also a macro, which chooses a function by the type of the
 * seed. */
#undef nprand_py_seed

nprand_status nprand_py_seed_uint64(nprand_rng *rng, uint64_t a)
{
    uint32_t limbs[2] = {(uint32_t)a, (uint32_t)(a >> 32)};
    return nprand_seed_array(rng, limbs, limbs[1] != 0 ? 2 : 1);
}

nprand_status nprand_py_seed(nprand_rng *rng, int64_t a)
{
    return nprand_py_seed_uint64(rng, a < 0 ? 0 - (uint64_t)a : (uint64_t)a);
}

nprand_status nprand_py_seed_limbs(nprand_rng *rng, const uint32_t *limbs, size_t n)
{
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    nprand_status status = nprand__check_out(n, sizeof *limbs, limbs);
    if (status != NPRAND_OK)
        return status;
    while (n > 0 && limbs[n - 1] == 0)
        n--;
    return n > 0 ? nprand_seed_array(rng, limbs, n) : nprand_py_seed_uint64(rng, 0);
}

nprand_status nprand_py_seed_text(nprand_rng *rng, const char *text, size_t length)
{
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    nprand_status status = nprand__check_out(length, 1, text);
    struct nprand__integer a;
    if (status == NPRAND_OK)
        status = nprand__read_integer(text, length, &a);
    if (status != NPRAND_OK)
        return status;
    return nprand_py_seed_limbs(rng, a.words, a.count);
}

/* ---- Floats ---- */

/* The modulus of Python's hashes is 2^61 - 1. */
enum { PY_HASH_BITS = 61 };

/* |a| modulo 2^61 - 1. Since 2^61 is 1 modulo 2^61 - 1, a multiplication by a power of two rotates
 * the bits. */
static uint64_t py_residue(double a)
{
    const uint64_t all = (UINT64_C(1) << PY_HASH_BITS) - 1;
    int exponent;
    uint64_t x = (uint64_t)(frexp(fabs(a), &exponent) * 0x1p53);
    int shift = (exponent - 53) % PY_HASH_BITS;
    if (shift < 0)
        shift += PY_HASH_BITS;
    return shift == 0 ? x : (x << shift & all) | x >> (PY_HASH_BITS - shift);
}

/* hash(a), as an unsigned number of 64 bits. No hash is -1, since -1 signals a failure in CPython:
 * -2 replaces it. */
static uint64_t py_hash(double a)
{
    enum { OF_INFINITY = 314159 };
    uint64_t x = isinf(a) ? OF_INFINITY : py_residue(a);
    if (a < 0.0)
        x = 0 - x;
    return x == UINT64_MAX ? UINT64_MAX - 1 : x;
}

nprand_status nprand_py_seed_float(nprand_rng *rng, double a)
{
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    if (isnan(a))
        return NPRAND_PY_NAN_SEED;
    return nprand_py_seed_uint64(rng, py_hash(a));
}

/* Python 2's hash of a number that is not an integer: the sum of the first 31 bits of its fraction
 * and of the next 31 bits. */
static uint64_t py_2_hash_of_fraction(double a)
{
    int exponent;
    double upper = frexp(a, &exponent) * 0x1p31;
    int64_t high = (int64_t)upper;
    int64_t low = (int64_t)((upper - (double)high) * 0x1p31);
    return (uint64_t)high + (uint64_t)low + (uint64_t)exponent * 0x8000;
}

/* |a| modulo 2^64 - 1 for an integer a, as in Python 2's hash of a long. */
static uint64_t py_2_residue(double a)
{
    int exponent;
    uint64_t x = (uint64_t)(frexp(fabs(a), &exponent) * 0x1p53);
    int shift = (exponent - 53 + 64) % 64;
    return shift == 0 ? x : x << shift | x >> (64 - shift);
}

static uint64_t py_2_hash(double a)
{
    uint64_t x;
    if (isinf(a))
        x = a < 0.0 ? 0 - UINT64_C(271828) : 314159;
    else if (isnan(a))
        x = 0;
    else if (a != floor(a))
        x = py_2_hash_of_fraction(a);
    else
        x = a < 0.0 ? 0 - py_2_residue(a) : py_2_residue(a);
    return x == UINT64_MAX ? UINT64_MAX - 1 : x;
}

nprand_status nprand_py_seed_float_python2(nprand_rng *rng, double a)
{
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    return nprand_py_seed_uint64(rng, py_2_hash(a));
}

/* ---- Texts ---- */

/* The integer of version 2: the bytes, then their hash, the highest byte first. */
struct py_seed_text {
    const unsigned char *bytes;
    size_t n;
    unsigned char hash[NPRAND__SHA512_SIZE];
};

static unsigned char py_seed_byte(const struct py_seed_text *text, size_t i)
{
    return i < text->n ? text->bytes[i] : text->hash[i - text->n];
}

static uint32_t py_seed_limb(const void *seed, size_t j)
{
    const struct py_seed_text *text = (const struct py_seed_text *)seed;
    size_t end = text->n + NPRAND__SHA512_SIZE - 4 * j;
    uint32_t limb = 0;
    for (size_t i = end < 4 ? 0 : end - 4; i < end; i++)
        limb = limb << 8 | py_seed_byte(text, i);
    return limb;
}

static void py_seed_version_2(nprand_rng *rng, const unsigned char *bytes, size_t n)
{
    struct py_seed_text text = {bytes, n, {0}};
    nprand__sha512(bytes, n, text.hash);
    size_t size = n + NPRAND__SHA512_SIZE;
    size_t zeros = 0;
    while (zeros < size - 4 && py_seed_byte(&text, zeros) == 0)
        zeros++;
    nprand__seed_by_words(rng, py_seed_limb, &text, (size - zeros + 3) / 4);
}

/* Python 2's hash of a str, on a machine of 64 bits. */
static nprand_status py_seed_version_1(nprand_rng *rng, const unsigned char *bytes, size_t n)
{
    uint64_t x = n > 0 ? (uint64_t)bytes[0] << 7 : 0;
    for (size_t i = 0; i < n; i++)
        x = UINT64_C(1000003) * x ^ bytes[i];
    return nprand_py_seed_uint64(rng, x ^ n);
}

nprand_status nprand_py_seed_bytes(nprand_rng *rng, const void *a, size_t n, int version)
{
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    if (version != 1 && version != 2)
        return NPRAND_PY_BAD_SEED_VERSION;
    nprand_status status = nprand__check_out(n, 1, a);
    if (status != NPRAND_OK)
        return status;
    if (version == 1)
        return py_seed_version_1(rng, (const unsigned char *)a, n);
    py_seed_version_2(rng, (const unsigned char *)a, n);
    return NPRAND_OK;
}

nprand_status nprand_py_seed_str(nprand_rng *rng, const char *a)
{
    if (a == NULL)
        return NPRAND_NULL_POINTER;
    return nprand_py_seed_bytes(rng, a, strlen(a), 2);
}

nprand_status nprand_py_seed_os(nprand_rng *rng)
{
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    uint32_t key[NPRAND__N];
    if (!nprand__os_entropy(key, sizeof key))
        return NPRAND_NO_ENTROPY;
    return nprand_seed_array(rng, key, NPRAND__N);
}
