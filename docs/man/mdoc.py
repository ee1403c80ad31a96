# SPDX-License-Identifier: BSD-3-Clause
"""Turns the text of a comment into the language of manual pages, mdoc."""
import re
import textwrap

WIDTH = 78          # of lines of the pages' source: mandoc warns from 80 on
CODE_WIDTH = 71     # of lines of code: groff indents a page by 7 columns, and a display by 2 more
DISPLAY = '.Bd -literal -offset 2n'

TYPES = 'nprand_(?:rng|state|status|work|seed_seq|bitgen_t|part|runner|check_valid)'
MARKED = re.compile(
    r'(?P<page>nprand\w*\(3\))'
    r'|(?P<call>\bnprand_\w+\([^()]*\))'
    r'|(?P<other>\b[A-Za-z_][\w.]*\(\))'
    r'|(?P<constant>\bNPRAND_[A-Z0-9_]+\b|\bNULL\b|\bEDOM\b)'
    rf'|(?P<type>\b{TYPES}\b)'
    r'|(?P<errno>\berrno\b)'
    r'|(?P<file>\b(?:docs|examples)/\w+\.\w+)')
# A word of code in prose, which must not be divided at the end of a line.
CODE_WORD = re.compile(r'(?<!\S)(?=\S*[A-Za-z][._(]\w|\S*[a-z][A-Z]|\S*\w_)\S+')
MACROS = {'constant': 'Dv', 'type': 'Vt', 'errno': 'Va', 'file': 'Pa'}
DELIMITERS = '.,:;)!?]'


def escape(text):
    """Escapes what means something else on a page, or looks otherwise."""
    for old, new in (('\\', '\\e'), ('^', '\\(ha'), ('~', '\\(ti'), ('`', '\\(ga')):
        text = text.replace(old, new)
    return text


def escape_code(text):
    """Escapes a line of code, which must come out as it is."""
    text = escape(text).replace('-', '\\-').replace("'", '\\(aq')
    return '\\&' + text if text.startswith('.') else text


def escape_prose(text):
    """Escapes prose. A "-" between letters is a hyphen, any other one a minus sign or code."""
    text = re.sub(r'(?<![A-Za-z])-|-(?![A-Za-z])|(?<=pkg)-', '\0', escape(text))
    text = re.sub('(?<=[0-9])\0(?=bit)', '-', text).replace('\0', '\\-')
    return CODE_WORD.sub(r'\\%\g<0>', text)


def argument(text):
    """One argument of a macro."""
    text = escape(text).replace('-', '\\-').replace('"', '\\(dq')
    return f'"{text}"' if ' ' in text or not text else text


def macro(match):
    """The macro and its arguments for a marked word."""
    kind, text = match.lastgroup, match.group()
    if kind == 'page':
        return f'Xr {text[:-3]} 3'
    if kind == 'call':
        name, rest = text[:-1].split('(', 1)
        return ' '.join(['Fn', name] + [argument(a) for a in rest.split(', ') if a])
    if kind == 'other':
        return f'Fn {text[:-2]}'
    if text == 'EDOM':
        return 'Er EDOM'
    return MACROS[kind] + ' ' + argument(text)


def macro_line(before, middle, after):
    """A macro, with the text that touches it on both sides."""
    line = '.' + (f'Pf {argument(before)} ' if before else '') + middle
    closing = re.match(f'[{re.escape(DELIMITERS)}]*', after).group()
    if closing == after:
        return ' '.join([line] + list(closing))
    return line + ' Ns ' + argument(after)


def split_marked(sentence):
    """Pieces of a sentence: words, and lines with a macro."""
    at = 0
    while True:
        match = MARKED.search(sentence, at)
        if match is None:
            yield from ((False, word) for word in sentence[at:].split())
            return
        start = sentence.rfind(' ', at, match.start()) + 1 or at
        end = sentence.find(' ', match.end())
        end = len(sentence) if end < 0 else end
        yield from ((False, word) for word in sentence[at:start].split())
        before, after = sentence[start:match.start()], sentence[match.end():end]
        yield True, macro_line(before, macro(match), after)
        at = end


def fill(words):
    """Lines of words. A line that began with "." or "'" would be a macro."""
    text = escape_prose(' '.join(words))
    for line in textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False):
        yield '\\&' + line if line[0] in ".'" else line


SENTENCE_END = re.compile(r'(?<!\bal\.)(?<!\be\.g\.)(?<!\.\.\.)(?<!\.\.\.\))'
                          r'(?:(?<=[.?!])|(?<=[.?!][)"]))\s+')


def sentences(text):
    """Each sentence begins a line, so that the space between sentences is right."""
    return SENTENCE_END.split(text)


def prose(text):
    """Lines of the page for a paragraph."""
    lines = []
    for sentence in sentences(text):
        words = []
        for is_macro, piece in split_marked(sentence):
            if is_macro:
                lines += fill(words)
                lines.append(piece)
                words = []
            else:
                words.append(piece)
        lines += fill(words)
    return lines


