/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The header compiles alone; header.cpp is the same file in C++. The library answers to it, and the
 * object is what the header says whatever the flags.
 */
#include "nprand.h"

int main(void)
{
    nprand_rng rng;
    return sizeof rng == 8192 && nprand_seed(&rng, 0) == NPRAND_OK &&
                   nprand_random_sample(&rng) == 0x1.18fe1565f12a8p-1
               ? 0
               : 1;
}
