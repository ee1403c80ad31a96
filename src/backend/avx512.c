/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The backend for x86-64 CPUs with AVX-512: F, BW, DQ and VL.
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

#define LANES         16
#define TARGET        __attribute__((target("avx512f,avx512dq,avx512vl")))
#define NAME(x)       avx512_##x
#define MATRIX(x)     _mm512_permutexvar_epi32((__m512i)(x), _mm512_set1_epi64(NPRAND__BY_TURNS))
#define STREAM(to, x) _mm512_stream_si512((__m512i *)(void *)(to), _mm512_load_si512(x))
#include "mt19937_vector.h"

/* With AVX-512 instructions this takes the same time. */
__attribute__((target("avx2"))) static void avx512_square_mod(uint64_t *g)
{
    nprand__square_mod(g);
}

#define AVX512_SELECTS __attribute__((target("avx512f,popcnt")))

AVX512_SELECTS static size_t avx512_select(const uint32_t *words, size_t n, uint32_t low,
                                           uint32_t mask, uint32_t max, uint32_t *out)
{
    const __m512i low_v = _mm512_set1_epi32((int)low);
    const __m512i mask_v = _mm512_set1_epi32((int)mask), max_v = _mm512_set1_epi32((int)max);
    size_t count = 0, i = 0;
    for (; i + 16 <= n; i += 16) {
        __m512i v = _mm512_and_si512(_mm512_loadu_si512(words + i), mask_v);
        __mmask16 chosen = _mm512_cmple_epu32_mask(v, max_v);
        v = _mm512_maskz_compress_epi32(chosen, _mm512_add_epi32(v, low_v));
        _mm512_storeu_si512(out + count, v);
        count += (size_t)__builtin_popcount(chosen);
    }
    return count + nprand__select_portable(words + i, n - i, low, mask, max, out + count);
}

AVX512_SELECTS static size_t avx512_select_wide(const uint32_t *words, size_t n, uint64_t low,
                                                uint32_t mask, uint32_t max, uint64_t *out)
{
    const __m512i low_v = _mm512_set1_epi64((int64_t)low);
    const __m512i mask_v = _mm512_set1_epi32((int)mask), max_v = _mm512_set1_epi32((int)max);
    size_t count = 0, i = 0;
    for (; i + 16 <= n; i += 16) {
        __m512i v = _mm512_and_si512(_mm512_loadu_si512(words + i), mask_v);
        __mmask16 chosen = _mm512_cmple_epu32_mask(v, max_v);
        v = _mm512_maskz_compress_epi32(chosen, v);
        __m512i first = _mm512_cvtepu32_epi64(_mm512_castsi512_si256(v));
        __m512i second = _mm512_cvtepu32_epi64(_mm512_extracti64x4_epi64(v, 1));
        _mm512_storeu_si512(out + count, _mm512_add_epi64(first, low_v));
        _mm512_storeu_si512(out + count + 8, _mm512_add_epi64(second, low_v));
        count += (size_t)__builtin_popcount(chosen);
    }
    return count + nprand__select_wide_portable(words + i, n - i, low, mask, max, out + count);
}

AVX512_SELECTS static size_t avx512_select_pairs(const uint32_t *words, size_t n, uint64_t low,
                                                 uint64_t mask, uint64_t max, uint64_t *out)
{
    const __m512i low_v = _mm512_set1_epi64((int64_t)low);
    const __m512i mask_v = _mm512_set1_epi64((int64_t)mask);
    const __m512i max_v = _mm512_set1_epi64((int64_t)max);
    size_t count = 0, i = 0;
    for (; i + 8 <= n; i += 8) {
        __m512i v = _mm512_rol_epi64(_mm512_loadu_si512(words + 2 * i), 32);
        v = _mm512_and_si512(v, mask_v);
        __mmask8 chosen = _mm512_cmple_epu64_mask(v, max_v);
        v = _mm512_maskz_compress_epi64(chosen, _mm512_add_epi64(v, low_v));
        _mm512_storeu_si512(out + count, v);
        count += (size_t)__builtin_popcount(chosen);
    }
    return count + nprand__select_pairs_portable(words + 2 * i, n - i, low, mask, max, out + count);
}

