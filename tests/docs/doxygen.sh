#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# The reference of docs/doxygen: Doxygen has no warning, each public function and each method of nprand.hpp has an
# entry in exactly one group, and the entry of each method has all its parts.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
for program in python3 doxygen; do
    command -v "$program" >/dev/null ||
        { echo "skipped: $program is not installed (Debian: apt-get install $program)."; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sh "$root/docs/doxygen/build.sh" "$work" 'GENERATE_XML = YES' 'XML_PROGRAMLISTING = NO' >"$work/said" 2>&1 ||
    { cat "$work/said"; exit 1; }
[ "$(wc -l <"$work/said")" -eq 1 ] || { echo 'Doxygen says:'; cat "$work/said"; exit 1; }
sh "$root/tests/public_functions.sh" --list "$root"/include/*.h >"$work/functions"
[ "$(wc -l <"$work/functions")" -ge 200 ] || { echo 'the list of the public functions is too short'; exit 1; }
python3 "$root/tests/docs/doxygen_entries.py" "$work/xml" "$work/functions"
