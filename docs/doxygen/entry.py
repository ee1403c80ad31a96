# SPDX-License-Identifier: BSD-3-Clause
"""The entry of a C function: what Doxygen is told of it, from the comment above its declaration.

docs/man/header.py reads the header, docs/man/mdoc.py divides a comment into paragraphs and labels.
A parameter without a label in the comment has the words of the rules below, which the head of
nprand.h states for all functions.
"""
import re
import types

import make
import mdoc

BITS = re.compile(r'(?:Exact|Through)\b.*')
TITLES = {'Algorithm': 'Source'}


class Described:
    """The parts of a comment: sentences, blocks, labels."""

    def __init__(self, comment, parameters):
        self.blocks, self.labels, self.bits = [], {}, []
        for kind, content in mdoc.blocks(comment):
            if kind == 'text':
                before, pairs, after = mdoc.split_labels(content, parameters)
                self.add_text(before)
                self.add_labels(pairs)
                self.add_text(after)
            else:
                self.blocks.append((kind, content))

    def add_text(self, text):
        rest = []
        for sentence in mdoc.sentences(text) if text else []:
            (self.bits if BITS.fullmatch(sentence) else rest).append(sentence)
        if rest:
            self.blocks.append(('text', ' '.join(rest)))

    def add_labels(self, pairs):
        for label, text in pairs:
            for name in label.replace('*rng', 'rng').split(', '):
                self.labels[name] = f'{self.labels[name]} {text}' if name in self.labels else text

    def sentence_of(self, name):
        """The sentence that begins with the function's name, or else the first one."""
        first = None
        for kind, content in self.blocks:
            if kind == 'text':
                for sentence in mdoc.sentences(content):
                    first = first or sentence
                    if sentence.startswith(f'{name}() '):
                        return sentence
        return first

    def without(self, sentence):
        for kind, content in self.blocks:
            if kind == 'text':
                content = ' '.join(s for s in mdoc.sentences(content) if s != sentence)
            if content:
                yield kind, content

    def text_for(self, names):
        """All that is said, but for parameters that are not among the names."""
        texts = [content for kind, content in self.blocks if kind == 'text']
        texts += [text for label, text in self.labels.items()
                  if label[0].isupper() or label in names]
        return ' '.join(texts + self.bits)


# ---- Rules -------------------------------------------------------------------------------------


OTHER_FORMS = ('_fill', '_each')


def generator(function):
    if re.search(r'_seed(_|$)', function.name):
        return 'the generator; may hold anything before the call, which sets everything in it.'
    if '_set_state' in function.name:
        return 'the generator; seeded, or zero-initialised.'
    if function.parameters[0].startswith('const '):
        return 'the generator, which is seeded and does not change.'
    return 'the generator, which is seeded.'


RULES = {
    'rng': generator,
    'n': lambda function: 'number of values that the call writes.',
    'out': lambda function: 'where the n values go; may be NULL if n is 0.',
}
OUTPUTS = {'out', 'state', 'length', 'offset', 'reason', 'children', 'child', 'bitgen', 'major',
           'minor', 'patch', 'entropy'}


def step_text(function, name):
    """Of an each form: the step of the parameter before it."""
    if function.name.endswith('_each') and name.endswith('_step'):
        values = name[:-len('_step')]
        return f'elements from one value of {values} to the next; 0: *{values} serves all draws.'
    return None


def parameter_text(function, name, described):
    text = described.labels.get(name) or step_text(function, name)
    if text is None and name in RULES:
        is_fill = function.name.endswith(OTHER_FORMS) or name == 'rng'
        text = RULES[name](function) if is_fill else None
    if text is None:
        raise SystemExit(f'{function.name}: the comment does not say what "{name}" is')
    return capital(text)


def capital(text):
    """The text with a capital, unless it begins with a name or a number."""
    begins_with_word = re.match(r'(?!(?:len|length|count) )[a-z]{2,}[ ,;.]', text)
    return text[0].upper() + text[1:] if begins_with_word else text


