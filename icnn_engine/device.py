"""Which device computes, and random generators that nothing else can disturb."""

from __future__ import annotations

import torch


def best_device() -> torch.device:
    """The GPU where there is one, else the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def generator(seed: int, *purpose: object) -> torch.Generator:
    """A CPU generator for one purpose: equal seeds and purposes give equal numbers, whatever else runs."""
    mixed = seed
    for character in "/".join(map(str, purpose)):
        mixed = (mixed * 1_000_003 + ord(character)) % (2**63 - 1)
    return torch.Generator().manual_seed(mixed)
