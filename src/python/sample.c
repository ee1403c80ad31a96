/* SPDX-License-Identifier: BSD-3-Clause
 *
 * sample: indices of elements of a population, without replacement. Two algorithms: one takes from
 * a pool, a list of the elements that are left. The other draws from the whole population, and
 * again if a set holds the element already. sample_counts: the same for a population with repeated
 * elements.
 */
#include "python.h"

#include "../math/bisect.h"
#include "../work.h"

/* ---- The choice of the algorithm, and its work space ---- */

/* CPython takes the pool if it estimates that a list of n elements is smaller than a set of k. It
 * estimates the size of the set as 21, plus, for k > 5, the smallest power of four that is at least
 * 3 k. (CPython computes the power from a logarithm to base 4. The result is right for each k that
 * fits in memory.) */
static bool sample_takes_pool(uint64_t n, uint64_t k)
{
    uint64_t set_size = 21;
    if (k > 5) {
        uint64_t table = 1;
        while (table < 3 * k)
            table *= 4;
        set_size += table;
    }
    return n <= set_size;
}

/* The bits of an index into the set, a table that is at most half full. */
static int sample_set_bits(uint64_t k)
{
    return nprand__py_bit_length(2 * k - 1);
}

static nprand_status check_py_sample(int64_t n, size_t k)
{
    return n >= 0 && k <= (uint64_t)n ? NPRAND_OK : NPRAND_PY_SAMPLE_TOO_LARGE;
}

size_t nprand_py_sample_work_size(int64_t n, size_t k)
{
    if (k == 0 || check_py_sample(n, k) != NPRAND_OK)
        return 0;
    /* The pool has up to 12 k + 21 elements, the set up to 4 k. */
    if (k > PTRDIFF_MAX / sizeof(int64_t) / 16)
        return SIZE_MAX;
    uint64_t count =
        sample_takes_pool((uint64_t)n, k) ? (uint64_t)n : UINT64_C(1) << sample_set_bits(k);
    return nprand__work_size_of(count, sizeof(int64_t));
}

/* ---- Drawing ---- */

static void sample_from_pool(struct nprand__engine *e, size_t n, size_t k, int64_t *out,
                             int64_t *pool)
{
    for (size_t i = 0; i < n; i++)
        pool[i] = (int64_t)i;
    for (size_t i = 0; i < k; i++) {
        size_t last = n - i - 1;
        size_t j = (size_t)nprand__py_index(e, last);
        out[i] = pool[j];
        pool[j] = pool[last];
    }
}

/* Inserts value into the set. Returns false if the set holds it already. The set is a hash table
 * with open addressing; -1 marks a free place. The factor is 2^64 divided by the golden ratio:
 * Knuth, TAOCP vol. 3, section 6.4. */
static bool sample_insert(int64_t *set, int bits, int64_t value)
{
    size_t mask = ((size_t)1 << bits) - 1;
    size_t at = (size_t)((uint64_t)value * UINT64_C(0x9e3779b97f4a7c15) >> (64 - bits));
    while (set[at] != -1) {
        if (set[at] == value)
            return false;
        at = (at + 1) & mask;
    }
    set[at] = value;
    return true;
}

static void sample_by_set(struct nprand__engine *e, uint64_t n, size_t k, int64_t *out,
                          int64_t *set)
{
    int bits = sample_set_bits(k);
    for (size_t i = 0; i < (size_t)1 << bits; i++)
        set[i] = -1;
    for (size_t i = 0; i < k; i++) {
        do
            out[i] = (int64_t)nprand__py_index(e, n - 1);
        while (!sample_insert(set, bits, out[i]));
    }
}

/* Draws k >= 1 indices after the checks. items has the elements that the work size counts. */
static void draw_sample(nprand_rng *rng, int64_t n, size_t k, int64_t *out, int64_t *items)
{
    struct nprand__engine *e = nprand__engine_of(rng);
    if (sample_takes_pool((uint64_t)n, k))
        sample_from_pool(e, (size_t)n, k, out, items);
    else
        sample_by_set(e, (uint64_t)n, k, out, items);
}

nprand_status nprand_py_sample(nprand_rng *rng, int64_t n, size_t k, int64_t *out, nprand_work work)
{
    nprand_status status = nprand__check_fill(rng, check_py_sample(n, k), k, sizeof *out, out);
    if (status == NPRAND_OK)
        status = nprand__check_work(work, nprand_py_sample_work_size(n, k));
    if (status == NPRAND_OK && k > 0)
        draw_sample(rng, n, k, out, (int64_t *)work.memory);
    return status;
}

/* ---- Counts ---- */

/* The sum of the counts. Each partial sum must fit in an int64. */
static nprand_status sample_total(const int64_t *counts, size_t n, int64_t *total)
{
    nprand_status status = nprand__check_out(n, sizeof *counts, counts);
    if (status != NPRAND_OK)
        return status;
    *total = 0;
    for (size_t i = 0; i < n; i++) {
        int64_t count = counts[i];
        if (count > 0 ? *total > INT64_MAX - count : *total < INT64_MIN - count)
            return NPRAND_TOO_LARGE;
        *total += count;
    }
    return *total < 0 ? NPRAND_PY_COUNTS_NEGATIVE : NPRAND_OK;
}

/* The cumulative sums come first in the work space. */
size_t nprand_py_sample_counts_work_size(const int64_t *counts, size_t n, size_t k)
{
    int64_t total;
    nprand_status status = sample_total(counts, n, &total);
    if (status != NPRAND_OK)
        return status == NPRAND_TOO_LARGE ? SIZE_MAX : 0;
    if (k == 0 || check_py_sample(total, k) != NPRAND_OK)
        return 0;
    size_t size = nprand_py_sample_work_size(total, k);
    return size == SIZE_MAX ? SIZE_MAX : nprand__work_size(size + (uint64_t)n * sizeof(int64_t));
}

nprand_status nprand_py_sample_counts(nprand_rng *rng, const int64_t *counts, size_t n, size_t k,
                                      int64_t *out, nprand_work work)
{
    int64_t total = 0;
    nprand_status parameters = nprand__py_since(rng, NPRAND__PYTHON(3, 9));
    if (parameters == NPRAND_OK)
        parameters = sample_total(counts, n, &total);
    if (parameters == NPRAND_OK)
        parameters = check_py_sample(total, k);
    nprand_status status = nprand__check_fill(rng, parameters, k, sizeof *out, out);
    if (status == NPRAND_OK)
        status = nprand__check_work(work, nprand_py_sample_counts_work_size(counts, n, k));
    if (status != NPRAND_OK || k == 0)
        return status;

    int64_t *sums = (int64_t *)work.memory;
    draw_sample(rng, total, k, out, sums + n);
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sums[i] = sum += counts[i];
    for (size_t i = 0; i < k; i++)
        out[i] = (int64_t)nprand__bisect_right_int64(sums, n, out[i]);
    return NPRAND_OK;
}
