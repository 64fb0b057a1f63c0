from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from safetensors.torch import save_file

from icnn_engine.core.errors import PartscopeError
from icnn_engine.models.weights import load_backbone
from icnn_engine.runs.interrupted_training import new_resume_state, read_resume_state, write_resume_state
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.run_list import summary_of
from icnn_engine.training.checkpoint import Checkpoint, TrainingPosition, TrainingState
from tests.faults.spoiling import damage, look_through, spoiled


@pytest.mark.parametrize("name", ["checkpoint/begun.toml", "checkpoint/state.safetensors"])
@given(spoil=damage())
def test_a_spoiled_checkpoint_is_told(
    made: Run, tmp_path_factory: pytest.TempPathFactory, name: str, tried: Counter[str], spoil: Callable
) -> None:
    tried["spoiled checkpoints"] += 1
    tmp_path = tmp_path_factory.mktemp("checkpoint")
    write_resume_state(tmp_path, new_resume_state(tmp_path, made.settings, "f00d"))
    checkpoint = Checkpoint(tmp_path)
    held = TrainingState(
        {"network/weight": torch.ones(3, 4), "losses": torch.zeros(2, 2).double()}, {"groups": [{"lr": 0.1}]}
    )
    checkpoint.keep(TrainingPosition(1, 2, False, {"twin": held}))

    def use() -> None:
        read_resume_state(tmp_path)
        checkpoint.read()
        summary_of(tmp_path)

    spoiled(tmp_path / name, spoil, use)


class Bomb:
    """What a pickle in disguise would do."""

    def __reduce__(self) -> tuple[Callable, tuple[str]]:
        return Path.touch, (Path("BOOM"),)


@pytest.mark.parametrize("name", ["weights.pth", "weights.pt", "weights.safetensors", "weights.mat"])
@pytest.mark.parametrize("how", ["torch.save", "pickle"])
def test_no_code_of_a_weight_file_is_run(
    tmp_path: Path, name: str, how: str, monkeypatch: pytest.MonkeyPatch, tried: Counter[str]
) -> None:
    tried["pickles in disguise"] += 1
    monkeypatch.chdir(tmp_path)
    path = tmp_path / name
    if how == "pickle":
        path.write_bytes(pickle.dumps(Bomb()))
    else:
        torch.save({"features.0.weight": Bomb()}, path)
    with pytest.raises(PartscopeError):
        load_backbone("squeezenet1_1", str(path), 0)

    assert not (tmp_path / "BOOM").exists()


@pytest.mark.parametrize("name", ["maps/interpretable.npy", "answers/interpretable.npy", "history/maps.npy"])
def test_no_code_of_an_array_is_run(own_run: Run, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (own_run.path / name).parent.mkdir(exist_ok=True)
    np.save(own_run.path / name, np.array([Bomb()], dtype=object), allow_pickle=True)
    with suppress(PartscopeError):
        look_through(own_run.path)

    assert not (tmp_path / "BOOM").exists()


@pytest.fixture(scope="module")
def usual_weights() -> dict[str, torch.Tensor]:
    backbone, _ = load_backbone("squeezenet1_1", "bundled", 0)
    return {f"features.{key}": value.clone().contiguous() for key, value in backbone.trunk.state_dict().items()}


@pytest.mark.parametrize("how", ["nan", "infinite", "other shape", "missing", "whole numbers"])
def test_odd_numbers_and_shapes_of_weights_are_told(
    usual_weights: dict[str, torch.Tensor], tmp_path: Path, how: str
) -> None:
    odd = dict(usual_weights)
    key = next(iter(odd))
    match how:
        case "nan":
            odd[key] = torch.full_like(odd[key], torch.nan)
        case "infinite":
            odd[key] = torch.full_like(odd[key], torch.inf)
        case "other shape":
            odd[key] = odd[key][:, :1].contiguous()
        case "missing":
            del odd[key]
        case "whole numbers":
            odd[key] = odd[key].int()
    save_file(odd, tmp_path / "odd.safetensors")
    with pytest.raises(PartscopeError):
        load_backbone("squeezenet1_1", str(tmp_path / "odd.safetensors"), 0)
