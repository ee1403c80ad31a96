/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What both programs of this folder measure and print with. Times are in nanoseconds.
 */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <stddef.h>

enum { MAX_REPEATS = 1000, MAX_CONTENDERS = 13 };

/* Two clocks. The CPU time of the process leaves out the time in which other programs had the CPU;
 * it includes the kernel's work for the process, such as handing out pages. For what runs in
 * several threads there is only the time on the wall. */
double cpu_time(void);
double wall_time(void);

struct times {
    double median; /* 0: not measured */
    double minimum;
};

/* One call of one contender: the time that it took, or a negative number if the contender does not
 * have what is measured. */
typedef double (*time_once)(void *context, int contender);

/* How often contenders are measured: at least repeats times; then until all calls together have
 * taken enough nanoseconds, but at most 10 repeats times. */
struct rounds {
    size_t repeats;
    double enough;
};

/* Measures the contenders in turn, in each round with another contender first: what changes on the
 * machine during a run then changes for all of them. The first call of each contender fills caches
 * and pages, and is not counted. The result is per value. */
void measure_in_turn(time_once once, void *context, int contenders, struct rounds rounds,
                     double values, struct times *result);

/* Numbers of the command line: 0 if text is no number from 1 to max. */
size_t to_count(const char *text, size_t max);

/* Memory that is there, or the end of the program. */
void *allocate(size_t count, size_t size);

/* The output is Markdown. A list of the CPU, the operating system, compiler and library; cells of a
 * row, which are empty for what was not measured; the end of the row. */
void print_machine(const char *backends);
void print_header(const char *first, const char *const *names, int count);
void print_name(const char *name);
void print_times(struct times t);
void print_ratio(double above, double below);
void print_end(void);

#endif
