#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# blocks.sh BUILD [--headers | PAGE...]: compiles and runs every code block of the pages, and compares what it prints.
# PAGE is a file, from the top folder on. Without it, the pages are all *.md files of the tree; with --headers, the
# headers of include, and nprand.1. BUILD is a build of meson, from which come libnprand.a, nprand, and, where they are
# there, libnprand_lapack.a and libnprand_threads.a:
#
#     meson setup build && meson compile -C build && sh tests/docs/blocks.sh build README.md docs/bits.md
#
# CC and CXX are the compilers with their flags (default: cc, c++). PYTHON has commands, of which the first one with
# NumPy runs the Python (default: python3 /usr/bin/python3). KEEP is a folder for what is made of the pages, ROOT the
# top folder of another tree.
#
# A fenced block names its language. By language:
#   c, cpp with main()  a program: compiled as C11 or C++17 with -Wall -Wextra -Werror, linked, and run
#   c, cpp              a piece: the body of a function. All pieces of a page are one program, with the usual headers;
#                       each runs by itself, in the order of the page, with `nprand_rng rng` (in C++
#                       `nprand::RandomState rs(0)`) of seed 0. `return 1;` is a failure.
#   python              all blocks of a page are one session
#   console             "$ command" is run by sh, with nprand, cc, c++ and pkg-config; below it is what it prints
#   text                what the block before it prints; a block that prints must have one
#   others              need a mark
# A mark is a comment of HTML before the block:
#   <!-- with: double x[100]; -->         C that stands before a piece, or before each call of a table; or Python
#   <!-- file scope -->                   a piece that is no body of a function: later pieces of the page use it
#   <!-- file: prog.c -->                 the block is also a file of that name, which a later command uses
#   <!-- from: examples/NAME.c -->        the block stands in that file, whose own test runs it; a block of text below
#                                         it stands in examples/NAME.out
#   <!-- tested by: tests/X.sh -->        that test takes the block from this page, or has all of its lines
#   <!-- needs: sklearn -->               a module of Python, or a command: where it is missing, the block is not run
#   <!-- same output -->                  before text: all blocks that run, one after the other, before it print it
#   <!-- not run: REASON -->              C and C++ are compiled all the same
#   <!-- not compiled: REASON -->
# In a table with a column NumPy or Python and a column C or C++, the calls in backquotes in the last two are compiled.
#
# In a header, the code in a comment is what is indented by four columns more than the text. In nprand.1 it is what
# stands between .Bd and .Ed; tests/man runs the displays that begin with "$ ". marks.txt has the marks of both.
set -eu
export LC_ALL=C

[ $# -ge 1 ] || { echo 'usage: blocks.sh BUILD [--headers | PAGE...]' >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
root=${ROOT-$(cd "$here/../.." && pwd)}
build=$(cd "$1" && pwd)
shift
work=${KEEP:-$(mktemp -d)}
mkdir -p "$work/bin"
work=$(cd "$work" && pwd)
tab=$(printf '\t')
server=
finish() {
    [ -z "$server" ] || { exec 3>&- 4<&-; wait "$server" || true; }
    [ -n "${KEEP-}" ] || rm -rf "$work"
}
trap finish EXIT

# ---- What the blocks find ----

first_path=$PATH
cc=${CC-cc}
cxx=${CXX-c++}
cpp=1
[ -n "$cxx" ] || cpp=0
command=0
[ ! -x "$build/nprand" ] || command=1
library=$build/libnprand.a
lapack=0
threads=0
[ ! -f "$build/libnprand_lapack.a" ] || lapack=1
[ ! -f "$build/libnprand_threads.a" ] || threads=1
[ -f "$library" ] || { echo "no library $library"; exit 2; }

lapack_libs="$build/libnprand_lapack.a $library -llapack -lblas -lm"
threads_libs="$build/libnprand_threads.a $library -fopenmp -lm"

# tool NAME: a command of the blocks, whose text is standard input.
tool() {
    { echo '#!/bin/sh'; cat; } >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}
tool cc <<END
PATH='$first_path' exec $cc "\$@"
END
tool c++ <<END
PATH='$first_path' exec $cxx "\$@"
END
tool nprand <<END
exec ${MESON_EXE_WRAPPER-} '$build/nprand' "\$@"
END
tool pkg-config <<END
for word; do
    case \$word in
    nprand) libs="$library -lm" ;;
    nprand_lapack) libs="$lapack_libs" ;;
    nprand_threads) libs="$threads_libs" ;;
    --cflags) flags="-I$root/include" ;;
    --libs) all=yes ;;
    --static) ;;
    *) echo "pkg-config: \$word?" >&2; exit 1 ;;
    esac
