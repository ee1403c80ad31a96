/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Faults of the system for the command. This file is linked to the command with the linker's option
 * --wrap, which sends the command's calls of the system here. The environment says which call goes
 * wrong, and how:
 *
 *     NPRAND_FAULT='CALL N EFFECT'
 *
 * The N-th CALL goes wrong, and with N = 0, each second one. EFFECT is one of
 *
 *     the number of an error: the call fails with it
 *     short:                  a read or write takes one byte; a disk has blocks of 0 bytes
 *     before-S, after-S:      the process gets the signal of number S before or after the call
 *
 * With NPRAND_FAULT_CLOCK=SECONDS, each call of time() is that many seconds later than the one
 * before.
 *
 * The file that NPRAND_FAULT_MARK names is made at the first fault. A script that counts N up knows
 * from it where the calls end.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The names are the linker's. */
int __real_access(const char *path, int mode);
int __wrap_access(const char *path, int mode);
int __real_close(int fd);
int __wrap_close(int fd);
int __real_dup(int fd);
int __wrap_dup(int fd);
int __real_fchmod(int fd, mode_t mode);
int __wrap_fchmod(int fd, mode_t mode);
FILE *__real_fopen(const char *path, const char *mode);
FILE *__wrap_fopen(const char *path, const char *mode);
pid_t __real_fork(void);
pid_t __wrap_fork(void);
int __real_fstatvfs(int fd, struct statvfs *disk);
int __wrap_fstatvfs(int fd, struct statvfs *disk);
int __real_getentropy(void *buffer, size_t length);
int __wrap_getentropy(void *buffer, size_t length);
off_t __real_lseek(int fd, off_t place, int from);
off_t __wrap_lseek(int fd, off_t place, int from);
void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);
void *__real_mmap(void *address, size_t size, int protection, int flags, int fd, off_t place);
void *__wrap_mmap(void *address, size_t size, int protection, int flags, int fd, off_t place);
int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __real_posix_fallocate(int fd, off_t place, off_t size);
int __wrap_posix_fallocate(int fd, off_t place, off_t size);
ssize_t __real_read(int fd, void *bytes, size_t size);
ssize_t __wrap_read(int fd, void *bytes, size_t size);
char *__real_realpath(const char *path, char *resolved);
char *__wrap_realpath(const char *path, char *resolved);
int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
time_t __real_time(time_t *seconds);
time_t __wrap_time(time_t *seconds);
int __real_unlink(const char *path);
int __wrap_unlink(const char *path);
pid_t __real_waitpid(pid_t child, int *status, int options);
pid_t __wrap_waitpid(pid_t child, int *status, int options);
ssize_t __real_write(int fd, const void *bytes, size_t size);
ssize_t __wrap_write(int fd, const void *bytes, size_t size);

/* ---- The fault of the environment --------------------------------------------------------- */

static char fault_call[32];   /* "": none */
static char fault_effect[32]; /* "before", "after", "short", or "" for an error */
static long fault_at;
static int fault_number; /* of the error or the signal */
static long calls;
static bool is_due; /* the call that runs is one that goes wrong */

/* What runs at the end of the process and does not belong to the command, such as what counts
 * lines, has no faults. */
static void disarm(void)
{
    fault_call[0] = '\0';
}

__attribute__((constructor)) static void read_fault(void)
{
    const char *text = getenv("NPRAND_FAULT");
    if (text == NULL)
        return;
    char effect[32];
    if (sscanf(text, "%31s %ld %31s", fault_call, &fault_at, effect) != 3)
        abort();
    const size_t letters = strcspn(effect, "-0123456789");
    memcpy(fault_effect, effect, letters);
    fault_number = (int)strtol(effect + letters + (effect[letters] == '-'), NULL, 10);
    atexit(disarm);
}

static void set_mark(void)
{
    const char *path = getenv("NPRAND_FAULT_MARK");
    const int fd = path == NULL ? -1 : __real_open(path, O_WRONLY | O_CREAT, 0666);
    if (fd >= 0)
        __real_close(fd);
}

static bool has_effect(const char *effect)
{
    return is_due && strcmp(fault_effect, effect) == 0;
}

/* At the begin of a call: whether it fails. */
static bool fails(const char *call)
{
    is_due = false;
    if (strcmp(call, fault_call) != 0)
        return false;
    calls++;
    is_due = fault_at == 0 ? calls % 2 == 1 : calls == fault_at;
    if (!is_due)
        return false;
    set_mark();
    if (has_effect("before"))
        raise(fault_number);
    errno = fault_number;
    return has_effect("");
}

