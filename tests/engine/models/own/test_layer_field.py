"""Where the cells of any layer lie: as our own backbones know it, and as a bright patch shows it."""

import numpy as np
import pytest
import torch
from torch import nn
from torchvision import models

from icnn_engine.core.receptive_field import MapGeometry, ReceptiveField
from icnn_engine.models.backbones import make_backbone
from icnn_engine.models.own.architectures import architecture
from icnn_engine.models.own.layer_field import receptive_field
from icnn_engine.models.own.layers import chosen_layer, layers_of_network, output_of
from tests.engine.models.own.test_layers import Patches

SHARED = {
    "squeezenet1_1": "features.12", "alexnet": "features.11", "resnet18": "layer3", "resnet50": "layer3",
    "densenet121": "features.transition3.relu", "timm/tf_efficientnet_lite0": "blocks.5.0.bn1",
}  # fmt: skip


@pytest.mark.parametrize("name", SHARED)
def test_the_field_is_that_which_our_own_backbones_know(name):
    network = architecture(name).make(1000).eval().requires_grad_(False)
    layer = chosen_layer(network, layers_of_network(network, 224), SHARED[name])
    ours = make_backbone("efficientnet_lite0" if name.startswith("timm") else name)

    assert layer.cells == ours.cells
    assert receptive_field(network, layer, 224) == ours.field


def middle_of(change):
    strong = np.where(change >= change.max() / 10, change, 0)
    rows, columns = np.mgrid[: change.shape[0], : change.shape[1]]
    return (strong * rows).sum() / strong.sum(), (strong * columns).sum() / strong.sum()


@torch.inference_mode()
def cells_off(network, name, size):
    """How far, in cells, a patch's change lies from where the field has it, on average over places; and if cells were
    spread evenly."""
    network = network.eval().requires_grad_(False)
    layer = chosen_layer(network, layers_of_network(network, size), name)
    geometry = MapGeometry.of(size, layer.cells, receptive_field(network, layer, size))
    plain, places, found = torch.randn(1, 3, size, size), [], []
    before = layer.maps(output_of(network, name, plain))
    for place in np.linspace(0.4 * size, 0.4 * size + 3 * geometry.stride, 12).astype(int).tolist():
        lit = plain.clone()
        lit[:, :, place - 2 : place + 3, place - 2 : place + 3] += 2
        change = (layer.maps(output_of(network, name, lit)) - before).square().sum(1)[0]
        places.append(place)
        found.append(middle_of(change.numpy()))
    places, middles = np.array(places), np.array(found).T
    evenly = (places + 0.5) * layer.cells / size - 0.5
    return [float(np.abs((middles - cells).mean(1)).max()) for cells in (geometry.cell_at(places), evenly)]


PROVED = {
    "resnet18": "layer2", "squeezenet1_1": "features.7", "shufflenet_v2_x0_5": "stage2", "mobilenet_v2": "features.10",
    "regnet_x_400mf": "trunk_output.block2", "timm/convnext_atto": "stages.1", "timm/vit_tiny_patch16_224": "blocks.3",
    "timm/swin_tiny_patch4_window7_224": "layers.0",
}  # fmt: skip


@pytest.mark.parametrize("name", PROVED)
def test_a_bright_patch_changes_the_cells_where_the_field_has_it(name):
    torch.manual_seed(2)
    off, _ = cells_off(architecture(name).make(10), PROVED[name], architecture(name).preprocessing.fit.size)

    assert off < 0.5


def test_that_proof_refuses_cells_that_are_just_spread_evenly():
    torch.manual_seed(2)
    off, evenly = cells_off(models.resnet18(), "layer3", 224)

    assert off < 0.25
    assert evenly > 0.4


@pytest.mark.parametrize("name", ["embed", "last", "tokens"])
def test_cells_of_patches_are_centred_on_them(name):
    network = Patches().eval().requires_grad_(False)
    layer = chosen_layer(network, layers_of_network(network, 48), name)
    field = receptive_field(network, layer, 48)

    assert (field.stride, field.start) == (4, 1.5)
    assert cells_off(network, name, 48)[0] < 0.3


CONVOLUTIONS = {
    "padded": ([nn.Conv2d(3, 4, 5, 2, 2), nn.ReLU(), nn.Conv2d(4, 4, 3, 1, 1)], ReceptiveField(9, 2, 0.0)),
    "not padded": ([nn.Conv2d(3, 4, 5, 2), nn.MaxPool2d(3, 2)], ReceptiveField(9, 4, 4.0)),
    "dilated": ([nn.Conv2d(3, 4, 3, 1, 2, 2), nn.AvgPool2d(2)], ReceptiveField(6, 2, 0.5)),
    "with a gate that opens for some channels": (
        [nn.Conv2d(3, 4, 3, 2, 1), nn.BatchNorm2d(4), nn.Hardswish(), nn.Conv2d(4, 4, 3, 2, 1, groups=4)],
        ReceptiveField(7, 4, 0.0),
    ),
}


@pytest.mark.parametrize("kind", CONVOLUTIONS)
def test_the_field_of_convolutions_is_exact(kind):
    parts, expected = CONVOLUTIONS[kind]
    network = nn.Sequential(*parts, nn.AdaptiveAvgPool2d(1), nn.Flatten()).eval().requires_grad_(False)
    layer = chosen_layer(network, layers_of_network(network, 64), str(len(parts) - 1))

    assert receptive_field(network, layer, 64) == expected


def test_measuring_leaves_the_network_as_it_was():
    network = models.resnet18(num_classes=3).eval().requires_grad_(False)
    before = {key: value.clone() for key, value in network.state_dict().items()}
    receptive_field(network, chosen_layer(network, layers_of_network(network, 96), "layer2"), 96)

    assert all(torch.equal(value, before[key]) for key, value in network.state_dict().items())
