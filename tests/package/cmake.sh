#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# cmake.sh MESON SOURCE BUILD CC...: projects of CMake use nprand. find_package() finds what meson installs from BUILD,
# and what cmake --install installs from SOURCE; add_subdirectory() and FetchContent take SOURCE itself. The blocks
# of docs/install.md and README.md are part of the projects. Both installations have the same files, .pc files and
# symbols. What can't be built or found is said in one sentence. The libraries are compiled without optimisation.
# CMAKE in the environment names another cmake.
set -eu
. "$(dirname "$0")/common.sh"
meson=$1
source=$2
build=$3
shift 3
cmake=${CMAKE-cmake}
command -v "$cmake" >/dev/null || skip 'cmake is not installed, so that nothing is built by it'
unset CMAKE_PREFIX_PATH
export CC="$*" CFLAGS='-O0 -w'

# Each library is compiled as one file, which takes less time. The command and the tests are not.
one_file='-DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=0'

refused() { # refused SENTENCE COMMAND...: COMMAND fails, and says the sentence in whatever lines
    sentence=$1
    shift
    if "$@" >"$folder/log" 2>&1; then
        echo "not refused: $*"
        exit 1
    fi
    tr -s ' \n' '  ' <"$folder/log" | grep -qF "$sentence" || same "$*" "$(cat "$folder/log")" "$sentence"
    passed=$((passed + 1))
}

# ---- The two installations, each moved to another place ----

quiet "$meson" install -C "$build" --no-rebuild --destdir "$folder/stage"
mv "$folder/stage" "$folder/meson"
header=$(find "$folder/meson" -name nprand.h)
header=${header#"$folder/meson"}
prefix=${header%/include/nprand.h}
config=$(find "$folder/meson" -name nprand-config.cmake)
libdir=${config#"$folder/meson$prefix/"}
libdir=${libdir%/cmake/nprand/nprand-config.cmake}
for file in libnprand.a libnprand.so; do
    [ -f "$folder/meson$prefix/$libdir/$file" ] || skip "meson installs no $file here: -Ddefault_library=both does"
done

components=
for component in threads lapack; do
    [ ! -f "$folder/meson$prefix/include/nprand_$component.h" ] || components="$components $component"
done
wanted() { # wanted COMPONENT: the value of its option
    case $components in *$1*) echo ON ;; *) echo OFF ;; esac
}
quiet "$cmake" -S "$source" -B "$folder/build" -DCMAKE_BUILD_TYPE=None $one_file \
    -DNPRAND_OPENMP="$(wanted threads)" -DNPRAND_LAPACK="$(wanted lapack)" \
    -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR="$libdir"
quiet "$cmake" --build "$folder/build" --parallel 2
quiet env DESTDIR="$folder/stage" "$cmake" --install "$folder/build"
mv "$folder/stage" "$folder/cmake"

list() { # list TREE: its files
    (cd "$1" && find . ! -type d | sort)
}
list "$folder/meson" >"$folder/files-meson"
list "$folder/cmake" >"$folder/files-cmake"
same 'installed by meson (<) and by CMake (>)' "$(diff "$folder/files-meson" "$folder/files-cmake" || true)" ''
symbols() { # symbols TREE: the functions and data that the files of the library share
    find "$1$prefix" -name 'lib*.a' -exec nm -g --defined-only {} \; | sed -n 's/.* \(nprand_.*\)$/\1/p' | sort
}
if command -v nm >/dev/null; then
    symbols "$folder/meson" >"$folder/symbols-meson"
    symbols "$folder/cmake" >"$folder/symbols-cmake"
    same 'there are symbols' "$(grep -c '^nprand_seed$' "$folder/symbols-meson")" 1
    same 'symbols by meson (<) and by CMake (>)' "$(diff "$folder/symbols-meson" "$folder/symbols-cmake" || true)" ''
