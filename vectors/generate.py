#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Write the vector files of libnprand from the installed NumPy, or compare them with it.

    generate.py              write the file of every method next to this script
    generate.py --release    write the file of this NumPy's release in releases/
    generate.py --check      write nothing; exit 1 if a file differs from what NumPy gives

Needs NumPy and the standard library. The format is described in README.md; what is drawn stands in
sets.py. Runs on Python 2.7 too, for the NumPys that need it.
"""
from __future__ import division, print_function

import argparse
import functools
import glob
import hashlib
import io
import os
import platform
import sys
import warnings

import numpy as np

from sets import (LISTED_LENGTH, LISTED_SEED, LONG, LONG32_SETS, METHOD_NAMED, METHODS, OLD_SETS,
                  PUBLISHED, RELEASE_SETS)
from words import hex_float, words_of_uniform

HERE = os.path.dirname(os.path.abspath(__file__))
PROVENANCE = "# provenance: "

# As many values as a line shows in full, and as many of the last ones as it shows otherwise.
SHOW_ALL = 16
SHOW_LAST = 3

def read_file(path):
    with io.open(path, encoding="ascii") as file:
        return file.read()


# ---- Text of a line -----------------------------------------------------------------------------

def arg_text(arg):
    if arg is None:
        return "none"
    if isinstance(arg, list):
        return ":".join(map(hex_float, arg)) or "empty"
    return hex_float(arg) if isinstance(arg, float) else str(arg)


def canonical(values, dtype):
    """Flat, little-endian; every NaN with the same bits, since machines differ in them."""
    values = np.asarray(values).reshape(-1).astype(dtype.newbyteorder("<"))
    if dtype.kind == "f":
        values[np.isnan(values)] = np.nan
    return values


def value_texts(values):
    if values.dtype.kind == "f":
        return ["%016x" % bits for bits in values.view("<u8").tolist()]
    return ["%d" % value for value in values.tolist()]


def raw(array):
    """Its bytes. NumPy before 1.9 has the old name."""
    return array.tobytes() if hasattr(array, "tobytes") else array.tostring()


def sha256(data, digits):
    return hashlib.sha256(data).hexdigest()[:digits]


def seeded(seed):
    """seed is Python: a number, a list, or a range."""
    if seed.startswith("range("):
        return np.random.RandomState(range(*map(int, seed[6:-1].split(","))))
    if seed.startswith("["):
        return np.random.RandomState([int(word) for word in seed[1:-1].split(",")])
    return np.random.RandomState(int(seed))


def set_uniforms(rs, uniforms):
    """Makes these the next uniform doubles: at the beginning of the key, from pos 0 on."""
    name, key, _, has_gauss, gauss = rs.get_state()
    key = key.copy()
    for i, u in enumerate(uniforms):
        key[2 * i:2 * i + 2] = words_of_uniform(u)
    rs.set_state((name, key, 0, has_gauss, gauss))


def prepare(rs, before):
    if before == "word":
        rs.randint(0, 2 ** 32, dtype="uint32")
    elif before == "gauss":
        rs.set_state(rs.get_state()[:3] + (1, -1.5))
    elif before is not None:
        set_uniforms(rs, map(float.fromhex, before.split(":")[1:]))


def state_text(rs):
    _, key, pos, has_gauss, gauss = rs.get_state()
    bits = int(np.float64(gauss).view(np.uint64))
    key = sha256(raw(np.asarray(key, "<u4")), 16)
    return "pos=%d gauss=%d:%016x key=%s" % (pos, has_gauss, bits, key)


def draw_values(method, params, rs, n):
    draw = params.draw or method.draw
    if not params.single:
        return draw(rs, n, *params.args)
    calls = [draw(rs, 1, *params.args)[0] for _ in range(n)]
    return np.array(calls, method.dtype)


def refusal(method, params, rs, n):
    try:
        draw_values(method, params, rs, n)
    except (ValueError, OverflowError) as error:
        return str(error)
    sys.exit("%s%s is not refused" % (method.name, params.args))


def is_refused(params):
    """Whether this release raises."""
    return params.refused or (params.refused_before is not None
                              and release() < params.refused_before)


def outcome(method, params, rs, n, digits, listed):
    """What stands behind n=. The state is looked at last."""
    if is_refused(params):
        words = refusal(method, params, rs, n)
        return [state_text(rs), "refused:", words]
    values = canonical(draw_values(method, params, rs, n), method.dtype)
    shown = [state_text(rs), "hash=" + sha256(raw(values), digits)]
    if listed or len(values) <= SHOW_ALL:
        return shown + ["values:"] + value_texts(values)
    return shown + ["last:"] + value_texts(values[-SHOW_LAST:])


def vector_line(method, params, job, settings=()):
    seed, before, n, digits = job
    rs = seeded(seed)
    prepare(rs, before)
    head = list(settings) + ["seed=" + seed]
    if before:
        head.append("before=" + before)
    if params.single:
        head.append("calls=single")
    head.append("args=" + (",".join(map(arg_text, params.args)) or "none"))
    head.append("n=%d" % n)
    listed = params.listed and (seed, before, n) == (LISTED_SEED, None, LISTED_LENGTH)
    return " ".join(head + outcome(method, params, rs, n, digits, listed))


# ---- Text of a file -----------------------------------------------------------------------------

def release():
    return tuple(int(part) for part in np.__version__.split(".")[:3])


def long_bits():
    return 8 * np.dtype("l").itemsize


def version_text(version):
    return "%d.%d.%d" % version


# Before it NumPy refused the same in other words, and in 1.16 less.
FIRST_WORDS = (1, 21, 0)


# Older ones refuse much of what the methods' files have. They compare the file of their release.
FIRST_COMPARED = (1, 16, 0)


def is_compared():
    """Whether this NumPy can give the methods' files."""
    return long_bits() == 64 and release() >= FIRST_COMPARED


