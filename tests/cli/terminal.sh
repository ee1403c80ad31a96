#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# terminal.sh NPRAND NPRAND_FAULTY TERMINAL: what the command does in a terminal. NPRAND_FAULTY is the command with
# ../faults.c, and TERMINAL the program of terminal.c. Prints each check that fails, then how many passed and failed.
set -u

[ $# -eq 3 ] || { echo 'usage: terminal.sh NPRAND NPRAND_FAULTY TERMINAL' >&2; exit 2; }
nprand=$1
faulty=$2
terminal=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
out=$folder/out
unset COLUMNS LC_ALL LC_CTYPE LANG

passed=0
failed=0

# report NAME WANTED GOT
report() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
        return
    fi
    failed=$((failed + 1))
    printf 'FAILED: %s\nexpected:\n%s\ngot:\n%s\n' "$1" "$2" "$3"
}

# run COLUMNS UNTIL WORD...: sets status; the text is in $out.
run() {
    columns=$1
    until=$2
    shift 2
    status=0
    "$terminal" "$columns" "$until" "$nprand" "$@" >"$out" || status=$?
}

# longest: the most columns of a line of $out, which is of ASCII.
longest() {
    awk '{ if (length > most) most = length } END { print most + 0 }' "$out"
}

# width COLUMNS-OF-THE-TERMINAL WANTED: of a histogram. The environment may have COLUMNS.
width() {
    run "$1" '' hist --seed 0 rand 1000 --ascii --bins 5
    report "hist, $1 columns, COLUMNS=${COLUMNS-unset}" "0 $2" "$status $(longest)"
}

check_width() {
    width 80 80
    width 40 39
    width 0 80
    width 300 299
    for case in '60 59' '1 39' '1000 999' '5000 999' '-5 80' '0 80' 'x 80' '99999999999999999999 80'; do
        export COLUMNS="${case% *}"
        width 80 "${case#* }"
    done
    unset COLUMNS
}

# bars WANTED VARIABLE=VALUE...: of which characters a bar is.
bars() {
    wanted=$1
    shift
    status=0
    env "$@" "$terminal" 80 '' "$nprand" hist --seed 0 rand 10 --bins 2 >"$out" || status=$?
    is=ascii
    ! grep -q '█' "$out" || is=utf8
    report "hist, $*" "0 $wanted" "$status $is"
}

check_bars() {
    bars ascii A=1
    bars utf8 LANG=de_DE.UTF-8
    bars utf8 LC_CTYPE=C.utf8
    bars ascii LC_ALL=C LANG=de_DE.UTF-8
    bars utf8 LC_ALL= LANG=C.UTF8
    bars ascii LANG=u LC_ALL=
    bars ascii LANG=ut
    bars ascii LANG=utf
    bars ascii LANG=utx8
}

check_outputs() {
    for format in raw npy; do
        run 80 '' rand 3 --format $format
        report "rand --format $format" '2 nprand: bytes are not for a terminal: use -o FILE or a pipe' \
            "$status $(cat "$out")"
    done
    # A person sees what is left out: the status is that of a success.
    run 80 '' --seed 0 rand 1001
    report 'rand 1001' '0 2' "$status $(grep -c -E 'not shown|\.\.\.' "$out")"
    run 80 '' --seed 0 rand 3
    report 'rand 3' '0 [0.5488135  0.71518937 0.60276338]' "$status $(cat "$out")"
}

# The first line of progress comes after two seconds; the signal ends the command.
check_progress() {
    run 80 ' left' --seed 0 rand 1e12 --format raw -o "$folder/x.bin"
    if grep -q 'the disk has' "$out"; then
        run 80 ' left' --seed 0 rand 1e12 --format raw -o /dev/null
    fi
    report 'rand 1e12, progress' '143 yes' "$status $(tr '\r' '\n' <"$out" | grep -q ' % \[.*MB/s.* left' && echo yes)"
    report 'rand 1e12, files' '' "$(ls -A "$folder" | grep -v '^out$')"
    run 80 ' left' --seed 0 hist rand 1e11
    report 'hist, progress' '143 yes' "$status $(tr '\r' '\n' <"$out" | grep -q ' % \[.*MB/s.* left' && echo yes)"
}

# clock SECONDS TEXT: the time that is left, on a clock that goes fast. The line is wiped out at the end.
clock() {
    status=0
    NPRAND_FAULT_CLOCK=$1 "$terminal" 80 '' "$faulty" --seed 0 rand 500000 --format raw -o "$folder/x.bin" \
        >"$out" || status=$?
    is=$(tr '\r' '\n' <"$out" | grep -q " % \[.*\]  *0\.00 GB  *0\.[0-9] MB/s .*$2 left" && echo "$2")
    end=$(tail -c 1 "$out" | tr '\r' E)
    report "a clock with steps of $1 s" "0 $2 E" "$status $is $end"
    rm -f "$folder/x.bin"
}

# verified FORMAT WORD...: the text that stands where the line of progress was, of a file that comes through a pipe.
verified() {
    format=$1
    shift
    cat "$folder/x.$format" >"$folder/pipe" &
    writer=$!
    status=0
    NPRAND_FAULT_CLOCK=100 "$terminal" 80 '' "$faulty" verify "$folder/pipe" --format "$format" --seed 0 "$@" \
        >"$out" || status=$?
    kill "$writer" 2>/dev/null
    wait
    echo "$status"
    tr '\r' '\n' <"$out" | grep -c '%' | sed 's/^[1-9][0-9]*$/progress/'
    tr '\r' '\n' <"$out" | tail -n 1 | sed "s:$folder/::"
}

check_text_after_progress() {
    mkfifo "$folder/pipe"
    "$nprand" --seed 0 rand 300000 --format raw -o "$folder/x.raw"
    "$nprand" --seed 0 rand 300000 --format csv -o "$folder/x.csv"
    report 'verify, a clock that goes fast' "0
progress
equal: 300000 values, to the last bit" "$(verified raw rand 300000)"
    report 'verify, too many values' "2
progress
nprand: verify: pipe: the file has more than 200000 values, the draw 200000" "$(verified raw rand 200000)"
    echo x >>"$folder/x.csv"
    report 'verify, no number' "2
progress
nprand: verify: pipe, line 300001: not a number: 'x'" "$(verified csv rand 300001)"
    rm -f "$folder/pipe" "$folder/x.raw" "$folder/x.csv"
}

check_clock() {
    clock 1 ' s'
    clock 100 ' min'
    clock 10000 ' h'
    NPRAND_FAULT_CLOCK=100 "$terminal" 80 '' "$faulty" --quiet --seed 0 rand 500000 --format raw -o "$folder/x.bin" \
        >"$out"
    report 'a fast clock, --quiet' '0 ' "$? $(cat "$out")"
    rm -f "$folder/x.bin"
}

# A search of one seed shows no progress.
check_explain() {
    run 80 '' explain --seed 1 0.417022 0.72032449
    report 'explain --seed 1' '0 seed 1: RandomState(seed), init_genrand()' "$status $(head -n 1 "$out" | cut -c 1-41)"
}

check_explain
check_width
check_bars
check_clock
check_text_after_progress
check_outputs
check_progress
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
