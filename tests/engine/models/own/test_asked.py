"""Answers gathered into categories, what channels add, and channels switched off, as plain PyTorch has them."""

import copy
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

from icnn_engine.core.errors import WeightsError
from icnn_engine.models.own.asked import AskedNetwork, ChosenChannels
from icnn_engine.models.own.layers import chosen_layer, layers_of_network
from icnn_engine.models.own.network import open_network
from icnn_engine.models.own.trusted_code import trust
from tests.engine.own_networks import SIZE, tiny_source

SQUARES = np.random.default_rng(0).integers(0, 256, (11, SIZE, SIZE, 3), np.uint8)


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    return open_network(tiny_source(tmp_path_factory.mktemp("own"), layer="second"))


def pixels_of(network):
    mean, std = (torch.tensor(one).view(3, 1, 1) for one in (network.preprocessing.mean, network.preprocessing.std))
    return (torch.tensor(SQUARES).permute(0, 3, 1, 2) / 255 - mean) / std


def asked_about(network, sets):
    return AskedNetwork(network, network.layer, sets)


def test_the_probability_of_a_category_is_the_sum_of_its_answers(network):
    shares = network.module(pixels_of(network)).softmax(1).numpy()
    found = asked_about(network, [[0, 2], [1]]).answers(SQUARES)

    np.testing.assert_allclose(found, np.stack([shares[:, 0] + shares[:, 2], shares[:, 1]], 1), atol=1e-6)


def test_log_odds_are_those_of_the_probabilities(network):
    asked = asked_about(network, [[0, 2], [1]])
    share = asked.answers(SQUARES).astype(float)

    np.testing.assert_allclose(asked.log_odds(SQUARES), np.log(share / (1 - share)), atol=1e-4)


def test_a_single_answer_is_a_sigmoid(tmp_path):
    code = "def make_one():\n    return make(1)\n"
    source = tiny_source(tmp_path)
    path = tmp_path / "own.py"
    path.write_text(path.read_text() + code)
    trust(path)
    one = open_network(source.model_copy(update={"factory": f"{path}:make_one"}))
    logits = one.module(pixels_of(one)).numpy()
    asked = AskedNetwork(one, one.layer, [[0]])

    np.testing.assert_allclose(asked.answers(SQUARES), 1 / (1 + np.exp(-logits)), atol=1e-6)
    np.testing.assert_allclose(asked.log_odds(SQUARES), logits, atol=1e-5)
    assert asked.look(SQUARES).adds.shape == (11, 12)


def test_channels_that_are_switched_off_are_zeroed(network):
    off = [1, 5, 7]
    module = network.module
    with torch.inference_mode():
        maps = module.second(module.first(pixels_of(network)))
        maps[:, off] = 0
        expected = module.head(maps.mean((2, 3))).numpy()
    asked = asked_about(network, [[0]])

    np.testing.assert_allclose(asked.logits(SQUARES, off), expected, atol=1e-5)
    assert np.abs(asked.logits(SQUARES) - expected).max() > 1e-3
    assert np.array_equal(asked.logits(SQUARES, ()), asked.logits(SQUARES))


def test_maps_gradients_and_what_channels_add_are_those_of_plain_autograd(network):
    module, about = network.module, np.arange(11) % 2
    maps = module.second(module.first(pixels_of(network))).requires_grad_()
    logits = module.head(maps.mean((2, 3)))
    scores = torch.stack([logits[:, [0, 2]].logsumexp(1), logits[:, 1]], 1)
    (slope,) = torch.autograd.grad(scores[torch.arange(11), torch.tensor(about)].sum(), maps)
    seen = asked_about(network, [[0, 2], [1]]).look(SQUARES, about)

    np.testing.assert_allclose(seen.maps, maps.detach(), atol=1e-5)
    np.testing.assert_allclose(seen.adds, (maps.detach() * slope).sum((2, 3)), atol=1e-5)
    np.testing.assert_allclose(seen.weights, slope.mean((2, 3)), atol=1e-6)
    np.testing.assert_allclose(seen.cam, (maps.detach() * slope.mean((2, 3), keepdim=True)).sum(1), atol=1e-5)


def test_grad_cam_above_a_mean_is_cam(network):
    weights = network.module.head.weight[1].numpy()
    seen = asked_about(network, [[0], [1]]).look(SQUARES, np.ones(11, int))
    cam = np.einsum("pcij,c->pij", seen.maps, weights)

    np.testing.assert_allclose(seen.cam / np.abs(seen.cam).max(), cam / np.abs(cam).max(), atol=1e-4)


def test_pictures_that_show_no_category_are_asked_about_the_likeliest(network):
    asked = asked_about(network, [[0], [1], [2]])
    likely = asked.answers(SQUARES).argmax(1)
    of_all, of_likely = asked.look(SQUARES, np.full(11, -1)), asked.look(SQUARES, likely)

    assert np.array_equal(of_all.adds, of_likely.adds)
    assert np.array_equal(asked.look(SQUARES).adds, of_likely.adds)
    assert not np.array_equal(asked.look(SQUARES, (likely + 1) % 3).adds, of_likely.adds)


def test_a_layer_that_is_changed_in_place_afterwards_is_seen_as_it_was(network):
    module = nn.Sequential(
        nn.Conv2d(3, 4, 3, 2), nn.BatchNorm2d(4), nn.ReLU(inplace=True), nn.AdaptiveAvgPool2d(1), nn.Flatten()
    )
    module = module.eval().requires_grad_(False)
    layers = layers_of_network(module, SIZE)
    own = replace(network, module=module, layers=layers, answers=4)
    seen = AskedNetwork(own, chosen_layer(module, layers, "1"), [[0]]).look(SQUARES)

    np.testing.assert_allclose(seen.maps, module[1](module[0](pixels_of(network))), atol=1e-5)
    assert seen.maps.min() < 0


def test_chosen_channels_are_filters_in_their_order_without_what_is_below_zero():
    maps = torch.randn(2, 5, 3, 3)
    found = ChosenChannels([3, 1])(maps)

    assert torch.equal(found, maps[:, [3, 1]].clamp(min=0))


def test_a_network_whose_code_stops_gradients_is_refused_with_the_layer_named(network):
    module = copy.deepcopy(network.module)
    module.forward = torch.no_grad()(module.forward)
    asked = asked_about(replace(network, module=module), [[0], [1]])

    with pytest.raises(WeightsError, match="No gradient passes from the answers to the layer second"):
        asked.look(SQUARES)
