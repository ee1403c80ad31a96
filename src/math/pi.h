/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Digits of pi, for fixed.c. Made by tables.py; not to be edited.
 */
#ifndef NPRAND_MATH_PI_H
#define NPRAND_MATH_PI_H

#include <stdint.h>

/* clang-format off */

/* pi * 2^320, last word first */
static const uint32_t NPRAND__PI[11] = {
    0x38d01377, 0x452821e6, 0xec4e6c89, 0x082efa98, 0x299f31d0, 0xa4093822,
    0x03707344, 0x13198a2e, 0x85a308d3, 0x243f6a88, 0x00000003,
};

/* 2/pi, first word first: 3 before the point, the others behind it */
static const uint32_t NPRAND__TWO_OVER_PI[46] = {
    0x00000000, 0x00000000, 0x00000000, 0xa2f9836e, 0x4e441529, 0xfc2757d1,
    0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab, 0xdebbc561, 0xb7246e3a,
    0x424dd2e0, 0x06492eea, 0x09d1921c, 0xfe1deb1c, 0xb129a73e, 0xe88235f5,
    0x2ebb4484, 0xe99c7026, 0xb45f7e41, 0x3991d639, 0x835339f4, 0x9c845f8b,
    0xbdf9283b, 0x1ff897ff, 0xde05980f, 0xef2f118b, 0x5a0a6d1f, 0x6d367ecf,
    0x27cb09b7, 0x4f463f66, 0x9e5fea2d, 0x7527bac7, 0xebe5f17b, 0x3d0739f7,
    0x8a5292ea, 0x6bfb5fb1, 0x1f8d5d08, 0x56033046, 0xfc7b6bab, 0xf0cfbc20,
    0x9af4361d, 0xa9e39161, 0x5ee61b08, 0x6599855f,
};

/* clang-format on */

#endif
