/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Seeds and states of other tools: test_tools <folder> compares them with what the tools gave, in
 * vectors/tools, and refuses what no tool gives.
 */
#include "test.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 624, LINE = 20000, TEXT = NPRAND_STATE_JSON_SIZE };

static const char *folder;

/* ---- Tools -------------------------------------------------------------------------------- */

/* A state of GSL, as its sources declare it. */
struct gsl {
    unsigned long mt[N];
    int mti;
};

static double unit_53(nprand_rng *rng)
{
    return nprand_random_sample(rng);
}

static double unit_32(nprand_rng *rng)
{
    return (double)nprand_random_raw(rng) * 0x1p-32;
}

/* std::uniform_real_distribution: the first word is the lower half. */
static double unit_low_first(nprand_rng *rng)
{
    double low = (double)nprand_random_raw(rng);
    return ((double)nprand_random_raw(rng) * 0x1p32 + low) * 0x1p-64;
}

static double unit_low_53(nprand_rng *rng)
{
    uint64_t high = (uint64_t)nprand_random_raw(rng);
    uint64_t bits = high << 32 | (uint64_t)nprand_random_raw(rng);
    return (double)(bits & UINT64_C(0x1fffffffffffff)) * 0x1p-53;
}

static nprand_status seed_word(nprand_rng *rng, const char *seed)
{
    return nprand_seed(rng, (uint32_t)strtoll(seed, NULL, 10));
}

static nprand_status seed_octave(nprand_rng *rng, const char *seed)
{
    uint32_t key = (uint32_t)strtoll(seed, NULL, 10);
    return nprand_seed_array(rng, &key, 1);
}

static nprand_status seed_r(nprand_rng *rng, const char *seed)
{
    return nprand_seed_r(rng, strtoll(seed, NULL, 10));
}

static nprand_status seed_matlab(nprand_rng *rng, const char *seed)
{
    return nprand_seed_matlab(rng, strtoll(seed, NULL, 10));
}

static nprand_status seed_gsl(nprand_rng *rng, const char *seed)
{
    return nprand_seed_gsl(rng, strtoull(seed, NULL, 10));
}

/* A state as bytes, made of the text in a file; its size. */
typedef size_t read_state(const char *text, void *out);

static size_t read_text(const char *text, void *out)
{
    memcpy(out, text, strlen(text));
    return strlen(text);
}

/* Numbers, signed or not, of 32 bits each. Their count. */
static size_t read_integers(const char *text, void *out)
{
    size_t n = 0;
    char *end;
    for (long long value; value = strtoll(text, &end, 10), end != text; text = end) {
        uint32_t word = (uint32_t)value;
        memcpy((uint32_t *)out + n++, &word, sizeof word);
    }
    return n;
}

static size_t read_bytes(const char *text, void *out)
{
    size_t n = strlen(text) / 2;
    for (size_t i = 0; i < n; i++) {
        char digits[3] = {text[2 * i], text[2 * i + 1], '\0'};
        ((unsigned char *)out)[i] = (unsigned char)strtoul(digits, NULL, 16);
    }
    return n;
}

static uint64_t read_64(const unsigned char *bytes, int count)
{
    uint64_t value = 0;
    while (count > 0)
        value = value << 8 | bytes[--count];
    return value;
}

/* The bytes are those of a machine with 64-bit longs that begin with their lowest byte. The struct
 * is this machine's. */
static size_t read_gsl(const char *text, void *out)
{
    static unsigned char bytes[8 * N + 8];
    assert_int_equal(strlen(text), 2 * sizeof bytes);
    read_bytes(text, bytes);
    struct gsl *gsl = out;
    memset(gsl, 0, sizeof *gsl);
    for (size_t i = 0; i < N; i++)
        gsl->mt[i] = (unsigned long)read_64(bytes + 8 * i, 8);
    gsl->mti = (int)read_64(bytes + 8 * N, 4);
    return sizeof *gsl;
}

typedef nprand_status get_state(const nprand_rng *rng, size_t n, void *out);
typedef nprand_status set_state(nprand_rng *rng, const void *in, size_t n);

/* Texts, in the form of the other functions: an exact size, and no final '\0'. */
static nprand_status get_text(nprand_status get(const nprand_rng *, size_t, char *, size_t *),
                              const nprand_rng *rng, size_t n, void *out)
{
    char text[TEXT];
    size_t length = 0;
    nprand_status status = get(rng, sizeof text, out == NULL ? NULL : text, &length);
    if (status == NPRAND_OK && length != n)
        fail_msg("%zu bytes of text, not %zu", length, n);
    if (status == NPRAND_OK)
        memcpy(out, text, n);
    return status;
}