done
echo "\${flags-} \${all+\$libs}"
END
PATH=$work/bin:$PATH
export PATH

python=
for candidate in ${PYTHON-python3 /usr/bin/python3}; do
    if [ -z "$python" ] && "$candidate" -c 'import numpy' 2>/dev/null; then
        python=$candidate
    fi
done

# ---- Checks ----

failed=0
bad=0 # of this page
fail() { # fail LINE WORDS
    echo "$page:$1: $2"
    bad=$((bad + 1))
}

show() { # show FILE: the words of a compiler or of diff
    sed 's/^/    /' "$1"
}

compare() { # compare LINE EXPECTED ACTUAL
    if ! diff -u "$2" "$3" >"$work/log"; then
        fail "$1" 'it prints something else (-: the page, +: the program)'
        sed '1,2d' "$work/log" | sed 's/^/    /'
    fi
}

libraries() { # libraries FILE: what a program is linked to
    if grep -q 'nprand_lapack\.h' "$1"; then
        printf '%s ' "$lapack_libs"
    fi
    if grep -q 'nprand_threads\.h' "$1"; then
        printf '%s ' "$threads_libs"
    fi
    printf '%s' "$library -lm"
}

warnings='-Wall -Wextra -Werror -O0 -U_FORTIFY_SOURCE'
loose='-Wno-unused-variable -Wno-unused-but-set-variable -Wno-unused-function -Wno-unused-parameter'

# GCC reads a compiled header in a quarter of the time, if it is the first one that a file includes. The second program
# in C++ makes it.
programs=0
precompile() {
    programs=$((programs + 1))
    mkdir -p "$work/compiled"
    if [ "$programs" = 2 ] && ! c++ -dM -E -x c++ /dev/null | grep -q __clang__; then
        (cd "$root" && c++ -std=c++17 $warnings -Iinclude -x c++-header include/nprand.hpp \
            -o "$work/compiled/nprand.hpp.gch") >/dev/null 2>&1 || rm -f "$work/compiled/nprand.hpp.gch"
    fi
}

# compile KIND FILE FLAG...: in the tree, so that the words of the compiler show the line of the page.
compile() {
    kind=$1
    file=$2
    shift 2
    if [ "$kind" = c ]; then
        (cd "$root" && cc -std=c11 $warnings -Iinclude "$@" -x c "$file" -x none $(libraries "$file"))
    else
        precompile
        (cd "$root" && c++ -std=c++17 $warnings -I"$work/compiled" -Iinclude "$@" -x c++ "$file" \
            -x none $(libraries "$file"))
    fi
}

# The lines of the block FILE stand in OTHER, one below the other; all may be indented by the same columns.
stands_in() { # stands_in FILE OTHER
    awk 'FNR == NR { wanted[++n] = $0; next }
         { line[++m] = $0 }
         END {
             for (at = 1; at + n - 1 <= m; at++)
                 for (indent = 0; indent <= 16; indent += 4) {
                     blanks = sprintf("%" indent "s", "")
                     for (i = 1; i <= n; i++)
                         if (line[at + i - 1] != (wanted[i] == "" ? "" : blanks wanted[i])) break
                     if (i > n) exit 0
                 }
             exit 1
         }' "$1" "$2"
}

has_lines() { # has_lines FILE OTHER: each line of the block FILE that is not empty stands somewhere in OTHER
    awk 'FNR == NR { text = text "\n" $0; next }
         { line = $0; gsub(/^ +| +$/, "", line); if (line != "" && !index(text, line)) { print line; missing = 1 } }
         END { exit missing }' "$2" "$1"
}

