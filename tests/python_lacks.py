#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Prints in one sentence what this Python lacks of what is asked for, or nothing.

    python_lacks.py [numpy] [npyrandom] [cffi] [headers]

npyrandom is NumPy's own static library of C, headers is Python.h.
"""

import importlib.util
import os
import sys
import sysconfig

PACKAGE = ' (on Debian and Ubuntu install %s)'


def lacks_module(name):
    if importlib.util.find_spec(name) is None:
        return 'no module %s in this python3' % name + PACKAGE % ('python3-' + name)
    return ''


def lacks_npyrandom():
    folder = importlib.util.find_spec('numpy').submodule_search_locations[0]
    if not os.path.exists(os.path.join(folder, 'random', 'lib', 'libnpyrandom.a')):
        return 'the NumPy of this python3 has no libnpyrandom.a (NumPy 1.19 and later have it)'
    return ''


def lacks_headers():
    if not os.path.exists(os.path.join(sysconfig.get_paths()['include'], 'Python.h')):
        return 'no Python.h for this python3' + PACKAGE % 'python3-dev'
    return ''


CHECKS = {
    'numpy': lambda: lacks_module('numpy'),
    'npyrandom': lacks_npyrandom,
    'cffi': lambda: lacks_module('cffi'),
    'headers': lacks_headers,
}

if __name__ == '__main__':
    sentences = (CHECKS[name]() for name in sys.argv[1:])
    print(next((sentence for sentence in sentences if sentence), ''))
