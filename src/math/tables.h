/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The tables of the mathematical functions. Values that belong together are a row with one index.
 * tables.py generates tables.c and describes each column.
 */
#ifndef NPRAND_MATH_TABLES_H
#define NPRAND_MATH_TABLES_H

#include "../internal.h"

NPRAND_HIDDEN_OBJECT const double nprand__log_table[128][2];
NPRAND_HIDDEN_OBJECT const uint64_t nprand__exp_table[128][2];
NPRAND_HIDDEN_OBJECT const double nprand__pow_log_table[128][4]; /* the last column: zeros */
NPRAND_HIDDEN_OBJECT const double nprand__log2_table[64][2];
NPRAND_HIDDEN_OBJECT const double nprand__sine_table[128][4]; /* 110 rows; zeros after them */
NPRAND_HIDDEN_OBJECT const double nprand__asin_table[216][12];
NPRAND_HIDDEN_OBJECT const double nprand__root_table[128];
NPRAND_HIDDEN_OBJECT const uint8_t nprand__threshold_table[32][128];
NPRAND_HIDDEN_OBJECT const double nprand__factor_table[2][146];

#endif
