/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Seeds from outside: integers, arrays, texts of any size, SeedSequence with its children, and the
 * seeds of Python's random and of other tools. Then the settings of a generator.
 *
 * Looked for: what sanitizers see; a refused seed that changed something; an array that gives
 * another state than init_by_array(); and two spellings of one seed, or two ways to a descendant,
 * that give two generators or two sequences.
 */
#define NPRAND_NO_NODISCARD
#include "../../include/nprand_python.h"
#include "input.h"

#include <limits.h>

enum { MOST_WORDS = 64, MOST_STATE = 40, MOST_DIGITS = 700 };
enum { STATE_WORDS = 624, MOST_LONG = 1300 }; /* words of a state, and of a long array */
enum { MOST_KEY = 8, DEEPEST = 4, MOST_CHILDREN = 8 };

/* What is refused leaves *rng; what is accepted gives a generator that draws. */
static void check_seeded(const char *what, nprand_status status, nprand_rng *rng,
                         const nprand_rng *before)
{
    if (status != NPRAND_OK && memcmp(rng, before, sizeof *rng) != 0)
        fail_target(what, "refused, and the generator is changed");
    if (status == NPRAND_OK && nprand_random_raw(rng) < 0)
        fail_target(what, "accepted, and the generator does not draw");
}

static int take_int(struct input *in)
{
    static const int ends[] = {INT_MIN, INT_MAX};
    const unsigned kind = take_below(in, 4), x = take_below(in, 60);
    return kind < 2 ? ends[kind] : (int)x - 20;
}

/* Any number has words, whether it is a status or not. */
static void check_words(int number)
{
    const char *words = nprand_strerror((nprand_status)number);
    if (words == NULL || *words == '\0')
        fail_target("strerror", "no words");
}

/* Releases, the size of a long and the number of parts. What is refused changes nothing. */
static void run_settings(struct input *in)
{
    const nprand_rng before = take_generator(in);
    const int a = take_int(in), b = take_int(in), c = take_int(in);
    nprand_rng rng = before;
    check_seeded("set_numpy", nprand_set_numpy(&rng, a, b), &rng, &before);
    rng = before;
    check_seeded("set_numpy_patch", nprand_set_numpy_patch(&rng, a, b, c), &rng, &before);
    rng = before;
    check_seeded("set_long_bits", nprand_set_long_bits(&rng, a), &rng, &before);
    rng = before;
    check_seeded("py_set_python", nprand_py_set_python(&rng, a, b), &rng, &before);
    rng = before;
    check_seeded("set_runner", nprand_set_runner(&rng, NULL, NULL, a), &rng, &before);
    check_words(a);
    check_words((int)take_below(in, 400));
}

/* A signed integer is SeedSequence's entropy as an unsigned one is, if it is not negative. */
static void check_signed_entropy(int64_t entropy)
{
    uint32_t states[2][MOST_STATE];
    nprand_seed_seq sequence, before, as_unsigned;
    memset(&before, 0, sizeof before);
    sequence = before;
    const nprand_status status = nprand_seed_seq_init_int64(&sequence, entropy);
    if (status != (entropy < 0 ? NPRAND_NEGATIVE_ENTROPY : NPRAND_OK))
        fail_target("seed_seq_init_int64", "another status");
    if (status != NPRAND_OK) {
        if (memcmp(&sequence, &before, sizeof before) != 0)
            fail_target("seed_seq_init_int64", "refused, and the sequence is changed");
        return;
    }
    if (nprand_seed_seq_init(&as_unsigned, (uint64_t)entropy) != NPRAND_OK)
        fail_target("seed_seq_init", "refused");
    nprand_seed_seq_generate_state(&sequence, MOST_STATE, states[0]);
    nprand_seed_seq_generate_state(&as_unsigned, MOST_STATE, states[1]);
    if (memcmp(states[0], states[1], sizeof states[0]) != 0)
        fail_target("seed_seq_init_int64", "not the sequence of the unsigned integer");
}

