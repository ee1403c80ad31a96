# SPDX-License-Identifier: BSD-3-Clause
#
# refusals.sh MESON SOURCE: what nprand can't be built with is refused by meson setup, in one sentence that says what to
# do. Where only the tests are impossible, the setup goes on and says so.
set -eu
. "$(dirname "$0")/common.sh"
meson=$1
source=$2

answer() { # answer OPTION...: what meson setup prints, with the lines joined
    rm -rf "$folder/build"
    "$meson" setup "$folder/build" "$source" -Dexamples=false -Dlapack=disabled -Dfortran=disabled -Dopenmp=disabled "$@" \
        >"$folder/log" 2>&1 || echo refused >>"$folder/log"
    tr -s '\n ' '  ' <"$folder/log"
}

says() { # says WHAT refused|accepted SENTENCE OPTION...
    what=$1
    wanted=$2
    sentence=$3
    shift 3
    got=$(answer "$@")
    result=accepted
    case $got in *refused*) result=refused ;; esac
    same "$what" "$result" "$wanted"
    case $got in
    *"$sentence"*) passed=$((passed + 1)) ;;
    *) echo "$what: no '$sentence' in:"; tail -n 20 "$folder/log"; exit 1 ;;
    esac
}

# A compiler of the time before C11, and one without its atomic types.
c11='nprand needs a compiler for C11 with <stdatomic.h>, such as GCC 12 or clang 14, with which it is tested: set CC'
printf '%s\n' '#!/bin/sh' 'case " $* " in *" -std=c11 "*) echo "unrecognized option -std=c11" >&2; exit 1 ;; esac' \
    "exec ${CC:-cc} \"\$@\"" >"$folder/old-cc"
chmod +x "$folder/old-cc"
CC=$folder/old-cc
export CC
says 'an old compiler' refused "$c11" -Dtests=false
unset CC
says -Dc_std=c99 refused "$c11" -Dtests=false -Dc_std=c99
mkdir "$folder/headers"
echo '#error "no <stdatomic.h>"' >"$folder/headers/stdatomic.h"
says 'no <stdatomic.h>' refused "$c11" -Dtests=false "-Dc_args=-I$folder/headers"
says -ffast-math refused 'nprand needs doubles of IEEE 754 that are rounded at each operation: leave out -ffast-math' \
    -Dtests=false -Dc_args=-ffast-math
if [ "$(uname -m)" = x86_64 ]; then
    says x87 refused 'on 32-bit x86 set -msse2 -mfpmath=sse' -Dtests=false -Dc_args=-mfpmath=387
fi
printf '%s\n' '#include <float.h>' '#undef DBL_MANT_DIG' '#define DBL_MANT_DIG 24' >"$folder/short.h"
says 'doubles of 32 bits' refused 'other targets without such doubles are not supported' -Dtests=false \
    "-Dc_args=-include $folder/short.h"

# clang as clang-cl, which takes the options of MSVC.
if command -v clang >/dev/null && command -v lld-link >/dev/null; then
    ln -s "$(command -v clang)" "$folder/clang-cl"
    printf '%s\n' '[binaries]' "c = '$folder/clang-cl'" '[host_machine]' "system = 'windows'" \
        "cpu_family = 'x86_64'" "cpu = 'x86_64'" "endian = 'little'" >"$folder/cross.ini"
    says MSVC refused 'nprand cannot be compiled by MSVC (cl or clang-cl): use GCC or clang of MinGW-w64' \
        -Dtests=false --cross-file "$folder/cross.ini"
else
    echo 'not tested: MSVC, since clang or lld-link was not found'
fi

# Without cmocka, as with pkg-config that knows no package.
PKG_CONFIG_LIBDIR=$folder
CMAKE_PREFIX_PATH=
export PKG_CONFIG_LIBDIR CMAKE_PREFIX_PATH
printf '%s\n' '[binaries]' "pkgconfig = '$(command -v pkg-config || echo pkg-config)'" "cmake = '/nonexistent'" \
    >"$folder/native.ini"
says 'no cmocka' accepted 'tests : no, cmocka was not found (on Debian and Ubuntu install libcmocka-dev)' \
    --native-file "$folder/native.ini"
case $("$meson" test -C "$folder/build" --no-rebuild 2>&1 | tr -s '\n ' '  ') in
*'skipped, cmocka was not found (on Debian and Ubuntu install libcmocka-dev)'*SKIP*) passed=$((passed + 1)) ;;
*) echo 'meson test does not say that cmocka is missing'; exit 1 ;;
esac
says 'no cmocka, -Dtests=true' refused 'the tests need cmocka: install it' \
    --native-file "$folder/native.ini" -Dtests=true
says 'no LAPACK' accepted 'nprand_lapack : no, LAPACK and BLAS were not found (on Debian and Ubuntu install liblapack-dev)' \
    --native-file "$folder/native.ini" -Dtests=false -Dlapack=auto
finish
