/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The backends of this target, one line each, the best one first. backend.h and backend.c include
 * this list with NPRAND__BACKEND(name) defined; nprand__backend_name is the struct, in name.c.
 */
#if NPRAND__HAS_X86
NPRAND__BACKEND(avx512)
NPRAND__BACKEND(avx2)
NPRAND__BACKEND(fma)
#endif
#if NPRAND__HAS_ARM
NPRAND__BACKEND(neon)
#endif
NPRAND__BACKEND(portable)
