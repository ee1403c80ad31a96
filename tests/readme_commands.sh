#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# readme_commands.sh: runs the two commands of README.md, its first two sh blocks, as a reader
# copies them, and prints the time of each. They install packages and make the folder build.
set -eu
cd "$(dirname "$0")/.."
rm -rf build
for number in 1 2; do
    command=$(awk -v wanted=$number '
        /^```/ { inside = $0 == "```sh" && ++block == wanted; next }
        inside' README.md)
    [ -n "$command" ] || { echo "README.md has no command $number"; exit 1; }
    begin=$(date +%s)
    eval "$command" || { echo "command $number of the README failed"; exit 1; }
    echo "command $number of the README: $(($(date +%s) - begin)) s"
done
