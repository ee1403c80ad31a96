/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Reading a line of a vector file. Strict: a line that is not understood is a failure.
 */
#include "vector_case.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

bool vector_read_number(const char **text, uint64_t max, uint64_t *value)
{
    if (!isdigit((unsigned char)**text))
        return false;
    char *end;
    errno = 0;
    unsigned long long number = strtoull(*text, &end, 10);
    if (errno != 0 || number > max)
        return false;
    *text = end;
    *value = number;
    return true;
}

/* Moves *text behind expected if it stands there. */
static bool skip(const char **text, const char *expected)
{
    size_t length = strlen(expected);
    if (strncmp(*text, expected, length) != 0)
        return false;
    *text += length;
    return true;
}

/* ---- Seeds -------------------------------------------------------------------------------- */

static bool append_word(const char **text, struct vector_seed *seed)
{
    uint64_t word;
    if (seed->len == VECTOR_MAX_SEED || !vector_read_number(text, UINT32_MAX, &word))
        return false;
    seed->words[seed->len++] = (uint32_t)word;
    return true;
}

static bool read_seed_list(const char *text, struct vector_seed *seed)
{
    do {
        if (!append_word(&text, seed))
            return false;
    } while (skip(&text, ","));
    return strcmp(text, "]") == 0;
}

static bool read_seed_range(const char *text, struct vector_seed *seed)
{
    uint64_t start, stop;
    const uint64_t max = (uint64_t)UINT32_MAX + 1;
    if (!vector_read_number(&text, max, &start) || !skip(&text, ",") ||
        !vector_read_number(&text, max, &stop) || strcmp(text, ")") != 0)
        return false;
    if (start >= stop || stop - start > VECTOR_MAX_SEED)
        return false;
    while (start < stop)
        seed->words[seed->len++] = (uint32_t)start++;
    return true;
}

bool vector_read_seed(const char *text, struct vector_seed *seed)
{
    seed->len = 0;
    seed->is_array = true;
    if (skip(&text, "["))
        return read_seed_list(text, seed);
    if (skip(&text, "range("))
        return read_seed_range(text, seed);
    seed->is_array = false;
    return append_word(&text, seed) && *text == '\0';
}

/* ---- Arguments ---------------------------------------------------------------------------- */

static bool read_int64(const char *text, int64_t *value)
{
    if (*text != '-' && !isdigit((unsigned char)*text))
        return false;
    char *end;
    errno = 0;
    *value = strtoll(text, &end, 10);
    return errno == 0 && *end == '\0';
}

/* No look at errno: it speaks of subnormal numbers too. */
static bool read_double(const char *text, double *value)
{
    char *end;
    *value = strtod(text, &end);
    return end != text && *end == '\0';
}

/* Cuts *text at the first separator; the piece before it, and *text behind it or NULL. */
static char *cut(char **text, char separator)
{
    char *piece = *text;
    char *at = strchr(piece, separator);
    if (at != NULL)
        *at++ = '\0';
    *text = at;
    return piece;
}

static bool read_list(char *text, struct vector_case *c, struct vector_arg *arg)
{
    arg->list = NULL;
    if (strcmp(text, "none") == 0)
        return true;
    arg->list = c->list + c->listed;
    if (strcmp(text, "empty") == 0)
        return true;
    while (text != NULL) {
        if (c->listed == VECTOR_MAX_LIST || !read_double(cut(&text, ':'), &c->list[c->listed]))
            return false;
        c->listed++;
        arg->len++;
    }
    return true;
}

static int hex_digit(char digit)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = digit != '\0' ? strchr(digits, digit) : NULL;
    return at != NULL ? (int)(at - digits) : -1;
}

/* Two hexadecimal digits for each byte, which takes their place. */
static bool read_bytes(char *text, struct vector_arg *arg)
{
    unsigned char *bytes = (unsigned char *)text;
    arg->bytes = bytes;
    if (strcmp(text, "empty") == 0)
        return true;
    for (; text[0] != '\0'; text += 2) {
        int high = hex_digit(text[0]);
        int low = high < 0 ? -1 : hex_digit(text[1]);
        if (low < 0)
            return false;
        bytes[arg->len++] = (unsigned char)(16 * high + low);
    }
    return arg->len > 0;
}

static bool read_arg(char *text, char letter, struct vector_case *c, struct vector_arg *arg)
{
    const char *number = text;
    switch (letter) {
    case 'I':
        return read_int64(text, &arg->i);
    case 'U':
        return vector_read_number(&number, UINT64_MAX, &arg->u) && *number == '\0';
    case 'F':
        return read_double(text, &arg->f);
    case 'L':
        return read_list(text, c, arg);
    case 'B':
        return read_bytes(text, arg);
    default:
        return false;
    }
}

/* ---- Fields ------------------------------------------------------------------------------- */

static bool read_seed_field(char *text, struct vector_case *c)
{
    return vector_read_seed(text, &c->seed);
}

/* A release as numbers with points. */
static bool read_parts(const char *text, size_t count, int *parts)
{
    for (size_t k = 0; k < count; k++) {
        uint64_t part;
        if ((k > 0 && !skip(&text, ".")) || !vector_read_number(&text, 999, &part))
            return false;
        parts[k] = (int)part;
    }
    return *text == '\0';
}

static bool read_release(char *text, struct vector_case *c)
{
    c->has_release = true;
    return read_parts(text, 3, c->release);
}

static bool read_python(char *text, struct vector_case *c)
{
    c->has_python = true;
    return read_parts(text, 2, c->python);
}

