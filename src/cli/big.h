/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Integers of any size.
 */
#ifndef CLI_BIG_H
#define CLI_BIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct big {
    bool is_negative; /* not of 0 */
    size_t count;     /* limbs in use: the last one is not 0 */
    uint32_t *limbs;  /* the lowest first */
};

/* Reads what Python takes for an integer: a sign, decimal digits or 0x and hexadecimal ones, with
 * single underscores between them. False if text is none. */
bool parse_big(const char *text, struct big *big);

/* a + b, and a - b where the second is subtracted. */
struct big add_big(const struct big *a, const struct big *b, bool subtract);

/* -1, 0, 1 as a < b, a = b, a > b, of the magnitudes. */
int compare_magnitudes(const struct big *a, const struct big *b);

/* The number of bits of the magnitude. */
size_t bit_length_of_big(const struct big *big);

/* An upper bound of the characters that put_big() writes for that many limbs, with the '\0'. */
size_t text_size_of_big(size_t limbs);

/* Writes the decimal digits and a '\0'. Returns the '\0'. Leaves 0 in big. */
char *put_big(char *at, struct big *big);

#endif
