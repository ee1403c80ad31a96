#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# cli.sh NPRAND: runs the command NPRAND on the cases of cli/cases.txt, cli/python.txt and cli/corners.txt,
# and on what does not fit these files. Prints each case that fails, then how many passed and failed.
set -u

if [ $# -ne 1 ]; then
    echo "usage: cli.sh NPRAND" >&2
    exit 2
fi
nprand=$1
cases=$(dirname "$0")/cli
folder=$(mktemp -d)
out=$folder/out
err=$folder/err
files=$folder/files
mkdir "$files"
trap 'rm -rf "$folder"' EXIT
# A memory checker is to answer like malloc() where there is no memory.
export ASAN_OPTIONS="${ASAN_OPTIONS-}:allocator_may_return_null=1"

passed=0
failed=0

# In a cross build meson names the emulator in MESON_EXE_WRAPPER: a command and its arguments.
run() {
    ${MESON_EXE_WRAPPER-} "$nprand" "$@" >"$out" 2>"$err" </dev/null
}

# report NAME WANTED GOT: one case, compared.
report() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
        return
    fi
    failed=$((failed + 1))
    printf 'FAILED: nprand %s\nexpected:\n%s\ngot:\n%s\n' "$1" "$2" "$3"
}

# Exit status, stdout and stderr in one text. The x keeps the line ends from being cut off.
answer() {
    printf 'status %s\nstdout:\n%s\nstderr:\n%s' "$1" "$2" "$3"
}

# check MARK WORDS TEXT: TEXT, a line end behind each line, is what stdout ("$") or stderr ("!") is
# to hold.
check() {
    eval "set -- \"\$1\" \"\$2\" \"\$3\" $2"
    mark=$1
    words=$2
    text=$3
    shift 3
    run "$@"
    got=$(answer $? "$(cat "$out" && echo x)" "$(cat "$err" && echo x)")
    if [ "$mark" = '$' ]; then
        wanted=$(answer 0 "${text}x" x)
    else
        wanted=$(answer 2 x "${text}x")
    fi
    report "$words" "$wanted" "$got"
}

check_file() { # check_file CASES
    mark=
    text=
    while IFS= read -r line; do
        case $line in
        ['$!#']*)
            [ -z "$mark" ] || check "$mark" "$words" "$text"
            mark=${line%"${line#?}"}
            words=${line#?}
            text=
            [ "$mark" != '#' ] || mark=
            ;;
        *)
            text="$text$line
"
            ;;
        esac
    done <"$1"
    [ -z "$mark" ] || check "$mark" "$words" "$text"
}

# What the user typed stays within the one line of the message.
check_one_line() {
    run normal 'two
lines'
    report "normal, an argument of two lines" "2 1 0" \
        "$? $(wc -l <"$err" | tr -d ' ') $(wc -c <"$out" | tr -d ' ')"
}

check_help() {
    run help methods
    report "help methods: status, stderr" "0 " "$? $(cat "$err")"
    for method in random_sample random rand uniform standard_normal randn normal \
        standard_exponential exponential standard_gamma gamma beta chisquare noncentral_chisquare \
        f noncentral_f standard_t standard_cauchy lognormal laplace logistic gumbel pareto power \
        weibull rayleigh triangular vonmises wald randint random_integers tomaxint poisson \
        binomial negative_binomial geometric hypergeometric logseries zipf multinomial dirichlet \
        shuffle permutation choice bytes random_raw multivariate_normal; do
        report "help methods: $method" 1 "$(grep -c -E "^  $method( |\$)" "$out")"
    done
    run help options
    for option in seed seed-sequence spawn-key pool-size gym-seed state save-state python seed-version \
        weights cum-weights counts skip skip-words numpy long-bits size dtype p no-replace threads format output byte-order \
        repr summary quiet bins svg ascii help version; do
        report "help options: --$option" yes "$(grep -q -E "^  --$option(,| |\$)" "$out" && echo yes)"
    done
}

check_version() {
    run --version
    report "--version: status, stderr" "0 " "$? $(cat "$err")"
    report "--version" 1 "$(grep -c -E '^nprand [0-9]+\.[0-9]+\.[0-9]+ \((avx512|avx2|fma|neon|portable)(, system math)?\)$' "$out")"
}

# Without a seed, each run starts another stream.
check_entropy() {
    run rand 4 --repr
    first=$(cat "$out")
    run rand 4 --repr
    second=$(cat "$out")
    report "rand 4 --repr, twice" different "$([ "$first" != "$second" ] && echo different)"
}

# check_no_memory WORD...: a failure that is not the user's is status 1.
check_no_memory() {
    run "$@"
    report "$*, without the memory" "1  nprand: out of memory: bytes are needed" \
        "$? $(cat "$out") $(tail -n 1 "$err" | sed 's/: [0-9]* bytes/: bytes/')"
}

