#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Writes the picture docs/speed.svg and the tables of speed in README.md and docs/speed.md.

The figures come from the table "All methods" of tests/bench/results.md. In the pages, a table stands
between two comments, the first of which begins with "<!-- speed:".

    docs/speed.py            writes the three files
    docs/speed.py --check    writes nothing; the status is 1 if a file is not what would be written
"""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
RESULTS = ROOT / 'tests/bench/results.md'

# The rows of the small table.
CHOSEN = ['random_sample', 'randint', 'standard_normal', 'standard_gamma', 'poisson', 'shuffle']

# The methods of NumPy in the left half of the picture. The right half has the other ones.
LEFT = ['random_raw', 'bytes', 'random_sample', 'random', 'rand', 'uniform', 'randint', 'random_integers', 'tomaxint',
        'poisson', 'binomial', 'negative_binomial', 'geometric', 'hypergeometric', 'logseries', 'zipf', 'multinomial',
        'shuffle', 'permutation', 'choice']


def cells(line):
    return [cell.strip() for cell in line.strip().strip('|').split('|')]


def read_results():
    """The section "All methods": the machine, as a dict of texts, and the rows of its table, each of them texts:
    name, nanoseconds of libnprand, nanoseconds of NumPy, ratio."""
    section = RESULTS.read_text(encoding='utf-8').split('\n## All methods\n')[1].split('\n## ')[0]
    before = section.split('\n|')[0].splitlines()
    machine = dict(line[2:].split(': ', 1) for line in before if line.startswith('- ') and ': ' in line)
    lines = [line for line in section.splitlines() if line.startswith('|')]
    head = cells(lines[0])
    columns = [head.index(name) for name in ('method', 'libnprand', 'NumPy', 'ratio')]
    return machine, [[cells(line)[i] for i in columns] for line in lines[2:]]


def is_variant(name, names):
    """Whether a row is a method of another row, with other parameters or another dtype."""
    return any(name.startswith(other + '_') for other in names if other != 'random')


def geometric_mean(rows):
    product = 1.0
    for row in rows:
        product *= float(row[3])
    return product ** (1 / len(rows))


# ---- Tables ---------------------------------------------------------------------------------------

def table(rows):
    lines = ['| method | libnprand, ns | NumPy, ns | times as fast |', '|---|--:|--:|--:|']
    lines += ['| %s | %s | %s | %s |' % tuple(row) for row in rows]
    return lines


def with_table(text, name, lines):
    """The text of a page with these lines in place of those between its two comments."""
    begin = text.index('\n', text.index('<!-- speed: ' + name)) + 1
    end = text.index('<!-- end -->', begin)
    return text[:begin] + '\n' + '\n'.join(lines) + '\n\n' + text[end:]


# ---- The picture ----------------------------------------------------------------------------------

WIDTH = 900
TOP = 88           # of the first bar
ROW = 18           # from bar to bar
BAR = 12           # height of a bar
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


def bar(x, y, name, ratio):
    length = min(float(ratio), LONGEST) * UNIT
    left = x + NAMES
    lines = ['<text x="%s" y="%s" text-anchor="end" fill="#1f2328">%s</text>' % (number(left - 8), y + 10, name),
             '<rect x="%s" y="%s" width="%s" height="%s" fill="#2f6fb0"/>' % (number(left), y, number(length), BAR)]
    if float(ratio) > LONGEST:  # two white strokes: the bar is cut
        for shift in (-26, -20):
            x = left + length + shift
            lines.append('<path d="M%s %s l4 -%s" stroke="#ffffff" stroke-width="3"/>'
                         % (number(x), y + BAR + 1, BAR + 2))
    lines.append('<text x="%s" y="%s" fill="#1f2328">%s</text>'
                 % (number(left + length + 5), y + 10, '%.1f' % float(ratio)))
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
        lines += bar(x, TOP + ROW * i, row[0], row[3])
    at = number(left + UNIT)
    lines.append('<path d="M%s %s V%s" stroke="#c4432b" stroke-width="2"/>' % (at, TOP - 4, bottom))
    lines.append('<text x="%s" y="%s" text-anchor="middle" fill="#c4432b">1: NumPy</text>' % (at, TOP - 9))
    return lines


def picture(machine, rows):
    names = [row[0] for row in rows]
    methods = sorted((row for row in rows if not is_variant(row[0], names)), key=lambda row: -float(row[3]))
    left = [row for row in methods if row[0] in LEFT]
    right = [row for row in methods if row[0] not in LEFT]
    height = TOP + ROW * max(len(left), len(right)) + 12
    lines = half(HALVES[0], 'words, uniforms, integers, permutations', left)
    lines += half(HALVES[1], 'distributions of doubles', right)
    notes = ['A longer bar is faster. Measured on', machine['CPU'] + ',', machine['library'] + ',',
             machine['compiler'] + ', ' + machine['NumPy']]
    for i, note in enumerate(notes):
        y = height - 16 - 16 * (len(notes) - 1 - i)
        lines.append('<text x="20" y="%s" fill="#57606a">%s</text>' % (y, note))
    head = HEAD.format(width=WIDTH, height=height, right=WIDTH - 1, bottom=height - 1)
    return head + '\n'.join(lines) + '\n</svg>\n'


# ---- Files ----------------------------------------------------------------------------------------

def main():
    if sys.argv[1:] not in ([], ['--check']):
        sys.exit(__doc__)
    machine, rows = read_results()
    by_name = {row[0]: row for row in rows}
    mean = ['geometric mean of all %d rows' % len(rows), '', '', '%.2f' % geometric_mean(rows)]
    texts = {'docs/speed.svg': picture(machine, rows)}
    for page, name, lines in [('README.md', 'small', table([by_name[name] for name in CHOSEN] + [mean])),
                              ('docs/speed.md', 'all', table(rows + [mean]))]:
        texts[page] = with_table((ROOT / page).read_text(encoding='utf-8'), name, lines)
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
