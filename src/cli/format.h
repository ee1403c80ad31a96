/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The forms in which an array is written. A format is one struct in a file of its own and one line of
 * the table in format.c.
 */
#ifndef CLI_FORMAT_H
#define CLI_FORMAT_H

#include "draw.h"
#include "options.h"
#include "output.h"
#include "text.h"

struct format {
    const char *name;
    const char *ending; /* of files in this format; NULL: none */
    bool binary;
    /* Exits with a message if the format has no place for such an array. NULL: it has for all. */
    void (*check)(const struct draw *d);
    /* The bytes of the file. NULL: not known before. */
    uint64_t (*size)(const struct draw *d);
    /* Draws and writes the array. Returns the command's exit status. */
    int (*write)(struct draw *d, struct output *out, const struct options *options);
};

extern const struct format format_numpy, format_lines, format_csv, format_json, format_raw,
    format_npy;

/* The format that the options ask for: by --format, else by the ending of the file, else numpy.
 * Exits with a message if the options do not fit each other. */
const struct format *choose_format(const struct options *options);

/* The format of files with the ending of path, or NULL. */
const struct format *format_of_ending(const char *path);

/* The format of a name that the user gave. Exits with a message if it is none. */
const struct format *format_of_name(const char *name);

/* Writes draws that are prepared to where their options say: d[0] to where options do, d[1] to
 * where options->then does, and so on; one behind the other where that is the same place. Returns
 * the exit status. */
int write_draws(struct draw *d, const struct options *options);

/* For the formats of text: lists in lists. */
void write_lists(struct draw *d, struct output *out, const struct spelling *spelling);

#endif
