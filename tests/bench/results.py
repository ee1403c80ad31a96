#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Measures all that the pages about speed say, and writes it: tests/bench/results.md, then, by docs/speed.py,
docs/speed.md, its picture, and the table of README.md.

    tests/bench/results.py BUILD [--python COMMAND] [--before LIBRARY] [--backends NAMES] [--n N] [--repeats R]

BUILD is a build of meson. Without --python, the newest NumPy that pip finds is installed into BUILD/bench_numpy, or, if
that fails, the NumPy of python3 is measured. LIBRARY is a static library of an older commit, libnprand.a: it is
measured in the same run, and tables of before and after are written. Takes about ten minutes.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RESULTS = HERE / 'results.md'

# The rows that all backends of this CPU are measured with.
FEW = ['random_sample', 'randint', 'standard_normal', 'standard_exponential', 'standard_gamma', 'poisson']


def run(*command):
    print('+', *command, file=sys.stderr, flush=True)
    return subprocess.run([str(word) for word in command], check=True, stdout=subprocess.PIPE, encoding='utf-8').stdout


def newest_numpy(build):
    """The python3 whose NumPy is measured. The newest NumPy needs a new Python: the newest one in PATH is taken."""
    python = build / 'bench_numpy/bin/python'
    for name in ['python3.%d' % minor for minor in range(16, 11, -1)] + [sys.executable]:
        try:
            run(name, '-m', 'venv', '--clear', build / 'bench_numpy')
            run(python, '-m', 'pip', 'install', '--quiet', '--upgrade', 'numpy')
            return str(python)
        except (OSError, subprocess.CalledProcessError) as error:
            print(error, file=sys.stderr)
    print('no NumPy was installed: that of python3 is measured', file=sys.stderr)
    return 'python3'


def bench_with(library, program):
    """The program bench, linked to what the list library names."""
    sources = [HERE / name for name in ('bench.c', 'rows.c', 'child.c', 'report.c', 'measure.c', 'peers.c')]
    compiler = os.environ.get('CC', 'cc').split()
    run(*compiler, '-std=c11', '-O3', '-I', ROOT / 'include', *sources, *library, '-lm', '-o', program)
    return program


def inlined_bench(program):
    """With the sources, which the linker inlines, as a program has them that compiles them in."""
    names = (ROOT / 'src/sources.txt').read_text(encoding='utf-8').split()
    flags = ['-ffp-contract=off', '-fexcess-precision=standard', '-flto']
    return bench_with(flags + [ROOT / 'src' / name for name in names], program)


def can_run(bench, backend):
    command = [str(bench), '--n', '1', '--repeats', '1', '--python', 'none', '--backends', backend, 'random_raw']
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def measure(options):
    """The texts of the parts of results.md."""
    build = pathlib.Path(options.build).resolve()
    run('meson', 'compile', '-C', build, 'bench', 'scaling')
    bench = build / 'tests/bench/bench'
    common = ['--n', options.n, '--repeats', options.repeats, '--python', options.python or newest_numpy(build)]
    with tempfile.TemporaryDirectory() as folder:
        others = ['--inlined', inlined_bench(folder + '/inlined')]
        if options.before:
            others += ['--before', bench_with([options.before], folder + '/before')]
        methods = run(bench, *common, '--backends', options.backends, *others)
    backends = [name for name in ('avx512', 'avx2', 'fma', 'neon', 'portable') if can_run(bench, name)]
    return {
        'bench': methods,
        'backends': run(bench, *common, '--backends', ','.join(backends[:4]), *FEW),
        'scaling': run(build / 'tests/bench/scaling', '--repeats', options.repeats),
    }


def with_part(text, name, part):
    """The text of the page with this part in place of that between its two comments."""
    begin = text.index('\n', text.index('<!-- results: %s,' % name)) + 1
    end = text.index('<!-- end -->', begin)
    return text[:begin] + '\n' + part.strip('\n') + '\n\n' + text[end:]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('build')
    parser.add_argument('--python')
    parser.add_argument('--before')
    parser.add_argument('--backends', default='vectors')
    parser.add_argument('--n', default='1000000')
    parser.add_argument('--repeats', default='7')
    parts = measure(parser.parse_args())
    text = RESULTS.read_text(encoding='utf-8')
    for name, part in parts.items():
        text = with_part(text, name, part)
    RESULTS.write_text(text, encoding='utf-8')
    print('written:', RESULTS)
    print(run(sys.executable, ROOT / 'docs/speed.py'), end='')


if __name__ == '__main__':
    main()