/* The halves are widened to words, since moving chosen halves to the front needs AVX-512 VBMI2. */
AVX512_SELECTS static size_t avx512_select_halves(const uint32_t *words, size_t n, uint16_t low,
                                                  uint16_t mask, uint16_t max, uint16_t *out)
{
    const __m512i low_v = _mm512_set1_epi32(low);
    const __m512i mask_v = _mm512_set1_epi32(mask), max_v = _mm512_set1_epi32(max);
    size_t count = 0, i = 0;
    for (; i + 8 <= n; i += 8) {
        __m256i halves = nprand__load_8(words + i);
        __m512i v = _mm512_and_si512(_mm512_cvtepu16_epi32(halves), mask_v);
        __mmask16 chosen = _mm512_cmple_epu32_mask(v, max_v);
        v = _mm512_maskz_compress_epi32(chosen, _mm512_add_epi32(v, low_v));
        _mm256_storeu_si256((__m256i *)(void *)(out + count), _mm512_cvtepi32_epi16(v));
        count += (size_t)__builtin_popcount(chosen);
    }
    return count + nprand__select_halves_portable(words + i, n - i, low, mask, max, out + count);
}

#define AVX512_COUNTS __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,popcnt")))

AVX512_COUNTS static inline __m512i avx512_halves(__m512 a, __m512 b)
{
    a = _mm512_shuffle_ps(a, b, NPRAND__FIRST_WORDS);
    return _mm512_srai_epi32((__m512i)avx512_temper_upper((avx512_words)a), 16);
}

AVX512_COUNTS static size_t avx512_count_points(const uint32_t *words, size_t n)
{
    enum { POINTS = 16 };
    const __m512i sign = _mm512_set1_epi16(NPRAND__SIGN), others = _mm512_set1_epi16(~NPRAND__SIGN);
    const __m512i centre = _mm512_set1_epi32(NPRAND__CENTRE),
                  near = _mm512_set1_epi32(2 * NPRAND__NEAR);
    size_t inside = 0;
    for (size_t i = 0; i < n; i += POINTS) {
        const uint32_t *w = words + 4 * i;
        __m512 v[POINTS / 4];
        if (n - i >= POINTS) {
            for (size_t j = 0; j < POINTS / 4; j++)
                v[j] = _mm512_loadu_ps(w + 16 * j);
        } else {
            const uint64_t there = (UINT64_C(1) << 4 * (n - i)) - 1;
            for (size_t j = 0; j < POINTS / 4; j++)
                v[j] = 4 * j < n - i
                           ? _mm512_maskz_loadu_ps((__mmask16)(there >> 16 * j), w + 16 * j)
                           : _mm512_setzero_ps();
        }
        __m512i x = _mm512_packs_epi32(avx512_halves(v[0], v[1]), avx512_halves(v[2], v[3]));
        x = _mm512_madd_epi16(_mm512_xor_si512(x, sign), _mm512_xor_si512(x, others));
        x = _mm512_add_epi32(x, centre);
        __mmask16 certain = _mm512_cmpgt_epu32_mask(x, near);
        certain = _mm512_mask_cmpneq_epi32_mask(certain, x, centre);
        inside += certain == 0xffff ? POINTS - (size_t)__builtin_popcount(_mm512_movepi32_mask(x))
                                    : nprand__count_points_portable(w, nprand__min(n - i, POINTS));
    }
    return inside;
}

#undef AVX512_SELECTS
#undef AVX512_COUNTS

static void avx512_end_streaming(void)
{
    _mm_sfence();
}

/* ---- Functions ---- */

#ifndef NPRAND_MATH_SYSTEM
#define AVX512_ROWS __attribute__((target("avx512f,avx512dq,avx512vl")))

