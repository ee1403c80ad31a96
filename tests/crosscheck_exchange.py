#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Compares what libnprand exchanges with Python: seed sequences with NumPy's SeedSequence, and
states in JSON with RandomState.get_state() and set_state(), random.getstate() and Python's json.

    crosscheck_exchange.py libnprand.so [--seed N] [--count N]

Random cases, count of each kind; a case depends on the seed, its kind and its number alone. Exit
status: 0 if there is no difference, 1 if there is, 77 (which test runners take for "skipped") if
there is no NumPy from 1.17 on.
"""

import argparse
import ctypes
import json
import math
import os
import random as random_module
import re
import struct
import sys

try:
    import numpy as np
except ImportError as missing:
    print(f'not compared: {missing}. Install NumPy for this python3 (on Debian and Ubuntu python3-numpy)')
    sys.exit(77)

VERSION = tuple(int(part) for part in re.findall(r'\d+', np.__version__)[:2])
if VERSION < (1, 17):
    print('not compared: NumPy', np.__version__, 'has no SeedSequence')
    sys.exit(77)

JSON_SIZE = 8192
KEY_LENGTH = 624
POOL_SIZES = (4, 64)


class SeedSeq(ctypes.Structure):
    """nprand_seed_seq."""
    _fields_ = [('n_children_spawned', ctypes.c_uint32), ('private', ctypes.c_uint32 * 79)]


class Library:
    def __init__(self, path):
        self.dll = ctypes.CDLL(os.path.abspath(path))
        self.dll.nprand_strerror.restype = ctypes.c_char_p
        self.dll.nprand_random_sample.restype = ctypes.c_double
        self.dll.nprand_standard_normal.restype = ctypes.c_double

    def call(self, name, *arguments):
        """The words of the status; None for NPRAND_OK."""
        status = getattr(self.dll, name)(*arguments)
        return self.dll.nprand_strerror(status).decode() if status else None

    def must(self, name, *arguments):
        words = self.call(name, *arguments)
        if words is not None:
            raise AssertionError('%s: %s' % (name, words))

    def new_rng(self, seed=0):
        rng = (ctypes.c_uint64 * 1024)()
        self.must('nprand_seed', rng, ctypes.c_int64(seed))
        return rng

    def text(self, rng, kind):
        out = ctypes.create_string_buffer(JSON_SIZE)
        length = ctypes.c_size_t()
        self.must('nprand_get_state_' + kind, rng, ctypes.c_size_t(JSON_SIZE), out,
                  ctypes.byref(length))
        assert length.value == len(out.value)
        return out.value.decode()

    def set_text(self, rng, kind, text):
        """The reason of a refusal; None for NPRAND_OK."""
        raw = text.encode('latin-1')
        reason = ctypes.c_char_p()
        words = self.call('nprand_set_state_' + kind, rng, raw, ctypes.c_size_t(len(raw)), None,
                          ctypes.byref(reason))
        assert (words is None) == (reason.value is None)
        return words and reason.value.decode()


def words(values):
    return (ctypes.c_uint32 * max(1, len(values)))(*values)


# ---- The lines that docs/from-python.md shows ----------------------------------------------------

def dump_numpy(state):
    return json.dumps(state.get_state(legacy=False), default=lambda key: key.tolist())


def dump_other_form(random, state):
    """Another form of the state; some of them lack the Gaussian."""
    bits = np.random.MT19937()
    bits.state = state.get_state()
    form = random.choice([
        lambda: state.get_state(),
        lambda: state.get_state()[:3],
        lambda: state.get_state() + (random_value(random, 3),),
        lambda: bits.state,
        lambda: np.random.Generator(bits).bit_generator.state,
        lambda: with_other_keys(random, state.get_state(legacy=False)),
    ])()
    return json.dumps(form, default=lambda key: key.tolist(), indent=random.choice([None, 0, 2]))


def load_numpy(state, text):
    state.set_state(json.loads(text))


def dump_python(state):
    return json.dumps(state.getstate())


def load_python(state, text):
    version, internal, gauss = json.loads(text)
    state.setstate((version, tuple(internal), gauss))


# ---- What is ignored in a state ------------------------------------------------------------------

NAMES = ['bit_generator', 'state', 'key', 'pos', 'has_gauss', 'gauss']


def random_name(random):
    return random.choice(['', 'x', 'key\0', 'Gauss', '"', '\\', '\n', '\u00e9', '\U0001f3b2', 'a' * 20]
                         + [name + 's' for name in NAMES])


def random_value(random, depth):
    if depth == 0 or random.random() < 0.5:
        return random.choice([None, True, False, 0, -12.5, 1e300, math.nan, -math.inf, 2**70,
                              random_name(random)])
    if random.random() < 0.5:
        return [random_value(random, depth - 1) for _ in range(random.randrange(4))]
    return {random.choice(NAMES + [random_name(random)]): random_value(random, depth - 1)
            for _ in range(random.randrange(4))}


def with_other_keys(random, state):
    items = [*state.items(), *((random_name(random), random_value(random, 4)) for _ in range(3))]
    random.shuffle(items)
    inner = {**state['state'], random_name(random): random_value(random, 2)}
    return {**dict(items), 'state': inner}


# ---- Seed sequences ------------------------------------------------------------------------------

def integer(random):
    """Words at their ends, and integers of more than one."""
    return random.choice([
        lambda: 0,
        lambda: random.randrange(10),
        lambda: random.getrandbits(32),
        lambda: 2**32 - 1,
        lambda: 2**32 * random.randrange(5),
        lambda: random.getrandbits(random.randrange(1, 300)),
    ])()


def words_of(value):
    """The words that NumPy takes an integer or a sequence of integers for."""
    if not isinstance(value, int):
        return [word for element in value for word in words_of(int(element))]
    count = max(1, (value.bit_length() + 31) // 32)
    return [value >> 32 * i & 0xffffffff for i in range(count)]


def random_entropy(random, pool_size):
    return random.choice([
        lambda: random.getrandbits(64),
        lambda: integer(random),
        lambda: [integer(random) for _ in range(random.randrange(2 * pool_size))],
        lambda: random.getrandbits(32 * pool_size + random.randrange(-40, 40)),
        lambda: random.getrandbits(random.randrange(8192)),
        lambda: np.array([random.getrandbits(32) for _ in range(random.randrange(40))], np.uint32),
    ])()


def entropy_text(random, entropy):
    """A text that Python's int() reads as the entropy."""
    form = random.choice(['%d', '%x', '%X'])
    is_hex = form != '%d'
    text = '0' * random.choice([0, 0, 1, 100]) + form % entropy
    if random.random() < 0.5:
        text = text[0] + ''.join(random.choice(['', '', '_']) + digit for digit in text[1:])
    return random.choice(['0x', '0X', '0x_']) + text if is_hex else text


