/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Whether the words of one seed give the printed numbers by one convention.
 */
#include "explain_fit.h"

#include "error.h"

#include <math.h>

/* Larger ranges have more bits than the numbers show, so that any word fits one of them. */
enum { MORE_BITS = 4, MOST_TRIED = 4096 };

/* What the mathematical functions of two machines may differ by. */
static const double usual_slack = 4e-16;

static const double normal_limit = 9; /* beyond it no method here gives a value */

/* ---- The question ---- */

static double probability_below(double x)
{
    return 0.5 * erfc(-x / sqrt(2));
}

/* Only what the numbers allow, and each one once. */
static void add_low(struct query *q, int64_t low)
{
    for (int i = 0; i < q->low_count; i++)
        if (q->lows[i] == low)
            return;
    if (low <= q->smallest)
        q->lows[q->low_count++] = low;
}

/* Two numbers that do not begin a usual range say too little. */
static void set_lows(struct query *q)
{
    add_low(q, 0);
    add_low(q, 1);
    if (q->smallest < 0)
        add_low(q, -q->largest);
    if (q->smallest >= 0 && q->numbers.count < 3)
        return;
    add_low(q, q->smallest);
    add_low(q, q->smallest - (q->smallest % 10 + 10) % 10);
    add_low(q, q->smallest - (q->smallest % 100 + 100) % 100);
}

static bool find_order(const struct query *q)
{
    size_t n = q->numbers.count;
    if (n < 2 || (q->smallest != 0 && q->smallest != 1) ||
        (uint64_t)(q->largest - q->smallest) != n - 1)
        return false;
    bool seen[MOST_PRINTED] = {false};
    for (size_t i = 0; i < n; i++) {
        bool *place = &seen[q->numbers.items[i].value - q->smallest];
        if (*place)
            return false;
        *place = true;
    }
    return true;
}

struct query ask(struct numbers numbers, size_t within)
{
    struct query q = {.numbers = numbers, .within = within};
    q.chance_low = allocate(numbers.count * sizeof(double));
    q.chance_high = allocate(numbers.count * sizeof(double));
    q.smallest = INT64_MAX;
    q.largest = INT64_MIN;
    for (size_t i = 0; i < numbers.count; i++) {
        const struct printed *p = &numbers.items[i];
        q.chance_low[i] = probability_below(p->low) - usual_slack;
        q.chance_high[i] = probability_below(p->high) + usual_slack;
        q.smallest = p->value < q.smallest ? p->value : q.smallest;
        q.largest = p->value > q.largest ? p->value : q.largest;
        q.has_hexadecimal |= p->is_hexadecimal;
    }
    /* Larger ones have no range that is looked for. */
    if (numbers.all_integers && q.smallest > -(int64_t)UINT32_MAX && q.largest < UINT32_MAX) {
        set_lows(&q);
        q.is_order = find_order(&q);
    }
    return q;
}

static bool all_within(const struct query *q, double low, double high)
{
    for (size_t i = 0; i < q->numbers.count; i++)
        if (q->numbers.items[i].high < low || q->numbers.items[i].low > high)
            return false;
    return true;
}

static bool are_bits(const struct query *q, unsigned bits)
{
    for (size_t i = 0; i < q->numbers.count; i++) {
        const struct printed *p = &q->numbers.items[i];
        if (p->is_negative || (bits < 64 && p->magnitude >> bits != 0))
            return false;
    }
    return true;
}

/* Whether a type of so many bits holds them, with a sign or without one. */
static bool are_small(const struct query *q, unsigned bits)
{
    int64_t size = INT64_C(1) << bits;
    bool is_unsigned = q->smallest >= 0 && q->largest < size;
    bool is_signed = q->smallest >= -size / 2 && q->largest < size / 2;
    return !q->has_hexadecimal && (is_unsigned || is_signed) &&
           q->largest - q->smallest < INT32_MAX;
}

bool is_possible(const struct query *q, const struct convention *how)
{
    bool integers = q->numbers.all_integers;
    switch (how->form) {
    case FORM_UNIT:
        return !integers && all_within(q, 0, 1);
    case FORM_NORMAL:
    case FORM_PROBABILITY:
        return !integers && all_within(q, -normal_limit, normal_limit);
    case FORM_BITS:
        return integers && are_bits(q, how->bit_count);
    case FORM_SHUFFLE:
        return integers && q->is_order;
    case FORM_MASKED:
        return integers && are_small(q, how->bit_count);
    default:
        return integers && are_small(q, 32);
    }
}

/* ---- Numbers that have no range ---- */

static bool is_number(const struct query *q, const struct convention *how, size_t i,
                      struct words *words)
{
    const struct printed *p = &q->numbers.items[i];
    if (how->form == FORM_BITS)
        return how->bits(words) == p->magnitude;
    double x = how->real(words);
    if (how->form == FORM_PROBABILITY)
        return q->chance_low[i] <= x && x <= q->chance_high[i];
    double slack = fabs(x) * (how->slack != 0 ? how->slack : usual_slack);
    if (q->only_rounded)
        return p->rounded_low - slack <= x && x <= p->rounded_high + slack;
    return p->low - slack <= x && x <= p->high + slack;
}

