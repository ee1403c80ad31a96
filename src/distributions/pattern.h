/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Methods whose values are functions of normals and gammas: one pattern of items for each value,
 * such as a normal and a gamma for standard_t. The items of many values are drawn as one sequence.
 */
#ifndef NPRAND_DISTRIBUTIONS_PATTERN_H
#define NPRAND_DISTRIBUTIONS_PATTERN_H

#include "parameter.h"

/* Items that are prepared at a time, which is also the largest width; the most parameters. */
enum { NPRAND__ITEMS = 100, NPRAND__MOST_OF = 3 };

/* What stands in place of a shape for an item that is no gamma. No gamma has a negative shape. */
#define NPRAND__NORMAL  (-(double)INFINITY) /* a standard normal */
#define NPRAND__NOTHING (-1e300)            /* no draw; the item is not written */

/* Another negative number, -p, is an item that needs the number s > 0 which stands in place of the
 * next item's shape. It is one of these, by the method:
 *
 * a Poisson value k by multiplication, of mean -ln(p), which is not written. The next item becomes
 * a gamma of shape s + k;
 *
 * an attempt by Johnk's method: of uniforms U and V, the item becomes U^(1/p), and the next one
 * V^(1/s), those of the first attempt whose sum is not above 1. */

/* Some values of a method: n of them, from value first on, and their parameters. */
struct nprand__values {
    const void *of; /* what the method hands on */
    size_t first, n;
    const double *p[NPRAND__MOST_OF]; /* p[j][i] is parameter j of value first + i */
};

/* A method. Its width is the number of items of a value. */
struct nprand__pattern {
    size_t width, count;               /* of items; of parameters, at most 2 width */
    const struct nprand__parameter *p; /* the parameters */
    const void *of;
    size_t period; /* the shapes of value i + period are those of value i; 0: no period is known */
    /* Writes width shapes for each value. Returns false if a value is not made of items. */
    bool (*shapes)(const struct nprand__values *v, double *shape);
    /* Makes the values of their items x, and writes them to out[v->first], out[v->first + 1],
     * ... */
    void (*combine)(const struct nprand__values *v, const double *x, double *out);
    /* Draws both items of Johnk's method as a scalar draw does. NULL: the method has Poisson
     * values. */
    void (*johnk)(struct nprand__engine *e, double p, double s, double *x);
};

/* The period of parameters: 1 if all steps are 0, otherwise 0. */
static inline size_t nprand__period(const struct nprand__parameter *p, size_t count)
{
    return nprand__sets_to_check(p, count, 0);
}

/* n values of a method. Returns how many were drawn: fewer than n if shapes() returned false for the
 * values behind them. */
NPRAND_HIDDEN size_t nprand__fill_by_pattern(struct nprand__engine *e,
                                             const struct nprand__pattern *pattern, size_t n,
                                             double *out);

#endif
