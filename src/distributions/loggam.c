/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The logarithm of the gamma function by Stirling's series,
 * ln(gamma(x)) = (x - 1/2) ln(x) - x + ln(2 pi) / 2 + sum of B(2k) / (2k (2k - 1) x^(2k - 1)).
 *
 * Source: S. Zhang and J. Jin, Computation of Special Functions (1996), section 3.1.2.
 *
 * Releases before 1.20 took 1 / (x0 * x0) in place of (1/x0) * (1/x0). For the integers that the
 * distributions pass, no result is known that this changes: all integers to 5e6 were compared, and
 * 2e7 random ones to 2^63. This file has one form for all releases.
 */
#include "loggam.h"

#include "../backend/libm.h"

/* B(2k) / (2k (2k - 1)) of the Bernoulli numbers B(2k), k = 1..10, in NumPy's digits. */
static const double LOGGAM_COEFFICIENTS[] = {
    8.333333333333333e-02, -2.777777777777778e-03, 7.936507936507937e-04, -5.952380952380952e-04,
    8.417508417508418e-04, -1.917526917526918e-03, 6.410256410256410e-03, -2.955065359477124e-02,
    1.796443723688307e-01, -1.39243221690590e+00,
};

static const double LOGGAM_LN_2PI = 1.8378770664093453;

double nprand__loggam(double x)
{
    if (x == 1.0 || x == 2.0)
        return 0.0;
    /* Below 7, the series is taken at x0 = x + steps, and ln(gamma(x)) = ln(gamma(x + 1)) - ln(x)
     * leads back to x. A sum of rounded counts can be as low as -1023. */
    int steps = x < 7.0 && x > -1024.0 ? (int)(7.0 - x) : 0;
    double x0 = x + steps;
    double x2 = (1.0 / x0) * (1.0 / x0);
    double sum = LOGGAM_COEFFICIENTS[9];
    for (int k = 8; k >= 0; k--) {
        sum *= x2;
        sum += LOGGAM_COEFFICIENTS[k];
    }
    double result = sum / x0 + 0.5 * LOGGAM_LN_2PI + (x0 - 0.5) * nprand__log(x0) - x0;
    for (; steps > 0; steps--) {
        result -= nprand__log(x0 - 1.0);
        x0 -= 1.0;
    }
    return result;
}
