#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""doxygen_entries.py XML FUNCTIONS: what Doxygen's output says of each function.

XML is the folder of Doxygen's output, FUNCTIONS a file with the names of the public functions.
- Each function has an entry in exactly one group.
- The entry of each method of src/methods.def says which call it equals, its parameters, its result,
  its bits, its words and its source.
- Each public method of the class RandomState has an entry, in exactly one section of the class,
  that names a function of C.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / 'tests'))
from methods_list import listed_rows



def text_of(element):
    return ' '.join(''.join(element.itertext()).split())


class Entry:
    def __init__(self, member):
        self.name = member.findtext('name')
        self.text = text_of(member.find('briefdescription')) + ' ' + \
            text_of(member.find('detaileddescription'))
        self.parameters = [p.findtext('declname') for p in member.findall('param')]
        self.described = {name.text: text_of(item.find('parameterdescription'))
                          for lists in member.iter('parameterlist') if lists.get('kind') == 'param'
                          for item in lists.findall('parameteritem')
                          for name in item.iter('parametername')}
        self.sections = [sect.findtext('title') or sect.get('kind')
                         for sect in member.iter('simplesect')]

    def missing(self, call):
        """The parts that the entry of a method lacks."""
        yield from (f'parameter {name}' for name in self.parameters if not self.described.get(name))
        if not re.search(rf'\b(RandomState|MT19937|random)\.{call}\(', self.text):
            yield f'the call ...{call}() that it equals'
        for part, titles in (('result', ['return']), ('bits', ['Bits']),
                             ('words', ['Words', 'Words, for each value']),
                             ('source', ['Source', 'Sources'])):
            if not any(title in self.sections for title in titles):
                yield part


def group_entries(folder):
    """Names of functions, with all their entries."""
    entries = {}
    for path in sorted(folder.glob('group__*.xml')):
        for member in xml.parse(path).iter('memberdef'):
            if member.get('kind') == 'function':
                entry = Entry(member)
                entries.setdefault(entry.name, []).append(entry)
    return entries


def check_functions(entries, names):
    for name in names:
        count = len(entries.get(name, []))
        if count != 1:
            yield f'{name} has {count} entries in the groups'


def check_methods(entries, rows):
    for row in rows:
        for name in (f'nprand_{row.name}', f'nprand_{row.name}_fill'):
            for entry in entries.get(name, []):
                yield from (f'{name}: the entry lacks {part}' for part in entry.missing(row.method))
        if f'nprand_{row.name}' not in entries and f'nprand_{row.name}_fill' not in entries:
            yield f'{row.name} of src/methods.def has no entry'


# ---- C++ ---------------------------------------------------------------------------------------


def methods_of_class():
    """The names of the public methods, from lines of the class that begin with a declaration."""
    text = (ROOT / 'include' / 'nprand.hpp').read_text(encoding='utf-8')
    body = re.search(r'^class RandomState\n(.*?)^};', text, re.MULTILINE | re.DOTALL).group(1)
    public = body.split('\n  public:\n')[1].split('\n  private:\n')[0]
    lines = re.findall(r'^    (?=[A-Za-z\[])(?!using |inline .*;|template <[^()]*>$)(.*)', public,
                       re.MULTILINE)
    found = [re.search(r'(?:\((min|max)\)|\b(operator\(\)|(?!result_type\()\w+))\(', line)
             for line in lines]
    return {match.group(1) or match.group(2) for match in found if match}


def check_class(folder):
    sections = [section for section in xml.parse(folder / 'classnprand_1_1RandomState.xml')
                .iter('sectiondef')]
    entries = {}
    for section in sections:
        for member in section.findall('memberdef'):
            if member.get('kind') != 'function':
                continue
            entry = Entry(member)
            entries.setdefault(member.get('id'), []).append(entry)
            if section.get('kind') != 'user-defined':
                yield f'RandomState::{entry.name} is in no section of the class'
            if not re.search(r'\bnprand_\w+', entry.text):
                yield f'RandomState::{entry.name} does not name a function of C'
    for found in entries.values():
        if len(found) != 1:
            yield f'RandomState::{found[0].name} has {len(found)} entries'
    names = methods_of_class()
    if len(names) < 100:
        yield f'only {len(names)} methods were found in the class'
    documented = {entry.name for found in entries.values() for entry in found}
    yield from (f'RandomState::{name} has no entry' for name in sorted(names - documented))


def main():
    folder, names = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).read_text().split()
    entries, rows = group_entries(folder), listed_rows()
    if len(rows) < 80:
        sys.exit(f'only {len(rows)} methods were found in src/methods.def')
    faults = list(check_functions(entries, names)) + list(check_methods(entries, rows)) + \
        list(check_class(folder))
    if faults:
        sys.exit('\n'.join(faults))
    print(f'all entries are complete: {len(names)} functions, {len(rows)} methods of the list, '
          f'{len(methods_of_class())} names of methods in C++')


if __name__ == '__main__':
    main()
