#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# hist.sh NPRAND: tests nprand hist of the command NPRAND: small histograms as they are to look,
# statistics as NumPy has them, the curve, pictures, and what is refused. Prints each case that
# fails, then how many passed and failed.
set -u

if [ $# -ne 1 ]; then
    echo "usage: hist.sh NPRAND" >&2
    exit 2
fi
nprand=$1
here=$(dirname "$0")
folder=$(mktemp -d)
out=$folder/out
err=$folder/err
files=$folder/files
mkdir "$files"
trap 'rm -rf "$folder"' EXIT
unset COLUMNS LC_CTYPE LANG
LC_ALL=C
export LC_ALL

passed=0
failed=0

# In a cross build meson names the emulator in MESON_EXE_WRAPPER: a command and its arguments.
run() {
    ${MESON_EXE_WRAPPER-} "$nprand" "$@" 2>"$err" </dev/null | tr -d '\r' >"$out"
}

# status_of WORD...: for what is refused.
status_of() {
    ${MESON_EXE_WRAPPER-} "$nprand" "$@" >"$out" 2>"$err" </dev/null
    echo $?
}

# report NAME WANTED GOT: one case, compared.
report() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
        return
    fi
    failed=$((failed + 1))
    printf 'FAILED: nprand %s\nexpected:\n%s\ngot:\n%s\n' "$1" "$2" "$3"
}

# ---- How it looks --------------------------------------------------------------------------------

check_ascii() {
    run --seed 0 hist randint 6 --size 60
    report "hist randint 6 --size 60" "nprand --seed 0 randint 6 --size 60

value  count  expected
    0     13      10.0  ##########################################|############
    1     11      10.0  ##########################################|####
    2      7      10.0  ##############################            |
    3     12      10.0  ##########################################|########
    4      9      10.0  ######################################    |
    5      8      10.0  ##################################        |

| marks the expected number.

           count            mean             std             min             max
              60       2.2833333       1.7232882               0               5
             5 %            25 %            50 %            75 %            95 %
               0               1               2               4               5" "$(cat "$out")"
}

check_unicode() {
    LC_ALL=C.UTF-8 run --seed 0 hist normal 0 1 --size 1000 --bins 8
    report "hist normal 0 1 --size 1000 --bins 8" "nprand --seed 0 normal 0 1 --size 1000

  from  count  expected
-3.046     12       9.0  █│▎
-2.320     47      45.2  █████████│
-1.595    140     137.0  ██████████████████████████▊│
-0.869    263     250.6  ███████████████████████████████████████████████│██▏
-0.143    283     276.8  ████████████████████████████████████████████████████│█
 0.582    164     184.7  ███████████████████████████████▎   │
 1.308     71      74.4  █████████████▌│
 2.034     20      18.1  ███▉│

The last line ends at 2.759.
│ marks the expected number.

           count            mean             std             min             max
            1000    -0.045256707      0.98703316      -3.0461431       2.7593551
             5 %            25 %            50 %            75 %            95 %
      -1.6331511     -0.69842006    -0.058028035       0.6069506       1.6601204" "$(cat "$out")"
}

# A method without a formula, a narrow terminal.
check_narrow() {
    COLUMNS=40 run --seed 0 hist shuffle 3 3 3 4
    report "hist shuffle 3 3 3 4, 40 columns" "nprand --seed 0 shuffle 3 3 3 4

value  count
    3      3  #########################
    4      1  ########

           count               4
            mean            3.25
             std       0.4330127
             min               3
             max               4
             5 %               3
            25 %               3
            50 %               3
            75 %            3.25
            95 %            3.85" "$(cat "$out")"
}

# longest_line: in characters of ASCII.
longest_line() {
    awk 'length($0) > most { most = length($0) } END { print most }' "$out"
}

