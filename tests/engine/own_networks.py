"""Small networks of the user's own, as files, for tests of the engine."""

from __future__ import annotations

from pathlib import Path

import torch

from icnn_engine.core.network_source import NetworkSource
from icnn_engine.models.own.trusted_code import trust

SIZE, RESIZE = 64, 72  # pixels of the input, and to which the shorter side is resized

TINY = """
import torch
from torch import nn

class Tiny(nn.Module):
    def __init__(self, answers):
        super().__init__()
        self.first = nn.Sequential(nn.Conv2d(3, 8, 5, 4, 2), nn.ReLU())
        self.second = nn.Sequential(nn.Conv2d(8, 12, 3, 1, 1), nn.ReLU())
        self.head = nn.Linear(12, answers)

    def forward(self, pixels):
        return self.head(self.second(self.first(pixels)).mean((2, 3)))

def make(answers=3):
    torch.manual_seed(0)
    return Tiny(answers)

def make_two():
    return make(2)
"""

# Channel 0 of `spots` is how red a cell's patch of 8 x 8 pixels is, channel 1 how blue; the answer counts red.
COLOURS = """
import torch
from torch import nn

def make():
    spots = nn.Conv2d(3, 2, 8, 8)
    for channel, colour in enumerate(([1, -1, -1], [-1, -1, 1])):
        spots.weight.data[channel] = torch.tensor(colour).view(3, 1, 1) / 64.0
    spots.bias.data[:] = -0.2
    network = nn.Sequential(spots, nn.ReLU(), nn.AdaptiveMaxPool2d(1), nn.Flatten(), nn.Linear(2, 2))
    network[4].weight.data[:] = torch.tensor([[4.0, 0.0], [0.0, 4.0]])
    network[4].bias.data[:] = 0
    return network
"""


def factory_file(folder: Path, code: str = TINY, name: str = "own.py") -> Path:
    """Write a factory's file and trust it."""
    path = folder / name
    path.write_text(code, "utf-8")
    trust(path)
    return path


def tiny_source(folder: Path, function: str = "make", **values: object) -> NetworkSource:
    """A tiny network by a trusted factory: three answers, 16 x 16 cells of stride 4."""
    usual = {"factory": f"{factory_file(folder)}:{function}", "input_size": SIZE, "resize": RESIZE}
    return NetworkSource.model_validate(usual | values)


def state_file(path: Path, state: object) -> str:
    """Write a file of weights by torch.save."""
    torch.save(state, path)
    return str(path)
