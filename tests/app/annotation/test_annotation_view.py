from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.annotation.annotation_view import AnnotationView, clamped

Key, Button, No = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier.NoModifier


class HeardView(AnnotationView):
    """Remembers what the left button did."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        self._paint_prompt(QPainter(self))

    def _forget_press(self) -> None:
        pass

    def _press(self, at: QPointF) -> None:
        self.heard.append(f"pressed {at.x():g}")

    def _release(self, at: QPointF) -> None:
        self.heard.append(f"released {at.x():g}")


@pytest.fixture
def view(qtbot: QtBot) -> HeardView:
    made = HeardView()
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show()
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("green"))
    made.show_new(picture)
    made.setFocus()
    return made


def test_the_left_button_annotates(view: HeardView) -> None:
    QTest.mousePress(view, Button.LeftButton, No, QPoint(100, 100))
    QTest.mouseRelease(view, Button.LeftButton, No, QPoint(120, 100))

    assert view.heard == ["pressed 100", "released 120"]


def test_nothing_is_annotated_while_there_is_no_picture(view: HeardView) -> None:
    view.show_new(None)
    QTest.mousePress(view, Button.LeftButton, No, QPoint(100, 100))

    assert view.heard == []


@pytest.mark.parametrize("button", [Button.LeftButton, Button.MiddleButton])
def test_space_or_the_middle_button_and_dragging_moves_an_enlarged_picture(
    qtbot: QtBot, view: HeardView, button: Qt.MouseButton
) -> None:
    view.zoom_by(4)
    before = view.viewport
    if button == Button.LeftButton:
        QTest.keyPress(view, Key.Key_Space)
    QTest.mousePress(view, button, No, QPoint(200, 200))
    QTest.mouseMove(view, QPoint(150, 160))
    QTest.mouseRelease(view, button, No, QPoint(150, 160))
    with qtbot.assertNotEmitted(view.tapped):
        QTest.keyRelease(view, Key.Key_Space)
    moved = view.viewport
    QTest.keyClick(view, Key.Key_F)

    assert (moved.x > before.x, moved.y > before.y, moved.zoom) == (True, True, before.zoom)
    assert not [word for word in view.heard if word.startswith("pressed")]
    assert view.viewport.zoom == 1


def test_a_tap_of_space_goes_on(qtbot: QtBot, view: HeardView) -> None:
    with qtbot.waitSignal(view.tapped):
        QTest.keyClick(view, Key.Key_Space)


def test_the_words_on_the_picture_make_way_for_the_mouse(view: HeardView) -> None:
    view.set_prompt("Do this")
    QTest.mouseMove(view, QPoint(200, 300))
    above = view.grab().toImage()
    QTest.mouseMove(view, QPoint(200, 20))

    assert view.accessibleDescription() == "Do this"
    assert view.grab().toImage() != above


def test_a_point_outside_is_brought_to_the_nearest_inside() -> None:
    assert clamped(QPointF(-5, 30), QRectF(0, 0, 10, 10)) == QPointF(0, 10)
