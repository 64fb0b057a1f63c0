"""Which device computes, and random generators that nothing else can disturb."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import nn

MMAP_THRESHOLD, TRIM_THRESHOLD = -3, -1  # malloc.h: M_MMAP_THRESHOLD, M_TRIM_THRESHOLD
MOST_KEPT, USUAL_THRESHOLD = 2**30, 2**17  # bytes; the second is glibc's own


def best_device() -> torch.device:
    """The GPU where there is one, else the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def device_of(module: nn.Module) -> torch.device:
    """Where a module computes; the CPU if it has nothing to compute with."""
    return next((p.device for p in module.parameters()), torch.device("cpu"))


@contextmanager
def large_blocks_kept() -> Iterator[None]:
    """While the block runs, memory of large arrays is used again instead of being given back to the system and asked
    for anew at every step, which zeroes it each time: 4 to 10 % of a step of quick training on two cores. Afterwards
    all that is free is given back. Does nothing where the C library is not glibc."""
    try:
        tune, trim = (getattr(ctypes.CDLL(None), name) for name in ("mallopt", "malloc_trim"))
    except (AttributeError, OSError, TypeError):
        yield
        return
    tune(MMAP_THRESHOLD, MOST_KEPT)
    tune(TRIM_THRESHOLD, MOST_KEPT)
    try:
        yield
    finally:
        tune(MMAP_THRESHOLD, USUAL_THRESHOLD)
        tune(TRIM_THRESHOLD, USUAL_THRESHOLD)
        trim(0)


def generator(seed: int, *purpose: object) -> torch.Generator:
    """A CPU generator for one purpose: equal seeds and purposes give equal numbers, whatever else runs."""
    mixed = seed
    for character in "/".join(map(str, purpose)):
        mixed = (mixed * 1_000_003 + ord(character)) % (2**63 - 1)
    return torch.Generator().manual_seed(mixed)