check_width() {
    for columns in 60 80 120 200; do
        COLUMNS=$columns run --seed 0 hist exponential 2 --size 5000 --ascii
        longest=$(longest_line)
        report "hist exponential, $columns columns" yes \
            "$([ "$longest" -le "$columns" ] && [ "$longest" -ge $((columns - 2)) ] && echo yes || echo "$longest")"
    done
    # Less than 40 columns are 40.
    for columns in 1 39 40; do
        COLUMNS=$columns run --seed 0 hist rand 5 --bins 2
        report "hist rand 5, $columns columns: the longest line" 39 "$(longest_line)"
    done
    LC_ALL=C.UTF-8 run --seed 0 hist rand 50 --ascii
    report "hist rand 50 --ascii" "" "$(LC_ALL=C tr -d '\n -~' <"$out")"
    LC_ALL=ru_RU.KOI8-U run --seed 0 hist rand 50
    report "hist rand 50, KOI8-U" "" "$(LC_ALL=C tr -d '\n -~' <"$out")"
}

# ---- Numbers -------------------------------------------------------------------------------------

# check_statistics WANTED WORD...: as NumPy 1.24 printed them with %.8g, to 2e-7 of them.
check_statistics() {
    wanted=$1
    shift
    run hist "$@"
    got=$(grep -A 3 '^ *count  .*mean' "$out" | sed -n '2p;4p' | tr '\n' ' ')
    report "hist $*: statistics" ok "$(printf '%s\n%s\n' "$wanted" "$got" | awk '
        NR == 1 { n = split($0, a) }
        NR == 2 {
            same = split($0, b) == n
            for (i = 1; i <= n; i++) {
                off = a[i] - b[i]
                size = a[i] < 0 ? -a[i] : a[i]
                if (off > 2e-7 * size || -off > 2e-7 * size)
                    same = 0
            }
            print same ? "ok" : $0
        }')"
}

# sum_of_lines: of the second column of the histogram.
sum_of_lines() {
    awk '/count/ && !on { on = 1; next } on && NF == 0 { exit } on { sum += $2 } END { printf "%d", sum }' "$out"
}

# All values are in the lines, if those below and above are counted.
check_sums() {
    for words in 'rand' 'normal 1e6 1 --bins 7' 'standard_cauchy' 'zipf 1.1' 'zipf 3 --bins 4' 'pareto .5' \
        'randint 3 --dtype bool' 'randint 0 18446744073709551616 --dtype uint64' 'tomaxint' 'poisson 40' \
        'dirichlet 1,2' 'laplace 0 1 --dtype float32 --bins 1' 'normal 3 0' 'bytes' 'permutation'; do
        case $words in
        rand | bytes | permutation) run --seed 3 hist $words 20000 ;;
        dirichlet*) run --seed 3 hist $words --size 10000 ;;
        *bool | *bytes) run --seed 3 hist randint 2 --dtype bool --size 20000 ;;
        *) run --seed 3 hist $words --size 20000 ;;
        esac
        report "hist $words: sum of the lines" 20000 "$(sum_of_lines)"
    done
}

# The expected numbers: each of at least 20 is within 4.5 standard deviations of the count.
check_curves() {
    while read -r words; do
        run --seed 11 hist $words --size 20000
        report "hist $words: expected" "ok" "$(awk '
            /expected/ && !on { on = 1; next }
            on && NF == 0 { exit }
            on && NF > 2 && $3 >= 20 { lines++; z = ($2 - $3) / sqrt($3); if (z > 4.5 || z < -4.5) bad = $0 }
            END { print lines == 0 ? "no curve" : bad != "" ? bad : "ok" }' "$out")"
    done <<'CALLS'
random_sample
uniform 5 -3
standard_normal
normal -4 2
standard_exponential
exponential 3
standard_gamma .3
gamma 4 .5
beta .5 .5
beta 2 5
chisquare 1
noncentral_chisquare 3 2
f 3 7
noncentral_f 3 9 4
standard_t 3
standard_cauchy
lognormal 1 .5
laplace 1 2
logistic -1 .5
gumbel 3 2
pareto 1
power .3
weibull .5
rayleigh 3
triangular -1 0 5
vonmises 1 .5
vonmises 0 50
wald 1 2
randint 10
randint 0 1000000000
randint 0 200 --dtype uint8
random_integers 6
tomaxint
poisson .5
poisson 1e6
binomial 1000 .3
negative_binomial 3 .2
geometric 1e-6
hypergeometric 10 20 8
logseries .9
zipf 2
zipf 1.2
choice 7
choice 4 --p .1,.2,.3,.4
random_raw
CALLS
}

