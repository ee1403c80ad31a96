/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Gamma variates of scale 1, for gammavariate.c and betavariate.c.
 */
#ifndef NPRAND_PYTHON_GAMMAVARIATE_H
#define NPRAND_PYTHON_GAMMAVARIATE_H

#include "python.h"

/* If the root of 2 alpha - 1 is NaN or infinite, CPython accepts no attempt and never returns. */
static inline nprand_status nprand__py_check_gamma(double alpha, double beta)
{
    if (alpha <= 0.0 || beta <= 0.0)
        return NPRAND_PY_GAMMA_NOT_POSITIVE;
    return isfinite(2.0 * alpha - 1.0) ? NPRAND_OK : NPRAND_PY_NEVER_RETURNS;
}

/* A gamma variate of shape alpha and scale 1. NaN after NPRAND__MANY_ATTEMPTS attempts without a
 * value. */
NPRAND_HIDDEN double nprand__py_gamma(struct nprand__engine *e, double alpha);

#endif
