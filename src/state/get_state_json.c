/* SPDX-License-Identifier: BSD-3-Clause
 *
 * get_state_json, get_state_python: the state as JSON. The first form is the dictionary that
 * NumPy's RandomState.set_state() accepts after json.load(), the second one the tuple of CPython's
 * random.getstate().
 */
#include "state.h"

#include "../math/decimal.h"

/* Each json_put function returns the place behind the text that it wrote. */
static char *json_put(const char *text, char *at)
{
    size_t length = strlen(text);
    memcpy(at, text, length);
    return at + length;
}

char *nprand__put_integer(int64_t value, char *at)
{
    char digits[20];
    int count = 0;
    if (value < 0)
        *at++ = '-';
    for (int64_t rest = value < 0 ? -value : value; rest > 0 || count == 0; rest /= 10)
        digits[count++] = (char)('0' + rest % 10);
    while (count > 0)
        *at++ = digits[--count];
    return at;
}

/* The separator is that of Python's json.dumps(). */
static char *json_put_words(const nprand_state *state, char *at)
{
    for (int i = 0; i < NPRAND__N; i++) {
        at = i > 0 ? json_put(", ", at) : at;
        at = nprand__put_integer(state->key[i], at);
    }
    return at;
}

/* Python's json module writes three numbers that JSON does not have. */
static char *json_put_gauss(double gauss, char *at)
{
    if (isnan(gauss))
        return json_put("NaN", at);
    if (isinf(gauss))
        return json_put(gauss > 0.0 ? "Infinity" : "-Infinity", at);
    return nprand__decimal_repr(gauss, at);
}

static char *json_put_numpy(const nprand_state *state, char *at)
{
    at = json_put("{\"bit_generator\": \"MT19937\", \"state\": {\"key\": [", at);
    at = json_put_words(state, at);
    at = json_put("], \"pos\": ", at);
    at = nprand__put_integer(state->pos, at);
    at = json_put("}, \"has_gauss\": ", at);
    at = nprand__put_integer(state->has_gauss, at);
    at = json_put(", \"gauss\": ", at);
    at = json_put_gauss(state->gauss, at);
    return json_put("}", at);
}

static char *json_put_python(const nprand_state *state, char *at)
{
    at = json_put("[3, [", at); /* 3: the version that CPython gives its states since 2.6 */
    at = json_put_words(state, at);
    at = json_put(", ", at);
    at = nprand__put_integer(state->pos, at);
    at = json_put("], ", at);
    at = state->has_gauss ? json_put_gauss(state->gauss, at) : json_put("null", at);
    return json_put("]", at);
}

nprand_status nprand__write_state(const nprand_rng *rng, nprand__put_state *put_state, size_t size,
                                  char *out, size_t *length)
{
    nprand_state state;
    char text[NPRAND_STATE_JSON_SIZE];
    nprand_status status = nprand_get_state(rng, &state);
    if (status != NPRAND_OK)
        return status;
    if (out == NULL)
        return NPRAND_NULL_POINTER;

    size_t count = (size_t)(put_state(&state, text) - text);
    if (count >= size)
        return NPRAND_BUFFER_TOO_SMALL;
    memcpy(out, text, count);
    out[count] = '\0';
    if (length != NULL)
        *length = count;
    return NPRAND_OK;
}

nprand_status nprand_get_state_json(const nprand_rng *rng, size_t size, char *out, size_t *length)
{
    return nprand__write_state(rng, json_put_numpy, size, out, length);
}

nprand_status nprand_get_state_python(const nprand_rng *rng, size_t size, char *out, size_t *length)
{
    return nprand__write_state(rng, json_put_python, size, out, length);
}
