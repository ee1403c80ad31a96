/* SPDX-License-Identifier: BSD-3-Clause
 *
 * set_numpy, set_numpy_patch, get_numpy, set_long_bits: the release of NumPy that a generator
 * reproduces, and the width of C's long on the machine of that NumPy.
 */
#include "release.h"

/* The last patch of each minor release. */
static const int release_patches_1[] = {
    2, 2, 3, 4, 3, 1, 3, 6, 4,       /* 1.7 to 1.15 */
    6, 5, 5, 5, 3, 6, 4, 5, 4, 2, 4, /* 1.16 to 1.26 */
};
static const int release_patches_2[] = {2, 3, 6, 5, 6, 5}; /* 2.0 to 2.5 */

enum {
    RELEASE_FIRST_MINOR_1 = 7,
    RELEASE_COUNT_1 = sizeof release_patches_1 / sizeof release_patches_1[0],
    RELEASE_COUNT_2 = sizeof release_patches_2 / sizeof release_patches_2[0]
};

/* -1 for an unknown release. */
static int release_last_patch(int major, int minor)
{
    if (major == 1 && minor >= RELEASE_FIRST_MINOR_1 &&
        minor < RELEASE_FIRST_MINOR_1 + RELEASE_COUNT_1)
        return release_patches_1[minor - RELEASE_FIRST_MINOR_1];
    if (major == 2 && minor >= 0 && minor < RELEASE_COUNT_2)
        return release_patches_2[minor];
    return -1;
}

int32_t nprand__last_release(int major, int minor)
{
    int patch = release_last_patch(major, minor);
    return patch < 0 ? -1 : NPRAND__RELEASE(major, minor, patch);
}

nprand_status nprand_set_numpy_patch(nprand_rng *rng, int major, int minor, int patch)
{
    nprand_status status = nprand__check_rng(rng);
    if (status != NPRAND_OK)
        return status;
    if (patch < 0 || patch > release_last_patch(major, minor))
        return NPRAND_UNKNOWN_RELEASE;
    nprand__engine_of(rng)->release = NPRAND__RELEASE(major, minor, patch);
    nprand__engine_of(rng)->row = 0;
    nprand__kept_of(rng)->method = 0;
    return NPRAND_OK;
}

nprand_status nprand_set_numpy(nprand_rng *rng, int major, int minor)
{
    return nprand_set_numpy_patch(rng, major, minor, release_last_patch(major, minor));
}

nprand_status nprand_get_numpy(const nprand_rng *rng, int *major, int *minor, int *patch)
{
    nprand_status status = nprand__check_rng(rng);
    if (status != NPRAND_OK)
        return status;
    int release = nprand__const_engine_of(rng)->release;
    if (major != NULL)
        *major = release / 10000;
    if (minor != NULL)
        *minor = release / 100 % 100;
    if (patch != NULL)
        *patch = release % 100;
    return NPRAND_OK;
}

nprand_status nprand_set_long_bits(nprand_rng *rng, int bits)
{
    nprand_status status = nprand__check_rng(rng);
    if (status != NPRAND_OK)
        return status;
    if (bits != 32 && bits != 64)
        return NPRAND_BAD_LONG_BITS;
    nprand__engine_of(rng)->long_bits = bits;
    nprand__kept_of(rng)->method = 0;
    return NPRAND_OK;
}
