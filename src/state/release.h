/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The releases of NumPy, for release.c and the seed sequences.
 */
#ifndef NPRAND_STATE_RELEASE_H
#define NPRAND_STATE_RELEASE_H

#include "../engine/engine.h"

/* The last patch of a minor release, as NPRAND__RELEASE(); -1 for an unknown release. */
NPRAND_HIDDEN int32_t nprand__last_release(int major, int minor);

#endif