/* At the end of a call that did not fail. */
static void end_call(void)
{
    const int error = errno;
    if (has_effect("after"))
        raise(fault_number);
    is_due = false;
    errno = error;
}

/* ---- The calls ---------------------------------------------------------------------------- */

int __wrap_access(const char *path, int mode)
{
    if (fails("access"))
        return -1;
    const int result = __real_access(path, mode);
    end_call();
    return result;
}

/* Linux closes a file also where close() fails. */
int __wrap_close(int fd)
{
    const bool is_failing = fails("close");
    const int error = errno;
    const int result = __real_close(fd);
    if (is_failing) {
        errno = error;
        return -1;
    }
    end_call();
    return result;
}

int __wrap_dup(int fd)
{
    if (fails("dup"))
        return -1;
    const int result = __real_dup(fd);
    end_call();
    return result;
}

int __wrap_fchmod(int fd, mode_t mode)
{
    if (fails("fchmod"))
        return -1;
    const int result = __real_fchmod(fd, mode);
    end_call();
    return result;
}

FILE *__wrap_fopen(const char *path, const char *mode)
{
    if (fails("fopen"))
        return NULL;
    FILE *result = __real_fopen(path, mode);
    end_call();
    return result;
}

pid_t __wrap_fork(void)
{
    if (fails("fork"))
        return -1;
    const pid_t result = __real_fork();
    if (result != 0)
        end_call();
    return result;
}

int __wrap_fstatvfs(int fd, struct statvfs *disk)
{
    if (fails("fstatvfs"))
        return -1;
    const int result = __real_fstatvfs(fd, disk);
    if (has_effect("short"))
        disk->f_frsize = 0;
    end_call();
    return result;
}

int __wrap_getentropy(void *buffer, size_t length)
{
    if (fails("getentropy"))
        return -1;
    const int result = __real_getentropy(buffer, length);
    end_call();
    return result;
}

off_t __wrap_lseek(int fd, off_t place, int from)
{
    if (fails("lseek"))
        return -1;
    const off_t result = __real_lseek(fd, place, from);
    end_call();
    return result;
}

void *__wrap_malloc(size_t size)
{
    if (fails("malloc"))
        return NULL;
    void *result = __real_malloc(size);
    end_call();
    return result;
}

void *__wrap_mmap(void *address, size_t size, int protection, int flags, int fd, off_t place)
{
    if (fails("mmap"))
        return MAP_FAILED;
    void *result = __real_mmap(address, size, protection, flags, fd, place);
    end_call();
    return result;
}

int __wrap_open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (fails("open"))
        return -1;
    const int result = __real_open(path, flags, mode);
    end_call();
    return result;
}

/* It returns the error, and leaves errno alone. */
int __wrap_posix_fallocate(int fd, off_t place, off_t size)
{
    if (fails("posix_fallocate"))
        return fault_number;
    const int result = __real_posix_fallocate(fd, place, size);
    end_call();
    return result;
}

ssize_t __wrap_read(int fd, void *bytes, size_t size)
{
    if (fails("read"))
        return -1;
    const ssize_t result = __real_read(fd, bytes, has_effect("short") && size > 1 ? 1 : size);
    end_call();
    return result;
}

char *__wrap_realpath(const char *path, char *resolved)
{
    if (fails("realpath"))
        return NULL;
    char *result = __real_realpath(path, resolved);
    end_call();
    return result;
}

int __wrap_rename(const char *from, const char *to)
{
    if (fails("rename"))
        return -1;
    const int result = __real_rename(from, to);
    end_call();
    return result;
}

time_t __wrap_time(time_t *seconds)
{
    static time_t later;
    const char *step = getenv("NPRAND_FAULT_CLOCK");
    if (step != NULL)
        later += (time_t)strtol(step, NULL, 10);
    return __real_time(seconds) + later;
}

int __wrap_unlink(const char *path)
{
    if (fails("unlink"))
        return -1;
    const int result = __real_unlink(path);
    end_call();
    return result;
}

pid_t __wrap_waitpid(pid_t child, int *status, int options)
{
    if (fails("waitpid"))
        return -1;
    const pid_t result = __real_waitpid(child, status, options);
    end_call();
    return result;
}

ssize_t __wrap_write(int fd, const void *bytes, size_t size)
{
    if (fails("write"))
        return -1;
    const ssize_t result = __real_write(fd, bytes, has_effect("short") && size > 1 ? 1 : size);
    end_call();
    return result;
}
