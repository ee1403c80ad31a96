#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# deb_try.sh [FOLDER]: installs the Debian packages in FOLDER (/files), uses each of them, removes
# them, and shows that no file is left. It changes the whole system: run it by bare_root.sh.
set -eu
packages=${1:-/files}
checkout=$(cd "$(dirname "$0")/.." && pwd)
export DEBIAN_FRONTEND=noninteractive

apt() { # apt COMMAND...: apt-get without questions; prints its output if it fails
    apt-get -y "$@" >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; exit 1; }
}

# What dpkg and apt write about their own work is no part of a package.
files() {
    find / -xdev \( -path /proc -o -path /sys -o -path /tmp -o -path "$packages" \
        -o -path "$checkout" -o -path /var/lib/dpkg -o -path /var/lib/apt -o -path /var/cache \
        -o -path /var/log \) -prune -o -print | LC_ALL=C sort
}

apt update
# The compiler, and what the packages need besides each other, stay.
apt install --no-install-recommends gcc gfortran libc6-dev pkgconf liblapack-dev libblas-dev libgomp1
files >/tmp/before

echo '== the command alone'
apt install "$packages"/nprand_[0-9]*.deb
[ "$(nprand --seed 0 rand 3)" = '[0.5488135  0.71518937 0.60276338]' ]
dpkg --get-selections | awk '/nprand/ { print $1 }'

echo '== all packages'
apt install "$packages"/*nprand*.deb
dpkg --get-selections | awk '/nprand/ { print $1 }'
(cd "$checkout" && sh packaging/debian/tests/pkg-config)

echo '== without a trace'
apt purge $(dpkg --get-selections | awk '/nprand/ { print $1 }')
files >/tmp/after
diff /tmp/before /tmp/after
dpkg --get-selections | grep nprand && exit 1
echo "$(wc -l </tmp/before) files before, the same files after"
