from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from icnn_engine.core.errors import WeightsError
from icnn_engine.models.weights import load_backbone


def a_run_of_code(marker: str) -> Any:
    class Trap:
        def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
            return os.mkdir, (marker,)

    return Trap()


@pytest.mark.parametrize("disguise", ["harmless.pth", "harmless.pt", "harmless.safetensors"])
@pytest.mark.parametrize("write", [pickle.dump, torch.save], ids=["pickle", "torch"])
def test_a_pickle_in_disguise_is_refused_and_never_run(tmp_path: Path, disguise: str, write: Any) -> None:
    marker = tmp_path / "code was run"
    with (tmp_path / disguise).open("wb") as file:
        write({"features.0.weight": a_run_of_code(str(marker))}, file)

    with pytest.raises(WeightsError, match="harmless"):
        load_backbone("squeezenet1_1", str(tmp_path / disguise), 0)

    assert not marker.exists()


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


def test_a_path_that_leads_nowhere_lists_the_choices(tmp_path: Path) -> None:
    (tmp_path / "weights.txt").touch()

    with pytest.raises(WeightsError, match=r"no file of weights at .*'scratch'"):
        load_backbone("squeezenet1_1", str(tmp_path / "nowhere.pth"), 0)
    with pytest.raises(WeightsError, match=r"no file of weights at .*'scratch'"):
        load_backbone("vgg_m", str(tmp_path / "nowhere.mat"), 0)
    with pytest.raises(WeightsError, match=r"weights\.txt.*safetensors.*\.mat"):
        load_backbone("squeezenet1_1", str(tmp_path / "weights.txt"), 0)
