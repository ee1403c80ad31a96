#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# explain.sh NPRAND [--long]: has the command NPRAND explain the numbers of cli/explain.txt, and
# searches seeds. With --long, it searches for more numbers.
set -eu

if [ $# -lt 1 ]; then
    echo "usage: explain.sh NPRAND [--long]" >&2
    exit 2
fi
nprand=$1
long=${2-}
cases=$(dirname "$0")/cli/explain.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# ask STATUS WORD...: the answer is in $work/out; its status must be STATUS.
ask() {
    wanted=$1
    shift
    got=0
    ${MESON_EXE_WRAPPER-} "$nprand" explain "$@" >"$work/out" 2>"$work/err" </dev/null || got=$?
    if [ "$got" != "$wanted" ]; then
        failed=$((failed + 1))
        echo "FAILED: nprand explain $*: status $got instead of $wanted"
        cat "$work/out" "$work/err"
    fi
}

# has FILE TEXT WHAT: FILE must have TEXT in it.
has() {
    if grep -q -F -e "$2" "$work/$1"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: nprand explain $3: no \"$2\" in:"
        cat "$work/$1"
    fi
}

# lacks TEXT WHAT: the answer must not have TEXT in it.
lacks() {
    if grep -q -F -e "$1" "$work/out"; then
        failed=$((failed + 1))
        echo "FAILED: nprand explain $2: \"$1\" in:"
        cat "$work/out"
    else
        passed=$((passed + 1))
    fi
}

# search TEXT VALUE...: over the usual seeds.
search() {
    text=$1
    shift
    ask 0 "$@"
    has out "$text" "$*"
}

# refused TEXT WORD...: one line on stderr, and nothing on stdout.
refused() {
    text=$1
    shift
    ask 2 "$@"
    has err "$text" "$*"
    echo "$(wc -l <"$work/err") $(wc -c <"$work/out")" | tr -s ' ' >"$work/size"
    has size '1 0' "$*, lines and bytes"
}

while IFS='|' read -r seed values text; do
    case $seed in '#'* | '') continue ;; esac
    seed=$(echo "$seed" | tr -d ' ')
    # The values are split at blanks on purpose; they have no patterns.
    set -f
    # shellcheck disable=SC2086
    ask 0 --seed "$seed" $values
    set +f
    has out "${text# }" "--seed $seed $values"
done <"$cases"

search 'seed 12345: RandomState(seed)' 0.92961609 0.31637555
search ' streams: this is no accident.' '[0.9296161, 0.3163756]'
search ': give more numbers, more digits, or the seed by --seed.' 0.5
has out 'and more than 135 more' 0.5
echo "matches: $(grep -c '^seed ' "$work/out")" >"$work/count"
has count 'matches: 3' 0.5
search 'Chance alone would give 0.028 fits among 29 streams: give one more number.' --seed 12345 0.930
search 'Chance alone would give 0.028 fits among 29 streams: give one more number.' --seed 12345 9.30e-1
search 'Chance alone would give 2.67 fits among 34 streams: give more numbers' --seed 1 2 0 1
search 'Chance alone would give 2.51 fits among 28 streams: give more numbers' --seed 1 101 103 102
search 'Chance alone would give 0.037 fits among 29 streams: give one more number.' --seed 7 0.08 0.8
search ' fits among 29 streams: give more numbers, more digits.' --seed 1 0.4
search 'the numbers begin after 2 other numbers' --seed 7 0.4384092 0.7234651 --within 10
search 'seed 999999: RandomState(seed)' 0.30897919 0.29265088
search 'seed 5: RandomState(seed)' 0.44122748688504143 -0.33087015189408764
# Numbers of no range: their largest difference has no bits.
search 'seed 0: RandomState(seed)' 0 0 0 0 0 0 0 0
# Where the first word has more bits, or fewer, than the first digits
search 'seed 4: MT19937(seed), SeedSequence' 0.50064784 0.73682827
search 'torch.rand(dtype=torch.double), on the CPU' 0.05815448596142969 0.06291016742457756
# The last seeds are tried together with seeds that nobody asked for.
ask 1 0.1459199294640574 0.8202218231218346
has out 'Nothing fits: ' 'numbers of the seed 1000001'
if [ "$long" = --long ]; then
    search 'Python: rng = np.random.RandomState(12345); rng.random_sample()' 0.92961609
    search 'C++: std::mt19937 g(12345); std::uniform_real_distribution<double>()(g)' 0.89015471
    search 'Python: rng = np.random.RandomState(1234); rng.random_sample()' 0.19151945
    search 'NumPy: np.random.RandomState([1234]).random_sample()' 0.96645354
    search 'Python: bits = np.random.MT19937(1234); np.random.Generator(bits).random()' 0.12038356
    search 'Python: random.seed(0); random.random()' 0.84442185
fi

