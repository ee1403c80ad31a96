/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The backend for x86-64 CPUs with AVX2.
 */
#include "btpe.h"
#include "fma.h"
#include "polar.h"
#include "polynomial.h"
#include "portable.h"
#include "ptrs.h"
#include "rank.h"
#include "vonmises.h"

#include "../math/bits.h"
#include "../math/figures.h"
#include "../math/tables.h"

#if NPRAND__HAS_X86
#include "x86.h"

/* ---- Kernels ---- */

#define LANES   8
#define TARGET  __attribute__((target("avx2")))
#define NAME(x) avx2_##x
#define STREAM(to, x)                            \
    _mm256_stream_si256((__m256i *)(void *)(to), \
                        _mm256_load_si256((const __m256i *)(const void *)(x)))

#define MATRIX(x) _mm256_permutevar8x32_epi32(_mm256_set1_epi64x(NPRAND__BY_TURNS), (__m256i)(x))
#include "mt19937_vector.h"

__attribute__((target("avx2"))) static void avx2_square_mod(uint64_t *g)
{
    nprand__square_mod(g);
}

/* AVX2 has no instruction that moves chosen lanes to the front. For each mask of chosen words, of
 * four, these are the indices of bytes for a shuffle that does it. */
#define LANE_0 0x03020100
#define LANE_1 0x07060504
#define LANE_2 0x0b0a0908
#define LANE_3 0x0f0e0d0c
static const uint32_t to_front[16][4] = {
    {0},
    {LANE_0},
    {LANE_1},
    {LANE_0, LANE_1},
    {LANE_2},
    {LANE_0, LANE_2},
    {LANE_1, LANE_2},
    {LANE_0, LANE_1, LANE_2},
    {LANE_3},
    {LANE_0, LANE_3},
    {LANE_1, LANE_3},
    {LANE_0, LANE_1, LANE_3},
    {LANE_2, LANE_3},
    {LANE_0, LANE_2, LANE_3},
    {LANE_1, LANE_2, LANE_3},
    {LANE_0, LANE_1, LANE_2, LANE_3},
};
#undef LANE_0
#undef LANE_1
#undef LANE_2
#undef LANE_3

#define AVX2_SELECTS __attribute__((target("avx2,popcnt")))

AVX2_SELECTS static inline __m128i load_4(const void *at)
{
    return _mm_loadu_si128((const __m128i *)at);
}

/* A bit for each of the four words, set if the word is at most max. */
AVX2_SELECTS static inline unsigned at_most(__m128i v, __m128i max)
{
    return (unsigned)_mm_movemask_ps(_mm_castsi128_ps(_mm_cmpeq_epi32(_mm_max_epu32(v, max), max)));
}

AVX2_SELECTS static size_t avx2_select(const uint32_t *words, size_t n, uint32_t low, uint32_t mask,
                                       uint32_t max, uint32_t *out)
{
    const __m128i low_v = _mm_set1_epi32((int)low);
    const __m128i mask_v = _mm_set1_epi32((int)mask), max_v = _mm_set1_epi32((int)max);
    size_t count = 0, i = 0;
    for (; i + 4 <= n; i += 4) {
        __m128i v = _mm_and_si128(load_4(words + i), mask_v);
        unsigned chosen = at_most(v, max_v);
        v = _mm_add_epi32(_mm_shuffle_epi8(v, load_4(to_front[chosen])), low_v);
        _mm_storeu_si128((__m128i *)(void *)(out + count), v);
        count += (size_t)__builtin_popcount(chosen);
    }
    return count + nprand__select_portable(words + i, n - i, low, mask, max, out + count);
}

AVX2_SELECTS static size_t avx2_select_wide(const uint32_t *words, size_t n, uint64_t low,
                                            uint32_t mask, uint32_t max, uint64_t *out)
{
    const __m256i low_v = _mm256_set1_epi64x((int64_t)low);
    const __m128i mask_v = _mm_set1_epi32((int)mask), max_v = _mm_set1_epi32((int)max);
    size_t count = 0, i = 0;
    for (; i + 4 <= n; i += 4) {
        __m128i v = _mm_and_si128(load_4(words + i), mask_v);
        unsigned chosen = at_most(v, max_v);
        v = _mm_shuffle_epi8(v, load_4(to_front[chosen]));
        _mm256_storeu_si256((__m256i *)(void *)(out + count),
                            _mm256_add_epi64(_mm256_cvtepu32_epi64(v), low_v));
        count += (size_t)__builtin_popcount(chosen);
    }
    return count + nprand__select_wide_portable(words + i, n - i, low, mask, max, out + count);
}

