/* SPDX-License-Identifier: BSD-3-Clause
 *
 * set_state_json, set_state_python: a state from JSON. The first form is the dictionary or tuple
 * that NumPy's RandomState.set_state() accepts after json.load(), the second one the tuple of
 * CPython's random.getstate().
 *
 * A table for each form names the function that reads each member or element. A value of another
 * type is refused at its first byte.
 */
#include "json_reader.h"
#include "state.h"

/* ---- Values of a state ---- */

static const char json_too_few[] = "the list that ends here has too few elements";
static const char json_too_many[] = "the list has too many elements from here on";

/* An integer on low..high. Another integer is refused with the status and the reason. */
static bool json_read_integer(struct nprand__json *r, int64_t low, int64_t high,
                              nprand_status status, const char *reason, int64_t *value)
{
    static const char wanted[] = "an integer is needed here";
    double number;
    bool integer;
    if (!nprand__json_read_number(r, &number, &integer, wanted))
        return false;
    if (!integer && !(r->floats && number == floor(number)))
        return nprand__json_refuse(r, NPRAND_BAD_JSON, r->first, wanted);
    if (number < (double)low || number > (double)high)
        return nprand__json_refuse(r, status, r->first, reason);
    *value = (int64_t)number;
    return true;
}

static bool json_read_generator(struct nprand__json *r)
{
    char name[NPRAND__JSON_NAME];
    if (!nprand__json_read_string(r, name))
        return false;
    return strcmp(name, "MT19937") == 0 ||
           nprand__json_refuse(r, NPRAND_BAD_JSON, r->first, "the generator is not MT19937");
}

static bool json_read_pos(struct nprand__json *r)
{
    int64_t pos;
    if (!json_read_integer(r, 0, NPRAND__N, NPRAND_BAD_POS, "pos is outside 0..624", &pos))
        return false;
    r->state.pos = (int32_t)pos;
    return true;
}

/* A list of the words of the key. In Python's form, pos comes behind them. */
static bool json_read_words(struct nprand__json *r, bool with_pos)
{
    const int count = NPRAND__N + with_pos;
    int i = 0;
    if (!nprand__json_read_mark(r, '[', "a list is needed here"))
        return false;
    size_t first = r->at - 1;
    for (; nprand__json_another(r, ']', i == 0); i++) {
        int64_t word;
        nprand__json_skip_space(r);
        if (i == count)
            return nprand__json_refuse_here(r, json_too_many);
        if (i == NPRAND__N ? !json_read_pos(r)
                           : !json_read_integer(r, 0, UINT32_MAX, NPRAND_BAD_JSON,
                                                "a word of the key is outside 0..2^32 - 1", &word))
            return false;
        if (i < NPRAND__N)
            r->state.key[i] = (uint32_t)word;
    }
    if (r->status != NPRAND_OK)
        return false;
    if (i < count)
        return nprand__json_refuse(r, NPRAND_BAD_JSON, r->at - 1, json_too_few);
    return !nprand__is_zero_key(r->state.key) ||
           nprand__json_refuse(r, NPRAND_ZERO_KEY, first, "the key is all zero");
}

static bool json_read_key(struct nprand__json *r)
{
    return json_read_words(r, false);
}

static bool json_read_key_and_pos(struct nprand__json *r)
{
    return json_read_words(r, true);
}

static bool json_read_has_gauss(struct nprand__json *r)
{
    int64_t value;
    if (!json_read_integer(r, INT32_MIN, INT32_MAX, NPRAND_BAD_JSON,
                           "has_gauss does not fit in a C int", &value))
        return false;
    r->state.has_gauss = (int32_t)value;
    return true;
}

static bool json_read_gauss(struct nprand__json *r)
{
    bool integer;
    if (!nprand__json_read_number(r, &r->state.gauss, &integer, "a number is needed here"))
        return false;
    return isfinite(r->state.gauss) ||
           nprand__json_refuse(r, NPRAND_GAUSS_NOT_FINITE, r->first,
                               "gauss is NaN, infinite or above all doubles");
}

/* CPython's gauss_next: None if no normal is cached. */
static bool json_read_gauss_or_null(struct nprand__json *r)
{
    nprand__json_skip_space(r);
    r->state.has_gauss = !nprand__json_accept(r, "null");
    return !r->state.has_gauss || json_read_gauss(r);
}

/* The version that CPython gives its states since 2.6. */
enum { JSON_PYTHON_VERSION = 3 };

static bool json_read_version(struct nprand__json *r)
{
    int64_t version;
    return json_read_integer(r, JSON_PYTHON_VERSION, JSON_PYTHON_VERSION, NPRAND_BAD_JSON,
                             "the version of the state is not 3", &version);
}

/* ---- States ---- */

struct json_member {
    const char *name;
    bool (*read)(struct nprand__json *);
    const char *missing; /* the reason to refuse an object without it; NULL: not needed */
};

