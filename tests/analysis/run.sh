#!/usr/bin/env bash
# SPDX-License-Identifier: BSD-3-Clause
#
# run.sh [--long] STAGE: looks for faults with a tool that reads the code, or that watches it run.
#
# Tools that read the code, all of src:
#
#   clang-tidy   the checks of .clang-tidy
#   cppcheck     errors, warnings, performance, portability
#   analyzer     gcc -fanalyzer
#
# STAGE.txt names each finding that is no fault, with the reason. A stage fails at a finding that the file does not
# name, and at a line of the file without a finding.
#
# Tools that watch the code run. They run the fuzz targets without a fuzzer, and nprand selftest:
#
#   integer      clang's -fsanitize=integer and undefined: unsigned results that wrap, conversions that lose bits. The
#                functions that wrap on purpose are in integer.txt, with the reason
#   memory       clang's MemorySanitizer, with every backend: reads of memory that nothing was written to
#   valgrind     memcheck, with every backend but avx512, which Valgrind does not know: memory that is read before
#                anything was written to it, or outside of its bounds, or lost
#   threads      ThreadSanitizer: POSIX threads, a pool of POSIX threads, the OpenMP of nprand_threads
#
# Before a sanitizer or Valgrind watches the library, it must find a fault of its kind in fault.c. With --long, the fuzz
# targets run on 20 times as many inputs, and all vectors run too, except with Valgrind; fills of 1024 parts too.
#
# Needs clang, clang-tidy, cppcheck, valgrind, gcc, libcmocka-dev, libomp-dev; for the sanitizers of clang also
# libclang-rt-dev. JOBS says how many files are compiled at a time.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=tests/analysis
jobs=${JOBS:-$(nproc)}
long=
if [ "${1-}" = --long ]; then
    long=yes
    shift
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

need() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || { echo "error: $tool was not found"; exit 1; }
    done
}

# As meson.build has them. The command with its parts for LAPACK and OpenMP; and parts of fills that are short.
flags='-std=c11 -ffp-contract=off -fno-math-errno -Iinclude'
optional_parts='-DNPRAND_CLI_LAPACK -DNPRAND_CLI_THREADS -fopenmp'
short_parts='-DNPRAND_SHORT_PARTS -DNPRAND_SHORT_TAPE -DNPRAND_FUZZ'
core_sources() { sed 's,^,src/,' src/sources.txt; }
cli_sources() { sed 's,^,src/cli/,' src/cli/sources.txt; }

# ---- Tools that read the code ----------------------------------------------------------------------------------

# compare STAGE: the tool's output comes in. A finding is a line "FILE:LINE:COLUMN: warning: TEXT [ID]". A line of
# STAGE.txt is "FILE ID COUNT ## REASON".
compare() {
    sed -E -e "s,^$PWD/,," -e ':a' -e 's,[^/:]+/\.\./,,' -e 'ta' | awk -v name="$1" -v list="$here/$1.txt" '
    BEGIN {
        while ((getline entry < list) > 0) {
            if (entry == "" || entry ~ /^#/)
                continue
            if (split(entry, part, " ## ") != 2 || split(part[1], field, " ") != 3) {
                print "error: " list ": a line is FILE ID COUNT ## REASON: " entry
                wrong = 1
            }
            named[field[1] " " field[2]] = field[3]
        }
    }
    /^[^ ]+:[0-9]+(:[0-9]+)?: (warning|error|style|performance|portability): .*\[[^]]+\]$/ {
        place = $1
        id = $NF
        gsub(/[][]/, "", id)
        sub(/^-W/, "", id)
        if ((place, id) in seen)
            next
        seen[place, id] = 1
        file = place
        sub(/:.*/, "", file)
        count[file " " id]++
        text[file " " id] = text[file " " id] "\n    " $0
        findings++
    }
    END {
        for (key in count)
            if (count[key] > named[key] + 0) {
                print "error: " name ": " count[key] " findings, of which " named[key] + 0 " are named: " key text[key]
                wrong = 1
            }
        for (key in named)
            if (named[key] > count[key] + 0) {
                print "error: " list ": " named[key] " findings are named, the tool has " count[key] + 0 ": " key
                wrong = 1
            }
        print findings + 0 " findings" (wrong ? "" : ", each of them named in " list)
        exit wrong
    }'
}

