#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# refuses.sh BUILD: what blocks.sh and links.sh say about the wrong pages of bad/blocks and bad/links, and no more than
# that: each of these has its lines "refused: LINE: WORDS". They accept good/good.md, which has a block of each kind.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

refused() { # refused FOLDER COMMAND...
    folder=tests/docs/bad/$1
    shift
    if "$@" $(ls -d "$folder"/*) >"$work/said" 2>&1; then
        echo "$* accepts wrong pages"
        failed=$((failed + 1))
    fi
    for page in "$folder"/*; do
        if grep "^$page: .* left out here" "$work/said"; then
            continue
        fi
        sed -n "s|.*refused: \(.*\)|$page:\1|p" "$page" | sed 's/ -->$//' | sort >"$work/wanted"
        [ -s "$work/wanted" ] || echo "$page says nothing" >"$work/wanted"
        sed -n "\|^$page:[0-9]|p" "$work/said" | sort >"$work/got"
        if diff -u "$work/wanted" "$work/got" >"$work/diff"; then
            passed=$((passed + $(grep -c '' "$work/wanted")))
        else
            failed=$((failed + 1))
            echo "$page: (-: the page wants, +: the test says)"
            sed '1,2d' "$work/diff"
        fi
    done
}

refused blocks sh "$here/blocks.sh" "$build"
refused links sh "$here/links.sh"

page=tests/docs/good/good.md
if sh "$here/blocks.sh" "$build" "$page" >"$work/said" 2>&1 && sh "$here/links.sh" "$page" >>"$work/said" 2>&1; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
fi
cat "$work/said"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
