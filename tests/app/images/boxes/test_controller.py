from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.annotation import table_storage
from app.core.context import Context
from app.images.boxes.box_panel import BoxPanel
from app.images.boxes.controller import BoxController
from app.images.page import ImagesPage
from icnn_engine.data import BOXES
from icnn_engine.data.boxes.drawn_boxes import DrawnBoxes, read_drawn_boxes
from icnn_engine.data.tables.own_tables import own_path
from tests.app.images.boxes.drawing import drag, now

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAMES = ["cat/000.png", "cat/001.png", "fox/000.png", "fox/001.png", "fox/002.png"]
HALF = ((0.0, 0.0), (0.5, 0.5))


@pytest.fixture
def in_file(root: Path) -> Callable[[], DrawnBoxes]:
    """What boxes.csv holds now."""

    def read() -> DrawnBoxes:
        path = root / BOXES
        return read_drawn_boxes(path, NAMES) if path.is_file() else DrawnBoxes()

    return read


def test_every_box_is_saved_at_once(
    qtbot: QtBot, panel: BoxPanel, boxes: BoxController, root: Path, in_file: Callable
) -> None:
    drag(panel.view, *HALF)
    qtbot.waitUntil(lambda: in_file().rows == now(boxes).boxes.rows)

    assert set(in_file().rows) == {NAMES[0]}
    assert panel.progress.text() == "1 of 5 have a box"
    qtbot.waitUntil(lambda: str(root / BOXES) in panel.kept.text())
    assert "4 pictures here have no box" in panel.whole.text()


def test_undo_goes_back_to_the_picture_it_concerns_and_redo_forward(
    qtbot: QtBot, panel: BoxPanel, boxes: BoxController, in_file: Callable
) -> None:
    drag(panel.view, *HALF)
    QTest.keyClick(panel.view, Key.Key_Right)
    qtbot.waitUntil(lambda: panel.view.has_picture)
    drag(panel.view, *HALF)
    qtbot.waitUntil(lambda: len(in_file().rows) == 2)
    QTest.keyClick(panel.view, Key.Key_Z, CONTROL)
    QTest.keyClick(panel.view, Key.Key_Z, CONTROL)
    back, left = now(boxes).at, dict(now(boxes).boxes.rows)
    qtbot.waitUntil(lambda: not in_file().rows)
    QTest.keyClick(panel.view, Key.Key_Y, CONTROL)
    QTest.keyClick(panel.view, Key.Key_Z, CONTROL | SHIFT)

    assert (back, left) == (0, {})
    assert (now(boxes).at, len(now(boxes).boxes.rows)) == (1, 2)


def test_boxes_that_another_program_has_drawn_meanwhile_are_shown_and_kept(
    qtbot: QtBot, panel: BoxPanel, boxes: BoxController, root: Path, in_file: Callable
) -> None:
    (root / BOXES).write_text(f"image,x,y,width,height\n{NAMES[3]},1,2,10,10\ngone.png,1,1,2,2\n")
    drag(panel.view, *HALF)
    qtbot.waitUntil(lambda: NAMES[3] in now(boxes).boxes.rows)
    QTest.keyClick(panel.view, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: NAMES[0] not in in_file().rows)

    assert set(in_file().rows) == {NAMES[3]}
    assert [row["image"] for row in in_file().others] == ["gone.png"]


def test_a_damaged_file_is_told_and_kept(qtbot: QtBot, page: ImagesPage, root: Path) -> None:
    (root / BOXES).write_text("of no use\n")
    page.box_mode.draw()
    panel = page.box_mode.boxes.panel
    qtbot.waitUntil(lambda: panel.problem.isVisible() and panel.view.has_picture)
    told = panel.problem.text()
    drag(panel.view, *HALF)
    qtbot.waitUntil(lambda: not panel.problem.isVisible())

    assert "no column" in told
    assert "kept under another name" in told
    assert (root / "boxes-damaged.csv").read_text() == "of no use\n"


def test_where_the_folder_cannot_be_written_boxes_are_kept_elsewhere(
    qtbot: QtBot, panel: BoxPanel, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = table_storage._write

    def refuse(path: Path, text: str, stamp: table_storage.Stamp) -> bool:
        if path.parent == root:
            raise PermissionError(13, "Permission denied")
        return write(path, text, stamp)

    monkeypatch.setattr(table_storage, "_write", refuse)
    drag(panel.view, *HALF)
    qtbot.waitUntil(lambda: "cannot be written to" in panel.kept.text())

    assert set(read_drawn_boxes(own_path(root, BOXES), NAMES).rows) == {NAMES[0]}
    assert not (root / BOXES).exists()


def test_without_proposals_the_next_unsure_picture_is_the_next_one_without_a_box(
    qtbot: QtBot, panel: BoxPanel, boxes: BoxController
) -> None:
    QTest.keyClick(panel.view, Key.Key_U)
    second = now(boxes).at
    QTest.keyClick(panel.view, Key.Key_Left)
    qtbot.waitUntil(lambda: panel.view.has_picture)
    drag(panel.view, *HALF)
    went = []
    for _ in range(5):
        QTest.keyClick(panel.view, Key.Key_U)
        went.append(now(boxes).at)

    assert second == 1
    assert went == [1, 2, 3, 4, 1]
    assert panel.accept_all.isHidden()


def test_a_picture_that_is_gone_is_told_and_the_next_can_be_drawn_in(
    qtbot: QtBot, page: ImagesPage, root: Path
) -> None:
    (root / NAMES[0]).unlink()
    page.box_mode.draw()
    panel = page.box_mode.boxes.panel
    qtbot.waitUntil(lambda: "cannot be read" in panel.view.placeholder)
    QTest.keyClick(panel.view, Key.Key_Right)
    qtbot.waitUntil(lambda: panel.view.has_picture)

    assert now(page.box_mode.boxes).picture.name == NAMES[1]


def test_nothing_is_lost_if_the_program_ends_at_once(panel: BoxPanel, context: Context, in_file: Callable) -> None:
    drag(panel.view, *HALF)
    context.shut_down()

    assert set(in_file().rows) == {NAMES[0]}
