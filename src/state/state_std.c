/* SPDX-License-Identifier: BSD-3-Clause
 *
 * set_state_std, get_state_std, get_state_libstdcxx: the text of a std::mt19937. The C++ standard
 * makes it of the last 624 words. libstdc++ writes the words as they are in memory, and the
 * position.
 *
 * Source: ISO/IEC 14882:2017, [rand.eng.mers]; the texts of libstdc++, libc++ and Boost in
 * vectors/tools; the sources of Microsoft's STL.
 */
#include "state.h"

/* ---- Reading ---- */

struct std_text {
    const char *text;
    size_t length;
    size_t at;            /* offset of the next character */
    size_t first;         /* offset of the number that was read last */
    nprand_status status; /* NPRAND_OK, or the text was refused at offset for the reason */
    size_t offset;
    const char *reason;
};

/* Refuses the text. Returns false. */
static bool std_refuse(struct std_text *r, nprand_status status, size_t offset, const char *reason)
{
    r->status = status;
    r->offset = offset;
    r->reason = reason;
    return false;
}

static bool std_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Skips white space. Whether the text goes on behind it. */
static bool std_goes_on(struct std_text *r)
{
    while (r->at < r->length && std_is_space(r->text[r->at]))
        r->at++;
    r->first = r->at;
    return r->at < r->length;
}

/* Reads the digits up to the next white space. */
static bool std_read_number(struct std_text *r, uint32_t *number)
{
    uint64_t value = 0;
    for (; r->at < r->length && !std_is_space(r->text[r->at]); r->at++) {
        char digit = r->text[r->at];
        bool is_digit = digit >= '0' && digit <= '9';
        value = 10 * value + (is_digit ? (uint64_t)(digit - '0') : 0);
        if (!is_digit || value > UINT32_MAX)
            return std_refuse(r, NPRAND_BAD_STD_TEXT, r->first,
                              "a number from 0 to 2^32 - 1 is needed here");
    }
    *number = (uint32_t)value;
    return true;
}

/* Reads the position, if the text has one. The text of the standard has none: its words are a
 * block of which all have been drawn. */
static bool std_read_position(struct std_text *r, nprand_state *state)
{
    uint32_t pos = NPRAND__N;
    if (std_goes_on(r) && !std_read_number(r, &pos))
        return false;
    if (pos > NPRAND__N)
        return std_refuse(r, NPRAND_BAD_POS, r->first, "the position is outside 0..624");
    if (std_goes_on(r))
        return std_refuse(r, NPRAND_BAD_STD_TEXT, r->first,
                          "the text has more than 624 words and a position");
    state->pos = (int32_t)pos;
    return true;
}

static bool std_read_state(struct std_text *r, nprand_state *state)
{
    for (int i = 0; i < NPRAND__N; i++) {
        if (!std_goes_on(r))
            return std_refuse(r, NPRAND_BAD_STD_TEXT, r->length,
                              "the text ends before its 624th word");
        if (!std_read_number(r, &state->key[i]))
            return false;
    }
    if (!std_read_position(r, state))
        return false;
    return !nprand__is_zero_key(state->key) ||
           std_refuse(r, NPRAND_ZERO_KEY, 0, "the words are all zero");
}

nprand_status nprand_set_state_std(nprand_rng *rng, const char *text, size_t length, size_t *offset,
                                   const char **reason)
{
    struct std_text r = {text, length, 0, 0, NPRAND_OK, 0, NULL};
    nprand_state state;
    state.has_gauss = 0;
    state.gauss = 0.0;
    if (rng == NULL || text == NULL)
        std_refuse(&r, NPRAND_NULL_POINTER, 0, nprand_strerror(NPRAND_NULL_POINTER));
    else if (std_read_state(&r, &state))
        return nprand_set_state(rng, &state); /* which refuses nothing that is left */
    if (offset != NULL)
        *offset = r.offset;
    if (reason != NULL)
        *reason = r.reason;
    return r.status;
}

/* ---- Writing ---- */

static char *std_put_words(const uint32_t *words, char *at)
{
    for (int i = 0; i < NPRAND__N; i++) {
        if (i > 0)
            *at++ = ' ';
        at = nprand__put_integer(words[i], at);
    }
    return at;
}

static char *std_put_standard(const nprand_state *state, char *at)
{
    uint32_t words[NPRAND__N];
    nprand__words_before(state, words);
    return std_put_words(words, at);
}

static char *std_put_libstdcxx(const nprand_state *state, char *at)
{
    at = std_put_words(state->key, at);
    *at++ = ' ';
    return nprand__put_integer(state->pos, at);
}

nprand_status nprand_get_state_std(const nprand_rng *rng, size_t size, char *out, size_t *length)
{
    return nprand__write_state(rng, std_put_standard, size, out, length);
}

nprand_status nprand_get_state_libstdcxx(const nprand_rng *rng, size_t size, char *out,
                                         size_t *length)
{
    return nprand__write_state(rng, std_put_libstdcxx, size, out, length);
}
