# SPDX-License-Identifier: BSD-3-Clause
"""NumPy's side of the benchmark: started by it, spoken to line by line.

First line out: the versions, or "error: ..." and the end. Then, for each line in, which is a number of calls and a call
such as "1 normal(1.0, 2.0, n)", a method of RandomState: the nanoseconds that the calls took.

    bench_numpy.py N
"""

import itertools
import sys
import time
import warnings


def names_for_calls(numpy, n):
    """What a call can name besides the methods: arguments that are not to be timed."""
    bit_generator = numpy.random.MT19937()
    state = numpy.random.RandomState(bit_generator)
    state.seed(1)
    index = numpy.arange(n)
    names = {
        'repeat': itertools.repeat,
        'state': state,
        'random_raw': bit_generator.random_raw,
        'n': n,
        'x': numpy.arange(n),
        'p': numpy.full(1000, 1 / 1000),
        'p_float': numpy.full(1000, 1 / 1000, 'f4'),
        'unequal': 1 / numpy.arange(1, 1001) / (1 / numpy.arange(1, 1001)).sum(),
        'q': numpy.full(2 * n, 1 / (2 * n)),
        'alpha': numpy.tile([0.5, 1.0, 2.0, 4.0], 25),
        'real': index % 5 * -0.25,
        'positive': 0.5 + index % 7 * 0.5,
        'chance': 0.05 + index % 9 * 0.1,
        'above': 1.5 + index % 4 * 0.5,
        'many': 20.0 + index % 50,
        'low': index % 3,
        'two': 1 + index % 2,
        'few': 20 + index % 50,
        'high': 100 + index % 50,
        'trials': 10 + index % 20,
        'thousand': 1000 + index % 20,
        'eight': 8 + index % 3,
        'natural': (index % 3).astype('u8'),
        'ends': (100 + index % 50).astype('u8'),
    }
    for k in (2, 4, 20, 100):
        names['pvals%d' % k] = numpy.arange(1, k + 1) / (k * (k + 1) / 2)
    for bits in (8, 16, 32, 64):
        for name in ('int%d' % bits, 'uint%d' % bits):
            names[name] = getattr(numpy, name)
    return names


def compiled(call, names):
    """A function that makes a number of calls. The method has a local name, which is the fastest loop that Python has;
    only the last result is kept."""
    method, arguments = call.split('(', 1)
    owner = '' if method == 'random_raw' else 'state.'
    source = 'def run(count, method=%s%s):\n for _ in repeat(None, count):\n  values = method(%s\n return values'
    exec(source % (owner, method, arguments), names)
    return names['run']


def timed(run, count):
    """In the same kind of time as the caller: what this process had of the CPU."""
    begin = time.process_time_ns()
    values = run(count)
    end = time.process_time_ns()
    # The array is freed after the clock has stopped.
    del values
    return end - begin


def main():
    try:
        import numpy
    except ImportError as error:
        print('error:', error, flush=True)
        return
    # random_integers is deprecated.
    warnings.simplefilter('ignore')
    print('NumPy %s, Python %s' % (numpy.__version__, sys.version.split()[0]), flush=True)
    names = names_for_calls(numpy, int(sys.argv[1]))
    runs = {}
    for line in sys.stdin:
        count, call = line.strip().split(' ', 1)
        if call not in runs:
            runs[call] = compiled(call, names)
        print(timed(runs[call], int(count)), flush=True)


if __name__ == '__main__':
    main()