check_from() { # check_from NUMBER LINE LANGUAGE FILE
    file=$4
    [ "$3" != text ] || file=${file%.*}.out
    if [ ! -f "$root/$file" ]; then
        fail "$2" "no file $file"
    elif ! stands_in "$folder/$1.block" "$root/$file"; then
        fail "$2" "the block does not stand in $file"
    elif [ "$3" != text ]; then
        name=$(basename "$file")
        case $file in
        docs/man/examples/*) ;;
        *.h) grep -q "#include \"$name\"" "$(dirname "$file")"/*.c || fail "$2" "no file beside $file includes it" ;;
        *)
            grep -qs "[^a-z_]${name%.*}[^a-z_]" "$(dirname "$file")/meson.build" ||
                fail "$2" "no test of $file in its meson.build"
            ;;
        esac
    fi
}

# takes_page FILE: the test FILE takes blocks from the page: a line that is no comment names it, or a comment does and
# the meson.build beside FILE gives it the page. The name of a README is its whole path.
takes_page() {
    name=${page##*/}
    [ "$name" != README.md ] || name=$page
    name="(^|[^A-Za-z0-9_/-]|[a-z}.]/)$(printf '%s\n' "$name" | sed 's/\./\\./g')"
    [ "$page" != README.md ] || name='(^|[^A-Za-z0-9_/-]|[$][a-z{}]*/)README\.md'
    mentions "$1" || { grep -Eq "$name" "$1" && [ -f "${1%/*}/meson.build" ] && mentions "${1%/*}/meson.build"; }
}

mentions() { grep -v '^ *#' "$1" | grep -Eq "$name"; }

check_tested_by() { # check_tested_by NUMBER LINE FILE...
    number=$1
    line=$2
    shift 2
    for file; do
        file=${file%,}
        if [ "$file" = .ci/run ] && [ ! -d .ci ]; then
            : # a release's archive has no .ci
        elif [ ! -f "$root/$file" ]; then
            fail "$line" "tested by $file, which does not exist"
        elif ! takes_page "$file" && ! has_lines "$folder/$number.block" "$root/$file" >"$work/log"; then
            fail "$line" "$file does not take $page, and lacks these lines of the block:"
            show "$work/log"
        fi
    done
}

# ---- Running ----

