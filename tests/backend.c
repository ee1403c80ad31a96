/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Part of every program that is linked to the test library: before main(), it looks whether this
 * CPU has the backend that the environment variable NPRAND_BACKEND names. If not, the program is
 * skipped, by the exit status that meson reads as such. Nothing is passed off as a test of a
 * backend that did not run.
 */
#include "../src/engine/kernels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SKIPPED = 77 };

static bool is_here(const char *name)
{
    const struct nprand__kernels *list[NPRAND__MAX_BACKENDS];
    size_t count = nprand__backends(list);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(list[i]->name, name) == 0)
            return true;
    }
    return false;
}

static bool is_known(const char *name)
{
    static const char *const names[] = {"portable", "fma", "avx2", "avx512", "neon"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i], name) == 0)
            return true;
    }
    return false;
}

#if defined(__GNUC__)
__attribute__((constructor))
#endif
static void
choose_backend(void)
{
    const char *wanted = getenv("NPRAND_BACKEND");
    if (wanted != NULL && is_known(wanted) && !is_here(wanted)) {
        printf("SKIP: this CPU, or this build, has no backend %s\n", wanted);
        exit(SKIPPED);
    }
    printf("backend: %s\n", nprand_backend()); /* aborts if the name means nothing at all */
    fflush(stdout);
    if (wanted != NULL && strcmp(wanted, nprand__kernels()->name) != 0)
        abort();
}
