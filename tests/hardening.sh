#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# hardening.sh READELF FILE...: whether what is linked is written over by nobody (full RELRO), and no stack can
# be run.
set -eu
readelf=$1
shift
failed=0
for file in "$@"; do
    headers=$("$readelf" -lW "$file")
    dynamic=$("$readelf" -dW "$file")
    echo "$headers" | grep -q GNU_RELRO || { echo "$file: no RELRO"; failed=1; }
    echo "$dynamic" | grep -qE 'BIND_NOW|Flags:.*NOW' || { echo "$file: bound when called"; failed=1; }
    echo "$headers" | grep 'GNU_STACK' | grep -qv 'RWE' || { echo "$file: a stack that can be run"; failed=1; }
done
exit $failed
