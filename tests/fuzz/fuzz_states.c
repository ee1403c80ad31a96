/* SPDX-License-Identifier: BSD-3-Clause
 *
 * States from outside: JSON, Python's state, the texts of std::mt19937, the arrays of R, MATLAB,
 * Octave, PyTorch and GSL, and the struct of get_state(). An input is the state; or a state that
 * the library wrote, with some bytes of it changed.
 *
 * Looked for: what sanitizers see; a refused state that changed the generator; a reason or an
 * offset that is missing or outside the text; and an accepted state that is another one after it
 * was written and read again.
 */
#define NPRAND_NO_NODISCARD
#include "input.h"

enum { LONGEST_TEXT = 16384, MOST_CHANGES = 8 };

/* ---- Texts ---- */

typedef nprand_status set_text(nprand_rng *rng, const char *text, size_t length, size_t *offset,
                               const char **reason);
typedef nprand_status get_text(const nprand_rng *rng, size_t size, char *out, size_t *length);

struct text_form {
    const char *name;
    get_text *get;
    set_text *set;
    bool has_gauss;
};

static const struct text_form text_forms[] = {
    {"JSON", nprand_get_state_json, nprand_set_state_json, true},
    {"Python", nprand_get_state_python, nprand_set_state_python, true},
    {"std", nprand_get_state_std, nprand_set_state_std, false},
    {"libstdc++", nprand_get_state_libstdcxx, nprand_set_state_std, false},
};

/* written_from: the generator of the text; NULL if the text was changed, or comes from outside. */
static void check_text(const struct text_form *form, const char *text, size_t length,
                       const nprand_rng *written_from)
{
    static char written[LONGEST_TEXT];
    nprand_rng rng, before, again;
    size_t offset = length + 1;
    const char *reason = NULL;
    nprand_seed(&rng, 1);
    before = rng;
    if (form->set(&rng, text, length, &offset, &reason) != NPRAND_OK) {
        if (written_from != NULL)
            fail_target(form->name, "a text of the library is refused");
        if (memcmp(&rng, &before, sizeof rng) != 0)
            fail_target(form->name, "refused, and the generator is changed");
        if (reason == NULL || offset > length)
            fail_target(form->name, "refused without a reason or a place");
        return;
    }
    if (written_from != NULL &&
        !(form->has_gauss ? same_generators(&rng, written_from) : same_words(&rng, written_from)))
        fail_target(form->name, "written and read: another generator");
    nprand_seed(&again, 2);
    if (form->get(&rng, sizeof written, written, &length) != NPRAND_OK)
        return; /* Python has no state of a normal that is no finite number */
    if (form->set(&again, written, length, NULL, NULL) != NPRAND_OK ||
        !same_generators(&rng, &again))
        fail_target(form->name, "read, written and read: another state");
}

/* ---- Arrays ---- */

typedef nprand_status set_bytes(nprand_rng *rng, const void *state, size_t n);
typedef nprand_status get_bytes(const nprand_rng *rng, size_t n, void *out);

struct array_form {
    const char *name;
    size_t element;
    get_bytes *get;
    set_bytes *set;
};

static nprand_status set_r(nprand_rng *rng, const void *state, size_t n)
{
    return nprand_set_state_r(rng, (const int32_t *)state, n);
}

static nprand_status get_r(const nprand_rng *rng, size_t n, void *out)
{
    return nprand_get_state_r(rng, n, (int32_t *)out);
}

static nprand_status set_matlab(nprand_rng *rng, const void *state, size_t n)
{
    return nprand_set_state_matlab(rng, (const uint32_t *)state, n);
}

static nprand_status get_matlab(const nprand_rng *rng, size_t n, void *out)
{
    return nprand_get_state_matlab(rng, n, (uint32_t *)out);
}

static nprand_status set_octave(nprand_rng *rng, const void *state, size_t n)
{
    return nprand_set_state_octave(rng, (const uint32_t *)state, n);
}

static nprand_status get_octave(const nprand_rng *rng, size_t n, void *out)
{
    return nprand_get_state_octave(rng, n, (uint32_t *)out);
}

/* The struct of nprand_get_state() is an array of one element. */
static nprand_status set_snapshot(nprand_rng *rng, const void *state, size_t n)
{
    return n == 1 ? nprand_set_state(rng, (const nprand_state *)state) : NPRAND_BAD_STATE_SIZE;
}

static nprand_status get_snapshot(const nprand_rng *rng, size_t n, void *out)
{
    return n == 1 ? nprand_get_state(rng, (nprand_state *)out) : NPRAND_BAD_STATE_SIZE;
}

