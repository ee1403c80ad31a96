/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Benchmark: nanoseconds per value of each method, as a fill, with arrays as parameters and in
 * scalar calls, next to NumPy's RandomState and to the other libraries that the build found.
 *
 *     bench [--n N] [--repeats R] [--backends NAME,...] [--python COMMAND] [--script PATH]
 *           [--before BENCH] [--inlined BENCH] [ROW ...]
 *
 * ROW is the name of a row in the tables; or fills, eaches or scalars: all rows of this kind.
 * Several backends are measured in one run. The name vectors stands for those of avx512, avx2 and
 * neon that this CPU can run.
 *
 * NumPy runs in a child process, bench_numpy.py. BENCH is this program, linked to an older library
 * (--before), or linked with the sources of this library and inlined by the linker (--inlined). It
 * runs in a child process too, as "BENCH --child N".
 *
 * All contenders are measured in turn: one call each, then the next call each. The clock is the CPU
 * time of the process that draws.
 */
#define _POSIX_C_SOURCE 200809L

#include "child.h"
#include "measure.h"
#include "peers.h"
#include "report.h"
#include "rows.h"

#include "nprand.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where bench_numpy.py is, from the build. */
#ifndef BENCH_SCRIPT
#define BENCH_SCRIPT "bench_numpy.py"
#endif

/* ---- Options ------------------------------------------------------------------------------ */

struct options {
    size_t n;
    size_t repeats;
    char *python;
    char *script;
    char *program;  /* this one */
    char *before;   /* NULL: no older library */
    char *inlined;  /* NULL: none */
    char *backends; /* NULL: the one in use */
    char *n_text;
    char **wanted;
    int wanted_count; /* 0: all */
};

static void usage(void)
{
    fputs("usage: bench [--n N] [--repeats R] [--backends NAME,...|vectors] [--python COMMAND]\n"
          "             [--script PATH] [--before BENCH] [--inlined BENCH]\n"
          "             [ROW|fills|eaches|scalars ...]\n",
          stderr);
    exit(2);
}

static void set_n(struct options *o, char *text)
{
    o->n = to_count(text, 1000000000);
    o->n_text = text;
}

static void set_option(struct options *o, const char *name, char *value)
{
    if (strcmp(name, "--n") == 0)
        set_n(o, value);
    else if (strcmp(name, "--repeats") == 0)
        o->repeats = to_count(value, MAX_REPEATS);
    else if (strcmp(name, "--python") == 0)
        o->python = value;
    else if (strcmp(name, "--script") == 0)
        o->script = value;
    else if (strcmp(name, "--before") == 0)
        o->before = value;
    else if (strcmp(name, "--inlined") == 0)
        o->inlined = value;
    else if (strcmp(name, "--backends") == 0)
        o->backends = value;
    else
        usage();
    if (value == NULL || o->n == 0 || o->repeats == 0)
        usage();
}

/* Whether a word of the command line means this row. */
static bool means(const char *word, const struct row *row)
{
    return strcmp(word, row->name) == 0 || strcmp(word, kind_words[row->kind]) == 0;
}

static void check_wanted(const struct options *o)
{
    for (int i = 0; i < o->wanted_count; i++) {
        bool is_known = false;
        for (int k = 0; k < row_count; k++)
            is_known = is_known || means(o->wanted[i], &rows[k]);
        if (!is_known) {
            fprintf(stderr, "bench: no such row: %s\n", o->wanted[i]);
            usage();
        }
    }
}

static struct options parse(int argc, char **argv)
{
    static char python[] = "python3", script[] = BENCH_SCRIPT, n_text[] = "1000000";
    struct options o = {.n = 1000000, .repeats = 7};
    o.program = argv[0];
    o.python = python;
    o.script = script;
    o.n_text = n_text;
    int i = 1;
    for (; i < argc && argv[i][0] == '-'; i += 2)
        set_option(&o, argv[i], argv[i + 1]);
    o.wanted = argv + i;
    o.wanted_count = argc - i;
    check_wanted(&o);
    return o;
}

static bool is_wanted(const struct options *o, const struct row *row)
{
    for (int i = 0; i < o->wanted_count; i++) {
        if (means(o->wanted[i], row))
            return true;
    }
    return o->wanted_count == 0;
}

/* ---- Backends ----------------------------------------------------------------------------- */

static void use_backend(const char *name)
{
    nprand_status status = nprand_set_backend(name);
    if (status == NPRAND_OK)
        return;
    fprintf(stderr, "bench: backend %s: %s\n", name, nprand_strerror(status));
    exit(2);
}

static void add_backend(struct report *report, const char *name)
{
    if (report->backend_count == MAX_BACKENDS) {
        fprintf(stderr, "bench: more than %d backends\n", MAX_BACKENDS);
        exit(2);
    }
    report->backends[report->backend_count++] = name;
}

