# SPDX-License-Identifier: BSD-3-Clause
#
# methods.sh LIST PYTHON_LIST HPP HEADER...: the public headers declare and describe each of NumPy's
# methods, which LIST names, and of those of Python's random, which PYTHON_LIST names, and no function
# that is neither one of them, nor a form of one, nor an addition named here. HPP, the header for C++,
# has each of NumPy's methods as a member.
set -u
list=$1
python_list=$2
hpp=$3
shift 3
passed=0
failed=0

# Our own: what has no counterpart among the methods.
additions='
    strerror version rng_size work_of
    seed_array seed_os
    set_numpy set_numpy_patch get_numpy set_long_bits set_runner set_threads advance jumped backend set_backend
    random_raw random_raw_fill
    permutation_array
    choice_p_work_size choice_no_replace_work_size choice_no_replace_p_work_size
    multivariate_normal_work_size
    get_state_json set_state_json get_state_python set_state_python
    seed_seq_init seed_seq_init_array seed_seq_init_text seed_seq_init_os seed_seq_set_numpy
    seed_seq_spawn seed_seq_child seed_seq_generate_state seed_seq_generate_state_uint64
    seed_sequence bitgen
    py_set_python py_get_python
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

is_form() { # is_form NAME: whether it is a method, or the fill, a type or another form of one
    name=${1%_fill}
    case $name in
    randint_int64_endpoint | randint_uint64_endpoint) name=randint ;;
    randint_bool | randint_int8 | randint_int16 | randint_int32 | randint_int64) name=randint ;;
    randint_uint8 | randint_uint16 | randint_uint32 | randint_uint64) name=randint ;;
    choice_p | choice_p_float) name=choice ;;
    choice_no_replace | choice_no_replace_p | choice_no_replace_p_float) name=choice ;;
    py_choices_weights | py_choices_cum_weights) name=py_choices ;;
    py_seed_uint64 | py_seed_limbs | py_seed_float | py_seed_float_python2) name=py_seed ;;
    py_seed_bytes | py_seed_str | py_seed_os) name=py_seed ;;
    py_getrandbits_limbs | py_sample_counts | py_triangular_symmetric) name=${name%_*} ;;
    py_randint_uint64 | py_randrange_uint64) name=${name%_*} ;;
    esac
    echo "$methods" | grep -qx "$name"
}

methods=$({ grep -v '^#' "$list"; grep -v '^#' "$python_list" | sed 's/^/py_/'; } | sort -u)
declared=$(functions "$@")
names=$(echo "$declared" | cut -d ' ' -f 1)
[ -n "$methods" ] && [ -n "$names" ] || check 'nothing to look at in' "$list $python_list $*"

check 'methods that are not declared' "$(
    for name in $methods; do
        echo "$names" | grep -qx "$name" || echo "$name"
    done)"
check 'methods that are declared, not described' "$(
    for name in $methods; do
        echo "$declared" | grep -qx "$name bare" && echo "$name"
    done)"
check 'neither methods nor additions' "$(
    for name in $names; do
        is_form "$name" || echo $additions | tr ' ' '\n' | grep -qx "$name" || echo "$name"
    done)"
check 'additions that are not declared' "$(
    for name in $additions; do
        echo "$names" | grep -qx "$name" || echo "$name"
    done)"

# Members stand at the class's indentation, after their type or void, and end in (.
members=$(sed -n 's/^    [a-zA-Z].* \([a-z_0-9]*\)(.*/\1/p' "$hpp")
check "methods that $hpp lacks" "$(
    for name in $(echo "$methods" | grep -v '^py_'); do
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

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
