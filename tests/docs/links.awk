# SPDX-License-Identifier: BSD-3-Clause
#
# links.awk: reads the pages, whose names are relative to the top folder, and prints what links.sh has to look up. The
# fields stand between tabs:
#   anchor PAGE NAME             a heading of the page, as GitHub names it
#   link PAGE LINE FILE NAME     a link to a file of the tree, with the name of an anchor or without
#   path PAGE LINE WORD          a text in backquotes that looks like a file of the tree
#   name PAGE LINE WORD          a name that begins with nprand_, NPRAND_ or nprand::
#   error PAGE LINE WORDS

function put(kind, line, words) { printf "%s\t%s\t%d\t%s\n", kind, page, line, words }

# ---- Headings ----

function plain(text) {
    while (match(text, /\[[^]]*\]\([^)]*\)/))
        text = substr(text, 1, RSTART - 1) substr(text, RSTART + 1, index(substr(text, RSTART), "](") - 2) \
               substr(text, RSTART + RLENGTH)
    return text
}

function anchor(text) {
    text = tolower(plain(text))
    gsub(/[!-,.\/:-@[-^`{-~]/, "", text) # all ASCII but letters, digits, space, - and _
    gsub(/ /, "-", text)
    return text
}

function heading(text,    level, name) {
    match(text, /^#+/)
    level = RLENGTH
    sub(/^#+ +/, "", text)
    sub(/ +#* *$/, "", text)
    name = anchor(text)
    if (seen[page, name]++)
        name = name "-" (seen[page, name] - 1)
    printf "anchor\t%s\t%s\n", page, name
    if (level == 2) {
        if (tolower(text) != "contents") {
            sections++
            section[sections] = name
            section_line[sections] = FNR
        }
        seconds++
    }
    if (level == 1 && ++titles > 1)
        put("error", FNR, "a second title")
}

# ---- Text ----

# The file that a link names, from the top folder; "" if it is not in the tree.
function resolve(target,    parts, n, i, kept, path) {
    path = page
    if (!sub(/\/[^\/]*$/, "", path))
        path = ""
    n = split(path "/" target, parts, "/")
    kept = 0
    for (i = 1; i <= n; i++) {
        if (parts[i] == "" || parts[i] == ".")
            continue
        if (parts[i] == "..") {
            if (--kept < 0)
                return ""
        } else
            parts[++kept] = parts[i]
    }
    path = kept ? parts[1] : "."
    for (i = 2; i <= kept; i++)
        path = path "/" parts[i]
    return path
}

function link(target, line,    hash, name, file) {
    if (target ~ /^(https?|mailto):/)
        return
    hash = index(target, "#")
    name = hash ? substr(target, hash + 1) : ""
    file = hash ? substr(target, 1, hash - 1) : target
    if (file ~ /^\//)
        put("error", line, "a link from the root: " target)
    else if (file == "") {
        put("link", line, page "\t" name)
        if (seconds < 2)
            contents[name] = 1
    } else if (resolve(file) == "")
        put("error", line, "a link out of the tree: " target)
    else
        put("link", line, resolve(file) "\t" name)
}

function lines_in(text) { return gsub(/\n/, "", text) }

function words_of(text, line,    words, n, i) {
    n = split(text, words, /[ \n]+/)
    for (i = 1; i <= n; i++) {
        gsub(/^[("']+|[)"',;:.]+$/, "", words[i])
        if (words[i] ~ /^(\.\/)?(docs|src|tests|include|examples|packaging|vectors|\.ci)\/[^ ]/ ||
            words[i] ~ /^[A-Za-z0-9_-]+\.md$/)
            put("path", line, words[i])
    }
}

function names_of(text, line,    at, name, next_one) {
    gsub(/\]\([^)]*\)/, "]", text) # an anchor has lower case
    while (match(text, /(nprand|NPRAND)_[A-Za-z0-9_]*|nprand::[A-Za-z0-9_]+/)) {
        name = substr(text, RSTART, RLENGTH)
        at = RSTART > 1 ? substr(text, RSTART - 1, 1) : " "
        text = substr(text, RSTART + RLENGTH)
        next_one = substr(text, 1, 2)
        if (at ~ /[A-Za-z0-9_]/ && !(at == "D" && name ~ /^NPRAND/)) # libnprand_lapack; but -DNPRAND_...
            continue
        if (next_one ~ /^\*/)
            name = name "*"
        else if (match(text, /^\.[a-z0-9]+/))
            name = name substr(text, 1, RLENGTH)
        put("name", line, name)
    }
}

# A paragraph: what it has between backquotes is no link.
function paragraph(    text, rest, ticks, end, line, links) {
    text = para
    para = ""
    links = ""
    line = para_line
    while (match(text, /`+/)) {
        links = links substr(text, 1, RSTART - 1)
        line += lines_in(substr(text, 1, RSTART - 1))
        ticks = substr(text, RSTART, RLENGTH)
        rest = substr(text, RSTART + RLENGTH)
        end = index(rest, ticks)
        if (!end) {
            put("error", line, "a backquote without its other one")
            break
        }
        words_of(substr(rest, 1, end - 1), line)
        links = links "`" (substr(rest, 1, end - 1) ~ /\n/ ? "\n" : "")
        line += lines_in(substr(rest, 1, end - 1))
        text = substr(rest, end + length(ticks))
    }
    text = links text
    line = para_line
    while (match(text, /\]\([^) \n]*|\]\[[^]\n]*\]|(href|src|srcset)="[^"]*"/)) {
        line += lines_in(substr(text, 1, RSTART - 1))
        rest = substr(text, RSTART, RLENGTH)
        text = substr(text, RSTART + RLENGTH)
        if (rest ~ /^\]\(/)
            link(substr(rest, 3), line)
        else if (rest ~ /^\]\[/)
            put("error", line, "a link by name, which this test does not follow: " rest)
        else {
            gsub(/^[a-z]+="|"$/, "", rest)
            link(rest, line)
        }
    }
}