static enum fit are_numbers(const struct query *q, const struct convention *how, struct words words)
{
    for (size_t i = 0; i < q->numbers.count; i++) {
        bool same = is_number(q, how, i, &words);
        if (words.ended)
            return WORDS_ENDED;
        if (!same)
            return FITS_NOT;
    }
    return FITS;
}

/* ---- Shuffles ---- */

/* The last element is final after the first draw, and so on down to the second. */
static enum fit is_shuffle(const struct query *q, const struct convention *how, struct words words)
{
    uint32_t order[MOST_PRINTED];
    uint32_t n = (uint32_t)q->numbers.count;
    for (uint32_t i = 0; i < n; i++)
        order[i] = i;
    for (uint32_t i = n - 1; i > 0; i--) {
        uint32_t j = how->below(&words, i + 1), x = order[j];
        if (words.ended)
            return WORDS_ENDED;
        if (q->numbers.items[i].value - q->smallest != (int64_t)x)
            return FITS_NOT;
        order[j] = order[i];
    }
    return FITS;
}

/* ---- Integers of a range ---- */

static uint32_t offset(const struct query *q, int64_t low, size_t i)
{
    return (uint32_t)(q->numbers.items[i].value - low);
}

static int bits_of(uint64_t x)
{
    int bits = 0;
    for (; x != 0; x >>= 1)
        bits++;
    return bits;
}

static uint32_t largest_n(uint32_t largest)
{
    uint64_t n = ((uint64_t)largest + 1) << MORE_BITS;
    return n > INT32_MAX ? INT32_MAX : (uint32_t)n;
}

static bool is_range_with(const struct query *q, const struct convention *how, struct words words,
                          int64_t low, uint32_t n)
{
    for (size_t i = 0; i < q->numbers.count; i++)
        if (how->below(&words, n) != offset(q, low, i) || words.ended)
            return false;
    return true;
}

/* Parts of bits bits each: those that are not among the numbers were refused, so that n is not
 * above them. */
static enum fit fit_parts(const struct query *q, const struct convention *how, struct words words,
                          int bits, struct range *r)
{
    bool shifted = how->form == FORM_SHIFTED;
    uint32_t largest = (uint32_t)(q->largest - r->low);
    uint64_t most = (UINT64_C(1) << bits) - shifted;
    uint64_t least = (UINT64_C(1) << (bits - 1)) + !shifted;
    least = least > largest ? least : (uint64_t)largest + 1;
    for (size_t i = 0; i < q->numbers.count; i++) {
        uint32_t x, wanted = offset(q, r->low, i);
        for (;;) {
            x = how->part(&words);
            x = shifted ? x >> (32 - bits) : x & (uint32_t)((UINT64_C(1) << bits) - 1);
            if (words.ended)
                return WORDS_ENDED;
            if (x == wanted)
                break;
            if (x < least)
                return FITS_NOT;
            most = x < most ? x : most;
        }
    }
    r->least = (uint32_t)least;
    r->most = (uint32_t)(most > UINT32_MAX ? UINT32_MAX : most);
    return FITS;
}

static enum fit fit_any_parts(const struct query *q, const struct convention *how,
                              struct words words, struct range *r)
{
    uint32_t largest = (uint32_t)(q->largest - r->low);
    int first = bits_of(how->form == FORM_SHIFTED ? (uint64_t)largest + 1 : largest);
    first = first == 0 ? 1 : first;
    int last = (int)how->bit_count;
    for (int bits = first; bits <= last && bits < first + MORE_BITS; bits++) {
        enum fit fit = fit_parts(q, how, words, bits, r);
        if (fit == FITS && !is_range_with(q, how, words, r->low, r->least))
            fit = FITS_NOT;
        if (fit != FITS_NOT)
            return fit;
    }
    return FITS_NOT;
}

/* The n from least to most that fit, the first ones of them. These are fewer than 40: the largest
 * number says nearly how many. */
static enum fit fit_these(const struct query *q, const struct convention *how, struct words words,
                          uint32_t least, uint32_t most, struct range *r)
{
    while (least <= most && !is_range_with(q, how, words, r->low, least))
        least++;
    if (least > most)
        return FITS_NOT;
    r->least = r->most = least;
    while (r->most < most && is_range_with(q, how, words, r->low, r->most + 1))
        r->most++;
    return FITS;
}

/* x = floor(u n) says that n is from x / u to (x + 1) / u. */
static enum fit fit_scaled(const struct query *q, const struct convention *how, struct words words,
                           struct range *r)
{
    uint32_t largest = (uint32_t)(q->largest - r->low);
    struct words drawn = words;
    double least = (double)largest + 1, most = largest_n(largest);
    for (size_t i = 0; i < q->numbers.count; i++) {
        double u = how->real(&drawn), x = offset(q, r->low, i);
        if (drawn.ended)
            return WORDS_ENDED;
        least = fmax(least, x / u - 1);
        most = fmin(most, (x + 1) / u + 1);
        if (!(least <= most))
            return FITS_NOT;
    }
    return fit_these(q, how, words, (uint32_t)least, (uint32_t)most, r);
}

