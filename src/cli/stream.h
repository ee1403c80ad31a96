/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The generator that the options ask for.
 */
#ifndef CLI_STREAM_H
#define CLI_STREAM_H

#include "../../include/nprand.h"
#include "options.h"

/* Seeds *rng by --seed, --seed-sequence or --gym-seed, takes --state, or seeds by the system's entropy; sets
 * release and long by --numpy and --long-bits. *rng is zero before. Exits with a message if an
 * option is refused. */
void start_stream(nprand_rng *rng, const struct options *options);

/* The numbers between the points of X.Y or X.Y.Z. 0 if that is not what the text is, else how
 * many. */
int split_release(const char *text, int parts[3]);

/* Exits with a message if there are two ways to start. */
void check_start(const struct options *options);

/* --skip-words. */
void skip_words(nprand_rng *rng, const struct options *options);

/* --threads: from 1 on. Returns the number. */
int set_threads(nprand_rng *rng, const struct options *options);

#endif
