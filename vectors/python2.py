# SPDX-License-Identifier: BSD-3-Clause
"""The random.Random of a Python 2, for scripts that run in Python 3.

    python2 = Python2("/usr/bin/python2.7")
    g = python2.Random(1234)                # one at a time
    g.randint(1, 6)

The other interpreter runs in a process of its own. Each call is a line of JSON, and so is what it
gives or raises. Populations are range(n), and only their length is handed over.
"""
import builtins
import json
import subprocess

SERVER = """
import json, platform, random, sys
g = random.Random()
while True:
    line = sys.stdin.readline()
    if not line:
        break
    name, args = json.loads(line)
    args = [a.encode('latin-1') if isinstance(a, unicode) else
            int(a['hex'], 16) if isinstance(a, dict) else a for a in args]
    try:
        if name == 'version':
            value = platform.python_version()
        elif name in ('choice', 'sample'):
            value = getattr(g, name)(xrange(args[0]), *args[1:])
        elif name == 'shuffle':
            value = range(args[0])
            g.shuffle(value)
        elif name == 'setstate':
            version, words, gauss_next = args[0]
            value = g.setstate((version, tuple(words), gauss_next))
        else:
            value = getattr(g, name)(*args)
        if isinstance(value, long):
            value = {'hex': '%x' % value}
        answer = ['', value]
    except Exception as error:
        answer = [type(error).__name__, str(error)]
    sys.stdout.write(json.dumps(answer) + '\\n')
    sys.stdout.flush()
"""


def sent(arg):
    """What JSON can hold: bytes as text, large integers in hexadecimal."""
    if isinstance(arg, bytes):
        return arg.decode("latin-1")
    if isinstance(arg, int) and abs(arg) >= 2 ** 64:
        return {"hex": "%x" % arg}
    return arg


class Python2:
    def __init__(self, path):
        self.process = subprocess.Popen([path, "-c", SERVER], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, universal_newlines=True)
        self.version = self.call("version")

    def call(self, name, *args):
        self.process.stdin.write(json.dumps([name, list(map(sent, args))]) + "\n")
        self.process.stdin.flush()
        error, value = json.loads(self.process.stdout.readline())
        if error:
            raise getattr(builtins, error)(value)
        return int(value["hex"], 16) if isinstance(value, dict) else value

    def Random(self, seed):
        self.call("seed", seed)
        return Generator(self)


class Generator:
    """The methods of random.Random that need more than to be called."""

    def __init__(self, python2):
        self.python2 = python2

    def __getattr__(self, name):
        return lambda *args: self.python2.call(name, *args)

    def getstate(self):
        version, words, gauss_next = self.python2.call("getstate")
        return version, tuple(words), gauss_next

    def choice(self, population):
        return self.python2.call("choice", len(population))

    def sample(self, population, k):
        return self.python2.call("sample", len(population), k)

    def shuffle(self, x):
        x[:] = [x[i] for i in self.python2.call("shuffle", len(x))]
