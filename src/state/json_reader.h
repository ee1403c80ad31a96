/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A reader of JSON that allocates nothing, for set_state_json.c. Each function reads one piece of
 * the text. It returns true with at behind the piece, or refuses the text and returns false.
 */
#ifndef NPRAND_STATE_JSON_READER_H
#define NPRAND_STATE_JSON_READER_H

#include "../engine/engine.h"

struct nprand__json {
    const char *text;
    size_t length;
    size_t at;            /* offset of the next character */
    size_t first;         /* offset of the value that was read last */
    bool floats;          /* whether 5.0 and 5e0 are read as the integer 5 */
    nprand_state state;   /* what has been read; the generator gets it after the whole text */
    nprand_status status; /* NPRAND_OK, or the text was refused at offset for the reason */
    size_t offset;
    const char *reason;
};

/* The size of a name. The longest name in a state is "bit_generator". A longer string is cut off,
 * and still differs from all of them. */
enum { NPRAND__JSON_NAME = 16 };

/* Refuses the text. Returns false. */
static inline bool nprand__json_refuse(struct nprand__json *r, nprand_status status, size_t offset,
                                       const char *reason)
{
    r->status = status;
    r->offset = offset;
    r->reason = reason;
    return false;
}

/* Refuses the text at the next character. */
static inline bool nprand__json_refuse_here(struct nprand__json *r, const char *reason)
{
    bool ended = r->at == r->length;
    return nprand__json_refuse(r, NPRAND_BAD_JSON, r->at,
                               ended ? "the text ends before the state does" : reason);
}

/* Skips white space. Returns the next character, '\0' at the end of the text. */
NPRAND_HIDDEN char nprand__json_skip_space(struct nprand__json *r);

/* Reads one character, after white space. Any other character is refused for the reason. */
NPRAND_HIDDEN bool nprand__json_read_mark(struct nprand__json *r, char mark, const char *reason);

/* Reads a word if it comes next, and returns whether it does. Where the text ends in the middle of
 * the word, at becomes the end of the text. */
NPRAND_HIDDEN bool nprand__json_accept(struct nprand__json *r, const char *word);

/* Whether a list or an object has another element. first: whether its opening mark was read last,
 * and not an element. Reads the comma or the closing mark. If it returns false and status is
 * NPRAND_OK, the list or object is closed. */
NPRAND_HIDDEN bool nprand__json_another(struct nprand__json *r, char closing, bool first);

/* A string; and a string with the colon behind it. */
NPRAND_HIDDEN bool nprand__json_read_string(struct nprand__json *r, char name[NPRAND__JSON_NAME]);
NPRAND_HIDDEN bool nprand__json_read_name(struct nprand__json *r, char name[NPRAND__JSON_NAME]);

/* A number, as the double that Python makes of it, which may be infinite; and whether it is an
 * integer. Python's json module reads three numbers that JSON does not have, and Python uses true
 * and false as 1 and 0. Any other value is refused for the reason. */
NPRAND_HIDDEN bool nprand__json_read_number(struct nprand__json *r, double *value, bool *integer,
                                            const char *reason);

/* Any value. */
NPRAND_HIDDEN bool nprand__json_skip_value(struct nprand__json *r);

#endif
