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

/* Each second part, and not the last one. */
static inline void run_some(void *context, nprand_part *part, void *argument, size_t count)
{
    (void)context;
    for (size_t i = 0; i + 1 < count; i += 2)
        part(argument, i);
}

/* Each part twice: all of them, and then all of them again. */
static inline void run_twice(void *context, nprand_part *part, void *argument, size_t count)
{
    run_serial(context, part, argument, count);
    run_reversed(context, part, argument, count);
}

/* No part. */
static inline void run_none(void *context, nprand_part *part, void *argument, size_t count)
{
    (void)context, (void)part, (void)argument, (void)count;
}

/* More parts than there are. */
static inline void run_more(void *context, nprand_part *part, void *argument, size_t count)
{
    run_serial(context, part, argument, count + 3);
    part(argument, SIZE_MAX);
}

#endif
