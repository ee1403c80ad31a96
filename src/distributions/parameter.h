/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Parameters of the each form: the values of one parameter, in an array with a step; and NumPy's
 * constraints on all of them.
 */
#ifndef NPRAND_DISTRIBUTIONS_PARAMETER_H
#define NPRAND_DISTRIBUTIONS_PARAMETER_H

#include "check.h"

/* A parameter: value i is first[i step], a double, an int64_t or an uint64_t. With step 0, all
 * values are the first one. */
struct nprand__parameter {
    const void *first;
    ptrdiff_t step; /* in elements */
};

static inline double nprand__double_at(const struct nprand__parameter *p, size_t i)
{
    return ((const double *)p->first)[(ptrdiff_t)i * p->step];
}

static inline int64_t nprand__int64_at(const struct nprand__parameter *p, size_t i)
{
    return ((const int64_t *)p->first)[(ptrdiff_t)i * p->step];
}

static inline uint64_t nprand__uint64_at(const struct nprand__parameter *p, size_t i)
{
    return ((const uint64_t *)p->first)[(ptrdiff_t)i * p->step];
}

/* How many values are checked. The one value of step 0 is checked even for n = 0, as in NumPy. */
static inline size_t nprand__values_to_check(const struct nprand__parameter *p, size_t n)
{
    return p->step == 0 ? 1 : n;
}

/* Whether n values of a parameter can be read: not from NULL, and not with a step that takes them
 * further apart than any object is large. */
NPRAND_HIDDEN nprand_status nprand__check_values(const struct nprand__parameter *p, size_t n);

/* The same for each of count parameters. */
NPRAND_HIDDEN nprand_status nprand__check_parameters(const struct nprand__parameter *p,
                                                     size_t count, size_t n);

/* How many sets of one value of each parameter are checked: one for all, if no step moves. */
static inline size_t nprand__sets_to_check(const struct nprand__parameter *p, size_t count,
                                           size_t n)
{
    ptrdiff_t steps = 0;
    for (size_t j = 0; j < count; j++)
        steps |= p[j].step;
    return steps == 0 ? 1 : n;
}

/* The checks of an each, in the order of a fill: generator, parameters (whose status comes in), n,
 * out. Then, that no parameter shares memory with out: the bytes from its lowest value to its
 * highest one are apart from n elements of size bytes. */
NPRAND_HIDDEN nprand_status nprand__check_each(const nprand_rng *rng, nprand_status parameters,
                                               const struct nprand__parameter *p, size_t count,
                                               size_t n, size_t size, const void *out);

/* A constraint on one value, such as nprand__positive(). */
typedef nprand_status nprand__constraint(double x, nprand_status refusal);

/* What NumPy says of all values of a parameter. Values in a row are tested in vectors. */
NPRAND__INLINE nprand_status nprand__all(const struct nprand__parameter *p, size_t n,
                                         nprand__constraint *constraint, nprand_status refusal)
{
    const nprand_status status = nprand__check_values(p, n);
    if (status != NPRAND_OK)
        return status;
    const size_t count = nprand__values_to_check(p, n);
    const double *const x = (const double *)p->first;
    uint64_t refused = 0;
    if (p->step == 1) {
        for (size_t i = 0; i < count; i++)
            refused |= (uint64_t)constraint(x[i], refusal);
    } else {
        for (size_t i = 0; i < count; i++)
            refused |= (uint64_t)constraint(nprand__double_at(p, i), refusal);
    }
    return refused ? refusal : NPRAND_OK;
}

/* All bits of the values that are checked, which are int64_t or uint64_t, by or. */
NPRAND_HIDDEN uint64_t nprand__bits_of_all(const struct nprand__parameter *p, size_t n);

/* The same for counts: what nprand__count() says of all values of a parameter. A value below 0 is
 * found before a value above LONG_MAX, wherever it is. */
NPRAND_HIDDEN nprand_status nprand__all_counts(const nprand_rng *rng,
                                               const struct nprand__parameter *p, size_t n,
                                               nprand_status refusal);

#endif
