/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Seeds by NumPy's SeedSequence.
 */
#ifndef CLI_SEED_SEQUENCE_H
#define CLI_SEED_SEQUENCE_H

#include "../../include/nprand.h"
#include "options.h"

/* Seeds *rng by --seed-sequence, --spawn-key and --pool-size, as the release does that *rng has
 * already. Exits with a message if one of them is refused. */
void seed_by_sequence(nprand_rng *rng, const struct options *options);

#endif
