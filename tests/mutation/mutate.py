#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""mutate.py: changes one token of the sources at a time, and shows whether a test fails.

A change of one token is a mutant. A mutant is killed if a test fails, or takes more than its time. A change that does
not compile, or of which the compiler makes the same object code, is no mutant, and is not counted. All others are
survivors: the tests do not see them. Each survivor is printed, with its line before and after the change. Two files
have survivors: equivalent.txt those that no test can see, with their reasons; killed.txt those that only a slow test or
a sanitizer kills. The exit status is 1 if a survivor is in neither of them, or if a line of them has a change
that does not exist any more.

The mutants are a sample of all that the operators below can make. The seed and the text of a change decide its place in
the sample: a change of the sources adds and takes away mutants of its own lines alone. README.md has the figures, and
says what makes the script fast.
"""

import argparse
import collections
import concurrent.futures
import fnmatch
import functools
import hashlib
import json
import os
import pathlib
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERE = pathlib.Path(__file__).resolve().parent
FOLDERS = ("engine", "seeding", "state", "distributions", "python", "math", "cli")
GENERATED = ("src/math/tables.c", "src/cli/selftest_vectors.c")
SUITES = ("unit", "vectors", "cli")
LEFT_OUT = ("package", "docs", "skipped", "slow")
LIBRARY = "tests/libnprand_test.a"
COMMAND = "tests/libnprand_cli.a"
TRAPS = ["-fsanitize=undefined", "-fsanitize-undefined-trap-on-error"]
SLOWER = 4  # with traps: what the file has beside the change takes longer too

# The tests that are likely to see a mutant of a folder, by the beginning of their names.
LIKELY = {
    "engine": ("engine", "advance", "rewind", "bitgen", "jumped", "threads"),
    "seeding": ("seeding", "seed sequences", "cases"),
    "state": ("state", "recover", "releases"),
    "distributions": ("distributions", "vectors", "each", "releases"),
    "python": ("python", "vectors"),
    "math": ("math", "distributions", "cases"),
    "cli": ("cases", "nprand", "explain", "verify", "shortest", "statistics", "streams"),
}

# What each token becomes. A token with several replacements makes several mutants.
OPERATORS = {
    "<": ("<=", ">"), "<=": ("<", "=="), ">": (">=", "<"), ">=": (">", "=="), "==": ("!=",), "!=": ("==",),
    "+": ("-",), "-": ("+",), "*": ("/",), "/": ("*",), "%": ("*",), "&&": ("||",), "||": ("&&",),
    "<<": (">>",), ">>": ("<<",), "&": ("|",), "|": ("&",), "^": ("|",), "++": ("--",), "--": ("++",),
    "+=": ("-=",), "-=": ("+=",), "*=": ("/=",), "/=": ("*=",), "|=": ("&=",), "&=": ("|=",), "^=": ("|=",),
    "<<=": (">>=",), ">>=": ("<<=",), "!": ("",), "~": ("",), "true": ("false",), "false": ("true",),
    "break": ("continue",), "continue": ("break",),
}
TOKEN = re.compile(
    r"0[xX][0-9a-fA-F.]+(?:[pP][-+]?\d+)?[uUlL]*|\d+\.?\d*(?:[eE][-+]?\d+)?[uUlLfF]*|[A-Za-z_]\w*"
    r"|<<=|>>=|->|\+\+|--|<=|>=|==|!=|&&|\|\||<<|>>|[-+*/%&|^]=|[-+*/%<>&|^!~=?:;,.(){}\[\]]")
UNSEEN = re.compile(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.S | re.M)
STATEMENT = re.compile(r"(?<=[;{}\n])[ \t]+(?:\(void\))?[A-Za-z_][\w.>\[\]-]*(?:\([^;{}]*\)| [-+*/|&^]?= [^;{}]*)(?=;)")

# The scripts of the command, by the beginning of the names of the files that each is for.
SCRIPTS = {
    "explain": ("explain",),
    "nprand hist": ("hist",),
    "verify and selftest": ("verify", "selftest", "compare", "read_", "redraw", "sha256", "input", "lines"),
    "streams of the command": ("stream", "state", "seed_sequence", "draws", "output", "gym_seed", "matrix"),
    "nprand manners, help": ("help", "explained", "methods"),
    "nprand manners, suggest": ("suggest", "options"),
    "nprand manners, bash": ("complete",),
    "nprand manners, zsh": ("complete",),
}

Mutant = collections.namedtuple("Mutant", "path begin end new")


def blank(text):
    """The text with comments, strings and directives made blank, each character at its place."""
    return UNSEEN.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def number(token):
    """What a number becomes: a neighbour."""
    if re.fullmatch(r"\d+[uUlL]*", token):
        digits = re.match(r"\d+", token).group()
        return (str(int(digits) + 1) + token[len(digits):],)
    if re.fullmatch(r"\d+\.\d*(?:[eE][-+]?\d+)?", token):
        value = float(token)
        return ("1.0",) if value == 0.0 else (repr(value * 1.0009765625),)
    if re.fullmatch(r"0[xX][0-9a-fA-F]+[uUlL]*", token):
        digits = re.match(r"0[xX][0-9a-fA-F]+", token).group()
        return (hex(int(digits, 16) ^ 1) + token[len(digits):],)
    return ()


@functools.lru_cache(maxsize=None)
def source_text(path):
    return (ROOT / path).read_text(encoding="utf-8")


def mutants_of(path):
    """All mutants of a file."""
    seen = blank(source_text(path))
    for token in TOKEN.finditer(seen):
        word = token.group()
        # clang-format puts a blank behind an operator of two operands alone.
        if word in ("*", "&", "-", "+") and seen[token.end()] not in " \n":
            continue
        for new in OPERATORS.get(word, ()) or number(word):
            yield Mutant(path, token.start(), token.end(), new)
    for statement in STATEMENT.finditer(seen):
        indent = re.match(r"[ \t]+", statement.group()).group()
        yield Mutant(path, statement.start(), statement.end(), indent + "(void)0")


def all_mutants(only):
    names = subprocess.run(["git", "ls-files", "src"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in sorted(names.split()):
        if (name.split("/")[1] in FOLDERS and name.endswith((".c", ".h")) and name not in GENERATED
                and fnmatch.fnmatch(name, only)):
            yield from mutants_of(name)


def described(mutant):
    """A mutant's name, place, and line before and after, as equivalent.txt has them."""
    text = source_text(mutant.path)
    first = text.rfind("\n", 0, mutant.begin) + 1
    last = text.find("\n", mutant.end)
    line = text.count("\n", 0, mutant.begin) + 1
    old = " ".join(text[first:last].split())
    new = " ".join((text[first:mutant.begin] + mutant.new + text[mutant.end:last]).split())
    return line, old, new


