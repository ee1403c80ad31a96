/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A child process that draws for the benchmark: NumPy, or this program linked to another build of
 * the library. It first prints a line that says what it is. Then it reads lines. Each line names a
 * call, for which it prints the nanoseconds that the call took.
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

/* Starts the program argv. The first line that it prints must begin with words. Returns whether the
 * program runs. */
bool start_child(struct child *child, const char *words, char *const argv[]);
void stop_child(struct child *child);

/* The time of one call in the child process. If the child has ended, because it cannot make the
 * call, the benchmark ends. */
double ask_child(struct child *child, const char *question);

#endif
