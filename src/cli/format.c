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

int write_draw(struct draw *d, const struct options *options)
{
    const struct format *format = choose_format(options);
    if (format->check != NULL)
        format->check(d);
    uint64_t size = format->size != NULL ? format->size(d) : 0;
    struct output *out = open_output(options->value[OPTION_OUTPUT], format->binary, size);
    if (!is_given(options, OPTION_QUIET) && !is_terminal_output(out))
        allow_progress();
    int status = format->write(d, out, options);
    close_output(out);
    return status;
}
