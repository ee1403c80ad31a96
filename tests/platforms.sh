#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# platforms.sh [OPTION...] [ROW...]: the same bits everywhere. For each row, or for those named, it builds the
# library, the command, the vectors and some unit tests for the row's target, runs them on this CPU or in an
# emulator, and prints the row as a line of a Markdown table. It is written for Debian 12 on x86-64.
#
#   --list       print the names of the rows
#   --install    first install by apt what the rows need
#   --short      one kind of kernels per row, and the unit tests alone that take seconds
#   --jobs N     N rows at a time
#   --doc        put the table into docs/platforms.md
#   --keep DIR   build there, and leave it
#
# Fails if a row fails, or if two rows have different hashes. A row that could not be run is SKIPPED, with the
# reason; if none failed, the exit status is then 77.
set -eu

self=$(cd "$(dirname "$0")" && pwd)/$(basename "$0")
root=$(cd "$(dirname "$0")/.." && pwd)
SKIP=77

all_rows='x86_64-gcc-O0 x86_64-gcc-O2 x86_64-gcc-O3-native x86_64-gcc-lto
    x86_64-clang-O0 x86_64-clang-O2 x86_64-clang-O3-native x86_64-clang-lto
    x86_64-no-fma x86_64-no-avx i386-sse2 i386-x87 aarch64 armhf riscv64 ppc64le s390x
    musl windows wasm'

usage() {
    sed -n '3,/^set/s/^# \{0,1\}//p' "$self"
    exit "$1"
}

# ---- The rows ----------------------------------------------------------------------------------------------

# A row is: what its target is, the compiler and its flags, flags for linking, the command that runs a
# program, how programs end, the kernels that there may be, and Debian's packages.
native() { # native COMPILER FLAGS PACKAGE...
    target='x86-64'
    cc=$1
    flags=$2
    shift 2
    packages=$*
    kernels='portable fma avx2 avx512'
}

x86_64_under_qemu() { # x86_64_under_qemu CPU WITHOUT
    native gcc -O2 gcc libc6-dev qemu-user
    target="x86-64 without $2"
    link=-static
    run="qemu-x86_64 -cpu $1"
    absent='fma avx2 avx512'
}

cross() { # cross TARGET TRIPLET EMULATOR PACKAGE...
    target=$1
    cc=$2-gcc
    flags=-O2
    link=-static # nothing of the target is needed at run time
    run=$3
    shift 3
    packages=$*
}

