/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Work on several CPUs, without a thread library: by processes that share memory.
 */
#ifndef CLI_EXPLAIN_WORKERS_H
#define CLI_EXPLAIN_WORKERS_H

#include <stdbool.h>
#include <stddef.h>

enum { MOST_WORKERS = 64 };

/* How many workers can run at once; 1 where the system has no fork(). */
int possible_workers(void);

/* Zeroed memory that all workers see. */
void *shared_memory(size_t bytes);

/* Calls work(context, i) for each i below count, each one in a process of its own but the last one,
 * which this process runs. Exits with a message if one of them fails. */
void run_workers(int count, void (*work)(void *context, int worker), void *context);

bool shows_progress(void);

#endif
