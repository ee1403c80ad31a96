/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Benchmark: threads, skipping ahead and going back, and what a value costs in fills from 10 values
 * to 10^9, through the shared library.
 *
 *     scaling [--n N] [--repeats R] [--threads K] [--largest N] [SECTION ...]
 *
 * Small fills make N values per measurement, K threads at most, fills of N at most. Sections:
 * threads, advance, sizes; all of them by default.
 */
#define _POSIX_C_SOURCE 200809L

#include "measure.h"
#include "peers.h"

#include "nprand.h"
#ifdef _OPENMP
#include "nprand_threads.h"
#endif

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FEW_REPEATS = 5 }; /* of what takes seconds */

struct options {
    size_t n;
    size_t repeats;
    size_t threads;
    size_t largest;
};

static void check(nprand_status status)
{
    if (status == NPRAND_OK)
        return;
    fprintf(stderr, "scaling: %s\n", nprand_strerror(status));
    exit(1);
}

/* ---- Threads ------------------------------------------------------------------------------ */

enum { THREADED_FILL = 100000000 };

struct threaded_row {
    const char *name;
    nprand_status (*run)(nprand_rng *rng, size_t n, double *out);
};
static const struct threaded_row threaded_rows[] = {
    {"random_sample", nprand_random_sample_fill},
    {"standard_normal", nprand_standard_normal_fill},
    {"standard_exponential", nprand_standard_exponential_fill},
};

struct threaded {
    const struct threaded_row *row;
    size_t n;
    double *out;
    uint64_t digest[MAX_CONTENDERS]; /* of the values and the state after them */
};

