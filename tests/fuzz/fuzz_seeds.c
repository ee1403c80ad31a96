/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Seeds from outside: integers, arrays, texts of any size, SeedSequence with its children, and the
 * seeds of Python's random and of other tools.
 *
 * Looked for: what sanitizers see; a refused seed that changed something; and two spellings of one
 * seed that give two generators.
 */
#define NPRAND_NO_NODISCARD
#include "../../include/nprand_python.h"
#include "input.h"

enum { MOST_WORDS = 64, MOST_STATE = 40 };

/* What is refused leaves *rng; what is accepted gives a generator that draws. */
static void check_seeded(const char *what, nprand_status status, nprand_rng *rng,
                         const nprand_rng *before)
{
    if (status != NPRAND_OK && memcmp(rng, before, sizeof *rng) != 0)
        fail_target(what, "refused, and the generator is changed");
    if (status == NPRAND_OK && nprand_random_raw(rng) < 0)
        fail_target(what, "accepted, and the generator does not draw");
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
}

/* An array is the seed; of Python, an int with these limbs; and a SeedSequence's entropy. */
static void run_arrays(struct input *in)
{
    uint32_t limbs[MOST_WORDS];
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

/* A text is an integer for SeedSequence and for Python. Decimal digits in any other writing of the
 * same number give the same. */
static void run_texts(struct input *in)
{
    nprand_rng before, rng;
    nprand_seed_seq sequence, no_sequence;
    size_t length;
    memset(&before, 0, sizeof before);
    memset(&no_sequence, 0, sizeof no_sequence);
    sequence = no_sequence;
    const int version = (int)take_below(in, 4);
    char *text = (char *)take_rest(in, &length);
    rng = before;
    const nprand_status status = nprand_seed_seq_init_text(&sequence, text, length);
    if (status != NPRAND_OK && memcmp(&sequence, &no_sequence, sizeof sequence) != 0)
        fail_target("seed_seq_init_text", "refused, and the sequence is changed");
    check_seeded("py_seed_text", nprand_py_seed_text(&rng, text, length), &rng, &before);
    rng = before;
    check_seeded("py_seed_bytes", nprand_py_seed_bytes(&rng, text, length, version), &rng, &before);
    rng = before;
    if (nprand_py_seed(&rng, 1) == NPRAND_OK)
        nprand_py_set_python(&rng, version, (int)length);
    free(text);
}

/* The third child by its key, by spawn(1) three times, and by spawn(3), is one sequence. */
static void run_children(struct input *in)
{
    uint32_t entropy[MOST_WORDS], states[3][MOST_STATE];
    const size_t n = take_below(in, MOST_WORDS + 1),
                 pool = take_below(in, NPRAND_POOL_SIZE_MAX + 4);
    const size_t wanted = take_below(in, MOST_STATE + 1);
    nprand_seed_seq parent, again, children[3], third;
    take(in, n * sizeof *entropy, entropy);
    if (nprand_seed_seq_init_array(&parent, entropy, n, pool) != NPRAND_OK)
        return;
    for (unsigned depth = take_below(in, 4); depth > 0; depth--) {
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
    for (int i = 0; i < 3; i++)
        nprand_seed_seq_spawn(&again, 1, &children[1]);
    nprand_seed_seq_generate_state(&third, wanted, states[0]);
    nprand_seed_seq_generate_state(&children[2], wanted, states[1]);
    nprand_seed_seq_generate_state(&children[1], wanted, states[2]);
    if (memcmp(states[0], states[1], wanted * sizeof **states) != 0 ||
        memcmp(states[0], states[2], wanted * sizeof **states) != 0)
        fail_target("seed_seq", "three ways to a child differ");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input in = {data, size};
    switch (take_below(&in, 4)) {
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
