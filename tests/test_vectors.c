/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The golden vectors: test_vectors <folder> runs every line of every *.txt in the folder and in its
 * folders releases/, python/ and python/releases/, each by all the ways in which it can be called. Whatever is not understood is a failure: a line, a file without a method, a method
 * without a file, a release without a file.
 *
 * At the end it prints one hash of all that was drawn: two machines whose hashes are the same drew
 * the same bits.
 */
#define _POSIX_C_SOURCE 200809L /* opendir() */

#include "sha256.h"
#include "test.h"
#include "runners.h"
#include "vector_case.h"
#include "vector_libm.h"
#include "vector_methods.h"

#include "nprand_python.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Up to this n, a line is run in pieces and in single calls too. */
enum { MAX_SINGLE_CALLS = 1247 };

/* Of more values than a line can show, these many last ones stand there. */
enum { SHOWN_LAST = 3 };

/* Files for which there is room. */
enum { MAX_FILES = 256 };

static const char *folder;

/* ---- Where we are, and what is wrong there ------------------------------------------------ */

struct place {
    const char *file;
    size_t line;
    const char *text; /* the line, up to what is expected of it */
    const char *way;  /* the way in which it is called */
    bool failed;
};

static void differs(struct place *at, const char *what, const char *expected, const char *got)
{
    at->failed = true;
    print_error("%s:%zu: %s (%s): %s: expected %s, got %s\n", at->file, at->line, at->text, at->way,
                what, expected, got);
}

static void malformed(struct place *at, const char *why)
{
    at->failed = true;
    print_error("%s:%zu: %s: %s\n", at->file, at->line, at->text, why);
}

static void compare(struct place *at, const char *what, const char *expected, const char *got)
{
    if (strcmp(expected, got) != 0)
        differs(at, what, expected, got);
}

/* ---- The whole run ------------------------------------------------------------------------ */

/* A call's values count once for each way of calling. */
static struct {
    size_t lines, failed_lines;
    uint64_t compared, left_out; /* values */
    char hash[SHA256_HEX_SIZE];
} total;

/* Makes the hash of all that was drawn the hash of itself and of what was drawn next. */
static void add_to_total(const char *drawn)
{
    char text[256];
    int size = snprintf(text, sizeof text, "%s %s", total.hash, drawn);
    assert_in_range(size, 1, sizeof text - 1);
    sha256_hex(text, (size_t)size, total.hash);
}

static void count_values(bool are_compared, size_t count)
{
    *(are_compared ? &total.compared : &total.left_out) += count;
}

static void print_total(void)
{
    printf("lines: %zu, failed: %zu; values compared: %" PRIu64 ", left out: %" PRIu64 "\n"
           "hash of all hashes: %s\n",
           total.lines, total.failed_lines, total.compared, total.left_out, total.hash);
}

/* ---- Values as bytes and as text ---------------------------------------------------------- */

static uint64_t load_native(const unsigned char *at, size_t size)
{
    uint64_t x8;
    uint32_t x4;
    uint16_t x2;
    switch (size) {
    case 8:
        memcpy(&x8, at, sizeof x8);
        return x8;
    case 4:
        memcpy(&x4, at, sizeof x4);
        return x4;
    case 2:
        memcpy(&x2, at, sizeof x2);
        return x2;
    default:
        return *at;
    }
}

static uint64_t load_little_endian(const unsigned char *at, size_t size)
{
    uint64_t bits = 0;
    while (size-- > 0)
        bits = bits << 8 | at[size];
    return bits;
}

/* Machines differ in the bits of the NaN that an operation gives. */
static uint64_t one_nan(uint64_t bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    return isnan(value) ? UINT64_C(0x7ff8000000000000) : bits;
}

/* Makes the values what the vectors were made of: little-endian, with one NaN. */
static void make_canonical(const struct vector_method *method, unsigned char *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        unsigned char *at = values + i * method->size;
        uint64_t bits = load_native(at, method->size);
        if (method->kind == 'f')
            bits = one_nan(bits);
        for (size_t k = 0; k < method->size; k++)
            at[k] = (unsigned char)(bits >> 8 * k);
    }
}

enum { VALUE_SIZE = 32 };

