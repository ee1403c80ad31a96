# SPDX-License-Identifier: BSD-3-Clause
"""Reads a public header: its head, and for each comment what is declared below it."""
import re


class Function:
    def __init__(self, declaration):
        words = re.sub(r'NPRAND_API |NPRAND_NODISCARD ', '', ' '.join(declaration.split()))
        self.type, self.name, parameters = re.fullmatch(
            r'(.*?) ?(nprand_\w+) ?\((.*)\);', words.replace('( ', '(')).groups()
        if self.type.endswith('*'):
            self.type = self.type[:-1].rstrip() + ' *'
        self.parameters = [] if parameters == 'void' else parameters.split(', ')

    def parameter_names(self):
        return [re.search(r'\w+$', parameter).group() for parameter in self.parameters]


class Unit:
    """A comment and the declarations below it."""

    def __init__(self, section, comment):
        self.section = section
        self.comment = comment
        self.functions = []
        self.types = []         # (name, text of the declaration)
        self.macros = []        # (name, line)
        self.constants = []     # names of the constants of an enum that has no name
        self.key = None

    def names(self):
        return ([name for name, _ in self.types] + [f.name for f in self.functions] +
                list(dict.fromkeys(name for name, _ in self.macros)) + self.constants)

    def declare(self, text):
        if text.startswith('NPRAND_API'):
            self.functions.append(Function(text))
        elif text.startswith('static const'):
            pass                # the macro of the same name says the same
        elif text.startswith('enum {'):
            self.constants += re.findall(r'\b(NPRAND_\w+)\b', text)
            self.types.append((None, text))
        else:
            name = re.search(r'(nprand_\w+)(?:\([^()]*\))?;$', text).group(1)
            self.types.append((name, text))

    def define(self, line):
        name = line.split()[1].split('(')[0]
        self.macros.append((name, line.split('/*')[0].rstrip()))


def strip_comment(text):
    """The lines of a comment without its marks."""
    lines = text.strip()[2:-2].rstrip().split('\n')
    return [re.sub(r'^ \* ?', '', line) if i else line.lstrip() for i, line in enumerate(lines)]


def is_whole(text):
    """Whether a declaration ends here."""
    code = re.sub(r'/\*.*?\*/', '', text).rstrip()
    return code.endswith(';') and code.count('{') == code.count('}')


class Header:
    def __init__(self, path):
        self.name = path.name
        self.units = []
        self.section = ''
        text = path.read_text(encoding='utf-8')
        head, rest = text.split('*/\n', 1)
        self.head = strip_comment(head + '*/')[2:]      # without the licence
        self.read(rest.split('\n'))
        self.set_keys()

    def read(self, lines):
        lines = iter(lines)
        for line in lines:
            if line.startswith('/*'):
                self.read_comment(line, lines)
            elif line.startswith('#'):
                self.read_directive(line, lines)
            elif line == '}':
                break           # the end of extern "C"
            elif line and not line.startswith('extern'):
                self.read_declaration(line, lines)
        self.read_end(lines)

    def read_comment(self, line, lines):
        while not line.rstrip().endswith('*/'):
            line += '\n' + next(lines)
        title = re.fullmatch(r'/\* ---- (.*?) -+ \*/', line)
        if title:
            self.section = title.group(1)
        else:
            self.units.append(Unit(self.section, strip_comment(line)))

    def read_directive(self, line, lines):
        while line.endswith('\\'):
            line = line[:-1] + next(lines).lstrip()
        if line.startswith('#define') and self.units:
            self.units[-1].define(line)

    def read_declaration(self, line, lines):
        while not is_whole(line):
            line += '\n' + next(lines)
        self.units[-1].declare(line)

    def read_end(self, lines):
        """The section about seeds: what it says, without its code."""
        for line in lines:
            if line.startswith('/*'):
                before = len(self.units)
                self.read_comment(line, lines)
                if len(self.units) > before:
                    return

    def set_keys(self):
        intros = {}
        for unit in self.units:
            names = [name for name in unit.names() if name]
            if names:
                unit.key = names[0]
            else:
                intros[unit.section] = intros.get(unit.section, 0) + 1
                unit.key = f'{unit.section}, intro {intros[unit.section]}'

    def part(self, key):
        """The units of a section, or the one with this key."""
        return [unit for unit in self.units if key in (unit.section, unit.key)]
