#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# verify.sh NPRAND BROKEN: the commands nprand verify and nprand selftest. BROKEN is the command NPRAND
# with one wrong hash in its table. Prints each case that fails, then how many passed and failed.
set -eu

if [ $# -ne 2 ]; then
    echo "usage: verify.sh NPRAND BROKEN" >&2
    exit 2
fi
absolute() {
    echo "$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"
}
nprand=$(absolute "$1")
broken=$(absolute "$2")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
passed=0
failed=0

# In a cross build meson names the emulator in MESON_EXE_WRAPPER: a command and its arguments.
run() {
    status=0
    ${MESON_EXE_WRAPPER-} "$nprand" "$@" >out 2>err || status=$?
}

# report NAME WANTED GOT
report() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
        return
    fi
    failed=$((failed + 1))
    printf 'FAILED: %s\nexpected:\n%s\ngot:\n%s\n' "$1" "$2" "$3"
}

# lines TEXT: with / between the lines, and without the carriage returns of Windows.
lines() {
    tr -d '\r' <"$1" | tr '\n' '/'
}

# make FILE WORD...: a file of the draw.
make() {
    file=$1
    shift
    run --seed 0 "$@" -o "$file"
    report "$* -o $file" "0 " "$status $(cat out err)"
}

# same TEXT WORD...: equal, and TEXT says so; nothing on stderr.
same() {
    wanted=$1
    shift
    run verify "$@"
    report "verify $*" "0 equal$wanted/ " "$status $(lines out) $(cat err)"
}

# other TEXT WORD...: TEXT says what differs.
other() {
    wanted=$1
    shift
    run verify "$@"
    report "verify $*" "1 $wanted/ " "$status $(lines out) $(cat err)"
}

# refused TEXT WORD...: one line on stderr, nothing on stdout.
refused() {
    wanted=$1
    shift
    run verify "$@"
    report "verify $*" "2  nprand: verify: $wanted/" "$status $(cat out) $(lines err)"
}

# standard_input TEXT: the next run reads TEXT.
standard_input() {
    printf '%b' "$1" >text
    exec <text
}

# npy NAME VERSION HEADER [ZEROS]: a file with that header, and bytes that are 0.
npy() {
    length=$(printf '%s' "$3" | wc -c)
    {
        # shellcheck disable=SC2059
        printf "\\223NUMPY\\00$2\\000$(printf '\\%03o\\%03o' $((length % 256)) $((length / 256)))"
        [ "$2" = 1 ] || printf '\000\000'
        printf '%s' "$3"
        [ "${4-0}" = 0 ] || dd if=/dev/zero bs=1 count="$4" 2>/dev/null
    } >"$1"
}

# piped FILE TEXT: the .npy file through a pipe is refused with TEXT.
piped() {
    status=0
    # shellcheck disable=SC2002
    cat "$1" | ${MESON_EXE_WRAPPER-} "$nprand" verify - --format npy --seed 0 rand >out 2>err || status=$?
    report "verify - <pipe of $1" "2  nprand: verify: $2/" "$status $(cat out) $(lines err)"
}

# NumPy pads the header with blanks to a multiple of 64 bytes.
check_header() {
    make x.npy rand 2
    report "x.npy: the header" "$(printf '%-117s' "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }")" \
        "$(head -c 127 x.npy | tail -c 117 | tr '\0' '?')"
}

