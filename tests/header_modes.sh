#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# header_modes.sh INCLUDE: the C headers compile without a warning in each language that they promise, with
# gcc and with clang; nprand_rng has its size and alignment in each; below C++11 the headers say one
# sentence; the includer can define NPRAND_API and NPRAND_NODISCARD; no macro lacks the prefix. A compiler
# or a language that is missing is skipped with a line that names it.
set -u
include=$1
export LC_ALL=C
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0
headers='nprand.h nprand_python.h nprand_lapack.h nprand_threads.h'

result() { # result STATUS WHAT
    if [ "$1" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $2"
        head -n 20 "$folder/log"
    fi
}

# A negative array size is C99's static assertion.
cat >"$folder/body" <<'END_BODY'
struct offset { char first; nprand_rng rng; };
typedef char size_is_right[sizeof(nprand_rng) == NPRAND_RNG_SIZE ? 1 : -1];
typedef char alignment_is_right[offsetof(struct offset, rng) == NPRAND_RNG_ALIGNMENT ? 1 : -1];
int use(nprand_rng *rng, size_is_right *size, alignment_is_right *alignment);
int use(nprand_rng *rng, size_is_right *size, alignment_is_right *alignment)
{
    (void)size, (void)alignment;
    return nprand_seed(rng, 1) == NPRAND_OK && nprand_randint(rng, 0, 5) != NPRAND_INVALID;
}
END_BODY
for header in $headers; do
    { echo "#include <$header>"; cat "$folder/body"; } >"$folder/$header.c"
    cp "$folder/$header.c" "$folder/$header.cpp"
done
{
    echo '#include <nprand_python.h>'
    echo '#include <nprand_lapack.h>'
    echo '#include <nprand_threads.h>'
    cat "$folder/body"
    # C wants a constant expression in these places.
    echo 'extern const int64_t invalid;'
    echo 'const int64_t invalid = NPRAND_INVALID;'
    echo 'int is_invalid(int64_t x);'
    echo 'int is_invalid(int64_t x) { switch (x) { case NPRAND_INVALID: return 1; default: return 0; } }'
} >"$folder/all.c"
cp "$folder/all.c" "$folder/all.cpp"
echo '#include <stdint.h>' >"$folder/empty.c"
echo '#include <type_traits>' >"$folder/empty.cpp"

warnings='-pedantic -Wall -Wextra -Werror -Wundef -Wconversion -Wshadow'

compiles() { # compiles FILE COMMAND...
    file=$1
    shift
    # shellcheck disable=SC2086 # a list of flags
    "$@" $warnings "-I$include" -c "$folder/$file" -o "$folder/object" >"$folder/log" 2>&1
}

has() { # has FILE COMMAND...: whether the compiler takes these flags, and has the C library for them
    file=$1
    shift
    "$@" -c "$folder/$file" -o "$folder/object" >/dev/null 2>&1
}

mode() { # mode SUFFIX COMMAND...: every header alone, and all of them
    suffix=$1
    shift
    if ! has "empty.$suffix" "$@"; then
        echo "skipped: $* is not available here"
        return
    fi
    for file in $headers all; do
        compiles "$file.$suffix" "$@"
        result $? "$* $file.$suffix"
    done
}

preprocess() { # preprocess FILE FLAGS...: the program after the preprocessor
    file=$1
    shift
    "$cc" -std=c99 -E -P "-I$include" "$@" "$folder/$file" 2>"$folder/log"
}

found=0
for cc in gcc clang; do
    if ! command -v "$cc" >/dev/null; then
        echo "skipped: no $cc"
        continue
    fi
    found=1
    for standard in c99 gnu99 c11 c17 c23; do
        mode c "$cc" "-std=$standard"
    done
    # A compiler without GNU C's extensions, such as tcc.
    compiles all.c "$cc" -std=c99 -U__GNUC__
    result $? "$cc -std=c99 -U__GNUC__"
    # A 32-bit ABI that gives uint64_t an alignment of 4.
    for standard in c99 c11; do
        mode c "$cc" -m32 "-std=$standard"
    done

    preprocess all.c | grep -q 'visibility'
    result $? "$cc: NPRAND_API has visibility by default"
    ! preprocess all.c -DNPRAND_API= -DNPRAND_NO_NODISCARD | grep -n '__attribute__ *((\(visibility\|warn\|aligned\)' \
        >"$folder/log"
    result $? "$cc: no attribute with NPRAND_API empty"
    [ "$(preprocess nprand_python.h.c -DNPRAND_API=MARK -DNPRAND_NODISCARD=KEEP | grep -c '^MARK KEEP nprand_status nprand_')" -gt 100 ]
    result $? "$cc: NPRAND_API and NPRAND_NODISCARD of the includer"
    preprocess all.c -dM | sed -n 's/^#define \([A-Za-z_0-9]*\).*/\1/p' | sort >"$folder/with"
    printf '#include <stdbool.h>\n#include <stddef.h>\n#include <stdint.h>\n' >"$folder/without.c"
    preprocess without.c -dM | sed -n 's/^#define \([A-Za-z_0-9]*\).*/\1/p' | sort >"$folder/without"
    ! comm -23 "$folder/with" "$folder/without" | grep -v -e '^NPRAND_' -e '^nprand_' >"$folder/log"
    result $? "$cc: macros without the prefix"

    cxx=$(echo "$cc" | sed 's/gcc/g++/; s/clang/clang++/')
    if ! command -v "$cxx" >/dev/null; then
        echo "skipped: no $cxx"
        continue
    fi
    for standard in c++11 c++14 c++17 c++20; do
        mode cpp "$cxx" "-std=$standard"
    done
    for header in $headers; do
        ! has "$header.cpp" "$cxx" -std=c++98 "-I$include"
        result $? "$cxx -std=c++98 refuses $header"
        echo "#include <$header>" >"$folder/old.cpp"
        "$cxx" -std=c++98 -fsyntax-only "-I$include" "$folder/old.cpp" >"$folder/log" 2>&1
        [ "$(grep -c 'error: ' "$folder/log")" = 1 ] && grep -q 'needs C++11' "$folder/log"
        result $? "one sentence: $header with $cxx -std=c++98"
    done
done
[ "$found" -eq 1 ] || exit 77

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
