/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Which kernels this process uses: the best that its CPU has, chosen once, at run time. A CPU's
 * kernels are functions with that CPU's attribute, so that no file needs a compiler flag of its
 * own.
 */
#include "kernels.h"
#include "polynomial.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

/* Each lists vector_backends, the best one first, and says by can_run() which of them the CPU has.
 */
#if defined(__GNUC__) && defined(__x86_64__) && (!defined(_WIN32) || defined(__clang__))
/* GCC for Windows does not align vectors on the stack. */
#include "x86/backends.h"
#elif defined(__GNUC__) && defined(__AARCH64EL__)
#include "arm/backends.h"
#else
enum { VECTOR_BACKENDS = 0 };
static const struct nprand__kernels *const *const vector_backends = NULL;
static bool can_run(size_t i)
{
    (void)i;
    return false;
}
#endif

size_t nprand__backends(const struct nprand__kernels *list[NPRAND__MAX_BACKENDS])
{
    size_t count = 0;
    for (int i = 0; i < VECTOR_BACKENDS; i++) {
        if (can_run((size_t)i))
            list[count++] = vector_backends[i];
    }
    list[count++] = &nprand__portable;
    return count;
}

/* Tests name a backend; a name that means nothing here must not pass for a test of anything. */
static const struct nprand__kernels *choose(void)
{
    const struct nprand__kernels *list[NPRAND__MAX_BACKENDS];
    size_t count = nprand__backends(list);
#ifdef NPRAND_TEST_BACKEND
    const char *wanted = getenv("NPRAND_BACKEND");
    for (size_t i = 0; wanted != NULL && i < count; i++) {
        if (strcmp(wanted, list[i]->name) == 0)
            return list[i];
    }
    if (wanted != NULL)
        abort();
#else
    (void)count;
#endif
    return list[0];
}

/* Threads that come first at the same time choose the same. */
const struct nprand__kernels *nprand__kernels(void)
{
    static _Atomic(const struct nprand__kernels *) chosen;
    const struct nprand__kernels *kernels = atomic_load_explicit(&chosen, memory_order_relaxed);
    if (kernels == NULL) {
        kernels = choose();
        atomic_store_explicit(&chosen, kernels, memory_order_relaxed);
    }
    return kernels;
}

const char *nprand_backend(void)
{
    return nprand__kernels()->backend;
}
