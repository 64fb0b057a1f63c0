from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.images.boxes.box_panel import BoxPanel
from app.images.boxes.controller import BoxController
from app.images.page import ImagesPage
from tests.app.images.boxes.drawing import drag, now

Key, Button = Qt.Key, Qt.MouseButton


def test_keys_go_from_picture_to_picture(panel: BoxPanel, boxes: BoxController) -> None:
    panel.view.setFocus()
    went = []
    for key in (Key.Key_Right, Key.Key_PageDown, Key.Key_Left, Key.Key_Backspace, Key.Key_Space, Key.Key_Return):
        QTest.keyClick(panel.view, key)
        went.append(now(boxes).at)

    assert went == [1, 2, 1, 0, 1, 2]


def test_boxes_are_listed_with_their_sizes_and_chosen_by_number(panel: BoxPanel, boxes: BoxController) -> None:
    assert not panel.remove.isEnabled()
    drag(panel.view, (0.1, 0.1), (0.4, 0.4))
    drag(panel.view, (0.5, 0.5), (1.0, 1.0))
    listed = [panel.boxes.item(i).data(Qt.ItemDataRole.AccessibleTextRole) for i in range(panel.boxes.count())]
    QTest.keyClick(panel.view, Key.Key_1)
    by_key = now(boxes).chosen
    panel.boxes.setCurrentRow(1)

    assert [text.partition(":")[0] for text in listed] == ["Box 1", "Box 2"]
    assert listed[1].endswith("16 × 12 pixels")
    assert (by_key, now(boxes).chosen) == (0, 1)
    assert panel.remove.isEnabled()


@pytest.mark.parametrize("way", ["key", "button", "list"])
def test_the_chosen_box_is_removed(qtbot: QtBot, panel: BoxPanel, boxes: BoxController, way: str) -> None:
    drag(panel.view, (0.1, 0.1), (0.4, 0.4))
    if way == "button":
        qtbot.mouseClick(panel.remove, Button.LeftButton)
    else:
        QTest.keyClick(panel.view if way == "key" else panel.boxes, Key.Key_Delete)

    assert now(boxes).row == ()


def test_the_sheet_of_keys_is_that_of_the_box_panel(page: ImagesPage, panel: BoxPanel) -> None:
    assert page.keys() == panel.keys()
    panel.left.emit()
    assert page.keys() != panel.keys()


def test_everything_that_can_be_used_has_a_name(panel: BoxPanel) -> None:
    widgets = (panel.view, panel.boxes, panel.remove, panel.undo, panel.redo, panel.fit, panel.next, panel.previous)
    widgets += (panel.accept, panel.unsure, panel.train, panel.done)

    assert all(widget.accessibleName() for widget in widgets)
