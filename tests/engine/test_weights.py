from __future__ import annotations

import hashlib
import importlib
import os
import pickle
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest
import torch
from safetensors.torch import load, save_file
from torch import Tensor
from torchvision.models import SqueezeNet1_1_Weights

from icnn_engine.errors import PartscopeError, WeightsError
from icnn_engine.weights import load_backbone


def bundled_state() -> dict[str, Tensor]:
    return load(files("resources").joinpath("weights/squeezenet1_1.safetensors").read_bytes())


def a_run_of_code(marker: str) -> Any:
    class Trap:
        def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
            return os.mkdir, (marker,)

    return Trap()


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


@pytest.mark.parametrize("disguise", ["harmless.pth", "harmless.pt", "harmless.safetensors"])
@pytest.mark.parametrize("write", [pickle.dump, torch.save], ids=["pickle", "torch"])
def test_a_pickle_in_disguise_is_refused_and_never_run(tmp_path: Path, disguise: str, write: Any) -> None:
    marker = tmp_path / "code was run"
    with (tmp_path / disguise).open("wb") as file:
        write({"features.0.weight": a_run_of_code(str(marker))}, file)

    with pytest.raises(WeightsError, match="harmless"):
        load_backbone("squeezenet1_1", str(tmp_path / disguise), 0)

    assert not marker.exists()


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


@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"not weights at all"], ids=["empty", "zeros", "text"])
def test_a_damaged_file_is_told_in_words(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = tmp_path / f"damaged{suffix}"
    path.write_bytes(content)

    with pytest.raises(WeightsError, match="damaged"):
        load_backbone("squeezenet1_1", str(path), 0)


def test_a_tensor_alone_is_no_state_dict(tmp_path: Path) -> None:
    torch.save(torch.zeros(3), tmp_path / "tensor.pth")

    with pytest.raises(WeightsError, match="state_dict"):
        load_backbone("squeezenet1_1", str(tmp_path / "tensor.pth"), 0)


def test_bundled_weights_of_another_backbone_say_what_to_choose() -> None:
    with pytest.raises(WeightsError, match=r"torchvision.*squeezenet1_1"):
        load_backbone("vgg16", "bundled", 0)


def test_a_path_that_leads_nowhere_lists_the_choices(tmp_path: Path) -> None:
    (tmp_path / "weights.mat").touch()

    with pytest.raises(WeightsError, match=r"no file of weights at .*'scratch'"):
        load_backbone("squeezenet1_1", str(tmp_path / "nowhere.pth"), 0)
    with pytest.raises(WeightsError, match=r"weights\.mat.*safetensors"):
        load_backbone("squeezenet1_1", str(tmp_path / "weights.mat"), 0)


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

    for name in [n for n in sys.modules if n.split(".")[0] == "torchvision" or n == "icnn_engine.backbones.zoo"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])

    with pytest.raises(PartscopeError, match=r"different builds.*pip install"):
        importlib.import_module("icnn_engine.backbones.zoo")
