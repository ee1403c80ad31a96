/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The operating system's entropy by what its C library offers: rand_s() on Windows, which reads the
 * system's generator, and getentropy() elsewhere (glibc 2.25, musl 1.1.20, macOS 10.12, the BSDs,
 * WebAssembly).
 */
#if defined(_WIN32)
#define _CRT_RAND_S
#else
#define _DEFAULT_SOURCE
#endif

#include "os_entropy.h"

#include <stdlib.h>

#if defined(_WIN32)

bool nprand__os_entropy(void *out, size_t n)
{
    unsigned char *next = out;
    for (size_t i = 0; i < n; i++) {
        unsigned int word;
        if (rand_s(&word) != 0)
            return false;
        next[i] = (unsigned char)word;
    }
    return true;
}

#else

#include <unistd.h>
#if defined(__APPLE__) || defined(__EMSCRIPTEN__)
#include <sys/random.h>
#endif

bool nprand__os_entropy(void *out, size_t n)
{
    enum { LIMIT = 256 }; /* getentropy() refuses to give more at a time */
    unsigned char *next = out;
    while (n > 0) {
        size_t count = n < LIMIT ? n : LIMIT;
        if (getentropy(next, count) != 0)
            return false;
        next += count;
        n -= count;
    }
    return true;
}

#endif
