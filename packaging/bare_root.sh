#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# bare_root.sh SUITE MIRROR SCRIPT [FILE...]: runs a script of this checkout in a bare root of a
# release of Debian or Ubuntu, for example bookworm or noble. MIRROR is the address of an archive
# with that release.
#
# debootstrap makes the root in a temporary folder, which is removed at the end. The last commit is
# copied to /checkout, and the files to /files. SCRIPT, a path in the checkout, runs in /checkout
# as root, without a terminal. Needs root, the network, debootstrap and unshare.
#
# DEBOOTSTRAP_OPTIONS: for example --keyring=FILE, or --no-check-gpg where the keys of the release
# are not installed; apt in the root then still checks what it installs.
# TMPDIR: where the folder is made.
set -eu
[ $# -ge 3 ] || { echo "usage: $0 SUITE MIRROR SCRIPT [FILE...]"; exit 2; }
suite=$1
mirror=$2
script=$3
shift 3
[ "$(id -u)" = 0 ] || { echo "$0 must run as root: debootstrap and chroot need it"; exit 1; }
for program in git debootstrap unshare; do
    command -v "$program" >/dev/null ||
        { echo "$0 needs $program: install git, debootstrap and util-linux"; exit 1; }
done
checkout=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf --one-file-system "$folder"' EXIT
root=$folder/root

# Ubuntu has most of what is needed in universe. An old debootstrap does not know a new release of
# Ubuntu by name; gutsy is its script for all of them.
components=main
rules=
case $mirror in
*ubuntu*)
    components=main,universe
    [ -e "/usr/share/debootstrap/scripts/$suite" ] || rules=gutsy
    ;;
esac
begin=$(date +%s)
debootstrap --variant=minbase --components=$components ${DEBOOTSTRAP_OPTIONS-} \
    "$suite" "$root" "$mirror" $rules >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
echo "a bare root of $suite: $(($(date +%s) - begin)) s"

grep '^PRETTY_NAME' "$root/etc/os-release"
mkdir "$root/checkout" "$root/files"
git -C "$checkout" archive HEAD | tar -C "$root/checkout" -xf -
[ $# = 0 ] || cp "$@" "$root/files"
cp /etc/resolv.conf "$root/etc/resolv.conf"

# In a namespace, the mounts and all processes end with the script.
unshare --mount --pid --fork --kill-child setsid --wait sh -c '
    mount -t proc proc "$1/proc"
    mount -t devpts devpts "$1/dev/pts"
    cd "$1"
    exec chroot . env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
        sh -c "cd /checkout && exec sh $2"
' sh "$root" "$script" </dev/null
