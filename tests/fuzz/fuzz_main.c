/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Runs a fuzz target without a fuzzer: on inputs made by a generator, the same in every run.
 *
 *     fuzz_main COUNT [FIRST]
 *
 * A watchdog ends the program where one input takes longer than 30 seconds.
 */
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SIZE = 384, WATCHDOG = 30 };

static unsigned long current;

static void end(int signal)
{
    (void)signal;
    static const char text[] = "an input takes longer than 30 seconds\n";
    if (write(STDERR_FILENO, text, sizeof text - 1) < 0)
        _exit(3);
    _exit(2);
}

/* xorshift64* of G. Marsaglia (2003) and S. Vigna (2016). */
static uint64_t next(uint64_t *x)
{
    *x ^= *x >> 12;
    *x ^= *x << 25;
    *x ^= *x >> 27;
    return *x * UINT64_C(2685821657736338717);
}

int main(int argc, char **argv)
{
    unsigned long count = argc > 1 ? strtoul(argv[1], NULL, 10) : 10000;
    unsigned long first = argc > 2 ? strtoul(argv[2], NULL, 10) : 0;
    signal(SIGALRM, end);
    for (current = first; current < first + count; current++) {
        uint64_t x = current * UINT64_C(0x9e3779b97f4a7c15) + 1;
        uint8_t data[SIZE];
        for (size_t i = 0; i < SIZE; i += sizeof x) {
            uint64_t word = next(&x);
            memcpy(data + i, &word, sizeof word);
        }
        alarm(WATCHDOG);
        LLVMFuzzerTestOneInput(data, SIZE);
    }
    printf("%lu inputs\n", count);
    return 0;
}
