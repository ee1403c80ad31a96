#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Write the vectors of calls with arrays as parameters from the installed NumPy, or compare them.

    generate_each.py              write each/RELEASE.txt, RELEASE being the installed NumPy
    generate_each.py --check      write nothing; exit 1 if the file differs from what NumPy gives

Needs NumPy and the standard library. The format is described in README.md. Runs on Python 2.7 too.
"""
from __future__ import division, print_function

import argparse
import os
import sys
import warnings

import numpy as np

from generate import (HERE, PROVENANCE, SHOW_ALL, SHOW_LAST, arg_text, canonical, prepare, provenance,
                      raw, read_file, release, seeded, sha256, state_text, value_texts, version_text)

NAN, INF = float("nan"), float("inf")

# The words of a refusal are those of nprand_strerror() from this release on.
LAST_WORDS = (1, 23, 5)

# Seeds, what is done before, and numbers of values. The values of an array are repeated up to n.
# Chunks of the library's fills have 2048 values, and 192 values are brought together.
JOBS = (("12345", None, None), ("0", "gauss", 257), ("42", None, 5000))

REAL = [0.5, -7.5, 1e10, 5e-324, -1e300, NAN, 3.0]
SCALE = [1.0, 0.0, 2.5, 1e-3, 1e300, NAN, INF]
SHAPE = [0.0, 1.0, 0.3, 2.5, 1e-5, 30.0, 1 + 2.0 ** -52, NAN]
POSITIVE = [0.5, 1.0, 2.0, 1e-5, 30.0, 1e-300, 1e300, NAN]
DEGREES = [0.3, 1.0, 1.5, 2.0, 100.0, NAN]
NONC = [0.0, 1e-3, 2.0, 200.0, NAN]
CHANCE = [0.5, 0.0, 1.0, 0.3, 0.999, 1e-9]

# Method: the parameters of several calls. A list is an array, and a number one value for all.
SETS = [
    ("uniform", [([-1.5, 0.0, 3.0, -8e307], [2.0, 1.0, -3.0, 8e307, 5.0]), ([0.0, 10.0, 100.0], 1.0),
                 (0.0, [1.0, 2.0, 3.0])]),
    ("normal", [(REAL, SCALE), (REAL, 2.0), (1.0, [1.0, 2.0, 3.0]),
                ([1.0, 2.0, 3.0, 4.0], [1.0, 0.5, 0.25])]),
    ("exponential", [(SCALE,), ([1.0, 2.0, 3.0],)]),
    ("standard_gamma", [(SHAPE,), ([2.0, 0.5],)]),
    ("gamma", [(SHAPE, SCALE), ([2.0, 0.5, 1.0], 3.0), (2.5, [1.0, 2.0])]),
    ("beta", [([0.5, 1.0, 2.0, 1e-5, 30.0, NAN], [0.5, 1.0, 3.0, 1e-5, 2.0]), ([0.5, 2.0], 3.0)]),
    ("chisquare", [(DEGREES,), ([1.0, 5.0],)]),
    ("noncentral_chisquare", [(DEGREES, NONC), ([3.0, 4.0], [1.0, 2.0, 3.0])]),
    ("f", [(DEGREES, DEGREES[:5]), ([5.0, 10.0], 20.0)]),
    ("noncentral_f", [(DEGREES, DEGREES[:5], NONC[:4]), ([5.0, 10.0], 20.0, [1.0, 2.0, 3.0])]),
    ("standard_t", [(DEGREES,), ([1.0, 10.0],)]),
    ("lognormal", [([0.0, -1.0, 0.5, 700.0], [0.5, 0.0, 2.0, 300.0, NAN]), (0.0, [0.5, 0.25, 1.0])]),
    ("laplace", [(REAL, SCALE[:5]), ([0.0, 1.0], 2.0)]),
    ("logistic", [(REAL, SCALE[:5]), ([0.0, 1.0], 2.0)]),
    ("gumbel", [(REAL, SCALE[:5]), ([0.0, 1.0], 2.0)]),
    ("pareto", [(POSITIVE,), ([3.0, 2.0, 1.0],)]),
    ("power", [(POSITIVE,), ([3.0, 2.0, 1.0],)]),
    ("weibull", [([0.5, 0.0, 1.5, 0.0, 1e-300, 3.0, NAN],), ([1.5, 3.0],)]),
    ("rayleigh", [(SCALE,), ([1.0, 2.0, 3.0],)]),
    ("triangular", [([-1.0, 0.0, -1e10, NAN], [0.5, 0.0, 1.0], [1.0, 2.0, 1e10, 1.5, 8.0]),
                    (-1.0, [0.0, 0.5], 1.0)]),
    ("vonmises", [([0.0, 3.0, -7.0, 1e10], [4.0, 0.0, 1e-9, 2e-8, 1e-6, 0.5, 1e2, 1e7]),
                  (0.0, [1.0, 2.0, NAN])]),
    ("wald", [([3.0, 1.0, 1e6, 1e-3, NAN], [2.0, 0.1, 1e-8, 1e8]), ([1.0, 2.0, 3.0], 4.0)]),
    ("randint", [([0, -5, -2 ** 63], [1, 7, 1000, 2 ** 40, 2 ** 63 - 1]), (0, [1, 10, 100, 1000]),
                 ([-3, -2, -1], 5)]),
    ("randint_bool", [(0, [2, 1, 2, 2]), ([0, 1, 1], 2), ([0, 1, 0], [1, 2, 2])]),
    ("randint_int8", [([-128, -3, 0], [1, 2, 100, 128]), (-10, [10, 0, 100])]),
    ("randint_int16", [([-32768, -3, 0], [1, 300, 32768, 2]), (-10, [10, 0, 1000])]),
    ("randint_int32", [([-2 ** 31, -3, 0], [1, 300, 2 ** 31, 2]), (-10, [10, 0, 1000])]),
    ("randint_int64", [([0, -5, -2 ** 63], [1, 7, 2 ** 32, 2 ** 63 - 1]), (-10, [10, 0, 1000])]),
    ("randint_int64_endpoint", [([0, -5, -2 ** 63], [0, 7, 2 ** 32 - 1, 2 ** 63 - 1])]),
    ("randint_uint8", [(0, [100, 50, 200, 100]), ([0, 1, 3], [4, 5, 100, 256, 4])]),
    ("randint_uint16", [([0, 1, 3], [4, 5, 300, 65536]), (0, [100, 5000, 200, 65536])]),
    ("randint_uint32", [([0, 1, 3], [4, 300, 2 ** 32, 5]), (0, [100, 5000, 200])]),
    ("randint_uint64", [([0, 1, 3], [4, 300, 2 ** 32, 2 ** 33, 2 ** 64 - 1]), (0, [100, 5000, 200])]),
    ("randint_uint64_endpoint", [([0, 1, 3], [3, 300, 2 ** 32 - 1, 2 ** 64 - 1])]),
    ("random_integers", [([1, 0, -3, -2 ** 63], 6), ([1, 2, 3], 1000)]),
    ("poisson", [([0.0, 3.0, 10.0, 10 - 2.0 ** -50, 0.5, 30.0, 1e6, 1e15, 9.2233720064847708e18],),
                 ([1.0, 10.0, 100.0, 1000.0],)]),
    ("binomial", [([0, 1, 10, 60, 1000, 10 ** 9], CHANCE[:5]), ([10, 20, 1000], 0.5),
                  (100, [0.1, 0.5, 0.9]), ([10, 10, 10, 20], [0.5, 0.5, 0.25]),
                  ([2 ** 54, 10, 2 ** 60], [0.5, 0.25])]),
    ("negative_binomial", [([0.5, 1.0, 3.5, NAN], [0.5, 1.0, 0.2, 0.0, 0.9]), ([1.0, 5.0], 0.5)]),
    ("geometric", [([0.5, 1.0, 1 / 3, 0.3, 0.01, 1e-17],), ([0.1, 0.9],)]),
    ("hypergeometric", [([20, 200, 0, 1000000], [60, 30, 300], [1, 10, 11, 30, 25]),
                        ([15, 100], 15, [8, 10, 11])]),
    ("logseries", [([0.5, 0.1, 0.9, 0.999999],), ([0.6, 0.7, 0.8],)]),
    ("zipf", [([2.0, 1.05, 1.5, 100.0],), ([1.5, 2.0, 3.0],)]),
]

# Calls that NumPy refuses: the order of its checks, and its words for arrays.
REFUSED = [
    ("uniform", ([0.0, 1.0], [1.0, INF])), ("uniform", ([0.0, NAN], [1.0, 2.0])),
    ("uniform", ([-1.5e308, 0.0], 1.5e308)),
    ("normal", (0.0, [1.0, -1.0])), ("normal", ([NAN, 0.0], [1.0, -0.0])),
    ("exponential", ([1.0, -0.0],)), ("standard_gamma", ([1.0, -1.0],)),
    ("gamma", ([1.0, -1.0], [-1.0, 1.0])), ("gamma", ([1.0, 1.0], [-1.0, 1.0])),
    ("beta", ([1.0, 0.0], [0.0, 1.0])), ("beta", ([1.0, NAN], [0.0, 1.0])),
    ("chisquare", ([1.0, 0.0],)), ("noncentral_chisquare", ([1.0, 0.0], [-1.0, 1.0])),
    ("noncentral_chisquare", ([1.0, 1.0], [-1.0, 1.0])), ("f", ([1.0, 0.0], [0.0, 1.0])),
    ("f", ([1.0, 1.0], [0.0, 1.0])), ("noncentral_f", ([1.0, 0.0], [0.0, 1.0], [-1.0, 1.0])),
    ("noncentral_f", ([1.0, 1.0], [1.0, 0.0], [-1.0, 1.0])),
    ("noncentral_f", ([1.0, 1.0], [1.0, 1.0], [-1.0, 1.0])), ("standard_t", ([1.0, 0.0],)),
    ("lognormal", ([1.0, 0.0], [1.0, -1.0])), ("laplace", ([1.0, 0.0], [1.0, -1.0])),
    ("logistic", ([1.0, 0.0], [1.0, -1.0])), ("gumbel", ([1.0, 0.0], [1.0, -1.0])),
    ("pareto", ([1.0, 0.0],)), ("power", ([1.0, 0.0],)), ("weibull", ([1.0, -1.0],)),
    ("rayleigh", ([1.0, -1.0],)), ("triangular", ([1.0, 0.0, 3.0], [1.0, 2.0, 2.0], [1.0, 1.0, 4.0])),
    ("triangular", ([1.0, 0.0], [1.0, 2.0], [1.0, 1.0])), ("triangular", ([1.0, 0.0], [1.0, 1.0], 1.0)),
    ("vonmises", ([1.0, 0.0], [1.0, -1.0])), ("wald", ([1.0, 0.0], [0.0, 1.0])),
    ("wald", ([1.0, 1.0], [0.0, 1.0])),
    ("randint", ([0, 0], [5, 0])), ("randint", ([0, 1], [0, 5])), ("randint", (0, [5, 0])),
    ("randint", ([1, 5], 5)), ("randint", ([0, -2 ** 63], [5, -2 ** 63])), ("randint_bool", ([0, -1], [3, 1])), ("randint_bool", ([0, 0], [3, 1])),
    ("randint_bool", ([1, 0], [1, 1])), ("randint_int8", ([0, -129], [129, 1])),
    ("randint_int8", ([0, 128], [129, 1])), ("randint_int8", ([0, 128], [1, 1])),
    ("randint_int16", ([0, -32769], [32769, 1])), ("randint_int16", ([0, 0], [32769, 1])),
    ("randint_int32", ([0, -2 ** 31 - 1], [1, 1])), ("randint_int32", ([0, 0], [1, 2 ** 31 + 1])),
    ("randint_int64", ([0, 2], [1, 1])), ("randint_uint8", ([0, -1], [257, 1])),
    ("randint_uint8", ([0, 300], [1, 2])), ("randint_uint8", ([0, 3], [1, 500])),
    ("randint_uint16", ([0, -1], [1, 1])), ("randint_uint16", ([0, 0], [1, 65537])),
    ("randint_uint32", ([0, -1], [1, 1])), ("randint_uint32", ([0, 0], [1, 2 ** 32 + 1])),
    ("randint_uint64", ([0, 2], [1, 1])), ("random_integers", ([1, 7], 6)),
    ("poisson", ([-1.0, NAN],)), ("poisson", ([1.0, -1.0],)), ("poisson", ([1e19, -1.0],)),
    ("binomial", ([-1, 1], [0.5, NAN])), ("binomial", ([-1, 1], [0.5, 1.5])),
    ("binomial", ([-1, 1], [0.5, 0.5])), ("negative_binomial", ([0.0, 1.0], [0.5, NAN])),
    ("negative_binomial", ([1.0, 1.0], [0.5, NAN])), ("geometric", ([0.5, 0.0],)),
    ("geometric", ([0.5, NAN],)), ("hypergeometric", ([5, -5], [5, 5], [0, 6])),
    ("hypergeometric", ([5, -5], [-5, 15], [0, 6])), ("hypergeometric", ([5, 5], [-5, 15], [0, 6])),
    ("hypergeometric", ([5, 5], [5, 15], [0, 6])), ("logseries", ([0.5, 1.0],)),
    ("logseries", ([0.5, NAN],)), ("zipf", ([2.0, 1.0],)), ("zipf", ([NAN, 2.0],)),
]


# ---- NumPy's call -------------------------------------------------------------------------------

def dtype_of(method):
    """Of the values."""
    if not method.startswith("randint_"):
        integers = ("randint", "random_integers", "poisson", "binomial", "negative_binomial",
                    "geometric", "hypergeometric", "logseries", "zipf")
        return np.dtype("i8" if method in integers else "f8")
    return np.dtype(method.split("_")[1])


def array_of(values, n, dtype):
    """Repeated up to n. Integers above those of the dtype long stay what they are."""
    array = np.array((values * (n // len(values) + 1))[:n], dtype)
    return array


def call(rs, method, params, n):
    def given(value, dtype):
        return array_of(value, n, dtype) if isinstance(value, list) else value

    if method.startswith("randint"):
        more = {} if method == "randint" else {"dtype": method.split("_")[1]}
        low, high = params
        # 2^63 and 2^64 fit no C integer.
        if method.endswith("_endpoint"):
            high = [value + 1 for value in high]
        return rs.randint(given(low, object), given(high, object), **more)
    kinds = {"random_integers": ["l", "l"], "hypergeometric": ["l"] * 3, "binomial": ["l", "d"]}
    kinds = kinds.get(method, ["d"] * 3)
    return getattr(rs, method)(*[given(value, kind) for value, kind in zip(params, kinds)])


# ---- Lines --------------------------------------------------------------------------------------

def param_text(value):
    return ":".join(map(arg_text, value)) if isinstance(value, list) else arg_text(value)


def head(method, seed, before, params, n):
    return "method=%s numpy=%s seed=%s before=%s args=%s n=%d" % (
        method, version_text(release()), seed, before or "nothing",
        ",".join(map(param_text, params)), n)


def drawn_line(method, params, seed, before, n):
    """None if this release refuses the call, or has no arrays for it."""
    rs = seeded(seed)
    prepare(rs, before)
    try:
        values = canonical(call(rs, method, params, n), dtype_of(method))
    except (ValueError, TypeError, OverflowError):
        return None
    shown = ["values:"] + value_texts(values) if n <= SHOW_ALL else \
        ["last:"] + value_texts(values[-SHOW_LAST:])
    return " ".join([head(method, seed, before, params, n), state_text(rs),
                     "hash=" + sha256(raw(values), 16)] + shown)


def refused_line(method, params):
    rs = seeded("12345")
    n = max(len(value) for value in params if isinstance(value, list))
    try:
        call(rs, method, params, n)
    except (ValueError, OverflowError) as error:
        return " ".join([head(method, "12345", None, params, n), state_text(rs), "refused:",
                         str(error)])
    sys.exit("%s%s is not refused" % (method, params))


def is_drawn(method, params):
    """Whether the library refuses it in no release that accepts it: in early ones 0 and NaN differ,
    and hypergeometric overflows."""
    if release() >= (1, 17, 0):
        return True
    numbers = [x for value in params for x in (value if isinstance(value, list) else [value])]
    return all(x == x and x != 0 for x in numbers)


def lines():
    title = ["# SPDX-License-Identifier: BSD-3-Clause", "#",
             "# RandomState's calls with arrays as parameters."]
    title += [line.text for line in provenance("python3 vectors/generate_each.py")]
    drawn = []
    for method, sets in SETS:
        for params in sets:
            if not is_drawn(method, params):
                continue
            longest = max(len(value) for value in params if isinstance(value, list))
            for seed, before, n in JOBS:
                drawn.append(drawn_line(method, params, seed, before, n or longest))
    drawn += [drawn_line("randint_uint8", (0, [100, 50, 200, 100]), "0", None, 4)]
    drawn = [line for line in drawn if line is not None]
    if release() >= LAST_WORDS:
        drawn += [refused_line(method, params) for method, params in REFUSED]
    return title + [""] + drawn + ["", "end lines=%d" % len(drawn)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args()
    warnings.simplefilter("ignore")  # random_integers; NaN and infinity
    path = os.path.join(HERE, "each", version_text(release()) + ".txt")
    text = lines()
    if not options.check:
        with open(path, "wb") as file:
            file.write("".join(line + "\n" for line in text).encode("ascii"))
        return 0
    old = read_file(path).split("\n")[:-1]
    facts = [[line for line in one if not line.startswith(PROVENANCE)] for one in (old, text)]
    different = [pair for pair in zip(*facts) if pair[0] != pair[1]]
    for have, want in different:
        print("  file:  %s\n  NumPy: %s" % (have, want))
    if len(facts[0]) != len(facts[1]):
        different.append("%d lines, and NumPy gives %d" % (len(facts[0]), len(facts[1])))
        print(different[-1])
    print("NumPy %s: %d lines, %d differences" % (np.__version__, len(facts[1]), len(different)))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
