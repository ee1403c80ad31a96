#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# one_line_builds.sh COMPILER ROOT: builds with the compiler alone, as docs/install.md shows it.
#
# Each line of that page that begins with "cc -O3 " and names sources of src works in a copy of the
# sources, beside the first program of the page. That program prints the first block of text, the
# command draws known numbers, and the shared library is there.
#
# COMPILER is a command with its flags. ROOT is the folder of README.md.
set -u

if [ $# -ne 2 ]; then
    echo "usage: one_line_builds.sh COMPILER ROOT" >&2
    exit 2
fi
compiler=$1
root=$(cd "$2" && pwd) || exit 2
page=$root/docs/install.md

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
mkdir "$work/tree"
cp -R "$root/src" "$root/include" "$work/tree"
cd "$work/tree" || exit 2

passed=0
failed=0

# check NAME COMMAND...: counts whether the command succeeds, and shows what it said if not.
check() {
    name=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $name"
        cat "$work/log"
    fi
}

# The page's word for the compiler.
cc() { command $compiler "$@"; } # "command": the compiler may be called cc itself

# block LANGUAGE: the lines of the first block that is fenced with that word.
block() {
    awk -v fence="\`\`\`$1" '$0 == fence { inside = 1; next }
                             inside && $0 == "```" { exit }
                             inside' "$page"
}

prints() { # prints FILE COMMAND...: the command prints what the file has
    file=$1
    shift
    # In a cross build meson names the emulator in MESON_EXE_WRAPPER.
    ${MESON_EXE_WRAPPER-} "$@" >"$work/actual" && diff -u "$file" "$work/actual"
}

block c >example.c
block text >"$work/text"
echo '[0.5488135  0.71518937 0.60276338]' >"$work/three"
grep '^cc -O3 .*src/' "$page" >"$work/lines"
check 'the page has three lines' [ "$(wc -l <"$work/lines")" -eq 3 ]
while IFS= read -r line; do
    check "$line" eval "$line"
done <"$work/lines"
check 'the program prints what is shown' prints "$work/text" ./example
check 'the command draws three numbers' prints "$work/three" ./nprand --seed 0 rand 3
check 'the shared library is there' test -s libnprand.so

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
