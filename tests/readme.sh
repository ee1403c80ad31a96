#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# readme.sh COMPILER ROOT LIBRARY: does what README.md shows, so that it stays true.
#
#   - the first block of C is compiled against LIBRARY and prints the first block of text;
#   - the first block of C++ likewise, and the second block of text, where USER_CXX names a compiler;
#   - the other blocks of C, and the C of each row of the table of NumPy's calls, compile without a
#     warning, the blocks also without one of a status that is dropped;
#   - each line that begins with "cc -O3 " and names sources of src works in a copy of the sources, beside that program;
#   - each "$ nprand" command prints the lines below it, with the nprand that those lines built.
#
# COMPILER is a command with its flags. ROOT is the folder of README.md, LIBRARY a libnprand.a.
set -u

if [ $# -ne 3 ]; then
    echo "usage: readme.sh COMPILER ROOT LIBRARY" >&2
    exit 2
fi
compiler=$1
root=$(cd "$2" && pwd) || exit 2
library=$(cd "$(dirname "$3")" && pwd)/$(basename "$3") || exit 2
readme=$root/README.md

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
mkdir "$work/tree" "$work/commands"
cp -R "$root/src" "$root/include" "$work/tree"
cd "$work/tree" || exit 2

passed=0
failed=0

# check NAME COMMAND...: counts whether the command succeeds, and shows what it said if not.
check() {
    name=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $name"
        cat "$work/log"
    fi
}

# The README's words for the compiler and the command. In a cross build meson names the emulator in
# MESON_EXE_WRAPPER.
cc() { command $compiler "$@"; } # "command": the compiler may be called cc itself
nprand() { ${MESON_EXE_WRAPPER-} ./nprand "$@"; }

# block LANGUAGE NUMBER: the lines of the block of that number that is fenced with that word.
block() {
    awk -v fence="\`\`\`$1" -v number="$2" '$0 == fence && ++blocks == number { inside = 1; next }
                                            inside && $0 == "```" { exit }
                                            inside' "$readme"
}

prints_as_shown() {
    ${MESON_EXE_WRAPPER-} "./$1" >"$work/actual" && diff -u "$work/expected" "$work/actual"
}

compiles_without_warning() {
    cc -std=c11 -Wall -Wextra -Werror -Iinclude example.c "$library" -lm -o linked
}

cpp_compiles_without_warning() {
    $USER_CXX -std=c++17 -Wall -Wextra -Werror -Iinclude example.cpp "$library" -lm -o cpp
}

command_prints_as_shown() {
    eval "$(cat "$1")" >"$work/actual" && diff -u "${1%.command}.expected" "$work/actual"
}

block c 1 >example.c
block text 1 >"$work/expected"
check "the program compiles" compiles_without_warning
check "the program prints what is shown" prints_as_shown linked

if [ -n "${USER_CXX-}" ]; then
    block cpp 1 >example.cpp
    block text 2 >"$work/expected"
    check "the program in C++ compiles" cpp_compiles_without_warning
    check "the program in C++ prints what is shown" prints_as_shown cpp
    block text 1 >"$work/expected"
else
    echo "skipped: the program in C++: no compiler for it"
fi

# Each piece is the body of a function, whose parameters are what the pieces do not declare. Those
# of a row of the table stand between backquotes.
pieces() { # pieces PART: of the blocks, or of the rows
    cat <<'END'
#include <nprand.h>
#include <nprand_lapack.h>
#include <nprand_python.h>
#include <stdio.h>
#include <stdlib.h>
END
    awk -v part="$1" '
        function begin() {
            pieces++
            head = "int piece" pieces "(nprand_rng rng, int64_t a, size_t n, double *x, double *y, " \
                   "int64_t *k, double *p, float *q, double *alpha, void *out)"
            print head ";\n" head "\n{\n{"
        }
        function end() { print "}\nreturn 0;\n}" }
        part == "blocks" && $0 == "```c" && ++blocks > 1 { inside = 1; begin(); next }
        inside && $0 == "```" { inside = 0; end() }
        inside
        $0 == "| NumPy | C |" || $0 == "| Python | C |" { getline; table = 1; next } # past the rule below it
        !/^\|/ { table = 0 }
        part == "rows" && table {
            split($0, cells, "|")
            count = split(cells[3], words, "`")
            begin()
            for (i = 2; i <= count; i += 2)
                print words[i] ";"
            end()
        }' "$readme"
}

pieces_compile() { # pieces_compile WORD FLAG...: of pieces.c, in which the word stands
    grep -q "$1" pieces.c || return 1
    shift
    cc -std=c11 -Wall -Wextra -Wno-unused-variable -Wno-unused-but-set-variable \
        -Wno-unused-parameter "$@" -Werror -Iinclude -c pieces.c
}

# A row has the call alone: what it returns is dropped. A block does something with it.
pieces blocks >pieces.c
check "the other blocks of C compile" pieces_compile nprand_bitgen
pieces rows >pieces.c
check "the rows compile" pieces_compile nprand_choice_p_work_size -Wno-unused-value -DNPRAND_NO_NODISCARD

grep '^cc -O3 .*src/' "$readme" >"$work/lines"
while IFS= read -r line; do
    check "$line" eval "$line"
done <"$work/lines"
check "the program built without meson prints what is shown" prints_as_shown example
check "the shared library built without meson is there" test -s libnprand.so

awk -v folder="$work/commands" '
    /^```/ { out = "" }
    /^\$ nprand / {
        file = sprintf("%s/%02d", folder, ++n)
        print substr($0, 3) > (file ".command")
        out = file ".expected"
        printf "" > out
        next
    }
    out != "" { print > out }' "$readme"
for command in "$work/commands"/*.command; do
    check "$(cat "$command")" command_prints_as_shown "$command"
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
