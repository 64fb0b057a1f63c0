"""What a user does at the box panel."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from app.images.boxes.box_session import BoxSession
from app.images.boxes.box_view import BoxView
from app.images.boxes.controller import BoxController
from icnn_engine.core.annotations import Box

Button, No = Qt.MouseButton, Qt.KeyboardModifier.NoModifier


def now(boxes: BoxController) -> BoxSession:
    assert boxes.session is not None
    return boxes.session


def at(view: BoxView, x: float, y: float) -> QPoint:
    """The point of the view on shares of its picture."""
    rect = view.picture_rect()
    return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()).toPoint()


def drag(view: BoxView, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag from one point of the picture to another, both in shares of it."""
    QTest.mousePress(view, Button.LeftButton, No, at(view, *start))
    QTest.mouseMove(view, at(view, *end))
    QTest.mouseRelease(view, Button.LeftButton, No, at(view, *end))


def click(view: BoxView, x: float, y: float) -> None:
    QTest.mouseClick(view, Button.LeftButton, No, at(view, x, y))


def shares(boxes: BoxController) -> list[Box]:
    """The boxes of the picture on show, in shares of it."""
    width, height = now(boxes).picture.width, now(boxes).picture.height
    return [(b[0] / width, b[1] / height, b[2] / width, b[3] / height) for b in (box.edges for box in now(boxes).row)]
