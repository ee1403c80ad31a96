#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Records the binary interface of libnprand, as C: packaging/abi/nprand.abi.

    record.py [CC...]           writes the record anew, from the public headers
    record.py --check [CC...]   compares the record with the headers, and compiles it with them

The record declares each public function once more, and asserts the value of each constant, and the
size and the fields of each struct. A compiler that reads it after the headers finds each change
that an old program would not survive, with the sizes of its own target. The symbols files in
packaging/debian hold the names that the shared libraries export.

CC is the compiler and its flags, cc without it. --check returns 77 where CC does not run."""
import argparse
import difflib
import pathlib
import re
import shutil
import subprocess
import sys
import textwrap

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
RECORD = TOP / 'packaging' / 'abi' / 'nprand.abi'
HEADERS = ['nprand.h', 'nprand_python.h', 'nprand_threads.h', 'nprand_lapack.h']
HEAD = """\
/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The binary interface of libnprand, version {version}. Made by packaging/abi/record.py, which
 * explains it. A change here other than a line that is added needs a higher NPRAND_API_VERSION.
 */
{includes}
#define VALUE(name, value) _Static_assert((name) == (value), #name " has another value")
#define SIZE(type) \\
    _Static_assert(sizeof(type) == sizeof(struct old_##type), #type " has another size")
#define FIELD(type, name)                                                       \\
    _Static_assert(offsetof(type, name) == offsetof(struct old_##type, name) && \\
                       sizeof(((type *)0)->name) == sizeof(((struct old_##type *)0)->name), \\
                   #type "." #name " is elsewhere")

_Static_assert(_Alignof(nprand_rng) == NPRAND_RNG_ALIGNMENT, "nprand_rng has another alignment");
"""


def includes():
    return ''.join(f'#include "{header}"\n' for header in HEADERS)


def preprocessed(cc):
    """The text of the public headers alone, on one line."""
    text = subprocess.run([*cc, '-std=c11', '-E', '-x', 'c', '-DNPRAND_API=nprand_function',
                           '-DNPRAND_NO_NODISCARD', '-I', TOP / 'include', '-'],
                          input=includes(), capture_output=True, text=True, check=True).stdout
    kept = []
    inside = False
    for line in text.splitlines():
        marker = re.match(r'# \d+ "(.*?)"', line)
        if marker:
            inside = pathlib.Path(marker.group(1)).name in HEADERS
        elif inside and not line.startswith('#'):
            kept.append(line)
    # The attribute is NPRAND_ALIGN_8 on 32-bit machines.
    return ' '.join(' '.join(kept).split()).replace('__attribute__((aligned(8))) ', '')


def constants(text):
    """The enumerators of each enum, with their values."""
    for body in re.findall(r'\benum \w* ?{([^}]*)}', text):
        value = -1
        for item in filter(None, (item.strip() for item in body.split(','))):
            name, _, given = item.partition(' = ')
            value = int(given, 0) if given else value + 1
            yield f'VALUE({name}, {value});'


def structs(text):
    for name, body in re.findall(r'\btypedef struct (\w+) {([^}]*)}', text):
        yield f'struct old_{name} {{ {body.strip()} }};'
        yield f'SIZE({name});'
        for field in filter(None, (field.strip() for field in body.split(';'))):
            pointer = re.search(r'\(\*(\w+)\)', field)
            plain = re.search(r'(\w+)(\[\w+\])?$', field)
            yield f'FIELD({name}, {(pointer or plain).group(1)});'


def types(text):
    """Types of functions: declared anew, as C11 allows if they are the same."""
    yield from re.findall(r'\btypedef [^;{}()]*\([^;{}]*\);', text)


def functions(text):
    """Parentheses around the name, since some functions are macros as well."""
    for declaration in re.findall(r'\bnprand_function ([^;{}]*;)', text):
        yield re.sub(r'\b(nprand_\w+)\(', r'(\1)(', declaration, count=1)


def record(cc):
    text = preprocessed(cc)
    header = (TOP / 'include' / 'nprand.h').read_text(encoding='utf-8')
    version = re.search(r'#define NPRAND_API_VERSION +(\d+)', header).group(1)
    lines = [HEAD.format(version=version, includes=includes())]
    for part in (constants, structs, types, functions):
        lines += [textwrap.fill(line, 100, subsequent_indent='    ', break_long_words=False)
                  for line in part(text)]
        lines.append('')
    return '\n'.join(lines).rstrip('\n') + '\n'


def check(cc):
    same = True
    compiled = subprocess.run([*cc, '-std=c11', '-fsyntax-only', '-I', TOP / 'include', '-x', 'c',
                               RECORD], capture_output=True, text=True)
    if compiled.returncode != 0:
        same = False
        print(compiled.stderr, end='')
        print('A program that was linked to an older libnprand would break: raise '
              'NPRAND_API_VERSION.')
    difference = list(difflib.unified_diff(RECORD.read_text().splitlines(), record(cc).splitlines(),
                                           'recorded', 'in the headers', lineterm='', n=0))
    if difference:
        same = False
        print('\n'.join(difference))
        print('packaging/abi/record.py records the interface of the headers.')
    print('the binary interface is', 'as recorded' if same else 'not as recorded')
    return 0 if same else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--check', action='store_true', help='compare, write nothing')
    # What comes after the compiler is its own, options too.
    parser.add_argument('cc', nargs=argparse.REMAINDER, help='compiler and flags (default: cc)')
    options = parser.parse_args()
    cc = options.cc or ['cc']
    if not shutil.which(cc[0]):
        print(f'skipped: the compiler {cc[0]} is not installed')
        return 77
    if options.check:
        return check(cc)
    RECORD.write_text(record(cc))
    return 0


if __name__ == '__main__':
    sys.exit(main())
