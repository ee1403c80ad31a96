/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Float discipline. Every file that computes with doubles includes this before any other header.
 *
 * The same source gives the same bits only if each operation is rounded to double by itself. What
 * would break that is refused here or switched off: GCC reads the first pragma and ignores the
 * second, clang the reverse, and the build adds -ffp-contract=off for both.
 */
#ifndef NPRAND_MATH_FLOAT_H
#define NPRAND_MATH_FLOAT_H

#include <float.h>

#ifdef __FAST_MATH__
#error "nprand gives NumPy's bits: do not compile it with -ffast-math or -Ofast"
#endif

#if FLT_EVAL_METHOD != 0
#error "nprand needs doubles rounded at each operation: on i386 add -msse2 -mfpmath=sse"
#endif

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#elif defined(__GNUC__)
#pragma GCC optimize("fp-contract=off")
#endif

#endif
