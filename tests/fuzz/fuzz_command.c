/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The command with any arguments. An input is arguments with a line end behind each. A number in
 * front of them chooses words that they begin with, because a fuzzer seldom finds these. What is
 * left of the input, behind an empty argument, is the file that the command reads.
 *
 * The command is linked into this program, with main() under another name. The linker's option
 * --wrap gives it an exit() that comes back, a write() that ends it after some output, a
 * next_chunk() that ends it after some values, and files that are in memory or are nowhere. What
 * the command still has open or allocated as it ends, this program closes and frees. Searches of
 * many seeds and tests of all methods are left out: they take seconds.
 *
 * Looked for: what sanitizers see, commands that do not end, and an exit status that the manual
 * does not have.
 */
#define _GNU_SOURCE /* memfd_create(), pipe2() */
#include "../../src/cli/error.h"
#include "../../src/cli/quote.h"
#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <setjmp.h>
#include <stdarg.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MOST_ARGUMENTS = 24, MOST_WRITTEN = 1 << 16, MOST_CHUNKS = 16 };
enum { MOST_ALLOCATED = 1 << 26 };
enum { HIGHEST_STATUS = 3, MOST_KEPT = 4096 };

int nprand_main(int argc, char **argv);

/* clang's OpenMP loses a kilobyte for each of a program's regions that has more threads than those
 * before it, as one command after another may have: see test_threads.c. */
#ifdef __clang__
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libomp";
}
#endif

struct draw; /* of the command */

/* The names are the linker's. */
_Noreturn void __real_exit(int status);
_Noreturn void __wrap_exit(int status);
ssize_t __real_write(int fd, const void *bytes, size_t size);
ssize_t __wrap_write(int fd, const void *bytes, size_t size);
int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __wrap_open64(const char *path, int flags, ...);
FILE *__real_fopen(const char *path, const char *mode);
FILE *__wrap_fopen(const char *path, const char *mode);
FILE *__wrap_fopen64(const char *path, const char *mode);
int __wrap_fclose(FILE *file);
int __real_fclose(FILE *file);
int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __real_unlink(const char *path);
int __wrap_unlink(const char *path);
int __real_close(int fd);
int __wrap_close(int fd);
nprand_status __wrap_nprand_seed_os(nprand_rng *rng);
nprand_status __wrap_nprand_py_seed_os(nprand_rng *rng);
int __real_atexit(void (*function)(void));
int __wrap_atexit(void (*function)(void));
void *__real_allocate(size_t bytes);
void *__wrap_allocate(size_t bytes);
void __real_give_back(void *memory);
void __wrap_give_back(void *memory);
const void *__real_next_chunk(struct draw *d, size_t *n);
const void *__wrap_next_chunk(struct draw *d, size_t *n);

static bool is_inside; /* the command runs */
static jmp_buf back;
static size_t written, chunks;
static const char *file;
static size_t file_size;

/* What the command has not given back yet. */
static void *blocks[MOST_KEPT];
static FILE *streams[MOST_KEPT];
static int descriptors[MOST_KEPT];
static size_t block_count, stream_count, descriptor_count;

static void check_room(size_t count)
{
    if (count == MOST_KEPT)
        fail_target("nprand", "more is open or allocated than this program can keep");
}

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

/* A command with a large array draws its first chunks alone. */
const void *__wrap_next_chunk(struct draw *d, size_t *n)
{
    if (is_inside && ++chunks > MOST_CHUNKS)
        longjmp(back, 1);
    return __real_next_chunk(d, n);
}

/* The one file that can be read. */
static int open_memory_file(void)
{
    const int fd = memfd_create("input", 0);
    if (fd < 0 || __real_write(fd, file, file_size) < 0 || lseek(fd, 0, SEEK_SET) < 0)
        abort();
    return fd;
}

static int keep_descriptor(int fd)
{
    check_room(descriptor_count);
    descriptors[descriptor_count++] = fd;
    return fd;
}

int __wrap_close(int fd)
{
    for (size_t i = 0; is_inside && i < descriptor_count; i++) {
        if (descriptors[i] == fd)
            descriptors[i] = descriptors[--descriptor_count];
    }
    return __real_close(fd);
}

/* A file that is written is in memory too, and write() gives it nothing. */
static int open_file(const char *path, int flags, int mode)
{
    if (!is_inside)
        return __real_open(path, flags, mode);
    if ((flags & O_ACCMODE) == O_RDONLY)
        return keep_descriptor(open_memory_file());
    const int fd = memfd_create("output", 0);
    return fd < 0 ? fd : keep_descriptor(fd);
}

int __wrap_open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const int mode = flags & O_CREAT ? va_arg(rest, int) : 0;
    va_end(rest);
    return open_file(path, flags, mode);
}

/* The name where _FILE_OFFSET_BITS is 64, as meson sets it. */
int __wrap_open64(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const int mode = flags & O_CREAT ? va_arg(rest, int) : 0;
    va_end(rest);
    return open_file(path, flags, mode);
}

FILE *__wrap_fopen(const char *path, const char *mode)
{
    if (!is_inside || *mode == 'w') /* the fuzzer writes an input that fails */
        return __real_fopen(path, mode);
    check_room(stream_count);
    FILE *stream = fdopen(open_memory_file(), mode);
    if (stream == NULL)
        abort();
    streams[stream_count++] = stream;
    return stream;
}

FILE *__wrap_fopen64(const char *path, const char *mode)
{
    return __wrap_fopen(path, mode);
}

