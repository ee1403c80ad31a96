#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""The tables of log, exp, pow, cos and acos, made and checked with exact and 80-digit arithmetic.

    tables.py            writes tables.c, pi.h, cos_table.h and acos_table.h beside this file
    tables.py --check    fails if they are not what would be written

What the functions do with them is said in log.h, exp.h, pow.h, fixed.h, cos.c and acos.c. pi.h has
digits of pi and 2/pi; the tables of cos and acos have sines with cosines, and power series of the
arc sine, around multiples of 1/128. Each table in tables.c has 128 entries, one for each
subinterval of equal width in the bits of a double: entry i of a logarithm's table is for z with
bits from OFF + i * 2^45 up to OFF + (i + 1) * 2^45, which span [z0, 2 z0) together.

    exp   2^(i/128) rounded, with i * 2^45 taken off its bits so that adding n * 2^45 for any n with
          n mod 128 = i gives 2^(n/128); and its tail: what is left, relative to the rounded value.
    pow   invc, near 1 / (center of the subinterval) and of so few bits that z * invc - 1 is exact;
          logc = -log(invc) rounded to a multiple of 2^-43, so that k log(2) + logc is exact for
          each exponent k; logctail, the rest.
    log   invc, and logc by the same rule. invc comes from a search of Arm Limited's among some
          2^30 doubles near 1 / center, for one whose logarithm is all but a multiple of 2^-43. The
          criteria of that search are not published in full, so its results are carried here as
          figures, and what they were chosen for is checked.
