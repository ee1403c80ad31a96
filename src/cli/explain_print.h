/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What a search has found, in words.
 */
#ifndef CLI_EXPLAIN_PRINT_H
#define CLI_EXPLAIN_PRINT_H

#include "explain_search.h"

/* The seed as typed, or NULL. */
void print_matches(const struct query *query, const struct matches *found, const struct seed *seed);

/* The sentence that says how much the digits tell, and what to give if that is too little. */
void print_chance(const struct matches *found, bool has_seed);

#endif