class Test:
    """One program with one backend; of a program with cmocka, which takes long, one of its tests."""

    def __init__(self, name, case, command, environment):
        self.name = name
        self.case = case
        self.command = command
        self.environment = environment
        self.seconds = 0.0

    def label(self):
        return f"{self.name}: {self.case}" if self.case else self.name


class Run:
    """A program that has ended: its status, output and time. It is ended at its first failure, or after its time."""

    def __init__(self, command, folder, environment, seconds):
        before = os.times()
        cpu = int(4 * seconds) + 1
        with subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, start_new_session=True) as process:
            for what, most in ((resource.RLIMIT_CPU, cpu), (resource.RLIMIT_FSIZE, 1 << 28), (resource.RLIMIT_CORE, 0)):
                try:
                    resource.prlimit(process.pid, what, (most, most))
                except ProcessLookupError:
                    pass
            timer = threading.Timer(300 + 20 * cpu, os.killpg, (process.pid, signal.SIGKILL))
            timer.start()
            lines = []
            for line in process.stdout:
                lines.append(line)
                if line.startswith(b"FAILED"):
                    os.killpg(process.pid, signal.SIGKILL)
                    break
            self.output = b"".join(lines)
            self.status = process.wait()
            timer.cancel()
        after = os.times()
        self.cpu = after.children_user - before.children_user + after.children_system - before.children_system


