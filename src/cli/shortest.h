/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The shortest decimal that gives back the same floating-point number, by the Schubfach algorithm:
 * R. Giulietti, "The Schubfach way to render doubles", 2021.
 */
#ifndef CLI_SHORTEST_H
#define CLI_SHORTEST_H

#include <stddef.h>
#include <stdint.h>

/* digits * 10^exponent. digits has at most 17 places, and its last one is not 0 unless digits is 0. */
struct shortest {
    uint64_t digits;
    int exponent;
};

/* Of the decimals that are nearer to |x| than to any other number of x's type, those with the fewest
 * digits, and of these the nearest to |x|. x must be finite. */
struct shortest shortest_of_double(double x);
struct shortest shortest_of_float(float x);

/* Room for any text of the two functions below, with its '\0'. */
enum { SHORTEST_TEXT = 32 };

/* The text of repr() in Python, and of str() of numpy.float32 in NumPy. They return its length. */
size_t shortest_double(double x, char *text);
size_t shortest_float(float x, char *text);

#endif