# All files that this machine compiles. Two are left out: tables that a script writes, and nothing to read on x86-64.
all_sources() {
    { core_sources; cli_sources; ls src/lapack/*.c src/threads/*.c; } |
        grep -v -e src/cli/selftest_vectors.c -e src/backend/neon.c
}

# output_of_each COMMAND...: runs the command on each source, several at a time. What it prints is in $work, by source.
output_of_each() {
    all_sources | xargs -P "$jobs" -I{} sh -c '
        out=$1/$(echo "$2" | tr / _).out
        shift 2
        "$@" >"$out" 2>&1 || echo "error: exit status $? at the end of: $*" >>"$out"' sh "$work" {} "$@" {}
    if grep -hE '(fatal error|error): |^error: ' "$work"/*.out; then
        exit 1
    fi
    echo "$(all_sources | wc -l) files"
}

clang_tidy() {
    need clang-tidy
    clang-tidy --version | grep -i version
    output_of_each sh -c 'clang-tidy --quiet "$1" -- $0' "$flags $optional_parts"
    cat "$work"/*.out | compare clang-tidy
}

# The analyzer of gcc 12 takes a vector of four numbers for a number of two bits, and thinks that each shift of it is
# too far. The files with vectors do without this warning.
analyzer() {
    need gcc
    gcc --version | head -n 1
    output_of_each sh -c '
        case $1 in
        src/backend/avx* | src/cli/explain_many.c) set -- "$1" -Wno-analyzer-shift-count-overflow ;;
        esac
        gcc $0 -O1 -fanalyzer -fdiagnostics-plain-output -c "$@" -o /dev/null' "$flags $optional_parts"
    cat "$work"/*.out | compare analyzer
}

# cppcheck does not read the headers of the system: it is told what the sources ask of them, and that _Noreturn
# functions do not return. With two jobs it does not follow calls from file to file: all that it finds this way are
# pointers that another function has set before.
cppcheck_all() {
    need cppcheck
    cppcheck --version
    all_sources >"$work/sources"
    cppcheck -j 2 --quiet --std=c11 --enable=warning,performance,portability -Iinclude \
        --file-list="$work/sources" \
        -DFLT_RADIX=2 -DDBL_MANT_DIG=53 -DDBL_MAX_EXP=1024 -DDBL_MIN_EXP=-1021 -DFLT_EVAL_METHOD=0 \
        -D__x86_64__ -D__GNUC__=12 -D__SSE2__ -D__STDC_VERSION__=201112L -D_OPENMP=201511 \
        -D'_Noreturn=__attribute__((noreturn))' -DNPRAND_CLI_LAPACK -DNPRAND_CLI_THREADS \
        --suppress=missingIncludeSystem --template='{file}:{line}:{column}: {severity}: {message} [{id}]' \
        >"$work/cppcheck.out" 2>&1
    echo "$(wc -l <"$work/sources") files"
    compare cppcheck <"$work/cppcheck.out"
}

# ---- Tools that watch the code run -----------------------------------------------------------------------------

# finds_fault KIND COMMAND...: the command compiles fault.c. The program must fail.
finds_fault() {
    local kind=$1 run=${WATCHER-}
    shift
    "$@" -g $here/fault.c -o "$work/fault" -lpthread
    if $run "$work/fault" "$kind" >"$work/fault.log" 2>&1; then
        echo "error: the tool does not find the fault \"$kind\" of fault.c"
        exit 1
    fi
    echo "the tool finds the fault \"$kind\": $(grep -m 1 -E 'WARNING|runtime error|uninitialised' "$work/fault.log" |
        sed -E 's,^=+[0-9]+=+ *,,; s,^.*runtime error,runtime error,')"
}

# compile CC FLAGS...: the library and the command, with the short parts that let small fills take all ways, and the
# programs that run them.
compile() {
    local name wraps
    mkdir -p "$work/core" "$work/cli"
    { core_sources; cli_sources; } | xargs -P "$jobs" -I{} sh -c '
        folder=core main=
        case $2 in
        src/cli/*) folder=cli main=-Dmain=nprand_main ;;
        esac
        out=$1/$folder/$(echo "$2" | tr / _).o source=$2
        shift 2
        "$@" $main -c "$source" -o "$out"' sh "$work" {} "$@" -g $flags $short_parts
    "$@" -g $flags src/cli/main.c "$work"/core/*.o $(ls "$work"/cli/*.o | grep -v cli_main.c) -lm -o "$work/nprand"
    for name in draws states seeds backends recover; do
        "$@" -g -DNPRAND_FUZZ -Iinclude tests/fuzz/fuzz_main.c tests/fuzz/fuzz_$name.c tests/backend.c \
            "$work"/core/*.o -lm -o "$work/fuzz_$name"
    done
    wraps=
    for name in readers command; do
        "$@" -g -DNPRAND_FUZZ -Iinclude tests/fuzz/fuzz_main.c tests/fuzz/fuzz_$name.c "$work"/core/*.o \
            "$work"/cli/*.o -lm $wraps -o "$work/fuzz_$name"
        wraps=$(sed -n 's/.*__wrap_\([a-z0-9_]*\)(.*;$/-Wl,--wrap=\1/p' tests/fuzz/fuzz_command.c | sort -u)
    done
    if [ -n "$long" ]; then
        "$@" -g $flags -Itests tests/test_vectors.c tests/vector_*.c tests/sha256.c "$work"/core/*.o -lcmocka -lm \
            -o "$work/vectors"
    fi
}

# watch COMMAND...: runs it. What it prints is shown if it fails.
watch() {
    echo "${NPRAND_BACKEND+$NPRAND_BACKEND: }${*//$work\//}"
    if ! "$@" >"$work/log" 2>&1; then
        tail -n 60 "$work/log"
        echo "error: $*"
        exit 1
    fi
    grep -aE '^[0-9]+ (inputs|files)$|draws right|^lines: ' "$work/log" || true
}

# run_programs INPUTS BACKEND...: the fuzz targets on INPUTS inputs each, the draws with each backend. The corpora too.
run_programs() {
    local inputs=$1 name backend
    shift
    [ -z "$long" ] || inputs=$((20 * inputs))
    for backend in "$@"; do
        NPRAND_BACKEND=$backend watch ${WATCHER-} "$work/fuzz_draws" "$inputs"
    done
    for name in states seeds backends recover readers command; do
        watch ${WATCHER-} "$work/fuzz_$name" "$inputs"
    done
    for name in draws states seeds backends recover readers command; do
        watch ${WATCHER-} "$work/fuzz_$name" -- tests/fuzz/corpus/$name/*
    done
    watch ${WATCHER-} "$work/nprand" selftest
    [ ! -x "$work/vectors" ] || watch ${WATCHER-} "$work/vectors" vectors
}

# The backends that this CPU can run. Valgrind shows the program a CPU without AVX-512.
backends() {
    ${WATCHER-} "$work/nprand" selftest >"$work/selftest" || return
    sed -n -e '/^[a-z0-9]*:$/{N;s/^\(.*\):\n.* draws right.*/\1/p}' "$work/selftest"
}

