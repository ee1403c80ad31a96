# SPDX-License-Identifier: BSD-3-Clause
"""What the generators of vectors share: doubles as text, and MT19937's words backwards, from what
is drawn to the key.
"""
from __future__ import division


def hex_float(x):
    """The shortest form of float.hex(); C's strtod() reads it back to the same bits."""
    text = float(x).hex()
    if "p" not in text:
        return text
    mantissa, exponent = text.split("p")
    return mantissa.rstrip("0").rstrip(".") + "p" + exponent if "." in mantissa else text


def untemper(word):
    """The word of the key that is drawn as word: MT19937's tempering backwards. Each of its steps
    mixes in bits from one side only; the ones that are known give the next ones on."""
    y = word ^ word >> 18
    y ^= y << 15 & 0xefc60000
    mixed = y
    for _ in range(4):
        y = mixed ^ (y << 7 & 0x9d2c5680)
    mixed = y
    for _ in range(2):
        y = mixed ^ y >> 11
    return y


def words_of_uniform(u):
    """The two words of the key that are drawn as a uniform double: 27 bits of the one, 26 of the
    other."""
    bits = int(u * 2 ** 53)
    return [untemper(bits >> 26 << 5), untemper((bits & 2 ** 26 - 1) << 6)]