static void run_integers(struct input *in)
{
    const int64_t seed = take_int64(in);
    nprand_rng before, rng;
    memset(&before, 0, sizeof before);
    const struct {
        const char *name;
        nprand_status (*seed)(nprand_rng *rng, int64_t seed);
    } ways[] = {{"seed", nprand_seed}, {"r", nprand_seed_r}, {"matlab", nprand_seed_matlab}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        rng = before;
        const nprand_status status = ways[i].seed(&rng, seed);
        check_seeded(ways[i].name, status, &rng, &before);
    }
    rng = before;
    check_seeded("gsl", nprand_seed_gsl(&rng, (uint64_t)seed), &rng, &before);
    rng = before;
    check_seeded("py_seed", nprand_py_seed(&rng, seed), &rng, &before);
    rng = before;
    check_seeded("py_seed_float", nprand_py_seed_float(&rng, take_double(in)), &rng, &before);
    rng = before;
    check_seeded("py_seed_float_python2", nprand_py_seed_float_python2(&rng, take_double(in)), &rng,
                 &before);
    check_signed_entropy(seed);
    run_settings(in);
}

/* ---- Arrays ---- */

/* init_by_array() of mt19937ar.c, with one loop in place of two. Step k changes word 1 + k % 623,
 * and takes the word before it; word 623 stands before word 1, but not in the first step. */
static void seed_by_definition(const uint32_t *words, size_t n, uint32_t *key)
{
    const size_t first_steps = n > STATE_WORDS ? n : STATE_WORDS;
    key[0] = 19650218;
    for (uint32_t i = 1; i < STATE_WORDS; i++)
        key[i] = UINT32_C(1812433253) * (key[i - 1] ^ key[i - 1] >> 30) + i;
    for (size_t k = 0; k < first_steps + STATE_WORDS - 1; k++) {
        const size_t i = 1 + k % (STATE_WORDS - 1);
        const uint32_t last = i == 1 && k > 0 ? key[STATE_WORDS - 1] : key[i - 1];
        const uint32_t x = last ^ last >> 30;
        if (k < first_steps)
            key[i] = (key[i] ^ x * UINT32_C(1664525)) + words[k % n] + (uint32_t)(k % n);
        else
            key[i] = (key[i] ^ x * UINT32_C(1566083941)) - (uint32_t)i;
    }
    key[0] = UINT32_C(0x80000000);
}

static void check_by_definition(const char *what, const nprand_rng *rng, const uint32_t *words,
                                size_t n)
{
    uint32_t key[STATE_WORDS];
    nprand_state state;
    seed_by_definition(words, n, key);
    if (nprand_get_state(rng, &state) != NPRAND_OK || memcmp(state.key, key, sizeof key) != 0 ||
        state.pos != STATE_WORDS || state.has_gauss != 0)
        fail_target(what, "not the state of init_by_array()");
}

/* More words than a pool has: each word of a pool counts. */
static bool same_sequences(const nprand_seed_seq *a, const nprand_seed_seq *b)
{
    enum { WORDS = NPRAND_POOL_SIZE_MAX + 1 };
    uint32_t states[2][WORDS];
    return nprand_seed_seq_generate_state(a, WORDS, states[0]) == NPRAND_OK &&
           nprand_seed_seq_generate_state(b, WORDS, states[1]) == NPRAND_OK &&
           memcmp(states[0], states[1], sizeof states[0]) == 0;
}

/* Words of the entropy, and the others as a spawn key, are all of them as entropy. Behind entropy
 * that does not fill the pool, this is so in NumPy 1.17 and 1.18 alone. */
static void check_cut_entropy(const uint32_t *words, size_t n, size_t cut, size_t pool)
{
    nprand_seed_seq whole, part;
    if (nprand_seed_seq_init_array(&whole, words, n, pool) != NPRAND_OK ||
        nprand_seed_seq_init_array(&part, words, cut, pool) != NPRAND_OK ||
        (cut < pool && nprand_seed_seq_set_numpy(&part, 1, 18) != NPRAND_OK) ||
        nprand_seed_seq_child(&part, words + cut, n - cut, &part) != NPRAND_OK)
        fail_target("seed_seq_init_array", "refused");
    if (!same_sequences(&whole, &part))
        fail_target("seed_seq_init_array", "entropy and a spawn key are not the entropy of both");
}

/* An array is the seed; of Python, an int with these limbs; and a SeedSequence's entropy. */
static void check_array(const uint32_t *words, size_t n)
{
    static const uint32_t zero[1];
    nprand_rng before, rng;
    memset(&before, 0, sizeof before);
    rng = before;
    const nprand_status status = nprand_seed_array(&rng, words, n);
    if (status != (n > 0 ? NPRAND_OK : NPRAND_EMPTY_SEED))
        fail_target("seed_array", "another status");
    if (status == NPRAND_OK)
        check_by_definition("seed_array", &rng, words, n);
    check_seeded("seed_array", status, &rng, &before);
    if (nprand_py_seed_limbs(&rng, words, n) != NPRAND_OK)
        fail_target("py_seed_limbs", "refused");
    while (n > 0 && words[n - 1] == 0)
        n--;
    check_by_definition("py_seed_limbs", &rng, n > 0 ? words : zero, n > 0 ? n : 1);
}

