#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Writes the single file: nprand.c and nprand.h, the whole library for a program without a build system.

    amalgamate.py FOLDER

nprand.c has the sources that src/sources.txt lists, with each header in the place of its first include. A template,
which has no include guard, stands in the place of each of its includes. nprand.h has the headers nprand.h and
nprand_python.h. The part for CPython's random is left out where a program defines NPRAND_NO_PYTHON.
"""
import argparse
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PUBLIC = ROOT / 'include'
SPDX = '/* SPDX-License-Identifier: BSD-3-Clause\n *\n * '
GUARD = re.compile(r'^#ifndef (\w+_H)\n#define \1\n', re.MULTILINE)

USE = """\
Compile nprand.c by itself, and link it with your program and libm:

    cc -O3 -c nprand.c && cc -O2 example.c nprand.o -lm -o example

nprand.c and nprand.h must be compiled with the same NPRAND_NO_PYTHON, if any: it leaves out
the functions for CPython's random, nprand_py_*. On 32-bit x86 add -msse2 -mfpmath=sse. Where
the compiler has it, -ffp-contract=off is recommended: the file has a pragma of the same
meaning, which clang overrides by -ffp-contract=fast. The file refuses -ffast-math.
NPRAND_MATH_SYSTEM selects the mathematical functions of the C library: docs/bits.md."""

# An option may leave a static function without a user. C++ has warnings for what is common in C. A compiler may not know
# all of these names.
UNUSED = ['-Wpragmas', '-Wunknown-warning-option', '-Wunused-function']
COMMON_IN_C = ['-Wpedantic', '-Wextra', '-Wshadow', '-Wmissing-field-initializers', '-Wc99-designator',
               '-Wc++20-extensions', '-Wenum-float-conversion', '-Wdeprecated-enum-float-conversion',
               '-Wdeprecated-enum-enum-conversion', '-Wdeprecated-anon-enum-enum-conversion']


def comment(text):
    return '/* ' + '\n'.join(' * ' + line if line else ' *' for line in text.split('\n'))[3:] + '\n */\n'


def banner(text):
    return f'\n/* ==== {text} '.ljust(95, '=') + ' */\n\n'


def ignored(warnings):
    return ''.join(f'#pragma GCC diagnostic ignored "{warning}"\n' for warning in warnings)


def read(path):
    text = path.read_text(encoding='utf-8')
    assert text.startswith(SPDX), path
    return '/* ' + text.removeprefix(SPDX)


def without_guard(text):
    """The text of a header without its include guard, and the name of the guard: None for a template."""
    guard = GUARD.search(text)
    if guard is None:
        return text, None
    body, end, rest = text.rpartition('#endif\n')
    assert end and not rest, guard.group(1)
    return body.replace(guard.group(0), '', 1), guard.group(1)


class Amalgamation:
    """The text of nprand.c as it grows.

    known is a stack: the files that need not be written again here, for the whole file and for each #if that is open.
    """

    def __init__(self):
        self.out = []
        self.known = [set()]
        self.written = set()

    def is_known(self, file):
        return any(file in files for files in self.known)

    def add_line(self, line):
        if re.match(r'# *if', line):
            self.known.append(set())
        elif re.match(r'# *el', line):
            self.known[-1] = set()
        elif re.match(r'# *endif', line):
            self.known.pop()
        self.out.append(line + '\n')

    def add_text(self, path, text):
        self.out.append(banner(path.relative_to(ROOT)))
        for line in text.rstrip('\n').split('\n'):
            include = re.match(r'#include (?:"(.*)"|(<.*>))', line)
            if include is None:
                self.add_line(line)
            elif include.group(2):
                self.add_system_header(line)
            elif self.add_header((path.parent / include.group(1)).resolve()):
                self.out.append(banner(f'{path.relative_to(ROOT)}, continued'))

    def add_system_header(self, line):
        if not self.is_known(line):
            self.known[-1].add(line)
            self.out.append(line + '\n')

    def add_header(self, path):
        """Whether the text of a header was added."""
        if path.parent == PUBLIC:
            self.add_system_header('#include "nprand.h"')
            return False
        if self.is_known(path):
            return False
        text, guard = without_guard(read(path))
        if guard is None:
            self.add_text(path, text)
            return True
        # A header that stands inside of an #if may be needed outside of it again.
        guarded = len(self.known) > 1 or path in self.written
        self.known[-1].add(path)
        self.written.add(path)
        if guarded:
            self.out.append(f'\n#ifndef {guard}\n#define {guard}\n')
        self.add_text(path, text)
        if guarded:
            self.out.append('#endif\n')
        return True


def single_source(head, sources):
    result = Amalgamation()
    result.out += [head, '#define NPRAND_SINGLE_FILE\n#if defined(__GNUC__)\n#pragma GCC diagnostic push\n', ignored(UNUSED),
                   '#if defined(__cplusplus)\n', ignored(COMMON_IN_C), '#endif\n#endif\n']
    for source in sources:
        if not source.startswith('python/'):
            result.add_text(ROOT / 'src' / source, read(ROOT / 'src' / source))
    result.add_line('\n#ifndef NPRAND_NO_PYTHON')
    for source in sources:
        if source.startswith('python/'):
            result.add_text(ROOT / 'src' / source, read(ROOT / 'src' / source))
    result.add_line('#endif /* NPRAND_NO_PYTHON */')
    return ''.join(result.out) + '\n#if defined(__GNUC__)\n#pragma GCC diagnostic pop\n#endif\n'


def single_header(head):
    python = read(PUBLIC / 'nprand_python.h').replace('#include "nprand.h"\n\n', '')
    assert 'include "' not in python
    return (head + banner('include/nprand.h') + read(PUBLIC / 'nprand.h') + banner('include/nprand_python.h') +
            '#ifndef NPRAND_NO_PYTHON\n' + python + '#endif /* NPRAND_NO_PYTHON */\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('folder', type=pathlib.Path)
    folder = parser.parse_args().folder
    version = subprocess.run([sys.executable, ROOT / 'packaging' / 'version.py'], check=True, capture_output=True,
                             encoding='utf-8').stdout.strip()
    licence = (ROOT / 'LICENSE').read_text(encoding='utf-8').strip()
    title = 'SPDX-License-Identifier: BSD-3-Clause\n\n' \
        f'nprand {version}, %s: numpy.random.RandomState in C, bit for bit.\n' \
        f'Made by packaging/amalgamate.py. Change the files that the sections name, not this one.\n\n{USE}\n\n{licence}'
    sources = (ROOT / 'src' / 'sources.txt').read_text(encoding='utf-8').split()
    files = {'nprand.c': single_source(comment(title % 'the library in one file'), sources),
             'nprand.h': single_header(comment(title % 'the header of nprand.c'))}
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding='utf-8', newline='\n')


if __name__ == '__main__':
    main()
