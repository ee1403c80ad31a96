/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The constants of log, exp, pow and log1p outside the tables: thresholds, ln 2 in two parts, and
 * the coefficients of minimax polynomials. They define the reference profile. They are published
 * numbers and cannot be derived again: those of log1p by Sun Microsystems (fdlibm, 1993), all
 * others by Arm Limited with the functions that glibc has had since 2.28 (optimized-routines,
 * 2018).
 */
#ifndef NPRAND_MATH_FIGURES_H
#define NPRAND_MATH_FIGURES_H

#include <stdint.h>

/* Each table has 2^7 entries. */
enum { NPRAND__TABLE_BITS = 7 };

/* ln 2 for log and pow, in two parts. The high part ends with zero bits: its product with k is
 * exact. */
#define NPRAND__LN2_HIGH 0x1.62e42fefa38p-1
#define NPRAND__LN2_LOW  0x1.ef35793c7673p-45

/* log: z = x / 2^k lies in [OFFSET, 2 OFFSET). Arguments in [NEAR_LOW, NEAR_HIGH) are near 1. */
#define NPRAND__LOG_OFFSET    UINT64_C(0x3fe6000000000000)
#define NPRAND__LOG_NEAR_LOW  0x1.ep-1
#define NPRAND__LOG_NEAR_HIGH 0x1.109p+0

/* The largest double below NEAR_LOW, and the largest subnormal double. */
#define NPRAND__LOG_BELOW_NEAR 0x1.dffffffffffffp-1
#define NPRAND__BELOW_NORMAL   0x0.fffffffffffffp-1022

/* log1p(r) = r + A0 r^2 + ... + A4 r^6, for |r| < 1/256. */
#define NPRAND__LOG_A0 -0x1.0000000000001p-1
#define NPRAND__LOG_A1 0x1.555555551305bp-2
#define NPRAND__LOG_A2 -0x1.fffffffeb459p-3
#define NPRAND__LOG_A3 0x1.999b324f10111p-3
#define NPRAND__LOG_A4 -0x1.55575e506c89fp-3

/* log1p(r) = r + B0 r^2 + ... + B10 r^12, for 1 + r near 1. */
#define NPRAND__LOG_B0  -0x1p-1
#define NPRAND__LOG_B1  0x1.5555555555577p-2
#define NPRAND__LOG_B2  -0x1.ffffffffffdcbp-3
#define NPRAND__LOG_B3  0x1.999999995dd0cp-3
#define NPRAND__LOG_B4  -0x1.55555556745a7p-3
#define NPRAND__LOG_B5  0x1.24924a344de3p-3
#define NPRAND__LOG_B6  -0x1.fffffa4423d65p-4
#define NPRAND__LOG_B7  0x1.c7184282ad6cap-4
#define NPRAND__LOG_B8  -0x1.999eb43b068ffp-4
#define NPRAND__LOG_B9  0x1.78182f7afd085p-4
#define NPRAND__LOG_B10 -0x1.5521375d145cdp-4

/* exp: 128 / ln 2; -ln 2 / 128 in two parts; a number whose addition leaves the nearest integer in
 * the low bits of the sum; and exp(r) = 1 + r + C2 r^2 + ... + C5 r^5. */
#define NPRAND__EXP_INVERSE_LN2 0x1.71547652b82fep+7
#define NPRAND__EXP_LN2_HIGH    -0x1.62e42fefap-8
#define NPRAND__EXP_LN2_LOW     -0x1.cf79abc9e3b3ap-47
#define NPRAND__EXP_TO_INTEGER  0x1.8p+52
#define NPRAND__EXP_C2          0x1.ffffffffffdbdp-2
#define NPRAND__EXP_C3          0x1.555555555543cp-3
#define NPRAND__EXP_C4          0x1.55555cf172b91p-5
#define NPRAND__EXP_C5          0x1.1111167a4d017p-7

/* pow: the interval of the logarithm, and log1p(r) = r + A0 r^2 + ... From A1 on, the coefficients
 * are multiplied by powers of -2: the polynomial is in A0 r = -r/2. */
#define NPRAND__POW_OFFSET UINT64_C(0x3fe6955500000000)
#define NPRAND__POW_A0     -0x1p-1
#define NPRAND__POW_A1     -0x1.555555555556p-1
#define NPRAND__POW_A2     0x1.0000000000006p-1
#define NPRAND__POW_A3     0x1.999999959554ep-1
#define NPRAND__POW_A4     -0x1.555555529a47ap-1
#define NPRAND__POW_A5     -0x1.2495b9b4845e9p+0
#define NPRAND__POW_A6     0x1.0002b8b263fc3p+0

/* log1p: ln 2 in two parts. The product of k and the high part is exact. */
#define NPRAND__LOG1P_LN2_HIGH 0x1.62e42feep-1
#define NPRAND__LOG1P_LN2_LOW  0x1.a39ef35793c76p-33

#define NPRAND__LOG1P_R1 0x1.5555555555593p-1
#define NPRAND__LOG1P_R2 0x1.999999997fa04p-2
#define NPRAND__LOG1P_R3 0x1.2492494229359p-2
#define NPRAND__LOG1P_R4 0x1.c71c51d8e78afp-3
#define NPRAND__LOG1P_R5 0x1.7466496cb03dep-3
#define NPRAND__LOG1P_R6 0x1.39a09d078c69fp-3
#define NPRAND__LOG1P_R7 0x1.2f112df3e5244p-3

/* Between these arguments, k = 0 and f = x. */
#define NPRAND__LOG1P_ABOVE -0x1.2bec4p-2
#define NPRAND__LOG1P_BELOW 0x1.a827ap-2

#endif
