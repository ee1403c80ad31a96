/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A histogram as text: a line for each bin, as wide as the terminal.
 */
#if !defined(_WIN32) && !defined(_DEFAULT_SOURCE)
#define _DEFAULT_SOURCE
#endif
#include "hist.h"

#include "parse.h"

#include <ctype.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef _WIN32
#include <sys/ioctl.h>
#include <unistd.h>
#endif

enum { LEAST_WIDTH = 40, DEFAULT_WIDTH = 80, MOST_WIDTH = 1000, LABEL = 32 };

/* ---- The terminal ------------------------------------------------------------------------- */

static int width_of_window(void)
{
#ifdef TIOCGWINSZ
    struct winsize window;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0)
        return window.ws_col;
#endif
    return DEFAULT_WIDTH;
}

static int find_width(void)
{
    int64_t width;
    const char *columns = getenv("COLUMNS");
    if (columns == NULL || !is_integer(columns) || !to_int64(columns, &width) || width < 1)
        width = width_of_window();
    return width < LEAST_WIDTH ? LEAST_WIDTH : width > MOST_WIDTH ? MOST_WIDTH : (int)width;
}

static bool names_utf8(const char *locale)
{
    for (; *locale != '\0'; locale++)
        if (tolower((unsigned char)locale[0]) == 'u' && tolower((unsigned char)locale[1]) == 't' &&
            tolower((unsigned char)locale[2]) == 'f' && strchr(locale, '8') != NULL)
            return true;
    return false;
}

/* By its name alone: a locale need not be installed for a terminal to know UTF-8. */
static bool is_locale_utf8(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (int i = 0; i < 3; i++) {
        const char *locale = getenv(names[i]);
        if (locale != NULL && *locale != '\0')
            return names_utf8(locale);
    }
    return false;
}

struct terminal find_terminal(const struct options *options)
{
    struct terminal t = {find_width(), is_given(options, OPTION_ASCII) || !is_locale_utf8()};
    return t;
}

/* ---- Statistics --------------------------------------------------------------------------- */

enum { CELLS = 5, CELL = 16 };

/* Names above values; in a narrow terminal, a line for each. */
static void write_table(struct output *out, int width, const char *const names[CELLS],
                        char values[CELLS][LABEL])
{
    char text[3 * LABEL];
    for (int i = 0; width < CELLS * CELL && i < CELLS; i++) {
        snprintf(text, sizeof text, "%*s%*s\n", CELL, names[i], CELL, values[i]);
        write_text(out, text);
    }
    for (int row = 0; width >= CELLS * CELL && row < 2; row++) {
        for (int i = 0; i < CELLS; i++) {
            snprintf(text, sizeof text, "%*s", CELL, row == 0 ? names[i] : values[i]);
            write_text(out, text);
        }
        write_char(out, '\n');
    }
}

static void write_statistics(const struct picture *p, int width, struct output *out)
{
    static const char *const names[CELLS] = {"count", "mean", "std", "min", "max"};
    static const char *const shares[QUANTILES] = {"5 %", "25 %", "50 %", "75 %", "95 %"};
    const struct summary *s = p->summary;
    const double numbers[CELLS] = {0, s->mean, deviation_of(s), s->min, s->max};
    char values[CELLS][LABEL];
    for (int i = 0; i < CELLS; i++)
        snprintf(values[i], LABEL, "%.8g", numbers[i]);
    snprintf(values[0], LABEL, "%" PRIu64, s->count);
    write_table(out, width, names, values);
    for (int i = 0; i < QUANTILES; i++)
        snprintf(values[i], LABEL, "%.8g", p->quantiles[i]);
    write_table(out, width, shares, values);
    if (!p->exact)
        write_text(
            out, "Quantiles of so many values come from bins: the error is below 6e-8 of them.\n");
    if (s->not_finite > 0) {
        char text[64];
        snprintf(text, sizeof text, "Left out, as not finite: %" PRIu64 "\n", s->not_finite);
        write_text(out, text);
    }
}

/* ---- Bars --------------------------------------------------------------------------------- */

struct columns {
    int label, count, expected, bar;
    int decimals; /* of expected numbers */
};