static nprand_status get_libstdcxx(const nprand_rng *rng, size_t n, void *out)
{
    return get_text(nprand_get_state_libstdcxx, rng, n, out);
}

static nprand_status get_std(const nprand_rng *rng, size_t n, void *out)
{
    return get_text(nprand_get_state_std, rng, n, out);
}

static nprand_status set_std(nprand_rng *rng, const void *in, size_t n)
{
    return nprand_set_state_std(rng, in, n, NULL, NULL);
}

static nprand_status get_r(const nprand_rng *rng, size_t n, void *out)
{
    return nprand_get_state_r(rng, n, out);
}

static nprand_status set_r(nprand_rng *rng, const void *in, size_t n)
{
    return nprand_set_state_r(rng, in, n);
}

static nprand_status get_matlab(const nprand_rng *rng, size_t n, void *out)
{
    return nprand_get_state_matlab(rng, n, out);
}

static nprand_status set_matlab(nprand_rng *rng, const void *in, size_t n)
{
    return nprand_set_state_matlab(rng, in, n);
}

static nprand_status get_octave(const nprand_rng *rng, size_t n, void *out)
{
    return nprand_get_state_octave(rng, n, out);
}

static nprand_status set_octave(nprand_rng *rng, const void *in, size_t n)
{
    return nprand_set_state_octave(rng, in, n);
}

struct tool {
    const char *name;
    size_t size, element; /* elements of a state, 0 for texts, and bytes of one */
    nprand_status (*seed)(nprand_rng *rng, const char *seed);
    double (*unit)(nprand_rng *rng);
    read_state *read;
    get_state *get;
    set_state *set;
};

static const struct tool tools[] = {
    {"libstdcxx", 0, 1, seed_word, unit_low_first, read_text, get_libstdcxx, set_std},
    {"libcxx", 0, 1, seed_word, unit_low_first, read_text, get_std, set_std},
    {"boost", 0, 1, seed_word, unit_32, read_text, get_std, set_std},
    {"r", NPRAND_STATE_R_SIZE, 4, seed_r, unit_32, read_integers, get_r, set_r},
    {"matlab", NPRAND_STATE_MATLAB_SIZE, 4, seed_matlab, unit_53, read_integers, get_matlab,
     set_matlab},
    {"octave", NPRAND_STATE_OCTAVE_SIZE, 4, seed_octave, unit_53, read_integers, get_octave,
     set_octave},
    {"torch", NPRAND_STATE_TORCH_SIZE, 1, seed_word, unit_low_53, read_bytes,
     nprand_get_state_torch, nprand_set_state_torch},
    {"gsl", sizeof(struct gsl), 1, seed_gsl, unit_32, read_gsl, nprand_get_state_gsl,
     nprand_set_state_gsl},
    {"std", 0, 1, seed_word, unit_low_first, read_text, get_std, set_std},
};

enum { TOOLS = sizeof tools / sizeof tools[0] };

static const struct tool *tool_of(const char *name)
{
    for (size_t i = 0; i < TOOLS; i++) {
        if (strcmp(tools[i].name, name) == 0)
            return &tools[i];
    }
    fail_msg("no tool %s", name);
    return NULL;
}

/* ---- Files -------------------------------------------------------------------------------- */

static char line[LINE], buffer[LINE];

/* The text of a field, up to the next field or the end of the line. NULL if it is none. */
static char *field(const char *name, const char *next)
{
    char *begin = strstr(line, name);
    if (begin == NULL)
        fail_msg("no %s in %s", name, line);
    strcpy(buffer, begin + strlen(name));
    char *end = next == NULL ? strchr(buffer, '\n') : strstr(buffer, next);
    assert_non_null(end);
    *end = '\0';
    return strcmp(buffer, "none") == 0 ? NULL : buffer;
}

/* Reads the next line that says something. False at the end of the file, which is named. */
static bool next_line(FILE *file, size_t *count)
{
    while (fgets(line, sizeof line, file) != NULL) {
        assert_non_null(strchr(line, '\n'));
        if (line[0] == '#' || line[0] == '\n')
            continue;
        ++*count;
        if (strncmp(line, "end lines=", 10) != 0)
            return true;
        assert_int_equal(strtoul(line + 10, NULL, 10), *count);
        return false;
    }
    fail_msg("the file was cut off");
    return false;
}

