#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# faults.sh PART NPRAND_FAULTY: the command under faults of the system. NPRAND_FAULTY is the command with ../faults.c.
# Prints each check that fails, then how many passed and failed.
#
# A fault is put at the first call of a function, then at the second one, until no call is left. After each run, one of
# two things must be true: the command succeeded, and the result is that of a run without faults; or it failed with one
# line on stderr, and no file is new or changed.
set -u

[ $# -eq 2 ] || { echo 'usage: faults.sh PART NPRAND_FAULTY' >&2; exit 2; }
part=$1
nprand=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
out=$folder/out
err=$folder/err
mark=$folder/mark
files=$folder/files
good=$folder/good
mkdir "$files" "$good"
# A memory checker is to answer like malloc() where there is no memory, and does not count what an error leaves.
export ASAN_OPTIONS="${ASAN_OPTIONS-}:allocator_may_return_null=1"

# The numbers of Linux.
EPERM=1
EINTR=4
EIO=5
ENOMEM=12
EACCES=13
EEXIST=17
EINVAL=22
EMFILE=24
EFBIG=27
ENOSPC=28
EDQUOT=122

passed=0
failed=0

# report NAME WANTED GOT
report() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
        return
    fi
    failed=$((failed + 1))
    printf 'FAILED: %s\nexpected:\n%s\ngot:\n%s\n' "$1" "$2" "$3"
}

# run FAULT WORD...: sets status and is_reached.
run() {
    fault=$1
    shift
    rm -f "$mark"
    status=0
    NPRAND_FAULT=$fault NPRAND_FAULT_MARK=$mark "$nprand" "$@" >"$out" 2>"$err" </dev/null || status=$?
    is_reached=false
    [ ! -e "$mark" ] || is_reached=true
}

# contents: the names of the files, and what is in each.
contents() {
    (cd "$files" && for file in .[!.]* *; do [ ! -e "$file" ] || cksum "$file"; done)
}

# Words that write a file. Three writes at least in each format: the buffer has 2^20 bytes.
words_of() {
    case $1 in
    npy | bin) echo '--seed 0 rand 150000' ;;
    json) echo '--seed 0 rand 100000' ;;
    csv) echo '--seed 0 rand 50000x2' ;;
    txt) echo '--seed 0 rand 100000' ;;
    svg) echo 'hist --seed 0 normal --size 10000 --svg' ;;
    esac
}

# write FAULT FORMAT: writes $files/x.FORMAT.
write() {
    if [ "$2" = svg ]; then
        run "$1" $(words_of svg) "$files/x.svg"
    else
        run "$1" $(words_of "$2") -o "$files/x.$2"
    fi
}

