/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_PYTHON_LGAMMA_H
#define NPRAND_PYTHON_LGAMMA_H

#include "../engine/engine.h"

/* math.lgamma(x) for whole x >= 1. CPython computes it itself, and never calls the C library's. */
NPRAND_HIDDEN double nprand__py_lgamma(double x);

#endif
