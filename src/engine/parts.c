/* SPDX-License-Identifier: BSD-3-Clause
 *
 * set_runner: the runner of a generator. The number of parts of a fill, and how they are run.
 */
#include "parts.h"

#ifdef NPRAND_SHORT_PARTS
/* In tests, short fills have several parts. */
static const size_t SHORTEST_PART = (size_t)1 << 12;
#else
/* The fewest values of a part. A shorter part gains less than its thread costs: 2^20 doubles take
 * half a millisecond. */
static const size_t SHORTEST_PART = (size_t)1 << 20;
#endif

nprand_status nprand_set_runner(nprand_rng *rng, nprand_runner *run, void *context, int parts)
{
    nprand_status status = nprand__check_rng(rng);
    if (status != NPRAND_OK)
        return status;
    if (parts < 1 || parts > NPRAND__MAX_PARTS)
        return NPRAND_BAD_PARTS;
    struct nprand__engine *e = nprand__engine_of(rng);
    e->run = run;
    e->context = context;
    e->parts = parts;
    return NPRAND_OK;
}

int nprand__parts(const struct nprand__engine *e, size_t n)
{
    size_t most = n / SHORTEST_PART;
    if (e->run == NULL || most <= 1)
        return 1;
    return (int)nprand__min(most, (size_t)e->parts);
}

#if NPRAND__HAS_ATOMIC
/* The runner is code of the caller. done has a bit for each part, and makes sure that each part
 * runs exactly once. If the runner calls a part a second time, nothing happens. If it leaves a part
 * out, the part runs at the end. */
struct parts_run {
    nprand_part *part;
    void *argument;
    size_t count;
    NPRAND__ATOMIC(uint32_t) done[NPRAND__MAX_PARTS / 32];
};

static void run_part_once(void *argument, size_t i)
{
    struct parts_run *run = (struct parts_run *)argument;
    if (i >= run->count)
        return;
    const uint32_t bit = UINT32_C(1) << i % 32;
    if (!(atomic_fetch_or_explicit(&run->done[i / 32], bit, memory_order_relaxed) & bit))
        run->part(run->argument, i);
}

void nprand__run_parts(const struct nprand__engine *e, nprand_part *part, void *argument,
                       size_t count)
{
    struct parts_run run = {.part = part, .argument = argument, .count = count};
    for (size_t i = 0; i < NPRAND__MAX_PARTS / 32; i++)
        atomic_store_explicit(&run.done[i], 0, memory_order_relaxed);
    if (e->run != NULL)
        e->run(e->context, run_part_once, &run, count);
    for (size_t i = 0; i < count; i++)
        run_part_once(&run, i);
}
#else
/* The runner can't be kept from running a part twice at the same time. It is not called. */
void nprand__run_parts(const struct nprand__engine *e, nprand_part *part, void *argument,
                       size_t count)
{
    (void)e;
    for (size_t i = 0; i < count; i++)
        part(argument, i);
}
#endif

void nprand__begin_part(struct nprand__engine *mine, const struct nprand__engine *whole,
                        const struct nprand__mark *start, uint64_t words)
{
    mine->seeded = whole->seeded;
    mine->release = whole->release;
    mine->parts = 1;
    mine->long_bits = whole->long_bits;
    mine->python = whole->python;
    mine->run = NULL;
    mine->context = NULL;
    nprand__go_to(mine, start);
    nprand__advance(mine, words);
}

void nprand__end_parts(struct nprand__engine *whole, const struct nprand__engine *mine)
{
    whole->pos = mine->pos;
    whole->row = 0;
    whole->has_gauss = mine->has_gauss;
    whole->gauss = mine->gauss;
    memcpy(whole->key, mine->key, sizeof whole->key);
    memcpy(whole->block, mine->block, sizeof whole->block);
}

/* ---- Fills ---- */

struct parts_fill {
    struct nprand__engine *whole;
    struct nprand__mark start;
    size_t n;
    int parts;
    unsigned words;
    nprand__fill_part *fill;
    const void *job;
};

static void fill_part(void *argument, size_t i)
{
    const struct parts_fill *f = (const struct parts_fill *)argument;
    const size_t first = nprand__part_begin(f->n, f->parts, (int)i);
    const size_t end = nprand__part_begin(f->n, f->parts, (int)i + 1);
    struct nprand__engine mine;
    nprand__begin_part(&mine, f->whole, &f->start, (uint64_t)f->words * first);
    f->fill(&mine, f->job, first, end - first);
    if ((int)i == f->parts - 1)
        nprand__end_parts(f->whole, &mine);
}

NPRAND__NOINLINE static void fill_parts(struct nprand__engine *e, size_t n, int parts,
                                        unsigned words, nprand__fill_part *fill, const void *job)
{
    struct parts_fill f = {
        .whole = e, .n = n, .parts = parts, .words = words, .fill = fill, .job = job};
    nprand__mark(e, &f.start);
    nprand__run_parts(e, fill_part, &f, (size_t)parts);
}

void nprand__fill_in_parts(struct nprand__engine *e, size_t n, unsigned words,
                           nprand__fill_part *fill, const void *job)
{
    const int parts = nprand__parts(e, n);
    if (parts > 1)
        fill_parts(e, n, parts, words, fill, job);
    else if (n > 0)
        fill(e, job, 0, n);
}

/* ---- Work without draws ---- */

struct parts_work {
    size_t n;
    int parts;
    nprand__work_on_part *work;
    const void *job;
};

static void work_on_part(void *argument, size_t i)
{
    const struct parts_work *w = (const struct parts_work *)argument;
    const size_t first = nprand__part_begin(w->n, w->parts, (int)i);
    w->work(w->job, first, nprand__part_begin(w->n, w->parts, (int)i + 1) - first);
}

void nprand__work_in_parts(const struct nprand__engine *e, size_t n, nprand__work_on_part *work,
                           const void *job)
{
    const int parts = nprand__parts(e, n);
    struct parts_work w = {.n = n, .parts = parts, .work = work, .job = job};
    if (parts > 1)
        nprand__run_parts(e, work_on_part, &w, (size_t)parts);
    else if (n > 0)
        work(job, 0, n);
}
