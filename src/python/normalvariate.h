/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Standard normals as the ratio of two uniforms, for normalvariate.c and lognormvariate.c.
 *
 * Source: A. J. Kinderman and J. F. Monahan, "Computer generation of random variables using the
 * ratio of uniform deviates", ACM Trans. Math. Software 3 (1977), 257-260.
 */
#ifndef NPRAND_PYTHON_NORMALVARIATE_H
#define NPRAND_PYTHON_NORMALVARIATE_H

#include "python.h"

#include "../backend/libm.h"
#include "../distributions/attempts.h"

/* One standard normal. With rounding to nearest, an attempt gives a value with probability 0.73.
 * NaN after NPRAND__MANY_ATTEMPTS attempts without a value. */
static inline double nprand__py_normal(struct nprand__engine *e)
{
    const double magic = 0x1.b72cd3f331398p+0; /* 4 exp(-1/2) / sqrt(2), as CPython rounds it */
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double u1 = nprand__next_double(e);
        double u2 = 1.0 - nprand__next_double(e);
        double z = magic * (u1 - 0.5) / u2;
        if (z * z / 4.0 <= -nprand__log(u2))
            return z;
    }
    return (double)NAN;
}

#endif
