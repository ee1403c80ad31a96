/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The search over seeds and conventions.
 *
 * Blocks of 64 seeds get their first words in vectors. Most conventions take as many words for
 * each number, and the first digits of the first number tell between which bounds one word must
 * be: few seeds of a block pass. For the others, each seed of the block is tried on these words. A
 * seed that passes, or needs more words, is tried again by itself with all words.
 */
#include "explain_search.h"

#include "error.h"
#include "explain_many.h"
#include "explain_workers.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* How many words the numbers of any convention take. Refused words can make it more, too seldom to
 * count. */
static size_t words_needed(const struct query *q)
{
    return 4 * (q->within + q->numbers.count) + 256;
}

/* ---- One row of the list, prepared ---- */

struct filter {
    const struct convention *how;
    uint32_t low, width; /* what the deciding word of the first number is between */
};

static uint32_t to_word(double unit)
{
    if (!(unit > 0))
        return 0;
    return unit >= 4294967295 ? UINT32_MAX : (uint32_t)unit;
}

/* The bounds are a bit too far, since some conventions divide by 2^32 - 1, or drop up to 8 lower bits.
 * A word that is shifted up lacks bits at its lower end. */
static void set_bounds(const struct query *q, struct filter *f)
{
    enum { MARGIN = 256 };
    const struct printed *p = &q->numbers.items[0];
    if (f->how->form == FORM_BITS) {
        unsigned bits = f->how->bit_count;
        f->low = (uint32_t)(p->magnitude << (64 - bits) >> 32);
        f->width = bits < 32 ? (UINT32_C(1) << (32 - bits)) - 1 : 0;
        return;
    }
    bool by_chance = f->how->form == FORM_PROBABILITY;
    double low = by_chance ? q->chance_low[0] : p->low;
    double high = by_chance ? q->chance_high[0] : p->high;
    f->low = to_word(floor(low * 0x1p32) - MARGIN - (double)(UINT32_C(1) << f->how->shift));
    f->width = to_word(ceil(high * 0x1p32) + MARGIN) - f->low;
}

/* ---- A search of one way to seed ---- */

struct worker {
    volatile uint64_t blocks_done;
    size_t count;
    bool more;
    struct match found[MOST_MATCHES];
};

struct task {
    const struct search *search;
    enum seeding seeding;
    struct filter filters[128];
    int filter_count;
    size_t count; /* words of a block */
    size_t words_at_most;
    struct worker *workers; /* shared */
    time_t started;
};

/* What one process works with. */
struct desk {
    const struct task *task;
    struct worker *worker;
    struct many *many;
    uint32_t *words;
    uint64_t seed_of_words;
};

/* A seed is tried once for each place where its first number may be. */
static bool is_known(const struct worker *w, const struct match *match)
{
    for (size_t i = w->count; i-- > 0 && w->found[i].how == match->how;)
        if (w->found[i].seed == match->seed)
            return true;
    return false;
}

static void add_match(struct desk *d, const struct match *match)
{
    if (is_known(d->worker, match))
        return;
    if (d->worker->count == MOST_MATCHES)
        d->worker->more = true;
    else
        d->worker->found[d->worker->count++] = *match;
}

/* Where the numbers fit, and whether they would do so without the digits that may be cut off. */
static bool find_match(const struct query *q, struct words words, struct match *m)
{
    struct query rounded = *q;
    size_t place;
    struct range range;
    if (find_numbers(q, m->how, words, &m->place, &m->range) != FITS)
        return false;
    rounded.only_rounded = true;
    m->is_cut = find_numbers(&rounded, m->how, words, &place, &range) != FITS;
    return true;
}

static void try_seed(struct desk *d, const struct convention *how, uint64_t number)
{
    const struct task *t = d->task;
    struct match match = {.how = how, .seed = number};
    struct seed seed = {.is_number = true, .number = number};
    if (d->seed_of_words != number && !words_of_seed(t->seeding, &seed, t->words_at_most, d->words))
        return;
    d->seed_of_words = number;
    struct words words = {.first = d->words, .step = 1, .count = t->words_at_most};
    if (find_match(t->search->query, words, &match))
        add_match(d, &match);
}

static void try_row(struct desk *d, const struct filter *f, uint32_t first, const uint32_t *row)
{
    for (uint32_t s = 0; s < SEEDS_AT_ONCE; s++)
        if ((row[s] << f->how->shift) - f->low <= f->width)
            try_seed(d, f->how, (uint64_t)first + s);
}

