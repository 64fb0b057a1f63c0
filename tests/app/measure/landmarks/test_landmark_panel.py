from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.measure.landmarks.controller import LandmarkController
from app.measure.landmarks.landmark_panel import LandmarkPanel
from app.measure.page import MeasurePage
from app.widgets.common import show_text
from tests.app.measure.landmarks.annotating import click, name_parts, now, share_of

Key, Button, No = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier.NoModifier


def test_keys_go_from_picture_to_picture_and_choose_parts(panel: LandmarkPanel, landmarks: LandmarkController) -> None:
    name_parts(panel, "head", "legs")
    panel.view.setFocus()
    went = []
    for key in (Key.Key_Space, Key.Key_Right, Key.Key_Return, Key.Key_Left, Key.Key_Backspace):
        QTest.keyClick(panel.view, key)
        went.append(now(landmarks).at)
    QTest.keyClick(panel.view, Key.Key_2)

    assert went == [1, 2, 3, 2, 1]
    assert now(landmarks).part_name == "legs"


@pytest.mark.parametrize("key", [Key.Key_X, Key.Key_N])
def test_a_part_that_is_not_visible_is_kept_as_looked_for(
    panel: LandmarkPanel, landmarks: LandmarkController, key: Key
) -> None:
    name_parts(panel, "head", "legs")
    QTest.keyClick(panel.view, key)

    assert share_of(landmarks, 0, "head") is None
    assert panel.parts.item(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("head: not visible")
    assert now(landmarks).part_name == "legs"


def test_a_part_is_renamed_removed_and_brought_back(
    qtbot: QtBot, panel: LandmarkPanel, landmarks: LandmarkController
) -> None:
    name_parts(panel, "head", "legs")
    click(qtbot, panel, 0.3, 0.4)
    panel.parts.setCurrentRow(0)
    panel.rename.click()
    editor = panel.parts.findChild(QLineEdit)
    editor.setText("face")
    QTest.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: "face" in now(landmarks).marks.parts)
    renamed = now(landmarks).marks
    panel.parts.setCurrentRow(0)
    QTest.keyClick(panel.parts, Key.Key_Delete)
    removed = now(landmarks).marks
    qtbot.mouseClick(panel.undo, Button.LeftButton)

    assert renamed.parts == ("face", "legs")
    assert renamed.of(now(landmarks).picture.name).keys() == {"face"}
    assert (removed.parts, removed.rows) == (("legs",), {})
    assert now(landmarks).marks == renamed


def test_a_name_that_is_taken_is_refused_in_words(
    qtbot: QtBot, panel: LandmarkPanel, landmarks: LandmarkController, context: Context
) -> None:
    name_parts(panel, "head")
    with qtbot.waitSignal(context.messages.said) as said:
        name_parts(panel, " head")

    assert "already" in said.args[0].text
    assert now(landmarks).marks.parts == ("head",)


def test_a_click_that_no_button_takes_gives_the_keys_to_the_picture(panel: LandmarkPanel) -> None:
    panel.name.setFocus()
    QTest.mouseClick(panel, Button.LeftButton, No, QPoint(2, panel.height() - 2))

    assert panel.window().focusWidget() is panel.view


def test_the_list_of_parts_gives_way_to_what_is_measured(qtbot: QtBot, page: MeasurePage, panel: LandmarkPanel) -> None:
    page.resize(1150, 700)
    before = panel.parts.height()
    for line in (panel.measured, panel.figures, panel.kept):
        show_text(line, "A sentence of some length that takes two lines in the card at the side")
    qtbot.waitUntil(lambda: panel.parts.height() < before)

    assert panel.next.visibleRegion().boundingRect() == panel.next.rect()
    assert panel.parts.sizeHint().height() <= 100  # what a scroll area of texts that wrap asks for


def test_the_sheet_of_keys_is_that_of_the_marking_table(page: MeasurePage) -> None:
    before = page.keys()
    page.mark_parts()

    assert len(page.keys()) > len(before)
    assert "C" in dict(page.keys())
