/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The headers compile alone; header.cpp is the same file in C++. The library answers to them, and
 * the object is what the header says whatever the flags.
 */
#include "nprand_python.h"

#ifdef __cplusplus
static_assert(alignof(nprand_rng) == 8, "part of the binary interface");
#else
_Static_assert(_Alignof(nprand_rng) == 8, "part of the binary interface");
#endif

int main(void)
{
    nprand_rng rng;
    return sizeof rng == 8192 && nprand_seed(&rng, 0) == NPRAND_OK &&
                   nprand_random_sample(&rng) == 0x1.18fe1565f12a8p-1
               ? 0
               : 1;
}