static FILE *open_file(const char *name)
{
    char path[1000];
    snprintf(path, sizeof path, "%s/%s.txt", folder, name);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        fail_msg("cannot read %s", path);
    return file;
}

static void assert_next_words(nprand_rng rng, const char *text)
{
    char *end;
    for (uint64_t word; word = strtoull(text, &end, 10), end != text; text = end)
        assert_int_equal(nprand_random_raw(&rng), word);
}

static void assert_next_doubles(nprand_rng rng, const struct tool *tool, const char *text)
{
    char *end;
    for (uint64_t bits; bits = strtoull(text, &end, 16), end != text; text = end) {
        double x = tool->unit(&rng);
        assert_memory_equal(&x, &bits, sizeof x);
    }
}

/* What an array holds before a call, and behind what the call writes. */
enum { UNTOUCHED = 0x5a };

/* PyTorch's bytes begin with its seed. After seeding, its next is 0. */
static void assert_state(const struct tool *tool, const nprand_rng *rng, const unsigned char *state,
                         size_t n)
{
    static unsigned char out[LINE];
    size_t bytes = n * tool->element;
    memset(out, UNTOUCHED, sizeof out);
    assert_int_equal(tool->get(rng, n, out), NPRAND_OK);
    assert_int_equal(out[bytes], UNTOUCHED);
    if (strcmp(tool->name, "torch") == 0) {
        memcpy(out, state, 8);
        if (state[16] == 0 && state[17] == 0)
            memset(out + 16, 0, 2);
    }
    assert_memory_equal(out, state, bytes);
}

/* ---- What the tools gave ------------------------------------------------------------------ */

static void compare_line(const struct tool *tool)
{
    static _Alignas(long) unsigned char state[LINE];
    nprand_rng rng, from_state = {0};
    assert_int_equal(tool->seed(&rng, field("seed=", " ")), NPRAND_OK);
    uint64_t drawn = strtoull(field("drawn=", " "), NULL, 10);
    assert_int_equal(nprand_advance(&rng, drawn), NPRAND_OK);
    const char *words = field("words: ", " doubles:");
    if (words != NULL)
        assert_next_words(rng, words);
    assert_next_doubles(rng, tool, field("doubles: ", " state:"));
    const char *text = field("state: ", NULL);
    if (text == NULL)
        return;
    size_t n = tool->read(text, state);
    assert_int_equal(tool->set(&from_state, state, n), NPRAND_OK);
    assert_next_doubles(from_state, tool, field("doubles: ", " state:"));
    assert_state(tool, &from_state, state, n);
    /* After seeding, Boost replaces the 31 bits of the first word that MT19937 does not use. */
    if (strcmp(tool->name, "boost") != 0 || drawn > 0)
        assert_state(tool, &rng, state, n);
}

static void test_what_the_tools_gave(void **unused)
{
    (void)unused;
    static const char *const files[] = {"libstdcxx", "libcxx", "boost", "r",
                                        "octave",    "torch",  "gsl"};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        size_t count = 0;
        FILE *file = open_file(files[i]);
        while (next_line(file, &count))
            compare_line(tool_of(files[i]));
        assert_true(count > 5);
        fclose(file);
    }
}

/* As many digits after the point as are printed. */
static void assert_printed(double x, const char *text, size_t length)
{
    char printed[40];
    const char *point = memchr(text, '.', length);
    assert_non_null(point);
    snprintf(printed, sizeof printed, "%.*f", (int)(text + length - point - 1), x);
    assert_memory_equal(printed, text, length);
}

static void compare_published_doubles(const struct tool *tool, nprand_rng *rng, const char *text)
{
    for (size_t length; (length = strcspn(text, " ")) > 0; text += length + (text[length] == ' '))
        assert_printed(tool->unit(rng), text, length);
}

static void test_published_numbers(void **unused)
{
    (void)unused;
    size_t count = 0;
    FILE *file = open_file("published");
    while (next_line(file, &count)) {
        nprand_rng rng;
        const struct tool *tool = tool_of(field("tool=", " "));
        assert_int_equal(tool->seed(&rng, field("seed=", " ")), NPRAND_OK);
        uint64_t first = strtoull(field("first=", " "), NULL, 10);
        bool words = strstr(line, "words: ") != NULL;
        assert_int_equal(nprand_advance(&rng, first), NPRAND_OK);
        if (words)
            assert_next_words(rng, field("words: ", NULL));
        else
            compare_published_doubles(tool, &rng, field("doubles: ", NULL));
    }
    assert_int_equal(count, 13);
    fclose(file);
}

