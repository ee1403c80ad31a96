#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# corners.sh NPRAND: corners of histograms, states, verify and explain that corners.txt has no form for. Prints each
# check that fails, then how many passed and failed.
set -u

[ $# -eq 1 ] || { echo 'usage: corners.sh NPRAND' >&2; exit 2; }
nprand=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1

passed=0
failed=0

# report NAME WANTED GOT
report() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
        return
    fi
    failed=$((failed + 1))
    printf 'FAILED: nprand %s\nexpected:\n%s\ngot:\n%s\n' "$1" "$2" "$3"
}

# In a cross build meson names the emulator in MESON_EXE_WRAPPER: a command and its arguments.
run() {
    status=0
    ${MESON_EXE_WRAPPER-} "$nprand" "$@" >out 2>err </dev/null || status=$?
}

# curve WANTED WORD...: whether the histogram has the numbers that are expected. Densities that no curve can show, and
# sums over too many terms, have none.
curve() {
    wanted=$1
    shift
    run hist --seed 0 --quiet "$@" --size 1000 --ascii
    has=no
    ! grep -q 'count  *expected' out || has=yes
    report "hist $*" "0 $wanted " "$status $has $(cat err)"
}

check_curves() {
    for words in 'gamma 2' 'beta 2 3' 'f 9 9' 'standard_t 3' 'chisquare 3' 'weibull 2' 'power 2' 'pareto 2' \
        'poisson 4' 'binomial 9 .5' 'negative_binomial 9 .5' 'hypergeometric 9 9 5' 'noncentral_chisquare 3 2'; do
        curve yes $words
    done
    for words in 'gamma .001' 'gamma 1e307' 'beta .001 1' 'beta 1e307 1e307' 'f .01 9' 'f 1e307 9' 'standard_t .01' \
        'standard_t 1e308' 'power .001' 'power inf' 'negative_binomial 1e307 .5'; do
        curve no $words
    done
    for words in 'chisquare .01' 'beta 1 .01' 'noncentral_chisquare 1 1e9' 'noncentral_f 1 1 1e9' 'poisson 1e12' \
        'binomial 1000000000000 .5' 'negative_binomial 1e12 .5' 'hypergeometric 1000000000000 1000000000000 5' \
        'choice 1,2,3'; do
        curve no $words
    done
    for dtype in bool int8 uint8 int16 uint16 int32 uint32 int64 uint64; do
        curve yes randint 0 2 --dtype $dtype
    done
    curve yes randint 0 9223372036854775808
    curve yes random_sample --dtype float32
    curve yes binomial 100000000000 .5
    # Values that are edges: each one is in a bin.
    run hist --seed 0 choice 0.1,0.2,0.3,0.4,0.5,0.6,0.7 --size 1000 --ascii
    report 'hist of values that are edges' '0 1000' \
        "$status $(awk '/^from/ {on = 1; next} /^$/ {on = 0} on {s += $2} END {print s}' out)"
}

check_titles() {
    run --seed 0 --save-state 'a&b<c>"é.json'
    run hist --quiet --state 'a&b<c>"é.json' rand 100 --svg x.svg
    report 'hist, a title with marks' "0 Histogram: nprand --state 'a&amp;b&lt;c&gt;\"??.json' rand 100" \
        "$status $(sed -n 's/.*<title id[^>]*>\(.*\)<.title>.*/\1/p' x.svg)"
    name=$(printf 'a\001\177b')
    run --seed 0 --save-state "$name"
    run hist --quiet --state "$name" rand 3 --ascii
    report 'hist, a title with control characters' '0 nprand --state a??b rand 3' "$status $(head -n 1 out)"
    run hist --quiet --seed 0 choice "$(seq -s , 1 60)" --size 100 --svg x.svg
    report 'hist, a long title' '0 22,23,24,25...' \
        "$status $(sed -n 's/.*<title id[^>]*>\(.*\)<.title>.*/\1/p' x.svg | tail -c 15)"
    run hist --quiet --seed 0 --skip 1 --numpy 1.24 rand 100 --ascii
    report 'hist, options in the title' '0 nprand --seed 0 --skip 1 --numpy 1.24 rand 100' "$status $(head -n 1 out)"
    run hist --quiet --seed-sequence 5 rand 100 --ascii
    report 'hist, a sequence' '0 nprand --seed-sequence 5 rand 100' "$status $(head -n 1 out)"
    run hist --quiet --gym-seed 5 rand 100 --ascii
    report 'hist, a seed of gym' '0 nprand --gym-seed 5 rand 100' "$status $(head -n 1 out)"
    run hist --quiet rand 100 --ascii
    report 'hist, no seed' '0 nprand rand 100  (no seed)' "$status $(head -n 1 out)"
    run hist --seed 0 choice a,b 5
    report 'hist of words' '2 nprand: hist: choice: words have no histogram' "$status $(cat out err)"
}

