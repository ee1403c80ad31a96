/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What the command reads from files: headers of .npy, and numbers in texts: lines, csv, lists. An
 * input is the file; or numbers, lengths and marks from which this program writes a file as NumPy
 * does, with some bytes of it changed or none.
 *
 * Looked for: what sanitizers see; a reader that does not end; a reader that fails without a
 * problem; more numbers or bytes than the input has; and a file that was written and not changed,
 * from which other things are read than were written.
 */
#include "../../src/cli/read_npy.h"
#include "../../src/cli/read_text.h"

#define input fuzz_input /* the command has a struct of this name */
#include "input.h"
#undef input

enum { MOST_DIMS = 5, MOST_FILE = 4096, MOST_CHANGES = 4, MOST_NUMBERS = 40 };

/* A few bytes become others, or none. Returns whether the file is as it was written. */
static bool change_file(struct fuzz_input *in, unsigned char *bytes, size_t *size)
{
    const unsigned count = take_below(in, 2) == 0 ? 0 : take_below(in, MOST_CHANGES);
    const bool is_cut = take_below(in, 8) == 1;
    for (unsigned i = 0; i<count && * size> 0; i++)
        take(in, 1, bytes + take_below(in, (unsigned)*size));
    if (is_cut)
        *size = take_below(in, (unsigned)*size + 1);
    return count == 0 && !is_cut;
}

/* The file in memory of just its size. */
static unsigned char *copy_file(const unsigned char *bytes, size_t size)
{
    unsigned char *copy = (unsigned char *)exact_room(size);
    memcpy(copy, bytes, size);
    return copy;
}

/* ---- .npy ---- */

struct written_header {
    const char *descr;
    enum kind kind;
    bool fortran_order;
    size_t rank;
    uint64_t dims[MOST_DIMS], count;
    size_t length;
};

/* Returns whether a header was read. */
static bool read_header(const unsigned char *bytes, size_t size, struct npy_header *header)
{
    static struct input in;
    open_memory(&in, bytes, size);
    const bool is_read = read_npy_header(&in, header) == NULL;
    if (is_read && (header->length > size || in.at != in.end - (size - header->length)))
        fail_target("npy", "the reader does not stand behind the header");
    close_input(&in);
    return is_read;
}

static void take_header(struct fuzz_input *in, struct written_header *w)
{
    static const struct {
        const char *descr;
        enum kind kind;
    } types[] = {
        {"<f8", KIND_DOUBLE}, {"<f4", KIND_FLOAT},  {"<i8", KIND_INT64}, {"<i4", KIND_INT32},
        {"<u8", KIND_UINT64}, {"<u2", KIND_UINT16}, {"|i1", KIND_INT8},  {"|u1", KIND_UINT8},
        {"|b1", KIND_BOOL},   {">f8", KIND_DOUBLE},
    };
    const unsigned type = take_below(in, sizeof types / sizeof *types);
    w->descr = types[type].descr;
    w->kind = types[type].kind;
    w->fortran_order = take_below(in, 2) == 1;
    w->rank = take_below(in, MOST_DIMS + 1);
    w->count = 1;
    for (size_t i = 0; i < w->rank; i++) {
        w->dims[i] = take_below(in, 4);
        w->count *= w->dims[i];
    }
}

/* A file as numpy.save() writes it, in version 1.0 or 2.0. All elements are 0. */
static size_t write_npy(struct fuzz_input *in, struct written_header *w, unsigned char *bytes)
{
    char dict[512];
    const int version = 1 + (int)take_below(in, 2);
    const size_t prefix = version == 1 ? 10 : 12;
    size_t n =
        (size_t)snprintf(dict, sizeof dict, "{'descr': '%s', 'fortran_order': %s, 'shape': (",
                         w->descr, w->fortran_order ? "True" : "False");
    for (size_t i = 0; i < w->rank; i++)
        n += (size_t)snprintf(dict + n, sizeof dict - n, "%s%u%s", i > 0 ? " " : "",
                              (unsigned)w->dims[i], i + 1 < w->rank || w->rank == 1 ? "," : "");
    n += (size_t)snprintf(dict + n, sizeof dict - n, "), }");
    while ((prefix + n + 1) % 64 != 0)
        dict[n++] = ' ';
    dict[n++] = '\n';
    memcpy(bytes, "\x93NUMPY", 6);
    bytes[6] = (unsigned char)version;
    bytes[7] = 0;
    for (size_t i = 8; i < prefix; i++)
        bytes[i] = (unsigned char)(n >> 8 * (i - 8));
    memcpy(bytes + prefix, dict, n);
    w->length = prefix + n;
    const size_t elements = (size_t)w->count * kind_size(w->kind);
    memset(bytes + w->length, 0, elements);
    return w->length + elements;
}

