#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# pi_mpi.sh MPIEXEC RANKS PROGRAM SAMPLES EXPECTED: passes if PROGRAM, given SAMPLES, prints with
# that many ranks what the file EXPECTED holds.
set -eu

if [ $# -ne 5 ]; then
    echo "usage: pi_mpi.sh MPIEXEC RANKS PROGRAM SAMPLES EXPECTED" >&2
    exit 2
fi
actual=$(mktemp)
trap 'rm -f "$actual"' EXIT

# Open MPI asks for leave to run as root, as in a container, and to start more ranks than there are
# cores: here in its releases 4 and 5. MPICH asks for nothing.
OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
OMPI_MCA_rmaps_base_oversubscribe=1 PRTE_MCA_rmaps_default_mapping_policy=:oversubscribe
export OMPI_ALLOW_RUN_AS_ROOT OMPI_ALLOW_RUN_AS_ROOT_CONFIRM
export OMPI_MCA_rmaps_base_oversubscribe PRTE_MCA_rmaps_default_mapping_policy

# MPI libraries keep memory until the process ends, which is no leak of the program.
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
export ASAN_OPTIONS

"$1" -n "$2" "$3" "$4" >"$actual"
diff -u "$5" "$actual"
