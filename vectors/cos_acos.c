/* SPDX-License-Identifier: BSD-3-Clause
 *
 * cos and acos, correctly rounded by MPFR, to be loaded before the C library's: generate.py has
 * NumPy call them.
 */
#include <mpfr.h>

double cos(double x);
double acos(double x);

static double rounded(int (*function)(mpfr_t, const mpfr_t, mpfr_rnd_t), double x)
{
    mpfr_t value;
    mpfr_init2(value, 53);
    mpfr_set_d(value, x, MPFR_RNDN);
    function(value, value, MPFR_RNDN);
    double result = mpfr_get_d(value, MPFR_RNDN);
    mpfr_clear(value);
    return result;
}

double cos(double x)
{
    return rounded(mpfr_cos, x);
}

double acos(double x)
{
    return rounded(mpfr_acos, x);
}
