/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The rows of the benchmark: the calls that are measured, and what they draw with.
 */
#ifndef BENCH_ROWS_H
#define BENCH_ROWS_H

#include "nprand.h"

#include <stddef.h>

/* The generator, the parameters and the output of the calls. */
struct arena;

struct arena *open_arena(size_t n);
void close_arena(struct arena *a);

/* Where the calls write: space for n doubles. The function writes to it, so that it is in the
 * caches as far as it fits: every call finds the same caches, whatever ran before it. */
void *arena_output(struct arena *a);

enum kind { FILLS_OF_VALUES, ARRAYS_AS_PARAMETERS, SCALAR_CALLS, KINDS };

/* The words for the kinds on the command line, and the headings of their tables. */
extern const char *const kind_words[KINDS];
extern const char *const kind_titles[KINDS];

struct row {
    const char *name;
    const char *python; /* the call of NumPy, for bench_numpy.py */
    const char *peer;   /* the row of the other libraries, or "" */
    nprand_status (*run)(struct arena *a, nprand_rng *rng, size_t n, void *out);
    enum kind kind;
    size_t share; /* n / share values are drawn, where n is that of the command line */
};

extern const struct row rows[];
extern const int row_count;

/* The row of that name, or NULL. */
const struct row *find_row(const char *name);

/* The number of values of a row, at least 1, where the command line asks for n. */
size_t values_of(const struct row *row, size_t n);

/* The least ratio, time of NumPy / time of the library, that the row should have. */
double numpy_floor(const struct row *row);

/* One call: the nanoseconds that it took. A call that is refused ends the program. */
double time_row(struct arena *a, const struct row *row, size_t n);

#endif
