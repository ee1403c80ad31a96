/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Square matrices from the command line.
 */
#ifndef CLI_MATRIX_H
#define CLI_MATRIX_H

#include "call.h"

/* k rows of k numbers: [[1, 0], [0, 1]], or 1,0;0,1, or 1,0,0,1. Exits with a message if text is none. */
double *read_matrix(const struct call *c, const char *what, const char *text, size_t k);

#endif