# Curves that are much narrower than a bin, values of many digits: no wrong expected numbers, each
# line of its own label, and statistics with a space between them.
check_extremes() {
    for words in 'normal 1e20 1' 'normal 1e17 1' 'logistic 1e18 1' 'normal 1e300 1'; do
        run --seed 0 hist $words --size 1000
        report "hist $words: no curve" "1 0 1000" \
            "$(grep -c '^No expected numbers are shown' "$out") $(grep -c 'expected$' "$out") $(sum_of_lines)"
        run --seed 0 hist $words --size 1000 --svg -
        report "hist $words --svg: no curve" 0 "$(grep -c -E 'clip-path|nan|inf"' "$out")"
    done
    for words in 'normal 1e10 1' 'uniform 1e15 1000000000000010' 'normal 5 1e-12' 'normal 0 1'; do
        run --seed 0 hist $words --size 1000
        report "hist $words: labels that are there twice" "" \
            "$(awk '/expected$/ && !on { on = 1; next } on && NF == 0 { exit } on { print $1 }' "$out" | uniq -d)"
        run --seed 0 hist $words --size 1000 --svg -
        report "hist $words --svg: labels that are there twice" "" \
            "$(sed -n 's/.*text-anchor="middle">\([-0-9.e+]*\)<.*/\1/p' "$out" | uniq -d)"
    done
    run --seed 0 hist uniform -1e308 0 1000
    report "hist uniform -1e308 0 1000: quantiles" 5 "$(tail -n 1 "$out" | awk '{ print NF }')"
}

check_ends() {
    run --seed 0 hist standard_cauchy --size 1000
    report "hist standard_cauchy: values outside" \
        "3.4 % of the values lie outside of this range (expected: 3.21 %)." "$(grep outside "$out")"
    run --seed 0 hist beta 20 .2 --size 100000
    report "hist beta 20 .2: a long tail below, of narrow bins" "below 1002" "$(sed -n 's/^ *\(below\)  */\1 /p' "$out")"
    run --seed 0 hist uniform 0 1e-305 --size 10
    report "hist uniform 0 1e-305: the last edge" "The last line ends at 1e-300." "$(grep '^The last' "$out")"
}

# values_of: the line of the count, the mean, the standard deviation, the minimum and the maximum.
values_of() {
    grep -A 1 '^ *count  .*mean' "$out" | tail -n 1 | tr -s ' ' | sed 's/^ //'
}

# expected_of: the third column of the histogram.
expected_of() {
    awk '/expected$/ && !on { on = 1; next } on && NF == 0 { exit } on && NF > 2 { print $3 }' "$out" | tr '\n' ' '
}

