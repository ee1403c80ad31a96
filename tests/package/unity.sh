#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# unity.sh MESON SOURCE: a unity build, in which meson compiles several sources as one. It has no warning, and the
# vectors have their values.
set -eu
. "$(dirname "$0")/common.sh"
meson=$1
source=$2
quiet "$meson" setup --unity on "$folder/build" "$source" -Dwerror=true -Doptimization=1 -Dexamples=false \
    -Dopenmp=disabled -Dlapack=disabled
quiet "$meson" compile -C "$folder/build" nprand:executable tests/test_vectors
expect command sh -c '"$0" --seed 0 rand 1 | tr -d "[]"' "$folder/build/nprand"
quiet "$folder/build/tests/test_vectors" "$source/vectors"
tail -n 2 "$folder/log"
grep -q 'failed: 0;' "$folder/log"
passed=$((passed + 1))
finish
