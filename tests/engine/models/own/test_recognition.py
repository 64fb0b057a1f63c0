"""The architecture of a file of weights, found by its keys and shapes."""

import pytest
import torch
from torchvision import models

from icnn_engine.core.errors import WeightsError
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.models.own.network import open_network
from icnn_engine.models.own.recognition import recognised, recognised_words
from tests.engine.own_networks import state_file


def state_of(name, answers=1000):
    with torch.device("meta"):
        network = models.get_model(name, weights=None, num_classes=answers)
    return network.state_dict()


@pytest.mark.parametrize(
    "name", ["alexnet", "resnet50", "densenet121", "vit_b_16", "swin_t", "convnext_tiny", "efficientnet_b0"]
)
@pytest.mark.parametrize("answers", [2, 1000])
def test_a_file_is_recognised_whatever_the_number_of_its_answers(name, answers):
    assert recognised(state_of(name, answers)) == (name,)


def test_prefixes_and_counts_of_batches_do_not_matter():
    state = {f"module.{key}": value for key, value in state_of("resnet18", 3).items() if "num_batches" not in key}

    assert recognised(state) == ("resnet18",)


@pytest.mark.parametrize("change", ["less", "more", "wider"])
def test_weights_that_differ_in_a_key_or_a_shape_are_those_of_no_architecture(change):
    state = dict(state_of("resnet18"))
    if change == "less":
        del state["layer3.0.conv1.weight"]
    if change == "more":
        state["layer5.weight"] = torch.zeros(3)
    if change == "wider":
        state["conv1.weight"] = torch.zeros(64, 4, 7, 7)

    assert recognised(state) == ()
    assert recognised_words(state) == ""


def test_what_holds_no_tensors_is_recognised_as_nothing():
    assert recognised({"epoch": 3}) == ()


def test_weights_of_another_architecture_are_told_whose_they_are(tmp_path):
    weights = state_file(tmp_path / "mine.pth", models.squeezenet1_1(num_classes=3).state_dict())
    with pytest.raises(WeightsError, match=r"not weights of resnet18.* Its keys and shapes are those of squeezenet1_1"):
        open_network(NetworkSource(architecture="resnet18", weights=weights))


def test_weights_that_are_of_the_named_architecture_but_no_numbers_are_not_told_twice(tmp_path):
    state = models.squeezenet1_1(num_classes=3).state_dict()
    state["features.0.bias"][0] = torch.nan
    with pytest.raises(WeightsError, match="not finite") as told:
        open_network(NetworkSource(architecture="squeezenet1_1", weights=state_file(tmp_path / "nan.pth", state)))

    assert "Its keys" not in str(told.value)
