/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Float discipline. Every file that computes with doubles includes this before any other header.
 *
 * The same source gives the same bits only if each operation is rounded to double by itself. What
 * would break that is refused here or switched off: GCC reads the first pragma and ignores the
 * second, clang the reverse, and the build adds -ffp-contract=off for both.
 */
#ifndef NPRAND_FLOAT_H
#define NPRAND_FLOAT_H

#include <float.h>

#if defined(__FAST_MATH__) || (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__) || \
    defined(__ASSOCIATIVE_MATH__) || defined(__RECIPROCAL_MATH__)
#error "nprand gives NumPy's bits: not with -ffast-math, -Ofast or a part of them"
#endif

#if FLT_RADIX != 2 || DBL_MANT_DIG != 53 || DBL_MAX_EXP != 1024 || DBL_MIN_EXP != -1021
#error "nprand needs doubles of IEEE 754 in 64 bits, which this target or these flags do not have"
#endif

/* 1 concerns float alone (s390x, where -std=c11 asks for it) and 16 half precision: doubles are
 * rounded to double, as with 0. */
#if FLT_EVAL_METHOD != 0 && FLT_EVAL_METHOD != 1 && FLT_EVAL_METHOD != 16
#error "nprand needs doubles rounded at each operation: for 32-bit x86, -msse2 -mfpmath=sse"
#endif

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#elif defined(__GNUC__)
#pragma GCC optimize("fp-contract=off")
#endif

#endif
