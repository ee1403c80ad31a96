/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Runs a fuzz target without a fuzzer: on inputs made by a generator, the same in every run, or on
 * those of files.
 *
 *     fuzz_TARGET COUNT [FIRST]
 *     fuzz_TARGET -- FILE...
 *
 * A watchdog ends the program where one input takes longer than 30 seconds of processor time. A
 * clock on the wall would also count the time of other programs on a busy machine.
 */
#define _XOPEN_SOURCE 700 /* setitimer() */
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SIZE = 384, WATCHDOG = 30, LARGEST_FILE = 1 << 16 };

static unsigned long current;

static void end(int signal)
{
    (void)signal;
    static const char text[] = "an input takes longer than 30 seconds\n";
    if (write(STDERR_FILENO, text, sizeof text - 1) < 0)
        _exit(3);
    _exit(2);
}

static void start_watchdog(void)
{
    const struct itimerval once = {{0, 0}, {WATCHDOG, 0}};
    setitimer(ITIMER_PROF, &once, NULL);
}

/* xorshift64* of G. Marsaglia (2003) and S. Vigna (2016). */
static uint64_t next(uint64_t *x)
{
    *x ^= *x >> 12;
    *x ^= *x << 25;
    *x ^= *x >> 27;
    return *x * UINT64_C(2685821657736338717);
}

static int run_file(const char *path)
{
    static uint8_t bytes[LARGEST_FILE];
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        return 1;
    }
    const size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    uint8_t *input = malloc(size > 0 ? size : 1); /* what is read behind its end is seen */
    if (input == NULL)
        return 1;
    memcpy(input, bytes, size);
    start_watchdog();
    LLVMFuzzerTestOneInput(input, size);
    free(input);
    return 0;
}

int main(int argc, char **argv)
{
    signal(SIGPROF, end);
    if (argc > 1 && strcmp(argv[1], "--") == 0) {
        int failed = 0;
        for (int i = 2; i < argc; i++)
            failed += run_file(argv[i]);
        printf("%d files\n", argc - 2);
        return failed != 0;
    }
    unsigned long count = argc > 1 ? strtoul(argv[1], NULL, 10) : 10000;
    unsigned long first = argc > 2 ? strtoul(argv[2], NULL, 10) : 0;
    for (current = first; current < first + count; current++) {
        uint64_t x = current * UINT64_C(0x9e3779b97f4a7c15) + 1;
        uint8_t data[SIZE];
        for (size_t i = 0; i < SIZE; i += sizeof x) {
            uint64_t word = next(&x);
            memcpy(data + i, &word, sizeof word);
        }
        start_watchdog();
        LLVMFuzzerTestOneInput(data, SIZE);
    }
    printf("%lu inputs\n", count);
    return 0;
}
