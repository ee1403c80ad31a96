/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Output through a large buffer and the system's own calls.
 */
#if !defined(_WIN32) && !defined(_XOPEN_SOURCE)
#define _XOPEN_SOURCE 700
#endif
#ifndef _FILE_OFFSET_BITS
#define _FILE_OFFSET_BITS 64
#endif
#include "output.h"

#include "error.h"
#include "progress.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef _WIN32
#include <io.h>
#else
#include <sys/statvfs.h>
#define O_BINARY 0
#endif

enum { BUFFER = 1 << 20, STANDARD_OUTPUT = 1 };

struct output {
    int fd;
    const char *path;  /* NULL: standard output */
    const char *final; /* the name that the file gets; NULL: it has it */
    bool terminal;
    size_t used;
    char buffer[BUFFER];
};

/* ---- Files that are not complete ---------------------------------------------------------- */

/* What a signal handler may read. unfinished: "" or the temporary name. */
enum { LONGEST_PATH = 4096 };
static char unfinished[LONGEST_PATH];
static volatile sig_atomic_t is_unfinished;

static void remove_unfinished(void)
{
    if (is_unfinished)
        unlink(unfinished);
    is_unfinished = 0;
}

#ifndef _WIN32
static void stop(int signal_number)
{
    if (is_unfinished)
        unlink(unfinished);
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}
#endif

/* A signal that is ignored, as SIGHUP under nohup, stays ignored. */
static void catch_signals(void)
{
#ifndef _WIN32
    static const int stopping[] = {SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM};
    struct sigaction action;
    struct sigaction before;
    memset(&action, 0, sizeof action);
    action.sa_handler = stop;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof stopping / sizeof stopping[0]; i++)
        if (sigaction(stopping[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(stopping[i], &action, NULL);
#endif
    atexit(remove_unfinished);
}

void guard_standard_streams(void)
{
#ifndef _WIN32
    /* A file that is opened would become standard output or error. */
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) == -1 && open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
            exit(EXIT_FAILURE);
    signal(SIGXFSZ, SIG_IGN);
#endif
}

/* ---- Opening ------------------------------------------------------------------------------ */

#ifdef __EMSCRIPTEN__
/* Its dup() opens the path of a stream anew. Under Node.js, standard output has no path. */
static int open_standard_output(void)
{
    return STANDARD_OUTPUT;
}

static int close_descriptor(int fd)
{
    return fd == STANDARD_OUTPUT ? 0 : close(fd);
}
#else
/* A copy that can be closed: standard output may be opened again. */
static int open_standard_output(void)
{
    return dup(STANDARD_OUTPUT);
}

static int close_descriptor(int fd)
{
    return close(fd);
}
#endif

static bool is_standard(const char *path)
{
    return path == NULL || strcmp(path, "-") == 0;
}

_Noreturn static void fail_at(const char *path, const char *what)
{
    char problem[2 * LONGEST_PATH];
    end_progress(); /* or the error would be on its line */
    snprintf(problem, sizeof problem, "cannot write to %s: %s",
             path == NULL ? "standard output" : path, what);
    fail(problem);
}

#ifndef _WIN32
/* posix_fallocate() alone would leave what it got before it failed, and says no numbers. */
static void allocate_space(const struct output *out, uint64_t size)
{
    char problem[128];
    struct statvfs disk;
    if (size == 0)
        return;
    if (fstatvfs(out->fd, &disk) == 0 && disk.f_frsize > 0 &&
        disk.f_bavail < size / disk.f_frsize) {
        snprintf(problem, sizeof problem,
                 "the file needs %" PRIu64 " bytes, and the disk has %" PRIu64 " free", size,
                 (uint64_t)disk.f_bavail * disk.f_frsize);
        fail_at(out->path, problem);
    }
    int error = size > INT64_MAX ? EFBIG : 0;
#if defined(_POSIX_ADVISORY_INFO) && _POSIX_ADVISORY_INFO > 0
    if (error == 0)
        error = posix_fallocate(out->fd, 0, (off_t)size);
#endif
    if (error == ENOSPC || error == EFBIG || error == EDQUOT) {
        snprintf(problem, sizeof problem, "the file needs %" PRIu64 " bytes: %s", size,
                 strerror(error));
        fail_at(out->path, problem);
    }
}
#else
static void allocate_space(const struct output *out, uint64_t size)
{
    (void)out;
    (void)size;
}
#endif

/* The folder of path with its last separator, in unfinished. Returns where the name goes. */
static char *begin_temporary_name(const char *path)
{
    size_t folder = strlen(path);
#ifdef _WIN32
    while (folder > 0 && strchr("/\\:", path[folder - 1]) == NULL)
        folder--;
#else
    while (folder > 0 && path[folder - 1] != '/')
        folder--;
#endif
    if (folder + 64 > sizeof unfinished)
        fail_at(path, strerror(ENAMETOOLONG));
    memcpy(unfinished, path, folder);
    return unfinished + folder;
}

void need_folder(const char *path)
{
    if (is_standard(path))
        return;
    *begin_temporary_name(path) = '\0';
    if (*unfinished != '\0' && access(unfinished, F_OK) != 0)
        fail_at(path, strerror(errno));
}

/* A signal that comes between the two steps would leave the file. */
static int create_unfinished(void)
{
#ifndef _WIN32
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
#endif
    int fd = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_BINARY, 0666);
    int error = errno;
    is_unfinished = fd >= 0;
#ifndef _WIN32
    sigprocmask(SIG_SETMASK, &before, NULL);
#endif
    errno = error;
    return fd;
}