# begin FORMAT OLD: what a run without faults writes is in wanted, and the folder before the run in before.
begin() {
    rm -f "$files"/*
    write 'none 1 0' "$1"
    report "$1: status" 0 "$status"
    wanted=$(contents)
    rm -f "$files"/*
    [ "$2" = new ] || echo old >"$files/x.$1"
    before=$(contents)
}

# restore FORMAT OLD
restore() {
    rm -f "$files"/* "$files"/.[!.]*
    [ "$2" = new ] || echo old >"$files/x.$1"
}

# Where the run was a success, the file is whole; where it was none, nothing changed, and one line says why.
judge() {
    if [ $status = 0 ]; then
        report "$1: the file" "$wanted" "$(contents)"
    else
        report "$1: status, lines of stderr, files" "1 1 $before" "$status $(wc -l <"$err" | tr -d ' ') $(contents)"
    fi
}

# must_fail CALL ERROR FORMAT OLD: each call of that function fails the command.
must_fail() {
    begin "$3" "$4"
    n=1
    while write "$1 $n $2" "$3" && $is_reached; do
        report "$1 $n $2, $3, $4: status" 1 "$status"
        judge "$1 $n $2, $3, $4"
        restore "$3" "$4"
        n=$((n + 1))
    done
    [ $n -gt 1 ] || report "$1, $3, $4" 'a fault' none
    [ "$1" != write ] || report "$1, $3, $4: calls" yes "$([ $n -gt 2 ] && echo yes)"
}

# may_fail CALL ERROR FORMAT OLD
may_fail() {
    begin "$3" "$4"
    n=1
    while write "$1 $n $2" "$3" && $is_reached; do
        judge "$1 $n $2, $3, $4"
        restore "$3" "$4"
        n=$((n + 1))
    done
    [ $n -gt 1 ] || report "$1, $3, $4" 'a fault' none
}

# must_succeed FAULT FORMAT
must_succeed() {
    begin "$2" new
    write "$1" "$2"
    report "$1, $2: reached, status, files" "true 0 $wanted" "$is_reached $status $(contents)"
}

# ---- files: a file that cannot be written ---------------------------------------------------------

check_files() {
    for format in npy bin json csv txt; do
        must_fail write $ENOSPC $format old
        must_fail close $EIO $format old
        must_fail rename $EACCES $format old
        must_succeed "write 0 $EINTR" $format
        must_succeed 'write 0 short' $format
    done
    for format in npy txt; do
        must_fail write $EIO $format new
        must_fail open $EMFILE $format new
        must_fail open $EACCES $format old
        must_fail fchmod $EPERM $format old
        may_fail access $EACCES $format old
        may_fail realpath $EIO $format old
    done
    # The picture comes before what goes to standard output.
    for case in "write 1 $ENOSPC" "close 1 $EIO" "rename 1 $EACCES"; do
        begin svg old
        write "$case" svg
        report "svg, $case: status" 1 "$status"
        judge "svg, $case"
    done
    must_succeed "write 0 $EINTR" svg
    must_succeed 'write 0 short' svg
    # A name that an unfinished file has already: the next one is taken. After 100 names, none is left.
    must_succeed "open 1 $EEXIST" npy
    for count in 99 100; do
        rm -f "$files"/*
        status=0
        sh -c 'i=0; while [ $i -lt "$3" ]; do : >"$2/.nprand-$$-$i.part"; i=$((i + 1)); done
            exec "$1" --seed 0 rand -o "$2/x.npy"' sh "$nprand" "$files" $count 2>"$err" || status=$?
        there=$([ ! -e "$files/x.npy" ] || echo x.npy)
        if [ $count = 99 ]; then
            report '99 unfinished files' '0 x.npy ' "$status $there $(cat "$err")"
        else
            report '100 unfinished files' "1  nprand: cannot write to $files/x.npy: File exists" "$status $there $(cat "$err")"
        fi
        rm -f "$files"/.nprand*
    done
    long=$files/$(printf '%04090d' 0 | sed 's:00:a/:g')x.npy
    run 'none 1 0' --seed 0 rand -o "$long"
    report '-o, a path of more than 4000 characters' "1 nprand: cannot write to $long: File name too long" \
        "$status $(cat "$err")"
    run "open 1 $EACCES" --seed 0 rand --format raw -o /dev/null
    report '-o /dev/null, open' 'true 1 nprand: cannot write to /dev/null: Permission denied' \
        "$is_reached $status $(cat "$err")"
    run 'none 1 0' --seed 0 rand --format raw -o /dev/null
    report '-o /dev/null' '0 ' "$status $(cat "$err")"
    # More bytes than a file can have, on a disk that does not say what is free.
    rm -f "$files"/*
    run "fstatvfs 1 $EIO" --seed 0 rand 1152921504606846975 -o "$files/x.npy"
    report 'rand 2^60 - 1, fstatvfs' \
        "true 1 nprand: cannot write to $files/x.npy: the file needs 9223372036854775928 bytes: File too large " \
        "$is_reached $status $(cat "$err") $(contents)"
    rm -f "$files"/*
    run "fstatvfs 1 short0" --seed 0 rand 3 -o "$files/x.npy"
    report 'rand 3, a disk with blocks of 0 bytes' 'true 0 ' "$is_reached $status $(cat "$err")"
    # A stream that is closed is opened on /dev/null, or the command ends.
    status=0
    NPRAND_FAULT="open 1 $EACCES" "$nprand" --seed 0 rand >"$out" 2>"$err" <&- || status=$?
    report 'rand <&-, open' '1 ' "$status $(cat "$out" "$err")"
    # Space is asked for where the size is known.
    for error in $ENOSPC $EFBIG $EDQUOT; do
        must_fail posix_fallocate $error npy old
    done
    may_fail posix_fallocate $EINVAL npy old
    may_fail fstatvfs $EIO npy old
    # The state is written after the draw, and its file is old if it cannot be.
    for case in "write 1 $ENOSPC" "write 2 $ENOSPC" "close 1 $EIO" "rename 1 $EIO" "open 1 $EMFILE"; do
        rm -f "$files"/*
        echo old >"$files/s"
        before=$(contents)
        run "$case" --seed 0 rand 3 --save-state "$files/s"
        report "--save-state, $case: reached, status, lines, files" "true 1 1 $before" \
            "$is_reached $status $(wc -l <"$err" | tr -d ' ') $(contents)"
    done
}

# ---- memory: malloc() fails at each of its calls --------------------------------------------------

# without_memory SUCCESS WORD...: SUCCESS is the status without faults.
without_memory() {
    success=$1
    shift
    rm -f "$files"/*
    run 'none 1 0' "$@"
    report "$*: status" "$success" "$status"
    expected=$(cksum <"$out")
    n=1
    while run "malloc $n $ENOMEM" "$@" && $is_reached; do
        if [ $status = "$success" ]; then
            report "$*, malloc $n" "$expected" "$(cksum <"$out")"
        else
            report "$*, malloc $n" '1 1 nprand: out of memory' \
                "$status $(wc -l <"$err" | tr -d ' ') $(sed 's/: [0-9]* bytes are needed//' "$err")"
        fi
        n=$((n + 1))
    done
    [ $n -gt 1 ] || report "$*, malloc" 'a fault' none
}

check_memory() {
    without_memory 0 --seed 0 rand 3
    without_memory 0 --seed 0 normal 0,1 2 --size 3,2 --format json
    without_memory 0 --seed 0 choice a,b,c 2 --no-replace
    without_memory 0 --seed 0 choice 5 3 --p .1,.2,.3,.2,.2
    without_memory 0 --seed 0 multinomial 20 .2,.3,.5 4
    without_memory 0 --seed 0 dirichlet 1,2,3 4
    without_memory 0 --seed 0 shuffle a b c then rand 2
    without_memory 0 --seed-sequence 1,2 --spawn-key 3 rand 2
    without_memory 0 python --seed 0 sample a,b,c 2
    without_memory 0 hist --seed 0 normal --size 100
    without_memory 0 help normal
    printf '0.5488135039273248\n' >"$good/x.txt"
    without_memory 0 verify "$good/x.txt" --seed 0 rand
    "$nprand" --seed 0 --save-state "$good/s"
    without_memory 0 --state "$good/s" rand 2
    # The caller of LAPACK.
    run 'none 1 0' --seed 0 multivariate_normal 0,1 '2,.5;.5,1' 3
    if grep -q 'without LAPACK' "$err"; then
        echo 'not checked: multivariate_normal, this nprand was built without LAPACK'
    else
        without_memory 0 --seed 0 multivariate_normal 0,1 '2,.5;.5,1' 3
    fi
}

# ---- input: a file that cannot be read ------------------------------------------------------------

# reads FILE WORD...: verify of the file.
reads() {
    file=$1
    shift
    for case in "read 0 $EINTR" 'read 0 short'; do
        run "$case" verify "$file" "$@"
        report "verify ${file##*/}, $case" 'true 0' "$is_reached $status"
    done
    for case in "read $EIO" "open $EMFILE"; do
        n=1
        while run "${case% *} $n ${case#* }" verify "$file" "$@" && $is_reached; do
            report "verify ${file##*/}, $case, $n" '2 1 0' \
                "$status $(wc -l <"$err" | tr -d ' ') $(wc -c <"$out" | tr -d ' ')"
            n=$((n + 1))
        done
        report "verify ${file##*/}, $case" yes "$([ $n -gt 1 ] && echo yes)"
    done
}