/* The vector of 625 in C code that MATLAB Coder writes for rng default: it begins with these words,
 * and the last element is 624. Its functions increment the last element with each word that they
 * take, and begin again with 1 after a twist. */
static void test_state_of_matlab_coder(void **unused)
{
    (void)unused;
    static const uint32_t first[] = {5489,      1301868182, 2938499221, 2950281878, 1875628136,
                                     751856242, 944701696,  2243192071, 694061057,  219885934};
    uint32_t state[NPRAND_STATE_MATLAB_SIZE];
    nprand_rng rng, from_state = {0};
    assert_int_equal(nprand_seed_matlab(&rng, 0), NPRAND_OK);
    assert_int_equal(nprand_get_state_matlab(&rng, NPRAND_STATE_MATLAB_SIZE, state), NPRAND_OK);
    assert_memory_equal(state, first, sizeof first);
    assert_int_equal(state[N], 624);
    nprand_random_sample(&rng);
    assert_int_equal(nprand_get_state_matlab(&rng, NPRAND_STATE_MATLAB_SIZE, state), NPRAND_OK);
    assert_int_equal(state[N], 2);
    assert_int_equal(nprand_set_state_matlab(&from_state, state, NPRAND_STATE_MATLAB_SIZE),
                     NPRAND_OK);
    assert_same_state(&from_state, &rng);
}

/* MATLAB's state as text is libstdc++'s text. */
static void test_text_of_matlab(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(7), from_text = {0};
    uint32_t state[NPRAND_STATE_MATLAB_SIZE];
    char text[TEXT];
    size_t length = 0;
    skip_words(&rng, 1000);
    assert_int_equal(nprand_get_state_matlab(&rng, NPRAND_STATE_MATLAB_SIZE, state), NPRAND_OK);
    for (size_t i = 0; i < NPRAND_STATE_MATLAB_SIZE; i++)
        length +=
            (size_t)snprintf(text + length, sizeof text - length, "%lu\n", (unsigned long)state[i]);
    assert_int_equal(nprand_set_state_std(&from_text, text, length, NULL, NULL), NPRAND_OK);
    assert_same_state(&from_text, &rng);
}

/* ---- Properties --------------------------------------------------------------------------- */

/* Both go on with the same words. */
static void assert_same_stream(nprand_rng a, nprand_rng b)
{
    for (int i = 0; i < 1300; i++)
        assert_int_equal(nprand_random_raw(&a), nprand_random_raw(&b));
}

/* The size of a state: texts have one that depends on the words. */
static size_t size_of(const struct tool *tool, const nprand_rng *rng)
{
    char text[TEXT];
    size_t length = tool->size;
    if (tool->get == get_libstdcxx)
        assert_int_equal(nprand_get_state_libstdcxx(rng, TEXT, text, &length), NPRAND_OK);
    else if (tool->get == get_std)
        assert_int_equal(nprand_get_state_std(rng, TEXT, text, &length), NPRAND_OK);
    return length;
}

static void check_round_trip(const struct tool *tool, const nprand_rng *rng)
{
    static _Alignas(long) unsigned char state[LINE];
    nprand_rng back = {0};
    size_t n = size_of(tool, rng);
    assert_int_equal(tool->get(rng, n, state), NPRAND_OK);
    assert_int_equal(tool->set(&back, state, n), NPRAND_OK);
    assert_same_stream(back, *rng);
    assert_int_equal(state_of(&back).has_gauss, 0);
    assert_true(state_of(&back).gauss == 0.0);
}

/* At each position, also at 0, which no draw leaves; and with a normal that is kept. */
static void test_round_trips(void **unused)
{
    (void)unused;
    static const int32_t positions[] = {0, 1, 2, 226, 227, 228, 396, 397, 398, 622, 623, 624};
    for (size_t i = 0; i < TOOLS; i++) {
        for (size_t k = 0; k < sizeof positions / sizeof positions[0]; k++) {
            nprand_rng rng = seeded(42);
            skip_words(&rng, 700);
            nprand_state state = state_of(&rng);
            state.pos = positions[k];
            state.has_gauss = 1;
            state.gauss = 1.5;
            assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
            check_round_trip(&tools[i], &rng);
        }
    }
}

