#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# Which branches of src the tests take: the suites that run src, on builds by gcc --coverage. Prints every branch that
# was not taken, by file. Fails if one of them is not in coverage_all_allowed.txt, or if a branch that is in there was
# taken. coverage.sh counts what the golden vectors take alone.
#
#     tests/coverage_all.sh [folder for what is built]
#
# A build without optimisation has a branch for each condition of the source, and does not use the backends avx2 and
# avx512. A second build, at -O1, counts the branches of these two.
#
# Needs Linux on x86-64, gcc, gcov, meson and cmocka. GCC and GCOV name others: GCC=gcc-14 GCOV=gcov-14. A CPU without
# AVX2 is of no use here; on one without AVX-512, that backend is left out, and the script says so.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
gcc=${GCC:-gcc}
gcov=${GCOV:-gcov}

if [ $# -gt 0 ]; then
    mkdir -p "$1"
    work=$(cd "$1" && pwd)
else
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    trap 'exit 1' HUP INT TERM
fi

# run_tests BUILD EXPRESSION: the tests of the suites whose names fit the expression.
run_tests() {
    build=$1
    meson test -C "$build" --list --suite unit --suite vectors --suite cli --no-suite slow --no-suite more |
        sed -n 's/^nprand[^/]* \/ //p' | grep -vE ' - skipped|^WARNING' | grep -E "$2" >"$work/names"
    set -- # one argument for each name, which has blanks
    while IFS= read -r name; do
        set -- "$@" "$name"
    done <"$work/names"
    echo "$# tests in $build"
    meson test -C "$build" --no-rebuild --timeout-multiplier 0 "$@" >"$build.log" 2>&1 || {
        tail -n 40 "$build.log"
        echo "a test fails" >&2
        exit 1
    }
}

# build OPTIMISATION: a folder of that name.
build() {
    [ -d "$work/O$1" ] || CC=$gcc meson setup "$work/O$1" "$root" -Doptimization="$1" -Ddebug=false \
        -Db_coverage=true >"$work/setup.log" 2>&1 || {
        tail -n 20 "$work/setup.log"
        exit 1
    }
    find "$work/O$1/" -name '*.gcda' -exec rm {} +
    meson compile -C "$work/O$1" >"$work/compile.log" 2>&1 || {
        tail -n 20 "$work/compile.log"
        exit 1
    }
}

# Sources that the second build counts: the two backends, the headers that only they include, and the search of explain
# in vectors.
vectors='src/(backend/(avx2|avx512|x86|[a-z0-9]*_vector)|math/[a-z_]*vector|cli/explain_many_vector)[.][ch]$'

# count OPTIMISATION OBJECTS IS-OF-VECTORS: what gcov says of the objects whose names fit OBJECTS, of the sources that
# are those of the second build (1) or are not (0). One object at a time: of several with the same function of a
# header, gcov 12 forgets the last function of the header.
count() {
    folder=$work/gcov$1
    rm -rf "$folder"
    mkdir "$folder"
    cd "$work/O$1"
    find . -name '*.gcda' | grep -E "$2" | while IFS= read -r data; do
        $gcov -b -c -t "$data" 2>/dev/null |
            awk -v vectors="$vectors" -v wanted="$3" '
                /^ *-: *0:Source:/ { is_wanted = ($0 ~ vectors) == wanted }
                is_wanted' >"$folder/$(echo "${data#./}" | tr / +).gcov"
    done
}

# Of the tests of one room, one backend is enough; all of them where backends have branches of their own.
rooms='^[^,]*$|, portable$|^(backend|math|kernels), fma$|^fuzz .*, corpus$|^(faults of|nprand manners)|^threads, at'
build 0
run_tests "$work/O0" "$rooms"
find "$work/O0/" -name '*src_backend_avx*.gcda' -exec rm {} + # no test uses them there
count 0 '(src_[a-z]*_|test_math[.]).*[.]gcda$' 0
build 1
rooms='^(engine|kernels|polynomial|math|distributions|each|rounding|python|explain), avx|^explain, portable$'
run_tests "$work/O1" "$rooms"
count 1 'src_(backend_avx|cli_explain_many)' 1

list=$root/tests/coverage_all_allowed.txt
if ! grep -q -w avx512vl /proc/cpuinfo; then
    echo 'skipped: the backend avx512, which this CPU does not have'
    rm -f "$work"/gcov1/*avx512*
    grep -v '^backend/avx512.c ' "$list" >"$work/allowed"
    list=$work/allowed
fi
awk -v allowed="$list" -v files='(^|/)src/([a-z]*/)?[^/]*$' -v with_folders=1 -f "$root/tests/coverage.awk" \
    "$work"/gcov0/*.gcov "$work"/gcov1/*.gcov
