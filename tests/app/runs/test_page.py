"""Runs page: open, rename, resume, delete."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QFile, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.runs.page import EMPTY, RunsPage
from icnn_engine.core.events import Operation, Progress
from icnn_engine.runs.interrupted_training import new_resume_state, write_resume_state
from icnn_engine.runs.run_folder import Run, write_run
from tests.own_network import as_converted, as_own


def choose(qtbot: QtBot, page: RunsPage, *paths: Path) -> None:
    """Click the rows of runs, all but the first with Ctrl."""
    qtbot.waitUntil(lambda: page.table.rowCount() >= len(paths))
    rows = {page.table.path(row): row for row in range(page.table.rowCount())}
    for number, path in enumerate(paths):
        middle = page.table.visualItemRect(page.table.item(rows[path], 1)).center()
        keys = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, keys, middle)


def test_without_runs_the_page_says_where_they_come_from(qtbot: QtBot, page: RunsPage, context: Context) -> None:
    qtbot.waitUntil(lambda: not context.files.busy("runs"))

    assert page.stack.currentIndex() == EMPTY


def test_return_opens_the_chosen_run(qtbot: QtBot, page: RunsPage, context: Context, run: Run) -> None:
    page.refresh()
    choose(qtbot, page, run.path)
    with qtbot.waitSignal(context.requests.open) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)

    assert told.args == [run.path]


def test_f2_renames_a_run_and_the_open_one_goes_on_under_its_new_name(
    qtbot: QtBot, page: RunsPage, context: Context, run: Run
) -> None:
    context.session.set_run(run)
    context.settings.add_run(run.path)
    choose(qtbot, page, run.path)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "my creatures")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    there = run.path.with_name("my creatures")
    qtbot.waitUntil(lambda: context.session.run is not None and context.session.run.path == there)

    assert context.settings.recent_runs() == (there,)
    qtbot.waitUntil(lambda: page.table.path(0) == there)


@pytest.mark.usefixtures("run")
def test_an_impossible_name_is_refused_and_the_old_one_stays(qtbot: QtBot, page: RunsPage, said: list[Message]) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)
    page.table.item(0, 0).setText("a/b")
    qtbot.waitUntil(lambda: bool(said))
    qtbot.waitUntil(lambda: page.table.item(0, 0).text() == "creature")

    assert "cannot be a folder's name" in said[0].text


def test_a_stopped_training_can_be_resumed(
    qtbot: QtBot, page: RunsPage, context: Context, run: Run, tmp_path: Path
) -> None:
    path = run.path.with_name("20250101-000000-foxes")
    write_resume_state(path, new_resume_state(tmp_path, run.settings, "f00d"))
    page.refresh()
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)
    choose(qtbot, page, run.path)
    usual = page.go_on.isVisible(), page.open.isVisible()
    choose(qtbot, page, path)
    shown = page.go_on.isVisible(), page.open.isVisible()
    wanted: list[object] = []
    context.requests.go_on.connect(wanted.append)
    qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.table.buttons[path], Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)

    assert (usual, shown) == ((False, True), (True, False))
    assert wanted == [path, path, path]
    assert list(page.table.buttons) == [path]


def test_a_run_keeps_its_name_while_something_is_exported(
    qtbot: QtBot, page: RunsPage, context: Context, said: list[Message], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.refresh()
    choose(qtbot, page, run.path)
    monkeypatch.setattr(type(context.exports), "busy", True)
    context.exports.changed.emit(None)  # as for every step
    enabled = page.rename.isEnabled(), page.delete.isEnabled()
    page.table.item(0, 0).setText("elsewhere")

    assert enabled == (False, False)
    assert "Wait until" in said[0].text
    assert run.path.is_dir()


def test_delete_moves_to_the_wastebasket_after_asking_and_closes_the_open_run(
    qtbot: QtBot, page: RunsPage, context: Context, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    trashed: list[str] = []
    monkeypatch.setattr(QFile, "moveToTrash", lambda path: trashed.append(path) or shutil.rmtree(path) is None)
    answers = iter([False, True])
    monkeypatch.setattr(page, "_may_delete", lambda _paths: next(answers))
    context.session.set_run(run)
    choose(qtbot, page, run.path)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    refused = list(trashed)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.stack.currentIndex() == EMPTY)

    assert refused == []
    assert trashed == [str(run.path)]
    assert context.session.run is None


def test_a_run_that_cannot_be_moved_stays_and_the_user_is_told(
    qtbot: QtBot,
    page: RunsPage,
    context: Context,
    said: list[Message],
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFile, "moveToTrash", lambda _path: False)
    monkeypatch.setattr(page, "_may_delete", lambda _paths: True)
    context.session.set_run(run)
    choose(qtbot, page, run.path)
    page.delete.click()

    assert run.path.is_dir()
    assert context.session.run is run
    assert "wastebasket" in said[-1].text


def test_a_run_that_a_training_may_be_writing_cannot_be_deleted(
    qtbot: QtBot, page: RunsPage, context: Context, run: Run
) -> None:
    def work() -> Operation[None]:
        while True:
            yield Progress("Training", 1, 10)

    (run.path / "run.toml").unlink()
    context.jobs.start("Training", work)
    page.refresh()
    choose(qtbot, page, run.path)
    during = page.delete.isEnabled()
    context.jobs.cancel()
    qtbot.waitUntil(lambda: not context.jobs.busy)
    qtbot.waitUntil(page.delete.isEnabled)

    assert not during


def test_the_menu_copies_the_command_that_repeats_a_run(qtbot: QtBot, page: RunsPage, run: Run) -> None:
    page.refresh()
    choose(qtbot, page, run.path)
    actions = {action.text(): action for action in page.menu().actions()}
    actions["Copy the command that repeats it"].trigger()
    words = shlex.split(QApplication.clipboard().text())

    assert words[:3] == ["partscope", "train", str(run.images)]
    assert not actions["Compare"].isEnabled()


def test_the_command_of_a_look_at_ones_own_network_is_no_training(qtbot: QtBot, page: RunsPage, run: Run) -> None:
    write_run(as_own(run))
    page.refresh()
    choose(qtbot, page, run.path)
    next(a for a in page.menu().actions() if a.text() == "Copy the command that repeats it").trigger()
    words = QApplication.clipboard().text()

    assert words.startswith(f"partscope inspect {run.images}")
    assert "--architecture resnet18 --weights mine.pth --layer layer3" in words


def test_the_command_that_repeats_a_conversion_converts(qtbot: QtBot, page: RunsPage, run: Run) -> None:
    write_run(as_converted(run))
    page.refresh()
    choose(qtbot, page, run.path)
    next(a for a in page.menu().actions() if a.text() == "Copy the command that repeats it").trigger()
    words = QApplication.clipboard().text()

    assert words.startswith(f"partscope convert {run.images}")
    assert f"--epochs {run.settings.epochs}" in words
