# SPDX-License-Identifier: BSD-3-Clause
#
# windows.sh MESON SOURCE: SOURCE built for Windows by mingw-w64 and the lines of docs/install.md, without a warning. The
# command and the DLLs need no DLL of the compiler, and the command and a program that is linked to the DLL print NumPy's
# numbers under wine, and the examples print theirs. The tests themselves need
# cmocka for mingw-w64: tests/platforms.sh builds it, and runs the vectors and unit tests in its row windows.
set -eu
. "$(dirname "$0")/common.sh"
meson=$1
source=$2
mingw=x86_64-w64-mingw32
for tool in $mingw-gcc $mingw-objdump wine; do
    command -v $tool >/dev/null || skip "$tool was not found"
done
unset CC CXX CFLAGS CXXFLAGS LDFLAGS
WINEPREFIX=$folder/wine
WINEDEBUG=-all
export WINEPREFIX WINEDEBUG
wine cmd /c 'exit 0' >/dev/null 2>&1 || skip 'wine does not run programs of x86-64 here'

run() { # run PROGRAM ARGUMENT...: its lines without the end that Windows gives them
    wine "$@" 2>/dev/null | tr -d '\r[]'
}

# line WORD: the line of docs/install.md that begins with it.
line() {
    sed -n '/^## Windows/,$p' "$source/docs/install.md" | grep "^$1 "
}

# The words of these lines. With -O1, which takes a third of the time.
meson() {
    case $1 in
    setup) command "$meson" "$@" "$source" -Dwerror=true -Doptimization=1 -Dlapack=disabled --prefix /nprand ;;
    *) command "$meson" "$@" ;;
    esac
}
ln -s "$source/packaging" "$folder/packaging"
cd "$folder"
quiet eval "$(line meson)"
same warnings "$(grep -i 'warning' "$folder/log" || true)" ''
same 'the line of docs/install.md' "$(eval "$(line wine)" 2>/dev/null | tr -d '\r')" \
    '[0.5488135  0.71518937 0.60276338]'
quiet "$meson" install -C build-windows --no-rebuild --destdir "$folder/installed"
prefix=$folder/installed/nprand

dlls=$(for file in "$prefix"/bin/*; do
    $mingw-objdump -p "$file" | sed -n 's/.*DLL Name: //p'
done | grep -v -i -e '^kernel32\.dll$' -e '^msvcrt\.dll$' -e '^api-ms-win-' -e '^ucrtbase\.dll$' | sort -u)
case $dlls in
'' | libnprand-0.dll) passed=$((passed + 1)) ;;
*) echo "needs $dlls"; exit 1 ;;
esac

expect command run "$prefix/bin/nprand.exe" --seed 0 rand 1
for library in "$prefix/lib/libnprand.dll.a" "$prefix/lib/libnprand.a"; do
    quiet $mingw-gcc -I"$prefix/include" "$here/user.c" "$library" -o "$prefix/bin/user.exe"
    expect "program with $(basename "$library")" run "$prefix/bin/user.exe"
done
quiet "$meson" test -C build-windows --no-rebuild --suite examples
# The server of wine ends some seconds after the last program, and writes into its folder until then.
"$(command -v wineserver || echo /usr/lib/wine/wineserver64)" -k || sleep 5
finish
