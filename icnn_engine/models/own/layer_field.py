"""Where the cells of a layer lie in the input, measured: which pixels change the outputs of two cells."""

from __future__ import annotations

import copy

import numpy as np
import torch
from torch import nn

from icnn_engine.core.receptive_field import ReceptiveField
from icnn_engine.models.own.layers import Layer, Layout, output_of

ENLARGED = 5  # times the input's width: then most fields of the cells in the middle do not reach the edges
HEIGHT = 64  # pixels: a strip is enough, for axes are alike, and quicker
SATURATING = (nn.ReLU6, nn.Hardtanh, nn.Hardswish, nn.Hardsigmoid)
GATES = ("SqueezeExcitation", "SqueezeExcite", "SEModule", "EcaModule")  # torchvision's and timm's
APART = 0.25  # of a patch, by which the distance of two neighbouring cells may differ from it where it is not exact


def receptive_field(network: nn.Module, layer: Layer, size: int) -> ReceptiveField:
    """Return the theoretical receptive field of a layer's cells, found by the gradients of two neighbouring cells.

    A copy of the network in which no path can cancel another (weights above zero, normalisation off, the mean instead
    of the maximum) reads a strip of noise `ENLARGED` times as wide as its input; the columns with a gradient that is
    not zero are the field. Squeeze-and-excitation is left out, for it weighs channels and has no place. Where every
    pixel has a gradient, the field is the input and its centre the mean of the gradient. Where a network takes one size
    only, or mixes all places (attention), each cell is centred on its patch.

    Parameters
    ----------
    network
        In eval mode, on the CPU.
    layer
    size
        Side of the network's input in pixels.
    """
    patch = max(1, round(size / layer.cells))
    evenly = ReceptiveField(size, patch, (size - 1) / 2 - patch * (layer.cells - 1) / 2)
    if layer.layout is not Layout.CHANNELS_FIRST:
        return evenly
    try:
        energies = _energies(without_cancelling(network), layer, ENLARGED * size)
        (low, high), (next_low, next_high) = map(_span, energies)
    except (RuntimeError, ValueError, AssertionError, IndexError):  # of one input size only
        return evenly
    cell = _middle_cell(layer)
    if low > 0 and next_high < ENLARGED * size - 1 and next_low - low == next_high - high > 0:
        stride = next_low - low
        return ReceptiveField(high - low + 1, stride, (low + high) / 2 - stride * cell)
    middles = [float(np.average(np.arange(len(energy)), weights=energy)) for energy in energies]
    if abs(middles[1] - middles[0] - patch) > APART * patch:
        return evenly
    start = np.mean([middle - patch * (cell + number) for number, middle in enumerate(middles)])
    return ReceptiveField(size, patch, round(2 * float(start)) / 2)


def _middle_cell(layer: Layer) -> int:
    """Return a cell in the middle of the map of a strip."""
    return layer.cells * ENLARGED // 2


def _energies(network: nn.Module, layer: Layer, width: int) -> list[np.ndarray]:
    """Return the absolute gradients (width,) by column of two neighbouring cells in the middle."""
    generator = torch.Generator().manual_seed(0)
    found = []
    with torch.inference_mode(False), torch.enable_grad():
        pixels = torch.rand(1, 3, HEIGHT, width, generator=generator, dtype=torch.float64).requires_grad_()
        maps = layer.maps(output_of(network, layer.name, pixels))
        for number in range(2):
            value = maps[0, :, maps.shape[2] // 2, _middle_cell(layer) + number].sum()
            (gradient,) = torch.autograd.grad(value, pixels, retain_graph=number == 0)
            found.append(gradient[0].abs().sum((0, 1)).numpy())
    return found


def _span(energy: np.ndarray) -> tuple[int, int]:
    """Return the first and the last column that changes a cell. Raises ValueError where none does."""
    columns = np.flatnonzero(energy > 0)
    if not len(columns) or not np.isfinite(energy).all():
        raise ValueError("no pixel changes this cell")
    return int(columns[0]), int(columns[-1])


@torch.inference_mode(False)
def without_cancelling(network: nn.Module) -> nn.Module:
    """Return a copy in float64 in which every pixel of a field has a gradient: convolutions with weights above zero
    that add up to about 1, no normalisation by statistics, no activation with a greatest value, and the mean of what a
    pooling takes the maximum of."""
    made = copy.deepcopy(network).double()
    generator = torch.Generator().manual_seed(0)
    for module in made.modules():
        if isinstance(module, nn.Conv2d):
            weight = torch.rand(module.weight.shape, generator=generator, dtype=torch.float64) + 0.5
            module.weight.copy_(weight / weight[0].numel())
            if module.bias is not None:
                module.bias.zero_()
        elif isinstance(module, nn.BatchNorm2d):
            module.reset_running_stats()
            if module.affine:
                nn.init.ones_(module.weight)
                nn.init.zeros_(module.bias)
    for parent in list(made.modules()):
        for name, child in list(parent.named_children()):
            if isinstance(child, SATURATING) or type(child).__name__ in GATES:
                setattr(parent, name, nn.Identity())
            if isinstance(child, nn.MaxPool2d) and child.dilation in (1, (1, 1)):
                setattr(parent, name, nn.AvgPool2d(child.kernel_size, child.stride, child.padding, child.ceil_mode))
    return made.eval()
