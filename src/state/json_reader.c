/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The pieces of JSON. Source: RFC 8259 (2017).
 */
#include "json_reader.h"

#include "../math/decimal.h"

/* The next character, '\0' at the end of the text. JSON does not have that character. */
static char json_peek(const struct nprand__json *r)
{
    return r->at < r->length ? r->text[r->at] : '\0';
}

static bool json_is_among(char c, const char *characters)
{
    return c != '\0' && strchr(characters, c) != NULL;
}

static bool json_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool json_is_exponent(char c)
{
    return c == 'e' || c == 'E';
}

static bool json_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

char nprand__json_skip_space(struct nprand__json *r)
{
    while (json_is_space(json_peek(r)))
        r->at++;
    r->first = r->at;
    return json_peek(r);
}

bool nprand__json_read_mark(struct nprand__json *r, char mark, const char *reason)
{
    if (nprand__json_skip_space(r) != mark)
        return nprand__json_refuse_here(r, reason);
    r->at++;
    return true;
}

bool nprand__json_accept(struct nprand__json *r, const char *word)
{
    size_t count = strlen(word), left = r->length - r->at;
    if (memcmp(r->text + r->at, word, left < count ? left : count) != 0)
        return false;
    r->at += left < count ? left : count;
    return left >= count;
}

bool nprand__json_another(struct nprand__json *r, char closing, bool first)
{
    bool list = closing == ']';
    if (nprand__json_skip_space(r) == closing) {
        r->at++;
        return false;
    }
    if (first)
        return true;
    size_t comma = r->at;
    if (!nprand__json_read_mark(
            r, ',', list ? "a comma or ] is needed here" : "a comma or } is needed here"))
        return false;
    return nprand__json_skip_space(r) != closing ||
           nprand__json_refuse(r, NPRAND_BAD_JSON, comma,
                               list ? "JSON has no comma before ]" : "JSON has no comma before }");
}

/* Refuses what comes next. What Python's repr() or print() writes has a reason of its own. */
static bool json_refuse_piece(struct nprand__json *r, const char *reason)
{
    static const char *const words[] = {"(", "'", "None", "True", "False", "nan", "inf", "array("};
    size_t start = r->at;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (r->at < r->length && nprand__json_accept(r, words[i]))
            return nprand__json_refuse(
                r, NPRAND_BAD_JSON, start,
                "this is what Python prints, not JSON: json.dump() writes a state as JSON");
    }
    return nprand__json_refuse_here(r, reason);
}

/* One character of a string; '?' for a character that no name of a state has. */
static bool json_read_character(struct nprand__json *r, char *c)
{
    unsigned code = (unsigned char)json_peek(r);
    if (code < ' ')
        return nprand__json_refuse_here(r, "a string has a control character here");
    r->at++;
    if (code == '\\') {
        char kind = json_peek(r);
        if (!json_is_among(kind, "\"\\/bfnrtu"))
            return nprand__json_refuse_here(r, "a string has an unknown escape here");
        r->at++;
        code = kind == 'u' ? 0 : '?';
        for (int i = 0; kind == 'u' && i < 4; i++, r->at++) {
            char digit = json_peek(r);
            if (!json_is_among(digit, "0123456789abcdefABCDEF"))
                return nprand__json_refuse_here(r, "a hexadecimal digit is needed here");
            code = 16 * code + (unsigned)(digit <= '9' ? digit - '0' : (digit | ' ') - 'a' + 10);
        }
    }
    *c = code != 0 && code < 128 ? (char)code : '?';
    return true;
}

bool nprand__json_read_string(struct nprand__json *r, char name[NPRAND__JSON_NAME])
{
    size_t count = 0;
    if (nprand__json_skip_space(r) != '"')
        return json_refuse_piece(r, "a string is needed here");
    r->at++;
    while (json_peek(r) != '"') {
        char c;
        if (!json_read_character(r, &c))
            return false;
        if (count < NPRAND__JSON_NAME - 1)
            name[count++] = c;
    }
    r->at++;
    name[count] = '\0';
    return true;
}

bool nprand__json_read_name(struct nprand__json *r, char name[NPRAND__JSON_NAME])
{
    return nprand__json_read_string(r, name) &&
           nprand__json_read_mark(r, ':', "a colon is needed here");
}

static bool json_skip_digits(struct nprand__json *r)
{
    if (!json_is_digit(json_peek(r)))
        return nprand__json_refuse_here(r, "a digit is needed here");
    while (json_is_digit(json_peek(r)))
        r->at++;
    return true;
}

/* A number by the grammar of JSON. */
static bool json_skip_number(struct nprand__json *r)
{
    r->at += json_peek(r) == '-';
    if (json_peek(r) == '0')
        r->at++; /* no digit follows a 0 at the beginning */
    else if (!json_skip_digits(r))
        return false;
    if (json_peek(r) == '.') {
        r->at++;
        if (!json_skip_digits(r))
            return false;
    }
    if (json_is_exponent(json_peek(r))) {
        r->at++;
        r->at += json_is_among(json_peek(r), "+-");
        return json_skip_digits(r);
    }
    return true;
}

/* The words that are values. Python's json module reads three numbers that JSON does not have, and
 * Python uses true and false as 1 and 0. */
