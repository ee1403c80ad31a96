# SPDX-License-Identifier: BSD-3-Clause
#
# What .ci/run and .ci/long share: stages that say what they show, and how long they took. Of a stage that fails, the
# last lines say why. Source it in the top folder.
build=$(mktemp -d)
only= # the one stage that runs, if it is not empty

# stage NAME WHAT-IT-SHOWS COMMAND...: the command runs in a shell of its own, in the background, since a shell does not
# heed "set -e" in the condition of "if". Its output is in $build/NAME.log.
stage() {
    local name=$1 shows=$2 begin=$SECONDS status=0
    shift 2
    [ -z "$only" ] || [ "$only" = "$name" ] || return 0
    echo "== $name: $shows"
    rm -f "$build/tested"
    ("$@") >"$build/$name.log" 2>&1 &
    wait $! || status=$?
    if [ $status != 0 ]; then
        echo "failed after $((SECONDS - begin)) s, with exit status $status:"
        python3 .ci/first_failure.py "$build/$name.log" $(cat "$build/tested" 2>/dev/null)
        keep_evidence "$build/$name.log"
        exit 1
    fi
    grep -E '^(Ok|Fail|Skipped): +[1-9]' "$build/$name.log" | tr -s ' ' || true
    echo "[$((SECONDS - begin)) s; $SECONDS s in all]"
}

# keep_evidence LOG: the whole log, that of the tests, and the inputs at which a fuzz target failed stay after the end.
keep_evidence() {
    local kept
    kept=$(mktemp -d "${TMPDIR:-/tmp}/nprand-failed-XXXXXX")
    cp "$1" "$kept"
    [ ! -f "$build/tested" ] || cp "$(cat "$build/tested")/meson-logs/testlog.txt" "$kept" || true
    [ ! -d "$build/inputs" ] || cp -r "$build/inputs" "$kept"
    echo "kept: $(ls "$kept" | tr '\n' ' ')in $kept"
}

run_tests() { # run_tests BUILD OPTION...
    local folder=$1
    shift
    echo "$folder" >"$build/tested"
    meson test -C "$folder" "$@"
}

# two_at_a_time FIRST SECOND: two functions with their arguments, of which each has use for one core alone.
two_at_a_time() {
    local second log
    log=$(mktemp "$build/second-XXXXXX")
    $2 >"$log" 2>&1 &
    second=$!
    trap "kill $second 2>/dev/null || true" EXIT
    $1
    wait $second || { cat "$log"; return 1; }
    cat "$log"
}

packages="git gcc g++ clang clang-format clang-tidy cppcheck valgrind libclang-rt-dev meson ninja-build
    pkg-config binutils
    libc++-dev libc++abi-dev libcmocka-dev libmpfr-dev liblapack-dev libblas-dev libgsl-dev libomp-dev libopenmpi-dev
    openmpi-bin python3-numpy python3-dev python3-cffi gfortran luajit tcc cmake mandoc man-db doxygen zsh"

install_packages() { # install_packages PACKAGE...
    export DEBIAN_FRONTEND=noninteractive
    local sudo missing
    sudo=$(command -v sudo || true)
    missing=$(for p in "$@"; do dpkg -s "$p" >/dev/null 2>&1 || echo "$p"; done)
    if [ -n "$missing" ]; then
        $sudo apt-get update -q
        $sudo apt-get install -y -q --no-install-recommends $missing
    fi
}
