/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The tables of the benchmark, in Markdown.
 */
#ifndef BENCH_REPORT_H
#define BENCH_REPORT_H

#include "measure.h"
#include "peers.h"
#include "rows.h"

#include <stdbool.h>

enum { MAX_BACKENDS = 4 };

/* The contenders: this library and an older one, both once for each backend; NumPy; the other
 * libraries; and this library inlined into the program, with the first backend. */
enum {
    OURS = 0,
    OLDER = MAX_BACKENDS,
    NUMPY = 2 * MAX_BACKENDS,
    PEERS,
    INLINED = PEERS + 3,
    CONTENDERS
};
_Static_assert(KNOWN_PEERS == 3, "a contender for each peer");

struct result {
    const struct row *row;
    struct times times[CONTENDERS];
};

struct report {
    const char *backends[MAX_BACKENDS];
    int backend_count;
    struct result *results;
    int result_count;
};

/* Tables of all results: beside NumPy, beside the other libraries, inlined, before and after, and
 * geometric means with the rows that are below their floor. Tables without rows are left out. */
void print_report(const struct report *report);

#endif
