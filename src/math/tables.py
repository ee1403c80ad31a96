#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""The tables of the mathematical functions, made and checked with exact and 80-digit arithmetic.

    tables.py            writes tables.c beside this file
    tables.py --check    fails if it is not what would be written

What the functions do with them is said in log.h, exp.h, pow.h, log2.h, cos.h and acos.h. The tables
of logarithms have 128 entries (log2: 64), one for each subinterval of equal width in the bits of a
double: entry i is for z with bits from OFF + i * 2^45 (log2: 2^46) up to those of the next one.
Together they span [z0, 2 z0). The others begin with a rounded value, and then have its tail: the
exact value minus the rounded one, rounded.

    exp   2^(i/128) rounded, with i * 2^45 taken off its bits so that adding n * 2^45 for any n with
          n mod 128 = i gives 2^(n/128); and its tail: what is left, relative to the rounded value.
    pow   invc, near 1 / (center of the subinterval) and of so few bits that z * invc - 1 is exact;
          logc = -log(invc) rounded to a multiple of 2^-43, so that k log(2) + logc is exact for
          each exponent k; logctail, the rest.
    log   invc, and logc by the same rule. invc comes from a search of Arm Limited's among some
          2^30 doubles near 1 / center, for one whose logarithm is all but a multiple of 2^-43. The
          criteria of that search are not published in full, so its results are carried here as
          figures, and what they were chosen for is checked.
    log2  as log, from another such search, with a multiple of 2^-42.
    sine  sin(k/128), its tail, cos(k/128), its tail.
    asin  a row for each 256th from 32/256 to 248/256: the polynomial in h with the least greatest
          error for the arc sine of c + h, where c is the middle. asin(c) rounded to a multiple of
          2^-51, what the constant coefficient is above it, and the other coefficients.
    root  1/sqrt(z), to 14 decimal places, for the middle z of each 64th of the mantissa, from 1/2
          to 1 and from 1 to 2.
    threshold  bounds of the threshold of an attempt for a gamma of shape a below 1
          (distributions/threshold.h), in units of 1/256: a row for each 32nd of a, whose first
          half is for the left side, 32nd by 32nd of w, and whose second half is for the right one.
    factor  lines for the factor sqrt(-2 ln(r2) / r2) of the polar method
          (distributions/approximate.h): for each eighth of an octave of z, from 2^-10 to 1/2, the
          two coefficients of a line in z, to 24 bits; then the last line again, for 1/2 itself.
          The first row is for z = r2, the second one for z = 1 - r2.

glibc's tables of sines and of polynomials were computed with some 32 digits: of the figures that are
not leading ones, 18 of 220 (sine) and 376 of 1704 (asin) are off in the last places. The rules alone
make the tables here. Of 3 * 10^9 results of each function, none differs for that.
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
LOG2_ENTRIES = 64
THRESHOLDS = 32

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

