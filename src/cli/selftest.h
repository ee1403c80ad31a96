/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand selftest: draws whose values are known, by each backend.
 */
#ifndef CLI_SELFTEST_H
#define CLI_SELFTEST_H

#include "options.h"

/* A draw from the vectors, and what comes of it. NULL: the option is not given. */
struct self_test {
    const char *method; /* the row of the list; the end of the table has none */
    const char *seed;
    const char *words;
    int items; /* not 0: the words are followed by 0, 1, ... items - 1 */
    const char *size, *dtype, *p;
    bool no_replace;
    /* After the draw: the position in the key, the Gaussian that is kept, the beginning of the
     * SHA-256 of the key and of the values. vectors/README.md has the details. */
    int pos;
    const char *gauss, *key, *hash;
};

extern const struct self_test self_tests[];

/* Returns the exit status: 1 if a value is wrong. */
int run_selftest(const struct options *options);

#endif