fi
case $components in
*threads*)
    for by in meson cmake; do
        same "nprand --threads, installed by $by" \
            "$("$folder/$by$prefix/bin/nprand" --seed 0 --threads 2 rand 1)" '[0.5488135]'
    done
    ;;
esac
ask() { # ask TREE QUESTION NAME: the answer of pkg-config
    PKG_CONFIG_PATH="$folder/$1$prefix/$libdir/pkgconfig" pkg-config $2 "$3"
}
if command -v pkg-config >/dev/null; then
    for pc in nprand ${components:+$(printf 'nprand_%s ' $components)}; do
        for question in --libs '--static --libs' --cflags --modversion --print-requires --print-requires-private \
            --variable=fortrandir; do
            same "$pc.pc by CMake, $question" "$(ask cmake "$question" "$pc")" "$(ask meson "$question" "$pc")"
        done
    done
fi

# ---- Projects ----

# block PAGE NUMBER: the lines of the page's block of CMake of that number.
block() {
    awk -v number="$2" '$0 == "```cmake" && ++blocks == number { inside = 1; next }
                        inside && $0 == "```" { exit }
                        inside' "$source/$1"
}

# project FOLDER PAGE NUMBER: a project of example.c and the page's block, and of a program for each other target.
project() {
    mkdir "$folder/$1"
    cp "$here"/user*.c "$folder/$1"
    mv "$folder/$1/user.c" "$folder/$1/example.c"
    {
        printf 'cmake_minimum_required(VERSION 3.16)\nproject(user C)\nadd_executable(example example.c)\n'
        block "$2" "$3"
        [ "$1" != found ] || echo "find_package(nprand 0.9 REQUIRED COMPONENTS $components)"
        printf 'add_executable(example_static example.c)\n'
        printf 'target_link_libraries(example_static nprand::nprand_static)\n'
        for component in $components; do
            for kind in '' _static; do
                name=$component$kind
                printf 'add_executable(%s user_%s.c)\n' "$name" "$component"
                printf 'target_link_libraries(%s nprand::%s)\n' "$name" "$name"
            done
        done
    } >"$folder/$1/CMakeLists.txt"
}

# runs WHAT FOLDER: each of its programs draws the right number.
runs() {
    for program in example $components; do
        expect "$1, $program" "$folder/$2/$program"
        expect "$1, ${program}_static" "$folder/$2/${program}_static"
    done
}

# loads_library PROGRAM ANSWER: whether it loads libnprand.so.
loads_library() {
    if command -v readelf >/dev/null; then
        answer=no
        ! readelf -d "$1" | grep -q 'NEEDED.*libnprand' || answer=yes
        same "$1 loads libnprand.so" "$answer" "$2"
    fi
}

project found docs/install.md 1
for by in meson cmake; do
    quiet "$cmake" -S "$folder/found" -B "$folder/found-$by" -DCMAKE_PREFIX_PATH="$folder/$by$prefix"
    quiet "$cmake" --build "$folder/found-$by"
    runs "find_package, installed by $by" "found-$by"
    loads_library "$folder/found-$by/example" yes
    loads_library "$folder/found-$by/example_static" no
done

# The README's block is that of docs/install.md, and names find_package() beside it.
project subdirectory README.md 1
same 'both pages say add_subdirectory()' "$(block README.md 1 | sed 's/  *#.*//')" "$(block docs/install.md 2)"
same 'the README says find_package()' "$(block README.md 1 | sed -n 's/.*: //p')" \
    "$(block docs/install.md 1 | sed -n '/find_package/p')"
ln -s "$source" "$folder/subdirectory/nprand"
quiet "$cmake" -S "$folder/subdirectory" -B "$folder/subdirectory-build" $one_file
quiet "$cmake" --build "$folder/subdirectory-build" --parallel 2
runs add_subdirectory subdirectory-build
loads_library "$folder/subdirectory-build/example" no
same 'add_subdirectory builds no command and no shared library' \
    "$(find "$folder/subdirectory-build/nprand" -name nprand -type f -o -name '*.so*')" ''