# The same for log2.
LOG2_INVC = '''
    0x1.724286bb1acf8p+0 0x1.6e1f766d2cca1p+0 0x1.6a13d0e30d48ap+0 0x1.661ec32d06c85p+0
    0x1.623fa951198f8p+0 0x1.5e75ba4cf026cp+0 0x1.5ac055a214fb8p+0 0x1.571ed0f166e1ep+0
    0x1.53909590bf835p+0 0x1.5014fed61adddp+0 0x1.4cab88e487bdp+0 0x1.49539b4334feep+0
    0x1.460cbdfafd569p+0 0x1.42d664ee4b953p+0 0x1.3fb01111dd8a6p+0 0x1.3c995b70c5836p+0
    0x1.3991c4ab6fd4ap+0 0x1.3698e0ce099b5p+0 0x1.33ae48213e7b2p+0 0x1.30d191985bdb1p+0
    0x1.2e025cab271d7p+0 0x1.2b404cf13cd82p+0 0x1.288b02c7ccb5p+0 0x1.25e2263944de5p+0
    0x1.234563d8615b1p+0 0x1.20b46e33eaf38p+0 0x1.1e2eefdcda3ddp+0 0x1.1bb4a580b393p+0
    0x1.19453847f22p+0 0x1.16e06c0d5d73cp+0 0x1.1485f47b7e4c2p+0 0x1.12358ad0085d1p+0
    0x1.0fef00f532227p+0 0x1.0db2077d03a8fp+0 0x1.0b7e6d65980d9p+0 0x1.0953efe7b408dp+0
    0x1.07325cac53b83p+0 0x1.05197e40d1b5cp+0 0x1.03091c1208ea2p+0 0x1.0101025b37e21p+0
    0x1.fc07ef9caa76bp-1 0x1.f4465d3f6f184p-1 0x1.ecc079f84107fp-1 0x1.e573a99975ae8p-1
    0x1.de5d6f0bd3de6p-1 0x1.d77b681ff38b3p-1 0x1.d0cb5724de943p-1 0x1.ca4b2dc0e7563p-1
    0x1.c3f8ee8d6cb51p-1 0x1.bdd2b4f020c4cp-1 0x1.b7d6c006015cap-1 0x1.b20366e2e338fp-1
    0x1.ac57026295039p-1 0x1.a6d01bc2731ddp-1 0x1.a16d3bc3ff18bp-1 0x1.9c2d14967feadp-1
    0x1.970e4f47c9902p-1 0x1.920fb3982bcf2p-1 0x1.8d30187f759f1p-1 0x1.886e5ebb9f66dp-1
    0x1.83c97b658b994p-1 0x1.7f405ffc61022p-1 0x1.7ad22181415cap-1 0x1.767dcf99eff8cp-1
'''

# Multiples of 1/128. The last one is that nearest to the greatest argument of a sine or cosine, of
# 0.8555.
SINES = 110

# 256ths with an arc sine in the table; the first one beyond each degree of the polynomials.
ASIN_FIRST = 32
ASIN_ENDS = {6: 128, 7: 192, 8: 236, 9: 244, 10: 248}

