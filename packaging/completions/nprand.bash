# SPDX-License-Identifier: BSD-3-Clause
#
# Completion of nprand for bash. The command itself says what fits: this file has no list of its own.

_nprand() {
    local line name word=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    while IFS= read -r line; do
        if [ "$line" != :file ]; then
            COMPREPLY+=("${line%%$'\t'*}")
            continue
        fi
        # A word --output=FILE is three words to bash.
        [ "$word" != = ] || word=
        compopt -o filenames 2>/dev/null
        while IFS= read -r name; do
            COMPREPLY+=("$name")
        done < <(compgen -f -- "$word")
    done < <("${1/#\~/$HOME}" __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}

complete -F _nprand nprand
