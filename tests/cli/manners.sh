#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# manners.sh CHECK NPRAND [COMPLETIONS]: how the command NPRAND speaks to people.
#
#   help      the overview fits a screen; each method and command has its help, and the help is true
#   suggest   what is suggested for words that are no names
#   streams   what happens when the help cannot be written, and to arguments that are no text
#   bash      the completion of bash, COMPLETIONS/nprand.bash
#   zsh       the completion of zsh, COMPLETIONS/_nprand
set -eu
check=$1
nprand=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
completions=$([ -z "${3-}" ] || (cd "$3" && pwd))
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# In a cross build meson names the emulator in MESON_EXE_WRAPPER: a command and its arguments.
run() {
    ${MESON_EXE_WRAPPER-} "$nprand" "$@" </dev/null
}

# status WORD...: runs the command; its output is in files.
status() {
    code=0
    run "$@" >"$work/out" 2>"$work/err" || code=$?
    echo "$code"
}

report() { # report WHAT WANTED GOT
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED: %s\nexpected:\n%s\ngot:\n%s\n' "$1" "$2" "$3"
    fi
}

methods() {
    run help methods | sed -n 's/^  \([a-z_]*\).*/\1/p'
}

commands() {
    run help commands | sed -n 's/^  nprand \([a-z]*\).*/\1/p'
}

options() {
    run help options | sed -n 's/^  --\([a-z-]*\).*/\1/p'
}

# ---- help ---------------------------------------------------------------------------------------

check_widths() { # check_widths WORD...
    report "nprand $*: status, lines above 80 columns" "0 " \
        "$(status "$@") $(awk 'length > 80' "$work/out")$(cat "$work/err")"
}

# bounds METHOD: for each bound that the help tells, the place of the parameter, the bound, a number
# beyond it, and whether the bound itself is accepted.
bounds() {
    run help "$1" | awk '
        /^  [a-z]/ && $1 != "size" && $1 != "d..." {
            place++
            domain = substr($0, 12)
            sub(/;.*/, "", domain)
            n = split(domain, part, ", ")
            for (i = 1; i <= n; i++) {
                split(part[i], piece, " ")
                if (piece[1] !~ /^[<>]=?$/ || piece[2] !~ /^[0-9.e]+$/)
                    continue
                beyond = piece[1] ~ /^>/ ? piece[2] - 1 : piece[2] * 1.01 + 1
                print place, piece[2], beyond, piece[1] ~ /=/ ? 0 : 2
            }
        }'
}

# with ARGUMENTS PLACE VALUE: the arguments with another value at that place.
with() {
    echo "$1" | awk -v place="$2" -v value="$3" '{ $place = value; print }'
}

# The declarations as the header has them, without blanks.
check_declarations() { # of the help in a file
    sed -n '/^C  /,/^Result/p' "$work/out" | sed '$d; s/^C //' | tr -d ' \n' | tr ';' '\n' >"$work/declared"
    echo >>"$work/declared"
    while read -r declaration; do
        case $declaration in
        *\(*) ;;
        *) continue ;;
        esac
        report "nprand.h: $declaration" 1 "$(grep -cF -e "$declaration;" "$work/header")"
        declarations=$((declarations + 1))
    done <"$work/declared"
}

# The paragraph on lists, of the methods that take them, and the declaration of a pointer.
check_wording() {
    report "nprand help poisson: lists" 1 "$(run help poisson | grep -c '^  lists  *lam may be a list: 1,2,3')"
    report "nprand help rand: no lists" 0 "$(run help rand | grep -c '^  lists')"
    report "nprand help poisson: a size" 1 "$(run help poisson | grep -c '^  size  *the shape')"
    report "nprand help shuffle: no size" 0 "$(run help shuffle | grep -c '^  size  *the shape')"
    report "nprand help normal: a default" 1 "$(run help normal | grep -c '^  loc .*(default 0)$')"
    report "nprand help poisson: pointers" 2 "$(run help poisson | grep -c 'size_t n, int64_t \*out);')"
    report "nprand help shuffle: the call" 1 "$(run help shuffle | grep -c '^Usage: nprand \[options\] shuffle x\.\.\.$')"
}

