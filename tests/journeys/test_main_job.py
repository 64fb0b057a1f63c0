"""The main job in one sitting: open a folder, train, look while another training runs, ask, measure, export."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.jobs import RunnerState
from app.shell.main_window import MainWindow
from icnn_engine.core.events import drain
from icnn_engine.sample import make_sample

LONG = 240_000  # ms; the machine may be busy


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return drain(make_sample(tmp_path / "sample", creatures=16, backgrounds=16))


@pytest.fixture
def window(qtbot: QtBot, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr("app.train.page.runs_folder", lambda: tmp_path / "runs")
    made = MainWindow(context)
    qtbot.addWidget(made, before_close_func=lambda _window: context.jobs.shut_down())
    with qtbot.waitSignal(made.painted):
        made.show()
    made.start()
    return made


def train(qtbot: QtBot, window: MainWindow, epochs: int) -> None:
    page = window.pages["train"]
    page.form.set_values({"filters": 6, "epochs": epochs, "strength": 1e-3, "batch": 16})
    qtbot.waitUntil(page.start.isEnabled, timeout=LONG)
    qtbot.mouseClick(page.start, Qt.MouseButton.LeftButton)


def test_a_folder_becomes_parts_that_can_be_looked_at_asked_measured_and_exported(
    qtbot: QtBot, window: MainWindow, context: Context, sample: Path
) -> None:
    session = context.session
    window.opener.open(sample)
    qtbot.waitUntil(lambda: session.checkup is not None, timeout=LONG)
    window.show_page("train")
    train(qtbot, window, epochs=2)
    qtbot.waitUntil(lambda: session.run is not None, timeout=LONG)
    first = session.run

    train(qtbot, window, epochs=200)
    qtbot.waitUntil(lambda: context.jobs.state is RunnerState.RUNNING, timeout=LONG)
    window.show_page("filters")
    filters = window.pages["filters"]
    for index in (3, 0, 5):
        filters.choose_filter(index)
        qtbot.waitUntil(lambda index=index: session.filter == index and session.look is not None, timeout=LONG)
    name = filters.detail.notes.name
    name.setFocus()
    qtbot.keyClicks(name, "Snout")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    stranger = sample.parent / "stranger.png"
    Image.effect_noise((120, 90), 60).save(stranger)
    filters.explain_file(stranger)
    qtbot.waitUntil(lambda: session.look is not None and session.look.picture is None, timeout=LONG)
    assert 0 <= session.look.answer <= 1
    switches = filters.detail.ablation
    qtbot.mouseClick(switches.buttons["filter"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(switches.picture.isVisible, timeout=LONG)
    assert not switches.buttons["masks"].isVisible()
    assert "With filter" in switches.tested.text()
    assert context.jobs.busy

    context.jobs.cancel()
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=LONG)
    assert [path.name for path in first.path.parent.iterdir()] == [first.path.name]

    window.show_page("measure")
    window.show_page("export")
    form = window.pages["export"].form
    qtbot.mouseClick(form.start, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(form.report.write, Qt.MouseButton.LeftButton)
    if form.report.question.isVisible():  # parts have no name
        qtbot.mouseClick(form.report.question.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: (first.path / "figures" / "parts.png").is_file(), timeout=LONG)
    qtbot.waitUntil(lambda: not context.exports.busy, timeout=LONG)
    report = (first.path / "figures" / "report.html").read_text(encoding="utf-8")
    assert "Without it" in report  # what each part is worth was asked of the trained networks
    assert "Snout" in report
    assert session.run.table["instability"] is not None
