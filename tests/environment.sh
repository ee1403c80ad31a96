# SPDX-License-Identifier: BSD-3-Clause
#
# environment.sh NPRAND TEST LIBRARY...: what is installed does not read the variable by which the tests
# choose a backend. Its name stands in the test program TEST, but not in NPRAND or a LIBRARY, and it changes
# nothing for the command NPRAND.
set -u
nprand=$1
test_program=$2
shift 2
passed=0
failed=0

check() { # check WHAT COMMAND...: the command succeeds
    what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$what"
    fi
}

holds() { # holds FILE: the variable's name stands in it, and not only as a part of NPRAND_BACKEND_UNAVAILABLE
    LC_ALL=C grep -qaw NPRAND_BACKEND "$1"
}

lacks() {
    [ -s "$1" ] && ! holds "$1"
}

run() { # run BACKEND COMMAND: what the command prints
    NPRAND_BACKEND=$1 ${MESON_EXE_WRAPPER-} "$nprand" "$2"
}

check "the variable is not in $test_program: nothing was tested" holds "$test_program"
for library in "$nprand" "$@"; do
    check "the variable is in $library" lacks "$library"
done
plain=$(unset NPRAND_BACKEND && ${MESON_EXE_WRAPPER-} "$nprand" --version)
for backend in portable nonsense ''; do
    check "NPRAND_BACKEND=$backend changes the command" [ "$plain" = "$(run "$backend" --version)" ]
done
check 'the command says nothing' [ -n "$plain" ]

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
