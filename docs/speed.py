#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Writes the picture docs/speed.svg and the tables of speed in README.md and docs/speed.md.

The figures come from the tables of tests/bench/results.md, which tests/bench/results.py writes. In the pages, what is
written stands between two comments, the first of which begins with "<!-- speed:".

    docs/speed.py            writes the three files
    docs/speed.py --check    writes nothing; the status is 1 if a file is not what would be written
"""

import math
import pathlib
import sys
import textwrap

ROOT = pathlib.Path(__file__).resolve().parent.parent
RESULTS = ROOT / 'tests/bench/results.md'

# The rows of the small tables.
CHOSEN = ['random_sample', 'randint', 'standard_normal', 'standard_gamma', 'poisson', 'shuffle']
SINGLE = ['random_raw', 'random_sample', 'uniform', 'randint', 'standard_normal', 'standard_exponential',
          'standard_gamma', 'poisson', 'binomial']

# The methods of NumPy in the left half of the picture. The right half has the other ones.
LEFT = ['random_raw', 'bytes', 'random_sample', 'random', 'rand', 'uniform', 'randint', 'random_integers', 'tomaxint',
        'poisson', 'binomial', 'negative_binomial', 'geometric', 'hypergeometric', 'logseries', 'zipf', 'multinomial',
        'shuffle', 'permutation', 'choice']

KINDS = {'fills': 'fills', 'eaches': 'arrays as parameters', 'scalars': 'scalar calls', 'all': 'all rows'}


# ---- Results --------------------------------------------------------------------------------------

class Table:
    """A table of results.md: for each row, a dict from the names of the columns to the texts of the cells. If several
    columns have the same name, the dict has the first one."""

    def __init__(self, text, title):
        section = text.split('\n### %s\n' % title)[1].split('\n#')[0]
        lines = [line for line in section.splitlines() if line.startswith('|')]
        self.columns = self.cells(lines[0])
        self.rows = [dict(reversed(list(zip(self.columns, self.cells(line))))) for line in lines[2:]]
        self.by_name = {row[self.columns[0]]: row for row in self.rows}

    @staticmethod
    def cells(line):
        return [cell.strip() for cell in line.strip().strip('|').split('|')]


class Results:
    def __init__(self, text):
        machine = text.split('\n## All methods\n')[1].split('\n|')[0].splitlines()
        self.machine = dict(line[2:].split(': ', 1) for line in machine if line.startswith('- ') and ': ' in line)
        self.fills = Table(text, 'Fills beside NumPy')
        self.eaches = Table(text, 'Arrays as parameters beside NumPy')
        self.scalars = Table(text, 'Scalar calls beside NumPy')
        self.scalar_peers = Table(text, 'Scalar calls beside other libraries')
        self.inlined = Table(text, 'Scalar calls inlined into the program')
        self.means = Table(text, 'Geometric means')
        self.all_backends = Table(text.split('\n## Backends\n')[1], 'Fills beside NumPy')
        self.threads = Table(text, 'Threads')
        self.skips = Table(text, 'Skipping ahead and going back')
        self.sizes = Table(text, 'Size of the fill')
        # "2 x NAME" in the results.
        self.machine['CPU'] = '%s cores of %s' % tuple(self.machine['CPU'].split(' x ', 1))
        # The library: libnprand 0.9.0, avx512, avx2
        self.backends = self.machine['library'].split(', ')[1:]


def is_variant(name, names):
    """Whether a row is a method of another row, with other parameters or another dtype."""
    return any(name.startswith(other + '_') for other in names if other != 'random')


# ---- Tables ---------------------------------------------------------------------------------------

def lines_of(head, rows, texts=1):
    """A table whose first columns are texts and whose other columns are numbers."""
    ruler = '|' + '---|' * texts + '--:|' * (len(head) - texts)
    return ['| %s |' % ' | '.join(head), ruler] + ['| %s |' % ' | '.join(row) for row in rows]


def beside_numpy(results, rows):
    backends = results.backends
    head = ['method'] + [b + ', ns' for b in backends] + ['NumPy, ns'] + ['times as fast, ' + b for b in backends]
    names = ['method'] + backends + ['NumPy'] + ['ratio ' + b for b in backends]
    return head, [[row[name] for name in names] for row in rows]


def mean_row(results, kind, text):
    """The last row of a table beside NumPy: the geometric means."""
    means = [mean(results, 'NumPy', kind, backend)['geometric mean'] for backend in results.backends]
    return [text] + [''] * (len(means) + 1) + means


def mean(results, beside, kind, backend):
    for row in results.means.rows:
        if (row['beside'], row['rows'], row['backend']) == (beside, kind, backend):
            return row
    return None


def table(results, kind, rows, text):
    head, cells = beside_numpy(results, rows)
    return lines_of(head, cells + [mean_row(results, kind, text)])


def whole_table(results, kind, table_of_kind):
    rows = table_of_kind.rows
    return table(results, kind, rows, 'geometric mean of all %d rows' % len(rows))


def small_table(results):
    rows = results.fills.rows
    chosen = [results.fills.by_name[name] for name in CHOSEN]
    return machine_of(results) + [''] + table(results, 'fills', chosen, 'geometric mean of all %d fills' % len(rows))


def wrapped(text, indent=''):
    return textwrap.wrap(text, 120, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False)


def machine_of(results):
    machine = results.machine
    return wrapped('Measured on %s with %s and %s: nanoseconds of CPU time per value, a million values a call, one '
                   'thread. %s: the code for one kind of CPU. The library takes the one with the widest vectors that '
                   'the CPU can run.'
                   % (machine['CPU'], machine['compiler'], machine['NumPy'].split(',')[0],
                      ', '.join('`%s`' % backend for backend in results.backends)))


def machine_list(results):
    return ['- **%s**: %s' % (name, results.machine[name]) for name in
            ('CPU', 'system', 'compiler', 'library', 'NumPy', 'GSL', 'libstdc++', 'Boost') if name in results.machine]


def means_table(results):
    head = ['beside', 'rows', 'number of rows']
    for backend in results.backends:
        head += ['geometric mean, ' + backend, 'least, ' + backend, 'below their floor, ' + backend]
    rows = []
    for beside in ('NumPy', 'GSL', 'libstdc++', 'Boost'):
        for kind in KINDS:
            found = [mean(results, beside, kind, backend) for backend in results.backends]
            if None in found:
                continue
            cells = [beside, KINDS[kind], found[0]['number']]
            for row in found:
                cells += [row['geometric mean'], row['least'], row['how many']]
            rows.append(cells)
        inlined = mean(results, beside, 'scalars', 'inlined')
        if inlined:
            cells = [beside, 'scalar calls, inlined'] + [inlined[name] for name in
                                                         ('number', 'geometric mean', 'least', 'how many')]
            rows.append(cells + [''] * (len(head) - len(cells)))
    return lines_of(head, rows, 2) + [''] + without_slowest(results)


def without_slowest(results):
    """The means of the fills without the method for which NumPy takes longest, beside the library: a single row can
    carry a mean."""
    ratios = {backend: {row['method']: float(row['ratio ' + backend]) for row in results.fills.rows}
              for backend in results.backends}
    slowest = max(ratios[results.backends[0]], key=ratios[results.backends[0]].get)
    means = []
    for backend in results.backends:
        others = [math.log(ratio) for name, ratio in ratios[backend].items() if name != slowest]
        means.append('%.2f with `%s`' % (math.exp(sum(others) / len(others)), backend))
    return wrapped('One row carries a part of the mean: `%s` is %s times as fast as with NumPy. Without this row, the '
                   'geometric mean of the fills is %s.'
                   % (slowest, results.fills.by_name[slowest]['ratio ' + results.backends[0]], ' and '.join(means)))


def below_list(results):
    """An item of a list for each comparison in which rows are below their floor."""
    lines = []
    for row in results.means.rows:
        if row['below the floor'] and row['beside'] != 'before':
            names = ['`%s` %s' % tuple(name.split(' ')) for name in row['below the floor'].split(', ')]
            lines += wrapped('- Beside %s, %s, `%s`: %s.' % (row['beside'], KINDS[row['rows']], row['backend'],
                                                             ', '.join(names)), '  ')
    return lines or ['- None.']


def single_table(results):
    """A fill beside scalar calls, and those of NumPy and of the other libraries."""
    first = results.backends[0]
    rows = []
    for name in SINGLE:
        scalar = results.scalars.by_name[name + '_scalar']
        peer = results.scalar_peers.by_name.get(name + '_scalar', {})
        inlined = results.inlined.by_name[name + '_scalar']['inlined']
        rows.append(['`%s`' % name, results.fills.by_name[name][first], scalar[first], inlined, scalar['NumPy'],
                     peer.get('Boost', ''), peer.get('libstdc++', ''), peer.get('GSL', '')])
    return lines_of(['method', 'fill', 'scalar call', 'inlined', 'call of NumPy', 'Boost', 'libstdc++', 'GSL'], rows)


def backends_table(results):
    found = results.all_backends
    backends = found.columns[1:found.columns.index('NumPy'):2]
    head = ['backend'] + [row['method'] for row in found.rows]
    return lines_of(head, [['`%s`' % b if b != 'NumPy' else b] + [row[b] for row in found.rows]
                           for b in backends + ['NumPy']])


def power_of_ten(number):
    return '10^%d' % round(math.log10(int(number))) if int(number) > 1000 else number


def sizes_table(results):
    rows = results.sizes.rows
    return lines_of(['values a call'] + [power_of_ten(row['n']) for row in rows],
                    [['doubles'] + [row['doubles'] for row in rows], ['words'] + [row['words'] for row in rows]])


def threads_table(results):
    return lines_of(['fill, threads', 'ns on the wall', 'speed-up'],
                    [[row['fill, threads'], row['median'], row['speed-up']] for row in results.threads.rows])


def skips_table(results):
    return lines_of(['words', 'advance, microseconds', 'rewind, microseconds'],
                    [[row['words'], row['advance'], row['rewind']] for row in results.skips.rows])


def with_part(text, name, lines):
    """The text of a page with these lines in place of those between its two comments."""
    begin = text.index('\n', text.index('<!-- speed: ' + name + ',')) + 1
    end = text.index('<!-- end -->', begin)
    return text[:begin] + '\n' + '\n'.join(lines) + '\n\n' + text[end:]


# ---- The picture ----------------------------------------------------------------------------------

WIDTH = 900
TOP = 88           # of the first bar
ROW = 18           # from bar to bar
BARS = [8, 5]      # heights of the bars of the first two backends
COLORS = ['#2f6fb0', '#9dc1e6']
NAMES = 150        # width of the names
UNIT = 14.5        # width of 1
LONGEST = 18       # a longer bar is cut
HALVES = [10, 465]  # where the halves begin

HEAD = '''\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img"
  font-family="Helvetica, Arial, sans-serif" font-size="12">
<title>libnprand beside NumPy: how many times as fast, per method</title>
<rect x="0.5" y="0.5" width="{right}" height="{bottom}" rx="6" fill="#ffffff" stroke="#b8bec6"/>
<text x="20" y="28" font-size="16" font-weight="bold" fill="#1f2328">Times NumPy's speed, one thread, 1 000 000 values \
a call</text>
'''


def number(x):
    """A coordinate, as short as it can be."""
    return ('%.2f' % x).rstrip('0').rstrip('.')


def stroke(x, y, height, color, ratio):
    """A bar, which is cut if it is too long: two white strokes show it."""
    length = min(float(ratio), LONGEST) * UNIT
    lines = ['<rect x="%s" y="%s" width="%s" height="%s" fill="%s"/>' % (number(x), y, number(length), height, color)]
    if float(ratio) > LONGEST:
        for shift in (-26, -20):
            lines.append('<path d="M%s %s l4 -%s" stroke="#ffffff" stroke-width="3"/>'
                         % (number(x + length + shift), y + height + 1, height + 2))
    return lines


def bar(x, y, name, ratios):
    """The name, a bar for each backend, the first one higher, and the number of the first one."""
    left = x + NAMES
    lines = ['<text x="%s" y="%s" text-anchor="end" fill="#1f2328">%s</text>' % (number(left - 8), y + 10, name)]
    top = y
    for ratio, height, color in zip(ratios, BARS, COLORS):
        lines += stroke(left, top, height, color, ratio)
        top += height
    longest = max(min(float(ratio), LONGEST) for ratio in ratios)
    lines.append('<text x="%s" y="%s" fill="#1f2328">%s</text>'
                 % (number(left + longest * UNIT + 5), y + 10, '%.1f' % float(ratios[0])))
    return lines


def half(x, title, rows):
    left = x + NAMES
    bottom = TOP + ROW * len(rows)
    lines = ['<text x="%s" y="56" font-weight="bold" fill="#1f2328">%s</text>' % (number(left), title)]
    for value in (4, 8, 12, 16):
        at = number(left + value * UNIT)
        lines.append('<path d="M%s %s V%s" stroke="#d8dde3"/>' % (at, TOP - 4, bottom))
        lines.append('<text x="%s" y="%s" text-anchor="middle" fill="#57606a">%s</text>' % (at, TOP - 9, value))
    for i, row in enumerate(rows):
        lines += bar(x, TOP + ROW * i, *row)
    at = number(left + UNIT)
    lines.append('<path d="M%s %s V%s" stroke="#c4432b" stroke-width="2"/>' % (at, TOP - 4, bottom))
    lines.append('<text x="%s" y="%s" text-anchor="middle" fill="#c4432b">1: NumPy</text>' % (at, TOP - 9))
    return lines


def key(backends, y):
    """What the colours mean."""
    lines = []
    for i, (backend, color) in enumerate(zip(backends, COLORS)):
        x = 690 + 90 * i
        lines += ['<rect x="%s" y="%s" width="12" height="12" fill="%s"/>' % (x, y - 10, color),
                  '<text x="%s" y="%s" fill="#1f2328">%s</text>' % (x + 18, y, backend)]
    return lines


def picture(results):
    rows = [(row['method'], [row['ratio ' + backend] for backend in results.backends[:len(BARS)]])
            for row in results.fills.rows]
    names = [name for name, ratios in rows]
    methods = sorted((row for row in rows if not is_variant(row[0], names)), key=lambda row: -float(row[1][0]))
    left = [row for row in methods if row[0] in LEFT]
    right = [row for row in methods if row[0] not in LEFT]
    height = TOP + ROW * max(len(left), len(right)) + 12
    lines = key(results.backends, 28)
    lines += half(HALVES[0], 'words, uniforms, integers, permutations', left)
    lines += half(HALVES[1], 'distributions of doubles', right)
    machine = results.machine
    notes = ['A longer bar is faster. Measured on', machine['CPU'] + ',',
             machine['compiler'] + ',', machine['NumPy']]
    for i, note in enumerate(notes):
        y = height - 16 - 16 * (len(notes) - 1 - i)
        lines.append('<text x="20" y="%s" fill="#57606a">%s</text>' % (y, note))
    head = HEAD.format(width=WIDTH, height=height, right=WIDTH - 1, bottom=height - 1)
    return head + '\n'.join(lines) + '\n</svg>\n'


# ---- Files ----------------------------------------------------------------------------------------

PARTS = {
    'README.md': {'small': small_table},
    'docs/speed.md': {
        'machine': machine_list,
        'means': means_table,
        'below': below_list,
        'fills': lambda results: whole_table(results, 'fills', results.fills),
        'eaches': lambda results: whole_table(results, 'eaches', results.eaches),
        'single': single_table,
        'backends': backends_table,
        'sizes': sizes_table,
        'threads': threads_table,
        'skips': skips_table,
    },
}


def main():
    if sys.argv[1:] not in ([], ['--check']):
        sys.exit(__doc__)
    results = Results(RESULTS.read_text(encoding='utf-8'))
    texts = {'docs/speed.svg': picture(results)}
    for page, parts in PARTS.items():
        texts[page] = (ROOT / page).read_text(encoding='utf-8')
        for name, lines in parts.items():
            texts[page] = with_part(texts[page], name, lines(results))
    old = []
    for name, text in texts.items():
        path = ROOT / name
        if not path.exists() or path.read_text(encoding='utf-8') != text:
            old.append(name)
            if not sys.argv[1:]:
                path.write_text(text, encoding='utf-8')
                print('written:', name)
    if sys.argv[1:] and old:
        sys.exit('not what tests/bench/results.md says: %s. Run docs/speed.py.' % ', '.join(old))


if __name__ == '__main__':
    main()
