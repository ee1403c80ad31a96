/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand hist: a histogram of a draw, in the terminal and as a picture.
 */
#include "hist.h"

#include "error.h"
#include "methods.h"
#include "parse.h"
#include "progress.h"
#include "stream.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOST_BINS = 10000 };

/* A histogram while the draw is read. There are coarse bins for the terminal, and finer ones for
 * the picture. */
struct histogram {
    struct summary summary;
    struct quantiles *quantiles;
    struct bins lines;
    struct bins bars;
};

/* ---- Reading ------------------------------------------------------------------------------ */

enum { BLOCK = 4096 };

static double element(enum kind kind, const void *data, size_t i)
{
    switch (kind) {
    case KIND_BOOL:
        return ((const bool *)data)[i];
    case KIND_INT8:
        return ((const int8_t *)data)[i];
    case KIND_INT16:
        return ((const int16_t *)data)[i];
    case KIND_INT32:
        return ((const int32_t *)data)[i];
    case KIND_INT64:
        return (double)((const int64_t *)data)[i];
    case KIND_UINT16:
        return ((const uint16_t *)data)[i];
    case KIND_UINT32:
        return ((const uint32_t *)data)[i];
    case KIND_UINT64:
        return (double)((const uint64_t *)data)[i];
    case KIND_FLOAT:
        return ((const float *)data)[i];
    case KIND_DOUBLE:
        return ((const double *)data)[i];
    default:
        return ((const uint8_t *)data)[i];
    }
}

/* The finite ones of the elements. Returns how many. */
static size_t load(enum kind kind, const void *data, size_t first, size_t n, double *x)
{
    size_t count = 0;
    for (size_t i = first; i < first + n; i++) {
        x[count] = element(kind, data, i);
        count += isfinite(x[count]) != 0;
    }
    return count;
}

typedef void visit(struct histogram *h, const double *x, size_t n);

/* Returns how many elements are not finite. */
static uint64_t read_values(struct draw *d, struct histogram *h, visit *use)
{
    double x[BLOCK];
    size_t n;
    uint64_t left_out = 0;
    for (const void *data; (data = next_chunk(d, &n)) != NULL;) {
        for (size_t at = 0; at < n; at += BLOCK) {
            size_t size = n - at < BLOCK ? n - at : BLOCK;
            size_t count = load(d->kind, data, at, size, x);
            left_out += size - count;
            use(h, x, count);
        }
    }
    return left_out;
}

static void add_values(struct histogram *h, const double *x, size_t n)
{
    add_to_summary(&h->summary, x, n);
    add_to_quantiles(h->quantiles, x, n);
}

static void count_values(struct histogram *h, const double *x, size_t n)
{
    refine_quantiles(h->quantiles, x, n);
    add_to_bins(&h->lines, x, n);
    add_to_bins(&h->bars, x, n);
}

/* n: the bins that are asked for, or 0. */
static void make_histogram(struct histogram *h, struct draw *d, size_t n)
{
    enum { LINES = 25, INTEGER_LINES = 40, BARS = 80, INTEGER_BARS = 120 };
    h->quantiles = new_quantiles(d->count);
    h->summary.not_finite = read_values(d, h, add_values);
    if (h->summary.count == 0)
        fail("no value is finite");
    choose_quantiles(h->quantiles, &h->summary);
    struct range range = range_to_show(h->quantiles, &h->summary, d->kind);
    make_bins(&h->lines, range, n, LINES, INTEGER_LINES);
    make_bins(&h->bars, range, n, BARS, INTEGER_BARS);
    rewind_draw(d);
    read_values(d, h, count_values);
    end_bins(&h->lines);
    end_bins(&h->bars);
}

/* ---- The call ----------------------------------------------------------------------------- */

static const char *name_of(enum option_name option)
{
    const char *name = option_row(option)->name;
    char *text = allocate(strlen(name) + sizeof "--");
    return strcat(strcpy(text, "--"), name);
}

static char *append(const char *text, const char *more)
{
    char *longer = allocate(strlen(text) + strlen(more) + 4);
    const char *quote = strpbrk(more, " ()[]<>*?$&;|") != NULL ? "'" : "";
    sprintf(longer, "%s %s%s%s", text, quote, more, quote);
    return longer;
}

static char *append_option(char *text, const struct options *options, enum option_name option)
{
    if (!is_given(options, option))
        return text;
    text = append(text, name_of(option));
    return *options->value[option] == '\0' ? text : append(text, options->value[option]);
}

static bool has_start(const struct options *options)
{
    return is_given(options, OPTION_SEED) || is_given(options, OPTION_SEED_SEQUENCE) ||
           is_given(options, OPTION_STATE) || is_given(options, OPTION_GYM_SEED);
}

/* The command line of the draw. */
static const char *title_of(const struct options *options)
{
    static const char no_seed[] = "  (no seed)";
    char *text = append_option("nprand", options, OPTION_SEED);
    for (int i = OPTION_SEED + 1; i < OPTION_SIZE; i++)
        text = append_option(text, options, (enum option_name)i);
    for (int i = 0; i < options->count; i++)
        text = append(text, options->words[i]);
    for (int i = OPTION_SIZE; i < OPTION_THREADS; i++)
        text = append_option(text, options, (enum option_name)i);
    if (!has_start(options))
        text = strcat(strcpy(allocate(strlen(text) + sizeof no_seed), text), no_seed);
    for (char *c = text; *c != '\0'; c++)
        *c = (char)(iscntrl((unsigned char)*c) ? '?' : *c);
    return text;
}

/* ---- Help --------------------------------------------------------------------------------- */

