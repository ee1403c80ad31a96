# SPDX-License-Identifier: BSD-3-Clause
#
# methods.sh LIST DOCS PYTHON_DOCS HPP HEADER...: LIST, the program methods_list.c, has the rows of
# src/methods.def. The headers declare and describe what the rows stand for, and no function beside it
# that is not named here. The tables of DOCS and PYTHON_DOCS have these rows. HPP, the header for C++,
# has each of NumPy's methods as a member.
set -u
list=$1
docs=$2
python_docs=$3
hpp=$4
shift 4
passed=0
failed=0

# What draws nothing, and multivariate_normal, which is in a library of its own.
others='
    strerror version rng_size work_of
     seed seed_array seed_os seed_r seed_matlab seed_gsl
     set_numpy set_numpy_patch get_numpy set_long_bits set_runner set_threads advance rewind jumped
     recover_words recover_doubles recover_doubles_work_size recover_masked recover_masked_work_size backend set_backend
     shuffle_strided choice_p_work_size choice_no_replace_work_size choice_no_replace_p_work_size
    multivariate_normal multivariate_normal_fill multivariate_normal_work_size
    get_state set_state get_state_json set_state_json get_state_python set_state_python
    get_state_std get_state_libstdcxx set_state_std get_state_r set_state_r get_state_matlab set_state_matlab
    get_state_octave set_state_octave get_state_torch set_state_torch get_state_gsl set_state_gsl
    seed_seq_init seed_seq_init_int64 seed_seq_init_array seed_seq_init_text seed_seq_init_os seed_seq_set_numpy
    seed_seq_spawn seed_seq_child seed_seq_generate_state seed_seq_generate_state_uint64
    seed_sequence bitgen
    py_set_python py_get_python
    py_seed py_seed_uint64 py_seed_limbs py_seed_text py_seed_float py_seed_float_python2 py_seed_bytes
    py_seed_str py_seed_os
    py_choices_weights_work_size py_sample_work_size py_sample_counts_work_size
'

check() { # check WHAT OFFENDERS: there must be none
    if [ -z "$2" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$1:" $2
    fi
}

rows() { # rows WHAT: what LIST prints. In a cross build meson names the emulator in MESON_EXE_WRAPPER.
    ${MESON_EXE_WRAPPER-} "$list" "$1" | tr -d '\r'
}

# Of each function that a header declares, without its prefix: its name, and whether the comment
# above it names it.
functions() {
    awk '
        /^ *\/\*/ { comment = "" }
        /^ *\/?\*/ { comment = comment " " $0 }
        /^NPRAND_API/ {
            name = "nprand_unreadable_line_" NR
            # A long name stands on the line after its type.
            if ($NF == "nprand_status" && (getline rest) > 0)
                $0 = $0 " " rest
            if (match($0, /nprand_[a-z_0-9]*\(/))
                name = substr($0, RSTART, RLENGTH - 1)
            print substr(name, 8), (index(comment, " " name "()") ? "described" : "bare")
        }' "$@"
}

# The rows of the first table of a document, without its heading.
table_of() {
    awk '/^\|/ { if (++line > 2) print; next } line { exit }' "$1"
}

listed=$(rows functions)
methods=$(rows methods | grep -v '^py_' | grep -v '^random_raw$' | sort -u)
declared=$(functions "$@")
names=$(echo "$declared" | cut -d ' ' -f 1)
[ -n "$listed" ] && [ -n "$methods" ] && [ -n "$names" ] || check 'nothing to look at in' "$list $*"

check 'functions of the list that are not declared' "$(
    for name in $listed; do
        echo "$names" | grep -qx "$name" || echo "$name"
    done)"
check 'methods that are declared, not described' "$(
    for name in $methods seed get_state set_state multivariate_normal $(rows methods | grep '^py_'); do
        echo "$declared" | grep -qx "$name bare" && echo "$name"
    done)"
check 'functions that are not in the list' "$(
    for name in $names; do
        echo $listed $others | tr ' ' '\n' | grep -qx "$name" || echo "$name"
    done)"
check 'others that are not declared' "$(
    for name in $others; do
        echo "$names" | grep -qx "$name" || echo "$name"
    done)"

# The documents have the rows of the list, in its order.
found=$(mktemp)
wanted=$(mktemp)
trap 'rm -f "$found" "$wanted"' EXIT
table_of "$docs" >"$found"
rows numpy >"$wanted"
diff "$wanted" "$found"
check "rows of the list (<) and of the document (>) that differ in" "$(cmp -s "$wanted" "$found" || echo "$docs")"
table_of "$python_docs" | grep -v '^| `\(seed\|getstate\)(' >"$found"
rows python >"$wanted"
diff "$wanted" "$found"
check "rows of the list (<) and of the document (>) that differ in" \
    "$(cmp -s "$wanted" "$found" || echo "$python_docs")"

# Members stand at the class's indentation, after their type or void, and end in (.
members=$(sed -n 's/^    [[a-zA-Z].* \([a-z_0-9]*\)(.*/\1/p' "$hpp")
check "methods that $hpp lacks" "$(
    for name in $methods seed get_state set_state multivariate_normal; do
        echo "$members" | grep -qx "$name" || echo "$name"
    done)"
# What draws, draws in C too: the method, and the fill of each C fill.
check "fills that $hpp lacks" "$(
    for name in $(echo "$names" | grep '_fill$' | grep -v '^py_'); do
        case $name in
        randint_*) name=randint_fill ;;
        choice_*) name=choice_fill ;;
        esac
        echo "$members" | grep -qx "$name" || echo "$name"
    done)"

wrong=$(rows words)
check 'words of a value' "$wrong"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
