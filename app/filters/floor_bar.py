"""The bar of a value on 0..1 against what untrained filters reach (the floor)."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from app.style.colours import line_colour, mixed_colour, text_colour
from app.widgets.painting import rounded_path


def paint_bar(painter: QPainter, bar: QRectF, value: float, floor: float, colour: QColor, palette: QPalette) -> None:
    """Paint a bar filled to `value`: pale up to the floor, full above it. `floor` nan: not known, all of it is full."""
    shape = rounded_path(bar, bar.height() / 2)
    reach = bar.width() * min(1.0, max(0.0, value))
    pale = 0.0 if math.isnan(floor) else min(reach, bar.width() * min(1.0, max(0.0, floor)))
    painter.fillPath(shape, line_colour(palette))
    painter.save()
    painter.setClipPath(shape)
    mixed = mixed_colour(line_colour(palette), colour, 0.35)
    painter.fillRect(QRectF(bar.x(), bar.y(), pale, bar.height()), mixed)
    painter.fillRect(QRectF(bar.x() + pale, bar.y(), reach - pale, bar.height()), colour)
    painter.restore()


def paint_tick(painter: QPainter, bar: QRectF, value: float, beyond: float, width: float, palette: QPalette) -> None:
    """Paint a line across a bar at a value, so many points beyond its edges."""
    x = bar.x() + bar.width() * value
    painter.setPen(QPen(text_colour(palette), width))
    painter.drawLine(QPointF(x, bar.top() - beyond), QPointF(x, bar.bottom() + beyond))