static uint64_t digest_bytes(uint64_t digest, const void *bytes, size_t count)
{
    const unsigned char *next = bytes;
    for (size_t i = 0; i < count; i += sizeof(uint64_t)) {
        uint64_t word = 0;
        memcpy(&word, next + i, count - i < sizeof word ? count - i : sizeof word);
        digest = (digest ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        digest ^= digest >> 32;
    }
    return digest;
}

static uint64_t digest_fill(const struct threaded *t, const nprand_rng *rng)
{
    nprand_state state;
    memset(&state, 0, sizeof state);
    check(nprand_get_state(rng, &state));
    uint64_t digest = digest_bytes(0, t->out, t->n * sizeof *t->out);
    digest = digest_bytes(digest, state.key, sizeof state.key);
    return digest_bytes(digest, &state.pos, sizeof state.pos);
}

#ifdef _OPENMP
static void set_threads(nprand_rng *rng, int threads)
{
    check(nprand_set_threads(rng, threads));
}
#else
static void set_threads(nprand_rng *rng, int threads)
{
    (void)rng;
    if (threads > 1)
        fputs("scaling: built without OpenMP: one thread\n", stderr);
}
#endif

/* Contender 0 has one thread, contender 1 two, and the like. */
static double time_threads(void *context, int contender)
{
    struct threaded *t = context;
    nprand_rng rng;
    check(nprand_seed(&rng, 1));
    set_threads(&rng, contender + 1);
    double begin = wall_time();
    check(t->row->run(&rng, t->n, t->out));
    double end = wall_time();
    t->digest[contender] = digest_fill(t, &rng);
    return end - begin;
}

static void print_threads_row(const struct threaded *t, int threads, const struct times *times)
{
    for (int i = 0; i < threads; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s, %d", t->row->name, i + 1);
        print_name(name);
        print_times(times[i]);
        print_ratio(times[0].median, times[i].median);
        print_ratio(times[0].minimum, times[i].minimum);
        printf(" %9s |", t->digest[i] == t->digest[0] ? "yes" : "NO");
        print_end();
    }
}

static void run_threads(const struct options *o, nprand_rng *rng)
{
    static const char *const columns[] = {"median", "min", "speed-up", "of min", "same bits"};
    int threads = (int)o->threads;
    struct threaded t = {.n = o->largest < THREADED_FILL ? o->largest : THREADED_FILL};
    (void)rng;
    t.out = allocate(t.n, sizeof *t.out);
    printf("\n### Threads\n\n"
           "Nanoseconds on the wall per value, median and minimum of %d fills with n = %zu, the\n"
           "numbers of threads in turn; speed-up against one thread; whether values and state are\n"
           "those of one thread.\n",
           FEW_REPEATS, t.n);
    print_header("fill, threads", columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < sizeof threaded_rows / sizeof threaded_rows[0]; i++) {
        struct times times[MAX_CONTENDERS];
        t.row = &threaded_rows[i];
        measure_in_turn(time_threads, &t, threads, (struct rounds){FEW_REPEATS, 0}, (double)t.n,
                        times);
        print_threads_row(&t, threads, times);
    }
    free(t.out);
}

/* ---- Advance ------------------------------------------------------------------------------ */

struct distance {
    const char *name;
    uint64_t words;
};
static const struct distance distances[] = {
    {"10^3", 1000},
    {"10^6", 1000000},
    {"5 * 10^6", 5000000},
    {"10^9", 1000000000},
    {"10^15", UINT64_C(1000000000000000)},
    {"2^64 - 1", UINT64_MAX},
};

struct advance {
    nprand_rng *rng;
    const struct peer *boost;
    uint64_t words;
};

enum { FORWARD, BACK, DISCARD, SKIP_CONTENDERS };

static double time_advance(void *context, int contender)
{
    const struct advance *a = context;
    double begin = cpu_time();
    if (contender == FORWARD)
        check(nprand_advance(a->rng, a->words));
    else if (contender == BACK)
        check(nprand_rewind(a->rng, a->words));
    else if (a->boost != NULL)
        a->boost->skip(a->words);
    else
        return -1;
    return cpu_time() - begin;
}

static const struct peer *peer_that_skips(void)
{
    for (int i = 0; i < KNOWN_PEERS; i++) {
        if (known_peers[i].peer != NULL && known_peers[i].peer->skip != NULL)
            return known_peers[i].peer;
    }
    return NULL;
}

static void run_advance(const struct options *o, nprand_rng *rng)
{
    static const char *const columns[] = {"advance", "min", "rewind", "min",
                                          "Boost",   "min", "ratio"};
    struct advance a = {.rng = rng, .boost = peer_that_skips()};
    printf("\n### Skipping ahead and going back\n\n"
           "Microseconds of CPU time per call of nprand_advance(), of nprand_rewind() and of\n"
           "discard() in Boost, median and minimum of %zu; ratio of medians, Boost to\n"
           "advance. GSL and libstdc++ draw what they skip.\n",
           o->repeats);
    print_header("words", columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < sizeof distances / sizeof distances[0]; i++) {
        struct times times[SKIP_CONTENDERS];
        a.words = distances[i].words;
        measure_in_turn(time_advance, &a, SKIP_CONTENDERS, (struct rounds){o->repeats, 0}, 1000.0,
                        times);
        print_name(distances[i].name);
        for (int k = 0; k < SKIP_CONTENDERS; k++)
            print_times(times[k]);
        print_ratio(times[DISCARD].median, times[FORWARD].median);
        print_end();
    }
}

/* ---- Sizes -------------------------------------------------------------------------------- */

enum { FILL_DOUBLES, FILL_WORDS, SIZE_CONTENDERS };

struct sizes {
    nprand_rng *rng;
    void *out;
    size_t n;
    size_t calls; /* of n values each */
};

static double time_size(void *context, int contender)
{
    const struct sizes *s = context;
    double begin = cpu_time();
    for (size_t i = 0; i < s->calls; i++) {
        if (contender == FILL_DOUBLES)
            check(nprand_random_sample_fill(s->rng, s->n, s->out));
        else
            check(nprand_random_raw_fill(s->rng, s->n, s->out));
    }
    return cpu_time() - begin;
}

/* The largest fill that the machine has memory for now, and a tenth to spare. */
static size_t largest_fill(size_t wanted)
{
    long pages = sysconf(_SC_AVPHYS_PAGES), page = sysconf(_SC_PAGESIZE);
    double bytes = (double)pages * (double)page;
    while (wanted > 10 && (double)wanted * sizeof(double) * 1.1 > bytes)
        wanted /= 10;
    return wanted;
}

static void run_sizes(const struct options *o, nprand_rng *rng)
{
    static const char *const columns[] = {"doubles", "min", "words", "min"};
    size_t largest = largest_fill(o->largest);
    struct sizes s = {.rng = rng, .out = allocate(largest, sizeof(double))};
    printf(
        "\n### Size of the fill\n\n"
        "Nanoseconds of CPU time per value of random_sample and random_raw, median and minimum of\n"
        "%zu (from n = 10^8 on: %d); small fills are called until they have made %zu values.\n"
        "The largest n: %zu.\n",
        o->repeats, FEW_REPEATS, o->n, largest);
    print_header("n", columns, sizeof columns / sizeof columns[0]);
    for (s.n = 10; s.n <= largest; s.n *= 10) {
        char name[32];
        struct times times[SIZE_CONTENDERS];
        s.calls = s.n < o->n ? o->n / s.n : 1;
        snprintf(name, sizeof name, "%zu", s.n);
        struct rounds rounds = {s.n < 100000000 ? o->repeats : FEW_REPEATS, 0};
        measure_in_turn(time_size, &s, SIZE_CONTENDERS, rounds, (double)(s.n * s.calls), times);
        print_name(name);
        print_times(times[FILL_DOUBLES]);
        print_times(times[FILL_WORDS]);
        print_end();
    }
    free(s.out);
}

/* ---- All sections ------------------------------------------------------------------------- */

struct section {
    const char *name;
    void (*run)(const struct options *o, nprand_rng *rng);
};
static const struct section sections[] = {
    {"threads", run_threads}, {"advance", run_advance}, {"sizes", run_sizes}};

enum { SECTIONS = sizeof sections / sizeof sections[0] };

static void usage(void)
{
    fputs("usage: scaling [--n N] [--repeats R] [--threads K] [--largest N]\n"
          "               [threads|advance|sizes ...]\n",
          stderr);
    exit(2);
}

static void set_option(struct options *o, const char *name, const char *value)
{
    if (strcmp(name, "--n") == 0)
        o->n = to_count(value, 1000000000);
    else if (strcmp(name, "--repeats") == 0)
        o->repeats = to_count(value, MAX_REPEATS);
    else if (strcmp(name, "--threads") == 0)
        o->threads = to_count(value, MAX_CONTENDERS);
    else if (strcmp(name, "--largest") == 0)
        o->largest = to_count(value, 1000000000);
    else
        usage();
    if (o->n == 0 || o->repeats == 0 || o->threads == 0 || o->largest == 0)
        usage();
}

static bool is_wanted(const char *name, char **wanted, int count)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(wanted[i], name) == 0)
            return true;
    }
    return count == 0;
}

static void check_sections(char **wanted, int count)
{
    for (int i = 0; i < count; i++) {
        bool is_section = false;
        for (int k = 0; k < SECTIONS; k++)
            is_section = is_section || strcmp(sections[k].name, wanted[i]) == 0;
        if (!is_section)
            usage();
    }
}

int main(int argc, char **argv)
{
    struct options options = {.n = 1000000, .repeats = 15, .threads = 2, .largest = 1000000000};
    nprand_rng rng;
    int i = 1;
    for (; i < argc && argv[i][0] == '-'; i += 2)
        set_option(&options, argv[i], argv[i + 1]);
    check_sections(argv + i, argc - i);
    check(nprand_seed(&rng, 1));
    print_machine(nprand_backend());
    print_peers();
    for (int k = 0; k < SECTIONS; k++) {
        if (is_wanted(sections[k].name, argv + i, argc - i))
            sections[k].run(&options, &rng);
    }
    return 0;
}
