# SPDX-License-Identifier: BSD-3-Clause
#
# man.awk: makes a page of a manual page, with a line for each of its lines, for blocks.awk. The first file is
# marks.txt, the second one the manual page; name is its name. A display becomes a block between fences. One that begins
# with "$ " is left to tests/man.

FNR == 1 { file++ }

file == 1 {
    if (substr($0, 1, length(name) + 1) == name "\t") {
        split($0, part, "\t")
        language[part[2]] = part[3]
        marks[part[2]] = part[4]
    }
    next
}

{
    gsub(/\\-/, "-")
    gsub(/\\&/, "")
    gsub(/\\e/, "\\")
}

/^\.Ed/ {
    print inside ? "```" : ""
    inside = 0
    next
}

begun {
    begun = 0
    key = $0
    if (key ~ /^\$ /)
        print "\n"
    else {
        inside = 1
        print "```" language[key] " " marks[key]
        if (language[key] == "console")
            $0 = "$ " $0
        print
    }
    used[key] = 1
    next
}

/^\.Bd/ { begun = 1; next }

{ print inside ? $0 : "" }

END {
    for (key in language)
        if (!(key in used)) # blocks.awk refuses this
            print "```no-such-code\n" key "\n```"
}
