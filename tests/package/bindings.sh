#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# bindings.sh MESON PAGE BUILD: the programs of PAGE, docs/bindings.md. Each section that has a block of sh is one
# program: its first block is written to a file draw with the suffix of its language, the commands of sh run with an
# installation of the library, and must print the block of text. A section whose compiler or interpreter is missing is
# skipped, with the reason. If all are skipped, so is the test.
set -eu
if [ $# -ne 3 ]; then
    echo "usage: bindings.sh MESON PAGE BUILD" >&2
    exit 2
fi
meson=$1
page=$2
build=$3
folder=$(mktemp -d)
# Go keeps the files of its cache without the right to write.
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
unset DESTDIR LD_LIBRARY_PATH

"$meson" install -C "$build" --no-rebuild --quiet --destdir "$folder/root"
PKG_CONFIG_LIBDIR=$(dirname "$(find "$folder/root" -name nprand.pc)")
LD_LIBRARY_PATH=$(dirname "$PKG_CONFIG_LIBDIR")
export PKG_CONFIG_LIBDIR LD_LIBRARY_PATH
# The file of pkg-config is made for this place: not all languages know of a sysroot.
prefix=$(pkg-config --variable=prefix nprand)
sed "s|^prefix=.*|prefix=$folder/root$prefix|" "$PKG_CONFIG_LIBDIR/nprand.pc" >"$folder/nprand.pc"
cp "$folder/nprand.pc" "$PKG_CONFIG_LIBDIR/nprand.pc"

# block FENCE: the lines of the first block of the section that is fenced with that word; "" is any word.
block() {
    awk -v fence="\`\`\`$1" '/^```/ && !inside { inside = $0 == fence || (fence == "```" && !done); done = 1; next }
                             inside && $0 == "```" { exit }
                             inside' "$folder/section"
}

# missing_word: the first command of the section that is not there, or the module that Python lacks.
missing_word() {
    for word in $(sed -n '/^[a-z]/s/ .*//p' "$folder/commands"); do
        command -v "$word" >/dev/null || { echo "no $word in PATH"; return; }
    done
    if grep -q '^import cffi' "$folder/program" && ! python3 -c 'import cffi' 2>/dev/null; then
        echo 'this python3 has no cffi'
    fi
}

suffix_of() { # suffix_of LANGUAGE
    case $1 in
    fortran) echo f90 ;;
    python) echo py ;;
    rust) echo rs ;;
    ada) echo adb ;;
    pascal) echo pas ;;
    julia) echo jl ;;
    *) echo "$1" ;;
    esac
}

passed=0
failed=0
skipped=0
run_section() { # run_section NAME
    block sh >"$folder/commands"
    [ -s "$folder/commands" ] || return 0
    block '' >"$folder/program"
    language=$(sed -n '/^```/{s/^```//p;q;}' "$folder/section")
    reason=$(missing_word)
    if [ -n "$reason" ]; then
        echo "skipped: $1: $reason"
        skipped=$((skipped + 1))
        return 0
    fi
    mkdir "$folder/snippet"
    cp "$folder/program" "$folder/snippet/draw.$(suffix_of "$language")"
    block text >"$folder/expected"
    if (cd "$folder/snippet" && sh -e "$folder/commands") >"$folder/actual" 2>"$folder/log" &&
        [ -s "$folder/expected" ] && diff "$folder/expected" "$folder/actual"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $1"
        cat "$folder/actual" "$folder/log"
    fi
    rm -rf "$folder/snippet"
}

sed -n 's/^## //p' "$page" >"$folder/names"
while IFS= read -r name; do
    awk -v name="## $name" '/^## / { inside = $0 == name } inside' "$page" >"$folder/section"
    run_section "$name" </dev/null
done <"$folder/names"

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] || exit 1
[ "$passed" -gt 0 ] || exit 77
