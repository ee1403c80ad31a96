#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# single_file.sh SOURCE CC...: the library as a single file. It compiles without warnings by each C and C++ compiler
# that is there, with and without its options; a program is built with it by CC alone and by a Makefile; and the
# vectors have their values. CC takes the lines of README.md and docs/install.md. With NPRAND_WHOLE=yes tcc too runs all
# vectors, which takes it minutes.
set -eu
. "$(dirname "$0")/common.sh"
source=$1
shift
command -v python3 >/dev/null || skip 'python3, which makes the single file, was not found'
quiet "$source/packaging/amalgamate.py" "$folder/dist"
quiet "$source/packaging/amalgamate.py" "$folder/again"
quiet cmp "$folder/dist/nprand.c" "$folder/again/nprand.c"
quiet cmp "$folder/dist/nprand.h" "$folder/again/nprand.h"
echo '#include "nprand.h"' >"$folder/dist/nprand_python.h"
cd "$folder/dist"

strictly() { # strictly OBJECT COMPILER...: compiles nprand.c without a warning
    object=$1
    shift
    if ! command -v "$1" >/dev/null; then
        echo "skipped: $1 was not found"
        return
    fi
    quiet "$@" -Wall -Wextra -pedantic -Werror -c nprand.c -o "$object"
    quiet "$@" -Wall -Wextra -pedantic -Werror -DNPRAND_NO_PYTHON -DNPRAND_MATH_SYSTEM -c nprand.c -o small.o
    passed=$((passed + 1))
}

strictly gcc.o gcc -std=c11 -Wconversion -Wshadow
strictly clang.o clang -std=c11 -Wconversion -Wshadow
strictly tcc.o tcc
strictly g++.o g++ -x c++ -std=c++17
strictly clang++.o clang++ -x c++ -std=c++20
strictly windows.o x86_64-w64-mingw32-gcc -std=c11

# Each object with a program that the same compiler makes: C++ and tcc call helpers in libraries of their own.
for object in gcc clang tcc g++ clang++; do
    [ -f $object.o ] || continue
    quiet $object -I. "$here/user.c" $object.o -lm -o user
    expect "$object" ./user
done

# The routes of a user.

# block PAGE: the lines of the page's block of sh that makes the single file. cc() adds -O0, which takes less time.
block() {
    awk '/^```/ { inside = $0 == "```sh"; lines = ""; next }
         inside { lines = lines $0 "\n" }
         inside && /dist\/nprand\.c/ { printf "%s", lines; exit }' "$source/$1"
}
compiler=$*
cc() { command $compiler "$@" -O0; }
same 'README.md has the block' "$(block README.md | sed -n '1s/ .*//p')" python3
same 'docs/install.md says what README.md says' "$(block docs/install.md)" "$(block README.md)"
mkdir "$folder/checkout"
ln -s "$source/packaging" "$folder/checkout"
# The header of the single file has what nprand_python.h has.
sed 's/nprand_python\.h/nprand.h/' "$here/user.c" >"$folder/checkout/example.c"
(cd "$folder/checkout" && eval "set -e; $(block README.md)") >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
expect 'the lines of README.md' "$folder/checkout/example"
cp "$here/user.c" made.c
printf 'CPPFLAGS = -I.\nLDLIBS = -lm\nmade: made.o nprand.o\n' >Makefile
quiet env CC="$*" make made
expect 'Makefile' ./made

# NPRAND_NO_PYTHON leaves out the declarations and the code of the Python part, and nothing besides.
names() {
    nm -g --defined-only "$1" | awk '{ print $NF }' | grep "$2" || true
}
quiet "$@" -c nprand.c -o whole.o
quiet "$@" -DNPRAND_NO_PYTHON -c nprand.c -o small.o
same 'NPRAND_NO_PYTHON' "$(names small.o '^nprand_')" "$(names whole.o '^nprand_' | grep -v '^nprand_py_')"
printf '#include "nprand.h"\ndouble f(nprand_rng *rng) { return nprand_py_random(rng); }\n' >py.c
quiet "$@" -Wall -Werror -c py.c
if "$@" -Wall -Werror -DNPRAND_NO_PYTHON -c py.c 2>/dev/null; then
    echo 'NPRAND_NO_PYTHON leaves nprand_py_random() declared'
    exit 1
fi

# What is private: functions are static, objects hidden. The header defines the macros of the public headers alone.
same 'private functions' "$(nm -g --defined-only whole.o | grep ' T nprand__' || true)" ''
same 'names without the prefix' "$(names whole.o . | grep -v '^nprand_' || true)" ''
macros() { # macros INCLUDE_FOLDER
    echo '#include <nprand_python.h>' | "$CPP" -dM -E -I"$1" -x c - | sort
}
CPP=$1
same 'macros' "$(macros .)" "$(macros "$source/include")"

if command -v readelf >/dev/null; then
    same 'a stack that can be run' "$(readelf -lW user | grep 'GNU_STACK.*RWE' || true)" ''
fi

# The vectors: whole by GCC, optimised; for tcc the first lines of each file.
vectors() { # vectors FOLDER COMPILER...
    values=$1
    shift
    quiet "$@" -I. -I"$source/tests" "$source/tests/test_vectors.c" "$source/tests/vector_case.c" \
        "$source/tests/vector_libm.c" "$source/tests/vector_methods.c" "$source/tests/sha256.c" nprand.c -lcmocka -lm \
        -o vectors
    quiet ./vectors "$values"
    tail -n 2 "$folder/log"
    grep -q 'failed: 0;' "$folder/log"
    passed=$((passed + 1))
}
vectors "$source/vectors" "$@" -O2
if command -v tcc >/dev/null; then
    few=$source/vectors
    if [ "${NPRAND_WHOLE-}" != yes ]; then
        few=$folder/few
        (cd "$source/vectors" && find . -name '*.txt') | while read -r file; do
            mkdir -p "$few/$(dirname "$file")"
            # The last line of a file has the number of its cases.
            sed '30q; /^end lines=/d' "$source/vectors/$file" |
                awk '{ print } !/^#/ && NF > 0 { count++ } END { print "end lines=" count + 0 }' >"$few/$file"
        done
    fi
    vectors "$few" tcc
fi
finish
