# SPDX-License-Identifier: BSD-3-Clause
"""The random.Random of another Python, 2.7 or 3.2 and later, for scripts that run in Python 3.6 or later.

    other = OtherPython("/usr/bin/python2.7")
    other.release, other.version            # (2, 7), "2.7.18"
    g = other.Random(1234)                  # one at a time
    g.randint(1, 6)

The other interpreter runs in a process of its own. Each call is a line of JSON, and so is what it
gives or raises. Populations are range(n), and only their length is handed over.
"""
import builtins
import json
import subprocess

SERVER = """
import json, platform, random, sys
if sys.version_info < (3,):
    range_of = xrange
    whole = long
else:
    range_of = range
    whole = int

def received(arg):
    if not isinstance(arg, dict):
        return arg
    if 'hex' in arg:
        return int(arg['hex'], 16)
    return arg['bytes'].encode('latin-1')

g = random.Random()
while True:
    line = sys.stdin.readline()
    if not line:
        break
    name, args, names = json.loads(line)
    args = [received(arg) for arg in args]
    try:
        if name == 'version':
            value = platform.python_version()
        elif name in ('choice', 'choices', 'sample'):
            value = getattr(g, name)(range_of(args[0]), *args[1:], **names)
        elif name == 'shuffle':
            value = list(range(args[0]))
            g.shuffle(value)
        elif name == 'setstate':
            version, words, gauss_next = args[0]
            value = g.setstate((version, tuple(words), gauss_next))
        else:
            value = getattr(g, name)(*args)
        if isinstance(value, whole):
            value = {'hex': '%x' % value}
        elif isinstance(value, bytes) and not isinstance(value, str):
            value = {'bytes': value.decode('latin-1')}
        answer = ['', value]
    except Exception as error:
        answer = [type(error).__name__, str(error)]
    sys.stdout.write(json.dumps(answer) + '\\n')
    sys.stdout.flush()
"""


def sent(arg):
    """What JSON can hold: bytes as text, large integers in hexadecimal."""
    if isinstance(arg, bytes):
        return {"bytes": arg.decode("latin-1")}
    if isinstance(arg, int) and abs(arg) >= 2 ** 64:
        return {"hex": "%x" % arg}
    return arg


class OtherPython:
    def __init__(self, path):
        self.process = subprocess.Popen([path, "-c", SERVER], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, universal_newlines=True)
        self.version = self.call("version")
        self.release = tuple(map(int, self.version.split(".")[:2]))

    def call(self, name, *args, **names):
        self.process.stdin.write(json.dumps([name, list(map(sent, args)), names]) + "\n")
        self.process.stdin.flush()
        error, value = json.loads(self.process.stdout.readline())
        if error:
            raise getattr(builtins, error)(value)
        if not isinstance(value, dict):
            return value
        return int(value["hex"], 16) if "hex" in value else value["bytes"].encode("latin-1")

    def Random(self, seed):
        self.call("seed", seed)
        return Generator(self)


class Generator:
    """The methods of random.Random that need more than to be called."""

    def __init__(self, other):
        self.other = other

    def __getattr__(self, name):
        return lambda *args: self.other.call(name, *args)

    def getstate(self):
        version, words, gauss_next = self.other.call("getstate")
        return version, tuple(words), gauss_next

    def choice(self, population):
        return self.other.call("choice", len(population))

    def choices(self, population, *args, **names):
        return self.other.call("choices", len(population), *args, **names)

    def sample(self, population, *args, **names):
        return self.other.call("sample", len(population), *args, **names)

    def shuffle(self, x):
        x[:] = [x[i] for i in self.other.call("shuffle", len(x))]
