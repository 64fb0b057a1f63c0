"""Architectures by name, and their published preprocessing."""

import sys

import numpy as np
import pytest
import timm
import torch
from PIL import Image
from torchvision import models

from icnn_engine.core.errors import WeightsError
from icnn_engine.models.own.architectures import architecture, torchvision_names
from icnn_engine.models.own.asked import network_input

TIMM_NAMES = (
    "resnet18", "tf_efficientnet_lite0", "vit_tiny_patch16_224", "convnext_atto", "mobilenetv3_small_100", "dm_nfnet_f0"
)  # fmt: skip


def noise(width, height):
    return Image.fromarray(np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8))


def as_read_here(name, picture):
    preprocessing = architecture(name).preprocessing
    square = np.array(preprocessing.fit.applied(picture))[None]
    return network_input(square, preprocessing.mean, preprocessing.std)[0]


@pytest.mark.parametrize("name", torchvision_names())
def test_each_architecture_of_torchvision_reads_pictures_as_its_weights_do(name):
    picture = noise(330, 250)
    expected = models.get_model_weights(name).DEFAULT.transforms()(picture)

    torch.testing.assert_close(as_read_here(name, picture), expected, atol=1e-5, rtol=0)


@pytest.mark.parametrize("name", TIMM_NAMES)
def test_architectures_of_timm_read_pictures_as_its_transform_for_evaluation_does(name):
    picture, settings = noise(330, 250), timm.get_pretrained_cfg(name).to_dict()
    config = timm.data.resolve_data_config(pretrained_cfg=settings)
    expected = timm.data.create_transform(**config, is_training=False)(picture)

    torch.testing.assert_close(as_read_here(f"timm/{name}", picture), expected, atol=1e-5, rtol=0)


def test_architectures_of_torchvision_know_the_names_of_their_answers():
    assert {architecture(name).names[0] for name in torchvision_names()} == {"tench"}


def test_networks_whose_published_weights_change_the_input_themselves_do_so_here():
    with torch.device("meta"):
        assert architecture("googlenet").make(10).transform_input
        assert architecture("inception_v3").make(10).transform_input


def test_an_architecture_of_timm_needs_no_prefix_where_torchvision_has_none_of_that_name():
    assert architecture("convnext_atto").name == "timm/convnext_atto"
    assert architecture("resnet18").name == "resnet18"


def test_an_unknown_architecture_is_answered_by_those_most_like_it():
    with pytest.raises(WeightsError, match=r"no architecture called 'resnet5O'.*resnet50"):
        architecture("resnet5O")
    with pytest.raises(WeightsError, match="mobilenetv3_small"):
        architecture("timm/mobilnetv3_smal")
    with pytest.raises(WeightsError, match="The names most like it are alexnet"):
        architecture("€€€€€€")


def test_without_timm_its_networks_say_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "timm", None)  # as if it were not installed

    assert architecture("resnet18").name == "resnet18"
    with pytest.raises(WeightsError, match=r"timm is not installed.*pip install timm"):
        architecture("timm/convnext_atto")
    with pytest.raises(WeightsError, match="known where timm is installed"):
        architecture("convnext_atto")
