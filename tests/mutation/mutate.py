#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""mutate.py: changes one token of the sources at a time, and shows whether a test fails.

    tests/mutation/mutate.py [--seed N] [--count N] [--jobs N] [--only GLOB] [--work DIR] [--list] [--log FILE]

A change of one token is a mutant. A mutant is killed if a test fails, or takes ten times as long as it should. It is
no mutant if it does not compile, or if the compiler makes the same object code of it. All others are survivors: the
tests do not see them. Each survivor is printed, with its line before and after the change. The exit status is 1 if a
survivor is not in equivalent.txt, which has the survivors that no test can see, each with its reason.

The mutants are a sample of all that the operators below can make: the same seed gives the same sample of the same
sources. For each job the script makes a copy of the tracked files, and a build of the copy. A mutant first meets the
tests that killed most mutants of its folder; then the other tests; then, if it lives, the tests of a build with the
sanitizers for addresses and undefined behaviour.
"""

import argparse
import collections
import fnmatch
import hashlib
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDERS = ("engine", "seeding", "state", "distributions", "python", "math", "cli")
GENERATED = ("src/math/tables.c", "src/cli/selftest_vectors.c")
SUITES = (("unit", "vectors", "python"), ("cli", "api"))
LEFT_OUT = ("package", "docs", "skipped", "slow")

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


def mutants_of(path):
    """All mutants of a file."""
    text = (ROOT / path).read_text(encoding="utf-8")
    seen = blank(text)
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
    text = (ROOT / mutant.path).read_text(encoding="utf-8")
    first = text.rfind("\n", 0, mutant.begin) + 1
    last = text.find("\n", mutant.end)
    line = text.count("\n", 0, mutant.begin) + 1
    old = " ".join(text[first:last].split())
    new = " ".join((text[first:mutant.begin] + mutant.new + text[mutant.end:last]).split())
    return line, old, new


class Builder:
    """A copy of the tree with its builds, for one job."""

    def __init__(self, work, environment):
        self.tree = work / "tree"
        shutil.rmtree(self.tree, ignore_errors=True)
        self.env = environment
        names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
        for name in names.decode().split("\0")[:-1]:
            target = self.tree / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target, follow_symlinks=False)
        self.builds = {}

    def setup(self, name, *options):
        folder = self.tree.parent / name
        if not (folder / "build.ninja").exists():
            subprocess.run(["meson", "setup", str(folder), str(self.tree), "-Dexamples=false", "-Ddebug=false",
                            *options], check=True, stdout=subprocess.DEVNULL, env=self.env)
        tests = json.loads(subprocess.run(["meson", "introspect", "--tests", str(folder)], check=True,
                                          capture_output=True, text=True).stdout)
        targets = json.loads(subprocess.run(["meson", "introspect", "--targets", str(folder)], check=True,
                                            capture_output=True, text=True).stdout)
        files = {t["id"]: t["filename"] for t in targets}
        for test in tests:
            test["needs"] = sorted({os.path.relpath(f, folder) for d in test["depends"] for f in files.get(d, ())})
        self.builds[name] = (folder, tests)
        return tests

    def ninja(self, name, tests):
        folder = self.builds[name][0]
        needed = sorted({n for t in tests for n in t["needs"]})
        return subprocess.run(["ninja", "-C", str(folder), *needed], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, env=self.env, check=False).returncode == 0

    def objects(self, name):
        """A hash of the object code of the libraries and the command."""
        digest = hashlib.sha256()
        folder = self.builds[name][0]
        for path in sorted(folder.rglob("*.o")):
            if path.parent.name.startswith(("libnprand_test", "nprand.p")):
                digest.update(path.read_bytes())
        return digest.digest()

    def passes(self, name, test, limit):
        """Whether a test passes, or is skipped, within its time."""
        env = dict(self.env, **test["env"])
        with subprocess.Popen(test["cmd"], cwd=test["workdir"] or self.builds[name][0], env=env,
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              start_new_session=True) as process:
            try:
                return process.wait(limit) in (0, 77)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                return False


class Campaign:
    """The tests, what they killed, and the results."""

    def __init__(self, log):
        self.lock = threading.Lock()
        self.kills = collections.Counter()
        self.times = {}
        self.results = []
        self.log = log

    def measure(self, builder, name):
        tests = builder.builds[name][1]
        if not builder.ninja(name, tests):
            sys.exit("the sources do not compile without a change")
        for test in tests:
            begin = time.monotonic()
            if not builder.passes(name, test, 600):
                print(f"left out, it fails without a change: {test['name']}", file=sys.stderr)
                self.times[name, test["name"]] = None
            else:
                self.times[name, test["name"]] = time.monotonic() - begin

    def order(self, name, tests, folder):
        """First the tests that killed most mutants of the folder in the least time."""
        usable = [t for t in tests if self.times[name, t["name"]] is not None]
        return sorted(usable, key=lambda t: -(self.kills[folder, t["name"]] + 0.01)
                      / (self.times[name, t["name"]] + 0.05))

    def killer(self, builder, name, tests, folder):
        for test in self.order(name, tests, folder):
            if not builder.passes(name, test, 10 * self.times[name, test["name"]] + 10):
                with self.lock:
                    self.kills[folder, test["name"]] += 1
                return test["name"]
        return None

    def try_mutant(self, builder, plain, mutant):
        path = builder.tree / mutant.path
        text = path.read_text(encoding="utf-8")
        folder = mutant.path.split("/")[1]
        path.write_text(text[:mutant.begin] + mutant.new + text[mutant.end:], encoding="utf-8")
        try:
            return self.verdict(builder, plain, folder)
        finally:
            path.write_text(text, encoding="utf-8")

    def verdict(self, builder, plain, folder):
        tests = builder.builds["plain"][1]
        first = SUITES[1] if folder == "cli" else SUITES[0]
        near = [t for t in tests if set(first) & set(s.split(":")[-1] for s in t["suite"])]
        far = [t for t in tests if t not in near and folder != "cli"]
        if not builder.ninja("plain", near):
            return "no mutant", "it does not compile"
        if builder.objects("plain") == plain:
            return "no mutant", "the same object code"
        by = self.killer(builder, "plain", near, folder)
        if by is None and far and builder.ninja("plain", far):
            by = self.killer(builder, "plain", far, folder)
        if by is None and "sanitized" in builder.builds:
            names = {t["name"] for t in near}
            again = [t for t in builder.builds["sanitized"][1] if t["name"] in names]
            if not builder.ninja("sanitized", again):
                return "no mutant", "it does not compile"
            by = self.killer(builder, "sanitized", again, folder)
        return ("killed", by) if by else ("survived", "")

    def work(self, builder, queue):
        plain = builder.objects("plain")
        while True:
            with self.lock:
                if not queue:
                    return
                mutant = queue.pop()
            begin = time.monotonic()
            result, by = self.try_mutant(builder, plain, mutant)
            line, old, new = described(mutant)
            with self.lock:
                self.results.append((mutant, result, by))
                print(json.dumps({"file": mutant.path, "line": line, "old": old, "new": new, "result": result,
                                  "by": by, "seconds": round(time.monotonic() - begin, 1)}), file=self.log, flush=True)
                if result == "survived":
                    print(f"{mutant.path}:{line}: {old}  ->  {new}", flush=True)


def equivalents():
    """The survivors that no test can see: file ## line ## changed line ## reason."""
    known = set()
    for line in (ROOT / "tests/mutation/equivalent.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            fields = line.split(" ## ")
            if len(fields) != 4:
                sys.exit(f"equivalent.txt: {line}")
            known.add(tuple(fields[:3]))
    return known


def usable_tests(tests):
    def kept(test):
        suites = {s.split(":")[-1] for s in test["suite"]}
        return not suites & set(LEFT_OUT) and suites & set(SUITES[0] + SUITES[1])
    return [t for t in tests if kept(t)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--skip", type=int, default=0, help="leave out so many of the sample, which ran before")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="*", help="the files, such as src/engine/*")
    parser.add_argument("--work", help="build here, and leave it")
    parser.add_argument("--no-sanitizers", action="store_true")
    parser.add_argument("--list", action="store_true", help="print the sample, and try none")
    parser.add_argument("--log", default=os.devnull, help="a line of JSON for each mutant")
    options = parser.parse_args()

    everything = list(all_mutants(options.only))
    sample = random.Random(options.seed).sample(everything, min(options.count, len(everything)))[options.skip:]
    print(f"{len(everything)} mutants, {len(sample)} of them tried, seed {options.seed}", flush=True)
    if options.list:
        for mutant in sample:
            line, old, new = described(mutant)
            print(f"{mutant.path}:{line}: {old}  ->  {new}")
        return 0

    work = pathlib.Path(options.work or tempfile.mkdtemp())
    environment = dict(os.environ, UBSAN_OPTIONS="halt_on_error=1", NPRAND_BACKEND="")
    del environment["NPRAND_BACKEND"]
    builders = []
    with open(options.log, "a", encoding="utf-8") as log:
        campaign = Campaign(log)
        for job in range(options.jobs):
            builder = Builder(work / str(job), environment)
            builder.setup("plain", "-Doptimization=1")
            if not options.no_sanitizers:
                builder.setup("sanitized", "-Doptimization=1", "-Db_sanitize=address,undefined", "-Db_lundef=false")
            for name, (folder, tests) in builder.builds.items():
                builder.builds[name] = (folder, usable_tests(tests))
                if job == 0:
                    campaign.measure(builder, name)
                else:
                    builder.ninja(name, builder.builds[name][1])
            builders.append(builder)
        queue = sample[::-1]
        threads = [threading.Thread(target=campaign.work, args=(b, queue)) for b in builders]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    if not options.work:
        shutil.rmtree(work)

    count = collections.Counter(result for _, result, _ in campaign.results)
    known = equivalents()
    survivors = [(m.path, *described(m)[1:]) for m, result, _ in campaign.results if result == "survived"]
    equal = [s for s in survivors if s in known]
    live = count["killed"] + len(survivors) - len(equal)
    print(f"no mutants: {count['no mutant']}; killed: {count['killed']}; equivalent: {len(equal)}; "
          f"survivors: {len(survivors) - len(equal)}; score {100.0 * count['killed'] / max(live, 1):.1f} %")
    return 1 if len(survivors) > len(equal) else 0


if __name__ == "__main__":
    sys.exit(main())
