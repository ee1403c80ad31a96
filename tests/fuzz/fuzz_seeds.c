/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Seeds from outside: integers, arrays, texts of any size, SeedSequence with its children, and the
 * seeds of Python's random and of other tools. Then the settings of a generator.
 *
 * Looked for: what sanitizers see; a refused seed that changed something; and two spellings of one
 * seed that give two generators or two sequences.
 */
#define NPRAND_NO_NODISCARD
#include "../../include/nprand_python.h"
#include "input.h"

#include <limits.h>

enum { MOST_WORDS = 64, MOST_STATE = 40, MOST_DIGITS = 700 };

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

/* An array is the seed; of Python, an int with these limbs; and a SeedSequence's entropy. */
static void run_arrays(struct input *in)
{
    uint32_t limbs[MOST_WORDS] = {0};
    const size_t n = take_below(in, MOST_WORDS + 1);
    take(in, n * sizeof *limbs, limbs);
    nprand_rng before, rng, other;
    memset(&before, 0, sizeof before);
    rng = before;
    check_seeded("seed_array", nprand_seed_array(&rng, limbs, n), &rng, &before);
    rng = before;
    const nprand_status status = nprand_py_seed_limbs(&rng, limbs, n);
    if (status == NPRAND_OK && n <= 2) {
        uint64_t value = n > 0 ? limbs[0] : 0;
        if (n == 2)
            value |= (uint64_t)limbs[1] << 32;
        if (nprand_py_seed_uint64(&other, value) != NPRAND_OK || !same_generators(&rng, &other))
            fail_target("py_seed_limbs", "not the generator of the integer");
    }
    check_seeded("py_seed_limbs", status, &rng, &before);
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

/* Words of 64 bits are two of 32 bits, the lower one first. A generator takes the first 624. */
static void check_state(const nprand_seed_seq *sequence)
{
    uint64_t wide[MOST_STATE];
    uint32_t words[2 * MOST_STATE];
    nprand_rng rng;
    nprand_seed_seq_generate_state(sequence, 2 * MOST_STATE, words);
    nprand_seed_seq_generate_state_uint64(sequence, MOST_STATE, wide);
    for (size_t i = 0; i < MOST_STATE; i++) {
        if (wide[i] != ((uint64_t)words[2 * i + 1] << 32 | words[2 * i]))
            fail_target("seed_seq", "words of 64 bits are not two words of 32 bits");
    }
    if (nprand_seed_sequence(&rng, sequence) != NPRAND_OK || nprand_random_raw(&rng) < 0)
        fail_target("seed_seq", "a generator that does not draw");
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

/* The entropy and the key of a child are the entropy of a sequence without a key. Zeros fill the
 * pool between them, but not in 1.17 and 1.18. */
static size_t join(const uint32_t *entropy, size_t n, size_t zeros, unsigned depth, uint32_t number,
                   uint32_t *out)
{
    memcpy(out, entropy, n * sizeof *out);
    memset(out + n, 0, (zeros + depth) * sizeof *out);
    out[n + zeros + depth] = number;
    return n + zeros + depth + 1;
}

/* The third child by its key, by spawn(1) three times, by spawn(3), and by the words of which it is
 * made, is one sequence. The parent is a first child of first children. */
static void run_children(struct input *in)
{
    enum { WAYS = 4, DEEPEST = 4 };
    uint32_t entropy[MOST_WORDS], states[WAYS][MOST_STATE];
    uint32_t joined[MOST_WORDS + NPRAND_POOL_SIZE_MAX + DEEPEST];
    const size_t n = take_below(in, MOST_WORDS + 1),
                 pool = take_below(in, NPRAND_POOL_SIZE_MAX + 4);
    const size_t wanted = take_below(in, MOST_STATE + 1);
    nprand_seed_seq parent, again, children[3], third, whole;
    take(in, n * sizeof *entropy, entropy);
    if (nprand_seed_seq_init_array(&parent, entropy, n, pool) != NPRAND_OK)
        return;
    const unsigned depth = take_below(in, DEEPEST);
    const bool has_zeros = !take_release_of_children(in, &parent) && n < pool;
    for (unsigned i = 0; i < depth; i++) {
        if (nprand_seed_seq_spawn(&parent, 1, children) != NPRAND_OK)
            return;
        parent = children[0];
    }
    again = parent;
    const uint32_t key[] = {2};
    nprand_status status = nprand_seed_seq_child(&parent, key, 1, &third);
    if (status != nprand_seed_seq_spawn(&parent, 3, children))
        fail_target("seed_seq", "one of child and spawn is refused");
    if (status != NPRAND_OK)
        return;
    check_state(&third);
    for (int i = 0; i < 3; i++)
        nprand_seed_seq_spawn(&again, 1, &children[1]);
    const size_t words = join(entropy, n, has_zeros ? pool - n : 0, depth, *key, joined);
    if (nprand_seed_seq_init_array(&whole, joined, words, pool) != NPRAND_OK)
        fail_target("seed_seq_init_array", "the words of a child are refused");
    nprand_seed_seq_generate_state(&third, wanted, states[0]);
    nprand_seed_seq_generate_state(&children[2], wanted, states[1]);
    nprand_seed_seq_generate_state(&children[1], wanted, states[2]);
    nprand_seed_seq_generate_state(&whole, wanted, states[3]);
    for (int i = 1; i < WAYS; i++) {
        if (memcmp(states[0], states[i], wanted * sizeof **states) != 0)
            fail_target("seed_seq", "four ways to a child differ");
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
