/* SPDX-License-Identifier: BSD-3-Clause
 *
 * log1p with separate multiplications and additions.
 */
#include "reference.h"

#define NAME(x) separate_##x
#define TARGET
#define MULTIPLY_ADD(a, b, c) ((a) * (b) + (c))
#include "log1p.h"

double nprand__reference_log1p(double x)
{
    return separate_log1p(x);
}
