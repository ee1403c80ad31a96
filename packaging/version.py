#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Prints the version of libnprand. It stands in include/nprand.h alone."""
import pathlib
import re

header = pathlib.Path(__file__).resolve().parent.parent / 'include' / 'nprand.h'
text = header.read_text(encoding='utf-8')
parts = [re.search(rf'^#define NPRAND_VERSION_{part} +([0-9]+)$', text, re.MULTILINE).group(1)
         for part in ('MAJOR', 'MINOR', 'PATCH')]
print('.'.join(parts))
