/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Names of systems, processors, compilers and C libraries, by the macros that each compiler defines.
 */
#include "platform.h"

#include <stdio.h>

#ifdef __GLIBC__
#include <gnu/libc-version.h>
#endif

const char *system_name(void)
{
#if defined(__ANDROID__)
    return "Android";
#elif defined(__linux__)
    return "Linux";
#elif defined(_WIN32)
    return "Windows";
#elif defined(__APPLE__)
    return "macOS";
#elif defined(__FreeBSD__)
    return "FreeBSD";
#elif defined(__OpenBSD__)
    return "OpenBSD";
#elif defined(__NetBSD__)
    return "NetBSD";
#elif defined(__wasi__)
    return "WASI";
#elif defined(__EMSCRIPTEN__)
    return "Emscripten";
#else
    return "another system";
#endif
}

const char *processor_name(void)
{
#if defined(__x86_64__) || defined(_M_X64)
    return "x86-64";
#elif defined(__i386__) || defined(_M_IX86)
    return "x86";
#elif defined(__aarch64__) || defined(_M_ARM64)
    return "aarch64";
#elif defined(__arm__)
    return "arm";
#elif defined(__s390x__)
    return "s390x";
#elif defined(__powerpc64__)
    return "ppc64";
#elif defined(__powerpc__)
    return "ppc";
#elif defined(__riscv)
    return "riscv";
#elif defined(__loongarch__)
    return "loongarch";
#elif defined(__mips__)
    return "mips";
#elif defined(__wasm__)
    return "wasm";
#else
    return "another processor";
#endif
}

/* clang defines __GNUC__ too. */
const char *compiler_name(void)
{
#if defined(__clang__)
    static char name[64];
    snprintf(name, sizeof name, "clang %d.%d.%d", __clang_major__, __clang_minor__,
             __clang_patchlevel__);
    return name;
#elif defined(__TINYC__)
    return "tcc";
#elif defined(__GNUC__)
    return "GCC " __VERSION__;
#else
    return "another compiler";
#endif
}

/* musl has no macro of its own. */
const char *c_library_name(void)
{
#if defined(__GLIBC__)
    static char name[64];
    snprintf(name, sizeof name, "glibc %s", gnu_get_libc_version());
    return name;
#elif defined(_UCRT)
    return "UCRT";
#elif defined(_WIN32)
    return "msvcrt";
#elif defined(__APPLE__)
    return "libSystem";
#elif defined(__linux__)
    return "not glibc: musl, for example";
#else
    return "that of the system";
#endif
}