/* How many words: any number; near 624, from where on init_by_array() takes more steps; or near
 * twice as many. */
static size_t take_length(struct input *in)
{
    const unsigned kind = take_below(in, 4), any = take_below(in, MOST_LONG + 1);
    if (kind == 0)
        return any;
    return (kind == 1 ? 2 : 1) * (unsigned)(STATE_WORDS - 1) - 4 + any % 9;
}

/* A long array from few words. They are others each time that they come. */
static void run_long_array(struct input *in, const uint32_t *few, size_t n)
{
    const size_t length = take_length(in), cut = take_below(in, (unsigned)length + 1);
    const size_t pool =
        NPRAND_POOL_SIZE + take_below(in, NPRAND_POOL_SIZE_MAX - NPRAND_POOL_SIZE + 1);
    uint32_t *words = (uint32_t *)exact_room(length * sizeof *words);
    for (size_t i = 0; i < length; i++)
        words[i] = n > 0 ? few[i % n] + (uint32_t)(i / n) : 0;
    check_array(words, length);
    check_cut_entropy(words, length, cut, pool);
    free(words);
}

static void run_arrays(struct input *in)
{
    const size_t n = take_below(in, MOST_WORDS + 1);
    uint32_t *limbs = (uint32_t *)exact_room(n * sizeof *limbs);
    take(in, n * sizeof *limbs, limbs);
    nprand_rng rng, other;
    check_array(limbs, n);
    if (n <= 2) {
        uint64_t value = n > 0 ? limbs[0] : 0;
        if (n == 2)
            value |= (uint64_t)limbs[1] << 32;
        if (nprand_py_seed_limbs(&rng, limbs, n) != NPRAND_OK ||
            nprand_py_seed_uint64(&other, value) != NPRAND_OK || !same_generators(&rng, &other))
            fail_target("py_seed_limbs", "not the generator of the integer");
    }
    run_long_array(in, limbs, n);
    free(limbs);
}

/* ---- Texts ---- */

/* The text of an integer, from its end. The limbs become 0. */
static char *write_digits(uint32_t *limbs, size_t n, uint32_t base, char *end)
{
    static const char digits[] = "0123456789abcdef";
    bool is_zero;
    do {
        uint64_t rest = 0;
        is_zero = true;
        for (size_t i = n; i-- > 0;) {
            rest = rest << 32 | limbs[i];
            limbs[i] = (uint32_t)(rest / base);
            rest %= base;
            is_zero = is_zero && limbs[i] == 0;
        }
        *--end = digits[rest];
    } while (!is_zero);
    return end;
}

/* The forms that Python's int() reads: zeros, underscores between digits, and blanks around. */
static size_t take_spelling(struct input *in, const char *digits, bool is_hex, char *text)
{
    static const char blanks[] = " \t\n";
    const unsigned before = take_below(in, 3), zeros = take_below(in, 4),
                   behind = take_below(in, 3);
    size_t length = 0;
    for (unsigned i = 0; i < before; i++)
        text[length++] = blanks[take_below(in, 3)];
    if (take_below(in, 4) == 0)
        text[length++] = '+';
    if (is_hex) {
        text[length++] = '0';
        text[length++] = take_below(in, 2) == 0 ? 'x' : 'X';
    }
    for (unsigned i = 0; i < zeros; i++)
        text[length++] = '0';
    for (const char *digit = digits; *digit != '\0'; digit++) {
        text[length++] = *digit;
        if (digit[1] != '\0' && take_below(in, 8) == 1)
            text[length++] = '_';
    }
    for (unsigned i = 0; i < behind; i++)
        text[length++] = blanks[take_below(in, 3)];
    return length;
}

