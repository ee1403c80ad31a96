#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# dependencies.sh READELF NM SHARED STATIC CC...: libnprand depends on the C library and its libm alone. The shared
# library needs no other one; neither library calls a function of a thread library; and a program links to the
# static library by its name, with -lm and no other flag. CC is the compiler with the flags of the build.
set -u
readelf=$1
nm=$2
shared=$3
static=$4
shift 4
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
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

# The dynamic loader is there where code asks for thread-local storage or for its version.
needed=$("$readelf" -d "$shared" | sed -n 's/.*(NEEDED).*\[\(.*\)\]$/\1/p')
check 'nothing to look at in' "$([ -n "$needed" ] || echo "$shared")"
check 'needed by the shared library' "$(echo "$needed" | grep -vE '^(libc|libm|libc\.musl-[^.]*|ld-linux[^.]*)\.so(\.[0-9]+)*$')"

# What the loader really loads.
if [ -z "${MESON_EXE_WRAPPER-}" ] && command -v ldd >/dev/null; then
    loaded=$(ldd "$shared" | awk '{ print $1 }')
    check 'loaded with the shared library' "$(echo "$loaded" |
        grep -vE '^(linux-(vdso|gate)|libc|libm|(/.*/)?ld-(linux|musl)[^.]*|libc\.musl-[^.]*)\.so(\.[0-9]+)*$')"
fi

for library in "-D $shared" "$static"; do
    # Unquoted: an option and a file.
    undefined=$("$nm" -u $library 2>/dev/null | awk 'NF >= 2 && $(NF - 1) == "U" { print $NF }' | sort -u)
    check "nothing to look at in" "$([ -n "$undefined" ] || echo "$library")"
    check "called by ${library#-D }" "$(echo "$undefined" |
        grep -E '^(pthread_|thrd_|mtx_|call_once|GOMP_|GOACC_|omp_|__kmpc_|dlopen|malloc|calloc|realloc|free)')"
done

cat >"$folder/prog.c" <<'PROGRAM'
#include <nprand.h>
#include <stdio.h>
#include <stdlib.h>

/* The caller's threads could be here. */
static void run(void *context, nprand_part *part, void *argument, size_t count)
{
    (void)context;
    for (size_t i = count; i-- > 0;)
        part(argument, i);
}

int main(void)
{
    const size_t n = 3000000;
    double *x = malloc(n * sizeof *x);
    nprand_rng rng;
    if (x == NULL || nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_set_runner(&rng, run, NULL, 2) != NPRAND_OK ||
        nprand_standard_normal_fill(&rng, n, x) != NPRAND_OK)
        return 1;
    printf("%.8f %.8f %s\n", x[0], nprand_standard_gamma(&rng, 2.0), nprand_version());
    free(x);
    return 0;
}
PROGRAM
include=$(cd "$(dirname "$0")/../include" && pwd) || exit 2
cp "$static" "$folder/libnprand.a"
if (cd "$folder" && "$@" -I"$include" prog.c libnprand.a -lm -o prog) 2>"$folder/log"; then
    passed=$((passed + 1))
    printed=$(${MESON_EXE_WRAPPER-} "$folder/prog" | cut -d ' ' -f 1)
    check 'the program prints' "$([ "$printed" = 1.76405235 ] || echo "'$printed'")"
else
    failed=$((failed + 1))
    echo 'a program does not link to the static library:'
    cat "$folder/log"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
