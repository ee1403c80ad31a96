/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What aarch64 adds: the kernels in NEON, which every such CPU has.
 */
#define LANES 4
#define TARGET
#define NAME(x) neon_##x
#include "../mt19937_vector.h"
#undef LANES
#undef TARGET
#undef NAME

static const struct nprand__kernels neon = {
    .name = "neon",
    .backend = "neon" NPRAND__MATH,
    .refill = neon_refill,
    .twist = neon_twist,
    .words = neon_fill_words,
    .doubles = neon_fill_doubles,
    .convert = neon_convert,
    .words_and_send = NULL,
    .doubles_and_send = NULL,
    .end_sending = NULL,
    .select = nprand__select_portable,
    .select_wide = nprand__select_wide_portable,
    .select_pairs = nprand__select_pairs_portable,
    .select_halves = nprand__select_halves_portable,
    .add_pairs = neon_add_pairs,
    .count_points = nprand__count_points_portable,
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
