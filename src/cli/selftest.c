/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Each draw is made through the functions that every draw of the command goes through, and compared
 * by the hashes that the vectors have. Values are hashed as little-endian bytes, with one NaN.
 */
#include "selftest.h"

#include "../../include/nprand.h"
#include "draw.h"
#include "error.h"
#include "output.h"
#include "platform.h"
#include "sha256.h"
#include "stream.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* All that a build can have. One that it lacks is told by nprand_set_backend(). */
static const char *const backends[] = {"avx512", "avx2", "fma", "neon", "portable"};

enum { BACKENDS = sizeof backends / sizeof backends[0], HASH_TEXT = 17, MOST_BYTES = 1 << 18 };

/* ---- The call ------------------------------------------------------------------------------- */

/* The words are in a memory of their own. */
static void split_words(struct options *o, const struct self_test *t)
{
    enum { MOST_WORDS = 16, NUMBER_TEXT = 24 };
    size_t items = (size_t)t->items;
    char *text = strcpy(allocate(strlen(t->words) + 1), t->words);
    char *numbers = allocate(items * NUMBER_TEXT + 1);
    o->words = allocate((MOST_WORDS + items) * sizeof *o->words);
    for (char *word = strtok(text, " "); word != NULL; word = strtok(NULL, " "))
        o->words[o->count++] = word;
    for (size_t i = 0; i < items; i++) {
        o->words[o->count++] = numbers + i * NUMBER_TEXT;
        snprintf(numbers + i * NUMBER_TEXT, NUMBER_TEXT, "%zu", i);
    }
}

static void make_call(struct options *o, const struct self_test *t)
{
    *o = (struct options){.count = 0};
    split_words(o, t);
    o->value[OPTION_SEED] = t->seed;
    o->value[OPTION_SIZE] = t->size;
    o->value[OPTION_DTYPE] = t->dtype;
    o->value[OPTION_P] = t->p;
    o->value[OPTION_NO_REPLACE] = t->no_replace ? "" : NULL;
}

/* ---- What comes of it ----------------------------------------------------------------------- */

struct outcome {
    uint64_t values;
    char pos[HASH_TEXT];
    char gauss[2 * HASH_TEXT];
    char key[SHA256_HEX_SIZE];
    char hash[SHA256_HEX_SIZE];
};

static void store_little_endian(unsigned char *to, uint64_t bits, size_t size)
{
    for (size_t k = 0; k < size; k++)
        to[k] = (unsigned char)(bits >> 8 * k);
}

static uint64_t bits_of_double(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return isnan(x) ? UINT64_C(0x7ff8000000000000) : bits;
}

/* Appends n elements to the bytes of all. */
static void put_elements(unsigned char *to, const struct draw *d, const void *elements, size_t n)
{
    size_t size = kind_size(d->kind);
    if (d->kind == KIND_DOUBLE) {
        for (size_t i = 0; i < n; i++)
            store_little_endian(to + i * size, bits_of_double(((const double *)elements)[i]), size);
        return;
    }
    memcpy(to, elements, n * size);
    if (native_order() == ORDER_BIG)
        swap_bytes(to, n, size);
}

static void hash_values(struct draw *d, struct outcome *result)
{
    static unsigned char bytes[MOST_BYTES];
    size_t n;
    size_t used = 0;
    for (const void *chunk; (chunk = next_chunk(d, &n)) != NULL; used += n * kind_size(d->kind))
        if (n * kind_size(d->kind) <= sizeof bytes - used)
            put_elements(bytes + used, d, chunk, n);
    result->values = d->count;
    sha256_hex(bytes, used < sizeof bytes ? used : sizeof bytes, result->hash);
}

static void hash_state(const nprand_rng *rng, struct outcome *result)
{
    static nprand_state state;
    static unsigned char bytes[sizeof state.key];
    if (nprand_get_state(rng, &state) != NPRAND_OK)
        fail("a generator without a state");
    for (size_t i = 0; i < sizeof state.key / sizeof state.key[0]; i++)
        store_little_endian(bytes + 4 * i, state.key[i], 4);
    sha256_hex(bytes, sizeof bytes, result->key);
    snprintf(result->pos, sizeof result->pos, "%d", (int)state.pos);
    snprintf(result->gauss, sizeof result->gauss, "%d:%016" PRIx64, (int)state.has_gauss,
             bits_of_double(state.gauss));
}

static void draw_test(const struct self_test *t, struct outcome *result)
{
    static nprand_rng rng;
    static struct draw d;
    struct options call;
    make_call(&call, t);
    start_stream(&rng, &call);
    prepare_draw(&d, &call, &rng);
    hash_values(&d, result);
    hash_state(&rng, result);
}

static bool begins_with(const char *hash, const char *beginning)
{
    return strncmp(hash, beginning, strlen(beginning)) == 0;
}

/* NULL, or what is wrong. */
static const char *judge(const struct self_test *t, const struct outcome *result)
{
    if (!begins_with(result->hash, t->hash))
        return "values";
    if (atoi(result->pos) != t->pos || !begins_with(result->key, t->key))
        return "state";
    return strcmp(result->gauss, t->gauss) == 0 ? NULL : "Gaussian that is kept";
}

/* ---- Functions of the C library ------------------------------------------------------------- */

static bool has_system_math(void)
{
    return strstr(nprand_backend(), "system math") != NULL;
}