static void print_value(const struct vector_method *method, const unsigned char *at, char *text)
{
    uint64_t bits = load_little_endian(at, method->size);
    uint64_t sign = UINT64_C(1) << (8 * method->size - 1);
    if (method->kind == 'f')
        snprintf(text, VALUE_SIZE, "%016" PRIx64, bits);
    else if (method->kind == 'i' && (bits & sign) != 0)
        snprintf(text, VALUE_SIZE, "-%" PRIu64, (~bits & (sign - 1)) + 1);
    else
        snprintf(text, VALUE_SIZE, "%" PRIu64, bits);
}

/* ---- Comparing ---------------------------------------------------------------------------- */

static size_t count_words(const char *text)
{
    size_t count = 0;
    for (text += strspn(text, " "); *text != '\0'; text += strspn(text, " ")) {
        text += strcspn(text, " ");
        count++;
    }
    return count;
}

/* The values that the line shows are the last ones of count. Stops at the first difference. */
static void compare_values(struct place *at, const struct vector_method *method,
                           const struct vector_case *c, const unsigned char *values, size_t count)
{
    const char *text = c->values;
    for (size_t i = count - count_words(text); i < count; i++) {
        char got[VALUE_SIZE], expected[VALUE_SIZE], what[VALUE_SIZE];
        text += strspn(text, " ");
        size_t length = strcspn(text, " ");
        print_value(method, values + i * method->size, got);
        snprintf(expected, sizeof expected, "%.*s", (int)length, text);
        if (strcmp(expected, got) != 0) {
            snprintf(what, sizeof what, "value %zu", i);
            differs(at, what, expected, got);
            return;
        }
        text += length;
    }
}

/* A line may give the beginning of the hash. */
static void compare_hash(struct place *at, const struct vector_case *c, char *hash)
{
    hash[strlen(c->hash)] = '\0';
    compare(at, "hash", c->hash, hash);
}

/* On another libm, of the kept Gaussian only whether there is one. */
static void compare_state(struct place *at, const struct vector_case *c, nprand_state *state,
                          bool with_gauss)
{
    char text[VALUE_SIZE];
    snprintf(text, sizeof text, "%" PRId32, state->pos);
    compare(at, "pos", c->pos, text);
    add_to_total(text);

    uint64_t gauss;
    memcpy(&gauss, &state->gauss, sizeof gauss);
    snprintf(text, sizeof text, "%" PRId32 ":%016" PRIx64, state->has_gauss, gauss);
    if (with_gauss)
        compare(at, "gauss", c->gauss, text);
    else if (text[0] != c->gauss[0])
        differs(at, "has_gauss", c->gauss, text);
    if (state->has_gauss)
        count_values(with_gauss, 1);
    add_to_total(text);

    unsigned char key[sizeof state->key];
    for (size_t i = 0; i < sizeof key; i++)
        key[i] = (unsigned char)(state->key[i / 4] >> 8 * (i % 4));
    char hash[SHA256_HEX_SIZE];
    sha256_hex(key, sizeof key, hash);
    add_to_total(hash);
    hash[16] = '\0';
    compare(at, "key", c->key, hash);
}

/* ---- Calling ------------------------------------------------------------------------------ */

/* Values in a draw, and their bytes. */
static size_t draw_width(const struct vector_method *method, const struct vector_case *c)
{
    return method->width != NULL ? method->width(c) : 1;
}

static size_t draw_size(const struct vector_method *method, const struct vector_case *c)
{
    return draw_width(method, c) * method->size;
}

static nprand_status fill_at_once(const struct vector_method *method, nprand_rng *rng,
                                  const struct vector_case *c, unsigned char *out)
{
    return method->fill(rng, c, c->n, out);
}

static nprand_status fill_in_two(const struct vector_method *method, nprand_rng *rng,
                                 const struct vector_case *c, unsigned char *out)
{
    size_t first = c->n / 3;
    nprand_status status = method->fill(rng, c, first, out);
    if (status == NPRAND_OK)
        status = method->fill(rng, c, c->n - first, out + first * draw_size(method, c));
    return status;
}

static nprand_status single_calls(const struct vector_method *method, nprand_rng *rng,
                                  const struct vector_case *c, unsigned char *out)
{
    bool accepted = true;
    for (size_t i = 0; i < c->n; i++)
        accepted &= method->single(rng, c, out + i * draw_size(method, c));
    return accepted ? NPRAND_OK : NPRAND_NULL_POINTER;
}

