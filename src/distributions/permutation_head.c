/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The first n elements of a permutation of 0..a-1, for few n, without an array of a elements.
 *
 * The shuffle of Fisher and Yates (shuffle.c) takes a step for each index i = a-1, ..., 1, which
 * exchanges the elements at i and at j, a value on 0..i. The steps from n on decide which elements
 * come to the first n places, and the steps below n only shuffle these places. To find the
 * elements, the steps from n on are taken backward, from i = n to a-1: a place p of which the
 * element is wanted becomes i if j is p. After step a-1, each place is the index of its element. A
 * step seldom finds a wanted place: all n places move about n ln(a/n) times.
 *
 * The words of the steps are read twice. The first pass is forward, to the state after the steps.
 * The second pass goes back, block by block, by the inverse of the twist. Backward, the index is
 * known after a word, and whether the word was accepted must be found. Let i be the index of the
 * step after the word. A value up to i was accepted, for step i + 1: step i would have accepted it
 * too. A value above i + 1 was rejected. A value of i + 1 may have been either: step i rejects it,
 * and step i + 1 accepts it. The first pass writes a bit for each such word to a tape, and the
 * second pass reads the tape from its end. There are about 2 ln(a/n) such words.
 *
 * Most blocks of words have no value near the index. All their steps are then known from counts of
 * the values that are at most the index.
 */
#include "permutation_head.h"

#include "interval.h"
#include "shuffle.h"

/* ---- The tape ---- */

#ifdef NPRAND_SHORT_TAPE
enum { TAPE_BITS = 4 }; /* in tests, a tape is written several times */
#else
enum { TAPE_BITS = 1024 };
#endif

/* The last bits that were written. */
struct head_tape {
    uint64_t end;  /* bits that were written, without those that were read */
    uint32_t kept; /* of them, how many are on the tape */
    bool accepted[TAPE_BITS];
};

static void write_tape(struct head_tape *tape, bool accepted)
{
    tape->accepted[tape->end++ % TAPE_BITS] = accepted;
    if (tape->kept < TAPE_BITS)
        tape->kept++;
}

static bool read_tape(struct head_tape *tape)
{
    tape->kept--;
    return tape->accepted[--tape->end % TAPE_BITS];
}

/* ---- Forward ---- */

/* Whether all words of a block have the same mask, and no value comes near the index, for indices
 * from low to low + NPRAND__N. *count becomes the number of accepted words. The values that are
 * near are those above low, up to high = low + NPRAND__N + 1. */
static bool block_is_plain(const uint32_t *words, uint64_t low, size_t *count)
{
    const uint64_t mask = nprand__mask(low);
    if (low + NPRAND__N > mask || low < NPRAND__HEAD_PLAIN)
        return false;
    const uint64_t high = low + NPRAND__N + 1 < mask ? low + NPRAND__N + 1 : mask;
    const struct nprand__backend *backend = nprand__backend();
    *count = backend->count(words, NPRAND__N, (uint32_t)mask, (uint32_t)low);
    return backend->count(words, NPRAND__N, (uint32_t)mask, (uint32_t)high) == *count;
}

/* Takes the steps of up to n words, from *index down to last + 1. Returns how many words. */
static size_t head_steps(const uint32_t *words, size_t n, uint64_t last, uint64_t *index,
                         struct head_tape *tape)
{
    uint64_t i = *index, mask = nprand__mask(i);
    size_t k = 0;
    for (; k < n && i > last; k++) {
        if (mask >> 1 >= i)
            mask >>= 1;
        const uint64_t value = words[k] & mask;
        if (value == i || value == i + 1)
            write_tape(tape, value == i);
        i -= value <= i;
    }
    *index = i;
    return k;
}

/* Takes the steps from index a - 1 down to last + 1, but reads at most so many words. Returns how
 * many. */
