/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The format json: lists in lists, as json.dump(a.tolist()) writes them. A float that is not finite
 * is NaN, Infinity or -Infinity, as Python's json has it.
 */
#include "error.h"
#include "format.h"
#include "text.h"

/* Lists without an element, down to the axis of length 0. */
static void put_empty(const struct draw *d, struct output *out, size_t axis)
{
    write_char(out, '[');
    for (uint64_t i = 0; i < d->dims[axis]; i++) {
        if (i > 0)
            write_text(out, ", ");
        put_empty(d, out, axis + 1);
    }
    write_char(out, ']');
}

/* How many lists begin with element i, and end before it. */
static size_t lists_at(const struct draw *d, uint64_t i)
{
    size_t lists = 0;
    uint64_t length = 1;
    for (size_t axis = d->rank; axis-- > 0;) {
        length *= d->dims[axis];
        if (i % length != 0)
            break;
        lists++;
    }
    return lists;
}

static void put_lists(struct draw *d, struct output *out)
{
    uint64_t i = 0;
    uint64_t row = d->rank > 0 ? d->dims[d->rank - 1] : 1;
    uint64_t left = row; /* elements up to the end of the innermost list */
    size_t n;
    write_repeated(out, '[', d->rank);
    for (const void *chunk; (chunk = next_chunk(d, &n)) != NULL;) {
        for (size_t k = 0; k < n; k++) {
            char *at =
                put_element(room_in(out, ELEMENT_TEXT + 2), d->kind, chunk, k, &json_spelling);
            i++;
            left--;
            if (left > 0) {
                *at++ = ',';
                *at++ = ' ';
            }
            took_room(out, at);
            if (left > 0)
                continue;
            left = row;
            size_t lists = i < d->count ? lists_at(d, i) : d->rank;
            write_repeated(out, ']', lists);
            if (i == d->count)
                continue;
            write_text(out, ", ");
            write_repeated(out, '[', lists);
        }
    }
}

static int write_json(struct draw *d, struct output *out, const struct options *options)
{
    size_t n;
    (void)options;
    if (d->count == 0) {
        next_chunk(d, &n);
        put_empty(d, out, 0);
    } else {
        put_lists(d, out);
    }
    write_char(out, '\n');
    return EXIT_SUCCESS;
}

const struct format format_json = {.name = "json", .ending = ".json", .write = write_json};
