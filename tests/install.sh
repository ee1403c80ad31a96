# SPDX-License-Identifier: BSD-3-Clause
#
# install.sh MESON SOURCE BUILD CC...: what is installed can be used through pkg-config, shared and static,
# and the source tree as a meson subproject; from C++ too, by the compiler that USER_CXX names, if any.
set -eu
meson=$1
source=$2
build=$3
shift 3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# meson test sets the latter, which would put the library of the build before the one meant.
unset DESTDIR LD_LIBRARY_PATH

cat >"$folder/user.c" <<'END'
#include <nprand_python.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    if (nprand_seed(&rng, 0) != NPRAND_OK)
        return 1;
    printf("%.7f\n", nprand_rand(&rng));
    return 0;
}
END

cat >"$folder/user.cpp" <<'END'
#include <nprand.hpp>
#include <cstdio>

int main()
{
    nprand::RandomState rs(0);
    std::printf("%.7f\n", rs.rand());
}
END

cat >"$folder/threads.c" <<'END'
#include <nprand_threads.h>
#include <stdio.h>

static double x[3 << 20];

int main(void)
{
    nprand_rng rng;
    if (nprand_seed(&rng, 0) != NPRAND_OK || nprand_set_threads(&rng, 2) != NPRAND_OK ||
        nprand_rand_fill(&rng, 3 << 20, x) != NPRAND_OK)
        return 1;
    printf("%.7f\n", x[0]);
    return 0;
}
END

passed=0
expect() { # expect WHAT COMMAND...: prints seed 0's first number
    what=$1
    shift
    answer=$("$@")
    [ "$answer" = 0.5488135 ] || { echo "$what: got '$answer'"; exit 1; }
    passed=$((passed + 1))
}

"$meson" install -C "$build" --no-rebuild --quiet --destdir "$folder/root"
pc=$(find "$folder/root" -name nprand.pc)
PKG_CONFIG_LIBDIR=$(dirname "$pc")
PKG_CONFIG_SYSROOT_DIR=$folder/root
export PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR
libdir=$(pkg-config --variable=libdir nprand)
case $libdir in "$folder"/*) ;; *) libdir=$folder/root$libdir ;; esac

"$@" "$folder/user.c" $(pkg-config --cflags --libs nprand) -o "$folder/shared"
expect 'shared library' env LD_LIBRARY_PATH="$libdir" "$folder/shared"

"$@" "$folder/user.c" $(pkg-config --cflags nprand) "$libdir/libnprand.a" -lm -o "$folder/static"
expect 'static library' "$folder/static"

threads=no
if [ -f "$PKG_CONFIG_LIBDIR/nprand_threads.pc" ]; then
    threads=yes
    "$@" "$folder/threads.c" $(pkg-config --cflags --libs nprand_threads) -o "$folder/threads"
    expect 'shared nprand_threads' env LD_LIBRARY_PATH="$libdir" "$folder/threads"
    "$@" "$folder/threads.c" $(pkg-config --cflags nprand_threads) "$libdir/libnprand_threads.a" "$libdir/libnprand.a" \
        $(pkg-config --static --libs-only-other nprand_threads) -lm -o "$folder/static_threads"
    expect 'static nprand_threads' "$folder/static_threads"
else
    echo 'skipped: no nprand_threads'
fi

if [ -n "${USER_CXX-}" ]; then
    $USER_CXX -std=c++17 "$folder/user.cpp" $(pkg-config --cflags --libs nprand) -o "$folder/cpp"
    expect 'C++' env LD_LIBRARY_PATH="$libdir" "$folder/cpp"
else
    echo 'skipped: no C++ compiler'
fi

command=$(find "$folder/root" -type f -name nprand)
expect 'command' sh -c '"$0" --seed 0 rand 1 | tr -d "[]"' "$command"

mkdir -p "$folder/project/subprojects"
ln -s "$source" "$folder/project/subprojects/nprand"
cp "$folder/user.c" "$folder/project/"
cat >"$folder/project/meson.build" <<'END'
project('user', 'c')
executable('user', 'user.c', dependencies: dependency('nprand', fallback: 'nprand'))
END
if [ $threads = yes ]; then
    cp "$folder/threads.c" "$folder/project/"
    echo "executable('threads', 'threads.c', dependencies: dependency('nprand_threads', fallback: 'nprand'))" \
        >>"$folder/project/meson.build"
fi
for kind in shared static; do
    "$meson" setup "$folder/b-$kind" "$folder/project" --force-fallback-for=nprand \
        -Ddefault_library=$kind >"$folder/log" || { cat "$folder/log"; exit 1; }
    "$meson" compile -C "$folder/b-$kind" >"$folder/log" || { cat "$folder/log"; exit 1; }
done
expect 'subproject' env LD_LIBRARY_PATH="$folder/b-shared/subprojects/nprand" "$folder/b-shared/user"
rm -rf "$folder/b-static/subprojects/nprand"
expect 'static subproject' "$folder/b-static/user"
if [ $threads = yes ]; then
    expect 'subproject with threads' env LD_LIBRARY_PATH="$folder/b-shared/subprojects/nprand" "$folder/b-shared/threads"
fi

echo "$passed passed, 0 failed"
