/* SPDX-License-Identifier: BSD-3-Clause */
#include "report.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- Columns ------------------------------------------------------------------------------ */

enum { MAX_COLUMNS = 40, COLUMN_LENGTH = 40 };

struct columns {
    char text[MAX_COLUMNS][COLUMN_LENGTH];
    const char *names[MAX_COLUMNS];
    int count;
};

static void add_column(struct columns *columns, const char *first, const char *second)
{
    char *text = columns->text[columns->count];
    snprintf(text, COLUMN_LENGTH, "%s%s", first, second);
    columns->names[columns->count++] = text;
}

static void add_times(struct columns *columns, const char *first, const char *second)
{
    add_column(columns, first, second);
    add_column(columns, "min", "");
}

/* ---- Ratios ------------------------------------------------------------------------------- */

static bool has(const struct result *result, int contender)
{
    return result->times[contender].median > 0;
}

/* How many times as fast as the contender other the contender ours is, by medians. */
static double ratio_of(const struct result *result, int other, int ours)
{
    return result->times[other].median / result->times[ours].median;
}

static bool has_peer(const struct result *result)
{
    return has(result, PEERS) || has(result, PEERS + 1) || has(result, PEERS + 2);
}

static bool has_numpy(const struct result *result)
{
    (void)result;
    return true;
}

static bool has_inlined(const struct result *result)
{
    return has(result, INLINED);
}

static bool has_older(const struct result *result)
{
    return has(result, OLDER);
}

/* ---- Tables of rows ----------------------------------------------------------------------- */

/* A table has the results of a kind for which has_row() is true. */
struct table {
    const char *title; /* behind the name of the kind */
    bool (*has_row)(const struct result *result);
    void (*add_columns)(const struct report *report, struct columns *columns);
    void (*print_cells)(const struct report *report, const struct result *result);
};

static void add_numpy_columns(const struct report *report, struct columns *columns)
{
    for (int i = 0; i < report->backend_count; i++)
        add_times(columns, report->backends[i], "");
    add_times(columns, "NumPy", "");
    for (int i = 0; i < report->backend_count; i++) {
        add_column(columns, "ratio ", report->backends[i]);
        add_column(columns, "of min", "");
    }
}

static void print_numpy_cells(const struct report *report, const struct result *result)
{
    const struct times *times = result->times;
    for (int i = 0; i < report->backend_count; i++)
        print_times(times[OURS + i]);
    print_times(times[NUMPY]);
    for (int i = 0; i < report->backend_count; i++) {
        print_ratio(times[NUMPY].median, times[OURS + i].median);
        print_ratio(times[NUMPY].minimum, times[OURS + i].minimum);
    }
}

static void add_peer_columns(const struct report *report, struct columns *columns)
{
    for (int k = 0; k < KNOWN_PEERS; k++) {
        add_times(columns, known_peers[k].name, "");
        for (int i = 0; i < report->backend_count; i++)
            add_column(columns, "ratio ", report->backends[i]);
    }
}

static void print_peer_cells(const struct report *report, const struct result *result)
{
    const struct times *times = result->times;
    for (int k = 0; k < KNOWN_PEERS; k++) {
        print_times(times[PEERS + k]);
        for (int i = 0; i < report->backend_count; i++)
            print_ratio(times[PEERS + k].median, times[OURS + i].median);
    }
}

static void add_inlined_columns(const struct report *report, struct columns *columns)
{
    add_times(columns, report->backends[0], "");
    add_times(columns, "inlined", "");
    add_column(columns, "call / inlined", "");
    for (int k = 0; k < KNOWN_PEERS; k++)
        add_column(columns, known_peers[k].name, " / inlined");
}

static void print_inlined_cells(const struct report *report, const struct result *result)
{
    const struct times *times = result->times;
    (void)report;
    print_times(times[OURS]);
    print_times(times[INLINED]);
    print_ratio(times[OURS].median, times[INLINED].median);
    for (int k = 0; k < KNOWN_PEERS; k++)
        print_ratio(times[PEERS + k].median, times[INLINED].median);
}

static void add_older_columns(const struct report *report, struct columns *columns)
{
    for (int i = 0; i < report->backend_count; i++) {
        add_times(columns, report->backends[i], " before");
        add_times(columns, "after", "");
        add_column(columns, "before / after", "");
        add_column(columns, "NumPy / before", "");
        add_column(columns, "NumPy / after", "");
    }
}

static void print_older_cells(const struct report *report, const struct result *result)
{
    const struct times *times = result->times;
    for (int i = 0; i < report->backend_count; i++) {
        print_times(times[OLDER + i]);
        print_times(times[OURS + i]);
        print_ratio(times[OLDER + i].median, times[OURS + i].median);
        print_ratio(times[NUMPY].median, times[OLDER + i].median);
        print_ratio(times[NUMPY].median, times[OURS + i].median);
    }
}

