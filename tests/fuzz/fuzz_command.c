/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The command with any arguments. An input is arguments with a line end behind each. A number in
 * front of them chooses words that they begin with, because a fuzzer seldom finds these. What is
 * left of the input, behind an empty argument, is the file that the command reads.
 *
 * The command is linked into this program, with main() under another name. The linker's option
 * --wrap gives it an exit() that comes back, a write() that ends it after some output, and files
 * that are in memory or are nowhere. Searches and tests of all methods are left out: they take
 * seconds.
 *
 * Looked for: what sanitizers see, commands that do not end, and an exit status that the manual does
 * not have.
 */
#define _GNU_SOURCE /* memfd_create() */
#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <setjmp.h>
#include <stdarg.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MOST_ARGUMENTS = 24, MOST_WRITTEN = 1 << 16, HIGHEST_STATUS = 3 };

int nprand_main(int argc, char **argv);

/* The names are the linker's. */
_Noreturn void __real_exit(int status);
_Noreturn void __wrap_exit(int status);
ssize_t __real_write(int fd, const void *bytes, size_t size);
ssize_t __wrap_write(int fd, const void *bytes, size_t size);
int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
FILE *__real_fopen(const char *path, const char *mode);
FILE *__wrap_fopen(const char *path, const char *mode);
int __wrap_fclose(FILE *file);
int __real_fclose(FILE *file);
int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __real_unlink(const char *path);
int __wrap_unlink(const char *path);

static bool is_inside; /* the command runs */
static jmp_buf back;
static size_t written;
static const void *file;
static size_t file_size;

void __wrap_exit(int status)
{
    if (!is_inside)
        __real_exit(status);
    longjmp(back, 1 + status);
}

ssize_t __wrap_write(int fd, const void *bytes, size_t size)
{
    if (!is_inside)
        return __real_write(fd, bytes, size);
    written += size;
    if (written > MOST_WRITTEN)
        longjmp(back, 1);
    return (ssize_t)size;
}

/* The one file that can be read. */
static int open_memory_file(void)
{
    const int fd = memfd_create("input", 0);
    if (fd >= 0 && (__real_write(fd, file, file_size) < 0 || lseek(fd, 0, SEEK_SET) < 0))
        abort();
    return fd;
}

int __wrap_open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const int mode = flags & O_CREAT ? va_arg(rest, int) : 0;
    va_end(rest);
    if (!is_inside)
        return __real_open(path, flags, mode);
    if ((flags & O_ACCMODE) != O_RDONLY)
        return __real_open("/dev/null", O_WRONLY);
    return open_memory_file();
}

FILE *__wrap_fopen(const char *path, const char *mode)
{
    if (!is_inside)
        return __real_fopen(path, mode);
    return fdopen(open_memory_file(), mode);
}

/* The streams of this program stay open. */
int __wrap_fclose(FILE *stream)
{
    return is_inside && (stream == stdout || stream == stdin) ? 0 : __real_fclose(stream);
}

int __wrap_rename(const char *from, const char *to)
{
    return is_inside ? 0 : __real_rename(from, to);
}

int __wrap_unlink(const char *path)
{
    if (!is_inside)
        return __real_unlink(path);
    errno = ENOENT;
    return -1;
}

static const char *const beginnings[] = {
    "",
    "--seed\n0\nrand\n3\n",
    "--seed\n0\nnormal\n10\n2\n--size\n2,3\n",
    "--seed\n0\n--format\njson\n",
    "help\n",
    "hist\n--seed\n1\n",
    "verify\n-\n--seed\n0\nrand\n",
    "verify\nx.npy\n--seed\n0\nrand\n",
    "python\n--seed\n0\nrandom\n3\n",
    "__complete\n",
    "--seed-sequence\n5\n",
    "--seed\n1\nrandint\n0\n10\n--dtype\n",
    "--seed\n1\nchoice\n5\n--p\n",
    "--state\nx.json\n",
};

/* Whether the command may run: it would not search, test itself, or count a large array. */
static bool is_quick(int count, char *const *arguments)
{
    for (int i = 1; i < count; i++) {
        size_t digits = strspn(arguments[i], "0123456789");
        if (strncmp(arguments[i], "explain", 3) == 0 || strncmp(arguments[i], "selftest", 4) == 0)
            return false;
        if (strcmp(arguments[1], "hist") == 0 &&
            (digits > 4 || strpbrk(arguments[i], "eE*") != NULL))
            return false;
    }
    return true;
}

/* Cuts the text at its line ends. What is behind an empty line is the file. */
static int cut(char *text, size_t length, char **arguments)
{
    int count = 0;
    static char name[] = "nprand";
    arguments[count++] = name;
    char *at = text, *const end = text + length;
    while (at < end && count < MOST_ARGUMENTS) {
        char *stop = memchr(at, '\n', (size_t)(end - at));
        if (stop == NULL)
            stop = end;
        *stop = '\0';
        if (stop == at) {
            at++;
            break;
        }
        arguments[count++] = at;
        at = stop < end ? stop + 1 : end;
    }
    arguments[count] = NULL;
    file = at;
    file_size = (size_t)(end - at);
    return count;
}

/* Returns the exit status. A function of its own, so that no variable is used after the jump. */
static int run_command(int count, char **arguments)
{
    written = 0;
    const int jumped = setjmp(back);
    if (jumped != 0)
        return jumped - 1;
    is_inside = true;
    optind = 0; /* the options are read anew */
    return nprand_main(count, arguments);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input in = {data, size};
    char *arguments[MOST_ARGUMENTS + 1];
    const char *beginning = beginnings[take_below(&in, sizeof beginnings / sizeof *beginnings)];
    const size_t known = strlen(beginning), length = known + in.size;
    char *text = (char *)exact_room(length + 1);
    memcpy(text, beginning, known);
    take(&in, in.size, text + known);
    text[length] = '\0';
    const int count = cut(text, length, arguments);
    if (count > 1 && is_quick(count, arguments)) {
        const int status = run_command(count, arguments);
        is_inside = false;
        if (status < 0 || status > HIGHEST_STATUS)
            fail_target("nprand", "an exit status that the manual does not have");
    }
    free(text);
    return 0;
}
