# SPDX-License-Identifier: BSD-3-Clause
#
# hpp_refuses.sh INCLUDE CXX...: what must not compile with nprand.hpp does not, and below C++17 the
# header says one sentence.
set -u
include=$1
shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C
passed=0
failed=0

compiles() { # compiles FLAGS...: what stands in user.cpp
    "$cxx" "$@" -fsyntax-only -I"$include" "$folder/user.cpp" >"$folder/log" 2>&1
}

# The header is compiled once for all programs in C++17, which takes a quarter of the time.
compiles_in_17() {
    compiles -std=c++17 -I"$folder/compiled" -include nprand.hpp
}

result() { # result WHAT SUCCEEDED
    if [ "$2" = 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $1"
        cat "$folder/log"
    fi
}

program() { # program STATEMENTS: user.cpp, with what the statements use
    cat >"$folder/user.cpp" <<END
#include <nprand.hpp>
#include <list>
int main()
{
    nprand::RandomState rs(0);
    double number = 1.5;
    std::vector<int> ints(3);
    std::list<double> doubles = {1, 2};
    const char *text = "1234";
    enum class fixed : std::uint64_t { one = 1 };
    (void)number, (void)text;
    $1
}
END
}

accepted() {
    program "$1"
    compiles_in_17
    result "compiles: $1" $?
}

refused() { # refused STATEMENTS [WORDS]: with these words, if there are any
    program "$1"
    ! compiles_in_17 && grep -q -e "${2-error}" "$folder/log"
    result "does not compile: $1" $?
}

# cxx COMMAND...: the compiler with its options.
cat >"$folder/cxx" <<END
#!/bin/sh
exec $* "\$@"
END
chmod +x "$folder/cxx"
cxx=$folder/cxx
mkdir "$folder/compiled"
cp "$include"/* "$folder/compiled"
"$cxx" -std=c++17 -x c++-header "$folder/compiled/nprand.hpp" -o "$folder/compiled/nprand.hpp.gch"

for header in nprand.hpp nprand_lapack.hpp; do
    echo "#include <$header>" >"$folder/user.cpp"
    for standard in c++98 c++11 c++14; do
        ! compiles -std=$standard && [ "$(grep -c 'error: ' "$folder/log")" = 1 ] &&
            grep -q 'needs C++17' "$folder/log"
        result "one sentence: $header with $standard" $?
    done
done

# Each of these differs in little from what is refused below.
accepted 'nprand::RandomState x(1);'
accepted 'nprand::RandomState x({1u, 2});'
accepted 'nprand::RandomState x(std::list<long>{1, 2});'
accepted 'nprand::SeedSequence x(text);'
accepted 'rs.seed({5}); rs.seed(7u); rs.seed(ints);'
accepted '(void)rs.randint<char>(0, 10);'
accepted 'float out[3]; rs.rand_fill(3, out);'
accepted 'nprand::RandomState x({1, 2u, 3l}); rs.seed({0, 1u}); nprand::SeedSequence y({0, 1u}), z({1u, -2l, 3ull}, 8);'
accepted '(void)nprand::SeedSequence(1).child({1, 2u}); (void)nprand::SeedSequence(1).child(ints);'
accepted 'std::int64_t i = rs.choice(1, {1.0}) + rs.choice(1, {1}); (void)i;'
accepted 'float p[3] = {}; std::int64_t k[3]; rs.multinomial_fill(5, p, 1, k); double x[3]; rs.dirichlet_fill(p, 1, x);'
accepted 'rs.shuffle(ints); (void)rs.permutation(doubles);'

# A seed that would narrow, or is no integer.
refused 'nprand::RandomState x(1.5);' deleted
refused 'nprand::RandomState x{number};' deleted
refused 'nprand::RandomState x({1.5, 2.5});'
refused 'nprand::RandomState x({number});'
refused 'nprand::RandomState x({});'
refused 'nprand::RandomState x(doubles);'
refused "nprand::RandomState x('a');" deleted
refused 'nprand::RandomState x(text);' deleted
refused 'nprand::RandomState x("1234");'
refused 'nprand::RandomState x(std::string("1234"));' deleted
refused 'nprand::RandomState x(nullptr);' deleted
refused 'rs.seed(1.5);' deleted
refused 'rs.seed({number});'
refused 'rs.seed({});'
refused "rs.seed('a');" deleted
refused 'rs.seed("1234");'
refused 'nprand::SeedSequence x(1.5);' deleted
refused 'nprand::SeedSequence x({number});'
refused "nprand::SeedSequence x('1');" deleted
refused 'nprand::SeedSequence x(nullptr);' deleted

# Lists in braces of several types; the standard without GNU's extensions has another __int128.
refused 'nprand::RandomState x({1, number});'
refused 'rs.seed({1, number});'
refused 'nprand::SeedSequence x({1u, number});'
refused 'nprand::SeedSequence x({1, 1.5f, 2u}, 8);'
refused "nprand::RandomState x({1, 'a'});"
refused 'nprand::RandomState x({1, fixed::one});'
refused 'nprand::RandomState x(fixed::one);'
refused 'nprand::RandomState x({1, nullptr});'
refused '(void)nprand::SeedSequence(1).child({number});'
refused '(void)nprand::SeedSequence(1).child({1, number});'
refused '(void)nprand::SeedSequence(1).child(doubles);'
program '__int128 big = 5; (void)big;'
if compiles -std=c++17; then
    standards='c++17 gnu++17'
    for standard in $standards; do
        for use in 'nprand::RandomState x(big)' 'nprand::RandomState x({big})' 'nprand::RandomState x({1, big})' \
            'rs.seed(big)' 'rs.seed({big})' 'rs.seed({1, big})' 'nprand::SeedSequence x(big)' \
            'nprand::SeedSequence x({big})' 'nprand::SeedSequence x({1, big})' \
            '(void)nprand::SeedSequence(1).child({big})' 'rs.seed(std::vector<__int128>{1})'; do
            program "__int128 big = 5; (void)big; $use;"
            ! compiles -std="$standard" && grep -q error "$folder/log"
            result "$standard does not compile: $use" $?
        done
    done
fi

# What needs random access, and results that must not be dropped.
refused 'rs.shuffle(doubles);' 'shuffle: x needs random access iterators'
refused 'rs.shuffle(doubles.begin(), doubles.end());' 'shuffle: x needs random access iterators'
dropped() { # dropped STATEMENT: with a warning, and only then
    program "$1"
    compiles -std=c++17 && grep -q -e 'nodiscard' "$folder/log"
    result "is not to be dropped: $1" $?
}
dropped 'rs.permutation(ints);'
dropped 'rs.get_state();'
dropped 'rs.get_state_json();'
dropped 'rs.to_std();'
dropped 'nprand::RandomState::from_std(std::mt19937());'
dropped 'nprand::SeedSequence(1).child({1});'
dropped 'nprand::SeedSequence(1).generate_state(3);'

# Probabilities of other types.
refused 'rs.multinomial(5, ints);'
refused 'rs.multinomial(5, doubles);'
refused 'rs.dirichlet(std::vector<long double>{1, 2});'

# Integers of types that NumPy has none of.
refused '(void)rs.randint<double>(0, 10);' 'randint<T>: T is'
refused '(void)rs.randint<wchar_t>(0, 10);' 'randint<T>: T is'
refused '(void)rs.randint<char16_t>(0, 10, 5);' 'randint<T>: T is'

# Fills go to doubles and floats.
refused 'rs.rand_fill(3, ints.data());'
refused 'long double out[3]; rs.normal_fill(0, 1, 3, out);'
refused 'const double out[3] = {}; rs.normal_fill(0, 1, 3, out);'

# Ranges as parameters: numbers, and integers where the parameter is one. One error for each call; gcc
# also calls an error what it says of the other functions of that name.
one_error() { # one_error STATEMENT WORDS
    program "$1"
    ! compiles_in_17 && grep -q -e "$2" "$folder/log" &&
        [ "$(grep 'error: ' "$folder/log" | grep -c -v "no type named 'type'")" = 1 ]
    result "one error: $1" $?
}
accepted '(void)rs.normal(ints, doubles); (void)rs.normal({1, 2}, number); (void)rs.binomial(ints, doubles);'
accepted '(void)rs.randint<std::uint8_t>(0, ints); (void)rs.randint(ints); double x[2]; rs.normal_each(x, 1, x, 0, 0, x);'
one_error '(void)rs.binomial(doubles, .5);' 'a parameter of integers needs a range of integers'
one_error '(void)rs.randint(std::vector<std::uint64_t>{1}, 5);' 'a parameter of integers needs a range of integers'
one_error '(void)rs.randint<std::uint64_t>(ints, 5);' 'a parameter of integers needs a range of integers'
one_error '(void)rs.poisson(std::vector<long double>{1});' 'long double has no NumPy type'
one_error '(void)rs.binomial(2.5, doubles);' 'a parameter of integers needs an integer'
one_error '(void)rs.randint(0, doubles);' 'a parameter of integers needs a range of integers'
one_error '(void)rs.normal(std::string("abc"), 1);' 'no matching'
one_error '(void)rs.poisson("abc");' 'no matching'
one_error '(void)rs.normal(ints, std::list<std::string>());' 'no matching'
one_error '(void)rs.normal(ints, 1, 3);' 'no matching'
one_error '(void)rs.normal(ints.data(), 1);' 'no matching'
one_error 'float x[2]; rs.normal_each(x, 1, x, 1, 2, x);' 'float'

# C's header, as programs that take it for one of C alone include it.
cat >"$folder/user.cpp" <<'END'
extern "C" {
#include <nprand_python.h>
}
int main()
{
    nprand_rng rng;
    return nprand_py_seed(&rng, 1u) + nprand_py_seed(&rng, 1.5) + nprand_py_seed(&rng, -1);
}
END
compiles -std=c++11 -Wall -Wextra -Wpedantic -Werror
result 'nprand_python.h within extern "C"' $?

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
