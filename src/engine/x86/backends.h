/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What x86-64 adds: the kernels in AVX2 and AVX-512.
 */
#include <immintrin.h>

/* A permutation looks at the lowest bits of a lane alone: of 0 and MATRIX_A by turns, it takes what
 * the lowest bit says. Takes a quarter off the time of a twist against negating and masking that
 * bit, a fifth in AVX2. */
#define BY_TURNS (int64_t)((uint64_t)MATRIX_A << 32)

#define LANES       8
#define TARGET      __attribute__((target("avx2")))
#define NAME(x)     avx2_##x
#define MATRIX(x)   _mm256_permutevar8x32_epi32(_mm256_set1_epi64x(BY_TURNS), (__m256i)(x))
#define SEND(to, x) _mm256_stream_si256((void *)(to), _mm256_load_si256((const void *)(x)))
#include "../mt19937_vector.h"
#undef LANES
#undef TARGET
#undef NAME
#undef MATRIX
#undef SEND

#define LANES       16
#define TARGET      __attribute__((target("avx512f,avx512dq,avx512vl")))
#define NAME(x)     avx512_##x
#define MATRIX(x)   _mm512_permutexvar_epi32((__m512i)(x), _mm512_set1_epi64(BY_TURNS))
#define SEND(to, x) _mm512_stream_si512((void *)(to), _mm512_load_si512(x))
#include "../mt19937_vector.h"
#undef LANES
#undef TARGET
#undef NAME
#undef MATRIX
#undef SEND

/* AVX-512 takes no less time here. */
__attribute__((target("avx2"))) static void avx2_square_mod(uint64_t *g)
{
    nprand__square_mod(g);
}

/* ---- The select kernels ----
 *
 * Each vector is moved together to its front, and written whole; what is behind the chosen ones is
 * written over, and never beyond the end: no more have been chosen than have been read.
 *
 * Nanoseconds per value of randint on a Xeon at 2.6 GHz, portable, AVX2, AVX-512: 0.80, 0.39, 0.26
 * of 32 bits; 0.81, 0.48, 0.39 of one word to 64 bits; 1.80, -, 0.72 of pairs (two at a time in
 * AVX2 gain nothing); 0.53, 0.32, 0.18 of 16 bits. */

/* AVX2 cannot compress. The bytes that move the chosen of four words to the front, by the mask of
 * those that are chosen. */
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

#define AVX2_SELECTS __attribute__((target("avx2,popcnt")))

AVX2_SELECTS static inline __m256i load_8(const void *at)
{
    return _mm256_loadu_si256((const __m256i *)at);
}

AVX2_SELECTS static inline __m128i load_4(const void *at)
{
    return _mm_loadu_si128((const __m128i *)at);
}

/* Words that are at most max: a bit for each of the four. */
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

/* As words, since compressing halves needs AVX-512 VBMI2. */
AVX512_SELECTS static size_t avx512_select_halves(const uint32_t *words, size_t n, uint16_t low,
                                                  uint16_t mask, uint16_t max, uint16_t *out)
{
    const __m512i low_v = _mm512_set1_epi32(low);
    const __m512i mask_v = _mm512_set1_epi32(mask), max_v = _mm512_set1_epi32(max);
    size_t count = 0, i = 0;
    for (; i + 8 <= n; i += 8) {
        __m256i halves = load_8(words + i);
        __m512i v = _mm512_and_si512(_mm512_cvtepu16_epi32(halves), mask_v);
        __mmask16 chosen = _mm512_cmple_epu32_mask(v, max_v);
        v = _mm512_maskz_compress_epi32(chosen, _mm512_add_epi32(v, low_v));
        _mm256_storeu_si256((__m256i *)(void *)(out + count), _mm512_cvtepi32_epi16(v));
        count += (size_t)__builtin_popcount(chosen);
    }
    return count + nprand__select_halves_portable(words + i, n - i, low, mask, max, out + count);
}

/* ---- Counting points ----
 *
 * By the upper half of the first word of each uniform, which is all that 16 bits can tell of x1:
 * X = floor(x1 2^15), so that x1 2^15 = X + 1/2 + f with |f| <= 1/2; and Y of x2. Then
 *
 *   r2 2^30 = T + 1/2 + error, T = X(X+1) + Y(Y+1), |error| <= |X+1/2| + |Y+1/2| + 1/2
 *
 * and the bound of the error is at most sqrt(2T+1) + 1/2, next to the circle 46342. (Of all cells
 * (X, Y), none needs more than 46310.) Where T is as near to 2^30 as that, or 0 as at the centre, the
 * exact count is asked: for one vector of 16 attempts in a thousand. All is exact in integers of 32
 * bits; X+1 is -(~X), which is not beyond 16 bits.
 *
 * Attempts that are missing at the end are made of zeros, which are a corner of the square.
 *
 * Nanoseconds per attempt, twisting included, on a Xeon at 2.6 GHz: 0.63 in AVX-512, 0.97 in AVX2
 * (of floats, 0.68 and 1.1). */
