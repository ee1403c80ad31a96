/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Lists from which methods draw: integers, floats or words.
 */
#ifndef CLI_POPULATION_H
#define CLI_POPULATION_H

#include "call.h"
#include "parse.h"

struct population {
    enum kind kind; /* int64, double, str; for Python also literal */
    size_t count;
    void *values;
};

/* Whether an argument is a list, and not one element or one number: it has commas, or brackets
 * around it. */
bool is_list(const char *text);

/* The elements as Python takes them in a list: integers if all of them are integers, floats if all
 * are numbers, else words. */
struct population read_population(const struct call *c, const struct list *list);

/* The elements of a list that is written as one text. Refuses a list of lists. */
struct list list_of_elements(const struct call *c, const char *text);

/* Arguments from the first one on: the elements of the list that is the only one, or themselves. */
struct list list_of_arguments(const struct call *c);

/* Settles the array, after its last dimension: fill() writes indices, and the draw gives the
 * elements. */
void shape_as_values(struct call *c, struct population *p);

#endif
