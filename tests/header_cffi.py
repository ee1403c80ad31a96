#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""header_cffi.py INCLUDE SHARED CC...: the C headers after the preprocessor, as they are, are what
cffi's parser reads; functions, enum constants, the sentinel and the size of nprand_rng arrive.

In cffi's ABI mode, and in its API mode, for which the headers of Python are needed. In ABI mode, cffi gives
no value of a constant that is no literal: there a binding writes -2**63 for NPRAND_INVALID."""

import os
import pathlib
import re
import subprocess
import sys
import sysconfig
import tempfile

try:
    import cffi
except ImportError:
    print("skipped: this python3 has no cffi (pip install cffi)")
    sys.exit(77)

include, shared = map(os.path.abspath, sys.argv[1:3])
compiler = sys.argv[3:]
HEADERS = ["nprand_python.h", "nprand_lapack.h", "nprand_threads.h"]
checks = 0


def check(what, right):
    global checks
    if not right:
        sys.exit(f"FAILED: {what}")
    checks += 1


def preprocessed(*names):
    """Standard headers of C11 have attributes of their own; those of C99 have none."""
    command = [*compiler, "-std=c99", "-E", "-P", "-DNPRAND_API=", "-DNPRAND_NO_NODISCARD"]
    text = "".join(f"#include <{name}>\n" for name in names)
    return subprocess.run([*command, "-I", include, "-x", "c", "-"], input=text, text=True, check=True,
                          stdout=subprocess.PIPE).stdout


def written(*names):
    """The functions and the constants of nprand_status that the headers spell out."""
    text = "".join((pathlib.Path(include) / name).read_text() for name in names)
    functions = re.findall(r"^NPRAND_API[^(;]*?(nprand_\w+)\(", text, re.MULTILINE)
    status = text[text.index("typedef enum nprand_status {"):text.index("} nprand_status;")]
    return set(functions), re.findall(r"^    (NPRAND_\w+)", status, re.MULTILINE)


functions, statuses = written("nprand.h", *HEADERS)
check("functions of the headers", len(functions) > 200)
check("statuses of the headers", len(statuses) > 100)

ffi = cffi.FFI()
ffi.cdef(preprocessed(*HEADERS))
library = ffi.dlopen(shared)

# What cffi has read, by its own list of names.
names = {name.split()[1] for name in ffi._parser._declarations if name.startswith("function nprand")}
check(f"functions that cffi lacks: {functions - names}", functions <= names)
for number, name in enumerate(statuses):
    check(name, getattr(library, name) == number)
for name, value in {"NPRAND_RNG_SIZE": 8192, "NPRAND_RNG_ALIGNMENT": 8, "NPRAND_STATE_JSON_SIZE": 8192,
                    "NPRAND_POOL_SIZE": 4, "NPRAND_POOL_SIZE_MAX": 64, "NPRAND_CHECK_VALID_RAISE": 1}.items():
    check(name, getattr(library, name) == value)
check("NPRAND_INVALID", "constant NPRAND_INVALID" in ffi._parser._declarations)


def use(ffi, library):
    check("sizeof(nprand_rng)", ffi.sizeof("nprand_rng") == library.nprand_rng_size() == 8192)
    check("alignof(nprand_rng)", ffi.alignof("nprand_rng") == library.NPRAND_RNG_ALIGNMENT)
    check("sizeof(nprand_seed_seq)", ffi.sizeof("nprand_seed_seq") == 320)
    rng = ffi.new("nprand_rng *")
    out = ffi.new("double[1]")
    check("a draw without a seed", library.nprand_random_sample_fill(rng, 1, out) == library.NPRAND_NOT_SEEDED)
    check("a seed", library.nprand_seed(rng, 0) == library.NPRAND_OK)
    check("the first double of seed 0", library.nprand_random_sample(rng) == 0.5488135039273248)
    work = library.nprand_work_of(ffi.NULL, 16)
    check("work space", work.size == 16 and work.memory == ffi.NULL)
    check("a refused draw", library.nprand_randint(rng, 0, 0) == -2**63)


use(ffi, library)

if not os.path.exists(os.path.join(sysconfig.get_paths()["include"], "Python.h")):
    print("skipped: no Python.h for cffi's API mode")
else:
    api = cffi.FFI()
    api.cdef(preprocessed("nprand_python.h"))
    api.set_source("_nprand_cffi", "#include <nprand_python.h>", include_dirs=[include], extra_objects=[shared],
                   extra_link_args=[f"-Wl,-rpath,{os.path.dirname(shared)}"])
    with tempfile.TemporaryDirectory() as folder:
        try:
            api.compile(tmpdir=folder)
        except ImportError as missing:
            print(f"skipped: cffi's API mode: {missing}")
        else:
            sys.path.insert(0, folder)
            from _nprand_cffi import ffi as api_ffi, lib as api_library
            use(api_ffi, api_library)
            check("NPRAND_INVALID", api_library.NPRAND_INVALID == -2**63)

print(f"{checks} passed, 0 failed")