# state TEXT PROBLEM: what a file of that text is refused with.
state() {
    printf '%s' "$1" >s
    run --state s rand
    report "--state of '$1'" "2 nprand: --state: $2: 's'" "$status $(cat out err)"
}

# A row of as many elements as a chunk has, and the row after it. The numbers are those of NumPy 2.4.
check_long_rows() {
    run --seed 0 dirichlet "$(printf '%065535d' 0 | sed 's/0/1,/g')1" 2 --format lines
    report 'dirichlet, 65536 numbers' '0 131072 7.247204957034765e-06 4.359766847190044e-05 2.557334926259077e-06 ' \
        "$status $(wc -l <out | tr -d ' ') $(tail -n 3 out | tr '\n' ' ')"
}

check_states() {
    state '' 'no state of MT19937: byte 0: the text is empty'
    state '  ' 'no state of MT19937: byte 2: the text is empty'
    state x 'no state of MT19937: byte 0: a value is needed here'
    state '[' 'no state of MT19937: byte 1: the text ends before the state does'
    state '[ ' 'no state of MT19937: byte 2: the text ends before the state does'
    state '[x' 'no state of MT19937: byte 1: a value is needed here'
    state ' [3' 'no state of MT19937: byte 3: the text ends before the state does'
    state 1x 'no state of MT19937: byte 0: a number from 0 to 2^32 - 1 is needed here'
    for text in 'c(1,99999999999)' 'c(1,-99999999999)' 'c(1,x' 'c(1,2.5)'; do
        state "$text" 'no .Random.seed: element 2 is no integer of R'
    done
    # printf takes the octal digits: %s would not.
    for start in '\200\004\225 a pickle' '\223NUMPY an .npy file' 'PK\003\004 an archive, such as .npz'; do
        printf "${start%% a*}" >s
        run --state s rand
        report "--state of '$start'" \
            "2 nprand: --state: a${start#* a}: Python can write the state as JSON; see docs/states.md: 's'" \
            "$status $(cat out err)"
    done
    state 'c(1,2' 'no .Random.seed of Mersenne-Twister: state has another number of elements or bytes'
    # Blanks before an element that is one too many do not belong to it.
    state "[3,[$(printf '%0625d' 0 | sed 's/0/1,/g')   7],null]" \
        'no state of MT19937: byte 1257: the list has too many elements from here on'
    state 'c(NAx)' 'no .Random.seed: element 1 is no integer of R'
    state '.Random.seed <- c(' 'no .Random.seed of Mersenne-Twister: state has another number of elements or bytes'
    seq 1 700 >s
    run --state s rand
    report '--state of 700 numbers' '2 1' "$status $(wc -l <err | tr -d ' ')"
    head -c 17000000 /dev/zero >s
    run --state s rand
    report '--state, too long' "2 nprand: --state: too long for a state: 's'" "$status $(cat out err)"
}

check_verify() {
    run --seed 0 rand 300 -o x.npy
    report 'verify - <x.npy' '0 equal: 300 values, to the last bit' \
        "0 $("$nprand" verify - --format npy --seed 0 rand 300 <x.npy)"
    report 'cat x.npy | verify -' 'equal: 300 values, to the last bit' \
        "$(cat x.npy | "$nprand" verify - --format npy --seed 0 rand 300)"
    run verify x.npy --quiet --seed 0 rand 300
    report 'verify --quiet' 0 "$status"
    run --seed 0 --save-state s
    run verify x.npy --state s rand 300
    report 'verify --state' '0 equal: 300 values, to the last bit' "$status $(cat out err)"
    run --gym-seed 3 rand 3 -o g.npy
    run verify g.npy --gym-seed 3 rand
    report 'verify --gym-seed' '0 equal: 3 values, to the last bit' "$status $(cat out err)"
    run --seed-sequence 3 rand 3 -o g.npy
    run verify g.npy --seed-sequence 3 rand
    report 'verify --seed-sequence' '0 equal: 3 values, to the last bit' "$status $(cat out err)"
    # As numpy.savetxt(fmt='%+04d') writes them.
    printf '%s\n' +002 +005 -010 -007 -007 -003 -001 +009 +008 >i.txt
    run verify i.txt --seed 0 randint -10 10
    report 'verify, integers with signs' '0 equal: 9 values' "$status $(cat out err)"
    name=$(printf 'a\001b.txt')
    printf 'x\n' >"$name"
    run verify "$name" --seed 0 rand
    report 'verify, a name with a control character' "2 nprand: verify: a?b.txt, line 1: not a number: 'x'" \
        "$status $(cat out err)"
    # The mark of UTF-8, whole and cut off.
    printf '\357\273\2770.5488135039273248\n' >u.txt
    run verify u.txt --seed 0 rand
    report 'verify, the mark of UTF-8' '0 equal: 1 value, to the last bit' "$status $(cat out err)"
    printf '\357\2730.5\n' >u.txt
    run verify u.txt --seed 0 rand
    report 'verify, half a mark' '2 1' "$status $(wc -l <err | tr -d ' ')"
    for version in 0 4; do
        { printf '\223NUMPY'; printf "\\$version"; tail -c +8 x.npy; } >v.npy
        run verify v.npy --seed 0 rand
        report "verify, .npy of version $version" '2 1' "$status $(wc -l <err | tr -d ' ')"
    done
}