void print_hist_help(void)
{
    puts("Usage: nprand hist METHOD [arguments] [size]\n"
         "\n"
         "Draws the numbers of nprand METHOD [arguments] [size], and shows a histogram as\n"
         "wide as the terminal: for each bin the count and, if a formula is known, the\n"
         "expected number.\n"
         "    nprand --seed 0 hist normal 0 1 --size 1e6\n"
         "    nprand --seed 0 hist poisson 4 --size 1e5 --svg poisson.svg\n"
         "\n"
         "Options of hist, beside those of the draw:\n"
         "  --bins N    N bins of one width; by default their ends have few digits. Bins\n"
         "              of integers have equally many of them: there may be less than N\n"
         "  --svg FILE  write a picture to FILE, too; to standard output (-), it is alone\n"
         "  --ascii     no Unicode blocks; the default where the locale is not UTF-8\n"
         "\n"
         "std is numpy.std(), divided by the count. Quantiles are as numpy.quantile() has\n"
         "them, exact up to 1048576 values; of more values, their error is below 6e-8 of\n"
         "them. Where a tail is longer than four times the distance from the 5 % to the\n"
         "95 % quantile, it is cut, and the values outside are counted. The numbers are\n"
         "drawn twice instead of kept.\n"
         "\n"
         "The width is that of the terminal or COLUMNS, and 80 in a pipe.");
}

/* ---- The command -------------------------------------------------------------------------- */

static size_t read_bins(const struct options *options)
{
    const char *text = options->value[OPTION_BINS];
    if (text == NULL)
        return 0;
    uint64_t n = read_count(NULL, "--bins", text);
    if (n < 1 || n > MOST_BINS)
        refuse(NULL, "--bins", "not in 1 to 10000", text);
    return (size_t)n;
}

static void refuse_formats(const struct options *options)
{
    static const enum option_name none[] = {OPTION_FORMAT, OPTION_OUTPUT, OPTION_BYTE_ORDER,
                                            OPTION_REPR, OPTION_SUMMARY};
    if (is_given(options, OPTION_SAVE_STATE))
        refuse("hist", "--save-state", "hist saves no state; nprand METHOD --save-state FILE does",
               NULL);
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        if (is_given(options, none[i]))
            refuse("hist", name_of(none[i]),
                   "hist writes to standard output, and with --svg FILE a picture to a file", NULL);
}

/* The options and words of the draw alone. */
static struct options options_of_draw(const struct options *options)
{
    struct options o = *options;
    if (o.count < 2)
        refuse("hist", NULL, "no method given; nprand --help lists them", NULL);
    refuse_formats(options);
    o.words++;
    o.count--;
    o.value[OPTION_BINS] = NULL;
    o.value[OPTION_SVG] = NULL;
    o.value[OPTION_ASCII] = NULL;
    return o;
}

static void prepare(struct draw *d, nprand_rng *rng, const struct options *options)
{
    enum { LARGE_CHUNK = 1 << 20 };
    const char *skip = options->value[OPTION_SKIP];
    start_stream(rng, options);
    skip_words(rng, options);
    prepare_draw(d, options, rng);
    if (d->each != NULL)
        refuse("hist", d->name, "a histogram is of one distribution: give numbers, not lists",
               NULL);
    if (is_text_kind(d->kind))
        refuse("hist", d->name, "words have no histogram", NULL);
    if (d->count == 0)
        refuse(d->name, NULL, "a histogram needs at least one value", NULL);
    if (skip != NULL)
        skip_values(d, read_count(NULL, "--skip", skip));
    if (set_threads(rng, options) > 1)
        enlarge_chunks(d, LARGE_CHUNK);
}

/* Most likely the size was forgotten. */
static void note_one_value(const struct draw *d)
{
    bool takes_size = (options_of(d->method) & OPTION_BIT(OPTION_SIZE)) != 0;
    if (d->count == 1)
        note("hist: one value%s", takes_size ? "; --size N draws more" : "");
}

static void write_picture(const struct picture *lines, const struct histogram *h,
                          struct output *out)
{
    struct picture p = *lines;
    p.bins = &h->bars;
    write_svg(&p, out);
    close_output(out);
}

int run_hist(const struct options *options)
{
    static nprand_rng rng;
    static struct draw d;
    static struct histogram h;
    struct curve curve;
    double quantiles[QUANTILES];
    struct options of_draw = options_of_draw(options);
    struct terminal terminal = find_terminal(options);
    const char *svg = options->value[OPTION_SVG];
    size_t n = read_bins(options);
    memset(&h, 0, sizeof h); /* a test runs several commands in one process */
    prepare(&d, &rng, &of_draw);
    note_one_value(&d);
    struct picture p = {.title = title_of(&of_draw), .summary = &h.summary, .bins = &h.lines};
    struct output *file = svg != NULL ? open_output(svg, false, 0) : NULL;
    if (!is_given(options, OPTION_QUIET))
        allow_progress();
    make_histogram(&h, &d, n);
    end_progress();
    if (find_curve(&curve, &d)) {
        p.curve = &curve;
        expect_in_bins(&h.lines, &curve, (double)d.count);
        expect_in_bins(&h.bars, &curve, (double)d.count);
    }
    for (int i = 0; i < QUANTILES; i++)
        quantiles[i] = quantile(h.quantiles, &h.summary, i);
    p.quantiles = quantiles;
    p.exact = are_exact(h.quantiles);
    if (file != NULL)
        write_picture(&p, &h, file);
    if (svg != NULL && strcmp(svg, "-") == 0)
        return EXIT_SUCCESS;
    struct output *out = open_output(NULL, false, 0);
    write_histogram(&p, terminal, out);
    close_output(out);
    return EXIT_SUCCESS;
}