static void check_spelling(const char *text, size_t length, const uint32_t *limbs, size_t n)
{
    static const uint32_t zero[1];
    nprand_seed_seq by_text, by_words;
    nprand_rng rng, other;
    uint32_t states[2][MOST_STATE];
    if (nprand_seed_seq_init_text(&by_text, text, length) != NPRAND_OK ||
        nprand_seed_seq_init_array(&by_words, n > 0 ? limbs : zero, n > 0 ? n : 1, 4) != NPRAND_OK)
        fail_target("seed_seq_init_text", "an integer is refused");
    nprand_seed_seq_generate_state(&by_text, MOST_STATE, states[0]);
    nprand_seed_seq_generate_state(&by_words, MOST_STATE, states[1]);
    if (memcmp(states[0], states[1], sizeof states[0]) != 0)
        fail_target("seed_seq_init_text", "not the sequence of the integer's words");
    if (nprand_py_seed_text(&rng, text, length) != NPRAND_OK ||
        nprand_py_seed_limbs(&other, limbs, n) != NPRAND_OK || !same_generators(&rng, &other))
        fail_target("py_seed_text", "not the generator of the integer's limbs");
}

/* An integer of up to 2048 bits, written with digits of base 10 and 16. */
static void run_spellings(struct input *in)
{
    uint32_t limbs[MOST_WORDS], rest[MOST_WORDS];
    char digits[MOST_DIGITS + 1], text[2 * MOST_DIGITS + 20];
    size_t n = take_below(in, MOST_WORDS + 1);
    take(in, n * sizeof *limbs, limbs);
    while (n > 0 && limbs[n - 1] == 0)
        n--;
    for (int is_hex = 0; is_hex < 2; is_hex++) {
        memcpy(rest, limbs, sizeof *limbs * n);
        digits[MOST_DIGITS] = '\0';
        const char *first = write_digits(rest, n, is_hex ? 16 : 10, digits + MOST_DIGITS);
        const size_t length = take_spelling(in, first, is_hex, text);
        char *exact = (char *)exact_room(length);
        memcpy(exact, text, length);
        check_spelling(exact, length, limbs, n);
        free(exact);
    }
}

/* A text is an integer for SeedSequence and for Python, or for neither of them. */
static void check_text(const char *text, size_t length)
{
    nprand_rng before, rng;
    nprand_seed_seq sequence, no_sequence;
    memset(&before, 0, sizeof before);
    memset(&no_sequence, 0, sizeof no_sequence);
    sequence = no_sequence;
    rng = before;
    const nprand_status status = nprand_seed_seq_init_text(&sequence, text, length);
    if (status != NPRAND_OK && memcmp(&sequence, &no_sequence, sizeof sequence) != 0)
        fail_target("seed_seq_init_text", "refused, and the sequence is changed");
    const nprand_status python = nprand_py_seed_text(&rng, text, length);
    check_seeded("py_seed_text", python, &rng, &before);
    if (python != (status == NPRAND_NEGATIVE_ENTROPY ? NPRAND_OK : status))
        fail_target("py_seed_text", "not as seed_seq_init_text");
}

/* The bytes of a text seed Python's generator in two versions. A str is the bytes up to '\0'. */
static void check_bytes(const char *text, size_t length, int version)
{
    nprand_rng before, rng, other;
    memset(&before, 0, sizeof before);
    rng = before;
    check_seeded("py_seed_bytes", nprand_py_seed_bytes(&rng, text, length, version), &rng, &before);
    char *str = (char *)exact_room(length + 1);
    memcpy(str, text, length);
    str[length] = '\0';
    if (nprand_py_seed_str(&rng, str) != NPRAND_OK ||
        nprand_py_seed_bytes(&other, text, strlen(str), 2) != NPRAND_OK ||
        !same_generators(&rng, &other))
        fail_target("py_seed_str", "not the generator of its bytes");
    free(str);
    rng = before;
    if (nprand_py_seed(&rng, 1) == NPRAND_OK)
        nprand_py_set_python(&rng, version, (int)length);
}

static void run_texts(struct input *in)
{
    size_t length;
    const int version = (int)take_below(in, 4);
    char *text = (char *)take_rest(in, &length);
    check_text(text, length);
    check_bytes(text, length, version);
    free(text);
}

/* ---- SeedSequence ---- */

/* Words of 64 bits are two of 32 bits, the lower one first. A few words are the first of many. A
 * generator takes the first 624. */
