# SPDX-License-Identifier: BSD-3-Clause
#
# one_file.sh SOURCE...: all sources of the library compile as one translation unit, without warnings, by GCC
# and by clang, with both kinds of mathematical functions. So each static name is unique in the library, and no
# file leaves a macro to the next one.
set -u
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
for source in "$@"; do
    case $source in
    /*) echo "#include \"$source\"" ;;
    *) echo "#include \"$PWD/$source\"" ;;
    esac
done >"$folder/all.c"

passed=0
failed=0
for compiler in gcc clang; do
    command -v $compiler >/dev/null || continue
    for math in '' -DNPRAND_MATH_SYSTEM; do
        if $compiler -std=c11 -Wall -Wextra -Werror $math -c "$folder/all.c" -o "$folder/all.o"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "does not compile: $compiler $math"
        fi
    done
done

if [ $((passed + failed)) -eq 0 ]; then
    echo 'neither gcc nor clang'
    exit 77
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
