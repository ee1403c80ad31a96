/* SPDX-License-Identifier: BSD-3-Clause
 *
 * set_python, get_python: the release of CPython that a generator reproduces.
 */
#include "python.h"

static bool is_known_python(int major, int minor)
{
    return major == 2 ? minor == 7 : major == 3 && minor >= 2 && minor <= 15;
}

nprand_status nprand_py_set_python(nprand_rng *rng, int major, int minor)
{
    nprand_status status = nprand__check_rng(rng);
    if (status != NPRAND_OK)
        return status;
    if (!is_known_python(major, minor))
        return NPRAND_PY_UNKNOWN_RELEASE;
    nprand__engine_of(rng)->python = NPRAND__PYTHON(major, minor);
    return NPRAND_OK;
}

nprand_status nprand_py_get_python(const nprand_rng *rng, int *major, int *minor)
{
    nprand_status status = nprand__check_rng(rng);
    if (status != NPRAND_OK)
        return status;
    int release = nprand__const_engine_of(rng)->python;
    if (major != NULL)
        *major = release / 100;
    if (minor != NULL)
        *minor = release % 100;
    return NPRAND_OK;
}
