# SPDX-License-Identifier: BSD-3-Clause
#
# What the tests of packages share: `. common.sh` in a script with `set -eu`. It makes a folder $folder, which is
# removed at the end. The programs of users are beside it: user.c and user.cpp, user_threads.c by nprand_threads,
# user_lapack.c by nprand_lapack. Each prints the first number after seed 0.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# meson test sets these. The second would put the library of the build before the one that is meant.
unset DESTDIR LD_LIBRARY_PATH MESON_BUILD_ROOT MESON_SOURCE_ROOT

here=$(cd "$(dirname "$0")" && pwd)

passed=0
expect() { # expect WHAT COMMAND...: it prints the first number after seed 0
    what=$1
    shift
    answer=$("$@") || true
    [ "$answer" = 0.5488135 ] || { echo "$what: got '$answer'"; exit 1; }
    passed=$((passed + 1))
}

same() { # same WHAT GOT WANTED
    [ "$2" = "$3" ] || { printf '%s: got\n%s\nand expected\n%s\n' "$1" "$2" "$3"; exit 1; }
    passed=$((passed + 1))
}

quiet() { # quiet COMMAND...: what it prints is shown if it fails
    "$@" >"$folder/log" 2>&1 || { tail -n 40 "$folder/log"; echo "failed: $*"; exit 1; }
}

skip() { # skip REASON: ends the test
    echo "skipped: $1"
    exit 77
}

finish() {
    echo "$passed passed, 0 failed"
}
