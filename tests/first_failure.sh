#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# first_failure.sh ROOT: of a stage of CI that fails, the last lines say why. Gives logs to .ci/first_failure.py.
set -eu
script=$1/.ci/first_failure.py
[ -f "$script" ] || { echo "no folder .ci: it is not in every copy of the sources"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# lines FROM TO TEXT: TEXT with each number from FROM to TO before it.
lines() {
    i=$1
    while [ "$i" -le "$2" ]; do
        echo "[$i/$2] $3"
        i=$((i + 1))
    done
}

# says WANTED...: the script says each of them, for the log, in at most 18 lines.
says() {
    python3 "$script" "$work/log" "$work" >"$work/said"
    for wanted; do
        grep -q -F -e "$wanted" "$work/said" || {
            echo "not said: $wanted"
            cat "$work/said"
            failures=$((failures + 1))
        }
    done
    [ "$(wc -l <"$work/said")" -le 18 ] || {
        echo "$(wc -l <"$work/said") lines"
        failures=$((failures + 1))
    }
}

{
    lines 1 60 'Compiling C object libnprand_fuzz_cli.a.p/.._src_cli_error.c.o'
    echo 'INFO: Running with entropic power schedule (0xFF, 100).'
    echo 'draws: a fill differs from scalars'
    echo '==7==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x60300'
    echo '    #0 0x55 in nprand_geometric_fill ../src/distributions/geometric.c:41:9'
    for i in 1 2 3 4 5 6 7 8 9 10; do echo "  legend $i"; done
    for i in 1 2 3 4 5 6 7 8 9 10; do echo "  0x0c0: fa fa fa $i"; done
    echo "artifact_prefix='x'; Test unit written to crash-1"
} >"$work/log"
says 'draws: a fill differs' 'ERROR: AddressSanitizer' 'geometric.c:41' 'crash-1'

{
    lines 1 40 'Compiling C object libnprand.a.p/src_state_error.c.o'
    for file in seed state; do
        echo "FAILED: libnprand.a.p/src_engine_$file.c.o"
        echo "cc -Ilibnprand.a.p -Werror -o libnprand.a.p/src_engine_$file.c.o -c ../src/engine/$file.c"
        echo "../src/engine/$file.c: In function $file:"
        echo "../src/engine/$file.c:10:5: error: unused variable 'x' [-Werror=unused-variable]"
        for i in 1 2 3 4 5 6 7 8; do echo "   $i | int x;"; done
    done
    lines 41 80 'Compiling C object tests/test_engine.p/test_engine.c.o'
    echo 'ninja: build stopped: subcommand failed.'
} >"$work/log"
says 'In function seed' 'seed.c:10:5: error: unused' 'state.c:10:5: error: unused' 'build stopped'

mkdir "$work/meson-logs"
printf '%s\n' '{"name": "engine", "result": "OK", "stdout": "0 failed"}' \
    '{"name": "math", "result": "FAIL", "stdout": "'"$(
        printf '%s' 'a\nb\n[  ERROR   ] --- 1 != 2\n'
        for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do printf '%s' "line $i\\n"; done
    )"'", "stderr": ""}' \
    '{"name": "slow", "result": "TIMEOUT", "stdout": ""}' >"$work/meson-logs/testlog.json"
says '2 of 3 tests failed: math; slow' 'math (FAIL)' '1 != 2'
[ $failures = 0 ]