/* Four rows of two doubles. */
AVX512_ROWS static inline __m512d avx512_four_rows(const double *a, const double *b,
                                                   const double *c, const double *d)
{
    __m256d ab = _mm256_insertf128_pd(_mm256_castpd128_pd256(_mm_loadu_pd(a)), _mm_loadu_pd(b), 1);
    __m256d cd = _mm256_insertf128_pd(_mm256_castpd128_pd256(_mm_loadu_pd(c)), _mm_loadu_pd(d), 1);
    return _mm512_insertf64x4(_mm512_castpd256_pd512(ab), cd, 1);
}

/* Eight rows of two doubles, at + i[0] and further, as columns. The indices are put into bytes of
 * one register, since each number that leaves a vector by itself takes an instruction that vectors
 * need. A logarithm takes 1.01 ns in place of 1.17, an exponential 0.68 in place of 0.84. */
AVX512_ROWS static inline void avx512_rows_2(const double *at, __m512i i, __m512d *column)
{
    const uint64_t k = (uint64_t)_mm_cvtsi128_si64(_mm512_cvtepi64_epi8(i));
    __m512d a = avx512_four_rows(at + (k & 255), at + (k >> 16 & 255), at + (k >> 32 & 255),
                                 at + (k >> 48 & 255));
    __m512d b = avx512_four_rows(at + (k >> 8 & 255), at + (k >> 24 & 255), at + (k >> 40 & 255),
                                 at + (k >> 56));
    column[0] = _mm512_unpacklo_pd(a, b);
    column[1] = _mm512_unpackhi_pd(a, b);
}

/* Two rows of four doubles. */
AVX512_ROWS static inline __m512d avx512_two_rows(const double *first, const double *second)
{
    return _mm512_insertf64x4(_mm512_castpd256_pd512(_mm256_loadu_pd(first)),
                              _mm256_loadu_pd(second), 1);
}

/* Eight rows of four doubles, at + i[0] and further, as columns: a transposition. The indices are put
 * into words of 16 bits. */
AVX512_ROWS static inline void avx512_rows_4(const double *at, __m512i i, __m512d *column)
{
    const __m128i words = _mm512_cvtepi64_epi16(i);
    const uint64_t j = (uint64_t)_mm_cvtsi128_si64(words);
    const uint64_t k = (uint64_t)_mm_extract_epi64(words, 1);
    __m512d a = avx512_two_rows(at + (j & 65535), at + (j >> 32 & 65535));
    __m512d b = avx512_two_rows(at + (j >> 16 & 65535), at + (j >> 48));
    __m512d c = avx512_two_rows(at + (k & 65535), at + (k >> 32 & 65535));
    __m512d d = avx512_two_rows(at + (k >> 16 & 65535), at + (k >> 48));
    __m512d ab_0 = _mm512_unpacklo_pd(a, b), ab_1 = _mm512_unpackhi_pd(a, b);
    __m512d cd_0 = _mm512_unpacklo_pd(c, d), cd_1 = _mm512_unpackhi_pd(c, d);
    column[0] = _mm512_shuffle_f64x2(ab_0, cd_0, 0x88);
    column[1] = _mm512_shuffle_f64x2(ab_1, cd_1, 0x88);
    column[2] = _mm512_shuffle_f64x2(ab_0, cd_0, 0xdd);
    column[3] = _mm512_shuffle_f64x2(ab_1, cd_1, 0xdd);
}

#undef AVX512_ROWS

#define SCALAR(x)           nprand__fma_##x
#define LANES               8
#define TARGET              __attribute__((target("avx512f,avx512dq,avx512vl")))
#define NAME(x)             avx512_##x
#define SPLAT(c)            _mm512_set1_pd(c)
#define VFMA(a, b, c)       _mm512_fmadd_pd(a, b, c)
#define SQRT(a)             _mm512_sqrt_pd(a)
#define FLOOR(a)            _mm512_floor_pd(a)
#define GATHER(m, x, at, i) _mm512_mask_i64gather_pd(x, m, (__m512i)(i), at, 8)
#define ROWS_2(at, i, c)    avx512_rows_2(at, (__m512i)(i), c)
#define ROWS_4(at, i, c)    avx512_rows_4(at, (__m512i)(i), c)
#define MASK                __mmask8
#define LESS(a, b)          _mm512_cmp_pd_mask(a, b, _CMP_LT_OQ)
#define BOTH(m, n)          (__mmask8)((m) & (n))
#define EITHER(m, n)        (__mmask8)((m) | (n))
#define BUT(m, n)           (__mmask8)((m) & ~(n))
#define BITS(m)             (unsigned)(m)
#define BLEND(m, a, b)      _mm512_mask_blend_pd(m, b, a)
#define COMPRESS(m, a)      _mm512_maskz_compress_pd(m, a)
#define COUNT(m)            (size_t) __builtin_popcount(BITS(m))
#define PACK(b, a)          COMPRESS((__mmask8)(b), a)

