"""Networks of the user's own whose files are damaged: all that may go wrong is an error in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from safetensors.torch import save_file

from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import PartscopeError
from icnn_engine.core.events import drain
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.experiment.inspection_run import run_inspection
from icnn_engine.inspection.explainers import explainer_of
from icnn_engine.models.own.network import open_network
from icnn_engine.runs.run_folder import Run, open_run
from icnn_engine.sample import make_sample
from tests.engine.own_networks import tiny_source
from tests.faults.spoiling import damage, look_through, spoiled


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> NetworkSource:
    return tiny_source(tmp_path_factory.mktemp("factory"))


@pytest.fixture(scope="module")
def run(source: NetworkSource, tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("looked")
    sample = drain(make_sample(folder / "sample", creatures=16, backgrounds=16))
    return drain(run_inspection(sample, source, make_settings({"filters": 4, "device": "cpu"}), folder / "runs"))


@pytest.mark.parametrize("name", ["own.pth", "own.safetensors", "own.ckpt"])
@given(spoil=damage())
def test_a_spoiled_file_of_weights_is_told(
    source: NetworkSource, tmp_path: Path, name: str, tried: Counter[str], spoil: Callable[[bytes], bytes]
) -> None:
    tried["spoiled weights of own networks"] += 1
    state = open_network(source).module.state_dict()
    if name.endswith("safetensors"):
        save_file(state, tmp_path / name)
    else:
        torch.save({"model": state} if name.endswith("ckpt") else state, tmp_path / name)
    own = source.model_copy(update={"weights": str(tmp_path / name)})

    spoiled(tmp_path / name, spoil, lambda: open_network(own))


@pytest.mark.parametrize("name", ["run.toml", "model.safetensors", "filters.csv"])
@given(spoil=damage())
def test_a_spoiled_run_of_an_own_network_is_told(
    run: Run, name: str, tried: Counter[str], spoil: Callable[[bytes], bytes]
) -> None:
    tried["spoiled runs of own networks"] += 1

    def use() -> None:
        look_through(run.path)
        explainer_of(open_run(run.path))

    spoiled(run.path / name, spoil, use)


def test_a_run_that_is_whole_is_used_without_an_error(run: Run) -> None:
    look_through(run.path)

    assert explainer_of(open_run(run.path)).switched(np.arange(2)).shape == (2, 1)


OWN = (
    ("title", 'title = "own.py:make"', "title = 3"),
    ("answers", "[own_network]", "[own_network]\nanswers = -1\n[other]"),
    ("source", "[own_network.source]", "[own_network.elsewhere]"),
    ("unknown source", "[own_network.source]", '[own_network.source]\ncolour = "red"'),
    ("layer", "[own_network.layer]", "[own_network.elsewhere]"),
    ("layer's name", 'name = "second"', 'name = "third"'),
    ("layout", 'layout = "channels first"', 'layout = "upside down"'),
    ("channels", "channels = 12", "channels = 3"),
    ("matched", "[own_network.matched.creature]", "[own_network.matched.insect]"),
    ("fit", "[preprocessing.fit]\nsize = 64", "[preprocessing.fit]\nsize = -4"),
    ("interpolation", 'interpolation = "bilinear"', 'interpolation = "magic"'),
    ("more of the fit", "[preprocessing.fit]", "[preprocessing.fit]\nodd = 1"),
    ("a text for the fit", "[preprocessing.fit]\nsize = 64", '[preprocessing.fit]\nsize = "64"'),
    ("another size", "[preprocessing.fit]\nsize = 64", "[preprocessing.fit]\nsize = 48"),
    (
        "an answer that is none",
        "[own_network.matched.creature]\nanswers = [\n    ",
        "[own_network.matched.creature]\nanswers = [\n    9",
    ),
    ("mean", "[preprocessing]\nmean = [", "[preprocessing]\nmean = [\n    1.0,"),
    ("resize", "resize = 72\ninter", "resize = 10\ninter"),
)


@pytest.mark.parametrize(("what", "before", "after"), OWN, ids=[what for what, *_ in OWN])
def test_a_run_that_tells_odd_things_of_its_network_is_told(run: Run, what: str, before: str, after: str) -> None:
    path = run.path / "run.toml"
    text = path.read_text("utf-8")
    assert before in text, what
    path.write_text(text.replace(before, after, 1), "utf-8")
    try:
        with pytest.raises(PartscopeError, match=r".{10}"):
            explainer_of(open_run(run.path)).switched(np.arange(2))
    finally:
        path.write_text(text, "utf-8")