/* An object with these members. Other members are skipped. */
static bool json_read_object(struct nprand__json *r, const struct json_member *members, int count)
{
    unsigned seen = 0; /* bit i: member i was read */
    if (!nprand__json_read_mark(r, '{', "an object is needed here"))
        return false;
    for (bool first = true; nprand__json_another(r, '}', first); first = false) {
        char name[NPRAND__JSON_NAME];
        int i = 0;
        nprand__json_skip_space(r);
        size_t start = r->at;
        if (!nprand__json_read_name(r, name))
            return false;
        while (i < count && strcmp(name, members[i].name) != 0)
            i++;
        if (i < count && seen >> i & 1)
            return nprand__json_refuse(r, NPRAND_BAD_JSON, start,
                                       "a key stands here for the second time");
        seen |= 1u << i;
        if (i < count ? !members[i].read(r) : !nprand__json_skip_value(r))
            return false;
    }
    for (int i = 0; r->status == NPRAND_OK && i < count; i++) {
        if (members[i].missing != NULL && !(seen >> i & 1))
            return nprand__json_refuse(r, NPRAND_BAD_JSON, r->at - 1, members[i].missing);
    }
    return r->status == NPRAND_OK;
}

/* A list. The functions of read read the first count elements, and rest() reads the others.
 * elements becomes the number of elements. */
static bool json_read_list(struct nprand__json *r, bool (*const *read)(struct nprand__json *),
                           size_t count, bool rest(struct nprand__json *), size_t *elements)
{
    if (!nprand__json_read_mark(r, '[', "a list is needed here"))
        return false;
    for (*elements = 0; nprand__json_another(r, ']', *elements == 0); ++*elements) {
        if (*elements < count ? !read[*elements](r) : !rest(r))
            return false;
    }
    return r->status == NPRAND_OK;
}

static bool json_read_inner_state(struct nprand__json *r)
{
    static const struct json_member members[] = {
        {"key", json_read_key, "the object that ends here has no \"key\""},
        {"pos", json_read_pos, "the object that ends here has no \"pos\""},
    };
    return json_read_object(r, members, 2);
}

/* NumPy's dictionary or tuple. has_gauss and gauss may be missing. */
static bool json_read_numpy(struct nprand__json *r)
{
    static const struct json_member members[] = {
        {"bit_generator", json_read_generator,
         "the object that ends here has no \"bit_generator\""},
        {"state", json_read_inner_state, "the object that ends here has no \"state\""},
        {"has_gauss", json_read_has_gauss, NULL},
        {"gauss", json_read_gauss, NULL},
    };
    static bool (*const tuple[])(struct nprand__json *) = {
        json_read_generator, json_read_key, json_read_pos, json_read_has_gauss, json_read_gauss};
    size_t elements;
    char c = nprand__json_skip_space(r);
    r->floats = true;
    if (c == '{')
        return json_read_object(r, members, 4);
    if (c != '[')
        return nprand__json_refuse_here(r, "an object or a list is needed here");
    if (!json_read_list(r, tuple, 5, nprand__json_skip_value, &elements))
        return false;
    return elements == 3 || elements >= 5 ||
           nprand__json_refuse(r, NPRAND_BAD_JSON, r->at - 1, json_too_few);
}

static bool json_refuse_rest(struct nprand__json *r)
{
    nprand__json_skip_space(r);
    return nprand__json_refuse_here(r, json_too_many);
}

static bool json_read_python(struct nprand__json *r)
{
    static bool (*const tuple[])(struct nprand__json *) = {json_read_version, json_read_key_and_pos,
                                                           json_read_gauss_or_null};
    size_t elements;
    if (!json_read_list(r, tuple, 3, json_refuse_rest, &elements))
        return false;
    return elements == 3 || nprand__json_refuse(r, NPRAND_BAD_JSON, r->at - 1, json_too_few);
}

static nprand_status json_read_state(nprand_rng *rng, bool read(struct nprand__json *),
                                     const char *text, size_t length, size_t *offset,
                                     const char **reason)
{
    struct nprand__json r = {.text = text, .length = length};
    if (rng == NULL || text == NULL) {
        nprand__json_refuse(&r, NPRAND_NULL_POINTER, 0, nprand_strerror(NPRAND_NULL_POINTER));
    } else if (read(&r)) {
        nprand__json_skip_space(&r);
        if (r.at == length)
            return nprand_set_state(rng, &r.state);
        nprand__json_refuse(&r, NPRAND_BAD_JSON, r.at,
                            "the state ends before this, the text does not");
    }
    if (offset != NULL)
        *offset = r.offset;
    if (reason != NULL)
        *reason = r.reason;
    return r.status;
}

nprand_status nprand_set_state_json(nprand_rng *rng, const char *text, size_t length,
                                    size_t *offset, const char **reason)
{
    return json_read_state(rng, json_read_numpy, text, length, offset, reason);
}

nprand_status nprand_set_state_python(nprand_rng *rng, const char *text, size_t length,
                                      size_t *offset, const char **reason)
{
    return json_read_state(rng, json_read_python, text, length, offset, reason);
}
