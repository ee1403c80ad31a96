/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand explain VALUE...: which convention, and which seed, begins with these numbers?
 */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "options.h"

/* All that it takes. */
#define EXPLAIN_OPTIONS                                                                   \
    (OPTION_BIT(OPTION_SEED) | OPTION_BIT(OPTION_ALL_SEEDS) | OPTION_BIT(OPTION_WITHIN) | \
     OPTION_BIT(OPTION_THREADS) | OPTION_BIT(OPTION_QUIET))

/* options->words[0] is the word explain. Returns the status of the command: 0 if something fits, 1
 * if nothing does. */
int explain(const struct options *options);

void print_explain_help(void);

#endif