def is_drawn(params):
    """Whether this release gives the values of these parameters."""
    if params.refused and release() < FIRST_WORDS:
        return False
    return params.other_in is None or not params.other_in[0] <= release() <= params.other_in[1]


class Line(object):
    """text None: this release gives another one."""

    def __init__(self, text):
        self.text = text


def libc():
    try:
        return os.confstr("CS_GNU_LIBC_VERSION")
    except (AttributeError, ValueError, OSError):
        return " ".join(platform.libc_ver()) or "unknown"


def has_fma():
    try:
        flags = read_file("/proc/cpuinfo").split()
    except (IOError, OSError):
        return "unknown"
    return "yes" if "fma" in flags else "no"


def provenance(command):
    facts = [
        "NumPy " + np.__version__,
        "C library and libm: " + libc(),
        "CPU: %s, FMA: %s" % (platform.machine(), has_fma()),
        "pointers: %d bits" % (8 * np.dtype("p").itemsize),
        "Python " + platform.python_version(),
        "C's long: %d bits" % long_bits(),
        "command: " + command,
    ]
    return [Line(PROVENANCE + fact) for fact in facts]


def banner(name, command="python3 vectors/generate.py"):
    return [Line("# SPDX-License-Identifier: BSD-3-Clause"), Line("#"), Line("# " + name)] + \
        provenance(command)


FORMAT = """\
# seed  before  calls  args  n         what was called; see README.md
# pos  gauss  key                      the state after it; key: SHA-256 of the 624 words
# hash                                 SHA-256 of the values, little-endian
# values: all of them, or last: three  doubles as their 64 bits, integers in decimal
# refused:                             in place of hash and values: NumPy's words"""

RELEASE_FORMAT = "# method  numpy  long                  what is reproduced\n" + FORMAT


def comment(method, params):
    note = "" if params.other_in is None else \
        "; not in NumPy %s to %s" % tuple(map(version_text, params.other_in))
    return "# %s: %s%s" % (method.name, params.branch, note)


def set_lines(cases, settings=lambda method: ()):
    """The lines of (method, parameter set) pairs, each set with a comment above it unless it is the
    one that stands there already; and their number."""
    lines = []
    count = 0
    last = None
    for method, params in cases:
        if comment(method, params) != last:
            last = comment(method, params)
            lines += [Line(""), Line(last)]
        for job in params.jobs():
            count += 1
            lines.append(Line(vector_line(method, params, job, settings(method))
                              if is_drawn(params) else None))
    return lines + [Line(""), Line("end lines=%d" % count)]


def method_lines(method):
    lines = banner("RandomState, method %s, values of dtype %s." % (method.name, method.dtype.name))
    lines += map(Line, FORMAT.split("\n"))
    return lines + set_lines((method, params) for params in method.sets)


def release_name():
    return "releases/%s%s.txt" % (version_text(release()), "-long32" if long_bits() == 32 else "")