static void check_header(const struct written_header *w, const struct npy_header *header)
{
    bool is_same = header->length == w->length && header->rank == w->rank &&
                   header->count == w->count && header->dtype.kind == w->kind &&
                   header->fortran_order == (w->fortran_order && w->rank > 1);
    for (size_t i = 0; i < w->rank && is_same; i++)
        is_same = header->dims[i] == w->dims[i];
    if (!is_same)
        fail_target("npy", "another header than was written");
}

static void run_npy(struct fuzz_input *in)
{
    static unsigned char bytes[MOST_FILE];
    struct written_header w;
    struct npy_header header;
    take_header(in, &w);
    size_t size = write_npy(in, &w, bytes);
    const bool is_whole = change_file(in, bytes, &size);
    unsigned char *file = copy_file(bytes, size);
    const bool is_read = read_header(file, size, &header);
    if (is_whole && !is_read)
        fail_target("npy", "a header of NumPy is refused");
    if (is_whole)
        check_header(&w, &header);
    free(file);
}

/* ---- Texts ---- */

struct written_text {
    char numbers[MOST_NUMBERS][16];
    size_t count, lists;
};

/* Reads all numbers. Without changes they are those that were written. */
static void check_numbers(const unsigned char *bytes, size_t size, const struct written_text *w)
{
    static struct input in;
    static struct text_reader reader;
    size_t count = 0;
    open_memory(&in, bytes, size);
    start_text(&reader, &in);
    while (next_number(&reader)) {
        if (w != NULL && (count >= w->count || strcmp(reader.text, w->numbers[count]) != 0))
            fail_target("text", "another number than was written");
        if (++count > size || strlen(reader.text) > LONGEST_NUMBER || reader.number + 1 != count)
            fail_target("text", "more than the text has");
    }
    if (reader.problem == NULL && reader.depth != 0)
        fail_target("text", "it ends in a list that is open");
    if (w != NULL && (reader.problem != NULL || count != w->count || reader.rank != w->lists))
        fail_target("text", "a text of NumPy is refused, or read in part");
    close_input(&in);
}

/* Numbers, with commas, blanks or line ends between them, in a list of lists or in none. All lists
 * have the same length. */
static size_t write_text(struct fuzz_input *in, struct written_text *w, char *text)
{
    static const char *const between[] = {", ", " ", ",", "\n", "\r\n", "\t"};
    const char *mark = between[take_below(in, sizeof between / sizeof *between)];
    const size_t length = 1 + take_below(in, 6);
    char *at = text;
    w->lists = take_below(in, 3);
    w->count = w->lists == 2 ? length * (1 + take_below(in, 6)) : length;
    at += sprintf(at, "%s", w->lists == 2 ? "[[" : w->lists == 1 ? "[" : "# numbers\n");
    for (size_t i = 0; i < w->count; i++) {
        const bool begins_row = w->lists == 2 && i > 0 && i % length == 0;
        snprintf(w->numbers[i], sizeof *w->numbers, "%.6g", take_double(in));
        at += sprintf(at, "%s%s", begins_row ? "],\n [" : i > 0 ? mark : "", w->numbers[i]);
    }
    at += sprintf(at, "%s", w->lists == 2 ? "]]\n" : w->lists == 1 ? "]\n" : "\n");
    return (size_t)(at - text);
}

static void run_text(struct fuzz_input *in)
{
    static unsigned char bytes[MOST_FILE];
    struct written_text w;
    size_t size = write_text(in, &w, (char *)bytes);
    const bool is_whole = change_file(in, bytes, &size);
    unsigned char *file = copy_file(bytes, size);
    check_numbers(file, size, is_whole ? &w : NULL);
    free(file);
}

static void run_file(struct fuzz_input *in, bool is_npy)
{
    struct npy_header header;
    size_t size;
    unsigned char *bytes = (unsigned char *)take_rest(in, &size);
    if (is_npy)
        read_header(bytes, size, &header);
    else
        check_numbers(bytes, size, NULL);
    free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input in = {data, size};
    const unsigned kind = take_below(&in, 4);
    if (kind == 2)
        run_npy(&in);
    else if (kind == 3)
        run_text(&in);
    else
        run_file(&in, kind == 0);
    return 0;
}
