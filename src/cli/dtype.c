/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Names, sizes and byte order of the types of elements.
 */
#include "dtype.h"

#include <stdint.h>
#include <string.h>

static const struct {
    const char *name;
    const char *code;
    unsigned char size;
} kinds[KINDS] = {
    [KIND_BOOL] = {"bool", "b1", 1},          [KIND_INT8] = {"int8", "i1", 1},
    [KIND_INT16] = {"int16", "i2", 2},        [KIND_INT32] = {"int32", "i4", 4},
    [KIND_INT64] = {"int64", "i8", 8},        [KIND_UINT8] = {"uint8", "u1", 1},
    [KIND_UINT16] = {"uint16", "u2", 2},      [KIND_UINT32] = {"uint32", "u4", 4},
    [KIND_UINT64] = {"uint64", "u8", 8},      [KIND_FLOAT] = {"float32", "f4", 4},
    [KIND_DOUBLE] = {"float64", "f8", 8},     [KIND_BYTES] = {"", "u1", 1},
    [KIND_STR] = {"str", "", sizeof(char *)}, [KIND_LITERAL] = {"", "", sizeof(char *)},
};

_Static_assert(sizeof(bool) == 1 && sizeof(float) == 4 && sizeof(double) == 8,
               "elements have NumPy's sizes");

size_t kind_size(enum kind kind)
{
    return kinds[kind].size;
}

bool is_text_kind(enum kind kind)
{
    return kind == KIND_STR || kind == KIND_LITERAL;
}

bool is_float_kind(enum kind kind)
{
    return kind == KIND_FLOAT || kind == KIND_DOUBLE;
}

const char *kind_name(enum kind kind)
{
    return kinds[kind == KIND_BYTES ? KIND_UINT8 : kind].name;
}

const char *kind_code(enum kind kind)
{
    return kinds[kind].code;
}

static bool find_kind(const char *text, bool by_code, enum kind *kind)
{
    for (int i = 0; i < KIND_BYTES; i++) {
        if (strcmp(text, by_code ? kinds[i].code : kinds[i].name) == 0) {
            *kind = (enum kind)i;
            return true;
        }
    }
    return false;
}

/* int is Python's: 64 bits, but for NumPy 1 on Windows, which draw_randint.c knows. */
static bool find_name(const char *text, enum kind *kind)
{
    if (strcmp(text, "int") == 0)
        *kind = KIND_INT64;
    else if (strcmp(text, "float") == 0)
        *kind = KIND_DOUBLE;
    else
        return find_kind(text, false, kind);
    return true;
}

bool parse_dtype(const char *text, struct dtype *dtype)
{
    dtype->has_order = *text != '\0' && strchr("<>=", *text) != NULL;
    if (!dtype->has_order && find_name(text, &dtype->kind))
        return true;
    dtype->order = *text == '=' ? native_order() : *text == '>' ? ORDER_BIG : ORDER_LITTLE;
    return find_kind(text + (dtype->has_order || *text == '|'), true, &dtype->kind);
}

enum byte_order native_order(void)
{
    const uint16_t one = 1;
    unsigned char first;
    memcpy(&first, &one, 1);
    return first == 1 ? ORDER_LITTLE : ORDER_BIG;
}

void swap_bytes(void *elements, size_t n, size_t size)
{
    unsigned char *at = elements;
    for (size_t i = 0; i < n; i++, at += size) {
        for (size_t k = 0; k < size / 2; k++) {
            unsigned char byte = at[k];
            at[k] = at[size - 1 - k];
            at[size - 1 - k] = byte;
        }
    }
}