# Values that are all the same, zeros of both signs, values that are not finite, and steps beyond 1e15.
check_few_values() {
    run --seed 0 hist normal 0 0 --size 5
    report "hist normal 0 0: the range" "-0.50 The last line ends at 0.50." \
        "$(sed -n '4p' "$out" | awk '{ print $1 }') $(grep '^The last' "$out")"
    run --seed 1 hist normal -0. 0 --size 3
    report "hist normal -0. 0: of equal values, the first one" "3 0 0 0 0" "$(values_of)"
    run --seed 0 hist uniform 1 1.0001
    report "hist uniform 1 1.0001: one value, and bins without any" "1 14" "$(sum_of_lines) $(expected_of | wc -w | tr -d ' ')"
    run --seed 0 hist uniform 1 1.0001 --svg -
    report "hist uniform 1 1.0001: one bar" 1 "$(grep -c '<rect.*<title>' "$out")"
    run --seed 0 hist gamma 1 1e308 --size 1000
    report "hist gamma 1 1e308: not finite" "Left out, as not finite: 175" "$(tail -n 1 "$out")"
    # The end of a bin is below .1, which is the least value.
    run --seed 0 hist normal .1 0 --size 1100000
    report "hist normal .1 0: quantiles of bins" ".1 .1 .1 .1 .1" \
        "$(grep -A 1 '^ *5 %' "$out" | tail -n 1 | tr -s ' ' | sed 's/^ //; s/0\./\./g')"
    status=$(status_of --seed 0 hist normal nan 1 --size 3)
    report "hist normal nan 1" "1 nprand: no value is finite" "$status $(cat "$err")"
    run --seed 0 hist uniform 999999999999990 1000000000000010 --size 1000
    report "hist uniform 999999999999990 1000000000000010: the first edge" 999999999999990 \
        "$(sed -n '4p' "$out" | awk '{ print $1 }')"
    report "hist uniform 999999999999990 1000000000000010: lines" 25 "$(expected_of | wc -w | tr -d ' ')"
    run --seed 0 hist randint -9223372036854775808 0 --size 1000 --bins 3
    report "hist randint -2^63 0: the last edge" "The last line ends at -3.53115e+15." "$(grep '^The last' "$out")"
}

# Expected numbers that another program computed: sums of zeta(1.2), integrals of the density of von Mises.
check_expected() {
    run --seed 0 hist zipf 1.2 --size 1000 --bins 4
    report "hist zipf 1.2: expected" "955.5 5.8 3.0 2.0 " "$(expected_of)"
    run --seed 0 hist vonmises 0 30 --size 100000 --bins 4
    report "hist vonmises 0 30: expected" "758 42093 55253 1894 " "$(expected_of)"
    run --seed 0 hist standard_t .02 --size 1000
    report "hist standard_t .02: the least df with a curve" 1 "$(grep -c 'expected$' "$out")"
    run --seed 1 hist randint 6 --size 5
    report "hist randint 6: a mark without a bar" "    2      0       0.8  $(printf '%45s' '')|" "$(grep '^ *2 ' "$out")"
    run --seed 2 hist normal 1000000 1 --size 100 --bins 5 --svg -
    report "hist normal 1000000 1: digits of edges" "999997.341 to 1000002.29" \
        "$(sed -n 's/.*bins from \(.*\); count.*/\1/p' "$out")"
    run --seed 0 hist triangular 0 2 5 --size 1000 --bins 5
    report "hist triangular 0 2 5: expected" "109.4 299.2 323.5 196.9 70.3 " "$(expected_of)"
}

# Threads change no number.
check_threads() {
    run --seed 0 hist normal 3 2 --size 200000
    cp "$out" "$folder/one"
    status=$(status_of --seed 0 hist normal 3 2 --size 200000 --threads 2)
    if grep -q 'without threads' "$err"; then
        echo 'skipped: hist --threads 2, this nprand was built without threads'
        return
    fi
    tr -d '\r' <"$out" >"$folder/two"
    report "hist --threads 2" "0 $(cat "$folder/one")" "$status $(cat "$folder/two")"
}

# Whole pictures as they are to look, in hist_NAME.svg; of a curve of many points the first ones.
check_whole_pictures() {
    while read -r name words; do
        run --seed 1 hist $words --svg -
        sed '/clip-path=/s/\( d="[^L]*L[^L]*L[^L]*\)L.*/\1"\/>/' "$out" >"$folder/picture"
        report "hist $words --svg: the whole picture" "" "$(diff "$here/hist_$name.svg" "$folder/picture")"
    done <<'PICTURES'
integers randint 4 --size 200
tails standard_cauchy --size 1000 --bins 5
PICTURES
}