static const struct {
    const char *word;
    bool number;
    bool integer;
    double magnitude;
} json_words[] = {
    {"null", false, false, 0.0},
    {"true", true, true, 1.0},
    {"false", true, true, 0.0},
    {"NaN", true, false, (double)NAN},
    {"Infinity", true, false, (double)INFINITY},
    {"-Infinity", true, false, (double)INFINITY},
};

enum { JSON_WORDS = sizeof json_words / sizeof json_words[0] };

/* The index of the word that comes next, which is read; JSON_WORDS if none does. */
static int json_accept_word(struct nprand__json *r)
{
    int i = 0;
    if (json_is_digit(json_peek(r)))
        return JSON_WORDS;
    while (i < JSON_WORDS && !nprand__json_accept(r, json_words[i].word))
        i++;
    return i;
}

/* A value that is neither a string nor a list nor an object. */
static bool json_skip_scalar(struct nprand__json *r)
{
    if (json_accept_word(r) < JSON_WORDS)
        return true;
    char c = json_peek(r);
    if (c != '-' && !json_is_digit(c))
        return json_refuse_piece(r, "a value is needed here");
    return json_skip_number(r);
}

bool nprand__json_read_number(struct nprand__json *r, double *value, bool *integer,
                              const char *reason)
{
    char c = nprand__json_skip_space(r);
    size_t start = r->at;
    int word = json_accept_word(r);
    if (word < JSON_WORDS) {
        *value = c == '-' ? -json_words[word].magnitude : json_words[word].magnitude;
        *integer = json_words[word].integer;
        return json_words[word].number || nprand__json_refuse(r, NPRAND_BAD_JSON, start, reason);
    }
    if (c != '-' && !json_is_digit(c))
        return nprand__json_refuse_here(r, reason);
    json_skip_number(r);
    *integer = true;
    for (size_t i = start; i < r->at; i++)
        *integer = *integer && r->text[i] != '.' && !json_is_exponent(r->text[i]);
    *value = nprand__decimal_read(r->text + start, r->at - start);
    if (*integer && *value == 0.0)
        *value = 0.0; /* -0 is an integer, which has no sign */
    return true;
}

/* ---- Nesting ---- */

enum { JSON_DEPTH = 16384 };

/* The open lists and objects, a bit for each: 1 for an object. The first depth bits are valid. */
struct json_nesting {
    int depth;
    uint64_t objects[JSON_DEPTH / 64];
};

static void json_open(struct json_nesting *n, bool object)
{
    int word = n->depth / 64, bit = n->depth % 64;
    uint64_t below = bit == 0 ? 0 : n->objects[word] & ((UINT64_C(1) << bit) - 1);
    n->objects[word] = below | (uint64_t)object << bit;
    n->depth++;
}

static bool json_in_object(const struct json_nesting *n)
{
    return n->objects[(n->depth - 1) / 64] >> (n->depth - 1) % 64 & 1;
}

/* No function calls itself here. The use of the stack does not depend on the text. */
bool nprand__json_skip_value(struct nprand__json *r)
{
    struct json_nesting nesting;
    char name[NPRAND__JSON_NAME];
    nesting.depth = 0;
    do {
        char c = nprand__json_skip_space(r);
        bool opens = c == '[' || c == '{';
        if (opens) {
            if (nesting.depth == JSON_DEPTH)
                return nprand__json_refuse_here(
                    r, "lists and objects are nested more than 16384 deep here");
            json_open(&nesting, c == '{');
            r->at++;
        } else if (c == '"' ? !nprand__json_read_string(r, name) : !json_skip_scalar(r)) {
            return false;
        }
        while (nesting.depth > 0 &&
               !nprand__json_another(r, json_in_object(&nesting) ? '}' : ']', opens)) {
            if (r->status != NPRAND_OK)
                return false;
            nesting.depth--;
            opens = false;
        }
        if (nesting.depth > 0 && json_in_object(&nesting) && !nprand__json_read_name(r, name))
            return false;
    } while (nesting.depth > 0);
    return true;
}

/* ---- Whole texts ---- */

/* The marks that an editor or a shell puts at the beginning of a file. json.load() refuses that of
 * UTF-8 if the file was opened as text. */
static bool json_check_byte_order_mark(struct nprand__json *r)
{
    static const struct {
        const char *mark;
        const char *reason;
    } marks[] = {
        {"\xef\xbb\xbf", "the text begins with a byte order mark: save it as UTF-8 without one"},
        {"\xff\xfe", "the text is UTF-16, not UTF-8: save it as UTF-8 without byte order mark"},
        {"\xfe\xff", "the text is UTF-16, not UTF-8: save it as UTF-8 without byte order mark"},
    };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        size_t count = strlen(marks[i].mark);
        if (r->length >= count && memcmp(r->text, marks[i].mark, count) == 0)
            return nprand__json_refuse(r, NPRAND_BAD_JSON, 0, marks[i].reason);
    }
    return true;
}

bool nprand__json_check(struct nprand__json *r)
{
    if (!json_check_byte_order_mark(r))
        return false;
    nprand__json_skip_space(r);
    if (r->at == r->length)
        return nprand__json_refuse(r, NPRAND_BAD_JSON, r->at, "the text is empty");
    if (!nprand__json_skip_value(r))
        return false;
    nprand__json_skip_space(r);
    if (r->at < r->length)
        return nprand__json_refuse_here(r, "the state ends before this, the text does not");
    r->at = 0;
    return true;
}
