/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The first words of many seeds, a vector of seeds at a time. Included once for each kind of
 * vector, with
 *
 *   VEC      a type that holds LANES unsigned integers of 32 bits, with C's operators
 *   LANES    1, 4, 8 or 16
 *   WIDE     a type that holds WIDE_LANES unsigned integers of 64 bits
 *   FLIGHT   how many vectors are worked on at once: a chain of multiplications leaves the
 *            multiplier idle between two steps; FLIGHT * LANES divides SEEDS_AT_ONCE
 *   TARGET   the attribute of the functions
 *   NAME(x)  x with the name of the kind in front
 */

TARGET static inline VEC NAME(load)(const uint32_t *from)
{
    VEC x;
    memcpy(&x, from, sizeof x);
    return x;
}

TARGET static inline void NAME(store)(uint32_t *to, VEC x)
{
    memcpy(to, &x, sizeof x);
}

/* ---- init_genrand() ---- */

/* Key words from to end of a few vectors of seeds; x holds the words before from. Stored if to is
 * not NULL. */
TARGET static inline void NAME(steps)(VEC *x, uint32_t from, uint32_t end,
                                      uint32_t (*to)[SEEDS_AT_ONCE], size_t lane)
{
    for (uint32_t i = from; i < end; i++)
        for (size_t v = 0; v < FLIGHT; v++) {
            x[v] = (x[v] ^ x[v] >> 30) * UINT32_C(1812433253) + i;
            if (to != NULL)
                NAME(store)(&to[i - from][lane + v * LANES], x[v]);
        }
}

TARGET static void NAME(number_keys)(struct many *m, const uint32_t *seeds, uint32_t count)
{
    for (size_t lane = 0; lane < SEEDS_AT_ONCE; lane += FLIGHT * LANES) {
        VEC x[FLIGHT];
        for (size_t v = 0; v < FLIGHT; v++) {
            x[v] = NAME(load)(seeds + lane + v * LANES);
            NAME(store)(&m->low[0][lane + v * LANES], x[v]);
        }
        NAME(steps)(x, 1, count + 1, m->low + 1, lane);
        NAME(steps)(x, count + 1, MIDDLE, NULL, lane);
        NAME(steps)(x, MIDDLE, MIDDLE + count, m->high, lane);
    }
}

/* ---- init_by_array() of one word ---- */

TARGET static inline VEC NAME(mix)(VEC before, uint32_t multiplier)
{
    return (before ^ before >> 30) * multiplier;
}

/* m->base is what init_genrand(19650218) makes of every key. */
TARGET static inline void NAME(first_pass)(struct many *m, VEC *x, const uint32_t *seeds,
                                           size_t lane)
{
    for (int i = 1; i < KEY_WORDS; i++)
        for (size_t v = 0; v < FLIGHT; v++) {
            VEC seed = NAME(load)(seeds + lane + v * LANES);
            x[v] = (NAME(mix)(x[v], 1664525) ^ m->base[i]) + seed;
            NAME(store)(&m->key[i][lane + v * LANES], x[v]);
        }
}

TARGET static inline void NAME(second_pass)(struct many *m, VEC *x, size_t lane)
{
    for (uint32_t i = 2; i < KEY_WORDS; i++)
        for (size_t v = 0; v < FLIGHT; v++) {
            uint32_t *word = &m->key[i][lane + v * LANES];
            x[v] = (NAME(mix)(x[v], 1566083941) ^ NAME(load)(word)) - i;
            NAME(store)(word, x[v]);
        }
}

/* Each pass goes once around the key. It ends by putting the last word in the first place, from
 * which the second word is made again. */
TARGET static void NAME(list_lanes)(struct many *m, const uint32_t *seeds, size_t lane)
{
    VEC x[FLIGHT], second[FLIGHT];
    for (size_t v = 0; v < FLIGHT; v++) {
        VEC seed = NAME(load)(seeds + lane + v * LANES);
        x[v] = seed - seed + m->base[0];
    }
    NAME(first_pass)(m, x, seeds, lane);
    for (size_t v = 0; v < FLIGHT; v++) {
        VEC seed = NAME(load)(seeds + lane + v * LANES);
        VEC word = NAME(load)(&m->key[1][lane + v * LANES]);
        x[v] = second[v] = (NAME(mix)(x[v], 1664525) ^ word) + seed;
    }
    NAME(second_pass)(m, x, lane);
    for (size_t v = 0; v < FLIGHT; v++) {
        x[v] = (NAME(mix)(x[v], 1566083941) ^ second[v]) - 1;
        NAME(store)(&m->key[1][lane + v * LANES], x[v]);
        NAME(store)(&m->key[0][lane + v * LANES], x[v] - x[v] + UINT32_C(0x80000000));
    }
}

