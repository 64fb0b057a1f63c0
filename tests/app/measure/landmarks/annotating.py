"""What a user does at the landmark panel."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.measure.landmarks.annotation_session import AnnotationSession
from app.measure.landmarks.controller import LandmarkController
from app.measure.landmarks.landmark_panel import LandmarkPanel
from app.measure.landmarks.landmark_view import LandmarkView

Key, Button, No = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier.NoModifier


def now(landmarks: LandmarkController) -> AnnotationSession:
    assert landmarks.session is not None
    return landmarks.session


def name_parts(panel: LandmarkPanel, *names: str) -> None:
    for name in names:
        QTest.keyClicks(panel.name, name)
        QTest.keyClick(panel.name, Key.Key_Return)


def at(view: LandmarkView, x: float, y: float) -> QPoint:
    """The point of the view on shares of its picture."""
    rect = view.picture_rect()
    return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()).toPoint()


def click(qtbot: QtBot, panel: LandmarkPanel, x: float, y: float) -> None:
    qtbot.waitUntil(lambda: panel.view.has_picture)
    QTest.mouseClick(panel.view, Button.LeftButton, No, at(panel.view, x, y))
    qtbot.wait(1)


def share_of(landmarks: LandmarkController, index: int, part: str) -> tuple[float, float] | None:
    """Where a part of a picture is marked, in shares of the picture."""
    picture = now(landmarks).pictures[index]
    point = now(landmarks).marks.of(picture.name)[part].point
    return None if point is None else (point[0] / picture.width, point[1] / picture.height)
