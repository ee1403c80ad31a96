/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The draw is made again, in chunks, and compared with the file, chunk by chunk.
 */
#include "verify.h"

#include "compare.h"
#include "draw.h"
#include "error.h"
#include "format.h"
#include "input.h"
#include "methods.h"
#include "output.h"
#include "parse.h"
#include "progress.h"
#include "read_npy.h"
#include "read_text.h"
#include "stream.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char here[] = "verify";

/* A size as text: 64 dimensions of 20 characters fit. */
enum { SIZE_TEXT = 2048, SHOWN_NAME = 256 };

struct verification {
    const char *path;
    char name[SHOWN_NAME]; /* for messages, which are one line */
    const struct format *format;
    struct input in;
    struct npy_header header; /* of an .npy file */
    struct text_reader text;
    struct options call; /* the words of the method, and the options */
    nprand_rng rng;
    struct draw d;
    uint64_t row;    /* elements of a draw without a size: 1, or a row */
    bool open_ended; /* the draw is as long as the file, whose length is not known */
    char size[SIZE_TEXT];
    char *chunk; /* elements of the file, as many as a chunk of the draw has */
    char *run;   /* those that stand next to each other */
    struct tally tally;
    /* The first difference in a text. */
    uint64_t line; /* 0: the file is no text */
    size_t index_rank;
    uint64_t index[MAX_RANK];
};

static const char *plural(uint64_t count)
{
    return count == 1 ? "" : "s";
}

_Noreturn static void refuse_file(const struct verification *v, const char *problem)
{
    end_progress();
    refuse(here, v->name, problem, NULL);
}

_Noreturn static void refuse_line(const struct verification *v, const char *problem,
                                  const char *text)
{
    char where[SHOWN_NAME + 64];
    end_progress();
    snprintf(where, sizeof where, "%s, line %" PRIu64, v->name, v->text.line);
    refuse(here, where, problem, text);
}

_Noreturn static void refuse_count(const struct verification *v, uint64_t count, const char *more)
{
    char problem[128];
    snprintf(problem, sizeof problem, "the file has %s%" PRIu64 " value%s, the draw %" PRIu64, more,
             count, plural(count), v->d.count);
    refuse_file(v, problem);
}

/* ---- The file ------------------------------------------------------------------------------- */

static bool is_npy(const struct verification *v)
{
    return v->format == &format_npy;
}

static bool is_bytes(const struct verification *v)
{
    return v->format->binary;
}

static void name_file(struct verification *v)
{
    bool is_standard = strcmp(v->path, "-") == 0;
    snprintf(v->name, sizeof v->name, "%s", is_standard ? "standard input" : v->path);
    for (char *c = v->name; *c != '\0'; c++)
        if ((unsigned char)*c < ' ' || *c == 127)
            *c = '?';
}

static void open_file(struct verification *v)
{
    const int error = open_input(&v->in, v->path);
    if (error != 0)
        refuse_file(v, strerror(error));
}

/* Standard input is text, unless --format says something else. Of a file that does not exist, the
 * message names this fault, and not the unknown ending. */
static void choose_reader(struct verification *v)
{
    const char *name = v->call.value[OPTION_FORMAT];
    v->format = name != NULL                ? format_of_name(name)
                : strcmp(v->path, "-") == 0 ? &format_lines
                                            : format_of_ending(v->path);
    if (v->format == NULL) {
        open_file(v);
        refuse(here, NULL, "the ending is none of .txt, .csv, .json, .bin, .npy; add --format",
               v->path);
    }
}

/* A draw in C's order reads a file in Fortran's at many places. */
static void read_header(struct verification *v)
{
    if (!is_npy(v))
        return;
    const char *problem = read_npy_header(&v->in, &v->header);
    if (v->in.error != 0)
        problem = strerror(v->in.error);
    if (problem != NULL)
        refuse_file(v, problem);
    if (v->header.fortran_order && !v->in.has_size)
        refuse_file(v, "the array is in Fortran's order: it is read from a file, not from a pipe");
}

