/* SPDX-License-Identifier: BSD-3-Clause
 *
 * backend, set_backend: the backend of this process. It is the best one that the CPU can run,
 * unless the program sets another one. The choice is made at run time. The functions of a backend
 * have attributes that allow the instructions of its CPU: no file needs its own compiler flags.
 */
#include "backend.h"

static const struct nprand__backend *const BACKENDS[] = {
#define NPRAND__BACKEND(name) &nprand__backend_##name,
#include "list.h"
#undef NPRAND__BACKEND
};

enum { COUNT = sizeof BACKENDS / sizeof *BACKENDS };
static_assert(COUNT >= 1, "the list has a backend that runs everywhere, portable");

NPRAND__ATOMIC(const struct nprand__backend *) nprand__chosen_backend;

static void choose(const struct nprand__backend *backend)
{
    atomic_store_explicit(&nprand__chosen_backend, backend, memory_order_relaxed);
}

/* If several threads call this function for the first time at once, all of them choose the same
 * backend. portable, the last one of the list, runs on every CPU. */
const struct nprand__backend *nprand__choose_backend(void)
{
    int i = 0;
    while (!BACKENDS[i]->can_run())
        i++;
    choose(BACKENDS[i]);
    return BACKENDS[i];
}

const char *nprand_backend(void)
{
    return nprand__backend()->description;
}

nprand_status nprand_set_backend(const char *name)
{
    if (name == NULL) {
        (void)nprand__choose_backend();
        return NPRAND_OK;
    }
    for (int i = 0; i < COUNT; i++) {
        if (strcmp(name, BACKENDS[i]->name) != 0)
            continue;
        if (!BACKENDS[i]->can_run())
            return NPRAND_BACKEND_UNAVAILABLE;
        choose(BACKENDS[i]);
        return NPRAND_OK;
    }
    return NPRAND_UNKNOWN_BACKEND;
}
