"""Table of runs: order, search, states."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.runs.page import RunsPage
from icnn_engine.runs.run_folder import Run
from tests.app.runs.test_page import choose


def test_runs_are_listed_latest_first_with_their_figures(qtbot: QtBot, page: RunsPage, run: Run, other: Path) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)

    assert [page.table.path(row) for row in range(2)] == [other, run.path]
    assert page.table.item(0, 5).text() == "0.950"
    assert page.note.text().startswith("2 runs, ")


def test_the_table_is_sorted_by_a_click_and_searched_by_words(
    qtbot: QtBot, page: RunsPage, run: Run, other: Path
) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)
    page.table.sortItems(1, Qt.SortOrder.AscendingOrder)
    first = page.table.path(0)
    qtbot.keyClicks(page.search, "again creature")

    assert first == run.path
    assert [page.table.path(row) for row in range(2) if not page.table.isRowHidden(row)] == [other]
    assert page.note.text() == "1 of 2 runs"


def test_a_run_that_was_never_finished_is_listed_and_cannot_be_opened(qtbot: QtBot, page: RunsPage, run: Run) -> None:
    (run.path / "run.toml").unlink()
    page.refresh()
    choose(qtbot, page, run.path)

    assert page.table.item(0, 4).text() == "never finished"
    assert not page.open.isEnabled()
    assert page.delete.isEnabled()
