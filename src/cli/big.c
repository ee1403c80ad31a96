/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Integers of any size, by the methods of paper and pencil in base 2^32.
 */
#include "big.h"

#include "error.h"

#include <string.h>

static void trim_limbs(struct big *big)
{
    while (big->count > 0 && big->limbs[big->count - 1] == 0)
        big->count--;
    if (big->count == 0)
        big->is_negative = false;
}

/* ---- Text to integer ------------------------------------------------------------------------ */

static void multiply_and_add(struct big *big, uint32_t factor, uint32_t summand)
{
    uint64_t carry = summand;
    for (size_t i = 0; i < big->count; i++) {
        carry += (uint64_t)big->limbs[i] * factor;
        big->limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry > 0)
        big->limbs[big->count++] = (uint32_t)carry;
}

/* 16 or more: c is no digit. */
static uint32_t digit_of(char c)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = c != '\0' ? strchr(digits, c) : NULL;
    return found != NULL ? (uint32_t)(found - digits) % 16 : 16;
}

bool parse_big(const char *text, struct big *big)
{
    big->is_negative = *text == '-';
    text += *text == '-' || *text == '+';
    uint32_t base = text[0] == '0' && (text[1] == 'x' || text[1] == 'X') ? 16 : 10;
    text += base == 16 ? 2 : 0;
    big->count = 0;
    big->limbs = allocate((strlen(text) / 8 + 2) * sizeof *big->limbs);
    bool after_digit = false;
    for (; *text != '\0'; text++) {
        uint32_t digit = digit_of(*text);
        bool is_mark = *text == '_' && after_digit;
        if (digit >= base && !is_mark)
            return false;
        if (!is_mark)
            multiply_and_add(big, base, digit);
        after_digit = !is_mark;
    }
    trim_limbs(big);
    return after_digit;
}

/* ---- Arithmetic ----------------------------------------------------------------------------- */

int compare_magnitudes(const struct big *a, const struct big *b)
{
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (size_t i = a->count; i-- > 0;)
        if (a->limbs[i] != b->limbs[i])
            return a->limbs[i] < b->limbs[i] ? -1 : 1;
    return 0;
}

/* |a| + |b|, or |a| - |b| for |a| >= |b|. */
static struct big add_magnitudes(const struct big *a, const struct big *b, bool subtract)
{
    size_t count = (a->count > b->count ? a->count : b->count) + 1;
    struct big sum = {.count = count, .limbs = allocate(count * sizeof *sum.limbs)};
    int64_t carry = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t of_a = i < a->count ? a->limbs[i] : 0;
        int64_t of_b = i < b->count ? b->limbs[i] : 0;
        carry += subtract ? of_a - of_b : of_a + of_b;
        sum.limbs[i] = (uint32_t)((uint64_t)carry & UINT32_MAX);
        carry = carry < 0 ? -1 : carry >> 32;
    }
    return sum;
}

struct big add_big(const struct big *a, const struct big *b, bool subtract)
{
    struct big sum;
    bool sign_of_b = b->is_negative != subtract;
    if (a->is_negative == sign_of_b) {
        sum = add_magnitudes(a, b, false);
        sum.is_negative = a->is_negative;
    } else if (compare_magnitudes(a, b) >= 0) {
        sum = add_magnitudes(a, b, true);
        sum.is_negative = a->is_negative;
    } else {
        sum = add_magnitudes(b, a, true);
        sum.is_negative = sign_of_b;
    }
    trim_limbs(&sum);
    return sum;
}

size_t bit_length_of_big(const struct big *big)
{
    size_t bits = 0;
    if (big->count == 0)
        return 0;
    for (uint32_t limb = big->limbs[big->count - 1]; limb > 0; limb >>= 1)
        bits++;
    return (big->count - 1) * 32 + bits;
}

/* ---- Integer to text ------------------------------------------------------------------------ */

size_t text_size_of_big(size_t limbs)
{
    return limbs * 10 + 3;
}

/* Divides by 10^9, in place. Returns the rest. */
static uint32_t divide(struct big *big)
{
    uint64_t rest = 0;
    for (size_t i = big->count; i-- > 0;) {
        rest = rest << 32 | big->limbs[i];
        big->limbs[i] = (uint32_t)(rest / 1000000000);
        rest %= 1000000000;
    }
    trim_limbs(big);
    return (uint32_t)rest;
}

/* The digits come with the last one first. */
char *put_big(char *at, struct big *big)
{
    if (big->is_negative)
        *at++ = '-';
    char *first = at;
    do {
        uint32_t digits = divide(big);
        for (int i = 0; i < 9 && (big->count > 0 || digits > 0 || at == first); i++) {
            *at++ = (char)('0' + digits % 10);
            digits /= 10;
        }
    } while (big->count > 0);
    for (char *last = at - 1; first < last; first++, last--) {
        char digit = *first;
        *first = *last;
        *last = digit;
    }
    *at = '\0';
    return at;
}
