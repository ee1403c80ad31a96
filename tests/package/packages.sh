# SPDX-License-Identifier: BSD-3-Clause
#
# packages.sh NM VERSION API_VERSION SHARED...: what packaging/debian and packaging/vcpkg say of the
# version, of the names of the packages and of the symbols agrees with the shared libraries of this
# build.
set -eu
nm=$1
version=$2
api=$3
shift 3
packaging=$(dirname "$0")/../../packaging
debian=$packaging/debian
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0
LC_ALL=C # the order of sort and comm
export LC_ALL

same() { # same WHAT EXPECTED FOUND
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$1: expected '$2', found '$3'"
    fi
}

same 'version in changelog' "$version" \
    "$(sed -n '1s/^nprand (\(.*\)-[^-]*) .*/\1/p' "$debian/changelog")"
same 'version in vcpkg.json' "$version" \
    "$(sed -n 's/.*"version": "\(.*\)".*/\1/p' "$packaging/vcpkg/vcpkg.json")"

# A function that is gone or changed needs a higher NPRAND_API_VERSION; see packaging/README.md.
for shared; do
    name=$(basename "$shared" | sed 's/\.so.*//')
    package=$(echo "$name$api" | tr _ -)
    same 'package in control' "Package: $package" \
        "$(grep -x "Package: $package" "$debian/control" || true)"
    same "$package.install" "usr/lib/*/$name.so.*" "$(cat "$debian/$package.install")"
    same "$package.symbols" "$name.so.$api $package #MINVER#" "$(sed 1q "$debian/$package.symbols")"
    sed -n 's/^ \(.*\)@Base .*/\1/p' "$debian/$package.symbols" | sort >"$folder/recorded"
    "$nm" -D --defined-only "$shared" | awk '{ print $NF }' | sort >"$folder/exported"
    same "gone from $name" '' "$(comm -23 "$folder/recorded" "$folder/exported")"
    same "to be added to $package.symbols" '' "$(comm -13 "$folder/recorded" "$folder/exported")"
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