integer() {
    local list options="-O1 -fsanitize=integer,undefined,float-cast-overflow -fno-sanitize-recover=all"
    options="$options -fsanitize-ignorelist=$here/integer.txt"
    need clang
    clang --version | head -n 1
    finds_fault wrap clang $options
    compile clang $options
    list=$(backends)
    run_programs 500 $list
}

# The programs are linked to the C library alone: memory that a library without the sanitizer writes to would be taken
# for unwritten. cmocka, with --long, passes the vectors no memory.
memory() {
    local list
    need clang
    clang --version | head -n 1
    finds_fault unwritten clang -O1 -fsanitize=memory
    compile clang -O1 -fsanitize=memory -fno-omit-frame-pointer
    list=$(backends)
    run_programs 500 $list
}

valgrind_all() {
    local list
    need valgrind gcc
    valgrind --version
    export WATCHER='valgrind --quiet --error-exitcode=9 --leak-check=full'
    finds_fault unwritten gcc -O1
    compile gcc -O1
    rm -f "$work/vectors"
    list=$(backends)
    run_programs 10 $list
}

# thread_tests PROGRAM TEST...: each test of tests/test_threads.c alone. The others fork: ThreadSanitizer does not
# know the threads of a forked child.
thread_tests() {
    local program=$1 name
    shift
    for name in "$@"; do
        watch "$program" "test_$name"
        grep -q 'PASSED.* 1 test' "$work/log" || { echo "error: no test $name"; exit 1; }
    done
}

# gcc: POSIX threads. clang: OpenMP, of which its tool Archer tells ThreadSanitizer what it needs to know. The tests
# that look for OpenMP's idle threads are left out: the sanitizer has a thread of its own.
threads() {
    local tests='two_generators_at_once runners_change_no_bit fills_within_a_part parts_of_a_fill'
    local archer
    [ -z "$long" ] || tests="$tests 1024_parts"
    need gcc clang
    finds_fault race gcc -O1 -fsanitize=thread
    gcc -O1 -g -fsanitize=thread -DNPRAND_SHORT_PARTS -Itests $flags tests/test_threads.c $(core_sources) -lcmocka -lm \
        -o "$work/posix"
    thread_tests "$work/posix" $tests backends_change_meanwhile
    gcc -O1 -g -fsanitize=thread $flags examples/own_pool.c $(core_sources) -lm -lpthread -o "$work/own_pool"
    watch "$work/own_pool"
    cmp "$work/log" examples/own_pool.out

    finds_fault race clang -O1 -fsanitize=thread
    archer=$(dirname "$(readlink -f "$(clang -print-file-name=libomp.so)")")/libarcher.so
    [ -f "$archer" ] || { echo "error: no $archer, which tells ThreadSanitizer of OpenMP"; exit 1; }
    export OMP_TOOL_LIBRARIES=$archer TSAN_OPTIONS=ignore_noninstrumented_modules=1
    clang -O1 -g -fsanitize=thread -fopenmp -DNPRAND_SHORT_PARTS -Itests $flags tests/test_threads.c $(core_sources) \
        src/threads/threads.c -lcmocka -lm -o "$work/openmp"
    thread_tests "$work/openmp" $tests backends_change_meanwhile
}

case ${1-} in
clang-tidy) clang_tidy ;;
cppcheck) cppcheck_all ;;
analyzer) analyzer ;;
integer) integer ;;
memory) memory ;;
valgrind) valgrind_all ;;
threads) threads ;;
*)
    sed -n '/^# run.sh/,/^set/{/^#/s/^# \{0,1\}//p}' "$here/run.sh"
    exit 2
    ;;
esac
