/* SPDX-License-Identifier: BSD-3-Clause
 *
 * SHA-256, for the hashes of the vectors: in the command and in the tests.
 */
#ifndef CLI_SHA256_H
#define CLI_SHA256_H

#include <stddef.h>

enum { SHA256_HEX_SIZE = 65 };

/* Writes the SHA-256 of the size bytes at data to hex: 64 lower-case digits and a 0. data may be
 * NULL if size is 0. */
void sha256_hex(const void *data, size_t size, char hex[SHA256_HEX_SIZE]);

#endif