static void put_label(char *text, const struct bins *b, double x)
{
    if (b->decimals < 0)
        snprintf(text, LABEL, "%.*g", digits_of_edges(b), x);
    else
        snprintf(text, LABEL, "%.*f", b->decimals, x);
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int digits_of(uint64_t count)
{
    return snprintf(NULL, 0, "%" PRIu64, count);
}

static bool has_one_each(const struct bins *b)
{
    return b->integers && b->edges[1] - b->edges[0] == 1;
}

static struct columns find_columns(const struct bins *b, int width)
{
    const double few = 1000;
    struct columns c = {.label = (int)strlen(has_one_each(b) ? "value" : "from")};
    char label[LABEL];
    for (size_t i = 0; i < b->n; i++) {
        put_label(label, b, b->edges[i]);
        c.label = larger(c.label, (int)strlen(label));
    }
    if (b->below + b->above > 0)
        c.label = larger(c.label, (int)strlen("below"));
    c.count = larger((int)strlen("count"), digits_of(b->most));
    c.count = larger(c.count, larger(digits_of(b->below), digits_of(b->above)));
    c.decimals = b->expected_most < few;
    if (b->expected != NULL)
        c.expected = 2 + larger((int)strlen("expected"),
                                snprintf(NULL, 0, "%.*f", c.decimals, b->expected_most));
    c.bar = larger(width - c.label - 2 - c.count - c.expected - 2, 8);
    return c;
}

static const char *const eighths[] = {"",       "\u258f", "\u258e", "\u258d",
                                      "\u258c", "\u258b", "\u258a", "\u2589"};

/* The expected number is marked in its cell, or behind the bar that ends in this cell. */
static int cell_of_mark(double mark, int end, int cells)
{
    if (!(mark > 0))
        return -1;
    int cell = (int)(mark * cells);
    return cell == end - 1 ? end : cell;
}

/* length and mark: shares of the longest bar. */
static void write_bar(double length, double mark, const struct columns *c, bool ascii,
                      struct output *out)
{
    int cells = c->bar - 1;
    int parts = (int)round(length * (ascii ? 1 : 8) * cells);
    int full = ascii ? parts : parts / 8;
    int part = ascii ? 0 : parts % 8;
    int end = full + (part > 0);
    int at = cell_of_mark(mark, end, cells);
    if (end > 0 || at >= 0)
        write_text(out, "  ");
    for (int i = 0; i < end || i <= at; i++) {
        if (i == at)
            write_text(out, ascii ? "|" : "\u2502");
        else if (i < full)
            write_text(out, ascii ? "#" : "\u2588");
        else
            write_text(out, i == full && part > 0 ? eighths[part] : " ");
    }
}

static void write_bin(const struct bins *b, size_t i, const struct columns *c, bool ascii,
                      struct output *out)
{
    char label[LABEL];
    char text[4 * LABEL];
    double largest = fmax((double)b->most, b->expected_most);
    double expected = b->expected != NULL ? b->expected[i] : NAN;
    put_label(label, b, b->edges[i]);
    snprintf(text, sizeof text, "%*s  %*" PRIu64, c->label, label, c->count, b->counts[i]);
    write_text(out, text);
    if (b->expected != NULL) {
        snprintf(text, sizeof text, "%*.*f", c->expected, c->decimals, expected);
        write_text(out, text);
    }
    write_bar((double)b->counts[i] / largest, expected / largest, c, ascii, out);
    write_char(out, '\n');
}

static void write_tail(const char *name, uint64_t count, const struct columns *c,
                       struct output *out)
{
    char text[4 * LABEL];
    if (count == 0)
        return;
    snprintf(text, sizeof text, "%*s  %*" PRIu64, c->label, name, c->count, count);
    write_text(out, text);
    write_char(out, '\n');
}

static void write_heading(const struct bins *b, const struct columns *c, struct output *out)
{
    char text[4 * LABEL];
    snprintf(text, sizeof text, "%*s  %*s%*s", c->label, has_one_each(b) ? "value" : "from",
             c->count, "count", c->expected, b->expected != NULL ? "expected" : "");
    write_text(out, text);
    write_char(out, '\n');
}

/* ---- Notes -------------------------------------------------------------------------------- */

static void write_outside(const struct picture *p, struct output *out)
{
    char text[4 * LABEL];
    const struct bins *b = p->bins;
    double left_out = (double)p->summary->not_finite;
    double total = (double)p->summary->count + left_out;
    double outside = (double)b->below + (double)b->above + left_out;
    if (outside == 0)
        return;
    snprintf(text, sizeof text, "%.3g %% of the values lie outside of this range",
             100 * outside / total);
    write_text(out, text);
    if (b->expected != NULL) {
        snprintf(text, sizeof text, " (expected: %.3g %%)",
                 fmax(0, 100 * (1 - b->expected_inside / total)));
        write_text(out, text);
    }
    write_text(out, ".\n");
}

static void write_last_edge(const struct bins *b, struct output *out)
{
    char label[LABEL];
    char text[4 * LABEL];
    if (has_one_each(b))
        return;
    put_label(label, b, b->edges[b->n]);
    snprintf(text, sizeof text, "The last line ends %s %s.\n", b->integers ? "before" : "at",
             label);
    write_text(out, text);
}

/* The title, cut to the width. */
static void write_title(const char *title, int width, struct output *out)
{
    size_t length = strlen(title);
    if (length <= (size_t)width) {
        write_text(out, title);
    } else {
        write_bytes(out, title, (size_t)width - 3);
        write_text(out, "...");
    }
    write_text(out, "\n\n");
}

static const char legend[] = "\u2502 marks the expected number.\n";
static const char ascii_legend[] = "| marks the expected number.\n";

static void write_notes(const struct picture *p, bool ascii, struct output *out)
{
    const struct bins *b = p->bins;
    bool curve = b->expected != NULL;
    if (has_one_each(b) && b->below + b->above == 0 && p->curve == NULL)
        return;
    write_last_edge(b, out);
    write_outside(p, out);
    if (curve)
        write_text(out, ascii ? ascii_legend : legend);
    else if (p->curve != NULL)
        write_text(out, "No expected numbers are shown: the bins are too wide for the curve.\n");
    write_char(out, '\n');
}

void write_histogram(const struct picture *p, struct terminal terminal, struct output *out)
{
    const struct bins *b = p->bins;
    struct columns c = find_columns(b, terminal.width);
    write_title(p->title, terminal.width, out);
    write_heading(b, &c, out);
    write_tail("below", b->below, &c, out);
    for (size_t i = 0; i < b->n; i++)
        write_bin(b, i, &c, terminal.ascii, out);
    write_tail("above", b->above, &c, out);
    write_char(out, '\n');
    write_notes(p, terminal.ascii, out);
    write_statistics(p, terminal.width, out);
}
