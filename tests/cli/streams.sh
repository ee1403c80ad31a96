#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# streams.sh NPRAND TOOLS: draws that follow each other, states, seed sequences, lists of words.
# TOOLS is the folder vectors/tools. Prints each check that fails, then how many passed and failed.
# The expected numbers are those of NumPy 1.24.2 and CPython 3.12.1, and of the tools in TOOLS.
set -eu

[ $# -eq 2 ] || { echo 'usage: streams.sh NPRAND TOOLS' >&2; exit 2; }
nprand=$1
tools=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
out=$folder/out
err=$folder/err
files=$folder/files
mkdir "$files"

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
status=0
run() {
    status=0
    ${MESON_EXE_WRAPPER-} "$nprand" "$@" >"$out" 2>"$err" </dev/null || status=$?
}

# gives WANTED WORD...: status 0, and nothing on stderr.
gives() {
    wanted=$1
    shift
    run "$@"
    report "$*" "0 $wanted" "$status $(cat "$out" "$err")"
}

# refuses MESSAGE WORD...: status 2, one line, no output and no file.
refuses() {
    wanted=$1
    shift
    run "$@"
    report "$*" "2 nprand: $wanted; files: " "$status $(cat "$err" "$out"); files: $(ls -A "$files")"
}

# on_one_line FILE
on_one_line() {
    tr '\n' '|' <"$1"
}

check_then() {
    gives '[0.5488135  0.71518937 0.60276338]
[3 7 9 3 5]' --seed 0 rand 3 then randint 10 --size 5
    # What stands before the first method is for all, and a draw may have another one.
    gives '[1.76405235 0.40015721]
[0.97873798 2.2408932 ]
0.2894858227644076
[-0.97727788  1.26611853]' --seed 0 --size 2 normal then normal then wald 1 2 --size '()' then standard_normal
    # The normal that is left over is that of the next draw.
    gives '1.764052345967664
0.4001572083672233' --seed 0 randn then normal
    gives '5
[0.84426575]' randint 10 then rand 1 --seed 0
    gives '0.5488135039273248
5
0' --seed 0 --format lines rand then randint 10 --size 2
    gives '["c", "b"]
[0.7151893663724195]' --seed 0 --format json choice a,b,c --no-replace --size 2 then rand 1
    # A word behind -- is a word.
    gives "['then' 'a' 'a']" --seed 0 -- choice then,a 3
    gives "['then' 'x']" --seed 0 -- shuffle x then
    gives '[0.60276338]' --seed 0 --skip 2 rand 1
    refuses 'then: it stands between two methods' --seed 0 rand then
    refuses 'then: it stands between two methods' then rand
    refuses 'then: it stands between two methods' rand then then rand
    refuses 'normal: scale < 0' --seed 0 rand then normal 0 -1 -o "$files/x.txt"
    refuses '--seed: one seed is for all draws' --seed 0 rand then rand --seed 1
    refuses '--seed: one seed is for all draws' rand then --seed 1 rand
    refuses '--gym-seed: one seed is for all draws' rand then --gym-seed 1 rand
    refuses "a method of NumPy is needed here, and this is a command: 'hist'" rand then hist rand
    refuses 'then: hist takes one draw' hist rand 3 then rand
    refuses 'then: verify takes one draw' verify x.npy --seed 0 rand then rand
    refuses 'explain: then: only draws follow each other' explain 0.5 then rand
    refuses "option given twice: '--size'" --size 2 normal --size 3
    refuses 'rand: --size: give the shape as arguments: '"'rand 2'" --size 2 normal then rand
}

check_outputs() {
    # Once for all: one after the other.
    run --seed 0 rand 2 then randint 10 --size 3 -o "$files/all.txt"
    report 'then -o all.txt' '0 0.5488135039273248|0.7151893663724195|3|3|7|' "$status $(on_one_line "$files/all.txt")"
    run --seed 0 -o "$files/all.bin" randint 256 --dtype uint8 --size 4 then randint 256 --dtype uint8 --size 4
    report 'then -o all.bin' '0 8' "$status $(wc -c <"$files/all.bin" | tr -d ' ')"
    # Once for each.
    run --seed 0 rand 2 -o "$files/a.npy" then randint 10 --size 3 -o "$files/b.csv" then rand -o -
    report 'then -o, each' '0 144 3|3|7| 0.4236547993389047' \
        "$status $(wc -c <"$files/a.npy" | tr -d ' ') $(on_one_line "$files/b.csv") $(cat "$out")"
    report 'files' 'a.npy all.bin all.txt b.csv ' "$(ls -A "$files" | tr '\n' ' ')"
    rm "$files"/*
    refuses 'then: npy holds one array: give each draw its own -o FILE' -o "$files/x.npy" rand then rand
    refuses 'then: npy holds one array: give each draw its own -o FILE' --format npy rand then rand
    refuses 'then: a file of JSON holds one array: give each draw its own -o FILE' \
        rand then rand -o "$files/x.json"
    refuses '--output: give it once for all draws, or once for each' \
        rand -o "$files/x.txt" then rand -o "$files/y.txt" then rand
    refuses "--output: two draws have the same file: '$files/x.txt'" \
        rand -o "$files/x.txt" then rand -o "$files/x.txt"
    refuses 'rand: --format csv: the array has more than 2 dimensions' \
        rand -o "$files/x.csv" then rand 2 2 2 -o "$files/y.csv"
    # What is shortened is told by the status also where it is not the last.
    run --seed 0 rand 2000 then rand 1
    report 'rand 2000 then rand 1' 3 "$status"
}

check_states() {
    state=$files/state.json
    whole='[0.5488135  0.71518937 0.60276338 0.54488318]'
    gives "$whole" --seed 0 rand 4
    gives '[0.5488135  0.71518937]' --seed 0 rand 2 --save-state "$state"
    gives '[0.60276338 0.54488318]' --state "$state" rand 2
    # The file may be its own successor.
    gives '0.6027633760716439' --state "$state" --save-state "$state" rand
    gives '0.5448831829968969' --state "$state" --save-state "$state" rand
    report 'state: files' 'state.json' "$(ls -A "$files")"
    # The normal that is left over.
    gives '1.764052345967664' --seed 0 --save-state "$state" normal
    gives '0.4001572083672233' --state "$state" normal
    # Without a draw: conversion. What Python wrote is read in NumPy's form and the other way.
    run python --seed 1 gauss --save-state "$files/python.json"
    report 'python --save-state' '[3, [' "$(cut -c 1-5 "$files/python.json")"
    gives '1.449445608699771' python --state "$files/python.json" gauss
    gives '' --state "$files/python.json" --save-state "$files/numpy.json"
    report '--save-state' '{"bit_generator": "MT19937", ' "$(cut -c 1-29 "$files/numpy.json")"
    gives '1.449445608699771' --state "$files/numpy.json" standard_normal
    gives '' python --state "$files/numpy.json" --save-state "$files/back.json"
    report 'python.json, back.json' same "$(cmp "$files/python.json" "$files/back.json" && echo same)"
    # get_state() as a list, with and without the normal.
    key=$(sed 's/.*"key": \(\[[^]]*\]\).*/\1/' "$files/numpy.json")
    printf '["MT19937", %s, 4, 1, 0.25]' "$key" >"$files/list.json"
    gives '0.25' --state "$files/list.json" standard_normal
    printf ' {"state": {"pos": 4, "key": %s}, "bit_generator": "MT19937"}\n' "$key" >"$files/short.json"
    gives '0.763774618976614' --state "$files/short.json" rand
    # Standard input and output.
    run --seed 0 --save-state -
    report '--save-state - | --state -' 0.5488135039273248 "$(${MESON_EXE_WRAPPER-} "$nprand" --state - rand <"$out")"
    run --seed 0 rand --save-state -
    report 'rand --save-state -' '0.5488135039273248 {"bit' "$(cut -c 1-18 "$out" | tr '\n' ' ' | cut -c 1-24)"
    rm "$files"/*
    refuses "--state: No such file or directory: '$folder/none'" --state "$folder/none" rand
    refuses 'give one of --seed, --seed-sequence, --gym-seed and --state' --state "$folder/none" --seed 1 rand
    refuses '--save-state: bytes go to standard output already: '"'-'" --seed 0 rand --format raw --save-state -
    refuses "--save-state: the draw goes to the same file: '$files/x.txt'" \
        --seed 0 rand -o "$files/x.txt" --save-state "$files/x.txt"
    refuses 'normal: scale < 0' --seed 0 normal 0 -1 --save-state "$files/x.json"
    printf '{"bit_generator": "PCG64"}' >"$folder/pcg"
    refuses "--state: no state of MT19937: byte 18: the generator is not MT19937: '$folder/pcg'" \
        --state "$folder/pcg" rand
    printf '[3, [1, 2], null]' >"$folder/short"
    run --state "$folder/short" rand
    report 'a state of 2 words' '2 1' "$status $(wc -l <"$err" | tr -d ' ')"
    # The output fails: the state stays as it was.
    if [ -c /dev/full ]; then
        printf old >"$files/s"
        ${MESON_EXE_WRAPPER-} "$nprand" --seed 0 rand --save-state "$files/s" 2>"$err" >/dev/full || status=$?
        report 'rand >/dev/full --save-state' '1 old s' "$status $(cat "$files/s") $(ls -A "$files")"
        rm "$files"/*
    fi
}

# The state after 1000 words of seed 42, as TOOL writes it, and the words that follow.
state_of() {
    sed -n 's/^seed=42 drawn=1000 .* state: //p' "$tools/$1.txt"
}

words_of() {
    sed -n 's/^seed=42 drawn=1000 words: \(.*\) doubles: .*/\1/p' "$tools/$1.txt"
}

# The bytes of hexadecimal digits.
bytes_of() {
    printf "$(awk '{
        for (i = 1; i < length($0); i += 2) {
            byte = 16 * index("123456789abcdef", substr($0, i, 1)) + index("123456789abcdef", substr($0, i + 1, 1))
            printf "\\%o%o%o", int(byte / 64), int(byte / 8) % 8, byte % 8
        }
    }')"
}

