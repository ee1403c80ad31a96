/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What the prepare functions of the methods share: reading arguments, and the shape of the array.
 * All of them exit with a message that names the method and the argument.
 */
#ifndef CLI_CALL_H
#define CLI_CALL_H

#include "methods.h"

/* The name of parameter i, for a message. */
const char *name_of(const struct call *c, int i);

/* Exits with the words of the status unless it is NPRAND_OK. */
void check(const struct call *c, nprand_status status);

/* Argument i, or its default. */
union value read_value(const struct call *c, int i);
int64_t int64_argument(const struct call *c, int i);

/* The numbers of a list, at least one. */
double *read_list(const struct call *c, const char *what, const char *text, size_t *count);

/* A dimension, and those that a size such as 2,3 or 2x3 names. */
void add_dimension(const struct call *c, const char *what, uint64_t n);
void add_dimensions(const struct call *c, const char *what, const char *text);
void add_size(const struct call *c);

/* Settles the array, after its last dimension: drawn is the kind that fill() writes. Reads --dtype
 * where the method has no dtypes of its own. shape_as_size() adds the dimensions of the size
 * before. */
void shape_as_is(struct call *c, enum kind drawn);
void shape_as_size(struct call *c, enum kind drawn);

/* An object of bytes, as many as argument 0 says. Four of them share a word. */
void shape_as_bytes(struct call *c);

/* The type of the result: kind, or what --dtype says; doubles may be rounded. */
struct dtype dtype_of_result(const struct call *c, enum kind kind);

/* The same for a method that gives out elements of another kind: those of dtype. */
void shape_as_kind(struct call *c, enum kind drawn, struct dtype dtype);

/* --dtype, as parsed; kind if it is not there. Exits with the message none_of for another text. */
struct dtype read_dtype(const struct call *c, enum kind kind, const char *none_of);

#endif
