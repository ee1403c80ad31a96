/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What the tests of attempts share that ptrs.h, btpe.h and vonmises.h have.
 */
#ifndef NPRAND_BACKEND_WINDOWS_H
#define NPRAND_BACKEND_WINDOWS_H

#include "backend.h"

/* What an attempt gives. OPEN: the exact test, which the method has, must decide. */
enum nprand__verdict { NPRAND__REJECTED, NPRAND__ACCEPTED, NPRAND__OPEN };

/* 1/3 + s2/5 + s2^2/7 + ...: ln((1 + s) / (1 - s)) is 2 s + 2 s^3 times it, where s2 = s^2. The
 * first term that is left out is s2^5/13. */
static inline double nprand__log_series(double s2)
{
    const double s4 = s2 * s2, high = (1.0 / 7.0 + s2 * (1.0 / 9.0)) + s4 * (1.0 / 11.0);
    return (1.0 / 3.0 + s2 * (1.0 / 5.0)) + s4 * high;
}

/* exp(64 w): the Taylor series of exp(w), to the power of 64. */
static inline double nprand__exp_64(double w)
{
    const double w2 = w * w, x = (1.0 + w) + w2 * ((0.5 + w * (1.0 / 6.0)) + w2 * (1.0 / 24.0));
    const double x2 = x * x, x4 = x2 * x2, x8 = x4 * x4, x16 = x8 * x8, x32 = x16 * x16;
    return x32 * x32;
}

#endif