def ours(lib, random, entropy, pool_size):
    """The same sequence by one of the functions that make it."""
    seq = SeedSeq()
    if isinstance(entropy, int) and entropy < 2**64 and pool_size == 4 and random.random() < 0.8:
        lib.must('nprand_seed_seq_init', ctypes.byref(seq), ctypes.c_uint64(entropy))
    elif isinstance(entropy, int) and pool_size == 4 and random.random() < 0.8:
        text = entropy_text(random, entropy)
        assert int(text, 16 if text[:2] in ('0x', '0X') else 10) == entropy
        lib.must('nprand_seed_seq_init_text', ctypes.byref(seq), text.encode(),
                 ctypes.c_size_t(len(text)))
    else:
        values = words_of(entropy if isinstance(entropy, int) else list(entropy))
        lib.must('nprand_seed_seq_init_array', ctypes.byref(seq), words(values),
                 ctypes.c_size_t(len(values)), ctypes.c_size_t(pool_size))
    # A NumPy that is newer than the library is like 1.26 in this.
    release = VERSION if VERSION < (1, 26) else (1, 26)
    lib.must('nprand_seed_seq_set_numpy', ctypes.byref(seq), *release)
    return seq


def same_sequence(lib, random, theirs, seq):
    n = random.choice([0, 1, 3, 4, 7, 100])
    out32, out64 = (ctypes.c_uint32 * (n + 1))(), (ctypes.c_uint64 * (n + 1))()
    lib.must('nprand_seed_seq_generate_state', ctypes.byref(seq), ctypes.c_size_t(n), out32)
    lib.must('nprand_seed_seq_generate_state_uint64', ctypes.byref(seq), ctypes.c_size_t(n), out64)
    if list(out32) != theirs.generate_state(n).tolist() + [0]:
        return 'generate_state(%d)' % n
    if list(out64) != theirs.generate_state(n, np.uint64).tolist() + [0]:
        return 'generate_state(%d, uint64)' % n
    if seq.n_children_spawned != theirs.n_children_spawned:
        return 'n_children_spawned'
    return None


