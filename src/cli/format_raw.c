/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The formats raw and npy: the bytes of the elements; npy has a header before them, as numpy.save()
 * writes it (numpy.lib.format, version 1.0).
 */
#include "error.h"
#include "format.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void check_raw(const struct draw *d)
{
    if (d->kind == KIND_STR)
        refuse(d->name, "--format", "raw and npy hold numbers, and this draw gives words", NULL);
    if (d->kind == KIND_LITERAL)
        refuse(d->name, "--format", "raw and npy hold numbers of at most 64 bits, all of one type",
               NULL);
}

static void put_raw(struct draw *d, struct output *out)
{
    size_t size = kind_size(d->kind);
    size_t n;
    bool swap = size > 1 && d->order != native_order();
    void *swapped = swap ? allocate(d->limit * size) : NULL;
    for (const void *chunk; (chunk = next_chunk(d, &n)) != NULL;) {
        if (swap) {
            memcpy(swapped, chunk, n * size);
            swap_bytes(swapped, n, size);
        }
        write_bytes(out, swap ? swapped : chunk, n * size);
    }
}

static int write_raw(struct draw *d, struct output *out, const struct options *options)
{
    (void)options;
    put_raw(d, out);
    return EXIT_SUCCESS;
}

/* ---- npy ------------------------------------------------------------------------------------ */

/* 64 dimensions of up to 20 characters fit: the header of version 2.0, for longer ones, is never
 * needed. */
enum { HEADER = 2048, ALIGNMENT = 64, PREFIX = 10, GROWTH = 21 };

static int put_shape(const struct draw *d, char *text)
{
    int length = sprintf(text, "(");
    for (size_t i = 0; i < d->rank; i++)
        length += sprintf(text + length, "%s%" PRIu64, i > 0 ? ", " : "", d->dims[i]);
    return length + sprintf(text + length, d->rank == 1 ? ",)" : ")");
}

/* Spaces for the first dimension of a file that grows, as NumPy leaves them, and up to a multiple
 * of 64 bytes. Returns the length. */
static size_t make_header(const struct draw *d, char *header)
{
    char order = kind_size(d->kind) == 1 ? '|' : d->order == ORDER_BIG ? '>' : '<';
    int length = PREFIX;
    length += sprintf(header + length, "{'descr': '%c%s', 'fortran_order': False, 'shape': ", order,
                      kind_code(d->kind));
    length += put_shape(d, header + length);
    length += sprintf(header + length, ", }");
    if (d->rank > 0) {
        int digits = snprintf(NULL, 0, "%" PRIu64, d->dims[0]);
        length += sprintf(header + length, "%*s", GROWTH - digits, "");
    }
    int end = (length + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    memset(header + length, ' ', (size_t)(end - 1 - length));
    header[end - 1] = '\n';
    memcpy(header, "\x93NUMPY\x01\x00", 8);
    header[8] = (char)((end - PREFIX) & 0xff);
    header[9] = (char)((end - PREFIX) >> 8);
    return (size_t)end;
}

static uint64_t size_of_npy(const struct draw *d)
{
    char header[HEADER];
    return make_header(d, header) + bytes_of_draw(d);
}

static int write_npy(struct draw *d, struct output *out, const struct options *options)
{
    char header[HEADER];
    (void)options;
    write_bytes(out, header, make_header(d, header));
    put_raw(d, out);
    return EXIT_SUCCESS;
}

const struct format format_raw = {.name = "raw",
                                  .ending = ".bin",
                                  .binary = true,
                                  .check = check_raw,
                                  .size = bytes_of_draw,
                                  .write = write_raw};
const struct format format_npy = {.name = "npy",
                                  .ending = ".npy",
                                  .binary = true,
                                  .check = check_raw,
                                  .size = size_of_npy,
                                  .write = write_npy};
