"""The layer that is suggested: the last one that all of the answer passes through, and whose cells count for it."""

import pytest
import torch
from torch import nn
from torchvision import models

from icnn_engine.models.own.layers import changed_output, layers_of_network
from icnn_engine.models.own.suggestion import suggested_layer

SIZE = 48


def suggested(network, size=SIZE):
    network.eval()
    return suggested_layer(network, layers_of_network(network, size), size)


def test_the_suggested_layer_is_one_that_nothing_passes_by():
    network = models.resnet18(num_classes=3).eval()
    layers = layers_of_network(network, 160)
    layer = suggested_layer(network, layers, 160)
    pixels = torch.randn(2, 3, 160, 160)
    with changed_output(network, layer.name, lambda output: output.flip(0)), torch.no_grad():
        swapped = network(pixels)

    assert (layer.name, layer.cells) == ("layer3", 10)
    torch.testing.assert_close(swapped, network(pixels).flip(0))


def test_the_maps_of_the_answers_themselves_are_not_suggested():
    network = models.squeezenet1_1(num_classes=3).eval()

    assert suggested_layer(network, layers_of_network(network, 224), 224).name == "features"


class Transformer(nn.Module):
    """Two blocks of attention over 12 x 12 patches and the category's token, which alone is read at the end."""

    def __init__(self, head=1.0):
        super().__init__()
        torch.manual_seed(0)
        self.token = nn.Parameter(torch.randn(1, 1, 8))
        self.embed = nn.Conv2d(3, 8, 4, 4)
        self.first, self.last = (nn.TransformerEncoderLayer(8, 2, 16, 0.0, batch_first=True) for _ in range(2))
        self.norm = nn.LayerNorm(8)
        self.head = nn.Linear(8, 3)
        self.head.weight.data *= head

    def forward(self, pixels):
        patches = self.embed(pixels).flatten(2).transpose(1, 2)
        tokens = torch.cat([self.token.expand(len(pixels), -1, -1), patches], 1)
        return self.head(self.norm(self.last(self.first(tokens)))[:, 0])


def test_a_layer_after_which_only_the_categorys_token_counts_is_not_suggested():
    assert suggested(Transformer()).name == "first"


def test_where_the_answers_are_always_the_same_the_last_layer_is_suggested():
    assert suggested(Transformer(head=0.0)).name == "norm"


class Branches(nn.Module):
    """A layer beside which a path goes that the graph does not show."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(0)
        self.first, self.second = nn.Conv2d(3, 4, 3, 1, 1), nn.Conv2d(4, 4, 3, 1, 1)
        self.head = nn.Linear(4, 3)

    def forward(self, pixels):
        maps = self.first(pixels)
        return self.head((self.second(maps) + maps.detach()).mean((2, 3)))


def test_a_layer_that_something_passes_by_unseen_by_autograd_is_not_suggested():
    assert suggested(Branches(), 16).name == "first"


def test_a_layer_without_values_below_zero_is_rather_suggested_though_it_is_changed_in_place():
    network = nn.Sequential(
        nn.Conv2d(3, 4, 3, 1, 1), nn.ReLU(), nn.Conv2d(4, 4, 3, 1, 1), nn.Hardtanh(-1, 1, inplace=True),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2),
    )  # fmt: skip

    assert suggested(network, 16).name == "1"


@pytest.mark.parametrize("name", ["convnext_tiny", "swin_t"])
def test_a_suggestion_takes_two_passes_whatever_the_number_of_blocks(name):
    network = models.get_model(name, weights=None).eval()
    layers = layers_of_network(network, 64)
    passes = []
    network.register_forward_hook(lambda *_: passes.append(1))
    suggested_layer(network, layers, 64)

    assert len(passes) == 2


def test_a_network_that_changes_its_input_in_place_is_read():
    class Normalised(nn.Sequential):
        def forward(self, pixels):
            return super().forward(pixels.sub_(0.5))

    network = Normalised(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))

    assert suggested(network, 16).name == "0"
