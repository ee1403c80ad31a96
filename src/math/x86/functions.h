/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What x86-64 adds: fused multiply-add where the CPU has it, and vectors in AVX2 and AVX-512.
 */
#include <immintrin.h>

#define TARGET       __attribute__((target("fma")))
#define NAME(x)      fma_##x
#define FMA(a, b, c) __builtin_fma(a, b, c)
#include "../scalar.h"
#undef TARGET
#undef NAME
#undef FMA

#define SCALAR(x) fma_##x

/* ---- AVX2 ---- */

/* For each choice of 4 lanes, the halves of lanes that come to the front. */
static const uint32_t avx2_order[16][8] = {
    {0, 1, 2, 3, 4, 5, 6, 7}, {0, 1, 2, 3, 4, 5, 6, 7}, {2, 3, 0, 1, 4, 5, 6, 7},
    {0, 1, 2, 3, 4, 5, 6, 7}, {4, 5, 0, 1, 2, 3, 6, 7}, {0, 1, 4, 5, 2, 3, 6, 7},
    {2, 3, 4, 5, 0, 1, 6, 7}, {0, 1, 2, 3, 4, 5, 6, 7}, {6, 7, 0, 1, 2, 3, 4, 5},
    {0, 1, 6, 7, 2, 3, 4, 5}, {2, 3, 6, 7, 0, 1, 4, 5}, {0, 1, 2, 3, 6, 7, 4, 5},
    {4, 5, 6, 7, 0, 1, 2, 3}, {0, 1, 4, 5, 6, 7, 2, 3}, {2, 3, 4, 5, 6, 7, 0, 1},
    {0, 1, 2, 3, 4, 5, 6, 7},
};

__attribute__((target("avx2"))) static inline __m256d avx2_compress(__m256d mask, __m256d a)
{
    const void *order = avx2_order[_mm256_movemask_pd(mask)];
    return _mm256_castps_pd(
        _mm256_permutevar8x32_ps(_mm256_castpd_ps(a), _mm256_loadu_si256((const __m256i *)order)));
}

#define LANES               4
#define TARGET              __attribute__((target("avx2,fma")))
#define NAME(x)             avx2_##x
#define SPLAT(c)            _mm256_set1_pd(c)
#define VFMA(a, b, c)       _mm256_fmadd_pd(a, b, c)
#define SQRT(a)             _mm256_sqrt_pd(a)
#define GATHER(m, x, at, i) _mm256_mask_i64gather_pd(x, at, (__m256i)(i), m, 8)
#define MASK                __m256d
#define LESS(a, b)          _mm256_cmp_pd(a, b, _CMP_LT_OQ)
#define BOTH(m, n)          _mm256_and_pd(m, n)
#define BUT(m, n)           _mm256_andnot_pd(n, m)
#define BITS(m)             (unsigned)_mm256_movemask_pd(m)
#define BLEND(m, a, b)      _mm256_blendv_pd(b, a, m)
#define COMPRESS(m, a)      avx2_compress(m, a)
#define COUNT(m)            (size_t) __builtin_popcount(BITS(m))
#define EVENS(a, b)         _mm256_permute4x64_pd(_mm256_unpacklo_pd(a, b), 0xd8)
#define ODDS(a, b)          _mm256_permute4x64_pd(_mm256_unpackhi_pd(a, b), 0xd8)
#define FIRSTS(a, b) \
    _mm256_permute2f128_pd(_mm256_unpacklo_pd(a, b), _mm256_unpackhi_pd(a, b), 0x20)
#define LASTS(a, b) _mm256_permute2f128_pd(_mm256_unpacklo_pd(a, b), _mm256_unpackhi_pd(a, b), 0x31)
#include "../vector.h"
#include "../vector_undef.h"

/* ---- AVX-512 ---- */

#define LANES               8
#define TARGET              __attribute__((target("avx512f,avx512dq,avx512vl")))
#define NAME(x)             avx512_##x
#define SPLAT(c)            _mm512_set1_pd(c)
#define VFMA(a, b, c)       _mm512_fmadd_pd(a, b, c)
#define SQRT(a)             _mm512_sqrt_pd(a)
#define GATHER(m, x, at, i) _mm512_mask_i64gather_pd(x, m, (__m512i)(i), at, 8)
#define MASK                __mmask8
#define LESS(a, b)          _mm512_cmp_pd_mask(a, b, _CMP_LT_OQ)
#define BOTH(m, n)          (__mmask8)((m) & (n))
#define BUT(m, n)           (__mmask8)((m) & ~(n))
#define BITS(m)             (unsigned)(m)
#define BLEND(m, a, b)      _mm512_mask_blend_pd(m, b, a)
#define COMPRESS(m, a)      _mm512_maskz_compress_pd(m, a)
#define COUNT(m)            (size_t) __builtin_popcount(BITS(m))
#define EVENS(a, b)         _mm512_permutex2var_pd(a, _mm512_setr_epi64(0, 2, 4, 6, 8, 10, 12, 14), b)
#define ODDS(a, b)          _mm512_permutex2var_pd(a, _mm512_setr_epi64(1, 3, 5, 7, 9, 11, 13, 15), b)
#define FIRSTS(a, b)        _mm512_permutex2var_pd(a, _mm512_setr_epi64(0, 8, 1, 9, 2, 10, 3, 11), b)
#define LASTS(a, b)         _mm512_permutex2var_pd(a, _mm512_setr_epi64(4, 12, 5, 13, 6, 14, 7, 15), b)

/* Without optimisation, GCC's gather is a macro, which hands the mask on as a char. */
#if !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wsign-conversion"
#endif
#include "../vector.h"
#if !defined(__clang__)
#pragma GCC diagnostic pop
#endif
#include "../vector_undef.h"

#undef SCALAR

static const struct nprand__functions with_fma = {
    .name = "fma",
    .log = fma_log,
    .exp = fma_exp,
    .pow = fma_pow,
    .log1p = fma_log1p,
    .log_array = fma_log_array,
    .exp_array = fma_exp_array,
    .pow_array = fma_pow_array,
    .log1p_array = fma_log1p_array,
    .select_points = portable_select_points,
    .normals = fma_normals,
};

static const struct nprand__functions with_avx2 = {
    .name = "avx2",
    .log = fma_log,
    .exp = fma_exp,
    .pow = fma_pow,
    .log1p = fma_log1p,
    .log_array = avx2_log_array,
    .exp_array = avx2_exp_array,
    .pow_array = avx2_pow_array,
    .log1p_array = avx2_log1p_array,
    .select_points = avx2_select_points,
    .normals = avx2_normals,
};

static const struct nprand__functions with_avx512 = {
    .name = "avx512",
    .log = fma_log,
    .exp = fma_exp,
    .pow = fma_pow,
    .log1p = fma_log1p,
    .log_array = avx512_log_array,
    .exp_array = avx512_exp_array,
    .pow_array = avx512_pow_array,
    .log1p_array = avx512_log1p_array,
    .select_points = avx512_select_points,
    .normals = avx512_normals,
};

static const struct nprand__functions *const more_functions[] = {&with_fma, &with_avx2,
                                                                 &with_avx512};
