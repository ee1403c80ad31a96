/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_DISTRIBUTIONS_BINOMIAL_H
#define NPRAND_DISTRIBUTIONS_BINOMIAL_H

#include "../engine/engine.h"

enum { NPRAND__INVERTED = 86 /* results of inversion: 0 to 85 */ };

/* What depends on n and p alone. Both algorithms draw with probability r, which is p or 1 - p. */
struct nprand__binomial {
    int64_t n;
    double p;
    double r, q;   /* q = 1 - r */
    bool mirrored; /* r is 1 - p: the result is n less what is drawn */
    bool btpe;
    /* Inversion. */
    int64_t bound;
    int64_t known; /* of px, the chances of 0, 1, ... */
    double px[NPRAND__INVERTED];
    /* BTPE, in the paper's names. */
    int64_t m;
    double nrq, p1, p2, p3, p4, xm, xl, xr, c, laml, lamr;
    double attempts; /* that a value is expected to take, or more */
};

/* A bound for the attempts that a value is expected to take, whatever the parameters are. */
NPRAND_HIDDEN double nprand__binomial_attempts(double n, double p, bool log1p);

/* p may be anything: a multinomial's quotients can leave [0, 1] by rounding. log1p: set up
 * inversion by log1p(-r) in place of log(1 - r). */
NPRAND_HIDDEN void nprand__binomial_prepare(const struct nprand__engine *e,
                                            struct nprand__binomial *b, int64_t n, double p,
                                            bool log1p);

/* Adds to b what the next draw need not compute again. */
NPRAND_HIDDEN int64_t nprand__binomial_draw(struct nprand__engine *e, struct nprand__binomial *b);

#endif
