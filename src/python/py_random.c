/* SPDX-License-Identifier: BSD-3-Clause
 *
 * random: a uniform double of 53 bits in [0, 1). CPython and NumPy make it in the same way.
 */
#include "python.h"

double nprand_py_random(nprand_rng *rng)
{
    return nprand_random_sample(rng);
}

nprand_status nprand_py_random_fill(nprand_rng *rng, size_t n, double *out)
{
    return nprand_random_sample_fill(rng, n, out);
}
