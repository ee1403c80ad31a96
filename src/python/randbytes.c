/* SPDX-License-Identifier: BSD-3-Clause
 *
 * randbytes: random bytes, as those of getrandbits(8 n), the lowest first.
 */
#include "python.h"

/* Writes the bytes of n / 4 words. */
static void put_whole_words(struct nprand__engine *e, size_t n, unsigned char *out)
{
    while (n >= 4) {
        size_t count;
        const uint32_t *words = nprand__take_words(e, n / 4, &count);
        nprand__words_to_bytes(words, count, out);
        out += 4 * count;
        n -= 4 * count;
    }
}

nprand_status nprand_py_randbytes(nprand_rng *rng, size_t n, void *out)
{
    nprand_status parameters = nprand__py_since(rng, NPRAND__PYTHON(3, 9));
    nprand_status status = nprand__check_fill(rng, parameters, n, 1, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    unsigned char *bytes = (unsigned char *)out;
    const size_t whole = n / 4 * 4;
    put_whole_words(e, n, bytes);
    if (whole == n)
        return NPRAND_OK;
    uint64_t rest = nprand__py_bits(e, (int)(8 * (n - whole)));
    for (size_t i = whole; i < n; i++)
        bytes[i] = (unsigned char)(rest >> 8 * (i - whole));
    return NPRAND_OK;
}
