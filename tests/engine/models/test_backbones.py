"""Fields of the backbones, proved by the support of the input gradient.

The networks are the real ones, with every convolution replaced by one that sums over all channels and has weight one
everywhere, on a positive input, so that no ReLU cuts and no two paths cancel: a pixel's gradient is zero if and only if
no path leads from it to the cell. A maximum may pick any cell of its window, so what it *can* see is what the average
over the same window does see: poolings are replaced by it. Normalisations, which move nothing, are left out. float64
convolutions are plain sums of products here (no transform), so that zeros are exact.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from icnn_engine.core.config import BACKBONE_TITLES, OFFERED_WEIGHTS, BackboneName
from icnn_engine.core.receptive_field import LayerGeometry, MapGeometry, ReceptiveField, compose
from icnn_engine.models.backbones import DESIGNS, Backbone, _initialise, make_backbone
from icnn_engine.models.backbones.chatfield import make_caffe_alexnet, make_vgg_m, make_vgg_s
from icnn_engine.models.backbones.layer_geometry import layers_of
from icnn_engine.training.estimate import WORK

NAMES = get_args(BackboneName)
CONV3 = LayerGeometry(kernel=3, padding=1)


class SumOfAll(nn.Module):
    """What a convolution sees, as one map: the sum over its window and over all channels, whatever their number."""

    def __init__(self, original: nn.Conv2d) -> None:
        super().__init__()
        self.window = torch.ones(1, 1, *original.kernel_size, dtype=torch.float64) / np.prod(original.kernel_size)
        self.options = {"stride": original.stride, "padding": original.padding, "dilation": original.dilation}

    def forward(self, maps: Tensor) -> Tensor:
        return functional.conv2d(maps.sum(1, keepdim=True), self.window, **self.options)


def see_everything(module: nn.Module) -> nn.Module:
    """The module, made so that gradients show every path; its own forward method still says how its parts connect."""
    match module:
        case nn.Conv2d():
            return SumOfAll(module)
        case nn.MaxPool2d():
            return nn.AvgPool2d(module.kernel_size, module.stride, module.padding, module.ceil_mode)
        case nn.BatchNorm2d() | nn.LocalResponseNorm() | nn.ReLU() | nn.ReLU6():
            return nn.Identity()
    for name, part in module.named_children():
        setattr(module, name, see_everything(part))
    return module


def seen_pixels(maps: Tensor, picture: Tensor, cell: int) -> Tensor:
    """(S, S) bool: the pixels on which cell (cell, cell) depends."""
    (gradient,) = torch.autograd.grad(maps[0, :, cell, cell].sum(), picture, retain_graph=True)
    return gradient[0].abs().sum(0) > 0


def expected_pixels(field: ReceptiveField, cell: int, pixels: int) -> Tensor:
    """(S, S) bool: the field of cell (cell, cell), as far as it lies in the picture."""
    centre, reach = field.start + field.stride * cell, (field.size - 1) / 2
    inside = torch.zeros(pixels, pixels, dtype=torch.bool)
    span = slice(max(int(centre - reach), 0), int(centre + reach) + 1)
    inside[span, span] = True
    return inside


@pytest.mark.parametrize("name", NAMES)
def test_the_gradient_reaches_exactly_the_theoretical_field_of_every_stage(name: BackboneName) -> None:
    backbone = make_backbone(name)
    whole = compose([CONV3], backbone.field)
    pixels = 16 * (whole.size // 16 + 3)  # holds the field of a cell near the middle
    picture = torch.ones(1, 1, pixels, pixels, dtype=torch.float64, requires_grad=True)
    stages = [*backbone.trunk.children(), nn.Conv2d(backbone.channels, 2, 3, padding=1)]

    maps: Tensor = picture
    field = ReceptiveField()
    for stage, module in enumerate(stages):
        layers = layers_of(module)
        maps = see_everything(module)(maps)
        if not layers:
            continue
        field = compose(layers, field)
        middle = round((pixels / 2 - field.start) / field.stride)

        for cell in (0, middle):
            expected = expected_pixels(field, cell, pixels)
            assert torch.equal(seen_pixels(maps, picture, cell), expected), f"stage {stage}, cell {cell}: {module}"

        assert int(expected_pixels(field, middle, pixels).sum()) == field.size**2, "the picture cannot hold the field"

    assert field == whole


@pytest.mark.parametrize(
    ("name", "field", "size_above", "channels", "cells"),
    [
        ("squeezenet1_1", ReceptiveField(207, 16, 15.0), 239, 512, 13),
        ("vgg16", ReceptiveField(196, 16, 7.5), 228, 512, 14),
        ("alexnet", ReceptiveField(163, 16, 15.0), 195, 256, 13),
        ("resnet18", ReceptiveField(211, 16, 0.0), 243, 256, 14),
        ("resnet50", ReceptiveField(267, 16, 0.0), 299, 1024, 14),
        ("densenet121", ReceptiveField(1031, 16, 6.0), 1063, 1024, 14),
        ("caffe_alexnet", ReceptiveField(163, 16, 17.0), 195, 256, 13),
        ("vgg_m", ReceptiveField(139, 16, 17.0), 171, 512, 13),
        ("vgg_s", ReceptiveField(113, 12, 20.0), 137, 512, 17),
        ("efficientnet_lite0", ReceptiveField(339, 16, 15.0), 371, 672, 14),
    ],
)
def test_the_fields_are_those_of_the_literature(
    name: BackboneName, field: ReceptiveField, size_above: int, channels: int, cells: int
) -> None:
    backbone = make_backbone(name)
    size = 227 if name == "caffe_alexnet" else 224

    assert backbone.field == field
    assert (backbone.channels, backbone.cells, backbone.input_size) == (channels, cells, size)
    assert backbone.geometry([CONV3]) == MapGeometry(size, cells, field.stride, field.start, size_above)


@pytest.mark.parametrize("name", NAMES)
def test_the_trunk_gives_maps_after_relu_of_the_size_it_says(name: BackboneName) -> None:
    backbone = make_backbone(name)

    with torch.no_grad():
        maps = backbone.trunk.eval()(torch.randn(1, 3, backbone.input_size, backbone.input_size))

    assert maps.shape == (1, backbone.channels, backbone.cells, backbone.cells)
    assert float(maps.min()) == 0
    assert float(maps.max()) > 0


@pytest.mark.parametrize(
    ("name", "pooled"), [("vgg16", 7), ("caffe_alexnet", 6), ("alexnet", 6), ("vgg_m", 6), ("vgg_s", 6)]
)
def test_the_pooling_above_leaves_as_many_cells_as_the_original_has(name: BackboneName, pooled: int) -> None:
    backbone = make_backbone(name)
    kernel, stride = backbone.pool

    cells = nn.MaxPool2d(kernel, stride, ceil_mode=True)(torch.zeros(1, 1, backbone.cells, backbone.cells)).shape[-1]

    assert cells == pooled


def normalised_by_hand(maps: np.ndarray, kappa: float, a: float) -> np.ndarray:
    """Local response normalisation over five filters, in MatConvNet's terms, as its manual writes it. (C, H, W)."""
    result = np.empty_like(maps)
    for row in range(maps.shape[1]):
        for column in range(maps.shape[2]):
            for k in range(len(maps)):
                near = maps[max(k - 2, 0) : min(k + 2, len(maps) - 1) + 1, row, column]
                result[k, row, column] = maps[k, row, column] / (kappa + a * (near**2).sum()) ** 0.75
    return result


