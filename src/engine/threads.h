/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Large fills on several threads, with the values and the state afterwards of one. A fill is cut
 * into parts; each thread has an engine of its own, advances it to where its part begins, and fills
 * that. The engine of the last part is where the fill's is afterwards.
 */
#ifndef NPRAND_ENGINE_THREADS_H
#define NPRAND_ENGINE_THREADS_H

#include "advance.h"

/* Before a loop over parts; and around that, with what the parts have in common, so that fills
 * on one thread need no room for it. Without OpenMP the parts are filled one after another.
 *
 * The threads are those of a region inside another one of one thread. GCC's run-time system starts
 * new ones there and lets them end with the region, where it would else take, resize and keep the
 * idle threads of the caller: which so stay what they were, with their threadprivate data, and
 * nothing is left behind; and a child of fork(), in which the caller's idle threads are gone, does
 * not wait for them. */
#ifdef _OPENMP
#define NPRAND__AROUND_PARALLEL _Pragma("omp parallel num_threads(1)")
#define NPRAND__PARALLEL        _Pragma("omp parallel for num_threads(parts) schedule(static, 1)")
#else
#define NPRAND__AROUND_PARALLEL
#define NPRAND__PARALLEL
#endif

enum { NPRAND__MAX_THREADS = 1024 };

/* Parts for n values: as many as there are threads, but none so short that advancing to it, about a
 * millisecond, would not be worth it. */
NPRAND_HIDDEN int nprand__parts(const struct nprand__engine *e, size_t n);

/* Makes *mine an engine for a part of a fill of whole, words on from where the fill begins. */
NPRAND_HIDDEN void nprand__begin_part(struct nprand__engine *mine,
                                      const struct nprand__engine *whole,
                                      const struct nprand__mark *start, uint64_t words);

/* After the last part: *whole is where mine is. Its settings, which other parts may be reading,
 * are not written. */
NPRAND_HIDDEN void nprand__end_parts(struct nprand__engine *whole,
                                     const struct nprand__engine *mine);

/* Where part i of n values begins; part parts begins at n. */
static inline size_t nprand__part_begin(size_t n, int parts, int i)
{
    return n / (size_t)parts * (size_t)i + n % (size_t)parts * (size_t)i / (size_t)parts;
}

/* Runs the statements that come last for each part of n values of words words each. They see e,
 * first and count: an engine at the part's first value, its index, and how many values it has. */
#define NPRAND__IN_PARTS(engine, n, words, ...)                                \
    do {                                                                       \
        struct nprand__engine *const whole = (engine);                         \
        if ((n) == 0)                                                          \
            break;                                                             \
        const int parts = nprand__parts(whole, n);                             \
        if (parts == 1) {                                                      \
            struct nprand__engine *e = whole;                                  \
            const size_t first = 0, count = (n);                               \
            __VA_ARGS__;                                                       \
            break;                                                             \
        }                                                                      \
        NPRAND__AROUND_PARALLEL                                                \
        {                                                                      \
            struct nprand__mark start;                                         \
            nprand__mark(whole, &start);                                       \
            NPRAND__PARALLEL                                                   \
            for (int part = 0; part < parts; part++) {                         \
                struct nprand__engine mine;                                    \
                struct nprand__engine *const e = &mine;                        \
                const size_t first = nprand__part_begin(n, parts, part);       \
                const size_t end = nprand__part_begin(n, parts, part + 1);     \
                const size_t count = end - first;                              \
                nprand__begin_part(e, whole, &start, (uint64_t)(words)*first); \
                __VA_ARGS__;                                                   \
                if (part == parts - 1)                                         \
                    nprand__end_parts(whole, e);                               \
            }                                                                  \
        }                                                                      \
    } while (0)

/* The same for statements that draw nothing. */
#define NPRAND__OVER_PARTS(engine, n, ...)                                       \
    do {                                                                         \
        const int parts = nprand__parts(engine, n);                              \
        if (parts == 1) {                                                        \
            const size_t first = 0, count = (n);                                 \
            __VA_ARGS__;                                                         \
            break;                                                               \
        }                                                                        \
        NPRAND__AROUND_PARALLEL                                                  \
        NPRAND__PARALLEL                                                         \
        for (int part = 0; part < parts; part++) {                               \
            const size_t first = nprand__part_begin(n, parts, part);             \
            const size_t count = nprand__part_begin(n, parts, part + 1) - first; \
            __VA_ARGS__;                                                         \
        }                                                                        \
    } while (0)

#endif
