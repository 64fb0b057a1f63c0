from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.measure.landmarks.controller import LandmarkController
from app.measure.landmarks.landmark_panel import LandmarkPanel
from tests.app.measure.landmarks.annotating import at, click, name_parts, now, share_of

Key, Button, No = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_mark_is_corrected_by_dragging_it(qtbot: QtBot, panel: LandmarkPanel, landmarks: LandmarkController) -> None:
    name_parts(panel, "head", "legs")
    click(qtbot, panel, 0.3, 0.4)
    view = panel.view
    QTest.mousePress(view, Button.LeftButton, No, at(view, 0.3, 0.4))
    QTest.mouseMove(view, at(view, 0.5, 0.5))
    during = view.grab().toImage()
    QTest.mouseRelease(view, Button.LeftButton, No, at(view, 0.5, 0.5))

    assert during != view.grab().toImage()
    assert share_of(landmarks, 0, "head") == pytest.approx((0.5, 0.5), abs=0.01)
    assert now(landmarks).marks.of(now(landmarks).picture.name).keys() == {"head"}


def test_a_double_click_marks_once(qtbot: QtBot, panel: LandmarkPanel, landmarks: LandmarkController) -> None:
    name_parts(panel, "head")
    click(qtbot, panel, 0.5, 0.5)
    QTest.mouseDClick(panel.view, Button.LeftButton, No, at(panel.view, 0.5, 0.5))

    assert len(now(landmarks).marks.rows) == 1


def test_parts_are_marked_with_the_keyboard_alone(panel: LandmarkPanel, landmarks: LandmarkController) -> None:
    name_parts(panel, "head", "legs")
    panel.view.setFocus()
    QTest.keyClick(panel.view, Key.Key_C)
    QTest.keyClick(panel.view, Key.Key_Return)
    for _ in range(2):
        QTest.keyClick(panel.view, Key.Key_Right, SHIFT)
    QTest.keyClick(panel.view, Key.Key_Up)
    width, height = panel.view.picture_rect().width(), panel.view.picture_rect().height()
    QTest.keyClick(panel.view, Key.Key_Enter)

    assert panel.by_keys.isChecked()
    assert share_of(landmarks, 0, "head") == pytest.approx((0.5, 0.5), abs=0.001)
    assert share_of(landmarks, 0, "legs") == pytest.approx((0.5 + 80 / width, 0.5 - 4 / height), abs=0.002)
    assert now(landmarks).at == 1


def test_a_click_in_an_enlarged_picture_marks_what_is_under_it(
    qtbot: QtBot, panel: LandmarkPanel, landmarks: LandmarkController
) -> None:
    name_parts(panel, "head")
    panel.view.zoom_by(5, QPointF(at(panel.view, 0.25, 0.75)))
    click(qtbot, panel, 0.27, 0.72)

    assert share_of(landmarks, 0, "head") == pytest.approx((0.27, 0.72), abs=0.005)
