"""The view of experiments with a folder of pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.measure.experiments import controller
from app.measure.page import EXPERIMENT, MeasurePage
from icnn_engine.experiment.experiment_folder import Experiment
from tests.app.measure.experiments.fake_runner import FakeExperiment
from tests.app.pictures import listed
from tests.fake_experiment import make_fake_study


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Experiment:
    return make_fake_study(tmp_path_factory.mktemp("studies") / "whole")


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeExperiment:
    made = FakeExperiment(tmp_path / "runs" / "experiment-zoo")
    monkeypatch.setattr(controller, "run_experiment_when_ready", made.make)
    monkeypatch.setattr(controller, "runs_folder", lambda: tmp_path / "runs")
    return made


@pytest.fixture
def page(qtbot: QtBot, context: Context, fake: FakeExperiment) -> MeasurePage:
    assert fake.asked is None
    made = MeasurePage(context)
    qtbot.addWidget(made, before_close_func=lambda _page: context.jobs.shut_down())
    made.resize(1250, 800)
    made.show()
    context.session.set_folder(listed(Path("/pictures/zoo"), fox=30, cat=20, _background=30))
    made.views.show_view(EXPERIMENT)
    return made
