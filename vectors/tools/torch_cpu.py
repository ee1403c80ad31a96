#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""What PyTorch makes of its generator on the CPU: generate_tools.py runs this file."""
import struct

import torch


def one(seed, drawn, with_state):
    torch.manual_seed(seed)
    if drawn > 0:
        torch.empty(drawn, dtype=torch.int64).random_(0, 2**32 - 1)  # one word each
    state = torch.get_rng_state()
    words = [int(torch.empty(1, dtype=torch.int64).random_(0, 2**32 - 1)) for _ in range(5)]
    torch.set_rng_state(state)
    doubles = [float(torch.rand(1, dtype=torch.double)) for _ in range(3)]
    print("seed=%d drawn=%d words: %s doubles: %s state: %s" % (
        seed, drawn, " ".join(map(str, words)),
        " ".join(struct.pack(">d", x).hex() for x in doubles),
        state.numpy().tobytes().hex() if with_state else "none"))


print("PyTorch " + torch.__version__)
for seed in 0, 1, -1, 2**32 + 42:
    one(seed, 0, False)
for drawn in 0, 1, 1000, 1248:
    one(42, drawn, True)