# continues TOOL FILE: the state in FILE is followed by the words that TOOL drew.
continues() {
    run --state "$2" random_raw 5 --format lines
    report "--state $2 of $1" "0 $(words_of "$1")" "$status $(tr '\n' ' ' <"$out" | sed 's/ $//')$(cat "$err")"
}

check_states_of_tools() {
    for tool in libstdcxx libcxx boost; do
        state_of "$tool" >"$files/$tool"
        continues "$tool" "$files/$tool"
    done
    # R: write(.Random.seed, file), dput() and dump().
    state_of r | tr ' ' '\n' >"$files/write"
    printf 'c(%sL)\n' "$(state_of r | sed 's/ /L, /g')" >"$files/dput"
    { echo '.Random.seed <-'; cat "$files/dput"; } >"$files/dump"
    for file in write dput dump; do
        continues r "$files/$file"
    done
    sed 's/^c(10403L, 376L, [-0-9]*L/c(10403L, 376L, NA/' "$files/dput" >"$files/na"
    continues r "$files/na"
    for tool in torch gsl; do
        [ "$tool" = torch ] || [ "$(getconf LONG_BIT 2>/dev/null)" = 64 ] || continue
        state_of "$tool" | bytes_of >"$files/$tool"
        continues "$tool" "$files/$tool"
    done
    sed 's/10403L/10404L/' "$files/dput" >"$folder/kind"
    sed 's/, [^,]*)/)/' "$files/dput" >"$folder/short_r"
    sed 's/376L/376.5/' "$files/dput" >"$folder/half"
    sed 's/ [0-9]*$/ 625/' "$files/libstdcxx" >"$folder/pos"
    rm "$files"/*
    refuses "--state: no .Random.seed of Mersenne-Twister: state is not that of a seeded MT19937: '$folder/kind'" \
        --state "$folder/kind" rand
    refuses "--state: no .Random.seed of Mersenne-Twister: state has another number of elements or bytes: '$folder/short_r'" \
        --state "$folder/short_r" rand
    refuses "--state: no .Random.seed: element 2 is no integer of R: '$folder/half'" --state "$folder/half" rand
    refuses "--state: no state of MT19937: byte $(($(wc -c <"$folder/pos") - 4)): the position is outside 0..624: '$folder/pos'" \
        --state "$folder/pos" rand
}

check_sequences() {
    gives '[0.61078592 0.82475064]' --seed-sequence 12345 --spawn-key 1,2 rand 2
    gives '[0.64831225 0.3664102 ]' --seed-sequence 1180591620717411303424,3 \
        --spawn-key 1,1099511627776 --pool-size 8 rand 2
    gives '[0.64831225 0.3664102 ]' --seed-sequence '[0x400000000000000000, 3]' \
        --spawn-key '(1, 0x100_0000_0000)' --pool-size 8 rand 2
    refuses "--seed-sequence: expected non-negative integer: '-1'" --seed-sequence -1 rand
    refuses "--seed-sequence: not an integer: 'x'" --seed-sequence 1,x rand
    refuses "--spawn-key: not an integer: '1.5'" --seed-sequence 1 --spawn-key 1.5 rand
    refuses '--spawn-key: only with --seed-sequence' --spawn-key 1 rand
    refuses '--pool-size: only with --seed-sequence' --seed 1 --pool-size 8 rand
    refuses "--pool-size: The size of the entropy pool should be at least 4: '3'" \
        --seed-sequence 1 --pool-size 3 rand
    # CartPole's first observation after env.seed(42): the array of seeds is of SHA-512 of the digits.
    gives '[-0.01258566 -0.00156614  0.04207708 -0.00180545]' --gym-seed 42 uniform -.05 .05 4
    for seeds in '0 547404849,309914516' '18446744073709551615 40377643,2134744029'; do
        run --seed "${seeds#* }" rand 2 --repr
        gives "$(cat "$out")" --gym-seed "${seeds%% *}" rand 2 --repr
    done
    refuses "--gym-seed: not in 0 to 2**64 - 1: '-1'" --gym-seed -1 rand
    refuses '--seed-sequence: releases before 1.17 have no SeedSequence' --seed-sequence 1 --numpy 1.16 rand
}

check_words() {
    gives "['red' 'green' 'red' 'green' 'green']" --seed 0 choice red,green,blue --size 5
    gives red --seed 0 choice red,green,blue
    gives "['green' 'green' 'green' 'green' 'red']" --seed 0 choice red,green,blue 5 --p .5,.25,.25
    gives "['blue' 'green' 'red']" --seed 0 choice red,green,blue 3 --no-replace
    gives "[[\"it's\" \"it's\"]
 ['red' \"it's\"]]" --seed 0 choice "red,it's" 2x2 --skip 1
    gives 'a b
"say ""hi"""' --seed 0 shuffle 'say "hi"' 'a b' --format csv
    gives '["\u00e9\u732b"]' --seed 0 choice '[é猫]' 1 --format json
    # As Python's repr(): a soft hyphen and a byte that is no UTF-8 have no picture.
    gives "['é' '\udcff' '\xad']" --seed 1 shuffle é "$(printf '\302\255')" "$(printf '\377')"
    gives '["\u00e9", "\udcff", "\u00ad"]' --seed 1 --format json shuffle é "$(printf '\302\255')" "$(printf '\377')"
    gives '[1.5 2.  1.5 2. ]' --seed 0 choice 1.5,2,3 4
    gives '[30 20 10]' --seed 0 permutation 10,20,30
    refuses 'choice: --format: raw and npy hold numbers, and this draw gives words' \
        --seed 0 choice a,b 3 -o "$files/x.npy"
    refuses 'choice: --dtype: the result is str: '"'float32'" choice a,b 3 --dtype float32
    refuses "choice: 'a' and 'p' must have same size" choice a,b,c --p 1,0
    refuses 'choice: a must be greater than 0 unless no samples are taken' choice '[]'
}

check_multivariate_normal() {
    run --seed 0 multivariate_normal 0,1 '[[2, .5], [.5, 1]]' 3 --format lines
    if grep -q 'without LAPACK' "$err"; then
        echo 'not checked: multivariate_normal, this nprand was built without LAPACK'
        report 'multivariate_normal' '2 1' "$status $(wc -l <"$err" | tr -d ' ')"
        return
    fi
    wanted='-2.557601|0.326283|-2.106967|2.287064|-2.230294|-0.865729|'
    report 'multivariate_normal' "0 $wanted" "$status $(awk '{ printf "%.6f|", $1 }' "$out")"
    run --seed 0 multivariate_normal 0,1 '2,.5;.5,1' 70000 --format lines
    tail -n 2 "$out" >"$folder/last"
    report 'multivariate_normal, chunks' '140000' "$(wc -l <"$out" | tr -d ' ')"
    run --seed 0 randn 139998 --quiet --save-state "$folder/s" --summary
    run --state "$folder/s" multivariate_normal 0,1 '2,.5;.5,1' 1 --format lines
    report 'multivariate_normal, the last row' "$(awk '{ printf "%.6f|", $1 }' "$folder/last")" \
        "$(awk '{ printf "%.6f|", $1 }' "$out")"
    run --seed 0 multivariate_normal 0,1 '1,2;2,1'
    report 'multivariate_normal, not a covariance' \
        '0 nprand: multivariate_normal: warning: covariance is not symmetric positive-semidefinite.' \
        "$status $(cat "$err")"
    run --seed 0 multivariate_normal 0,1 2,.5,.5,1 3 --format lines
    report 'multivariate_normal, a flat list' "0 $wanted" "$status $(awk '{ printf "%.6f|", $1 }' "$out")"
    run --seed 0 multivariate_normal 0,1 '[2,.5,.5,1]' 3 --format lines
    report 'multivariate_normal, one list' "0 $wanted" "$status $(awk '{ printf "%.6f|", $1 }' "$out")"
    run --seed 0 multivariate_normal 0,1 '((2,.5),(.5,1))' 3 --format lines
    report 'multivariate_normal, tuples' "0 $wanted" "$status $(awk '{ printf "%.6f|", $1 }' "$out")"
    run --seed 0 multivariate_normal 0 1 2 --format lines
    report 'multivariate_normal 0 1' '0 1.764052|0.400157|' "$status $(awk '{ printf "%.6f|", $1 }' "$out")"
    for cov in '1,2' '1,2,3;4,5,6' '[[1,2],[3,4]' '[[1,2],3]' '' '1,x;2,3' '[[[1,0],[0,1]]]' ']1,0;0,1[' '[[1,0] x [0,1]]' \
        '1,0;0,1;0,0' '1,0;0,1,0' '[[1,0]][[0,1]]' '[[1,0],[0,1]][]' '[[1,0]][,[0,1]]'; do
        run multivariate_normal 0,1 "$cov"
        report "multivariate_normal 0,1 '$cov'" '2 1 0' \
            "$status $(wc -l <"$err" | tr -d ' ') $(wc -c <"$out" | tr -d ' ')"
    done
}

check_then
check_outputs
check_states
check_states_of_tools
check_sequences
check_words
check_multivariate_normal

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
