/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The types of elements, as NumPy names them.
 */
#ifndef CLI_DTYPE_H
#define CLI_DTYPE_H

#include <stdbool.h>
#include <stddef.h>

enum kind {
    KIND_BOOL,
    KIND_INT8,
    KIND_INT16,
    KIND_INT32,
    KIND_INT64,
    KIND_UINT8,
    KIND_UINT16,
    KIND_UINT32,
    KIND_UINT64,
    KIND_FLOAT,
    KIND_DOUBLE,
    KIND_BYTES, /* an element of one Python bytes object */
    /* Elements that are const char *: */
    KIND_STR,     /* a word */
    KIND_LITERAL, /* a number, in the digits that Python prints */
    KINDS
};

enum byte_order { ORDER_LITTLE, ORDER_BIG };

/* The bytes of an element. */
size_t kind_size(enum kind kind);

bool is_text_kind(enum kind kind);
bool is_float_kind(enum kind kind);

/* NumPy's name: "float64". */
const char *kind_name(enum kind kind);

/* NumPy's code without the byte order: "f8". */
const char *kind_code(enum kind kind);

/* What a dtype says: its kind, and its byte order if it names one. */
struct dtype {
    enum kind kind;
    bool has_order;
    enum byte_order order;
};

/* Takes a name (float32, int) or a code ('<f4', 'i8', '=u2'). False: text is neither. */
bool parse_dtype(const char *text, struct dtype *dtype);

enum byte_order native_order(void);

/* Reverses the bytes of each of n elements of size bytes. */
void swap_bytes(void *elements, size_t n, size_t size);

#endif
