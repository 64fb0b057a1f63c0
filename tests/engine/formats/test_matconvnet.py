"""MatConvNet's files, written here in their layout. Networks are small; one test loads a whole Caffe AlexNet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from icnn_engine.core.errors import WeightsError
from icnn_engine.features.trunk_maps import prepare
from icnn_engine.formats.matconvnet import Expected, read_matconvnet
from icnn_engine.models.backbones import make_backbone
from icnn_engine.models.weights import load_backbone
from tests.mat_files import WRITERS, write_v5, write_v73

Writer = Callable[[Path, dict[str, Any]], Path]

SMALL = [
    Expected("conv", "conv1", (3, 2, 3, 4), stride=2),
    Expected("relu"),
    Expected("normalize", param=(5, 2, 1e-4, 0.75)),
    Expected("pool"),
    Expected("conv", "conv2", (1, 1, 2, 6)),
    Expected("relu"),
]
RANDOM = np.random.default_rng(0)
KERNEL1 = RANDOM.normal(size=(3, 2, 3, 4)).astype(np.float32)
KERNEL2 = RANDOM.normal(size=(1, 1, 2, 6)).astype(np.float32)
BIASES1, BIASES2 = np.arange(4, dtype=np.float32)[None], np.arange(6, dtype=np.float32)[:, None]
COLOUR = (122.7, 116.7, 104.0)


def network() -> dict[str, Any]:
    """A small network as vl_simplenn's files hold it, with a layer above the trunk."""
    layers = [
        {"name": "conv1", "type": "conv", "weights": [KERNEL1, BIASES1], "stride": np.array([[2.0, 2.0]])},
        {"name": "relu1", "type": "relu"},
        {"name": "norm1", "type": "normalize", "param": np.array([[5, 2, 1e-4, 0.75]])},
        {"name": "pool1", "type": "pool", "method": "max", "pool": np.array([[3.0, 3.0]])},
        {"name": "conv2", "type": "conv", "weights": [KERNEL2, BIASES2], "stride": np.array([[1.0]])},
        {"name": "relu2", "type": "relu"},
        {"name": "fc6", "type": "conv", "weights": [np.zeros((2, 2, 6, 9), dtype=np.float32), np.zeros((1, 9))]},
    ]
    average = np.tile(np.array(COLOUR, dtype=np.float32), (4, 5, 1))
    average[0] += 10
    average[1] -= 10
    return {"layers": layers, "meta": {"normalization": {"averageImage": average, "keepAspect": np.ones((1, 1))}}}


@pytest.mark.parametrize("write", WRITERS)
def test_kernels_biases_and_the_mean_colour_are_read_the_right_way_round(tmp_path: Path, write: Writer) -> None:
    found, colour = read_matconvnet(write(tmp_path / "a.mat", network()), SMALL, "small")

    assert list(found) == ["conv1", "conv2"]
    np.testing.assert_array_equal(found["conv1"].filters, np.transpose(KERNEL1, (3, 2, 0, 1)))
    np.testing.assert_array_equal(found["conv2"].filters[:, :, 0, 0], KERNEL2[0, 0].T)
    np.testing.assert_array_equal(found["conv1"].biases, BIASES1[0])
    np.testing.assert_array_equal(found["conv2"].biases, BIASES2[:, 0])
    assert colour == pytest.approx(COLOUR, abs=1e-4)


@pytest.mark.parametrize("write", WRITERS)
def test_older_files_with_fields_of_other_names_are_read_too(tmp_path: Path, write: Writer) -> None:
    given = network()
    for layer in given["layers"]:
        if "weights" in layer:
            layer["filters"], layer["biases"] = layer.pop("weights")
    given["normalization"] = given.pop("meta")["normalization"]
    given["layers"][2]["type"] = "lrn"

    found, colour = read_matconvnet(write(tmp_path / "a.mat", given), SMALL, "small")

    np.testing.assert_array_equal(found["conv1"].filters, np.transpose(KERNEL1, (3, 2, 0, 1)))
    assert colour == pytest.approx(COLOUR, abs=1e-4)


