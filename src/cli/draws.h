/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Draws that follow each other in one stream.
 */
#ifndef CLI_DRAWS_H
#define CLI_DRAWS_H

#include "draw.h"
#include "state.h"

/* Whose methods they are. */
struct module {
    void (*prepare)(struct draw *d, const struct options *options, nprand_rng *rng);
    get_state_text *get_state; /* the form of --save-state */
};

extern const struct module numpy_module;

/* Draws and writes what options, options->then and so on ask for, from the stream *rng, which is at
 * its start. Returns the exit status. */
int run_draws(const struct module *module, const struct options *options, nprand_rng *rng);

#endif