class Base:
    """A copy of the tracked files with a build of them, and the tests with what each costs."""

    def __init__(self, work, backends, without):
        self.tree = work / "base" / "tree"
        self.build = work / "base" / "build"
        (work / "tmp").mkdir(exist_ok=True)
        self.environment = dict(os.environ, CMOCKA_TEST_ABORT="1", MALLOC_PERTURB_="165", TMPDIR=str(work / "tmp"))
        self.environment.pop("NPRAND_BACKEND", None)
        self.work = work
        self.lock = threading.Lock()
        self.taken = {}
        costs = work / "costs.json"
        self.costs = json.loads(costs.read_text(encoding="utf-8")) if costs.exists() else {}
        copy_tracked(self.tree, "")
        if not (self.build / "build.ninja").exists():
            subprocess.run(["meson", "setup", self.build, self.tree, "-Dexamples=false", "-Ddebug=false",
                            "-Doptimization=1", "-Dfortran=disabled", "-Dtests=true"], check=True,
                           stdout=subprocess.DEVNULL)
        self.ninja(["build.ninja"])
        self.programs = {os.path.relpath(t["filename"][0], self.build)
                         for t in self.introspect("--targets") if t["type"] == "executable"}
        tests = [t for t in self.introspect("--tests") if wanted(t, backends)
                 and not any(fnmatch.fnmatch(t["name"], w) for w in without)]
        needed = {p for t in tests for p in self.programs_of(t["cmd"])} | {"nprand"}
        self.links = {p: self.link_of(p) for p in needed}
        shared = {p for p, words in self.links.items() if any(w.startswith("libnprand") and ".so" in w for w in words)}
        tests = [t for t in tests if shared.isdisjoint(self.programs_of(t["cmd"]))]
        self.links = {p: words for p, words in self.links.items() if p not in shared}
        self.filter = self.compile_own("filter")
        self.cases = self.compile_own("cases")
        self.links["cases"] = self.link_of_cases()
        self.ninja(sorted({w for words in self.links.values() for w in words
                           if w.endswith((".o", ".a")) and not os.path.isabs(w)} | {COMMAND}))
        self.compiles = self.compile_commands()
        self.original = {name: (self.build / name).read_bytes() for name in self.compiles}
        self.tests = [Test(t["name"], None, t["cmd"], t["env"]) for t in tests]
        self.tests.append(Test("cases", None, ["cases", str(self.cases_file()), str(work / "answers")], {}))

    def members(self, program):
        """The objects that the linker takes from the library of the tests for a program."""
        with self.lock:
            if program not in self.taken:
                words = list(self.links[program])
                words[words.index("-o") + 1] = str(self.work / "traced")
                trace = subprocess.run([*words, "-Wl,--trace"], cwd=self.build, check=True, capture_output=True,
                                       text=True).stdout
                taken = [os.path.basename(w.rstrip(")")) for w in trace.split("\n") if LIBRARY in w or COMMAND in w]
                self.taken[program] = {place + w.replace(".._", prefix, 1) for w in taken
                                       for place, prefix in ((LIBRARY + ".p/", ".._"), ("nprand.p/", ""))}
            return self.taken[program]

    def introspect(self, what):
        return json.loads(subprocess.run(["meson", "introspect", what, self.build], check=True, capture_output=True,
                                         text=True).stdout)

    def ninja(self, targets):
        if subprocess.run(["ninja", "-j2", "-C", self.build, *targets], stdout=subprocess.DEVNULL,
                          check=False).returncode != 0:
            sys.exit("the sources do not compile without a change")

    def tool(self, *words):
        return subprocess.run(["ninja", "-C", self.build, "-t", *words], check=True, capture_output=True,
                              text=True).stdout

    def programs_of(self, command):
        return [p for p in map(self.path_in_build, command) if p in self.programs]

    def path_in_build(self, word):
        return os.path.relpath(os.path.join(self.build, word), self.build)

    def link_of(self, program):
        """The command that links a program; each library of the sources is the one of the tests."""
        words = shlex.split(self.tool("commands", "-s", program).splitlines()[-1])
        return [LIBRARY if w == "libnprand.a" else w for w in words]

    def link_of_cases(self):
        words = list(self.links["nprand"])
        words[words.index("nprand")] = "cases"
        main = words.index("nprand.p/src_cli_main.c.o")
        words[main:main + 1] = [str(self.cases), "tests/libnprand_cli.a.p/.._src_cli_main.c.o"]
        return words

    def compile_own(self, name):
        path = self.work / (name + ".o")
        subprocess.run(["cc", "-O1", "-c", HERE / (name + ".c"), "-o", path], check=True)
        return path

    def cases_file(self):
        """The cases of the command as arguments that each end with a zero byte."""
        script = """for f; do while IFS= read -r line; do case $line in ['$!']*) (
            eval "set -- ${line#?}"; printf '%s\\0' "$#" "$@") ;; esac; done <"$f"; done"""
        files = [self.tree / "tests" / "cli" / n for n in ("cases.txt", "python.txt")]
        path = self.work / "cases.bin"
        path.write_bytes(subprocess.run(["sh", "-c", script, "sh", *files], check=True, capture_output=True).stdout)
        return path

    def compile_commands(self):
        """For each object of the library, the command and the tests: its command, and the files it needs."""
        linked = {w for words in self.links.values() for w in words if w.endswith(".o")}
        commands = {}
        for entry in json.loads((self.build / "compile_commands.json").read_text()):
            words = shlex.split(entry["command"])
            commands[words[words.index("-o") + 1]] = words
        needs = {}
        for block in self.tool("deps").split("\n\n"):
            lines = block.split("\n")
            name = lines[0].split(":")[0]
            needs[name] = {os.path.relpath(os.path.join(self.build, n.strip()), self.tree) for n in lines[1:]}
        return {name: (words, needs[name]) for name, words in commands.items()
                if (name in linked or name.startswith(LIBRARY + ".p/.._src")) and name in needs}

    def key(self, test):
        """The name of a test, with a hash of its words, its script, and its objects beside the libraries."""
        digest = hashlib.sha256(str(test.command).encode())
        for word in test.command:
            if word.endswith(".sh"):
                digest.update((self.build / word).read_bytes())
        for program in self.programs_of(test.command):
            for word in self.links[program]:
                if word.endswith(".o") and not word.startswith("nprand.p"):
                    digest.update((self.build / word).read_bytes())
        return test.name + " " + digest.hexdigest()

    def measured(self, test, link):
        """What a test costs, and its parts, each with its share of the time: measured once for each program."""
        key = self.key(test)
        if key not in self.costs:
            run = self.run(test, link, None)
            found = re.findall(rb'<testcase name="([^"]*)" time="([0-9.]+)"', run.output)
            parts = [(name.decode(), float(wall)) for name, wall in found]
            self.costs[key] = [run.status, run.cpu, parts]
            (self.work / "costs.json").write_text(json.dumps(self.costs), encoding="utf-8")
        return self.costs[key]

    def split(self, link):
        """Replaces each program with cmocka that takes long by its single tests, after a first run of all."""
        tests = []
        answers = self.work / "answers"
        answers.unlink(missing_ok=True)
        subprocess.run([link("cases"), self.work / "cases.bin", answers], check=True)
        for test in self.tests:
            status, test.seconds, parts = self.measured(test, link)
            if status not in (0, 77):
                print(f"left out, it fails without a change: {test.name}", file=sys.stderr)
            if status != 0:
                continue
            if len(parts) < 2 or test.seconds < 0.1:
                tests.append(test)
                continue
            whole = sum(wall for _, wall in parts) or 1.0
            for name, wall in parts:
                part = Test(test.name, name, test.command, dict(test.environment, NPRAND_MUTATION_TEST=name))
                part.seconds = test.seconds * wall / whole
                tests.append(part)
        self.tests = tests

    def run(self, test, link, first, slower=1):
        command = [str(link(self.path_in_build(w))) if self.path_in_build(w) in self.programs else w
                   for w in test.command]
        if command[0] == "cases":
            command[0] = str(link("cases"))
            command += [str(n) for n in first or ()]
        environment = dict(self.environment, **test.environment)
        if test.case is None and "test_" in command[0]:
            environment["CMOCKA_MESSAGE_OUTPUT"] = "XML"
        return Run(command, self.build, environment, 1000.0 if first is None else slower * test.seconds)


