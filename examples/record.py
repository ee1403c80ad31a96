#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Records what scikit-learn, pandas and SciPy print for the examples, and checks what is recorded.

    python3 -m venv /path/to/env && /path/to/env/bin/pip install scikit-learn pandas scipy
    /path/to/env/bin/python examples/record.py            writes NAME.out and NAME.versions
    /path/to/env/bin/python examples/record.py --check    says what the installed versions print
                                                          otherwise, and runs the Python of the page
    python3 examples/record.py --page                     runs nothing; says which output in the
                                                          page is in no NAME.out

Names of examples after --check choose among them. NAME.c prints what NAME.out holds; the test of
each example compares the two. NAME.versions names the versions that made NAME.out. The page is
docs/recipes.md. The recipes of docs/recipes-simulation.md have record_simulation.py, which --check
runs too, if Python has pyDOE3 and emcee.
"""
import argparse
import contextlib
import difflib
import importlib
import importlib.util
import io
import pathlib
import platform
import subprocess
import sys
import traceback

try:
    import numpy as np
except ImportError: # --page needs no NumPy
    np = None

HERE = pathlib.Path(__file__).resolve().parent
PAGE = HERE.parent / 'docs' / 'recipes.md'
SIMULATION = HERE / 'record_simulation.py'


def show(name, rows):
    print(name, *rows)


# ---- The recipes -----------------------------------------------------------------------------

def train_test_split():
    from sklearn.model_selection import ShuffleSplit, StratifiedShuffleSplit
    from sklearn.model_selection import train_test_split as split

    def show_both(name, train, test):
        show(f'{name}test:', test)
        show(f'{name}train:', train)

    show_both('', *split(range(150), test_size=0.2, random_state=42))
    splits = ShuffleSplit(3, test_size=4, train_size=6, random_state=0)
    for train, test in splits.split(range(20)):
        show_both('ShuffleSplit ', train, test)
    y = [i // 50 for i in range(150)]
    show_both('stratify ', *split(range(150), test_size=0.2, random_state=42, stratify=y))
    y = [0 if i % 2 == 0 and i < 24 else 1 if i < 14 else 2 for i in range(25)]
    splits = StratifiedShuffleSplit(3, test_size=5, train_size=14, random_state=0)
    for train, test in splits.split(y, y):
        show_both('StratifiedShuffleSplit ', train, test)


def splits():
    from sklearn import model_selection as m

    def show_folds(name, folds):
        print(name)
        for train, test in folds:
            show('test', test)
            show('train', train)

    x = range(23)
    y = ['c' if i >= 18 else 'b' if i % 2 == 0 else 'a' for i in x]
    show_folds('KFold(3)', m.KFold(3).split(x))
    once = m.KFold(3, shuffle=True, random_state=0)
    show_folds('KFold(3, shuffle=True, random_state=0)', once.split(x))
    repeated = m.RepeatedKFold(n_splits=3, n_repeats=2, random_state=0)
    show_folds('RepeatedKFold(n_splits=3, random_state=0), the next three',
               list(repeated.split(x))[3:])
    show_folds('StratifiedKFold(3)', m.StratifiedKFold(3).split(x, y))
    once = m.StratifiedKFold(3, shuffle=True, random_state=0)
    show_folds('StratifiedKFold(3, shuffle=True, random_state=0)', once.split(x, y))
    repeated = m.RepeatedStratifiedKFold(n_splits=3, n_repeats=2, random_state=0)
    show_folds('RepeatedStratifiedKFold(n_splits=3, random_state=0), the next three',
               list(repeated.split(x, y))[3:])


def resample():
    from sklearn.utils import resample as draw

    show('with replacement:', draw(range(10), random_state=0))
    show('without replacement:', draw(range(10), replace=False, n_samples=4, random_state=0))
    rs = np.random.RandomState(0)
    data = rs.normal(10, 2, size=300)
    means = [draw(data, random_state=rs).mean() for _ in range(1000)]
    print('mean: %.17g' % data.mean())
    print('interval: %.17g %.17g' % tuple(np.percentile(means, [2.5, 97.5])))


def dataframe_sample():
    import pandas as pd

    small, large = pd.DataFrame({'row': range(10)}), pd.DataFrame({'row': range(203)})
    weights = [0.1 * (i * 7 % 11) for i in range(203)]
    weights[4] = np.nan
    show('n=5:', small.sample(n=5, random_state=0).row)
    show('frac=0.25:', small.sample(frac=0.25, random_state=1).row)
    show('frac=1:', small.sample(frac=1, random_state=2).row)
    show('n=12, replace=True:', small.sample(n=12, replace=True, random_state=3).row)
    show('n=6, weights:', large.sample(n=6, weights=weights, random_state=4).row)
    show('frac=0.1, replace=True, weights:',
         large.sample(frac=0.1, replace=True, weights=weights, random_state=5).row)


def blobs():
    from sklearn.datasets import make_blobs

    for parameters in (
        {'n_features': 2, 'centers': 3, 'random_state': 0},
        {'n_features': 3, 'centers': 4, 'cluster_std': 0.6, 'random_state': 42},
    ):
        for x, y in zip(*make_blobs(23, **parameters)):
            print(y, *('%.17g' % value for value in x))


def kmeans():
    import sklearn
    from sklearn.cluster import kmeans_plusplus

    class Other(np.random.RandomState):
        """Draws the first center as the versions on the other side of 1.3 do."""
        def choice(self, n, p):
            return self.randint(n)

        def randint(self, n):
            if newer:
                return super().randint(n)
            return super().choice(n, p=np.full(n, 1 / n))

    def centers(x, seed, with_choice):
        rs = np.random.RandomState(seed) if newer == with_choice else Other(seed)
        return kmeans_plusplus(x, 8, random_state=rs)[1]

    newer = tuple(int(part) for part in sklearn.__version__.split('.')[:2]) >= (1, 3)
    x = np.random.RandomState(1).randint(0, 17, size=(200, 16)).astype(float)
    show('integers:', centers(x, 0, True))
    show('integers:', centers(x, 1, True))
    show('integers, before 1.3:', centers(x, 0, False))
    x = np.random.RandomState(2).normal(size=(200, 2))
    show('doubles:', centers(x, 0, True))
    show('doubles:', centers(x, 1, True))


def forest():
    from sklearn.ensemble import RandomForestClassifier

    x = np.arange(30.0).reshape(30, 1)
    y = np.arange(30) % 3
    for parameters in (
        {'n_estimators': 5, 'random_state': 0},
        {'n_estimators': 2, 'random_state': 42, 'max_samples': 12},
    ):
        model = RandomForestClassifier(**parameters).fit(x, y)
        samples = parameters.get('max_samples', 30)
        for i, tree in enumerate(model.estimators_):
            if hasattr(model, 'estimators_samples_'):
                rows = model.estimators_samples_[i]
            else: # before scikit-learn 1.4
                from sklearn.ensemble._forest import _generate_sample_indices
                rows = _generate_sample_indices(tree.random_state, 30, samples)
            show(f'tree {tree.random_state}:', rows)
            show('out of bag:', sorted(set(range(30)) - set(rows)))


RECIPES = {
    'train_test_split': (train_test_split, ['sklearn']),
    'splits': (splits, ['sklearn']),
    'resample': (resample, ['sklearn']),
    'dataframe_sample': (dataframe_sample, ['pandas']),
    'blobs': (blobs, ['sklearn']),
    'kmeans': (kmeans, ['sklearn']),
    'forest': (forest, ['sklearn']),
}


# ---- Recording and checking ------------------------------------------------------------------

def versions(modules):
    lines = [f'Python {platform.python_version()}, {platform.system()} {platform.machine()}']
    for name in ['numpy', *modules]:
        lines.append(f'{name} {importlib.import_module(name).__version__}')
    return ''.join(line + '\n' for line in lines)


def printed(function):
    with contextlib.redirect_stdout(io.StringIO()) as text:
        function()
    return text.getvalue()


def difference(expected, actual, name):
    """The lines of a diff; none if the texts are equal."""
    return list(difflib.unified_diff(expected.splitlines(), actual.splitlines(), name,
                                     name + ', here', lineterm='', n=0))


def check_recipe(name, function):
    """Whether the function prints what is recorded."""
    try:
        actual = printed(function)
    except Exception: # whatever the installed versions raise
        print(f'{name}: cannot run here: {traceback.format_exc().splitlines()[-1]}')
        return False
    lines = difference((HERE / f'{name}.out').read_text(), actual, f'{name}.out')
    print(f'{name}: {"differs" if lines else "equal"}', *lines, sep='\n')
    return not lines


def blocks():
    """The fenced blocks of the page: their language, first line number and text."""
    language, text, start = None, [], 0
    for number, line in enumerate(PAGE.read_text(encoding='utf-8').splitlines(), 1):
        if language is None and line.startswith('```'):
            language, text, start = line[3:].strip(), [], number + 1
        elif line == '```':
            yield language, start, ''.join(row + '\n' for row in text)
            language = None
        elif language is not None:
            text.append(line)


def outputs():
    """Each block of Python in the page with the block of text after it, and the lines of both."""
    before = None
    for language, line, text in blocks():
        if language == 'text' and before is not None:
            yield (*before, line, text)
        before = (line, text) if language == 'python' else None


def check_page():
    """Whether each output in the page is in a file that is recorded, as lines in a row."""
    files = [path.read_text() for path in sorted(HERE.glob('*.out'))]
    missing = [line for _, _, line, text in outputs()
               if not any(('\n' + file).find('\n' + text) >= 0 for file in files)]
    for line in missing:
        print(f'{PAGE.name}:{line}: no file in examples/ has these lines')
    return not missing


def run_page():
    """Whether the Python of the page prints what the page says."""
    session, equal = {'__name__': PAGE.stem}, True
    for line, code, text_line, text in outputs():
        try:
            code = compile('\n' * (line - 1) + code, str(PAGE), 'exec')
            lines = difference(text, printed(lambda: exec(code, session)),
                               f'{PAGE.name}:{text_line}')
        except Exception: # whatever the installed versions raise
            lines = [f'{PAGE.name}:{line}: {traceback.format_exc().splitlines()[-1]}']
        print(*lines, sep='\n', end='\n' if lines else '')
        equal = equal and not lines
    print(f'{PAGE.name}: {"equal" if equal else "differs"}')
    return equal


def run_simulation():
    """Whether record_simulation.py finds its page equal; True if it cannot run here."""
    modules = ['sklearn', 'scipy', 'pyDOE3', 'emcee']
    missing = [name for name in modules if importlib.util.find_spec(name) is None]
    if missing:
        print(f'recipes-simulation.md: not checked, this Python has no {", ".join(missing)}')
        return True
    command = [sys.executable, str(SIMULATION), '--check']
    return subprocess.run(command, check=False).returncode == 0


def record(names):
    for name in names:
        function, modules = RECIPES[name]
        (HERE / f'{name}.out').write_text(printed(function))
        (HERE / f'{name}.versions').write_text(versions(modules))


def check(names):
    """Whether the installed versions print what is recorded: of these examples, or of all."""
    equal = True
    for name in names or RECIPES:
        equal = check_recipe(name, RECIPES[name][0]) and equal
    if not names:
        equal = run_page() and equal
        equal = run_simulation() and equal
    return equal


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--check', action='store_true', help='write nothing, say what differs')
    parser.add_argument('--page', action='store_true', help='run nothing, check the page')
    parser.add_argument('name', nargs='*', help='an example; default: all examples')
    arguments = parser.parse_args()
    unknown = set(arguments.name) - set(RECIPES)
    if unknown:
        parser.error(f'no such example: {", ".join(sorted(unknown))}')
    if arguments.page:
        return 0 if check_page() else 1
    if arguments.check:
        return 0 if check(arguments.name) else 1
    record(arguments.name or RECIPES)
    return 0


if __name__ == '__main__':
    sys.exit(main())
