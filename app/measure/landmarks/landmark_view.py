"""A picture for annotation: a click places a landmark, dragging one corrects it, a cross does it with the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.annotation.annotation_view import SLACK, AnnotationView, clamped
from app.measure.landmarks.landmark_markers import LandmarkMarker, paint_cross, paint_landmark, paint_lens
from app.widgets.pictures.viewport import ARROWS, nearest, point_of

REACH = 11.0  # screen pixels from a landmark within which pressing takes hold of it
STEP, BIG_STEP = 4.0, 40.0  # screen pixels that an arrow key moves the cross


class LandmarkView(AnnotationView):
    """Shows a picture and its landmarks; emits where a part was clicked and which landmark was moved."""

    clicked = Signal(float, float)  # where the chosen part is, in shares of the picture
    moved = Signal(str, float, float)  # the part whose landmark was dragged, and where to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.landmarks: tuple[LandmarkMarker, ...] = ()
        self.cross: QPointF | None = None  # in shares of the picture; None while the mouse is used
        self._dragged: LandmarkMarker | None = None
        self._pressed: QPointF | None = None
        self.setAccessibleName(self.tr("Picture to mark"))

    def set_landmarks(self, landmarks: Sequence[LandmarkMarker]) -> None:
        """Show these landmarks."""
        self.landmarks = tuple(landmarks)
        self.update()

    def set_cross(self, shown: bool) -> None:
        """Show or hide the cross that the arrow keys move."""
        if shown != (self.cross is not None):
            self.cross = QPointF(0.5, 0.5) if shown else None
            self.update()

    # The mouse

    def _forget_press(self) -> None:
        self._dragged = self._pressed = None

    def _press(self, at: QPointF) -> None:
        self._pressed = at
        self._dragged = nearest(self.landmarks, self._point_of, at, REACH)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        if self._dragged is not None:
            share = self._share(event.position())
            self._dragged = replace(self._dragged, x=share.x(), y=share.y())
            self.update()

    def _release(self, at: QPointF) -> None:
        pressed, dragged = self._pressed, self._dragged
        self._forget_press()
        if pressed is None:
            return
        if dragged is None:
            self._click(self._share(at))
        elif (at - pressed).manhattanLength() > SLACK:
            self.moved.emit(dragged.part, dragged.x, dragged.y)
        else:
            self._click(self._share(pressed))

    def _click(self, share: QPointF) -> None:
        self.clicked.emit(share.x(), share.y())

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = event.key()
        if self.cross is not None and key in ARROWS:
            big = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move_cross(self.cross, ARROWS[key] * (BIG_STEP if big else STEP))
        elif self.cross is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.has_picture:
                self._click(self.cross)
        else:
            super().keyPressEvent(event)

    def _move_cross(self, cross: QPointF, by: QPointF) -> None:
        """Move the cross by screen pixels; the picture follows where it leaves the view."""
        if not self.has_picture:
            return
        rect = self.picture_rect()
        self.cross = self._share(point_of(rect, cross.x(), cross.y()) + by)
        point = point_of(rect, self.cross.x(), self.cross.y())
        inner = QRectF(self.rect()).adjusted(BIG_STEP, BIG_STEP, -BIG_STEP, -BIG_STEP)
        self._pan(clamped(point, inner) - point)
        self._pointer = point_of(self.picture_rect(), self.cross.x(), self.cross.y())
        self.update()

    def _point_of(self, landmark: LandmarkMarker) -> QPointF:
        return point_of(self.picture_rect(), landmark.x, landmark.y)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self.has_picture:
            return
        painter, rect, dragged = QPainter(self), self.picture_rect(), self._dragged
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for landmark in self.landmarks:
            if dragged is None or landmark.part != dragged.part:
                paint_landmark(painter, rect, landmark)
        if dragged is not None:
            paint_lens(painter, QRectF(self.rect()), rect, self._picture, dragged)
        if self.cross is not None:
            paint_cross(painter, point_of(rect, self.cross.x(), self.cross.y()), self._prompt_colour)
        self._paint_prompt(painter)