def same_generator(lib, random, theirs, seq):
    rng = lib.new_rng()
    lib.must('nprand_seed_sequence', rng, ctypes.byref(seq))
    state = np.random.RandomState(np.random.MT19937(theirs))
    if lib.text(rng, 'json') != dump_numpy(state):
        return 'state of the generator'
    for _ in range(random.randrange(3)):
        if lib.dll.nprand_random_sample(rng) != state.random_sample():
            return 'random_sample'
    return None


def check_seed_sequence(lib, random):
    pool_size = random.choice([4, 4, 4, random.randint(*POOL_SIZES)])
    entropy = random_entropy(random, pool_size)
    key = tuple(integer(random) for _ in range(random.choice([0, 0, 1, 2, random.randrange(9)])))
    theirs = np.random.SeedSequence(entropy, spawn_key=key, pool_size=pool_size)
    seq = ours(lib, random, entropy, pool_size)
    if key or random.random() < 0.5:
        values = words_of(list(key))
        cut = random.randrange(len(values) + 1)
        for part in (values[:cut], values[cut:]):
            lib.must('nprand_seed_seq_child', ctypes.byref(seq), words(part),
                     ctypes.c_size_t(len(part)), ctypes.byref(seq))
    what = 'entropy %r, spawn key %r, pool size %d' % (entropy, key, pool_size)
    for _ in range(random.randrange(4)):
        difference = same_sequence(lib, random, theirs, seq)
        if difference:
            return '%s: %s' % (what, difference)
        n = random.randint(1, 4)
        children = (SeedSeq * n)()
        lib.must('nprand_seed_seq_spawn', ctypes.byref(seq), ctypes.c_size_t(n), children)
        spawned = theirs.spawn(n)
        if seq.n_children_spawned != theirs.n_children_spawned:
            return '%s: n_children_spawned after spawn(%d)' % (what, n)
        if random.random() < 0.7:
            i = random.randrange(n)
            theirs, seq = spawned[i], children[i]
            what += ', child %r' % (theirs.spawn_key,)
    difference = (same_sequence(lib, random, theirs, seq)
                  or same_generator(lib, random, theirs, seq))
    return difference and '%s: %s' % (what, difference)


def number_of(text):
    """What int() reads; None if nothing."""
    digits = text.strip().lstrip('+-')
    try:
        return int(text, 16 if digits[:2] in ('0x', '0X') else 10)
    except ValueError:
        return None


def check_entropy_text(lib, random):
    """Short texts, of which about half are numbers."""
    text = random.choice(['', '', '', ' ', '\n']) + random.choice(['', '', '', '+', '-', '- '])
    text += random.choice(['', '', '0x', '0X', '0']) + ''.join(
        random.choice(random.choice(['0123456789', '0123456789', '_', 'afAF', 'xXg+- .']))
        for _ in range(random.randrange(8)))
    text += random.choice(['', '', ' ', '\n', '\t\r\n', '\v\f'])
    seq, expected = SeedSeq(), SeedSeq()
    before = bytes(seq)
    refused = lib.call('nprand_seed_seq_init_text', ctypes.byref(seq), text.encode(),
                       ctypes.c_size_t(len(text)))
    number = number_of(text)
    if number is None or number < 0:
        return None if refused and bytes(seq) == before else 'taken: %r' % text
    lib.must('nprand_seed_seq_init', ctypes.byref(expected), ctypes.c_uint64(number))
    return None if bytes(seq) == bytes(expected) else 'another number, or refused: %r' % text


# ---- States --------------------------------------------------------------------------------------

def bits(x):
    return struct.pack('<d', x)