def release_lines():
    """The file of this release. Every release draws the same, but 1.16 has less to refuse."""
    lines = banner("RandomState in one release: what other releases give differs.",
                   "python3 vectors/generate.py --release")
    lines += map(Line, RELEASE_FORMAT.split("\n"))
    sets = LONG32_SETS if long_bits() == 32 else RELEASE_SETS + OLD_SETS * (release() < (1, 16, 0))
    settings = ["numpy=" + version_text(release())] + ["long=32"] * (long_bits() == 32)
    drawn = [(METHOD_NAMED[name], params) for name, params in sets
             if release() >= params.since and is_drawn(params)]
    return lines + set_lines(drawn,
                             lambda method: ["method=" + method.name] + settings)


def same_as_printed(text, value):
    """Whether text is value as NumPy prints it: to 8 digits, or to all of them."""
    mantissa, _, exponent = text.partition("e")
    if len(mantissa.split(".")[1]) > 8:
        return float(text) == value
    ours, _, our_exponent = (("%.8e" if exponent else "%.8f") % value).partition("e")
    return (ours.rstrip("0"), our_exponent) == (mantissa.rstrip("0"), exponent)


def published_lines():
    lines = banner("Values of rand() that were published in print, in the digits printed there.")
    lines += map(Line, """\
# They were typed in, not written from NumPy's output. Before this file is written, each is compared
# with the NumPy named above.
# seed   the generator
# first  how many values come before the first that is given
# Each value has up to 8 digits after the point, rounded and without trailing zeros, or all.
""".split("\n"))
    for seed, first, text in PUBLISHED:
        rs = seeded(seed)
        for _ in range(first // LONG):
            rs.rand(LONG)
        rs.rand(first % LONG)
        if not all(map(same_as_printed, text.split(), rs.rand(len(text.split())))):
            sys.exit("NumPy does not print %s after seed %s" % (text, seed))
        lines.append(Line("seed=%s first=%d text: %s" % (seed, first, text)))
    return lines + [Line(""), Line("end lines=%d" % len(PUBLISHED))]


def all_files():
    """The files that this NumPy can give, as names and functions that make their lines."""
    if is_compared():
        for method in METHODS:
            yield method.name + ".txt", functools.partial(method_lines, method)
        yield "published.txt", published_lines
    if os.path.exists(os.path.join(HERE, release_name())):
        yield release_name(), release_lines


# ---- Writing and comparing ----------------------------------------------------------------------

def write_file(name, lines):
    text = "".join(line.text + "\n" for line in lines)
    with open(os.path.join(HERE, name), "wb") as file:
        file.write(text.encode("ascii"))


def write():
    differing = [params for method in METHODS for params in method.sets if not is_drawn(params)]
    if differing:
        sys.exit("NumPy %s differs from later releases: use --release" % np.__version__)
    for name, lines in all_files():
        if name != release_name():
            write_file(name, lines())


def differences(name, lines):
    """Compares a file with the lines that this NumPy gives; yields what differs."""
    path = os.path.join(HERE, name)
    if not os.path.exists(path):
        yield "%s: missing" % name
        return
    old = read_file(path).split("\n")[:-1]
    longer = max(len(old), len(lines))
    pairs = zip(old + [None] * (longer - len(old)), lines + [None] * (longer - len(lines)))
    for number, (have, line) in enumerate(pairs, 1):
        want = None if line is None else line.text
        if want is not None and want.startswith(PROVENANCE) and have is not None:
            same = have.startswith(PROVENANCE)
        else:
            same = have == want or (have is not None and line is not None and want is None)
        if not same:
            yield "%s:%d:\n  file:  %s\n  NumPy: %s" % (name, number, have, want)


def is_vector(line):
    return line.text is not None and line.text.startswith(("seed=", "method="))


def check():
    expected = set()
    different = skipped = compared = 0
    for name, make_lines in all_files():
        expected.add(name)
        lines = make_lines()
        for difference in differences(name, lines):
            print(difference)
            different += 1
        skipped += sum(line.text is None for line in lines)
        compared += sum(map(is_vector, lines))
    for path in sorted(glob.glob(os.path.join(HERE, "*.txt"))):
        name = os.path.basename(path)
        if name not in expected and is_compared():
            print("%s: no method of that name" % name)
            different += 1
    print("NumPy %s: %d files, %d vectors compared, %d of other releases left out, %d differences"
          % (np.__version__, len(expected), compared, skipped, different))
    return 1 if different else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--release", action="store_true", help="write the file of this release")
    options = parser.parse_args()
    warnings.simplefilter("ignore")  # random_integers; NaN and infinity
    if options.check:
        return check()
    if options.release:
        write_file(release_name(), release_lines())
        return 0
    if long_bits() != 64:
        sys.exit("C's long has 32 bits here: use --release")
    write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
