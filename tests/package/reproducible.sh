#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# reproducible.sh MESON SOURCE: two builds in two folders, of two copies of the source, give the same bytes: the
# libraries, the command and the single file. And the flags with which Debian builds its packages change no value:
# the vectors run on a library that was built with them and with link-time optimisation. With NPRAND_WHOLE=yes they run
# with each level of _FORTIFY_SOURCE.
set -eu
. "$(dirname "$0")/common.sh"
meson=$1
source=$2
for copy in one another/two; do
    mkdir -p "$folder/$copy"
    (cd "$source" && tar cf - LICENSE docs include meson.build meson.options meson_options.txt packaging src) |
        tar xf - -C "$folder/$copy"
    quiet "$meson" setup "$folder/$copy/build" "$folder/$copy" -Dtests=false -Dexamples=false -Dopenmp=disabled \
        -Dlapack=disabled -Doptimization=1
    quiet "$meson" compile -C "$folder/$copy/build"
    quiet "$meson" compile -C "$folder/$copy/build" amalgamation
done
compared=0
for file in nprand libnprand.a $(cd "$folder/one/build" && find . -maxdepth 1 -type f -name 'libnprand.*[0-9]*') \
    dist/nprand.c dist/nprand.h; do
    [ -f "$folder/one/build/$file" ] || continue
    cmp "$folder/one/build/$file" "$folder/another/two/build/$file"
    compared=$((compared + 1))
    passed=$((passed + 1))
done
[ $compared -ge 4 ] || { echo "only $compared files were compared"; exit 1; }

# The flags are GCC's.
command -v gcc >/dev/null || { echo 'skipped: the flags of Debian, gcc was not found'; finish; exit 0; }
# What dpkg-buildflags prints on Debian 12 and Ubuntu 24.04, where that command is not at hand.
c_flags='-g -O2 -fstack-protector-strong -Wformat -Werror=format-security -Wdate-time -D_FORTIFY_SOURCE=2'
link_flags='-Wl,-z,relro -Wl,-z,now'
if command -v dpkg-buildflags >/dev/null; then
    c_flags=$(DEB_BUILD_MAINT_OPTIONS='hardening=+all optimize=+lto' dpkg-buildflags --get CFLAGS)
    c_flags="$c_flags $(DEB_BUILD_MAINT_OPTIONS='hardening=+all optimize=+lto' dpkg-buildflags --get CPPFLAGS)"
    link_flags=$(DEB_BUILD_MAINT_OPTIONS='hardening=+all optimize=+lto' dpkg-buildflags --get LDFLAGS)
fi
levels=3
[ "${NPRAND_WHOLE-}" != yes ] || levels='2 3'
for fortify in $levels; do
    cd "$folder"
    rm -rf objects
    mkdir objects
    cd objects
    # shellcheck disable=SC2086
    quiet gcc $c_flags -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=$fortify -I"$source/include" -I"$source/tests" $link_flags \
        "$source"/tests/test_vectors.c "$source"/tests/vector_*.c "$source"/tests/sha256.c \
        $(sed "s|^|$source/src/|" "$source/src/sources.txt") -lcmocka -lm -o vectors
    quiet ./vectors "$source/vectors"
    tail -n 2 "$folder/log"
    grep -q 'failed: 0;' "$folder/log"
    passed=$((passed + 1))
done
finish
