/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Comparison by bits, and by the digits that a text has.
 */
#include "compare.h"

#include "parse.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Floats --------------------------------------------------------------------------------- */

/* Floats in their order, as integers: neighbours differ by 1, and so do -0.0 and 0.0. */
static int64_t rank_of_double(double x)
{
    int64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits < 0 ? ~(bits & INT64_MAX) : bits;
}

static int64_t rank_of_float(float x)
{
    int32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits < 0 ? ~(bits & INT32_MAX) : bits;
}

static double float_at(enum kind kind, const void *data, size_t i)
{
    return kind == KIND_FLOAT ? (double)((const float *)data)[i] : ((const double *)data)[i];
}

static int64_t rank_of(enum kind kind, double x)
{
    return kind == KIND_FLOAT ? rank_of_float((float)x) : rank_of_double(x);
}

static void count_distance(struct tally *t, enum kind kind, double there, double drawn)
{
    if (isnan(there) || isnan(drawn)) {
        t->nans++;
        return;
    }
    int64_t a = rank_of(kind, there);
    int64_t b = rank_of(kind, drawn);
    uint64_t distance = a > b ? (uint64_t)a - (uint64_t)b : (uint64_t)b - (uint64_t)a;
    if (distance > t->ulps)
        t->ulps = distance;
}

static bool are_same_floats(enum kind kind, double a, double b)
{
    return isnan(a) ? isnan(b) : !isnan(b) && rank_of(kind, a) == rank_of(kind, b);
}

/* ---- Differences ---------------------------------------------------------------------------- */

static void show_element(char *text, enum kind kind, const void *data, size_t i)
{
    *put_element(text, kind, data, i, &python_spelling) = '\0';
}

static void show_text(char *shown, const char *text)
{
    bool fits = strlen(text) < SHOWN_TEXT;
    sprintf(shown, "%.*s%s", fits ? SHOWN_TEXT - 1 : SHOWN_TEXT - 4, text, fits ? "" : "...");
}

/* True at the first difference: the caller shows what is there. */
static bool count_difference(struct tally *t, enum kind kind, const void *drawn, size_t i)
{
    t->different++;
    if (t->different > 1)
        return false;
    t->first = t->compared;
    show_element(t->first_drawn, kind, drawn, i);
    return true;
}

/* A byte of a file that is neither 0 nor 1 is no bool of C. */
static enum kind kind_in_file(enum kind kind)
{
    return kind == KIND_BOOL ? KIND_UINT8 : kind;
}

static void compare_element(struct tally *t, enum kind kind, const void *there, const void *drawn,
                            size_t i)
{
    size_t size = kind_size(kind);
    bool is_float = is_float_kind(kind);
    double a = is_float ? float_at(kind, there, i) : 0;
    double b = is_float ? float_at(kind, drawn, i) : 0;
    bool same = memcmp((const char *)there + i * size, (const char *)drawn + i * size, size) == 0;
    if (same || (is_float && isnan(a) && isnan(b)))
        return;
    if (count_difference(t, kind_in_file(kind), drawn, i))
        show_element(t->first_there, kind_in_file(kind), there, i);
    if (is_float)
        count_distance(t, kind, a, b);
}

void compare_elements(struct tally *t, enum kind kind, const void *there, const void *drawn,
                      size_t n)
{
    if (memcmp(there, drawn, n * kind_size(kind)) == 0) {
        t->compared += n;
        return;
    }
    for (size_t i = 0; i < n; i++) {
        compare_element(t, kind, there, drawn, i);
        t->compared++;
    }
}

/* ---- Texts ---------------------------------------------------------------------------------- */

/* A decimal number: how many digits it has from the first that is not 0, and the power of ten of the
 * last one. */
struct decimal {
    unsigned digits;
    long last;
};

