/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The memory that the system has left.
 */
#ifndef CLI_MEMORY_H
#define CLI_MEMORY_H

#include <stdint.h>

/* Exits with a message if the system says that it has fewer bytes left: a system that promises more
 * memory than it has ends the process later. */
void need_memory(const char *where, uint64_t bytes);

#endif