TARGET static void NAME(list_keys)(struct many *m, const uint32_t *seeds, uint32_t count)
{
    for (size_t lane = 0; lane < SEEDS_AT_ONCE; lane += FLIGHT * LANES)
        NAME(list_lanes)(m, seeds, lane);
    memcpy(m->low, m->key, (count + 1) * sizeof *m->low);
    memcpy(m->high, m->key + MIDDLE, count * sizeof *m->high);
}

/* ---- SeedSequence ---- */

TARGET static inline VEC NAME(hash)(VEC x, uint32_t *constant, uint32_t multiplier)
{
    x ^= *constant;
    *constant *= multiplier;
    x *= *constant;
    return x ^ x >> 16;
}

TARGET static inline void NAME(pool)(VEC seed, VEC pool[4])
{
    uint32_t constant = 0x43b0d7e5;
    VEC zero = seed - seed;
    for (int i = 0; i < 4; i++)
        pool[i] = NAME(hash)(i == 0 ? seed : zero, &constant, 0x931e8875);
    for (int from = 0; from < 4; from++)
        for (int to = 0; to < 4; to++)
            if (from != to) {
                VEC hashed = NAME(hash)(pool[from], &constant, 0x931e8875);
                VEC x = pool[to] * UINT32_C(0xca01f9dd) - hashed * UINT32_C(0x4973f715);
                pool[to] = x ^ x >> 16;
            }
}

/* Word i of the key; the first one is a constant. */
TARGET static inline void NAME(put_state)(struct many *m, const VEC pool[4], uint32_t i,
                                          uint32_t *to)
{
    uint32_t constant = m->constants[i];
    VEC x = NAME(hash)(pool[i % 4], &constant, 0x58f38ded);
    NAME(store)(to, i == 0 ? x - x + UINT32_C(0x80000000) : x);
}

/* The generator begins at the last word of the key, which it does not make itself. */
TARGET static void NAME(sequence_keys)(struct many *m, const uint32_t *seeds, uint32_t count)
{
    for (size_t lane = 0; lane < SEEDS_AT_ONCE; lane += LANES) {
        VEC pool[4];
        NAME(pool)(NAME(load)(seeds + lane), pool);
        for (uint32_t i = 0; i <= count; i++)
            NAME(put_state)(m, pool, i, &m->low[i][lane]);
        for (uint32_t i = 0; i < count; i++)
            NAME(put_state)(m, pool, MIDDLE + i, &m->high[i][lane]);
        NAME(put_state)(m, pool, KEY_WORDS - 1, &m->last[lane]);
    }
}

/* ---- R ---- */

/* A step of the generator that fills the key is linear: so are any number of steps. */
TARGET static void NAME(r_keys)(struct many *m, const uint32_t *seeds, uint32_t count)
{
    uint32_t factor = 1, term = 0;
    for (uint32_t step = 0; step < 51 + MIDDLE + count; step++) {
        factor *= 69069;
        term = term * 69069 + 1;
        uint32_t *to = NULL, i = step - 51;
        if (step < 51)
            continue;
        if (i <= count)
            to = m->low[i];
        else if (i >= MIDDLE)
            to = m->high[i - MIDDLE];
        for (size_t lane = 0; to != NULL && lane < SEEDS_AT_ONCE; lane += LANES)
            NAME(store)(to + lane, NAME(load)(seeds + lane) * factor + term);
    }
}

/* ---- Words ---- */

TARGET static inline VEC NAME(temper)(VEC y)
{
    y ^= y >> 11;
    y ^= y << 7 & UINT32_C(0x9d2c5680);
    y ^= y << 15 & UINT32_C(0xefc60000);
    return y ^ y >> 18;
}

