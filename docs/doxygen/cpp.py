# SPDX-License-Identifier: BSD-3-Clause
"""The headers in C++ as Doxygen reads them: public classes and functions, without their code.

A comment stands above a member, or above the first one of several forms of it. It is the text of
each of them. Where it says nothing of a parameter, the entry of the C function that it names does.
"""
import re

import make
import mdoc
from entry import Described, capital
from header import strip_comment

# What may have parentheses that are no code.
QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\'|/\*.*?\*/|//[^\n]*', re.DOTALL)
SKIPPED = re.compile(r'\s+|//[^\n]*\n|#[^\n]*\n')
# What a reader need not see in a declaration.
IDLE = [(r'\btemplate <>', ''), (r',\s*(?:detail::)?if_\w+<[^<>]*(?:<[^<>]*>)?[^<>]*> = 0', ''),
        (r',\s*std::enable_if_t<std::[^;]*?, int> = 0', ''), (r'\binline ', ''),
        (r'\bexplicit ', 'explicit '), (r', class = [^<>]*<Container>', ''),
        (r'\[\[nodiscard\]\] ', ''), (r'\bdoubles\b', 'std::vector<double>'),
        (r'\bintegers\b', 'std::vector<std::int64_t>'), (r'\(min\)', ' min'), (r'\(max\)', ' max'),
        (r', class T = detail::element<const Container>', ', class T'), (r'bound<T>', 'bound'),
        (r'\s+', ' ')]


class Member:
    def __init__(self, declaration, comment, section, access):
        self.declaration = declaration
        self.comment = comment          # lines, without the marks
        self.section = section
        self.access = access

    def is_function(self):
        return not re.match(r'(class|using|enum|struct|namespace)\b', self.declaration) and \
            '(' in self.declaration

    def name(self):
        text = self.declaration
        if text.startswith('using '):
            return text.split()[1]
        found = re.match(r'(?:template <.*?> )?(?:class|struct|namespace) (\w+)', text)
        if found:
            return found.group(1)
        return re.search(r'(operator\(\)|~?\w+)\s*\(', text).group(1)

    def parameters(self):
        """The names, without those of types, from the last list in parentheses."""
        text = re.sub(r'\)( (const|noexcept|override|= 0))+$', ')', self.declaration)
        depth, start = 0, None
        for at in range(len(text) - 1, -1, -1):
            depth += {')': 1, '(': -1}.get(text[at], 0)
            if depth == 0 and text[at] == '(':
                start = at
                break
        listed = re.sub(r'<[^<>]*>', '', re.sub(r'<[^<>]*>', '', text[start + 1:].rstrip(') ')))
        names = [re.search(r'(\w+)\W*$', part.split('=')[0].replace('[Count]', '')) for part in
                 listed.split(',') if part.strip()]
        return [name.group(1) for name in names if name]


def simple(text):
    for old, new in IDLE:
        text = re.sub(old, new, text)
    return text.strip()


class Scanner:
    """Reads the declarations of a namespace or of a class."""

    def __init__(self, text, access):
        self.text, self.at, self.access = text, 0, access
        self.code = QUOTED.sub(lambda match: ' ' * len(match.group()), text)
        self.comment, self.section = None, ''

    def skip(self):
        while match := SKIPPED.match(self.text, self.at):
            self.at = match.end()

    def members(self):
        while True:
            self.skip()
            if self.at >= len(self.text):
                return
            if self.text.startswith('/*', self.at):
                self.read_comment()
                continue
            label = re.compile(r'(public|private|protected):').match(self.text, self.at)
            if label:
                self.access, self.at = label.group(1), label.end()
                continue
            yield from self.read_member()

    def read_comment(self):
        end = self.text.index('*/', self.at) + 2
        comment, self.at = self.text[self.at:end], end
        title = re.fullmatch(r'/\* ---- (.*?) -+ \*/', comment)
        if title:
            self.section, self.comment = title.group(1), None
        elif 'clang-format' not in comment:
            self.comment = strip_comment(re.sub(r'\n +\*', '\n *', comment))

    def read_member(self):
        start, depth, body = self.at, 0, None
        while True:
            mark = self.code[self.at]
            self.at += 1
            if mark in '({':
                if mark == '{' and depth == 0 and body is None:
                    body = self.at
                depth += 1
            elif mark in ')}':
                depth -= 1
                if depth == 0 and mark == '}' and not self.is_type(start):
                    break
            elif mark == ';' and depth == 0:
                break
        whole = self.text[start:self.at]
        head = whole[:body - 1 - start] if body else whole.rstrip(';')
        if self.is_type(start) or whole.startswith('namespace'):
            yield Member(simple(head), self.comment, self.section, self.access), \
                self.text[body:self.at].rstrip().rstrip(';').rstrip()[:-1] if body else ''
        else:
            head = re.sub(r'\)\s*:\s.*$', ')', head, flags=re.DOTALL)
            yield Member(simple(head), self.comment, self.section, self.access), ''

    def is_type(self, start):
        return re.match(r'(template <[^>]*> )?(class|struct|enum)\b', self.text[start:start + 80])


