/* SPDX-License-Identifier: BSD-3-Clause
 *
 * NumPy's calls with arrays as parameters: test_each_vectors FOLDER runs every line of every file
 * of the folder vectors/each, with each parameter in memory in two ways. A line that is not
 * understood is a failure. vectors/README.md has the format.
 */
#define _POSIX_C_SOURCE 200809L /* opendir() */

#include "sha256.h"
#include "test.h"

#include "each_methods.h"

#include <dirent.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    MOST_N = 5000,
    MOST_VALUES = 16, /* of an array, before it is repeated */
    MOST_TEXT = 4096, /* characters of a line */
    SHOWN = 16,       /* values that a line shows in full */
    SHOWN_LAST = 3,
    HASHED = 16 /* hexadecimal digits */
};

static const char *folder;

/* ---- A line ------------------------------------------------------------------------------- */

struct list {
    bool is_array;
    size_t count;
    union number values[MOST_VALUES];
};

struct line {
    const struct method *method;
    nprand_rng rng;
    size_t n;
    struct list of[MOST_PARAMETERS];
    const char *expected;
};

static const struct method *method_named(const char *name, size_t length)
{
    for (size_t i = 0; i < METHODS; i++) {
        if (strlen(methods[i].name) == length && strncmp(methods[i].name, name, length) == 0)
            return &methods[i];
    }
    return NULL;
}

/* Moves *text behind name if it stands there, and behind the field, which ends with a space. The
 * result is where the field begins, or NULL. */
static const char *field(const char **text, const char *name)
{
    const size_t length = strlen(name);
    if (strncmp(*text, name, length) != 0)
        return NULL;
    const char *begin = *text + length, *end = strchr(begin, ' ');
    if (end == NULL || end == begin)
        return NULL;
    *text = end + 1;
    return begin;
}

static union number read_number(const char *type, const char **text)
{
    union number x;
    char *end;
    if (strcmp(type, "double") == 0)
        x.as_double = strtod(*text, &end);
    else if (strcmp(type, "int64_t") == 0)
        x.as_int64_t = strtoll(*text, &end, 10);
    else
        x.as_uint64_t = strtoull(*text, &end, 10);
    *text = end;
    return x;
}

/* Numbers with colons between them, which end with a comma or a space. */
static bool read_list(const char *type, const char **text, char end, struct list *list)
{
    list->count = 0;
    for (;;) {
        if (list->count == MOST_VALUES)
            return false;
        const char *begin = *text;
        list->values[list->count++] = read_number(type, text);
        if (*text == begin)
            return false;
        if (**text != ':')
            break;
        ++*text;
    }
    list->is_array = list->count > 1;
    return *(*text)++ == end;
}

static bool read_args(const char *text, struct line *line)
{
    const size_t count = line->method->count;
    for (size_t j = 0; j < count; j++) {
        if (!read_list(line->method->types[j], &text, j + 1 < count ? ',' : ' ', &line->of[j]))
            return false;
    }
    return true;
}

static bool prepare(nprand_rng *rng, const char *seed, const char *release, const char *before)
{
    int parts[3];
    if (sscanf(release, "%d.%d.%d ", &parts[0], &parts[1], &parts[2]) != 3 ||
        nprand_seed(rng, (int64_t)strtol(seed, NULL, 10)) != NPRAND_OK ||
        nprand_set_numpy_patch(rng, parts[0], parts[1], parts[2]) != NPRAND_OK)
        return false;
    if (strncmp(before, "nothing ", 8) == 0)
        return true;
    nprand_state state = state_of(rng);
    state.has_gauss = 1;
    state.gauss = -1.5;
    return strncmp(before, "gauss ", 6) == 0 && nprand_set_state(rng, &state) == NPRAND_OK;
}

static bool read_line(const char *text, struct line *line)
{
    const char *name = field(&text, "method=");
    const char *release = name != NULL ? field(&text, "numpy=") : NULL;
    const char *seed = release != NULL ? field(&text, "seed=") : NULL;
    const char *before = seed != NULL ? field(&text, "before=") : NULL;
    const char *args = before != NULL ? field(&text, "args=") : NULL;
    const char *n = args != NULL ? field(&text, "n=") : NULL;
    if (n == NULL)
        return false;
    line->method = method_named(name, strcspn(name, " "));
    line->n = (size_t)strtoul(n, NULL, 10);
    line->expected = text;
    return line->method != NULL && line->n > 0 && line->n <= MOST_N && read_args(args, line) &&
           prepare(&line->rng, seed, release, before);
}

/* ---- What the library gives --------------------------------------------------------------- */

struct text {
    size_t length;
    char of[MOST_TEXT];
};

#define ADD(t, ...) \
    ((t)->length += (size_t)snprintf((t)->of + (t)->length, MOST_TEXT - (t)->length, __VA_ARGS__))

/* As many digits as the vectors have. */
static void add_hash(struct text *t, const char *name, const void *data, size_t size)
{
    char digits[SHA256_HEX_SIZE];
    sha256_hex(data, size, digits);
    ADD(t, "%s%.*s", name, HASHED, digits);
}

static void add_state(struct text *t, const nprand_rng *rng)
{
    const nprand_state state = state_of(rng);
    uint64_t gauss;
    unsigned char key[4 * 624];
    memcpy(&gauss, &state.gauss, sizeof gauss);
    for (size_t i = 0; i < sizeof key; i++)
        key[i] = (unsigned char)(state.key[i / 4] >> 8 * (i % 4));
    ADD(t, "pos=%d gauss=%d:%016" PRIx64, (int)state.pos, (int)state.has_gauss, gauss);
    add_hash(t, " key=", key, sizeof key);
}

