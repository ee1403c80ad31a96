# SPDX-License-Identifier: BSD-3-Clause
#
# symbols.sh NM SHARED STATIC HEADER...: the shared library exports the functions of these public headers and
# nothing else, and the static one defines no name outside the library's prefix.
set -u
nm=$1
shared=$2
static=$3
shift 3
header=$(dirname "$0")/../include/nprand.h
name=$(basename "$static" .a)
passed=0
failed=0

check() { # check WHAT OFFENDERS: there must be none
    if [ -z "$2" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$1:" $2
    fi
}

without() { # without LIST OTHER: the lines of LIST that OTHER does not have
    for name in $1; do
        echo "$2" | grep -qx "$name" || echo "$name"
    done
}

declared=$(cat "$@" | tr '\n' ' ' | grep -o 'NPRAND_API [a-zA-Z_0-9 *]*nprand_[a-z_0-9]*(' |
    sed 's/.*\(nprand_[a-z_0-9]*\)($/\1/' | sort -u)
exported=$("$nm" -D --defined-only "$shared" | awk '{ print $NF }' | sort -u)
defined=$("$nm" -g --defined-only "$static" | awk 'NF == 3 { print $3 }' | sort -u)

[ -n "$declared" ] && [ -n "$exported" ] && [ -n "$defined" ] || check 'nothing to look at in' "$*"
check 'declared, not exported' "$(without "$declared" "$exported")"
check 'exported, not declared' "$(without "$exported" "$declared")"
# AddressSanitizer adds a mark of its own for each object.
check 'outside the prefix' "$(echo "$defined" | grep -v -e '^nprand_' -e '^__odr_asan\.nprand_')"

# The name that programs are linked to holds the version of the binary interface.
version=$(sed -n 's/^#define NPRAND_API_VERSION *//p' "$header")
if command -v readelf >/dev/null; then
    soname=$(readelf -d "$shared" | sed -n 's/.*SONAME.*\[\(.*\)\]$/\1/p')
    [ "$soname" = "$name.so.$version" ] && wrong= || wrong="soname $soname"
    check 'not the API version' "$wrong"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
