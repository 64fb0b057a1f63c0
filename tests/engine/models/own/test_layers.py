"""The layers of any network: which have places, which is suggested, and how they are read and changed."""

import pytest
import torch
from torch import nn
from torchvision import models

from icnn_engine.core.errors import WeightsError
from icnn_engine.models.own.layers import (
    Layer,
    Layout,
    answers_of,
    changed_output,
    chosen_layer,
    layers_of_network,
    output_of,
)
from icnn_engine.models.own.suggestion import suggested_layer

SIZE = 48
CHANNELS, LAST, TOKENS = Layout.CHANNELS_FIRST, Layout.CHANNELS_LAST, Layout.TOKENS


class Patches(nn.Module):
    """A small transformer in its layouts: tokens behind `prefix` others, or channels last."""

    def __init__(self, prefix=1):
        super().__init__()
        torch.manual_seed(0)
        self.prefix = nn.Parameter(torch.randn(1, prefix, 8))
        self.embed = nn.Conv2d(3, 8, 4, 4)
        self.last = nn.Linear(8, 8)
        self.tokens = nn.Linear(8, 8)
        self.head = nn.Linear(8, 3)

    def forward(self, pixels):
        grid = self.last(self.embed(pixels).permute(0, 2, 3, 1))
        tokens = self.tokens(torch.cat([self.prefix.expand(len(pixels), -1, -1), grid.flatten(1, 2)], 1))
        return self.head(tokens.mean(1))


def test_layers_of_all_layouts_are_listed_in_the_order_of_computing():
    layers = layers_of_network(Patches().eval(), SIZE)

    assert [(one.name, one.channels, one.cells, one.layout) for one in layers] == [
        ("embed", 8, 12, CHANNELS),
        ("last", 8, 12, LAST),
        ("tokens", 8, 12, TOKENS),
    ]


@pytest.mark.parametrize("prefix", [0, 1, 5])
def test_the_maps_of_all_layouts_have_the_cells_at_their_places(prefix):
    network = Patches(prefix).eval()
    pixels = torch.rand(1, 3, SIZE, SIZE)
    lit = pixels.clone()
    lit[:, :, 12:16, 20:24] += 1  # row 3, column 5
    for layer in layers_of_network(network, SIZE):
        before, after = (layer.maps(output_of(network, layer.name, one)) for one in (pixels, lit))
        rows, columns = ((after - before).abs().sum((0, 1)) > 1e-4).nonzero(as_tuple=True)

        assert before.shape == (1, 8, 12, 12)
        assert (rows.tolist(), columns.tolist()) == ([3], [5])


@pytest.mark.parametrize("name", ["embed", "last", "tokens"])
def test_a_channel_that_is_switched_off_is_zero_in_all_cells(name):
    network = Patches().eval()
    layer = chosen_layer(network, layers_of_network(network, SIZE), name)
    on = torch.ones(8)
    on[2] = 0
    pixels = torch.rand(2, 3, SIZE, SIZE)
    with changed_output(network, name, lambda output: output * layer.by_channel(on)):
        maps = layer.maps(output_of(network, name, pixels))
    plain = layer.maps(output_of(network, name, pixels))

    assert maps[:, 2].abs().max() == 0
    assert torch.equal(maps[:, :2], plain[:, :2])
    assert torch.equal(maps[:, 3:], plain[:, 3:])


def test_more_tokens_before_the_patches_than_are_known_are_no_map():
    assert "tokens" not in [layer.name for layer in layers_of_network(Patches(6).eval(), SIZE)]


def test_a_module_that_is_computed_twice_is_left_out():
    relu = nn.ReLU()
    network = nn.Sequential(
        nn.Conv2d(3, 4, 3), relu, nn.Conv2d(4, 4, 3), relu, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2)
    )
    layers = layers_of_network(network.eval(), 16)

    assert [layer.name for layer in layers] == ["0", "2"]
    with pytest.raises(WeightsError, match="The layer 1 has no spatial maps, or is computed more than once"):
        chosen_layer(network, layers, "1")


def test_a_layer_that_the_network_has_not_is_answered_by_those_it_has():
    network = models.squeezenet1_1(num_classes=3).eval()
    layers = layers_of_network(network, 64)
    with pytest.raises(WeightsError, match=r"has no layer features\.99\. Layers with spatial maps: .*features"):
        chosen_layer(network, layers, "features.99")
    with pytest.raises(WeightsError, match=r"The layer classifier\.3 has no spatial maps"):
        chosen_layer(network, layers, "classifier.3")


def test_reading_a_layer_leaves_the_network_as_it_was():
    network = Patches().eval()
    pixels = torch.rand(1, 3, SIZE, SIZE)
    before = network(pixels)
    suggested_layer(network, layers_of_network(network, SIZE), SIZE)
    output_of(network, "last", pixels)

    assert torch.equal(network(pixels), before)
    assert all(not module._forward_hooks for module in network.modules())


class Answering(nn.Module):
    def __init__(self, answer):
        super().__init__()
        self.conv, self.answer = nn.Conv2d(3, 4, 3), answer

    def forward(self, pixels):
        return self.answer(self.conv(pixels).mean((2, 3)))


class Output:
    def __init__(self, logits):
        self.logits = logits


@pytest.mark.parametrize("wrap", [lambda x: x, lambda x: (x, 1), lambda x: [x], lambda x: {"out": x}, Output])
def test_logits_are_found_in_what_networks_return(wrap):
    logits = torch.rand(2, 3)

    assert answers_of(wrap(logits)) is logits


@pytest.mark.parametrize("answer", [lambda x: x[:, :, None], lambda _: None, lambda _: (), lambda _: {}, lambda _: "x"])
def test_what_is_no_answer_about_pictures_is_told(answer):
    with pytest.raises(WeightsError, match="only networks that classify pictures can be opened"):
        layers_of_network(Answering(answer), 16)


def fails(error):
    def raised(_values):
        raise error

    return raised


@pytest.mark.parametrize("error", [AssertionError(), KeyError("x"), AttributeError("no y"), RuntimeError("a\nb")])
def test_a_network_that_cannot_read_the_input_says_why_and_what_to_give(error):
    with pytest.raises(WeightsError, match=r"cannot read RGB pictures of 16 x 16 pixels \(.+\)\. Give the size"):
        layers_of_network(Answering(fails(error)), 16)


def test_a_network_without_places_is_told():
    network = nn.Sequential(nn.Flatten(), nn.Linear(3 * 16 * 16, 4))
    with pytest.raises(WeightsError, match="No layer of this network has places"):
        layers_of_network(network, 16)


def test_a_layer_knows_its_maps_by_its_layout():
    assert Layer("a", "Linear", 8, 2, TOKENS).maps(torch.arange(40.0).view(1, 5, 8))[0, 0].tolist() == [
        [8, 16],
        [24, 32],
    ]
