"""A picture to annotate: Space or the middle button and dragging move it, a tap of Space goes on."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.widgets.pictures.painting import WHITE, paint_plate
from app.widgets.pictures.picture_view import Overlay, PictureView
from app.widgets.pictures.viewport import ARROWS, WHOLE, share_of

SLACK = 3.0  # screen pixels that a hand moves when it only clicks
ASIDE = 64.0  # screen pixels from the top within which the words on the picture go to its foot
NO_COLOUR = QColor()


class AnnotationView(PictureView):
    """Shows one picture; the left button is for annotating it."""

    tapped = Signal()  # Space was pressed and released without dragging

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prompt, self._prompt_colour = "", QColor()
        self._space = self._space_used = False
        self._pointer = QPointF(0, math.inf)  # where the mouse is, in screen pixels

    def show_new(self, picture: QImage | None) -> None:
        """Show another picture, whole; None: it is still being read, and cannot be annotated."""
        self._forget_press()
        self.show_picture(picture, Overlay(None))
        self.set_viewport(WHOLE)
        self._update_cursor()

    def set_prompt(self, text: str, colour: QColor = NO_COLOUR) -> None:
        """Write on the picture what to do, after a dot in a colour."""
        self.prompt, self._prompt_colour = text, colour
        self.setAccessibleDescription(text)
        self.update()

    def _forget_press(self) -> None:
        """Forget what the left button has begun."""
        raise NotImplementedError

    def _press(self, at: QPointF) -> None:
        """Begin what the left button does at a point of the view on the picture."""
        raise NotImplementedError

    def _release(self, at: QPointF) -> None:
        """End what the left button does, if it has begun anything."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self.has_picture:
            return
        at, left = event.position(), event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space):
            self._grip, self._space_used = at, self._space
        elif left and self.picture_rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(at):
            self._press(at)
            self.update()
        self._update_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = event.position()
        if (at.y() < ASIDE) != (self._pointer.y() < ASIDE):  # the words on the picture make way
            self.update()
        self._pointer = at
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        self.update()
        if event.button() == Qt.MouseButton.LeftButton:
            self._release(event.position())
        self._forget_press()
        self._update_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The second press of a double click does nothing: the picture may be another one by then."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = event.key()
        if key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space, self._space_used = True, False
            self._update_cursor()
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

    def _share(self, at: QPointF) -> QPointF:
        """Return a point of the view in shares of the picture, inside it."""
        return clamped(share_of(self.picture_rect(), at), QRectF(0, 0, 1, 1))

    def _update_cursor(self) -> None:
        if self._grip is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.setCursor(self._cursor())

    def _cursor(self) -> Qt.CursorShape:
        """Return the cursor over the picture while it is not moved."""
        return Qt.CursorShape.CrossCursor

    def _paint_prompt(self, painter: QPainter) -> None:
        if self.prompt:
            at = QPointF(self.width() / 2, self.height() - 26 if self._pointer.y() < ASIDE else 26)
            paint_words(painter, at, self.prompt, self._prompt_colour, centred=True)


def clamped(point: QPointF, rect: QRectF) -> QPointF:
    """Return the point of a rectangle that is nearest to a point."""
    return QPointF(min(max(point.x(), rect.left()), rect.right()), min(max(point.y(), rect.top()), rect.bottom()))


def paint_words(painter: QPainter, at: QPointF, text: str, dot: QColor = NO_COLOUR, centred: bool = False) -> None:
    """Paint words at a point, their middle or their left end, after a dot if `dot` is a colour."""
    metrics = QFontMetricsF(painter.font())
    before = 18.0 if dot.isValid() else 0.0
    width, height = metrics.horizontalAdvance(text) + before + 16, metrics.height() + 6
    left = at.x() - width / 2 if centred else at.x()
    plate = QRectF(left, at.y() - height / 2, width, height)
    paint_plate(painter, plate, text, corner=height / 2, indent=before)
    if dot.isValid():
        painter.setBrush(dot)
        painter.setPen(QPen(WHITE, 1.2))
        painter.drawEllipse(QPointF(plate.x() + 15, plate.center().y()), 5, 5)