static nprand_status seed_with(nprand_rng *rng, const struct vector_seed *seed)
{
    return seed->is_array ? nprand_seed_array(rng, seed->words, seed->len)
                          : nprand_seed(rng, seed->words[0]);
}

/* ---- Preparing ---------------------------------------------------------------------------- */

static nprand_status keep_gauss(nprand_rng *rng)
{
    nprand_state state = state_of(rng);
    state.has_gauss = 1;
    state.gauss = -1.5;
    return nprand_set_state(rng, &state);
}

/* Makes the next uniform doubles those of the line: at the beginning of the key, from pos = 0 on.
 * A double has 27 bits of one word and 26 of the next. */
static nprand_status set_uniforms(nprand_rng *rng, const struct vector_case *c)
{
    nprand_state state = state_of(rng);
    state.pos = 0;
    for (size_t i = 0; i < c->uniform_count; i++) {
        uint64_t bits = (uint64_t)(c->uniforms[i] * 0x1p53);
        state.key[2 * i] = untemper((uint32_t)(bits >> 26 << 5));
        state.key[2 * i + 1] = untemper((uint32_t)(bits << 6));
    }
    return nprand_set_state(rng, &state);
}

static nprand_status set_up(nprand_rng *rng, const struct vector_case *c)
{
    nprand_status status = NPRAND_OK;
    if (c->has_release)
        status = nprand_set_numpy_patch(rng, c->release[0], c->release[1], c->release[2]);
    if (status == NPRAND_OK && c->has_long_bits)
        status = nprand_set_long_bits(rng, c->long_bits);
    if (status == NPRAND_OK && c->has_python)
        status = nprand_py_set_python(rng, c->python[0], c->python[1]);
    return status;
}

/* As many as NPRAND_THREADS says; the values are those of one. */
static int threads(void)
{
    const char *wanted = getenv("NPRAND_THREADS");
    return wanted == NULL ? 1 : (int)strtol(wanted, NULL, 10);
}

static nprand_status prepare(nprand_rng *rng, const struct vector_case *c)
{
    nprand_status status = seed_with(rng, &c->seed);
    if (status == NPRAND_OK)
        status = nprand_set_runner(rng, run_reversed, NULL, threads());
    if (status == NPRAND_OK)
        status = set_up(rng, c);
    if (status != NPRAND_OK)
        return status;
    switch (c->before) {
    case BEFORE_WORD:
        nprand_random_raw(rng);
        return NPRAND_OK;
    case BEFORE_GAUSS:
        return keep_gauss(rng);
    case BEFORE_UNIFORMS:
        return set_uniforms(rng, c);
    default:
        return NPRAND_OK;
    }
}

/* ---- Running ------------------------------------------------------------------------------ */

static void check_outcome(struct place *at, const struct vector_method *method,
                          const struct vector_case *c, nprand_rng *rng, unsigned char *values,
                          size_t count)
{
    bool other_libm = vector_other_libm(method->name) != NULL;
    bool with_values = !other_libm || method->kind != 'f';
    make_canonical(method, values, count);
    char hash[SHA256_HEX_SIZE];
    sha256_hex(values, count * method->size, hash);
    add_to_total(hash);
    count_values(with_values, count);
    if (with_values) {
        compare_values(at, method, c, values, count);
        compare_hash(at, c, hash);
    }
    nprand_state state = state_of(rng);
    compare_state(at, c, &state, !other_libm);
}

typedef nprand_status call_way(const struct vector_method *, nprand_rng *,
                               const struct vector_case *, unsigned char *);

static void run(struct place *at, const struct vector_method *method, const struct vector_case *c,
                const char *way, call_way *call)
{
    at->way = way;
    size_t size = c->n * draw_size(method, c);
    unsigned char *values = malloc(size > 0 ? size : 1);
    assert_non_null(values);
    nprand_rng rng;
    nprand_status status = prepare(&rng, c);
    if (status == NPRAND_OK)
        status = call(method, &rng, c, values);
    if (status == NPRAND_OK)
        check_outcome(at, method, c, &rng, values, size / method->size);
    else
        differs(at, "status", nprand_strerror(NPRAND_OK), nprand_strerror(status));
    free(values);
}