"""

import math
import os
import struct
import sys
import textwrap
from decimal import Decimal, ROUND_HALF_EVEN, getcontext
from fractions import Fraction

ENTRIES = 128
LOG_OFF = 0x3fe6000000000000
POW_OFF = 0x3fe6955500000000

# Published figures: Arm Limited, optimized routines (2018), the table of log.
LOG_INVC = '''
    0x1.734f0c3e0de9fp+0 0x1.713786a2ce91fp+0 0x1.6f26008fab5ap+0 0x1.6d1a61f138c7dp+0
    0x1.6b1490bc5b4d1p+0 0x1.69147332f0cbap+0 0x1.6719f18224223p+0 0x1.6524f99a51ed9p+0
    0x1.63356aa8f24c4p+0 0x1.614b36b9ddc14p+0 0x1.5f66452c65c4cp+0 0x1.5d867b5912c4fp+0
    0x1.5babccb5b90dep+0 0x1.59d61f2d91a78p+0 0x1.5805612465687p+0 0x1.56397cee76bd3p+0
    0x1.54725e2a77f93p+0 0x1.52aff42064583p+0 0x1.50f22dbb2bddfp+0 0x1.4f38f4734ded7p+0
    0x1.4d843cfde284p+0 0x1.4bd3ec078a3c8p+0 0x1.4a27fc3e0258ap+0 0x1.4880524d48434p+0
    0x1.46dce1b192d0bp+0 0x1.453d9d3391854p+0 0x1.43a2744b4845ap+0 0x1.420b54115f8fbp+0
    0x1.40782da3ef4b1p+0 0x1.3ee8f5d57fe8fp+0 0x1.3d5d9a00b4ce9p+0 0x1.3bd60c010c12bp+0
    0x1.3a5242b75dab8p+0 0x1.38d22cd9fd002p+0 0x1.3755bc5847a1cp+0 0x1.35dce49ad36e2p+0
    0x1.34679984dd44p+0 0x1.32f5cceffcb24p+0 0x1.3187775a10d49p+0 0x1.301c8373e399p+0
    0x1.2eb4ebb95f841p+0 0x1.2d50a0219a9d1p+0 0x1.2bef9a8b7fd2ap+0 0x1.2a91c7a0c1babp+0
    0x1.293726014b53p+0 0x1.27dfa5757a1f5p+0 0x1.268b39b1d3bbfp+0 0x1.2539d838ff5bdp+0
    0x1.23eb7aac9083bp+0 0x1.22a012ba940b6p+0 0x1.2157996cc4132p+0 0x1.201201dd2fc9bp+0
    0x1.1ecf4494d480bp+0 0x1.1d8f5528f6569p+0 0x1.1c52311577e7cp+0 0x1.1b17c74cb26e9p+0
    0x1.19e010c2c1ab6p+0 0x1.18ab07bb670bdp+0 0x1.1778a25efbcb6p+0 0x1.1648d354c31dap+0
    0x1.151b990275fddp+0 0x1.13f0ea432d24cp+0 0x1.12c8b7210f9dap+0 0x1.11a3028ecb531p+0
    0x1.107fbda8434afp+0 0x1.0f5ee0f4e6bb3p+0 0x1.0e4065d2a9fcep+0 0x1.0d244632ca521p+0
    0x1.0c0a77ce2981ap+0 0x1.0af2f83c636d1p+0 0x1.09ddb98a01339p+0 0x1.08cabaf52e7dfp+0
    0x1.07b9f2f4e28fbp+0 0x1.06ab58c358f19p+0 0x1.059eea5ecf92cp+0 0x1.04949cdd12c9p+0
    0x1.038c6c6f0ada9p+0 0x1.02865137932a9p+0 0x1.0182427ea7348p+0 0x1.008040614b195p+0
    0x1.fe01ff726fa1ap-1 0x1.fa11cc261ea74p-1 0x1.f6310b081992ep-1 0x1.f25f63ceeadcdp-1
    0x1.ee9c8039113e7p-1 0x1.eae8078cbb1abp-1 0x1.e741aa29d0c9bp-1 0x1.e3a91830a99b5p-1
    0x1.e01e009609a56p-1 0x1.dca01e577bb98p-1 0x1.d92f20b7c9103p-1 0x1.d5cac66fb5ccep-1
    0x1.d272caa5ede9dp-1 0x1.cf26e3e6b2ccdp-1 0x1.cbe6da2a77902p-1 0x1.c8b266d37086dp-1
    0x1.c5894bd5d5804p-1 0x1.c26b533bb9f8cp-1 0x1.bf583eeece73fp-1 0x1.bc4fd75db96c1p-1
    0x1.b951e0c864a28p-1 0x1.b65e2c5ef3e2cp-1 0x1.b374867c9888bp-1 0x1.b094b211d304ap-1
    0x1.adbe885f2ef7ep-1 0x1.aaf1d31603da2p-1 0x1.a82e63fd358a7p-1 0x1.a5740ef09738bp-1
    0x1.a2c2a90ab4b27p-1 0x1.a01a01393f2d1p-1 0x1.9d79f24db3c1bp-1 0x1.9ae2505c7b19p-1
    0x1.9852ef297ce2fp-1 0x1.95cbaeea44b75p-1 0x1.934c69de74838p-1 0x1.90d4f2f6752e6p-1
    0x1.8e6528effd79dp-1 0x1.8bfce9fcc007cp-1 0x1.899c0dabec30ep-1 0x1.87427aa2317fbp-1
    0x1.84f00acb39a08p-1 0x1.82a49e8653e55p-1 0x1.8060195f4026p-1 0x1.7e22563e0a329p-1
    0x1.7beb377dcb5adp-1 0x1.79baa679725c2p-1 0x1.77907f2170657p-1 0x1.756cadbd6130cp-1
'''

# Words of 32 bits: zeros before the point of 2/pi, its digits, and those of a fixed-point number.
ZERO_WORDS = 3
TWO_OVER_PI_WORDS = 43
FIXED_WORDS = 11

# Multiples of 1/128: for sines up to pi/2 and half a step, for arc sines up to 1/2.
SINES = 202
ARC_SINES = 65
ARC_SINE_DEGREE = 9

TABLES_HEADER = '''\
/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The tables of log, exp and pow, in pairs and triples so that one index finds what belongs
 * together. Made by tables.py, which says what they hold; not to be edited.
 *
 * They equal the tables that Arm Limited published in its optimized routines (2018). All of it is
 * computed anew from its definition, but for the invc of log: those are published figures.
 */
#include "tables.h"

/* clang-format off */
'''

PI_HEADER = '''\
/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Digits of pi, for fixed.c. Made by tables.py; not to be edited.
 */
#ifndef NPRAND_MATH_PI_H
#define NPRAND_MATH_PI_H

#include <stdint.h>

/* clang-format off */
'''

COS_HEADER = '''\
/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Sines and cosines, for cos.c. Made by tables.py; not to be edited.
 */
#ifndef NPRAND_MATH_COS_TABLE_H
#define NPRAND_MATH_COS_TABLE_H

#include "../float.h"

/* clang-format off */
'''

ACOS_HEADER = '''\
/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Power series of the arc sine, for acos.c. Made by tables.py; not to be edited.
 */
#ifndef NPRAND_MATH_ACOS_TABLE_H
#define NPRAND_MATH_ACOS_TABLE_H

#include "../float.h"

/* clang-format off */
'''


def double_of(bits):
    return struct.unpack('>d', struct.pack('>Q', bits))[0]


def bits_of(double):
    return struct.unpack('>Q', struct.pack('>d', double))[0]


def rounded(value):
    """The nearest double: the conversion from Fraction rounds correctly, to even in a tie."""
    return float(Fraction(value))


def nearest_multiple(value, step):
    return (value / step).to_integral_value(ROUND_HALF_EVEN) * step


def center(off, i):
    """The middle of subinterval i; within one, doubles are evenly spaced."""
    first = Decimal(double_of(off + (i << 45)))
    end = Decimal(double_of(off + (i + 1 << 45)))
    return (first + end) / 2


def exp_table():
    for i in range(ENTRIES):
        exact = Decimal(2) ** (Decimal(i) / ENTRIES)
        head = rounded(exact)
        tail = rounded(exact / Decimal(head) - 1)
        yield bits_of(tail), bits_of(head) - (i << 45)


def log_rounded(invc):
    """-log(invc): as a multiple of 2^-43, and the rest."""
    exact = -invc.ln()
    logc = nearest_multiple(exact, Decimal(2) ** -43)
    return logc, exact - logc


def pow_table():
    for i in range(ENTRIES):
        c = center(POW_OFF, i)
        step = Decimal(1) / (128 if c < 1 else 256)
        invc = nearest_multiple(1 / c, step)
        logc, rest = log_rounded(invc)
        yield rounded(invc), rounded(logc), rounded(rest)


def log_table():
    figures = LOG_INVC.split()
    assert len(figures) == ENTRIES
    for i, figure in enumerate(figures):
        invc = Decimal(float.fromhex(figure))
        logc, rest = log_rounded(invc)
        # What the search was for: a rest far below the 2^-44 of chance, near the center's inverse.
        assert abs(rest) < Decimal(2) ** -66, i
        assert abs(invc * center(LOG_OFF, i) - 1) < Decimal(2) ** -23, i
        yield rounded(invc), rounded(logc)


def series(first, factor):
    """first + first * factor(1) + first * factor(1) * factor(2) + ..., to the last digit."""
    total, term, n = first, first, 0
    while abs(term) > Decimal(10) ** -90:
        n += 1
        term *= factor(n)
        total += term
    return total


def sine(x):
    return series(x, lambda n: -x * x / (2 * n * (2 * n + 1)))


def cosine(x):
    return series(Decimal(1), lambda n: -x * x / (2 * n * (2 * n - 1)))


def arc_sine(x):
    return series(x, lambda n: x * x * (2 * n - 1) ** 2 / (2 * n * (2 * n + 1)))


def tail_after(head, exact):
    return rounded(exact - Decimal(head))


def value_and_slope(value, slope):
    """Each as two doubles; the first of the slope of 27 bits."""
    head = rounded(value)
    step = Decimal(2) ** (math.frexp(slope)[1] - 27)
    slope_head = rounded(nearest_multiple(slope, step))
    return [head, tail_after(head, value), slope_head, tail_after(slope_head, slope)]


def cos_table():
    for i in range(SINES):
        x = Decimal(i) / ENTRIES
        yield value_and_slope(sine(x), cosine(x))


def acos_table():
    """y = asin has (1 - x^2) y'' = x y', from which each coefficient follows from two others."""
    for i in range(ARC_SINES):
        x = Decimal(i) / ENTRIES
        a = [arc_sine(x), 1 / (1 - x * x).sqrt()]
        for n in range(ARC_SINE_DEGREE - 1):
            a.append((x * (n + 1) * (2 * n + 1) * a[n + 1] + n * n * a[n]) /
                     ((1 - x * x) * (n + 1) * (n + 2)))
        yield value_and_slope(*a[:2]) + [rounded(figure) for figure in a[2:]]