# Bins of many integers begin at multiples of their width. A picture has points for up to 80 bins.
check_integer_bins() {
    run --seed 1 hist randint 1007 100000 --size 1000
    report "hist randint 1007 100000: the first bins" "0 5000 10000" \
        "$(sed -n '4,6p' "$out" | awk '{ print $1 }' | tr '\n' ' ' | sed 's/ $//')"
    for bins in 80 81; do
        run --seed 1 hist randint $bins --size 2000 --bins $bins --svg -
        report "hist randint $bins --bins $bins: points" "$((bins > 80 ? 0 : bins))" "$(grep -c '<circle' "$out")"
    done
    # A bar is one unit narrower than its bin, if the bin is wider than 4 units: 740 units in all.
    for bins in 4 148 185; do
        run --seed 1 hist uniform 0 1 --size 3000 --bins $bins --svg -
        report "hist uniform 0 1 --bins $bins: the width of the bars" \
            "$(awk -v n=$bins 'BEGIN { printf "%.2f", 740 / n - (740 / n > 4) }')" \
            "$(sed -n 's/<rect x=.* width="\([0-9.]*\)" .*<title>.*/\1/p' "$out" | sort -u)"
    done
    run --seed 1 hist poisson 4 --size 1000 --bins 1
    report "hist poisson 4 --bins 1: one bin" "0 1000 999.9" "$(sed -n '4p' "$out" | awk '{ print $1, $2, $3 }')"
    run --seed 0 hist normal 0 1 --size 10000 --svg -
    report "hist normal 0 1: bars of a picture" 70 "$(grep -c '<rect.*<title>' "$out")"
    run --seed 1 hist randint 4 --size 2000 --svg -
    report "hist randint 4: points in the middle of the bars" \
        "$(sed -n 's/<rect x="\([0-9.]*\)" .* width="\([0-9.]*\)" .*<title>.*/\1 \2/p' "$out" | awk '{ printf "%.2f\n", $1 + $2 / 2 }')" \
        "$(sed -n 's/<circle cx="\([0-9.]*\)".*/\1/p' "$out")"
}

# ---- Pictures ------------------------------------------------------------------------------------

check_well_formed() {
    if command -v xmllint >/dev/null; then
        xmllint --noout "$1" 2>&1
    elif command -v python3 >/dev/null; then
        python3 -c 'import sys, xml.dom.minidom as m; m.parse(sys.argv[1])' "$1" 2>&1 | tail -n 1
    fi
}

check_pictures() {
    for words in 'normal 0 1' 'zipf 2' 'beta .5 .5' 'poisson 4' 'dirichlet 1,2' 'normal 3 0' 'lognormal' \
        'standard_cauchy --bins 30'; do
        run --seed 0 hist $words --size 2000 --svg "$files/x.svg"
        report "hist $words --svg: files" x.svg "$(ls -A "$files")"
        report "hist $words --svg: well-formed" "" "$(check_well_formed "$files/x.svg")"
        report "hist $words --svg: no nan" 0 "$(grep -c -i -E '"(nan|-?inf)| nan|L-?inf' "$files/x.svg")"
        report "hist $words --svg: title, text" 2 "$(grep -c -F "nprand --seed 0 ${words% --bins 30} --size 2000<" "$files/x.svg")"
    done
    # The bars have all values, with what the last text says of those outside.
    report "hist standard_cauchy --bins 30: sum of the bars" 2000 "$(
        sed -n 's/.*<title>.*: \([0-9]*\)<\/title>.*/\1/p; s/.*>\([0-9]*\) values (.*are not shown.*/\1/p' \
            "$files/x.svg" | awk '{ sum += $1 } END { print sum }')"
    rm "$files/x.svg"
    run --seed 0 hist rand 10 --svg -
    report "hist rand 10 --svg -" "<svg </svg>" "$(head -n 1 "$out" | cut -c 1-5)$(tail -n 1 "$out")"
    run --seed '[1, 2]' hist rand '(3, 4)' --svg "$files/x.svg"
    report "hist --seed '[1, 2]' rand '(3, 4)'" 2 \
        "$(grep -c -F "nprand --seed '[1, 2]' rand '(3, 4)'<" "$files/x.svg")"
    rm "$files/x.svg"
    run --seed 0 hist choice 5 3 --no-replace
    report "hist choice 5 3 --no-replace" "nprand --seed 0 choice 5 3 --no-replace 0" \
        "$(head -n 1 "$out") $(grep -c expected "$out")"
    run hist normal 10 2 --size 1000
    report "hist normal 10 2 --size 1000: title" "nprand normal 10 2 --size 1000  (no seed)" "$(head -n 1 "$out")"
}