check_formats() {
    for ending in npy txt csv json bin; do
        make "x.$ending" rand 3
        same ": 3 values, to the last bit" "x.$ending" --seed 0 rand
        same ": 3 values, to the last bit" "x.$ending" --seed 0 rand 3
        make "x.$ending" normal 10 2 --size 40x3
        same ": 120 values, to the last bit" "x.$ending" --seed 0 normal 10 2
        same ": 120 values, to the last bit" "x.$ending" --seed 0 normal 10 2 --size 40x3
        # Lists as parameters have a shape of their own.
        make "x.$ending" normal 0,10,20 '[[1],[2]]'
        same ": 6 values, to the last bit" "x.$ending" --seed 0 normal 0,10,20 '[[1],[2]]'
        make "x.$ending" poisson 1,2,3 2x3
        same ": 6 values" "x.$ending" --seed 0 poisson 1,2,3 2x3
        make "x.$ending" randint -9 5 --size 40
        same ": 40 values" "x.$ending" --seed 0 randint -9 5
        make "x.$ending" multinomial 20 .2,.3,.5 --size 4
        same ": 12 values" "x.$ending" --seed 0 multinomial 20 .2,.3,.5
        make "x.$ending" choice 100 20 --no-replace
        same ": 20 values" "x.$ending" --seed 0 choice 100 --no-replace
        make "x.$ending" randint 100 --dtype int8 --size 70000
        same ": 70000 values" "x.$ending" --seed 0 randint 100 --dtype int8
        make "x.$ending" rand 5 --dtype float32 --skip 7
        same ": 5 values, to the last bit" "x.$ending" --seed 0 rand --dtype float32 --skip 7
    done
    for type in bool int8 int16 int32 int64 uint8 uint16 uint32 uint64; do
        make x.npy randint 2 --dtype $type --size 2x2x2 --byte-order big
        same ": 8 values" x.npy --seed 0 randint 2 --dtype $type
    done
    make x.bin normal --size 9 --byte-order big
    same ": 9 values, to the last bit" x.bin --seed 0 normal --byte-order big
    make x.bin bytes 10
    same ": 10 values" x.bin --seed 0 bytes 10
    make x.npy rand
    same ": 1 value, to the last bit" x.npy --seed 0 rand
    make x.npy permutation 9
    same ": 9 values" x.npy --seed 0 permutation 9
    make x.npy rand 0 3
    same ": 0 values, to the last bit" x.npy --seed 0 rand
}

# The print of NumPy, and other texts with fewer digits.
check_texts() {
    standard_input '[0.5488135  0.71518937 0.60276338]\n'
    same " to the digits printed: 3 values/3 values in the file are rounded, to 7 to 8 digits" - --seed 0 rand
    standard_input '5.488135039273247529e-01 7.151893663724194772e-01\r\n'
    same ": 2 values, to the last bit" - --seed 0 rand
    standard_input '0.55\n0.5488135039273248e0\n'
    other "different: 1 of 2 values/the first difference: at [1], line 2: the file has 0.5488135039273248e0, the draw 0.7151893663724195/the largest difference: more than 1000000 ULP, which is no matter of rounding/1 value in the file is rounded, to 2 digits" \
        - --seed 0 rand
    standard_input '# x\n\n0.549, 0.7151893664\n'
    same " to the digits printed: 2 values/2 values in the file are rounded, to 3 to 10 digits" - --seed 0 rand
    standard_input '5.49e-01\n7.2e-1\n'
    same " to the digits printed: 2 values/2 values in the file are rounded, to 2 to 3 digits" - --seed 0 rand
    # A line of a list may begin with a comma, a line without a list may not.
    standard_input '[0.5488135039273248\n, 0.7151893663724195]\n'
    same ": 2 values, to the last bit" - --seed 0 rand
    standard_input '0.54\n'
    run verify - --seed 0 rand
    report "a digit that is cut off" "1 different: 1 of 1 value" "$status $(tr -d '\r' <out | head -n 1)"
    standard_input '5.000e+00\n0\n3.0\n'
    same ": 3 values" - --seed 0 randint 10
    standard_input '[False, true, 1, 0.0]'
    run verify - --seed 0 randint 2 --dtype bool
    report "bools" "1 different: 2 of 4 values" "$status $(tr -d '\r' <out | head -n 1)"
    standard_input '[nan, NaN]'
    same ": 2 values, to the last bit" - --seed 0 normal nan
    standard_input '\357\273\2770.5488135039273248\n'
    same ": 1 value, to the last bit" - --seed 0 rand
}

check_differences() {
    make x.csv randint 10 --size 2x3
    other "different: 5 of 6 values/the first difference: at [0, 1], line 1: the file has 0, the draw 8" \
        x.csv --seed 1 randint 10 --size 2x3
    make x.json randint 10 --size 2x3
    other "different: 5 of 6 values/the first difference: at [0, 1], line 1: the file has 0, the draw 8" \
        x.json --seed 1 randint 10
    make x.npy randint 10 --size 2x1x3
    other "different: 5 of 6 values/the first difference: at [0, 0, 1]: the file has 0, the draw 8" \
        x.npy --seed 1 randint 10
    standard_input '0.5488135039273248\n0.7151893663724199\n'
    other "different: 1 of 2 values/the first difference: at [1], line 2: the file has 0.7151893663724199, the draw 0.7151893663724195/the largest difference: 4 ULP" \
        - --seed 0 rand
    standard_input '-5e-324\n'
    other "different: 1 of 1 value/the first difference: at [0], line 1: the file has -5e-324, the draw 0.0/the largest difference: 2 ULP" \
        - --seed 0 uniform 0 0
    standard_input '-0.0\n'
    other "different: 1 of 1 value/the first difference: at [0], line 1: the file has -0.0, the draw 0.0/the largest difference: 1 ULP" \
        - --seed 0 uniform 0 0
    standard_input 'nan\n'
    other "different: 1 of 1 value/the first difference: at [0], line 1: the file has nan, the draw 0.5488135039273248/NaN stands in one of the two alone: 1 time" \
        - --seed 0 rand
}