static struct decimal measure(const char *text)
{
    struct decimal d = {0, 0};
    bool point = false;
    for (; *text != '\0' && *text != 'e' && *text != 'E'; text++) {
        if (*text == '.')
            point = true;
        if (*text < '0' || *text > '9')
            continue;
        d.digits += d.digits > 0 || *text != '0';
        d.last -= point;
    }
    if (*text != '\0')
        d.last += strtol(text + 1, NULL, 10);
    return d;
}

/* Writes x, rounded to a multiple of 10^last. False: there is no such text of x. */
static bool round_decimal(double x, long last, char *text, size_t room)
{
    enum { MOST_PLACES = 1100 };
    char exponent[32];
    if (last < -MOST_PLACES)
        return false;
    if (last <= 0)
        return snprintf(text, room, "%.*f", (int)-last, x) < (int)room;
    snprintf(exponent, sizeof exponent, "%.17e", x);
    long digits = strtol(strchr(exponent, 'e') + 1, NULL, 10) - last;
    if (digits < 0)
        return false;
    return snprintf(text, room, "%.*e", (int)digits, x) < (int)room;
}

/* Whether a text with fewer digits than it takes is what x is printed as. */
static bool is_rounded(double x, const char *text, const struct decimal *d)
{
    char rounded[1500];
    return isfinite(x) && round_decimal(x, d->last, rounded, sizeof rounded) &&
           strtod(rounded, NULL) == strtod(text, NULL) && signbit(x) == (*text == '-');
}

static void count_rounded(struct tally *t, unsigned digits)
{
    if (t->rounded == 0 || digits < t->fewest_digits)
        t->fewest_digits = digits;
    if (digits > t->most_digits)
        t->most_digits = digits;
    t->rounded++;
}

static void compare_float(struct tally *t, enum kind kind, const char *text, const void *drawn,
                          size_t i)
{
    double x = float_at(kind, drawn, i);
    double there = kind == KIND_FLOAT ? (double)strtof(text, NULL) : strtod(text, NULL);
    if (are_same_floats(kind, there, x))
        return;
    struct decimal decimal = measure(text);
    if (isfinite(there) && is_rounded(x, text, &decimal)) {
        count_rounded(t, decimal.digits);
        return;
    }
    if (count_difference(t, kind, drawn, i))
        show_text(t->first_there, text);
    count_distance(t, kind, there, x);
}

/* numpy.savetxt() writes integers as doubles: beyond 2^53, these are rounded. */
static void compare_integer(struct tally *t, enum kind kind, const char *text, const void *drawn,
                            size_t i)
{
    char digits[SHOWN_TEXT];
    show_element(digits, kind_in_file(kind), drawn, i);
    bool negative = *digits == '-';
    bool plain = is_integer(text);
    const char *magnitude = text + (*text == '-' || *text == '+');
    if (plain && (*text == '-') == negative && is_exactly(magnitude, digits + negative))
        return;
    double value = strtod(digits, NULL);
    if (!plain && strtod(text, NULL) == value) {
        if (fabs(value) > 0x1p53)
            count_rounded(t, measure(text).digits);
        return;
    }
    if (count_difference(t, kind, drawn, i))
        show_text(t->first_there, text);
}

/* The words of Python and JSON. */
static const char *digits_of_bool(const char *text)
{
    if (strcmp(text, "True") == 0 || strcmp(text, "true") == 0)
        return "1";
    if (strcmp(text, "False") == 0 || strcmp(text, "false") == 0)
        return "0";
    return text;
}

/* Most texts are the shortest digits: these need no conversion. */
bool compare_text(struct tally *t, enum kind kind, const char *text, const void *drawn, size_t i)
{
    char shortest[SHOWN_TEXT];
    show_element(shortest, kind, drawn, i);
    if (strcmp(shortest, text) != 0) {
        if (kind == KIND_BOOL)
            text = digits_of_bool(text);
        if (!is_number(text))
            return false;
        if (is_float_kind(kind))
            compare_float(t, kind, text, drawn, i);
        else
            compare_integer(t, kind, text, drawn, i);
    }
    t->compared++;
    return true;
}
