/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The tables of log, exp and pow. Values that belong together are pairs or triples with one index.
 * tables.py generates tables.c and describes each column.
 */
#ifndef NPRAND_MATH_TABLES_H
#define NPRAND_MATH_TABLES_H

#include "../internal.h"

NPRAND_HIDDEN extern const double NPRAND__LOG_TABLE[128][2];
NPRAND_HIDDEN extern const uint64_t NPRAND__EXP_TABLE[128][2];
NPRAND_HIDDEN extern const double NPRAND__POW_LOG_TABLE[128][3];

#endif
