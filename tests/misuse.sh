#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# misuse.sh INCLUDE COMPILER: what a compiler is to see, it sees: a status that is dropped, work
# space and p exchanged, p in the place of replace. Each program is compiled as it is meant, which
# must pass without a warning, and with the mistake, which must not. COMPILER is one for C, USER_CXX
# in the environment one for C++, if there is any; each a command with its flags.
set -u
include=$1
shift
compiler=$*
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

count() { # count NAME: whether the last command succeeded
    if [ $? -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $1"
        cat "$work/log"
    fi
}

# The C of standard input as the body of a function.
body_of_c() {
    echo '#include <nprand_lapack.h>'
    echo '#include <nprand_python.h>'
    echo '#include <stdlib.h>'
    echo 'int body(nprand_rng *rng, double *p, float *q, int64_t *k, void *memory);'
    echo 'int body(nprand_rng *rng, double *p, float *q, int64_t *k, void *memory)'
    echo '{'
    echo 'nprand_work work = nprand_work_of(memory, 1000);'
    echo '(void)rng, (void)p, (void)q, (void)k, (void)work;'
    cat
    echo 'return 0;'
    echo '}'
}

compiles() {
    # shellcheck disable=SC2086 # a command with its flags
    $compiler -std=c11 -Wall -Wextra -Werror "-I$include" "$@" -c "$work/body.c" -o "$work/body.o" \
        >"$work/log" 2>&1
}

fails() { # fails WORDS COMMAND...: with one of the words, which grep -E takes, in what it says
    words=$1
    shift
    if "$@"; then
        echo 'it compiles' >"$work/log"
        return 1
    fi
    grep -Eq "$words" "$work/log"
}

right() { # right STATEMENT
    echo "$1" | body_of_c >"$work/body.c"
    compiles
    count "$1"
}

dropped='unused[-_]result|warn_unused_result'

# drops STATEMENT: a status is dropped, and NPRAND_NO_NODISCARD lets it pass.
drops() {
    echo "$1" | body_of_c >"$work/body.c"
    fails "$dropped" compiles
    count "dropped: $1"
    compiles -DNPRAND_NO_NODISCARD
    count "dropped with NPRAND_NO_NODISCARD: $1"
}

wrong() { # wrong STATEMENT: an argument is of another type
    echo "$1" | body_of_c >"$work/body.c"
    fails 'incompatible' compiles
    count "wrong: $1"
}

right 'if (nprand_seed(rng, 0) != NPRAND_OK) return 1;'
drops 'nprand_seed(rng, 0);'
drops 'nprand_normal_fill(rng, 0, -1, 3, p);'
drops 'nprand_choice_no_replace_p_float_fill(rng, 5, q, 1, k, work);'
drops 'nprand_py_seed(rng, 0);'
drops 'nprand_py_sample(rng, 5, 1, k, work);'
drops 'nprand_multivariate_normal(rng, p, p, 1, NPRAND_CHECK_VALID_WARN, 1e-8, p, work);'

right 'if (nprand_choice_p_fill(rng, 5, p, 1, k, work) != NPRAND_OK) return 1;'
right 'if (nprand_choice_p_float_fill(rng, 5, q, 1, k, work) != NPRAND_OK) return 1;'
wrong 'if (nprand_choice_p_fill(rng, 5, work, 1, k, p) != NPRAND_OK) return 1;'
wrong 'if (nprand_choice_p_fill(rng, 5, p, 1, k, memory) != NPRAND_OK) return 1;'
wrong 'if (nprand_choice_p_fill(rng, 5, q, 1, k, work) != NPRAND_OK) return 1;'
wrong 'if (nprand_choice_p_float_fill(rng, 5, p, 1, k, work) != NPRAND_OK) return 1;'
wrong 'if (nprand_choice_no_replace_fill(rng, 5, 1, k, p) != NPRAND_OK) return 1;'
wrong 'if (nprand_py_choices_weights(rng, 5, work, 1, k, p) != NPRAND_OK) return 1;'
wrong 'if (nprand_py_choices_weights(rng, 5, p, 1, k, p) != NPRAND_OK) return 1;'

# Each prototype that gives a status has it.
grep -hn '^NPRAND_API nprand_status' "$include"/*.h >"$work/log"
[ ! -s "$work/log" ]
count 'prototypes without NPRAND_NODISCARD'

compiles_as_cpp() {
    # shellcheck disable=SC2086 # a command with its flags
    $USER_CXX -std=c++17 -Wall -Wextra -Werror "-I$include" -c "$work/body.cpp" -o "$work/body.o" \
        >"$work/log" 2>&1
}

body_of_cpp() {
    echo '#include <nprand.hpp>'
    echo 'void body(nprand::RandomState &rs, const std::vector<double> &v, const double (&p)[4]);'
    echo 'void body(nprand::RandomState &rs, const std::vector<double> &v, const double (&p)[4])'
    echo '{'
    echo '(void)rs, (void)v, (void)p;'
    cat
    echo '}'
}

right_cpp() {
    echo "$1" | body_of_cpp >"$work/body.cpp"
    compiles_as_cpp
    count "C++: $1"
}

wrong_cpp() { # wrong_cpp WORDS STATEMENT
    echo "$2" | body_of_cpp >"$work/body.cpp"
    fails "$1" compiles_as_cpp
    count "wrong, C++: $2"
}

if [ -n "${USER_CXX-}" ]; then
    mistake='no matching|cannot convert|could not convert|no viable'
    right_cpp 'rs.choice(4, 3, true, v); rs.choice(4, 3, false, p); rs.choice(v, 2, false);'
    wrong_cpp "$mistake" 'rs.choice(v, 10, v);'
    wrong_cpp "$mistake" 'rs.choice(4, 3, p);'
    wrong_cpp "$mistake" 'rs.choice(4, 3, true, p + 0);'
    wrong_cpp "$mistake" 'rs.choice(4, 3, true, std::vector<int>{1, 0, 0, 0});'
    wrong_cpp "$dropped" 'nprand_seed(rs.rng(), 0);'
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
