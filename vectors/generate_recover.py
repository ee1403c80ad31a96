#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Write recover/<release>.txt from the installed NumPy, or compare it with that file.

    generate_recover.py            write the file of this NumPy's release
    generate_recover.py --check    write nothing; exit 1 if a value differs from what NumPy gives

Any NumPy that has randint(dtype=...) gives the same values: --check compares with the last release
that has a file. A line is RandomState(seed), from which doubles, then n outputs, then doubles are
drawn:

    outputs=doubles seed=1 skip=3 n=623 before=3fe... first=3fd... last=3fc... hash=2c0f... after=3fb...

    outputs=  doubles: random_sample(n); words: randint(0, 2**32, n, np.uint32); or randint(0, 2**k, n)
              as randint:k
    skip=     the doubles before
    before=   the last of these, as the 16 digits of its bits
    first=    the first output: a double as before, an integer in 16 digits
    last=     the last output
    hash=     the first 16 digits of the SHA-256 of the 10**6 doubles after them, as little-endian bytes
    after=    the first of these
"""
import argparse
import hashlib
import pathlib
import platform
import sys

import numpy as np

FOLDER = pathlib.Path(__file__).resolve().parent / "recover"
AFTER = 10**6
CASES = [("words", 0, 1, 624), ("words", 1, 311, 625), ("words", 2, 312, 3000),
         ("doubles", 0, 1, 623), ("doubles", 3, 311, 623), ("doubles", 4, 312, 700),
         ("doubles", 4294967295, 1000, 2000), ("randint:16", 5, 10, 1247),
         ("randint:8", 6, 200, 3739)]


def digits(value):
    bits = np.float64(value).view(np.uint64) if isinstance(value, (float, np.floating)) else value
    return "%016x" % int(bits)


def draw(rs, outputs, n):
    if outputs == "doubles":
        return rs.random_sample(n)
    if outputs == "words":
        return rs.randint(0, 2**32, n, np.uint32)
    return rs.randint(0, 2**int(outputs.split(":")[1]), n)


def line(outputs, seed, skip, n):
    rs = np.random.RandomState(seed)
    before = rs.random_sample(skip)[-1]
    x = draw(rs, outputs, n)
    after = rs.random_sample(AFTER)
    return "outputs=%s seed=%d skip=%d n=%d before=%s first=%s last=%s hash=%s after=%s" % (
        outputs, seed, skip, n, digits(before), digits(x[0]), digits(x[-1]),
        hashlib.sha256(after.astype("<f8").tobytes()).hexdigest()[:16], digits(after[0]))


def file_lines():
    body = [line(*case) for case in CASES]
    return [
        "# SPDX-License-Identifier: BSD-3-Clause",
        "#",
        "# Outputs to recover a generator from; see generate_recover.py for the format.",
        "# provenance: NumPy " + np.__version__,
        "# provenance: CPU: " + platform.machine(),
        "# provenance: Python " + platform.python_version(),
        "# provenance: command: python3 vectors/generate_recover.py",
    ] + body + ["end lines=%d" % (len(body) + 1)]


def checked(lines):
    return [text for text in lines if not text.startswith("# provenance: ")]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args()
    lines = file_lines()
    if options.check:
        path = max(FOLDER.glob("*.txt"))
        same = checked(path.read_text(encoding="ascii").splitlines()) == checked(lines)
        print("%s: %s" % (path.name, "the same" if same else "differs"))
        return 0 if same else 1
    path = FOLDER / (np.__version__ + ".txt")
    path.write_bytes("".join(text + "\n" for text in lines).encode("ascii"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
