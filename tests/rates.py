#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Counts the values that two builds of the nprand command draw differently, method by method.

    tests/rates.py build/nprand other/nprand
    tests/rates.py build/nprand 'env GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2,-FMA4 system/nprand'

Each draws the same values after seed 0, and prints them with 17 digits: as many as tell doubles
apart. docs/bits.md has what came out. Needs no NumPy.
"""

import argparse
import shlex
import subprocess

REQUESTS = [
    "random_sample", "uniform -1 1", "triangular 0 1 3", "randint 0 100",
    "standard_normal", "standard_exponential", "standard_gamma 0.5", "standard_gamma 3",
    "beta 0.5 0.5", "beta 2 3", "chisquare 3", "noncentral_chisquare 3 2", "noncentral_chisquare 0.5 2",
    "f 3 5", "standard_t 3", "standard_cauchy", "lognormal 0 1", "laplace", "logistic", "gumbel",
    "pareto 3", "power 3", "weibull 1.5", "rayleigh", "--numpy 1.20 rayleigh", "vonmises 0 0.5",
    "vonmises 0 4", "vonmises 0 100", "wald 1 2", "dirichlet 0.5,1,2",
    "poisson 5", "poisson 50", "binomial 10 0.5", "binomial 1000 0.3", "negative_binomial 5 0.3",
    "geometric 0.1", "hypergeometric 50 60 40", "logseries 0.7", "zipf 2", "multinomial 20 0.2,0.3,0.5",
]


def start(command, request, size):
    words = shlex.split(command) + ["--seed", "0", "--size", str(size), "--repr"] + request.split()
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True)


def values_of(process):
    text = process.communicate()[0]
    if process.returncode != 0:
        raise SystemExit("%s: exit status %d" % (shlex.join(process.args), process.returncode))
    return text.translate(str.maketrans("[]", "  ")).split()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("command", help="an nprand command")
    parser.add_argument("other", help="another one, or the same in another environment")
    parser.add_argument("--size", type=int, default=1000000, help="values, or rows, of each method")
    options = parser.parse_args()

    print("%-28s %9s %9s %9s" % ("method", "values", "differ", "rate"))
    for request in REQUESTS:
        pair = [start(command, request, options.size) for command in (options.command, options.other)]
        one, other = map(values_of, pair)
        if len(one) != len(other):
            raise SystemExit("%s: %d values and %d" % (request, len(one), len(other)))
        differ = sum(map(str.__ne__, one, other))
        print("%-28s %9d %9d %9.2g" % (request, len(one), differ, differ / len(one)), flush=True)


if __name__ == "__main__":
    main()