# ---- The entry of a member ---------------------------------------------------------------------


RULES = {
    'size': 'Number of values.',
    'd0': 'The first dimension. The number of values is the product of the dimensions.',
    'more': 'The other dimensions.',
    'out': 'Where the values go.',
}
C_UNITS = {f.name: unit for header in make.HEADERS.values() for unit in header.units
           for f in unit.functions}


def c_text(comment, name):
    """What the C functions that a comment names say of a parameter."""
    for function in re.findall(r'\bnprand_\w+', ' '.join(comment)):
        unit = C_UNITS.get(function)
        if unit:
            labels = Described(unit.comment, make.parameters_of([unit])).labels
            text = labels.get(name)
            if text:
                return capital(text)
    return None


def step_text(name):
    """Of the step of the parameter before it."""
    if name.endswith('_step'):
        values = name[:-len('_step')]
        return f'Elements from one value of {values} to the next; 0: *{values} serves all draws.'
    return None


def result_text(member):
    head = member.declaration.split('(')[0]
    if re.search(r'\bvoid \w+$', head):
        return None
    if 'std::vector' in head:
        return 'The values.'
    return {'bool': 'Whether no warning is due.'}.get(head.split()[0], 'The value.')


def is_constructor_of_error(member):
    return member.name() == 'error_as'


def entry(member, class_name, markup, labels=()):
    """labels: the names of parameters of all members, of which a comment may speak."""
    if member.comment is None:
        raise SystemExit(f'{class_name}: no comment above {member.declaration}')
    names = member.parameters()
    described = Described(member.comment, set(labels) | set(names) | {'Result'})
    yield '@brief ' + markup.text(described.sentence_of(''))
    yield ''
    yield from markup.blocks(described.without(described.sentence_of('')))
    for name in names:
        text = described.labels.get(name)
        text = capital(text) if text else c_text(member.comment, name) or step_text(name) or \
            RULES.get(name)
        if text is None:
            raise SystemExit(f'{class_name}: no text for "{name}" of {member.declaration}')
        yield f'@param {name} {markup.text(text)}'
    is_constructor = member.name() in (class_name, '~' + class_name)
    result = None if is_constructor else result_text(member)
    if result:
        text = described.labels.get('Result', result)
        yield '@return ' + markup.text(capital(text))
    if 'noexcept' not in member.declaration and not is_constructor_of_error(member):
        yield '@exception nprand::error If the function of C refuses the call.'


def first_sentence(head):
    """What a header is, from the comment at its head: "name.h: what it is."""
    text = ' '.join(head[:head.index('')])
    return mdoc.sentences(text)[0].split(': ', 1)[1]


class Source:
    """A header in C++."""

    def __init__(self, path):
        self.name = path.name
        text = path.read_text(encoding='utf-8')
        head, self.text = text.split('*/\n', 1)
        self.head = strip_comment(head + '*/')[2:]

    def lines(self, markup):
        title = first_sentence(self.head)
        yield f'/** @file {self.name}\n@brief {markup.text(title)}\n'
        yield from markup.blocks(mdoc.blocks(self.head))
        yield '*/'
        yield '#include "nprand.h"'
        for member, body in Scanner(self.text, 'public').members():
            if member.name() == 'nprand' and body:
                yield 'namespace nprand {'
                yield from self.namespace_lines(body, markup)
                yield '}'

    def namespace_lines(self, body, markup):
        for member, inner in Scanner(body, 'public').members():
            if member.name() == 'detail' or '::' in member.declaration.split('(')[0]:
                continue
            text = ['@ingroup cpp'] + list(entry_of_type(member, markup) if not member.is_function()
                                           else entry(member, '', markup))
            yield '/**\n' + '\n'.join(text) + '\n*/'
            yield member.declaration + (' {' if inner else ';')
            if inner:
                yield from self.class_lines(member, inner, markup)
                yield '};'

    def class_lines(self, owner, body, markup):
        yield 'public:'
        section = None
        members = [member for member, _ in Scanner(body, 'private').members()]
        labels = {name for member in members if member.is_function()
                  for name in member.parameters()}
        for member in members:
            if member.access != 'public' or re.search(r'= (delete|default)$', member.declaration):
                continue
            if member.declaration.startswith(('template <class T> using', 'using')) and \
                    member.comment is None:
                continue
            if member.section != section:
                yield from ['/** @} */'] * bool(section) + [f'/** @name {member.section}\n@{{ */']
                section = member.section
            text = entry(member, owner.name(), markup, labels) if member.is_function() else \
                entry_of_type(member, markup)
            yield '/**\n' + '\n'.join(text) + '\n*/'
            yield member.declaration + ';'
        yield from ['/** @} */'] * bool(section)


def entry_of_type(member, markup):
    if member.comment is None:
        raise SystemExit(f'no comment above {member.declaration}')
    return markup.blocks(mdoc.blocks(member.comment))
