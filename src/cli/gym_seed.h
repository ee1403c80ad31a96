/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Seeds of the environments of gym before 0.22.
 */
#ifndef CLI_GYM_SEED_H
#define CLI_GYM_SEED_H

#include "../../include/nprand.h"

/* Seeds *rng as env.seed(n) seeds the RandomState of an environment. Exits with a message if text is
 * no integer of 0 to 2^64 - 1. */
void seed_as_gym(nprand_rng *rng, const char *text);

#endif
