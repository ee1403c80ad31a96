#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# cmake.sh MESON SOURCE BUILD CC...: projects of CMake use nprand. find_package() finds what meson installs from BUILD,
# and what cmake --install installs from SOURCE; add_subdirectory() and FetchContent take SOURCE itself. The README's
# blocks are part of each project. Both installations have the same files, .pc files and symbols. What can't be
# built or found is said in one sentence. The libraries are compiled without optimisation.
# CMAKE in the environment names another cmake.
set -eu
if [ $# -lt 4 ]; then
    echo "usage: cmake.sh MESON SOURCE BUILD CC..." >&2
    exit 2
fi
meson=$1
source=$2
build=$3
shift 3
cmake=${CMAKE-cmake}
if ! command -v "$cmake" >/dev/null; then
    echo "skipped: cmake is not installed, so that nothing is built by it"
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unset DESTDIR LD_LIBRARY_PATH CMAKE_PREFIX_PATH
export CC="$*" CFLAGS='-O0 -w'

passed=0
failed=0
report() { # report WHAT WANTED GOT
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED: %s\nexpected:\n%s\ngot:\n%s\n' "$1" "$2" "$3"
    fi
}

must() { # must COMMAND...: what the test can't go on without
    "$@" >"$folder/log" 2>&1 || { echo "failed: $*"; cat "$folder/log"; exit 1; }
}

refused() { # refused WHAT SENTENCE COMMAND...: COMMAND fails, and says the sentence in whatever lines
    what=$1
    sentence=$2
    shift 2
    if "$@" >"$folder/log" 2>&1; then
        report "$what" 'a refusal' 'success'
    elif tr -s ' \n' '  ' <"$folder/log" | grep -qF "$sentence"; then
        report "$what" '' ''
    else
        report "$what" "$sentence" "$(cat "$folder/log")"
    fi
}

# ---- The two installations, each moved to another place ----

must "$meson" install -C "$build" --no-rebuild --destdir "$folder/stage"
mv "$folder/stage" "$folder/meson"
header=$(find "$folder/meson" -name nprand.h)
header=${header#"$folder/meson"}
prefix=${header%/include/nprand.h}
config=$(find "$folder/meson" -name nprand-config.cmake)
libdir=${config#"$folder/meson$prefix/"}
libdir=${libdir%/cmake/nprand/nprand-config.cmake}

components=
for component in threads lapack; do
    [ ! -f "$folder/meson$prefix/include/nprand_$component.h" ] || components="$components $component"
done
wanted() { # wanted COMPONENT: the value of its option
    case $components in *$1*) echo ON ;; *) echo OFF ;; esac
}
must "$cmake" -S "$source" -B "$folder/build" -DNPRAND_TESTS=OFF -DCMAKE_BUILD_TYPE=None \
    -DNPRAND_OPENMP="$(wanted threads)" -DNPRAND_LAPACK="$(wanted lapack)" \
    -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR="$libdir"
must "$cmake" --build "$folder/build" --parallel 2
must env DESTDIR="$folder/stage" "$cmake" --install "$folder/build"
mv "$folder/stage" "$folder/cmake"

list() { # list TREE: its files, and what the links lead to
    (cd "$1" && find . ! -type d | sort)
}
report 'both builds install the same files' "$(list "$folder/meson")" "$(list "$folder/cmake")"
symbols() { # symbols TREE: the functions and data that the files of the library share
    find "$1$prefix" -name 'lib*.a' -exec nm -g --defined-only {} \; | sed -n 's/.* \(nprand_.*\)$/\1/p' | sort
}
if command -v nm >/dev/null; then
    report 'both builds have the same symbols' "$(symbols "$folder/meson")" "$(symbols "$folder/cmake")"
fi
if command -v pkg-config >/dev/null; then
    for pc in nprand $(printf 'nprand_%s ' $components | sed 's/nprand_ //'); do
        for question in --libs --cflags --modversion --print-requires --print-provides; do
            ask() { PKG_CONFIG_PATH="$folder/$1$prefix/$libdir/pkgconfig" pkg-config $question $pc; }
            report "$pc.pc of both builds, $question" "$(ask meson)" "$(ask cmake)"
        done
    done
fi

# ---- Projects ----

# block NUMBER: the lines of README.md's block of CMake of that number.
block() {
    awk -v number="$1" '$0 == "```cmake" && ++blocks == number { inside = 1; next }
                        inside && $0 == "```" { exit }
                        inside' "$source/README.md"
}

# project FOLDER NUMBER: a project of example.c and README.md's block, and of a program for each other target.
project() {
    mkdir "$folder/$1"
    cp "$source"/tests/package/user*.c "$folder/$1"
    mv "$folder/$1/user.c" "$folder/$1/example.c"
    {
        printf 'cmake_minimum_required(VERSION 3.16)\nproject(user C)\nadd_executable(example example.c)\n'
        block "$2"
        [ "$2" != 1 ] || echo "find_package(nprand 0.1 REQUIRED COMPONENTS $components)"
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

# runs WHAT FOLDER: each of its programs prints seed 0's first number.
runs() {
    for program in example $components; do
        report "$1, $program" 0.5488135 "$("$folder/$2/$program")"
        report "$1, ${program}_static" 0.5488135 "$("$folder/$2/${program}_static")"
    done
}

# uses_library PROGRAM: whether it loads libnprand.so.
uses_library() {
    ! command -v readelf >/dev/null || readelf -d "$1" | grep -q 'NEEDED.*libnprand'
}

# Each library is compiled as one file, which takes less time.
one_file='-DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=0'

project found 1
for by in meson cmake; do
    must "$cmake" -S "$folder/found" -B "$folder/found-$by" -DCMAKE_PREFIX_PATH="$folder/$by$prefix"
    must "$cmake" --build "$folder/found-$by"
    runs "find_package, installed by $by" "found-$by"
    report "installed by $by: nprand::nprand is shared" yes \
        "$(uses_library "$folder/found-$by/example" && echo yes || echo no)"
done
if command -v readelf >/dev/null; then
    report 'nprand::nprand_static is static' no \
        "$(uses_library "$folder/found-cmake/example_static" && echo yes || echo no)"
fi

project subdirectory 2
ln -s "$source" "$folder/subdirectory/nprand"
must "$cmake" -S "$folder/subdirectory" -B "$folder/subdirectory-build" $one_file
must "$cmake" --build "$folder/subdirectory-build" --parallel 2
runs add_subdirectory subdirectory-build
report 'add_subdirectory builds no command and no shared library' '' \
    "$(find "$folder/subdirectory-build/nprand" -name nprand -type f -o -name '*.so*')"
must env DESTDIR="$folder/stage" "$cmake" --install "$folder/subdirectory-build"
report 'add_subdirectory installs nothing' '' "$(find "$folder/stage" ! -type d 2>"$folder/log")"

project fetched 3
must "$cmake" -S "$folder/fetched" -B "$folder/fetched-build" -DFETCHCONTENT_SOURCE_DIR_NPRAND="$source" \
    -DBUILD_SHARED_LIBS=ON $one_file
must "$cmake" --build "$folder/fetched-build" --parallel 2
runs 'FetchContent, shared' fetched-build
report 'BUILD_SHARED_LIBS: nprand::nprand is shared' yes \
    "$(uses_library "$folder/fetched-build/example" && echo yes || echo no)"

# ---- One sentence each ----

# asks WORDS: a project that says find_package(WORDS), in a folder of its own.
asks() {
    rm -rf "$folder/asks"
    mkdir "$folder/asks"
    printf 'cmake_minimum_required(VERSION 3.16)\nproject(user C)\nfind_package(%s)\n' "$1" \
        >"$folder/asks/CMakeLists.txt"
    "$cmake" -S "$folder/asks" -B "$folder/asks/build" -DCMAKE_PREFIX_PATH="$folder/cmake$prefix"
}
refused 'another component' 'nprand has the components threads and lapack, and no component gpu.' \
    asks 'nprand REQUIRED COMPONENTS gpu'
refused 'a later version' 'requested version "1.0"' asks 'nprand 1.0 REQUIRED'
rm -f "$folder/cmake$prefix/$libdir"/libnprand_threads.*
refused 'a component that was not built' 'has no library nprand_threads: build and install nprand where OpenMP can be found.' \
    asks 'nprand REQUIRED COMPONENTS threads'
must asks 'nprand 0.1 REQUIRED OPTIONAL_COMPONENTS threads'
refused 'NPRAND_MATH=fast' 'NPRAND_MATH is fast: set it to reference or system.' \
    "$cmake" -S "$source" -B "$folder/build" -DNPRAND_MATH=fast
refused '-ffast-math' 'take -ffast-math and its parts out of CMAKE_C_FLAGS' \
    env CFLAGS='-O1 -ffast-math' "$cmake" -S "$source" -B "$folder/fast"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
