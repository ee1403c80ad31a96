/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Integers of any size from text.
 */
#include "integer_text.h"

/* A part of a text. */
struct integer_text {
    const char *start;
    size_t length;
};

static void integer_skip(struct integer_text *text, size_t n)
{
    text->start += n;
    text->length -= n;
}

/* The spaces of isspace() in the locale "C". */
static bool integer_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static void integer_strip(struct integer_text *text)
{
    while (text->length > 0 && integer_is_space(text->start[0]))
        integer_skip(text, 1);
    while (text->length > 0 && integer_is_space(text->start[text->length - 1]))
        text->length--;
}

/* Takes a sign off the text. Returns whether it is a minus. */
static bool integer_take_sign(struct integer_text *text)
{
    bool is_negative = text->length > 0 && text->start[0] == '-';
    if (is_negative || (text->length > 0 && text->start[0] == '+'))
        integer_skip(text, 1);
    return is_negative;
}

/* Takes 0x off the text. Returns the base of the digits. */
static uint32_t integer_take_base(struct integer_text *text)
{
    if (text->length < 2 || text->start[0] != '0' || (text->start[1] | 0x20) != 'x')
        return 10;
    /* Python reads 0x_ff as 0xff. */
    integer_skip(text, text->length > 2 && text->start[2] == '_' ? 3 : 2);
    return 16;
}

/* The value of a digit. base or more for any other character. */
static uint32_t integer_digit(char c, uint32_t base)
{
    if (c >= '0' && c <= '9')
        return (uint32_t)(c - '0');
    if (c >= 'a' && c <= 'f')
        return (uint32_t)(c - 'a') + 10;
    if (c >= 'A' && c <= 'F')
        return (uint32_t)(c - 'A') + 10;
    return base;
}

/* Whether the text has digits only, at least one, with at most one underscore between two
 * digits. */
static bool integer_has_digits_only(const struct integer_text *text, uint32_t base)
{
    bool after_digit = false;
    for (size_t i = 0; i < text->length; i++) {
        bool is_digit = integer_digit(text->start[i], base) < base;
        if (!is_digit && !(text->start[i] == '_' && after_digit))
            return false;
        after_digit = is_digit;
    }
    return after_digit;
}

/* integer = base * integer + digit. Returns false if the words are too few. */
static bool integer_append_digit(struct nprand__integer *integer, uint32_t digit, uint32_t base)
{
    uint64_t carry = digit;
    for (size_t i = 0; i < integer->count; i++) {
        carry += (uint64_t)integer->words[i] * base;
        integer->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry != 0 && integer->count == NPRAND__INTEGER_WORDS)
        return false;
    if (carry != 0)
        integer->words[integer->count++] = (uint32_t)carry;
    return true;
}

nprand_status nprand__read_integer(const char *text, size_t length, struct nprand__integer *integer)
{
    struct integer_text rest = {text, length};
    integer_strip(&rest);
    bool is_negative = integer_take_sign(&rest);
    uint32_t base = integer_take_base(&rest);
    if (!integer_has_digits_only(&rest, base))
        return NPRAND_BAD_ENTROPY;
    integer->count = 0;
    for (size_t i = 0; i < rest.length; i++) {
        char c = rest.start[i];
        if (c != '_' && !integer_append_digit(integer, integer_digit(c, base), base))
            return NPRAND_ENTROPY_TOO_LARGE;
    }
    integer->is_negative = is_negative && integer->count > 0;
    return NPRAND_OK;
}