static const struct array_form array_forms[] = {
    {"get_state", sizeof(nprand_state), get_snapshot, set_snapshot},
    {"R", sizeof(int32_t), get_r, set_r},
    {"MATLAB", sizeof(uint32_t), get_matlab, set_matlab},
    {"Octave", sizeof(uint32_t), get_octave, set_octave},
    {"PyTorch", 1, nprand_get_state_torch, nprand_set_state_torch},
    {"GSL", 1, nprand_get_state_gsl, nprand_set_state_gsl},
};

/* The number of elements of a form: the least that it is written with. */
static size_t elements_of(const struct array_form *form, const nprand_rng *rng)
{
    static unsigned char out[LONGEST_TEXT];
    static size_t known[sizeof array_forms / sizeof *array_forms];
    size_t *n = &known[form - array_forms];
    while (*n < LONGEST_TEXT / form->element && form->get(rng, *n, out) != NPRAND_OK)
        ++*n;
    return *n;
}

static void check_array(const struct array_form *form, const void *state, size_t n,
                        const nprand_rng *written_from)
{
    static unsigned char written[LONGEST_TEXT];
    nprand_rng rng, before, again;
    nprand_seed(&rng, 1);
    before = rng;
    if (form->set(&rng, state, n) != NPRAND_OK) {
        if (written_from != NULL)
            fail_target(form->name, "a state of the library is refused");
        if (memcmp(&rng, &before, sizeof rng) != 0)
            fail_target(form->name, "refused, and the generator is changed");
        return;
    }
    if (written_from != NULL && !same_words(&rng, written_from))
        fail_target(form->name, "written and read: another generator");
    nprand_seed(&again, 2);
    if (form->get(&rng, n, written) == NPRAND_OK &&
        (form->set(&again, written, n) != NPRAND_OK || !same_generators(&rng, &again)))
        fail_target(form->name, "read, written and read: another state");
}

/* ---- Inputs ---- */

/* A few bytes of a state become others, or none; then its end may be cut off. Returns whether the
 * state is as it was written. */
static bool change(struct input *in, unsigned char *bytes, size_t *size)
{
    const unsigned count = take_below(in, 2) == 0 ? 0 : take_below(in, MOST_CHANGES);
    const bool is_cut = take_below(in, 8) == 1;
    for (unsigned i = 0; i<count && * size> 0; i++) {
        const unsigned place = take_below(in, (unsigned)*size);
        take(in, 1, bytes + place);
    }
    if (is_cut)
        *size = take_below(in, (unsigned)*size + 1);
    return count == 0 && !is_cut;
}

static void run_text(struct input *in, const struct text_form *form, bool is_whole)
{
    static char bytes[LONGEST_TEXT];
    size_t length;
    char *text;
    if (is_whole) {
        text = (char *)take_rest(in, &length);
        check_text(form, text, length, NULL);
        free(text);
        return;
    }
    const nprand_rng rng = take_used_generator(in);
    if (form->get(&rng, sizeof bytes, bytes, &length) != NPRAND_OK)
        return;
    const bool is_same = change(in, (unsigned char *)bytes, &length);
    text = (char *)exact_room(length);
    memcpy(text, bytes, length);
    check_text(form, text, length, is_same ? &rng : NULL);
    free(text);
}

static void run_array(struct input *in, const struct array_form *form, bool is_whole)
{
    size_t size;
    unsigned char *state;
    if (is_whole) {
        state = (unsigned char *)take_rest(in, &size);
        check_array(form, state, size / form->element, NULL);
        free(state);
        return;
    }
    const nprand_rng rng = take_used_generator(in);
    const size_t n = elements_of(form, &rng);
    size = n * form->element;
    state = (unsigned char *)exact_room(size);
    if (form->get(&rng, n, state) == NPRAND_OK) {
        const bool is_same = change(in, state, &size);
        check_array(form, state, size / form->element, is_same ? &rng : NULL);
    }
    free(state);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum { TEXTS = sizeof text_forms / sizeof *text_forms };
    enum { ARRAYS = sizeof array_forms / sizeof *array_forms };
    struct input in = {data, size};
    const bool is_whole = take_below(&in, 2) == 0;
    const unsigned form = take_below(&in, TEXTS + ARRAYS);
    if (form < TEXTS)
        run_text(&in, &text_forms[form], is_whole);
    else
        run_array(&in, &array_forms[form - TEXTS], is_whole);
    return 0;
}