check_method() {
    check_widths help "$1"
    check_declarations
    report "nprand help $1: a parameter without its domain" "" "$(grep '?' "$work/out" || true)"
    report "nprand $1 --help" "$(cat "$work/out")" "$(run "$1" --help)"
    words=$(sed -n 's/^Example *nprand --seed 0 //p' "$work/out")
    arguments=${words#"$1"}
    code=$(status --seed 0 $words)
    grep -q 'built without LAPACK' "$work/err" && code=0
    report "nprand --seed 0 $words" 0 "$code"
    bounds "$1" >"$work/bounds"
    while read -r place bound beyond accepted; do
        changed=$(with "$arguments" "$place" "$bound")
        report "$1 $changed" "$accepted" "$(status --seed 0 "$1" -- $changed)"
        changed=$(with "$arguments" "$place" "$beyond")
        report "$1 $changed" 2 "$(status --seed 0 "$1" -- $changed)"
        bounds_tried=$((bounds_tried + 2))
    done <"$work/bounds"
}

check_help() {
    check_wording
    check_widths --help
    cp "$work/out" "$work/overview"
    report "nprand --help fits 24 lines" yes "$([ "$(wc -l <"$work/overview")" -le 24 ] && echo yes)"
    for words in -h help '--help nosuch'; do
        report "nprand $words" "0 $(cat "$work/overview")" "$(status $words) $(cat "$work/out")"
    done
    for topic in methods options commands status; do
        check_widths help $topic
    done
    cat "$(dirname "$0")/../../include/nprand.h" "$(dirname "$0")/../../include/nprand_lapack.h" | tr -d ' \n' | sed 's/;/;\n/g' >"$work/header"
    bounds_tried=0
    declarations=0
    for method in $(methods); do
        report "nprand --help: $method" 1 \
            "$(sed -n '/^Methods/,/^Commands/p' "$work/overview" | tr -s ' ;' '\n' | grep -cx -e "$method")"
        check_method "$method"
    done
    run help choice >"$work/out"
    report "nprand help choice: options" "Options --size --dtype --p --no-replace and those of all methods: nprand help options" \
        "$(sed -n '/^Options/,/^Example/p' "$work/out" | sed '$d' | tr -s ' \n' '  ' | sed 's/ $//')"
    report "nprand help bytes: options" "Options those of all methods: nprand help options" \
        "$(run help bytes | sed -n '/^Options/,/^Example/p' | sed '$d' | tr -s ' \n' '  ' | sed 's/ $//')"
    report "bounds and declarations, 80 of each or more" yes \
        "$([ $bounds_tried -ge 80 ] && [ $declarations -ge 80 ] && echo yes)"
    for command in $(commands); do
        report "nprand --help: $command" 1 "$(grep -c " $command  " "$work/overview")"
        check_widths help "$command"
        report "nprand help $command" "Usage: nprand $command" \
            "$(sed -n "1s/\(Usage: nprand $command\).*/\1/p" "$work/out")"
        report "nprand $command --help" "$(cat "$work/out")" "$(run "$command" --help)"
    done
    for option in $(options | grep -vx help); do
        report "nprand help options: --$option" yes "$(run help options | grep -q -e "--$option\([ ,]\|\$\)" && echo yes)"
        check_widths help "$option"
        report "nprand help $option" 1 "$(grep -c -e "^  --$option" "$work/out")"
        [ "$option" = python ] || report "nprand help --$option" "0 $(cat "$work/out")" "$(status help "--$option") $(cat "$work/out" "$work/err")"
    done
    report "nprand help nosuchthing" \
        "2 nprand: no such method, command, option or topic; nprand --help lists them: 'nosuchthing'" \
        "$(status help nosuchthing) $(cat "$work/out" "$work/err")"
    report "nprand help normal --size 3" "2 nprand: help: --size: the command does not take the option" \
        "$(status help normal --size 3) $(cat "$work/out" "$work/err")"
    report "nprand selftest --size 3" "2 nprand: selftest: --size: the command does not take the option" \
        "$(status selftest --size 3) $(cat "$work/out" "$work/err")"
    report "nprand help -o" "$(run help output)" "$(run help -o)"
    report "nprand help -q" "$(run help quiet)" "$(run help -q)"
}

# ---- suggest ------------------------------------------------------------------------------------

suggests() { # suggests WORD SUGGESTION...: of a method or command
    report "nprand $1" "2 nprand: no such method: '$1'; did you mean $2?" \
        "$(status "$1") $(cat "$work/out" "$work/err")"
}

suggests_option() {
    report "nprand $1" "2 nprand: no such option: '$1'; did you mean '$2'?" \
        "$(status "$1" rand) $(cat "$work/out" "$work/err")"
}

suggests_nothing() {
    report "nprand $1" "2 nprand: no such $2: '$1'" "$(status "$1") $(cat "$work/out" "$work/err")"
}

# candidates WANTED WORD...: what fits the last word, without what it means.
candidates() {
    wanted=$1
    shift
    report "__complete -- $*" "$wanted" "$(run __complete -- "$@" | cut -f 1 | head -n 3 | tr '\n' ' ')"
}

check_candidates() {
    candidates '' selftest a b c x
    candidates ':file ' verify ''
    candidates 'random_sample random rand ' verify x ra
    candidates '--bins ' hist --bin
    candidates '--format=csv ' rand --format=c
    candidates '--bins ' hist 3 --bin
    candidates '--bins ' hist rand --bin
    candidates '' rand --bin
    candidates '--seed --seed-sequence --seed-version ' foo --seed
    candidates '--seed --seed-sequence --seed-version ' python --seed
    candidates 'then ' --foo rand th
    candidates 'then ' rand -- --seed th
    candidates '' rand --seed th
    candidates 'then ' choice 9 --no-replace th
    candidates 'hypergeometric ' then h
}

check_suggest() {
    suggests rnad "'rand'"
    suggests Rand "'rand'"
    suggests ranint "'randint'"
    suggests radnint "'randint'"
    suggests standard-normal "'standard_normal'"
    suggests chi_square "'chisquare'"
    suggests hyper "'hypergeometric'"
    suggests gauss "'normal'"
    suggests guass "'normal'"
    suggests hlep "'help'"
    suggests np.random.rand "'rand'"
    suggests numpy.random.normal "'normal'"
    suggests RandomState.rand "'rand'"
    suggests 'np.random.RandomState(0).normal(0, .5)' "'normal'"
    suggests 'np.random.rnad(3)' "'rand'"
    # Python's module has a command of its own, where this one draws by it.
    if commands | grep -qx python; then
        suggests random.gauss "'python random.gauss'"
        suggests random.uniform "'uniform' or 'python random.uniform'"
    else
        suggests random.gauss "'normal'"
    fi
    for word in nosuch x '' np. . 'a b' '(' aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; do
        suggests_nothing "$word" 'method; nprand --help lists them'
    done
    for word in default_rng 'np.random.default_rng(42).normal(0, 1)' 'np.random.PCG64(1)' Generator Philox SFC64; do
        report "nprand $word" "2 nprand: nprand draws as RandomState; NumPy's Generator draws other numbers: '$word'" \
            "$(status "$word") $(cat "$work/out" "$work/err")"
    done
    for word in 'normal loc=0' 'poisson 3 size=4' 'randint 0 high=3'; do
        name=${word##* }
        report "nprand $word" "2 nprand: ${word%% *}: ${name%=*}: give the number without a name: '$name'" \
            "$(status $word) $(cat "$work/out" "$work/err")"
    done
    suggests_option --sed --seed
    suggests_option --sede=3 --seed
    suggests_option -seed --seed
    suggests_option --Size --size
    suggests_option --skip_words --skip-words
    suggests_option --byte --byte-order
    suggests_nothing --frobnicate 'option; nprand help options lists them'
    suggests_nothing -x 'option; nprand help options lists them'
    report "nprand --repr=1" "2 nprand: the option takes no value: '--repr=1'" \
        "$(status --repr=1 rand) $(cat "$work/out" "$work/err")"
    check_candidates
    report "nprand help nromal" "2 nprand: no such method, command, option or topic: 'nromal'; did you mean 'normal'?" \
        "$(status help nromal) $(cat "$work/out" "$work/err")"
}

# ---- streams ------------------------------------------------------------------------------------

# Help that nobody reads is no failure that a script has to know, and help that is lost is one.
check_streams() {
    for words in --help 'help normal' 'help options' 'help status' '__complete -- r'; do
        if [ -c /dev/full ]; then
            code=0
            run $words 2>"$work/err" >/dev/full || code=$?
            report "$words >/dev/full" "1 nprand: cannot write to standard output: No space left on device" \
                "$code $(cat "$work/err")"
        fi
        code=0
        run $words 2>"$work/err" >&- || code=$?
        report "$words >&-" "1 nprand: cannot write to standard output: Bad file descriptor" "$code $(cat "$work/err")"
        report "$words | head" "" "$( (run $words 2>&3 | head -n 0) 3>&1)"
        report "$words, in a locale with a comma" "$(run $words)" "$(LC_ALL=de_DE.UTF-8 run $words)"
    done
    # Bytes that are no UTF-8, characters that control a terminal, and characters that can be shown.
    bad=$(printf 'r\377\302\233n\355\240\200\303\244\033[1m')
    for words in "$bad" "--$bad" "help $bad" "normal $bad" "rand --format $bad"; do
        report "an argument that is no text: status" 2 "$(status $words)"
        report "an argument that is no text: stderr" "1 yes" "$(wc -l <"$work/err" | tr -d ' ') $(
            LC_ALL=C grep -q "$(printf "'-*r???n???\303\244?\[1m'")" "$work/err" && echo yes)"
        report "an argument that is no text: stdout" "" "$(cat "$work/out")"
    done
}

# ---- completion ---------------------------------------------------------------------------------

# The shells ask a command of this name.
make_command() {
    mkdir "$work/bin" "$work/files"
    printf '#!/bin/sh\nexec %s "%s" "$@"\n' "${MESON_EXE_WRAPPER-}" "$nprand" >"$work/bin/nprand"
    chmod +x "$work/bin/nprand"
    touch "$work/files/a b.npy" "$work/files/x.npy"
    PATH=$work/bin:$PATH
    cd "$work/files"
}

# check_completions FUNCTION: FUNCTION WORD... prints what fits the last word, sorted, on one line.
check_completions() {
    complete=$1
    report "nprand randi" "randint" "$($complete nprand randi)"
    report "nprand hel" "help" "$($complete nprand hel)"
    report "nprand --see" "--seed" "$($complete nprand --see | tr ' ' '\n' | head -n 1)"
    report "nprand: methods and commands" "$( (methods && commands) | sort | tr '\n' ' ' | sed 's/ $//')" \
        "$($complete nprand '')"
    report "nprand --: options" "$(options | sed 's/^/--/' | sort | tr '\n' ' ' | sed 's/ $//')" \
        "$($complete nprand --)"
    report "nprand --format" "csv json lines npy numpy raw" "$($complete nprand --format '')"
    report "nprand rand 3 --format c" "csv" "$($complete nprand rand 3 --format c)"
    report "nprand --seed 0 normal --no: not of this method" "" "$($complete nprand --seed 0 normal --no)"
    report "nprand choice 5 --p" "--p" "$($complete nprand choice 5 --p | tr ' ' '\n' | grep -x -e --p)"
    report "nprand --seed rand: a value" "" "$($complete nprand --seed ran)"
    report "nprand uniform -1 ran: an argument" "" "$($complete nprand uniform -1 ran)"
    report "nprand help norm" "normal" "$($complete nprand help norm)"
    report "nprand help opt" "options" "$($complete nprand help opt)"
    report "nprand help seed" "seed" "$($complete nprand help seed | tr ' ' '\n' | grep -x seed)"
    report "nprand -- --see" "" "$($complete nprand -- --see)"
    report "nprand python ran" "randbytes randint random randrange" "$($complete nprand python ran)"
    report "nprand python --seed 1 gau" "gauss" "$($complete nprand python --seed 1 gau)"
    report "nprand python gauss then gam" "gammavariate" "$($complete nprand python gauss then gam)"
    report "nprand rand 3 th" "then" "$($complete nprand rand 3 th)"
    report "nprand python gauss th" "then" "$($complete nprand python gauss th)"
    report "nprand hist rand th" "" "$($complete nprand hist rand th)"
    report "nprand rand then h" "hypergeometric" "$($complete nprand rand then h)"
    report "nprand selftest --" "--help --quiet --version" "$($complete nprand selftest --)"
    report "nprand explain --" "--all-seeds --help --quiet --seed --threads --version --within" "$($complete nprand explain --)"
    report "nprand hist rand --s" "--seed --seed-sequence --skip --skip-words --spawn-key --state --svg" \
        "$($complete nprand hist rand --s)"
    for option in format dtype byte-order long-bits; do
        for value in $($complete nprand --$option ''); do
            method=rand
            [ "$option" != dtype ] || method='randint 1'
            case $value in
            float*) method=rand ;;
            esac
            extra=
            [ "$option" != byte-order ] || extra='--format raw'
            report "nprand $method --$option $value" 0 "$(status $method --$option "$value" $extra)"
        done
    done
}

