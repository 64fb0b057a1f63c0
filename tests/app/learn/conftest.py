"""A run of the lecture: a fake one with weights and a history, which no training has made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from safetensors.torch import save_file

from app.core.context import Context
from app.learn.page import LearnPage
from icnn_engine.core.events import FilterSnapshot
from icnn_engine.models.backbones import IMAGENET_MEAN, IMAGENET_STD, make_backbone
from icnn_engine.models.device import make_generator
from icnn_engine.models.network import CamNetwork, HeadShape, PartNetwork
from icnn_engine.runs.epoch_history import write_history
from icnn_engine.runs.run_folder import WEIGHT_FILES, Run, open_run, write_run
from tests.fake_run import make_fake_run


def with_weights(run: Run, seed: int = 0) -> Run:
    """Write random weights and a history into a fake run; other numbers for every seed."""
    settings = run.settings.model_copy(update={"backbone": "squeezenet1_1", "hidden": (8,)})
    info = {
        **run.info,
        "preprocessing": {"mean": list(IMAGENET_MEAN), "std": list(IMAGENET_STD)},
        "departures": ["random weights"],
        "seconds": {"a": 1.0, "b": 3.0, "c": 4.0, "d": 9.0, "e": 11.0},
    }
    filters = tuple(replace(one, effective_field=one.effective_field + seed) for one in run.filters)
    run = replace(run, settings=settings, info=info, filters=filters)
    write_run(run)
    backbone, generator = make_backbone("squeezenet1_1", seed), make_generator(seed)
    count = len(run.categories)
    shape = HeadShape.of(settings, (backbone.channels, run.geometry.cells), count, count, run.pool)
    trunk = {f"trunk.{key}": value.contiguous() for key, value in backbone.trunk.state_dict().items()}
    heads = PartNetwork(shape, settings.variant, generator), PartNetwork(shape, "ordinary", generator)
    cam = CamNetwork(shape, generator)
    cam.answer.weight.data *= 20  # so that two pictures differ in the two digits that are shown
    for file, head in zip(WEIGHT_FILES.values(), (*heads, cam), strict=True):
        save_file(head.state_dict() | (trunk if head is heads[0] else {}), run.path / file)
    epochs = [tuple(FilterSnapshot(p, e, np.asarray(run.maps()[p, e])) for p in (0, 1, 2)) for e in (3, 0)]
    write_history(run.path, epochs)
    return open_run(run.path)


@pytest.fixture(scope="session")
def lecture_run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run with everything that the lecture needs. Shared between tests: leave it as it is."""
    return with_weights(make_fake_run(tmp_path_factory.mktemp("lecture")))


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[LearnPage]:
    """The page without a run."""
    made = LearnPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    yield made
    made.hide()
