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

# A function in a header is there once for each file that includes it: what counts is the line and the
# branch's number, and the function's name where gcov gives several functions of a line. Each source begins
# with a header of "-: 0:" lines, of which the first names it.
awk -v allowed="$root/tests/coverage_allowed.txt" '
function trim(text) {
    gsub(/^[ \t]+|[ \t]+$/, "", text)
    return text
}
BEGIN {
    while ((getline entry < allowed) > 0) {
        if (entry == "" || entry ~ /^#/)
            continue
        if (split(entry, field, " ## ") != 4) {
            print "coverage_allowed.txt: " entry
            wrong = 1
        }
        permitted[field[1] " ## " field[3]] = field[2]
    }
}
/^ *-: *0:Source:/ {
    path = $0
    sub(/^ *-: *0:Source:/, "", path)
    measured = path ~ /src\/(distributions|python)\/[^\/]*$/
    sub(/.*\//, "", path)
    name = ""
}
/^-+$/ { name = "" }
/^[A-Za-z_0-9]+:$/ { name = $0 }
/^ *[-#=0-9]+\*?: *[0-9]+:/ {
    line = $0
    sub(/^[^:]*: */, "", line)
    number = line
    sub(/:.*/, "", number)
    sub(/^[0-9]+:/, "", line)
    if (measured) # src/backend has files of the same names
        text[path, number] = trim(line)
}
/^branch / && measured {
    key = path SUBSEP number SUBSEP name SUBSEP $2
    if (!(key in taken)) {
        order[++count] = key
        taken[key] = 0
    }
    if ($3 == "taken" && $4 > 0)
        taken[key] = 1
}
END {
    for (i = 1; i <= count; i++) {
        if (taken[order[i]])
            continue
        split(order[i], part, SUBSEP)
        source = text[part[1], part[2]]
        missed[part[1] " ## " source]++
        where = part[1] ":" part[2] ": branch " part[4]
        print where (part[3] == "" ? "" : " of " part[3]) " " source
        total++
    }
    for (place in missed) {
        if (missed[place] + 0 > permitted[place] + 0) {
            print "not allowed: " place ": " missed[place] " branches not taken"
            wrong = 1
        }
    }
    for (place in permitted) {
        if (missed[place] + 0 < permitted[place] + 0) {
            print "allowed, but taken: " place
            wrong = 1
        }
    }
    printf "%d branches, %d not taken\n", count, total
    exit count == 0 || wrong
}' ./*.gcov