check_input() {
    for format in npy bin txt csv json; do
        "$nprand" --seed 0 rand 3000x2 -o "$good/x.$format"
        reads "$good/x.$format" --seed 0 rand 3000x2
    done
    # An array in Fortran's order, and a text that is counted first, are read at places. The first lseek() asks for
    # the place.
    {
        printf '\223NUMPY\001\000\166\000'
        printf '%-118s' "{'descr': '<f8', 'fortran_order': True, 'shape': (2, 100, 100), }"
        dd if=/dev/zero bs=160000 count=1 2>/dev/null
    } >"$good/f.npy"
    run 'none 1 0' verify "$good/f.npy" --seed 0 normal 0 0
    report 'verify f.npy' '0 equal: 20000 values, to the last bit' "$status $(cat "$out" "$err")"
    for case in "lseek 2 $EIO" "read 2 $EIO"; do
        run "$case" verify "$good/f.npy" --seed 0 normal 0 0
        report "verify f.npy, $case" "true 2 nprand: verify: $good/f.npy: the file has become shorter" \
            "$is_reached $status $(cat "$err" "$out")"
    done
    "$nprand" --seed 0 choice 20000 20000 --no-replace --format lines -o "$good/c.txt"
    run 'none 1 0' verify "$good/c.txt" --seed 0 choice 20000 --no-replace
    report 'verify c.txt' '0 equal: 20000 values' "$status $(cat "$out" "$err")"
    run "lseek 2 $EIO" verify "$good/c.txt" --seed 0 choice 20000 --no-replace
    report 'verify c.txt, lseek' "true 2 nprand: verify: $good/c.txt: cannot go back to the beginning of the file" \
        "$is_reached $status $(cat "$err" "$out")"
    # A state is read through stdio.
    "$nprand" --seed 0 --save-state "$good/s"
    run "fopen 1 $EMFILE" --state "$good/s" rand
    report '--state, fopen' 'true 2 1 0' \
        "$is_reached $status $(wc -l <"$err" | tr -d ' ') $(wc -c <"$out" | tr -d ' ')"
    run 'none 1 0' --state "$folder" rand
    report '--state of a folder' "2 nprand: --state: Is a directory: '$folder'" "$status $(cat "$err" "$out")"
}