/* What a scalar call says of a refusal. Rows and short integers have no value for that. */
static bool says_refused(const struct vector_method *method, const unsigned char *out)
{
    if (method->width != NULL || method->size < sizeof(uint64_t))
        return true;
    uint64_t bits = load_native(out, sizeof bits);
    double value;
    memcpy(&value, &bits, sizeof value);
    return method->kind == 'f' ? isnan(value) : bits == (uint64_t)NPRAND_INVALID;
}

static void refuse_fill(struct place *at, const struct vector_method *method,
                        const struct vector_case *c, nprand_rng *rng)
{
    at->way = "fill";
    size_t size = c->n * draw_size(method, c);
    unsigned char *out = calloc(size + 1, 1);
    assert_non_null(out);
    const char *words = nprand_strerror(method->fill(rng, c, c->n, out));
    compare(at, "refusal", c->refused, words);
    add_to_total(words);
    for (size_t i = 0; i < size; i++) {
        if (out[i] != 0) {
            malformed(at, "a refused call wrote values");
            break;
        }
    }
    free(out);
}

static void refuse_single(struct place *at, const struct vector_method *method,
                          const struct vector_case *c, nprand_rng *rng)
{
    at->way = "single call";
    unsigned char *out = calloc(draw_size(method, c) + sizeof(uint64_t), 1);
    assert_non_null(out);
    if (method->single(rng, c, out))
        malformed(at, "accepted");
    else if (!says_refused(method, out))
        malformed(at, "the value is not that of a refused call");
    free(out);
}

/* A line without values: the call is refused, in NumPy's words, and changes nothing. One for a
 * single value is made in both forms. */
static void run_refused(struct place *at, const struct vector_method *method,
                        const struct vector_case *c)
{
    nprand_rng rng;
    assert_int_equal(prepare(&rng, c), NPRAND_OK);
    refuse_fill(at, method, c, &rng);
    if (method->single != NULL && c->n == 1)
        refuse_single(at, method, c, &rng);
    nprand_state state = state_of(&rng);
    compare_state(at, c, &state, true);
}

static void run_all_ways(struct place *at, const struct vector_method *method,
                         const struct vector_case *c)
{
    if (c->refused != NULL) {
        run_refused(at, method, c);
        return;
    }
    if (c->single_calls) {
        run(at, method, c, "single calls", single_calls);
        return;
    }
    run(at, method, c, "fill", fill_at_once);
    if (method->single == NULL || !method->splits(c) || c->n > MAX_SINGLE_CALLS)
        return;
    run(at, method, c, "fill in two", fill_in_two);
    run(at, method, c, "single calls", single_calls);
}

/* ---- Lines of a method's file ------------------------------------------------------------- */

/* What is wrong in a line for this method; or NULL. */
static const char *unsuitable(const struct vector_method *method, const struct vector_case *c)
{
    if (c->single_calls && method->single == NULL)
        return "the method has no single calls";
    if (c->refused != NULL)
        return NULL;
    size_t count = c->n * draw_width(method, c);
    size_t shown = count_words(c->values);
    if (c->shows_all ? shown != count : shown != SHOWN_LAST || shown > count)
        return "the number of values is wrong";
    return NULL;
}

static void run_line(struct place *at, char *line, const void *context)
{
    const struct vector_method *method = context;
    struct vector_case c;
    const char *wrong = vector_read(line, method->signature, &c);
    if (wrong == NULL)
        wrong = unsuitable(method, &c);
    if (wrong != NULL)
        malformed(at, wrong);
    else
        run_all_ways(at, method, &c);
}

/* A line of a release's file: the method stands at the beginning, then the field of the release. */
static void run_release_line(struct place *at, char *line, const void *context)
{
    static const char field[] = "method=";
    const char *release_field = context;
    const struct vector_method *method = NULL;
    char *rest = strchr(line, ' ');
    if (rest != NULL && strncmp(line, field, sizeof field - 1) == 0) {
        const char *name = line + sizeof field - 1;
        method = vector_method_named(name, (size_t)(rest - name));
    }
    if (method == NULL)
        malformed(at, "no method of that name");
    else if (strncmp(rest, release_field, strlen(release_field)) != 0)
        malformed(at, "no release");
    else
        run_line(at, rest + 1, method);
}

/* ---- Lines of published.txt --------------------------------------------------------------- */

