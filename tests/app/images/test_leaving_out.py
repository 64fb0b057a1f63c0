"""Pictures are left out from the grid, the large view and the check-up."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListWidgetItem
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.images.page import ImagesPage
from app.shell.opening import Opener
from icnn_engine.data import LEFT_OUT
from tests.app.pictures import make_folder


@pytest.fixture
def root(qtbot: QtBot, context: Context, tmp_path: Path) -> Path:
    """A checked folder with four foxes, the last a copy of the first, and two cats."""
    made = make_folder(tmp_path / "zoo", fox=3, cat=2)
    (made / "fox" / "003.png").write_bytes((made / "fox" / "000.png").read_bytes())
    Opener(context, context.session).open_folder(made)
    qtbot.waitUntil(lambda: context.session.checkup is not None)
    return made


def checked_left_out(context: Context) -> list[str]:
    checkup = context.session.checkup
    return [] if checkup is None else [problem.path for problem in checkup.left_out]


def shown(page: ImagesPage) -> list[str]:
    return [picture.name for picture in page.grid.model_.pictures]


def choose_kind(page: ImagesPage, title: str) -> None:
    page.checkup.kinds.setCurrentRow([item.text() for item in items(page)].index(title))


def items(page: ImagesPage) -> list[QListWidgetItem]:
    return [page.checkup.kinds.item(row) for row in range(page.checkup.kinds.count())]


@pytest.mark.usefixtures("root")
def test_delete_leaves_the_selected_pictures_out_and_takes_them_in_again(
    qtbot: QtBot, context: Context, page: ImagesPage
) -> None:
    page.grid.select("cat/000.png")
    page.grid.selectAll()
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(checked_left_out(context)) == 6)
    words, still = page.checkup.state.text(), shown(page)
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not checked_left_out(context))

    assert words == "0 of 6 pictures can be used. You left out 6 pictures."
    assert len(still) == 6
    assert page.checkup.state.text() == "All 6 pictures can be used."


@pytest.mark.usefixtures("root")
def test_a_picture_that_is_left_out_is_dimmed_and_listed_apart(
    qtbot: QtBot, context: Context, page: ImagesPage
) -> None:
    page.grid.select("fox/001.png")
    index = page.grid.currentIndex()
    qtbot.waitUntil(lambda: page.grid.model_.thumbnail("fox/001.png") is not None)
    before = page.grid.grab(page.grid.visualRect(index)).toImage().pixelColor(40, 40)
    qtbot.mouseClick(page.leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: checked_left_out(context) == ["fox/001.png"])
    after = page.grid.grab(page.grid.visualRect(index)).toImage().pixelColor(40, 40)
    deed = page.leave.accessibleName()
    page.categories.setCurrentRow(page.categories.count() - 1)

    assert before != after
    assert deed == "Take in again"
    assert shown(page) == ["fox/001.png"]
    assert page.grid.model_.index(0).data(Qt.ItemDataRole.ToolTipRole) == "fox/001.png: left out"


def test_undo_on_this_page_takes_pictures_in_again(
    qtbot: QtBot, context: Context, page: ImagesPage, root: Path
) -> None:
    page.grid.select("fox/001.png")
    qtbot.mouseClick(page.leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: checked_left_out(context) == ["fox/001.png"])
    context.undo.activeStack().undo()
    qtbot.waitUntil(lambda: checked_left_out(context) == [])
    page.hide()

    assert not (root / LEFT_OUT).exists()
    assert context.undo.activeStack() is context.notes.stack


def test_all_copies_but_one_are_left_out_from_the_check_up(
    qtbot: QtBot, context: Context, page: ImagesPage, root: Path
) -> None:
    choose_kind(page, "Copies")
    deed = page.checkup.leave.accessibleName()
    qtbot.mouseClick(page.checkup.leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: checked_left_out(context) == ["fox/003.png"])
    kinds = [item.text() for item in items(page)]
    choose_kind(page, "Left out by you")
    qtbot.mouseClick(page.checkup.leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: checked_left_out(context) == [])

    assert deed == "Leave out the copy"
    assert "Copies" not in kinds
    assert not (root / LEFT_OUT).exists()


def test_the_menu_of_a_finding_acts_on_one_note(qtbot: QtBot, context: Context, page: ImagesPage, root: Path) -> None:
    choose_kind(page, "Tiny pictures")
    page.checkup.notes.setCurrentRow(1)
    actions = {action.text(): action for action in page.checkup.menu().actions()}
    actions["Leave out"].trigger()
    qtbot.waitUntil(lambda: checked_left_out(context) == ["cat/001.png"])

    assert (root / LEFT_OUT).read_text() == "image,reason\ncat/001.png,32 × 24 pixels\n"
    assert page.checkup.kinds.current == "tiny"


def test_the_large_view_leaves_out_what_it_shows(
    qtbot: QtBot, context: Context, page: ImagesPage, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr("app.widgets.file_manager.reveal", lambda path: not asked.append(path))
    page.grid.select("fox/000.png")
    qtbot.keyClick(page.grid, Qt.Key.Key_Space)
    large = page.large
    assert large is not None
    qtbot.mouseClick(large.on, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(large.leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: checked_left_out(context) == ["fox/001.png"])
    qtbot.mouseClick(large.folder, Qt.MouseButton.LeftButton)

    assert large.mark.isVisible()
    assert large.leave.accessibleName() == "Take in again"
    assert large.back.isEnabled()
    assert asked == [root / "fox" / "001.png"]


@pytest.mark.usefixtures("root")
def test_a_narrow_page_has_the_categories_in_one_line(qtbot: QtBot, page: ImagesPage) -> None:
    page.resize(700, 340)
    qtbot.waitUntil(lambda: page.minimumSizeHint().width() <= 700)
    box = page.findChild(QComboBox)
    box.activated.emit(2)

    assert box.isVisible()
    assert not page.categories.isVisible()
    assert {name.partition("/")[0] for name in shown(page)} == {"fox"}