enum {
    /* Compared is 2^30 + NEAR - T: negative outside, 0 to 2 NEAR next to the circle, CENTRE where T
     * is 0. */
    NEAR = 46400,
    CENTRE = (1 << 30) + NEAR,
    FIRST_WORDS = 0x88, /* of the four pairs of two vectors */
    SIGN = -0x8000,     /* of 16 bits */
};

AVX2_SELECTS static inline __m256i avx2_halves(const uint32_t *words)
{
    __m256 a = _mm256_castsi256_ps(load_8(words)), b = _mm256_castsi256_ps(load_8(words + 8));
    a = _mm256_shuffle_ps(a, b, FIRST_WORDS);
    return _mm256_srai_epi32((__m256i)avx2_temper_upper((avx2_words)a), 16);
}

AVX2_SELECTS static size_t avx2_count_points(const uint32_t *words, size_t n)
{
    enum { POINTS = 8, WORDS = 4 * POINTS };
    const __m256i sign = _mm256_set1_epi16(SIGN), others = _mm256_set1_epi16(~SIGN);
    const __m256i centre = _mm256_set1_epi32(CENTRE), near = _mm256_set1_epi32(2 * NEAR);
    uint32_t last[WORDS] = {0};
    size_t inside = 0;
    for (size_t i = 0; i < n; i += POINTS) {
        const uint32_t *w = words + 4 * i;
        if (n - i < POINTS)
            w = memcpy(last, w, 4 * (n - i) * sizeof *w);
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

#define AVX512_COUNTS __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,popcnt")))

AVX512_COUNTS static inline __m512i avx512_halves(__m512 a, __m512 b)
{
    a = _mm512_shuffle_ps(a, b, FIRST_WORDS);
    return _mm512_srai_epi32((__m512i)avx512_temper_upper((avx512_words)a), 16);
}

AVX512_COUNTS static size_t avx512_count_points(const uint32_t *words, size_t n)
{
    enum { POINTS = 16 };
    const __m512i sign = _mm512_set1_epi16(SIGN), others = _mm512_set1_epi16(~SIGN);
    const __m512i centre = _mm512_set1_epi32(CENTRE), near = _mm512_set1_epi32(2 * NEAR);
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

static void end_sending(void)
{
    _mm_sfence();
}

static const struct nprand__kernels avx2 = {
    .name = "avx2",
    .backend = "avx2" NPRAND__MATH,
    .refill = avx2_refill,
    .twist = avx2_twist,
    .words = avx2_fill_words,
    .doubles = avx2_fill_doubles,
    .convert = avx2_convert,
    .words_and_send = avx2_words_and_send,
    .doubles_and_send = avx2_doubles_and_send,
    .end_sending = end_sending,
    .select = avx2_select,
    .select_wide = avx2_select_wide,
    .select_pairs = nprand__select_pairs_portable,
    .select_halves = avx2_select_halves,
    .add_pairs = avx2_add_pairs,
    .count_points = avx2_count_points,
    .add = avx2_add,
    .square_mod = avx2_square_mod,
};

static const struct nprand__kernels avx512 = {
    .name = "avx512",
    .backend = "avx512" NPRAND__MATH,
    .refill = avx512_refill,
    .twist = avx512_twist,
    .words = avx512_fill_words,
    .doubles = avx512_fill_doubles,
    .convert = avx512_convert,
    .words_and_send = avx512_words_and_send,
    .doubles_and_send = avx512_doubles_and_send,
    .end_sending = end_sending,
    .select = avx512_select,
    .select_wide = avx512_select_wide,
    .select_pairs = avx512_select_pairs,
    .select_halves = avx512_select_halves,
    .add_pairs = avx512_add_pairs,
    .count_points = avx512_count_points,
    .add = avx512_add,
    .square_mod = avx2_square_mod,
};

enum { VECTOR_BACKENDS = 3 };
static const struct nprand__kernels *const vector_backends[] = {&avx512, &avx2,
                                                                &nprand__portable_fma};

#ifdef __OPTIMIZE__
static const bool optimised = true;
#else
static const bool optimised = false;
#endif

/* The compiler's run-time support asks the CPU, and whether the system saves the registers. Without
 * optimisation, vectors are slower than portable C, and each has a place of its own on the stack,
 * 20 KB in all. */
static bool can_run(size_t i)
{
    if (!optimised && vector_backends[i] != &nprand__portable_fma)
        return false;
    __builtin_cpu_init();
    if (!__builtin_cpu_supports("fma"))
        return false;
    if (vector_backends[i] != &nprand__portable_fma && !__builtin_cpu_supports("popcnt"))
        return false;
    if (vector_backends[i] == &avx512)
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
               __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    return vector_backends[i] != &avx2 || __builtin_cpu_supports("avx2");
}
