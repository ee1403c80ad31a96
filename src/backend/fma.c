/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The backend for x86-64 CPUs that have fused multiply-add but no wide vectors. Its kernels are the
 * portable ones, and its functions use the instruction. The vector backends use its scalar
 * functions.
 */
#include "fma.h"

#include "polar.h"
#include "portable.h"

#include "../math/bits.h"
#include "../math/exact.h"
#include "../math/figures.h"
#include "../math/tables.h"

#if NPRAND__HAS_X86
#define TARGET __attribute__((target("fma")))
#define LINKAGE
#define NAME(x) nprand__fma_##x
#ifdef NPRAND_MATH_SYSTEM
#include "../math/system.h"
#else
#define FMA(a, b, c) __builtin_fma(a, b, c)
#include "../math/scalar.h"
#undef FMA
#endif
#include "polar_scalar.h"
#undef TARGET
#undef LINKAGE
#undef NAME

static bool fma_can_run(void)
{
    __builtin_cpu_init();
    return __builtin_cpu_supports("fma");
}

const struct nprand__backend nprand__backend_fma = {
    .name = "fma",
    .description = "fma" NPRAND__MATH,
    .can_run = fma_can_run,
    .refill = nprand__refill_portable,
    .refill_back = nprand__refill_back_portable,
    .twist = nprand__twist_portable,
    .words = nprand__words_portable,
    .doubles = nprand__doubles_portable,
    .convert = nprand__convert_portable,
    .words_and_stream = NULL,
    .doubles_and_stream = NULL,
    .end_streaming = NULL,
    .select = nprand__select_portable,
    .count = nprand__count_portable,
    .select_wide = nprand__select_wide_portable,
    .select_pairs = nprand__select_pairs_portable,
    .select_halves = nprand__select_halves_portable,
    .add_pairs = nprand__add_pairs_portable,
    .count_points = nprand__count_points_portable,
    .add = nprand__add_portable,
    .square_mod = nprand__square_mod_portable,
    .log = nprand__fma_log,
    .exp = nprand__fma_exp,
    .pow = nprand__fma_pow,
    .log1p = nprand__fma_log1p,
    .log2 = nprand__fma_log2,
    .cos = nprand__fma_cos,
    .sin = nprand__fma_sin,
    .acos = nprand__fma_acos,
    .log_array = nprand__fma_log_array,
    .exp_array = nprand__fma_exp_array,
    .pow_array = nprand__fma_pow_array,
    .log1p_array = nprand__fma_log1p_array,
    .cos_array = nprand__fma_cos_array,
    .acos_array = nprand__fma_acos_array,
    .select_points = nprand__select_points_portable,
    .points_and_uniforms = nprand__points_and_uniforms_portable,
    .normals = nprand__fma_normals,
    .exponentials = nprand__fma_exponentials,
    .multiply = nprand__multiply_portable,
    .ptrs_begin = nprand__ptrs_begin_portable,
    .ptrs = nprand__ptrs_portable,
    .ptrs_candidates = nprand__ptrs_candidates_portable,
    .times = nprand__portable_times,
    .skips = nprand__skips_portable,
    .btpe_begin = nprand__btpe_begin_portable,
    .btpe = nprand__btpe_portable,
    .vonmises = nprand__vonmises_portable,
    .gammas = nprand__gammas_portable,
    .squeeze_gammas = nprand__squeeze_gammas_portable,
    .search_lanes = nprand__search_lanes_portable,
    .ranks = nprand__ranks_portable,
};
#endif
