"""Table of runs: order, search, states."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.runs.page import RunsPage
from app.runs.run_name_delegate import OPEN, STATE, THUMBNAIL
from icnn_engine.runs.run_folder import Run
from tests.app.runs.test_page import choose


def test_runs_are_listed_latest_first_with_their_figures(qtbot: QtBot, page: RunsPage, run: Run, other: Path) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)

    assert [page.table.path(row) for row in range(2)] == [other, run.path]
    texts = [page.table.item(0, column).text() for column in range(6)]

    assert texts == ["again", "2030-01-01", "creature", "3", "95.0 %", "96.2 %"]
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

    assert page.table.item(0, 0).data(STATE) == "never finished"
    assert not page.open.isEnabled()
    assert page.delete.isEnabled()


def test_the_open_run_is_marked_by_a_word(
    qtbot: QtBot, page: RunsPage, context: Context, run: Run, other: Path
) -> None:
    context.session.set_run(run)
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)
    rows = {page.table.path(row): page.table.item(row, 0) for row in range(2)}

    assert (rows[run.path].data(STATE), rows[run.path].data(OPEN)) == ("open", True)
    assert (rows[other].data(STATE), rows[other].data(OPEN)) == ("", False)
    assert rows[run.path].data(Qt.ItemDataRole.AccessibleTextRole) == "creature, open"


def test_runs_that_would_have_the_same_name_keep_their_dates(qtbot: QtBot, page: RunsPage, run: Run) -> None:
    twice = run.path.with_name("20300101-000000-creature")
    shutil.copytree(run.path, twice)
    page.refresh()
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)

    assert {page.table.item(row, 0).text() for row in range(2)} == {run.path.name, twice.name}
    assert page.table.item(0, 0).toolTip() == str(page.table.path(0))


def test_a_run_has_a_picture_of_its_largest_part_unless_its_pictures_are_gone(
    qtbot: QtBot, page: RunsPage, run: Run, other: Path
) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)
    qtbot.waitUntil(lambda: all(page.table.item(row, 0).data(THUMBNAIL) is not None for row in range(2)))
    shutil.rmtree(run.images)
    gone = run.path.with_name("20300102-000000-late")
    shutil.copytree(run.path, gone)
    page.refresh()
    qtbot.waitUntil(lambda: page.table.rowCount() == 3)
    qtbot.wait(300)
    pictured = {page.table.path(row): page.table.item(row, 0).data(THUMBNAIL) is not None for row in range(3)}

    assert pictured == {run.path: True, other: True, gone: False}


def test_more_columns_are_shown_on_request_and_next_time(
    qtbot: QtBot, page: RunsPage, context: Context, run: Run
) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)
    before = [page.table.isColumnHidden(column) for column in range(page.table.columnCount())]
    qtbot.mouseClick(page.more, Qt.MouseButton.LeftButton)
    again = RunsPage(context)
    qtbot.addWidget(again)

    assert before == [False] * 6 + [True] * 5
    assert not any(again.table.isColumnHidden(column) for column in range(11))
    assert page.table.path(0) == run.path


def test_the_usual_columns_fit_into_a_small_window(qtbot: QtBot, page: RunsPage, run: Run) -> None:
    page.resize(700, 340)
    page.refresh()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)

    assert page.minimumSizeHint().width() <= 700
    assert page.table.horizontalScrollBar().maximum() == 0
    assert page.table.columnWidth(0) >= 160
    assert page.table.path(0) == run.path