def direction(parameter, name):
    if '*' not in parameter or parameter.startswith('const ') and name != 'reason':
        return ''
    if name == 'rng' or name == 'base' or name == 'seq':
        return '[in,out]'
    return '[out]' if name in OUTPUTS else ''


# ---- Results -----------------------------------------------------------------------------------


# Statuses that a comment names for other functions.
OF_OTHERS = {'nprand_set_numpy': {'NPRAND_NOT_IN_RELEASE'}}


def refusals(function, described):
    known = make.statuses()
    text = described.text_for(function.parameter_names())
    unit = types.SimpleNamespace(comment=[text])
    found = set(make.general_statuses([function])) | set(make.named_statuses([unit], known))
    found -= OF_OTHERS.get(function.name, set()) | {'NPRAND_OK'}
    return [(name, known[name]) for name in known if name in found]


RESULTS = {
    'nprand_status': 'NPRAND_OK, or the reason of a refusal. A refused call changes nothing unless '
                     'the description says otherwise.',
    'double': 'the value. A refused call returns NaN and sets errno to EDOM.',
    'int64_t': 'the value. A refused call returns NPRAND_INVALID and sets errno to EDOM.',
    'uint64_t': 'the value. A refused call returns 2^63, the bits of NPRAND_INVALID, and sets '
                'errno to EDOM.',
    'size_t': 'the number of bytes.',
    'const char *': 'a text in static storage.',
    'nprand_work': 'the work space.',
}


def result_lines(function, described, markup):
    text = RESULTS[function.type]
    yield '@return ' + markup.text(text[0].upper() + text[1:])
    found = refusals(function, described)
    if function.type == 'nprand_status':
        for name, text in found:
            yield f'@retval {name} {markup.text(text)}'
    elif found and function.type in ('double', 'int64_t', 'uint64_t'):
        yield '@par Refused'
        yield from ['<ul>'] + [f'<li>{markup.text(f"{name}: {text}")}</li>'
                               for name, text in found] + ['</ul>']


# ---- The entry ---------------------------------------------------------------------------------


def is_other_form(function, unit):
    """Whether the function is the fill or the each of another one, of which the comment speaks."""
    base = function.name[:-len('_fill')]
    return function.name.endswith(OTHER_FORMS) and any(f.name == base for f in unit.functions) and \
        not any(line.startswith(f'{function.name}() ') for line in [' '.join(unit.comment)])


def brief(function, unit, described):
    base = function.name[:-len('_fill')]
    sentence = described.sentence_of(function.name)
    if is_other_form(function, unit):
        what = 'rows' if 'rows' in function.parameter_names() else 'n values'
        which = ', each with its own parameters,' if function.name.endswith('_each') else ''
        return sentence, f'Writes {what} of {base}(){which} to out.'
    start = f'{function.name}() '
    if sentence.startswith(start):
        rest = re.sub(r'^is (like )?', r'\1', sentence[len(start):])
        return sentence, rest if rest.startswith('nprand_') else rest[0].upper() + rest[1:]
    return sentence, sentence


def entry_lines(function, unit, markup):
    described = Described(unit.comment, make.parameters_of([unit]))
    sentence, line = brief(function, unit, described)
    yield '@brief ' + markup.text(line)
    yield ''
    yield from markup.blocks(described.without(sentence if line != sentence else None)
                             if not is_other_form(function, unit) else described.blocks)
    for parameter, name in zip(function.parameters, function.parameter_names()):
        text = markup.text(parameter_text(function, name, described))
        yield f'@param{direction(parameter, name)} {name} {text}'
    yield from result_lines(function, described, markup)
    if described.bits:
        yield from ('@par Bits', markup.text(' '.join(described.bits)))
    each = ', for each value' if is_other_form(function, unit) else ''
    for label, text in described.labels.items():
        if label[0].isupper():
            title = 'Words' + each if label == 'Words' else TITLES.get(label, label)
            yield from ('@par ' + title, markup.text(capital(text)))
