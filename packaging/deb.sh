#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# deb.sh FOLDER: builds the Debian packages of the last commit, and looks at them with lintian.
#
# The packages are left in FOLDER, which must not exist yet. Their files are in packaging/debian.
# DEB_BUILD_OPTIONS=nocheck leaves the tests out.
set -eu
[ $# = 1 ] || { echo "usage: $0 FOLDER"; exit 2; }
cd "$(dirname "$0")/.."
version=$(packaging/version.py)
mkdir "$1"
folder=$(cd "$1" && pwd)

for program in git dpkg-buildpackage dh lintian; do
    command -v "$program" >/dev/null ||
        { echo "$0 needs $program: install git, dpkg-dev, debhelper and lintian"; exit 1; }
done

git archive --prefix="nprand-$version/" HEAD | xz >"$folder/nprand_$version.orig.tar.xz"
tar -C "$folder" -xf "$folder/nprand_$version.orig.tar.xz"
cp -R "$folder/nprand-$version/packaging/debian" "$folder/nprand-$version/debian"
(cd "$folder/nprand-$version" && dpkg-buildpackage --no-sign)
rm -rf "${folder:?}/nprand-$version"

lintian --display-info --pedantic --show-overrides --fail-on=error,warning,info "$folder"/*.changes
for package in "$folder"/*.deb; do
    echo
    basename "$package"
    dpkg-deb --contents "$package" | awk '$1 !~ /^d/ { print "    " $6, $7, $8 }'
done
