# SPDX-License-Identifier: BSD-3-Clause
"""NumPy's side of the benchmark: started by it, spoken to line by line.

First line out: the versions, or "error: ..." and the end. Then, for each line in, which is a call
such as "normal(1.0, 2.0, n)", a method of RandomState: the nanoseconds that it took.

    bench_numpy.py N
"""

import sys
import time
import warnings


def names_for_calls(numpy, n):
    """What a call can name besides the methods: arguments that are not to be timed."""
    bit_generator = numpy.random.MT19937()
    state = numpy.random.RandomState(bit_generator)
    state.seed(1)
    index = numpy.arange(n)
    return {
        'state': state,
        'random_raw': bit_generator.random_raw,
        'n': n,
        'x': numpy.arange(n),
        'p': numpy.full(1000, 1 / 1000),
        'q': numpy.full(2 * n, 1 / (2 * n)),
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


def compiled(call):
    owner = '' if call.startswith('random_raw(') else 'state.'
    return compile(owner + call, call, 'eval')


def timed(code, names):
    """In the same kind of time as the caller: what this process had of the CPU."""
    begin = time.process_time_ns()
    values = eval(code, names)
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
    codes = {}
    for line in sys.stdin:
        call = line.strip()
        if call not in codes:
            codes[call] = compiled(call)
        print(timed(codes[call], names), flush=True)


if __name__ == '__main__':
    main()