# ---- signals: before and after each call ----------------------------------------------------------

# A signal that is ignored, as under nohup, stays ignored.
check_ignored_signals() {
    for signal in 1 2 3 13 15; do
        begin npy old
        status=0
        (
            trap '' $signal
            NPRAND_FAULT="write 1 before-$signal" "$nprand" $(words_of npy) -o "$files/x.npy" >"$out" 2>"$err"
        ) || status=$?
        report "signal $signal, ignored" "0 $wanted" "$status $(contents)"
    done
}

# At the end, the file is the old one or whole, and no other file is there.
check_signals() {
    check_ignored_signals
    for signal in 1 2 3 15; do
        if [ "$(sh -c "kill -$signal \$\$; echo ignored" 2>/dev/null)" = ignored ]; then
            echo "skipped: the signal $signal, which is ignored here"
            continue
        fi
        for format in npy txt; do
            begin $format old
            for call in open fchmod write close rename; do
                for place in before after; do
                    n=1
                    while write "$call $n $place-$signal" $format && $is_reached; do
                        is=other
                        [ "$(contents)" != "$before" ] || is=whole
                        [ "$(contents)" != "$wanted" ] || is=whole
                        [ $is = whole ] || is=$(contents)
                        report "$place $call $n, signal $signal, $format" "$((128 + signal)) whole" "$status $is"
                        restore $format old
                        n=$((n + 1))
                    done
                    # The first file that is opened is the temporary one.
                    report "$place $call, signal $signal, $format: calls" yes "$([ $n -gt 1 ] && echo yes)"
                done
            done
        done
    done 2>/dev/null # the shell tells of each signal
}

# ---- full: outputs that are full or closed --------------------------------------------------------

# to_full WORD...
to_full() {
    status=0
    "$nprand" "$@" >/dev/full 2>"$err" || status=$?
    report "$* >/dev/full" '1 nprand: cannot write to standard output: No space left on device' \
        "$status $(cat "$err")"
    status=0
    "$nprand" "$@" 2>"$err" >&- || status=$?
    report "$* >&-" '1 nprand: cannot write to standard output: Bad file descriptor' "$status $(cat "$err")"
    # A pipe without a reader, as under a shell that ignores SIGPIPE, and with the signal.
    for ignores in true false; do
        (
            ! $ignores || trap '' PIPE
            while [ ! -e "$folder/closed" ]; do sleep 0.01; done
            status=0
            "$nprand" "$@" 2>"$err" || status=$?
            echo "$status $(cat "$err")" >"$folder/said"
        ) 2>/dev/null | (exec <&-; : >"$folder/closed")
        said='1 nprand: cannot write to standard output: Broken pipe'
        $ignores || said='141 '
        report "$* | closed, SIGPIPE ignored: $ignores" "$said" "$(cat "$folder/said")"
        rm -f "$folder/closed" "$folder/said"
    done
}

