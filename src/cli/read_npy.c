/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A parser of the one dict that the header holds. No number in it is trusted: the elements are
 * counted without overflow, and the file must have exactly their bytes.
 */
#include "read_npy.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Longer than any that numpy.save() writes for an array of numbers. NumPy refuses more than 10 000
 * characters, too. */
enum { LONGEST_HEADER = 10000, LONGEST_DESCR = 32 };

/* ---- The dict ------------------------------------------------------------------------------- */

/* The text that is left. A '\0' stands at its end, and nowhere before. */
struct cursor {
    const char *at;
};

static void pass_blanks(struct cursor *c)
{
    c->at += strspn(c->at, " \t\n");
}

static bool pass_mark(struct cursor *c, char mark)
{
    pass_blanks(c);
    if (*c->at != mark)
        return false;
    c->at++;
    return true;
}

static bool pass_word(struct cursor *c, const char *word)
{
    size_t length = strlen(word);
    pass_blanks(c);
    if (strncmp(c->at, word, length) != 0)
        return false;
    c->at += length;
    return true;
}

/* A string of Python in ASCII without backslashes, of less than room characters. */
static bool read_string(struct cursor *c, char *text, size_t room)
{
    pass_blanks(c);
    char quote = *c->at;
    if (quote != '\'' && quote != '"')
        return false;
    const char *first = c->at + 1;
    size_t length = strcspn(first, quote == '"' ? "\"\\" : "'\\");
    if (first[length] != quote || length >= room)
        return false;
    for (size_t i = 0; i < length; i++)
        if (first[i] < ' ' || first[i] > '~')
            return false;
    memcpy(text, first, length);
    text[length] = '\0';
    c->at = first + length + 1;
    return true;
}

/* Digits without a leading zero. Python 2 wrote an L behind a long. */
static bool read_dimension(struct cursor *c, uint64_t *n)
{
    pass_blanks(c);
    size_t digits = strspn(c->at, "0123456789");
    if (digits == 0 || (digits > 1 && *c->at == '0'))
        return false;
    *n = 0;
    for (size_t i = 0; i < digits; i++) {
        uint64_t digit = (uint64_t)(c->at[i] - '0');
        if (*n > ((uint64_t)INT64_MAX - digit) / 10)
            return false;
        *n = *n * 10 + digit;
    }
    c->at += digits + (c->at[digits] == 'L');
    return true;
}

/* (), (3,), (2, 3) or (2, 3,). */
static bool read_shape(struct cursor *c, struct npy_header *h)
{
    if (!pass_mark(c, '('))
        return false;
    bool comma = true;
    while (!pass_mark(c, ')')) {
        if (!comma || h->rank == MAX_RANK || !read_dimension(c, &h->dims[h->rank]))
            return false;
        h->rank++;
        comma = pass_mark(c, ',');
    }
    return h->rank != 1 || comma;
}

static bool read_order(struct cursor *c, struct npy_header *h)
{
    h->fortran_order = pass_word(c, "True");
    return h->fortran_order || pass_word(c, "False");
}

enum { KEY_DESCR = 1, KEY_ORDER = 2, KEY_SHAPE = 4, ALL_KEYS = 7 };

/* Returns the key, or 0. */
static int read_item(struct cursor *c, struct npy_header *h, char *descr)
{
    char key[16];
    if (!read_string(c, key, sizeof key) || !pass_mark(c, ':'))
        return 0;
    if (strcmp(key, "descr") == 0)
        return read_string(c, descr, LONGEST_DESCR) ? KEY_DESCR : 0;
    if (strcmp(key, "fortran_order") == 0)
        return read_order(c, h) ? KEY_ORDER : 0;
    if (strcmp(key, "shape") == 0)
        return read_shape(c, h) ? KEY_SHAPE : 0;
    return 0;
}

