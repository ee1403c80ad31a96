/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The constants of the mathematical functions outside the tables: thresholds, ln 2 and pi/2 in
 * several parts, and the coefficients of minimax polynomials. They define the reference profile.
 * Most coefficients are published numbers and cannot be derived again: those of log, exp, pow and
 * log2 by Arm Limited (optimized-routines, 2018), those of log1p by Sun Microsystems (fdlibm,
 * 1993), those of cos, sin and acos by IBM (Accurate Mathematical Library, 2001).
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

/* log2: 1 / ln 2 in two pieces, the first of 32 bits; arguments in [NEAR_LOW, NEAR_HIGH) are near
 * 1. Intervals begin at NPRAND__LOG_OFFSET. */
#define NPRAND__INVERSE_LN2_HIGH 0x1.71547652p+0
#define NPRAND__INVERSE_LN2_LOW  0x1.705fc2eefa2p-33
#define NPRAND__LOG2_NEAR_LOW    0x1.ea4afp-1
#define NPRAND__LOG2_NEAR_HIGH   0x1.0b559p+0

/* log2(1 + r) = r / ln 2 + A0 r^2 + ... + A5 r^7, for |r| < 1/128. */
#define NPRAND__LOG2_A0 -0x1.71547652b8339p-1
#define NPRAND__LOG2_A1 0x1.ec709dc3a04bep-2
#define NPRAND__LOG2_A2 -0x1.7154764702ffbp-2
#define NPRAND__LOG2_A3 0x1.2776c50034c48p-2
#define NPRAND__LOG2_A4 -0x1.ec7b328ea92bcp-3
#define NPRAND__LOG2_A5 0x1.a6225e117f92ep-3

/* log2(1 + r) = r / ln 2 + B0 r^2 + ... + B9 r^11, for 1 + r near 1. */
#define NPRAND__LOG2_B0 -0x1.71547652b82fep-1
#define NPRAND__LOG2_B1 0x1.ec709dc3a03f7p-2
#define NPRAND__LOG2_B2 -0x1.71547652b7c3fp-2
#define NPRAND__LOG2_B3 0x1.2776c50f05be4p-2
#define NPRAND__LOG2_B4 -0x1.ec709dd768fe5p-3
#define NPRAND__LOG2_B5 0x1.a61761ec4e736p-3
#define NPRAND__LOG2_B6 -0x1.7153fbc64a79bp-3
#define NPRAND__LOG2_B7 0x1.484d154f01b4ap-3
#define NPRAND__LOG2_B8 -0x1.289e4a72c383cp-3
#define NPRAND__LOG2_B9 0x1.0b32f285aee66p-3

/* pi/2, rounded, and what rounding took. */
#define NPRAND__HALF_PI      0x1.921fb54442d18p+0
#define NPRAND__HALF_PI_TAIL 0x1.1a62633145c07p-54

/* 2/pi, and pi/2 in four pieces: rounded to a multiple of 2^-25, the rest to a multiple of 2^-53,
 * the rest to a multiple of 2^-80, the rest rounded. */
#define NPRAND__TWO_OVER_PI 0x1.45f306dc9c883p-1
#define NPRAND__HALF_PI_1   0x1.921fb58p+0
#define NPRAND__HALF_PI_2   -0x1.dde973cp-27
#define NPRAND__HALF_PI_3   -0x1.cb3b398p-55
#define NPRAND__HALF_PI_4   -0x1.d747f23e32ed7p-83

/* cos and sin: what added to a number leaves 128 times it as an integer in its low bits, or the
 * number itself. Below COS_IS_ONE, cos x = 1; below SIN_IS_X, sin x = x. The table reaches up to
 * SINE_TABLE_END; pi/2 - x is in it up to COS_DIRECT_END; COS_END says cos.h. */
#define NPRAND__COS_TO_POINT   0x1.8p+45
#define NPRAND__COS_TO_INTEGER 0x1.8p+52
#define NPRAND__COS_IS_ONE     0x1p-27
#define NPRAND__SIN_IS_X       0x1p-26
#define NPRAND__SIN_NEAR       0x1.020c49ba5e354p-3
#define NPRAND__SINE_TABLE_END 0x1.b6p-1
#define NPRAND__COS_DIRECT_END 0x1.368fdp+1
#define NPRAND__COS_END        0x1.921fbp+26

/* sin r = r + A0 r^3 + A1 r^5 and 1 - cos r = r^2/2 + A0 r^4 + A1 r^6, |r| <= 1/256. */
#define NPRAND__SIN_A0 -0x1.5555555555515p-3
#define NPRAND__SIN_A1 0x1.11110e829872fp-7
#define NPRAND__COS_A0 -0x1.5555555555535p-5
#define NPRAND__COS_A1 0x1.6c16bedd9e239p-10

/* sin x = x + B0 x^3 + ... + B4 x^11, |x| < SIN_NEAR. */
#define NPRAND__SIN_B0 -0x1.5555555555555p-3
#define NPRAND__SIN_B1 0x1.1111111110ecep-7
#define NPRAND__SIN_B2 -0x1.a01a019db08b8p-13
#define NPRAND__SIN_B3 0x1.71de27b9a7ed9p-19
#define NPRAND__SIN_B4 -0x1.addffc2fcdf59p-26

/* acos: pi/2 for numbers below this. */
#define NPRAND__ACOS_IS_HALF_PI 0x1.8p-55

/* asin s = s + F1 s^3 + F2 s^5 + ... + F6 s^13, |s| <= 1/8. */
#define NPRAND__ASIN_F1 0x1.55555555554f9p-3
#define NPRAND__ASIN_F2 0x1.333333336127dp-4
#define NPRAND__ASIN_F3 0x1.6db6dae42c0e4p-5
#define NPRAND__ASIN_F4 0x1.f1c7e04f4ad99p-6
#define NPRAND__ASIN_F5 0x1.6e442c822d419p-6
#define NPRAND__ASIN_F6 0x1.292d80f453c72p-6

/* 1/sqrt(1 - r) = G0 + ... + G3 r^3, with the least greatest error for |r| <= 0.008. */
#define NPRAND__ROOT_G0 0x1.fffffffecc1ddp-1
#define NPRAND__ROOT_G1 0x1.fffffff757304p-2
#define NPRAND__ROOT_G2 0x1.800496769c91ap-2
#define NPRAND__ROOT_G3 0x1.4006318d1dab9p-2

#endif
