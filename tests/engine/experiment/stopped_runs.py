"""Runs whose training was stopped, and the comparison of two runs."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from icnn_engine.core.errors import StoppedError
from icnn_engine.core.events import Operation, StepDone
from icnn_engine.runs.run_folder import WEIGHT_FILES, Run


def stopped_after(operation: Operation[Run], steps: int) -> Path:
    """Run a training until so many steps of its networks are done, stop it; its folder."""
    steps_done = 0
    for event in operation:
        steps_done += isinstance(event, StepDone)
        if steps_done == steps:
            with pytest.raises(StoppedError, match="--resume"):
                operation.throw(StoppedError())
            return Path()
    raise AssertionError("the training came to its end before")


def only_run(folder: Path) -> Path:
    (run,) = folder.iterdir()
    return run


def assert_same(first: Path, second: Path) -> None:
    """The weights of two runs are the same bit for bit, and so is what was told of each epoch."""
    for name in WEIGHT_FILES.values():
        own, its = load_file(first / name), load_file(second / name)
        assert own.keys() == its.keys()
        assert all(torch.equal(own[key], its[key]) for key in own), name
    assert (first / "metrics.csv").read_bytes() == (second / "metrics.csv").read_bytes()
    assert (first / "table.toml").read_bytes() == (second / "table.toml").read_bytes()
    for name in ("pictures", "filters", "maps"):
        assert (first / "history" / f"{name}.npy").read_bytes() == (second / "history" / f"{name}.npy").read_bytes()