/* The text of the standard with a position behind it is one that libstdc++ reads too. */
static void test_text_for_every_library(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(3), back = {0};
    char text[TEXT];
    size_t length;
    skip_words(&rng, 1001);
    assert_int_equal(nprand_get_state_std(&rng, TEXT, text, &length), NPRAND_OK);
    length += (size_t)sprintf(text + length, " 624");
    assert_int_equal(nprand_set_state_std(&back, text, length, NULL, NULL), NPRAND_OK);
    assert_same_stream(back, rng);
}

static void test_a_generator_keeps_its_release(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < TOOLS; i++) {
        static _Alignas(long) unsigned char state[LINE];
        nprand_rng rng = seeded(1);
        int minor;
        size_t n = size_of(&tools[i], &rng);
        assert_int_equal(nprand_set_numpy(&rng, 1, 20), NPRAND_OK);
        assert_int_equal(tools[i].get(&rng, n, state), NPRAND_OK);
        assert_int_equal(tools[i].set(&rng, state, n), NPRAND_OK);
        assert_int_equal(nprand_get_numpy(&rng, NULL, &minor, NULL), NPRAND_OK);
        assert_int_equal(minor, 20);
    }
}

static void test_seeds_at_the_ends(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(8), before = rng;
    static const int64_t bad_for_r[] = {INT32_MIN, INT64_C(2147483648), INT64_MIN, INT64_MAX};
    static const int64_t bad_for_matlab[] = {-1, INT64_C(4294967296), INT64_MIN, INT64_MAX};
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(nprand_seed_r(&rng, bad_for_r[i]), NPRAND_BAD_R_SEED);
        assert_int_equal(nprand_seed_matlab(&rng, bad_for_matlab[i]), NPRAND_BAD_SEED);
    }
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_int_equal(nprand_seed_r(NULL, 1), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_matlab(NULL, 1), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_gsl(NULL, 1), NPRAND_NULL_POINTER);
    assert_string_equal(nprand_strerror(NPRAND_BAD_R_SEED), "supplied seed is not a valid integer");
    assert_int_equal(nprand_seed_matlab(&rng, UINT32_MAX), NPRAND_OK);
    assert_int_equal(nprand_seed_r(&rng, INT32_MAX), NPRAND_OK);
}

/* ---- What is refused ---------------------------------------------------------------------- */

/* A state of seed 42 after 1000 words, and how it may be spoiled. */
struct state {
    const struct tool *tool;
    size_t n;
    union {
        unsigned char bytes[LINE];
        uint32_t words[LINE / 4];
        struct gsl gsl;
    } at;
};

static struct state good_state(const char *name)
{
    struct state state = {.tool = tool_of(name)};
    nprand_rng rng = seeded(42);
    skip_words(&rng, 1000);
    state.n = state.tool->size;
    assert_int_equal(state.tool->get(&rng, state.n, state.at.bytes), NPRAND_OK);
    return state;
}

static void assert_state_refused(const struct state *state, nprand_status expected)
{
    nprand_rng zero = {0}, rng = seeded(9), before;
    nprand_standard_normal(&rng);
    before = rng;
    assert_int_equal(state->tool->set(&rng, state->at.bytes, state->n), expected);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_int_equal(state->tool->set(&zero, state->at.bytes, state->n), expected);
    assert_int_equal(nprand_random_raw(&zero), NPRAND_INVALID);
}

static void test_sizes_and_pointers(void **unused)
{
    (void)unused;
    static const char *const names[] = {"r", "matlab", "octave", "torch", "gsl"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct state state = good_state(names[i]), before = state;
        const struct tool *tool = state.tool;
        nprand_rng rng = seeded(1), one = rng, zero = {0};
        const size_t sizes[] = {0, 1, state.n - 1, state.n + 1, SIZE_MAX};
        for (size_t k = 0; k < sizeof sizes / sizeof sizes[0]; k++) {
            state.n = sizes[k];
            assert_state_refused(&state, NPRAND_BAD_STATE_SIZE);
            assert_int_equal(tool->get(&rng, sizes[k], state.at.bytes), NPRAND_BAD_STATE_SIZE);
        }
        assert_int_equal(tool->get(NULL, before.n, state.at.bytes), NPRAND_NULL_POINTER);
        assert_int_equal(tool->get(&zero, before.n, state.at.bytes), NPRAND_NOT_SEEDED);
        assert_memory_equal(state.at.bytes, before.at.bytes, sizeof before.at.bytes);
        assert_int_equal(tool->get(&rng, before.n, NULL), NPRAND_NULL_POINTER);
        assert_int_equal(tool->set(&rng, NULL, before.n), NPRAND_NULL_POINTER);
        assert_int_equal(tool->set(NULL, before.at.bytes, before.n), NPRAND_NULL_POINTER);
        assert_memory_equal(&rng, &one, sizeof rng);
    }
}

