"""A training killed at any moment, again and again, ends with the same weights; cancelled ones leave nothing."""

from __future__ import annotations

import gc
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
import tomllib
from collections import Counter
from itertools import count
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from icnn_engine.core.config import make_settings
from icnn_engine.core.events import drain
from icnn_engine.experiment.training_run import run_training
from icnn_engine.features import part_tests
from icnn_engine.runs.interrupted_training import STATE, can_resume
from icnn_engine.runs.run_folder import WEIGHT_FILES
from icnn_engine.runs.stored_arrays import opened_array
from icnn_engine.sample import make_sample
from icnn_engine.training import preparation
from tests.faults.conftest import FULL, handles

ROOT = Path(__file__).resolve().parents[2]
# The command itself, in a process of its own: the stand is kept after every step, filters are measured on two pictures.
PROGRAM = """
import sys
from icnn_engine.features import part_tests
from icnn_engine.training import checkpoint, preparation
from icnn_engine.cli import main
checkpoint.EVERY = checkpoint.COST = 0.0
part_tests.MOST_JUDGED = preparation.MOST_CHOOSE = 2
sys.exit(main())
"""
OPTIONS = ["--filters", "6", "--epochs", "2", "--batch", "16", "--hidden", "8", "--strength", "0.001"]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drain(make_sample(tmp_path_factory.mktemp("sample") / "sample", creatures=12, backgrounds=12))


def begin(words: list[str], cache: Path) -> subprocess.Popen[str]:
    """The command in a group of processes of its own."""
    environment = os.environ | {"PARTSCOPE_CACHE": str(cache), "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    told = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "start_new_session": True}
    return subprocess.Popen([sys.executable, "-c", PROGRAM, "train", *words], env=environment, **told)


def assert_readable(place: Path) -> None:
    """No file under its final name is half written."""
    for path in place.rglob("*"):
        match path.suffix:
            case ".safetensors":
                load_file(path)
            case ".toml":
                tomllib.loads(path.read_text(encoding="utf-8"))
            case ".npy" if path.parent.name != "maps" or (path.parents[1] / "run.toml").exists():
                np.load(path)


@pytest.mark.rounds(2, 40)
@pytest.mark.parametrize("training", ["quick", "full"])
def test_however_often_it_is_killed_it_ends_with_the_same_weights(
    sample: Path, tmp_path: Path, rounds: int, tried: Counter[str], training: str
) -> None:
    if training == "full" and not FULL:
        pytest.skip("full training is killed by `make faults` only; tests/engine/test_resume.py stops it")
    options = [
        *OPTIONS,
        *(["--training", "full", "--max-pictures", "8", "--epochs", "1"] if training == "full" else []),
    ]
    whole = begin([str(sample), *options, "--output", str(tmp_path / "whole")], tmp_path / "cache")
    start = time.monotonic()
    told, _ = whole.communicate()
    taken = time.monotonic() - start
    assert whole.returncode == 0, told
    (reference,) = (tmp_path / "whole").iterdir()
    chance, kills = random.Random(0), 0
    for life in count():
        place = tmp_path / f"killed {life}"
        kills += _live([str(sample), *options], place, chance, taken, rounds - kills)
        tried[f"kills of a {training} training"] = kills
        tried[f"{training} trainings that were killed and ended well"] += 1
        (run,) = (run for run in place.iterdir() if (run / "run.toml").exists())
        assert_same(run, reference)
        shutil.rmtree(place)
        if kills >= rounds:
            break


def _live(words: list[str], place: Path, chance: random.Random, taken: float, most: int) -> int:
    """Train until a run is whole, killed at random moments at most so often; how often it was killed."""
    kills = 0
    while True:
        runs = list(place.iterdir()) if place.is_dir() else []
        if any((run / "run.toml").exists() for run in runs):
            return kills
        going = next((run for run in runs if can_resume(run)), None)
        had = going is not None and (going / STATE).exists()
        command = ["--resume", str(going)] if going else [*words, "--output", str(place)]
        process = begin(command, place.parent / "another cache")
        try:
            told, _ = process.communicate(timeout=chance.uniform(0.1, 0.5) * taken if kills < most else None)
            assert process.returncode == 0, told
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            kills += 1
            assert not had or (going / STATE).exists() or (going / "run.toml").exists()
            assert_readable(place)


def assert_same(run: Path, reference: Path) -> None:
    """A run ends like another, bit for bit, and nothing of its training is left."""
    for name in WEIGHT_FILES.values():
        own, its = load_file(run / name), load_file(reference / name)
        assert all(torch.equal(own[key], its[key]) for key in its), name
    assert (run / "metrics.csv").read_bytes() == (reference / "metrics.csv").read_bytes()
    assert (run / "table.toml").read_bytes() == (reference / "table.toml").read_bytes()
    assert not (run / "checkpoint").exists()


@pytest.mark.rounds(4, 100)
def test_cancelled_trainings_leave_no_file_thread_or_handle(
    sample: Path, tmp_path: Path, rounds: int, tried: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(part_tests, "MOST_JUDGED", 2)
    monkeypatch.setattr(preparation, "MOST_CHOOSE", 2)
    settings = make_settings({"filters": 6, "epochs": 1, "batch": 16, "hidden": (8,), "strength": 1e-3})
    place = tmp_path / "runs"
    drain(run_training(sample, settings, tmp_path / "first"))  # so that the maps of the pictures are known
    events = sum(1 for _ in run_training(sample, settings, tmp_path / "whole"))
    chance, sizes = random.Random(1), list[tuple[int, int]]()
    for _ in range(rounds):
        operation = run_training(sample, settings, place)
        for _event in zip(range(chance.randrange(1, events)), operation, strict=False):
            pass
        operation.close()
        tried["trainings cancelled"] += 1
        opened_array.cache_clear()  # the maps of the last few runs that were opened stay open
        gc.collect()
        sizes.append((threading.active_count(), handles()))
        assert not place.exists() or list(place.iterdir()) == []

    assert len(set(sizes[1:])) == 1, sizes
