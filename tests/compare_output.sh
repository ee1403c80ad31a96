#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# compare_output.sh PROGRAM EXPECTED: passes if PROGRAM succeeds and prints what the file EXPECTED
# holds. The ends of lines that Windows writes count as plain ones.
set -eu

if [ $# -ne 2 ]; then
    echo "usage: compare_output.sh PROGRAM EXPECTED" >&2
    exit 2
fi
actual=$(mktemp)
trap 'rm -f "$actual"' EXIT

# In a cross build meson names the emulator in MESON_EXE_WRAPPER: a command and its arguments.
${MESON_EXE_WRAPPER-} "$1" >"$actual"
tr -d '\r' <"$actual" | diff -u "$2" -
