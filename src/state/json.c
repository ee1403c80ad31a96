/* SPDX-License-Identifier: BSD-3-Clause
 *
 * States as JSON: NumPy's get_state(legacy=False), and the tuple of CPython's random.getstate().
 *
 * The reader goes along the one shape that a state has, not along whatever JSON there is: a value
 * of another type ends it at the first byte, however long or deep it is.
 */
#include "state.h"

#include "../math/decimal.h"

enum { N = NPRAND__N };

/* The version that CPython gives its states since 3.2. */
enum { PYTHON_VERSION = 3 };

/* ---- Writing ------------------------------------------------------------------------------ */

static char *put(const char *text, char *at)
{
    size_t length = strlen(text);
    memcpy(at, text, length);
    return at + length;
}

static char *put_integer(int64_t value, char *at)
{
    char digits[20];
    int count = 0;
    if (value < 0)
        *at++ = '-';
    for (int64_t rest = value < 0 ? -value : value; rest > 0 || count == 0; rest /= 10)
        digits[count++] = (char)('0' + rest % 10);
    while (count > 0)
        *at++ = digits[--count];
    return at;
}

/* With Python's separator. */
static char *put_words(const nprand_state *state, char *at)
{
    for (int i = 0; i < N; i++) {
        at = i > 0 ? put(", ", at) : at;
        at = put_integer(state->key[i], at);
    }
    return at;
}

static char *put_numpy(const nprand_state *state, char *at)
{
    at = put("{\"bit_generator\": \"MT19937\", \"state\": {\"key\": [", at);
    at = put_words(state, at);
    at = put("], \"pos\": ", at);
    at = put_integer(state->pos, at);
    at = put("}, \"has_gauss\": ", at);
    at = put_integer(state->has_gauss, at);
    at = put(", \"gauss\": ", at);
    at = nprand__decimal_repr(state->gauss, at);
    return put("}", at);
}

static char *put_python(const nprand_state *state, char *at)
{
    at = put("[", at);
    at = put_integer(PYTHON_VERSION, at);
    at = put(", [", at);
    at = put_words(state, at);
    at = put(", ", at);
    at = put_integer(state->pos, at);
    at = put("], ", at);
    at = state->has_gauss ? nprand__decimal_repr(state->gauss, at) : put("null", at);
    return put("]", at);
}

static nprand_status write_state(const nprand_rng *rng,
                                 char *put_state(const nprand_state *, char *), bool with_gauss,
                                 size_t size, char *out, size_t *length)
{
    nprand_state state;
    char text[NPRAND_STATE_JSON_SIZE];
    nprand_status status = nprand_get_state(rng, &state);
    if (status != NPRAND_OK)
        return status;
    if ((with_gauss || state.has_gauss) && !isfinite(state.gauss))
        return NPRAND_GAUSS_NOT_FINITE;
    if (out == NULL)
        return NPRAND_NULL_POINTER;

    size_t count = (size_t)(put_state(&state, text) - text);
    if (count >= size)
        return NPRAND_BUFFER_TOO_SMALL;
    memcpy(out, text, count);
    out[count] = '\0';
    if (length != NULL)
        *length = count;
    return NPRAND_OK;
}

nprand_status nprand_get_state_json(const nprand_rng *rng, size_t size, char *out, size_t *length)
{
    return write_state(rng, put_numpy, true, size, out, length);
}

nprand_status nprand_get_state_python(const nprand_rng *rng, size_t size, char *out, size_t *length)
{
    return write_state(rng, put_python, false, size, out, length);
}

/* ---- Reading: what is next ---------------------------------------------------------------- */

struct reader {
    const char *text;
    size_t length;
    size_t at;
    nprand_status status; /* of the refusal, and where it was */
    size_t offset;
};

/* Each function that reads something leaves the reader behind it, or fails and returns false. */
static bool fail(struct reader *r, nprand_status status, size_t offset)
{
    r->status = status;
    r->offset = offset;
    return false;
}