static void check_read(const struct verification *v)
{
    if (v->in.error != 0)
        refuse_file(v, strerror(v->in.error));
}

/* ---- The size ------------------------------------------------------------------------------- */

static void put_dimensions(char *text, size_t rank, const uint64_t *dims)
{
    *text = '\0';
    for (size_t i = 0; i < rank; i++)
        text += sprintf(text, "%s%" PRIu64, i > 0 ? ", " : "", dims[i]);
}

static void show_shape(char *text, size_t rank, const uint64_t *dims)
{
    *text = '(';
    put_dimensions(text + 1, rank, dims);
    strcat(text, rank == 1 ? ",)" : ")");
}

_Noreturn static void refuse_text_at(const struct verification *v)
{
    check_read(v);
    refuse_line(v, v->text.problem, NULL);
}

/* Reads the text once more than the comparison does. */
static uint64_t count_numbers(struct verification *v)
{
    uint64_t count = 0;
    if (!v->in.has_size)
        refuse_file(v, "the method draws all values at once: give --size");
    start_text(&v->text, &v->in);
    while (next_number(&v->text))
        count++;
    if (v->text.problem != NULL)
        refuse_text_at(v);
    if (!seek_input(&v->in, 0))
        refuse_file(v, "cannot go back to the beginning of the file");
    return count;
}

/* How many values a file without a shape has. */
static uint64_t count_of_file(struct verification *v)
{
    if (!is_bytes(v) && v->d.whole)
        return count_numbers(v);
    if (!is_bytes(v) || !v->in.has_size) {
        v->open_ended = true;
        return INT64_MAX / 16 / v->row * v->row;
    }
    size_t size = kind_size(v->d.kind);
    if (v->in.size % size != 0)
        refuse_file(v, "the bytes are no whole number of elements");
    return v->in.size / size;
}

static void refuse_broken_row(const struct verification *v, uint64_t count)
{
    char problem[128];
    if (count % v->row == 0)
        return;
    snprintf(problem, sizeof problem,
             "the file has %" PRIu64 " values, which are no whole rows of %" PRIu64, count, v->row);
    refuse_file(v, problem);
}

/* The size that gives a draw the shape of the file. An .npy file that has no such shape is refused
 * after the draw is prepared. */
static void put_size_of_file(struct verification *v)
{
    size_t of_row = v->d.rank;
    if (is_npy(v)) {
        size_t rank = v->header.rank > of_row ? v->header.rank - of_row : 0;
        put_dimensions(v->size, rank, v->header.dims);
        return;
    }
    uint64_t count = count_of_file(v);
    if (count == 0)
        refuse_file(v, "the file has no values");
    refuse_broken_row(v, count);
    uint64_t rows = count / v->row;
    put_dimensions(v->size, 1, &rows);
}

/* Prepares the draw twice: without a size, it has the elements of one row. Arrays as parameters have
 * a shape of their own. */
static void settle_size(struct verification *v)
{
    struct options call = v->call;
    if (v->d.each != NULL || !give_size(&call, "1"))
        return;
    v->row = v->d.count;
    put_size_of_file(v);
    if (*v->size == '\0')
        return;
    give_size(&v->call, v->size);
    prepare_draw(&v->d, &v->call, &v->rng);
}

static bool is_shape_of(const struct draw *d, size_t rank, const uint64_t *dims)
{
    return d->rank == rank && memcmp(d->dims, dims, rank * sizeof *dims) == 0;
}

static void check_shape(const struct verification *v, size_t rank, const uint64_t *dims)
{
    char there[SIZE_TEXT];
    char drawn[SIZE_TEXT];
    char problem[2 * SIZE_TEXT + 64];
    if (is_shape_of(&v->d, rank, dims))
        return;
    show_shape(there, rank, dims);
    show_shape(drawn, v->d.rank, v->d.dims);
    snprintf(problem, sizeof problem, "the shape of the file is %s, and of the draw %s", there,
             drawn);
    refuse_file(v, problem);
}

