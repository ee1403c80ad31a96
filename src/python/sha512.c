/* SPDX-License-Identifier: BSD-3-Clause
 *
 * SHA-512. CPython appends it to a seed that is a str or bytes.
 *
 * Source: FIPS 180-4 (NIST, 2015).
 */
#include "sha512.h"

#include <string.h>

enum { SHA512_BLOCK = 128, SHA512_ROUNDS = 80 };

/* The first 64 bits behind the point of the cube roots of the first 80 primes. */
static const uint64_t SHA512_K[SHA512_ROUNDS] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc,
    0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
    0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
    0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
    0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
    0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4,
    0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
    0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
    0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30,
    0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
    0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8,
    0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
    0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
    0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178,
    0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
    0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c,
    0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};

static uint64_t sha512_rotate_right(uint64_t x, int count)
{
    return x >> count | x << (64 - count);
}

static uint64_t sha512_load_big_endian(const unsigned char *at)
{
    uint64_t x = 0;
    for (int i = 0; i < 8; i++)
        x = x << 8 | at[i];
    return x;
}

static void sha512_store_big_endian(uint64_t x, unsigned char *at)
{
    for (int i = 0; i < 8; i++)
        at[i] = (unsigned char)(x >> (56 - 8 * i));
}

/* The message schedule of a block. */
static void sha512_expand(const unsigned char *block, uint64_t w[SHA512_ROUNDS])
{
    for (int t = 0; t < 16; t++)
        w[t] = sha512_load_big_endian(block + 8 * t);
    for (int t = 16; t < SHA512_ROUNDS; t++) {
        uint64_t a = w[t - 15];
        uint64_t b = w[t - 2];
        uint64_t sigma0 = sha512_rotate_right(a, 1) ^ sha512_rotate_right(a, 8) ^ a >> 7;
        uint64_t sigma1 = sha512_rotate_right(b, 19) ^ sha512_rotate_right(b, 61) ^ b >> 6;
        w[t] = w[t - 16] + sigma0 + w[t - 7] + sigma1;
    }
}

static void sha512_add_block(uint64_t h[8], const unsigned char *block)
{
    uint64_t w[SHA512_ROUNDS];
    uint64_t v[8]; /* the variables a to h of the standard */
    sha512_expand(block, w);
    memcpy(v, h, sizeof v);
    for (int t = 0; t < SHA512_ROUNDS; t++) {
        uint64_t sum0 = sha512_rotate_right(v[0], 28) ^ sha512_rotate_right(v[0], 34) ^
                        sha512_rotate_right(v[0], 39);
        uint64_t sum1 = sha512_rotate_right(v[4], 14) ^ sha512_rotate_right(v[4], 18) ^
                        sha512_rotate_right(v[4], 41);
        uint64_t choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
        uint64_t majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
        uint64_t t1 = v[7] + sum1 + choice + SHA512_K[t] + w[t];
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t1;
        v[0] = t1 + sum0 + majority;
    }
    for (int i = 0; i < 8; i++)
        h[i] += v[i];
}

/* The end of the message, in one block or two: the last count bytes of the n bytes of data, a 1
 * bit, zeros, and the length in bits. */
static void sha512_add_end(uint64_t h[8], const unsigned char *rest, size_t count, uint64_t n)
{
    unsigned char blocks[2 * SHA512_BLOCK] = {0};
    size_t size = count + 1 + 16 <= SHA512_BLOCK ? SHA512_BLOCK : 2 * SHA512_BLOCK;
    if (count > 0)
        memcpy(blocks, rest, count);
    blocks[count] = 0x80;
    sha512_store_big_endian(n >> 61, blocks + size - 16);
    sha512_store_big_endian(n << 3, blocks + size - 8);
    for (size_t at = 0; at < size; at += SHA512_BLOCK)
        sha512_add_block(h, blocks + at);
}

void nprand__sha512(const unsigned char *data, size_t n, unsigned char hash[NPRAND__SHA512_SIZE])
{
    /* The first 64 bits behind the point of the square roots of the first 8 primes. */
    uint64_t h[8] = {
        0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
        0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
    };
    size_t whole = n / SHA512_BLOCK * SHA512_BLOCK;
    for (size_t at = 0; at < whole; at += SHA512_BLOCK)
        sha512_add_block(h, data + at);
    sha512_add_end(h, n > whole ? data + whole : NULL, n - whole, n);
    for (int i = 0; i < 8; i++)
        sha512_store_big_endian(h[i], hash + 8 * i);
}