TABLES_HEADER = '''\
/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The tables of the mathematical functions, in rows so that one index finds what belongs together.
 * Made by tables.py, which says what they hold; not to be edited.
 *
 * Those of log, exp, pow and log2 equal the tables that Arm Limited published in its optimized
 * routines (2018). All of it is computed anew from its definition, but for the invc of log and log2:
 * those are published figures.
 */
#include "tables.h"

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


def center(off, i, entries=ENTRIES):
    """The middle of subinterval i; within one, doubles are evenly spaced."""
    width = (1 << 52) // entries
    first = Decimal(double_of(off + i * width))
    end = Decimal(double_of(off + (i + 1) * width))
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


def log2_table():
    figures = LOG2_INVC.split()
    assert len(figures) == LOG2_ENTRIES
    for i, figure in enumerate(figures):
        invc = Decimal(float.fromhex(figure))
        exact = -invc.ln() / Decimal(2).ln()
        logc = nearest_multiple(exact, Decimal(2) ** -42)
        assert abs(exact - logc) < Decimal(2) ** -68, i
        assert abs(invc * center(LOG_OFF, i, LOG2_ENTRIES) - 1) < Decimal(2) ** -22, i
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


def value_and_tail(value):
    head = rounded(value)
    return [head, rounded(value - Decimal(head))]


def sine_table():
    for k in range(SINES):
        x = Decimal(k) / 128
        yield value_and_tail(sine(x)) + value_and_tail(cosine(x))


def arc_sine_series(c, scale):
    """The coefficients of asin(c + scale t) by powers of t, until they vanish for |t| <= 1. y = asin
    has (1 - x^2) y'' = x y', from which each one follows from two others."""
    a = [arc_sine(c), 1 / (1 - c * c).sqrt()]
    n = 0
    while abs(a[-1]) * scale ** (n + 1) > Decimal(10) ** -60:
        a.append((c * (n + 1) * (2 * n + 1) * a[n + 1] + n * n * a[n]) /
                 ((1 - c * c) * (n + 1) * (n + 2)))
        n += 1
    return [figure * scale ** i for i, figure in enumerate(a)]


def polynomial(a, x):
    total = Decimal(0)
    for figure in reversed(a):
        total = total * x + figure
    return total


def slope(a):
    return [i * figure for i, figure in enumerate(a)][1:]


def solution(rows):
    """Of linear equations, each given as its coefficients and then its right side (Gauss)."""
    n = len(rows)
    for i in range(n):
        best = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[best] = rows[best], rows[i]
        for k in range(i + 1, n):
            factor = rows[k][i] / rows[i][i]
            rows[k] = [x - factor * y for x, y in zip(rows[k], rows[i])]
    x = [Decimal(0)] * n
    for i in reversed(range(n)):
        x[i] = (rows[i][n] - sum(rows[i][k] * x[k] for k in range(i + 1, n))) / rows[i][i]
    return x


def zero_near(a, x):
    """Newton's method."""
    derivative = slope(a)
    for _ in range(100):
        step = polynomial(a, x) / polynomial(derivative, x)
        x -= step
        if abs(step) < Decimal(10) ** -25:
            return x
    raise ArithmeticError('no zero')


def minimax(a, degree):
    """The polynomial with the least greatest difference from that of coefficients a on -1..1: their
    difference has the same size, with signs that alternate, at degree + 2 points (Evgeny Remez,
    1934). The first points are those of Chebyshev's polynomial; the next ones are where the
    difference is greatest."""
    n = degree + 2
    points = [Decimal(-math.cos(math.pi * i / (n - 1))) for i in range(n)]
    points[0], points[-1] = Decimal(-1), Decimal(1)
    for _ in range(50):
        *best, _ = solution([[x ** i if i else Decimal(1) for i in range(n - 1)] +
                             [Decimal((-1) ** k), polynomial(a, x)] for k, x in enumerate(points)])
        difference = slope([x - y for x, y in zip(a, best + [Decimal(0)] * len(a))])
        moved = points[:1] + [zero_near(difference, x) for x in points[1:-1]] + points[-1:]
        assert moved == sorted(moved)
        settled = max(abs(x - y) for x, y in zip(moved, points)) < Decimal(10) ** -20
        points = moved
        if settled:
            return best
    raise ArithmeticError('the points do not settle')


def asin_table():
    scale = Decimal(1) / 512
    j = ASIN_FIRST
    for degree, end in ASIN_ENDS.items():
        for j in range(j, end):
            a = arc_sine_series(Decimal(2 * j + 1) / 512, scale)
            best = [x / scale ** i for i, x in enumerate(minimax(a, degree))]
            high = nearest_multiple(a[0], Decimal(2) ** -51)
            yield [rounded(x) for x in [high, best[0] - high] + best[1:]]
        j = end


def root_table():
    for octave in range(2):
        for m in range(64):
            z = (1 + Decimal(2 * m + 1) / 128) * Decimal(2) ** (octave - 1)
            yield rounded(nearest_multiple(1 / z.sqrt(), Decimal(10) ** -14))


def left_threshold(w, a, b):
    """x is w^(1/a), which rises with w and a, times (1 - b)^(1/b), which falls with b."""
    left = w ** (1 / a) if a > 0 else Decimal(w == 1)
    right = (1 - b) ** (1 / b) if b > 0 else Decimal(-1).exp()
    return 1 - (-left * right).exp()


def right_threshold(w, a):
    """y is -ln(w). x is (1 - a + a y)^(1/a), or its limit for a = 0."""
    if w == 0:
        return Decimal(1)
    y = -w.ln()
    x = (1 - a + a * y) ** (1 / a) if a > 0 else (y - 1).exp()
    return 1 - (y - x).exp()


def threshold_bounds(low, high):
    """The last unit below which no threshold is, and the last one in which one may be."""
    margin = Decimal(10) ** -6
    return [max(0, math.floor((low - margin) * 256)), min(255, math.floor((high + margin) * 256))]


def threshold_table():
    grid = [Decimal(i) / THRESHOLDS for i in range(THRESHOLDS + 1)]
    least = Decimal(-1).exp()
    cells = list(zip(grid, grid[1:]))
    for a, b in cells:
        left = [(left_threshold(w, a, b), left_threshold(v, b, a)) for w, v in cells]
        # The threshold falls with a. As w rises, it falls to 0 at w = 1/e, and rises from there.
        right = [(Decimal(0) if w < least < v else min(right_threshold(w, b), right_threshold(v, b)),
                  max(right_threshold(w, a), right_threshold(v, a))) for w, v in cells]
        yield [bound for low, high in left + right for bound in threshold_bounds(low, high)]


def factor_line(factor, low, high):
    """The secant, scaled to err by half as much, on both sides."""
    slope = (factor(high) - factor(low)) / (high - low)
    constant = factor(low) - slope * low
    inside = [low + (high - low) * i / 32 for i in range(33)]
    error = max(((constant + slope * z) / factor(z) - 1 for z in inside), key=abs)
    return [struct.unpack('f', struct.pack('f', x / (1 + error / 2)))[0] for x in (constant, slope)]


def factor_table():
    for factor in (lambda z: (-2 * z.ln() / z).sqrt(), lambda z: (-2 * (1 - z).ln() / (1 - z)).sqrt()):
        ends = [(1 + Decimal(i % 8) / 8) * Decimal(2) ** (i // 8 - 10) for i in range(73)]
        lines = [factor_line(factor, low, high) for low, high in zip(ends, ends[1:])]
        yield [x for line in lines + lines[-1:] for x in line]


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


def plain_array(declaration, figures):
    text = ', '.join(map(hexadecimal, figures)) + ','
    return '\n%s = {\n%s\n};\n' % (declaration, textwrap.fill(
        text, 100, initial_indent='    ', subsequent_indent='    ', break_on_hyphens=False))


def doubles(rows):
    return (map(hexadecimal, row) for row in rows)


def tables():
    parts = [
        TABLES_HEADER,
        '\n/* invc, logc */',
        array('const double nprand__log_table[%d][2]' % ENTRIES, doubles(log_table())),
        '\n/* bits of the tail, bits of 2^(i/128) less i * 2^45 */',
        array('const uint64_t nprand__exp_table[%d][2]' % ENTRIES,
              (map(words, row) for row in exp_table())),
        '\n/* invc, logc, logctail; then a zero */',
        array('const double nprand__pow_log_table[%d][4]' % ENTRIES, doubles(pow_table())),
        '\n/* invc, logc */',
        array('const double nprand__log2_table[%d][2]' % LOG2_ENTRIES, doubles(log2_table())),
        '\n/* sin(k/128), its tail, cos(k/128), its tail; then zeros */',
        array('const double nprand__sine_table[128][4]', doubles(sine_table())),
        '\n/* asin((2 j + 1)/512 + h) for j from %d on: two parts of the constant, then the'
        '\n * coefficients of h, h^2, ...; then zeros */' % ASIN_FIRST,
        array('const double nprand__asin_table[%d][12]' % (max(ASIN_ENDS.values()) - ASIN_FIRST),
              doubles(asin_table())),
        '\n/* 1/sqrt(z) */',
        plain_array('const double nprand__root_table[128]', root_table()),
        '\n/* for each 32nd of a, of a side and of w: the lowest unit and the highest one */',
        array('const uint8_t nprand__threshold_table[%d][%d]' % (THRESHOLDS, 4 * THRESHOLDS),
              (map(str, row) for row in threshold_table())),
        '\n/* for each eighth of an octave of z: a constant and a slope */',
        array('const double nprand__factor_table[2][146]', doubles(factor_table())),
        '\n/* clang-format on */\n',
    ]
    return ''.join(parts)


def main():
    getcontext().prec = 80
    if sys.argv[1:] not in ([], ['--check']):
        sys.exit(__doc__)
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'tables.c')
    text = tables()
    if sys.argv[1:]:
        with open(path) as file:
            if file.read() != text:
                sys.exit('tables.c is not what tables.py writes')
    else:
        with open(path, 'w', newline='\n') as file:
            file.write(text)


if __name__ == '__main__':
    main()
