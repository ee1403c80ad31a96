#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# links.sh [--list | PAGE...]: what the pages refer to exists. Without a PAGE, the pages are all *.md files of the tree,
# which --list prints. Nothing is asked of the network: links with http are not looked at.
#
#   - A relative link leads to a file of the tree, its anchor to a heading there, by GitHub's names of headings.
#   - A text in backquotes, or a word of a command, that looks like a file of the tree is one.
#   - A name that begins with nprand_, or with nprand:: in C++, is in a public header; one with nprand__ or NPRAND_ is
#     there, in the sources, or in the files of the build.
#   - A page has a title and then a paragraph, its purpose. One of more than 120 lines has links to each of its "##"
#     headings before the second of these. README.md has at most 200 lines. Outside of tables and blocks, a line has at
#     most 120 columns.
#   - examples/README.md has a link to each program of its folder.
#
# names.txt has the names and files that are something other. CHANGELOG.md is about other times: its names are not
# looked at. ROOT is the top folder of another tree.
set -eu
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
root=${ROOT-$(cd "$here/../.." && pwd)}
tab=$(printf '\t')
cd "$root"
# The pages of tests/docs are wrong on purpose.
all=$(find *.md docs examples include packaging src tests vectors -name '*.md' ! -path 'tests/docs/*' | sort)
if [ "${1-}" = --list ]; then
    printf '%s\n' $all
    exit
fi
[ $# -gt 0 ] || set -- $all
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
awk -f "$here/links.awk" $all | grep '^anchor' | cut -f 2,3 >"$work/anchors" || true
awk -f "$here/links.awk" "$@" >"$work/found"
grep '^anchor' "$work/found" | cut -f 2,3 >>"$work/anchors" || true

# The names of the public headers, without their comments, and those of names.txt.
cat include/*.h include/*.hpp | awk '
    { text = text $0 "\n" }
    END {
        while (at = index(text, "/*")) {
            rest = substr(text, at + 2)
            printf "%s", substr(text, 1, at - 1)
            text = substr(rest, index(rest, "*/") + 2)
        }
        printf "%s", text
    }' | tr -cs 'A-Za-z0-9_' '\n' | sort -u >"$work/names"
# Macros of the build, and what the library has for itself, nprand__*, stand elsewhere.
cat CMakeLists.txt packaging/cmake/* packaging/amalgamate.py tests/backend.c src/*/* | tr -cs 'A-Za-z0-9_' '\n' |
    grep -E '^NPRAND_|^nprand__' | sort -u >>"$work/names"
sed -n 's/^name \([^ ]*\).*/\1/p' "$here/names.txt" >"$work/other_names"
sed -n 's/^path \([^ ]*\).*/\1/p' "$here/names.txt" >"$work/other_paths"

# ---- Names ----

grep '^name' "$work/found" | awk -F '\t' '
    FILENAME != "-" { known[$1] = 1; next }
    {
        name = $4
        if (name ~ /^nprand::/) {
            short = substr(name, 9)
            if (!(name in known) && !(short in known))
                print $2 ":" $3 ": no such name in the public headers: " name
            next
        }
        if (name ~ /\.(h|hpp)$/) { # a header
            print "path\t" $2 "\t" $3 "\tinclude/" name > paths
            next
        }
        if (name in known || name ~ /\.(3|c|cpp|pc|out|f90|abi|so|a|wrap|mod|i|md|dll)$/)
            next
        sub(/\..*/, "", name) # the end of a sentence, or a member
        if (name in known)
            next
        # nprand_NAME_fill, nprand_randint_* and a name that is cut stand for several.
        pattern = name
        if (name ~ /^nprand/)
            gsub(/[A-Z]+/, "[a-z0-9_]+", pattern)
        gsub(/\*/, "[A-Za-z0-9_]*", pattern)
        if (pattern ~ /_$/)
            pattern = pattern "[A-Za-z0-9_]*"
        if (pattern != name)
            for (other in known)
                if (other ~ ("^" pattern "$"))
                    next
        print $2 ":" $3 ": no such name in the public headers: " $4
    }' paths="$work/headers" "$work/names" "$work/other_names" - >"$work/wrong" || true
[ ! -f "$work/headers" ] || cat "$work/headers" >>"$work/found"

# ---- Paths, links ----

# A release's archive has no .ci.
if [ ! -d .ci ]; then
    grep -Ev "${tab}[./]*\.ci/(run|long)" "$work/found" >"$work/archive"
    mv "$work/archive" "$work/found"
fi

grep '^path' "$work/found" | cut -f 2- | while IFS=$tab read -r page line word; do
    word=${word#./}
    if grep -qxF "$word" "$work/other_paths"; then
        continue
    fi
    # NAME, <name> and {a,b} stand for several.
    pattern=$word
    [ -e "$word" ] || pattern=$(printf '%s\n' "$word" | sed 's/<[^>]*>/*/g; s/{[^}]*}/*/g; s/[A-Z][A-Z]*/*/g')
    found=
    for place in '' "$(dirname "$page")/" docs/; do
        for file in $place$pattern; do
            [ ! -e "$file" ] || found=yes
        done
    done
    [ -n "$found" ] || echo "$page:$line: no such file: $word"
done >>"$work/wrong"

grep '^link' "$work/found" | cut -f 2- | while IFS=$tab read -r page line file name; do
    if [ ! -e "$file" ]; then
        echo "$page:$line: a link to a file that does not exist: $file"
    elif [ -n "$name" ]; then
        case $file in
        *.md)
            grep -qxF "$file$tab$name" "$work/anchors" || echo "$page:$line: no such heading: $file#$name" ;;
        *)
            echo "$page:$line: an anchor in a file without headings: $file#$name" ;;
        esac
    fi
done >>"$work/wrong"

for program in examples/*.c examples/*.cpp; do
    [ ! -e "$program" ] || grep -qF "](${program#examples/})" examples/README.md ||
        echo "examples/README.md:1: no link to $program"
done >>"$work/wrong"

grep '^error' "$work/found" | awk -F '\t' '{ print $2 ":" $3 ": " $4 }' >>"$work/wrong" || true
sort -u "$work/wrong" | sort -t : -k 1,1 -k 2,2n
echo "$# pages, $(grep -c '^link' "$work/found") links, $(grep -c '^path' "$work/found") paths," \
    "$(grep -c '^name' "$work/found") names, $(grep -c '' "$work/wrong") failures"
[ ! -s "$work/wrong" ]
