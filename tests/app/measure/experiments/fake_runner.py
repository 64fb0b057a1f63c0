"""An experiment that runs as far as a test lets it, and the page that shows it."""

from __future__ import annotations

import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.measure.experiments.controller import ExperimentsController
from app.measure.page import MeasurePage
from icnn_engine.core.events import ExperimentGrew, FinishNow, Operation, Progress, StepDone
from icnn_engine.core.experiment_settings import ExperimentSettings
from icnn_engine.experiment.experiment_folder import CellName, Experiment, Task, open_experiment
from tests.fake_experiment import add_cell, fake_settings, make_fake_study


class FakeExperiment:
    """Finishes one cell each time it is let."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.go_on = threading.Semaphore(0)
        self.asked: tuple[Path, ExperimentSettings, Path] | None = None
        self.error: Exception | None = None

    def make(self, _engine: object, folder: Path, settings: ExperimentSettings, place: Path) -> Operation[Experiment]:
        self.asked = (folder, settings, place)
        return self._operation()

    def _operation(self) -> Operation[Experiment]:
        make_fake_study(self.path, fake_settings(("fox",), (0, 1, 2)), cells=0)
        yield ExperimentGrew(self.path, 0, 3)
        for seed in range(3):
            finish = False
            while not self.go_on.acquire(timeout=0.01):
                finish = isinstance((yield StepDone("partscope", 0.5, 0.4, -0.1)), FinishNow) or finish
                finish = isinstance((yield Progress("Measuring", 1, 2)), FinishNow) or finish
                if finish or self.error is not None:
                    break
            if self.error is not None:
                raise self.error
            add_cell(self.path, CellName(Task(("fox",)), "squeezenet1_1", seed))
            yield ExperimentGrew(self.path, seed + 1, 3)
            if finish:
                break
        return open_experiment(self.path)


def shown(qtbot: QtBot, page: MeasurePage, path: Path) -> ExperimentsController:
    page.experiments.open(path)
    qtbot.waitUntil(lambda: page.experiments.panel.table.model.rowCount() > 0, timeout=60_000)
    return page.experiments