static void check_dtype(const struct verification *v)
{
    char problem[128];
    const char *there = kind_name(v->header.dtype.kind);
    const char *drawn = kind_name(v->d.kind);
    if (strcmp(there, drawn) == 0)
        return;
    snprintf(problem, sizeof problem,
             "the file has elements of %s, the draw of %s; --dtype sets that of the draw", there,
             drawn);
    refuse_file(v, problem);
}

/* ---- Bytes ---------------------------------------------------------------------------------- */

/* The place in an array in Fortran's order of the element that has index i behind the first axis in
 * C's order, and 0 on it. */
static uint64_t fortran_place(const struct npy_header *h, uint64_t i)
{
    uint64_t place = 0;
    uint64_t stride = h->count;
    for (size_t axis = h->rank; axis-- > 1;) {
        stride /= h->dims[axis];
        place += i % h->dims[axis] * stride;
        i /= h->dims[axis];
    }
    return place;
}

/* Elements from..from + n in C's order. Those with the same index behind the first axis stand next
 * to each other. */
static void read_fortran(struct verification *v, uint64_t from, size_t n, char *to)
{
    const struct npy_header *h = &v->header;
    size_t size = kind_size(v->d.kind);
    uint64_t length = h->count / h->dims[0];
    for (size_t e = 0; e < n && e < length; e++) {
        uint64_t i = from + e;
        size_t count = (size_t)((n - 1 - e) / length + 1);
        uint64_t place = fortran_place(h, i % length) + i / length;
        if (!seek_input(&v->in, h->length + place * size) ||
            read_bytes(&v->in, v->run, count * size) != count * size)
            refuse_file(v, "the file has become shorter");
        for (size_t k = 0; k < count; k++)
            memcpy(to + (e + k * (size_t)length) * size, v->run + k * size, size);
    }
}

static enum byte_order order_of_file(const struct verification *v)
{
    return is_npy(v) ? v->header.dtype.order : v->d.order;
}

/* Up to n elements, in the machine's byte order. Returns how many the file has. */
static size_t read_elements(struct verification *v, size_t n)
{
    size_t size = kind_size(v->d.kind);
    uint64_t from = v->d.done - n;
    size_t bytes = n * size;
    if (is_npy(v) && v->header.fortran_order)
        read_fortran(v, from, n, v->chunk);
    else
        bytes = read_bytes(&v->in, v->chunk, n * size);
    check_read(v);
    if (bytes % size != 0)
        refuse_file(v, "the bytes are no whole number of elements");
    if (order_of_file(v) != native_order())
        swap_bytes(v->chunk, bytes / size, size);
    return bytes / size;
}

static void compare_bytes(struct verification *v)
{
    size_t n;
    size_t size = kind_size(v->d.kind);
    v->chunk = allocate(v->d.limit * size);
    v->run = allocate(v->d.limit * size);
    for (const void *drawn; (drawn = next_chunk(&v->d, &n)) != NULL;) {
        size_t got = read_elements(v, n);
        compare_elements(&v->tally, v->d.kind, v->chunk, drawn, got);
        if (got < n)
            return;
    }
    if (!v->header.fortran_order && next_byte(&v->in) != END_OF_INPUT)
        refuse_count(v, v->d.count, "more than ");
    check_read(v);
}

/* ---- Texts ---------------------------------------------------------------------------------- */

/* The first difference is where the reader is. Lists know its index in all dimensions. */
static void note_place(struct verification *v)
{
    const struct text_reader *r = &v->text;
    v->line = r->line;
    v->index_rank = r->rank;
    for (size_t axis = 0; axis < r->rank; axis++)
        v->index[axis] = r->counts[axis] - (axis + 1 == r->rank);
}

