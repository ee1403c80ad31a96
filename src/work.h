/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Work space of the caller's.
 */
#ifndef NPRAND_WORK_H
#define NPRAND_WORK_H

#include "language.h"

#include "../include/nprand.h"

/* What stands in work space. */
union nprand__work_item {
    double number;
    int64_t integer;
};

/* The size of work space as a size_t. The product that makes it may not fit a size_t of 32 bits,
 * and is made in 64. SIZE_MAX where no object is so large. */
static inline size_t nprand__work_size(uint64_t bytes)
{
    return bytes > PTRDIFF_MAX ? SIZE_MAX : (size_t)bytes;
}

/* The size of work space for count items of size bytes. */
static inline size_t nprand__work_size_of(uint64_t count, uint64_t size)
{
    return count > UINT64_MAX / size ? SIZE_MAX : nprand__work_size(count * size);
}

/* Whether work space of size bytes is there, as nprand__work_size() gives them. */
static inline nprand_status nprand__check_work(nprand_work work, size_t size)
{
    if (size == SIZE_MAX)
        return NPRAND_TOO_LARGE;
    if (size == 0)
        return NPRAND_OK;
    if (work.memory == NULL)
        return NPRAND_WORK_MISSING;
    if (work.size < size)
        return NPRAND_WORK_TOO_SMALL;
    if ((uintptr_t)work.memory % alignof(union nprand__work_item) != 0)
        return NPRAND_WORK_MISALIGNED;
    return NPRAND_OK;
}

#endif
