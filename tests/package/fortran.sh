#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# fortran.sh FORTRAN CC MESON PYTHON SOURCE BUILD: the module for Fortran, from an installation. A program that
# is compiled as docs/bindings.md says prints the bits that a C program prints, method by method. An error
# without stat= stops the program. Fills on threads give the numbers of one thread.
#
# FORTRAN and CC are commands. FORTRAN may be empty: then the test is skipped. PYTHON may be empty: then the generated
# parts of the module are not compared with the list of the methods.
set -eu
if [ $# -ne 6 ]; then
    echo "usage: fortran.sh FORTRAN CC MESON PYTHON SOURCE BUILD" >&2
    exit 2
fi
if [ -z "$1" ]; then
    echo 'skipped: no Fortran compiler was found (apt-get install gfortran)'
    exit 77
fi
fortran=$1
cc=$2
meson=$3
python=$4
source=$(cd "$5" && pwd)
build=$(cd "$6" && pwd)
tests=$source/tests/package
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# meson test sets the latter, which would put the library of the build before the one meant.
unset DESTDIR LD_LIBRARY_PATH

[ -z "$python" ] || "$python" "$source/src/fortran/generate.py" --check

"$meson" install -C "$build" --no-rebuild --quiet --destdir "$folder/root"
PKG_CONFIG_LIBDIR=$(dirname "$(find "$folder/root" -name nprand.pc)")
PKG_CONFIG_SYSROOT_DIR=$folder/root
export PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR
in_root() { # in_root VARIABLE: a folder of nprand.pc; some versions of pkg-config add the root themselves
    path=$(pkg-config --variable="$1" nprand)
    case $path in "$folder"/*) echo "$path" ;; *) echo "$folder/root$path" ;; esac
}
libdir=$(in_root libdir)
module=$(in_root fortrandir)

cd "$folder"
$fortran -O1 -c "$module/nprand.f90" "$tests/fortran.f90"
$fortran nprand.o fortran.o $(pkg-config --libs nprand) -o shared
$fortran nprand.o fortran.o "$libdir/libnprand.a" -lm -o static
$cc -std=c11 -O1 $(pkg-config --cflags nprand) "$tests/fortran.c" "$libdir/libnprand.a" -lm -o expected

./expected >expected.out
[ "$(wc -l <expected.out)" -gt 140 ] || { echo 'the C program prints too little'; exit 1; }
for program in shared static; do
    LD_LIBRARY_PATH=$libdir "./$program" >"$program.out"
    diff expected.out "$program.out" >difference || { cut -c 1-200 difference; exit 1; }
done

if ./static refuse 2>refused; then
    echo 'an error without stat= did not stop the program'
    exit 1
fi
grep -q '^nprand: set_state_json: byte 10: ' refused || { cat refused; exit 1; }

cat >threads.f90 <<'END'
program threads
    use nprand
    use nprand_threads
    implicit none
    type(RandomState) :: one, two
    real(c_double), allocatable :: x(:), y(:)
    integer :: stat

    allocate (x(3000000), y(3000000))
    call one%seed(0)
    call two%seed(0)
    call nprand_set_threads(two, 0, stat)
    if (stat /= NPRAND_BAD_PARTS) error stop 'no thread is accepted'
    call nprand_set_threads(two, 2)
    call one%random_sample(x)
    call two%random_sample(y)
    if (any(x /= y)) error stop 'two threads draw other numbers'
end program
END
if [ -f "$PKG_CONFIG_LIBDIR/nprand_threads.pc" ]; then
    $fortran nprand.o "$module/nprand_threads.f90" threads.f90 $(pkg-config --libs nprand_threads) -o threads
    LD_LIBRARY_PATH=$libdir ./threads
else
    echo 'nprand_threads is not built: not tested'
fi
echo 'passed'