program() { # program NUMBER LINE LANGUAGE [only]
    kind=$3
    [ "$kind" = c ] || kind=cpp
    file=$folder/program_$1.$kind
    { printf '#line %d "%s"\n' "$(($2 + 1))" "$page"; cat "$folder/$1.block"; } >"$file"
    if ! compile "$kind" "$file" -o "$folder/program_$1" >"$work/log" 2>&1; then
        fail "$2" 'it does not compile'
        show "$work/log"
    elif [ $# -eq 3 ]; then
        run_and_compare "$1" "$2" "$folder/program_$1"
    fi
}

run_and_compare() { # run_and_compare NUMBER LINE COMMAND...
    number=$1
    line=$2
    shift 2
    if ! (cd "$folder/place" && ${MESON_EXE_WRAPPER-} "$@") >"$folder/$number.actual" 2>"$folder/$number.errors" \
        </dev/null; then
        fail "$line" 'it fails'
        show "$folder/$number.errors"
    elif [ -f "$folder/$number.expected" ]; then
        compare "$line" "$folder/$(cat "$folder/$number.expected")" "$folder/$number.actual"
    else
        silent "$number" "$line"
    fi
}

# silent NUMBER LINE: what a block prints must be shown, below it or, if it is a file, below a later command.
silent() {
    if [ -s "$folder/$1.actual" ] && [ ! -f "$folder/$1.file" ]; then
        fail "$2" 'it prints, and no block of text below shows what'
        show "$folder/$1.actual"
    fi
}

first_error() { # the line of the page that the compiler names first, or 1
    sed -n "s|^$page:\([0-9]*\):.*error.*|\1|p" "$work/log" | { read -r line || line=1; echo "$line"; }
}

pieces() { # pieces KIND: compiles them; without it, none runs
    file=$folder/pieces.$1
    [ -f "$file" ] || return 0
    if ! compile "$1" "$file" $loose -o "$folder/pieces_$1" >"$work/log" 2>&1; then
        fail "$(first_error)" "it does not compile, and none of the pieces in $1 runs"
        show "$work/log"
    fi
}

rows() { # rows KIND
    file=$folder/rows.$1
    [ -f "$file" ] && [ "$1$cpp" != cpp0 ] || return 0
    # clang warns about libraries and flags of the linker without a program.
    if ! compile "$1" "$file" $loose -Wno-unused-value -Wno-unused-result -Wno-unused-command-line-argument \
        -fsyntax-only >"$work/log" 2>&1; then
        fail "$(first_error)" 'a call of the table does not compile'
        show "$work/log"
    fi
}

# The commands of a block run in one shell, so that a variable, a folder and $? last to the end of the block.
console() { # console NUMBER COMMANDS
    cat >"$work/console.sh" <<'END'
folder=$1 number=$2 commands=$3 count=0 status=0
cd "$folder/place"
while [ "$count" -lt "$commands" ]; do
    count=$((count + 1))
    exec >"$folder/$number.actual.$count" 2>&1 </dev/null
    (exit "$status")
    . "$folder/$number.command.$count"
    status=$?
    echo "$status" >"$folder/$number.status.$count"
done
END
    sh "$work/console.sh" "$folder" "$1" "$2" || true
    count=0
    while [ "$count" -lt "$2" ]; do
        count=$((count + 1))
        line=$(cat "$folder/$1.line.$count")
        if [ ! -f "$folder/$1.status.$count" ]; then
            fail "$line" 'the shell ends here'
            [ ! -f "$folder/$1.actual.$count" ] || show "$folder/$1.actual.$count"
            break
        fi
        compare "$line" "$folder/$1.output.$count" "$folder/$1.actual.$count"
        status=$(cat "$folder/$1.status.$count")
        next=$folder/$1.command.$((count + 1))
        # A command that fails must say something, or the next one asks for its status.
        if [ "$status" != 0 ] && [ ! -s "$folder/$1.output.$count" ] && ! grep -qsF 'echo $?' "$next"; then
            fail "$line" "it fails with status $status"
        fi
    done
}

# Python runs once for all pages. ask WORD...: sets $answer.
ask() {
    if [ -z "$server" ]; then
        rm -f "$work/to" "$work/from"
        mkfifo "$work/to" "$work/from"
        "$python" "$here/session.py" <"$work/to" >"$work/from" &
        server=$!
        exec 3>"$work/to" 4<"$work/from"
        read -r answer <&4
    fi
    first=$1
    shift
    { printf '%s' "$first"; [ $# -eq 0 ] || printf '\t%s' "$@"; echo; } >&3
    IFS= read -r answer <&4 || answer='Python ended'
}

run_python() { # run_python NUMBER LINE
    if [ -f "$folder/$1.with" ]; then
        ask run "$folder/$1.with" "$page" "$2" "$folder/$1.actual"
        [ "$answer" = ok ] || { fail "$2" "what stands in \"with\" fails"; show "$folder/$1.actual"; }
    fi
    ask run "$folder/$1.block" "$page" "$(($2 + 1))" "$folder/$1.actual"
    if [ "$answer" != ok ]; then
        fail "$2" "it fails: $answer"
        show "$folder/$1.actual"
    elif [ -f "$folder/$1.expected" ]; then
        compare "$2" "$folder/$(cat "$folder/$1.expected")" "$folder/$1.actual"
    else
        silent "$1" "$2"
    fi
}

# what_lacks NUMBER LANGUAGE: prints what the block needs and is not here.
what_lacks() {
    if [ "$2" = python ]; then
        [ -n "$python" ] || { echo 'no python3 with NumPy here'; return; }
    fi
    [ -f "$folder/$1.needs" ] || return 0
    if [ "$2" = python ]; then
        ask needs "$(cat "$folder/$1.needs")"
        [ "$answer" = ok ] || echo "$answer"
    else
        for word in $(cat "$folder/$1.needs"); do
            command -v "$word" >/dev/null || { echo "no $word here"; return; }
        done
    fi
}

count_up() { # count_up FILE-OF-COUNTS REASON
    printf '%s\n' "$2" >>"$folder/counts.$1"
}

one_block() { # one_block NUMBER LINE LANGUAGE RULE ARGUMENT
    if [ -f "$folder/$1.file" ]; then
        file=$folder/place/$(cat "$folder/$1.file")
        mkdir -p "$(dirname "$file")"
        cp "$folder/$1.block" "$file"
    fi
    case $4 in
    program | piece | console | python)
        what_lacks "$1" "$3" >"$work/lack"
        if [ -s "$work/lack" ]; then
            count_up lacks "$(cat "$work/lack")"
            return
        fi
        count_up run ''
        ;;
    esac
    case $4 in
    error) fail "$2" "$5" ;;
    program) program "$1" "$2" "$3" ;;
    'program only') program "$1" "$2" "$3" only; count_up compiled "$5" ;;
    piece)
        kind=$3
        [ "$kind" = c ] || kind=cpp
        [ ! -f "$folder/pieces_$kind" ] || run_and_compare "$1" "$2" "$folder/pieces_$kind" "$1"
        ;;
    'piece only') count_up compiled "$5" ;;
    scope) count_up compiled '' ;;
    console) console "$1" "$5" ;;
    python) run_python "$1" "$2" ;;
    output) count_up output '' ;;
    file) count_up file '' ;;
    from) check_from "$1" "$2" "$3" "$5"; count_up from "$5" ;;
    'tested by') check_tested_by "$1" "$2" $5; count_up tested "$5" ;;
    'not run') count_up skipped "$5" ;;
    lacks) count_up lacks "$5" ;;
    table) count_up table "$5" ;;
    esac
}

