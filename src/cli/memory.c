/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The memory that is left, where the system says it: Linux.
 */
#include "memory.h"

#include "error.h"

#include <inttypes.h>
#include <stdio.h>

/* A line of /proc/meminfo, in bytes; 0 if it is not there. */
static uint64_t line_of_meminfo(const char *format)
{
    char line[128];
    uint64_t kibibytes = 0;
    FILE *file = fopen("/proc/meminfo", "r");
    if (file == NULL)
        return 0;
    while (fgets(line, sizeof line, file) != NULL && sscanf(line, format, &kibibytes) != 1)
        ;
    fclose(file);
    return kibibytes * 1024;
}

void need_memory(const char *where, uint64_t bytes)
{
    char problem[128];
    uint64_t available = line_of_meminfo("MemAvailable: %" SCNu64);
    if (available == 0)
        return;
    available += line_of_meminfo("SwapFree: %" SCNu64);
    if (bytes <= available)
        return;
    snprintf(problem, sizeof problem,
             "%s: needs %" PRIu64 " bytes of memory, and the system has %" PRIu64 " left", where,
             bytes, available);
    fail(problem);
}
