# SPDX-License-Identifier: BSD-3-Clause
#
# blocks.awk: reads a page, and says what has to be done with each of its fenced blocks.
#
# Variables: page, its name in messages; folder, where to write; cpp, command, lapack and threads, 1 where a compiler
# for C++, the command nprand, or the library is there.
# Written to folder:
#   plan            a line for each block: number, line, language, rule, argument, between tabs
#   NUMBER.block    its lines, without the indentation of its fence
#   NUMBER.MARK     the text of a mark that stands before it: with, needs, file, prints
#   NUMBER.expected the name of the file with what it must print
#   NUMBER.command.COUNT, NUMBER.line.COUNT, NUMBER.output.COUNT
#                   a command of a block of console, its line, and what it prints
#   pieces.c, pieces.cpp, rows.c, rows.cpp       programs made of the pieces and of the rows of tables
# blocks.sh has the rules.

function complain(line, words) {
    printf "0\t%d\t\terror\t%s\n", line, words > plan
}

# Takes the marks of one comment. A comment that is no mark is no matter.
function take_mark(text, line,    name, value) {
    sub(/^[ ]*<!--[ \n]*/, "", text)
    sub(/[ \n]*-->[ ]*$/, "", text)
    if (text == "file scope" || text == "same output") {
        marks[text] = 1
        mark_line[text] = line
    } else if (match(text, /^(with|from|file|needs|prints|tested by|not run|not compiled):/)) {
        name = substr(text, 1, RLENGTH - 1)
        value = substr(text, RLENGTH + 1)
        sub(/^[ \n]+/, "", value)
        if (value == "")
            complain(line, "the mark \"" name ":\" says nothing")
        marks[name] = value
        mark_line[name] = line
    } else {
        marks["unknown"] = text
        mark_line["unknown"] = line
    }
    marked = line
}

function drop_marks(name) {
    for (name in marks)
        delete marks[name]
    marked = 0
}

function marks_hold(    name) {
    for (name in marks)
        if (name != "unknown")
            complain(mark_line[name], "the mark \"" name "\" stands before no block and no table")
    drop_marks()
}

function write_marks(number,    name) {
    for (name in marks) {
        given[number, name] = marks[name]
        given_line[number, name] = mark_line[name]
    }
    if ("unknown" in marks)
        complain(mark_line["unknown"], "no such mark: " marks["unknown"])
    if ("needs" in marks)
        print marks["needs"] > (folder "/" number ".needs")
    if ("with" in marks)
        print marks["with"] > (folder "/" number ".with")
    if ("prints" in marks) {
        gsub(/\001/, "\n", marks["prints"])
        print marks["prints"] > (folder "/" number ".prints")
    }
    drop_marks()
}

