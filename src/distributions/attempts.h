/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Methods by rejection: each attempt takes two uniforms and gives one value or none. A fill makes
 * up to NPRAND__ATTEMPTS attempts at a time.
 */
#ifndef NPRAND_DISTRIBUTIONS_ATTEMPTS_H
#define NPRAND_DISTRIBUTIONS_ATTEMPTS_H

#include "../engine/engine.h"

/* Attempts that are made at a time, and the room in work for each of them, in doubles. poisson
 * takes most: two uniforms, two logarithms, and two places of a memo table. */
enum { NPRAND__ATTEMPTS = 128, NPRAND__ROOM = 6 };

/* Attempts in a row without a value after which a draw gives up, where one attempt in ten or more
 * gives a value. With rounding to nearest that never happens: the chance is below
 * 0.9^4096 = 4e-188. In another floating-point environment, where a test may fail for every
 * attempt, the draw ends all the same. */
#define NPRAND__MANY_ATTEMPTS 4096.0

/* The same where a value is expected to take so many attempts: the chance is below exp(-64). */
static inline double nprand__many_attempts(double expected)
{
    return NPRAND__MANY_ATTEMPTS + 64.0 * expected;
}

/* Refuses parameters for which a value is expected to take more than 2^30 attempts; refuses NaN. */
static inline nprand_status nprand__check_attempts(double expected)
{
    return expected <= NPRAND__MOST_ATTEMPTS ? NPRAND_OK : NPRAND_TOO_MANY_ATTEMPTS;
}

/* The two uniforms of attempt i: pairs[2i] and pairs[2i+1]. */
static inline void nprand__fill_attempts(struct nprand__engine *e, size_t n, double *pairs)
{
    if (n == 1) {
        pairs[0] = nprand__next_double(e);
        pairs[1] = nprand__next_double(e);
    } else {
        nprand__fill_doubles(e, 2 * n, pairs);
    }
}

/* Makes n <= NPRAND__ATTEMPTS attempts and writes the values that they give to out[0], out[1], ....
 * Returns how many. method is what the method prepared, which the attempts may change; work is
 * NPRAND__ROOM n doubles. */
typedef size_t nprand__make_attempts(struct nprand__engine *e, void *method, size_t n, double *work,
                                     int64_t *out);

/* n values. After more than many attempts in a row without a value, the values that are missing are
 * NPRAND_INVALID. Never more attempts are made at a time than values are missing: none is left
 * over. */
NPRAND_HIDDEN void nprand__fill_by_attempts(struct nprand__engine *e, nprand__make_attempts *make,
                                            void *method, double many, size_t n, int64_t *out);

/* One value, by attempts one at a time. */
NPRAND__INLINE int64_t nprand__draw_by_attempts(struct nprand__engine *e,
                                                nprand__make_attempts *make, void *method,
                                                double many)
{
    double work[NPRAND__ROOM];
    int64_t value;
    for (double vain = 0.0; vain <= many; vain++) {
        if (make(e, method, 1, work, &value) > 0)
            return value;
    }
    return NPRAND_INVALID;
}

/* ---- Each: the parameters differ from element to element ----
 *
 * An attempt belongs to the first element that has no value yet. This element is known only when
 * the attempts before have been tested. A round reads uniforms ahead, and makes values for as many
 * elements as these uniforms suffice for. */

/* Uniforms that a round reads ahead at most. */
enum { NPRAND__ROUND_UNIFORMS = 64 };

/* An element that gets no value in so many rounds in a row, which are 32 attempts or more, is drawn
 * alone. A draw alone gives up after many attempts, which a round does not do. */
enum { NPRAND__VAIN_ROUNDS = 16 };

struct nprand__rounds {
    /* Makes the values of elements i, i + 1, ..., at most n, of the uniforms u[0], ..., u[count-1].
     * Returns how many. *used becomes the number of uniforms that were taken: those of the values
     * and those of rejected attempts. *used stays 0 if the uniforms are too few for an attempt, or
     * if element i must be drawn alone. */
    size_t (*some)(void *method, size_t i, size_t n, size_t count, const double *u, size_t *used);
    /* Draws element i as a scalar draw does. */
    void (*alone)(struct nprand__engine *e, void *method, size_t i);
};

/* The values of elements i to end-1. method is what the method prepared. Four uniforms are read
 * ahead for each value that is missing: two attempts. */
NPRAND_HIDDEN void nprand__each_in_rounds(struct nprand__engine *e, const struct nprand__rounds *r,
                                          void *method, size_t i, size_t end);

#endif