check_texts_refused() {
    while read -r text words <&3; do
        standard_input "$text"
        # shellcheck disable=SC2086
        run verify - --seed 0 $words
        report "verify - $words: $text" "2  1" "$status $(cat out) $(wc -l <err | tr -d ' ')"
    done 3<<'TEXTS'
0.5488135039273248,\n rand
,0.5488135039273248\n rand
0.5488135039273248\n,0.7151893663724195\n rand
0.5488135039273248,,0.7151893663724195\n rand
[0.5488135039273248 rand
[0.5488135039273248]] rand
[0.5488135039273248,] rand
[[0.5488135039273248],0.7151893663724195] rand
[0.5488135039273248,[0.7151893663724195]] rand
[[0.5488135039273248],[]] rand
[0.5488135039273248][0.7151893663724195] rand
[0.5488135039273248\n...] rand
[0.5488135039273248] rand --size 2
[[0.5488135039273248]] rand 1
0x1.8p-1\n rand
5x\n randint 10
x\n rand
0.5488135039273248\0000\n rand
"0.5488135039273248"\n rand
0,5488135039273248;\n rand
\n rand
[] rand
0.5488135039273248\n rand 2
0.5488135039273248\n0.7151893663724195\n rand 1
4\n multinomial 20 .5,.5
[[4,7]] multinomial 20 .2,.3,.5
[4,7,9] multinomial 20 .2,.3,.5
TEXTS
    standard_input '0.5 y\n'
    refused "standard input, line 1: not a number: 'y'" - --seed 0 rand
    standard_input "$(printf '%0401d' 0)"
    refused "standard input, line 1: a number of more than 400 characters" - --seed 0 rand
    standard_input "$(printf '%65s' '' | tr ' ' '[')"
    refused "standard input, line 1: more than 64 lists in each other" - --seed 0 rand
}

check_npy_accepted() {
    npy x.npy 1 '{"shape":(2,),"fortran_order":False,"descr":"<f8"}' 16
    same ": 2 values, to the last bit" x.npy --seed 0 normal 0 0
    npy x.npy 2 "{'descr': '>f8', 'fortran_order': True, 'shape': (1L, 2L,), }   " 16
    same ": 2 values, to the last bit" x.npy --seed 0 normal 0 0
    npy x.npy 3 "{'descr': '|i1', 'fortran_order': False, 'shape': (), }" 1
    same ": 1 value" x.npy --seed 0 randint 1 --dtype int8
    exec <x.npy
    same ": 1 value" - --format npy --seed 0 randint 1 --dtype int8
    npy x.npy 1 "{'descr': '|b1', 'fortran_order': False, 'shape': (1,), }" 0
    printf '\002' >>x.npy
    other "different: 1 of 1 value/the first difference: at [0]: the file has 2, the draw 0" \
        x.npy --seed 0 randint 1 --dtype bool
    # In Fortran's order: of 0 to 5 in 2 rows, the columns.
    npy x.npy 1 "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3), }" 0
    printf '\254\057\012\252\177\304' >>x.npy
    run --seed 0 randint 256 --size 2x3 --dtype uint8 --format raw
    report "the bytes in C's order" "ac0a7f8c2faa" "$(od -A n -t x1 out | tr -d ' \n')"
    other "different: 3 of 6 values/the first difference: at [1, 0]: the file has 47, the draw 140" \
        x.npy --seed 0 randint 256 --dtype uint8
}

