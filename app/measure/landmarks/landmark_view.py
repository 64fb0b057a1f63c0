"""A picture for annotation: a click places a landmark, dragging one corrects it, a cross does it with the keyboard."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.measure.landmarks.landmark_markers import (
    LandmarkMarker,
    paint_cross,
    paint_landmark,
    paint_lens,
    paint_words,
)
from app.widgets.pictures.picture_view import Overlay, PictureView
from app.widgets.pictures.viewport import ARROWS, WHOLE, nearest, point_of, share_of

REACH = 11.0  # screen pixels from a landmark within which pressing takes hold of it
SLACK = 3.0  # screen pixels that a hand moves when it only clicks
STEP, BIG_STEP = 4.0, 40.0  # screen pixels that an arrow key moves the cross
ASIDE = 64.0  # screen pixels from the top within which the words on the picture go to its foot


class LandmarkView(PictureView):
    """Shows a picture and its landmarks; emits where a part was clicked and which landmark was moved."""

    clicked = Signal(float, float)  # where the chosen part is, in shares of the picture
    moved = Signal(str, float, float)  # the part whose landmark was dragged, and where to
    tapped = Signal()  # Space was pressed and released without dragging

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.landmarks: tuple[LandmarkMarker, ...] = ()
        self.prompt, self._prompt_colour = "", QColor()
        self.cross: QPointF | None = None  # in shares of the picture; None while the mouse is used
        self._dragged: LandmarkMarker | None = None
        self._press: QPointF | None = None
        self._space = self._space_used = False
        self._pointer = QPointF(0, math.inf)  # where the mouse or the cross is, in screen pixels
        self.setAccessibleName(self.tr("Picture to mark"))

    def show_new(self, picture: QImage | None) -> None:
        """Show another picture, whole; None: it is still being read, and nothing can be marked."""
        self._dragged = self._press = None
        self.show_picture(picture, Overlay(None))
        self.set_viewport(WHOLE)
        self._update_cursor()

    def set_landmarks(self, landmarks: Sequence[LandmarkMarker]) -> None:
        """Show these landmarks."""
        self.landmarks = tuple(landmarks)
        self.update()

    def set_prompt(self, text: str, colour: QColor) -> None:
        """Write on the picture what the next click marks."""
        self.prompt, self._prompt_colour = text, colour
        self.setAccessibleDescription(text)
        self.update()

    def set_cross(self, shown: bool) -> None:
        """Show or hide the cross that the arrow keys move."""
        if shown != (self.cross is not None):
            self.cross = QPointF(0.5, 0.5) if shown else None
            self.update()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self.has_picture:
            return
        at, left = event.position(), event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space):
            self._grip, self._space_used = at, self._space
        elif left and self.picture_rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(at):
            self._press = at
            self._dragged = nearest(self.landmarks, self._point_of, at, REACH)
            self.update()
        self._update_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = event.position()
        if (at.y() < ASIDE) != (self._pointer.y() < ASIDE):  # the words on the picture make way
            self.update()
        self._pointer = at
        super().mouseMoveEvent(event)
        if self._dragged is not None:
            share = self._share(at)
            self._dragged = replace(self._dragged, x=share.x(), y=share.y())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        pressed, dragged = self._press, self._dragged
        self._press = self._dragged = None
        super().mouseReleaseEvent(event)
        self._update_cursor()
        self.update()
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if dragged is None:
            self._click(self._share(event.position()))
        elif (event.position() - pressed).manhattanLength() > SLACK:
            self.moved.emit(dragged.part, dragged.x, dragged.y)
        else:
            self._click(self._share(pressed))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The second press of a double click marks nothing: the picture may be another one by then."""

    def _click(self, share: QPointF) -> None:
        self.clicked.emit(share.x(), share.y())

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = event.key()
        if key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space, self._space_used = True, False
            self._update_cursor()
        elif self.cross is not None and key in ARROWS:
            big = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move_cross(self.cross, ARROWS[key] * (BIG_STEP if big else STEP))
        elif self.cross is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.has_picture:
                self._click(self.cross)
        elif key == Qt.Key.Key_F:
            self.set_viewport(WHOLE)
        elif key in ARROWS and self.viewport.zoom == 1:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() != Qt.Key.Key_Space:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat():
            tapped = self._space and not self._space_used
            self._space = self._space_used = False
            self._update_cursor()
            if tapped:
                self.tapped.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._space = self._space_used = False
        super().focusOutEvent(event)

    def _move_cross(self, cross: QPointF, by: QPointF) -> None:
        """Move the cross by screen pixels; the picture follows where it leaves the view."""
        if not self.has_picture:
            return
        rect = self.picture_rect()
        self.cross = self._share(point_of(rect, cross.x(), cross.y()) + by)
        point = point_of(rect, self.cross.x(), self.cross.y())
        inner = QRectF(self.rect()).adjusted(BIG_STEP, BIG_STEP, -BIG_STEP, -BIG_STEP)
        self._pan(_clamped(point, inner) - point)
        self._pointer = point_of(self.picture_rect(), self.cross.x(), self.cross.y())
        self.update()

    def _share(self, at: QPointF) -> QPointF:
        """Return a point of the view in shares of the picture, inside it."""
        return _clamped(share_of(self.picture_rect(), at), QRectF(0, 0, 1, 1))

    def _point_of(self, landmark: LandmarkMarker) -> QPointF:
        return point_of(self.picture_rect(), landmark.x, landmark.y)

    def _update_cursor(self) -> None:
        if self._grip is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self.setCursor(Qt.CursorShape.OpenHandCursor if self._space else Qt.CursorShape.CrossCursor)

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
        if self.prompt:
            at = QPointF(self.width() / 2, self.height() - 26 if self._pointer.y() < ASIDE else 26)
            paint_words(painter, at, self.prompt, self._prompt_colour, centred=True)


def _clamped(point: QPointF, rect: QRectF) -> QPointF:
    """Return the point of a rectangle that is nearest to a point."""
    return QPointF(min(max(point.x(), rect.left()), rect.right()), min(max(point.y(), rect.top()), rect.bottom()))
