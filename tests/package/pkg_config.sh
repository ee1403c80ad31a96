# SPDX-License-Identifier: BSD-3-Clause
#
# pkg_config.sh MESON BUILD CC...: what BUILD installs can be used through pkg-config, shared and static, and by a
# plain compiler; from C++ too, by the compiler that USER_CXX names, if any. KIND is the default_library of BUILD.
set -eu
. "$(dirname "$0")/common.sh"
meson=$1
build=$2
shift 2

quiet "$meson" install -C "$build" --no-rebuild --destdir "$folder/root"
pc=$(dirname "$(find "$folder/root" -name nprand.pc)")
PKG_CONFIG_PATH=$pc
export PKG_CONFIG_PATH
prefix=$folder/root$(pkg-config --variable=prefix nprand)
libdir=$folder/root$(pkg-config --variable=libdir nprand)
# As on a machine with the static libraries alone.
mkdir "$folder/archives"
[ "$KIND" = shared ] || cp "$libdir"/*.a "$folder/archives"

# Sanitizers and some systems have no static programs.
static=yes
echo 'int main(void) { return 0; }' >"$folder/empty.c"
"$@" -static "$folder/empty.c" -o "$folder/empty" 2>/dev/null || static=no

flags() { # flags OPTION...: of what is installed in the folder
    pkg-config --define-variable=prefix="$prefix" "$@"
}

archive_flags() {
    flags --define-variable=libdir="$folder/archives" --static "$@"
}

route() { # route PROGRAM PACKAGE CC...: shared, by archives, and whole programs without any shared library
    program=$1
    package=$2
    shift 2
    if [ "$KIND" != static ]; then
        quiet "$@" "$here/$program" $(flags --cflags --libs "$package") -o "$folder/shared"
        expect "shared $package" env LD_LIBRARY_PATH="$libdir" "$folder/shared"
    else
        # A static library needs no --static where it is the only one.
        quiet "$@" "$here/$program" $(flags --cflags --libs "$package") -o "$folder/alone"
        expect "static $package alone" "$folder/alone"
    fi
    [ "$KIND" != shared ] || return 0
    quiet "$@" "$here/$program" $(archive_flags --cflags --libs "$package") -o "$folder/archive"
    expect "archive of $package" "$folder/archive"
    # The archives of LAPACK need those of Fortran, which this machine may not have.
    case $package:$(archive_flags --libs "$package") in
    nprand_lapack:*gfortran*) ;;
    nprand_lapack:*) return 0 ;;
    esac
    if [ $static = yes ]; then
        quiet "$@" -static "$here/$program" $(flags --static --cflags --libs "$package") -o "$folder/static"
        expect "static program with $package" "$folder/static"
    fi
}

route user.c nprand "$@"
for package in threads lapack; do
    if [ -f "$pc/nprand_$package.pc" ]; then
        route "user_$package.c" "nprand_$package" "$@"
    else
        echo "not tested: nprand_$package, which this build does not have"
    fi
done
if [ -n "${USER_CXX-}" ]; then
    route user.cpp nprand $USER_CXX -std=c++17
else
    echo 'not tested: C++, since no C++ compiler was found'
fi

# Without pkg-config.
if [ "$KIND" != static ]; then
    quiet "$@" -I"$prefix/include" "$here/user.c" -L"$libdir" -lnprand -lm -o "$folder/plain"
    expect 'plain compiler' env LD_LIBRARY_PATH="$libdir" "$folder/plain"
fi
if [ "$KIND" != shared ]; then
    quiet "$@" -I"$prefix/include" "$here/user.c" "$libdir/libnprand.a" -lm -o "$folder/plain"
    expect 'plain compiler, static' "$folder/plain"
fi

same version "$(pkg-config --modversion nprand)" "$(python3 "$here/../../packaging/version.py")"
same 'files in share/licenses' "$(cd "$prefix/share/licenses" && find . -type f)" ./nprand/LICENSE
if [ -f "$prefix/bin/nprand" ]; then
    expect command sh -c '"$0" --seed 0 rand 1 | tr -d "[]"' "$prefix/bin/nprand"
fi
finish
