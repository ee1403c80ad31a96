#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# Which branches of src/distributions and src/python the golden vectors take: builds it with gcc --coverage, runs
# the vectors alone, and prints every branch that was not taken, by file. Fails if one of them is
# not in coverage_allowed.txt, or if a branch that is in there was taken.
#
#     tests/coverage.sh [folder for what is built]
#
# Needs gcc, gcov and cmocka. GCC and GCOV name others: GCC=gcc-14 GCOV=gcov-14.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
gcc=${GCC:-gcc}
gcov=${GCOV:-gcov}
flags="-std=c11 -ffp-contract=off -I$root/include -I$root/tests"

if [ $# -gt 0 ]; then
    mkdir -p "$1"
    work=$(cd "$1" && pwd)
else
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    trap 'exit 1' HUP INT TERM
fi
mkdir -p "$work/measured" "$work/rest"

# At -O0 every condition in the source is a branch of its own. The rest is only needed to run.
cd "$work/measured"
rm -f ./*.gcda ./*.gcov
for source in "$root"/src/distributions/*.c "$root"/src/python/*.c; do
    $gcc $flags -O0 --coverage -c "$source"
done
cd "$work/rest"
for source in "$root"/src/backend/*.c "$root"/src/engine/*.c "$root"/src/math/*.c "$root"/src/seeding/*.c \
    "$root"/src/state/*.c "$root"/tests/vector_*.c "$root"/tests/sha256.c; do
    $gcc $flags -O2 -c "$source"
done

# The methods' vectors, and those with arrays as parameters.
cd "$work"
for vectors in vectors each_vectors; do
    folder=$root/vectors
    [ "$vectors" = vectors ] || folder=$folder/each
    $gcc $flags -O2 --coverage "$root/tests/test_$vectors.c" measured/*.o rest/*.o -lcmocka -lm -o "$vectors"
    "./$vectors" "$folder" > "$vectors.log" 2>&1 || {
        cat "$vectors.log"
        echo "the vectors fail" >&2
        exit 1
    }
done

# One object at a time: of several with the same function of a header, gcov 12 forgets the last function of
# the header.
cd measured
for data in ./*.gcda; do
    $gcov -b -c -t "$data" > "${data%.gcda}.gcov"
done

awk -v allowed="$root/tests/coverage_allowed.txt" -v files='src/(distributions|python)/[^/]*$' \
    -f "$root/tests/coverage.awk" ./*.gcov
