"""Boxes as they are taken hold of and painted: edges and corners, solid frames with handles, dashed proposals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.widgets.pictures.painting import PLATE, WHITE
from app.widgets.pictures.viewport import Box, box_of

REACH = 9.0  # screen pixels from an edge within which pressing takes hold of it
HANDLE = 4.5  # half the side of a corner's handle, screen pixels
INSIDE = (True, True, True, True)  # all edges move together
Edges = tuple[bool, bool, bool, bool]  # left, top, right, bottom: those that move


@dataclass(frozen=True, slots=True)
class Hold:
    """A box that is taken hold of, and the edges of it that move."""

    box: int
    edges: Edges

    @property
    def cursor(self) -> Qt.CursorShape:
        """The cursor that shows where the edges can go."""
        if self.edges == INSIDE:
            return Qt.CursorShape.SizeAllCursor
        left, top, right, bottom = self.edges
        if (left or right) and (top or bottom):
            falling = left == top
            return Qt.CursorShape.SizeFDiagCursor if falling else Qt.CursorShape.SizeBDiagCursor
        return Qt.CursorShape.SizeHorCursor if left or right else Qt.CursorShape.SizeVerCursor


def hold_at(rects: Sequence[QRectF], chosen: int, at: QPointF) -> Hold | None:
    """Return what a press at a point of the view takes hold of: an edge or corner, first of the chosen box, or the
    inside of the chosen box; None if a new box is drawn from there. `rects`: the boxes in the view."""
    order = sorted(range(len(rects)), key=lambda box: box != chosen)
    for box in order:
        if any(edges := _edges_at(rects[box], at)):
            return Hold(box, edges)
    if chosen in range(len(rects)) and rects[chosen].contains(at):
        return Hold(chosen, INSIDE)
    return None


def _edges_at(rect: QRectF, at: QPointF) -> Edges:
    """Return the edges of a box within reach of a point; of two opposite ones the nearer."""
    if not rect.adjusted(-REACH, -REACH, REACH, REACH).contains(at):
        return False, False, False, False
    left, right = abs(at.x() - rect.left()), abs(at.x() - rect.right())
    top, bottom = abs(at.y() - rect.top()), abs(at.y() - rect.bottom())
    return (
        left < REACH and left <= right,
        top < REACH and top <= bottom,
        right < min(REACH, left),
        bottom < min(REACH, top),
    )


def smallest_at(rects: Sequence[QRectF], at: QPointF) -> int | None:
    """Return the smallest box that contains a point; None if none does."""
    around = [box for box, rect in enumerate(rects) if rect.contains(at)]
    return min(around, key=lambda box: rects[box].width() * rects[box].height(), default=None)


def moved_box(box: Box, edges: Edges, by: QPointF) -> Box:
    """Return a box whose edges are moved, in shares of the picture; it stays inside of the picture and right way up."""
    x, y = by.x(), by.y()
    if edges == INSIDE:
        x, y = min(max(x, -box[0]), 1 - box[2]), min(max(y, -box[1]), 1 - box[3])
    left, top, right, bottom = (
        min(max(edge + (step if moves else 0.0), 0.0), 1.0)
        for edge, moves, step in zip(box, edges, (x, y, x, y), strict=True)
    )
    return min(left, right), min(top, bottom), max(left, right), max(top, bottom)


def paint_frame(painter: QPainter, rect: QRectF, box: Box, colour: QColor, chosen: bool) -> None:
    """Paint a box in white with a dark edge; the chosen one with handles, and a line in a colour.

    `rect`: where the picture lies."""
    frame = box_of(rect, box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    lines = [(PLATE, 6.0), (WHITE, 4.0), (colour, 2.0)] if chosen else [(PLATE, 4.0), (WHITE, 2.0)]
    for ink, width in lines:
        painter.setPen(QPen(ink, width, j=Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(frame)
    if chosen:
        painter.setBrush(WHITE)
        painter.setPen(QPen(PLATE, 1.5))
        for corner in (frame.topLeft(), frame.topRight(), frame.bottomLeft(), frame.bottomRight()):
            painter.drawRect(QRectF(corner.x() - HANDLE, corner.y() - HANDLE, 2 * HANDLE, 2 * HANDLE))


def paint_proposal(painter: QPainter, rect: QRectF, box: Box) -> None:
    """Paint a proposed box: a dashed frame. `rect`: where the picture lies."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(PLATE, 4.0))
    painter.drawRect(box_of(rect, box))
    pen = QPen(WHITE, 2.0)
    pen.setDashPattern([4.0, 3.0])
    painter.setPen(pen)
    painter.drawRect(box_of(rect, box))