/* Takes the zeros at the end of the fraction away. */
static void trim(char *number)
{
    size_t exponent = strcspn(number, "e");
    size_t end = exponent;
    while (end > 0 && number[end - 1] == '0')
        end--;
    memmove(number + end, number + exponent, strlen(number + exponent) + 1);
}

/* Whether text is value as NumPy prints it: to 8 digits behind the point, or to all of them. */
static bool same_as_printed(const char *text, double value, char *ours, size_t size)
{
    size_t exponent = strcspn(text, "e");
    size_t fraction = strcspn(text, ".") + 1;
    if (exponent > fraction + 8) {
        snprintf(ours, size, "%.17g", value);
        return strtod(text, NULL) == value;
    }
    char theirs[VALUE_SIZE];
    snprintf(theirs, sizeof theirs, "%s", text);
    trim(theirs);
    snprintf(ours, size, text[exponent] == 'e' ? "%.8e" : "%.8f", value);
    trim(ours);
    return strcmp(theirs, ours) == 0;
}

static void compare_published(struct place *at, const struct vector_seed *seed, uint64_t first,
                              char *texts)
{
    nprand_rng rng;
    assert_int_equal(seed_with(&rng, seed), NPRAND_OK);
    for (uint64_t i = 0; i < first; i++)
        nprand_rand(&rng);
    for (char *text = strtok(texts, " "); text != NULL; text = strtok(NULL, " ")) {
        char ours[VALUE_SIZE];
        double value = nprand_rand(&rng);
        if (!same_as_printed(text, value, ours, sizeof ours))
            differs(at, "text", text, ours);
        uint64_t bits;
        memcpy(&bits, &value, sizeof bits);
        snprintf(ours, sizeof ours, "%016" PRIx64, bits);
        add_to_total(ours);
        count_values(true, 1);
    }
}

static void run_published_line(struct place *at, char *line, const void *context)
{
    (void)context;
    at->way = "rand";
    char *first_field = strstr(line, " first=");
    char *texts = strstr(line, " text: ");
    if (strncmp(line, "seed=", 5) != 0 || first_field == NULL || texts == NULL) {
        malformed(at, "not a line of published values");
        return;
    }
    *first_field = '\0';
    *texts = '\0';
    const char *number = first_field + sizeof " first=" - 1;
    struct vector_seed seed;
    uint64_t first;
    if (!vector_read_seed(line + 5, &seed) || !vector_read_number(&number, UINT32_MAX, &first) ||
        *number != '\0') {
        malformed(at, "a field is malformed");
        return;
    }
    compare_published(at, &seed, first, texts + sizeof " text: " - 1);
}

/* ---- Files -------------------------------------------------------------------------------- */

static char *path_of(const char *file)
{
    size_t size = strlen(folder) + strlen(file) + 2;
    char *path = malloc(size);
    assert_non_null(path);
    snprintf(path, size, "%s/%s", folder, file);
    return path;
}

/* The file with a 0 behind it. */
static char *contents_of(const char *file)
{
    char *path = path_of(file);
    FILE *stream = fopen(path, "r");
    free(path);
    assert_non_null(stream);
    size_t size = 0;
    size_t room = 1 << 16;
    char *text = malloc(room + 1);
    assert_non_null(text);
    for (size_t got; (got = fread(text + size, 1, room - size, stream)) > 0;) {
        size += got;
        if (size == room) {
            room *= 2;
            text = realloc(text, room + 1);
            assert_non_null(text);
        }
    }
    assert_int_equal(ferror(stream), 0);
    fclose(stream);
    text[size] = '\0';
    return text;
}

typedef void line_runner(struct place *at, char *line, const void *context);

/* Runs a line with a copy of it at hand, to be shown up to what is expected. */
static bool line_holds(struct place *at, char *line, line_runner *run_it, const void *context)
{
    size_t length = strlen(line);
    char *copy = malloc(length + 1);
    assert_non_null(copy);
    memcpy(copy, line, length + 1);
    char *expected = strstr(copy, " pos=");
    if (expected != NULL)
        *expected = '\0';
    at->text = copy;
    at->failed = false;
    run_it(at, line, context);
    total.lines++;
    total.failed_lines += at->failed;
    free(copy);
    return !at->failed;
}

static const char end_of_file[] = "end lines=";