def hexadecimal(value):
    """A double in C, without the zeros that float.hex() adds."""
    digits, exponent = value.hex().split('p')
    if '.' in digits:
        digits = digits.rstrip('0').rstrip('.')
    return digits + 'p' + exponent


def words(value):
    return 'UINT64_C(0x%016x)' % value


def array(declaration, rows):
    lines = [textwrap.fill('{' + ', '.join(row) + '},', 100, initial_indent='    ',
                           subsequent_indent='     ', break_on_hyphens=False) for row in rows]
    return '\n%s = {\n%s\n};\n' % (declaration, '\n'.join(lines))


def tables():
    parts = [
        TABLES_HEADER,
        '\n/* invc, logc */',
        array('const double NPRAND__LOG_TABLE[%d][2]' % ENTRIES,
              (map(hexadecimal, row) for row in log_table())),
        '\n/* bits of the tail, bits of 2^(i/128) less i * 2^45 */',
        array('const uint64_t NPRAND__EXP_TABLE[%d][2]' % ENTRIES,
              (map(words, row) for row in exp_table())),
        '\n/* invc, logc, logctail */',
        array('const double NPRAND__POW_LOG_TABLE[%d][3]' % ENTRIES,
              (map(hexadecimal, row) for row in pow_table())),
        '\n/* clang-format on */\n',
    ]
    return ''.join(parts)


