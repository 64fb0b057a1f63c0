"""Export page: what becomes of exports in the list."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.export.page import ExportPage
from app.widgets.export_list import ExportState
from icnn_engine.runs.run_folder import Run
from tests.app.export.exporting import export


def test_a_finished_figure_is_dragged_as_a_file_and_as_a_picture(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    context.session.set_run(fake_run)
    export(qtbot, context, page, "parts")
    mime = page.list.mimeData([page.list.item(0)])

    assert mime.urls()[0].toLocalFile() == str(tmp_path / "out" / "parts.png")
    assert mime.hasImage()


def test_an_export_that_waits_or_is_written_can_be_cancelled_and_written_again(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, tmp_path: Path
) -> None:
    context.session.set_run(fake_run)
    page.form.choose.click()
    page.form.choices.tick("bulk", "parts")
    page.form.bulk.filters.set_value("all")
    page.form.start.click()
    bulk, parts = tmp_path / "out" / "bulk", tmp_path / "out" / "parts.png"
    context.exports.cancel(bulk)
    waiting = context.exports.entries[bulk].state
    qtbot.waitUntil(lambda: not context.exports.busy, timeout=60_000)
    context.exports.retry(bulk)
    qtbot.waitUntil(lambda: "of" in context.exports.entries[bulk].words, timeout=60_000)
    context.exports.cancel(bulk)
    qtbot.waitUntil(lambda: not context.exports.busy, timeout=60_000)

    assert waiting is ExportState.CANCELLED
    assert context.exports.entries[bulk].state is ExportState.CANCELLED
    assert parts.is_file()
    assert not list(bulk.rglob("*.part"))


def test_a_double_click_opens_what_is_done(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url.toLocalFile()))
    context.session.set_run(fake_run)
    export(qtbot, context, page, "table")
    page.list.itemActivated.emit(page.list.item(0))
    page.folder.click()

    assert opened == [str(tmp_path / "out" / "table.csv"), str(tmp_path / "out")]


def test_what_no_program_opens_is_told_with_its_place(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[Message] = []
    context.messages.said.connect(said.append)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    context.session.set_run(fake_run)
    export(qtbot, context, page, "table")
    page.list.itemActivated.emit(page.list.item(0))

    assert any(str(tmp_path / "out" / "table.csv") in message.text for message in said)


def test_exporting_again_replaces_the_line_and_clearing_empties_the_list(
    qtbot: QtBot, page: ExportPage, context: Context, fake_run: Run
) -> None:
    context.session.set_run(fake_run)
    export(qtbot, context, page, "table")
    export(qtbot, context, page, "table")
    lines = page.list.count()
    page.clear.click()

    assert lines == 3
    assert page.list.count() == 0
