/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Generators recovered from their outputs: from words, from words of which some bits are known, and
 * from doubles. An input chooses a generator, the number of its outputs, and some changes of them.
 *
 * Looked for: what sanitizers see; outputs without a change from which another generator is
 * recovered, or none although they are enough; changed outputs from which a generator is recovered
 * that does not draw them; a refused call that changed the generator; and more work space used than
 * was asked for.
 */
#define NPRAND_NO_NODISCARD
#include "input.h"

enum { WORDS = 624, DOUBLES = 623, MOST = 2100, MOST_CHANGES = 4 };

/* The outputs of a generator, and the generator as it is behind them. */
struct outputs {
    size_t n;
    uint32_t words[MOST], masks[MOST];
    double x[MOST];
    nprand_rng behind;
    bool is_changed;
};

/* Not the first word: its lower 31 bits may be others in the state that is recovered. */
static bool draws_the_words(const nprand_rng *made, const struct outputs *o)
{
    static uint32_t drawn[MOST];
    nprand_rng rng = *made;
    nprand_rewind(&rng, o->n);
    nprand_random_raw_fill(&rng, o->n, drawn);
    for (size_t i = 1; i < o->n; i++) {
        if ((drawn[i] & o->masks[i]) != (o->words[i] & o->masks[i]))
            return false;
    }
    return true;
}

static bool draws_the_doubles(const nprand_rng *made, const struct outputs *o)
{
    static double drawn[MOST];
    nprand_rng rng = *made;
    nprand_rewind(&rng, 2 * (uint64_t)o->n);
    nprand_random_sample_fill(&rng, o->n, drawn);
    for (size_t i = 1; i < o->n; i++) {
        if (drawn[i] != o->x[i])
            return false;
    }
    return true;
}

static void check_made(const char *what, nprand_status status, nprand_rng *made,
                       const struct outputs *o, bool is_enough)
{
    static const nprand_rng nothing;
    nprand_rng behind = o->behind;
    if (status != NPRAND_OK && memcmp(made, &nothing, sizeof nothing) != 0)
        fail_target(what, "refused, and the generator is changed");
    if (o->is_changed)
        return;
    if (status != NPRAND_OK && is_enough)
        fail_target(what, "refused, although the outputs are enough");
    for (int i = 0; status == NPRAND_OK && i < 2 * WORDS; i++) {
        if (nprand_random_raw(made) != nprand_random_raw(&behind))
            fail_target(what, "another generator");
    }
}

static void take_words(struct input *in, struct outputs *o, size_t n)
{
    nprand_rng rng = take_used_generator(in);
    o->n = n;
    nprand_random_raw_fill(&rng, n, o->words);
    o->behind = rng;
    o->is_changed = false;
}

/* A few bits of some words become others, those that are known and those that are not. */
static void change_words(struct input *in, struct outputs *o)
{
    for (unsigned left = take_below(in, MOST_CHANGES); left > 0; left--) {
        const size_t i = take_below(in, (unsigned)o->n);
        uint32_t bits;
        take(in, sizeof bits, &bits);
        o->words[i] ^= bits;
        o->is_changed = o->is_changed || (bits & o->masks[i]) != 0;
    }
}

static void run_words(struct input *in, struct outputs *o)
{
    nprand_rng made;
    memset(&made, 0, sizeof made);
    take_words(in, o, WORDS - 4 + take_below(in, MOST - WORDS));
    memset(o->masks, 0xff, sizeof o->masks);
    change_words(in, o);
    uint32_t *words = (uint32_t *)exact_room(o->n * sizeof *words);
    memcpy(words, o->words, o->n * sizeof *words);
    const nprand_status status = nprand_recover_words(&made, words, o->n);
    free(words);
    if (status == NPRAND_OK && (o->n < WORDS || !draws_the_words(&made, o)))
        fail_target("recover_words", "a generator that does not draw the words");
    check_made("recover_words", status, &made, o, o->n >= WORDS);
}

/* The highest or the lowest bits of each word, all bits of most words, or any bits. */
static void take_masks(struct input *in, struct outputs *o)
{
    const unsigned kind = take_below(in, 4), bits = 16 + take_below(in, 17);
    const uint32_t low = (uint32_t)((UINT64_C(1) << bits) - 1);
    uint32_t any[8];
    take(in, sizeof any, any);
    for (size_t i = 0; i < MOST; i++) {
        if (kind == 0)
            o->masks[i] = low;
        else if (kind == 1)
            o->masks[i] = low << (32 - bits);
        else if (kind == 2)
            o->masks[i] = i % 32 == 5 ? any[i % 8] : UINT32_MAX;
        else
            o->masks[i] = any[i % 8];
    }
}

static void run_masked(struct input *in, struct outputs *o)
{
    static const size_t most_work = (size_t)60 << 20; /* the header: 53 MB at most */
    nprand_rng made;
    memset(&made, 0, sizeof made);
    take_masks(in, o);
    take_words(in, o, WORDS - 2 + take_below(in, 1400));
    change_words(in, o);
    const size_t size = nprand_recover_masked_work_size(o->masks, o->n);
    if (size > most_work)
        fail_target("recover_masked", "more work space than the header says");
    const size_t given = size - (size > 0 && take_below(in, 16) == 0);
    void *work = exact_room(given);
    const nprand_status status =
        nprand_recover_masked(&made, o->words, o->masks, o->n, nprand_work_of(work, given));
    free(work);
    if (status == NPRAND_OK && (given < size || !draws_the_words(&made, o)))
        fail_target("recover_masked", "a generator that does not draw the words");
    bool is_whole = o->n >= WORDS && given == size;
    for (size_t i = 0; i < o->n; i++)
        is_whole = is_whole && o->masks[i] == UINT32_MAX;
    check_made("recover_masked", status, &made, o, is_whole);
}

static void take_doubles(struct input *in, struct outputs *o)
{
    nprand_rng rng = take_used_generator(in);
    o->n = DOUBLES - 3 + take_below(in, 40);
    nprand_random_sample_fill(&rng, o->n, o->x);
    o->behind = rng;
    o->is_changed = false;
    for (unsigned left = take_below(in, MOST_CHANGES); left > 0; left--) {
        double *x = &o->x[take_below(in, (unsigned)o->n)];
        const double before = *x;
        *x = take_below(in, 2) == 0
                 ? take_double(in)
                 : ldexp((double)(take_int64(in) & INT64_C(0xfffffffffffff)), -53);
        o->is_changed = o->is_changed || memcmp(x, &before, sizeof before) != 0;
    }
}

static void run_doubles(struct input *in, struct outputs *o)
{
    nprand_rng made;
    memset(&made, 0, sizeof made);
    take_doubles(in, o);
    const size_t size = nprand_recover_doubles_work_size(o->n);
    const size_t given = size - (size > 0 && take_below(in, 16) == 0);
    void *work = exact_room(given);
    const nprand_status status =
        nprand_recover_doubles(&made, o->x, o->n, nprand_work_of(work, given));
    free(work);
    if (status == NPRAND_OK && (given < size || o->n < DOUBLES || !draws_the_doubles(&made, o)))
        fail_target("recover_doubles", "a generator that does not draw the doubles");
    check_made("recover_doubles", status, &made, o, o->n >= DOUBLES && given == size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct outputs o;
    struct input in = {data, size};
    switch (take_below(&in, 8)) {
    case 0:
        run_doubles(&in, &o);
        break;
    case 1:
    case 2:
        run_masked(&in, &o);
        break;
    default:
        run_words(&in, &o);
        break;
    }
    return 0;
}