/* The three keys, once each, and nothing behind the dict but blanks. */
static bool read_dict(const char *text, struct npy_header *h, char *descr)
{
    struct cursor c = {text};
    int keys = 0;
    bool comma = true;
    if (!pass_mark(&c, '{'))
        return false;
    while (!pass_mark(&c, '}')) {
        int key = comma ? read_item(&c, h, descr) : 0;
        if (key == 0 || (keys & key) != 0)
            return false;
        keys |= key;
        comma = pass_mark(&c, ',');
    }
    pass_blanks(&c);
    return keys == ALL_KEYS && *c.at == '\0';
}

/* Only one byte has no order; without an order, a machine could not know it. */
static bool read_descr(const char *descr, struct dtype *dtype)
{
    if (*descr == '\0' || strchr("<>|", *descr) == NULL || strchr("<>=|", descr[1]) != NULL)
        return false;
    if (*descr != '|')
        return parse_dtype(descr, dtype);
    return parse_dtype(descr, dtype) && kind_size(dtype->kind) == 1;
}

/* ---- The file ------------------------------------------------------------------------------- */

/* An array of one dimension has one order. */
static void settle_fortran_order(struct npy_header *h)
{
    if (h->rank < 2)
        h->fortran_order = false;
}

/* False if the elements of more than 2^63 bytes are asked for, dimensions of 0 left out, as NumPy
 * counts. */
static bool count_elements_of(struct npy_header *h)
{
    uint64_t bytes = kind_size(h->dtype.kind);
    h->count = 1;
    for (size_t i = 0; i < h->rank; i++) {
        h->count *= h->dims[i];
        if (h->dims[i] == 0)
            continue;
        if (bytes > INT64_MAX / h->dims[i])
            return false;
        bytes *= h->dims[i];
    }
    return true;
}

/* The bytes before the dict. Returns the dict's length; 0 if it is no .npy file. */
static size_t read_prefix(struct input *in, struct npy_header *h)
{
    unsigned char magic[8];
    unsigned char length[4] = {0};
    if (read_bytes(in, magic, sizeof magic) != sizeof magic || memcmp(magic, "\x93NUMPY", 6) != 0 ||
        magic[6] < 1 || magic[6] > 3 || magic[7] != 0)
        return 0;
    size_t field = magic[6] == 1 ? 2 : 4;
    if (read_bytes(in, length, field) != field)
        return 0;
    uint32_t bytes = length[0] | (uint32_t)length[1] << 8 | (uint32_t)length[2] << 16 |
                     (uint32_t)length[3] << 24;
    h->length = sizeof magic + field + bytes;
    return bytes;
}

static const char *check_size(const struct input *in, const struct npy_header *h)
{
    static char problem[160];
    uint64_t bytes = h->count * kind_size(h->dtype.kind);
    if (!in->has_size || in->size - h->length == bytes)
        return NULL;
    snprintf(problem, sizeof problem,
             "the header promises %" PRIu64 " bytes of elements, and the file has %" PRIu64, bytes,
             in->size - h->length);
    return problem;
}

const char *read_npy_header(struct input *in, struct npy_header *h)
{
    static char problem[128];
    char text[LONGEST_HEADER + 1];
    char descr[LONGEST_DESCR] = "";
    *h = (struct npy_header){.rank = 0};
    size_t length = read_prefix(in, h);
    if (length == 0)
        return "no .npy file of version 1.0, 2.0 or 3.0";
    if (length > LONGEST_HEADER)
        return "the header has more than 10000 bytes";
    if (read_bytes(in, text, length) != length)
        return "the file ends within the header";
    text[length] = '\0';
    if (memchr(text, '\0', length) != NULL || !read_dict(text, h, descr))
        return "the header is not that of an array of numbers";
    if (!read_descr(descr, &h->dtype)) {
        snprintf(problem, sizeof problem, "the type '%s' is not one of nprand's", descr);
        return problem;
    }
    settle_fortran_order(h);
    if (!count_elements_of(h))
        return "the header asks for more than 2**63 bytes";
    return check_size(in, h);
}
