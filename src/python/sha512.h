/* SPDX-License-Identifier: BSD-3-Clause
 *
 * SHA-512, for py_seed.c.
 */
#ifndef NPRAND_PYTHON_SHA512_H
#define NPRAND_PYTHON_SHA512_H

#include "../engine/engine.h"

enum { NPRAND__SHA512_SIZE = 64 };

/* The hash of the n bytes at data. */
NPRAND_HIDDEN void nprand__sha512(const unsigned char *data, size_t n,
                                  unsigned char hash[NPRAND__SHA512_SIZE]);

#endif
