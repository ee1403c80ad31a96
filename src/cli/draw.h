/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A draw: one array of a method, with its parameters read and checked, which then comes in chunks
 * of limited size. All who use the numbers (formats, comparisons, histograms) take them here:
 *
 *     struct draw d;
 *     size_t n;
 *     prepare_draw(&d, &options, &rng);          exits with a message if the call is refused
 *     for (const void *x; (x = next_chunk(&d, &n)) != NULL;)
 *         use n elements of d.kind at x;
 */
#ifndef CLI_DRAW_H
#define CLI_DRAW_H

#include "../../include/nprand.h"
#include "dtype.h"
#include "options.h"

#include <stdbool.h>
#include <stdint.h>

/* NumPy takes no more dimensions either. */
enum { MAX_RANK = 64, MAX_PARAMETERS = 5 };

/* Elements of a chunk, if the method has no rows that are longer. */
enum { CHUNK = 65536 };

struct method;
struct each;

/* A parameter of a method of doubles or integers. */
union value {
    double as_double;
    int as_int;
    int64_t as_int64_t;
    uint64_t as_uint64_t;
};

struct draw {
    const struct method *method;
    const char *name;
    /* The array. */
    enum kind kind;        /* of the elements that next_chunk() gives */
    enum byte_order order; /* of the elements in a file of bytes */
    size_t rank;           /* 0: a scalar */
    uint64_t dims[MAX_RANK];
    uint64_t count; /* elements in all, in C order */
    /* How it is drawn. */
    enum kind drawn; /* of the elements that fill() writes */
    size_t unit;     /* values that only one call draws: a row, or the pieces of a word */
    bool fixed;      /* each unit takes the same number of words */
    bool whole;      /* one call draws all */
    uint64_t memory; /* bytes that the whole takes */
    nprand_status (*fill)(struct draw *d, size_t n, void *out);
    nprand_status (*check)(struct draw *d, void *out); /* NULL: a fill of one unit */
    union value v[MAX_PARAMETERS];
    struct each *each; /* the parameters, if one of them is an array; NULL: they are in v */
    double *list;      /* pvals, alpha, p, mean, weights, or NULL */
    size_t k;          /* its length */
    int64_t *items;
    void *own;          /* what else fill() of a method takes */
    const void *values; /* the elements that are drawn by their index, or NULL */
    bool is_python;     /* a value or a list of Python, not an array of NumPy */
    uint16_t spare[4];  /* values of the last word that are behind the last chunk */
    size_t spares;
    /* Where it is. */
    nprand_rng *rng;
    nprand_rng start; /* rng at the first element */
    bool started;
    uint64_t done;
    size_t limit; /* most elements of a chunk */
    void *buffer;
    void *converted; /* what next_chunk() gives; NULL if that is what was drawn */
};

/* The first word of the options is the method's name, the others are its arguments. Draws nothing
 * from *rng, and keeps a pointer to it. Exits with a message if the method, an argument or an option
 * is refused. */
void prepare_draw(struct draw *d, const struct options *options, nprand_rng *rng);

/* The elements that follow, *n of them. NULL behind the last one; then the generator has the state
 * of one call. The memory holds until the next call. */
const void *next_chunk(struct draw *d, size_t *n);

/* Goes back to the first element, and sets the generator back. */
void rewind_draw(struct draw *d);

/* Chunks of at least elements, for fills in threads. Before the first chunk. */
void enlarge_chunks(struct draw *d, size_t elements);

/* Starts k elements later in the stream, if each takes a fixed number of words; exits with a
 * message otherwise. Before the first chunk. */
void skip_values(struct draw *d, uint64_t k);

/* Gives the memory of the chunks back. */
void release_draw(struct draw *d);

/* Bytes of all elements. */
uint64_t bytes_of_draw(const struct draw *d);

#endif