def check_numpy_state(lib, random):
    """Draws in Python, goes on in the library, and back."""
    seed = random.getrandbits(32)
    state = np.random.RandomState(seed)
    state.random_sample(random.randrange(700))
    state.standard_normal(random.randrange(5))
    text = random.choice([dump_numpy(state), dump_other_form(random, state)])
    load_numpy(state, text)
    rng = lib.new_rng(random.getrandbits(32))
    reason = lib.set_text(rng, 'json', text)
    if reason:
        return 'seed %d: %s: %r' % (seed, reason, text)
    back = np.random.RandomState()
    for draw in [random.choice(['standard_normal', 'random_sample']) for _ in range(5)]:
        if lib.text(rng, 'json') != dump_numpy(state):
            return 'seed %d: text' % seed
        mine = getattr(lib.dll, 'nprand_' + draw)(rng)
        if bits(mine) != bits(getattr(state, draw)()):
            return 'seed %d: %s' % (seed, draw)
        load_numpy(back, lib.text(rng, 'json'))
        if dump_numpy(back) != dump_numpy(state):
            return 'seed %d: state that came back' % seed
    return None


def check_python_state(lib, random):
    seed = random.getrandbits(100)
    state = random_module.Random(seed)
    for _ in range(random.randrange(700)):
        state.random()
    for _ in range(random.randrange(3)):
        state.gauss(0, 1)
    rng = lib.new_rng(random.getrandbits(32))
    reason = lib.set_text(rng, 'python', dump_python(state))
    if reason:
        return 'seed %d: %s' % (seed, reason)
    if lib.text(rng, 'python') != dump_python(state):
        return 'seed %d: text' % seed
    back = random_module.Random()
    load_python(back, lib.text(rng, 'python'))
    if back.getstate() != state.getstate():
        return 'seed %d: state that came back' % seed
    if lib.dll.nprand_random_sample(rng) != state.random():
        return 'seed %d: random' % seed
    kept = state.getstate()[2]
    if kept is not None and bits(lib.dll.nprand_standard_normal(rng)) != bits(state.gauss(0, 1)):
        return 'seed %d: gauss_next' % seed
    return None


def any_double(random):
    x = random.choice([
        lambda: random.gauss(0, 1),
        lambda: struct.unpack('<d', struct.pack('<Q', random.getrandbits(64)))[0],
        lambda: math.ldexp(1, random.randrange(-1074, 1024)),
        lambda: math.ldexp(random.getrandbits(20), -1074),
        lambda: float(10**random.randrange(0, 300)) / 10**random.randrange(0, 300),
        lambda: random.randrange(10**6) / 10**random.randrange(9),
        lambda: float(random.getrandbits(53 + random.randrange(20))),
        lambda: random.choice([math.inf, math.nan]),
    ])()
    return random.choice([x, -x])


HEAD = ('{"state": {"pos": 0, "key": [' + '1, ' * (KEY_LENGTH - 1) + '1]}, '
        '"bit_generator": "MT19937", "has_gauss": 1, "gauss": ')


def check_double_written(lib, random):
    x = any_double(random)
    rng = lib.new_rng()
    reason = lib.set_text(rng, 'json', HEAD + json.dumps(x) + '}')
    if reason:
        return '%r: %s' % (x, reason)
    text = lib.text(rng, 'json')
    if not text.endswith('"gauss": %s}' % json.dumps(x)):
        return '%r: written as %s' % (x, text[-40:])
    return None


def random_number(random):
    """In the syntax of JSON: also near halfway between two doubles, and with many digits."""
    def digits(count):
        return ''.join(random.choice('0123456789') for _ in range(count))

    def near_halfway():
        n = random.getrandbits(52) + 2**52
        exponent = random.randrange(-1075, 971)
        top = (2 * n + 1) * 2**max(exponent, 0)
        whole, bottom = top, 2**max(-exponent, 0)
        text = str(whole) if bottom == 1 else str(whole * 5**-exponent) + 'e%d' % exponent
        mantissa, _, rest = text.partition('e')
        return random.choice([text, mantissa + '.' + '0' * random.randrange(9) + '1' +
                              ('e' + rest if rest else ''),
                              str(int(mantissa) - 1) + '.' + '9' * 30 + ('e' + rest if rest else '')])
    return random.choice(['', '-']) + random.choice([
        near_halfway,
        lambda: str(random.getrandbits(random.randrange(1, 1100))),
        lambda: '0.' + '0' * random.randrange(400) + digits(random.randrange(1, 900)),
        lambda: '%d.%se%d' % (random.randrange(100), digits(random.randrange(1, 30)),
                              random.randrange(-345, 312)),
        lambda: '%dE+%s' % (random.randrange(10), digits(random.randrange(1, 4))),
        lambda: '%s.5e-%d' % (random.randrange(1, 10**6), random.choice([320, 330, 10**9, 10**30])),
        lambda: '0e%d' % random.randrange(-10**30, 10**30),
        lambda: '1' + '0' * 400 + '.' + digits(500) + 'e-%d' % random.randrange(300, 800),
    ])()


