#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# Each public function has one definition that a person finds: grep finds a line that begins at the margin with
# its type and name, and ctags, where it is installed, finds the function. No macro makes a function.
#
#   public_functions.sh SOURCE_ROOT HEADER...
#   public_functions.sh --list HEADER...        prints the names of the functions
set -eu
root=$1
shift

# Declarations may have the name on a line of its own.
list_declared() {
    cat "$@" | grep -v '^ *#' | tr '\n' ' ' | grep -oE 'NPRAND_API [^;(]*\(' | sed 's/ *($//; s/.*[ *]//' | sort -u
}

if [ "$root" = --list ]; then
    list_declared "$@"
    exit
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
list_declared "$@" >"$work/declared"
count=$(wc -l <"$work/declared")
[ "$count" -ge 200 ] || { echo "only $count public functions were found in the headers"; exit 1; }

failed=no
report() {
    if [ -s "$work/missing" ]; then
        echo "$1:"
        cat "$work/missing"
        failed=yes
    fi
}

# A definition at the margin: a type, the name, a parenthesis, and no semicolon on the line.
find "$root/src" -name '*.c' -exec cat {} + |
    grep -E '^[a-z_][a-z0-9_ ]*[ *]nprand_[a-z0-9][a-z0-9_]*\(' | grep -v ';' | sed 's/(.*//; s/.*[ *]//' | sort >"$work/grep"
uniq -d "$work/grep" >"$work/missing"
report 'defined twice'
sort -u "$work/grep" | comm -23 "$work/declared" - >"$work/missing"
report 'not found by grep'
echo "$count public functions; grep finds $(sort -u "$work/grep" | comm -12 "$work/declared" - | wc -l)"

if command -v ctags >/dev/null && ctags --version 2>/dev/null | grep -q Universal; then
    ctags -R -x --languages=C --kinds-C=f "$root/src" | awk '{ print $1 }' | sort -u >"$work/ctags"
    comm -23 "$work/declared" "$work/ctags" >"$work/missing"
    report 'not found by ctags'
    echo "ctags finds $(comm -12 "$work/declared" "$work/ctags" | wc -l)"
else
    echo 'no Universal Ctags: only grep was asked'
fi
[ $failed = no ]
