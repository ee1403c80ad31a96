/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand verify FILE METHOD ARGUMENTS: whether a file has the numbers of a draw.
 */
#ifndef CLI_VERIFY_H
#define CLI_VERIFY_H

#include "options.h"

/* Returns the exit status: 1 if numbers differ. Exits with a message and status 2 if the file cannot
 * be read or is no such array. */
int run_verify(const struct options *options);

#endif
