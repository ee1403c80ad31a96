/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The logarithm of the gamma function, as CPython's math module computes it.
 *
 * Source: C. Lanczos, "A precision approximation of the gamma function", SIAM J. Numerical Analysis
 * B 1 (1964), 86-96, with the 13 terms of lanczos13m53 of Boost.Math (J. Maddock): the rational
 * function P(x) / Q(x) with Q(x) = x (x+1) ... (x+11).
 */
#include "lgamma.h"

#include "../backend/libm.h"

enum { LANCZOS_TERMS = 13 };

static const double LANCZOS_G = 6.024680040776729583740234375;

/* Coefficients, the constant term first. */
static const double LANCZOS_P[LANCZOS_TERMS] = {
    23531376880.410759688572, 42919803642.649098768957, 35711959237.355668049440,
    17921034426.037209699919, 6039542586.3520280050642, 1439720407.3117216736632,
    248874557.86205415651146, 31426415.585400194380614, 2876370.6289353724412254,
    186056.26539522349504029, 8071.6720023658162106380, 210.82427775157934587250,
    2.5066282746310002701649,
};

static const double LANCZOS_Q[LANCZOS_TERMS] = {
    0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
    2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0,
};

/* Horner's scheme in x. From 5 on it is in 1/x, since powers of x could overflow. */
static double lanczos_sum(double x)
{
    double p = 0.0;
    double q = 0.0;
    for (int i = 0; i < LANCZOS_TERMS; i++) {
        if (x < 5.0) {
            p = p * x + LANCZOS_P[LANCZOS_TERMS - 1 - i];
            q = q * x + LANCZOS_Q[LANCZOS_TERMS - 1 - i];
        } else {
            p = p / x + LANCZOS_P[i];
            q = q / x + LANCZOS_Q[i];
        }
    }
    return p / q;
}

double nprand__py_lgamma(double x)
{
    if (x <= 2.0)
        return 0.0;
    double r = nprand__log(lanczos_sum(x)) - LANCZOS_G;
    return r + (x - 0.5) * (nprand__log(x + LANCZOS_G - 0.5) - 1.0);
}
