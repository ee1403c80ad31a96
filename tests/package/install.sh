# SPDX-License-Identifier: BSD-3-Clause
#
# install.sh MESON SOURCE CC...: each default_library installs what it says; what is installed is uninstalled again; and
# meson dist makes an archive of the files that a user needs.
set -eu
. "$(dirname "$0")/common.sh"
meson=$1
source=$2
shift 2
CC=$*
export CC

libraries() { # libraries KIND
    "$meson" introspect --installed "$folder/$1" | tr ',' '\n' | sed -n 's,.*/lib/\(libnprand\.[a-z]*\)",\1,p' |
        sort -u | tr '\n' ' '
}

for kind in '' static shared both; do
    quiet "$meson" setup "$folder/b$kind" "$source" --prefix "$folder/prefix" --libdir lib -Dtests=false -Dexamples=false \
        -Dc_args=-w -Doptimization=0 -Dlapack=disabled -Dfortran=disabled ${kind:+-Ddefault_library=$kind}
done
same 'by default' "$(libraries b)" 'libnprand.a libnprand.so '
same static "$(libraries bstatic)" 'libnprand.a '
same shared "$(libraries bshared)" 'libnprand.so '
same both "$(libraries bboth)" 'libnprand.a libnprand.so '

# As docs/install.md says.
quiet "$meson" compile -C "$folder/bstatic"
same 'static: no shared library is built' "$(find "$folder/bstatic" -name '*.so*')" ''
quiet "$meson" install -C "$folder/bstatic" --no-rebuild
expect 'installed command' sh -c '"$0" --seed 0 rand 1 | tr -d "[]"' "$folder/prefix/bin/nprand"
quiet ninja -C "$folder/bstatic" uninstall
same 'left by uninstall' "$(mkdir -p "$folder/prefix" && find "$folder/prefix" -type f -o -type l)" ''

version=$(python3 "$source/packaging/version.py")
if [ -e "$source/.git" ] && command -v git >/dev/null; then
    quiet "$meson" dist -C "$folder/bstatic" --no-tests --formats gztar --allow-dirty
    (cd "$source" && git ls-tree -r --name-only HEAD | grep -v -e '^\.ci/' -e '^\.gitattributes$' -e '^\.gitignore$') |
        sort >"$folder/wanted"
    tar -tzf "$folder/bstatic/meson-dist/nprand-$version.tar.gz" | grep -v '/$' | sed "s,^nprand-$version/,," | sort \
        >"$folder/got"
    same 'files of meson dist' "$(diff "$folder/wanted" "$folder/got")" ''
else
    echo 'not tested: meson dist, which needs git and a checkout'
fi
finish