TOO_LARGE = 'gauss is an integer above all doubles'


def check_double_read(lib, random):
    number = random_number(random)
    try:
        expected = float(json.loads(number))
    except OverflowError:
        expected = None
    rng = lib.new_rng()
    reason = lib.set_text(rng, 'json', HEAD + number + '}')
    if expected is None:
        return None if reason == TOO_LARGE else '%s: %s' % (number, reason)
    if reason:
        return '%s: %s' % (number, reason)
    if not lib.text(rng, 'json').endswith('"gauss": %s}' % json.dumps(expected)):
        return '%s: read as %s' % (number, lib.text(rng, 'json')[-40:])
    return None


# ---- Texts that may be no states -----------------------------------------------------------------

class OnlyHere(ValueError):
    """What nprand.h says is refused although Python takes it."""


class Crash(ValueError):
    """What NumPy before 2.4 reads beyond the end of."""


def refuse(kind=ValueError):
    raise kind


def integer_of(value, low, high, outside=ValueError):
    """What Cython makes of a value for a C integer: int() of a float."""
    if type(value) not in (int, float, bool):
        refuse()
    return int(value) if low <= int(value) <= high else refuse(outside)


def double_of(value):
    return float(value) if type(value) in (int, float, bool) else refuse()


def not_zero(words):
    return words if words[0] >= 2**31 or any(words[1:]) else refuse(OnlyHere)


def key_of(key):
    if type(key) is not list or len(key) < KEY_LENGTH:
        refuse()
    return not_zero([integer_of(word, 0, 2**32 - 1) for word in key[:KEY_LENGTH]])


def numpys(value):
    """The text of the state that a document holds, by Python's json and the rules of nprand.h; and
    whether NumPy takes the document."""
    if type(value) is list:
        if len(value) < 3 or len(value) == 4:
            refuse(Crash)
        names = ['bit_generator', 'key', 'pos', 'has_gauss', 'gauss']
        outer = dict(zip(names, value))
        inner = outer
    elif type(value) is dict:
        outer = value
        if not {'bit_generator', 'state'} <= set(outer) or type(outer['state']) is not dict:
            refuse()
        inner = outer['state']
        if not {'key', 'pos'} <= set(inner):
            refuse()
    else:
        refuse()
    if outer['bit_generator'] != 'MT19937':
        refuse()
    gauss = double_of(outer.get('gauss', 0.0))
    has_gauss = integer_of(outer.get('has_gauss', 0), -2**31, 2**31 - 1)
    key = key_of(inner['key'])
    pos = integer_of(inner['pos'], 0, 624,
                     outside=OnlyHere if VERSION < (2, 5) else ValueError)
    text = json.dumps({'bit_generator': 'MT19937', 'state': {'key': key, 'pos': pos},
                       'has_gauss': has_gauss, 'gauss': gauss})
    return text, VERSION < (2, 5) or type(inner['pos']) is not float


def pythons(value):
    if type(value) is not list or len(value) != 3:
        refuse()
    version, words, gauss = value
    if type(version) not in (int, float) or version != 3:
        refuse(OnlyHere if version == 2 else ValueError)
    if type(words) is not list or len(words) != KEY_LENGTH + 1:
        refuse()
    if type(words[-1]) is float and sys.version_info < (3, 10):
        refuse(OnlyHere)
    if any(type(word) not in (int, bool) or not 0 <= word < 2**64 for word in words):
        refuse()
    pos = integer_of(words[-1], 0, 624)
    if max(words) >= 2**32 or type(gauss) not in (type(None), int, float, bool):
        refuse(OnlyHere)
    words = not_zero([int(word) for word in words[:-1]]) + [pos]
    return json.dumps([3, words, None if gauss is None else double_of(gauss)])


def expected_text(text, kind):
    """None for a text that is to be refused; and whether Python must do the same."""
    try:
        value = json.loads(text)
        return numpys(value) if kind == 'json' else (pythons(value), True)
    except OnlyHere:
        return None, False
    except Crash:
        return None, VERSION >= (2, 4)
    except (ValueError, TypeError, RecursionError, OverflowError):
        return None, True


