/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The methods of RandomState by name.
 */
#ifndef CLI_METHODS_H
#define CLI_METHODS_H

#include "../../include/nprand.h"
#include "options.h"
#include "print.h"

struct method;

/* NULL if there is none of that name. */
const struct method *find_method(const char *name);

/* Draws what the options and the words after the method's name ask for. Exits with a message if
 * that cannot be. */
void call_method(const struct method *method, const struct options *options, nprand_rng *rng,
                 struct array *a);

/* One line of help per method, in groups. */
void print_methods(void);

#endif