function end_page(    i) {
    if (para != "")
        paragraph()
    if (fence != "")
        print "error\t" page "\t" fence_line "\tthe fence is not closed"
    if (page == "" || page ~ /(^|\/)CHANGELOG\.md$/)
        return
    if (!purpose)
        print "error\t" page "\t1\tno paragraph after the title says the purpose of the page"
    if (page == "README.md" && page_lines > 200)
        print "error\t" page "\t201\tthe page has " page_lines " lines, more than 200"
    if (page_lines > 120)
        for (i = 1; i <= sections; i++)
            if (!(section[i] in contents))
                print "error\t" page "\t" section_line[i] "\tthe page has " page_lines \
                      " lines, and its contents have no link to #" section[i]
}

FNR == 1 {
    end_page()
    page = FILENAME
    fence = para = ""
    sections = seconds = titles = purpose = comment = 0
    for (i in contents)
        delete contents[i]
    if (!/^# [^ ]/)
        put("error", 1, "the first line is no title")
}

{
    page_lines = FNR
    if (!/^ *\|/ && !/https?:/ && fence == "" && page !~ /(^|\/)CHANGELOG\.md$/) {
        width = $0
        gsub(/[\200-\277]/, "", width)
        if (length(width) > 120 && !comment && !/^ *<!--/)
            put("error", FNR, "the line has " length(width) " columns, more than 120")
    }
    if (page !~ /(^|\/)CHANGELOG\.md$/ && !comment && !/^ *<!--/)
        names_of($0, FNR)
}

fence != "" {
    text = $0
    sub(/^ */, "", text)
    if (substr(text, 1, length(fence)) == fence && text ~ /^(```+|~~~+) *$/)
        fence = ""
    else if (fence_language ~ /^(sh|console)$/)
        words_of($0, FNR)
    next
}

comment || /^ *<!--/ {
    if (para != "")
        paragraph()
    comment = !/-->/
    next
}

/^ *(```|~~~)/ {
    if (para != "")
        paragraph()
    text = $0
    sub(/^ */, "", text)
    match(text, /^(```+|~~~+)/)
    fence = substr(text, 1, RLENGTH)
    fence_language = substr(text, RLENGTH + 1)
    fence_line = FNR
    next
}

/^#+ / {
    if (para != "")
        paragraph()
    heading($0)
    para = $0
    para_line = FNR
    paragraph()
    next
}

/^ *$/ {
    if (para != "")
        paragraph()
    next
}

# The purpose: the paragraph under the title is text, no list, table, picture or quotation.
titles == 1 && seconds == 0 && !purpose {
    purpose = /^[A-Za-z`*"([]/ && !/^\* / ? 1 : -1
    if (purpose < 0)
        put("error", FNR, "the first paragraph is no sentence")
}

{
    if (/^ *\|/ || /^ *([-*+]|[0-9]+[.)]) /) { # a row or an item is a text of its own
        if (para != "")
            paragraph()
    }
    if (para == "")
        para_line = FNR
    para = para == "" ? $0 : para "\n" $0
    if (match($0, /<a (id|name)="[^"]*"/)) {
        text = substr($0, RSTART, RLENGTH)
        sub(/^[^"]*"/, "", text)
        sub(/"$/, "", text)
        printf "anchor\t%s\t%s\n", page, text
    }
}

END { end_page() }