static void compare_number(struct verification *v, const void *drawn, size_t i)
{
    uint64_t different = v->tally.different;
    if (!compare_text(&v->tally, v->d.kind, v->text.text, drawn, i))
        refuse_line(v, "not a number", v->text.text);
    if (different == 0 && v->tally.different > 0)
        note_place(v);
}

/* Lists have a shape; lines have an order alone. */
static void check_lists(const struct verification *v)
{
    const struct text_reader *r = &v->text;
    if (r->rank == 0)
        return;
    if (!v->open_ended)
        check_shape(v, r->rank, r->dims);
    else if (v->row > 1 && (r->rank < 2 || r->dims[r->rank - 1] != v->row))
        refuse_file(v, "the innermost lists are no rows of the draw");
}

static void compare_texts(struct verification *v)
{
    size_t n;
    bool more = true;
    start_text(&v->text, &v->in);
    for (const void *drawn; more && (drawn = next_chunk(&v->d, &n)) != NULL;)
        for (size_t i = 0; i < n && more; i++) {
            more = next_number(&v->text);
            if (more)
                compare_number(v, drawn, i);
        }
    if (more && next_number(&v->text))
        refuse_count(v, v->d.count, "more than ");
    if (v->text.problem != NULL)
        refuse_text_at(v);
    check_lists(v);
}

/* ---- The result ----------------------------------------------------------------------------- */

/* The index of the first difference. A text without lists has a count alone. */
static void find_index(struct verification *v)
{
    uint64_t i = v->tally.first;
    if (v->index_rank > 0)
        return;
    v->index_rank = v->open_ended ? 1 : v->d.rank;
    for (size_t axis = v->index_rank; axis-- > 0;) {
        uint64_t length = v->open_ended ? UINT64_MAX : v->d.dims[axis];
        v->index[axis] = i % length;
        i /= length;
    }
}

static void write_first(struct verification *v, struct output *out)
{
    char index[SIZE_TEXT];
    char line[32] = "";
    find_index(v);
    put_dimensions(index, v->index_rank, v->index);
    if (v->line > 0)
        snprintf(line, sizeof line, ", line %" PRIu64, v->line);
    write_line(out, "the first difference: at [%s]%s: the file has %s, the draw %s", index, line,
               v->tally.first_there, v->tally.first_drawn);
}

static void write_distance(const struct verification *v, struct output *out)
{
    enum { MANY_ULPS = 1000000 };
    const struct tally *t = &v->tally;
    if (t->nans > 0)
        write_line(out, "NaN stands in one of the two alone: %" PRIu64 " time%s", t->nans,
                   plural(t->nans));
    if (t->ulps > MANY_ULPS)
        write_line(out, "the largest difference: more than %d ULP, which is no matter of rounding",
                   MANY_ULPS);
    else if (t->ulps > 0)
        write_line(out, "the largest difference: %" PRIu64 " ULP", t->ulps);
}

static void write_rounded(const struct tally *t, struct output *out)
{
    char fewest[32] = "";
    if (t->rounded == 0)
        return;
    if (t->fewest_digits < t->most_digits)
        snprintf(fewest, sizeof fewest, "%u to ", t->fewest_digits);
    write_line(out, "%" PRIu64 " value%s in the file %s rounded, to %s%u digit%s", t->rounded,
               plural(t->rounded), t->rounded == 1 ? "is" : "are", fewest, t->most_digits,
               plural(t->most_digits));
}

static void write_difference(struct verification *v, struct output *out)
{
    const struct tally *t = &v->tally;
    write_line(out, "different: %" PRIu64 " of %" PRIu64 " value%s", t->different, t->compared,
               plural(t->compared));
    write_first(v, out);
    write_distance(v, out);
    write_rounded(t, out);
}