static void try_bounds(struct desk *d, const struct filter *f, uint32_t first)
{
    for (size_t place = 0; place < d->task->search->query->within; place++) {
        const uint32_t *row = d->many->words[place * f->how->words + f->how->lead];
        if (any_between(row, f->how->shift, f->low, f->width))
            try_row(d, f, first, row);
    }
}

static void try_each(struct desk *d, const struct filter *f, uint32_t first)
{
    struct match match;
    for (uint32_t s = 0; s < SEEDS_AT_ONCE; s++) {
        struct words words = {
            .first = &d->many->words[0][s], .step = SEEDS_AT_ONCE, .count = d->task->count};
        if (find_numbers(d->task->search->query, f->how, words, &match.place, &match.range) !=
            FITS_NOT)
            try_seed(d, f->how, (uint64_t)first + s);
    }
}

static void try_block(struct desk *d, uint32_t first)
{
    const struct task *t = d->task;
    bool in_vectors = t->count <= WORDS_AT_ONCE;
    if (in_vectors)
        words_of_many(d->many, t->seeding, first, t->count);
    for (int i = 0; i < t->filter_count; i++) {
        const struct filter *f = &t->filters[i];
        if (!in_vectors)
            for (uint32_t s = 0; s < SEEDS_AT_ONCE; s++)
                try_seed(d, f->how, (uint64_t)first + s);
        else if (f->how->words != 0)
            try_bounds(d, f, first);
        else
            try_each(d, f, first);
    }
}

/* ---- Progress ---- */

static uint64_t count_blocks(const struct search *s)
{
    return (s->last - s->first) / SEEDS_AT_ONCE + 1;
}

/* Not before a block is done. */
static void show_search(const struct task *t)
{
    enum { WIDTH = 30 };
    uint64_t done = 0;
    for (int i = 0; i < t->search->workers; i++)
        done += t->workers[i].blocks_done;
    double part = (double)done / (double)count_blocks(t->search);
    double seconds = difftime(time(NULL), t->started);
    int full = (int)(part * WIDTH);
    fprintf(stderr, "\r%-38s [%.*s%*s] %3.0f %%, %.0f s left \033[K",
            seeding_calls[t->seeding].name, full, "##############################", WIDTH - full,
            "", 100 * part, seconds / part - seconds);
}

/* ---- Workers ---- */

/* The seeds of a block that are not asked for, at the end, are tried and dropped. */
static void drop_other_seeds(struct worker *w, uint64_t last)
{
    size_t kept = 0;
    for (size_t i = 0; i < w->count; i++)
        if (w->found[i].seed <= last)
            w->found[kept++] = w->found[i];
    w->count = kept;
}

static void work(void *context, int number)
{
    const struct task *t = context;
    const struct search *s = t->search;
    enum { OFTEN = 0xff };
    struct desk d = {.task = t,
                     .worker = &t->workers[number],
                     .many = make_many(),
                     .words = allocate(t->words_at_most * sizeof(uint32_t)),
                     .seed_of_words = UINT64_MAX};
    bool shows = s->progress && number == s->workers - 1;
    time_t shown = t->started;
    uint64_t count = count_blocks(s);
    for (uint64_t block = (uint64_t)number; block < count; block += (uint64_t)s->workers) {
        try_block(&d, (uint32_t)(s->first + block * SEEDS_AT_ONCE));
        if (d.worker->more)
            break;
        d.worker->blocks_done++;
        if (shows && (d.worker->blocks_done & OFTEN) == 0 && time(NULL) != shown) {
            show_search(t);
            shown = time(NULL);
        }
    }
    drop_other_seeds(d.worker, s->last);
}

static void collect(const struct task *t, struct matches *found)
{
    for (int i = 0; i < t->search->workers; i++) {
        const struct worker *w = &t->workers[i];
        found->more |= w->more;
        for (size_t m = 0; m < w->count; m++) {
            if (found->count == MOST_MATCHES)
                found->more = true;
            else
                found->items[found->count++] = w->found[m];
        }
    }
}

/* Which rows of the list are tried at once. Those that have a fixed number of words are fast. */
enum rows { FIXED_ROWS = 1, OTHER_ROWS = 2 };

static void take_rows(struct task *t, unsigned rows)
{
    for (int i = 0; i < convention_count; i++) {
        const struct convention *how = &conventions[i];
        bool fixed = how->words != 0;
        if (how->seeding != t->seeding || (rows & (fixed ? FIXED_ROWS : OTHER_ROWS)) == 0 ||
            !is_possible(t->search->query, how))
            continue;
        struct filter *f = &t->filters[t->filter_count++];
        f->how = how;
        if (fixed)
            set_bounds(t->search->query, f);
    }
}