static void check_state(const nprand_seed_seq *sequence, size_t few)
{
    uint64_t wide[MOST_STATE];
    uint32_t words[2 * MOST_STATE];
    uint32_t *first = (uint32_t *)exact_room(few * sizeof *first);
    nprand_rng rng;
    nprand_seed_seq_generate_state(sequence, 2 * MOST_STATE, words);
    nprand_seed_seq_generate_state_uint64(sequence, MOST_STATE, wide);
    nprand_seed_seq_generate_state(sequence, few, first);
    for (size_t i = 0; i < MOST_STATE; i++) {
        if (wide[i] != ((uint64_t)words[2 * i + 1] << 32 | words[2 * i]))
            fail_target("seed_seq", "words of 64 bits are not two words of 32 bits");
    }
    if (memcmp(first, words, few * sizeof *first) != 0)
        fail_target("seed_seq", "a few words are not the first of many");
    if (nprand_seed_sequence(&rng, sequence) != NPRAND_OK || nprand_random_raw(&rng) < 0)
        fail_target("seed_seq", "a generator that does not draw");
    free(first);
}

/* A release of NumPy for the children, or none. Returns whether it is 1.17 or 1.18. */
static bool take_release_of_children(struct input *in, nprand_seed_seq *sequence)
{
    const nprand_seed_seq before = *sequence;
    const int major = (int)take_below(in, 3), minor = (int)take_below(in, 30);
    const bool exists = (major == 1 && minor >= 17 && minor <= 26) || (major == 2 && minor <= 5);
    if (major == 0 && minor == 0)
        return false;
    const nprand_status status = nprand_seed_seq_set_numpy(sequence, major, minor);
    if (status != (exists ? NPRAND_OK : NPRAND_UNKNOWN_RELEASE))
        fail_target("seed_seq_set_numpy", "another status");
    if (status != NPRAND_OK && memcmp(sequence, &before, sizeof before) != 0)
        fail_target("seed_seq_set_numpy", "refused, and the sequence is changed");
    return exists && major == 1 && minor < 19;
}

/* A first child of first children, or none, and the words of which it is made. */
struct parent {
    nprand_seed_seq sequence;
    uint32_t words[MOST_WORDS + NPRAND_POOL_SIZE_MAX + DEEPEST]; /* entropy, zeros, spawn key */
    size_t count, pool;
    size_t few; /* words of the state to generate */
};

/* Zeros fill the pool between entropy and spawn key, but not in 1.17 and 1.18. Returns whether the
 * size of the pool is accepted. */
static bool take_parent(struct input *in, struct parent *parent)
{
    const size_t n = take_below(in, MOST_WORDS + 1);
    parent->pool = take_below(in, NPRAND_POOL_SIZE_MAX + 4);
    parent->few = take_below(in, MOST_STATE + 1);
    memset(parent->words, 0, sizeof parent->words);
    take(in, n * sizeof *parent->words, parent->words);
    if (nprand_seed_seq_init_array(&parent->sequence, parent->words, n, parent->pool) != NPRAND_OK)
        return false;
    const bool has_zeros = !take_release_of_children(in, &parent->sequence) && n < parent->pool;
    const unsigned depth = take_below(in, DEEPEST);
    parent->count = (has_zeros ? parent->pool : n) + depth;
    for (unsigned i = 0; i < depth; i++) {
        nprand_seed_seq child;
        if (nprand_seed_seq_spawn(&parent->sequence, 1, &child) != NPRAND_OK)
            fail_target("seed_seq_spawn", "refused");
        parent->sequence = child;
    }
    return true;
}

/* Small numbers, as spawn() counts children, or any words. Behind the end of an input, one. */
static size_t take_key(struct input *in, uint32_t *key)
{
    const size_t n = (take_below(in, MOST_KEY + 1) + 1) % (MOST_KEY + 1);
    const bool is_small = take_below(in, 2) == 0;
    take(in, n * sizeof *key, key);
    for (size_t i = 0; i < n && is_small; i++)
        key[i] %= MOST_CHILDREN;
    return n;
}

/* A descendant by its key; by the two parts of the key, one after the other; and by the words of
 * which it is made, is one sequence. An ancestor can be replaced by it. */
static void check_keys(struct input *in, const struct parent *parent)
{
    uint32_t key[2 * MOST_KEY];
    uint32_t words[sizeof parent->words / sizeof *parent->words + 2 * MOST_KEY];
    const size_t n = take_key(in, key), count = n + take_key(in, key + n);
    nprand_seed_seq by_key, by_parts, by_words;
    by_key = by_parts = parent->sequence;
    by_key.n_children_spawned = take_below(in, 3);
    if (nprand_seed_seq_child(&by_key, count > 0 ? key : NULL, count, &by_key) != NPRAND_OK ||
        nprand_seed_seq_child(&parent->sequence, key, n, &by_parts) != NPRAND_OK ||
        nprand_seed_seq_child(&by_parts, key + n, count - n, &by_parts) != NPRAND_OK)
        fail_target("seed_seq_child", "refused");
    memcpy(words, parent->words, parent->count * sizeof *words);
    memcpy(words + parent->count, key, count * sizeof *words);
    if (nprand_seed_seq_init_array(&by_words, words, parent->count + count, parent->pool) !=
        NPRAND_OK)
        fail_target("seed_seq_init_array", "the words of a child are refused");
    check_state(&by_key, parent->few);
    if (by_key.n_children_spawned != 0)
        fail_target("seed_seq_child", "a new sequence has children");
    if (!same_sequences(&by_key, &by_parts))
        fail_target("seed_seq_child", "a child of a child has not the key of both");
    if (!same_sequences(&by_key, &by_words))
        fail_target("seed_seq_child", "not the sequence of its words");
}