# More than one value is most likely meant.
check_one_value() {
    run hist normal
    report "hist normal" "nprand: hist: one value; --size N draws more" "$(cat "$err")"
    run hist rand
    report "hist rand, which has no --size" "nprand: hist: one value" "$(cat "$err")"
    run hist normal --quiet
    report "hist normal --quiet" "" "$(cat "$err")"
}

# ---- Refused -------------------------------------------------------------------------------------

check_refused() {
    for words in 'hist' 'hist foo' 'hist hist rand' 'hist normal 0 -1 --svg F/x.svg' 'hist rand 0 --svg F/x.svg' \
        'hist rand 3 --bins 0 --svg F/x.svg' 'hist rand 3 --bins x' 'hist rand 3 --bins 1e9' 'hist rand 3 --bins' \
        'hist rand 3 -o F/x.txt' 'hist rand 3 --format csv' 'hist rand 3 --repr' 'rand 3 --bins 3' 'rand 3 --ascii' \
        'rand 3 --svg F/x.svg' 'hist rand 3 --svg F/x.svg --skip -1'; do
        status=$(status_of $(printf '%s' "$words" | sed "s:F/:$files/:"))
        report "$words" "2 1  " "$status $(wc -l <"$err" | tr -d ' ') $(cat "$out") $(ls -A "$files")"
    done
    run hist python gauss
    report "hist python gauss" "nprand: a method of NumPy is needed here, and this is a command: 'python'" "$(cat "$err")"
    run hist rand 3 --save-state "$files/x.json"
    report "hist rand 3 --save-state x.json" \
        "nprand: hist: --save-state: hist saves no state; nprand METHOD --save-state FILE does" "$(cat "$err")"
    for words in 'hist rand 3 --svg F/none/x.svg' 'hist rand 3 --svg F/'; do
        status=$(status_of $(printf '%s' "$words" | sed "s:F/:$files/:"))
        report "$words" "1 1  " "$status $(wc -l <"$err" | tr -d ' ') $(cat "$out") $(ls -A "$files")"
    done
}

check_ascii
check_unicode
check_narrow
check_width
check_statistics '100000 0.0015767005 0.99733969 -4.8521177 4.2417719 -1.6417079 -0.6686417 0.0017202221 0.6734387 1.644483' \
    --seed 0 normal 0 1 --size 100000
check_statistics '2000000 6.0032739 4.2375929 0.00068127077 51.96897 1.0694813 2.8917013 5.0408728 8.079729 14.219383' \
    --seed 3 gamma 2 3 --size 2000000
check_statistics '1500000 999.96704 31.636516 848 1155 948 979 1000 1021 1052' --seed 0 poisson 1000 --size 1500000
check_statistics '1200000 -299999.99 9.8878213 -300090.56 -299897.63 -300016.05 -300004.84 -300000 -299995.14 -299983.86' \
    --seed 5 laplace -3e5 7 1200000
check_sums
check_curves
check_extremes
check_ends
check_few_values
check_expected
check_threads
check_whole_pictures
check_integer_bins
check_pictures
check_one_value
check_refused

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
