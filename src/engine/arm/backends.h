/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What aarch64 adds: the kernels in NEON, which every such CPU has.
 */
#define LANES 4
#define TARGET
#define NAME(x)  neon_##x
#define CONVERTS 1
#include "../mt19937_vector.h"
#undef LANES
#undef TARGET
#undef NAME
#undef CONVERTS

static const struct nprand__kernels neon = {
    NPRAND__NAMED("neon"),
    .refill = neon_refill,
    .twist = neon_twist,
    .words = neon_fill_words,
    .doubles = neon_fill_doubles,
    .convert = neon_convert,
    .stream = NULL,
    .end_stream = NULL,
    .select = nprand__select_portable,
    .add = neon_add,
    .square_mod = nprand__square_mod_portable,
};

enum { VECTOR_BACKENDS = 1 };
static const struct nprand__kernels *const vector_backends[] = {&neon};

static bool can_run(size_t i)
{
    (void)i;
    return true;
}