ask 1 --seed 1 0.25 0.75 0.125
has out 'Nothing fits: 29 streams of this seed were tried, from their first number.' '--seed 1 0.25 0.75 0.125'
has out 'Not tried: np.random.default_rng() (PCG64), numbers with a shift or a scale, and' '--seed 1 0.25 0.75 0.125'
has out 'Otherwise try --within K if ' '--seed 1 0.25 0.75 0.125'
has out ', fewer digits, or no --seed: the seeds 0 to 10^6.' '--seed 1 0.25 0.75 0.125'
ask 1 --seed 1 --within 20 0.25 0.75 0.125
has out 'Otherwise try a larger K if ' '--seed 1 --within 20 0.25 0.75 0.125'
# The first numbers of np.random.default_rng(0)
ask 1 0.6369616873214543 0.2697867137638703
has out ', fewer digits, or last --all-seeds, which takes minutes.' 'numbers of default_rng(0)'
ask 1 --seed 1 1.5e300
has out 'Nothing was tried: no convention gives such numbers with such a seed.' '--seed 1 1.5e300'
ask 0 --help
has out '--all-seeds' --help
has out 'From a file: nprand explain $(cat FILE)' --help
has out "The second column: nprand explain \$(awk '!/^#/ {print \$2}' FILE | head)" --help
has out 'std::normal_distribution<float>, float and int distributions of' --help
has out "R's sample() without replacement" --help

# MATLAB and GSL take another seed for 0: their calls with 0 give other numbers.
search 'Ruby: Random.new(0).rand' 0.5488135 --seed 0
lacks 'MATLAB: ' '0.5488135 --seed 0'
lacks 'GSL: ' '0.5488135 --seed 0'

# RandomState([seed]) is a whole call in C. The calls of nprand_python.h name this header.
array='C: uint32_t key[] = {1234}; nprand_seed_array(&rng, key, 1); '
search "  ${array}nprand_random_sample(&rng)" --seed 1234 0.9664535 0.4407325
has out '  C, nprand_python.h: nprand_py_seed(&rng, 1234); nprand_py_random(&rng)' '--seed 1234'
search "  ${array}nprand_standard_normal(&rng)" --seed 1234 -0.06248745 0.49179634 0.12330511
lacks nprand_python.h '--seed 1234, normals of RandomState([1234])'
search "  ${array}nprand_randint(&rng, 0, 100)" --seed 1234 57 94 31 20 69 66 81 61 89
search "  ${array}nprand_shuffle(&rng, base, 9, sizeof *base); /* base: 0 to 8 */" --seed 1234 8 7 3 1 2 0 5 4 6

# RandomState.randint() refuses a range that its dtype does not hold.
search 'rng.randint(-5, 5, size=n, dtype=np.int8)' --seed 7 \
    -5 3 -2 -1 -1 -3 4 -3 3 2 1 4 3 -4 -2 1 -5 -2 -5 2
has out 'nprand_randint_int8_fill(&rng, -5, 5, n, out)' 'RandomState(7).randint(-5, 5, dtype=int8)'
search 'rng.randint(0, 60000, size=n, dtype=np.uint16)' --seed 7 \
    5000 58564 14898 49689 51112 10742 20904 38467 28731 53459 919 47413
has out 'nprand_randint_uint16_fill(&rng, 0, 60000, n, out)' 'randint(0, 60000, dtype=uint16)'

# A shuffle of 1 to n is named as such.
search 'rng = np.random.RandomState(7); 1 + rng.permutation(15)' --seed 7 \
    9 6 11 3 13 1 2 15 14 8 12 4 7 10 5
has out '/* base: 1 to 15 */' '--seed 7, permutation(15) + 1'
search 'random.seed(7); x = list(range(1, 13)); random.shuffle(x)' --seed 7 \
    8 12 4 11 9 5 10 2 1 7 3 6

# NumPy's uint64 has no shift by an int, and its remainder is a double.
search 'int(rng.randint(2**32, dtype=np.uint64)) % 60' --seed 7 \
    15 52 1 26 43 27 47 59 28 41 58 31
search 'int(rng.randint(2**32, dtype=np.uint64)) >> 1' --seed 7 163870807 488206946 1674862860

# Lists are for RandomState and SeedSequence alone.
search 'rng = np.random.RandomState([1, 2, 3]); rng.random_sample()' --seed 1,2,3 \
    0.60986127 0.88669704 0.47633674
has out 'uint32_t key[] = {1, 2, 3}; nprand_seed_array(&rng, key, 3);' '--seed 1,2,3'
lacks 'random.seed' '--seed 1,2,3'
lacks 'twister' '--seed 1,2,3'
search 'bits = np.random.MT19937([1, 2, 3]);' --seed 1,2,3 0.71919284 0.94960008 0.88062678
has out 'nprand_seed_seq_init_array(&seq, key, 3, 4);' '--seed 1,2,3, SeedSequence'
search 'rng = np.random.RandomState([5]); rng.random_sample()' --seed '[5]' 0.62290169 0.74178699 0.79519357
lacks 'random.seed' "--seed '[5]'"
lacks '[[5]]' "--seed '[5]'"

