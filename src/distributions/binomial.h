/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Binomial values for binomial.c, and for multinomial.c, which prepares many of them.
 */
#ifndef NPRAND_DISTRIBUTIONS_BINOMIAL_H
#define NPRAND_DISTRIBUTIONS_BINOMIAL_H

#include "starts.h"

/* Inversion gives 0 to 85. A table remembers the sums of the chances of the first of these values,
 * in whole groups. For the largest mean, 30, one value in 2000 is beyond the table. */
enum { NPRAND__SUMS = 48, NPRAND__SUMS_GROUP = 8 };

/* What BTPE needs of n and r, in the paper's names. */
struct NPRAND__MAY_ALIAS nprand__btpe {
    int64_t n, m;
    double r, q, nrq, p1, p2, p3, p4, xm, xl, xr, c, laml, lamr;
    double reach; /* the quick test is made for distances from m below this one */
};

/* What depends on n and p alone. Both algorithms draw with probability r, which is p or 1 - p. */
struct NPRAND__MAY_ALIAS nprand__binomial {
    int64_t n;
    double p;
    double r, q;     /* q = 1 - r */
    bool mirrored;   /* r is 1 - p: the result is n less the drawn value */
    bool btpe;       /* BTPE is taken, otherwise inversion */
    double attempts; /* a bound for the attempts that a value is expected to take */
    union {
        struct { /* inversion */
            int64_t bound;
            double chance_of_0;
            bool has_table;
            uint32_t known; /* how many sums have been computed */
            double px, sum; /* the chance and the sum that were computed last */
            /* sums[x] is the sum of the chances of 0 to x. Behind the sums that are known, the rest
             * of their group and one more element are infinity. */
            float sums[NPRAND__SUMS + 1];
        };
        struct nprand__btpe of_btpe;
    };
};

/* A bound for the attempts that a value is expected to take, whatever the parameters are. */
NPRAND_HIDDEN double nprand__binomial_attempts(double n, double p, bool log1p);

/* p may be anything: by rounding, a multinomial's quotients can leave [0, 1]. If log1p is true,
 * inversion begins with log1p(-r) in place of log(1 - r). */
NPRAND_HIDDEN void nprand__binomial_prepare(const struct nprand__engine *e,
                                            struct nprand__binomial *b, int64_t n, double p,
                                            bool log1p);

/* Whether a lane can draw the value: by inversion, and with integers that are exact in doubles. */
static inline bool nprand__has_lane(double n, double r)
{
    return n <= 0x1p53 && r * n <= 30.0;
}

/* One value. Adds sums to the table: the next draw need not compute them again. */
NPRAND_HIDDEN int64_t nprand__binomial_draw(struct nprand__engine *e, struct nprand__binomial *b);

/* count values of n trials. */
NPRAND_HIDDEN void nprand__binomial_fill(struct nprand__engine *e, int64_t n, double p, bool log1p,
                                         size_t count, int64_t *out);

#endif
