"""Which device computes, and random generators that nothing else can disturb."""

from __future__ import annotations

import torch
from torch import nn


def best_device() -> torch.device:
    """The GPU where there is one, else the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def device_of(module: nn.Module) -> torch.device:
    """Where a module computes; the CPU if it has nothing to compute with."""
    return next((p.device for p in module.parameters()), torch.device("cpu"))


def generator(seed: int, *purpose: object) -> torch.Generator:
    """A CPU generator for one purpose: equal seeds and purposes give equal numbers, whatever else runs."""
    mixed = seed
    for character in "/".join(map(str, purpose)):
        mixed = (mixed * 1_000_003 + ord(character)) % (2**63 - 1)
    return torch.Generator().manual_seed(mixed)