# The file has 16 bytes of elements.
check_npy_refused() {
    while IFS=@ read -r header words; do
        npy x.npy 1 "$header" 16
        # shellcheck disable=SC2086
        run verify x.npy --seed 0 ${words:-rand}
        report "verify: $header" "2  1" "$status $(cat out) $(wc -l <err | tr -d ' ')"
    done <<'HEADERS'
{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }
{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }
{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }@rand 3
{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }@rand 1 2
{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }@randint 5
{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }@rand --dtype float32
{'descr': '<f8', 'fortran_order': False, 'shape': (2), }
{'descr': '<f8', 'fortran_order': False, 'shape': (02,), }
{'descr': '<f8', 'fortran_order': False, 'shape': (-2,), }
{'descr': '<f8', 'fortran_order': False, 'shape': (2.,), }
{'descr': '<f8', 'fortran_order': False, 'shape': (2 1), }
{'descr': '<f8', 'fortran_order': False, 'shape': (,), }
{'descr': '<f8', 'fortran_order': False, 'shape': [2], }
{'descr': '<f8', 'fortran_order': False, 'shape': (18446744073709551618,), }
{'descr': '<f8', 'fortran_order': False, 'shape': (9223372036854775808,), }
{'descr': '<f8', 'fortran_order': False, 'shape': (4294967296, 4294967296), }
{'descr': '<f8', 'fortran_order': False, 'shape': (0, 4294967296, 4294967296), }
{'descr': '<f8', 'fortran_order': False, 'shape': (1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,2), }
{'descr': '<f8', 'fortran_order': 0, 'shape': (2,), }
{'descr': '<f8', 'fortran_order': False, }
{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (2,), }
{'descr': '<f8', 'fortran_order': False, 'shape': (2,), 'x': 1, }
{'descr': '<f8' 'fortran_order': False, 'shape': (2,), }
{'descr': '<f8', 'fortran_order': False, 'shape': (2,), } x
{'descr': '<f8', 'fortran_order': False, 'shape': (2,),
{'descr': '=f8', 'fortran_order': False, 'shape': (2,), }
{'descr': '|f8', 'fortran_order': False, 'shape': (2,), }
{'descr': 'f8', 'fortran_order': False, 'shape': (2,), }
{'descr': '<>f8', 'fortran_order': False, 'shape': (2,), }
{'descr': '', 'fortran_order': False, 'shape': (2,), }
{'descr': '|O', 'fortran_order': False, 'shape': (2,), }
{'descr': '<c16', 'fortran_order': False, 'shape': (1,), }
{'descr': '<f2', 'fortran_order': False, 'shape': (8,), }
{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (2,), }
{'descr': '<f8\', 'fortran_order': False, 'shape': (2,), }
__import__('os')
{
HEADERS
    # A word that has no colon, that is missing, that is too long, or that has another character than those of ASCII
    # with a picture.
    for header in "{'descr' '<f8', 'fortran_order': False, 'shape': (2,), }" \
        "{'descr': , 'fortran_order': False, 'shape': (2,), }" \
        "{: '<f8', 'fortran_order': False, 'shape': (2,), }" \
        "{'fortran_orderfortran_order': False, 'descr': '<f8', 'fortran_order': False, 'shape': (2,), }" \
        "{'descr': '<f8', 'fortran_order: False, 'shape': (2,), }" \
        "{'descr': '<f8$(printf '\001')', 'fortran_order': False, 'shape': (2,), }" \
        "{'descr': '<f8$(printf '\177')', 'fortran_order': False, 'shape': (2,), }" \
        "{'descr': '<f8$(printf '\351')', 'fortran_order': False, 'shape': (2,), }"; do
        npy x.npy 1 "$header" 16
        refused 'x.npy: the header is not that of an array of numbers' x.npy --seed 0 rand
    done
    # A byte of 0 behind the dict, and a version 1.1.
    header="{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }"
    for version in '001\000' '001\001'; do
        {
            # shellcheck disable=SC2059
            printf "\\223NUMPY\\$version\\073\\000"
            printf '%s\000 ' "$header"
            dd if=/dev/zero bs=1 count=16 2>/dev/null
        } >x.npy
        case $version in
        *000) refused 'x.npy: the header is not that of an array of numbers' x.npy --seed 0 rand ;;
        *) refused 'x.npy: no .npy file of version 1.0, 2.0 or 3.0' x.npy --seed 0 rand ;;
        esac
    done
    npy x.npy 4 "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }" 16
    refused "x.npy: no .npy file of version 1.0, 2.0 or 3.0" x.npy --seed 0 rand
    npy x.npy 1 "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }" 15
    refused "x.npy: the header promises 16 bytes of elements, and the file has 15" x.npy --seed 0 rand
    exec <x.npy
    refused "standard input: the header promises 16 bytes of elements, and the file has 15" \
        - --format npy --seed 0 rand
    npy x.npy 1 "{'descr': '<f8', 'fortran_order': True, 'shape': (1, 2), }" 16
    piped x.npy "standard input: the array is in Fortran's order: it is read from a file, not from a pipe"
    npy x.npy 1 "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }" 15
    piped x.npy "standard input: the bytes are no whole number of elements"
    npy x.npy 1 "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }" 8
    piped x.npy "standard input: the file has 1 value, the draw 2"
    npy x.npy 1 "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }" 17
    piped x.npy "standard input: the file has more than 2 values, the draw 2"
    for bytes in 0 5 7 9 11 30; do
        head -c $bytes x.npy >y.npy
        run verify y.npy --seed 0 rand
        report "the first $bytes bytes of a file" "2  1" "$status $(cat out) $(wc -l <err | tr -d ' ')"
    done
    printf '\223NUMPY\002\000\377\377\377\377' >x.npy
    refused "x.npy: the header has more than 10000 bytes" x.npy --seed 0 rand
}

check_bytes_refused() {
    printf '123456789' >x.bin
    refused "x.bin: the bytes are no whole number of elements" x.bin --seed 0 rand
    refused "x.bin: the bytes are no whole number of elements" x.bin --seed 0 rand 3
    refused "x.bin: the file has more than 8 values, the draw 8" x.bin --seed 0 bytes 8
    refused "x.bin: the file has 9 values, the draw 10" x.bin --seed 0 bytes 10
    : >x.bin
    refused "x.bin: the file has no values" x.bin --seed 0 rand
}

check_words_refused() {
    make x.npy rand 3
    refused "no file given" --seed 0
    refused "no method given behind the file: 'x.npy'" x.npy --seed 0
    refused "--seed: option missing: without it, each run has other numbers" x.npy rand
    refused "--output: the command writes no file" x.npy --seed 0 rand -o y.npy
    refused "the file stands before the method: nprand verify FILE METHOD: 'normal'" --seed 0 normal 10 2 x.npy
    refused "none.npy: No such file or directory" none.npy --seed 0 rand
    refused "none.dat: No such file or directory" none.dat --seed 0 rand
    cp x.npy x.dat
    refused "the ending is none of .txt, .csv, .json, .bin, .npy; add --format: 'x.dat'" x.dat --seed 0 rand
    run verify 'x
.npy' --seed 0 rand
    report "a name of two lines" "2  1" "$status $(cat out) $(wc -l <err | tr -d ' ')"
}

check_selftest() {
    run selftest
    report "selftest" "0 passed " "$status $(tr -d '\r' <out | tail -n 1) $(cat err)"
    version=$(${MESON_EXE_WRAPPER-} "$nprand" --version | tr -d '\r')
    backend=${version#*\(}
    backend=${backend%%[,)]*}
    report "selftest: the version" 1 "$(grep -c "^version    ${version%% (*}" out)"
    report "selftest: the backend in use" 1 "$(grep -c "^backend    $backend" out)"
    report "selftest: it has been run" 1 "$(grep -c "^$backend:" out)"
    report "selftest: one hash" 1 "$(sed -n 's/.*values, hash //p' out | sort -u | wc -l | tr -d ' ')"
    report "selftest: pointers" 1 "$(grep -c -E '^system .* (32|64)-bit pointers, (little|big)-endian' out)"
    run selftest 3
    report "selftest 3" "2 1" "$status $(wc -l <err | tr -d ' ')"
    run selftest --seed 3
    report "selftest --seed 3" "2 1" "$status $(wc -l <err | tr -d ' ')"
    nprand=$broken
    run selftest
    report "selftest with a wrong hash" "1 failed" "$status $(tr -d '\r' <out | tail -n 1)"
    report "selftest with a wrong hash: what" "  wrong Gaussian that is kept:
    nprand --seed '42' choice 2 --size 2 --p 0.9296160928171479,0.07038390718285215 --no-replace
  wrong state:
    nprand --seed '12345' shuffle 0 1 ... 1246
  wrong state:
    nprand --seed '[1,2,3]' choice 10000 --size 1247 --no-replace
  wrong values:
    nprand --seed '12345' rand 1247
  wrong values:
    nprand --seed '12345' randint -128 127 --size 1247 --dtype int8" \
        "$(tr -d '\r' <out | grep -A 1 '^  wrong' | grep -v '^--' | paste -d '|' - - | LC_ALL=C sort -u | tr '|' '\n')"
    report "selftest with a wrong hash: how many are wrong" 5 \
        "$(sed -n 's/^  \([0-9]* of [0-9]* draws right\).*/\1/p' out | awk '{ print $3 - $1 }' | sort -u)"
}

# text TEXT: what the file x.txt has.
text() {
    printf '%s\n' "$1" >x.txt
}

# One number, written in many ways, beside a draw.
check_spellings() {
    for word in 1.764052345967664 +1.764052345967664 1.764052345967664e+00 1764.052345967664e-3 \
        0.01764052345967664E2; do
        text "$word"
        same ': 1 value, to the last bit' x.txt --seed 0 normal
    done
    for word in 0.01764E2 18e-1 2e0; do
        text "$word"
        run verify x.txt --seed 0 normal
        report "verify $word, rounded" '0 equal to the digits printed: 1 value' "$status $(head -n 1 out)"
    done
    for word in 1.764E-400 -1.764052345967664 inf -inf nan; do
        text "$word"
        run verify x.txt --seed 0 normal
        report "verify $word" "1 the first difference: at [0], line 1: the file has $word, the draw 1.764052345967664" \
            "$status $(sed -n 2p out)"
    done
    for word in nan NaN; do
        text "$word"
        same ': 1 value, to the last bit' x.txt --seed 0 normal nan
    done
    text 1.76
    run verify x.txt --seed 0 normal nan
    report 'verify, nan drawn' '1 NaN stands in one of the two alone: 1 time' "$status $(sed -n 3p out)"
    text 0
    same ': 1 value, to the last bit' x.txt --seed 0 normal 0 0
    for word in 5 +5 5.0 5e0; do
        text "$word"
        same ': 1 value' x.txt --seed 0 randint 10
    done
    for word in -5 5.5 1e300; do
        text "$word"
        run verify x.txt --seed 0 randint 10
        report "verify $word" "1 the first difference: at [0], line 1: the file has $word, the draw 5" \
            "$status $(sed -n 2p out)"
    done
    text 900450186894289456
    run verify x.txt --seed 0 randint 9223372036854775807
    report 'verify, one off' \
        '1 the first difference: at [0], line 1: the file has 900450186894289456, the draw 900450186894289455' \
        "$status $(sed -n 2p out)"
    for word in False false 0; do
        text "$word"
        same ': 1 value' x.txt --seed 0 randint 2 --dtype bool
    done
    for word in True true; do
        text "$word"
        other 'different: 1 of 1 value/the first difference: at [0], line 1: the file has 1, the draw False' \
            x.txt --seed 0 randint 2 --dtype bool
    done
    text False
    other 'different: 1 of 1 value/the first difference: at [0], line 1: the file has 0, the draw True' \
        x.txt --seed 0 randint 1 2 --dtype bool
    text maybe
    refused "x.txt, line 1: not a number: 'maybe'" x.txt --seed 0 randint 2 --dtype bool
    text "1.$(printf '%0900d' 0)"
    refused 'x.txt, line 1: a number of more than 400 characters' x.txt --seed 0 normal
}

# Texts with other digits than those of the number: too many, too few, or of a power of ten.
check_digits() {
    text 0.548813500
    same ': 1 value, to the last bit' x.txt --seed 0 rand --dtype float32
    text '5.4881e-1 0.715 0.6028'
    same ' to the digits printed: 3 values/3 values in the file are rounded, to 3 to 5 digits' x.txt --seed 0 rand
    text 1e1
    same ' to the digits printed: 1 value/1 value in the file is rounded, to 1 digit' x.txt --seed 0 normal 10
    for word in 1e1 1e-1200; do
        text $word
        run verify x.txt --seed 0 rand
        report "verify $word, rand" \
            "1 the first difference: at [0], line 1: the file has $word, the draw 0.5488135039273248" \
            "$status $(sed -n 2p out)"
    done
    text '0.51 0.61'
    run verify x.txt --seed 0 rand
    report 'verify, two that differ' '1 different: 2 of 2 values' "$status $(head -n 1 out)"
    text '4 7'
    run verify x.txt --seed 0 randint 10
    report 'verify, two integers that differ' '1 different: 2 of 2 values' "$status $(head -n 1 out)"
    # Of a long text, the beginning is shown.
    text "0.$(printf '%070d' 0 | tr 0 1)"
    run verify x.txt --seed 0 rand
    report 'verify, a long text' \
        "1 the first difference: at [0], line 1: the file has 0.$(printf '%058d' 0 | tr 0 1)..., the draw 0.5488135039273248" \
        "$status $(sed -n 2p out)"
    # A double of an integer above 2^53 is rounded.
    text 9.004501868942894e+17
    run verify x.txt --seed 0 randint 9223372036854775807
    report 'verify, an integer as a double' '0 equal to the digits printed: 1 value' "$status $(head -n 1 out)"
    # Another NaN is NaN too. Bytes are no integers with a sign.
    npy x.npy 1 "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }" 0
    printf '\001\000\000\000\000\000\370\377' >>x.npy
    same ': 1 value, to the last bit' x.npy --seed 0 normal nan
    npy x.npy 1 "{'descr': '|i1', 'fortran_order': False, 'shape': (4,), }" 4
    refused 'x.npy: the file has elements of int8, the draw of uint8; --dtype sets that of the draw' x.npy --seed 0 bytes 4
}

# Numbers of 32 bits, of both signs, and NaN, in .npy.
check_floats() {
    make f.npy randn 50 --dtype float32
    same ': 50 values, to the last bit' f.npy --seed 0 randn 50 --dtype float32
    run verify f.npy --seed 1 randn 50 --dtype float32
    report 'verify f.npy --seed 1' '1 the first difference: at [0]: the file has 1.7640524, the draw 1.6243454' \
        "$status $(sed -n 2p out)"
    make n.npy normal nan 1 3
    same ': 3 values, to the last bit' n.npy --seed 0 normal nan 1 3
    run verify n.npy --seed 0 normal 0 1 3
    report 'verify n.npy' '1 NaN stands in one of the two alone: 3 times' "$status $(sed -n 3p out)"
    text '0.5488135 0.71518934'
    run verify x.txt --seed 0 rand 2 --dtype float32
    report 'verify, float32' '0 equal: 2 values, to the last bit' "$status $(cat out)"
    text 4
    refused 'choice: draws of words are not compared' x.txt --seed 0 choice a,b
    refused '--seed: option missing: without it, each run has other numbers' x.txt rand
    refused "the file stands before the method: nprand verify FILE METHOD: 'rand'" rand 3
}

# Names of files, and what is known of a file: a method's name, a pipe, a place in the middle, an end that no size tells.
check_places() {
    make rand rand 3 --format lines
    same ': 3 values, to the last bit' rand rand --format lines --seed 0
    refused "a?b.txt: No such file or directory" "$(printf 'a\177b.txt')" --seed 0 rand
    make x.bin rand 3
    report 'verify - <pipe of x.bin' 'equal: 3 values, to the last bit/' \
        "$(cat x.bin | ${MESON_EXE_WRAPPER-} "$nprand" verify - --format raw --seed 0 rand | tr -d '\r' | tr '\n' '/')"
    # Without its first number, the file is that of a stream two words later.
    exec <x.bin
    dd bs=1 count=8 of=skipped 2>/dev/null
    same ': 2 values, to the last bit' - --format raw --seed 0 --skip-words 2 rand
    make x.txt choice 5 4 --no-replace --format lines
    same ': 4 values' x.txt --seed 0 choice 5 --no-replace
    status=0
    # shellcheck disable=SC2002
    cat x.txt | ${MESON_EXE_WRAPPER-} "$nprand" verify - --seed 0 choice 5 --no-replace >out 2>err || status=$?
    report 'verify - <pipe, choice --no-replace' \
        '2  nprand: verify: standard input: the method draws all values at once: give --size/' \
        "$status $(cat out) $(lines err)"
    printf '2\n]' >x.txt
    refused "x.txt, line 2: ']' is out of place" x.txt --seed 0 choice 5 --no-replace
    make x.npy rand 3
    run verify x.npy --seed 0 rand --threads 2
    if grep -q 'without threads' err; then
        echo 'skipped: verify --threads 2, this nprand was built without threads'
    else
        report 'verify --threads 2' '0 equal: 3 values, to the last bit' "$status $(cat out err)"
    fi
}

check_spellings
check_digits
check_floats
check_places
check_header
check_formats
check_texts
check_differences
check_texts_refused
check_npy_accepted
check_npy_refused
check_bytes_refused
check_words_refused
check_selftest
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
