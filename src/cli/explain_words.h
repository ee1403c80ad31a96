/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The 32-bit words that one seed starts with, and how programs make numbers of them.
 */
#ifndef CLI_EXPLAIN_WORDS_H
#define CLI_EXPLAIN_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A position in the words of one seed. Copying it keeps the position. */
struct words {
    const uint32_t *first;
    size_t step; /* from one word to the next */
    size_t count;
    size_t next;
    bool ended; /* a word was wanted after the last one: what was drawn means nothing */
    bool has_kept;
    double kept; /* the second normal of a pair */
    uint32_t pieces;
    int pieces_left;
};

static inline uint32_t next_word(struct words *w)
{
    if (w->next >= w->count) {
        w->ended = true;
        return 0;
    }
    return w->first[w->step * w->next++];
}

/* ---- Doubles on [0, 1) ---- */

double unit_53(struct words *w);        /* two words, the high one first: genrand_res53() */
double unit_low_first(struct words *w); /* two words, the low one first */
double unit_32(struct words *w);        /* word / 2^32 */
double unit_32_closed(struct words *w); /* word / (2^32 - 1) */
double unit_32_open(struct words *w);   /* (word + 0.5) / 2^32 */
double unit_float(struct words *w);     /* word / 2^32, rounded to float */
double unit_high_24(struct words *w);   /* the 24 upper bits / 2^24 */
double unit_low_24(struct words *w);    /* the 24 lower bits / 2^24 */
double unit_low_53(struct words *w);    /* the 53 lower bits of two words, the high one first */
double unit_64(struct words *w);        /* two words, the high one first, / 2^64 */
double unit_31(struct words *w);        /* (word >> 1) / 2^31 */

/* ---- Standard normals ---- */

double normal_numpy(struct words *w);
double normal_libstdcxx(struct words *w);
double normal_libcxx(struct words *w);
double normal_libstdcxx_64(struct words *w);
double normal_gsl(struct words *w);
double normal_python(struct words *w);        /* gauss() */
double normal_python_ratio(struct words *w);  /* normalvariate() */
double normal_torch(struct words *w);         /* fewer than 16 */
double normal_torch_of_16(struct words *w);   /* the first 8 of 16 or more */
double normal_r_probability(struct words *w); /* P(X < x) of R's x */

/* ---- Integers of all their bits ---- */

uint64_t bits_32(struct words *w);
uint64_t bits_31(struct words *w);
uint64_t bits_64(struct words *w); /* the high word first */
uint64_t bits_63(struct words *w);
uint64_t bits_64_low_first(struct words *w);

/* ---- Parts of words, for integers of a range ---- */

uint32_t part_32(struct words *w);
uint32_t part_16(struct words *w); /* the lower half first */
uint32_t part_8(struct words *w);
uint32_t part_1(struct words *w);
uint32_t part_upper(struct words *w); /* the upper half; the lower one is not used */

/* ---- Integers below n, n >= 1 ---- */

uint32_t below_masked(struct words *w, uint32_t n);
uint32_t below_masked_16(struct words *w, uint32_t n);
uint32_t below_masked_8(struct words *w, uint32_t n);
uint32_t below_masked_1(struct words *w, uint32_t n);
uint32_t below_shifted(struct words *w, uint32_t n);    /* Python's getrandbits(), rejected */
uint32_t below_multiplied(struct words *w, uint32_t n); /* Lemire's */
uint32_t below_divided(struct words *w, uint32_t n);    /* by (2^32 - 1) / n */
uint32_t below_remainder(struct words *w, uint32_t n);
uint32_t below_unit_53(struct words *w, uint32_t n); /* floor(u n) */
uint32_t below_unit_32(struct words *w, uint32_t n);
uint32_t below_unit_31(struct words *w, uint32_t n);
uint32_t below_r(struct words *w, uint32_t n); /* bits of the upper half of a word, rejected */

#endif
