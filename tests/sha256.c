/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The tests take the SHA-256 of the command.
 */
#include "../src/cli/sha256.c"
