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

static bool json_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

char nprand__json_skip_space(struct nprand__json *r)
{
    while (json_is_among(json_peek(r), " \t\n\r"))
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
    if (nprand__json_skip_space(r) == closing) {
        r->at++;
        return false;
    }
    return first || nprand__json_read_mark(r, ',',
                                           closing == ']' ? "a comma or ] is needed here"
                                                          : "a comma or } is needed here");
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
    if (!nprand__json_read_mark(r, '"', "a string is needed here"))
        return false;
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

/* A number by the grammar of JSON. It is an integer if it has no point and no exponent. */
static bool json_skip_number(struct nprand__json *r, bool *integer)
{
    r->at += json_peek(r) == '-';
    if (json_peek(r) == '0')
        r->at++; /* no digit follows a 0 at the beginning */
    else if (!json_skip_digits(r))
        return false;
    *integer = !json_is_among(json_peek(r), ".eE");
    if (json_peek(r) == '.') {
        r->at++;
        if (!json_skip_digits(r))
            return false;
    }
    if (json_is_among(json_peek(r), "eE")) {
        r->at++;
        r->at += json_is_among(json_peek(r), "+-");
        return json_skip_digits(r);
    }
    return true;
}

bool nprand__json_read_number(struct nprand__json *r, double *value, bool *integer,
                              const char *reason)
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
    char c = nprand__json_skip_space(r);
    for (size_t i = 0; !json_is_digit(c) && i < sizeof words / sizeof words[0]; i++) {
        *value = words[i].value;
        *integer = words[i].integer;
        if (nprand__json_accept(r, words[i].word))
            return true;
    }
    if (c != '-' && !json_is_digit(c))
        return nprand__json_refuse_here(r, reason);
    size_t first = r->at;
    if (!json_skip_number(r, integer))
        return false;
    *value = nprand__decimal_read(r->text + first, r->at - first);
    if (*integer && *value == 0.0)
        *value = 0.0; /* -0 is an integer, which has no sign */
    return true;
}

/* No function calls itself here. The use of the stack does not depend on the text. */
bool nprand__json_skip_value(struct nprand__json *r)
{
    enum { MOST = 64 };
    uint64_t objects =
        0; /* a bit for each open list or object, 1 for an object; bit 0: the innermost */
    int depth = 0;
    char name[NPRAND__JSON_NAME];
    do {
        double number;
        bool integer;
        char c = nprand__json_skip_space(r);
        bool opens = c == '[' || c == '{';
        if (opens) {
            if (depth == MOST)
                return nprand__json_refuse_here(
                    r, "lists and objects are nested more than 64 deep here");
            objects = objects << 1 | (c == '{');
            depth++;
            r->at++;
        } else if (c == '"') {
            if (!nprand__json_read_string(r, name))
                return false;
        } else if (!nprand__json_accept(r, "null") &&
                   !nprand__json_read_number(r, &number, &integer, "a value is needed here")) {
            return false;
        }
        while (depth > 0 && !nprand__json_another(r, objects & 1 ? '}' : ']', opens)) {
            if (r->status != NPRAND_OK)
                return false;
            objects >>= 1;
            depth--;
            opens = false;
        }
        if (depth > 0 && objects & 1 && !nprand__json_read_name(r, name))
            return false;
    } while (depth > 0);
    return true;
}
