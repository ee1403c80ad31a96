# SPDX-License-Identifier: BSD-3-Clause
#
# subproject.sh MESON SOURCE CC...: a project takes SOURCE as a meson subproject: shared from a folder, static by
# packaging/nprand.wrap from a git repository, both by packaging/nprand.wrap from an archive. What is built and
# installed is what the project asks for, and no more. The last of the three has the line of README.md and
# docs/install.md. PROGRAMS has the programs that this machine can build: user,
# and user_threads and user_lapack if what they need is there. The libraries are compiled without optimisation.
set -eu
. "$(dirname "$0")/common.sh"
meson=$1
source=$2
shift 2
CC=$*
export CC
version=$(python3 "$source/packaging/version.py")

# What of the source a subproject needs, so that no build folder is taken along.
mkdir "$folder/nprand-$version"
(cd "$source" && cp -R LICENSE include meson.build meson.options meson_options.txt packaging src \
    "$folder/nprand-$version")

# The README's block of meson.
block() { # block PAGE
    awk '$0 == "```meson" { inside = 1; next }
         inside && $0 == "```" { exit }
         inside' "$source/$1"
}
same 'docs/install.md says what README.md says' "$(block docs/install.md)" "$(block README.md)"

parent() { # parent KIND [OPTION...]: a project of that default_library, set up, not yet compiled
    kind=$1
    shift
    project=$folder/$kind
    mkdir -p "$project/subprojects"
    {
        echo "project('user', 'c')"
        for program in $PROGRAMS; do
            cp "$here/$program.c" "$project/"
            echo "executable('$program', '$program.c', install: true,"
            echo "  dependencies: dependency('nprand${program#user}', fallback: 'nprand'))"
        done
        if [ "$kind" = both ]; then
            cp "$here/user.c" "$project/example.c"
            block README.md
        fi
    } >"$project/meson.build"
    rm -rf "$project/build"
    quiet "$meson" setup "$project/build" "$project" --prefix /usr --libdir lib --force-fallback-for=nprand \
        -Dc_args=-w -Ddefault_library="$kind" "$@"
}

# Paths of nprand, the version and the suffix of a shared library left out: without the programs of the parent.
installed() { # installed FILES: a line of names
    echo "$1" | sed -e 's,.*/,,' -e 's/\.so\..*/.so/' | grep nprand | grep -v '^user' | LC_ALL=C sort -u | tr '\n' ' '
}

would_install() { # would_install KIND: what of nprand, without building
    installed "$("$meson" introspect --installed "$folder/$1/build" | tr ',' '\n' |
        sed -n 's/.*: "\(.*\)".*/\1/p')"
}

build_and_run() { # build_and_run KIND WHAT
    project=$folder/$1
    quiet "$meson" compile -C "$project/build"
    quiet "$meson" install -C "$project/build" --no-rebuild --destdir "$project/installed"
    for program in $PROGRAMS; do
        expect "$2, $program" env LD_LIBRARY_PATH="$project/installed/usr/lib" "$project/installed/usr/bin/$program"
    done
}

really_installed() { # really_installed KIND
    installed "$(find "$folder/$1/installed" -type f -o -type l)"
}

built() { # built KIND: libraries in the build folder
    installed "$(find "$folder/$1/build" -name '*.so' -o -name '*.so.*' -type f -o -name '*.a' | grep -v symbols)"
}

small() { # small SUFFIX...: the small libraries that the programs need
    for program in $PROGRAMS; do
        [ "$program" = user ] || printf '%s ' "libnprand_${program#user_}.$1"
    done
}

# A folder, shared.
mkdir -p "$folder/shared/subprojects"
cp -R "$folder/nprand-$version" "$folder/shared/subprojects/nprand"
parent shared
build_and_run shared 'shared subproject'
same 'shared: installed' "$(really_installed shared)" 'libnprand.so '
same 'shared: built' "$(built shared | tr ' ' '\n' | sort | tr -d '\n')" \
    "$(echo "libnprand.so $(small a)" | tr ' ' '\n' | sort | tr -d '\n')"

# A git repository, static. The project links to nothing but nprand, so that nothing else is built.
git_wrap=yes
command -v git >/dev/null || git_wrap=no
mkdir -p "$folder/static/subprojects"
if [ $git_wrap = yes ]; then
    (cd "$folder/nprand-$version" && quiet git init -q . && git add -A &&
        quiet git -c user.name=user -c user.email=user@example.org commit -q -m nprand)
    sed "s,^url = .*,url = file://$folder/nprand-$version," "$source/packaging/nprand.wrap" \
        >"$folder/static/subprojects/nprand.wrap"
else
    echo 'not tested: a wrap file with a git repository, since git was not found'
    cp -R "$folder/nprand-$version" "$folder/static/subprojects/nprand"
fi
all_programs=$PROGRAMS
PROGRAMS=user
parent static
build_and_run static 'static subproject by a wrap file of git'
same 'static: installed' "$(really_installed static)" ''
same 'static: built' "$(built static)" 'libnprand.a '
PROGRAMS=$all_programs

# An archive, both.
rm -rf "$folder/nprand-$version/.git"
mkdir -p "$folder/both/subprojects"
archive=$folder/nprand-$version.tar.gz
(cd "$folder" && tar -czf "$archive" "nprand-$version")
hash=$(python3 -c 'import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest())' "$archive")
sed -e '/^\[wrap-git\]/,/^depth/d' -e '/^#\[wrap-file/,/^#source_hash/s/^#//' \
    -e "s,^source_url = .*,source_url = file://$archive," -e "s/^source_filename = .*/source_filename = nprand.tar.gz/" \
    -e "s/VERSION/$version/; s/HASH/$hash/" "$source/packaging/nprand.wrap" >"$folder/both/subprojects/nprand.wrap"
parent both
build_and_run both 'subproject by a wrap file of an archive'
expect "the README's line" "$folder/both/build/example"
same 'both: installed' "$(really_installed both)" 'libnprand.a libnprand.so '

# By options, without building.
parent static -Dnprand:install=all
same 'static, install=all' "$(would_install static)" \
    "libnprand.a nprand-config-version.cmake nprand-config.cmake nprand.f90 nprand.h nprand.hpp nprand.pc \
nprand_python.h "
parent both -Dnprand:install=none
same 'both, install=none' "$(would_install both)" ''
case $PROGRAMS in
*threads*)
    parent shared -Dnprand:openmp=enabled
    same 'shared, openmp=enabled' "$(would_install shared)" 'libnprand.so libnprand_threads.so '
    ;;
esac
finish
