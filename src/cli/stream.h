/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The generator that the options ask for.
 */
#ifndef CLI_STREAM_H
#define CLI_STREAM_H

#include "../../include/nprand.h"
#include "options.h"

/* Seeds *rng by --seed, or by the system's entropy, and sets release and long by --numpy and
 * --long-bits. Exits with a message if an option is refused. */
void start_stream(nprand_rng *rng, const struct options *options);

/* --skip-words. */
void skip_words(nprand_rng *rng, const struct options *options);

/* --threads: from 1 on. Returns the number. */
int set_threads(nprand_rng *rng, const struct options *options);

#endif
