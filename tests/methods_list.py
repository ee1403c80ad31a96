# SPDX-License-Identifier: BSD-3-Clause
"""Reads src/methods.def, the list of the methods."""

import collections
import os
import re

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'src', 'methods.def')

# Kind, name, parameters, and NumPy's or Python's call, which may be empty.
ROW = re.compile(r'^(PY_)?(DRAW|EACH|PACKED|WEIGHTED|SAMPLE|ROWS|ARRAY)\((\w+),[^()]*'
                 r'P\d\([^()]*\),\s*"([^"]*)"', re.MULTILINE)

# name: that of the C function; method: that of NumPy or of Python's random; each: whether it has the
# form with arrays as parameters.
Row = collections.namedtuple('Row', ['name', 'method', 'python', 'each'])


def listed_rows():
    with open(FILE, encoding='ascii') as file:
        found = ROW.findall(file.read())
    return [Row(name, call.partition('(')[0] or (name[3:] if python else name), bool(python),
                kind in ('EACH', 'PACKED'))
            for python, kind, name, call in found]