number_of() { # number_of COUNTS
    [ -f "$folder/counts.$1" ] || { echo 0; return; }
    grep -c '' "$folder/counts.$1"
}

reasons_of() { # reasons_of COUNTS: each once, in brackets
    [ -f "$folder/counts.$1" ] || return 0
    sort -u "$folder/counts.$1" | awk '
        NF { text = text (text == "" ? "" : "; ") $0 }
        END { if (text != "") printf " (%s)", text }'
}

summary() {
    blocks=$(awk -F '\t' '$1 > 0' "$folder/plan" | wc -l)
    line="$page: $((blocks)) blocks: $(number_of run) run"
    for part in output:outputs compiled:compiled 'from:from examples' 'tested:tested elsewhere' file:files \
        'skipped:not run' 'lacks:left out here' 'table:tables not compiled'; do
        n=$(number_of "${part%%:*}")
        [ "$n" = 0 ] || line="$line, $n ${part#*:}$(reasons_of "${part%%:*}")"
    done
    read -r rows_c rows_cpp <"$folder/rows"
    [ "$rows_c$rows_cpp" = 00 ] || line="$line; cells of tables compiled: $rows_c in C, $rows_cpp in C++"
    echo "$line"
}

check_page() {
    page=$1
    bad=0
    pages=$((pages + 1))
    folder=$work/$pages
    mkdir -p "$folder/place"
    case $page in
    *.1)
        awk -v name="$(basename "$page")" -f "$here/man.awk" "$here/marks.txt" "$root/$page" >"$folder/page"
        ;;
    *.h | *.hpp)
        awk -v name="$(basename "$page")" -f "$here/headers.awk" "$here/marks.txt" "$root/$page" >"$folder/page"
        ;;
    *) cp "$root/$page" "$folder/page" ;;
    esac
    awk -v page="$page" -v folder="$folder" -v cpp="$cpp" -v command="$command" -v lapack="$lapack" \
        -v threads="$threads" -f "$here/blocks.awk" "$folder/page"
    if grep -q "${tab}python$tab" "$folder/plan" && [ -n "$python" ]; then
        ask page "$folder/place"
    fi
    pieces c
    pieces cpp
    rows c
    rows cpp
    # A tab is white space to read, which would take two of them as one.
    tr '\t' '\001' <"$folder/plan" >"$folder/plan.1"
    while IFS=$(printf '\001') read -r number line language rule argument <&5; do
        one_block "$number" "$line" "$language" "$rule" "$argument"
    done 5<"$folder/plan.1"
    summary
    [ "$bad" = 0 ] || echo "$page: $bad failed"
    failed=$((failed + bad))
}

cd "$root"
[ $# -gt 0 ] || set -- $(sh "$here/links.sh" --list)
[ "$1" != --headers ] || set -- include/*.h include/*.hpp docs/man/nprand.1
pages=0
for page; do
    check_page "$page"
done
echo "$pages pages, $failed failures"
[ "$failed" = 0 ]
