/* SPDX-License-Identifier: BSD-3-Clause
 *
 * choice: the index of one element of a population.
 */
#include "python.h"

static nprand_status check_py_choice(int64_t population)
{
    return population > 0 ? NPRAND_OK : NPRAND_PY_EMPTY_SEQUENCE;
}

int64_t nprand_py_choice(nprand_rng *rng, int64_t population)
{
    if (!nprand__accept(rng, check_py_choice(population)))
        return NPRAND_INVALID;
    return (int64_t)nprand__py_index(nprand__engine_of(rng), (uint64_t)population - 1);
}

nprand_status nprand_py_choice_fill(nprand_rng *rng, int64_t population, size_t n, int64_t *out)
{
    nprand_status status =
        nprand__check_fill(rng, check_py_choice(population), n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < n; i++)
        out[i] = (int64_t)nprand__py_index(e, (uint64_t)population - 1);
    return NPRAND_OK;
}