@pytest.mark.parametrize(
    ("make", "kappa", "a", "layers"),
    [
        (make_caffe_alexnet, 1, 2e-5, ["norm1", "norm2"]),
        (make_vgg_m, 2, 1e-4, ["norm1", "norm2"]),
        (make_vgg_s, 2, 1e-4, ["norm1"]),
    ],
)
def test_response_normalisation_is_that_of_a_plain_loop(
    make: Callable[[], nn.Module], kappa: float, a: float, layers: list[str]
) -> None:
    maps = np.random.default_rng(0).uniform(0, 300, (9, 3, 4))  # as large as maps of pixels of 0..255 are
    norms = {n: m for n, m in make().named_children() if isinstance(m, nn.LocalResponseNorm)}

    assert list(norms) == layers
    for norm in norms.values():
        made = norm(torch.from_numpy(maps)[None])[0].numpy()

        np.testing.assert_allclose(made, normalised_by_hand(maps, kappa, a), rtol=1e-12)


def test_each_half_of_conv4s_filters_reads_the_half_of_the_maps_on_its_side() -> None:
    conv = make_backbone("caffe_alexnet").trunk.get_submodule("conv4")
    maps = torch.zeros(1, 384, 5, 5)
    maps[:, 192:] = 1

    made = conv(maps)[0].detach().abs().amax((1, 2))

    assert float(made[:192].max()) == 0
    assert float(made[192:].min()) > 0