static uint64_t steps_forward(struct nprand__engine *e, uint64_t a, uint64_t last, uint64_t most,
                              struct head_tape *tape)
{
    uint64_t index = a - 1, left = most;
    while (index > last && left > 0) {
        size_t taken, used, count;
        const uint32_t *words =
            nprand__take_words(e, left < NPRAND__N ? (size_t)left : NPRAND__N, &taken);
        used = taken;
        if (taken == NPRAND__N && index >= last + NPRAND__N &&
            block_is_plain(words, index - NPRAND__N, &count))
            index -= count;
        else
            used = head_steps(words, taken, last, &index, tape);
        e->pos -= (uint32_t)(taken - used);
        left -= used;
    }
    return most - left;
}

/* ---- The wanted places ---- */

/* Places of which the elements are wanted. A list for each value of the lower bits has the places
 * with these bits. A filter with a bit for each value of more lower bits says at once that nearly
 * all values are no wanted place. Bits of places of the past stay in the filter, until it is made
 * anew. */
struct head_places {
    int64_t *place;
    uint16_t n, moves; /* moves: since the filter was made */
    uint16_t first[NPRAND__HEAD_MOST], next[NPRAND__HEAD_MOST]; /* an index + 1; 0: no more */
    uint32_t filter[NPRAND__HEAD_PLAIN / 32];
};

static uint32_t is_in_filter(const struct head_places *p, uint32_t value)
{
    return p->filter[value % NPRAND__HEAD_PLAIN / 32] >> value % 32 & 1;
}

static void add_to_filter(struct head_places *p, uint64_t place)
{
    p->filter[place % NPRAND__HEAD_PLAIN / 32] |= UINT32_C(1) << place % 32;
}

static void add_to_list(struct head_places *p, size_t index)
{
    uint16_t *first = &p->first[(uint64_t)p->place[index] % NPRAND__HEAD_MOST];
    p->next[index] = *first;
    *first = (uint16_t)(index + 1);
}

static void make_filter(struct head_places *p)
{
    memset(p->filter, 0, sizeof p->filter);
    for (size_t index = 0; index < p->n; index++)
        add_to_filter(p, (uint64_t)p->place[index]);
    p->moves = 0;
}

/* The places are 0..n-1. */
static void begin_places(struct head_places *p, size_t n, int64_t *place)
{
    p->place = place;
    p->n = (uint16_t)n;
    memset(p->first, 0, sizeof p->first);
    for (size_t index = 0; index < n; index++) {
        place[index] = (int64_t)index;
        add_to_list(p, index);
    }
    make_filter(p);
}

/* Where the index of the wanted place j is stored. Zero is stored where j is no wanted place. */
static uint16_t *find_place(struct head_places *p, uint64_t j)
{
    uint16_t *link = &p->first[j % NPRAND__HEAD_MOST];
    while (*link != 0 && (uint64_t)p->place[*link - 1] != j)
        link = &p->next[*link - 1];
    return link;
}

/* The element that is at j after step i was at i before the step. link is find_place() of j. */
static void move_place(struct head_places *p, uint16_t *link, uint64_t i)
{
    if (*link == 0)
        return;
    const size_t index = *link - 1u;
    *link = p->next[index];
    p->place[index] = (int64_t)i;
    add_to_list(p, index);
    add_to_filter(p, i);
    if (++p->moves > p->n)
        make_filter(p);
}

/* ---- Backward ---- */

struct head {
    struct nprand__engine *e;
    uint64_t a, last; /* the steps go from a - 1 down to last + 1 */
    uint64_t block;   /* how many blocks after start */
    uint64_t index;   /* the step after the word that is read next */
    struct nprand__mark start;
    struct head_tape tape;
    struct head_places places;
};

/* The words before the first twist are those of the key that was loaded. */
static void go_to_block_before(struct head *h)
{
    h->block--;
    nprand__engine_refill_back(h->e);
    if (h->block == 0)
        nprand__engine_load(h->e, h->start.key, 0);
}

