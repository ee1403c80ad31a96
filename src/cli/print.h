/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Results, and what Python's print() shows of them.
 */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

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
    KIND_DOUBLE,
    KIND_BYTES /* one Python bytes object of count bytes */
};

/* NumPy takes no more dimensions either. */
enum { MAX_RANK = 64 };

struct array {
    enum kind kind;
    size_t rank; /* 0: a scalar */
    size_t dims[MAX_RANK];
    size_t count; /* elements in all, in C order */
    void *data;
};

size_t kind_size(enum kind kind);

/* Prints a line to stdout as print(a) does with NumPy's default options. With exact, nothing is
 * left out and all floats have the digits that read back, as with
 * np.set_printoptions(threshold=sys.maxsize, floatmode='unique'). */
void print_array(const struct array *a, bool exact);

#endif