check_explain() {
    # explain WANTED WORD...: the status and the first line.
    while IFS='|' read -r wanted words; do
        run explain $words
        report "explain $words" "$wanted" "$status $(cat out err | head -n 1)"
    done <<'END'
2 nprand: explain: not a number as programs print them: 'x'|x --seed 0
2 nprand: explain: not a number as programs print them: '0x'|0x --seed 0
2 nprand: explain: not a number as programs print them: '1e'|1e --seed 0
2 nprand: explain: not a number as programs print them: '.'|. --seed 0
2 nprand: explain: numbers are arguments here; from standard input: nprand explain $(cat): '-'|- --seed 0
END
}

# Threads change no value: fills that are cut, one whole call, lists as parameters.
check_threads() {
    run --seed 0 --threads 2 rand
    if grep -q 'built without threads' err; then
        echo 'skipped: threads, which this build does not have'
        return
    fi
    for words in 'rand 70000' 'normal 0,1 1 --size 40000x2' 'permutation 70000' 'multinomial 20 .2,.3,.5 --size 30000' \
        'randint 0 100,50,200,100 --dtype uint8 --size 20000x4' 'rand 3 then randint 5'; do
        run --seed 0 $words --format raw
        mv out one
        run --seed 0 --threads 2 $words --format raw
        report "--threads 2 $words" "0 $(cksum <one)" "$status $(cksum <out)"
    done
}

# The quotes are chosen by the bytes of all chunks. The sum is that of NumPy 1.24.2's repr().
check_bytes() {
    run --seed 0 bytes 200000
    report 'bytes 200000' '0 1523992519 573825' "$status $(cksum <out)"
}

# Bytes and text in one place, in either order.
check_formats() {
    run --seed 0 rand 1 --format raw then rand 1 --format lines
    report 'rand --format raw then rand --format lines' '0 27 0.7151893663724195' \
        "$status $(wc -c <out | tr -d ' ') $(tail -c +9 out)"
    run --seed 0 rand 1 --format lines then rand 1 --format raw then rand 1 --format csv
    report 'rand, lines then raw then csv' '0 46 0.6027633760716439' "$status $(wc -c <out | tr -d ' ') $(tail -c 19 out)"
}

# Chunks end within a word: its other values come first in the next one. The sums are those
# of NumPy 2.5.5.
check_chunks() {
    run --seed 0 randint 0 100 --dtype int8 --size 300001 --format raw
    report 'randint of int8, chunks' '0 23340820 300001' "$status $(cksum <out)"
    run --seed 0 randint 0 1000 --dtype '<i2' --size 300001 --format raw
    report 'randint of int16, chunks' '0 3338974028 600002' "$status $(cksum <out)"
}

# All that is refused is refused before the first draw is written.
check_order() {
    run --seed 0 rand 200000 --format lines then normal 0 1,-1
    report 'rand then normal 0 1,-1' '2 0 nprand: normal: scale < 0' "$status $(wc -c <out | tr -d ' ') $(cat err)"
    if grep -q '^MemAvailable:' /proc/meminfo 2>/dev/null; then
        run --seed 0 --dtype int8 randint 0 5,6 --size 100000000000000x2
        report 'randint of much memory' '1 nprand: randint: needs 3400000000000000 bytes of memory' \
            "$status $(cut -d , -f 1 err)"
    fi
}

check_help() {
    for words in '1 normal' '1 random_integers' '0 rand'; do
        run help "${words#* }"
        report "help ${words#* }, lists" "0 ${words% *}" "$status $(grep -c '^  lists ' out)"
    done
}

# A header that would end at a multiple of 64 bytes without its line end; a name that has no room for that of the
# temporary file.
check_files() {
    run --seed 0 rand 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 --format npy
    report 'rand, 15 dimensions of 1' '0 200' "$status $(wc -c <out | tr -d ' ')"
    run --seed 0 rand -o "$(printf '%02020d' 0 | sed 's,0,./,g')x.txt"
    report 'rand -o, a long path' '1 1 no' "$status $(wc -l <err | tr -d ' ') $([ -e x.txt ] && echo yes || echo no)"
}

check_threads
check_chunks
check_order
check_help
check_files
check_bytes
check_formats
check_curves
check_titles
check_long_rows
check_states
check_verify
check_explain
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