check_full() {
    if [ ! -c /dev/full ]; then
        echo 'skipped: this system has no /dev/full'
        return
    fi
    for words in '--format lines' '--format csv' '--format json' '--format raw' '--format npy' --repr --summary; do
        to_full --seed 0 rand 3 $words
        to_full --seed 0 rand 150000x1 $words
    done
    printf '0.5488135039273248\n' >"$good/x.txt"
    to_full verify "$good/x.txt" --seed 0 rand
    to_full verify "$good/x.txt" --seed 1 rand
    to_full hist --seed 0 normal --size 100
    to_full hist --seed 0 normal --size 100 --svg -
    to_full python --seed 0 random 3
    to_full --seed 0 --save-state -
    to_full --seed 0 rand 2 then randint 5
    to_full explain 5 0 3 3 7 9 3 5 --seed 0
    to_full selftest
    to_full --help
    to_full --version
    to_full help normal
    to_full __complete -- r
    # A device is written to as it is.
    for format in txt csv json bin npy; do
        status=0
        case $format in txt) name=lines ;; bin) name=raw ;; *) name=$format ;; esac
        "$nprand" --seed 0 rand 150000x1 --format $name -o /dev/full 2>"$err" || status=$?
        report "-o /dev/full, $format" '1 nprand: cannot write to /dev/full: No space left on device' \
            "$status $(cat "$err")"
    done
    # A limit of the size of a file, which is a signal by default.
    for format in npy bin json csv txt; do
        begin $format old
        status=0
        (ulimit -f 100 && exec "$nprand" $(words_of $format) -o "$files/x.$format" 2>"$err") || status=$?
        report "ulimit -f, $format" "1 yes $before" \
            "$status $(grep -q 'File too large' "$err" && echo yes) $(contents)"
    done
    status=0
    (ulimit -f 100 && exec "$nprand" --seed 0 rand 100000 --format lines >"$out" 2>"$err") || status=$?
    report 'ulimit -f, standard output' '1 nprand: cannot write to standard output: File too large' \
        "$status $(cat "$err")"
}

# ---- system: no entropy, no processes, no memory to share -----------------------------------------

check_system() {
    rm -f "$files"/*
    for words in 'rand' 'random_raw 5' 'python random' "--save-state $files/s" "rand -o $files/x.npy" \
        'hist normal --size 9'; do
        n=1
        while run "getentropy $n $EIO" $words && $is_reached; do
            report "$words, getentropy $n" '1 nprand: the operating system gave no entropy, and no file' \
                "$status $(cat "$err" "$out"), and $([ -n "$(contents)" ] || echo no) file"
            n=$((n + 1))
        done
        report "$words, no entropy: calls" yes "$([ $n -gt 1 ] && echo yes)"
        rm -f "$files"/*
    done
    # A search in processes of its own.
    if [ "$(getconf _NPROCESSORS_ONLN)" -gt 1 ]; then
        run 'none 1 0' explain 5 0 3 3 7 9 3 5
        expected="$status $(cat "$out")"
        run "fork 1 $ENOMEM" explain 5 0 3 3 7 9 3 5
        report 'explain, fork' "true $expected" "$is_reached $status $(cat "$out")"
        run "waitpid 1 $EINTR" explain 5 0 3 3 7 9 3 5
        report 'explain, waitpid interrupted' "true $expected" "$is_reached $status $(cat "$out")"
    else
        echo 'not checked: explain in processes, this machine has one CPU'
    fi
    run "mmap 1 $ENOMEM" explain 5 0 3 3 7 9 3 5
    report 'explain, mmap' 'true 1 nprand: out of memory' "$is_reached $status $(cat "$err" "$out")"
    run "dup 1 $EMFILE" --seed 0 rand
    report 'rand, dup' 'true 1 nprand: cannot write to standard output: Too many open files' \
        "$is_reached $status $(cat "$err" "$out")"
    run 'none 1 0' permutation 1e17
    report 'permutation 1e17' '1 nprand: permutation: needs 800000000000000000 bytes of memory' \
        "$status $(sed 's/, and the system has.*//' "$err")"
    # /proc/meminfo need not be there.
    run "fopen 1 $EACCES" --seed 0 permutation 5
    report 'permutation, fopen' 0 "$status"
}

check_"$part"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
