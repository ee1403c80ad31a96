#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# complete.sh TARGET HEADER...: whether the fuzz target calls each draw and fill that the headers declare.
# A fill is called where its scalar is, by a macro. An each form is called by the list of the methods.
set -eu
target=$1
shift

# What fuzz_backends.c need not name: draws with an each form, which it calls by the list of the methods; second names
# of a draw; recoveries, which have a target of their own.
left_out() {
    case $target in
    *fuzz_backends.c) ;;
    *) return 1 ;;
    esac
    case $1 in
    random | rand | randn | recover_*) return 0 ;;
    esac
    printf '%s\n' "$names" | grep -qx "nprand_$1_each"
}

names=$(cat "$@" | grep -oE '\bnprand_[a-z0-9_]+\(' | tr -d '(' | sort -u)
missing=0
for name in $names; do
    case $name in
    *_work_size | *_work_of | nprand_seed* | nprand_is_integer_seed | nprand_kind_of_seed | nprand_py_seed* | nprand_get_* | nprand_set_* | nprand_py_set_* | \
        nprand_py_get_python | nprand_status | nprand_strerror | nprand_version | nprand_rng_size | \
        *_each | nprand_backend | nprand_bitgen | nprand_part | nprand_runner) continue ;;
    esac
    short=${name#nprand_}
    short=${short%_fill}
    if left_out "$short"; then
        continue
    fi
    if ! grep -qE "\b(nprand_)?$short(_fill)?\b[,()]" "$target"; then
        echo "$name is not called"
        missing=1
    fi
done
exit $missing
