/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The first words of one seed.
 */
#ifndef CLI_EXPLAIN_SEEDS_H
#define CLI_EXPLAIN_SEEDS_H

#include "explain_conventions.h"

/* A seed as typed, or as counted. */
struct seed {
    const char *text;
    bool is_number; /* 0..2^64-1, in number */
    uint64_t number;
    bool is_list;
    uint32_t *list;
    size_t count; /* of the list */
};

struct seed read_seed(const char *text);

/* Writes count words; false if this seeding takes no such seed. */
bool words_of_seed(enum seeding seeding, const struct seed *seed, size_t count, uint32_t *out);

#endif