AVX2_SELECTS static size_t avx2_select_halves(const uint32_t *words, size_t n, uint16_t low,
                                              uint16_t mask, uint16_t max, uint16_t *out)
{
    const __m128i low_v = _mm_set1_epi16((short)low);
    const __m128i mask_v = _mm_set1_epi32(mask), max_v = _mm_set1_epi32(max);
    size_t count = 0, i = 0;
    for (; i + 2 <= n; i += 2) {
        __m128i halves = _mm_loadl_epi64((const __m128i *)(const void *)(words + i));
        __m128i v = _mm_and_si128(_mm_cvtepu16_epi32(halves), mask_v);
        unsigned chosen = at_most(v, max_v);
        v = _mm_shuffle_epi8(v, load_4(to_front[chosen]));
        v = _mm_add_epi16(_mm_packus_epi32(v, v), low_v);
        _mm_storel_epi64((__m128i *)(void *)(out + count), v);
        count += (size_t)__builtin_popcount(chosen);
    }
    return count + nprand__select_halves_portable(words + i, n - i, low, mask, max, out + count);
}

AVX2_SELECTS static inline __m256i avx2_halves(const uint32_t *words)
{
    __m256 a = _mm256_castsi256_ps(nprand__load_8(words)),
           b = _mm256_castsi256_ps(nprand__load_8(words + 8));
    a = _mm256_shuffle_ps(a, b, NPRAND__FIRST_WORDS);
    return _mm256_srai_epi32((__m256i)avx2_temper_upper((avx2_words)a), 16);
}

AVX2_SELECTS static size_t avx2_count_points(const uint32_t *words, size_t n)
{
    enum { POINTS = 8, WORDS = 4 * POINTS };
    const __m256i sign = _mm256_set1_epi16(NPRAND__SIGN), others = _mm256_set1_epi16(~NPRAND__SIGN);
    const __m256i centre = _mm256_set1_epi32(NPRAND__CENTRE),
                  near = _mm256_set1_epi32(2 * NPRAND__NEAR);
    uint32_t last[WORDS] = {0};
    size_t inside = 0;
    for (size_t i = 0; i < n; i += POINTS) {
        const uint32_t *w = words + 4 * i;
        if (n - i < POINTS) {
            memcpy(last, w, 4 * (n - i) * sizeof *w);
            w = last;
        }
        __m256i x = _mm256_packs_epi32(avx2_halves(w), avx2_halves(w + WORDS / 2));
        x = _mm256_madd_epi16(_mm256_xor_si256(x, sign), _mm256_xor_si256(x, others));
        x = _mm256_add_epi32(x, centre);
        __m256i uncertain = _mm256_cmpeq_epi32(_mm256_min_epu32(x, near), x);
        uncertain = _mm256_or_si256(uncertain, _mm256_cmpeq_epi32(x, centre));
        int outside = _mm256_movemask_ps(_mm256_castsi256_ps(x));
        inside += _mm256_testz_si256(uncertain, uncertain)
                      ? POINTS - (size_t)__builtin_popcount((unsigned)outside)
                      : nprand__count_points_portable(w, nprand__min(n - i, POINTS));
    }
    return inside;
}

#undef AVX2_SELECTS

static void avx2_end_streaming(void)
{
    _mm_sfence();
}

/* ---- Functions ---- */

#ifndef NPRAND_MATH_SYSTEM

/* For each mask of chosen lanes, of four doubles: the order of their halves in which the chosen
 * ones come first. */
