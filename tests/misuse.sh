#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# misuse.sh INCLUDE COMPILER: what a compiler is to see, it sees: a status that is dropped, work
# space and p exchanged, p in the place of replace, a seed that would be narrowed. Each program is compiled as it is meant, which
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

standard=c11
compiles() {
    # shellcheck disable=SC2086 # a command with its flags
    $compiler -std=$standard -Wall -Wextra -Werror "-I$include" "$@" -c "$work/body.c" -o "$work/body.o" \
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
drops 'nprand_normal_each(rng, p, 1, p, 0, 3, p);'
drops 'nprand_choice_no_replace_p_float_fill(rng, 5, q, 1, k, work);'
drops 'nprand_py_seed(rng, 0);'
drops 'nprand_py_sample(rng, 5, 1, k, work);'
drops 'nprand_multivariate_normal(rng, p, p, 1, NPRAND_CHECK_VALID_WARN, 1e-8, p, work);'

right 'if (nprand_choice_p_fill(rng, 5, p, 1, k, work) != NPRAND_OK) return 1;'
right 'if (nprand_choice_p_float_fill(rng, 5, q, 1, k, work) != NPRAND_OK) return 1;'
right 'if (nprand_poisson_each(rng, p, 1, 3, k) != NPRAND_OK) return 1;'
wrong 'if (nprand_poisson_each(rng, q, 1, 3, k) != NPRAND_OK) return 1;'
wrong 'if (nprand_binomial_each(rng, p, 1, k, 1, 3, k) != NPRAND_OK) return 1;'
wrong 'if (nprand_choice_p_fill(rng, 5, work, 1, k, p) != NPRAND_OK) return 1;'
wrong 'if (nprand_choice_p_fill(rng, 5, p, 1, k, memory) != NPRAND_OK) return 1;'
wrong 'if (nprand_choice_p_fill(rng, 5, q, 1, k, work) != NPRAND_OK) return 1;'
wrong 'if (nprand_choice_p_float_fill(rng, 5, p, 1, k, work) != NPRAND_OK) return 1;'
wrong 'if (nprand_choice_no_replace_fill(rng, 5, 1, k, p) != NPRAND_OK) return 1;'
wrong 'if (nprand_py_choices_weights(rng, 5, work, 1, k, p) != NPRAND_OK) return 1;'
wrong 'if (nprand_py_choices_weights(rng, 5, p, 1, k, p) != NPRAND_OK) return 1;'

# A seed of a type that C would narrow without a message: all in one program, a line each.
seeds_of() { # seeds_of FUNCTION: a statement for each of the seeds
    while IFS= read -r seed; do
        echo "if ($1, $seed) != NPRAND_OK) return 1;"
    done <"$work/seeds"
}

right_seeds() { # right_seeds COMPILES BODY: of the seeds in the file seeds
    for function in 'nprand_seed(rng' 'nprand_seed_seq_init(&seq' 'nprand_py_seed(rng'; do
        seeds_of "$function"
    done | $2 >"$work/$body"
    $1
    count "$standard: right seeds"
}

wrong_seeds() { # wrong_seeds COMPILES BODY FUNCTION WORDS: each line has an error, and the words are said
    seeds_of "$3" | $2 >"$work/$body"
    fails "$4" "$1" -Wno-error
    count "$standard: wrong seeds: $3)"
    for line in $(grep -n "$3, .*!= NPRAND_OK" "$work/$body" | cut -d : -f 1); do
        grep -q "/$body:$line:" "$work/log"
        count "$standard: wrong seed: $(sed -n "${line}p" "$work/$body")"
    done
}

seeds_of_c() {
    {
        cat <<'END'
nprand_seed_seq seq;
enum kind { A, B } kind = B;
_Bool flag = 1;
char c = 1;
signed char s = 1;
struct bits { unsigned few : 3; } bits = {5};
const uint64_t large = 5;
volatile short v = 3;
char *text = 0;
(void)seq, (void)kind, (void)flag, (void)c, (void)s, (void)bits, (void)large, (void)v, (void)text;
END
        cat
    } | body_of_c
}

compiles_seeds() {
    compiles -pedantic -Wconversion -Wno-sign-conversion "$@"
}

seeds() { # seeds SEED...: the file seeds
    printf '%s\n' "$@" >"$work/seeds"
}

body=body.c
for standard in c11 c99; do
    seeds 5 5u 5L 5UL 5LL 5ULL -1 kind A flag "'a'" c s bits.few large v '(size_t)5' '(uint8_t)5' 's++' \
        'large == 5' INT64_MIN UINT64_MAX 'nprand_tomaxint(rng)'
    right_seeds compiles_seeds seeds_of_c
    seeds 5.7f 5.7 2.5L text '"42"' '&c' rng
    wrong_seeds compiles seeds_of_c 'nprand_seed(rng' '_Generic|controlling'
    wrong_seeds compiles seeds_of_c 'nprand_seed_seq_init(&seq' '_Generic|controlling'
    seeds 2.5L '&v' rng
    wrong_seeds compiles seeds_of_c 'nprand_py_seed(rng' '_Generic|controlling'
    seeds text '"abc"' '(const char *)text'
    wrong_seeds compiles seeds_of_c 'nprand_py_seed(rng' nprand_py_seed_str
    # Integers of more than 64 bits, where the compiler has them.
    echo 'unsigned __int128 x; int body(void); int body(void) { return (int)x; }' >"$work/body.c"
    if compiles; then
        seeds '(__int128)5' '(unsigned __int128)5'
        # Of GCC this literal is an __int128; of clang, which warns too, a uint64_t.
        echo 'int body(void); int body(void) { return _Generic(12345678901234567890, __int128: 0); }' >"$work/body.c"
        ! compiles -Wno-error || echo 12345678901234567890 >>"$work/seeds"
        for function in 'nprand_seed(rng' 'nprand_seed_seq_init(&seq' 'nprand_py_seed(rng'; do
            wrong_seeds compiles seeds_of_c "$function" '_Generic|controlling'
        done
    fi
done
standard=c11
# The functions behind the macros.
right 'nprand_status (*seed)(nprand_rng *, int64_t) = nprand_seed; if (seed(rng, 5) != NPRAND_OK) return 1;'
right 'if ((nprand_py_seed)(rng, 5) != NPRAND_OK || (nprand_seed)(rng, 5) != NPRAND_OK) return 1;'
drops 'nprand_seed(rng, 0u);'
drops 'nprand_seed_seq_init(memory, 0);'
drops 'nprand_py_seed(rng, 0.5);'

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

seeds_of_cpp() {
    cat <<'END'
#include <atomic>
#include <string>
#include <nprand_python.h>
enum kind { A, B = 7 };
enum large_kind : uint64_t { C = UINT64_MAX };
enum class fixed : uint64_t { one = 1 };
int body(nprand_rng *rng, nprand_seed_seq seq, kind kind, large_kind large, char *text);
int body(nprand_rng *rng, nprand_seed_seq seq, ::kind kind, large_kind large, char *text)
{
    struct { unsigned few : 3; } bits = {5};
    std::atomic<uint64_t> counter(5);
    (void)rng, (void)seq, (void)kind, (void)large, (void)text, (void)bits, (void)counter;
END
    cat
    echo 'return 0; }'
}

compiles_seeds_cpp() {
    # shellcheck disable=SC2086 # a command with its flags
    $USER_CXX -std=$standard -Wall -Wextra -Werror "$@" "-I$include" -fsyntax-only "$work/body.cpp" >"$work/log" 2>&1
}

if [ -n "${USER_CXX-}" ]; then
    mistake='no matching|cannot convert|could not convert|no viable'
    right_cpp 'rs.choice(4, 3, true, v); rs.choice(4, 3, false, p); rs.choice(v, 2, false);'
    wrong_cpp "$mistake" 'rs.choice(v, 10, v);'
    wrong_cpp "$mistake" 'rs.choice(4, 3, p);'
    wrong_cpp "$mistake" 'rs.choice(4, 3, true, p + 0);'
    wrong_cpp "$mistake" 'rs.choice(4, 3, true, std::vector<int>{1, 0, 0, 0});'
    wrong_cpp "$dropped" 'nprand_seed(rs.rng(), 0);'

    # Seeds of C's functions, in strict and in GNU's C++.
    body=body.cpp
    deleted='deleted function'
    for standard in c++11 c++20 gnu++20; do
        seeds 5 5u 5L 5ULL -1 kind A true "'a'" "L'a'" bits.few large counter '(unsigned char)5' 'kind == B' INT64_MIN
        right_seeds compiles_seeds_cpp seeds_of_cpp
        for function in 'nprand_seed(rng' 'nprand_seed_seq_init(&seq' 'nprand_py_seed(rng'; do
            seeds 2.5L text '"42"' '(const char *)text' fixed::one rng nullptr '(__int128)5' \
                '(unsigned __int128)5' 'std::string("42")'
            wrong_seeds compiles_seeds_cpp seeds_of_cpp "$function" "$deleted"
        done
        seeds 5.7f 5.7 'std::atomic<double>(1)'
        wrong_seeds compiles_seeds_cpp seeds_of_cpp 'nprand_seed(rng' "$deleted"
        wrong_seeds compiles_seeds_cpp seeds_of_cpp 'nprand_seed_seq_init(&seq' "$deleted"
        seeds '"abc"'
        wrong_seeds compiles_seeds_cpp seeds_of_cpp 'nprand_py_seed(rng' use_nprand_py_seed_str
    done
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