def by_python(text, kind):
    """The text of the state that Python itself makes of it; None if it refuses."""
    try:
        if kind == 'json':
            state = np.random.RandomState(0)
            load_numpy(state, text)
            return dump_numpy(state)
        state = random_module.Random(0)
        load_python(state, text)
        version, words_and_pos, gauss = state.getstate()
        return json.dumps([version, words_and_pos, None if gauss is None else float(gauss)])
    except (ValueError, TypeError, LookupError, RecursionError, OverflowError):
        return None


def same_answer(lib, kind, text):
    """A text, given to the library and to Python."""
    expected, python_too = expected_text(text, kind)
    if python_too and by_python(text, kind) != expected:
        return 'Python disagrees: %r' % text
    rng = lib.new_rng(3)
    before = bytes(rng)
    reason = lib.set_text(rng, kind, text)
    if reason is None:
        return None if lib.text(rng, kind) == expected else 'taken: %r' % text
    if bytes(rng) != before:
        return 'refused, and changed the generator: %r' % text
    return None if expected is None else 'refused, %s: %r' % (reason, text)


# The last integer that float() takes, and the next one.
LARGEST = 2**1024 - 2**970 - 1

VALUES = ['0', '-0', '1', '3', '623', '624', '625', '-1', '-1.0', '0.9', '-0.9', '5.0', '5.5', '1e3',
          '6.24e2', '62400e-2', '624.9', '625.0', '2147483647', '2147483647.9', '2147483648',
          '-2147483648', '-2147483648.9', '-2147483649', '4294967295', '4294967295.9', '4294967296',
          '4294967296.0', '18446744073709551615', '18446744073709551616', '1e30', '-1e30', '1e400',
          '-1e400', '1e-400', 'NaN', 'Infinity', '-Infinity', 'true', 'false', 'null', '"1"',
          '"MT19937"', '[]', '[1]', '{}', '{"key": 1, "pos": 2}', str(LARGEST), str(LARGEST + 1),
          str(-LARGEST), str(-LARGEST - 1), '9' * 4000]


def built_value(random, usual):
    """The text of a value: mostly a usual one."""
    return random.choice([usual, usual, usual, random.choice(VALUES), random_number(random)])


def built_key(random):
    length = KEY_LENGTH + random.choice([0, 0, 0, 0, -1, 1, 2, 80])
    words = [str(random.getrandbits(32)) for _ in range(length)]
    if random.random() < 0.1:
        words = ['0'] * length
    for _ in range(random.choice([0, 1, 2])):
        words[random.choice([0, -1, min(KEY_LENGTH, length - 1), random.randrange(length)])] = (
            random.choice(['1e0', '4294967295.5', random.choice(VALUES)]))
    return '[' + ', '.join(words) + ']'


def built_object(random, members):
    """An object of members that may be missing, come twice, or have other names."""
    pairs = []
    for name, value in members:
        for _ in range(random.choice([0] + [1] * 15 + [2, 3])):
            pairs.append((name, value(random)))
    if random.random() < 0.2:
        pairs.append((random_name(random), json.dumps(random_value(random, 3))))
    random.shuffle(pairs)
    return '{' + ', '.join('%s: %s' % (json.dumps(name), value) for name, value in pairs) + '}'


def built_generator(random):
    return random.choice(['"MT19937"'] * 12 + ['"\\u004dT19937"', '"PCG64"', random.choice(VALUES)])


def built_text(random):
    def pos(random):
        return built_value(random, str(random.randrange(625)))

    def has_gauss(random):
        return built_value(random, random.choice('01'))

    def gauss(random):
        return built_value(random, json.dumps(any_double(random)))

    def inner(random):
        if random.random() < 0.05:
            return random.choice(VALUES)
        return built_object(random, [('key', built_key), ('pos', pos)])

    if random.random() < 0.5:
        return built_object(random, [('bit_generator', built_generator), ('state', inner),
                                     ('has_gauss', has_gauss), ('gauss', gauss)])
    elements = [built_generator(random), built_key(random), pos(random), has_gauss(random),
                gauss(random)] + [random.choice(VALUES) for _ in range(2)]
    return '[' + ', '.join(elements[:random.choice([3, 3, 5, 5, 5, 6, 7, random.randrange(8)])]) + ']'


