/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The logarithm of the gamma function, for binomialvariate.c.
 */
#ifndef NPRAND_PYTHON_LGAMMA_H
#define NPRAND_PYTHON_LGAMMA_H

#include "../engine/engine.h"

/* math.lgamma(x) for an integer x >= 1. CPython has its own function and never calls the one of the
 * C library. */
NPRAND_HIDDEN double nprand__py_lgamma(double x);

#endif
