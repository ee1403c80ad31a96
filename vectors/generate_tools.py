#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Write tools/<tool>.txt from the other tools that draw MT19937's words, or compare the files.

    generate_tools.py            write the files of the tools that are installed
    generate_tools.py --check    write nothing; exit 1 if a file differs from what its tool gives

Each tool is asked by a file in tools/: std.cpp (libstdc++, libc++, Boost), gsl.c, r.R, octave.m and
torch_cpu.py. PYTHON in the environment names the interpreter of the last one; without it, python3.
The packages of Debian are g++ clang libc++-dev libc++abi-dev libboost-random-dev libgsl-dev
r-base-core octave python3-torch.

A line is a generator, and what it gives next:

    seed=42 drawn=1000 words: 1129345877 ... doubles: 3fd0d06e... ... state: 1827226...

    seed=     the tool's seed; 5489 for a std::mt19937 without a seed
    drawn=    how many words were drawn before
    words:    the next 5 words; none: the tool does not show them
    doubles:  the next 3 doubles of the tool, instead, as their 64 bits
    state:    the state before the 5 words as the tool writes it: numbers in decimal, or the bytes of a
              struct in hexadecimal; none: it is left out

tools/published.txt was typed in, from the sources that it names."""
import argparse
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent / "tools"


def compiled(command, source, libraries=()):
    """Compiles a source and returns what the program prints, or None without the compiler."""
    if shutil.which(command[0]) is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "program")
        done = subprocess.run([*command, "-o", program, FOLDER / source, *libraries])
        return None if done.returncode != 0 else printed([program])


def printed(command):
    if shutil.which(command[0]) is None:
        return None
    done = subprocess.run(command, stdout=subprocess.PIPE)
    return None if done.returncode != 0 else done.stdout.decode("ascii")


PYTHON = os.environ.get("PYTHON", "python3")
TOOLS = {
    "libstdcxx": lambda: compiled(["g++", "-std=c++17"], "std.cpp"),
    "libcxx": lambda: compiled(["clang++", "-std=c++17", "-stdlib=libc++"], "std.cpp"),
    "boost": lambda: compiled(["g++", "-std=c++17", "-DUSE_BOOST"], "std.cpp"),
    "gsl": lambda: compiled(["cc"], "gsl.c", ["-lgsl", "-lgslcblas", "-lm"]),
    "r": lambda: printed(["Rscript", "--vanilla", str(FOLDER / "r.R")]),
    "octave": lambda: printed(["octave-cli", "--no-init-file", str(FOLDER / "octave.m")]),
    "torch": lambda: printed([PYTHON, str(FOLDER / "torch_cpu.py")]),
}


def file_lines(text):
    version, *body = text.splitlines()
    return [
        "# SPDX-License-Identifier: BSD-3-Clause",
        "#",
        "# Generators of another tool; see generate_tools.py for the format.",
        "# provenance: " + version,
        "# provenance: CPU: " + platform.machine(),
        "# provenance: command: python3 vectors/generate_tools.py",
    ] + body + ["end lines=%d" % (len(body) + 1)]


def checked(lines):
    return [line for line in lines if not line.startswith("# provenance: ")]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args()
    failed = False
    for name, run in TOOLS.items():
        path = FOLDER / (name + ".txt")
        text = run()
        if text is None:
            print("%s: not here" % name)
            continue
        lines = file_lines(text)
        if not options.check:
            path.write_bytes("".join(line + "\n" for line in lines).encode("ascii"))
        elif checked(path.read_text(encoding="ascii").splitlines()) != checked(lines):
            failed = True
            print("%s: differs" % path.name)
    return failed


if __name__ == "__main__":
    sys.exit(main())
