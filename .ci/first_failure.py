#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""first_failure.py LOG [BUILD]: why a stage failed, in at most 18 lines. tests/first_failure.sh tests it.

LOG has what the stage printed. BUILD is the folder of the build whose tests it ran last: of the first test that failed,
the last lines are shown.
"""

import json
import pathlib
import re
import sys

BEFORE, AFTER, LAST = 3, 2, 11
WRONG = re.compile(r"\b(\w*errors?|failed|not allowed)\b|\b(?-i:DIFFERENCE|WRONG)\b", re.I)
RIGHT = re.compile(r"\b0 (errors?|failed)\b", re.I)
# ninja's progress, and the commands that it repeats, have names of files, of which some are named after errors.
NOISE = re.compile(r"\[ RUN |\[       OK|\[==========\]|Cleaning up|Full log|\[\d+/\d+\] ")
COMMAND = re.compile(r"FAILED: |\S+ .* -c ")


def failed_test(build):
    log = pathlib.Path(build, "meson-logs", "testlog.json")
    if not log.exists():
        return None
    tests = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    failed = [t for t in tests if t["result"] in ("FAIL", "ERROR", "TIMEOUT")]
    if not failed:
        return None
    print(f"{len(failed)} of {len(tests)} tests failed: " + "; ".join(t["name"] for t in failed)[:300])
    first = failed[0]
    return f"{first['name']} ({first['result']}):\n{first.get('stdout', '')}\n{first.get('stderr', '')}"


def main():
    text = failed_test(sys.argv[2]) if len(sys.argv) > 2 else None
    if text is None:
        text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8", errors="replace")
    lines = [line[:200] for line in text.splitlines() if line.strip() and not NOISE.match(line)]
    # A compiler, and most scripts, say what is wrong before their last lines: the first such line, and those around it.
    early = lines[:-LAST]
    wrong = [i for i, line in enumerate(early) if WRONG.search(RIGHT.sub("", line)) and not COMMAND.match(line)]
    if wrong:
        print("\n".join(early[max(0, wrong[0] - BEFORE):wrong[0] + 1 + AFTER]))
    print("\n".join(lines[-LAST:]))


if __name__ == "__main__":
    main()
