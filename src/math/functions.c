/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Which form of log, exp, pow, log1p and the polar method this process uses: the one that goes with
 * its block kernels.
 */
#include "functions.h"

#include "../engine/kernels.h"

#include "bits.h"
#include "figures.h"
#include "fma.h"
#include "polar.h"
#include "tables.h"

#include <math.h>

static size_t portable_select_points(size_t n, const double *u, struct nprand__points *p)
{
    return nprand__select_more_points(n, u, 0, p);
}

#define TARGET
#define NAME(x) portable_##x
#ifdef NPRAND_MATH_SYSTEM
#include "system.h"
#else
#define FMA(a, b, c) nprand__fma(a, b, c)
#include "scalar.h"
#undef FMA
#endif
#undef TARGET
#undef NAME

static const struct nprand__functions portable = {
    .name = "portable",
    .log = portable_log,
    .exp = portable_exp,
    .pow = portable_pow,
    .log1p = portable_log1p,
    .log_array = portable_log_array,
    .exp_array = portable_exp_array,
    .pow_array = portable_pow_array,
    .log1p_array = portable_log1p_array,
    .select_points = portable_select_points,
    .normals = portable_normals,
};

/* With the C library's functions there are no others than the portable ones. */
#if !defined(NPRAND_MATH_SYSTEM) && defined(__GNUC__) && defined(__x86_64__) && \
    (!defined(_WIN32) || defined(__clang__))
#include "x86/functions.h"
#else
static const struct nprand__functions *const more_functions[] = {&portable};
#endif

_Atomic(const struct nprand__functions *) nprand__chosen_functions;

/* Threads that come first at the same time choose the same. */
const struct nprand__functions *nprand__choose_functions(void)
{
    const struct nprand__functions *chosen = &portable;
    for (size_t i = 0; i < sizeof more_functions / sizeof *more_functions; i++) {
        if (strcmp(more_functions[i]->name, nprand__kernels()->name) == 0)
            chosen = more_functions[i];
    }
    atomic_store_explicit(&nprand__chosen_functions, chosen, memory_order_relaxed);
    return chosen;
}
