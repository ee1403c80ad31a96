#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Runs the cross-checks under each release of NumPy that can be had, and prints a table of releases.

    numpy_releases.py LIB [--seconds S] [--all] [--only RELEASE ...] [--pythons PATH ...] [--work DIR]

LIB is libnprand.so. The last patch of each minor release is tried, from 1.12 on; with --all, every patch. Each release
gets a virtual environment of the newest of the Pythons for which a wheel can be had. The Pythons are those of --pythons,
or those named python3.X in PATH and in the folder of pyenv. Under each release run:

    crosscheck.py LIB --seconds S             values, words of refusals, states (NumPy 1.16 or later)
    crosscheck.py LIB --seconds S/4 --arrays  arrays as parameters
    generate.py --check                       the lines of the vectors (NumPy 1.16 or later)

Exit status: 1 if anything differs. Needs a network: it is no part of the test suite.
"""

import argparse
import glob
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
OLDEST = (1, 12)
OLDEST_OF_ALL_METHODS = (1, 16)


def version_of(text):
    return tuple(int(part) for part in text.split("."))


def output_of(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.returncode, done.stdout


def found_pythons(paths):
    """The interpreters, the newest first, each as its version and its path."""
    if not paths:
        folders = os.environ["PATH"].split(os.pathsep)
        root = os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv"))
        paths = [p for f in folders for p in glob.glob(f + "/python3.[0-9]") + glob.glob(f + "/python3.[0-9][0-9]")] + glob.glob(root + "/versions/3.*/bin/python")
    found = {}
    for path in paths:
        status, text = output_of(path, "-c", "import sys, venv; print('%d.%d.%d' % sys.version_info[:3])")
        if status == 0:
            found.setdefault(version_of(text.strip())[:2], path)
    return sorted(found.items(), reverse=True)


def releases_for(python, work, version):
    """The releases for which the index has a wheel for this Python."""
    folder = work / ("pip-%d.%d" % version)
    if not folder.exists():
        output_of(python, "-m", "venv", str(folder))
        output_of(str(folder / "bin/python"), "-m", "pip", "install", "-q", "--upgrade", "pip")
    python = str(folder / "bin/python")
    # A release that no index has: pip then names those that it found.
    _, text = output_of(python, "-m", "pip", "install", "--only-binary", ":all:", "--no-deps", "numpy==0")
    names = re.search(r"from versions: ([^)]*)\)", text)
    listed = names.group(1).split(", ") if names else []
    return {version_of(name) for name in listed if re.fullmatch(r"\d+\.\d+\.\d+", name)}


def chosen(releases, every):
    """All releases, or the last patch of each minor one."""
    kept = sorted(r for r in releases if r[:2] >= OLDEST)
    return kept if every else [r for r in kept if r == max(o for o in kept if o[:2] == r[:2])]


def last_line(text):
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "no output"


def check(python, release, lib, seconds):
    """What the scripts say under one release: cells of the table, and whether nothing differs."""
    runs = [["tests/crosscheck.py", lib, "--seconds", str(max(1, seconds // 4)), "--arrays"]]
    if release[:2] >= OLDEST_OF_ALL_METHODS:
        runs = [["tests/crosscheck.py", lib, "--seconds", str(seconds)], *runs, ["vectors/generate.py", "--check"]]
    else:
        runs = [None, *runs, None]
    cells, passed = [], True
    for run in runs:
        if run is None:
            cells.append("")
            continue
        status, text = output_of(python, str(ROOT / run[0]), *run[1:])
        passed = passed and status == 0
        cells.append(last_line(text))
    return cells, passed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lib")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--pythons", nargs="*", default=[])
    parser.add_argument("--work")
    options = parser.parse_args()
    lib = os.path.abspath(options.lib)
    work = pathlib.Path(options.work or tempfile.mkdtemp())
    work.mkdir(parents=True, exist_ok=True)

    pythons = found_pythons(options.pythons)
    wheels = {}
    for version, path in pythons:
        for release in releases_for(path, work, version):
            wheels.setdefault(release, (version, path))
    wanted = [version_of(r) for r in options.only] or chosen(wheels, options.all)
    passed = True
    print("| NumPy | Python | values, refusals, states | arrays as parameters | vectors |")
    print("|---|---|---|---|---|", flush=True)
    for release in wanted:
        version, path = wheels[release]
        name = ".".join(map(str, release))
        folder = work / ("numpy-" + name)
        output_of(path, "-m", "venv", str(folder))
        python = str(folder / "bin/python")
        status, text = output_of(python, "-m", "pip", "install", "-q", "--only-binary", ":all:", "numpy==" + name)
        cells, right = ([last_line(text), "", ""], False) if status else check(python, release, lib, options.seconds)
        passed = passed and right
        print("| %s | %d.%d | %s |" % (name, *version, " | ".join(cells)), flush=True)
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