# The limit is for the command, in kilobytes. Memory checkers do not start with one: for them, more
# than any machine has, which with pointers of 32 bits is "array is too big".
check_out_of_memory() {
    if (ulimit -v 500000 && run --version) 2>/dev/null; then
        unlimited=$(ulimit -S -v)
        ulimit -S -v 500000
        check_no_memory permutation 100000000
        check_no_memory choice 100000000 --no-replace --size 1025
        run choice 100000000 --no-replace --seed 12345 --size 5
        report "5 of 100000000" "0 [51937880 92063063 93769782 45644440 60013266]" "$? $(cat "$out")"
        ulimit -S -v "$unlimited"
    fi
}

# check_full WORD...: output that cannot be written, whether at the end or before.
check_full() {
    ${MESON_EXE_WRAPPER-} "$nprand" "$@" 2>"$err" >/dev/full
    report "$* >/dev/full" "1 nprand: cannot write to standard output: No space left on device" "$? $(cat "$err")"
}

# bytes_of FILE: in hexadecimal, on one line.
bytes_of() {
    od -A n -v -t x1 "$1" | tr -d ' \n'
}

# What is shortened is told, and is no success for a script.
check_shortened() {
    run --seed 0 rand 1e3
    report "rand 1e3" "0 " "$? $(cat "$err")"
    run --seed 0 rand 1001
    report "rand 1001" "3 nprand: 995 of 1001 values are not shown; --format lines or --repr show all, --summary accepts this" \
        "$? $(cat "$err")"
    run --seed 0 rand 1001 --quiet
    report "rand 1001 --quiet" "3 " "$? $(cat "$err")"
    run --seed 0 rand 1001 --summary
    report "rand 1001 --summary" "0 " "$? $(cat "$err")"
    run --seed 0 rand 2,2,2,2,2,2,2,2,2,2,2
    report "rand of 11 axes of 2" "0 " "$? $(cat "$err")"
}

check_raw() { # check_raw HEXADECIMAL WORD...
    wanted=$1
    shift
    run "$@" --format raw
    report "$* --format raw" "0 $wanted" "$? $(bytes_of "$out")"
}

# check_written FILE WORD...: a file that is there with its name alone.
check_written() {
    name=$1
    shift
    run "$@" -o "$files/$name"
    report "$* -o $name" "0  $name" "$? $(cat "$out" "$err") $(ls -A "$files")"
}

# The ending names the format.
check_endings() {
    check_written x.txt --seed 0 rand 2
    report "x.txt" "0.5488135039273248 0.7151893663724195" "$(tr '\n' ' ' <"$files/x.txt" | sed 's/ $//')"
    rm "$files/x.txt"
    check_written x.csv --seed 0 randint 10 --size 2x3
    report "x.csv" "5,0,3 3,7,9" "$(tr '\n' ' ' <"$files/x.csv" | sed 's/ $//')"
    rm "$files/x.csv"
    check_written x.json --seed 0 randint 10 --size 2x3
    report "x.json" "[[5, 0, 3], [3, 7, 9]]" "$(cat "$files/x.json")"
    rm "$files/x.json"
    check_written x.bin --seed 0 randint 256 --size 4 --dtype uint8
    report "x.bin" ac0a7f8c "$(bytes_of "$files/x.bin")"
    rm "$files/x.bin"
    check_written x.npy --seed 0 randint 256 --size 4 --dtype uint8
    report "x.npy" "132 {'descr': '|u1', 'fortran_order': False, 'shape': (4,), }" \
        "$(wc -c <"$files/x.npy" | tr -d ' ') $(head -n 1 "$files/x.npy" | cut -c 11- | sed 's/ *$//')"
    # The old file is replaced, and a link to it stays.
    check_written x.npy --seed 0 rand
    if ln -s x.npy "$files/link.npy" 2>/dev/null && [ -h "$files/link.npy" ]; then
        run --seed 0 rand 2 -o "$files/link.npy"
        report "rand 2 -o link.npy" "0 144 yes" \
            "$? $(wc -c <"$files/x.npy" | tr -d ' ') $([ -h "$files/link.npy" ] && echo yes)"
        rm "$files/link.npy"
    fi
    rm "$files/x.npy"
}

# A refusal leaves no file, and an old one as it was.
check_no_file() {
    for words in 'rand -1 -o F/x.npy' 'rand 3 -o F/x.dat' 'rand 2x2x2 -o F/x.csv' 'rand 3 -o F/x.npy --repr' \
        'normal 0 -1 3 -o F/x.txt' 'rand 3 --skip 1 --format lines -o F/x.txt --byte-order big' \
        'randn 3 --skip 4 -o F/x.txt' 'rand 3 -o F/x.npy --threads 0' 'rand 3 -o F/x.npy --format dat'; do
        run $(printf '%s' "$words" | sed "s:F/:$files/:")
        report "$words" "2 1  " "$? $(wc -l <"$err" | tr -d ' ') $(cat "$out") $(ls -A "$files")"
    done
    for words in 'rand 3 -o F/none/x.npy' 'rand 3 --format raw -o F' 'rand 9e16 -o F/x.npy' \
        'rand 2 then rand 3 -o F/none/x.npy' 'rand 3 --save-state F/none/x.json' \
        'rand 3 -o F/x.npy --save-state F/none/x.json'; do
        run $(printf '%s' "$words" | sed "s:F/:$files/:;s:F\$:$files:")
        report "$words" "1 1  " "$? $(wc -l <"$err" | tr -d ' ') $(cat "$out") $(ls -A "$files")"
    done
}

