/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Runners for nprand_set_runner().
 */
#ifndef NPRAND_TESTS_RUNNERS_H
#define NPRAND_TESTS_RUNNERS_H

#include "../include/nprand.h"

/* One part after another, from the first one on. */
static inline void run_serial(void *context, nprand_part *part, void *argument, size_t count)
{
    (void)context;
    for (size_t i = 0; i < count; i++)
        part(argument, i);
}

/* One part after another, from the last one on. */
static inline void run_reversed(void *context, nprand_part *part, void *argument, size_t count)
{
    (void)context;
    for (size_t i = count; i-- > 0;)
        part(argument, i);
}

#endif
