"""A long day with the window: pictures, filters and runs gone through again and again leave memory, threads and handles
as they were."""

from __future__ import annotations

import gc
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.context import Context, make_context
from app.widgets.pictures.compute_scene import SceneMaker
from icnn_engine.runs.run_folder import Run, open_run
from tests.app.filters.filters_page import FakeExplainer, made_page
from tests.fake_run import make_fake_run
from tests.faults.conftest import handles

ROOM = 40  # megabytes that may come and go: Pillow, Qt's pixmaps and Python keep some of what they had


@pytest.fixture
def context(qapp: QApplication, tmp_path: Path) -> Iterator[Context]:
    made = make_context(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat), qapp)
    yield made
    made.shut_down()


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
@pytest.mark.rounds(12, 1000)
def test_overlays_and_runs_without_end_leave_everything_as_it_was(
    qtbot: QtBot, context: Context, tmp_path: Path, rounds: int, tried: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SceneMaker, "_of", lambda _self, run: FakeExplainer(run))
    paths = [make_fake_run(tmp_path / name, pictures=20, filters=16).path for name in ("one", "two", "three")]
    page = made_page(qtbot, context, open_run(paths[0]))

    def look(run: Run) -> None:
        """Every filter of a run on one picture."""
        context.session.set_run(run)
        qtbot.waitUntil(lambda: context.session.look is not None)
        for one in run.filters:
            page.panel.filter_chosen.emit(one.index)
            qtbot.waitUntil(lambda: not context.lane.busy("scene"))
            tried["overlays drawn"] += 1

    sizes = []
    for number in range(max(6, rounds // 16)):
        look(open_run(paths[number % 3]))
        tried["runs opened"] += 1
        gc.collect()
        sizes.append((memory(), threading.active_count(), handles()))
    warm, end = sizes[len(sizes) // 2], sizes[-1]

    assert end[0] - warm[0] < ROOM, sizes
    assert end[1:] == warm[1:], sizes


def memory() -> float:
    """Megabytes that this process holds; 0 where the system does not tell."""
    place = Path("/proc/self/statm")
    return int(place.read_text(encoding="ascii").split()[1]) * 4096 / 1e6 if place.is_file() else 0.0