/* A new file in the folder of path, with the mode of the file that it will replace. */
static void open_temporary(struct output *out, const char *path, const struct stat *old)
{
    char *name = begin_temporary_name(path);
    catch_signals();
    for (int i = 0; i < 100 && out->fd < 0; i++) {
        sprintf(name, ".nprand-%ld-%d.part", (long)getpid(), i);
        out->fd = create_unfinished();
        if (out->fd < 0 && errno != EEXIST)
            fail_at(path, strerror(errno));
    }
    if (out->fd < 0)
        fail_at(path, strerror(EEXIST));
#ifndef _WIN32
    if (old != NULL && fchmod(out->fd, old->st_mode & 07777) != 0)
        fail_at(path, strerror(errno));
#else
    (void)old;
#endif
}

/* The file that a symbolic link leads to: the link stays. */
static const char *resolve(const char *path)
{
#ifndef _WIN32
    char *resolved = realpath(path, NULL);
    if (resolved != NULL) {
        char *copy = allocate(strlen(resolved) + 1);
        strcpy(copy, resolved);
        free(resolved);
        return copy;
    }
#endif
    return path;
}

/* Devices and pipes are written to as they are. */
static void open_file(struct output *out, const char *path, uint64_t size)
{
    struct stat old;
    bool exists = stat(path, &old) == 0;
    out->path = path;
    if (exists && S_ISDIR(old.st_mode))
        fail_at(path, strerror(EISDIR));
    if (exists && !S_ISREG(old.st_mode)) {
        out->fd = open(path, O_WRONLY | O_BINARY);
        if (out->fd < 0)
            fail_at(path, strerror(errno));
        return;
    }
    if (exists && access(path, W_OK) != 0)
        fail_at(path, strerror(errno));
    out->final = resolve(path);
    open_temporary(out, out->final, exists ? &old : NULL);
    allocate_space(out, size);
}

_Noreturn static void refuse_bytes(void)
{
    refuse(NULL, NULL, "bytes are not for a terminal: use -o FILE or a pipe", NULL);
}

void refuse_terminal(const char *path)
{
    if (is_standard(path) && isatty(STANDARD_OUTPUT))
        refuse_bytes();
}

struct output *open_output(const char *path, bool binary, uint64_t size)
{
    struct output *out = allocate(sizeof *out);
    out->fd = -1;
    out->path = NULL;
    out->final = NULL;
    out->used = 0;
    if (!is_standard(path))
        open_file(out, path, size);
    else
        out->fd = open_standard_output();
    if (out->fd < 0)
        fail_at(path, strerror(errno));
    out->terminal = isatty(out->fd);
    if (binary && out->terminal)
        refuse_bytes();
#ifdef _WIN32
    if (binary)
        setmode(out->fd, O_BINARY);
#endif
    return out;
}

bool is_terminal_output(const struct output *out)
{
    return out->terminal;
}

/* ---- Writing ------------------------------------------------------------------------------ */

static void write_now(struct output *out, const char *data, size_t bytes)
{
    enum { MOST = 1 << 30 };
    while (bytes > 0) {
        ssize_t written = write(out->fd, data, bytes < MOST ? (unsigned)bytes : MOST);
        if (written < 0 && errno != EINTR)
            fail_at(out->path, strerror(errno));
        if (written > 0) {
            data += written;
            bytes -= (size_t)written;
        }
    }
}

static void flush_buffer(struct output *out)
{
    write_now(out, out->buffer, out->used);
    out->used = 0;
}

char *room_in(struct output *out, size_t bytes)
{
    if (BUFFER - out->used < bytes)
        flush_buffer(out);
    return out->buffer + out->used;
}

void took_room(struct output *out, const char *end)
{
    out->used = (size_t)(end - out->buffer);
}

void write_bytes(struct output *out, const void *data, size_t bytes)
{
    if (bytes > BUFFER - out->used)
        flush_buffer(out);
    if (bytes >= BUFFER / 4) {
        flush_buffer(out);
        write_now(out, data, bytes);
    } else {
        memcpy(out->buffer + out->used, data, bytes);
        out->used += bytes;
    }
}

void write_text(struct output *out, const char *text)
{
    write_bytes(out, text, strlen(text));
}

void write_char(struct output *out, char c)
{
    *room_in(out, 1) = c;
    out->used++;
}

void write_line(struct output *out, const char *format, ...)
{
    va_list arguments;
    char *line = room_in(out, OUTPUT_ROOM);
    va_start(arguments, format);
    vsnprintf(line, OUTPUT_ROOM, format, arguments);
    va_end(arguments);
    took_room(out, line + strlen(line));
    write_char(out, '\n');
}

void write_repeated(struct output *out, char c, size_t times)
{
    while (times-- > 0)
        write_char(out, c);
}

static void give_name(const struct output *out)
{
#ifdef _WIN32
    unlink(out->final); /* rename() does not replace */
#endif
    if (rename(unfinished, out->final) != 0)
        fail_at(out->path, strerror(errno));
    is_unfinished = 0;
}

void close_output(struct output *out)
{
    flush_buffer(out);
    end_progress();
    if (close_descriptor(out->fd) != 0)
        fail_at(out->path, strerror(errno));
    if (out->final != NULL)
        give_name(out);
    give_back(out);
}

void close_stdout(void)
{
    int lost = ferror(stdout);
    if (fclose(stdout) != 0 || lost)
        fail_at(NULL, strerror(errno));
}