@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 3), (3, 1)])
@pytest.mark.parametrize("write", WRITERS)
def test_an_average_may_be_one_colour(tmp_path: Path, write: Writer, shape: tuple[int, ...]) -> None:
    given = network()
    given["meta"]["normalization"]["averageImage"] = np.array(COLOUR).reshape(shape)

    assert read_matconvnet(write(tmp_path / "a.mat", given), SMALL, "small")[1] == pytest.approx(COLOUR)


def changed(layer: int, **fields: Any) -> dict[str, Any]:
    given = network()
    given["layers"][layer] |= fields
    return given


def without(layer: int) -> dict[str, Any]:
    given = network()
    del given["layers"][layer]
    return given


def ending(count: int) -> dict[str, Any]:
    given = network()
    del given["layers"][count:]
    return given


def averaging(average: Any) -> dict[str, Any]:
    return network() | {"meta": {"normalization": {"averageImage": average}}}


NAN = np.where(KERNEL2 > 0, np.nan, KERNEL2)
WRONG = {
    "shape": (changed(0, weights=[KERNEL1[:2], BIASES1]), r"conv1 with filters of shape 2 x 2 x 3 x 4 .*3 x 2 x 3 x 4"),
    "biases": (changed(4, weights=[KERNEL2, BIASES1]), r"conv2 with biases of shape 1 x 4 where 6 is expected"),
    "no filters": (changed(4, weights=[]), r"conv2 with filters that are missing .* 1 x 1 x 2 x 6"),
    "text": (changed(4, weights=["a", "b"]), r"conv2 with filters that are missing"),
    "nan": (changed(4, weights=[NAN, BIASES2]), r"conv2 with filters that are not finite .*1 x 1 x 2 x 6"),
    "stride": (changed(0, stride=np.array([[4.0]])), r"conv1 with another stride than 2"),
    "normalised otherwise": (changed(2, param=np.array([[5, 1, 2e-5, 0.75]])), r"norm1.*\[5 2 0\.0001 0\.75\]"),
    "order": (changed(3, type="normalize", name="norm1"), r"normalisation called 'norm1' as layer 4 where a pooling"),
    "no normalisation": (without(2), r"pooling called 'pool1' as layer 3 where a response normalisation"),
    "batch normalisation": (changed(1, type="bnorm", name="bn1"), r"bnorm called 'bn1' as layer 2 where a ReLU"),
    "another name": (changed(4, name="conv2_2"), r"'conv2_2' as layer 5 .*conv2 of shape 1 x 1 x 2 x 6"),
    "too short": (ending(4), r"ends before a convolution called conv2 of shape 1 x 1 x 2 x 6"),
    "no average": (network() | {"meta": {}}, r"no meta\.normalization\.averageImage"),
    "empty average": (averaging(np.empty((0, 0))), r"no meta\.normalization\.averageImage"),
    "grey average": (averaging(np.zeros((2, 2))), r"no meta\.normalization\.averageImage"),
    "no colour": (averaging(np.array([[1.0, np.nan, 3.0]])), r"no colour"),
    "another file": ({"truth": np.zeros((2, 2))}, r"holds no `layers`"),
    "numbers": ({"layers": np.zeros((2, 2))}, r"holds no `layers`"),
    "a cell of numbers": ({"layers": [np.zeros((2, 2))]}, r"something unknown.* as layer 1 .*conv1"),
}


@pytest.mark.parametrize("write", [write_v5, write_v73])
@pytest.mark.parametrize("wrong", WRONG)
def test_a_file_of_another_network_is_refused_by_its_first_wrong_layer(
    tmp_path: Path, write: Writer, wrong: str
) -> None:
    given, words = WRONG[wrong]

    with pytest.raises(WeightsError, match=rf"a\.mat cannot be used for small: .*{words}.*Choose"):
        read_matconvnet(write(tmp_path / "a.mat", given), SMALL, "small")


