/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A reader of numbers that looks at one byte at a time.
 */
#include "read_text.h"

#include <string.h>

enum { NO_BYTE = -2 };

static int take_byte(struct text_reader *r)
{
    int byte = r->byte != NO_BYTE ? r->byte : next_byte(r->in);
    r->byte = NO_BYTE;
    return byte;
}

static bool refuse_text(struct text_reader *r, const char *problem)
{
    r->problem = problem;
    return false;
}

/* Windows programs put three bytes before a text in UTF-8. */
void start_text(struct text_reader *r, struct input *in)
{
    *r = (struct text_reader){.in = in, .line = 1, .byte = NO_BYTE};
    r->byte = next_byte(in);
    if (r->byte == 0xef && next_byte(in) == 0xbb && next_byte(in) == 0xbf)
        r->byte = NO_BYTE;
}

static bool is_blank(int byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static bool ends_number(int byte)
{
    return byte == END_OF_INPUT || is_blank(byte) || (byte != 0 && strchr(",[]#", byte) != NULL);
}

/* ---- Lists ---------------------------------------------------------------------------------- */

static bool open_list(struct text_reader *r)
{
    if (r->closed || (r->any && r->depth >= r->rank))
        return refuse_text(r, "a list stands where a number is expected");
    if (r->depth == MAX_RANK)
        return refuse_text(r, "more than 64 lists in each other");
    r->counts[r->depth++] = 0;
    if (r->rank < r->depth)
        r->rank = r->depth;
    r->last = AFTER_NOTHING;
    return true;
}

static bool close_list(struct text_reader *r)
{
    if (r->depth == 0 || r->last == AFTER_COMMA)
        return refuse_text(r, "']' is out of place");
    size_t axis = --r->depth;
    if (r->known[axis] && r->dims[axis] != r->counts[axis])
        return refuse_text(r, "the lists have different lengths");
    r->known[axis] = true;
    r->dims[axis] = r->counts[axis];
    if (axis > 0)
        r->counts[axis - 1]++;
    r->closed = axis == 0;
    r->last = AFTER_VALUE;
    return true;
}

static bool pass_comma(struct text_reader *r)
{
    if (r->last != AFTER_VALUE)
        return refuse_text(r, "nothing stands before a comma");
    r->last = AFTER_COMMA;
    return true;
}

/* Without lists, what a line begins it ends. */
static bool pass_line_end(struct text_reader *r)
{
    if (r->depth == 0 && r->last == AFTER_COMMA)
        return refuse_text(r, "nothing stands behind a comma");
    if (r->depth == 0)
        r->last = AFTER_NOTHING;
    r->line++;
    return true;
}

static void pass_comment(struct text_reader *r)
{
    int byte;
    do
        byte = take_byte(r);
    while (byte != '\n' && byte != END_OF_INPUT);
    r->byte = byte;
}

static bool pass_end(struct text_reader *r)
{
    if (r->in->error != 0)
        return refuse_text(r, strerror(r->in->error));
    if (r->depth > 0)
        return refuse_text(r, "the text ends within a list");
    if (r->last == AFTER_COMMA)
        return refuse_text(r, "nothing stands behind a comma");
    return true;
}

/* ---- Numbers -------------------------------------------------------------------------------- */

/* A byte 0 would end the string. */
static bool take_number(struct text_reader *r, int byte)
{
    size_t length = 0;
    for (; !ends_number(byte); byte = take_byte(r)) {
        if (length == LONGEST_NUMBER)
            return refuse_text(r, "a number of more than 400 characters");
        r->text[length++] = (char)(byte == 0 ? '?' : byte);
    }
    r->byte = byte;
    r->text[length] = '\0';
    if (strcmp(r->text, "...") == 0)
        return refuse_text(r, "\"...\" stands in place of numbers");
    if (r->depth < r->rank)
        return refuse_text(r, "a number stands where a list is expected");
    return true;
}

static void count_number(struct text_reader *r)
{
    if (r->any)
        r->number++;
    r->any = true;
    if (r->depth > 0)
        r->counts[r->depth - 1]++;
    r->last = AFTER_VALUE;
}

/* One byte that begins no number. False: the text is wrong. */
static bool pass_byte(struct text_reader *r, int byte)
{
    switch (byte) {
    case '\n':
        return pass_line_end(r);
    case ',':
        return pass_comma(r);
    case '[':
        return open_list(r);
    case ']':
        return close_list(r);
    case '#':
        pass_comment(r);
        return true;
    default:
        return true;
    }
}

bool next_number(struct text_reader *r)
{
    for (;;) {
        int byte = take_byte(r);
        if (byte == END_OF_INPUT) {
            pass_end(r);
            return false;
        }
        if (!ends_number(byte)) {
            if (!take_number(r, byte))
                return false;
            count_number(r);
            return true;
        }
        if (!pass_byte(r, byte))
            return false;
    }
}
