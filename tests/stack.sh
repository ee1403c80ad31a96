#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# stack.sh PROGRAM HEADER...: test_stack measures the stack of each function that the headers declare, with the
# limit of its kind.
set -u
program=$1
shift

table=$("$program")
status=$?
echo "$table"
[ "$status" -ne 77 ] || exit 77

# Functions that answer by a status have the higher limit.
declared=$(cat "$@" | tr '\n' ' ' | tr ';' '\n' | sed -n 's/.*NPRAND_API \(NPRAND_NODISCARD \)\{0,1\}\([a-z_0-9 ]*[ *]\)\(nprand_[a-z_0-9]*\)(.*/\2 \3/p' |
    awk '{ print $NF, ($1 == "nprand_status" ? 20480 : 4096) }' | sort -u)
measured=$(echo "$table" | grep -v -e '(threads, ' -e '(in_parts, ' | sed -n 's/^ *[0-9]* *\([0-9]*\) *[0-9]*  \(nprand_[a-z_0-9]*\)(.*/\2 \1/p' | sort -u)
[ -n "$declared" ] && [ -n "$measured" ] || { echo "nothing to compare in $*"; exit 1; }
if [ "$declared" != "$measured" ]; then
    echo 'declared (<), and measured (>), each with its limit:'
    old=$(mktemp)
    echo "$declared" >"$old"
    echo "$measured" | diff "$old" - | grep '^[<>]'
    rm -f "$old"
    status=1
fi
exit "$status"
