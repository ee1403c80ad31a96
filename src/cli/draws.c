/* SPDX-License-Identifier: BSD-3-Clause
 *
 * All draws are prepared before the first one, so that a refusal comes before any output.
 */
#include "draws.h"

#include "error.h"
#include "format.h"
#include "parse.h"
#include "stream.h"

#include <string.h>

const struct module numpy_module = {prepare_draw, nprand_get_state_json};

static size_t count_draws(const struct options *options)
{
    size_t count = 0;
    for (; options != NULL && options->count > 0; options = options->then)
        count++;
    return count;
}

static bool is_standard_output(const char *path)
{
    return path == NULL || strcmp(path, "-") == 0;
}

/* A state on standard output comes behind text. Another file than those of the draws. */
static void check_save_state(const struct options *options)
{
    const char *path = options->value[OPTION_SAVE_STATE];
    if (path == NULL)
        return;
    for (; options != NULL && options->count > 0; options = options->then) {
        const char *output = options->value[OPTION_OUTPUT];
        if (!is_standard_output(output) && strcmp(output, path) == 0)
            refuse(NULL, "--save-state", "the draw goes to the same file", path);
        if (is_standard_output(output) && is_standard_output(path) &&
            choose_format(options)->binary)
            refuse(NULL, "--save-state", "bytes go to standard output already", path);
    }
    need_folder(path);
}

/* A fill is cut into parts of a million values or more. */
static void share_among_threads(struct draw *draws, size_t count)
{
    enum { LARGE_CHUNK = 1 << 22 };
    for (size_t i = 0; i < count; i++)
        enlarge_chunks(&draws[i], LARGE_CHUNK);
}

int run_draws(const struct module *module, const struct options *options, nprand_rng *rng)
{
    int status = EXIT_SUCCESS;
    size_t count = count_draws(options);
    struct draw *draws = allocate((count + 1) * sizeof *draws);
    const char *skip = options->value[OPTION_SKIP];
    skip_words(rng, options);
    size_t i = 0;
    for (const struct options *o = options; i < count; o = o->then)
        module->prepare(&draws[i++], o, rng);
    check_save_state(options);
    if (skip != NULL && count == 0)
        refuse(NULL, "--skip", "no draw is given; use --skip-words", skip);
    if (skip != NULL)
        skip_values(&draws[0], read_count(NULL, "--skip", skip));
    if (set_threads(rng, options) > 1)
        share_among_threads(draws, count);
    if (count > 0)
        status = write_draws(draws, options);
    if (is_given(options, OPTION_SAVE_STATE))
        save_state(rng, options->value[OPTION_SAVE_STATE], module->get_state);
    return status;
}