static void refuse_word(struct state state, size_t i, uint32_t word, nprand_status expected)
{
    state.at.words[i] = word;
    assert_state_refused(&state, expected);
}

static void test_arrays(void **unused)
{
    (void)unused;
    static const uint32_t kinds[] = {0,     1,     10402,       10404,      10603,     20403,
                                     10399, 10410, 3 + 1000000, UINT32_MAX, 0x80000003};
    struct state r = good_state("r"), matlab = good_state("matlab"), octave = good_state("octave");
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        refuse_word(r, 0, kinds[i], NPRAND_BAD_STATE_KIND);
    static const uint32_t positions[] = {0, 625, 1000, UINT32_MAX, 0x80000000};
    for (size_t i = 0; i < sizeof positions / sizeof positions[0]; i++) {
        refuse_word(r, 1, positions[i], NPRAND_BAD_STATE_POS);
        refuse_word(matlab, N, positions[i], NPRAND_BAD_STATE_POS);
        refuse_word(octave, N, positions[i], NPRAND_BAD_STATE_POS);
    }
    memset(r.at.words + 2, 0, N * sizeof(uint32_t));
    refuse_word(r, 2, 0x7fffffff, NPRAND_ZERO_KEY);
    memset(matlab.at.words, 0, N * sizeof(uint32_t));
    refuse_word(matlab, 0, 0x7fffffff, NPRAND_ZERO_KEY);
    memset(octave.at.words, 0, N * sizeof(uint32_t));
    refuse_word(octave, 0, 0x7fffffff, NPRAND_ZERO_KEY);
}

/* All kinds that R has, with the same words. */
static void test_kinds_of_r(void **unused)
{
    (void)unused;
    static const uint32_t kinds[] = {3, 103, 203, 303, 403, 503, 10003, 10403, 10503};
    struct state r = good_state("r");
    nprand_rng rng = seeded(42);
    skip_words(&rng, 1000);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        nprand_rng from_state = {0};
        r.at.words[0] = kinds[i];
        assert_int_equal(r.tool->set(&from_state, r.at.bytes, r.n), NPRAND_OK);
        assert_same_state(&from_state, &rng);
    }
}

static void refuse_torch(size_t byte, unsigned char value, nprand_status expected)
{
    struct state state = good_state("torch");
    state.at.bytes[byte] = value;
    assert_state_refused(&state, expected);
}

static void test_torch(void **unused)
{
    (void)unused;
    enum { LEFT = 8, SEEDED = 12, NEXT = 16, WORDS = 24 };
    refuse_torch(SEEDED, 0, NPRAND_BAD_STATE_KIND);
    refuse_torch(LEFT + 1, 0xff, NPRAND_BAD_STATE_POS);
    refuse_torch(LEFT + 3, 0x80, NPRAND_BAD_STATE_POS);
    refuse_torch(LEFT, 1, NPRAND_BAD_STATE_KIND);
    refuse_torch(NEXT, 0, NPRAND_BAD_STATE_KIND);
    refuse_torch(NEXT + 7, 1, NPRAND_BAD_STATE_KIND);
    refuse_torch(WORDS + 4, 1, NPRAND_BAD_STATE_WORD);
    refuse_torch(WORDS + 8 * N - 1, 1, NPRAND_BAD_STATE_WORD);
    struct state zero = good_state("torch");
    memset(zero.at.bytes + LEFT, 0, 2);
    assert_state_refused(&zero, NPRAND_BAD_STATE_POS);
    /* 625 words are left: more than a block has. */
    zero = good_state("torch");
    zero.at.bytes[LEFT] = 0x71;
    zero.at.bytes[LEFT + 1] = 0x02;
    assert_state_refused(&zero, NPRAND_BAD_STATE_POS);
    /* The next word is 0, and the block is not at its end. */
    zero = good_state("torch");
    memset(zero.at.bytes + NEXT, 0, 8);
    zero.at.bytes[LEFT] = 2;
    zero.at.bytes[LEFT + 1] = 0;
    assert_state_refused(&zero, NPRAND_BAD_STATE_KIND);
    zero = good_state("torch");
    memset(zero.at.bytes + WORDS, 0, 8 * N);
    assert_state_refused(&zero, NPRAND_ZERO_KEY);
    /* The normal that waits is left out. */
    struct state normal = good_state("torch");
    nprand_rng rng = {0};
    memset(normal.at.bytes + WORDS + 8 * N, 0xff, 40);
    assert_int_equal(normal.tool->set(&rng, normal.at.bytes, normal.n), NPRAND_OK);
    assert_int_equal(state_of(&rng).has_gauss, 0);
}

