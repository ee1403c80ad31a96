/* SPDX-License-Identifier: BSD-3-Clause
 *
 * States as JSON: the forms that NumPy's RandomState.set_state() takes after json.load(), and the
 * tuple of CPython's random.getstate().
 *
 * The reader is a tokenizer that allocates nothing, functions that read one value of a state each,
 * and for each form a table that names the function for each key or place. The function that is
 * next depends on the form, so a value of another type is refused at its first byte.
 */
#include "state.h"

#include "../math/decimal.h"

/* The version that CPython gives its states since 2.6. */
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
    for (int i = 0; i < NPRAND__N; i++) {
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

/* ---- Reading: pieces of JSON -------------------------------------------------------------- */

/* The state goes to the generator when all of the text is right. */
struct reader {
    const char *text;
    size_t length;
    size_t at;
    bool floats; /* whether 5.0 and 5e0 are taken for the integer 5 */
    nprand_state state;
    nprand_status status; /* not NPRAND_OK: something is wrong, at offset, for this reason */
    size_t offset;
    const char *reason;
};

/* A function that reads something leaves r->at behind it and returns true, or refuses the text. */
static bool refuse(struct reader *r, nprand_status status, size_t offset, const char *reason)
{
    r->status = status;
    r->offset = offset;
    r->reason = reason;
    return false;
}

static bool refuse_here(struct reader *r, const char *reason)
{
    bool ended = r->at == r->length;
    return refuse(r, NPRAND_BAD_JSON, r->at,
                  ended ? "the text ends before the state does" : reason);
}

/* '\0' at the end of the text; no JSON has that character. */
static char peek(const struct reader *r)
{
    return r->at < r->length ? r->text[r->at] : '\0';
}

static bool is_among(char c, const char *characters)
{
    return c != '\0' && strchr(characters, c) != NULL;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char skip_space(struct reader *r)
{
    while (is_among(peek(r), " \t\n\r"))
        r->at++;
    return peek(r);
}

static bool read_mark(struct reader *r, char mark, const char *reason)
{
    if (skip_space(r) != mark)
        return refuse_here(r, reason);
    r->at++;
    return true;
}

/* Whether this word is next; it is read then. Where the text ends in the middle of the word, r->at
 * becomes the end. */
static bool accept(struct reader *r, const char *word)
{
    size_t count = strlen(word), left = r->length - r->at;
    if (memcmp(r->text + r->at, word, left < count ? left : count) != 0)
        return false;
    r->at += left < count ? left : count;
    return left >= count;
}

/* Whether a list or an object, whose opening mark or last element was read, has another element.
 * Reads the comma, or the closing mark. False without r->status means that it is closed. */
static bool another(struct reader *r, char closing, bool first)
{
    if (skip_space(r) == closing) {
        r->at++;
        return false;
    }
    return first || read_mark(r, ',',
                              closing == ']' ? "a comma or ] is needed here"
                                             : "a comma or } is needed here");
}

/* The longest name in a state is "bit_generator"; a longer string differs from all within these. */
enum { NAME_SIZE = 16 };

/* One character of a string; '?' for one that no name has. */
static bool read_character(struct reader *r, char *c)
{
    unsigned code = (unsigned char)peek(r);
    if (code < ' ')
        return refuse_here(r, "a string has a control character here");
    r->at++;
    if (code == '\\') {
        char kind = peek(r);
        if (!is_among(kind, "\"\\/bfnrtu"))
            return refuse_here(r, "a string has an unknown escape here");
        r->at++;
        code = kind == 'u' ? 0 : '?';
        for (int i = 0; kind == 'u' && i < 4; i++, r->at++) {
            char digit = peek(r);
            if (!is_among(digit, "0123456789abcdefABCDEF"))
                return refuse_here(r, "a hexadecimal digit is needed here");
            code = 16 * code + (unsigned)(digit <= '9' ? digit - '0' : (digit | ' ') - 'a' + 10);
        }
    }
    *c = code != 0 && code < 128 ? (char)code : '?';
    return true;
}

/* A string, or as much of it as tells it from the names in a state. */
static bool read_string(struct reader *r, char name[NAME_SIZE])
{
    size_t count = 0;
    if (!read_mark(r, '"', "a string is needed here"))
        return false;
    while (peek(r) != '"') {
        char c;
        if (!read_character(r, &c))
            return false;
        if (count < NAME_SIZE - 1)
            name[count++] = c;
    }
    r->at++;
    name[count] = '\0';
    return true;
}

static bool read_name(struct reader *r, char name[NAME_SIZE])
{
    return read_string(r, name) && read_mark(r, ':', "a colon is needed here");
}

static bool skip_digits(struct reader *r)
{
    if (!is_digit(peek(r)))
        return refuse_here(r, "a digit is needed here");
    while (is_digit(peek(r)))
        r->at++;
    return true;
}

/* A number by JSON's grammar, and whether it has neither point nor exponent. */
static bool skip_number(struct reader *r, bool *integer)
{
    r->at += peek(r) == '-';
    if (peek(r) == '0')
        r->at++; /* the only digit, if it is the first one */
    else if (!skip_digits(r))
        return false;
    *integer = !is_among(peek(r), ".eE");
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

/* The double that Python has for a number; it may be infinite. Python's json knows three numbers
 * that JSON lacks, and Python takes true and false for 1 and 0. Any other value is refused for the
 * reason. */
static bool read_number(struct reader *r, double *value, bool *integer, const char *reason)
{
    static const struct {
        const char *word;
        double value;
        bool integer;
    } words[] = {
        {"true", 1.0, true},
        {"false", 0.0, true},
        {"NaN", (double)NAN, false},
        {"Infinity", (double)INFINITY, false},
        {"-Infinity", -(double)INFINITY, false},
    };
    char c = skip_space(r);
    for (size_t i = 0; !is_digit(c) && i < sizeof words / sizeof words[0]; i++) {
        *value = words[i].value;
        *integer = words[i].integer;
        if (accept(r, words[i].word))
            return true;
    }
    if (c != '-' && !is_digit(c))
        return refuse_here(r, reason);
    size_t first = r->at;
    if (!skip_number(r, integer))
        return false;
    *value = nprand__decimal_read(r->text + first, r->at - first);
    if (*integer && *value == 0.0)
        *value = 0.0; /* an integer has no sign then */
    return true;
}

/* Any value. No function calls itself here, so that the stack does not depend on the text. */
static bool skip_value(struct reader *r)
{
    enum { MOST = 64 };
    uint64_t objects = 0; /* which of the open lists and objects are objects: bit 0 is the inner */
    int depth = 0;
    char name[NAME_SIZE];
    do {
        double number;
        bool integer;
        char c = skip_space(r);
        bool opens = c == '[' || c == '{';
        if (opens) {
            if (depth == MOST)
                return refuse_here(r, "lists and objects are nested more than 64 deep here");
            objects = objects << 1 | (c == '{');
            depth++;
            r->at++;
        } else if (c == '"') {
            if (!read_string(r, name))
                return false;
        } else if (!accept(r, "null") &&
                   !read_number(r, &number, &integer, "a value is needed here")) {
            return false;
        }
        while (depth > 0 && !another(r, objects & 1 ? '}' : ']', opens)) {
            if (r->status != NPRAND_OK)
                return false;
            objects >>= 1;
            depth--;
            opens = false;
        }
        if (depth > 0 && objects & 1 && !read_name(r, name))
            return false;
    } while (depth > 0);
    return true;
}

/* ---- Reading: values of a state ----------------------------------------------------------- */

static const char too_few[] = "the list that ends here has too few elements";
static const char too_many[] = "the list has too many elements from here on";

/* An integer on low..high; others are refused by the status for the reason. */
static bool read_integer(struct reader *r, int64_t low, int64_t high, nprand_status status,
                         const char *reason, int64_t *value)
{
    static const char wanted[] = "an integer is needed here";
    double number;
    bool integer;
    skip_space(r);
    size_t first = r->at;
    if (!read_number(r, &number, &integer, wanted))
        return false;
    if (!integer && !(r->floats && number == floor(number)))
        return refuse(r, NPRAND_BAD_JSON, first, wanted);
    if (number < (double)low || number > (double)high)
        return refuse(r, status, first, reason);
    *value = (int64_t)number;
    return true;
}

static bool read_generator(struct reader *r)
{
    char name[NAME_SIZE];
    skip_space(r);
    size_t first = r->at;
    if (!read_string(r, name))
        return false;
    return strcmp(name, "MT19937") == 0 ||
           refuse(r, NPRAND_BAD_JSON, first, "the generator is not MT19937");
}

static bool read_pos(struct reader *r)
{
    int64_t pos;
    if (!read_integer(r, 0, NPRAND__N, NPRAND_BAD_POS, "pos is outside 0..624", &pos))
        return false;
    r->state.pos = (int32_t)pos;
    return true;
}

/* A list of the words of the key, and in Python's form of pos behind them. */
static bool read_words(struct reader *r, bool with_pos)
{
    const int count = NPRAND__N + with_pos;
    int i = 0;
    if (!read_mark(r, '[', "a list is needed here"))
        return false;
    size_t first = r->at - 1;
    for (; another(r, ']', i == 0); i++) {
        int64_t word;
        skip_space(r);
        if (i == count)
            return refuse_here(r, too_many);
        if (i == NPRAND__N ? !read_pos(r)
                   : !read_integer(r, 0, UINT32_MAX, NPRAND_BAD_JSON,
                                   "a word of the key is outside 0..2^32 - 1", &word))
            return false;
        if (i < NPRAND__N)
            r->state.key[i] = (uint32_t)word;
    }
    if (r->status != NPRAND_OK)
        return false;
    if (i < count)
        return refuse(r, NPRAND_BAD_JSON, r->at - 1, too_few);
    return !nprand__is_zero_key(r->state.key) ||
           refuse(r, NPRAND_ZERO_KEY, first, "the key is all zero");
}

static bool read_key(struct reader *r)
{
    return read_words(r, false);
}

static bool read_key_and_pos(struct reader *r)
{
    return read_words(r, true);
}

static bool read_has_gauss(struct reader *r)
{
    int64_t value;
    if (!read_integer(r, INT32_MIN, INT32_MAX, NPRAND_BAD_JSON, "has_gauss does not fit in a C int",
                      &value))
        return false;
    r->state.has_gauss = (int32_t)value;
    return true;
}

static bool read_gauss(struct reader *r)
{
    bool integer;
    skip_space(r);
    size_t first = r->at;
    if (!read_number(r, &r->state.gauss, &integer, "a number is needed here"))
        return false;
    return isfinite(r->state.gauss) ||
           refuse(r, NPRAND_GAUSS_NOT_FINITE, first, "gauss is NaN, infinite or above all doubles");
}

/* CPython's gauss_next. */
static bool read_gauss_or_null(struct reader *r)
{
    skip_space(r);
    r->state.has_gauss = !accept(r, "null");
    return !r->state.has_gauss || read_gauss(r);
}

static bool read_version(struct reader *r)
{
    int64_t version;
    return read_integer(r, PYTHON_VERSION, PYTHON_VERSION, NPRAND_BAD_JSON,
                        "the version of the state is not 3", &version);
}

/* ---- Reading: states ---------------------------------------------------------------------- */

struct member {
    const char *name;
    bool (*read)(struct reader *);
    const char *missing; /* the reason to refuse an object without it; NULL: it may be missing */
};

/* An object with these members. Others are read over. */
static bool read_object(struct reader *r, const struct member *members, int count)
{
    unsigned seen = 0; /* the members so far, as bits */
    if (!read_mark(r, '{', "an object is needed here"))
        return false;
    for (bool first = true; another(r, '}', first); first = false) {
        char name[NAME_SIZE];
        int i = 0;
        skip_space(r);
        size_t start = r->at;
        if (!read_name(r, name))
            return false;
        while (i < count && strcmp(name, members[i].name) != 0)
            i++;
        if (i < count && seen >> i & 1)
            return refuse(r, NPRAND_BAD_JSON, start, "a key stands here for the second time");
        seen |= 1u << i;
        if (i < count ? !members[i].read(r) : !skip_value(r))
            return false;
    }
    for (int i = 0; r->status == NPRAND_OK && i < count; i++) {
        if (members[i].missing != NULL && !(seen >> i & 1))
            return refuse(r, NPRAND_BAD_JSON, r->at - 1, members[i].missing);
    }
    return r->status == NPRAND_OK;
}

/* A list whose count elements these functions read, and others by rest(); how many it has. */
static bool read_list(struct reader *r, bool (*const *read)(struct reader *), size_t count,
                      bool rest(struct reader *), size_t *elements)
{
    if (!read_mark(r, '[', "a list is needed here"))
        return false;
    for (*elements = 0; another(r, ']', *elements == 0); ++*elements) {
        if (*elements < count ? !read[*elements](r) : !rest(r))
            return false;
    }
    return r->status == NPRAND_OK;
}

static bool read_inner_state(struct reader *r)
{
    static const struct member members[] = {
        {"key", read_key, "the object that ends here has no \"key\""},
        {"pos", read_pos, "the object that ends here has no \"pos\""},
    };
    return read_object(r, members, 2);
}

/* NumPy's dictionary or tuple, of which the last two may be missing. */
static bool read_numpy(struct reader *r)
{
    static const struct member members[] = {
        {"bit_generator", read_generator, "the object that ends here has no \"bit_generator\""},
        {"state", read_inner_state, "the object that ends here has no \"state\""},
        {"has_gauss", read_has_gauss, NULL},
        {"gauss", read_gauss, NULL},
    };
    static bool (*const tuple[])(struct reader *) = {read_generator, read_key, read_pos,
                                                     read_has_gauss, read_gauss};
    size_t elements;
    char c = skip_space(r);
    r->floats = true;
    if (c == '{')
        return read_object(r, members, 4);
    if (c != '[')
        return refuse_here(r, "an object or a list is needed here");
    if (!read_list(r, tuple, 5, skip_value, &elements))
        return false;
    return elements == 3 || elements >= 5 || refuse(r, NPRAND_BAD_JSON, r->at - 1, too_few);
}

static bool refuse_rest(struct reader *r)
{
    skip_space(r);
    return refuse_here(r, too_many);
}

static bool read_python(struct reader *r)
{
    static bool (*const tuple[])(struct reader *) = {read_version, read_key_and_pos,
                                                     read_gauss_or_null};
    size_t elements;
    if (!read_list(r, tuple, 3, refuse_rest, &elements))
        return false;
    return elements == 3 || refuse(r, NPRAND_BAD_JSON, r->at - 1, too_few);
}

static nprand_status read_state(nprand_rng *rng, bool read(struct reader *), const char *text,
                                size_t length, size_t *offset, const char **reason)
{
    struct reader r = {.text = text, .length = length};
    if (rng == NULL || text == NULL) {
        refuse(&r, NPRAND_NULL_POINTER, 0, nprand_strerror(NPRAND_NULL_POINTER));
    } else if (read(&r)) {
        skip_space(&r);
        if (r.at == length)
            return nprand_set_state(rng, &r.state);
        refuse(&r, NPRAND_BAD_JSON, r.at, "the state ends before this, the text does not");
    }
    if (offset != NULL)
        *offset = r.offset;
    if (reason != NULL)
        *reason = r.reason;
    return r.status;
}

nprand_status nprand_set_state_json(nprand_rng *rng, const char *text, size_t length,
                                    size_t *offset, const char **reason)
{
    return read_state(rng, read_numpy, text, length, offset, reason);
}

nprand_status nprand_set_state_python(nprand_rng *rng, const char *text, size_t length,
                                      size_t *offset, const char **reason)
{
    return read_state(rng, read_python, text, length, offset, reason);
}