# ---- Code ----------------------------------------------------------------------------------------


def narrow(lines):
    """Code whose notes at the right do not fit: each note goes below its line."""
    if max(map(len, lines)) <= CODE_WIDTH:
        return lines
    narrowed = []
    for line in lines:
        left, right = re.match(r'(|.*?\S)(?:\s{4,}(\S.*))?$', line).groups()
        narrowed += [left] if left else []
        narrowed += [' ' * 8 + right] if right else []
    return narrowed


def code(lines):
    """A display of code."""
    lines = narrow(lines)
    for line in lines:
        if len(line) > CODE_WIDTH:
            raise SystemExit(f'longer than {CODE_WIDTH} columns, too wide for a page: {line}')
    return [DISPLAY] + [escape_code(line) for line in lines] + ['.Ed']


# ---- Comments ------------------------------------------------------------------------------------


def blocks(comment):
    """The blocks of a comment: ("text", string), ("code", lines) and ("list", [(tag, text)])."""
    block = []
    for line in comment + ['']:
        kind = None if not line.strip() else 'code' if line.startswith('    ') else \
            'list' if line.startswith('  ') else 'text'
        if block and kind == 'code' and block[0][0] == 'list':
            kind = 'list'       # the rest of an item
        if block and (kind != block[0][0]):
            yield make_block(block)
            block = []
        if kind:
            block.append((kind, line))


def make_block(block):
    kind, lines = block[0][0], [line for _, line in block]
    if kind == 'text':
        return kind, ' '.join(lines)
    if kind == 'code':
        return kind, textwrap.dedent('\n'.join(lines)).split('\n')
    return kind, items(textwrap.dedent('\n'.join(lines)).split('\n'))


def items(lines):
    """The items of a list: a line that is not indented begins one. Two spaces end its tag."""
    result = []
    for line in lines:
        if line.startswith(' '):
            result[-1][1] += ' ' + line.strip()
        else:
            match = re.match(r'(\S.{0,12}?)  +(\S.*)', line)
            result.append([match.group(1), match.group(2)] if match else ['', line])
    return result


def tagged(pairs, width):
    lines = [f'.Bl -tag -width {width} -offset indent -compact']
    for tag, text in pairs:
        lines += ['.It ' + argument(tag)] + prose(text)
    return lines + ['.El']


def plain_list(pairs):
    lines = ['.Bl -bullet -compact']
    for _, text in pairs:
        lines += ['.It'] + prose(text)
    return lines + ['.El']


def list_lines(pairs):
    if all(tag for tag, _ in pairs):
        return tagged(pairs, argument(max((tag for tag, _ in pairs), key=len) + 'x'))
    return plain_list([('', f'{tag} {text}'.strip()) for tag, text in pairs])


LABELS = (r'Words(?: otherwise)?|Sources?|Algorithm|Time|Parameters|Bound of (?:the|its) attempts'
          r'(?: for nsample > 10)?|Bound without inversion')
# A sentence that speaks of the whole function again.
WHOLE = re.compile(r'nprand_\w+\(\) |A refused ')


def split_labels(text, parameters):
    """A paragraph as text, then (label, text) for each parameter and the like, then text again."""
    name = '|'.join([r'\*rng'] + sorted(parameters, key=len, reverse=True))
    label = re.compile(rf'((?:{name})(?:, (?:{name}))*|{LABELS}): (?=\S)(.*)')
    before, pairs, after = [], [], []
    for sentence in sentences(text):
        match = label.fullmatch(sentence)
        if match and not after:
            pairs.append([match.group(1), match.group(2)])
        elif pairs and (after or WHOLE.match(sentence)):
            after.append(sentence)
        elif pairs:
            pairs[-1][1] += ' ' + sentence
        else:
            before.append(sentence)
    return ' '.join(before), pairs, ' '.join(after)


def labelled(pairs):
    lines = ['.Bl -tag -width Ds']
    for label, text in pairs:
        if re.match(r'[a-z*]', label):
            lines.append('.It ' + ' , '.join(f'Fa {argument(name)}' for name in label.split(', ')))
        else:
            lines.append('.It ' + label)
        lines += prose(text)
    return lines + ['.El']


def paragraph(text, parameters):
    before, pairs, after = split_labels(text, parameters)
    lines = ['.Pp'] + prose(before) if before else []
    lines += labelled(pairs) if pairs else []
    return lines + (['.Pp'] + prose(after) if after else [])


def comment_lines(comment, parameters=()):
    """The lines of the page for a comment."""
    lines = []
    for kind, content in blocks(comment):
        if kind == 'text':
            lines += paragraph(content, parameters)
        elif kind == 'code':
            lines += code(content)
        else:
            lines += list_lines(content)
    return lines