# RandomState([seed]) and Octave take no negative and no large seeds.
search 'nprand_py_seed_text(&rng, "-3", 2); nprand_py_random(&rng)' --seed -3 0.23796463 0.54422923 0.36995517
has out 'Python: random.seed(-3); random.random()' '--seed -3'
lacks 'RandomState' '--seed -3'
lacks 'Octave' '--seed -3'
search 'nprand_py_seed_text(&rng, "1180591620717411303424", 22);' --seed 1180591620717411303424 \
    0.23278827 0.41506635 0.10762663
lacks 'RandomState' '--seed 1180591620717411303424'
lacks 'Octave' '--seed 1180591620717411303424'

# Texts are escaped as C and Python read them.
search "random.seed('it\\'s')" --seed "it's" 0.12858739 0.58517227 0.25913347
has out "nprand_py_seed_str(&rng, \"it\\'s\")" "--seed it's"
search "random.seed('say \\\"hi\\\"')" --seed 'say "hi"' 0.20349978 0.08964969 0.29037005
search "random.seed('back\\\\slash')" --seed 'back\slash' 0.77912598 0.87012783 0.28006485
has out 'nprand_py_seed_str(&rng, "back\\slash")' '--seed back\slash'

tab=$(printf '\t')
delete=$(printf '\177')
search "random.seed('a\\011b'); random.random()" --seed "a${tab}b" 0.84146325 0.93824983 0.96575407
has out 'seed a?b: random.seed(str)' '--seed a<tab>b'
search "random.seed('x\\177y')" --seed "x${delete}y" 0.89136893 0.50358438 0.46720092
has out 'seed x?y: ' '--seed x<delete>y'
# Of a text of other characters than ASCII, Python 2 has the bytes.
search "random.seed('été'); random.random()" --seed été 0.58664264 0.89156722 0.42923769
search "random.seed(b'\\303\\251t\\303\\251', version=1)" --seed été 0.57366285 0.21518922 0.69369188
has out 'nprand_py_seed_bytes(&rng, "\303\251t\303\251", 5, 1)' '--seed été'

# Zeros in front of a number are no part of it.
search 'random.seed(-7); random.random()' --seed -007 0.32383276 0.15084917 0.65093447
has out 'nprand_py_seed_text(&rng, "-7", 2)' '--seed -007'
search 'random.seed(-0); random.random()' --seed -0 0.84442185 0.7579544 0.42057158
search 'random.seed(12345678901234567890123)' --seed 0012345678901234567890123 0.15803718 0.98633651 0.13242016
# R takes the numbers from 2^31 on as negative ones. Two words seed a SeedSequence of 2^32.
search 'R: set.seed(-3); runif(1)' --seed 4294967293 0.7705233 0.7820377
search 'bits = np.random.MT19937(4294967296); np.random.Generator(bits).random()' \
    --seed 4294967296 0.82078748 0.60717069 0.53292064
lacks 'R: ' '--seed 4294967296'

# Signs, exponents and their spellings.
search 'rng = np.random.RandomState(1); rng.random_sample()' --seed 1 +4.17022005E-1 7.2032449e-01 1.14374817e-4
ask 1 --seed 1 1e5
ask 1 --seed 1 1E+5
search 'rng = np.random.RandomState(1); rng.randint(2**32, dtype=np.uint64)' --seed 1 0x6ac1f425 +0xff4780eb
ask 1 --quiet --all-seeds 1.5e300
has out 'Nothing was tried: no convention gives such numbers.' '--all-seeds 1.5e300'
has out 'shuffles. Of numbers with a shift and a scale, subtract the shift first, then' '--all-seeds 1.5e300'

refused 'no numbers given'
refused 'numbers are arguments here; from standard input: nprand explain $(cat)' -
for text in 1e1234 1e+ 0x 0xfg 0x10000000000000000 .e1 --5; do
    refused "not a number as programs print them: '$text'" -- "$text"
done
refused 'not a number as programs print them: ' "$(printf '%0400d' 0)"
# shellcheck disable=SC2046
refused 'too many numbers; the first 1000 are enough' $(printf '%0.s1 ' $(seq 1001))
for seed in 1,x 1,99999999999999999999 1,-1 1,4294967296; do
    refused "--seed: a list has integers from 0 to 2^32 - 1: '$seed'" --seed $seed 0.5
done
refused '--seed: the list is empty' --seed '[]' 0.5
refused "--within: not a number that is possible here: '100001'" 0.5 --within 100001
refused "--threads: not a number that is possible here: '0'" 0.5 --threads 0
refused "not a number as programs print them: 'abc'" abc
refused "not a number as programs print them: '1e'" 1e
refused "not a number as programs print them: '99999999999999999999'" 99999999999999999999
refused 'no such option' --sed 1 0.5
refused 'option needs a value' 0.5 --within
refused "not a number that is possible here: '0'" 0.5 --within 0
ask 1 --seed 1 18446744073709551615 -9223372036854775807
refused '--seed and --all-seeds exclude each other' --seed 1 --all-seeds 0.5

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