TARGET static inline void NAME(twist)(struct many *m, bool as_php, size_t i, uint32_t *to)
{
    for (size_t lane = 0; lane < SEEDS_AT_ONCE; lane += LANES) {
        VEC upper = NAME(load)(&m->low[i][lane]), lower = NAME(load)(&m->low[i + 1][lane]);
        VEC y = (upper & UINT32_C(0x80000000)) | (lower & UINT32_C(0x7fffffff));
        VEC odd = (as_php ? upper : lower) & UINT32_C(1);
        VEC x = NAME(load)(&m->high[i][lane]) ^ y >> 1 ^ odd * UINT32_C(0x9908b0df);
        NAME(store)(to + lane, NAME(temper)(x));
    }
}

TARGET static void NAME(words)(struct many *m, enum seeding seeding, const uint32_t *seeds,
                               uint32_t count)
{
    uint32_t first = seeding == SEED_SEQUENCE;
    if (seeding == SEED_SEQUENCE)
        NAME(sequence_keys)(m, seeds, count);
    else if (seeding == SEED_R)
        NAME(r_keys)(m, seeds, count);
    else if (seeding == SEED_LIST)
        NAME(list_keys)(m, seeds, count);
    else
        NAME(number_keys)(m, seeds, count);
    for (size_t lane = 0; first == 1 && lane < SEEDS_AT_ONCE; lane += LANES)
        NAME(store)(&m->words[0][lane], NAME(temper)(NAME(load)(&m->last[lane])));
    for (uint32_t i = first; i < count; i++)
        NAME(twist)(m, seeding == SEED_PHP_5, i - first, m->words[i]);
}

/* ---- mt19937_64 ---- */

TARGET static inline void NAME(wide_steps)(WIDE *x, uint32_t from, uint32_t end,
                                           uint64_t (*to)[SEEDS_AT_ONCE], size_t lane)
{
    for (uint32_t i = from; i < end; i++)
        for (size_t v = 0; v < FLIGHT; v++) {
            x[v] = (x[v] ^ x[v] >> 62) * UINT64_C(6364136223846793005) + i;
            if (to != NULL)
                memcpy(&to[i - from][lane + v * WIDE_LANES], &x[v], sizeof x[v]);
        }
}

TARGET static void NAME(wide_keys)(struct many *m, const uint32_t *seeds, uint32_t count)
{
    for (size_t i = 0; i < SEEDS_AT_ONCE; i++)
        m->low_64[0][i] = seeds[i];
    for (size_t lane = 0; lane < SEEDS_AT_ONCE; lane += FLIGHT * WIDE_LANES) {
        WIDE x[FLIGHT];
        memcpy(x, &m->low_64[0][lane], sizeof x);
        NAME(wide_steps)(x, 1, count + 1, m->low_64 + 1, lane);
        NAME(wide_steps)(x, count + 1, WIDE_MIDDLE, NULL, lane);
        NAME(wide_steps)(x, WIDE_MIDDLE, WIDE_MIDDLE + count, m->high_64, lane);
    }
}

TARGET static void NAME(wide_words)(struct many *m, const uint32_t *seeds, uint32_t count)
{
    uint32_t words = (count + 1) / 2;
    NAME(wide_keys)(m, seeds, words);
    for (uint32_t i = 0; i < words; i++)
        for (size_t s = 0; s < SEEDS_AT_ONCE; s++) {
            uint64_t word =
                mt64_temper(mt64_twist(m->low_64[i][s], m->low_64[i + 1][s], m->high_64[i][s]));
            m->words[2 * i][s] = (uint32_t)(word >> 32);
            m->words[2 * i + 1][s] = (uint32_t)word;
        }
}

/* ---- A look at one word of each seed ---- */

TARGET static bool NAME(any_between)(const uint32_t *row, unsigned shift, uint32_t low,
                                     uint32_t width)
{
    uint32_t found[LANES], any = 0;
    VEC x = NAME(load)(row), all = x - x;
    for (size_t lane = 0; lane < SEEDS_AT_ONCE; lane += LANES) {
        x = (NAME(load)(row + lane) << shift) - low;
        all |= (VEC)(x <= (VEC){0} + width);
    }
    NAME(store)(found, all);
    for (size_t i = 0; i < LANES; i++)
        any |= found[i];
    return any != 0;
}

#undef VEC
#undef LANES
#undef WIDE
#undef WIDE_LANES
#undef FLIGHT
#undef TARGET
#undef NAME
