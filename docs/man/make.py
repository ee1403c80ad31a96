#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Makes the manual pages of section 3 from the public headers, and the list of pages and links.

    docs/man/make.py            writes nprand*.3 and links.txt beside this file
    docs/man/make.py --check    compares the files with what it would write

pages.py says which pages there are, header.py reads the headers, mdoc.py knows the language of the
pages. The examples are examples/<page>.c; examples/<page>.out is what each of them prints.

links.txt has a line for each page, and a line "link page" for each other name of a page.
"""
import argparse
import pathlib
import re
import sys
import textwrap

sys.dont_write_bytecode = True
from header import Header
from mdoc import argument, code, comment_lines, escape_code, prose
from pages import DATE, LAST, MORE, PAGES, PHRASES, UNUSED

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HEADERS = {path.name: Header(path) for path in (ROOT / 'include').glob('*.h')}
STATUS = next(unit for unit in HEADERS['nprand.h'].units if unit.key == 'nprand_status')

STATUS_TYPE = ['.Vt typedef enum nprand_status nprand_status ;']   # its members are on the page
TYPE_WIDTH = 73     # of lines of declarations on a page of 80 columns
LIBRARIES = {
    'nprand.h': ('libnprand', 'nprand', ['nprand']),
    'nprand_python.h': ('libnprand', 'nprand', ['nprand']),
    'nprand_lapack.h': ('libnprand_lapack', 'nprand_lapack', ['nprand_lapack', 'nprand']),
    'nprand_threads.h': ('libnprand_threads', 'nprand_threads', ['nprand_threads', 'nprand']),
}


# ---- The parts of a page -----------------------------------------------------------------------


def page_units(page):
    units = []
    for part in page.parts:
        found = HEADERS[page.header].part(part)
        if not found and part != 'head':
            raise SystemExit(f'{page.name}: {page.header} has no "{part}"')
        units += found
    return units


def page_names(page, units):
    """The name of the page, then those of everything that it describes."""
    names = [page.name]
    if 'head' in page.parts:
        names.append(page.header[:-2])
    for unit in units:
        names += [name for name in unit.names() if name]
    return list(dict.fromkeys(names))


def change_phrases(text, phrases):
    for old, new in phrases.items():
        text = re.sub(r'\s+'.join(map(re.escape, old.split())), new, text)
    return text


def comment_of(page, comment):
    return change_phrases('\n'.join(comment), {**PHRASES, **page.phrases}).split('\n')


def name_section(page, names):
    lines = ['.Sh NAME']
    lines += [f'.Nm {name} ,' for name in names[:-1]] + [f'.Nm {names[-1]}']
    return lines + ['.Nd ' + page.about]


def library_section(page):
    library, package, flags = LIBRARIES[page.header]
    flags = ' '.join(f'Fl l{flag}' for flag in flags)
    return ['.Sh LIBRARY', library, f'.Pq {flags} , No pkg\\-config name {package}']


def prototype(function):
    lines = [f'.Ft {argument(function.type)}']
    parameters = [argument(parameter) for parameter in function.parameters or ['void']]
    whole = ' '.join([f'.Fn {function.name}'] + parameters)
    if len(whole) <= 78:
        return lines + [whole]
    return lines + [f'.Fo {function.name}'] + [f'.Fa {p}' for p in parameters] + ['.Fc']


def type_lines(text):
    """The lines of a declaration. What does not fit beside a member goes above it."""
    lines = text.replace('NPRAND_ALIGN_8 ', '').split('\n')
    if max(map(len, lines)) <= TYPE_WIDTH:
        return lines
    result = []
    for line in lines:
        code, note = re.fullmatch(r'(.*?)(?: +(/\*.*\*/))?', line).groups()
        if note:
            result += textwrap.wrap(note, TYPE_WIDTH, initial_indent=' ' * 4,
                                    subsequent_indent='     * ')
        result += [code] if len(code) <= TYPE_WIDTH else break_parameters(code)
    return result


def break_parameters(code):
    """The lines of a long prototype, broken between parameters."""
    start, rest = code.split('(', 1)
    rest = rest.replace(' ', '\0').replace(',\0', ', ')
    lines = textwrap.wrap(rest, TYPE_WIDTH - len(start) - 1)
    return [(f'{start}(' if i == 0 else ' ' * (len(start) + 1)) + line.replace('\0', ' ')
            for i, line in enumerate(lines)]


def type_display(text):
    return ['.Bd -literal'] + [escape_code(line) for line in type_lines(text)] + ['.Ed']


def synopsis_section(page, units):
    lines = ['.Sh SYNOPSIS', f'.In {page.header}']
    for unit in units:
        if unit.key in ('NPRAND_API', 'NPRAND_NODISCARD'):
            continue
        lines += ['.Fd ' + argument(' '.join(line.split())) for _, line in unit.macros]
        for _, text in unit.types:
            lines += STATUS_TYPE if unit is STATUS else type_display(text)
        for function in unit.functions:
            lines += prototype(function)
    return with_space_after_types(lines)


def with_space_after_types(lines):
    result = []
    for line in lines:
        if result and result[-1] == '.Ed' and not line.startswith('.Bd'):
            result.append('.Pp')
        result.append(line)
    return result


def heading(unit, is_first):
    """The functions of a comment, without their other forms; or the title of the section."""
    names = [name for name in unit.names() if name]
    names = [name for name in names
             if not any(name == f'{base}{form}' for base in names for form in ('_fill', '_each'))]
    if not names:
        return None if is_first else unit.section
    return ', '.join(names) if len(names) <= 4 else f'{names[0]} to {names[-1]}'


def head_lines(page):
    """The comment at the head of a header. "Terms.  ..." begins a subsection."""
    lines, comment = [], []
    for line in comment_of(page, HEADERS[page.header].head) + ['End.  ']:
        label = re.match(r"([A-Z][\w' -]*(?:, [\w ]+)?)\.  (.*)", line)
        if label:
            lines += comment_lines(comment)
            comment = [label.group(2)]
            lines.append('.Ss ' + label.group(1))
        else:
            comment.append(line)
    return lines[:-1]


def parameters_of(units):
    functions = [function for unit in units for function in unit.functions]
    return {name for function in functions for name in function.parameter_names()}


def description_section(page, units):
    lines = ['.Sh DESCRIPTION'] + (head_lines(page) if 'head' in page.parts else [])
    for unit in units:
        title = heading(unit, unit is units[0])
        lines += [f'.Ss {title}'] if title else []
        lines += comment_lines(comment_of(page, unit.comment), parameters_of(units))
    for title, text in MORE.get(page.name, []):
        lines += [f'.Ss {title}'] + comment_lines(text.strip().split('\n'))
    if page.name == 'nprand':
        lines += list_of_pages()
    return without_idle_paragraphs(lines)


def without_idle_paragraphs(lines):
    """No .Pp after a heading, nor before a list or a display that has its own space."""
    result = []
    for line in lines:
        if line == '.Pp' and result[-1].startswith(('.Sh', '.Ss')):
            continue
        if line == '.Bl -tag -width Ds' and result[-1] == '.El' and result[-2] != '.El':
            result.pop()        # the list goes on
            continue
        result.append(line)
    return result


def list_of_pages():
    lines = ['.Ss Pages', '.Bl -tag -width Ds -compact']
    for page in PAGES[1:]:
        lines += [f'.It Xr {page.name} 3', page.about]
    return lines + ['.It Xr nprand 1', 'the command', '.El']


# ---- Results and errors ------------------------------------------------------------------------


RESULTS = {
    'nprand_status': 'A function of type nprand_status returns NPRAND_OK, which is 0, or one of '
                     'the statuses under "ERRORS". A refused call leaves generator and output '
                     'unchanged. The compiler warns where a program ignores the status.',
    'double': 'A function of type double returns the value. A refused call returns NaN and sets '
              'errno to EDOM. An accepted call leaves errno unchanged.',
    'int64_t': 'A function of type int64_t returns the value. A refused call returns '
               'NPRAND_INVALID and sets errno to EDOM. An accepted call leaves errno unchanged.',
    'uint64_t': 'A function of type uint64_t returns the value. A refused call returns 2^63, the '
                'bits of NPRAND_INVALID, and sets errno to EDOM. An accepted call leaves errno '
                'unchanged.',
    'size_t': 'A function of type size_t returns a number of bytes.',
    'const char *': 'A function of type const char * returns a text in static storage.',
    'nprand_work': 'nprand_work_of() returns the work space.',
}


def return_section(page, units):
    types = {function.type for unit in units for function in unit.functions}
    lines = []
    for kind, text in RESULTS.items():
        if kind in types:
            lines += ['.Pp'] + prose(change_phrases(text, page.phrases))
    unknown = types - set(RESULTS)
    if unknown:
        raise SystemExit(f'no words for results of type {unknown}')
    return ['.Sh RETURN VALUES'] + lines[1:] if lines else []


def statuses():
    """What nprand.h says of each status."""
    result = {}
    pattern = r'(NPRAND_\w+)(?: = 0)?,? +/\* (.*?) \*/'
    for name, text in re.findall(pattern, STATUS.types[0][1]):
        result[name] = result[previous] if text == '"' else text
        previous = name
    return result


def messages():
    """What nprand_strerror() says of each status."""
    source = (ROOT / 'src' / 'state' / 'status.c').read_text(encoding='utf-8')
    found = re.findall(r'\{(NPRAND_\w+),\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\}', source)
    return {name: ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', text)).replace('\\"', '"')
            for name, text in found}


def general_statuses(functions):
    """Statuses that follow from the parameters of the functions."""
    drawing = [f for f in functions if f.parameters and f.parameters[0].endswith('nprand_rng *rng')
               and not re.search('_seed|_set_state', f.name)]
    parameters = [p for f in functions for p in f.parameters if p != 'const char *name']
    if any('*' in p for p in parameters):
        yield 'NPRAND_NULL_POINTER'
    if drawing:
        yield 'NPRAND_NOT_SEEDED'
    if any('const nprand_seed_seq *' in p for p in parameters):
        yield 'NPRAND_NOT_INITIALISED'
    if any({'n', 'rows', 'count', 'k'} & set(f.parameter_names()) and 'out' in f.parameter_names()
           for f in functions):
        yield 'NPRAND_TOO_LARGE'
    if any(f.name.endswith('_each') for f in functions):
        yield 'NPRAND_OVERLAP'
    if any(p == 'nprand_work work' for p in parameters):
        yield from ('NPRAND_WORK_MISSING', 'NPRAND_WORK_TOO_SMALL', 'NPRAND_WORK_MISALIGNED')


def named_statuses(units, known):
    """Statuses that the comments name, also by their beginning and three dots."""
    text = ' '.join(line for unit in units for line in unit.comment)
    for name in re.findall(r'NPRAND_[A-Z0-9_]+(?:\.\.\.)?', text):
        if name.endswith('...'):
            yield from (status for status in known if status.startswith(name[:-3]))
        elif name in known:
            yield name


def errors_section(page, units):
    if page.name == 'nprand':
        return []
    known = statuses()
    functions = [function for unit in units for function in unit.functions]
    found = set(general_statuses(functions)) | set(named_statuses(units, known))
    if page.name == 'nprand_status':
        return all_statuses(known)
    lines = []
    for name, text in known.items():
        if name in found and name != 'NPRAND_OK':
            lines += [f'.It Bq Er {name}'] + prose(text + '.')
    return ['.Sh ERRORS', '.Bl -tag -width Ds'] + lines + ['.El'] if lines else []


def all_statuses(known):
    lines = ['.Sh ERRORS'] + prose(
        'The statuses, in the order of their values. The text in quotation marks is that of '
        'nprand_strerror().')
    lines.append('.Bl -tag -width Ds')
    said = messages()
    for name, text in known.items():
        lines += [f'.It Bq Er {name}'] + prose(text + '.')
        lines += prose(f'"{said[name]}"' if name in said else '')
    return lines + ['.El']


# ---- Examples, and the whole page --------------------------------------------------------------


def display(path):
    text = path.read_text(encoding='utf-8').rstrip('\n')
    return code(re.sub(r'\A/\*.*?\*/\n', '', text, flags=re.DOTALL).split('\n'))


def examples_section(page):
    path = HERE / 'examples' / f'{page.name}.c'
    return (['.Sh EXAMPLES'] + display(path) + ['.Pp', 'The program prints'] +
            display(path.with_suffix('.out')))


def see_section(page):
    pages = {other.name for other in PAGES}
    names = set(page.related) | {'nprand', 'nprand_status'}
    unknown = names - pages
    if unknown:
        raise SystemExit(f'{page.name}: no page {unknown}')
    names = sorted((3, name) for name in names - {page.name})
    if page.name == 'nprand':
        names.insert(0, (1, 'nprand'))
    lines = [f'.Xr {name} {section} ,' for section, name in names]
    return ['.Sh SEE ALSO'] + lines[:-1] + [lines[-1][:-2]]


def last_sections(page):
    lines = []
    for title, text in LAST.get(page.name, []):
        lines += [f'.Sh {title}'] + prose(' '.join(text.split()))
    return lines


def make_page(page):
    units = page_units(page)
    names = page_names(page, units)
    lines = [f'.\\" SPDX-License-Identifier: BSD-3-Clause',
             f'.\\" Made by docs/man/make.py from include/{page.header}. Change that, not this.',
             f'.Dd {DATE}', f'.Dt {page.name.upper()} 3', '.Os']
    lines += name_section(page, names) + library_section(page) + synopsis_section(page, units)
    lines += description_section(page, units) + return_section(page, units) + examples_section(page)
    lines += errors_section(page, units) + see_section(page) + last_sections(page)
    return '\n'.join(lines) + '\n'


def check_complete():
    """Each comment of the headers stands on a page, and each name on one page."""
    shown = {id(unit) for page in PAGES for unit in page_units(page)}
    for header in HEADERS.values():
        for unit in header.units:
            if id(unit) not in shown and unit.key not in UNUSED:
                raise SystemExit(f'{header.name}: no page of docs/man/pages.py has "{unit.key}"')


def make_links():
    """Two names that differ by their case alone would be one file on some systems: the first
    counts, and functions come first. The programs that show pages do not look at the case."""
    pages = {page.name: page.name for page in PAGES}
    links = {}
    for page in PAGES:
        for name in sorted(page_names(page, page_units(page)), key=str.isupper):
            other = pages.setdefault(name.lower(), page.name)
            if other != page.name and page.name != name:
                raise SystemExit(f'{name} stands on the pages {other} and {page.name}')
            links.setdefault(name.lower(), f'{name}.3 {page.name}.3')
    names = [page.name for page in PAGES]
    lines = [f'{name}.3' for name in names]
    lines += [line for name, line in links.items() if name not in names]
    return '\n'.join(lines) + '\n'


def make_files():
    check_complete()
    files = {f'{page.name}.3': make_page(page) for page in PAGES}
    files['links.txt'] = make_links()
    return files


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    parser.add_argument('--check', action='store_true', help='compare the files, write nothing')
    arguments = parser.parse_args()
    files = make_files()
    if arguments.check:
        present = {path.name: path.read_text(encoding='utf-8') for path in
                   list(HERE.glob('*.3')) + list(HERE.glob('links.txt'))}
        wrong = sorted(name for name in {**files, **present}
                       if files.get(name) != present.get(name))
        if wrong:
            sys.exit('docs/man/make.py would write other files, run it: ' + ', '.join(wrong))
        print(f'{len(files) - 1} pages are what the headers say')
        return
    for path in HERE.glob('*.3'):
        path.unlink()
    for name, text in files.items():
        (HERE / name).write_text(text, encoding='utf-8')


if __name__ == '__main__':
    main()
