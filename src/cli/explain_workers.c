/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Work on several CPUs. Processes need neither a thread library nor a flag of the compiler.
 */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "explain_workers.h"

#include "error.h"

#ifdef _WIN32

#include <io.h>
#include <stdio.h>
#include <string.h>

int possible_workers(void)
{
    return 1;
}

void *shared_memory(size_t bytes)
{
    return memset(allocate(bytes), 0, bytes);
}

void run_workers(int count, void (*work)(void *context, int worker), void *context)
{
    for (int i = 0; i < count; i++)
        work(context, i);
}

bool shows_progress(void)
{
    return _isatty(_fileno(stderr)) != 0;
}

#else

#include <errno.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int possible_workers(void)
{
    long cpus = sysconf(_SC_NPROCESSORS_ONLN);
    if (cpus < 1)
        return 1;
    return cpus > MOST_WORKERS ? MOST_WORKERS : (int)cpus;
}

void *shared_memory(size_t bytes)
{
    void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        fail("out of memory");
    return memory;
}

/* Whether the child ended as it should. A signal that is handled interrupts the wait. */
static bool wait_for(pid_t child)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return false;
    return status == 0;
}

/* What stdout holds would be written by each process once more. */
void run_workers(int count, void (*work)(void *context, int worker), void *context)
{
    pid_t children[MOST_WORKERS];
    bool failed = false;
    fflush(NULL);
    for (int i = 0; i < count - 1; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            work(context, i);
            _exit(EXIT_SUCCESS);
        }
        if (children[i] < 0)
            work(context, i);
    }
    work(context, count - 1);
    for (int i = 0; i < count - 1; i++)
        if (children[i] > 0 && !wait_for(children[i]))
            failed = true;
    if (failed)
        fail("a process of the search ended too early");
}

bool shows_progress(void)
{
    return isatty(STDERR_FILENO) != 0;
}

#endif
