#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# readme_commands.sh: runs the commands of README.md, its first three sh blocks, as a reader copies
# them, and prints the time of each. They install packages, make the folder build, and compile the
# program of README.md, its first c block.
set -eu
cd "$(dirname "$0")/.."
rm -rf build

# block LANGUAGE NUMBER: the text of a block of README.md
block() {
    awk -v language="$1" -v wanted="$2" '
        /^```/ { inside = $0 == "```" language && ++block == wanted; next }
        inside' README.md
}

trap 'rm -f example.c example' EXIT
block c 1 >example.c
for number in 1 2 3; do
    command=$(block sh $number)
    [ -n "$command" ] || { echo "README.md has no command $number"; exit 1; }
    begin=$(date +%s)
    eval "$command" || { echo "command $number of the README failed"; exit 1; }
    echo "command $number of the README: $(($(date +%s) - begin)) s"
done
