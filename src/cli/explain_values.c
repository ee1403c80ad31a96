/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Numbers as another program printed them.
 */
#include "explain_values.h"

#include "error.h"

#include <errno.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST_NUMBER = 400 };

_Noreturn static void refuse_number(const char *text)
{
    const bool is_dash = strcmp(text, "-") == 0;
    refuse("explain", NULL,
           is_dash ? "numbers are arguments here; from standard input: nprand explain $(cat)"
                   : "not a number as programs print them",
           text);
}

static void read_magnitude(struct printed *p, const char *digits, int base, const char *text)
{
    char *end;
    errno = 0;
    p->magnitude = strtoull(digits, &end, base);
    if (*end != '\0' || errno != 0)
        refuse_number(text);
    p->is_integer = true;
    p->value = p->magnitude > INT64_MAX ? INT64_MAX : (int64_t)p->magnitude;
    if (p->is_negative)
        p->value = -p->value;
}

/* One unit of the last digit of a decimal number without its sign. */
static double last_digit(const char *digits)
{
    const char *point = strchr(digits, '.');
    const char *exponent = strpbrk(digits, "eE");
    size_t end = exponent != NULL ? (size_t)(exponent - digits) : strlen(digits);
    long power = exponent != NULL ? strtol(exponent + 1, NULL, 10) : 0;
    if (point != NULL)
        power -= (long)(end - (size_t)(point - digits) - 1);
    return pow(10, (double)power);
}

/* Half a unit below if the last digit was rounded up, a unit above if the rest was cut off; and the
 * rounding of the double that was printed. */
static void set_interval(struct printed *p, double magnitude, double unit)
{
    double rounding = magnitude * 2 * DBL_EPSILON;
    double low = magnitude - unit / 2 - rounding, high = magnitude + unit + rounding;
    double middle = magnitude + unit / 2 + rounding;
    p->low = p->is_negative ? -high : low;
    p->high = p->is_negative ? -low : high;
    p->rounded_low = p->is_negative ? -middle : low;
    p->rounded_high = p->is_negative ? -low : middle;
}

static bool is_decimal(const char *digits)
{
    size_t before = strspn(digits, "0123456789");
    const char *rest = digits + before;
    size_t after = 0;
    if (*rest == '.') {
        after = strspn(rest + 1, "0123456789");
        rest += 1 + after;
    }
    if (before + after == 0)
        return false;
    if (*rest == 'e' || *rest == 'E') {
        rest++;
        rest += *rest == '-' || *rest == '+';
        size_t power = strspn(rest, "0123456789");
        if (power == 0 || power > 3)
            return false;
        rest += power;
    }
    return *rest == '\0';
}

static struct printed read_printed(const char *text)
{
    struct printed p = {.is_negative = *text == '-'};
    const char *digits = text + (*text == '-' || *text == '+');
    if (strncmp(digits, "0x", 2) == 0 && digits[2] != '\0') {
        read_magnitude(&p, digits + 2, 16, text);
        p.is_hexadecimal = true;
    } else if (!is_decimal(digits)) {
        refuse_number(text);
    } else if (strpbrk(digits, ".eE") == NULL) {
        read_magnitude(&p, digits, 10, text);
    } else {
        set_interval(&p, strtod(digits, NULL), last_digit(digits));
        return p;
    }
    set_interval(&p, (double)p.magnitude, 1);
    return p;
}

static void add_number(struct numbers *n, const char *start, size_t length)
{
    char text[LONGEST_NUMBER];
    if (n->count == MOST_PRINTED)
        refuse("explain", NULL, "too many numbers; the first 1000 are enough", NULL);
    if (length >= sizeof text)
        refuse_number(start);
    memcpy(text, start, length);
    text[length] = '\0';
    n->items[n->count] = read_printed(text);
    n->all_integers &= n->items[n->count].is_integer;
    n->count++;
}

struct numbers read_numbers(char **words, int count)
{
    static const char between[] = " \t\r\n,;[](){}";
    struct numbers n = {.items = allocate(MOST_PRINTED * sizeof(struct printed)),
                        .all_integers = true};
    for (int i = 0; i < count; i++) {
        const char *at = words[i];
        for (at += strspn(at, between); *at != '\0'; at += strspn(at, between)) {
            size_t length = strcspn(at, between);
            add_number(&n, at, length);
            at += length;
        }
    }
    return n;
}
