"""The landmark panel of a run that nobody has annotated; measuring takes no time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.measure.landmarks.controller import LandmarkController
from app.measure.landmarks.landmark_panel import LandmarkPanel
from app.measure.page import MeasurePage
from icnn_engine.core.events import Operation, Progress
from icnn_engine.data.tables.csv_tables import LANDMARKS
from icnn_engine.runs.run_folder import Run, Table

Key, Button, No = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were measured with; measuring itself takes no time, and no torch."""
    heard: list[Path] = []

    def measure(run: Run, landmarks: Path) -> Operation[Table]:
        yield Progress("Measuring", 0, 1)
        heard.append(landmarks)
        return run.table | {"instability": 0.01, "twin_instability": 0.02, "instability_centre": 0.03}

    monkeypatch.setattr("icnn_engine.evaluation.measure.measure", measure)
    monkeypatch.setattr("app.measure.landmarks.controller.PAUSE_MS", 50)
    return heard


@pytest.fixture
def run(own_run: Run) -> Run:
    """A run whose pictures nobody has marked."""
    (own_run.images / LANDMARKS).unlink()
    return own_run


@pytest.fixture
def page(qtbot: QtBot, context: Context, run: Run, measured: list[Path]) -> MeasurePage:
    assert measured == []
    made = MeasurePage(context)
    qtbot.addWidget(made)
    made.resize(1250, 700)
    made.show()
    context.session.set_run(run)
    return made


@pytest.fixture
def landmarks(qtbot: QtBot, page: MeasurePage) -> LandmarkController:
    """The marking table, open at its first picture."""
    qtbot.mouseClick(page.mark, Button.LeftButton)
    qtbot.waitUntil(lambda: page.landmarks.session is not None and page.landmarks.panel.view.has_picture)
    return page.landmarks


@pytest.fixture
def panel(landmarks: LandmarkController) -> LandmarkPanel:
    return landmarks.panel