def arctangent_of_inverse(n, one):
    """arctan(1/n) * one by its series, some units of the last place off."""
    total, power, i = 0, one // n, 0
    while power:
        total += (power // (2 * i + 1)) * (-1) ** i
        power //= n * n
        i += 1
    return total


def words_of(integer, count):
    """The count words of an integer, last one first."""
    return [integer >> 32 * i & 0xffffffff for i in range(count)]


def words_array(name, integers):
    words = ['0x%08x' % word for word in integers]
    rows = [', '.join(words[i:i + 6]) for i in range(0, len(words), 6)]
    return '\nstatic const uint32_t %s[%d] = {\n    %s,\n};\n' % (
        name, len(words), ',\n    '.join(rows))


def pi_words():
    # John Machin's formula (1706), with 64 bits more than are kept.
    bits = 32 * (TWO_OVER_PI_WORDS + 2)
    one = 1 << bits
    pi = 4 * (4 * arctangent_of_inverse(5, one) - arctangent_of_inverse(239, one))
    inverse = (2 << 2 * bits) // pi
    assert abs(pi * inverse - (2 << 2 * bits)) < one << 20
    return ''.join([
        PI_HEADER,
        '\n/* pi * 2^%d, last word first */' % (32 * (FIXED_WORDS - 1)),
        words_array('NPRAND__PI', words_of(pi >> bits - 32 * (FIXED_WORDS - 1), FIXED_WORDS)),
        '\n/* 2/pi, first word first: %d before the point, the others behind it */' % ZERO_WORDS,
        words_array('NPRAND__TWO_OVER_PI',
                    words_of(inverse >> 64, ZERO_WORDS + TWO_OVER_PI_WORDS)[::-1]),
        '\n/* clang-format on */\n\n#endif\n',
    ])


def cos_tables():
    return ''.join([
        COS_HEADER,
        '\n/* sin(i/128) and cos(i/128), each as two doubles; the first of the cosine has 27 bits'
        ' */',
        array('static const double NPRAND__SINES[%d][4]' % SINES,
              (map(hexadecimal, row) for row in cos_table())),
        '\n/* clang-format on */\n\n#endif\n',
    ])


def acos_tables():
    return ''.join([
        ACOS_HEADER,
        '\n/* asin(i/128 + d) = a0 + a1 d + a2 d^2 + ...: a0 and a1 each as two doubles, the first'
        ' of a1\n * has 27 bits; a2, ..., a%d */' % ARC_SINE_DEGREE,
        array('static const double NPRAND__ARC_SINES[%d][%d]' % (ARC_SINES, ARC_SINE_DEGREE + 3),
              (map(hexadecimal, row) for row in acos_table())),
        '\n/* clang-format on */\n\n#endif\n',
    ])


def main():
    getcontext().prec = 80
    if sys.argv[1:] not in ([], ['--check']):
        sys.exit(__doc__)
    for name, text in (('tables.c', tables()), ('pi.h', pi_words()),
                       ('cos_table.h', cos_tables()), ('acos_table.h', acos_tables())):
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
        if sys.argv[1:]:
            with open(path) as file:
                if file.read() != text:
                    sys.exit('%s is not what tables.py writes' % name)
        else:
            with open(path, 'w', newline='\n') as file:
                file.write(text)


if __name__ == '__main__':
    main()