/* '\0' at the end of the text; one in the text is not JSON. */
static char peek(const struct reader *r)
{
    return r->at < r->length ? r->text[r->at] : '\0';
}

static void skip_space(struct reader *r)
{
    while (peek(r) == ' ' || peek(r) == '\t' || peek(r) == '\n' || peek(r) == '\r')
        r->at++;
}

/* What is not there is missing because the text ends, or something else is there. */
static bool fail_here(struct reader *r, nprand_status status)
{
    return fail(r, r->at == r->length ? NPRAND_JSON_TRUNCATED : status, r->at);
}

static bool is_among(char c, const char *characters)
{
    return c != '\0' && strchr(characters, c) != NULL;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A value of the wrong type, or no value at all. The words that begin with these letters are JSON's
 * and Python's. */
static bool fail_value(struct reader *r)
{
    return fail_here(r, is_among(peek(r), "{[\"-0123456789tfnNI") ? NPRAND_JSON_TYPE
                                                                  : NPRAND_JSON_SYNTAX);
}

static bool read_mark(struct reader *r, char mark)
{
    skip_space(r);
    if (peek(r) != mark)
        return fail_here(r, NPRAND_JSON_SYNTAX);
    r->at++;
    return true;
}

static bool read_opening(struct reader *r, char mark)
{
    skip_space(r);
    if (peek(r) != mark)
        return fail_value(r);
    r->at++;
    return true;
}

/* Whether the text goes on with these characters, or, if it ends before, with as many of them as
 * are left of it. */
static bool goes_on_with(const struct reader *r, const char *expected, bool *whole)
{
    size_t count = strlen(expected);
    *whole = count <= r->length - r->at;
    return memcmp(r->text + r->at, expected, *whole ? count : r->length - r->at) == 0;
}

/* Reads these characters; others are refused by the status. */
static bool read_characters(struct reader *r, const char *expected, nprand_status otherwise)
{
    bool whole;
    if (!goes_on_with(r, expected, &whole))
        return fail(r, otherwise, r->at);
    if (!whole)
        return fail(r, NPRAND_JSON_TRUNCATED, r->length);
    r->at += strlen(expected);
    return true;
}

/* ---- Reading: numbers --------------------------------------------------------------------- */

static bool skip_digits(struct reader *r)
{
    if (!is_digit(peek(r)))
        return fail_here(r, NPRAND_JSON_SYNTAX);
    while (is_digit(peek(r)))
        r->at++;
    return true;
}

/* A number by JSON's grammar, and whether it is an integer: without point and exponent. */
static bool skip_number(struct reader *r, bool *integral)
{
    r->at += peek(r) == '-';
    size_t first = r->at;
    if (!skip_digits(r))
        return false;
    if (r->text[first] == '0' && r->at > first + 1)
        return fail(r, NPRAND_JSON_SYNTAX, first + 1);
    *integral = !is_among(peek(r), ".eE");
    if (peek(r) == '.') {
        r->at++;
        if (!skip_digits(r))
            return false;
    }
    if (is_among(peek(r), "eE")) {
        r->at++;
        r->at += is_among(peek(r), "+-");
        return skip_digits(r);
    }
    return true;
}

/* An integer on low..high; others are refused by the status. */
static bool read_integer(struct reader *r, int64_t low, int64_t high, nprand_status otherwise,
                         int64_t *value)
{
    const int64_t enough = INT64_C(1) << 40; /* beyond all fields: stops growing there */
    bool integral;
    skip_space(r);
    size_t first = r->at;
    if (!is_among(peek(r), "-0123456789"))
        return fail_value(r);
    if (r->length - first > 1 && r->text[first] == '-' && r->text[first + 1] == 'I')
        return fail(r, NPRAND_JSON_TYPE, first);
    if (!skip_number(r, &integral))
        return false;
    if (!integral)
        return fail(r, NPRAND_JSON_TYPE, first);

    bool negative = r->text[first] == '-';
    *value = 0;
    for (size_t i = first + negative; i < r->at && *value < enough; i++)
        *value = 10 * *value + (r->text[i] - '0');
    *value = negative ? -*value : *value;
    if (*value < low || *value > high)
        return fail(r, otherwise, first);
    return true;
}

/* One of the words that Python's json writes and JSON does not have. */
static bool fail_not_finite(struct reader *r, const char *word)
{
    return read_characters(r, word, NPRAND_JSON_SYNTAX) &&
           fail(r, NPRAND_GAUSS_NOT_FINITE, r->at - strlen(word));
}

static bool read_double(struct reader *r, double *value)
{
    bool integral;
    skip_space(r);
    size_t first = r->at;
    if (peek(r) == 'N')
        return fail_not_finite(r, "NaN");
    if (peek(r) == 'I')
        return fail_not_finite(r, "Infinity");
    if (!is_among(peek(r), "-0123456789"))
        return fail_value(r);
    if (r->length - first > 1 && r->text[first] == '-' && r->text[first + 1] == 'I')
        return fail_not_finite(r, "-Infinity");
    if (!skip_number(r, &integral))
        return false;
    *value = nprand__decimal_read(r->text + first, r->at - first);
    if (integral && *value == 0.0)
        *value = 0.0; /* -0 is an integer in Python, which has no sign then */
    if (!isfinite(*value))
        return fail(r, NPRAND_JSON_RANGE, first);
    return true;
}

/* ---- Reading: states ---------------------------------------------------------------------- */

/* The comma between two elements of a list, or what ends it. */
static bool read_in_list(struct reader *r, char mark)
{
    skip_space(r);
    if (peek(r) == mark) {
        r->at++;
        return true;
    }
    return fail_here(r, is_among(peek(r), ",]") ? NPRAND_JSON_LENGTH : NPRAND_JSON_SYNTAX);
}

static bool read_pos(struct reader *r, nprand_state *state)
{
    int64_t pos;
    if (!read_integer(r, 0, N, NPRAND_BAD_POS, &pos))
        return false;
    state->pos = (int32_t)pos;
    return true;
}

/* The words of the key up to the last one; whether they can be a key. */
static bool read_words(struct reader *r, nprand_state *state)
{
    if (!read_opening(r, '['))
        return false;
    size_t first = r->at - 1;
    for (int i = 0; i < N; i++) {
        int64_t word;
        skip_space(r);
        if (i == 0 && peek(r) == ']')
            return fail(r, NPRAND_JSON_LENGTH, r->at);
        if (i > 0 && !read_in_list(r, ','))
            return false;
        if (!read_integer(r, 0, UINT32_MAX, NPRAND_JSON_RANGE, &word))
            return false;
        state->key[i] = (uint32_t)word;
    }
    if (nprand__is_zero_key(state->key))
        return fail(r, NPRAND_ZERO_KEY, first);
    return true;
}

/* A key of the object and the colon behind it; which of the count names, that is not yet among
 * those seen, as bits. */
static bool read_name(struct reader *r, const char *const *names, int count, unsigned *seen,
                      int *which)
{
    skip_space(r);
    if (peek(r) != '"')
        return fail_here(r, NPRAND_JSON_SYNTAX);
    for (int i = 0; i < count; i++) {
        bool whole;
        if (!goes_on_with(r, names[i], &whole))
            continue;
        if (!whole)
            return fail(r, NPRAND_JSON_TRUNCATED, r->length);
        if (*seen >> i & 1)
            return fail(r, NPRAND_JSON_DUPLICATE_KEY, r->at);
        *seen |= 1u << i;
        *which = i;
        r->at += strlen(names[i]);
        return read_mark(r, ':');
    }
    return fail(r, NPRAND_JSON_EXTRA_KEY, r->at);
}

/* An object that has exactly these names, with values that read_value() reads. */
static bool read_object(struct reader *r, const char *const *names, int count,
                        bool read_value(struct reader *, int, nprand_state *), nprand_state *state)
{
    unsigned seen = 0;
    if (!read_opening(r, '{'))
        return false;
    skip_space(r);
    for (bool first = true; first ? peek(r) != '}' : peek(r) == ','; first = false) {
        int which;
        r->at += !first;
        if (!read_name(r, names, count, &seen, &which) || !read_value(r, which, state))
            return false;
        skip_space(r);
    }
    if (peek(r) != '}')
        return fail_here(r, NPRAND_JSON_SYNTAX);
    if (seen != (1u << count) - 1)
        return fail(r, NPRAND_JSON_MISSING_KEY, r->at);
    r->at++;
    return true;
}

/* The quotation marks are part of a name here. */
static const char *const inner_names[] = {"\"key\"", "\"pos\""};
static const char *const outer_names[] = {"\"bit_generator\"", "\"state\"", "\"has_gauss\"",
                                          "\"gauss\""};

static bool read_inner_value(struct reader *r, int which, nprand_state *state)
{
    return which == 0 ? read_words(r, state) && read_in_list(r, ']') : read_pos(r, state);
}

static bool read_has_gauss(struct reader *r, nprand_state *state)
{
    int64_t value;
    if (!read_integer(r, INT32_MIN, INT32_MAX, NPRAND_JSON_RANGE, &value))
        return false;
    state->has_gauss = (int32_t)value;
    return true;
}

static bool read_bit_generator(struct reader *r)
{
    skip_space(r);
    if (peek(r) != '"')
        return fail_value(r);
    return read_characters(r, "\"MT19937\"", NPRAND_JSON_GENERATOR);
}

static bool read_outer_value(struct reader *r, int which, nprand_state *state)
{
    switch (which) {
    case 0:
        return read_bit_generator(r);
    case 1:
        return read_object(r, inner_names, 2, read_inner_value, state);
    case 2:
        return read_has_gauss(r, state);
    default:
        return read_double(r, &state->gauss);
    }
}

static bool read_numpy(struct reader *r, nprand_state *state)
{
    return read_object(r, outer_names, 4, read_outer_value, state);
}

static bool read_gauss_next(struct reader *r, nprand_state *state)
{
    skip_space(r);
    state->has_gauss = peek(r) != 'n';
    state->gauss = 0.0;
    if (!state->has_gauss)
        return read_characters(r, "null", NPRAND_JSON_SYNTAX);
    return read_double(r, &state->gauss);
}

static bool read_version(struct reader *r)
{
    int64_t version;
    skip_space(r);
    if (peek(r) == ']')
        return fail(r, NPRAND_JSON_LENGTH, r->at);
    return read_integer(r, PYTHON_VERSION, PYTHON_VERSION, NPRAND_JSON_VERSION, &version);
}

static bool read_python(struct reader *r, nprand_state *state)
{
    return read_opening(r, '[') && read_version(r) && read_in_list(r, ',') &&
           read_words(r, state) && read_in_list(r, ',') && read_pos(r, state) &&
           read_in_list(r, ']') && read_in_list(r, ',') && read_gauss_next(r, state) &&
           read_in_list(r, ']');
}

static nprand_status read_state(nprand_rng *rng, bool read(struct reader *, nprand_state *),
                                const char *text, size_t length, size_t *offset)
{
    if (rng == NULL || text == NULL)
        return NPRAND_NULL_POINTER;
    nprand_state state;
    struct reader r = {.text = text, .length = length};
    bool done = read(&r, &state);
    if (done) {
        skip_space(&r);
        done = r.at == length || fail(&r, NPRAND_JSON_TRAILING, r.at);
    }
    if (done)
        return nprand_set_state(rng, &state);
    if (offset != NULL)
        *offset = r.offset;
    return r.status;
}

nprand_status nprand_set_state_json(nprand_rng *rng, const char *text, size_t length,
                                    size_t *offset)
{
    return read_state(rng, read_numpy, text, length, offset);
}

nprand_status nprand_set_state_python(nprand_rng *rng, const char *text, size_t length,
                                      size_t *offset)
{
    return read_state(rng, read_python, text, length, offset);
}
