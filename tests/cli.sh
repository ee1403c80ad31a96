#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# cli.sh NPRAND: runs the command NPRAND on the cases of cli/cases.txt, and on what does not fit
# that file. Prints each case that fails, then how many passed and failed.
set -u

if [ $# -ne 1 ]; then
    echo "usage: cli.sh NPRAND" >&2
    exit 2
fi
nprand=$1
cases=$(dirname "$0")/cli/cases.txt
out=$(mktemp)
err=$(mktemp)
trap 'rm -f "$out" "$err"' EXIT
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

check_file() {
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
    done <"$cases"
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
    run --help
    report "--help: status, stderr" "0 " "$? $(cat "$err")"
    for method in random_sample random rand uniform standard_normal randn normal \
        standard_exponential exponential standard_gamma gamma beta chisquare noncentral_chisquare \
        f noncentral_f standard_t standard_cauchy lognormal laplace logistic gumbel pareto power \
        weibull rayleigh triangular vonmises wald randint random_integers tomaxint poisson \
        binomial negative_binomial geometric hypergeometric logseries zipf multinomial dirichlet \
        shuffle permutation choice bytes random_raw; do
        report "--help: $method" 1 "$(grep -c -E "^  $method( |\$)" "$out")"
    done
    for option in seed size dtype p no-replace repr numpy long-bits help version; do
        report "--help: --$option" yes "$(grep -q -E "^  --$option(,| |\$)" "$out" && echo yes)"
    done
    help=$(cat "$out")
    for words in -h 'rand -h' '--help foo'; do
        run $words
        report "$words" "0 $help" "$? $(cat "$out")"
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
        check_no_memory choice 100000000 --no-replace
        ulimit -S -v "$unlimited"
    fi
}

# check_full WORD...: output that cannot be written, whether at the end or before.
check_full() {
    ${MESON_EXE_WRAPPER-} "$nprand" "$@" 2>"$err" >/dev/full
    report "$* >/dev/full" "1 nprand: cannot write to standard output: No space left on device" "$? $(cat "$err")"
}

check_file
check_one_line
check_help
check_version
check_entropy
check_out_of_memory
if [ -c /dev/full ]; then
    check_full --seed 0 rand 3
    check_full --seed 0 rand 20000 --repr
    check_full --help
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
