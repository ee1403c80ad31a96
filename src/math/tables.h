/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The tables of the mathematical functions. Values that belong together are a row with one index.
 * tables.py generates tables.c and describes each column.
 */
#ifndef NPRAND_MATH_TABLES_H
#define NPRAND_MATH_TABLES_H

#include "../internal.h"

NPRAND_HIDDEN extern const double NPRAND__LOG_TABLE[128][2];
NPRAND_HIDDEN extern const uint64_t NPRAND__EXP_TABLE[128][2];
NPRAND_HIDDEN extern const double NPRAND__POW_LOG_TABLE[128][3];
NPRAND_HIDDEN extern const double NPRAND__LOG2_TABLE[64][2];
NPRAND_HIDDEN extern const double NPRAND__SINE_TABLE[128][4]; /* 110 rows; zeros after them */
NPRAND_HIDDEN extern const double NPRAND__ASIN_TABLE[216][12];
NPRAND_HIDDEN extern const double NPRAND__ROOT_TABLE[128];

#endif