def copy_tracked(target, under):
    """Copies the files that git knows, those that changed alone."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    for name in names.decode().split("\0")[:-1]:
        source = ROOT / name
        copy = target / name
        if not name.startswith(under) or not source.is_file():
            continue
        if not copy.exists() or copy.read_bytes() != source.read_bytes():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, copy)


def is_script_of(test, path):
    return path.startswith("src/cli/") and pathlib.Path(path).name.startswith(SCRIPTS.get(test.name, ("/",)))


def wanted(test, backends):
    suites = {s.split(":")[-1] for s in test["suite"]}
    backend = test["env"].get("NPRAND_BACKEND")
    return (not suites & set(LEFT_OUT) and suites & set(SUITES) and backend in (None, *backends)
            and "on 3 threads" not in test["name"])


class Job:
    """A copy of the sources, in which one mutant at a time is made, with the programs of this mutant."""

    def __init__(self, base, number, traps):
        self.base = base
        self.traps = traps
        self.folder = base.work / str(number)
        self.tree = self.folder / "tree"
        self.objects = []
        self.linked = {}
        for folder in ("src/", "include/", "tests/"):
            copy_tracked(self.tree, folder)

    def compile(self, name, path):
        """The object code of one object, or None if it does not compile."""
        words = list(self.base.compiles[name][0])
        for option in ("-MF", "-MQ"):
            at = words.index(option)
            del words[at:at + 2]
        words.remove("-MD")
        words[words.index("-o") + 1] = str(path)
        words = [w.replace("../tree", str(self.tree)) for w in words] + ["-w"] + (TRAPS if self.traps else [])
        run = subprocess.run(words, cwd=self.base.build, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             check=False, start_new_session=True)
        return path.read_bytes() if run.returncode == 0 else None

    def make(self, mutant):
        """Compiles what a mutant changes. Returns None, or why it is none."""
        self.objects = []
        self.linked = {}
        names = [n for n, (_, needs) in self.base.compiles.items() if mutant.path in needs]
        source = self.tree / mutant.path
        text = source.read_text(encoding="utf-8")
        source.write_text(text[:mutant.begin] + mutant.new + text[mutant.end:], encoding="utf-8")
        try:
            for i, name in enumerate(names):
                path = self.folder / f"mutant{i}.o"
                code = self.compile(name, path)
                if code is None:
                    return "it does not compile"
                if code != self.base.original[name]:
                    self.objects.append((name, path))
        finally:
            source.write_text(text, encoding="utf-8")
        return None if self.objects else "the same object code"

    def added(self, program):
        """The mutant's objects that stand for members of the libraries which a program takes."""
        words = self.base.links[program]
        return [path for name, path in self.objects
                if name in self.base.members(program)
                and (COMMAND in words and not name.endswith("_main.c.o") or not name.startswith("nprand.p/"))]

    def concerned(self, program):
        return bool(self.added(program)) or any(name in self.base.links[program] for name, _ in self.objects)

    def link(self, program):
        """Links a program with the mutant's objects: before the libraries, so that they are taken first."""
        if program in self.linked:
            return self.linked[program]
        words = self.base.links[program]
        path = self.folder / program.replace("/", "_")
        changed = {name: str(path) for name, path in self.objects}
        result = [changed.get(word, word) for word in words]
        extra = [str(path) for path in self.added(program)]
        if "-lcmocka" in words or any("libcmocka" in w for w in words):
            extra.append(str(self.base.filter))
        at = result.index("-o")
        result[at + 1] = str(path)
        result[at + 2:at + 2] = extra
        if subprocess.run(result, cwd=self.base.build, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          check=False, start_new_session=True).returncode != 0:
            sys.exit(f"{program} does not link: {' '.join(result)}")
        self.linked[program] = path
        return path