static const uint32_t avx2_order[16][8] = {
    {0, 1, 2, 3, 4, 5, 6, 7}, {0, 1, 2, 3, 4, 5, 6, 7}, {2, 3, 0, 1, 4, 5, 6, 7},
    {0, 1, 2, 3, 4, 5, 6, 7}, {4, 5, 0, 1, 2, 3, 6, 7}, {0, 1, 4, 5, 2, 3, 6, 7},
    {2, 3, 4, 5, 0, 1, 6, 7}, {0, 1, 2, 3, 4, 5, 6, 7}, {6, 7, 0, 1, 2, 3, 4, 5},
    {0, 1, 6, 7, 2, 3, 4, 5}, {2, 3, 6, 7, 0, 1, 4, 5}, {0, 1, 2, 3, 6, 7, 4, 5},
    {4, 5, 6, 7, 0, 1, 2, 3}, {0, 1, 4, 5, 6, 7, 2, 3}, {2, 3, 4, 5, 6, 7, 0, 1},
    {0, 1, 2, 3, 4, 5, 6, 7},
};

__attribute__((target("avx2"))) static inline __m256d avx2_compress(unsigned bits, __m256d a)
{
    const void *order = avx2_order[bits];
    return _mm256_castps_pd(
        _mm256_permutevar8x32_ps(_mm256_castpd_ps(a), _mm256_loadu_si256((const __m256i *)order)));
}

__attribute__((target("avx2"))) static inline __m256d avx2_two_rows(const double *a,
                                                                    const double *b)
{
    return _mm256_insertf128_pd(_mm256_castpd128_pd256(_mm_loadu_pd(a)), _mm_loadu_pd(b), 1);
}

/* Four rows of two doubles, at + i[0] and further, as columns. */
__attribute__((target("avx2"))) static inline void avx2_rows_2(const double *at, __m256i i,
                                                               __m256d *column)
{
    __m256d a = avx2_two_rows(at + _mm256_extract_epi64(i, 0), at + _mm256_extract_epi64(i, 2));
    __m256d b = avx2_two_rows(at + _mm256_extract_epi64(i, 1), at + _mm256_extract_epi64(i, 3));
    column[0] = _mm256_unpacklo_pd(a, b);
    column[1] = _mm256_unpackhi_pd(a, b);
}

/* Four rows of four doubles, at + i[0] and further, as columns: a transposition. */
__attribute__((target("avx2"))) static inline void avx2_rows_4(const double *at, __m256i i,
                                                               __m256d *column)
{
    __m256d a = _mm256_loadu_pd(at + _mm256_extract_epi64(i, 0));
    __m256d b = _mm256_loadu_pd(at + _mm256_extract_epi64(i, 1));
    __m256d c = _mm256_loadu_pd(at + _mm256_extract_epi64(i, 2));
    __m256d d = _mm256_loadu_pd(at + _mm256_extract_epi64(i, 3));
    __m256d ab_0 = _mm256_unpacklo_pd(a, b), ab_1 = _mm256_unpackhi_pd(a, b);
    __m256d cd_0 = _mm256_unpacklo_pd(c, d), cd_1 = _mm256_unpackhi_pd(c, d);
    column[0] = _mm256_permute2f128_pd(ab_0, cd_0, 0x20);
    column[1] = _mm256_permute2f128_pd(ab_1, cd_1, 0x20);
    column[2] = _mm256_permute2f128_pd(ab_0, cd_0, 0x31);
    column[3] = _mm256_permute2f128_pd(ab_1, cd_1, 0x31);
}