@pytest.mark.parametrize(
    "extra",
    [[CONV3], [LayerGeometry(2, stride=2)], [CONV3, LayerGeometry(3, stride=2)], [LayerGeometry(3, dilation=2)]],
    ids=str,
)
def test_geometry_counts_the_cells_as_torch_does(extra: list[LayerGeometry]) -> None:
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


def test_batch_normalisation_begins_by_changing_nothing_and_other_numbers_are_refused() -> None:
    state = make_backbone("resnet18").trunk.state_dict()
    maps = torch.rand(2, 3, 4, 4)
    norm = nn.BatchNorm2d(3).eval()
    torch.nn.init.constant_(norm.running_var, 7)

    _initialise(norm, torch.Generator())

    torch.testing.assert_close(norm(maps), maps, atol=1e-4, rtol=0)
    assert all(bool(torch.isfinite(value).all()) for value in state.values())
    with pytest.raises(TypeError, match="Linear"):
        _initialise(nn.Linear(1, 1), torch.Generator())


@pytest.mark.parametrize("name", ["resnet18", "resnet50", "densenet121", "efficientnet_lite0"])
def test_folded_normalisation_gives_the_same_maps(name: BackboneName) -> None:
    backbone = make_backbone(name)
    generator = torch.Generator().manual_seed(3)
    for module in backbone.trunk.eval().requires_grad_(False).modules():
        if isinstance(module, nn.BatchNorm2d):
            for values, low, high in (
                (module.weight, 0.7, 1.3),
                (module.bias, -0.2, 0.2),
                (module.running_mean, -0.2, 0.2),
                (module.running_var, 0.7, 1.3),
            ):
                assert values is not None
                nn.init.uniform_(values, low, high, generator=generator)
    folded = backbone.inference_trunk
    pixels = torch.randn(1, 3, 224, 224, generator=generator)

    with torch.inference_mode():
        wanted, found = backbone.trunk(pixels), folded(pixels)

    left = sum(isinstance(module, nn.BatchNorm2d) for module in folded.modules())
    assert left < sum(isinstance(module, nn.BatchNorm2d) for module in backbone.trunk.modules()) / 1.5
    assert left == 0 or name == "densenet121"  # whose blocks normalise what they join, before the convolution
    torch.testing.assert_close(found, wanted, atol=2e-4 * float(wanted.max()), rtol=1e-3)


def test_a_trunk_that_is_trained_or_has_no_normalisation_is_used_as_it_is() -> None:
    trained, plain = make_backbone("resnet18"), make_backbone("squeezenet1_1")
    plain.trunk.requires_grad_(False)

    assert trained.inference_trunk is trained.trunk
    assert plain.inference_trunk is plain.trunk


def test_every_backbone_has_a_title_weights_a_design_and_a_cost() -> None:
    names = set(get_args(BackboneName))

    assert names == set(BACKBONE_TITLES) == set(OFFERED_WEIGHTS) == set(DESIGNS) == set(WORK)