static void check_refused_spawn(const nprand_seed_seq *before, const nprand_seed_seq *parent,
                                const nprand_seed_seq *children, size_t n)
{
    const unsigned char *bytes = (const unsigned char *)children;
    if (memcmp(parent, before, sizeof *parent) != 0)
        fail_target("seed_seq_spawn", "refused, and the sequence is changed");
    for (size_t i = 0; i < n * sizeof *children; i++) {
        if (bytes[i] != 0xa5)
            fail_target("seed_seq_spawn", "refused, and the output is changed");
    }
}

/* The next n children are those that child() gives, and the parent counts them. */
static void check_children(const nprand_seed_seq *before, const nprand_seed_seq *parent,
                           const nprand_seed_seq *children, size_t n)
{
    if (parent->n_children_spawned != before->n_children_spawned + n)
        fail_target("seed_seq_spawn", "another number of children");
    if (!same_sequences(parent, before))
        fail_target("seed_seq_spawn", "the parent is another sequence");
    for (size_t i = 0; i < n; i++) {
        const uint32_t key[] = {before->n_children_spawned + (uint32_t)i};
        nprand_seed_seq child;
        if (nprand_seed_seq_child(before, key, 1, &child) != NPRAND_OK)
            fail_target("seed_seq_child", "refused");
        if (!same_sequences(&child, &children[i]) || children[i].n_children_spawned != 0)
            fail_target("seed_seq_spawn", "not the child with its number");
    }
}

/* n children by one call, then by two. */
static void check_spawn(struct input *in, const nprand_seed_seq *sequence)
{
    enum { DEFAULT = 3 }; /* behind the end of an input */
    const size_t n = (take_below(in, MOST_CHILDREN + 1) + DEFAULT) % (MOST_CHILDREN + 1),
                 part = take_below(in, (unsigned)n + 1);
    const bool is_near_end = take_below(in, 4) == 1; /* near the most that there can be */
    const uint32_t x = take_below(in, 1 << 16);
    nprand_seed_seq before = *sequence;
    before.n_children_spawned = is_near_end ? UINT32_MAX - x % (MOST_CHILDREN + 2) : x;
    nprand_seed_seq parent = before;
    nprand_seed_seq *children = (nprand_seed_seq *)exact_room(n * sizeof *children);
    memset(children, 0xa5, n * sizeof *children);
    const bool is_too_many = n > UINT32_MAX - before.n_children_spawned;
    const nprand_status status = nprand_seed_seq_spawn(&parent, n, n > 0 ? children : NULL);
    if (status != (is_too_many ? NPRAND_TOO_MANY_CHILDREN : NPRAND_OK))
        fail_target("seed_seq_spawn", "another status");
    if (is_too_many) {
        check_refused_spawn(&before, &parent, children, n);
    } else {
        check_children(&before, &parent, children, n);
        parent = before;
        if (nprand_seed_seq_spawn(&parent, part, children) != NPRAND_OK ||
            nprand_seed_seq_spawn(&parent, n - part, children + part) != NPRAND_OK)
            fail_target("seed_seq_spawn", "a part is refused");
        check_children(&before, &parent, children, n);
    }
    free(children);
}

static void run_children(struct input *in)
{
    struct parent parent;
    if (take_parent(in, &parent)) {
        check_keys(in, &parent);
        check_spawn(in, &parent.sequence);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input in = {data, size};
    switch (take_below(&in, 5)) {
    case 4:
        run_spellings(&in);
        break;
    case 0:
        run_integers(&in);
        break;
    case 1:
        run_arrays(&in);
        break;
    case 2:
        run_texts(&in);
        break;
    default:
        run_children(&in);
        break;
    }
    return 0;
}
