/* SPDX-License-Identifier: BSD-3-Clause
 *
 * random_raw, bytes: the tempered words of the engine, and the bytes of the words.
 */
#include "parts.h"

int64_t nprand_random_raw(nprand_rng *rng)
{
    if (!nprand__accept(rng, NPRAND_OK))
        return NPRAND_INVALID;
    return nprand__next_word(nprand__engine_of(rng));
}

static void fill_random_raw(struct nprand__engine *e, const void *job, size_t first, size_t count)
{
    uint32_t *const *out = (uint32_t *const *)job;
    nprand__fill_words(e, count, *out + first);
}

nprand_status nprand_random_raw_fill(nprand_rng *rng, size_t n, uint32_t *out)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_in_parts(nprand__engine_of(rng), n, 1, fill_random_raw, &out);
    return status;
}

nprand_status nprand_bytes(nprand_rng *rng, size_t n, void *out)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, n, 1, out);
    if (status != NPRAND_OK)
        return status;

    /* ceil(n/4) - 1 whole words, then one word of which 1 to 4 bytes are used. For n = 0, NumPy
     * draws one word since 1.17, because (n - 1) / 4 + 1 is 1 in C. NumPy does this; do not
     * repair. */
    struct nprand__engine *e = nprand__engine_of(rng);
    if (n == 0 && e->release < NPRAND__RELEASE(1, 17, 0))
        return NPRAND_OK;
    unsigned char *next = (unsigned char *)out;
    while (n > 4) {
        size_t count;
        const uint32_t *words = nprand__take_words(e, (n - 1) / 4, &count);
        nprand__words_to_bytes(words, count, next);
        next += 4 * count;
        n -= 4 * count;
    }
    uint32_t word = nprand__next_word(e);
    for (size_t i = 0; i < n; i++)
        next[i] = (unsigned char)(word >> 8 * i);
    return NPRAND_OK;
}
