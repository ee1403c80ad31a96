/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The functions of src/math that exist in several forms, one for each kind of CPU. All forms give
 * the same bits; portable C, with fused multiply-add in software if need be, is the specification.
 */
#ifndef NPRAND_MATH_FUNCTIONS_H
#define NPRAND_MATH_FUNCTIONS_H

#include "../engine/engine.h"

#include <stdatomic.h>

/* Points of the polar method, of which an array function may write some more than it counts. */
enum { NPRAND__MAX_POINTS = 160 };
struct nprand__points {
    double x1[NPRAND__MAX_POINTS + 8], x2[NPRAND__MAX_POINTS + 8], r2[NPRAND__MAX_POINTS + 8];
};

struct nprand__functions {
    const char *name; /* that of the block kernels which they go with */
    double (*log)(double x);
    double (*exp)(double x);
    double (*pow)(double x, double y);
    double (*log1p)(double x);
    /* The same for each of n elements, in place. */
    void (*log_array)(size_t n, double *x);
    void (*exp_array)(size_t n, double *x);
    void (*pow_array)(size_t n, double *x, double y);
    void (*log1p_array)(size_t n, double *x);
    /* Of n <= NPRAND__MAX_POINTS points, of two uniforms each, those inside the unit disc without
     * its centre, one after another, with the squares of their radii; how many. */
    size_t (*select_points)(size_t n, const double *u, struct nprand__points *p);
    /* 2n normals of n such points. */
    void (*normals)(size_t n, const struct nprand__points *p, double *out);
};

/* The functions of this process, chosen at the first call. */
NPRAND_HIDDEN extern _Atomic(const struct nprand__functions *) nprand__chosen_functions;
NPRAND_HIDDEN const struct nprand__functions *nprand__choose_functions(void);

static inline const struct nprand__functions *nprand__functions(void)
{
    const struct nprand__functions *chosen =
        atomic_load_explicit(&nprand__chosen_functions, memory_order_relaxed);
    return chosen != NULL ? chosen : nprand__choose_functions();
}

#endif
