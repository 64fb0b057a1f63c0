"""Numbered, coloured markers of parts on a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from app.style.colours import part_colour

RADIUS = 10.0
NOWHERE = -1  # the group of no marker
INK, PLATE = QColor(255, 255, 255), QColor(0, 0, 0, 190)


@dataclass(frozen=True, slots=True)
class PartMarker:
    """A part's place in a picture, (x, y) in shares of its width and height; `name`: what the user calls it, or
    'Part 3'; `named`: whether that is a name, which is told beside the marker."""

    group: int
    filter: int
    x: float
    y: float
    name: str
    named: bool = False


def point_of(rect: QRectF, x: float, y: float) -> QPointF:
    """A place of the picture in the view, with the picture drawn in `rect`."""
    return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height())


def marker_at(spots: Sequence[PartMarker], rect: QRectF, at: QPointF) -> PartMarker | None:
    """The marker under a point, the nearest where several are."""
    apart = {spot: (point_of(rect, spot.x, spot.y) - at).manhattanLength() for spot in spots}
    return next((s for s in sorted(spots, key=lambda s: apart[s]) if apart[s] <= 1.4 * RADIUS), None)


def paint_markers(painter: QPainter, rect: QRectF, spots: Sequence[PartMarker], lit: int) -> None:
    """All markers; names where the user gave one, and of the one that is lit, which lies on top."""
    for spot in sorted(spots, key=lambda spot: spot.group == lit):
        is_lit = spot.group == lit
        at = point_of(rect, spot.x, spot.y)
        if spot.named or is_lit:
            _paint_name(painter, rect, at, spot.name)
        radius = RADIUS + 3 * is_lit
        painter.setPen(QPen(INK, 3.0 if is_lit else 1.5))
        painter.setBrush(part_colour(spot.group).darker(125))
        painter.drawEllipse(at, radius, radius)
        painter.setFont(_font(painter.font(), bold=True))
        room = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(spot.group + 1))


def _paint_name(painter: QPainter, rect: QRectF, at: QPointF, name: str) -> None:
    """The name on a dark plate at the side of the marker where there is room."""
    painter.setFont(_font(painter.font(), bold=False))
    width, height = painter.fontMetrics().horizontalAdvance(name) + 14.0, painter.fontMetrics().height() + 4.0
    left = at.x() + RADIUS + 4
    if left + width > rect.right():
        left = at.x() - RADIUS - 4 - width
    plate = QRectF(left, at.y() - height / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(PLATE)
    painter.drawRoundedRect(plate, 4, 4)
    painter.setPen(INK)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, name)


def _font(font: QFont, bold: bool) -> QFont:
    font.setBold(bold)
    return font