# COMPREPLY, after the function has run as by the key.
by_bash() {
    bash --norc -c '
        . "$0"
        COMP_WORDS=("$@")
        COMP_CWORD=$(($# - 1))
        COMPREPLY=()
        _nprand "$1" "${COMP_WORDS[COMP_CWORD]}" ""
        [ ${#COMPREPLY[@]} -eq 0 ] || printf "%s\n" "${COMPREPLY[@]}"' "$completions/nprand.bash" "$@" |
        sort | tr '\n' ' ' | sed 's/ $//'
}

check_bash() {
    command -v bash >/dev/null || skip 'bash is not installed.'
    make_command
    report "nprand.bash names the command" "complete -F _nprand nprand" \
        "$(bash --norc -c '. "$0"; complete -p nprand' "$completions/nprand.bash")"
    check_completions by_bash
    report "nprand -o" "a b.npy x.npy" "$(by_bash nprand -o '')"
    report "nprand --output = x" "x.npy" "$(by_bash nprand --output = x)"
    report "nprand --output =" "a b.npy x.npy" "$(by_bash nprand --output =)"
    report "nprand --format = n" "npy numpy" "$(by_bash nprand --format = n)"
}

# What the file gives to zsh's functions.
by_zsh() {
    zsh -f -c '
        _describe() { printf "%s\n" "${(@)${(P)2}%%:*}" }
        _files() { print -r -- files "$PREFIX" }
        compset() { [[ $PREFIX != ${~2}* ]] || PREFIX=${PREFIX##${~2}} }
        file=$1
        shift
        words=("$@")
        CURRENT=$#words
        PREFIX=$words[CURRENT]
        complete_word() { . "$file" }
        complete_word' zsh "$completions/_nprand" "$@" | sort | tr '\n' ' ' | sed 's/ $//'
}

check_zsh() {
    command -v zsh >/dev/null || skip 'zsh is not installed (Debian: apt-get install zsh).'
    make_command
    check_completions by_zsh
    report "nprand -o x" "files x" "$(by_zsh nprand -o x)"
    report "nprand --output=x" "files x" "$(by_zsh nprand --output=x)"
    report "nprand --format=c" "--format=csv" "$(by_zsh nprand --format=c)"
}

skip() {
    echo "skipped: $1"
    exit 77
}

case $check in
help) check_help ;;
suggest) check_suggest ;;
streams) check_streams ;;
bash) check_bash ;;
zsh) check_zsh ;;
*)
    echo "no such check: $check" >&2
    exit 2
    ;;
esac
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