describe() { # describe ROW: sets the variables of the row
    kernels=portable more_units='' absent='' link='' run='' suffix='' no_warning='' test_flags=''
    case $1 in
    x86_64-gcc-O0) native gcc -O0 gcc libc6-dev ;;
    x86_64-gcc-O2) native gcc -O2 gcc libc6-dev ;;
    x86_64-gcc-O3-native) native gcc '-O3 -march=native' gcc libc6-dev ;;
    x86_64-gcc-lto) native gcc '-O2 -flto' gcc libc6-dev ;;
    x86_64-clang-O0) native clang -O0 clang libc6-dev ;;
    x86_64-clang-O2) native clang -O2 clang libc6-dev ;;
    x86_64-clang-O3-native) native clang '-O3 -march=native' clang libc6-dev ;;
    x86_64-clang-lto)
        native clang '-O2 -flto' clang lld libc6-dev
        link=-fuse-ld=lld
        ;;
    x86_64-no-fma) x86_64_under_qemu IvyBridge 'AVX2 and FMA' ;;
    x86_64-no-avx) x86_64_under_qemu Nehalem 'AVX and FMA' ;;
    i386-sse2)
        cross 'i386 with SSE2' i686-linux-gnu '' gcc-i686-linux-gnu libc6-dev-i386-cross
        flags='-O2 -msse2 -mfpmath=sse'
        ;;
    i386-x87)
        cross 'i386 with x87' i686-linux-gnu '' gcc-i686-linux-gnu libc6-dev-i386-cross
        ;;
    aarch64)
        cross aarch64 aarch64-linux-gnu qemu-aarch64 gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user
        kernels='portable neon'
        more_units=fills # between guard pages, for NEON
        ;;
    armhf)
        cross armhf arm-linux-gnueabihf qemu-arm gcc-arm-linux-gnueabihf libc6-dev-armhf-cross qemu-user
        ;;
    riscv64)
        cross riscv64 riscv64-linux-gnu qemu-riscv64 gcc-riscv64-linux-gnu libc6-dev-riscv64-cross qemu-user
        ;;
    ppc64le)
        cross ppc64le powerpc64le-linux-gnu qemu-ppc64le gcc-powerpc64le-linux-gnu libc6-dev-ppc64el-cross \
            qemu-user
        ;;
    s390x)
        cross 's390x, big-endian' s390x-linux-gnu qemu-s390x gcc-s390x-linux-gnu libc6-dev-s390x-cross \
            qemu-user
        ;;
    musl)
        native musl-gcc -O2 musl-tools
        link=-static
        ;;
    windows)
        cross 'Windows, x86-64' x86_64-w64-mingw32 wine gcc-mingw-w64-x86-64-win32 mingw-w64-x86-64-dev \
            wine wine64
        suffix=.exe
        # isnan() and signbit() of its math.h convert to float; without the macro, printf() is msvcrt's.
        no_warning=-Wno-float-conversion
        test_flags='-D__USE_MINGW_ANSI_STDIO=1 -Wno-format'
        ;;
    wasm)
        cross WebAssembly '' node emscripten nodejs
        cc=emcc
        link='-sENVIRONMENT=node -sNODERAWFS=1 -sSINGLE_FILE=1 -sALLOW_MEMORY_GROWTH=1'
        suffix=.js
        test_flags='-D_UINTPTR_T -D_UINTPTR_T_DEFINED' # cmocka.h would define uintptr_t
        ;;
    *)
        echo "no row $1; --list prints them" >&2
        exit 2
        ;;
    esac
}

# ---- What a row runs with -----------------------------------------------------------------------------------

version_in() { # the last word like a version in the first line
    head -n 1 | tr -d '\r' | grep -oE '[0-9]+\.[0-9]+(\.[0-9]+)*' | tail -n 1
}

compiler_text() {
    case $cc in
    clang) echo "clang $(clang --version | version_in)" ;;
    emcc) echo "emcc $(emcc --version | version_in)" ;;
    *) echo "gcc $($cc -dumpfullversion)" ;;
    esac
}

libc_text() {
    case $cc in
    musl-gcc) echo "musl $(dpkg-query -W -f '${Version}' musl-dev 2>/dev/null | version_in)" ;;
    emcc) echo "musl of emscripten" ;;
    *) printf '%s\n' '#include <stdlib.h>' '#ifdef __MINGW64_VERSION_MAJOR' \
        'msvcrt, mingw-w64 __MINGW64_VERSION_MAJOR.__MINGW64_VERSION_MINOR' \
        '#else' 'glibc __GLIBC__.__GLIBC_MINOR__' '#endif' | $cc -E -P -x c - | tail -n 1 |
        sed 's/ \. /./' ;;
    esac
}

runner_text() {
    case $run in
    '') echo 'this CPU' ;;
    wine) echo "wine $(wine --version | tr -d '\r' | version_in)" ;;
    node) echo "node $(node --version | version_in)" ;;
    *) echo "${run%% *} $(${run%% *} --version | version_in)${run#"${run%% *}"}" ;;
    esac
}

# ---- Running a row ------------------------------------------------------------------------------------------

warnings='-Wall -Wextra -Wpedantic -Wconversion -Wmissing-prototypes -Wshadow -Wstrict-prototypes -Wundef -Wvla
    -Werror'