static void test_gsl(void **unused)
{
    (void)unused;
    static const int positions[] = {-1, 625, INT32_MIN, INT32_MAX};
    struct state gsl = good_state("gsl");
    for (size_t i = 0; i < sizeof positions / sizeof positions[0]; i++) {
        gsl.at.gsl.mti = positions[i];
        assert_state_refused(&gsl, NPRAND_BAD_POS);
    }
    gsl.at.gsl.mti = 5;
#if ULONG_MAX > 0xffffffff
    gsl.at.gsl.mt[N - 1] = 0x100000000;
    assert_state_refused(&gsl, NPRAND_BAD_STATE_WORD);
#endif
    gsl.at.gsl.mt[N - 1] = 0xffffffff;
    nprand_rng rng = seeded(1);
    assert_int_equal(gsl.tool->set(&rng, gsl.at.bytes, gsl.n), NPRAND_OK);
    assert_int_equal(state_of(&rng).key[N - 1], 0xffffffff);
    memset(gsl.at.gsl.mt, 0, sizeof gsl.at.gsl.mt);
    assert_state_refused(&gsl, NPRAND_ZERO_KEY);
}

/* ---- Texts of std::mt19937 ---------------------------------------------------------------- */

/* 623 words of 1, with the first one and the rest of the text as given. */
static size_t make_text(char *text, const char *first, const char *rest)
{
    size_t length = (size_t)sprintf(text, "%s", first);
    for (int i = 1; i < N; i++)
        length += (size_t)sprintf(text + length, " 1");
    return length + (size_t)sprintf(text + length, "%s", rest);
}

static void assert_text_refused(const char *text, size_t length, nprand_status expected,
                                size_t expected_offset, const char *expected_reason)
{
    nprand_rng rng = seeded(9), before;
    size_t offset = 77;
    const char *reason = "";
    nprand_standard_normal(&rng);
    before = rng;
    assert_int_equal(nprand_set_state_std(&rng, text, length, &offset, &reason), expected);
    assert_int_equal(offset, expected_offset);
    assert_string_equal(reason, expected_reason);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_int_equal(nprand_set_state_std(&rng, text, length, NULL, NULL), expected);
}

#define NUMBER "a number from 0 to 2^32 - 1 is needed here"
#define ENDS   "the text ends before its 624th word"
#define MORE   "the text has more than 624 words and a position"
#define POS    "the position is outside 0..624"

static void test_texts_that_are_refused(void **unused)
{
    (void)unused;
    static const struct {
        const char *first, *rest;
        nprand_status status;
        size_t offset; /* from the end of the 624 words; of the text, if the first word is wrong */
        const char *reason;
    } cases[] = {
        {"x", "", NPRAND_BAD_STD_TEXT, 0, NUMBER},
        {"-1", "", NPRAND_BAD_STD_TEXT, 0, NUMBER},
        {"+1", "", NPRAND_BAD_STD_TEXT, 0, NUMBER},
        {"4294967296", "", NPRAND_BAD_STD_TEXT, 0, NUMBER},
        {"18446744073709551617", "", NPRAND_BAD_STD_TEXT, 0, NUMBER},
        {"1,", "", NPRAND_BAD_STD_TEXT, 0, NUMBER},
        {"1", " 6a", NPRAND_BAD_STD_TEXT, 1, NUMBER},
        {"1", " -1", NPRAND_BAD_STD_TEXT, 1, NUMBER},
        {"1", " 4294967296", NPRAND_BAD_STD_TEXT, 1, NUMBER},
        {"1", " 625", NPRAND_BAD_POS, 1, POS},
        {"1", "\n4294967295", NPRAND_BAD_POS, 1, POS},
        {"1", " 5 x", NPRAND_BAD_STD_TEXT, 3, MORE},
    };
    char text[TEXT];
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t length = make_text(text, cases[i].first, cases[i].rest);
        size_t words = cases[i].rest[0] == '\0' ? 0 : length - strlen(cases[i].rest);
        assert_text_refused(text, length, cases[i].status, words + cases[i].offset,
                            cases[i].reason);
    }
}

