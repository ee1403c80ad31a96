/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A line of a vector file, read. vectors/README.md describes the format.
 */
#ifndef NPRAND_TESTS_VECTOR_CASE_H
#define NPRAND_TESTS_VECTOR_CASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    VECTOR_MAX_SEED = 2048,
    VECTOR_MAX_ARGS = 8,
    VECTOR_MAX_LIST = 256,
    VECTOR_MAX_UNIFORMS = 64
};

struct vector_seed {
    bool is_array; /* else one word, and it is a number */
    size_t len;
    uint32_t words[VECTOR_MAX_SEED];
};

enum vector_before {
    BEFORE_NOTHING,
    BEFORE_WORD,    /* one word is drawn: doubles lie across the twist */
    BEFORE_GAUSS,   /* a Gaussian is kept */
    BEFORE_UNIFORMS /* the state is made from which certain uniform doubles come */
};

/* What is set depends on the letter in the method's signature. */
struct vector_arg {
    int64_t i;
    uint64_t u;
    double f;
    const double *list; /* NULL: none */
    const unsigned char *bytes;
    size_t len; /* of list or bytes */
};

struct vector_case {
    /* The settings. */
    bool has_release; /* else the one that seeding sets */
    int release[3];
    bool has_long_bits; /* " */
    int long_bits;
    bool has_python; /* " */
    int python[2];
    /* The call. */
    struct vector_seed seed;
    enum vector_before before;
    double uniforms[VECTOR_MAX_UNIFORMS]; /* multiples of 2^-53 below 1 */
    size_t uniform_count;
    bool single_calls; /* n calls for one value */
    struct vector_arg args[VECTOR_MAX_ARGS];
    size_t n;
    /* What comes of it, as text. */
    const char *pos;
    const char *gauss;
    const char *key;
    const char *hash;
    const char *values;  /* separated by spaces */
    bool shows_all;      /* values are all, else the last ones */
    const char *refused; /* NumPy's words; then there are neither hash nor values. Else NULL */
    /* Private: what reading needs. */
    const char *signature;
    double list[VECTOR_MAX_LIST];
    size_t listed;
};

/* Reads a line, which it cuts into pieces that *c points into. signature: a letter for each
 * argument: I int64, U uint64, F double, L list of doubles, B bytes. Returns NULL, or what is
 * wrong. */
const char *vector_read(char *line, const char *signature, struct vector_case *c);

/* Reads what stands behind "seed=". */
bool vector_read_seed(const char *text, struct vector_seed *seed);

/* Reads a decimal number of at most max at *text, and moves *text behind it. */
bool vector_read_number(const char **text, uint64_t max, uint64_t *value);

#endif
