"""A picture on which parts are marked: a click places a mark, dragging one corrects it, a cross does it by keys."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from app.widgets.pictures.picture_view import Overlay, PictureView, Viewport

REACH = 11.0  # screen pixels from a mark within which pressing takes hold of it
SLACK = 3.0  # screen pixels that a hand moves when it only clicks
STEP, BIG_STEP = 4.0, 40.0  # screen pixels that an arrow key moves the cross
ASIDE = 64.0  # screen pixels from the top within which the words on the picture go to its foot
LENS, MAGNIFIED = 62.0, 3.0  # the magnifier's radius in screen pixels, and how much larger it shows
DARK, LIGHT = QColor(0, 0, 0, 190), QColor("white")
ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


@dataclass(frozen=True, slots=True)
class LandmarkMarker:
    """A mark as it is shown: (x, y) in shares of the picture's width and height."""

    part: str
    x: float
    y: float
    colour: QColor
    chosen: bool = False


class LandmarkView(PictureView):
    """Shows a picture and its marks; says where a part was marked, which mark was moved, and that Space was tapped."""

    clicked = Signal(float, float)  # where the chosen part is, in shares of the picture
    moved = Signal(str, float, float)  # a part whose mark was dragged, and where to
    tapped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spots: tuple[LandmarkMarker, ...] = ()
        self.prompt = ""
        self._prompt_colour = QColor()
        self._cross: QPointF | None = None  # in shares of the picture
        self._held: LandmarkMarker | None = None  # the mark under the pressed button
        self._press: QPointF | None = None
        self._pan_from: QPointF | None = None
        self._space = self._space_used = False
        self._near = QPointF(0, math.inf)  # where the hand or the cross is, in screen pixels
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Picture to mark"))

    @property
    def cross(self) -> QPointF | None:
        """Where the cross is, in shares of the picture; None while marks are made with the mouse."""
        return self._cross

    def show_new(self, picture: QImage | None) -> None:
        """Show another picture, whole; None: it is not there yet, and nothing can be marked."""
        self._held = self._press = None
        self.show_picture(picture, Overlay(None))
        self.set_viewport(Viewport())
        self._take_cursor()

    def set_spots(self, spots: Sequence[LandmarkMarker]) -> None:
        """Show these marks."""
        self.spots = tuple(spots)
        self.update()

    def set_prompt(self, text: str, colour: QColor) -> None:
        """Say on the picture what the next click marks."""
        self.prompt, self._prompt_colour = text, colour
        self.setAccessibleDescription(text)
        self.update()

    def set_cross(self, shown: bool) -> None:
        """Mark with the keyboard: show a cross that the arrow keys move, or put it away."""
        if shown != (self._cross is not None):
            self._cross = QPointF(0.5, 0.5) if shown else None
            self.update()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._picture.isNull():
            return
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space):
            self._pan_from, self._space_used = event.position(), self._space
        elif left and self._inside(event.position()):
            self._press = event.position()
            self._held = self._spot_at(event.position())
            self.update()
        self._take_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._come_near(event.position())
        if self._pan_from is not None:
            moved = event.position() - self._pan_from
            self._pan_from = event.position()
            self._pan(moved.x(), moved.y())
        elif self._press is not None and self._held is not None:
            self._held = self._moved(self._held, event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        pressed, held = self._press, self._held
        self._press = self._held = self._pan_from = None
        self._take_cursor()
        self.update()
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if held is None:
            self._click(event.position())
        elif (event.position() - pressed).manhattanLength() > SLACK:
            self.moved.emit(held.part, held.x, held.y)
        else:
            share = self._share(pressed)
            self.clicked.emit(share.x(), share.y())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The second press of a double click marks nothing: the picture may be another one by then."""

    def _click(self, at: QPointF) -> None:
        share = self._share(at)
        self.clicked.emit(share.x(), share.y())

    def _moved(self, spot: LandmarkMarker, at: QPointF) -> LandmarkMarker:
        share = self._share(at)
        return LandmarkMarker(spot.part, share.x(), share.y(), spot.colour, spot.chosen)

    def _spot_at(self, at: QPointF) -> LandmarkMarker | None:
        """The mark under the mouse."""
        near = [(_length(self._place(spot) - at), i) for i, spot in enumerate(self.spots)]
        distance, nearest = min(near, default=(REACH, 0))
        return self.spots[nearest] if distance < REACH else None

    def _come_near(self, at: QPointF) -> None:
        """The words on the picture make way for the hand."""
        if (at.y() < ASIDE) != (self._near.y() < ASIDE):
            self.update()
        self._near = at

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self._press_space(event.isAutoRepeat())
        elif self._cross is not None and key in ARROWS:
            big = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move_cross(ARROWS[key] * (BIG_STEP if big else STEP))
        elif self._cross is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._picture.isNull():
                self.clicked.emit(self._cross.x(), self._cross.y())
        elif key == Qt.Key.Key_F:
            self.set_viewport(Viewport())
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
            self._take_cursor()
            if tapped:
                self.tapped.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._space = self._space_used = False
        super().focusOutEvent(event)

    def _press_space(self, repeated: bool) -> None:
        if not repeated:
            self._space, self._space_used = True, False
        self._take_cursor()

    def _move_cross(self, by: QPointF) -> None:
        """Move the cross by screen pixels; the picture follows where it leaves the view."""
        if self._cross is None or self._picture.isNull():
            return
        share = self._share(self._point(self._cross) + by)
        self._cross = share
        point = self._point(share)
        seen = QPointF(
            min(max(point.x(), BIG_STEP), self.width() - BIG_STEP),
            min(max(point.y(), BIG_STEP), self.height() - BIG_STEP),
        )
        self._pan(seen.x() - point.x(), seen.y() - point.y())
        self._near = self._point(share)
        self.update()

    # Where things are

    def _inside(self, at: QPointF) -> bool:
        return self.picture_rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(at)

    def _share(self, at: QPointF) -> QPointF:
        """A point of the view as shares of the picture, inside it."""
        rect = self.picture_rect()
        x, y = (at.x() - rect.x()) / rect.width(), (at.y() - rect.y()) / rect.height()
        return QPointF(min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))

    def _point(self, share: QPointF) -> QPointF:
        rect = self.picture_rect()
        return QPointF(rect.x() + share.x() * rect.width(), rect.y() + share.y() * rect.height())

    def _place(self, spot: LandmarkMarker) -> QPointF:
        return self._point(QPointF(spot.x, spot.y))

    def _take_cursor(self) -> None:
        if self._pan_from is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.setCursor(Qt.CursorShape.CrossCursor)

    # What it paints

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        held = self._held
        for spot in self.spots:
            _paint_spot(painter, self._place(spot), spot) if held is None or spot.part != held.part else None
        if held is not None:
            self._paint_lens(painter, held)
        if self._cross is not None:
            _paint_cross(painter, self._point(self._cross), self._prompt_colour)
        if self.prompt:
            at = QPointF(self.width() / 2, self.height() - 26 if self._near.y() < ASIDE else 26)
            _paint_pill(painter, at, self.prompt, self._prompt_colour, centred=True)

    def _paint_lens(self, painter: QPainter, spot: LandmarkMarker) -> None:
        """The mark that is being dragged, and the picture around it enlarged, beside the hand."""
        at, rect = self._place(spot), self.picture_rect()
        side = 1 if at.x() + 3 * LENS < self.width() else -1
        middle = QPointF(at.x() + side * 1.7 * LENS, min(max(at.y(), LENS + 4), self.height() - LENS - 4))
        scale = self._picture.width() / rect.width() / MAGNIFIED
        source = QRectF(0, 0, 2 * LENS * scale, 2 * LENS * scale)
        source.moveCenter(QPointF(spot.x * self._picture.width(), spot.y * self._picture.height()))
        circle = QPainterPath()
        circle.addEllipse(middle, LENS, LENS)
        painter.save()
        painter.setClipPath(circle)
        painter.fillPath(circle, DARK)
        painter.drawPixmap(circle.boundingRect(), self._picture, source)
        painter.restore()
        for colour, width in ((DARK, 4.0), (LIGHT, 2.0)):
            painter.strokePath(circle, QPen(colour, width))
        _paint_cross(painter, middle, spot.colour)
        _paint_cross(painter, at, spot.colour)


def _paint_spot(painter: QPainter, at: QPointF, spot: LandmarkMarker) -> None:
    radius = 7.0 if spot.chosen else 5.5
    painter.setPen(QPen(DARK, 4.0))
    painter.setBrush(spot.colour)
    painter.drawEllipse(at, radius, radius)
    painter.setPen(QPen(LIGHT, 2.0))
    painter.drawEllipse(at, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _paint_pill(painter, at + QPointF(radius + 8, 0), spot.part, QColor())


def _paint_cross(painter: QPainter, at: QPointF, colour: QColor) -> None:
    """A cross whose middle stays free."""
    for pen in (QPen(DARK, 4.5), QPen(LIGHT, 2.5), QPen(colour, 1.2)):
        painter.setPen(pen)
        for way in ARROWS.values():
            painter.drawLine(at + way * 4, at + way * 20)


def _paint_pill(painter: QPainter, at: QPointF, text: str, dot: QColor, centred: bool = False) -> None:
    """Words on a dark ground, readable on any picture, vertically centred at a point; before them a dot."""
    metrics = QFontMetricsF(painter.font())
    before = 18.0 if dot.isValid() else 0.0
    width, height = metrics.horizontalAdvance(text) + before + 16, metrics.height() + 6
    left = at.x() - width / 2 if centred else at.x()
    box = QRectF(left, at.y() - height / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(DARK)
    painter.drawRoundedRect(box, height / 2, height / 2)
    if dot.isValid():
        painter.setBrush(dot)
        painter.setPen(QPen(LIGHT, 1.2))
        painter.drawEllipse(QPointF(box.x() + 15, box.center().y()), 5, 5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(LIGHT)
    painter.drawText(
        box.adjusted(8 + before, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text
    )


def _length(vector: QPointF) -> float:
    return math.hypot(vector.x(), vector.y())