/* Writes the tape again, up to the bit of word k of the block. */
static void rewrite_tape(struct head *h, size_t k)
{
    const uint64_t words = h->block * NPRAND__N + k + 1 - h->start.pos;
    nprand__go_to(h->e, &h->start);
    h->tape.end = 0;
    (void)steps_forward(h->e, h->a, h->last, words, &h->tape);
}

/* Whether word k of the block, whose value is i, was accepted by step i. */
static bool was_accepted(struct head *h, size_t k)
{
    if (h->tape.kept == 0)
        rewrite_tape(h, k);
    return read_tape(&h->tape);
}

/* Takes the steps of the first n words of the block backward, word by word. A branch on whether a
 * value was accepted would be mispredicted often. The other branches are seldom taken. */
static void head_steps_back(struct head *h, size_t n)
{
    const uint32_t *words = h->e->block;
    uint64_t i = h->index, mask = nprand__mask(i + 1);
    while (n-- > 0 && i < h->a - 1) {
        if (i == mask)
            mask = 2 * mask + 1;
        const uint64_t value = words[n] & mask;
        const bool is_below = value <= i;
        if (value == i + 1) {
            i += was_accepted(h, n);
            continue;
        }
        i += is_below;
        if (is_in_filter(&h->places, (uint32_t)value) && is_below)
            move_place(&h->places, find_place(&h->places, value), i);
    }
    h->index = i;
}

/* The same for a plain block, of which count words are accepted. A place that moves is then near
 * the index, where the block has no value: it moves once. */
static void plain_steps_back(struct head *h, size_t count)
{
    const uint32_t *words = h->e->block;
    const uint32_t mask = (uint32_t)nprand__mask(h->index), low = (uint32_t)h->index;
    uint16_t found[NPRAND__N];
    size_t n = 0;
    for (size_t k = 0; k < NPRAND__N; k++) {
        found[n] = (uint16_t)k;
        n += is_in_filter(&h->places, words[k]);
    }
    while (n-- > 0) {
        const size_t k = found[n];
        uint16_t *link = find_place(&h->places, words[k] & mask);
        if (*link != 0) {
            size_t steps = nprand__backend()->count(words + k, NPRAND__N - k, mask, low);
            move_place(&h->places, link, h->index + steps);
        }
    }
    h->index += count;
}

static void all_steps_back(struct head *h)
{
    size_t count, n = h->e->pos;
    h->index = h->last;
    for (;;) {
        if (n == NPRAND__N && h->block > 0 && block_is_plain(h->e->block, h->index, &count))
            plain_steps_back(h, count);
        else
            head_steps_back(h, n);
        if (h->index == h->a - 1)
            return;
        go_to_block_before(h);
        n = NPRAND__N;
    }
}

/* ---- The head ---- */

/* The steps from n on: which elements come to the first n places. */
NPRAND__NOINLINE static void begin_head(struct nprand__engine *e, uint64_t a, size_t n,
                                        int64_t *out)
{
    struct head h = {.e = e, .a = a, .last = n - 1};
    struct nprand__mark end;
    nprand__mark(e, &h.start);
    begin_places(&h.places, n, out);
    const uint64_t words = steps_forward(e, a, h.last, UINT64_MAX, &h.tape);
    nprand__mark(e, &end);
    h.block = (h.start.pos + words - 1) / NPRAND__N;
    all_steps_back(&h);
    nprand__go_to(e, &end);
}

/* The words of all steps, without a place of which the element is wanted. */
NPRAND__NOINLINE static void skip_steps(struct nprand__engine *e, uint64_t a)
{
    struct head_tape unread;
    unread.end = unread.kept = 0;
    if (a > 1)
        (void)steps_forward(e, a, 0, UINT64_MAX, &unread);
}

void nprand__permutation_head(struct nprand__engine *e, uint64_t a, size_t n, int64_t *out)
{
    if (n == 0)
        skip_steps(e, a);
    else if (n == a)
        nprand__permutation(e, n, out);
    else {
        begin_head(e, a, n, out);
        nprand__shuffle(e, out, n, sizeof *out);
    }
}
