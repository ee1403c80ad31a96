/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The formats lines and csv: elements that any program reads. In lines, each element has a line. In
 * csv, a line holds a row of a matrix, with commas between the elements; of fewer dimensions, one
 * element.
 */
#include "error.h"
#include "format.h"
#include "text.h"

/* row: the elements of a line. */
static void put_lines(struct draw *d, struct output *out, uint64_t row,
                      const struct spelling *spelling)
{
    bool is_text = is_text_kind(d->kind);
    uint64_t left = row;
    size_t n;
    for (const void *chunk; (chunk = next_chunk(d, &n)) != NULL;) {
        for (size_t i = 0; i < n; i++) {
            if (is_text)
                write_element(out, d->kind, chunk, i, spelling);
            char *at = room_in(out, ELEMENT_TEXT + 1);
            if (!is_text)
                at = put_element(at, d->kind, chunk, i, spelling);
            *at++ = --left == 0 ? '\n' : ',';
            took_room(out, at);
            if (left == 0)
                left = row;
        }
    }
}

static int write_lines(struct draw *d, struct output *out, const struct options *options)
{
    (void)options;
    put_lines(d, out, 1, &plain_spelling);
    return EXIT_SUCCESS;
}

static void check_csv(const struct draw *d)
{
    if (d->rank > 2)
        refuse(d->name, "--format csv", "the array has more than 2 dimensions", NULL);
}

static int write_csv(struct draw *d, struct output *out, const struct options *options)
{
    (void)options;
    put_lines(d, out, d->rank == 2 ? d->dims[1] : 1, &csv_spelling);
    return EXIT_SUCCESS;
}

const struct format format_lines = {.name = "lines", .ending = ".txt", .write = write_lines};
const struct format format_csv = {
    .name = "csv", .ending = ".csv", .check = check_csv, .write = write_csv};
