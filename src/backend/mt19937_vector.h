/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The block kernels in vectors of LANES words, with the vector types of GCC and clang. Included
 * once for each backend, with
 *
 *   LANES          words in a vector: 4, 8 or 16
 *   TARGET         an attribute of every function, which allows the instructions
 *   NAME(x)        x with the backend's prefix
 *   MATRIX(x)      MATRIX_A in the odd lanes of the vector and 0 in the even ones; undefined if no
 *                  instruction does this
 *   STREAM(to, x)  copies a vector past the caches; both addresses are multiples of its size;
 *                  undefined if it gains nothing
 *
 * All parameters are undefined at the end.
 *
 * Little-endian machines only: two words are one lane of 64 bits, and the first word is its lower
 * half.
 *
 * The key is twisted in place. Two reads go beyond the end of the key. x[k+NPRAND__M] wraps around
 * after k = 226, which is inside the vector that begins at 224. The last x[k+1] is the first word
 * of the new key. Both reads find the right words because the first new vector is also written
 * behind the key, to the NPRAND__PAD words.
 */

/* The block that is prefetched is so many blocks after the one that is written. Without
 * prefetching, a fill waits for lines that are no longer in the caches of the core: 0.50 to 0.62 ns
 * per double in place of 0.41, at 8 MB, on a Xeon with other busy guests. */
enum { NAME(AHEAD) = 2 };

#define VECTOR_INLINE static inline __attribute__((always_inline)) TARGET

/* On macOS, clang aligns a vector to 16 bytes, unless the whole file may use wider ones. */
typedef uint32_t NAME(words) __attribute__((vector_size(4 * LANES), aligned(4 * LANES)));
typedef uint64_t NAME(pairs) __attribute__((vector_size(4 * LANES), aligned(4 * LANES)));
typedef double NAME(reals) __attribute__((vector_size(4 * LANES), aligned(4 * LANES)));

VECTOR_INLINE NAME(words) NAME(load)(const uint32_t *at)
{
    NAME(words) v;
    memcpy(&v, at, sizeof v);
    return v;
}

VECTOR_INLINE void NAME(store)(void *at, const void *v)
{
    memcpy(at, v, 4 * LANES);
}

VECTOR_INLINE NAME(words) NAME(matrix)(NAME(words) x)
{
#ifdef MATRIX
    return (NAME(words))MATRIX(x);
#else
    return (0u - (x & 1u)) & NPRAND__MATRIX_A;
#endif
}

VECTOR_INLINE NAME(words) NAME(twist_vector)(const uint32_t *x0, const uint32_t *xm)
{
    NAME(words) next = NAME(load)(x0 + 1);
    NAME(words) y = (NAME(load)(x0) & NPRAND__UPPER_MASK) | (next & NPRAND__LOWER_MASK);
    return NAME(load)(xm) ^ y >> 1 ^ NAME(matrix)(next);
}

/* The steps of the tempering that change the upper 18 bits. */
VECTOR_INLINE NAME(words) NAME(temper_upper)(NAME(words) y)
{
    y ^= y >> 11;
    y ^= y << 7 & NPRAND__TEMPER_B;
    return y ^ (y << 15 & NPRAND__TEMPER_C);
}

VECTOR_INLINE NAME(words) NAME(temper_vector)(NAME(words) y)
{
    y = NAME(temper_upper)(y);
    return y ^ y >> 18;
}

/* As nprand__words_to_double(). All additions are exact. The upper 27 bits of the first word are
 * put into the fraction of a double in [2^20, 2^20 + 1), whose last bit is worth 2^-32. The upper
 * 26 bits of the second word are put at the end of the fraction of a double in [1/2, 1), whose last
 * bit is worth 2^-53. */
VECTOR_INLINE NAME(reals) NAME(to_doubles)(NAME(words) words)
{
    NAME(pairs) w;
    memcpy(&w, &words, sizeof w);
    NAME(pairs) first = (w & 0xffffffe0u) | UINT64_C(0x4130000000000000);
    NAME(pairs) second = w >> 38 | UINT64_C(0x3fe0000000000000);
    NAME(reals) high, low;
    memcpy(&high, &first, sizeof high);
    memcpy(&low, &second, sizeof low);
    return (high - 0x1.000008p20) + low;
}

/* What is written for each vector of the new key. */
enum NAME(output) { NAME(to_nothing), NAME(to_words), NAME(to_reals) };

