/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What x86-64 adds: the kernels in AVX2 and AVX-512.
 */
#include <immintrin.h>

#define LANES    8
#define TARGET   __attribute__((target("avx2")))
#define NAME(x)  avx2_##x
#define CONVERTS 0
#include "../mt19937_vector.h"
#undef LANES
#undef TARGET
#undef NAME
#undef CONVERTS

#define LANES    16
#define TARGET   __attribute__((target("avx512f,avx512dq,avx512vl")))
#define NAME(x)  avx512_##x
#define CONVERTS 1
#include "../mt19937_vector.h"
#undef LANES
#undef TARGET
#undef NAME
#undef CONVERTS

/* AVX-512 takes no less time here. */
__attribute__((target("avx2"))) static void avx2_square_mod(uint64_t *g)
{
    nprand__square_mod(g);
}

/* Compresses 16 words at a time to the front of the vector; what is behind them is written over. */
__attribute__((target("avx512f"))) static size_t
avx512_select(const uint32_t *words, size_t n, uint32_t mask, uint32_t max, uint32_t *out)
{
    const __m512i mask_v = _mm512_set1_epi32((int)mask);
    const __m512i max_v = _mm512_set1_epi32((int)max);
    size_t count = 0, i = 0;
    for (; i + 16 <= n; i += 16) {
        __m512i v = _mm512_and_si512(_mm512_loadu_si512(words + i), mask_v);
        __mmask16 chosen = _mm512_cmple_epu32_mask(v, max_v);
        _mm512_storeu_si512(out + count, _mm512_maskz_compress_epi32(chosen, v));
        count += (size_t)__builtin_popcount(chosen);
    }
    return count + nprand__select_portable(words + i, n - i, mask, max, out + count);
}

/* What lies on whole lines of the cache goes past it; the ends, which share a line with others, do
 * not. */
enum { LINE = 64 };

static size_t bytes_before_line(const void *to, size_t bytes)
{
    size_t before = (LINE - (uintptr_t)to % LINE) % LINE;
    return before < bytes ? before : bytes;
}

__attribute__((target("avx2"))) static void avx2_stream(void *to, const void *from, size_t bytes)
{
    unsigned char *out = to;
    const unsigned char *in = from;
    size_t before = bytes_before_line(to, bytes);
    memcpy(out, in, before);
    size_t i = before;
    for (; i + 32 <= bytes; i += 32)
        _mm256_stream_si256((__m256i *)(void *)(out + i),
                            _mm256_loadu_si256((const __m256i *)(const void *)(in + i)));
    memcpy(out + i, in + i, bytes - i);
}

__attribute__((target("avx512f"))) static void avx512_stream(void *to, const void *from,
                                                             size_t bytes)
{
    unsigned char *out = to;
    const unsigned char *in = from;
    size_t before = bytes_before_line(to, bytes);
    memcpy(out, in, before);
    size_t i = before;
    for (; i + LINE <= bytes; i += LINE)
        _mm512_stream_si512((__m512i *)(void *)(out + i), _mm512_loadu_si512(in + i));
    memcpy(out + i, in + i, bytes - i);
}

static void end_stream(void)
{
    _mm_sfence();
}

static const struct nprand__kernels avx2 = {
    NPRAND__NAMED("avx2"),    .refill = avx2_refill,         .twist = avx2_twist,
    .words = avx2_fill_words, .doubles = avx2_fill_doubles,  .convert = avx2_convert,
    .stream = avx2_stream,    .end_stream = end_stream,      .select = nprand__select_portable,
    .add = avx2_add,          .square_mod = avx2_square_mod,
};

static const struct nprand__kernels avx512 = {
    NPRAND__NAMED("avx512"),    .refill = avx512_refill,        .twist = avx512_twist,
    .words = avx512_fill_words, .doubles = avx512_fill_doubles, .convert = avx512_convert,
    .stream = avx512_stream,    .end_stream = end_stream,       .select = avx512_select,
    .add = avx512_add,          .square_mod = avx2_square_mod,
};

enum { VECTOR_BACKENDS = 3 };
static const struct nprand__kernels *const vector_backends[] = {&avx512, &avx2,
                                                                &nprand__portable_fma};

/* The compiler's run-time support asks the CPU, and whether the system saves the registers. */
static bool can_run(size_t i)
{
    __builtin_cpu_init();
    if (!__builtin_cpu_supports("fma"))
        return false;
    if (vector_backends[i] == &avx512)
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512vl");
    return vector_backends[i] != &avx2 || __builtin_cpu_supports("avx2");
}
