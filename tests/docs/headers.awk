# SPDX-License-Identifier: BSD-3-Clause
#
# headers.awk: makes a page of a header, with a line for each of its lines, for blocks.awk. The first file is
# marks.txt, the second one the header; name is its name. Code in a comment becomes a block between fences, which take
# the place of the empty lines of the comment around it. A remark behind a statement, three or more columns from it, is
# cut off; if it begins with "prints X", X is what the statement must print.

FNR == 1 { file++ }

# header TAB first line TAB language TAB marks
file == 1 {
    if (/^#/ || /^$/)
        next
    if (substr($0, 1, length(name) + 1) == name "\t") {
        split($0, part, "\t")
        language[part[2]] = part[3]
        marks[part[2]] = part[4]
    }
    next
}

{ lines[FNR] = $0; n = FNR }

function code_of(text) {
    sub(/ *\*\/$/, "", text)
    return text ~ /^ \*     / ? substr(text, 8) : ""
}
function is_empty(text) { return text ~ /^ \*$/ }

END {
    for (i = 1; i <= n; i++)
        out[i] = ""
    for (i = 2; i <= n; i++) {
        if (code_of(lines[i]) == "" || !is_empty(lines[i - 1]))
            continue
        first = i
        last = i
        while (code_of(lines[last + 1]) != "" || (is_empty(lines[last + 1]) && code_of(lines[last + 2]) != ""))
            last++
        key = code_of(lines[first])
        sub(/   .*/, "", key)
        kind = (key in language) ? language[key] : name ~ /hpp$/ ? "cpp" : "c"
        text = (key in marks) ? marks[key] : ""
        used[key] = 1
        prints = ""
        for (i = first; i <= last; i++) {
            out[i] = code_of(lines[i])
            if ((kind == "c" || kind == "cpp") && match(out[i], /[;)]   +[^ ]/)) {
                remark = substr(out[i], RSTART + RLENGTH - 1)
                out[i] = substr(out[i], 1, RSTART) (substr(out[i], RSTART, 1) == ")" ? ";" : "")
                if (remark ~ /^prints /) {
                    sub(/^prints /, "", remark)
                    sub(/,? .*/, "", remark)
                    prints = prints (prints == "" ? "" : "\n") remark
                }
            }
        }
        gsub(/\n/, "\001", prints)
        out[first - 1] = "```" kind " " text (prints == "" ? "" : "<!-- prints: " prints " -->")
        out[last + 1] = "```"
        i = last
    }
    for (i = 1; i <= n; i++)
        print out[i]
    for (key in language)
        if (!(key in used)) # blocks.awk refuses this
            print "```no-such-code\n" key "\n```"
}
