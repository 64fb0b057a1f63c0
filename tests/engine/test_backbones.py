"""Fields of the backbones, proved by the support of the input gradient.

The networks are torchvision's with strictly positive weights, no biases and a positive input, so that no ReLU cuts and
no two paths cancel: a pixel's gradient is zero if and only if no path leads from it to the cell. A maximum may pick any
cell of its window, so what it *can* see is what the average over the same window does see: poolings are replaced by it.
float64 convolutions are plain sums of products here (no transform), so that zeros are exact.
"""

from __future__ import annotations

from typing import get_args

import pytest
import torch
from torch import Tensor, nn

from icnn_engine.backbones import Backbone, make_backbone
from icnn_engine.backbones.layers import layers_of
from icnn_engine.backbones.zoo import Fire
from icnn_engine.config import BackboneName
from icnn_engine.receptive_field import Field, Layer, MapGeometry, compose

NAMES = get_args(BackboneName)
CONV3 = Layer(kernel=3, padding=1)
PIXELS = 272  # holds the 239 pixels that SqueezeNet's new conv sees, around a cell near the middle


def see_everything(stages: list[nn.Module]) -> nn.Sequential:
    """The stages, made so that gradients show every path. Plain chains of convolutions are made narrow, for speed:
    how many channels there are changes nothing, for each reads all of those below."""
    network = nn.Sequential(*stages)
    plain = not any(isinstance(module, Fire) for module in stages)
    for place, module in enumerate(stages):
        match module:
            case nn.MaxPool2d():
                network[place] = nn.AvgPool2d(module.kernel_size, module.stride, module.padding, module.ceil_mode)
            case nn.Conv2d() if plain:
                shape = (module.kernel_size, module.stride, module.padding, module.dilation)
                network[place] = nn.Conv2d(min(module.in_channels, 4), 4, *shape)  # type: ignore[arg-type]
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            fan_in = module.weight[0].numel()
            nn.init.uniform_(module.weight, 0.5 / fan_in, 1.5 / fan_in, generator=torch.Generator().manual_seed(0))
            assert module.bias is not None
            nn.init.zeros_(module.bias)
    return network.double().requires_grad_(False)


def seen_pixels(maps: Tensor, picture: Tensor, cell: int) -> Tensor:
    """(S, S) bool: the pixels on which cell (cell, cell) of any filter depends."""
    (gradient,) = torch.autograd.grad(maps[0, :, cell, cell].sum(), picture, retain_graph=True)
    return gradient[0].abs().sum(0) > 0


@pytest.mark.parametrize("name", NAMES)
def test_the_gradient_reaches_exactly_the_theoretical_field_of_every_stage(name: BackboneName) -> None:
    stages = [*make_backbone(name).trunk.children(), nn.Conv2d(512, 2, 3, padding=1)]
    network = see_everything(stages)
    picture = torch.full((1, 3, PIXELS, PIXELS), 0.5, dtype=torch.float64, requires_grad=True)
    checked = 0

    maps: Tensor = picture
    field = Field()
    for stage, (module, original) in enumerate(zip(network, stages, strict=True)):
        maps = module(maps)
        field = compose(layers_of(original), field)
        if isinstance(module, nn.ReLU):
            continue
        cell = round((PIXELS / 2 - field.start) / field.stride)
        centre, reach = field.start + field.stride * cell, (field.size - 1) / 2
        first, last = int(centre - reach), int(centre + reach)
        expected = torch.zeros(PIXELS, PIXELS, dtype=torch.bool)
        expected[first : last + 1, first : last + 1] = True
        checked += 1

        assert first >= 0, "the picture is too small to hold the field"
        assert last < PIXELS, "the picture is too small to hold the field"
        assert torch.equal(seen_pixels(maps, picture, cell), expected), f"stage {stage}: {module}"

    assert checked == sum(not isinstance(stage, nn.ReLU) for stage in stages)


@pytest.mark.parametrize(
    ("name", "field", "size_above", "cells"),
    [("squeezenet1_1", Field(207, 16, 15.0), 239, 13), ("vgg16", Field(196, 16, 7.5), 228, 14)],
)
def test_the_fields_are_those_of_the_literature(name: BackboneName, field: Field, size_above: int, cells: int) -> None:
    backbone = make_backbone(name)

    assert backbone.field == field
    assert (backbone.channels, backbone.cells, backbone.input_size) == (512, cells, 224)
    assert backbone.geometry([CONV3]) == MapGeometry(224, cells, field.stride, field.start, size_above)


@pytest.mark.parametrize("name", NAMES)
def test_the_trunk_gives_maps_after_relu_of_the_size_it_says(name: BackboneName) -> None:
    backbone = make_backbone(name)

    with torch.no_grad():
        maps = backbone.trunk(torch.randn(2, 3, 224, 224))

    assert maps.shape == (2, backbone.channels, backbone.cells, backbone.cells)
    assert float(maps.min()) == 0
    assert float(maps.max()) > 0


@pytest.mark.parametrize(
    "extra", [[CONV3], [Layer(2, stride=2)], [CONV3, Layer(3, stride=2)], [Layer(3, dilation=2)]], ids=str
)
def test_geometry_counts_the_cells_as_torch_does(extra: list[Layer]) -> None:
    backbone = make_backbone("squeezenet1_1")
    layers = [nn.Conv2d(1, 1, one.kernel, one.stride, one.padding, one.dilation) for one in extra]

    cells = nn.Sequential(*layers)(torch.zeros(1, 1, backbone.cells, backbone.cells)).shape[-1]

    assert backbone.geometry(extra).cells == cells


def test_the_same_seed_gives_the_same_random_weights_and_leaves_torchs_own_state_alone() -> None:
    state = torch.get_rng_state()
    first, again, other = (make_backbone("squeezenet1_1", seed) for seed in (1, 1, 2))

    def weights(backbone: Backbone) -> Tensor:
        return torch.cat([value.flatten() for value in backbone.trunk.state_dict().values()])

    assert torch.equal(weights(first), weights(again))
    assert not torch.equal(weights(first), weights(other))
    assert torch.equal(torch.get_rng_state(), state)


def test_a_layer_of_unknown_geometry_is_refused_rather_than_guessed() -> None:
    with pytest.raises(TypeError, match="ConvTranspose2d"):
        layers_of(nn.Sequential(nn.ConvTranspose2d(1, 1, 2)))
    with pytest.raises(ValueError, match="square"):
        layers_of(nn.Conv2d(1, 1, (3, 5)))
