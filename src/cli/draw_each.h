/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Draws with arrays as parameters: NumPy's broadcasting, over the each form of a method.
 */
#ifndef CLI_DRAW_EACH_H
#define CLI_DRAW_EACH_H

#include "call.h"

/* The value of an element of parameter i, from its text. Exits with a message if it has none. */
typedef union value read_element(const struct call *c, int i, const char *text);

/* Whether an argument of the call is an array. */
bool has_arrays(const struct call *c);

/* Adds parameter i of the draw, the next one: an array, or one value. */
void add_parameter(struct call *c, int i, const char *text, read_element *read);

/* Adds the dimensions, after the last parameter: those that all parameters broadcast to, or the
 * size that was typed. */
void add_broadcast_shape(struct call *c);

/* Draws by the each form of row, after the array is settled. */
void draw_each(struct draw *d, int row);

/* How many parameters of a method may be arrays: the first ones. */
int array_parameter_count(const struct method *m);

/* All of these, for a method that its row says all about. */
void prepare_each(struct call *c);

#endif
