#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# header_bindgen.sh INCLUDE: Rust's bindgen, where it is in PATH, reads the headers as they are: every
# function, every status, the constants, NPRAND_INVALID and the size of nprand_rng arrive.
set -u
include=$1
if ! command -v bindgen >/dev/null; then
    echo 'skipped: no bindgen in PATH (apt-get install bindgen, or cargo install bindgen-cli)'
    exit 77
fi
if ! command -v rustfmt >/dev/null; then
    echo 'skipped: no rustfmt in PATH, without which the text of the bindings has another form'
    exit 77
fi
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0

check() { # check WHAT OFFENDERS: there must be none
    if [ -z "$2" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $1:" $2
    fi
}

has() { # has WORDS: what bindgen has written, with spaces and line ends as one space
    case $rust in *"$1"*) check "$1" '' ;; *) check 'not in the bindings' "$1" ;; esac
}

printf '#include <nprand_python.h>\n#include <nprand_lapack.h>\n#include <nprand_threads.h>\n' >"$folder/all.h"
bindgen --version
ours='(nprand|NPRAND)_.*'
bindgen "$folder/all.h" --allowlist-type "$ours" --allowlist-function "$ours" --allowlist-var "$ours" -- "-I$include" \
    >"$folder/nprand.rs" 2>"$folder/log" ||
    { cat "$folder/log"; echo '0 passed, 1 failed'; exit 1; }
rust=$(tr -s ' \n' '  ' <"$folder/nprand.rs")

functions=$(cat "$include"/nprand.h "$include"/nprand_python.h "$include"/nprand_lapack.h "$include"/nprand_threads.h | tr '\n' ' ' |
    grep -o 'NPRAND_API [a-zA-Z_0-9 *]*nprand_[a-z_0-9]*(' | sed 's/.*\(nprand_[a-z_0-9]*\)($/\1/' | sort -u)
statuses=$(sed -n '/^typedef enum nprand_status/,/^}/s/^    \(NPRAND_[A-Z_0-9]*\).*/\1/p' "$include/nprand.h")
[ "$(echo "$functions" | wc -l)" -gt 200 ] && [ "$(echo "$statuses" | wc -l)" -gt 100 ] || check 'nothing to look for in' "$include"
check 'functions that bindgen lacks' "$(
    for name in $functions; do
        grep -q "pub fn $name(" "$folder/nprand.rs" || echo "$name"
    done)"
check 'statuses that bindgen lacks' "$(
    number=0
    for name in $statuses; do
        grep -q "pub const nprand_status_$name: nprand_status = $number;" "$folder/nprand.rs" || echo "$name"
        number=$((number + 1))
    done)"

has 'pub const NPRAND_INVALID: i64 = -9223372036854775808;'
has 'pub const NPRAND_VERSION_MAJOR: u32 = '
has 'NPRAND_MULTIVARIATE_NORMAL_TOL: f64 = '
has 'pub struct nprand_rng { pub nprand_private: [u64; 1024usize], }'
# Constants of an enum without a name have a type of bindgen's.
for constant in RNG_SIZE=8192 RNG_ALIGNMENT=8 STATE_JSON_SIZE=8192 POOL_SIZE=4 POOL_SIZE_MAX=64; do
    name=NPRAND_${constant%=*}
    grep -q "pub const \(.*_\)\{0,1\}$name: .* = ${constant#*=};" "$folder/nprand.rs" && value= || value=$constant
    check 'constants that bindgen lacks' "$value"
done

# The layout that rustc gives the struct.
if command -v rustc >/dev/null; then
    cat >"$folder/main.rs" <<'END_RUST'
#![allow(dead_code, non_camel_case_types, non_upper_case_globals, non_snake_case)]
include!("nprand.rs");
fn main() {
    assert_eq!(std::mem::size_of::<nprand_rng>(), 8192);
    assert_eq!(std::mem::align_of::<nprand_rng>(), 8);
    assert_eq!(std::mem::size_of::<nprand_seed_seq>(), 320);
    assert_eq!(NPRAND_INVALID, i64::MIN);
}
END_RUST
    rustc "$folder/main.rs" -o "$folder/main" >"$folder/log" 2>&1 && "$folder/main" >>"$folder/log" 2>&1
    [ $? -eq 0 ] && check 'rustc' '' || check 'rustc' "$(cat "$folder/log")"
else
    echo 'skipped: no rustc for the layout of the structs'
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
