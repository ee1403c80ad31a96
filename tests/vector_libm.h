/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Whether this C library's functions give the bits that the vectors were made with.
 */
#ifndef NPRAND_TESTS_VECTOR_LIBM_H
#define NPRAND_TESTS_VECTOR_LIBM_H

/* The first function of the C library that the method calls in this build and that differs here from
 * the libm of the vectors, or NULL. */
const char *vector_other_libm(const char *method);

/* Whether the function of this name differs. */
int vector_libm_is_other(const char *function);

#endif
