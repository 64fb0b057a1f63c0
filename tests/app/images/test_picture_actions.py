from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.images.page import ImagesPage
from app.shell.opening import Opener
from icnn_engine.core.annotations import CheckUp, Problem
from tests.app.pictures import listed, make_folder


def test_the_menu_of_several_pictures_copies_their_paths(context: Context, page: ImagesPage) -> None:
    folder = listed(Path("/pictures"), fox=5)
    context.session.set_folder(folder)
    none = page.actions_.make_menu()
    page.grid.select(folder.pictures[0].name)
    page.grid.selectAll()
    menu = page.actions_.make_menu()
    assert menu is not None
    texts = {action.text(): action for action in menu.actions()}
    texts["Copy 5 paths"].trigger()

    assert none is None
    assert QGuiApplication.clipboard().text().splitlines() == [str(p.path) for p in folder.pictures]
    assert not texts["Explain by the open run"].isEnabled()


def test_a_picture_is_copied_to_the_clipboard(qtbot: QtBot, context: Context, page: ImagesPage, tmp_path: Path) -> None:
    QGuiApplication.clipboard().clear()
    opener = Opener(context, context.session)
    opener.open_folder(make_folder(tmp_path / "zoo", fox=1))
    qtbot.waitUntil(lambda: context.session.folder is not None)
    page.grid.select("fox/000.png")
    menu = page.actions_.make_menu()
    assert menu is not None
    next(a for a in menu.actions() if a.text() == "Copy picture").trigger()
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull())

    assert QGuiApplication.clipboard().image().size().toTuple() == (32, 24)


def test_a_problem_is_shown_in_its_folder(
    qtbot: QtBot, context: Context, page: ImagesPage, monkeypatch: pytest.MonkeyPatch, said: list[Message]
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr("app.widgets.file_manager.reveal", lambda path: bool(asked.append(path)))
    folder = listed(Path("/pictures"), fox=3)
    context.session.set_folder(folder)
    problems = (Problem("fox/notes.txt", "not a picture (.txt)"),)
    context.session.set_checkup(CheckUp(folder.root, (), ("fox",), problems, (), (), ""))
    page.checkup.notes.setCurrentIndex(page.checkup.notes.model().index(0, 0))
    qtbot.mouseClick(page.checkup.folder, Qt.MouseButton.LeftButton)

    assert asked == [Path("/pictures/fox/notes.txt")]
    assert "/pictures/fox/notes.txt" in said[0].text