#define EVENS(a, b) _mm512_permutex2var_pd(a, _mm512_setr_epi64(0, 2, 4, 6, 8, 10, 12, 14), b)
#define ODDS(a, b)  _mm512_permutex2var_pd(a, _mm512_setr_epi64(1, 3, 5, 7, 9, 11, 13, 15), b)
#define THIRDS(a, b, c)                                                            \
    _mm512_permutex2var_pd(                                                        \
        _mm512_permutex2var_pd(a, _mm512_setr_epi64(0, 3, 6, 9, 12, 15, 0, 0), b), \
        _mm512_setr_epi64(0, 1, 2, 3, 4, 5, 10, 13), c)
#define FIRSTS(a, b) _mm512_permutex2var_pd(a, _mm512_setr_epi64(0, 8, 1, 9, 2, 10, 3, 11), b)
#define LASTS(a, b)  _mm512_permutex2var_pd(a, _mm512_setr_epi64(4, 12, 5, 13, 6, 14, 7, 15), b)

/* Without optimisation, the gather of GCC is a macro, which converts the mask to a char. */
#if !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wsign-conversion"
#endif
#include "../math/vector.h"

#include "../math/trig_vector.h"
#if !defined(__clang__)
#pragma GCC diagnostic pop
#endif

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

static bool avx512_can_run(void)
{
    return nprand__can_run_x86_vectors() && __builtin_cpu_supports("avx512f") &&
           __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl");
}

const struct nprand__backend nprand__backend_avx512 = {
    .name = "avx512",
    .description = "avx512" NPRAND__MATH,
    .can_run = avx512_can_run,
    .refill = avx512_refill,
    .refill_back = avx512_refill_back,
    .twist = avx512_twist,
    .words = avx512_fill_words,
    .doubles = avx512_fill_doubles,
    .convert = avx512_convert,
    .words_and_stream = avx512_words_and_stream,
    .doubles_and_stream = avx512_doubles_and_stream,
    .end_streaming = avx512_end_streaming,
    .select = avx512_select,
    .count = avx512_count,
    .select_wide = avx512_select_wide,
    .select_pairs = avx512_select_pairs,
    .select_halves = avx512_select_halves,
    .add_pairs = avx512_add_pairs,
    .count_points = avx512_count_points,
    .add = avx512_add,
    .square_mod = avx512_square_mod,
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
    .log_array = avx512_log_array,
    .exp_array = avx512_exp_array,
    .pow_array = avx512_pow_array,
    .log1p_array = avx512_log1p_array,
    .cos_array = avx512_cos_array,
    .acos_array = avx512_acos_array,
    .select_points = avx512_select_points,
    .points_and_uniforms = avx512_points_and_uniforms,
    .normals = avx512_normals,
    .exponentials = avx512_exponentials,
    .multiply = avx512_multiply,
    .ptrs_begin = avx512_ptrs_begin,
    .ptrs = avx512_ptrs,
    .ptrs_candidates = avx512_ptrs_candidates,
    .times = avx512_times,
    .skips = avx512_skips,
    .btpe_begin = avx512_btpe_begin,
    .btpe = avx512_btpe,
    .vonmises = avx512_vonmises,
    .gammas = avx512_gammas,
    .squeeze_gammas = avx512_squeeze_gammas,
    .search_lanes = avx512_search_lanes,
    .ranks = avx512_ranks,
#endif
};
#endif
