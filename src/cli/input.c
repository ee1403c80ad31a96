/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Input through the system's own calls.
 */
#ifndef _FILE_OFFSET_BITS
#define _FILE_OFFSET_BITS 64
#endif
#if !defined(_WIN32) && !defined(_XOPEN_SOURCE)
#define _XOPEN_SOURCE 700
#endif
#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef _WIN32
#include <io.h>
#else
#define O_BINARY 0
#endif

enum { STANDARD_INPUT = 0 };

/* A pipe, a terminal or a device has no size and no places. */
static void find_size(struct input *in)
{
#ifdef _WIN32
    struct _stati64 status;
    bool known = _fstati64(in->fd, &status) == 0;
#else
    struct stat status = {0}; /* MemorySanitizer of clang 14 does not see that fstat() writes it */
    bool known = fstat(in->fd, &status) == 0;
#endif
    in->has_size = known && S_ISREG(status.st_mode) && lseek(in->fd, 0, SEEK_CUR) == 0;
    in->size = in->has_size ? (uint64_t)status.st_size : 0;
}

int open_input(struct input *in, const char *path)
{
    *in = (struct input){.fd = STANDARD_INPUT};
    in->at = in->end = in->buffer;
    if (strcmp(path, "-") != 0)
        in->fd = open(path, O_RDONLY | O_BINARY);
    if (in->fd < 0)
        return errno;
#ifdef _WIN32
    setmode(in->fd, O_BINARY);
#endif
    find_size(in);
    return 0;
}

void open_memory(struct input *in, const void *bytes, size_t size)
{
    *in = (struct input){.fd = -1, .has_size = true, .size = size};
    in->at = bytes;
    in->end = in->at + size;
}

void close_input(struct input *in)
{
    if (in->fd > STANDARD_INPUT)
        close(in->fd);
}

/* False at the end, or where the read fails. */
static bool refill(struct input *in)
{
    ssize_t got;
    if (in->fd < 0 || in->error != 0)
        return false;
    in->start += (uint64_t)(in->end - in->buffer);
    do
        got = read(in->fd, in->buffer, sizeof in->buffer);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        in->error = errno;
    in->at = in->buffer;
    in->end = in->buffer + (got > 0 ? got : 0);
    return got > 0;
}

int next_byte(struct input *in)
{
    if (in->at == in->end && !refill(in))
        return END_OF_INPUT;
    return *in->at++;
}

size_t read_bytes(struct input *in, void *to, size_t bytes)
{
    unsigned char *target = to;
    size_t done = 0;
    while (done < bytes && (in->at < in->end || refill(in))) {
        size_t there = (size_t)(in->end - in->at);
        size_t take = there < bytes - done ? there : bytes - done;
        memcpy(target + done, in->at, take);
        in->at += take;
        done += take;
    }
    return done;
}

static bool seek_memory(struct input *in, uint64_t place)
{
    if (place > in->size)
        return false;
    in->at = in->end - in->size + place;
    return true;
}

/* Within the buffer, nothing is read again. */
bool seek_input(struct input *in, uint64_t place)
{
    if (in->fd < 0)
        return seek_memory(in, place);
    uint64_t there = (uint64_t)(in->end - in->buffer);
    if (place >= in->start && place - in->start <= there) {
        in->at = in->buffer + (place - in->start);
        return true;
    }
    if (place > INT64_MAX || lseek(in->fd, (off_t)place, SEEK_SET) < 0)
        return false;
    in->start = place;
    in->at = in->end = in->buffer;
    return true;
}