quiet env DESTDIR="$folder/stage" "$cmake" --install "$folder/subdirectory-build"
same 'add_subdirectory installs nothing' "$(find "$folder/stage" ! -type d 2>"$folder/log")" ''

project fetched docs/install.md 3
quiet "$cmake" -S "$folder/fetched" -B "$folder/fetched-build" -DFETCHCONTENT_SOURCE_DIR_NPRAND="$source" \
    -DBUILD_SHARED_LIBS=ON $one_file
quiet "$cmake" --build "$folder/fetched-build" --parallel 2
runs 'FetchContent, shared' fetched-build
loads_library "$folder/fetched-build/example" yes

# A parent with an older C for its own files.
mkdir "$folder/older"
ln -s "$source" "$folder/older/nprand"
printf '%s\n' 'cmake_minimum_required(VERSION 3.16)' 'project(user C)' 'set(CMAKE_C_STANDARD 99)' \
    'set(CMAKE_C_EXTENSIONS OFF)' 'set(CMAKE_C_FLAGS "-pedantic-errors")' 'add_subdirectory(nprand)' \
    >"$folder/older/CMakeLists.txt"
quiet "$cmake" -S "$folder/older" -B "$folder/older-build"
passed=$((passed + 1))

# ---- One sentence each ----

# asks WORDS: a project that says find_package(WORDS), in a folder of its own.
asks() {
    rm -rf "$folder/asks"
    mkdir "$folder/asks"
    printf 'cmake_minimum_required(VERSION 3.16)\nproject(user C)\nfind_package(%s)\n' "$1" \
        >"$folder/asks/CMakeLists.txt"
    "$cmake" -S "$folder/asks" -B "$folder/asks/build" -DCMAKE_PREFIX_PATH="$folder/cmake$prefix"
}
refused 'nprand has the components threads and lapack, and no component gpu.' \
    asks 'nprand REQUIRED COMPONENTS gpu'
refused 'requested version "1.0"' asks 'nprand 1.0 REQUIRED'
rm -f "$folder/cmake$prefix/$libdir"/libnprand_threads.*
refused 'has no library nprand_threads: build and install nprand where OpenMP can be found.' \
    asks 'nprand REQUIRED COMPONENTS threads'
quiet asks 'nprand 0.9 REQUIRED OPTIONAL_COMPONENTS threads'
refused 'NPRAND_MATH is fast: set it to reference or system.' \
    "$cmake" -S "$source" -B "$folder/build" -DNPRAND_MATH=fast
refused 'take -ffast-math and its parts out of CMAKE_C_FLAGS' \
    env CFLAGS='-O1 -ffast-math' "$cmake" -S "$source" -B "$folder/fast"
printf '%s\n' '#!/bin/sh' 'case " $* " in *" -std=c11 "*) echo "unrecognized option -std=c11" >&2; exit 1 ;; esac' \
    "exec $CC \"\$@\"" >"$folder/old-cc"
chmod +x "$folder/old-cc"
refused 'nprand needs a compiler for C11 with <stdatomic.h>, such as GCC 12 or clang 14, with which it is tested' \
    env CC="$folder/old-cc" "$cmake" -S "$source" -B "$folder/old"
no_cmocka='-DCMAKE_DISABLE_FIND_PACKAGE_cmocka=ON -DCMAKE_DISABLE_FIND_PACKAGE_PkgConfig=ON'
quiet "$cmake" -S "$source" -B "$folder/tests" $no_cmocka
same 'without cmocka' "$(grep 'tests of nprand' "$folder/log")" \
    '-- The tests of nprand are left out, since cmocka was not found (Debian and Ubuntu: libcmocka-dev).'
refused 'The tests need cmocka: install it (Debian and Ubuntu: libcmocka-dev), or leave the tests out by' \
    "$cmake" -S "$source" -B "$folder/tests" $no_cmocka -DNPRAND_TESTS=ON

finish
