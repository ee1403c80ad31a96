/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Where bytes come from: a file, standard input, or memory, through a buffer. What the bytes mean is
 * for the readers (read_npy.h, read_text.h). No function here exits.
 */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { INPUT_BUFFER = 1 << 16, END_OF_INPUT = -1 };

struct input {
    int fd;        /* -1: memory */
    bool has_size; /* a file whose bytes can be read in any order */
    uint64_t size;
    uint64_t start; /* where the buffer begins in the file */
    int error;      /* errno of the read that failed, or 0 */
    const unsigned char *at, *end;
    unsigned char buffer[INPUT_BUFFER];
};

/* path "-" is standard input. Returns 0, or the errno. */
int open_input(struct input *in, const char *path);

/* The bytes stay where they are. */
void open_memory(struct input *in, const void *bytes, size_t size);

void close_input(struct input *in);

/* The next byte, or END_OF_INPUT: at the end, or where a read fails. */
int next_byte(struct input *in);

/* Returns how many bytes came: fewer than asked for only at the end, or where a read fails. */
size_t read_bytes(struct input *in, void *to, size_t bytes);

/* Goes to a place of the file, counted from its beginning. Needs has_size, or memory. */
bool seek_input(struct input *in, uint64_t place);

#endif