result() { # result RESULT: ends the row with what is known
    times >cpu # of what this shell has run; a subshell would have none
    seconds=$(tail -n 1 cpu | tr 'ms' '  ' | awk '{ printf "%.0f", 60 * ($1 + $3) + $2 + $4 }')
    line="| $target | $compiler | \`$flags\` | $libc | $runner | $made_by | $lines | $left_out | $units |"
    line="$line $(echo "$hash" | cut -c 1-16) | $seconds s | $1 |"
    printf '%s\n' "$line" >"$dir/row"
    [ "${1%%:*}" != passed ] || [ -z "$hash" ] || echo "$hash" >"$dir/hash"
    echo "$row: $1 ($seconds s)" >&2
    exit 0
}

show() { # show LOG
    sed "s/^/$row: /" "$1" | tail -n 4 | cut -c 1-200 >&2
}

fail() { # fail WHAT LOG
    show "$2"
    result "FAILED: $1"
}

skip() {
    result "SKIPPED: $1"
}

build() { # build PROGRAM TEST_SOURCE...; with the definition that meson adds everywhere
    program=$1
    shift
    $cc $flags $test_flags -D_FILE_OFFSET_BITS=64 -I"$root/include" -I"$root/tests" -I"$cmocka/include" "$@" \
        "$root/tests/backend.c" ./*/*.o cmocka.o $link -lm -o "test_$program$suffix" 2>log ||
        fail "test_$program does not build" log
}

# Each folder by itself: two may have files of the same name.
build_library() {
    for folder in "$root"/src/[bdemps]*/; do
        mkdir -p "$(basename "$folder")"
        (cd "$(basename "$folder")" && $cc $flags $warnings $no_warning -DNPRAND_SHORT_PARTS -c "$folder"*.c) \
            2>log || fail 'the library does not build' log
    done
    $cc $flags $test_flags -w -DHAVE_SIGNAL_H -DHAVE_INTTYPES_H -I"$cmocka/include" -c "$cmocka/src/cmocka.c" \
        2>log || fail 'cmocka does not build' log
}

run_command() {
    $cc $flags $warnings $no_warning "$root"/src/cli/*.c ./*/*.o $link -lm -o "nprand$suffix" 2>log ||
        fail 'the command does not build' log
    printed=$($run "./nprand$suffix" --seed 0 rand 3 2>log | tr -d '\r')
    [ "$printed" = '[0.5488135  0.71518937 0.60276338]' ] || fail "the command prints $printed" log
}

# Sets status. Windows' programs end their lines otherwise.
run_test() { # run_test PROGRAM ARGUMENT...
    status=0
    program=$1
    shift
    $run "./test_$program$suffix" "$@" >output 2>errors </dev/null || status=$?
    cat output errors | tr -d '\r' >log
}

field() { # field BEFORE: what stands behind it in the log, up to a comma or the end of the line
    sed -n "s/.*$1: \([^,;]*\).*/\1/p" log | tail -n 1
}

run_vectors() {
    run_test vectors "$root/vectors"
    hash=$(field 'hash of all hashes')
    [ -n "$hash" ] || fail 'the vectors do not run to their end' log
    lines=$(field lines)
    left_out=$(field 'left out')
    made_by=$(field backend)
    if [ $status -ne 0 ]; then
        wrong=": $(field failed) lines"
        grep expected log >failures || cp log failures
        show failures
    fi
    case " $absent " in
    *" $made_by "*) fail "this CPU has the kernels $made_by" log ;;
    esac
}

# The other kinds of kernels that the CPU has.
run_other_kernels() {
    first=$made_by
    for kind in $kernels; do
        [ "$kind" != "$first" ] || continue
        NPRAND_BACKEND=$kind
        export NPRAND_BACKEND
        run_test vectors "$root/vectors"
        unset NPRAND_BACKEND
        [ $status -ne $SKIP ] || continue
        [ $status -eq 0 ] || fail "the vectors with the kernels $kind" log
        [ "$(field 'hash of all hashes')" = "$hash" ] || fail "another hash with the kernels $kind" log
        [ "$(field backend)" = "$kind" ] || fail "asked for the kernels $kind, got $(field backend)" log
        made_by="$made_by, $kind"
        case " $absent " in
        *" $kind "*) fail "this CPU has the kernels $kind" log ;;
        esac
    done
}

