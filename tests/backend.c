/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Part of every program that is linked to the test library: before main(), it chooses the backend
 * that the environment variable NPRAND_BACKEND names. Where this CPU or this build lacks it, the
 * program is skipped, by the exit status that meson reads as such. A name that no build knows is an
 * error: it must not pass for a test of anything.
 */
#include "../include/nprand.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SKIPPED = 77 };

/* Backends that other targets have. */
static bool is_known(const char *name)
{
    static const char *const known[] = {"portable", "fma", "avx2", "avx512", "neon"};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (strcmp(known[i], name) == 0)
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
    nprand_status status = nprand_set_backend(wanted);
    if (status != NPRAND_OK && is_known(wanted)) {
        printf("SKIP: backend %s: %s\n", wanted, nprand_strerror(status));
        exit(SKIPPED);
    }
    printf("backend: %s\n", nprand_backend());
    fflush(stdout);
    if (status != NPRAND_OK ||
        (wanted != NULL && strncmp(wanted, nprand_backend(), strlen(wanted)) != 0))
        abort();
}
