#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# man.sh CHECK ARGUMENT...: the manual pages of docs/man.
#
#   made MAKE               the pages of section 3 are those that MAKE, docs/man/make.py, makes
#   names LIST HEADER...    each public function has a page or a link; LIST is public_functions.sh
#   lint                    mandoc has nothing to say about any page, and no line is wider than 80 columns
#   command NPRAND          nprand.1 has the options of NPRAND help options, no others, and its examples print what it shows
#   install MESON BUILD LIST HEADER...
#                           after an installation, man finds the page of each public function
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
pages=$root/docs/man
check=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skip() {
    echo "skipped: $1"
    exit 77
}

made() {
    command -v python3 >/dev/null || skip 'python3, which makes the pages of section 3, is not installed.'
    python3 "$1" --check
}

names() {
    list=$1
    shift
    sh "$list" --list "$@" >"$work/functions"
    [ "$(wc -l <"$work/functions")" -ge 200 ] || { echo 'the list of the public functions is too short'; exit 1; }
    awk '{ print $1 }' "$pages/links.txt" | sed 's/\.3$//' | sort >"$work/names"
    comm -23 "$work/functions" "$work/names" >"$work/missing"
    [ ! -s "$work/missing" ] || { echo 'no page and no link for:'; cat "$work/missing"; exit 1; }
    awk '{ print $NF }' "$pages/links.txt" | sort -u | while read -r page; do
        [ -f "$pages/$page" ] || { echo "links.txt names $page, which does not exist"; exit 1; }
    done
    echo "$(wc -l <"$work/functions") functions, $(wc -l <"$work/names") names of pages"
}

# mandoc looks for the pages that a page refers to in the working folder.
lint() {
    command -v mandoc >/dev/null || skip 'mandoc is not installed (Debian: apt-get install mandoc).'
    cd "$pages"
    mandoc -Tlint -W style ./*.1 ./*.3 >"$work/said" 2>&1 || true
    [ ! -s "$work/said" ] || { cat "$work/said"; exit 1; }
    backspace=$(printf '\b')
    for page in *.1 *.3; do
        mandoc -Tascii "$page" | sed "s/.$backspace//g" | awk -v page="$page" 'length > 80 { print page ": " $0; wide = 1 }
            END { exit wide }' || { echo 'wider than 80 columns'; exit 1; }
    done
    echo "$(cat ./*.1 ./*.3 | wc -l) lines without a warning"
}

# What is escaped on a page as it reads.
plain() {
    sed 's/\\-/-/g; s/\\(aq/'\''/g; s/\\&//g; s/\\e/\\/g'
}

command_options() {
    "$@" help options >"$work/help"
    # An option is described at the margin.
    sed -n 's/^  \(-[^ ].*\)/\1/p' "$work/help" | sed 's/   *.*//' | tr ' ,' '\n\n' | grep '^-' | sort -u >"$work/options"
    plain <"$pages/nprand.1" | awk '/^\.It Fl / {
        line = $0
        while (match(line, /Fl (Fl )?[a-z][a-z-]*/)) {
            name = substr(line, RSTART, RLENGTH)
            sub(/^Fl Fl /, "--", name)
            sub(/^Fl /, "-", name)
            print name
            line = substr(line, RSTART + RLENGTH)
        }
    }' | sort -u >"$work/described"
    [ "$(wc -l <"$work/options")" -ge 10 ] || { echo 'no options were found in the help'; exit 1; }
    diff "$work/options" "$work/described" || { echo 'options of the help (<) and of nprand.1 (>)'; exit 1; }
}

# "$ nprand ..." and the lines below it, until the next command or the end of the display.
command_examples() {
    plain <"$pages/nprand.1" | awk -v folder="$work" '
        /^\.Ed/ { out = "" }
        /^\$ nprand / { file = sprintf("%s/%02d", folder, ++n); print substr($0, 10) > (file ".command")
                        out = file ".expected"; printf "" > out; next }
        out != "" { print > out }'
    for example in "$work"/*.command; do
        eval "\"\$@\" $(cat "$example")" >"$work/printed"
        diff -u "${example%.command}.expected" "$work/printed" || { echo "nprand $(cat "$example")"; exit 1; }
    done
    echo "$(wc -l <"$work/options") options, $(ls "$work"/*.command | wc -l) examples"
}

install_and_find() {
    meson=$1
    build=$2
    list=$3
    shift 3
    command -v man >/dev/null || skip 'no command man is installed (Debian: apt-get install man-db).'
    # "ninja uninstall" reads a list that each installation writes again: this one puts it back.
    installed=$build/meson-logs/install-log.txt
    [ ! -f "$installed" ] || cp "$installed" "$work/install-log.txt"
    "$meson" install -C "$build" --no-rebuild --tags man --destdir "$work/root" >"$work/log" 2>&1 ||
        { cat "$work/log"; exit 1; }
    rm -f "$installed"
    [ ! -f "$work/install-log.txt" ] || mv "$work/install-log.txt" "$installed"
    path=$(find "$work/root" -type d -name man3)
    path=${path%/man3}
    sh "$list" --list "$@" >"$work/functions"
    # All at once: man takes 30 ms for each call.
    man -M "$path" -w 3 $(cat "$work/functions") nprand nprand_rng nprand_state nprand_status NPRAND_INVALID \
        >"$work/found" || { echo 'man does not find the pages above'; exit 1; }
    # Images of Ubuntu have a man that only says how to install the real one.
    grep -q nprand_rng "$work/found" || skip 'the command man finds no pages (Ubuntu: unminimize).'
    broken=$(find "$path" -type l ! -exec test -e {} \; -print)
    [ -z "$broken" ] || { echo "links to nothing: $broken"; exit 1; }
    echo "$(find "$path" -type f | wc -l) pages, $(find "$path" -type l | wc -l) links"
}

case $check in
made) made "$@" ;;
names) names "$@" ;;
lint) lint ;;
command)
    command_options ${MESON_EXE_WRAPPER-} "$@"
    command_examples ${MESON_EXE_WRAPPER-} "$@"
    ;;
install) install_and_find "$@" ;;
*)
    echo "no such check: $check" >&2
    exit 2
    ;;
esac
