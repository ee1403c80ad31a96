/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The first words of many seeds at once. The vectors are those of the backend that the library
 * has chosen: it knows what the CPU can run, and may have been told to take less.
 */
#include "explain_many.h"

#include "../../include/nprand.h"
#include "error.h"
#include "explain_mt64.h"

#include <string.h>

enum { MIDDLE = 397, WIDE_MIDDLE = 156 };

#if defined(__GNUC__) && !defined(__TINYC__)
#define HAS_VECTORS 1
#else
#define HAS_VECTORS 0
#endif

#if HAS_VECTORS && defined(__x86_64__)
#define HAS_AVX 1
#else
#define HAS_AVX 0
#endif

#if HAS_VECTORS
typedef uint32_t four __attribute__((vector_size(16)));
typedef uint64_t wide_two __attribute__((vector_size(16)));
#define VEC        four
#define LANES      4
#define WIDE       wide_two
#define WIDE_LANES 2
#else
#define VEC        uint32_t
#define LANES      1
#define WIDE       uint64_t
#define WIDE_LANES 1
#endif
#define FLIGHT 4
#define TARGET
#define NAME(x) portable_##x
#include "explain_many_vector.h"

#if HAS_AVX
typedef uint32_t eight __attribute__((vector_size(32)));
typedef uint64_t wide_four __attribute__((vector_size(32)));
#define VEC        eight
#define LANES      8
#define WIDE       wide_four
#define WIDE_LANES 4
#define FLIGHT     4
#define TARGET     __attribute__((target("avx2")))
#define NAME(x)    avx2_##x
#include "explain_many_vector.h"

typedef uint32_t sixteen __attribute__((vector_size(64)));
typedef uint64_t wide_eight __attribute__((vector_size(64)));
#define VEC        sixteen
#define LANES      16
#define WIDE       wide_eight
#define WIDE_LANES 8
#define FLIGHT     4
#define TARGET     __attribute__((target("avx512f,avx512dq,avx512vl")))
#define NAME(x)    avx512_##x
#include "explain_many_vector.h"
#endif

struct kind {
    const char *backend;
    void (*words)(struct many *m, enum seeding seeding, const uint32_t *seeds, uint32_t count);
    void (*wide_words)(struct many *m, const uint32_t *seeds, uint32_t count);
    bool (*any_between)(const uint32_t *row, unsigned shift, uint32_t low, uint32_t width);
};

static const struct kind kinds[] = {
#if HAS_AVX
    {"avx512", avx512_words, avx512_wide_words, avx512_any_between},
    {"avx2", avx2_words, avx2_wide_words, avx2_any_between},
#endif
    {"", portable_words, portable_wide_words, portable_any_between},
};

/* The name may be followed by more, after a blank. */
static const struct kind *chosen_kind(void)
{
    static const struct kind *chosen;
    if (chosen == NULL) {
        chosen = kinds;
        while (strncmp(nprand_backend(), chosen->backend, strlen(chosen->backend)) != 0)
            chosen++;
    }
    return chosen;
}

struct many *make_many(void)
{
    struct many *m = allocate(sizeof *m);
    m->base[0] = 19650218;
    m->constants[0] = 0x8b51f9dd;
    for (int i = 1; i < KEY_WORDS; i++)
        m->constants[i] = m->constants[i - 1] * 0x58f38ded;
    for (uint32_t i = 1; i < KEY_WORDS; i++)
        m->base[i] = 1812433253 * (m->base[i - 1] ^ m->base[i - 1] >> 30) + i;
    return m;
}

void words_of_many(struct many *m, enum seeding seeding, uint32_t first, size_t count)
{
    uint32_t seeds[SEEDS_AT_ONCE];
    for (uint32_t s = 0; s < SEEDS_AT_ONCE; s++)
        seeds[s] = first + s;
    if (seeding == SEED_64)
        chosen_kind()->wide_words(m, seeds, (uint32_t)count);
    else
        chosen_kind()->words(m, seeding, seeds, (uint32_t)count);
}

bool any_between(const uint32_t *row, unsigned shift, uint32_t low, uint32_t width)
{
    return chosen_kind()->any_between(row, shift, low, width);
}