/* Through which functions of libm the values of a method go: the list says it. */
static bool is_exact(const char *method)
{
    static const struct {
        const char *name;
        const char *through;
    } rows[] = {
#define DRAW(name, result, T, parameters, numpy, words, through, ...) {#name, through},
#define PACKED                                                        DRAW
#define ROWS(name, T, parameters, numpy, through, ...)                {#name, through},
#include "../methods.def"
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (strcmp(rows[i].name, method) == 0)
            return strcmp(rows[i].through, "exact") == 0;
    return true;
}

/* ---- A backend ------------------------------------------------------------------------------ */

struct report {
    struct output *out;
    int draws, wrong, excused; /* of the backend */
    uint64_t values;
    bool failed;
    char first_hash[SHA256_HEX_SIZE]; /* of the first backend */
};

/* The hash of all is that of itself and of what was drawn next. */
static void add_hash(char *all, const struct outcome *result)
{
    char text[4 * SHA256_HEX_SIZE + 64];
    int length = snprintf(text, sizeof text, "%s %s %s %s %s", all, result->hash, result->pos,
                          result->gauss, result->key);
    sha256_hex(text, (size_t)length, all);
}

static void write_call(struct output *out, const struct self_test *t)
{
    char text[OUTPUT_ROOM / 2];
    int length = snprintf(text, sizeof text, "--seed '%s' %s", t->seed, t->words);
    if (t->items > 0)
        length +=
            snprintf(text + length, sizeof text - (size_t)length, " 0 1 ... %d", t->items - 1);
    const char *const options[][2] = {{"--size ", t->size}, {"--dtype ", t->dtype}, {"--p ", t->p}};
    for (size_t i = 0; i < 3; i++)
        if (options[i][1] != NULL && (size_t)length < sizeof text)
            length += snprintf(text + length, sizeof text - (size_t)length, " %s%s", options[i][0],
                               options[i][1]);
    write_line(out, "    nprand %s%s", text, t->no_replace ? " --no-replace" : "");
}

/* With the C library's log and the like, values can be those of another C library. */
static void write_wrong(struct report *r, const struct self_test *t, const char *what)
{
    bool excused = has_system_math() && !is_exact(t->method);
    r->wrong += !excused;
    r->excused += excused;
    if (excused)
        write_line(r->out, "  other %s, as functions of the C library gave other bits:", what);
    else
        write_line(r->out, "  wrong %s:", what);
    write_call(r->out, t);
}

static void run_tests(struct report *r, char *all)
{
    for (const struct self_test *t = self_tests; t->method != NULL; t++) {
        struct outcome result;
        draw_test(t, &result);
        add_hash(all, &result);
        const char *what = judge(t, &result);
        if (what != NULL)
            write_wrong(r, t, what);
        r->draws++;
        r->values += result.values;
    }
}

/* The bits of all backends are the same, also where they are not the vectors'. */
static void compare_backends(struct report *r, const char *all)
{
    if (*r->first_hash == '\0')
        strcpy(r->first_hash, all);
    if (strcmp(r->first_hash, all) == 0)
        return;
    write_line(r->out, "  not the bits of the first backend");
    r->failed = true;
}

static void run_backend(struct report *r, const char *name)
{
    char all[SHA256_HEX_SIZE] = "";
    nprand_status status = nprand_set_backend(name);
    if (status == NPRAND_UNKNOWN_BACKEND)
        return;
    write_line(r->out, "%s:", name);
    if (status != NPRAND_OK) {
        write_line(r->out, "  not on this processor");
        return;
    }
    r->draws = r->wrong = r->excused = 0;
    r->values = 0;
    run_tests(r, all);
    write_line(r->out, "  %d of %d draws right, %" PRIu64 " values, hash %s",
               r->draws - r->wrong - r->excused, r->draws, r->values, all);
    compare_backends(r, all);
    r->failed = r->failed || r->wrong > 0;
}

/* ---- The command ---------------------------------------------------------------------------- */

static void write_platform(struct output *out)
{
    write_line(out, "version    nprand %s", nprand_version());
    write_line(out, "system     %s on %s, %u-bit pointers, %s-endian", system_name(),
               processor_name(), 8 * (unsigned)sizeof(void *),
               native_order() == ORDER_BIG ? "big" : "little");
    write_line(out, "compiler   %s", compiler_name());
    write_line(out, "C library  %s", c_library_name());
    write_line(out, "backend    %.*s", (int)strcspn(nprand_backend(), ","), nprand_backend());
    write_line(out, "profile    %s",
               has_system_math()
                   ? "system: log and the like of the C library; other machines can have other bits"
                   : "reference: the same bits on every machine");
}

static void write_verdict(const struct report *r)
{
    if (r->failed)
        write_line(r->out, "failed");
    else if (r->excused > 0)
        write_line(r->out, "passed, but for bits that the C library has otherwise");
    else
        write_line(r->out, "passed");
}

int run_selftest(const struct options *options)
{
    if (options->count > 1)
        refuse("selftest", NULL, "the command has no arguments", options->words[1]);
    refuse_other_options(options, "selftest", OPTION_BIT(OPTION_QUIET));
    struct report r = {.out = open_output(NULL, false, 0)};
    write_platform(r.out);
    for (int i = 0; i < BACKENDS; i++)
        run_backend(&r, backends[i]);
    write_verdict(&r);
    close_output(r.out);
    return r.failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