/* The streams of this program stay open. */
int __wrap_fclose(FILE *stream)
{
    if (is_inside && (stream == stdout || stream == stdin))
        return 0;
    for (size_t i = 0; is_inside && i < stream_count; i++) {
        if (streams[i] == stream)
            streams[i] = streams[--stream_count];
    }
    return __real_fclose(stream);
}

/* AddressSanitizer ends the program at a large block, where malloc() may return NULL. A sample that
 * fills a block of a gigabyte takes half a minute with it. */
void *__wrap_allocate(size_t bytes)
{
    if (is_inside && bytes > MOST_ALLOCATED)
        fail("out of memory");
    check_room(block_count);
    void *block = __real_allocate(bytes);
    blocks[block_count++] = block;
    return block;
}

void __wrap_give_back(void *memory)
{
    for (size_t i = 0; i < block_count; i++) {
        if (blocks[i] == memory)
            blocks[i] = blocks[--block_count];
    }
    __real_give_back(memory);
}

/* In place of a seed from the operating system: an input does the same in each run. */
nprand_status __wrap_nprand_seed_os(nprand_rng *rng)
{
    return nprand_seed(rng, 1);
}

nprand_status __wrap_nprand_py_seed_os(nprand_rng *rng)
{
    return nprand_py_seed(rng, 1);
}

/* MemorySanitizer calls atexit() before it has memory to note things in. */
#if defined(__has_attribute)
#if __has_attribute(disable_sanitizer_instrumentation)
#define NOT_WATCHED __attribute__((disable_sanitizer_instrumentation))
#endif
#endif
#if !defined(NOT_WATCHED)
#define NOT_WATCHED
#endif

/* The last command of this program would do it for all of them. */
NOT_WATCHED int __wrap_atexit(void (*function)(void))
{
    return is_inside ? 0 : __real_atexit(function);
}

/* quoted() keeps its block for the next call. */
static void clean_up(void)
{
    const void *kept = quoted("", QUOTES_PYTHON);
    size_t left = 0;
    while (stream_count > 0)
        __real_fclose(streams[--stream_count]);
    while (descriptor_count > 0)
        __real_close(descriptors[--descriptor_count]);
    for (size_t i = 0; i < block_count; i++) {
        if (blocks[i] == kept)
            blocks[left++] = blocks[i];
        else
            __real_give_back(blocks[i]);
    }
    block_count = left;
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
    "explain\n--seed\n5\n--threads\n1\n",
    "explain\n--seed\n5\n0.22199317\n0.87073231\n",
    "--seed-sequence\n5\n",
    "--seed\n1\nrandint\n0\n10\n--dtype\n",
    "--seed\n1\nchoice\n5\n--p\n",
    "--state\nx.json\n",
};

/* Before an argument "--", behind which there are no options. */
static bool names_a_seed(int count, char *const *arguments)
{
    for (int i = 1; i < count && strcmp(arguments[i], "--") != 0; i++) {
        if (strncmp(arguments[i], "--seed=", 7) == 0 ||
            (strcmp(arguments[i], "--seed") == 0 && i + 1 < count))
            return true;
    }
    return false;
}

/* A number of places that takes long has four digits, or is written as 1e5 is. */
static bool is_few(const char *places)
{
    const size_t length = strlen(places);
    return length < 3 || (length == 3 && strspn(places, "0123456789") == 3);
}

/* A search that names its seed tries one. It takes long at many places of the stream. */
static bool is_quick_search(int count, char *const *arguments)
{
    for (int i = 1; i < count; i++) {
        const bool has_value = strncmp(arguments[i], "--within=", 9) == 0;
        if (has_value && !is_few(arguments[i] + 9))
            return false;
        if (strcmp(arguments[i], "--within") == 0 && i + 1 < count && !is_few(arguments[i + 1]))
            return false;
    }
    return names_a_seed(count, arguments);
}

/* Whether the command may run: it would not search many seeds, or test itself. Help about these
 * may. */
static bool is_quick(int count, char *const *arguments)
{
    if (strcmp(arguments[1], "help") == 0 || strcmp(arguments[1], "__complete") == 0)
        return true;
    for (int i = 1; i < count; i++) {
        if (strcmp(arguments[i], "explain") == 0 && !is_quick_search(count, arguments))
            return false;
        if (strcmp(arguments[i], "selftest") == 0)
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
    written = chunks = 0;
    const int jumped = setjmp(back);
    if (jumped != 0)
        return jumped - 1;
    is_inside = true;
    optind = 0; /* the options are read anew */
    return nprand_main(count, arguments);
}

/* Standard input is the file too, in a pipe. The command reads it by read() and by the stream
 * stdin, which keeps what it has read, and is opened anew. Of a file that is larger than the pipe,
 * the end is left out. */
static void open_standard_input(void)
{
    int ends[2];
    if (pipe2(ends, O_NONBLOCK) != 0 || __real_write(ends[1], file, file_size) < 0 ||
        freopen("/dev/null", "r", stdin) == NULL || dup2(ends[0], STDIN_FILENO) < 0)
        abort();
    __real_close(ends[0]);
    __real_close(ends[1]);
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
        open_standard_input();
        const int status = run_command(count, arguments);
        is_inside = false;
        clean_up();
        if (status < 0 || status > HIGHEST_STATUS)
            fail_target("nprand", "an exit status that the manual does not have");
    }
    free(text);
    return 0;
}
