/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The backend for aarch64. Its kernels use NEON, which every such CPU has. Its functions are the
 * portable ones.
 */
#include "polar.h"
#include "portable.h"

#include "../math/bits.h"
#include "../math/exact.h"
#include "../math/figures.h"
#include "../math/fma.h"
#include "../math/tables.h"

#if NPRAND__HAS_ARM
#define LANES 4
#define TARGET
#define NAME(x) neon_##x
#include "mt19937_vector.h"

#define TARGET
#define LINKAGE static
#define NAME(x) neon_##x
#ifdef NPRAND_MATH_SYSTEM
#include "../math/system.h"
#else
#define FMA(a, b, c) nprand__fma(a, b, c)
#include "../math/scalar.h"
#undef FMA
#endif
#include "polar_scalar.h"
#undef TARGET
#undef LINKAGE
#undef NAME

static bool neon_can_run(void)
{
    return true;
}

const struct nprand__backend nprand__backend_neon = {
    .name = "neon",
    .description = "neon" NPRAND__MATH,
    .can_run = neon_can_run,
    .refill = neon_refill,
    .refill_back = neon_refill_back,
    .twist = neon_twist,
    .words = neon_fill_words,
    .doubles = neon_fill_doubles,
    .convert = neon_convert,
    .words_and_stream = NULL,
    .doubles_and_stream = NULL,
    .end_streaming = NULL,
    .select = nprand__select_portable,
    .count = neon_count,
    .select_wide = nprand__select_wide_portable,
    .select_pairs = nprand__select_pairs_portable,
    .select_halves = nprand__select_halves_portable,
    .add_pairs = neon_add_pairs,
    .count_points = nprand__count_points_portable,
    .add = neon_add,
    .square_mod = nprand__square_mod_portable,
    .log = neon_log,
    .exp = neon_exp,
    .pow = neon_pow,
    .log1p = neon_log1p,
    .log2 = neon_log2,
    .cos = neon_cos,
    .sin = neon_sin,
    .acos = neon_acos,
    .log_array = neon_log_array,
    .exp_array = neon_exp_array,
    .pow_array = neon_pow_array,
    .log1p_array = neon_log1p_array,
    .cos_array = neon_cos_array,
    .acos_array = neon_acos_array,
    .select_points = nprand__select_points_portable,
    .points_and_uniforms = nprand__points_and_uniforms_portable,
    .normals = neon_normals,
    .exponentials = neon_exponentials,
    .multiply = nprand__multiply_portable,
    .skips = nprand__skips_portable,
    .btpe_begin = nprand__btpe_begin_portable,
    .btpe = nprand__btpe_portable,
    .vonmises = nprand__vonmises_portable,
    .gammas = nprand__gammas_portable,
    .squeeze_gammas = nprand__squeeze_gammas_portable,
    .search_lanes = nprand__search_lanes_portable,
    .ranks = nprand__ranks_portable,
    .ptrs_begin = nprand__ptrs_begin_portable,
    .ptrs = nprand__ptrs_portable,
    .ptrs_candidates = nprand__ptrs_candidates_portable,
    .times = nprand__portable_times,
};
#endif
