"""Preview of the figure that the user points at."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.engine import EngineState
from app.export.export_source import ExportSource
from app.export.page import ExportPage
from icnn_engine import report
from icnn_engine.report import ReportFrame, read_frame
from icnn_engine.runs.run_folder import Run


def test_the_figure_that_the_user_points_at_is_drawn_and_can_be_copied(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    page.activateWindow()
    page.form.choices.boxes["positions"].setFocus()
    qtbot.waitUntil(
        lambda: page.preview.figure.path is not None and page.preview.figure.path.name == "positions.png",
        timeout=30_000,
    )
    page.preview.copy.click()
    copied = QApplication.clipboard().mimeData()

    assert copied.hasImage()
    assert copied.urls()[0].toLocalFile() == str(page.preview.figure.path)


def test_a_preview_is_drawn_again_only_after_its_inputs_changed(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(ExportSource, "preview", lambda _self, key, folder: drawn.append(key) or (folder / "none.png",))
    context.session.set_run(fake_run)
    qtbot.waitUntil(lambda: drawn == ["report"])
    for change in (page.hide, page.show, lambda: context.session.set_filter(3)):
        change()
    page.form.choices.pointed.emit("filter")
    qtbot.waitUntil(lambda: drawn[1:] == ["filter"])
    context.session.set_filter(4)
    qtbot.waitUntil(lambda: drawn[2:] == ["filter"])


def test_the_report_is_shown_page_by_page_with_the_title_that_is_typed(
    qtbot: QtBot, page: ExportPage, context: Context, own_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames: list[ReportFrame] = []
    draw = report.draw_report
    monkeypatch.setattr(report, "draw_report", lambda *given: frames.append(given[3]) or draw(*given))
    context.session.set_run(own_run)
    qtbot.waitUntil(lambda: bool(page.preview.pages.pages), timeout=60_000)
    shown = page.preview.pages.isVisible()
    qtbot.keyClicks(page.form.report.title, "For the board")
    qtbot.waitUntil(lambda: frames[-1].title == "For the board", timeout=30_000)
    qtbot.waitUntil(lambda: read_frame(own_run.path).title == "For the board")

    assert shown
    assert not page.preview.copy.isEnabled()


@pytest.mark.usefixtures("page")
def test_the_report_is_drawn_once_the_engine_is_loaded(
    qtbot: QtBot, context: Context, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(ExportSource, "preview", lambda _self, key, _folder: drawn.append(key) or ())
    monkeypatch.setattr(context.engine, "state", EngineState.LOADING)
    context.session.set_run(fake_run)
    qtbot.waitUntil(lambda: not context.files.busy("report texts"))
    before = list(drawn)
    monkeypatch.setattr(context.engine, "state", EngineState.READY)
    context.engine.changed.emit(EngineState.READY)
    qtbot.waitUntil(lambda: drawn == ["report"])

    assert before == []


def test_the_preview_says_why_a_figure_cannot_be_drawn(page: ExportPage, context: Context, fake_run: Run) -> None:
    context.session.set_run(fake_run)
    page.form.choices.pointed.emit("stages")
    without_filter = page.preview.figure.accessibleName()
    page.form.choices.pointed.emit("table")

    assert "No filter is chosen" in without_filter
    assert "Nothing to preview" in page.preview.figure.accessibleName()
