/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What "nprand help METHOD" says beside the row of the list of methods.
 */
#ifndef CLI_EXPLAINED_H
#define CLI_EXPLAINED_H

#include "methods.h"

struct explanation {
    /* Of each parameter: what values are accepted, as comparisons with numbers where these tell it,
     * and after "; " what the parameter is. */
    const char *domains[MAX_PARAMETERS];
    const char *example; /* arguments and options that are accepted */
    /* Where the row does not tell it. NULL: the row does. */
    const char *numpy;
    const char *result;
    const char *words;
};

extern const struct explanation explanations[METHODS];

#endif