static uint32_t greatest_common_divisor(uint32_t a, uint32_t b)
{
    while (b != 0) {
        uint32_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* n divides each word less its number. Words that were refused are too rare to be thought of. */
static enum fit fit_remainder(const struct query *q, const struct convention *how,
                              struct words words, struct range *r)
{
    uint32_t largest = (uint32_t)(q->largest - r->low), divisor = 0, most = largest_n(largest);
    struct words drawn = words;
    for (size_t i = 0; i < q->numbers.count; i++) {
        uint32_t word = next_word(&drawn), x = offset(q, r->low, i);
        if (drawn.ended)
            return WORDS_ENDED;
        if (word < x)
            return FITS_NOT;
        divisor = greatest_common_divisor(divisor, word - x);
        if (divisor != 0 && divisor <= largest)
            return FITS_NOT;
    }
    for (uint32_t n = largest + 1; n <= most && n - largest <= MOST_TRIED; n++)
        if (divisor % n == 0 && is_range_with(q, how, words, r->low, n)) {
            r->least = r->most = n;
            return FITS;
        }
    return FITS_NOT;
}

/* NumPy's small types refuse a range that they do not hold: whether a part of the range is left. */
static bool is_in_type(const struct convention *how, struct range *r)
{
    if (how->form != FORM_MASKED || how->python == NULL || how->bit_count == 32)
        return true;
    bool is_signed = r->low < 0 && how->bit_count != 1;
    int64_t first = is_signed ? -(INT64_C(1) << (how->bit_count - 1)) : 0;
    int64_t end = first + (INT64_C(1) << how->bit_count);
    if (r->low < first || r->low + r->least > end)
        return false;
    if (r->low + r->most > end)
        r->most = (uint32_t)(end - r->low);
    return true;
}

static enum fit is_range(const struct query *q, const struct convention *how, struct words words,
                         struct range *r)
{
    enum fit fit = FITS_NOT;
    for (int i = 0; i < q->low_count && fit == FITS_NOT; i++) {
        r->low = q->lows[i];
        if (how->form == FORM_SCALED)
            fit = fit_scaled(q, how, words, r);
        else if (how->form == FORM_REMAINDER)
            fit = fit_remainder(q, how, words, r);
        else
            fit = fit_any_parts(q, how, words, r);
        if (fit == FITS && !is_in_type(how, r))
            fit = FITS_NOT;
    }
    return fit;
}

/* ---- All forms ---- */

static bool has_range(const struct convention *how)
{
    return how->form >= FORM_MASKED;
}

static enum fit fit_here(const struct query *q, const struct convention *how, struct words words,
                         struct range *r)
{
    if (how->form == FORM_SHUFFLE)
        return is_shuffle(q, how, words);
    return has_range(how) ? is_range(q, how, words, r) : are_numbers(q, how, words);
}

static void step_on(const struct convention *how, struct words *words)
{
    if (has_range(how))
        (void)next_word(words);
    else if (how->form == FORM_BITS)
        (void)how->bits(words);
    else
        (void)how->real(words);
}

enum fit find_numbers(const struct query *q, const struct convention *how, struct words words,
                      size_t *place, struct range *r)
{
    for (*place = 0; *place < q->within; ++*place) {
        enum fit fit = fit_here(q, how, words, r);
        if (fit != FITS_NOT)
            return fit;
        step_on(how, &words);
        if (words.ended)
            return WORDS_ENDED;
    }
    return FITS_NOT;
}

/* ---- Chance ---- */

/* The numbers of one range of n fit with the chance n^-count. Its sum over all n, nearly. */
static double chance_of_range(const struct query *q, int64_t low)
{
    double n = (double)(q->largest - low) + 1, count = (double)q->numbers.count;
    if (count < 2)
        return 1;
    return pow(n, -count) * (1 + n / (count - 1));
}

double chance_of(const struct query *q, const struct convention *how)
{
    double chance = 1;
    if (how->form == FORM_SHUFFLE)
        return 1 / tgamma((double)q->numbers.count + 1);
    if (has_range(how)) {
        chance = 0;
        for (int i = 0; i < q->low_count; i++)
            chance += chance_of_range(q, q->lows[i]);
        return fmin(chance, 1);
    }
    for (size_t i = 0; i < q->numbers.count; i++) {
        if (how->form == FORM_BITS)
            chance *= pow(2, -(double)how->bit_count);
        else if (how->form == FORM_UNIT)
            chance *= fmin(q->numbers.items[i].high - q->numbers.items[i].low, 1);
        else
            chance *= fabs(q->chance_high[i] - q->chance_low[i]);
    }
    return chance;
}