class Campaign:
    """The tests, what they killed, and the results."""

    def __init__(self, base, options, log):
        self.base = base
        self.options = options
        self.log = log
        self.lock = threading.Lock()
        self.kills = collections.Counter()
        self.numbers = collections.defaultdict(collections.Counter)
        self.results = []
        self.live = 0

    def worth(self, test, path):
        """How likely a test is to see a mutant of a file, for its cost."""
        folder, stem = path.split("/")[1], pathlib.Path(path).stem
        words = (test.case or test.name).replace(".txt", "")
        score = 0.02 + 3 * self.kills[path, test.label()] + 0.3 * self.kills[folder, test.label()]
        if test.name.startswith(LIKELY[folder]):
            score += 0.3
        if test.name in SCRIPTS:
            score = score + 20 if is_script_of(test, path) else score / 10
        if stem == words.rsplit("/", 1)[-1]:
            score += 3
        elif stem in words or stem.split("_")[0] in words:
            score += 1
        return score / (test.seconds + 0.05)

    def killer(self, job, path):
        """The first test that fails. The cheap and likely ones come first."""
        spent = 0.0
        for test in sorted(self.base.tests, key=lambda t: -self.worth(t, path)):
            programs = self.base.programs_of(test.command) or ["cases"]
            if not any(job.concerned(p) for p in programs):
                continue
            is_script = is_script_of(test, path)
            if self.options.limit and spent + test.seconds > self.options.limit and not is_script:
                continue
            first = [n for n, _ in self.numbers[path].most_common(40)]
            run = self.base.run(test, job.link, first, SLOWER if job.traps else 1)
            spent += 0.0 if is_script else test.seconds
            if run.status not in (0, 77):
                with self.lock:
                    if test.name == "cases" and run.output.strip().isdigit():
                        self.numbers[path][int(run.output)] += 1
                    self.kills[path, test.label()] += 1
                    self.kills[path.split("/")[1], test.label()] += 1
                return test.label()
        return None

    def try_mutant(self, job, name, mutant):
        begin = time.monotonic()
        reason = job.make(mutant)
        by = reason or self.killer(job, mutant.path)
        result = "no mutant" if reason else "killed" if by else "survived"
        path, old, new, repeat = name
        with self.lock:
            self.live += reason is None
            self.results.append((name, result))
            print(json.dumps({"file": path, "line": described(mutant)[0], "old": old, "new": new, "repeat": repeat,
                              "result": result, "by": by, "seconds": round(time.monotonic() - begin, 1)}),
                  file=self.log, flush=True)
            if result == "survived":
                print(shown(name, mutant), flush=True)

    def work(self, job, queue):
        while True:
            with self.lock:
                if not queue or self.live >= self.options.count:
                    return
                name, mutant = queue.pop()
            self.try_mutant(job, name, mutant)


