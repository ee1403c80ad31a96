/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Whether this C library's functions give the bits that the vectors were made with.
 */
#ifndef NPRAND_TESTS_VECTOR_LIBM_H
#define NPRAND_TESTS_VECTOR_LIBM_H

#include <stdbool.h>

/* The first function that the method calls and that differs here from the libm of the vectors, or
 * NULL. */
const char *vector_other_libm(const char *method);

/* Whether the method calls the C library whichever functions the others go through. */
bool vector_calls_libm(const char *method);

/* Whether the function of this name differs. */
int vector_libm_is_other(const char *function);

#endif