static void write_equality(const struct verification *v, struct output *out)
{
    const struct tally *t = &v->tally;
    write_line(out, "equal%s: %" PRIu64 " value%s%s",
               t->rounded > 0 ? " to the digits printed" : "", t->compared, plural(t->compared),
               t->rounded == 0 && is_float_kind(v->d.kind) ? ", to the last bit" : "");
    write_rounded(t, out);
}

static int write_result(struct verification *v)
{
    end_progress();
    struct output *out = open_output(NULL, false, 0);
    bool equal = v->tally.different == 0;
    if (equal)
        write_equality(v, out);
    else
        write_difference(v, out);
    close_output(out);
    return equal ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* ---- The command ---------------------------------------------------------------------------- */

static void refuse_option(const struct options *options, enum option_name option, const char *name,
                          const char *problem)
{
    if (is_given(options, option))
        refuse(here, name, problem, NULL);
}

static bool opens(const char *path)
{
    struct input in;
    bool opened = open_input(&in, path) == 0;
    if (opened)
        close_input(&in);
    return opened;
}

static void take_words(struct verification *v, const struct options *options)
{
    if (options->count < 2)
        refuse(here, NULL, "no file given", NULL);
    if (options->count < 3)
        refuse(here, NULL, "no method given behind the file", options->words[1]);
    if (find_method(options->words[1]) != NULL && !opens(options->words[1]))
        refuse(here, NULL, "the file stands before the method: nprand verify FILE METHOD",
               options->words[1]);
    refuse_option(options, OPTION_OUTPUT, "--output", "the command writes no file");
    refuse_option(options, OPTION_SAVE_STATE, "--save-state", "the command writes no file");
    refuse_option(options, OPTION_REPR, "--repr", "the command prints no array");
    refuse_option(options, OPTION_SUMMARY, "--summary", "the command prints no array");
    if (!is_given(options, OPTION_SEED) && !is_given(options, OPTION_SEED_SEQUENCE) &&
        !is_given(options, OPTION_STATE) && !is_given(options, OPTION_GYM_SEED))
        refuse(here, "--seed", "option missing: without it, each run has other numbers", NULL);
    v->path = options->words[1];
    name_file(v);
    v->call = *options;
    v->call.words += 2;
    v->call.count -= 2;
}

static void settle_chunks_of(struct verification *v)
{
    enum { LARGE_CHUNK = 1 << 20 };
    const char *skip = v->call.value[OPTION_SKIP];
    if (skip != NULL)
        skip_values(&v->d, read_count(NULL, "--skip", skip));
    if (set_threads(&v->rng, &v->call) > 1 || v->header.fortran_order)
        enlarge_chunks(&v->d, LARGE_CHUNK);
    if (!v->open_ended && !is_given(&v->call, OPTION_QUIET))
        allow_progress();
}

/* Of a file that is as long as it likes, an end is no difference; of no number, nothing is known. */
static void check_count(const struct verification *v)
{
    uint64_t count = v->tally.compared;
    if (!v->open_ended && count < v->d.count)
        refuse_count(v, count, "");
    if (!v->open_ended)
        return;
    if (count == 0)
        refuse_file(v, "the file has no values");
    refuse_broken_row(v, count);
}

int run_verify(const struct options *options)
{
    static struct verification v;
    memset(&v, 0, sizeof v); /* a test runs several commands in one process */
    take_words(&v, options);
    choose_reader(&v);
    start_stream(&v.rng, &v.call);
    skip_words(&v.rng, &v.call);
    prepare_draw(&v.d, &v.call, &v.rng);
    if (is_text_kind(v.d.kind))
        refuse(here, v.d.name, "draws of words are not compared", NULL);
    open_file(&v);
    read_header(&v);
    settle_size(&v);
    if (is_npy(&v)) {
        check_dtype(&v);
        check_shape(&v, v.header.rank, v.header.dims);
    }
    settle_chunks_of(&v);
    if (is_bytes(&v))
        compare_bytes(&v);
    else
        compare_texts(&v);
    close_input(&v.in);
    check_count(&v);
    return write_result(&v);
}
