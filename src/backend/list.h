/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The backends of this target, one line each, the best one first. backend.h and backend.c define
 * NPRAND__BACKEND(name) and include this list. The struct of a backend is nprand__backend_name, in
 * name.c.
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
