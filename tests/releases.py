#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Runs the cross-checks under each release of NumPy or of Python that can be had, and prints a table of releases.

    releases.py numpy LIB [--seconds S] [--all] [--only RELEASE ...] [--pythons PATH ...] [--work DIR]
    releases.py python LIB [--seconds S] [--only RELEASE ...] [--pythons PATH ...]

LIB is libnprand.so. The Pythons are those of --pythons, or those named python3.X and python2.7 in PATH and in the
folder of pyenv. A row without numbers says that no Python here can install the releases before those of the table.

numpy: the last patch of each minor release is tried, from 1.12 on; with --all, every patch. Each release gets a virtual
environment of the newest of the Pythons for which a wheel can be had. Under each release run:

    crosscheck.py LIB --seconds S             values, messages of refusals, states (NumPy 1.16 or later)
    crosscheck.py LIB --seconds S/4 --arrays  arrays as parameters
    generate.py --check                       the lines of the vectors (NumPy 1.16 or later)

python: under each Python run:

    crosscheck_python.py LIB --seconds S      values, messages of refusals, states
    generate_python.py --check                the lines of the vectors

Python 2.7 and those before 3.6 cannot run the scripts. This Python runs them then, with --python.

Exit status: 1 if anything differs, or if a release that was asked for cannot be had. NumPy's releases need a network:
the script is no part of the test suite.
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
OLDEST_PYTHON = (3, 6)


def version_of(text):
    return tuple(int(part) for part in text.split("."))


def output_of(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.returncode, done.stdout


def found_pythons(paths, modules):
    """The interpreters that have these modules, the newest first, each as its version and its path."""
    if not paths:
        root = os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv"))
        patterns = [folder + name for folder in os.environ["PATH"].split(os.pathsep)
                    for name in ("/python3.[0-9]", "/python3.[0-9][0-9]", "/python2.7")]
        patterns += [root + "/versions/%s/bin/python" % version for version in ("3.*", "2.7.*")]
        paths = [path for pattern in patterns for path in glob.glob(pattern)]
    found = {}
    for path in paths:
        status, text = output_of(path, "-c", "import sys, %s; print('%%d.%%d.%%d' %% sys.version_info[:3])" % modules)
        if status == 0:
            found.setdefault(version_of(text.strip()), path)
    return sorted(found.items(), reverse=True)


def releases_for(python, work, version):
    """The releases for which the index has a wheel for this Python."""
    folder = work / ("pip-%d.%d.%d" % version)
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


def checked(python, runs):
    """What the scripts say under one release: cells of the table, and whether nothing differs."""
    cells, passed = [], True
    for run in runs:
        if not run:
            cells.append("")
            continue
        status, text = output_of(python, str(ROOT / run[0]), *run[1:])
        passed = passed and status == 0
        cells.append(last_line(text) if status == 0 else "exit status %d: %s" % (status, last_line(text)))
    return cells, passed


def row(name, cells):
    print("| %s | %s |" % (name, " | ".join(cells)), flush=True)


def all_of_numpy(options):
    lib = os.path.abspath(options.lib)
    work = pathlib.Path(options.work or tempfile.mkdtemp())
    work.mkdir(parents=True, exist_ok=True)
    wheels = {}
    for version, path in found_pythons(options.pythons, "venv"):
        for release in releases_for(path, work, version):
            wheels.setdefault(release, (version, path))
    releases = [version_of(r) for r in options.only] or chosen(wheels, options.all)
    passed = bool(releases)  # without wheels, such as without a network, nothing was compared
    print("| NumPy | Python | values, refusals, states | arrays as parameters | vectors |")
    print("|---|---|---|---|---|", flush=True)
    if not options.only and (not releases or releases[0][:2] > OLDEST):
        name = "before " + ".".join(map(str, releases[0])) if releases else "all"
        row(name, ["", "no wheel for the Pythons that are here", "", ""])
    for release in releases:
        name = ".".join(map(str, release))
        if release not in wheels:
            row(name, ["", "no wheel for these Pythons", "", ""])
            passed = False
            continue
        version, path = wheels[release]
        folder = work / ("numpy-" + name)
        output_of(path, "-m", "venv", str(folder))
        python = str(folder / "bin/python")
        status, text = output_of(python, "-m", "pip", "install", "-q", "--only-binary", ":all:", "numpy==" + name)
        if status:
            row(name, ["%d.%d.%d" % version, "not installed: " + last_line(text), "", ""])
            passed = False
            continue
        with_methods = release[:2] >= OLDEST_OF_ALL_METHODS
        cells, right = checked(python, [
            ["tests/crosscheck.py", lib, "--seconds", str(options.seconds)] if with_methods else None,
            ["tests/crosscheck.py", lib, "--seconds", str(max(1, options.seconds // 4)), "--arrays"],
            ["vectors/generate.py", "--check"] if with_methods else None])
        passed = passed and right
        row(name, ["%d.%d.%d" % version, *cells])
    return passed


def all_of_python(options):
    lib = os.path.abspath(options.lib)
    seconds = ["--seconds", str(options.seconds)]
    wanted = [version_of(r) for r in options.only]
    pythons = [p for p in found_pythons(options.pythons, "json, random")
               if not wanted or p[0] in wanted or p[0][:2] in wanted]
    passed = bool(pythons)
    print("| Python | values, refusals, states | vectors |")
    print("|---|---|---|", flush=True)
    for version, path in reversed(pythons):
        runs_scripts = version[:2] >= OLDEST_PYTHON
        other = [] if runs_scripts else ["--python", path]
        cells, right = checked(path if runs_scripts else sys.executable, [
            ["tests/crosscheck_python.py", lib, *seconds, *other],
            ["vectors/generate_python.py", "--check", *other]])
        passed = passed and right
        row("%d.%d.%d" % version, cells)
    return passed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("numpy", "python"))
    parser.add_argument("lib")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--pythons", nargs="*", default=[])
    parser.add_argument("--work")
    options = parser.parse_args()
    return 0 if {"numpy": all_of_numpy, "python": all_of_python}[options.what](options) else 1


if __name__ == "__main__":
    sys.exit(main())