function open_block(text,    word, i) {
    match(text, /^ */)
    indent = RLENGTH
    text = substr(text, indent + 1)
    match(text, /^(```+|~~~+)/)
    fence = substr(text, 1, RLENGTH)
    text = substr(text, RLENGTH + 1)
    blocks++
    begin[blocks] = FNR
    while (match(text, /<!--.*-->/)) { # the marks of a header, which headers.awk writes into this line
        word = substr(text, RSTART, RLENGTH)
        text = substr(text, 1, RSTART - 1)
        while (match(word, /-->./)) {
            i = RSTART + 3
            take_mark(substr(word, 1, i - 1), FNR)
            word = substr(word, i)
        }
        take_mark(word, FNR)
    }
    sub(/^ +/, "", text)
    sub(/[ {].*/, "", text)
    language[blocks] = text
    if (text == "")
        complain(FNR, "the fence names no language")
    count[blocks] = 0
    main[blocks] = 0
    write_marks(blocks)
    inside = 1
}

function block_line(text) {
    for (i = 0; i < indent && substr(text, 1, 1) == " "; i++)
        text = substr(text, 2)
    body[blocks, ++count[blocks]] = text
    if (text ~ /(^|[^A-Za-z0-9_])int main\(/)
        main[blocks] = 1
}

function close_block(    i, file) {
    inside = 0
    file = folder "/" blocks ".block"
    printf "" > file
    for (i = 1; i <= count[blocks]; i++)
        print body[blocks, i] > file
    close(file)
}

# ---- Tables ----

function cells_of(text, cells,    count, i) {
    gsub(/\\\|/, "\001", text)
    sub(/^ *\|/, "", text)
    sub(/\| *$/, "", text)
    count = split(text, cells, "|")
    for (i = 1; i <= count; i++) {
        gsub(/\001/, "|", cells[i])
        gsub(/^ +| +$/, "", cells[i])
    }
    return count
}

# A table with a column NumPy or Python, and a column C or C++, has calls.
function begin_table(    cells, count, i, python) {
    count = cells_of($0, cells)
    column["c"] = column["cpp"] = python = 0
    for (i = 1; i <= count; i++) {
        if (cells[i] == "C") column["c"] = i
        if (cells[i] == "C++") column["cpp"] = i
        if (cells[i] ~ /^(NumPy|Python)/) python = i
    }
    if (!python)
        column["c"] = column["cpp"] = 0
    table = 1
    row = 0
    table_with = ("with" in marks) ? marks["with"] : ""
    table_with_line = ("with" in marks) ? mark_line["with"] : 0
    table_skip = "not compiled" in marks
    if (table_skip && (column["c"] || column["cpp"]))
        printf "0\t%d\t\ttable\t%s\n", FNR, marks["not compiled"] > plan
    drop_marks()
}

# Each row is a function, and each text in backquotes a statement of it. A name alone is looked up.
function add_row(kind, cell,    words, count, i, file, statement) {
    count = split(cell, words, "`")
    if (count < 3)
        return
    file = folder "/rows." kind
    if (!(kind in rows)) {
        row_head(kind, file)
        rows[kind] = 0
    }
    rows[kind]++
    printf "void row_%d(void);\nvoid row_%d(void)\n{\n", rows[kind], rows[kind] > file
    print (kind == "c" ? "nprand_rng rng = {0};\n(void)rng;" : "nprand::RandomState rs(0);") > file
    if (table_with != "")
        printf "#line %d \"%s\"\n%s\n", table_with_line, page, table_with > file
    print "{" > file
    for (i = 2; i <= count; i += 2) {
        statement = words[i]
        if (kind == "c" && statement ~ /^[A-Za-z0-9_]+[(][)]$/)
            sub(/[(][)]/, "", statement)
        if (statement ~ /^[A-Za-z0-9_]+$/)
            statement = statement ~ /^(nprand|NPRAND)_/ && kind == "c" ? \
                "{ __typeof__(" statement ") *name = 0; (void)name; }" : ""
        else if (kind == "c" && match(statement, /^[a-z0-9_]+ [*]?nprand_[a-z0-9_]+[(]/)) # a declaration: no macro
            statement = "extern " in_brackets(substr(statement, 1, RLENGTH - 1)) substr(statement, RLENGTH)
        printf "#line %d \"%s\"\n%s;\n", FNR, page, statement > file
    }
    print "}\n}" > file
}

function in_brackets(text) {
    sub(/nprand_[a-z0-9_]+$/, "(&)", text)
    return text
}

function row_head(kind, file) {
    print "#define NPRAND_NO_NODISCARD" > file
    heads(kind, file)
    if (kind == "c")
        print "#include <nprand_lapack.h>\n#include <nprand_threads.h>" > file
    else
        print "#include <nprand_lapack.hpp>\n#include <nprand_threads.hpp>" > file
}

function heads(kind, file) {
    if (kind == "c")
        print "#include <nprand.h>\n#include <nprand_python.h>\n#include <errno.h>\n#include <inttypes.h>\n" \
              "#include <math.h>\n#include <stdbool.h>\n#include <stdio.h>\n#include <stdlib.h>\n" \
              "#include <string.h>" > file
    else
        print "#include <nprand.hpp>\n#include <algorithm>\n#include <cstdio>\n#include <iostream>\n" \
              "#include <random>\n#include <string>\n#include <vector>" > file
}

# ---- Lines of the page ----

BEGIN {
    plan = folder "/plan"
    printf "" > plan
    blank = 1
}

inside {
    text = $0
    sub(/^ */, "", text)
    if (substr(text, 1, length(fence)) == fence && text ~ /^(```+|~~~+) *$/)
        close_block()
    else
        block_line($0)
    next
}

comment != "" {
    comment = comment "\n" $0
    if (/-->/) {
        take_mark(comment, comment_line)
        comment = ""
        marked = FNR
    }
    next
}

/^ *<!--/ {
    if (/-->/)
        take_mark($0, FNR)
    else {
        comment = $0
        comment_line = FNR
    }
    next
}

/^ *(```|~~~)/ { open_block($0); list_blank = blank = 0; table = 0; next }

/^ *\|/ {
    if (!table)
        begin_table()
    else if (++row > 1 && !table_skip) { # past the rule below the head
        cells_of($0, cells)
        for (kind in column)
            if (column[kind])
                add_row(kind, cells[column[kind]])
    }
    blank = 0
    next
}

{ table = 0 }

/^ *$/ {
    blank = 1
    delete marks["unknown"] # a comment that stands for itself
    next
}

{
    if (marked)
        marks_hold()
    if (/^ ? ? ?([-*+]|[0-9]+[.)]) /)
        list = 1
    else if (blank && /^[^ ]/)
        list = 0
    if (blank && !list && /^    /)
        complain(FNR, "an indented block: put it between fences")
    blank = 0
}

# ---- The plan ----

function is(number, name) { return (number, name) in given }

function rule(number, name, words) {
    rules[number] = name
    words_of[number] = words
    gsub(/\n/, " ", words)
    printf "%d\t%d\t%s\t%s\t%s\n", number, begin[number], language[number], name, words > plan
}

function refuse(number, words) { rule(number, "error", words) }

function contains(number, pattern,    i) {
    for (i = 1; i <= count[number]; i++)
        if (body[number, i] ~ pattern)
            return 1
    return 0
}

# What this build has no library for, or "".
function lacks(number) {
    if (!cpp && language[number] ~ /^(cpp|c[+][+])$/)
        return "no compiler for C++ here"
    if (!command && language[number] == "console" && contains(number, "(^|[^A-Za-z_])nprand "))
        return "this build has no command nprand"
    if (!lapack && (contains(number, "nprand_lapack[.]h") || given[number, "with"] ~ /nprand_lapack[.]h/))
        return "this build has no nprand_lapack"
    if (!threads && (contains(number, "nprand_threads[.]h") || given[number, "with"] ~ /nprand_threads[.]h/))
        return "this build has no nprand_threads"
    return ""
}

function runs(number) { return rules[number] ~ /^(program|piece|python)$/ }

function plan_text(number,    of, first) {
    if (is(number, "same output")) {
        for (of = number - 1; of >= 1 && (runs(of) || rules[of] == "scope"); of--)
            if (runs(of))
                expected[first = of] = number
        if (!first)
            refuse(number, "no block before it prints")
        else
            rule(number, "output", first)
    } else if (number > 1 && runs(number - 1)) {
        expected[number - 1] = number
        rule(number, "output", number - 1)
    } else if (number > 1 && rules[number - 1] ~ /^(tested by|from|not run)$/)
        rule(number, rules[number - 1], words_of[number - 1])
    else if (number > 1 && rules[number - 1] == "lacks")
        rule(number, "lacks", words_of[number - 1])
    else
        refuse(number, "no block that prints stands before it")
}

function plan_console(number,    i, commands, more, file) {
    for (i = 1; i <= count[number]; i++) {
        if (more)
            print body[number, i] > file
        else if (body[number, i] ~ /^\$ /) {
            file = folder "/" number ".command." ++commands
            print begin[number] + i > (folder "/" number ".line." commands)
            print substr(body[number, i], 3) > file
            printf "" > (folder "/" number ".output." commands)
        } else if (commands)
            print body[number, i] > (folder "/" number ".output." commands)
        else {
            refuse(number, "a block of console begins with \"$ command\"")
            return
        }
        more = body[number, i] ~ /\\$/ && (more || body[number, i] ~ /^\$ /)
    }
    if (is(number, "prints"))
        print given[number, "prints"] > (folder "/" number ".output." commands)
    rule(number, "console", commands)
}

function used_later(name, from,    i, k) {
    for (i = from + 1; i <= blocks; i++)
        if (language[i] == "console" || is(i, "tested by"))
            for (k = 1; k <= count[i]; k++)
                if (index(body[i, k], name))
                    return 1
    return 0
}

function plan_block(number,    kind, lack) {
    kind = language[number] == "c++" ? "cpp" : language[number]
    if (is(number, "file")) {
        print given[number, "file"] > (folder "/" number ".file")
        if (!used_later(given[number, "file"], number)) {
            refuse(number, "no later command uses the file " given[number, "file"])
            return
        }
    }
    if (is(number, "tested by"))
        rule(number, "tested by", given[number, "tested by"])
    else if (is(number, "from"))
        rule(number, "from", given[number, "from"])
    else if (is(number, "not compiled"))
        rule(number, "not run", given[number, "not compiled"])
    else if (is(number, "not run") && kind != "c" && kind != "cpp")
        rule(number, "not run", given[number, "not run"])
    else if ((kind == "c" || kind == "cpp") && (is(number, "file") && !main[number]))
        rule(number, "file", given[number, "file"])
    else if (kind == "c" || kind == "cpp") {
        lack = lacks(number)
        if (lack != "")
            rule(number, "lacks", lack)
        else if (main[number])
            rule(number, is(number, "not run") ? "program only" : "program", given[number, "not run"])
        else if (is(number, "file scope")) {
            rule(number, "scope", "")
            add_piece(kind, number)
        } else {
            rule(number, is(number, "not run") ? "piece only" : "piece", given[number, "not run"])
            add_piece(kind, number)
        }
    } else if (kind == "console") {
        if (lacks(number) != "")
            rule(number, "lacks", lacks(number))
        else
            plan_console(number)
    }    else if (kind == "python")
        rule(number, is(number, "file") ? "file" : "python", given[number, "file"])
    else if (is(number, "file"))
        rule(number, "file", given[number, "file"])
    else if (kind == "text")
        plan_text(number)
    else if (kind != "")
        refuse(number, "a block of " kind " needs a mark: tested by, not run, or file")
}

# A file of pieces is written in two parts, since the includes of all pieces come first.
function add_piece(kind, number,    i, text) {
    pieces[kind] = pieces[kind] " " number
    while (is(number, "with") && match(given[number, "with"], /^# *include *<[^>]*>[ \n]*/)) {
        includes[kind] = includes[kind] substr(given[number, "with"], 1, RLENGTH) "\n"
        given[number, "with"] = substr(given[number, "with"], RLENGTH + 1)
    }
    for (i = 1; i <= count[number]; i++)
        if (body[number, i] ~ /^ *# *include/) {
            includes[kind] = includes[kind] sprintf("#line %d \"%s\"\n%s\n", begin[number] + i, page, body[number, i])
            body[number, i] = ""
        }
}

function write_pieces(kind,    list, n, i, k, number, file, scope) {
    if (pieces[kind] == "")
        return
    file = folder "/pieces." kind
    heads(kind, file)
    printf "%s", includes[kind] > file
    n = split(pieces[kind], list, " ")
    for (i = 1; i <= n; i++) {
        number = list[i]
        scope = rules[number] == "scope"
        if (!scope) {
            if (kind == "c")
                print "static int piece_" number "(void)\n{\nnprand_rng rng;\n" \
                      "if (nprand_seed(&rng, 0) != NPRAND_OK)\nreturn 1;" > file
            else
                print "static int piece_" number "()\n{\nnprand::RandomState rs(0);" > file
        }
        if (is(number, "with"))
            printf "#line %d \"%s\"\n%s\n", given_line[number, "with"], page, given[number, "with"] > file
        if (!scope)
            print "{" > file
        printf "#line %d \"%s\"\n", begin[number] + 1, page > file
        for (k = 1; k <= count[number]; k++)
            print body[number, k] > file
        if (!scope)
            print "}\nreturn 0;\n}" > file
    }
    printf "#line 1 \"pieces.%s\"\n", kind > file
    if (kind == "c")
        print "int main(int argc, char **argv)\n{\nswitch (argc == 2 ? atoi(argv[1]) : 0) {" > file
    else
        print "int main(int argc, char **argv)\n{\ntry {\nswitch (argc == 2 ? std::stoi(argv[1]) : 0) {" > file
    for (i = 1; i <= n; i++)
        if (rules[list[i]] != "scope")
            printf "case %d: return piece_%d();\n", list[i], list[i] > file
    print "}" > file
    if (kind == "cpp")
        print "} catch (const std::exception &error) {\n" \
              "std::fprintf(stderr, \"%s\\n\", error.what());\nreturn 1;\n}" > file
    print "return 2;\n}" > file
}

END {
    if (inside) {
        complain(begin[blocks], "the fence is not closed")
        close_block()
    }
    marks_hold()
    for (number = 1; number <= blocks; number++)
        plan_block(number)
    for (number = 1; number <= blocks; number++)
        if (number in expected)
            print expected[number] ".block" > (folder "/" number ".expected")
        else if (is(number, "prints"))
            print number ".prints" > (folder "/" number ".expected")
    write_pieces("c")
    write_pieces("cpp")
    print rows["c"] + 0, rows["cpp"] + 0 > (folder "/rows")
}
