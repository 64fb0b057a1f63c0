"""A picture in which boxes are drawn: dragging draws one, dragging its edges or the chosen one mends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.annotation.annotation_view import SLACK, AnnotationView
from app.images.boxes.box_frames import (
    INSIDE,
    Edges,
    Hold,
    hold_at,
    moved_box,
    paint_frame,
    paint_proposal,
    smallest_at,
)
from app.images.boxes.box_session import NONE
from app.style.colours import accent_colour
from app.widgets.pictures.viewport import ARROWS, Box, box_of

STEP, BIG_STEP = 0.01, 0.03  # of the picture's sides, but a pixel at least: an arrow key, and one held down
GROWING: Edges = (False, False, True, True)  # edges that Ctrl and arrows move
NEW = (0.25, 0.25, 0.75, 0.75)  # a box that is made with the keyboard


@dataclass(frozen=True, slots=True)
class _Drag:
    """What the left button does since it was pressed at `start`, a point of the view. `hold`: None if it draws."""

    start: QPointF
    hold: Hold | None
    now: QPointF


class BoxView(AnnotationView):
    """Shows a picture with its boxes; emits what is drawn, mended and chosen. Boxes are (left, top, right, bottom) in
    shares of the picture."""

    drawn = Signal(object)  # Box
    mended = Signal(int, object)  # index of the box, Box
    chosen = Signal(int)  # index of a box, or NONE

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: tuple[Box, ...] = ()
        self.current = NONE
        self.are_proposed = False
        self._drag: _Drag | None = None
        self.setAccessibleName(self.tr("Picture to draw boxes in"))

    def set_boxes(self, boxes: Sequence[Box], current: int, proposed: bool) -> None:
        """Show these boxes. `current`: the chosen one; `proposed`: they are only proposed."""
        self.boxes, self.current, self.are_proposed = tuple(boxes), current, proposed
        self.update()
        self._update_cursor()

    # The mouse

    def _forget_press(self) -> None:
        self._drag = None

    def _press(self, at: QPointF) -> None:
        self._drag = _Drag(at, hold_at(self._rects(), self.current, at), at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        if self._drag is not None:
            self._drag = _Drag(self._drag.start, self._drag.hold, event.position())
            self.update()
        if self.has_picture:
            self._update_cursor()

    def _release(self, at: QPointF) -> None:
        drag, self._drag = self._drag, None
        if drag is None:
            return
        if not _is_far(drag.start, at):
            self._click(at)
            return
        box = self._dragged(_Drag(drag.start, drag.hold, at))
        if drag.hold is None:
            self.drawn.emit(box)
        else:
            self.mended.emit(drag.hold.box, box)

    def _click(self, at: QPointF) -> None:
        """Choose the smallest box around a point."""
        box = None if self.are_proposed else smallest_at(self._rects(), at)
        self.chosen.emit(NONE if box is None else box)

    def _dragged(self, drag: _Drag) -> Box:
        """Return the box that is drawn or mended, as it is now."""
        start, now = self._share(drag.start), self._share(drag.now)
        if drag.hold is not None:
            return moved_box(self.boxes[drag.hold.box], drag.hold.edges, now - start)
        return min(start.x(), now.x()), min(start.y(), now.y()), max(start.x(), now.x()), max(start.y(), now.y())

    def _rects(self) -> list[QRectF]:
        return [box_of(self.picture_rect(), box) for box in self.boxes]

    def _cursor(self) -> Qt.CursorShape:
        if not self.has_picture:
            return Qt.CursorShape.ArrowCursor
        hold = self._drag.hold if self._drag is not None else hold_at(self._rects(), self.current, self._pointer)
        return Qt.CursorShape.CrossCursor if hold is None else hold.cursor

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, modifiers = event.key(), event.modifiers()
        moves = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        grows = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_B and not grows:
            if self.has_picture:
                self.drawn.emit(NEW)
        elif key in ARROWS and (moves or grows):
            self._mend_by_key(ARROWS[key], BIG_STEP if event.isAutoRepeat() else STEP, INSIDE if moves else GROWING)
        else:
            super().keyPressEvent(event)

    def _mend_by_key(self, way: QPointF, step: float, edges: Edges) -> None:
        box = 0 if len(self.boxes) == 1 else self.current
        if self.has_picture and box in range(len(self.boxes)):
            wide, high = self._picture.width(), self._picture.height()
            by = QPointF(way.x() * max(step, 1 / wide), way.y() * max(step, 1 / high))
            self.mended.emit(box, moved_box(self.boxes[box], edges, by))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self.has_picture:
            return
        painter, rect, drag = QPainter(self), self.picture_rect(), self._drag
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dragged = self._dragged(drag) if drag is not None and _is_far(drag.start, drag.now) else None
        held = drag.hold.box if dragged is not None and drag is not None and drag.hold is not None else NONE
        for i, box in enumerate(self.boxes):
            if i != held and self.are_proposed:
                paint_proposal(painter, rect, box)
            elif i != held:
                paint_frame(painter, rect, box, accent_colour(self.palette()), i == self.current)
        if dragged is not None:
            paint_frame(painter, rect, dragged, accent_colour(self.palette()), True)
        self._paint_prompt(painter)


def _is_far(start: QPointF, now: QPointF) -> bool:
    """Return whether a hand that goes from one point to the other means to drag."""
    return (now - start).manhattanLength() > SLACK
