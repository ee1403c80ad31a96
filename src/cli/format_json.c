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

/* How many lists begin with element i, and end before it. The outermost list is none of them, since i
 * is neither the first element nor behind the last one. */
static size_t lists_at(const struct draw *d, uint64_t i)
{
    size_t lists = 0;
    uint64_t length = d->dims[d->rank - 1];
    while (i % length == 0) {
        lists++;
        length *= d->dims[d->rank - 1 - lists];
    }
    return lists;
}

/* Brackets and separators behind element i - 1. */
static void put_between(const struct draw *d, struct output *out, uint64_t i)
{
    size_t lists = i < d->count ? lists_at(d, i) : d->rank;
    write_repeated(out, ']', lists);
    if (i == d->count)
        return;
    write_text(out, ", ");
    write_repeated(out, '[', lists);
}

static void put_lists(struct draw *d, struct output *out, const struct spelling *spelling)
{
    bool is_text = is_text_kind(d->kind);
    uint64_t i = 0;
    uint64_t row = d->rank > 0 ? d->dims[d->rank - 1] : 1;
    uint64_t left = row; /* elements up to the end of the innermost list */
    size_t n;
    write_repeated(out, '[', d->rank);
    for (const void *chunk; (chunk = next_chunk(d, &n)) != NULL;) {
        for (size_t k = 0; k < n; k++) {
            if (is_text)
                write_element(out, d->kind, chunk, k, spelling);
            char *at = room_in(out, ELEMENT_TEXT + 2);
            if (!is_text)
                at = put_element(at, d->kind, chunk, k, spelling);
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
            put_between(d, out, i);
        }
    }
}

void write_lists(struct draw *d, struct output *out, const struct spelling *spelling)
{
    size_t n;
    if (d->count == 0) {
        next_chunk(d, &n);
        put_empty(d, out, 0);
    } else {
        put_lists(d, out, spelling);
    }
}

static int write_json(struct draw *d, struct output *out, const struct options *options)
{
    (void)options;
    write_lists(d, out, &json_spelling);
    write_char(out, '\n');
    return EXIT_SUCCESS;
}

const struct format format_json = {.name = "json", .ending = ".json", .write = write_json};