/* Whether line is the end, and tells the number of lines before it. */
static bool ends_well(const char *line, size_t count)
{
    uint64_t lines;
    const char *number = line + sizeof end_of_file - 1;
    return strncmp(line, end_of_file, sizeof end_of_file - 1) == 0 &&
           vector_read_number(&number, UINT32_MAX, &lines) && *number == '\0' && lines == count;
}

/* Cuts the next line that says something off *rest; NULL at the end. *number: of the line. */
static char *next_line(char **rest, size_t *number)
{
    while (*rest != NULL) {
        char *line = *rest;
        char *end = strchr(line, '\n');
        if (end != NULL)
            *end++ = '\0';
        *rest = end;
        ++*number;
        if (*line != '\0' && *line != '#')
            return line;
    }
    return NULL;
}

static void run_file(const char *file, line_runner *run_it, const void *context)
{
    char *text = contents_of(file);
    char *rest = text;
    struct place at = {.file = file};
    size_t count = 0, failures = 0;
    char *line;
    while ((line = next_line(&rest, &at.line)) != NULL &&
           strncmp(line, end_of_file, sizeof end_of_file - 1) != 0) {
        count++;
        failures += !line_holds(&at, line, run_it, context);
    }
    bool whole =
        count > 0 && line != NULL && ends_well(line, count) && next_line(&rest, &at.line) == NULL;
    free(text);
    if (failures > 0)
        fail_msg("%s: %zu of %zu lines fail", file, failures, count);
    if (!whole)
        fail_msg("%s does not end with the number of its lines, %zu", file, count);
}

/* ---- Tests -------------------------------------------------------------------------------- */

static const char published_file[] = "published.txt";
static const char releases[] = "releases/";
static const char python[] = "python/";
static const char python_releases[] = "python/releases/";
static const char suffix[] = ".txt";

/* The methods of Python have files without this in a folder of their own. */
static const char python_prefix[] = "py_";

