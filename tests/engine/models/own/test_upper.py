"""Which part of a network makes a layer, and that it answers without what lies below."""

import pytest
import torch
from torch import nn

from icnn_engine.core.errors import WeightsError
from icnn_engine.models.own.layers import chosen_layer, layers_of_network
from icnn_engine.models.own.upper import UpperPart, upper_part

SIZE = 32


class Net(nn.Module):
    """Two stages and a head; with `bypass` the first stage reaches the head beside the second."""

    def __init__(self, bypass: bool = False) -> None:
        super().__init__()
        self.pool = nn.AvgPool2d(2)
        self.low = nn.Sequential(nn.Conv2d(3, 4, 4, 4), nn.BatchNorm2d(4), nn.ReLU())
        self.top = nn.Sequential(nn.Conv2d(4, 6, 1), nn.ReLU(), nn.Conv2d(6, 6, 1), nn.ReLU())
        self.head = nn.Linear(10 if bypass else 6, 3)
        self.bypass = bypass

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        low = self.low(self.pool(pixels))
        top = self.top(low).mean((2, 3))
        found: torch.Tensor = self.head(torch.cat([top, low.mean((2, 3))], 1) if self.bypass else top)
        return found


def part_of(network: nn.Module, name: str) -> UpperPart:
    network.eval().requires_grad_(False)
    return upper_part(network, chosen_layer(network, layers_of_network(network, SIZE), name), SIZE)


def test_a_sequence_is_made_by_its_last_step_with_weights_and_an_activation_by_the_convolution_before_it():
    network = Net()

    assert part_of(network, "top").entry == "top.2"
    assert part_of(network, "top.3").entry == "top.2"
    assert part_of(network, "top").modules == ("top.2", "head")


def test_batch_normalisation_alone_makes_no_layer():
    part = part_of(Net(), "low.1")

    assert part.entry == "low.0"
    assert "low.1" in part.modules


def test_the_upper_part_gives_the_same_answers_without_computing_what_lies_below():
    network, pixels = Net().eval(), torch.randn(3, 3, SIZE, SIZE)
    part = part_of(network, "top")
    given, answers = part.input_of(network, pixels)
    network.low[0].weight.data.fill_(float("nan"))  # would be seen if it were computed

    assert torch.allclose(part.run(network, given, SIZE), answers, atol=1e-6)
    assert part.is_enough(Net().eval(), SIZE)


def test_below_is_computed_again_after_a_run_without_it():
    network, pixels = Net().eval(), torch.randn(2, 3, SIZE, SIZE)
    part = part_of(network, "top")
    given, answers = part.input_of(network, pixels)
    part.run(network, given * 2, SIZE)

    assert torch.equal(network(pixels), answers)
    assert all("forward" not in module.__dict__ for module in network.modules())


def test_a_bypass_round_the_layer_is_noticed():
    network = Net(bypass=True)

    assert not part_of(network, "top").is_enough(network, SIZE)


def test_a_layer_that_nothing_with_weights_makes_is_refused_by_name():
    with pytest.raises(WeightsError, match=r"Nothing with weights makes the layer pool.*Choose a layer further up"):
        part_of(Net(), "pool")


def test_above_the_layer_lies_what_does_not_make_it():
    network = Net()
    part = part_of(network, "top")

    assert [tuple(p.shape) for p in part.parameters(network)] == [(6, 6, 1, 1), (6,), (3, 6), (3,)]
    assert [tuple(p.shape) for p in part.parameters(network, above=True)] == [(3, 6), (3,)]
