#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# The house has one direction: a layer knows the layers before it, never the ones after, and no circle of
# includes or calls joins two files or two folders. Prints the graph of the folders, and fails on a circle or
# an arrow upwards.
#
#   include_graph.sh SOURCE_ROOT [NM LIBRARY]
#
# SOURCE_ROOT/src is read for the includes, and the objects of the static library LIBRARY for the calls.
set -eu
LC_ALL=C
export LC_ALL

# The layers, from the lowest on; . is src itself. Folders on one line do not know each other.
layers='.
math
backend
engine
state
seeding
distributions
python
lapack threads'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$1/src"

# Pairs of files of which the first one includes the second: the path of an include is taken from the folder of
# its file. Public headers, in ../include, are below all layers.
find . -name '*.[ch]' | sort | while read -r file; do
    sed -n "s|^#include \"\(.*\)\".*|${file#./} \1|p" "$file"
done | awk '
    {
        n = split($1, folder, "/") - 1
        count = split($2, step, "/")
        depth = 0
        for (i = 1; i <= n; i++)
            path[++depth] = folder[i]
        for (i = 1; i <= count; i++) {
            if (step[i] == "..")
                depth--
            else if (step[i] != ".")
                path[++depth] = step[i]
        }
        if (depth < 1) {
            # ../include: one step above src
            print $1, "../include/" step[count]
            next
        }
        name = path[1]
        for (i = 2; i <= depth; i++)
            name = name "/" path[i]
        print $1, ($2 ~ /include\/nprand/ ? "../include/" step[count] : name)
    }' >"$work/includes"

[ "$(wc -l <"$work/includes")" -gt 100 ] || { echo 'too few includes: the graph was not read'; exit 1; }

# Pairs of files of which the first one uses a function or an object that the second one defines.
: >"$work/calls"
if [ $# -ge 3 ]; then
    "$2" -A "$3" 2>/dev/null | sed -n 's|.*:\([^:]*\)\.o: *[0-9a-f]* \([A-Za-z]\) _*\(nprand_[A-Za-z0-9_]*\)$|\1 \2 \3|p' |
        sed 's|^[^ ]*src_|src_|' >"$work/symbols"
    awk '$2 ~ /[TDBRCV]/ { print $3, $1 }' "$work/symbols" | sort >"$work/defined"
    awk '$2 == "U" { print $3, $1 }' "$work/symbols" | sort >"$work/used"
    join "$work/used" "$work/defined" | awk '{ print $2, $3 }' |
        sed 's|src_\([a-z]*\)_\([^ ]*\) src_\([a-z]*\)_\([^ ]*\)|\1/\2 \3/\4|' | sort -u >"$work/calls"
    if [ "$(wc -l <"$work/calls")" -lt 50 ]; then
        echo 'the objects have no symbols that nm can read (LTO?): calls are not looked at'
        : >"$work/calls"
    fi
fi

failed=no

# tsort names what is on a circle.
for kind in includes calls; do
    awk '$1 != $2' "$work/$kind" >"$work/pairs"
    if ! tsort "$work/pairs" >/dev/null 2>"$work/circle"; then
        echo "a circle of $kind:"
        sed 's/^tsort: //' "$work/circle"
        failed=yes
    fi
done

# The folders.
cat "$work/includes" "$work/calls" | awk -v layers="$layers" '
    function folder(path) {
        if (path ~ /^\.\.\/include\//)
            return "include"
        return path ~ /\// ? substr(path, 1, index(path, "/") - 1) : "."
    }
    BEGIN {
        count = split(layers, line, "\n")
        for (i = 1; i <= count; i++) {
            m = split(line[i], names, " ")
            for (j = 1; j <= m; j++)
                rank[names[j]] = i
        }
        rank["include"] = 0
    }
    {
        from = folder($1)
        to = folder($2)
        if (from == to)
            next
        arrow[from " -> " to]++
        if (from == "cli") {
            if (to != "include" && $2 != "methods.def") { # a list, no code
                print "the command knows more than public headers: " $1 " -> " $2
                bad = 1
            }
        } else if (!(from in rank) || !(to in rank)) {
            print "a folder without a layer: " $1 " -> " $2
            bad = 1
        } else if (rank[from] <= rank[to]) {
            print "an arrow upwards: " $1 " -> " $2
            bad = 1
        }
    }
    END {
        for (a in arrow)
            print "  " a " (" arrow[a] ")" | "sort"
        close("sort")
        exit bad
    }' || failed=yes

[ $failed = no ]
