/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The NumPy release that a generator reproduces.
 */
#include "../engine/engine.h"

static bool is_known(int major, int minor)
{
    return (major == 1 && minor >= 17 && minor <= 26) || (major == 2 && minor >= 0 && minor <= 5);
}

nprand_status nprand_set_numpy(nprand_rng *rng, int major, int minor)
{
    nprand_status status = nprand__check_rng(rng);
    if (status != NPRAND_OK)
        return status;
    if (!is_known(major, minor))
        return NPRAND_UNKNOWN_RELEASE;
    nprand__engine_of(rng)->release = 100 * major + minor;
    return NPRAND_OK;
}

nprand_status nprand_get_numpy(const nprand_rng *rng, int *major, int *minor)
{
    nprand_status status = nprand__check_rng(rng);
    if (status != NPRAND_OK)
        return status;
    int release = nprand__const_engine_of(rng)->release;
    if (major != NULL)
        *major = release / 100;
    if (minor != NULL)
        *minor = release % 100;
    return NPRAND_OK;
}
