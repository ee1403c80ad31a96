/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The mathematical functions, and loops over some of them, with one kind of fused multiply-add.
 * Included once for each kind, with
 *
 *   TARGET        an attribute of every function, which allows the instruction
 *   LINKAGE       static, or empty if other files use the functions
 *   NAME(x)       x with a prefix of its own
 *   FMA(a, b, c)  a b + c, rounded once
 */
#include "log.h"

#include "exp.h"

#include "pow.h"

#include "log1p.h"

#include "log2.h"

#include "cos.h"

#include "acos.h"

#include "arrays.h"
