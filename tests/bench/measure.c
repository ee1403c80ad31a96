/* SPDX-License-Identifier: BSD-3-Clause */
#define _DEFAULT_SOURCE

#include "measure.h"

#include "nprand.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#if defined(__clang__)
#define COMPILER "clang " __clang_version__
#elif defined(__GNUC__)
#define COMPILER "gcc " __VERSION__
#else
#define COMPILER "unknown"
#endif

/* ---- Times -------------------------------------------------------------------------------- */

static double read_clock(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

double cpu_time(void)
{
    return read_clock(CLOCK_PROCESS_CPUTIME_ID);
}

double wall_time(void)
{
    return read_clock(CLOCK_MONOTONIC);
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static struct times summary(double *ns, size_t count, double values)
{
    if (ns[0] < 0)
        return (struct times){0, 0};
    qsort(ns, count, sizeof *ns, compare_doubles);
    double median = (ns[(count - 1) / 2] + ns[count / 2]) / 2;
    return (struct times){median / values, ns[0] / values};
}

static bool is_done(struct rounds rounds, size_t done, double sum)
{
    if (done < rounds.repeats)
        return false;
    return sum >= rounds.enough || done >= 10 * rounds.repeats || done == MAX_REPEATS;
}

void measure_in_turn(time_once once, void *context, int contenders, struct rounds rounds,
                     double values, struct times *result)
{
    static double ns[MAX_CONTENDERS][MAX_REPEATS];
    double sum = 0;
    size_t done = 0;
    for (int i = 0; i < contenders; i++)
        once(context, i);
    while (!is_done(rounds, done, sum)) {
        for (int i = 0; i < contenders; i++) {
            int contender = (int)((done + (size_t)i) % (size_t)contenders);
            ns[contender][done] = once(context, contender);
            sum += ns[contender][done] > 0 ? ns[contender][done] : 0;
        }
        done++;
    }
    for (int i = 0; i < contenders; i++)
        result[i] = summary(ns[i], done, values);
}

/* ---- Command line and memory -------------------------------------------------------------- */

size_t to_count(const char *text, size_t max)
{
    char *end;
    if (text == NULL || *text < '0' || *text > '9')
        return 0;
    unsigned long long value = strtoull(text, &end, 10);
    return *end == '\0' && value <= max ? (size_t)value : 0;
}

/* Large memory is asked for in huge pages, where the system has such, as NumPy asks for its arrays:
 * else the misses of the address cache are measured too. */
void *allocate(size_t count, size_t size)
{
    enum { HUGE_PAGE = 2 << 20 };
    const size_t bytes = count * size;
    void *memory = NULL;
    if (posix_memalign(&memory, bytes < HUGE_PAGE ? sizeof(void *) : HUGE_PAGE, bytes + 1) != 0) {
        fputs("out of memory\n", stderr);
        exit(1);
    }
#ifdef MADV_HUGEPAGE
    madvise(memory, bytes, MADV_HUGEPAGE);
#endif
    return memset(memory, 0, bytes);
}

/* ---- Printing ----------------------------------------------------------------------------- */

/* The CPU's name where the system has it in a file. */
static void print_cpu(void)
{
    char line[256];
    FILE *file = fopen("/proc/cpuinfo", "r");
    const char *name = "unknown\n";
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        char *colon = strchr(line, ':');
        if (strncmp(line, "model name", 10) == 0 && colon != NULL) {
            name = colon + 2;
            break;
        }
    }
    printf("- CPU: %ld x %s", sysconf(_SC_NPROCESSORS_ONLN), name);
    if (file != NULL)
        fclose(file);
}

static void print_system(void)
{
    struct utsname system;
    char c_library[64] = "unknown C library";
#ifdef _CS_GNU_LIBC_VERSION
    confstr(_CS_GNU_LIBC_VERSION, c_library, sizeof c_library);
#endif
    if (uname(&system) >= 0)
        printf("- system: %s %s %s, %s\n", system.sysname, system.release, system.machine,
               c_library);
}

void print_machine(const char *backends)
{
    print_cpu();
    print_system();
    printf("- compiler: %s\n", COMPILER);
    printf("- library: libnprand %s, %s\n", nprand_version(), backends);
}

void print_header(const char *first, const char *const *names, int count)
{
    printf("\n| %-28s |", first);
    for (int i = 0; i < count; i++)
        printf(" %9s |", names[i]);
    printf("\n|------------------------------|");
    for (int i = 0; i < count; i++)
        printf("----------:|");
    putchar('\n');
}

void print_name(const char *name)
{
    printf("| %-28s |", name);
}

/* Three digits at least. */
static void print_number(double value)
{
    printf(" %9.*f |", value < 10 ? 3 : value < 100 ? 2 : 1, value);
}

void print_times(struct times t)
{
    if (t.median > 0) {
        print_number(t.median);
        print_number(t.minimum);
    } else {
        printf(" %9s | %9s |", "", "");
    }
}

void print_ratio(double above, double below)
{
    if (above > 0 && below > 0)
        printf(" %9.2f |", above / below);
    else
        printf(" %9s |", "");
}

void print_end(void)
{
    putchar('\n');
    fflush(stdout);
}
