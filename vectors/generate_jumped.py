#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Write jumped/<release>.txt from the installed NumPy, or compare it with that file.

    generate_jumped.py            write the file of this NumPy's release
    generate_jumped.py --check    write nothing; exit 1 if the file differs from what NumPy gives

Needs NumPy 1.17 or later. A line is a state before MT19937.jumped(count), and what comes after it:

    key=seed:12345 pos=624 count=1 pos=589 key=25501a685673509e hash=1f17650357739894 words: ...

    key=     before: seed:s, the key of RandomState(s); words:s, the first 624 words that
             RandomState(s) draws; hex:..., the 624 words themselves, 8 digits each
    pos=     before
    count=   of jumps
    pos=     after
    key=     after: the first 16 digits of the SHA-256 of the 624 words as little-endian bytes
    hash=    the same of the 1300 words that are drawn then
    words:   the first three of them, and those from 34 to 36, where the words of the jump end
"""
import argparse
import hashlib
import pathlib
import platform
import sys

import numpy as np

FOLDER = pathlib.Path(__file__).resolve().parent / "jumped"
KEYS = ("seed:12345", "words:1", "words:2")
POSITIONS = (0, 1, 35, 623, 624)
COUNTS = (-1, 0, 1, 2, 3, 10)
DRAWN = 1300
SHOWN = (0, 1, 2, 34, 35, 36)


def key_of(text):
    kind, value = text.split(":")
    if kind == "hex":
        return np.array([int(value[i:i + 8], 16) for i in range(0, len(value), 8)], np.uint32)
    rs = np.random.RandomState(int(value))
    return rs.get_state()[1] if kind == "seed" else rs.randint(0, 2**32, 624, np.uint32)


def sha256(words):
    return hashlib.sha256(words.astype("<u4").tobytes()).hexdigest()[:16]


def line(key, pos, count):
    bits = np.random.MT19937()
    state = bits.state
    state["state"] = {"key": key_of(key), "pos": pos}
    bits.state = state
    jumped = bits.jumped(count)
    after = jumped.state["state"]
    words = jumped.random_raw(DRAWN).astype(np.uint32)
    shown = " ".join("%08x" % words[i] for i in SHOWN)
    return "key=%s pos=%d count=%d pos=%d key=%s hash=%s words: %s" % (
        key, pos, count, after["pos"], sha256(after["key"]), sha256(words), shown)


def seed_sequence_key():
    """MT19937(12345) starts with another key, and at 623."""
    state = np.random.MT19937(12345).state["state"]
    return "hex:" + "".join("%08x" % word for word in state["key"]), int(state["pos"])


def vectors():
    yield "# Keys as legacy seeding leaves them, and random ones"
    for key in KEYS:
        for pos in POSITIONS:
            for count in COUNTS:
                yield line(key, pos, count)
    yield "# Many jumps"
    yield line("words:3", 300, 100)
    yield "# MT19937(12345)"
    yield line(*seed_sequence_key(), 1)


def file_lines():
    body = list(vectors())
    return [
        "# SPDX-License-Identifier: BSD-3-Clause",
        "#",
        "# MT19937.jumped; see generate_jumped.py for the format.",
        "# provenance: NumPy " + np.__version__,
        "# provenance: CPU: " + platform.machine(),
        "# provenance: Python " + platform.python_version(),
        "# provenance: command: python3 vectors/generate_jumped.py",
    ] + body + ["end lines=%d" % (sum(not text.startswith("#") for text in body) + 1)]


def checked(lines):
    return [text for text in lines if not text.startswith("# provenance: ")]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args()
    path = FOLDER / (np.__version__ + ".txt")
    lines = file_lines()
    if options.check:
        same = checked(path.read_text(encoding="ascii").splitlines()) == checked(lines)
        print("%s: %s" % (path.name, "the same" if same else "differs"))
        return 0 if same else 1
    path.write_bytes("".join(text + "\n" for text in lines).encode("ascii"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
