#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Runs the Python blocks of pages, for blocks.sh: those of one page share their names.

It reads lines of "word TAB argument..." from standard input and answers each with a line: "ok", or what is wrong.

    page FOLDER                       begins a page, whose blocks run in FOLDER
    needs MODULE...                   whether the modules, between spaces, are there
    run FILE NAME LINE OUTPUT         runs the block FILE, which begins at LINE of the page NAME, and prints to OUTPUT
"""
import contextlib
import importlib
import os
import sys
import traceback

names = {}


def begin(folder):
    names.clear()
    names['__name__'] = '__main__'
    os.chdir(folder)
    if 'random' in sys.modules:
        sys.modules['random'].seed()
    sys.modules['numpy'].random.seed()
    return 'ok'


def needs(modules):
    for module in modules.split():
        try:
            importlib.import_module(module)
        except Exception:
            return f'this Python has no {module}'
    return 'ok'


def run(file, name, line, output):
    with open(file, encoding='utf-8') as block:
        text = block.read()
    with open(output, 'w', encoding='utf-8') as out, contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            exec(compile('\n' * (int(line) - 1) + text, name, 'exec'), names)
            return 'ok'
        except (Exception, SystemExit):
            kind, error, trace = sys.exc_info()
            print(''.join(traceback.format_exception(kind, error, trace.tb_next)), end='')
            return 'an exception'


def main():
    importlib.import_module('numpy')
    print('ok', flush=True)
    for request in sys.stdin:
        word, *arguments = request.rstrip('\n').split('\t')
        print({'page': begin, 'needs': needs, 'run': run}[word](*arguments), flush=True)


main()
