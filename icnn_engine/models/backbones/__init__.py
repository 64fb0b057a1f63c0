"""Backbones: pretrained CNNs whose top maps the filters read, with their geometry and preprocessing.

A further backbone is a `make_trunk` of its own module and a line in `design.DESIGNS`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import torch
from torch import nn

from icnn_engine.core.config import BackboneName
from icnn_engine.core.receptive_field import LayerGeometry, MapGeometry, ReceptiveField, compose
from icnn_engine.models.backbones.batchnorm_folding import folded
from icnn_engine.models.backbones.design import CAFFE_STD, DESIGNS, IMAGENET_MEAN, IMAGENET_STD, Colour, Design
from icnn_engine.models.backbones.layer_geometry import layers_of

__all__ = ["CAFFE_STD", "DESIGNS", "IMAGENET_MEAN", "IMAGENET_STD", "Backbone", "Colour", "Design", "make_backbone"]


@dataclass(frozen=True, eq=False)
class Backbone:
    """A trunk and what has to be known of it.

    `trunk` maps (B, 3, S, S) float32, RGB as (x / 255 - mean) / std, to (B, channels, n, n), nowhere below zero; at
    S = `input_size`, n = `cells`. `field` is the theoretical receptive field of a cell of its map. `mean` and `std`
    belong to the weights. `top` is the name of the mask layer, `pool` the (kernel, stride) of the pooling that follows
    it in the original, `rate` the multiplier of the learning rate and `full_batch` the pictures of a step where every
    layer is trained. `mixed`: it computes with mixed precision. `is_folded`: its batch normalisation may be folded into
    the convolutions (`batchnorm_folding`), which is known of the backbones here, not of a network of the user's own.
    """

    name: str
    trunk: nn.Module
    channels: int
    input_size: int
    cells: int
    field: ReceptiveField
    mean: Colour
    std: Colour
    top: str
    pool: tuple[int, int]
    rate: float
    full_batch: int
    mixed: bool = False
    is_folded: bool = True

    @cached_property
    def inference_trunk(self) -> nn.Module:
        """The trunk with its batch normalisation folded into the convolutions, which takes half the time on a CPU; the
        trunk itself where its weights are trained. Do not change the trunk's weights or device after the first use."""
        trained = any(weight.requires_grad for weight in self.trunk.parameters())
        return self.trunk if trained or not self.is_folded else folded(self.trunk)

    def geometry(self, extra: Iterable[LayerGeometry] = ()) -> MapGeometry:
        """Of the trunk's map, or of the map that the layers `extra` make of it."""
        extra = tuple(extra)
        cells = self.cells
        for layer in extra:
            cells = (cells + 2 * layer.padding - layer.dilation * (layer.kernel - 1) - 1) // layer.stride + 1
        return MapGeometry.of(self.input_size, cells, compose(extra, self.field))


def make_backbone(name: BackboneName, seed: int = 0) -> Backbone:
    """Make a backbone with random weights (He et al. 2015).

    Parameters
    ----------
    name : BackboneName
    seed : int
        The weights depend on it alone, not on torch's global generator.

    Returns
    -------
    Backbone
        Its trunk in eval mode, and its geometry.
    """
    design = DESIGNS[name]
    with torch.device("meta"):  # neither memory nor time for a classifier that is not used
        trunk = design.make_trunk().eval()
        maps = trunk(torch.empty(1, 3, design.input_size, design.input_size))
    trunk = trunk.to_empty(device="cpu")
    _initialise(trunk, torch.Generator().manual_seed(seed))
    return Backbone(
        name=name,
        trunk=trunk,
        channels=maps.shape[1],
        input_size=design.input_size,
        cells=maps.shape[-1],
        field=compose(layers_of(trunk)),
        mean=design.mean,
        std=design.std,
        top=design.top,
        pool=design.pool,
        rate=design.rate,
        full_batch=design.full_batch,
    )


def _initialise(trunk: nn.Module, generator: torch.Generator) -> None:
    """He's normal weights and zero biases; batch normalisation that changes nothing. In place.

    Raises TypeError for other modules with numbers of their own, which would keep what the memory held before.
    """
    for module in trunk.modules():
        match module:
            case nn.Conv2d():
                nn.init.kaiming_normal_(module.weight, nonlinearity="relu", generator=generator)
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
            case nn.BatchNorm2d():
                module.reset_parameters()  # draws nothing: ones and zeros
            case _ if [*module.parameters(recurse=False), *module.buffers(recurse=False)]:
                raise TypeError(f"How a {type(module).__name__} begins is not known here.")