static void search_seeding(const struct search *s, enum seeding seeding, unsigned rows,
                           struct matches *found)
{
    struct task t = {.search = s, .seeding = seeding, .started = time(NULL)};
    take_rows(&t, rows);
    if (t.filter_count == 0)
        return;
    t.words_at_most = words_needed(s->query);
    t.count = rows == FIXED_ROWS ? 2 * s->query->within : 4 * s->query->within + 20;
    t.workers = shared_memory((size_t)s->workers * sizeof *t.workers);
    run_workers(s->workers, work, &t);
    if (s->progress)
        fputs("\r\033[K", stderr);
    collect(&t, found);
    double seeds = (double)(s->last - s->first) + 1;
    found->tried += seeds * t.filter_count;
    for (int i = 0; i < t.filter_count; i++)
        found->chance += seeds * (double)s->query->within * chance_of(s->query, t.filters[i].how);
}

/* ---- Order ---- */

static int by_seed(const void *a, const void *b)
{
    const struct match *x = a, *y = b;
    if (x->seed != y->seed)
        return x->seed < y->seed ? -1 : 1;
    return x->how < y->how ? -1 : x->how > y->how;
}

/* Programs that round are the rule: what fits only if digits were cut off is left out if anything
 * fits otherwise. Of (word + 0) / 2^32, (word + 0.5) / 2^32 and word / (2^32 - 1), the first one
 * is kept. */
static bool is_better(const struct match *m, const struct match *other)
{
    bool same_stream = m->how->seeding == other->how->seeding && m->seed == other->seed &&
                       m->place == other->place;
    if (m->is_cut != other->is_cut)
        return !m->is_cut;
    return same_stream && m->how->form == FORM_UNIT && m->how->real == unit_32 &&
           (other->how->real == unit_32_open || other->how->real == unit_32_closed);
}

static void keep_best(struct matches *found)
{
    size_t kept = 0;
    for (size_t i = 0; i < found->count; i++) {
        bool is_best = true;
        for (size_t j = 0; j < found->count; j++)
            is_best &= !is_better(&found->items[j], &found->items[i]);
        found->items[i].is_dropped = !is_best;
    }
    for (size_t i = 0; i < found->count; i++)
        if (!found->items[i].is_dropped)
            found->items[kept++] = found->items[i];
    found->count = kept;
}

/* ---- All ways to seed ---- */

/* Where it takes long, all fast rows are tried before the others. */
void search_seeds(const struct search *s, struct matches *found)
{
    static const unsigned slowly[] = {FIXED_ROWS, OTHER_ROWS},
                          at_once[] = {FIXED_ROWS | OTHER_ROWS};
    const unsigned *passes = s->stop_when_sure ? slowly : at_once;
    bool sure = false;
    for (int pass = 0; pass < (s->stop_when_sure ? 2 : 1); pass++)
        for (int seeding = 0; seeding < SEED_TEXT && !sure; seeding++) {
            search_seeding(s, (enum seeding)seeding, passes[pass], found);
            sure = s->stop_when_sure && found->count > 0 && found->chance < SURE_CHANCE;
        }
    qsort(found->items, found->count, sizeof *found->items, by_seed);
    keep_best(found);
}

/* ---- One seed ---- */

static void try_one_seed(const struct query *q, const struct convention *how,
                         const struct seed *seed, uint32_t *words, struct matches *found)
{
    struct match match = {.how = how, .seed = seed->number};
    size_t count = words_needed(q);
    if (!is_possible(q, how) || !has_call(how, seed) ||
        !words_of_seed(how->seeding, seed, count, words))
        return;
    struct words start = {.first = words, .step = 1, .count = count};
    found->tried++;
    found->chance += (double)q->within * chance_of(q, how);
    if (found->count < MOST_MATCHES && find_match(q, start, &match))
        found->items[found->count++] = match;
}

/* For 0, some tools take another seed. */
void search_one_seed(const struct query *q, const struct seed *seed, struct matches *found)
{
    uint32_t *words = allocate(words_needed(q) * sizeof *words);
    for (int i = 0; i < convention_count; i++) {
        const struct convention *how = &conventions[i];
        try_one_seed(q, how, seed, words, found);
        for (int j = 0; j < 2; j++) {
            struct seed usual = {.is_number = true, .number = how->usual[j].seed};
            if (seed->is_number && seed->number == 0 && usual.number != 0)
                try_one_seed(q, how, &usual, words, found);
        }
    }
    keep_best(found);
}
