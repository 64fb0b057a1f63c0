"""What tests of the Train page share: a training that is none, and how the page is opened."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.engine import EngineState
from app.train import page as train_page
from app.train.page import TrainPage
from icnn_engine.core.annotations import Where
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.events import (
    BestPicture,
    EpochDone,
    FilterSnapshot,
    FinishNow,
    GalleryFilter,
    LossWeightTried,
    NetworkName,
    Operation,
    Progress,
    StepDone,
    TrainingBegan,
)
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.runs.run_folder import Run
from tests.app.pictures import listed

GEOMETRY = MapGeometry(input_size=224, cells=13, stride=16, start=15.0, field=239)


class FakeTraining:
    """A training that goes epoch by epoch when it is told to."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.go_on = threading.Event()
        self.asked: tuple[Path, TrainSettings, Path] | None = None
        self.closed = False
        self.error: Exception | None = None
        self.paths: tuple[Where, ...] = ()

    def make(self, _engine: object, folder: Path, settings: TrainSettings, place: Path) -> Operation[Run]:
        self.asked = (folder, settings, place)
        return self._operation(settings.epochs)

    def _operation(self, epochs: int) -> Operation[Run]:
        finish = False
        try:
            yield TrainingBegan(self.paths, GEOMETRY)
            yield Progress("Reading pictures", 1, 2)
            yield LossWeightTried(0.002, 0.8, 0.7, True)
            if self.error is not None:
                raise self.error
            for epoch in range(epochs):
                for step in range(20):
                    for name in NetworkName:
                        answer = yield StepDone(name, epoch + (step + 1) / 20, 0.7 / (epoch + 1), -0.1 * epoch)
                        finish = finish or isinstance(answer, FinishNow)
                    time.sleep(0.001)
                for name in NetworkName:
                    yield epoch_done(name, epoch + 1, epochs, bool(self.paths))
                while not finish and not self.go_on.wait(0.01):
                    answer = yield Progress("waiting", 0, 1)
                    finish = finish or isinstance(answer, FinishNow)
                if finish:
                    break
            return self.run
        finally:
            self.closed = True


def epoch_done(name: NetworkName, epoch: int, epochs: int, looks: bool = False) -> EpochDone:
    best = tuple(BestPicture(i, (6, 6), 1.0) for i in range(4))
    gallery = (GalleryFilter(3, best), GalleryFilter(9, best)) if name is NetworkName.INTERPRETABLE else ()
    looks = looks and name is NetworkName.INTERPRETABLE
    glimpses = tuple(FilterSnapshot(i, 3, np.eye(13, dtype=np.float16)) for i in (0, 5)) if looks else ()
    return EpochDone(name, epoch, epochs, 0.3, -0.2, 0.4, 1.5, 0.957, gallery, glimpses)


def pretend(run: Run, monkeypatch: pytest.MonkeyPatch) -> FakeTraining:
    """Trainings of the page become fake ones, the engine is there at once."""
    made = FakeTraining(run)
    monkeypatch.setattr(train_page, "train", made.make)
    monkeypatch.setattr(train_page, "runs_folder", lambda: Path("/documents/runs"))
    monkeypatch.setattr("app.core.engine.load_engine", lambda: None)
    return made


def open_page(qtbot: QtBot, context: Context) -> TrainPage:
    """The page with a folder of foxes and cats, the engine loaded."""
    made = TrainPage(context)
    qtbot.addWidget(made)
    made.resize(1250, 800)
    made.show()
    context.session.set_folder(listed(Path("/pictures"), fox=30, cat=20, _background=30))
    context.engine.load()
    qtbot.waitUntil(lambda: context.engine.state is EngineState.READY)
    return made


def click(qtbot: QtBot) -> Callable[[object], None]:
    return lambda button: qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