def caffe_alexnet(state: dict[str, torch.Tensor]) -> dict[str, Any]:
    """A MatConvNet file of Caffe's AlexNet with the weights of a trunk."""
    layers: list[Any] = []
    for name, module in make_backbone("caffe_alexnet").trunk.named_children():
        match module:
            case nn.Conv2d():
                kernel = state[f"{name}.weight"].numpy().transpose(2, 3, 1, 0)
                stride = np.array([[float(module.stride[0])]])
                biases = state[f"{name}.bias"].numpy()[None]
                layers.append({"name": name, "type": "conv", "weights": [kernel, biases], "stride": stride})
            case nn.LocalResponseNorm():
                layers.append({"name": name, "type": "normalize", "param": np.array([[5, 1, 2e-5, 0.75]])})
            case _:
                layers.append({"name": name, "type": name[:4]})
    average = np.tile(np.array(COLOUR, dtype=np.float32), (227, 227, 1))
    return {"layers": layers, "meta": {"normalization": {"averageImage": average}}}


@pytest.mark.parametrize("write", [write_v5, write_v73])
def test_a_file_becomes_a_backbone_that_subtracts_its_own_colour(tmp_path: Path, write: Writer) -> None:
    state = make_backbone("caffe_alexnet", seed=5).trunk.state_dict()
    save_file({f"features.{key}": value for key, value in state.items()}, tmp_path / "a.safetensors")
    path = write(tmp_path / "imagenet-caffe-alex.mat", caffe_alexnet(state))

    backbone, digest = load_backbone("caffe_alexnet", str(path), 0)

    assert digest == load_backbone("caffe_alexnet", str(tmp_path / "a.safetensors"), 0)[1]
    assert not any(module.training for module in backbone.trunk.modules())
    picture = np.full((1, 227, 227, 3), (200, 150, 100), dtype=np.uint8)
    expected = torch.tensor((200, 150, 100)) - torch.tensor(COLOUR)
    torch.testing.assert_close(prepare(picture, backbone)[0, :, 5, 5], expected, atol=1e-3, rtol=0)


def test_a_network_without_such_a_file_says_which_have_one(tmp_path: Path) -> None:
    path = write_v5(tmp_path / "a.mat", network())

    with pytest.raises(WeightsError, match=r"resnet18.*vgg16, caffe_alexnet, vgg_m, vgg_s"):
        load_backbone("resnet18", str(path), 0)


@pytest.mark.parametrize("content", [b"", b"no MATLAB", b"MATLAB 5.0 MAT-file".ljust(200)])
def test_a_file_that_is_no_matlab_file_is_told_in_words(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.mat").write_bytes(content)

    with pytest.raises(WeightsError, match=r"a\.mat cannot be used for vgg_m: the file is not a MATLAB file"):
        load_backbone("vgg_m", str(tmp_path / "a.mat"), 0)


def test_vgg_s_is_not_taken_for_vgg_m_though_its_shapes_agree(tmp_path: Path) -> None:
    state = make_backbone("vgg_s").trunk.state_dict()
    kernels = [state[f"conv{i}.weight"].numpy().transpose(2, 3, 1, 0) for i in (1, 2)]
    layers = [
        {"name": "conv1", "type": "conv", "weights": [kernels[0], np.zeros((1, 96))], "stride": np.array([[2.0]])},
        {"name": "relu1", "type": "relu"},
        {"name": "norm1", "type": "normalize", "param": np.array([[5, 2, 1e-4, 0.75]])},
        {"name": "pool1", "type": "pool"},
        {"name": "conv2", "type": "conv", "weights": [kernels[1], np.zeros((1, 256))], "stride": np.array([[1.0]])},
    ]

    with pytest.raises(WeightsError, match="conv2 with another stride than 2"):
        load_backbone("vgg_m", str(write_v5(tmp_path / "imagenet-vgg-s.mat", {"layers": layers})), 0)


def test_vgg_16s_names_stand_for_torchvisions_convolutions(tmp_path: Path) -> None:
    kernel = np.ones((3, 3, 3, 64), dtype=np.float32)
    layers = [
        {"name": "conv1_1", "type": "conv", "weights": [kernel, np.zeros((64, 1))]},
        {"name": "r", "type": "relu"},
    ]

    with pytest.raises(WeightsError, match="ends before a convolution called conv1_2 of shape 3 x 3 x 64 x 64"):
        load_backbone("vgg16", str(write_v5(tmp_path / "a.mat", {"layers": layers})), 0)