static void add_vector_backends(struct report *report)
{
    static const char *const names[] = {"avx512", "avx2", "neon"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (nprand_set_backend(names[i]) == NPRAND_OK)
            add_backend(report, names[i]);
    }
}

/* The name without ", system math". */
static void add_backend_in_use(struct report *report)
{
    static char name[32];
    snprintf(name, sizeof name, "%s", nprand_backend());
    name[strcspn(name, ",")] = '\0';
    add_backend(report, name);
}

/* Writes over text, from which it cuts the names. */
static void add_backends(struct report *report, char *text)
{
    if (text != NULL && strcmp(text, "vectors") == 0)
        add_vector_backends(report);
    else if (text != NULL)
        for (char *name = strtok(text, ","); name != NULL; name = strtok(NULL, ","))
            add_backend(report, name);
    if (report->backend_count == 0)
        add_backend_in_use(report);
    for (int i = 0; i < report->backend_count; i++)
        use_backend(report->backends[i]);
}

/* What a call to be measured is made with. */
struct bench {
    struct arena *arena;
    struct child numpy;
    struct child older; /* the library of --before */
    struct child ours;  /* this library, if --before is given */
    struct child inlined;
    const struct report *report;
    const struct row *row;
    size_t n;
};

/* ---- Child processes with a library ------------------------------------------------------- */

static void start_library(const struct options *o, char *program, struct child *library)
{
    char child[] = "--child";
    char *const argv[] = {program, child, o->n_text, NULL};
    if (start_child(library, "libnprand ", argv))
        return;
    fprintf(stderr, "bench: %s: %s\n", program, library->about);
    exit(2);
}

/* If an older library is measured, this library runs in a child process too: in one process with
 * the other libraries, it would find more in the caches than the older library. */
static void start_libraries(struct bench *b, const struct options *o)
{
    if (o->before != NULL) {
        start_library(o, o->before, &b->older);
        start_library(o, o->program, &b->ours);
    }
    if (o->inlined != NULL)
        start_library(o, o->inlined, &b->inlined);
}

/* The child process: reads lines, each with a row and a backend, and prints the time of each
 * call. */
static int be_child(const char *n_text)
{
    char line[128];
    const size_t n = to_count(n_text, 1000000000);
    if (n == 0)
        usage();
    struct arena *arena = open_arena(n);
    printf("libnprand %s\n", nprand_version());
    fflush(stdout);
    while (fgets(line, sizeof line, stdin) != NULL) {
        const char *name = strtok(line, " \n"), *backend = strtok(NULL, " \n");
        const struct row *row = name != NULL ? find_row(name) : NULL;
        if (row == NULL || backend == NULL)
            return 2;
        use_backend(backend);
        printf("%.0f\n", time_row(arena, row, n));
        fflush(stdout);
    }
    close_arena(arena);
    return 0;
}

/* ---- Measuring ---------------------------------------------------------------------------- */

static double ask_library(struct bench *b, struct child *library, int backend)
{
    char question[128];
    snprintf(question, sizeof question, "%s %s", b->row->name, b->report->backends[backend]);
    return ask_child(library, question);
}

static double time_library(struct bench *b, int backend)
{
    if (backend >= b->report->backend_count)
        return -1;
    if (b->ours.to != NULL)
        return ask_library(b, &b->ours, backend);
    use_backend(b->report->backends[backend]);
    return time_row(b->arena, b->row, b->n);
}

static double time_older(struct bench *b, int backend)
{
    if (b->older.to == NULL || backend >= b->report->backend_count)
        return -1;
    return ask_library(b, &b->older, backend);
}

static double time_inlined(struct bench *b)
{
    if (b->inlined.to == NULL || b->row->kind != SCALAR_CALLS)
        return -1;
    return ask_library(b, &b->inlined, 0);
}

/* The question to NumPy is the number of calls, then the call. */
static double time_numpy(struct bench *b)
{
    char question[128];
    if (b->numpy.to == NULL)
        return -1;
    size_t calls = b->row->kind == SCALAR_CALLS ? values_of(b->row, b->n) : 1;
    snprintf(question, sizeof question, "%zu %s", calls, b->row->python);
    return ask_child(&b->numpy, question);
}

static double time_peer(const struct bench *b, const struct peer *peer)
{
    const struct peer_row *row = find_peer_row(peer, b->row->peer);
    if (row == NULL)
        return -1;
    size_t values = values_of(b->row, b->n);
    void *out = arena_output(b->arena);
    double begin = cpu_time();
    row->run(values, out);
    return cpu_time() - begin;
}