def built_python(random):
    words = json.loads(dump_python(random_module.Random(random.getrandbits(32))))[1]
    words = [str(word) for word in words]
    words[-1] = built_value(random, str(random.randrange(625)))
    if random.random() < 0.3:
        words[random.randrange(KEY_LENGTH)] = random.choice(VALUES)
    if random.random() < 0.1:
        words = words[random.choice([0, 1]):] + [random.choice(VALUES)]
    elements = [random.choice(['3'] * 9 + ['2', '3.0', '3.5', random.choice(VALUES)]),
                '[' + ', '.join(words) + ']',
                random.choice(['null', built_value(random, json.dumps(any_double(random)))]), '0']
    return '[' + ', '.join(elements[:random.choice([3] * 18 + [2, 4])]) + ']'


def check_built_text(lib, random):
    kind = random.choice(['json', 'json', 'python'])
    return same_answer(lib, kind, (built_text if kind == 'json' else built_python)(random))


FRAGMENTS = ['{', '}', '[', ']', ',', ':', '"', ' ', '\n', '0', '-', '1', '.', 'e5', 'null', 'true',
             'NaN', 'Infinity', '-Infinity', '"pos"', '"key"', '"gauss": 1.5, ', '"state": {}',
             '4294967296', '-1', '1.0', '625', '624', '"x": 1, ', '\0', '\\', '\u00e9', '[[[[',
             'false', '.0', ', 0.5', ', 1, 2.0', '\\u0061', '\\/', '"y": [{}, "\\"", {"z": []}], ',
             '"z": ' + '[' * 500 + ']' * 500 + ', ', '"z": ' + '{"a":' * 400 + '1' + '}' * 400 + ', ',
             ', 5.5, 1e3', '"pos": 7, ', '"gauss": null, ', '"has_gauss": 0, ', '1e400', "'", '(']


def mutated(random, text):
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        # Most of a text is its words; the ends have the rest.
        i = random.choice([random.randrange(len(text) + 1), random.randrange(min(60, len(text) + 1)),
                           max(0, len(text) - random.randrange(90))])
        j = min(len(text), i + random.choice([0, 0, 1, 1, 2, random.randrange(20)]))
        text = text[:i] + random.choice(['', chr(random.randrange(256))] + FRAGMENTS) + text[j:]
    return text if random.random() < 0.9 else text[:random.randrange(len(text) + 1)]


def check_mutated_text(lib, random):
    kind = random.choice(['json', 'python'])
    if kind == 'json':
        state = np.random.RandomState(random.getrandbits(32))
        state.standard_normal(random.randrange(3))
        text = random.choice([dump_numpy(state), dump_other_form(random, state)])
        if random.random() < 0.3:
            text = json.dumps(json.loads(text), sort_keys=True, indent=random.choice([None, 1, 4]))
    else:
        state = random_module.Random(random.getrandbits(32))
        for _ in range(random.randrange(3)):
            state.gauss(0, 1)
        text = dump_python(state)
    return same_answer(lib, kind, mutated(random, text))


CHECKS = [
    ('seed sequences', check_seed_sequence),
    ('texts of entropy', check_entropy_text),
    ('states of RandomState', check_numpy_state),
    ('states of random', check_python_state),
    ('doubles written', check_double_written),
    ('doubles read', check_double_read),
    ('changed texts', check_mutated_text),
    ('built texts', check_built_text),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('lib', metavar='library')
    parser.add_argument('--seed', type=int, default=random_module.randrange(10**9))
    parser.add_argument('--count', type=int, default=3000)
    options = parser.parse_args()
    lib = Library(options.lib)

    total = 0
    for kind, (name, check) in enumerate(CHECKS):
        differences = 0
        for index in range(options.count):
            random = random_module.Random((options.seed * 10 + kind) * 1000003 + index)
            what = check(lib, random)
            if what:
                differences += 1
                print('seed %d, case %d: %s' % (options.seed, index, what[:2000]))
        total += differences
        print('NumPy %s, seed %d: %s, %d comparisons, %d differences'
              % (np.__version__, options.seed, name, options.count, differences))
    return 1 if total else 0


if __name__ == '__main__':
    sys.exit(main())
