/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_DISTRIBUTIONS_GAMMA_H
#define NPRAND_DISTRIBUTIONS_GAMMA_H

#include "method.h"

/* What a gamma draw needs of its shape. */
struct nprand__gamma {
    double shape;
    double inverse; /* 1 / shape, for shape < 1 */
    double b, c;    /* shape - 1/3 and 1 / sqrt(9 b), for shape > 1 */
};

NPRAND_HIDDEN struct nprand__gamma nprand__gamma_prepare(double shape);

/* One value of scale 1; shape may be anything but negative. */
NPRAND_HIDDEN double nprand__gamma_draw(struct nprand__engine *e, const struct nprand__gamma *g);

/* Some of n > 0 of them, of the shapes g[0], g[1], ..., g[shapes-1] in turn, the first of g[turn]:
 * as many as a round gives, at most NPRAND__ATTEMPTS; how many. */
NPRAND_HIDDEN size_t nprand__some_gammas(struct nprand__engine *e, const struct nprand__gamma *g,
                                         size_t shapes, size_t turn, size_t n, double *out);

/* Writes n values to out, of gammas of the shapes in g: value is an expression in x[0], x[1], ...,
 * a gamma of each. What is left of a round, less than a gamma of each, is kept for the next one. */
#define NPRAND__OF_GAMMAS(e, g, shapes, n, out, value)                                     \
    double gammas[(shapes)-1 + NPRAND__ATTEMPTS];                                          \
    for (size_t done = 0, left = 0; done < (n);) {                                         \
        const size_t wanted = nprand__min((n)-done, NPRAND__ATTEMPTS) * (shapes)-left;     \
        left += nprand__some_gammas(e, g, shapes, left % (shapes), wanted, gammas + left); \
        const size_t size = left / (shapes);                                               \
        for (size_t i = 0; i < size; i++) {                                                \
            const double *const x = gammas + (shapes)*i;                                   \
            (out)[done + i] = value;                                                       \
        }                                                                                  \
        done += size;                                                                      \
        left -= size * (shapes);                                                           \
        for (size_t i = 0; i < left; i++)                                                  \
            gammas[i] = gammas[size * (shapes) + i];                                       \
    }

/* Like NPRAND__DEFINE_DOUBLE, of such an expression. */
#define NPRAND__DEFINE_OF_GAMMAS(name, parameters, check, shapes, prepared, value)     \
    double nprand_##name(NPRAND__LIST parameters)                                      \
    {                                                                                  \
        if (!nprand__accept(rng, check))                                               \
            return (double)NAN;                                                        \
        int kept_errno = errno;                                                        \
        const struct nprand__gamma g[shapes] = {prepared};                             \
        double x[shapes];                                                              \
        for (int j = 0; j < (shapes); j++)                                             \
            x[j] = nprand__gamma_draw(nprand__engine_of(rng), g + j);                  \
        errno = kept_errno;                                                            \
        return value;                                                                  \
    }                                                                                  \
                                                                                       \
    nprand_status nprand_##name##_fill(NPRAND__LIST parameters, size_t n, double *out) \
    {                                                                                  \
        nprand_status status = nprand__check_fill(rng, check, n, sizeof *out, out);    \
        if (status != NPRAND_OK)                                                       \
            return status;                                                             \
        const struct nprand__gamma g[shapes] = {prepared};                             \
        NPRAND__OF_GAMMAS(nprand__engine_of(rng), g, shapes, n, out, value)            \
        return NPRAND_OK;                                                              \
    }

#endif