static double time_contender(struct bench *b, int contender)
{
    if (contender < OLDER)
        return time_library(b, contender);
    if (contender < NUMPY)
        return time_older(b, contender - OLDER);
    if (contender == NUMPY)
        return time_numpy(b);
    if (contender == INLINED)
        return time_inlined(b);
    return time_peer(b, known_peers[contender - PEERS].peer);
}

/* A contender whose arrays were read or written by the one before has them in the caches, and others
 * do not. A process that has waited for another one runs slower at first: as the first backend
 * of a run, each of two took 2 to 12 % more time for four methods than as the second one. Each
 * contender therefore makes calls for so many ns for each of the n values, or so many calls, and
 * the next call counts. */
enum { WARM_NS_FOR_VALUE = 20, MOST_WARM_CALLS = 1000 };

static double time_when_warm(void *context, int contender)
{
    struct bench *b = context;
    const double enough = WARM_NS_FOR_VALUE * (double)b->n;
    double ns = 0, sum = 0;
    for (int i = 0; i < MOST_WARM_CALLS && sum < enough && ns >= 0; i++) {
        ns = time_contender(b, contender);
        sum += ns;
    }
    return time_contender(b, contender);
}

/* A row is measured until all calls that count have taken so many ns for each of the n values, and
 * repeats calls have been made. */
enum { NS_FOR_VALUE = 200 };

/* On a terminal, a line for each row, since the tables come at the end. */
static void show_progress(const struct result *result)
{
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "%s: %.3f ns, NumPy %.3f ns\n", result->row->name,
                result->times[OURS].median, result->times[NUMPY].median);
}

static void measure_rows(struct bench *b, const struct options *o, struct report *report)
{
    const struct rounds rounds = {o->repeats, NS_FOR_VALUE * (double)o->n};
    for (int i = 0; i < row_count; i++) {
        struct result *result = &report->results[report->result_count];
        if (!is_wanted(o, &rows[i]))
            continue;
        b->row = result->row = &rows[i];
        measure_in_turn(time_when_warm, b, CONTENDERS, rounds, (double)values_of(&rows[i], o->n),
                        result->times);
        show_progress(result);
        report->result_count++;
    }
}

/* ---- The run ------------------------------------------------------------------------------ */

static void print_about(const struct options *o, const struct bench *b)
{
    char backends[64] = "";
    for (int i = 0; i < b->report->backend_count; i++)
        snprintf(backends + strlen(backends), sizeof backends - strlen(backends), "%s%s",
                 i == 0 ? "" : ", ", b->report->backends[i]);
    print_machine(backends);
    printf("- NumPy: %s%s\n", b->numpy.to == NULL ? "not measured, " : "", b->numpy.about);
    print_peers();
    if (b->older.to != NULL)
        printf("- before: %s, of an older commit\n", b->older.about);
    printf(
        "\nNanoseconds of CPU time per value, median and minimum of at least %zu calls with\n"
        "n = %zu, all contenders in turn. Scalar calls: a tenth of n, in a loop; of choice with\n"
        "p: a thousandth. ratio: median of the other one / median of the library.\n\n"
        "- Before each call that counts, the contender makes calls that do not count, for 20 ns\n"
        "  times n: its caches are warm, and it has not waited for another process.\n"
        "- NumPy allocates the array that it returns, in its time; the others write to memory\n"
        "  that the caller has. Its scalar calls stand in a loop of Python.\n"
        "- GSL, libstdc++ and Boost draw with their own MT19937 and algorithms: other values\n"
        "  than NumPy's. Their draws stand in a loop, for fills and for scalar calls;\n"
        "  the C++ libraries are inlined into it. random_sample of GSL has 32 bits and takes\n"
        "  one word; so has uniform of GSL and Boost. An empty cell: that library has no such\n"
        "  method, or none for these parameters, or one that gives its results in another order.\n"
        "- choice_of_few: per element of the population.\n",
        o->repeats, o->n);
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "--child") == 0)
        return be_child(argv[2]);
    struct options options = parse(argc, argv);
    struct report report = {.backend_count = 0};
    struct bench bench = {.report = &report, .n = options.n};
    char *const python[] = {options.python, options.script, options.n_text, NULL};
    /* A child that is gone shows as the end of its output. */
    signal(SIGPIPE, SIG_IGN);
    add_backends(&report, options.backends);
    start_libraries(&bench, &options);
    start_child(&bench.numpy, "NumPy ", python);
    bench.arena = open_arena(options.n);
    report.results = allocate((size_t)row_count, sizeof *report.results);
    print_about(&options, &bench);
    measure_rows(&bench, &options, &report);
    print_report(&report);
    stop_child(&bench.numpy);
    stop_child(&bench.older);
    stop_child(&bench.ours);
    stop_child(&bench.inlined);
    close_arena(bench.arena);
    free(report.results);
    return 0;
}