run_units() {
    units=0
    [ "$short" = no ] || more_units=''
    for unit in $unit_tests $more_units; do
        case $unit in
        jumped)
            build "$unit" "$root/tests/test_$unit.c" "$root/tests/sha256.c"
            run_test "$unit" "$root/vectors/jumped"
            ;;
        *)
            build "$unit" "$root/tests/test_$unit.c"
            run_test "$unit"
            ;;
        esac
        [ $status -eq 0 ] || fail "${wrong:+${wrong#: }, }test_$unit" log
        units=$((units + $(sed -n 's/.*PASSED *\] \([0-9]*\) test.*/\1/p' log)))
    done
}

# x87 rounds to 64 bits: every source of the library must refuse it, and say why.
run_refusal() {
    refused=0
    for source in "$root"/src/[bdemps]*/*.c; do
        for more in '' -std=c11 -msse2 '-msse2 -mfpmath=both'; do
            if $cc $flags $more -c "$source" -o x87.o 2>log; then
                echo "$source with $flags $more" >log
                fail 'x87 is accepted' log
            fi
            grep -q 'error: .*nprand needs doubles rounded at each operation' log || fail 'without words' log
        done
        refused=$((refused + 1))
    done
    result "passed: all sources refuse to compile, and say why"
}

probe() {
    for tool in $cc ${run%% *}; do
        command -v "$tool" >/dev/null || skip "no $tool (--install installs $packages)"
    done
    printf '%s\n' '#include <errno.h>' 'int main(void) { return errno; }' >probe.c
    compiler=$(compiler_text)
    libc=$(libc_text)
    runner=$(runner_text)
    $cc $flags probe.c $link -o "probe$suffix" >log 2>&1 || skip "$cc does not build a program (needs $packages)"
    [ "$row" = i386-x87 ] || $run "./probe$suffix" >log 2>&1 || skip 'what it builds does not run here'
}

run_row() { # run_row ROW
    row=$1
    describe "$row"
    dir=$work/$row
    mkdir -p "$dir"
    cd "$dir"
    compiler='' libc='' runner='' made_by='' lines='' left_out='' units='' hash=''
    probe
    [ "$row" != i386-x87 ] || run_refusal
    build_library
    run_command
    build vectors "$root"/tests/test_vectors.c "$root"/tests/vector_*.c "$root/tests/sha256.c"
    wrong=''
    run_vectors
    [ "$short" = yes ] || [ -n "$wrong" ] || run_other_kernels
    run_units
    [ -z "$wrong" ] || result "FAILED$wrong"
    result passed
}

# ---- cmocka ---------------------------------------------------------------------------------------------------

# Its source from where this machine's packages come from, at their version: one file, compiled in each row.
# The lists of sources go to a folder of their own.
fetch_cmocka() {
    mkdir -p "$work/apt/parts" "$work/apt/lists/partial"
    for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ ! -f "$list" ] || sed -n 's/^deb /deb-src /p' "$list" >>"$work/apt/parts/all.list"
    done
    for list in /etc/apt/sources.list.d/*.sources; do
        [ ! -f "$list" ] || sed 's/^Types:.*/Types: deb-src/' "$list" >"$work/apt/parts/$(basename "$list")"
    done
    cd "$work"
    set -- -q -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$work/apt/parts" \
        -o Dir::State::Lists="$work/apt/lists"
    apt-get "$@" update >apt/log 2>&1 || true
    apt-get "$@" source --download-only cmocka >>apt/log 2>&1 || true
    mkdir -p cmocka
    tar -x --strip-components 1 -C cmocka -f "$(ls cmocka_*.orig.tar.?z)" || {
        tail -n 5 apt/log >&2
        echo 'no source of cmocka' >&2
        exit 2
    }
    cd "$root"
}

