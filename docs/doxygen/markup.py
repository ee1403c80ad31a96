# SPDX-License-Identifier: BSD-3-Clause
"""Turns the text of a comment into the language of Doxygen."""
import re

# What Doxygen links to, or shows as code. Calls come first: their arguments are no text.
MARKED = re.compile(
    r'(?P<call>\b(nprand_\w+)\([^()]*\))'
    r'|(?P<other>\b[A-Za-z_][\w.]*\((?:[^()]|\([^()]*\))*\))'
    r'|(?P<open>\bNPRAND_[A-Z0-9_]+\.\.\.)'
    r'|(?P<constant>\bNPRAND_[A-Z0-9_]+\b)'
    r'|(?P<type>\bnprand_(?:rng|state|status|work|seed_seq|bitgen_t|part|runner|check_valid)\b)'
    r'|(?P<code>\bNULL\b|\bEDOM\b|\berrno\b|\b(?:docs|examples)/\w+\.\w+)')


def escape(text):
    """Text that Doxygen shows as it is. Words are no links: AUTOLINK_SUPPORT is NO."""
    return re.sub(r'[\\@<>&#%"$]', r'\\\g<0>', text).replace('::', '\\::')


def code(text):
    return f'<code>{escape(text)}</code>'


class Markup:
    """Knows what has an entry: names of functions, and of constants and types."""

    def __init__(self, functions, others):
        self.functions = functions
        self.others = others

    def mark(self, match):
        text = match.group()
        if match.lastgroup == 'call' or match.group('call'):
            name = match.group(2)
            return f'@ref {name} "{escape(text)}"' if name in self.functions else code(text)
        if text in self.others:
            return f'@ref {text} "{text}"'
        return code(text)

    def text(self, text):
        """One line of Doxygen's language for a paragraph."""
        parts, at = [], 0
        for match in MARKED.finditer(text):
            parts += [escape(text[at:match.start()]), self.mark(match)]
            at = match.end()
        return ''.join(parts + [escape(text[at:])])

    def blocks(self, blocks):
        """Lines for the blocks of a comment, as docs/man/mdoc.py makes them."""
        for kind, content in blocks:
            if kind == 'text':
                yield from (self.text(content), '')
            elif kind == 'code':
                yield from ['@code{.c}'] + [line.replace('*/', '* /') for line in content]
                yield from ('@endcode', '')
            else:
                yield from self.list_lines(content)

    def list_lines(self, pairs):
        if all(tag for tag, _ in pairs):
            yield '<table>'
            for tag, text in pairs:
                yield f'<tr><td>{self.text(tag)}</td><td>{self.text(text)}</td></tr>'
            yield '</table>'
        else:
            yield '<ul>'
            for tag, text in pairs:
                yield f'<li>{self.text((tag + " " + text).strip())}</li>'
            yield '</ul>'
        yield ''