#define SCALAR(x)           nprand__fma_##x
#define LANES               4
#define TARGET              __attribute__((target("avx2,fma")))
#define NAME(x)             avx2_##x
#define SPLAT(c)            _mm256_set1_pd(c)
#define VFMA(a, b, c)       _mm256_fmadd_pd(a, b, c)
#define SQRT(a)             _mm256_sqrt_pd(a)
#define FLOOR(a)            _mm256_floor_pd(a)
#define GATHER(m, x, at, i) _mm256_mask_i64gather_pd(x, at, (__m256i)(i), m, 8)
#define ROWS_2(at, i, c)    avx2_rows_2(at, (__m256i)(i), c)
#define ROWS_4(at, i, c)    avx2_rows_4(at, (__m256i)(i), c)
#define MASK                __m256d
#define LESS(a, b)          _mm256_cmp_pd(a, b, _CMP_LT_OQ)
#define BOTH(m, n)          _mm256_and_pd(m, n)
#define EITHER(m, n)        _mm256_or_pd(m, n)
#define BUT(m, n)           _mm256_andnot_pd(n, m)
#define BITS(m)             (unsigned)_mm256_movemask_pd(m)
#define BLEND(m, a, b)      _mm256_blendv_pd(b, a, m)
#define COMPRESS(m, a)      avx2_compress(BITS(m), a)
#define COUNT(m)            (size_t) __builtin_popcount(BITS(m))
#define PACK(b, a)          avx2_compress(b, a)
#define EVENS(a, b)         _mm256_permute4x64_pd(_mm256_unpacklo_pd(a, b), 0xd8)
#define ODDS(a, b)          _mm256_permute4x64_pd(_mm256_unpackhi_pd(a, b), 0xd8)
#define THIRDS(a, b, c)     _mm256_permute4x64_pd(_mm256_blend_pd(_mm256_blend_pd(a, b, 4), c, 2), 0x6c)
#define FIRSTS(a, b) \
    _mm256_permute2f128_pd(_mm256_unpacklo_pd(a, b), _mm256_unpackhi_pd(a, b), 0x20)
#define LASTS(a, b) _mm256_permute2f128_pd(_mm256_unpacklo_pd(a, b), _mm256_unpackhi_pd(a, b), 0x31)
#include "../math/vector.h"

#include "../math/trig_vector.h"

#include "search_vector.h"
#include "starts_vector.h"

#include "windows_vector.h"

#include "btpe_vector.h"

#include "ptrs_vector.h"

#define LINKAGE static
#include "times.h"
#undef LINKAGE

#include "polar_vector.h"
#endif

static bool avx2_can_run(void)
{
    return nprand__can_run_x86_vectors();
}

const struct nprand__backend nprand__backend_avx2 = {
    .name = "avx2",
    .description = "avx2" NPRAND__MATH,
    .can_run = avx2_can_run,
    .refill = avx2_refill,
    .refill_back = avx2_refill_back,
    .twist = avx2_twist,
    .words = avx2_fill_words,
    .doubles = avx2_fill_doubles,
    .convert = avx2_convert,
    .words_and_stream = avx2_words_and_stream,
    .doubles_and_stream = avx2_doubles_and_stream,
    .end_streaming = avx2_end_streaming,
    .select = avx2_select,
    .count = avx2_count,
    .select_wide = avx2_select_wide,
    .select_pairs = nprand__select_pairs_portable,
    .select_halves = avx2_select_halves,
    .add_pairs = avx2_add_pairs,
    .count_points = avx2_count_points,
    .add = avx2_add,
    .square_mod = avx2_square_mod,
    .log = nprand__fma_log,
    .exp = nprand__fma_exp,
    .pow = nprand__fma_pow,
    .log1p = nprand__fma_log1p,
    .log2 = nprand__fma_log2,
    .cos = nprand__fma_cos,
    .sin = nprand__fma_sin,
    .acos = nprand__fma_acos,
#ifdef NPRAND_MATH_SYSTEM
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
#else
    .log_array = avx2_log_array,
    .exp_array = avx2_exp_array,
    .pow_array = avx2_pow_array,
    .log1p_array = avx2_log1p_array,
    .cos_array = avx2_cos_array,
    .acos_array = avx2_acos_array,
    .select_points = avx2_select_points,
    .points_and_uniforms = avx2_points_and_uniforms,
    .normals = avx2_normals,
    .exponentials = avx2_exponentials,
    .multiply = avx2_multiply,
    .ptrs_begin = avx2_ptrs_begin,
    .ptrs = avx2_ptrs,
    .ptrs_candidates = avx2_ptrs_candidates,
    .times = avx2_times,
    .skips = avx2_skips,
    .btpe_begin = avx2_btpe_begin,
    .btpe = avx2_btpe,
    .vonmises = avx2_vonmises,
    .gammas = avx2_gammas,
    .squeeze_gammas = avx2_squeeze_gammas,
    .search_lanes = avx2_search_lanes,
    .ranks = avx2_ranks,
#endif
};
#endif