# ---- All rows ---------------------------------------------------------------------------------------------------

install() { # install ROW...
    wanted='libc6-dev xz-utils'
    for row in "$@"; do
        describe "$row"
        wanted="$wanted $packages"
    done
    missing=$(for p in $wanted; do dpkg -s "$p" >/dev/null 2>&1 || echo "$p"; done | sort -u)
    [ -n "$missing" ] || return 0
    sudo=$(command -v sudo || true)
    $sudo apt-get update -q >&2
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >&2
}

print_table() { # print_table ROW...
    echo '| target | compiler | flags | libc | run by | kernels | vector lines | values left out | unit tests' \
        '| hash | CPU time | result |'
    echo '|---|---|---|---|---|---|---:|---:|---:|---|---:|---|'
    for row in "$@"; do
        if [ -f "$work/$row/row" ]; then
            cat "$work/$row/row"
        else
            echo "| $row | | | | | | | | | | | FAILED: it did not end |"
        fi
    done
    echo
    hashes=$(cat "$work"/*/hash 2>/dev/null | sort | uniq -c)
    if [ -z "$hashes" ]; then
        echo 'No row passed.'
    else
        echo "$hashes" | while read -r count hash; do
            echo "Hash of all hashes, in $count rows: \`$hash\`."
        done
    fi
}

write_doc() {
    doc=$root/docs/platforms.md
    awk -v table="$work/table" '
        /^<!-- end of the table -->/ { inside = 0 }
        !inside
        /^<!-- the table / {
            inside = 1
            print ""
            while ((getline line < table) > 0)
                print line
        }' "$doc" >"$work/doc"
    cat "$work/doc" >"$doc"
}

rows='' short=no do_install=no jobs=1 doc=no work=''
while [ $# -gt 0 ]; do
    case $1 in
    --list)
        printf '%s\n' $all_rows
        exit
        ;;
    --install) do_install=yes ;;
    --short) short=yes ;;
    --jobs)
        jobs=$2
        shift
        ;;
    --doc) doc=yes ;;
    --keep)
        work=$2
        shift
        ;;
    --run-row) # one of those that are run at a time
        row_alone=$2
        shift
        ;;
    --help) usage 0 ;;
    -*) usage 2 >&2 ;;
    *) rows="$rows $1" ;;
    esac
    shift
done

unit_tests='backend engine kernels seeding state'
[ "$short" = yes ] || unit_tests="$unit_tests polynomial jumped distributions"

if [ -n "$work" ]; then
    mkdir -p "$work"
    work=$(cd "$work" && pwd)
else
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    trap 'exit 1' HUP INT TERM
fi
cmocka=$work/cmocka
NODE_PATH=${NODE_PATH:-/usr/share/nodejs} # where Debian's acorn is, which emcc needs
WINEPREFIX=$work/wine
WINEDEBUG=-all
export NODE_PATH WINEPREFIX WINEDEBUG

if [ -n "${row_alone-}" ]; then
    run_row "$row_alone"
fi

for row in $rows; do
    describe "$row"
done
if [ $doc = yes ] && [ -n "$rows" ]; then
    echo '--doc is for all rows' >&2
    exit 2
fi
rows=${rows:-$all_rows}
[ $do_install = no ] || install $rows
[ -f "$cmocka/src/cmocka.c" ] || fetch_cmocka
for row in $rows; do
    rm -rf "${work:?}/$row"
done
options=''
[ $short = no ] || options=--short
printf '%s\n' $rows | xargs -P "$jobs" -n 1 "$self" --keep "$work" $options --run-row || true

print_table $rows >"$work/table"
cat "$work/table"
[ $doc = no ] || write_doc
if grep -q FAILED "$work/table" || [ "$(grep -c '^Hash of all hashes' "$work/table")" -gt 1 ]; then
    exit 1
fi
! grep -q SKIPPED "$work/table" || exit $SKIP
