/* SPDX-License-Identifier: BSD-3-Clause
 *
 * How far a long draw is, on stderr where that is a terminal.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdint.h>

/* Allows the line: not if it would be mixed with output on the same terminal. */
void allow_progress(void);

/* done of count values are there, each of size bytes. Shows a line from the second second on, at
 * most once a second. */
void show_progress(uint64_t done, uint64_t count, unsigned size);

/* Clears the line. Also at exit. */
void end_progress(void);

#endif
