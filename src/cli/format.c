/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The table of formats, and what they share.
 */
#include "format.h"

#include "error.h"
#include "progress.h"

#include <stdio.h>
#include <string.h>

static const struct format *const formats[] = {&format_numpy, &format_lines, &format_csv,
                                               &format_json,  &format_raw,   &format_npy};

enum { FORMATS = sizeof formats / sizeof formats[0] };

const struct format *format_of_name(const char *name)
{
    char problem[128] = "none of";
    for (int i = 0; i < FORMATS; i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    for (int i = 0; i < FORMATS; i++)
        strcat(strcat(problem, i == 0 ? " " : ", "), formats[i]->name);
    refuse(NULL, "--format", problem, name);
}

const struct format *format_of_ending(const char *path)
{
    size_t length = strlen(path);
    for (int i = 0; i < FORMATS; i++) {
        const char *ending = formats[i]->ending;
        size_t bytes = ending != NULL ? strlen(ending) : 0;
        if (bytes > 0 && length > bytes && strcmp(path + length - bytes, ending) == 0)
            return formats[i];
    }
    return NULL;
}

static bool is_file(const char *path)
{
    return path != NULL && strcmp(path, "-") != 0;
}

static const struct format *find_format(const struct options *options)
{
    const char *path = options->value[OPTION_OUTPUT];
    const char *name = options->value[OPTION_FORMAT];
    if (name != NULL)
        return format_of_name(name);
    if (!is_file(path))
        return &format_numpy;
    const struct format *format = format_of_ending(path);
    if (format == NULL)
        refuse(NULL, "--output",
               "the ending is none of .txt, .csv, .json, .bin, .npy; add --format", path);
    return format;
}

static void refuse_with(const struct options *options, enum option_name option, const char *name,
                        const char *problem)
{
    if (is_given(options, option))
        refuse(NULL, name, problem, NULL);
}

const struct format *choose_format(const struct options *options)
{
    const struct format *format = find_format(options);
    if (!format->binary)
        refuse_with(options, OPTION_BYTE_ORDER, "--byte-order", "only for the formats raw and npy");
    if (format != &format_numpy) {
        refuse_with(options, OPTION_REPR, "--repr", "only for the format numpy");
        refuse_with(options, OPTION_SUMMARY, "--summary", "only for the format numpy");
    }
    return format;
}

/* ---- Several draws -------------------------------------------------------------------------- */

/* One after the other; or because the option is that of all draws. */
static bool is_same_place(const char *a, const char *b)
{
    return is_file(a) ? a == b : !is_file(b);
}

static bool shares_place(const struct options *options)
{
    const char *path = options->value[OPTION_OUTPUT];
    return options->then != NULL && is_same_place(path, options->then->value[OPTION_OUTPUT]);
}

/* One file that two draws ask for. */
static void refuse_same_file(const struct options *options)
{
    const char *path = options->value[OPTION_OUTPUT];
    for (const struct options *o = options->then; is_file(path) && o != NULL; o = o->then)
        if (o->value[OPTION_OUTPUT] != path && strcmp(o->value[OPTION_OUTPUT], path) == 0)
            refuse(NULL, "--output", "two draws have the same file", path);
}

static void check_sharing(const struct format *format, const struct options *options)
{
    if (format == &format_npy)
        refuse(NULL, "then", "npy holds one array: give each draw its own -o FILE", NULL);
    if (format == &format_json && is_file(options->value[OPTION_OUTPUT]))
        refuse(NULL, "then", "a file of JSON holds one array: give each draw its own -o FILE",
               NULL);
}

/* Before the first draw, so that nothing is written if one of them is refused. */
static void check_output(const struct draw *d, const struct options *options, bool is_shared)
{
    const struct format *format = choose_format(options);
    if (format->check != NULL)
        format->check(d);
    if (format->binary)
        refuse_terminal(options->value[OPTION_OUTPUT]);
    refuse_same_file(options);
    need_folder(options->value[OPTION_OUTPUT]);
    if (is_shared || shares_place(options))
        check_sharing(format, options);
}

/* The bytes that go to one place; 0 if that is not known. */
static uint64_t size_of_output(const struct draw *d, const struct options *options)
{
    uint64_t size = 0;
    for (;; options = options->then, d++) {
        const struct format *format = choose_format(options);
        if (format->size == NULL)
            return 0;
        size += format->size(d);
        if (!shares_place(options))
            return size;
    }
}

static bool is_binary_output(const struct options *options)
{
    bool binary = choose_format(options)->binary;
    for (; shares_place(options); options = options->then)
        binary = binary || choose_format(options->then)->binary;
    return binary;
}

static int write_draw(struct draw *d, struct output *out, const struct options *options)
{
    if (!is_given(options, OPTION_QUIET) && !is_terminal_output(out))
        allow_progress();
    int status = choose_format(options)->write(d, out, options);
    end_progress();
    release_draw(d);
    return status;
}

int write_draws(struct draw *d, const struct options *options)
{
    int status = EXIT_SUCCESS;
    struct output *out = NULL;
    bool is_shared = false;
    const struct draw *at = d;
    for (const struct options *o = options; o != NULL; is_shared = shares_place(o), o = o->then)
        check_output(at++, o, is_shared);
    for (; options != NULL; options = options->then, d++) {
        if (out == NULL)
            out = open_output(options->value[OPTION_OUTPUT], is_binary_output(options),
                              size_of_output(d, options));
        int shortened = write_draw(d, out, options);
        if (shortened != EXIT_SUCCESS)
            status = shortened;
        if (shares_place(options))
            continue;
        close_output(out);
        out = NULL;
    }
    return status;
}
