#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""filter.py FILE: what Doxygen reads in place of the file.

The public headers have plain comments, which are read in an editor, and of which docs/man/make.py
makes manual pages. For a header in C, the declarations are printed with an entry above each, in
Doxygen's language; for one in C++, its classes with their public members. main.dox is printed with
the list of the groups.
"""
import pathlib
import re
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'man')]

import make
import mdoc
from cpp import Source, first_sentence
from entry import entry_lines
from groups import GROUPS
from markup import Markup

HEADERS = make.HEADERS
FUNCTIONS = {f.name for header in HEADERS.values() for unit in header.units for f in unit.functions}
OTHERS = {name for header in HEADERS.values() for unit in header.units
          for name in unit.names() if name and name not in FUNCTIONS} | set(make.statuses())
MARKUP = Markup(FUNCTIONS, OTHERS - set(make.UNUSED))


def comment(lines):
    text = '\n'.join(f' * {line}'.rstrip() for line in lines)
    return f'/**\n{text}\n */'


# ---- Groups ------------------------------------------------------------------------------------


def group_of(header, unit):
    """The group that names the unit by itself, or else the section."""
    for key in (unit.key, unit.section):
        found = [g.name for g in GROUPS if g.header == header.name and key in g.parts]
        if len(found) > 1:
            raise SystemExit(f'{header.name}: "{key}" is in several groups of groups.py: {found}')
        if found:
            return found[0]
    raise SystemExit(f'{header.name}: no group of groups.py has "{unit.key}"')


def head_blocks(lines):
    """The comment at the head of a header. "Terms.  ..." begins a section."""
    part, title = [], None
    for line in lines + ['End.  ']:
        label = re.match(r"([A-Z][\w' -]*(?:, [\w ]+)?)\.  (.*)", line)
        if label:
            if title:
                yield f'@par {title}'
            yield from MARKUP.blocks(mdoc.blocks(part))
            title, part = label.group(1), [label.group(2)]
        else:
            part.append(line)


def group_lines(group):
    yield f'@defgroup {group.name} {group.title}'
    if group.parent:
        yield f'@ingroup {group.parent}'
    yield f'@brief {MARKUP.text(group.about)}'
    yield ''
    if 'head' in group.parts:
        head = HEADERS[group.header].head if group.header in HEADERS else \
            Source(header_path(group.header)).head
        yield from head_blocks(head)
    if group.header in HEADERS:
        for unit in HEADERS[group.header].units:
            if not any(unit.names()) and group_of(HEADERS[group.header], unit) == group.name:
                yield from MARKUP.blocks(mdoc.blocks(unit.comment))


def header_path(name):
    return make.ROOT / 'include' / name


def main_page(text):
    """main.dox with the list of the groups for @groups, the head of nprand.h for @conventions."""
    groups = ['<ul>']
    for group in GROUPS:
        if not group.parent:
            groups.append(f'<li>@ref {group.name} : {MARKUP.text(group.about)}')
            children = [f'@ref {g.name} "{g.title.split(": ")[-1]}"' for g in GROUPS
                        if g.parent == group.name]
            groups.append(('<br/>' + ', '.join(children) if children else '') + '</li>')
    text = text.replace('@groups', '\n'.join(groups + ['</ul>']))
    head = HEADERS['nprand.h'].head
    text = text.replace('@conventions', '\n'.join(head_blocks(head)))
    return text + '\n'.join(comment(group_lines(group)) for group in GROUPS)


# ---- A header in C -----------------------------------------------------------------------------


def type_lines(unit, name, text, group):
    yield comment([f'@ingroup {group}'] + list(MARKUP.blocks(mdoc.blocks(unit.comment))))
    text = text.replace('NPRAND_ALIGN_8 ', '')
    known = make.statuses()
    for line in text.split('\n'):
        yield re.sub(r'/\* (.*?) \*/', lambda note: note_of(note, line, known), line)


def note_of(note, line, known):
    """The comment beside a member. '"' stands for the text above."""
    text = note.group(1)
    if text == '"':
        text = known[line.split(',')[0].strip()]
    return f'/**< {MARKUP.text(text[0].upper() + text[1:])} */'


def constants(unit, text, group):
    """An enum without a name: an entry for each constant."""
    yield comment([f'@ingroup {group}', 'Constants.'])
    values = re.findall(r'\b(NPRAND_\w+ = \w+)', text)
    notes = '\n'.join(f'    {value}, /**< {MARKUP.text(" ".join(unit.comment))} */'
                      for value in values)
    yield 'enum {\n' + notes + '\n};'


def macros(unit, group):
    seen = set()
    for name, line in unit.macros:
        if name not in seen:
            seen.add(name)
            yield comment([f'@ingroup {group}'] + list(MARKUP.blocks(mdoc.blocks(unit.comment))))
            yield line


def unit_lines(header, unit):
    if not any(unit.names()) or unit.key in make.UNUSED:
        return
    group = group_of(header, unit)
    for name, text in unit.types:
        if name is None:
            yield from constants(unit, text, group)
        else:
            yield from type_lines(unit, name, text, group)
    yield from macros(unit, group)
    for function in unit.functions:
        yield comment([f'@ingroup {group}'] + list(entry_lines(function, unit, MARKUP)))
        arguments = ', '.join(function.parameters) or 'void'
        yield f'{function.type} {function.name}({arguments});'


def c_header(header):
    title = first_sentence(header.head)
    yield comment([f'@file {header.name}', f'@brief {MARKUP.text(title)}'])
    for unit in header.units:
        yield from unit_lines(header, unit)


def main():
    path = pathlib.Path(sys.argv[1])
    if path.name in HEADERS:
        print('\n'.join(c_header(HEADERS[path.name])))
    elif path.suffix == '.hpp':
        print('\n'.join(Source(path).lines(MARKUP)))
    else:
        print(main_page(path.read_text(encoding='utf-8')))


if __name__ == '__main__':
    main()
