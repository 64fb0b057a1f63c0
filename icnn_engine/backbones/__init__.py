"""Ordinary CNNs whose top maps the filters read: the trunk, where its cells look, how its input is prepared.

A further backbone is a `make_trunk` of its own module and a line in `TRUNKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import torch
from torch import nn

from icnn_engine.backbones import squeezenet, vgg
from icnn_engine.backbones.layers import layers_of
from icnn_engine.config import BackboneName
from icnn_engine.receptive_field import Field, Layer, MapGeometry, compose

INPUT_SIZE = 224  # both were trained on crops of 224 pixels
IMAGENET_MEAN = (0.485, 0.456, 0.406)  # torchvision's, red, green, blue, of 0..1
IMAGENET_STD = (0.229, 0.224, 0.225)

TRUNKS: dict[BackboneName, Callable[[], nn.Module]] = {
    "squeezenet1_1": squeezenet.make_trunk,
    "vgg16": vgg.make_trunk,
}


@dataclass(frozen=True, eq=False)
class Backbone:
    """A trunk and what has to be known of it.

    `trunk` maps (B, 3, S, S) float32, RGB as (x / 255 - mean) / std, to (B, channels, n, n) after ReLU; at
    S = `input_size`, n = `cells`. `field` is the theoretical receptive field of a cell of its map.
    """

    name: BackboneName
    trunk: nn.Module
    channels: int
    input_size: int
    cells: int
    field: Field
    mean: tuple[float, float, float] = IMAGENET_MEAN
    std: tuple[float, float, float] = IMAGENET_STD

    def geometry(self, extra: Iterable[Layer] = ()) -> MapGeometry:
        """Of the trunk's map, or of the map that the layers `extra` make of it."""
        extra = tuple(extra)
        cells = self.cells
        for layer in extra:
            cells = (cells + 2 * layer.padding - layer.dilation * (layer.kernel - 1) - 1) // layer.stride + 1
        return MapGeometry.of(self.input_size, cells, compose(extra, self.field))


def make_backbone(name: BackboneName, seed: int = 0) -> Backbone:
    """The backbone with random weights (He et al. 2015) that depend on `seed` alone, not on torch's own state."""
    with torch.device("meta"):  # neither memory nor time for a classifier that is not used
        trunk = TRUNKS[name]()
        maps = trunk(torch.empty(1, 3, INPUT_SIZE, INPUT_SIZE))
    trunk = trunk.to_empty(device="cpu")
    _initialise(trunk, torch.Generator().manual_seed(seed))
    return Backbone(
        name=name,
        trunk=trunk,
        channels=maps.shape[1],
        input_size=INPUT_SIZE,
        cells=maps.shape[-1],
        field=compose(layers_of(trunk)),
    )


def _initialise(trunk: nn.Module, generator: torch.Generator) -> None:
    """He's normal weights and zero biases, in place. Both trunks have no parameters but those of convolutions."""
    for module in trunk.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, nonlinearity="relu", generator=generator)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
