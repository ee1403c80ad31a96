#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Writes src/cli/selftest_vectors.c, the draws that the command nprand selftest repeats: of each
method, some lines of its vectors.

    src/cli/selftest_vectors.py            writes the file
    src/cli/selftest_vectors.py --check    fails if the file is not what would be written
"""

import argparse
import os
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
FILE = os.path.join(ROOT, "src", "cli", "selftest_vectors.c")
VECTORS = os.path.join(ROOT, "vectors")

SETS = 4           # parameters of a method
MOST_VALUES = 1250
SEEDS = ["12345", "0", "[1,2,3]", "42", "4294967295", "1", "2"]
# published.txt has texts; seeds and their words are part of every other line; the command has no
# choice with probabilities of float32.
NOT_DRAWS = {"published", "seed", "seed_array", "choice_p_float"}

HEAD = """\
/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Written by selftest_vectors.py from vectors/: do not edit.
 */
#include "selftest.h"

/* clang-format off */
const struct self_test self_tests[] = {
"""
TAIL = """\
    {.method = 0},
};
"""


def fields_of(line):
    fields = dict(word.split("=", 1) for word in line.split(" ") if "=" in word)
    return fields if fields.keys() >= {"seed", "args", "n", "pos", "gauss", "key", "hash"} else None


def plain_lines(path):
    """The lines of single calls of a method without preparation, that are accepted."""
    with open(path, encoding="ascii") as file:
        for line in file:
            fields = None if line.startswith(("#", "end ")) else fields_of(line.rstrip("\n"))
            if not fields or "before" in fields or "calls" in fields:
                continue
            if fields["seed"] in SEEDS and 2 <= int(fields["n"]) <= MOST_VALUES:
                yield fields


def spread(items, count):
    """count of the items, the first one and the last one with them."""
    if len(items) <= count:
        return items
    return [items[i * (len(items) - 1) // (count - 1)] for i in range(count)]


def chosen_lines(path):
    by_args = {}
    elements = "shuffle" in path or "permutation_array" in path
    for fields in plain_lines(path):
        if elements and fields["args"] != "8":  # the command has int64
            continue
        if re.search("nan|inf|empty", fields["args"]):
            continue
        by_args.setdefault(fields["args"], []).append(fields)
    for i, lines in enumerate(spread(list(by_args.values()), SETS)):
        most = max(int(fields["n"]) for fields in lines)
        longest = [fields for fields in lines if int(fields["n"]) == most]
        order = SEEDS[i % len(SEEDS):] + SEEDS[:i % len(SEEDS)]
        yield min(longest, key=lambda fields: order.index(fields["seed"]))


def decimal(text):
    """An argument as the command takes it."""
    if ":" in text:
        return ",".join(decimal(item) for item in text.split(":"))
    return repr(float.fromhex(text)) if re.fullmatch("-?0x.*", text) else text


def call_of(method, fields):
    """The words, and the options as fields in C."""
    n = fields["n"]
    args = [] if fields["args"] == "none" else fields["args"].split(",")
    options = {"size": n}
    if method in ("rand", "randn", "bytes", "permutation"):
        return method + " " + n, {}
    if method in ("shuffle", "permutation_array"):
        return method.partition("_")[0], {"items": int(n)}
    if method == "random_raw":
        options["dtype"] = "uint32"
    if method == "choice":
        population, replace, p = args
        args = [population]
        options.update({"p": decimal(p)} if p != "none" else {})
        options.update({"no_replace": True} if replace == "0" else {})
    if method.endswith("_endpoint"):
        args[1] = str(int(args[1]) + 1)
    if method.startswith("randint_"):
        method, options["dtype"] = method.split("_")[:2]
    return " ".join([method] + [decimal(arg) for arg in args]), options


def initializer(values):
    def text(value):
        if isinstance(value, bool):
            return "true"
        return str(value) if isinstance(value, int) else '"%s"' % value
    return "    {%s},\n" % ", ".join(".%s = %s" % (name, text(v)) for name, v in values.items())


def table():
    rows = []
    for name in sorted(os.listdir(VECTORS)):
        method, ending = os.path.splitext(name)
        if ending != ".txt" or method in NOT_DRAWS:
            continue
        for fields in chosen_lines(os.path.join(VECTORS, name)):
            words, options = call_of(method, fields)
            rows.append(initializer({
                "method": method, "seed": fields["seed"], "words": words, **options,
                "pos": int(fields["pos"]), "gauss": fields["gauss"], "key": fields["key"],
                "hash": fields["hash"]}))
    return HEAD + "".join(rows) + TAIL


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    check = parser.parse_args().check
    wanted = table()
    if not check:
        with open(FILE, "w", encoding="ascii", newline="\n") as file:
            file.write(wanted)
        return 0
    with open(FILE, encoding="ascii") as file:
        if file.read() == wanted:
            return 0
    print("src/cli/selftest_vectors.c is not what selftest_vectors.py writes", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
