#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# fortran.sh FORTRAN CC MESON PYTHON SOURCE BUILD: the module for Fortran, from an installation. A program that
# is compiled as docs/bindings.md says prints the bits that a C program prints, method by method. An error
# without stat= stops the program. Fills on threads give the numbers of one thread, and multivariate_normal those of C.
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

cat >lapack.f90 <<'END'
program lapack
    use nprand
    use nprand_lapack
    implicit none
    type(RandomState) :: rs
    real(c_double) :: x(2, 3)
    integer :: stat

    call rs%seed(0)
    call nprand_multivariate_normal(rs, x, [0d0, 10d0], reshape([1d0, 0.5d0, 0.5d0, 2d0], [2, 2]))
    print '(6(1x, z16.16))', x
    call nprand_multivariate_normal(rs, x, [0d0, 0d0], reshape([1d0, 2d0, 2d0, 1d0], [2, 2]), stat=stat)
    print '(6(1x, z16.16), 1x, i0)', x, stat
    call nprand_multivariate_normal(rs, x, [0d0, 0d0], reshape([1d0, 2d0, 2d0, 1d0], [2, 2]), 'raise', stat=stat)
    if (stat /= NPRAND_COV_NOT_PSD) error stop 'the matrix is not refused'
    call nprand_multivariate_normal(rs, x, [0d0, 0d0], reshape([1d0, 2d0, 2d0, 1d0], [2, 2]), 'none', stat=stat)
    if (stat /= NPRAND_BAD_CHECK_VALID) error stop 'check_valid is not refused'
    call nprand_multivariate_normal(rs, x, [0d0], reshape([1d0], [1, 1]), stat=stat)
    if (stat /= NPRAND_FORTRAN_SHAPE) error stop 'the shape is not refused'
end program
END
cat >lapack.c <<'END'
#include <nprand_lapack.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static double x[6];

static void print(void)
{
    for (int i = 0; i < 6; i++) {
        uint64_t bits;
        memcpy(&bits, &x[i], sizeof bits);
        printf(" %016llX", (unsigned long long)bits);
    }
}

int main(void)
{
    const double mean[] = {0, 10}, zeros[] = {0, 0}, cov[] = {1, 0.5, 0.5, 2}, other[] = {1, 2, 2, 1};
    size_t size = nprand_multivariate_normal_work_size(2);
    nprand_work work = nprand_work_of(malloc(size), size);
    nprand_rng rng;
    if (nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_multivariate_normal_fill(&rng, mean, cov, 2, NPRAND_CHECK_VALID_WARN, 1e-8, 3, x, work) != NPRAND_OK)
        return 1;
    print();
    int status = nprand_multivariate_normal_fill(&rng, zeros, other, 2, NPRAND_CHECK_VALID_WARN, 1e-8, 3, x, work);
    printf("\n");
    print();
    printf(" %d\n", status);
    return 0;
}
END
if [ -f "$PKG_CONFIG_LIBDIR/nprand_lapack.pc" ]; then
    # Not by pkg-config: LAPACK's own file is outside this root.
    $fortran nprand.o "$module/nprand_lapack.f90" lapack.f90 "-L$libdir" -lnprand_lapack -lnprand -o lapack
    $cc $(pkg-config --cflags nprand) lapack.c "-L$libdir" -lnprand_lapack -lnprand -o lapack_of_c
    LD_LIBRARY_PATH=$libdir ./lapack >lapack.out
    LD_LIBRARY_PATH=$libdir ./lapack_of_c | diff - lapack.out
else
    echo 'nprand_lapack is not built: not tested'
fi
echo 'passed'
