/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A process that draws for the benchmark: NumPy, or this program with an older library. It prints a
 * line that says what it is, then reads lines, each of which names a call, and prints for each the
 * nanoseconds that the call took.
 */
#ifndef BENCH_CHILD_H
#define BENCH_CHILD_H

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

struct child {
    FILE *to; /* NULL: it does not run */
    FILE *from;
    pid_t pid;
    char about[200]; /* its first line, or why it does not run */
};

/* Starts argv, whose first line has to begin with these words. The result is whether it runs. */
bool start_child(struct child *child, const char *words, char *const argv[]);
void stop_child(struct child *child);

/* One call there. A child that has gone away, after a call that it cannot make, ends the run. */
double ask_child(struct child *child, const char *question);

#endif
