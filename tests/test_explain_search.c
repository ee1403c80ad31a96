/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand explain: each convention finds the numbers that it draws, tells when the words end, and is
 * found by the search over seeds.
 */
#define _POSIX_C_SOURCE 200809L /* alarm() */

#include "test.h"

#include "../src/cli/explain_search.h"
#include "../src/cli/explain_workers.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COUNT = 12, TEXT = 32, WORDS = 4000 };

/* A clock that goes fast, in place of that of the C library: the progress shown is the same. */
static time_t now, step = 100;

time_t time(time_t *t)
{
    now += step;
    if (t != NULL)
        *t = now;
    return now;
}

/* Numbers that a convention draws, as text. */
struct sample {
    char text[COUNT][TEXT];
    char *words[COUNT];
    int count;
    size_t used; /* words of the stream */
};

/* The text of a double: 9 digits, as many programs print. */
static void put_double(char *text, double x)
{
    snprintf(text, TEXT, "%.9f", x);
}

/* X with P(X < x) = p, by bisection. */
static double quantile(double p)
{
    double low = -9, high = 9;
    for (int i = 0; i < 100; i++) {
        double middle = (low + high) / 2;
        if (0.5 * erfc(-middle / sqrt(2)) < p)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void draw_order(const struct convention *how, struct words *w, struct sample *s)
{
    int order[COUNT];
    for (int i = 0; i < s->count; i++)
        order[i] = i;
    for (int i = s->count - 1; i > 0; i--) {
        uint32_t j = how->below(w, (uint32_t)i + 1);
        int x = order[i];
        order[i] = order[j];
        order[j] = x;
    }
    for (int i = 0; i < s->count; i++)
        snprintf(s->text[i], TEXT, "%d", order[i]);
}

/* The integers of a range are from low to low + n - 1. */
static void draw_sample(const struct convention *how, struct words *w, int64_t low, uint32_t n,
                        struct sample *s)
{
    for (int i = 0; i < s->count; i++) {
        s->words[i] = s->text[i];
        if (how->form == FORM_UNIT || how->form == FORM_NORMAL)
            put_double(s->text[i], how->real(w));
        else if (how->form == FORM_PROBABILITY)
            put_double(s->text[i], quantile(how->real(w)));
        else if (how->form == FORM_BITS)
            snprintf(s->text[i], TEXT, "%" PRIu64, how->bits(w));
        else if (how->form != FORM_SHUFFLE)
            snprintf(s->text[i], TEXT, "%" PRId64, low + how->below(w, n));
    }
    if (how->form == FORM_SHUFFLE)
        draw_order(how, w, s);
    s->used = w->next;
}

static bool has_range(const struct convention *how)
{
    return how->form >= FORM_MASKED && how->form != FORM_SHUFFLE;
}

static bool is_torch_of_16(const struct convention *how)
{
    return how->real == normal_torch_of_16;
}

static struct words words_of(enum seeding seeding, uint64_t number)
{
    static uint32_t words[WORDS];
    char text[TEXT];
    snprintf(text, sizeof text, "%" PRIu64, number);
    struct seed seed = {.text = text, .is_number = true, .number = number};
    assert_true(words_of_seed(seeding, &seed, WORDS, words));
    return (struct words){.first = words, .step = 1, .count = WORDS};
}

/* N, or the largest size that the parts of words have, or of which the remainder is looked for. */
static uint32_t size_for(const struct convention *how, uint32_t n)
{
    uint64_t most = how->form == FORM_MASKED      ? UINT64_C(1) << how->bit_count
                    : how->form == FORM_REMAINDER ? 1000
                                                  : UINT32_MAX;
    return n < most ? n : (uint32_t)most;
}

static void assert_range(const struct range *r, int64_t low, uint32_t n)
{
    assert_int_equal(r->low, low);
    assert_in_range(n, r->least, r->most);
}

/* Each convention finds its own numbers, and so many words are what it needs: with fewer of them it
 * says that the words ended. */
static void check_convention(const struct convention *how, uint64_t seed, uint32_t n)
{
    struct sample s = {.count = COUNT};
    struct words words = words_of(how->seeding, seed), drawn = words;
    struct range range = {0};
    size_t place;
    draw_sample(how, &drawn, 0, n, &s);
    struct query q = ask(read_numbers(s.words, s.count), 1);
    assert_true(is_possible(&q, how));
    assert_int_equal(find_numbers(&q, how, words, &place, &range), FITS);
    assert_int_equal(place, 0);
    if (has_range(how))
        assert_range(&range, 0, n);
    for (words.count = 0; words.count < s.used; words.count++)
        assert_int_equal(find_numbers(&q, how, words, &place, &range), WORDS_ENDED);
    words.count = WORDS;
    if (!is_torch_of_16(how))
        assert_int_not_equal(
            find_numbers(&q, how, words_of(how->seeding, seed + 1), &place, &range), FITS);
}

static void test_conventions(void **unused)
{
    (void)unused;
    static const uint32_t sizes[] = {100, 2, 10, 129, 200, 1000, 65537};
    alarm(300);
    for (int i = 0; i < convention_count; i++) {
        const struct convention *how = &conventions[i];
        for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++)
            if (k == 0 || has_range(how))
                check_convention(how, 20 + k, size_for(how, sizes[k]));
    }
    alarm(0);
}

/* ---- Words that are seldom ---- */

static struct words listed(const uint32_t *words, size_t count)
{
    return (struct words){.first = words, .step = 1, .count = count};
}

/* Words that a draw refuses: what follows is drawn as if they were not there. */
static void test_refused_words(void **unused)
{
    (void)unused;
    static const uint32_t center[] = {0x80000000, 0, 0x80000000, 0, 0x50000000, 5, 0x60000000, 6};
    static const uint32_t zero[] = {0, 2100000000, 2200000000};
    struct words w = listed(center, 8), rest = listed(center + 4, 4);
    assert_true(normal_numpy(&w) == normal_numpy(&rest) && !w.ended);
    w = listed(zero, 3);
    rest = listed(zero + 1, 2);
    assert_true(normal_gsl(&w) == normal_gsl(&rest) && !w.ended);
    /* 2^32 - 1 stands in the last, incomplete run of 100 words; 0 is refused by Lemire's method. */
    static const uint32_t last[] = {UINT32_MAX, 42, 0, 0x80000001};
    w = listed(last, 4);
    assert_int_equal(below_remainder(&w, 100), 42);
    assert_int_equal(below_multiplied(&w, 100), 50);
    w = listed(last, 2);
    assert_int_equal(below_divided(&w, 1000), 0);
    assert_int_equal(w.next, 2);
    w = listed(last, 2);
    assert_int_equal(below_shifted(&w, 100), 0);
    assert_int_equal(w.next, 2);
    /* An integer of one value takes no word. */
    assert_int_equal(below_masked(&w, 1), 0);
    assert_int_equal(w.next, 2);
    /* R takes the upper halves of two words where 16 bits are too few. */
    static const uint32_t halves[] = {0x1ffff, 0x20000, 0x10000, 0x30000};
    w = listed(halves, 4);
    assert_int_equal(below_r(&w, 0x10003), 0x10002);
    assert_int_equal(w.next, 2);
    assert_int_equal(below_r(&w, 0x18000), 0x10003);
}

/* Draws that end while they refuse words: each of them returns. */
static void test_the_end(void **unused)
{
    (void)unused;
    static const uint32_t words[] = {0, UINT32_MAX, UINT32_MAX};
    alarm(20);
    for (int i = 0; i < convention_count; i++) {
        for (size_t count = 0; count < 4; count++) {
            struct words w = listed(words, count);
            const struct convention *how = &conventions[i];
            for (int k = 0; k < 5; k++) {
                if (how->real != NULL)
                    (void)how->real(&w);
                if (how->below != NULL)
                    (void)how->below(&w, 0x10001);
                if (how->bits != NULL)
                    (void)how->bits(&w);
            }
            if (how->part == NULL || how->bit_count == 32)
                assert_true(w.ended);
        }
    }
    alarm(0);
}

/* PyTorch's pairs are 8 words from each other: the second word can be far behind the last one. */
static void test_the_end_of_pairs(void **unused)
{
    (void)unused;
    static const uint32_t words[48] = {1, 2, 3};
    for (size_t count = 0; count < 40; count++) {
        struct words w = listed(words, count);
        w.next = count / 16 * 16;
        (void)normal_torch_of_16(&w);
        assert_int_equal(w.ended, count % 16 < 9);
    }
}

/* ---- Questions ---- */

static struct query ask_text(char *text, size_t within)
{
    return ask(read_numbers(&text, 1), within);
}

static const struct convention *row_of(enum seeding seeding, enum form form,
                                       uint32_t (*below)(struct words *, uint32_t))
{
    for (int i = 0; i < convention_count; i++)
        if (conventions[i].seeding == seeding && conventions[i].form == form &&
            conventions[i].below == below)
            return &conventions[i];
    fail_msg("no such convention");
    return NULL;
}

static enum fit find(char *text, const struct convention *how, struct words words,
                     struct range *range)
{
    size_t place;
    struct query q = ask_text(text, 1);
    assert_true(is_possible(&q, how));
    return find_numbers(&q, how, words, &place, range);
}

/* Which numbers are integers of a range of 32 bits or less, and which an order. */
static void test_possible(void **unused)
{
    (void)unused;
    const struct convention *range = row_of(SEED_NUMBER, FORM_SCALED, below_multiplied);
    const struct convention *byte = row_of(SEED_NUMBER, FORM_MASKED, below_masked_8);
    const struct convention *order = row_of(SEED_NUMBER, FORM_SHUFFLE, below_masked);
    static const struct {
        char text[40];
        bool is_range, is_byte, is_order;
    } cases[] = {
        {"3 0 1 2", true, true, true},          {"3 1 1 0", true, true, false},
        {"0x3 0 1 2", false, false, true},      {"255 0", true, true, false},
        {"256 0", true, false, false},          {"-128 127", true, true, false},
        {"-129 127", true, false, false},       {"-1 128", true, false, false},
        {"-5 2147483647", false, false, false}, {"-5 2147483641", true, false, false},
        {"0 2147483646", true, false, false},   {"0 2147483647", false, false, false},
        {"-4294967295 5", false, false, false}, {"0.5 1", false, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[40];
        strcpy(text, cases[i].text);
        struct query q = ask_text(text, 1);
        assert_int_equal(is_possible(&q, range), cases[i].is_range);
        assert_int_equal(is_possible(&q, byte), cases[i].is_byte);
        assert_int_equal(is_possible(&q, order), cases[i].is_order);
    }
}

/* NumPy's small types refuse a range that they do not hold. */
static void test_small_types(void **unused)
{
    (void)unused;
    struct range range;
    static const uint32_t low_bits[] = {0 | 50 << 8 | 20 << 16};
    static const uint32_t high_bits[] = {0 | 133 << 8 | 50 << 16 | 20u << 24};
    const struct convention *byte = row_of(SEED_NUMBER, FORM_MASKED, below_masked_8);
    char numbers[] = "200 250 220";
    assert_int_equal(find(numbers, byte, listed(low_bits, 1), &range), FITS);
    assert_int_equal(range.low, 200);
    assert_int_equal(range.least, 51);
    assert_int_equal(range.most, 56); /* not 64, since 264 is no uint8 */
    assert_int_equal(find(numbers, byte, listed(high_bits, 1), &range), FITS_NOT);
    /* A bool is not -1. */
    static const uint32_t bits[] = {5};
    const struct convention *boolean = row_of(SEED_NUMBER, FORM_MASKED, below_masked_1);
    char bools[] = "1 0 1 0", negative[] = "0 -1 0 -1";
    assert_int_equal(find(bools, boolean, listed(bits, 1), &range), FITS);
    assert_int_equal(find(negative, boolean, listed(bits, 1), &range), FITS_NOT);
    /* An int8 is not -130: the range does not begin at the ten below -125. */
    static const uint32_t negative_bytes[] = {5 | 9 << 8 | 7 << 16};
    char bytes[] = "-125 -121 -123";
    assert_int_equal(find(bytes, byte, listed(negative_bytes, 1), &range), FITS_NOT);
    static const uint32_t wide[] = {55 | 59 << 8 | 57 << 16 | 1 << 24};
    char around[] = "-45 -41 -43";
    assert_int_equal(find(around, byte, listed(wide, 1), &range), FITS);
    assert_int_equal(range.low, -100);
}

/* The words end in a draw that refuses some of them, where the first digits fit. */
static void test_ranges_at_the_end(void **unused)
{
    (void)unused;
    struct range range;
    size_t place;
    /* Lemire's method refuses the word 0, unless 2^32 is a multiple of n: 0 then is no number. */
    static const uint32_t zero[] = {0xc0000000, 0};
    const struct convention *multiplied = row_of(SEED_NUMBER, FORM_SCALED, below_multiplied);
    char numbers[] = "48 0";
    assert_int_equal(find(numbers, multiplied, listed(zero, 2), &range), FITS);
    assert_int_equal(range.least, 64);
    assert_int_equal(range.most, 64);
    static const uint32_t last[] = {UINT32_MAX};
    const struct convention *remainder = row_of(SEED_NUMBER, FORM_REMAINDER, below_remainder);
    char ninety_five[] = "95";
    assert_int_equal(find(ninety_five, remainder, listed(last, 1), &range), FITS_NOT);
    /* Sizes are tried up to 4096 above the largest number: 4003, and not 5003. */
    static const uint32_t multiples[] = {500 + 2 * 4003, 500 + 2 * 5003};
    char five_hundred[] = "500";
    assert_int_equal(find(five_hundred, remainder, listed(multiples, 1), &range), FITS);
    assert_int_equal(range.least, 4003);
    assert_int_equal(find(five_hundred, remainder, listed(multiples + 1, 1), &range), FITS_NOT);
    /* 2^32 - 1 has no range, and takes one word for each place. */
    char large[] = "4294967295";
    struct query q = ask_text(large, 5);
    assert_int_equal(find_numbers(&q, multiplied, listed(zero, 2), &place, &range), WORDS_ENDED);
    q.within = 2;
    assert_int_equal(find_numbers(&q, multiplied, listed(zero, 2), &place, &range), FITS_NOT);
}

/* ---- The search ---- */

/* No matches yet. They hold for the next seven searches. */
static struct matches *no_matches(void)
{
    static struct matches results[8];
    static int calls;
    struct matches *found = &results[calls++ % 8];
    memset(found, 0, sizeof *found);
    return found;
}

static struct matches *search_for(const struct query *q, struct search s)
{
    struct matches *found = no_matches();
    s.query = q;
    search_seeds(&s, found);
    return found;
}

/* The numbers may begin at refused words in front of their place too. */
static bool has_match(const struct matches *found, const struct convention *how, uint64_t seed,
                      size_t place)
{
    for (size_t i = 0; i < found->count; i++)
        if (found->items[i].how == how && found->items[i].seed == seed)
            return found->items[i].place == place ||
                   (how->form >= FORM_MASKED && found->items[i].place < place);
    return false;
}

/* Of word / 2^32 and two that are nearly the same, the first one alone is told. */
static bool is_left_out(const struct convention *how)
{
    return how->real == unit_32_open || how->real == unit_32_closed;
}

/* The numbers of seed 77 behind the first three. */
static struct query question_of(const struct convention *how, size_t within)
{
    struct sample s = {.count = COUNT};
    struct words words = words_of(how->seeding, 77);
    for (size_t i = 0; within > 1 && i < 3; i++) {
        if (how->form >= FORM_MASKED)
            (void)next_word(&words);
        else if (how->form == FORM_BITS)
            (void)how->bits(&words);
        else
            (void)how->real(&words);
    }
    draw_sample(how, &words, 0, size_for(how, 100), &s);
    return ask(read_numbers(s.words, s.count), within);
}

static void check_search(const struct convention *how, size_t within)
{
    struct query q = question_of(how, within);
    struct matches *found = search_for(&q, (struct search){.last = 100, .workers = 1});
    if (!is_left_out(how))
        assert_true(has_match(found, how, 77, within > 1 ? 3 : 0));
    assert_in_range(found->count, 1, 40);
    /* Seed 77 is in the block of 76, and not asked for. */
    found = search_for(&q, (struct search){.last = 76, .workers = 1});
    assert_false(has_match(found, how, 77, within > 1 ? 3 : 0));
}

/* In vectors; with more words than the vectors hold, seed by seed. */
static void test_search(void **unused)
{
    (void)unused;
    for (int i = 0; i < convention_count && conventions[i].seeding < SEED_TEXT; i++) {
        check_search(&conventions[i], 1);
        check_search(&conventions[i], 5);
        if (i % 4 == 0)
            check_search(&conventions[i], 60);
    }
}

/* Several processes find what one finds. */
static void test_shared_search(void **unused)
{
    (void)unused;
    struct query q = question_of(&conventions[0], 1);
    struct matches *found = search_for(&q, (struct search){.last = 300, .workers = 1});
    for (int workers = 2; workers < 8; workers++) {
        struct matches *shared = search_for(&q, (struct search){.last = 300, .workers = workers});
        assert_int_equal(shared->count, found->count);
        assert_int_equal(shared->items[0].seed, 77);
        assert_true(shared->tried == found->tried);
    }
}

/* A long search ends with the first way to seed that is no accident; fast rows come first. */
static void test_long_search(void **unused)
{
    (void)unused;
    for (int i = 0; i < convention_count && conventions[i].seeding < SEED_TEXT; i++) {
        const struct convention *how = &conventions[i];
        struct query q = question_of(how, 1);
        struct search s = {.last = 100, .workers = 1, .stop_when_sure = true};
        struct matches *found = search_for(&q, s);
        if (!is_left_out(how))
            assert_true(has_match(found, how, 77, 0));
        s.stop_when_sure = false;
        struct matches *all = search_for(&q, s);
        assert_true(found->tried <= all->tried);
        if (how->seeding == SEED_NUMBER && how->words != 0)
            assert_true(found->tried < all->tried);
        assert_true(found->count <= all->count);
    }
    /* What chance gives too ends no search. */
    char tenth[] = "0.1";
    struct query q = ask_text(tenth, 1);
    struct search s = {.last = 10, .workers = 1, .stop_when_sure = true};
    struct matches *found = search_for(&q, s);
    s.stop_when_sure = false;
    struct matches *all = search_for(&q, s);
    assert_true(found->tried == all->tried);
    assert_true(found->count > 0);
}

/* What each seed draws first, beside what is found for it: at both ends, and between. */
static int check_first_doubles(double printed, char *text)
{
    struct query q = ask_text(text, 1);
    struct matches *found = search_for(&q, (struct search){.last = 300, .workers = 1});
    const struct convention *how = &conventions[0];
    while (how->real != unit_53 || how->form != FORM_UNIT || how->seeding != SEED_NUMBER)
        how++;
    int rounded = 0;
    assert_false(found->more);
    for (uint64_t seed = 0; seed <= 300; seed++) {
        struct words words = words_of(SEED_NUMBER, seed);
        double x = unit_53(&words);
        bool fits = fabs(x - printed) <= 0.005;
        rounded += fits;
        assert_int_equal(has_match(found, how, seed, 0), fits);
    }
    for (size_t i = 0; i < found->count; i++)
        assert_false(found->items[i].is_cut);
    return rounded;
}

/* Numbers that fit only if digits were cut off are left out where others fit. */
static void test_first_doubles(void **unused)
{
    (void)unused;
    char texts[][8] = {"0.00", "0.01", "0.42", "0.50", "0.77", "0.99", "1.00"};
    int rounded = 0;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        rounded += check_first_doubles(atof(texts[i]), texts[i]);
    assert_in_range(rounded, 10, 50);
}

/* Likewise for one seed. */
static void test_one_seed(void **unused)
{
    (void)unused;
    int rounded = 0, cut = 0;
    for (uint64_t number = 1; number <= 300; number++) {
        struct words words = words_of(SEED_NUMBER, number);
        struct matches *found = no_matches();
        char typed[TEXT], text[TEXT];
        snprintf(typed, sizeof typed, "%" PRIu64, number);
        struct seed seed = read_seed(typed);
        snprintf(text, sizeof text, "%.2f", floor(100 * unit_53(&words)) / 100);
        struct query q = ask_text(text, 1);
        search_one_seed(&q, &seed, found);
        assert_in_range(found->count, 1, 40);
        for (size_t i = 0; i < found->count; i++)
            assert_int_equal(found->items[i].is_cut, found->items[0].is_cut);
        rounded += !found->items[0].is_cut;
        cut += found->items[0].is_cut;
    }
    assert_in_range(rounded, 100, 290);
    assert_in_range(cut, 10, 200);
}

/* Of word / 2^32 and two that are nearly the same, the first one is told alone if it has the place.
 * No match is told twice. */
static void test_nearly_the_same(void **unused)
{
    (void)unused;
    char text[] = "0.50";
    struct query q = ask_text(text, 20);
    struct matches *found = search_for(&q, (struct search){.last = 63, .workers = 1});
    int first = 0;
    for (size_t i = 0; i < found->count; i++) {
        const struct match *m = &found->items[i];
        first += m->how->real == unit_32 && m->how->seeding == SEED_NUMBER;
        for (size_t k = 0; k < found->count; k++) {
            const struct match *other = &found->items[k];
            if (i == k || m->seed != other->seed || m->how->seeding != other->how->seeding)
                continue;
            assert_ptr_not_equal(m->how, other->how);
            if (m->how->real == unit_32 && is_left_out(other->how))
                assert_int_not_equal(m->place, other->place);
        }
    }
    assert_in_range(first, 3, 64);
}

/* More matches than are kept. */
static void test_many_matches(void **unused)
{
    (void)unused;
    char digit[] = "0.5";
    struct query q = ask_text(digit, 1);
    struct matches *found = search_for(&q, (struct search){.last = 20000, .workers = 1});
    assert_true(found->more);
    assert_in_range(found->count, 100, MOST_MATCHES);
    for (size_t i = 1; i < found->count; i++)
        assert_true(found->items[i - 1].seed <= found->items[i].seed);
}

/* ---- Progress ---- */

/* Calls search_seeds() with stderr in a file, and gives the text of it. */
static void show_search_in(char *text, size_t room, const struct query *q, struct search s)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    fflush(stderr);
    int kept = dup(STDERR_FILENO);
    assert_true(dup2(fileno(file), STDERR_FILENO) >= 0);
    (void)search_for(q, s);
    fflush(stderr);
    dup2(kept, STDERR_FILENO);
    close(kept);
    rewind(file);
    text[fread(text, 1, room - 1, file)] = '\0';
    fclose(file);
}

/* 256 of 300 blocks, after 200 seconds. */
static void test_progress(void **unused)
{
    (void)unused;
    static char text[4096];
    char numbers[] = "18446744073709551615 1";
    struct query q = ask_text(numbers, 1);
    struct search s = {.last = 300 * 64 - 1, .workers = 1, .progress = true};
    show_search_in(text, sizeof text, &q, s);
    assert_non_null(
        strstr(text, "\rmt19937_64                             [#########################     ]"
                     "  85 %, 34 s left \033[K\r\033[K"));
    /* Within one second, no line is shown; one is wiped out. */
    step = 0;
    show_search_in(text, sizeof text, &q, s);
    assert_null(strchr(text, '%'));
    assert_non_null(strstr(text, "\r\033[K"));
    step = 100;
    s.progress = false;
    show_search_in(text, sizeof text, &q, s);
    assert_string_equal(text, "");
}

/* Words of 64 bits, of which the last one is halved. */
static void test_an_odd_number_of_words(void **unused)
{
    (void)unused;
    uint32_t even[4], odd[4] = {0, 0, 0, 77};
    const struct seed seed = {.is_number = true, .number = 5489};
    assert_true(words_of_seed(SEED_64, &seed, 4, even));
    assert_true(words_of_seed(SEED_64, &seed, 3, odd));
    assert_memory_equal(odd, even, 3 * sizeof *odd);
    assert_int_equal(odd[3], 77);
}

/* ---- Processes ---- */

static void end_too_early(void *context, int worker)
{
    if (worker == *(int *)context)
        _exit(3);
}

/* The status of a command whose worker ends too early. */
static int status_without(int worker)
{
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        if (freopen("/dev/null", "w", stderr) == NULL)
            _exit(4);
        run_workers(3, end_too_early, &worker);
        exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WEXITSTATUS(status);
}

static void test_workers(void **unused)
{
    (void)unused;
    assert_int_equal(status_without(7), 0);
    assert_int_equal(status_without(0), 1);
    assert_int_equal(status_without(1), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_conventions),       cmocka_unit_test(test_refused_words),
        cmocka_unit_test(test_the_end),           cmocka_unit_test(test_the_end_of_pairs),
        cmocka_unit_test(test_possible),          cmocka_unit_test(test_small_types),
        cmocka_unit_test(test_ranges_at_the_end), cmocka_unit_test(test_search),
        cmocka_unit_test(test_long_search),       cmocka_unit_test(test_first_doubles),
        cmocka_unit_test(test_one_seed),          cmocka_unit_test(test_many_matches),
        cmocka_unit_test(test_progress),          cmocka_unit_test(test_workers),
        cmocka_unit_test(test_nearly_the_same),   cmocka_unit_test(test_an_odd_number_of_words),
        cmocka_unit_test(test_shared_search),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
