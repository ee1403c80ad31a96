/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The quotient of chi-squares and its degrees of freedom, for f.c and noncentral_f.c.
 */
#ifndef NPRAND_DISTRIBUTIONS_F_H
#define NPRAND_DISTRIBUTIONS_F_H

#include "check.h"

/* (x / dfnum) / (y / dfden) */
static inline double nprand__f_quotient(double x, double dfnum, double y, double dfden)
{
    double numerator = x * dfden;
    return numerator / (y * dfnum);
}

static inline nprand_status nprand__check_f(double dfnum, double dfden)
{
    return nprand__both(nprand__positive(dfnum, NPRAND_DFNUM_NOT_POSITIVE),
                        nprand__positive(dfden, NPRAND_DFDEN_NOT_POSITIVE));
}

#endif