@functools.lru_cache
def listed(name):
    """The names of the survivors in equivalent.txt or killed.txt, of which each line says one place:
    file ## line before ## line after ## repeat ## reason, or test."""
    known = set()
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            fields = line.split(" ## ")
            if len(fields) != 5 or not fields[3].isdigit():
                sys.exit(f"{name}: {line}")
            known.add((*fields[:3], int(fields[3])))
    return known


def explained():
    return listed("equivalent.txt") | listed("killed.txt")


def refuse_stale(everything):
    """Refuses lines of the two files whose change no source has any more."""
    stale = explained() - {name for name, _ in everything}
    for name in sorted(stale):
        print("no such change: " + " ## ".join(map(str, name)), file=sys.stderr)
    if stale:
        sys.exit(1)


def earlier(path):
    """The results of a log, by the names of the changes; the last one of each change."""
    results = {}
    if path and os.path.exists(path):
        for text in open(path, encoding="utf-8"):
            entry = json.loads(text)
            results[entry["file"], entry["old"], entry["new"], entry["repeat"]] = entry["result"]
    return results


def named(mutants):
    """Each mutant with its name: file, line before and after, and how often the file had these before."""
    before = collections.Counter()
    for mutant in mutants:
        words = mutant.path, *described(mutant)[1:]
        yield (*words, before[words]), mutant
        before[words] += 1