static bool read_long_bits(char *text, struct vector_case *c)
{
    const char *number = text;
    uint64_t bits;
    if (!vector_read_number(&number, 64, &bits) || *number != '\0')
        return false;
    c->has_long_bits = true;
    c->long_bits = (int)bits;
    return true;
}

/* Whether u is a double that random_sample can give. */
static bool is_uniform(double u)
{
    return u >= 0.0 && u < 1.0 && u * 0x1p53 == (double)(int64_t)(u * 0x1p53);
}

static bool read_uniforms(char *text, struct vector_case *c)
{
    while (text != NULL) {
        double u;
        if (c->uniform_count == VECTOR_MAX_UNIFORMS || !read_double(cut(&text, ':'), &u) ||
            !is_uniform(u))
            return false;
        c->uniforms[c->uniform_count++] = u;
    }
    return true;
}

static bool read_before(char *text, struct vector_case *c)
{
    static const char uniforms[] = "uniforms:";
    if (strncmp(text, uniforms, sizeof uniforms - 1) == 0) {
        c->before = BEFORE_UNIFORMS;
        return read_uniforms(text + sizeof uniforms - 1, c);
    }
    c->before = strcmp(text, "word") == 0 ? BEFORE_WORD : BEFORE_GAUSS;
    return c->before == BEFORE_WORD || strcmp(text, "gauss") == 0;
}

static bool read_calls(char *text, struct vector_case *c)
{
    c->single_calls = true;
    return strcmp(text, "single") == 0;
}

static bool read_args(char *text, struct vector_case *c)
{
    size_t count = strlen(c->signature);
    if (count == 0)
        return strcmp(text, "none") == 0;
    for (size_t k = 0; k < count; k++) {
        if (text == NULL || k == VECTOR_MAX_ARGS ||
            !read_arg(cut(&text, ','), c->signature[k], c, &c->args[k]))
            return false;
    }
    return text == NULL;
}

static bool read_n(char *text, struct vector_case *c)
{
    const char *number = text;
    uint64_t n;
    if (!vector_read_number(&number, SIZE_MAX, &n) || *number != '\0')
        return false;
    c->n = (size_t)n;
    return true;
}

static bool read_pos(char *text, struct vector_case *c)
{
    c->pos = text;
    return true;
}

static bool read_gauss(char *text, struct vector_case *c)
{
    c->gauss = text;
    return true;
}

static bool read_key(char *text, struct vector_case *c)
{
    c->key = text;
    return true;
}

/* The beginning of the hash is enough, but not too little of it. */
static bool read_hash(char *text, struct vector_case *c)
{
    c->hash = text;
    return strlen(text) == 16 || strlen(text) == 64;
}

enum need { OPTIONAL, REQUIRED, WITH_VALUES };

static const struct field {
    const char *name;
    enum need need;
    bool (*read)(char *text, struct vector_case *c);
} FIELDS[] = {
    {"numpy=", OPTIONAL, read_release}, {"long=", OPTIONAL, read_long_bits},
    {"python=", OPTIONAL, read_python}, {"seed=", REQUIRED, read_seed_field},
    {"before=", OPTIONAL, read_before}, {"calls=", OPTIONAL, read_calls},
    {"args=", REQUIRED, read_args},     {"n=", REQUIRED, read_n},
    {"pos=", REQUIRED, read_pos},       {"gauss=", REQUIRED, read_gauss},
    {"key=", REQUIRED, read_key},       {"hash=", WITH_VALUES, read_hash},
};

enum { FIELD_COUNT = sizeof FIELDS / sizeof FIELDS[0] };

/* seen[k] tells whether field k came already. */
static const char *read_field(char *token, bool seen[FIELD_COUNT], struct vector_case *c)
{
    for (size_t k = 0; k < FIELD_COUNT; k++) {
        const char *text = token;
        if (!skip(&text, FIELDS[k].name))
            continue;
        if (seen[k])
            return "a field comes twice";
        seen[k] = true;
        return FIELDS[k].read(token + (text - token), c) ? NULL : "a field is malformed";
    }
    return "unknown field";
}

/* What stands behind the last field of a line: cuts it off there, or gives NULL. */
static const char *split_behind(char *line, const char *name)
{
    char *at = strstr(line, name);
    if (at == NULL)
        return NULL;
    *at = '\0';
    return at + strlen(name);
}

/* Takes the values, or the words of a refusal, off the end of the line. */
static bool split_end(char *line, struct vector_case *c)
{
    c->refused = split_behind(line, " refused: ");
    if (c->refused != NULL)
        return true;
    c->values = split_behind(line, " values:");
    c->shows_all = c->values != NULL;
    if (c->values == NULL)
        c->values = split_behind(line, " last:");
    return c->values != NULL;
}

/* Whether the right ones are there. */
static bool has_fields(const bool seen[FIELD_COUNT], const struct vector_case *c)
{
    for (size_t k = 0; k < FIELD_COUNT; k++) {
        enum need need = FIELDS[k].need;
        if (need == WITH_VALUES ? seen[k] != (c->refused == NULL) : need == REQUIRED && !seen[k])
            return false;
    }
    return true;
}

const char *vector_read(char *line, const char *signature, struct vector_case *c)
{
    memset(c, 0, sizeof *c);
    c->signature = signature;
    if (!split_end(line, c))
        return "none of values:, last: and refused:";
    bool seen[FIELD_COUNT] = {false};
    while (line != NULL) {
        const char *wrong = read_field(cut(&line, ' '), seen, c);
        if (wrong != NULL)
            return wrong;
    }
    return has_fields(seen, c) ? NULL : "a field is missing, or is too much";
}
