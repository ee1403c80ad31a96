#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""nprand verify on files that NumPy writes: in both orders, of all types and byte orders, of each
version of the format, and as texts.

    tests/cli/verify.py build/nprand

Skipped without NumPy.
"""

import argparse
import itertools
import os
import subprocess
import sys
import tempfile

try:
    import numpy as np
except ImportError as missing:
    print("not compared:", missing)
    sys.exit(77)

TYPES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
SHAPES = [(), (1,), (7,), (0, 3), (1, 5), (5, 1), (3, 4), (2, 3, 4), (300, 500), (3, 50000), (50000, 3)]


class Runner:
    def __init__(self, nprand):
        self.nprand = nprand
        self.runs = 0
        self.failed = 0

    def expect(self, status, beginning, path, words):
        """verify of the file ends with the status, and its answer begins like that."""
        run = subprocess.run([self.nprand, "verify", path, "--seed", "5", *words],
                             capture_output=True, text=True, check=False)
        answer = run.stdout + run.stderr
        self.runs += 1
        if run.returncode == status and answer.startswith(beginning):
            return
        self.failed += 1
        print("FAILED: verify %s %s: status %d: %s" % (path, words, run.returncode, answer))


def rng():
    return np.random.RandomState(5)


def write_npy(path, array, version):
    with open(path, "wb") as file:
        np.lib.format.write_array(file, array, version=version)


def check_arrays(runner):
    for shape, fortran in itertools.product(SHAPES, (False, True)):
        array = np.asarray(rng().normal(2, 3, shape), order="F" if fortran else "C")
        count = "equal: %d value" % array.size
        for order, version in (("<", (1, 0)), (">", (2, 0)), ("<", (3, 0))):
            write_npy("x.npy", array.astype(order + "f8"), version)
            runner.expect(0, count, "x.npy", ["normal", "2", "3"])
        np.save("x.npy", array.astype("f4"))
        runner.expect(0, count, "x.npy", ["normal", "2", "3", "--dtype", "float32"])
        runner.expect(2, "nprand: verify: x.npy: the file has elements", "x.npy", ["normal", "2", "3"])


def check_types(runner):
    for name, order in itertools.product(TYPES, "<>"):
        array = rng().randint(0, 2, (20, 30), dtype=name)
        np.save("x.npy", array.astype(array.dtype.newbyteorder(order)))
        runner.expect(0, "equal: 600 values", "x.npy", ["randint", "2", "--dtype", name])
        np.savetxt("x.txt", array)
        runner.expect(0, "equal: 600 values", "x.txt", ["randint", "2", "--dtype", name])


def check_differences(runner):
    for shape in SHAPES[6:]:
        array = np.asfortranarray(rng().random_sample(shape))
        place = tuple(n // 2 for n in shape)
        array[place] = np.nextafter(array[place], 2)
        np.save("x.npy", array)
        runner.expect(1, "different: 1 of %d values\nthe first difference: at %s: the file has %s, "
                      % (array.size, list(place), repr(float(array[place]))),
                      "x.npy", ["random_sample"])


def check_texts(runner):
    array = rng().standard_cauchy((40, 5))
    for text, exact in (("%.18e", True), ("%.17g", True), ("%r", True), ("%.10f", False), ("%g", False),
                        ("%.3e", False)):
        np.savetxt("x.csv", array, fmt=text, delimiter=",")
        runner.expect(0, "equal: 200 values, to the last bit" if exact else
                      "equal to the digits printed: 200 values", "x.csv", ["standard_cauchy"])
    for printed in (np.array_str, np.array_repr):
        with open("x.txt", "w", encoding="ascii") as file:
            file.write(printed(array).replace("array(", "").replace(")", ""))
        runner.expect(0, "equal to the digits printed: 200 values", "x.txt", ["standard_cauchy"])
    with open("x.txt", "w", encoding="ascii") as file:
        file.write(str(rng().random_sample(1001)))
    runner.expect(2, "nprand: verify: x.txt, line 1: \"...\" stands", "x.txt", ["rand"])


def check_others(runner):
    for dtype in ("f2", "c16", "S3", "M8[s]", [("a", "f8")], object):
        with open("x.npy", "wb") as file:
            np.lib.format.write_array(file, np.zeros(3, dtype=dtype))
        runner.expect(2, "nprand: verify: x.npy: the ", "x.npy", ["rand"])
    np.savez("x.npz", rng().random_sample(3))
    os.replace("x.npz", "x.npy")
    runner.expect(2, "nprand: verify: x.npy: no .npy file", "x.npy", ["rand"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("nprand")
    runner = Runner(os.path.abspath(parser.parse_args().nprand))
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for check in (check_arrays, check_types, check_differences, check_texts, check_others):
            check(runner)
        os.chdir("/")
    print("%d runs, %d failed" % (runner.runs, runner.failed))
    return runner.failed > 0


if __name__ == "__main__":
    sys.exit(main())