static bool begins_with(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

static const struct vector_method *method_of_file(const char *file)
{
    char name[VALUE_SIZE * 2];
    const char *prefix = "";
    if (begins_with(file, python)) {
        file += sizeof python - 1;
        prefix = python_prefix;
    }
    snprintf(name, sizeof name, "%s%s", prefix, file);
    return vector_method_named(name, strlen(name) - (sizeof suffix - 1));
}

static void run_release(const char *file, const char *field)
{
    if (vector_other_libm("beta") != NULL || vector_other_libm("rayleigh") != NULL ||
        vector_other_libm("py_gauss") != NULL || vector_other_libm("py_vonmisesvariate") != NULL)
        print_message("%s: some values not compared: another libm than that of the vectors\n",
                      file);
    run_file(file, run_release_line, field);
}

static void test_file(void **state)
{
    const char *file = *state;
    if (file ==
        NULL) { /* never; but checked calls with it make GCC warn of what comes after them */
        fail();
        return;
    }
    if (begins_with(file, releases)) {
        run_release(file, " numpy=");
        return;
    }
    if (begins_with(file, python_releases)) {
        run_release(file, " python=");
        return;
    }
    if (strcmp(file, published_file) == 0) {
        run_file(file, run_published_line, NULL);
        return;
    }
    const struct vector_method *method = method_of_file(file);
    if (method == NULL)
        fail_msg("%s: no method of that name", file);
    const char *other = vector_other_libm(method->name);
    if (other != NULL && method->kind == 'f')
        print_message("%s: values not compared, states are: %s() is not that of the vectors\n",
                      file, other);
    run_file(file, run_line, method);
}

static bool is_there(const char *file)
{
    char *path = path_of(file);
    FILE *stream = fopen(path, "r");
    free(path);
    if (stream == NULL)
        return false;
    fclose(stream);
    return true;
}

static void test_every_method_has_a_file(void **unused)
{
    (void)unused;
    for (size_t k = 0; vector_method_at(k) != NULL; k++) {
        char file[VALUE_SIZE * 2];
        const char *name = vector_method_at(k)->name;
        bool is_python = begins_with(name, python_prefix);
        snprintf(file, sizeof file, "%s%s%s", is_python ? python : "",
                 is_python ? name + sizeof python_prefix - 1 : name, suffix);
        if (!is_there(file))
            fail_msg("%s is missing", file);
    }
    if (!is_there(published_file))
        fail_msg("%s is missing", published_file);
}

/* The releases around each difference, the one that the other files are from, and the default. */
static void test_every_release_has_a_file(void **unused)
{
    static const char *const expected[] = {
        "releases/1.16.3",      "releases/1.16.4",        "releases/1.16.6",
        "releases/1.17.0",      "releases/1.17.2",        "releases/1.17.3",
        "releases/1.19.5",      "releases/1.20.0",        "releases/1.20.3",
        "releases/1.21.0",      "releases/1.24.2",        "releases/2.3.5",
        "releases/2.4.0",       "releases/2.4.6",         "releases/2.5.0",
        "releases/2.5.5",       "releases/1.24.2-long32", "python/releases/3.8",
        "python/releases/3.9",  "python/releases/3.10",   "python/releases/3.11",
        "python/releases/3.12", "python/releases/3.13",   "python/releases/3.14",
        "python/releases/3.15",
    };
    (void)unused;
    for (size_t k = 0; k < sizeof expected / sizeof expected[0]; k++) {
        char file[VALUE_SIZE * 2];
        snprintf(file, sizeof file, "%s%s", expected[k], suffix);
        if (!is_there(file))
            fail_msg("%s is missing", file);
    }
}

/* The examples that NIST published with FIPS 180-4. */
static void test_sha256_gives_the_published_hashes(void **unused)
{
    (void)unused;
    char hex[SHA256_HEX_SIZE];
    sha256_hex("abc", 3, hex);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    sha256_hex(NULL, 0, hex);
    assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56, hex);
    assert_string_equal(hex, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    enum { MILLION = 1000000 };
    char *many = malloc(MILLION);
    assert_non_null(many);
    memset(many, 'a', MILLION);
    sha256_hex(many, MILLION, hex);
    free(many);
    assert_string_equal(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

struct file_list {
    char *names[MAX_FILES];
    size_t count;
};

static bool is_vector_file(const char *name)
{
    size_t length = strlen(name);
    return length >= sizeof suffix && strcmp(name + length + 1 - sizeof suffix, suffix) == 0;
}

/* Appends prefix and name. false: no room. */
static bool append_file(struct file_list *files, const char *prefix, const char *name)
{
    size_t size = strlen(prefix) + strlen(name) + 1;
    char *path = files->count < MAX_FILES ? malloc(size) : NULL;
    if (path == NULL)
        return false;
    snprintf(path, size, "%s%s", prefix, name);
    files->names[files->count++] = path;
    return true;
}

/* Appends the vector files of the folder, or of the one in it whose name with a slash is prefix.
 * false: there are none, no room, or not all could be read. */
static bool find_files(struct file_list *files, const char *prefix)
{
    char *path = path_of(prefix);
    DIR *stream = opendir(path);
    free(path);
    if (stream == NULL)
        return false;
    size_t before = files->count;
    bool room = true;
    for (struct dirent *entry; room && (errno = 0, entry = readdir(stream)) != NULL;) {
        if (is_vector_file(entry->d_name))
            room = append_file(files, prefix, entry->d_name);
    }
    bool whole = errno == 0; /* EOVERFLOW: inodes of 64 bits, and a build for those of 32 */
    closedir(stream);
    return room && whole && files->count > before;
}

int main(int argc, char **argv)
{
    static struct file_list files;
    /* cmocka passes over the entries without a name. */
    static struct CMUnitTest vectors[MAX_FILES + 3];
    folder = argc == 2 ? argv[1] : "vectors";
    if (!find_files(&files, "") || !find_files(&files, releases) || !find_files(&files, python) ||
        !find_files(&files, python_releases)) {
        fprintf(stderr, "no vector files in %s or a folder of it\n", folder);
        return 2;
    }
    qsort(files.names, files.count, sizeof files.names[0], compare_names);
    vectors[0] = (struct CMUnitTest)cmocka_unit_test(test_sha256_gives_the_published_hashes);
    vectors[1] = (struct CMUnitTest)cmocka_unit_test(test_every_method_has_a_file);
    vectors[2] = (struct CMUnitTest)cmocka_unit_test(test_every_release_has_a_file);
    for (size_t i = 0; i < files.count; i++)
        vectors[i + 3] = (struct CMUnitTest){
            .name = files.names[i], .test_func = test_file, .initial_state = files.names[i]};
    int failed = cmocka_run_group_tests(vectors, NULL, NULL);
    print_total();
    for (size_t i = 0; i < files.count; i++)
        free(files.names[i]);
    return failed;
}
