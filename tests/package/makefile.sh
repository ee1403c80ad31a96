#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# makefile.sh MESON BUILD CC...: a Makefile of three lines builds a program with an nprand that is installed, by
# pkg-config.
set -eu
. "$(dirname "$0")/common.sh"
meson=$1
build=$2
shift 2
quiet "$meson" install -C "$build" --no-rebuild --quiet --destdir "$folder/root"
pc=$(find "$folder/root" -name nprand.pc)
PKG_CONFIG_LIBDIR=$(dirname "$pc")
PKG_CONFIG_SYSROOT_DIR=$folder/root
export PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR
libdir=$(pkg-config --variable=libdir nprand)
case $libdir in "$folder"/*) ;; *) libdir=$folder/root$libdir ;; esac
cp "$here/user.c" "$folder/"
cd "$folder"
cat >Makefile <<'END'
CFLAGS = $(shell pkg-config --cflags nprand)
LDLIBS = $(shell pkg-config --libs nprand)
user: user.c
END
quiet env CC="$*" make user
expect 'Makefile with pkg-config' env LD_LIBRARY_PATH="$libdir" ./user
finish
