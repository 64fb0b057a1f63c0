"""EfficientNet-Lite0 (Tan & Le 2019; Google's Lite variant: no squeeze-and-excitation, ReLU6): 672 maps of 14 x 14.

The weights come from TensorFlow, which pads a layer of stride 2 by one pixel more at the right and bottom than at the
left and top (its 'SAME', for even inputs): so do the layers here.
"""

from __future__ import annotations

import re
from collections import OrderedDict

from torch import Tensor, nn

EPSILON = 1e-3  # of its batch normalisation
# Kernel, stride, expansion, channels of blocks 0 to 10: the stages of EfficientNet-B0 up to 14 x 14 cells.
BLOCKS = (
    (3, 1, 1, 16),
    *((3, 2, 6, 24), (3, 1, 6, 24)),
    *((5, 2, 6, 40), (5, 1, 6, 40)),
    *((3, 2, 6, 80), (3, 1, 6, 80), (3, 1, 6, 80)),
    *((5, 1, 6, 112), (5, 1, 6, 112), (5, 1, 6, 112)),
)
UNUSED = ("block11.depthwise.", "block11.project.", "block12.", "block13.", "block14.", "block15.", "head.", "answer.")
_PARTS = {"_expand_conv": "expand.conv", "_depthwise_conv": "depthwise.conv", "_project_conv": "project.conv"}
_NORMS = {"_bn0": "expand.norm", "_bn1": "depthwise.norm", "_bn2": "project.norm"}
_OUTSIDE = {"_conv_stem": "stem.conv", "_bn0": "stem.norm", "_conv_head": "head.conv", "_bn1": "head.norm"}


class InvertedResidual(nn.Module):
    """1x1 expansion, depthwise convolution, linear 1x1 projection; added to its input where the shapes agree."""

    def __init__(self, channels: int, kernel: int, stride: int, expansion: int, out: int) -> None:
        super().__init__()
        inner = channels * expansion
        self.is_residual = stride == 1 and channels == out
        self.expand = unit(channels, inner, 1, nn.ReLU6(inplace=True)) if expansion > 1 else nn.Sequential()
        self.depthwise = unit(inner, inner, kernel, nn.ReLU6(inplace=True), stride, groups=inner)
        self.project = unit(inner, out, 1)

    def forward(self, maps: Tensor) -> Tensor:
        made: Tensor = self.project(self.depthwise(self.expand(maps)))
        return maps + made if self.is_residual else made


def unit(
    channels: int, out: int, kernel: int, activation: nn.Module | None = None, stride: int = 1, groups: int = 1
) -> nn.Sequential:
    """Padding, convolution, batch normalisation and, unless it is linear, an activation."""
    before, after = (kernel - stride) // 2, (kernel - stride + 1) // 2
    layers = OrderedDict[str, nn.Module]()
    if before < after:  # a convolution pads evenly
        layers["pad"] = nn.ZeroPad2d((before, after, before, after))
    padding = before if before == after else 0
    layers["conv"] = nn.Conv2d(channels, out, kernel, stride, padding, groups=groups, bias=False)
    layers["norm"] = nn.BatchNorm2d(out, EPSILON)
    if activation is not None:
        layers["activation"] = activation
    return nn.Sequential(layers)


def make_trunk() -> nn.Module:
    """Everything up to the expansion of block 11, for inputs whose side is a multiple of 16.

    Block 10, the last of 14 x 14 cells, ends in a linear layer: zero means nothing there, and cutting it at zero would
    throw half of what it says away. The expansion that opens block 11 reads it through 672 filters of its own, of the
    same field, which are cut at zero in the original too. Not capped at 6 as there: equal peaks would have no place.
    """
    layers = OrderedDict[str, nn.Module](stem=unit(3, 32, 3, nn.ReLU6(inplace=True), stride=2))
    channels = 32
    for number, (kernel, stride, expansion, out) in enumerate(BLOCKS):
        layers[f"block{number}"] = InvertedResidual(channels, kernel, stride, expansion, out)
        channels = out
    top = unit(channels, 6 * channels, 1, nn.ReLU(inplace=True))
    layers["block11"] = nn.Sequential(OrderedDict(expand=top))
    return nn.Sequential(layers)


def rename(key: str) -> str:
    """The trunk's key for a key of the package's file: '_blocks.3._bn1.bias' -> 'block3.depthwise.norm.bias'."""
    inside = re.fullmatch(r"_blocks\.(\d+)\.(_\w+)\.(\w+)", key)
    if inside:
        number, part, value = inside.groups()
        return f"block{number}.{(_PARTS | _NORMS).get(part, part)}.{value}"
    part, _, value = key.partition(".")
    return f"{_OUTSIDE[part]}.{value}" if part in _OUTSIDE else key.replace("_fc.", "answer.")
