#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Records what the Python programs of docs/recipes-simulation.md print, for the tests of examples/.

    record_simulation.py            runs the programs; writes what they print into the page, and
                                    into examples/NAME.out, with which the test of NAME.c compares;
                                    writes the versions that made it into examples/NAME.versions
    record_simulation.py --check    runs the programs; compares, and changes no file
    record_simulation.py --page     runs nothing; compares the page with the files NAME.out

The script itself needs the standard library alone. The programs need what the page imports:
NumPy, SciPy, scikit-learn, pyDOE3 and emcee, in a virtual environment.

    python3 -m venv recipes
    recipes/bin/pip install numpy scipy scikit-learn pyDOE3 emcee
    recipes/bin/python examples/record_simulation.py --check

NAME.out is what the Python blocks print that stand in the sections with blocks from NAME.c.

With a SciPy before 1.14, differential_evolution() draws other numbers. The script then writes or
compares the file of that SciPy, differential_evolution_1_13.out or differential_evolution_1_11.out,
and writes nothing else.
"""
import contextlib
import difflib
import importlib.metadata
import io
import pathlib
import platform
import re
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
PAGE = FOLDER.parent / "docs" / "recipes-simulation.md"
PACKAGES = {"numpy": "NumPy", "scipy": "SciPy", "sklearn": "scikit-learn", "pyDOE3": "pyDOE3",
            "emcee": "emcee"}
RECORDED = "Recorded with "
EVOLUTION = "differential_evolution"


class Block:
    """A fenced block: its language, its lines, and the indices of these in the page."""

    def __init__(self, language, start, end, lines):
        self.language, self.start, self.end, self.lines = language, start, end, lines


def sections(page):
    """The sections of the page: the example that each is about, or None, and its blocks."""
    found = [[None, []]]
    start = None
    for number, line in enumerate(page):
        if start is None and line.startswith("## "):
            found.append([None, []])
        origin = re.fullmatch(r"<!-- from: examples/(\w+)\.c -->", line)
        if origin and (FOLDER / (origin[1] + ".c")).exists() and found[-1][0] is None:
            found[-1][0] = origin[1]
        if line.startswith("```"):
            if start is None:
                start = number
            else:
                lines = page[start + 1 : number]
                found[-1][1].append(Block(page[start][3:], start + 1, number, lines))
                start = None
    return found


def recorded(page):
    """Pairs of a Python block and the text block after it, with the example that they record."""
    for example, blocks in sections(page):
        for block, after in zip(blocks, blocks[1:]):
            if block.language == "python" and after.language == "text":
                if example is None:
                    sys.exit(f"{PAGE.name}:{block.start}: the section has no block from an example")
                yield example, block, after


def file_of(example):
    """The file that has the numbers of the installed release of SciPy."""
    if example == EVOLUTION:
        release = tuple(int(part) for part in importlib.metadata.version("SciPy").split(".")[:2])
        if release < (1, 14):
            return FOLDER / f"{EVOLUTION}_1_{11 if release < (1, 12) else 13}.out"
    return FOLDER / (example + ".out")


def run(page):
    """What each Python block prints, in the order of the page. All blocks are one session."""
    names = {}
    printed = []
    for _, block, _ in recorded(page):
        out = io.StringIO()
        code = compile("\n".join(block.lines), f"{PAGE.name}:{block.start}", "exec")
        with contextlib.redirect_stdout(out):
            exec(code, names)
        printed.append(out.getvalue().splitlines())
    return printed


def outputs(page):
    """The lines of each NAME.out, from the text blocks of the page."""
    files = {}
    for example, _, after in recorded(page):
        files.setdefault(example, []).extend(after.lines)
    return files


def difference(name, expected, actual):
    """Prints how the lines differ, and returns whether they do."""
    lines = list(difflib.unified_diff(expected, actual, name, "now", lineterm=""))
    print(*lines, sep="\n", end="\n" if lines else "")
    return bool(lines)


def versions(modules):
    """The versions of what computes: Python, these modules, and the C library."""
    libc = " ".join(platform.libc_ver()).strip() or "another C library than glibc"
    packages = [PACKAGES[name] for name in modules]
    return [f"Python {platform.python_version()}",
            *(f"{package} {importlib.metadata.version(package)}" for package in packages), libc]


def record(example, page, lines):
    """Writes the two files of an example."""
    code = "\n".join(line for name, block, _ in recorded(page) if name == example
                     for line in block.lines)
    modules = [name for name in PACKAGES if re.search(rf"^(import|from) {name}\b", code, re.M)]
    if example == EVOLUTION:
        modules.insert(0, "numpy")
    for path, text in ((file_of(example), lines),
                       (file_of(example).with_suffix(".versions"), versions(modules))):
        path.write_text("\n".join(text) + "\n", encoding="utf-8")


def write(page):
    """Writes what the programs print to the page and to the files of the examples."""
    printed = run(page)
    if file_of(EVOLUTION) != FOLDER / (EVOLUTION + ".out"):
        for (example, _, _), lines in zip(recorded(page), printed):
            if example == EVOLUTION:
                record(example, page, lines)
        return
    for (_, _, after), lines in reversed(list(zip(recorded(page), printed))):
        page[after.start : after.end] = lines
    sentence = RECORDED + ", ".join(versions(PACKAGES)) + "."
    page = [sentence if line.startswith(RECORDED) else line for line in page]
    PAGE.write_text("\n".join(page) + "\n", encoding="utf-8")
    for example, lines in outputs(page).items():
        record(example, page, lines)


def main():
    arguments = sys.argv[1:]
    if len(arguments) > 1 or arguments not in ([], ["--check"], ["--page"]):
        sys.exit("usage: record_simulation.py [--check | --page]")
    page = PAGE.read_text(encoding="utf-8").splitlines()
    if not arguments:
        write(page)
        return
    differs = False
    if arguments == ["--check"]:
        print("Checked with " + ", ".join(versions(PACKAGES)) + ".")
        for (example, block, after), lines in zip(recorded(page), run(page)):
            expected = after.lines
            if file_of(example) != FOLDER / (example + ".out"):
                expected = file_of(example).read_text(encoding="utf-8").splitlines()
            differs |= difference(f"{PAGE.name}:{block.start}", expected, lines)
    files = outputs(page)
    for example, lines in files.items():
        recorded_lines = (FOLDER / (example + ".out")).read_text(encoding="utf-8").splitlines()
        differs |= difference(f"examples/{example}.out", recorded_lines, lines)
    if not files:
        sys.exit(f"{PAGE.name}: no block of Python with its output")
    sys.exit(1 if differs else 0)


if __name__ == "__main__":
    main()
