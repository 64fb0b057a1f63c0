"""Numbered, coloured markers of parts on a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.style.colours import part_colour
from app.widgets.pictures.painting import paint_number, paint_plate, set_bold
from app.widgets.pictures.viewport import nearest, point_of

RADIUS = 10.0
NOWHERE = -1  # the group of no marker
DIMMED = 0.35  # opacity of the other markers while one is lit


@dataclass(frozen=True, slots=True)
class PartMarker:
    """A part at (x, y), in shares of the picture's width and height. `name`: the user's, or 'Part 3'; `named`: whether
    the user gave it, so that it is painted beside the marker."""

    group: int
    filter: int
    x: float
    y: float
    name: str
    named: bool = False


def marker_at(markers: Sequence[PartMarker], rect: QRectF, at: QPointF, radius: float = RADIUS) -> PartMarker | None:
    """Return the marker nearest to a point of the view, if it is under the point. `rect`: where the picture lies."""
    return nearest(markers, lambda marker: point_of(rect, marker.x, marker.y), at, 1.4 * radius)


def paint_markers(
    painter: QPainter, rect: QRectF, markers: Sequence[PartMarker], lit: int, radius: float = RADIUS
) -> None:
    """Paint all markers. The one of the group `lit` lies on top, larger and with its name; the others are dimmed."""
    dimmed = any(marker.group == lit for marker in markers)
    for marker in sorted(markers, key=lambda marker: marker.group == lit):
        is_lit = marker.group == lit
        painter.setOpacity(DIMMED if dimmed and not is_lit else 1.0)
        at = point_of(rect, marker.x, marker.y)
        if marker.named or is_lit:
            _paint_name(painter, rect, at, marker.name, radius)
        colour = part_colour(marker.group).darker(125)
        paint_number(painter, at, marker.group + 1, colour, radius + 3 * is_lit, 3.0 if is_lit else 1.5)


def _paint_name(painter: QPainter, rect: QRectF, at: QPointF, name: str, radius: float) -> None:
    """Paint the name at the right of the marker, or at its left if there is no room."""
    set_bold(painter, False)
    width, height = painter.fontMetrics().horizontalAdvance(name) + 14.0, painter.fontMetrics().height() + 4.0
    left = at.x() + radius + 4
    if left + width > rect.right():
        left = at.x() - radius - 4 - width
    paint_plate(painter, QRectF(left, at.y() - height / 2, width, height), name, corner=4)