static const struct table tables[] = {
    {"beside NumPy", has_numpy, add_numpy_columns, print_numpy_cells},
    {"beside other libraries", has_peer, add_peer_columns, print_peer_cells},
    {"inlined into the program", has_inlined, add_inlined_columns, print_inlined_cells},
    {"before and after", has_older, add_older_columns, print_older_cells},
};

static void print_heading(const struct report *report, const struct table *table, enum kind kind)
{
    struct columns columns = {.count = 0};
    table->add_columns(report, &columns);
    printf("\n### %s %s\n", kind_titles[kind], table->title);
    print_header("method", columns.names, columns.count);
}

static void print_table(const struct report *report, const struct table *table, enum kind kind)
{
    bool is_empty = true;
    for (int i = 0; i < report->result_count; i++) {
        const struct result *result = &report->results[i];
        if (result->row->kind != kind || !table->has_row(result))
            continue;
        if (is_empty)
            print_heading(report, table, kind);
        is_empty = false;
        print_name(result->row->name);
        table->print_cells(report, result);
        print_end();
    }
}

/* ---- Means -------------------------------------------------------------------------------- */

/* The results of some kinds, all of them if kind is KINDS, of one contender beside another one. */
struct selection {
    enum kind kind;
    int other;
    int ours;
};

static bool is_in(const struct selection *selection, const struct result *result)
{
    bool is_of_kind = selection->kind == KINDS || selection->kind == result->row->kind;
    return is_of_kind && has(result, selection->other) && has(result, selection->ours);
}

/* The floor beside an older library is below 1: noise does not count as a loss of speed. */
static double floor_of(const struct selection *selection, const struct result *result)
{
    if (selection->other < NUMPY)
        return 0.95;
    return selection->other == NUMPY ? numpy_floor(result->row) : 1;
}

/* The rows below their floor with their ratios, then their number. A selection of all kinds prints
 * the number alone. */
static void print_rows_below(const struct report *report, const struct selection *selection)
{
    int count = 0;
    for (int i = 0; i < report->result_count; i++) {
        const struct result *result = &report->results[i];
        if (!is_in(selection, result))
            continue;
        double ratio = ratio_of(result, selection->other, selection->ours);
        if (ratio >= floor_of(selection, result))
            continue;
        if (selection->kind != KINDS)
            printf("%s%s %.2f", count == 0 ? "" : ", ", result->row->name, ratio);
        count++;
    }
    printf(" | %d |\n", count);
}

static void print_mean(const struct report *report, const struct selection *selection,
                       const char *other)
{
    double log_sum = 0, least = HUGE_VAL;
    int count = 0;
    for (int i = 0; i < report->result_count; i++) {
        if (!is_in(selection, &report->results[i]))
            continue;
        double ratio = ratio_of(&report->results[i], selection->other, selection->ours);
        log_sum += log(ratio);
        least = fmin(least, ratio);
        count++;
    }
    if (count == 0)
        return;
    printf("| %s | %s | %s | %d | %.2f | %.2f | ", other,
           selection->kind == KINDS ? "all" : kind_words[selection->kind],
           selection->ours == INLINED ? "inlined" : report->backends[selection->ours], count,
           exp(log_sum / count), least);
    print_rows_below(report, selection);
}

static void print_means_beside(const struct report *report, int other, const char *name)
{
    for (int kind = 0; kind <= KINDS; kind++) {
        for (int i = 0; i < report->backend_count; i++) {
            struct selection selection = {(enum kind)kind, other, i};
            if (other == OLDER)
                selection.other = OLDER + i;
            print_mean(report, &selection, name);
        }
    }
}

static void print_means(const struct report *report)
{
    puts("\n### Geometric means\n\n"
         "Of the ratios of medians. The floor of a row is 2 beside NumPy, 1.8 for shuffle and\n"
         "permutation; 1 beside the other libraries; 0.95 beside the library before.\n\n"
         "| beside | rows | backend | number | geometric mean | least | below the floor | how many "
         "|\n"
         "|---|---|---|--:|--:|--:|---|--:|");
    print_means_beside(report, NUMPY, "NumPy");
    for (int k = 0; k < KNOWN_PEERS; k++)
        print_means_beside(report, PEERS + k, known_peers[k].name);
    for (int k = 0; k < KNOWN_PEERS; k++) {
        struct selection selection = {SCALAR_CALLS, PEERS + k, INLINED};
        print_mean(report, &selection, known_peers[k].name);
    }
    print_means_beside(report, OLDER, "before");
}

void print_report(const struct report *report)
{
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        for (int kind = 0; kind < KINDS; kind++)
            print_table(report, &tables[i], (enum kind)kind);
    }
    print_means(report);
}
