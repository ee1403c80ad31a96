/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The tables of log, exp and pow, in pairs and triples, which one index finds together. tables.py
 * makes them, in tables.c, and says what each column is.
 */
#ifndef NPRAND_MATH_TABLES_H
#define NPRAND_MATH_TABLES_H

#include "../internal.h"

NPRAND_HIDDEN extern const double NPRAND__LOG_TABLE[128][2];
NPRAND_HIDDEN extern const uint64_t NPRAND__EXP_TABLE[128][2];
NPRAND_HIDDEN extern const double NPRAND__POW_LOG_TABLE[128][3];

#endif
