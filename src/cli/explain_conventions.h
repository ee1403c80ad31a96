/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The list of conventions: each is a way to seed, and a way to make numbers of the words.
 */
#ifndef CLI_EXPLAIN_CONVENTIONS_H
#define CLI_EXPLAIN_CONVENTIONS_H

#include "explain_words.h"

enum seeding {
    SEED_NUMBER,   /* init_genrand(); of a list: init_by_array() */
    SEED_SEQUENCE, /* NumPy's SeedSequence */
    SEED_R,        /* R's set.seed() */
    SEED_PHP_5,    /* init_genrand(), and the twist of PHP before 7.1 */
    SEED_LIST,     /* init_by_array() of one word */
    SEED_64,       /* mt19937_64: two words, the high one first, stand for one of its words */
    SEED_TEXT,     /* Python 3: random.seed(str) */
    SEED_TEXT_1,   /* Python 2, and version=1 */
    SEEDINGS
};

enum form {
    FORM_UNIT,        /* a double on [0, 1] */
    FORM_NORMAL,      /* a standard normal */
    FORM_PROBABILITY, /* a standard normal, of which the draw gives P(X < x) */
    FORM_BITS,        /* an integer of all its bits */
    FORM_MASKED,      /* the lower bits of a part, refused if they are n or more */
    FORM_SHIFTED,     /* the upper bits of a word, refused likewise */
    FORM_SCALED,      /* floor(u n), or nearly so */
    FORM_REMAINDER,   /* word % n */
    FORM_SHUFFLE      /* 0..n-1 in the order of a shuffle from the end */
};

struct convention {
    enum seeding seeding;
    enum form form;
    double (*real)(struct words *w);              /* also of FORM_SCALED: u */
    uint64_t (*bits)(struct words *w);            /* of FORM_BITS */
    uint32_t (*part)(struct words *w);            /* of FORM_MASKED and FORM_SHIFTED */
    uint32_t (*below)(struct words *w, uint32_t); /* of integers of a range, and of shuffles */
    /* Where all numbers take as many words: how many, which one of them decides the first digits,
     * and by how many bits it is shifted up. */
    unsigned words, lead, shift;
    unsigned bit_count; /* of FORM_BITS, and of the parts */
    double slack;       /* relative; 0: that of a double */
    const char *what;
    /* What to call after seeding. {low} {last} {high}: the range, {last} is in it and
     * {high} is not.
     * {n}: its size; {plus}: "low + ", or nothing for 0; {type8} and {type16}: the type of so many
     * bits that holds the range, int8 or uint8. {seed}, and {nonzero} where the tool takes
     * another seed in place of 0: such a line is for the other seeds. A line with {word} is for
     * seeds from 0 to 2^32 - 1. */
    const char *c;
    const char *python;
    const char *tools; /* where else this is found, with the seeding; lines, or NULL */
    struct usual_seed {
        uint32_t seed; /* what the tool takes for 0, or without a seed */
        const char *name;
    } usual[2];
};

extern const struct convention conventions[];
extern const int convention_count;

/* {length}: that of the list, or of the text of the seed; {b}: "b" if the text is not ASCII. */
struct seeding_calls {
    const char *name;
    const char *c;
    const char *python;
};

extern const struct seeding_calls seeding_calls[SEEDINGS];
extern const struct seeding_calls large_calls[SEEDINGS]; /* of integers not in 0..2^32-1 */
extern const struct seeding_calls list_calls[SEEDINGS];

struct seed;

const struct seeding_calls *calls_of(enum seeding seeding, const struct seed *seed);

/* Whether one of the lines of tools, which this one begins, gives the stream of the seed. */
bool is_line_for(enum seeding seeding, const struct seed *seed, const char *line);

/* Whether anything can be printed that gives the stream of the seed. */
bool has_call(const struct convention *how, const struct seed *seed);

#endif
