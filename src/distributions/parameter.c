/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Where the values of a parameter are: checks of pointers, steps and overlaps.
 */
#include "parameter.h"

enum { PARAMETER_SIZE = 8 }; /* bytes of a value, whatever its type */

static size_t parameter_distance(const struct nprand__parameter *p)
{
    return p->step < 0 ? 0 - (size_t)p->step : (size_t)p->step;
}

nprand_status nprand__check_values(const struct nprand__parameter *p, size_t n)
{
    if (p->first == NULL)
        return nprand__values_to_check(p, n) > 0 ? NPRAND_NULL_POINTER : NPRAND_OK;
    if (p->step == 0 || n < 2)
        return NPRAND_OK;
    const size_t most = PTRDIFF_MAX / PARAMETER_SIZE - 1;
    return parameter_distance(p) > most / (n - 1) ? NPRAND_TOO_LARGE : NPRAND_OK;
}

nprand_status nprand__check_parameters(const struct nprand__parameter *p, size_t count, size_t n)
{
    nprand_status status = NPRAND_OK;
    for (size_t j = 0; j < count && status == NPRAND_OK; j++)
        status = nprand__check_values(&p[j], n);
    return status;
}

static nprand_status check_parameter_apart(const struct nprand__parameter *p, size_t n, size_t size,
                                           const void *out)
{
    const uintptr_t length = parameter_distance(p) * (n - 1) * PARAMETER_SIZE;
    const uintptr_t begin = (uintptr_t)p->first - (p->step < 0 ? length : 0);
    const uintptr_t end = begin + length + PARAMETER_SIZE;
    const uintptr_t out_begin = (uintptr_t)out;
    const uintptr_t out_end = out_begin + n * size;
    return begin < out_end && out_begin < end ? NPRAND_OVERLAP : NPRAND_OK;
}

nprand_status nprand__check_each(const nprand_rng *rng, nprand_status parameters,
                                 const struct nprand__parameter *p, size_t count, size_t n,
                                 size_t size, const void *out)
{
    nprand_status status = nprand__check_fill(rng, parameters, n, size, out);
    for (size_t i = 0; i < count && n > 0 && status == NPRAND_OK; i++)
        status = check_parameter_apart(&p[i], n, size, out);
    return status;
}

static inline uint64_t bits_in_steps(const uint64_t *x, ptrdiff_t step, size_t count)
{
    uint64_t bits = 0;
    for (size_t i = 0; i < count; i++)
        bits |= x[(ptrdiff_t)i * step];
    return bits;
}

uint64_t nprand__bits_of_all(const struct nprand__parameter *p, size_t n)
{
    const uint64_t *const x = (const uint64_t *)p->first;
    const size_t count = nprand__values_to_check(p, n);
    return p->step == 1 ? bits_in_steps(x, 1, count) : bits_in_steps(x, p->step, count);
}

/* A value below 0 has the bit of the sign. LONG_MAX is 2^31 - 1 or 2^63 - 1: a larger value has a
 * bit above. */
nprand_status nprand__all_counts(const nprand_rng *rng, const struct nprand__parameter *p, size_t n,
                                 nprand_status refusal)
{
    nprand_status status = nprand__check_values(p, n);
    if (status != NPRAND_OK)
        return status;
    const uint64_t bits = nprand__bits_of_all(p, n);
    if (bits > INT64_MAX)
        return refusal;
    return bits > (uint64_t)nprand__long_max(rng) ? NPRAND_OUTSIDE_LONG : NPRAND_OK;
}
