#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
#
# build.sh FOLDER [LINE...]: writes the reference to FOLDER/html. A LINE changes Doxyfile. Fails if Doxygen warns.
set -eu
mkdir -p "$1"
folder=$(cd "$1" && pwd)
shift
cd "$(dirname "$0")/../.."
{
    cat docs/doxygen/Doxyfile
    echo "PROJECT_NUMBER = $(python3 packaging/version.py)"
    echo "OUTPUT_DIRECTORY = \"$folder\""
    for line; do
        echo "$line"
    done
} | doxygen -
echo "$folder/html/index.html"