/* Writes vector x, of the words from k on. If ahead is not 0, also prefetches the line that many
 * bytes after the result. */
VECTOR_INLINE void NAME(put)(enum NAME(output) output, NAME(words) x, void *out, size_t ahead,
                             size_t k)
{
    if (output == NAME(to_nothing))
        return;
    if (ahead > 0)
        NPRAND__PREFETCH((const char *)out + ahead + 4 * k);
    NAME(words) y = NAME(temper_vector)(x);
    if (output == NAME(to_words)) {
        NAME(store)((uint32_t *)out + k, &y);
    } else {
        NAME(reals) r = NAME(to_doubles)(y);
        NAME(store)((double *)out + k / 2, &r);
    }
}

/* Copies one vector of another block past the caches, if ready is not NULL. */
VECTOR_INLINE void NAME(stream)(const void *ready, void *to, size_t k)
{
#ifdef STREAM
    if (ready != NULL)
        STREAM((unsigned char *)to + 4 * k, (const unsigned char *)ready + 4 * k);
#else
    (void)ready, (void)to, (void)k;
#endif
}

VECTOR_INLINE void NAME(block)(enum NAME(output) output, uint32_t *key, void *out, size_t ahead,
                               const void *ready, void *to)
{
    enum { WRAP = 224 }; /* NPRAND__N - NPRAND__M, rounded down to a whole vector */
    NAME(words) x = NAME(twist_vector)(key, key + NPRAND__M);
    NAME(store)(key, &x);
    NAME(store)(key + NPRAND__N, &x);
    NAME(put)(output, x, out, ahead, 0);
    NAME(stream)(ready, to, 0);
    for (size_t k = LANES; k <= WRAP; k += LANES) {
        x = NAME(twist_vector)(key + k, key + k + NPRAND__M);
        NAME(store)(key + k, &x);
        NAME(put)(output, x, out, ahead, k);
        NAME(stream)(ready, to, k);
    }
    for (size_t k = WRAP + LANES; k < NPRAND__N; k += LANES) {
        x = NAME(twist_vector)(key + k, key + k + NPRAND__M - NPRAND__N);
        NAME(store)(key + k, &x);
        NAME(put)(output, x, out, ahead, k);
        NAME(stream)(ready, to, k);
    }
}

TARGET static void NAME(refill)(uint32_t *key, uint32_t *block)
{
    NAME(block)(NAME(to_words), key, block, 0, NULL, NULL);
}

/* y for f(y) = t: see nprand__untwist(). */
VECTOR_INLINE NAME(words) NAME(undo)(const uint32_t *x, const uint32_t *xm)
{
    NAME(words) t = NAME(load)(x) ^ NAME(load)(xm);
    NAME(words) odd = t >> 31;
    return (t ^ ((0u - odd) & NPRAND__MATRIX_A)) << 1 | odd;
}

/* The words of the predecessor for LANES words of a key. x0, xm0: those one word before. */
VECTOR_INLINE NAME(words) NAME(untwist_vector)(const uint32_t *x0, const uint32_t *xm0,
                                               const uint32_t *x, const uint32_t *xm)
{
    return (NAME(undo)(x, xm) & NPRAND__UPPER_MASK) | (NAME(undo)(x0, xm0) & NPRAND__LOWER_MASK);
}

/* From the last vector to the first. x[k+NPRAND__M] wraps around inside the vector that begins at
 * 224: its other words are those of the key, which are also written behind the key. */
TARGET static void NAME(refill_back)(uint32_t *key, uint32_t *block)
{
    enum { WRAP = 224, BACK = NPRAND__N - NPRAND__M };
    memcpy(key + NPRAND__N, key, 4 * LANES);
    for (size_t k = NPRAND__N - LANES; k > WRAP; k -= LANES) {
        NAME(words)
        x = NAME(untwist_vector)(key + k - 1, key + k - 1 - BACK, key + k, key + k - BACK);
        NAME(store)(key + k, &x);
        x = NAME(temper_vector)(x);
        NAME(store)(block + k, &x);
    }
    uint32_t before[LANES]; /* the words one word before the first vector */
    memcpy(before + 1, key, 4 * (LANES - 1));
    before[0] = key[NPRAND__N - 1];
    for (size_t k = WRAP;; k -= LANES) {
        NAME(words)
        x = NAME(untwist_vector)(k > 0 ? key + k - 1 : before, key + k - 1 + NPRAND__M, key + k,
                                 key + k + NPRAND__M);
        NAME(store)(key + k, &x);
        x = NAME(temper_vector)(x);
        NAME(store)(block + k, &x);
        if (k == 0)
            break;
    }
}