static void test_texts_that_are_cut_off(void **unused)
{
    (void)unused;
    char text[TEXT];
    size_t length = make_text(text, "1", "");
    for (size_t cut = 0; cut < length; cut += 13) {
        char *copy = malloc(cut + 1); /* of its own, for AddressSanitizer */
        memcpy(copy, text, cut);
        assert_text_refused(copy, cut, NPRAND_BAD_STD_TEXT, cut, ENDS);
        free(copy);
    }
    assert_text_refused("", 0, NPRAND_BAD_STD_TEXT, 0, ENDS);
    assert_text_refused(" \n", 2, NPRAND_BAD_STD_TEXT, 2, ENDS);
    assert_text_refused("1\0", 2, NPRAND_BAD_STD_TEXT, 0, NUMBER);
}

static void test_zero_and_null_texts(void **unused)
{
    (void)unused;
    char text[TEXT], untouched[TEXT];
    size_t length = 0, before = 5;
    nprand_rng rng = seeded(1), zero = {0};
    length += (size_t)sprintf(text, "2147483647");
    for (int i = 1; i < N; i++)
        length += (size_t)sprintf(text + length, " 0");
    assert_text_refused(text, length, NPRAND_ZERO_KEY, 0, "the words are all zero");
    assert_text_refused(NULL, 5, NPRAND_NULL_POINTER, 0, nprand_strerror(NPRAND_NULL_POINTER));
    assert_int_equal(nprand_set_state_std(NULL, text, length, NULL, NULL), NPRAND_NULL_POINTER);
    memset(text, UNTOUCHED, sizeof text);
    memcpy(untouched, text, sizeof text);
    assert_int_equal(nprand_get_state_std(&rng, 6000, text, &before), NPRAND_BUFFER_TOO_SMALL);
    assert_int_equal(nprand_get_state_std(&zero, TEXT, text, &before), NPRAND_NOT_SEEDED);
    assert_int_equal(nprand_get_state_libstdcxx(NULL, TEXT, text, &before), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_get_state_libstdcxx(&rng, TEXT, NULL, &before), NPRAND_NULL_POINTER);
    assert_memory_equal(text, untouched, sizeof text);
    assert_int_equal(before, 5);
}

static void test_white_space(void **unused)
{
    (void)unused;
    char text[TEXT];
    nprand_rng a = {0}, b = {0};
    size_t length = make_text(text, "\n\t7", "\r\n 624\v\f ");
    assert_int_equal(nprand_set_state_std(&a, text, length, NULL, NULL), NPRAND_OK);
    length = make_text(text, "0007", "");
    assert_int_equal(nprand_set_state_std(&b, text, length, NULL, NULL), NPRAND_OK);
    assert_same_state(&a, &b);
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_the_tools_gave),
        cmocka_unit_test(test_published_numbers),
        cmocka_unit_test(test_state_of_matlab_coder),
        cmocka_unit_test(test_text_of_matlab),
        cmocka_unit_test(test_round_trips),
        cmocka_unit_test(test_text_for_every_library),
        cmocka_unit_test(test_a_generator_keeps_its_release),
        cmocka_unit_test(test_seeds_at_the_ends),
        cmocka_unit_test(test_sizes_and_pointers),
        cmocka_unit_test(test_arrays),
        cmocka_unit_test(test_kinds_of_r),
        cmocka_unit_test(test_torch),
        cmocka_unit_test(test_gsl),
        cmocka_unit_test(test_texts_that_are_refused),
        cmocka_unit_test(test_texts_that_are_cut_off),
        cmocka_unit_test(test_zero_and_null_texts),
        cmocka_unit_test(test_white_space),
    };
    if (argc != 2) {
        fprintf(stderr, "usage: test_tools FOLDER\n");
        return 2;
    }
    folder = argv[1];
    return cmocka_run_group_tests(tests, NULL, NULL);
}
