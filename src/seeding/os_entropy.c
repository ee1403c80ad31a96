/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Entropy of the operating system, by a function of its C library: rand_s() on Windows, which reads
 * the generator of the system, and getentropy() elsewhere (glibc 2.25, musl 1.1.20, macOS 10.12,
 * the BSDs, WebAssembly, and later).
 */
#include "os_entropy.h"

#include <stdlib.h>

#if defined(_WIN32)

/* <stdlib.h> declares it only if _CRT_RAND_S is defined before the first header of the system, and
 * this file need not be the first one of a translation unit. */
#if !defined(_CRT_RAND_S)
NPRAND__C_LINKAGE int rand_s(unsigned int *word);
#endif

bool nprand__os_entropy(void *out, size_t n)
{
    unsigned char *next = (unsigned char *)out;
    for (size_t i = 0; i < n; i++) {
        unsigned int word;
        if (rand_s(&word) != 0)
            return false;
        next[i] = (unsigned char)word;
    }
    return true;
}

#else

/* As in POSIX.1-2024. <unistd.h> declares it only if _DEFAULT_SOURCE is defined before the first
 * header of the system, and this file need not be the first one of a translation unit. */
NPRAND__C_LINKAGE int getentropy(void *buffer, size_t length);

bool nprand__os_entropy(void *out, size_t n)
{
    enum { LIMIT = 256 }; /* bytes that one call of getentropy() may give */
    unsigned char *next = (unsigned char *)out;
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