TARGET static void NAME(twist)(uint32_t *key, size_t count)
{
    for (; count > 0; count--)
        NAME(block)(NAME(to_nothing), key, NULL, 0, NULL, NULL);
}

TARGET static void NAME(fill_words)(uint32_t *key, size_t count, uint32_t *out)
{
    for (; count > NAME(AHEAD); count--, out += NPRAND__N)
        NAME(block)(NAME(to_words), key, out, NAME(AHEAD) * NPRAND__BLOCK_BYTES, NULL, NULL);
    for (; count > 0; count--, out += NPRAND__N)
        NAME(block)(NAME(to_words), key, out, 0, NULL, NULL);
}

TARGET static void NAME(fill_doubles)(uint32_t *key, size_t count, double *out)
{
    for (; count > NAME(AHEAD); count--, out += NPRAND__N / 2)
        NAME(block)(NAME(to_reals), key, out, NAME(AHEAD) * NPRAND__BLOCK_BYTES, NULL, NULL);
    for (; count > 0; count--, out += NPRAND__N / 2)
        NAME(block)(NAME(to_reals), key, out, 0, NULL, NULL);
}

#ifdef STREAM
TARGET static void NAME(words_and_stream)(uint32_t *key, void *out, const void *ready, void *to)
{
    NAME(block)(NAME(to_words), key, out, 0, ready, to);
}

TARGET static void NAME(doubles_and_stream)(uint32_t *key, void *out, const void *ready, void *to)
{
    NAME(block)(NAME(to_reals), key, out, 0, ready, to);
}
#endif

/* A lane of the sum is reduced by 1 for each word that is at most max. */
TARGET static size_t NAME(count)(const uint32_t *words, size_t n, uint32_t mask, uint32_t max)
{
    NAME(words) sum = {0};
    size_t i = 0;
    for (; i + LANES <= n; i += LANES)
        sum -= (NAME(words))((NAME(load)(words + i) & mask) <= max);
    size_t count = nprand__count_portable(words + i, n - i, mask, max);
    for (size_t lane = 0; lane < LANES; lane++)
        count += sum[lane];
    return count;
}

TARGET static void NAME(convert)(const uint32_t *words, size_t n, double *out)
{
    size_t i = 0;
    for (; i + LANES / 2 <= n; i += LANES / 2) {
        NAME(reals) r = NAME(to_doubles)(NAME(load)(words + 2 * i));
        NAME(store)(out + i, &r);
    }
    for (; i < n; i++)
        out[i] = nprand__words_to_double(words[2 * i], words[2 * i + 1]);
}

TARGET static void NAME(add_pairs)(const uint32_t *words, size_t n, uint64_t low, uint64_t *out)
{
    size_t i = 0;
    for (; i + LANES / 2 <= n; i += LANES / 2) {
        NAME(words) w = NAME(load)(words + 2 * i);
        NAME(pairs) value;
        memcpy(&value, &w, sizeof value);
        value = (value << 32 | value >> 32) + low;
        NAME(store)(out + i, &value);
    }
    for (; i < n; i++)
        out[i] = low + ((uint64_t)words[2 * i] << 32 | words[2 * i + 1]);
}

/* Works on a slice of the sum that stays in registers. If the whole sum were loaded and stored for
 * each window, the time would be half as long again. */
TARGET static void NAME(add)(uint32_t *sum, const uint32_t *words, uint64_t which)
{
    enum { SLICE = 13 };
    static_assert(NPRAND__N % (SLICE * LANES) == 0, "whole slices");
    for (size_t first = 0; first < NPRAND__N; first += SLICE * LANES) {
        NAME(words) x[SLICE];
        for (size_t i = 0; i < SLICE; i++)
            x[i] = NAME(load)(sum + first + i * LANES);
        for (uint64_t left = which; left != 0; left &= left - 1) {
            const uint32_t *window = words + first + __builtin_ctzll(left);
            for (size_t i = 0; i < SLICE; i++)
                x[i] ^= NAME(load)(window + i * LANES);
        }
        for (size_t i = 0; i < SLICE; i++)
            NAME(store)(sum + first + i * LANES, &x[i]);
    }
}

#undef VECTOR_INLINE
#undef LANES
#undef TARGET
#undef NAME
#undef MATRIX
#undef STREAM
