# SPDX-License-Identifier: BSD-3-Clause
#
# Reads what gcov -b -c wrote, and prints every branch that was not taken, by file. Fails if one of them is not in the
# list of named exceptions, or if a branch that is in there was taken. coverage.sh and coverage_all.sh call it:
#
#     awk -v allowed=LIST -v files=EXPRESSION [-v with_folders=1] -f coverage.awk FILE...
#
# files: a regular expression for the paths of the sources that count. with_folders: the list names a source by its
# folder in src and its name, not by its name alone.
#
# A function in a header is there once for each file that includes it: what counts is the line and the branch's number,
# and the function's name where gcov gives several functions of a line. Each source begins with a header of "-: 0:"
# lines, of which the first names it.
function trim(text) {
    gsub(/^[ \t]+|[ \t]+$/, "", text)
    return text
}
BEGIN {
    while ((getline entry < allowed) > 0) {
        if (entry == "" || entry ~ /^#/)
            continue
        if (split(entry, field, " ## ") != 4) {
            print allowed ": " entry
            wrong = 1
        }
        permitted[field[1] " ## " field[3]] = field[2]
    }
}
/^ *-: *0:Source:/ {
    path = $0
    sub(/^ *-: *0:Source:/, "", path)
    measured = path ~ files
    if (with_folders)
        sub(/.*\/src\//, "", path)
    else
        sub(/.*\//, "", path)
    name = ""
}
/^-+$/ { name = "" }
/^[A-Za-z_0-9]+:$/ { name = $0 }
/^ *[-#=0-9]+\*?: *[0-9]+:/ {
    line = $0
    sub(/^[^:]*: */, "", line)
    number = line
    sub(/:.*/, "", number)
    sub(/^[0-9]+:/, "", line)
    if (measured) # other folders have files of the same names
        text[path, number] = trim(line)
}
/^branch / && measured {
    key = path SUBSEP number SUBSEP name SUBSEP $2
    if (!(key in taken)) {
        order[++count] = key
        taken[key] = 0
    }
    if ($3 == "taken" && $4 > 0)
        taken[key] = 1
}
END {
    for (i = 1; i <= count; i++) {
        if (taken[order[i]])
            continue
        split(order[i], part, SUBSEP)
        source = text[part[1], part[2]]
        missed[part[1] " ## " source]++
        where = part[1] ":" part[2] ": branch " part[4]
        print where (part[3] == "" ? "" : " of " part[3]) " " source
        total++
    }
    for (place in missed) {
        if (missed[place] + 0 > permitted[place] + 0) {
            print "not allowed: " place ": " missed[place] " branches not taken"
            wrong = 1
        }
    }
    for (place in permitted) {
        if (missed[place] + 0 < permitted[place] + 0) {
            print "allowed, but taken: " place
            wrong = 1
        }
    }
    printf "%d branches, %d not taken\n", count, total
    exit count == 0 || wrong
}