# A signal leaves no file. The seconds are those that a slow machine takes to begin; without an
# emulator, which has signals of its own.
check_signals() {
    [ -z "${MESON_EXE_WRAPPER-}" ] || return 0
    for signal in TERM HUP; do
        # As under nohup: a program that starts so keeps it ignored.
        if [ "$(sh -c "kill -s $signal \$\$; echo ignored" 2>/dev/null)" = ignored ]; then
            echo "skipped: SIG$signal, which is ignored here"
            continue
        fi
        "$nprand" --seed 0 rand 1e15 --format lines -o "$files/x.txt" 2>"$err" >"$out" &
        pid=$!
        tries=0
        while [ -z "$(ls -A "$files")" ] && [ $tries -lt 20 ]; do
            sleep 1
            tries=$((tries + 1))
        done
        kill -s "$signal" $pid
        # The shell tells of the signal on its own stderr.
        wait $pid 2>/dev/null
        report "SIG$signal" "above 128, " "$([ $? -gt 128 ] && echo 'above 128,') $(ls -A "$files")"
    done
}

check_streams() {
    [ -z "${MESON_EXE_WRAPPER-}" ] || return 0
    "$nprand" --seed 0 rand 3 2>"$err" >&-
    report "rand 3 >&-" "1 nprand: cannot write to standard output: Bad file descriptor" "$? $(cat "$err")"
    "$nprand" --seed 0 rand x >"$out" 2>&-
    report "rand x 2>&-" "2 " "$? $(cat "$out")"
    "$nprand" --seed 0 rand 2 -o "$files/x.txt" >&- 2>&- <&-
    report "rand 2 -o x.txt >&- 2>&- <&-" "0 2" "$? $(wc -l <"$files/x.txt" | tr -d ' ')"
    rm -f "$files/x.txt"
    # A file that is opened while stderr is closed gets no messages.
    "$nprand" --seed 0 rand 1001 --format numpy -o "$files/x.txt" 2>&-
    report "rand 1001 -o x.txt 2>&-" "3 1" "$? $(wc -l <"$files/x.txt" | tr -d ' ')"
    rm -f "$files/x.txt"
    # The reader that leaves ends the command.
    report "rand 1e15 | head" 0.5488135039273248 "$("$nprand" --seed 0 rand 1e15 --format lines | head -n 1)"
    for locale in de_DE.UTF-8 C; do
        report "rand, locale $locale" 0.5488135039273248 "$(LC_ALL=$locale "$nprand" --seed 0 rand)"
    done
}

# Chunks are one fill: where a chunk ends within a word, and in rows.
check_chunks() {
    for words in 'rand 70000' 'randint 100 --dtype int8 --size 70000' 'randint 5 --dtype uint16 --size 70000' \
        'uniform 0,10,20 30 --size 70000,3' 'randint 0 100,50,200,100 --dtype uint8 --size 20000x4' \
        'multinomial 20 .2,.3,.5 --size 30000' 'bytes 70000'; do
        run --seed 0 $words --format lines
        all=$(tail -n 3 "$out" | tr '\n' ' ')
        case $words in
        rand\ *) wanted='0.7629069732405577 0.9095478102155873 0.1797313165367863 ' ;;
        uniform*) wanted='22.44078911589157 10.120654004615467 27.852051544360197 ' ;;
        *uint8*) wanted='11 20 35 ' ;;
        *int8*) wanted='43 74 61 ' ;;
        *uint16*) wanted='1 0 4 ' ;;
        multi*) wanted='3 5 12 ' ;;
        bytes*) wanted='153 214 27 ' ;;
        esac
        report "$words, the last" "$wanted" "$all"
    done
}

check_file "$cases/cases.txt"
check_file "$cases/python.txt"
check_file "$cases/corners.txt"
check_one_line
check_shortened
check_raw ac0a7f8c --seed 0 randint 256 --size 4 --dtype uint8
check_raw ac0a7f8c2faac497 --seed 0 random_raw 2 --dtype uint32
check_raw 8c7f0aac97c4aa2f --seed 0 random_raw 2 --dtype uint32 --byte-order big
check_raw 8c7f0aac97c4aa2f --seed 0 random_raw 2 --dtype '>u4'
check_raw 0b7f0c3f --seed 0 rand --dtype float32
check_raw 3f0c7f0b --seed 0 rand --dtype '>f4'
check_endings
check_no_file
check_signals
check_streams
check_chunks
check_help
check_version
check_entropy
check_out_of_memory
if [ -c /dev/full ]; then
    check_full --seed 0 rand 3
    check_full --seed 0 rand 20000 --repr
    check_full --help
    check_full help --seed
    check_full help normal
    check_full __complete -- r
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