/* Value i as its bits, all NaN as one. */
static uint64_t bits_at(const struct method *m, const void *out, size_t i)
{
    const unsigned char *at = (const unsigned char *)out + i * m->size;
    uint64_t bits = 0;
    uint32_t word;
    uint16_t half;
    double value = 0.0;
    if (m->size == 1)
        return *at;
    memcpy(&half, at, sizeof half);
    if (m->size == 2)
        return half;
    memcpy(&word, at, sizeof word);
    if (m->size == 4)
        return word;
    memcpy(&bits, at, sizeof bits);
    if (strcmp(m->element, "double") == 0)
        memcpy(&value, &bits, sizeof value);
    return isnan(value) ? UINT64_C(0x7ff8000000000000) : bits;
}

static void add_value(struct text *t, const struct method *m, uint64_t bits)
{
    const unsigned shift = 64 - 8 * (unsigned)m->size;
    int64_t value;
    bits <<= shift;
    memcpy(&value, &bits, sizeof value);
    if (strcmp(m->element, "double") == 0)
        ADD(t, " %016" PRIx64, bits);
    else if (m->element[0] == 'i') /* signed */
        ADD(t, " %" PRId64, value / ((int64_t)1 << shift));
    else
        ADD(t, " %" PRIu64, bits >> shift);
}

static void add_values(struct text *t, const struct method *m, const void *out, size_t n)
{
    static unsigned char bytes[8 * MOST_N];
    for (size_t i = 0; i < n * m->size; i++)
        bytes[i] = (unsigned char)(bits_at(m, out, i / m->size) >> 8 * (i % m->size));
    add_hash(t, " hash=", bytes, n * m->size);
    ADD(t, n <= SHOWN ? " values:" : " last:");
    for (size_t i = n <= SHOWN ? 0 : n - SHOWN_LAST; i < n; i++)
        add_value(t, m, bits_at(m, out, i));
}

/* Parameters in memory. Way 0: one after another. Way 1: from the last one to the first, each third
 * element. One value for all has step 0. */
static void place(const struct line *line, int way, uint64_t memory[][3 * MOST_N],
                  const void **first, ptrdiff_t *step)
{
    for (size_t j = 0; j < line->method->count; j++) {
        const struct list *list = &line->of[j];
        step[j] = !list->is_array ? 0 : way == 0 ? 1 : -3;
        uint64_t *at = memory[j] + (step[j] < 0 ? 3 * (line->n - 1) : 0);
        first[j] = at;
        for (size_t i = 0; i < (list->is_array ? line->n : 1); i++)
            memcpy(at + (ptrdiff_t)i * step[j], &list->values[i % list->count], sizeof *at);
    }
}

static void run(const struct line *line, int way, struct text *t)
{
    static uint64_t memory[MOST_PARAMETERS][3 * MOST_N], out[MOST_N];
    const struct method *m = line->method;
    const void *first[MOST_PARAMETERS];
    ptrdiff_t step[MOST_PARAMETERS];
    nprand_rng rng = line->rng;
    place(line, way, memory, first, step);
    const nprand_status status = m->each(&rng, first + m->count, step + m->count, line->n, out);
    t->length = 0;
    add_state(t, &rng);
    if (status != NPRAND_OK)
        ADD(t, " refused: %s", nprand_strerror(status));
    else
        add_values(t, m, out, line->n);
}

/* ---- Files -------------------------------------------------------------------------------- */

static bool seen[METHODS];

static size_t check_line(const char *file, const char *text)
{
    static struct line line;
    static struct text ours;
    size_t failed = 0;
    if (!read_line(text, &line)) {
        print_error("%s: not understood: %s\n", file, text);
        return 1;
    }
    seen[line.method - methods] = true;
    for (int way = 0; way < 2; way++) {
        run(&line, way, &ours);
        if (strcmp(ours.of, line.expected) != 0) {
            print_error("%s: %s\n    ours, way %d: %s\n", file, text, way, ours.of);
            failed = 1;
        }
    }
    return failed;
}

static size_t check_file(const char *name)
{
    char path[MOST_TEXT], text[MOST_TEXT];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t lines = 0, failed = 0, end = SIZE_MAX;
    while (fgets(text, sizeof text, file) != NULL) {
        text[strcspn(text, "\n")] = '\0';
        if (text[0] == '\0' || text[0] == '#')
            continue;
        if (strncmp(text, "end lines=", 10) == 0) {
            end = (size_t)strtoul(text + 10, NULL, 10);
            continue;
        }
        failed += check_line(name, text);
        lines++;
    }
    fclose(file);
    print_message("%s: %zu lines, %zu failed\n", name, lines, failed);
    if (lines != end)
        fail_msg("%s does not end with its number of lines", name);
    return failed;
}

static void test_each_file(void **unused)
{
    (void)unused;
    DIR *directory = opendir(folder);
    if (directory == NULL)
        fail_msg("cannot open %s", folder);
    size_t files = 0, failed = 0;
    for (const struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        const char *dot = strrchr(entry->d_name, '.');
        if (dot == NULL || strcmp(dot, ".txt") != 0)
            continue;
        failed += check_file(entry->d_name);
        files++;
    }
    closedir(directory);
    assert_true(files > 5);
    assert_int_equal(failed, 0);
    for (size_t i = 0; i < METHODS; i++) {
        if (!seen[i])
            fail_msg("%s of src/methods.def has no line", methods[i].name);
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_each_file)};
    if (argc != 2) {
        fprintf(stderr, "usage: test_each_vectors FOLDER\n");
        return 2;
    }
    folder = argv[1];
    return cmocka_run_group_tests(tests, NULL, NULL);
}