def shown(name, mutant):
    """A mutant as it is printed. The repeat number, which the two files want, is shown if it is not 0."""
    path, old, new, repeat = name
    return f"{path}:{described(mutant)[0]}: {old}  ->  {new}" + (f"  (repeat {repeat})" if repeat else "")


def sample(options, log):
    """The mutants to try, the last one first, and the results that the log has of the others."""
    def place(item):
        return hashlib.sha256(repr((options.seed, *item[0])).encode()).digest()

    everything = sorted(named(all_mutants(options.only)), key=place)
    if options.only == "*":
        refuse_stale(everything)
    done = earlier(log)
    known_survivors = explained()
    queue, known = [], []
    for name, mutant in everything[:20 * options.count]:
        result = done.get(name)
        again = options.survivors and result == "survived" and name not in known_survivors
        if result is None and not options.survivors or again:
            queue.append((name, mutant))
        elif result is not None:
            known.append((name, result))
    print(f"{len(everything)} changes, seed {options.seed}, {len(known)} tried before", flush=True)
    return queue[::-1], known


def summary(results):
    count = collections.Counter(result for _, result in results)
    survivors = {name for name, result in results if result == "survived"}
    equal = len(listed("equivalent.txt") & survivors)
    by_hand = len(listed("killed.txt") & survivors)
    left = len(survivors) - equal - by_hand
    killed = count["killed"] + by_hand
    print(f"mutants: {count['killed'] + len(survivors)}; killed: {killed}, {by_hand} of them by hand; "
          f"equivalent: {equal}; survivors: {left}; score {100.0 * killed / max(killed + left, 1):.1f} %; "
          f"changes that are no mutants: {count['no mutant']}")
    return 1 if left else 0


def best_backend():
    """The backend that this CPU takes, from what the tests print."""
    flags = pathlib.Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace").split()
    for name, needed in (("avx512", "avx512vl"), ("avx2", "avx2"), ("fma", "fma"), ("neon", "asimd")):
        if needed in flags:
            return name
    return "portable"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000, help="so many mutants, without those that are none")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="*", help="the files, such as src/engine/*")
    parser.add_argument("--work", help="build here, and leave it")
    parser.add_argument("--limit", type=float, default=0.0,
                        help="seconds of tests for one mutant; 0, which is for the last word: all tests")
    parser.add_argument("--without", nargs="*", default=[], help="tests to leave out, such as 'fills, *'")
    parser.add_argument("--list", action="store_true", help="print the changes, and try none")
    parser.add_argument("--log", help="a line of JSON for each change; those that it has are not tried again")
    parser.add_argument("--survivors", action="store_true", help="try the survivors of the log again that the two files do not have, and no others")
    parser.add_argument("--traps", action="store_true",
                        help="with --survivors: end a program where the changed file does what C does not define, "
                             "such as taking an element behind an array")
    options = parser.parse_args()

    queue, known = sample(options, options.log)
    if options.list:
        for name, mutant in reversed(queue):
            print(shown(name, mutant))
        return 0
    os.nice(max(0, 10 - os.nice(0)))
    work = pathlib.Path(options.work or tempfile.mkdtemp()).absolute()
    work.mkdir(parents=True, exist_ok=True)
    base = Base(work, ("portable", best_backend()), options.without)
    jobs = [Job(base, i, options.traps) for i in range(options.jobs)]
    base.split(jobs[0].link)
    print(f"{len(base.tests)} tests, {sum(t.seconds for t in base.tests):.0f} s of one core", flush=True)
    with open(options.log or os.devnull, "a", encoding="utf-8") as log:
        campaign = Campaign(base, options, log)
        campaign.live = 0 if options.survivors else sum(r != "no mutant" for _, r in known)
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            for done in [pool.submit(campaign.work, job, queue) for job in jobs]:
                done.result()
    if not options.work:
        shutil.rmtree(work)
    return summary(known + campaign.results)


if __name__ == "__main__":
    sys.exit(main())
