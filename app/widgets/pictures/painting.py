"""Marks painted on pictures, readable on any of them: frames, numbered discs, names on a dark plate."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPalette, QPen

from app.style.colours import line_colour, muted_colour

WHITE, PLATE, DIM = QColor("white"), QColor(0, 0, 0, 190), QColor(0, 0, 0, 110)


@contextmanager
def rounded_frame(
    painter: QPainter, rect: QRectF, radius: float, ground: QColor, border: QPen
) -> Iterator[QPainterPath]:
    """Fill a rounded rectangle, clip to it what is painted inside the `with` block, then paint its border."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    painter.fillPath(path, ground)
    painter.save()
    painter.setClipPath(path)
    yield path
    painter.restore()
    painter.strokePath(path, border)


def hairline(palette: QPalette) -> QPen:
    """Return the pen of a quiet border."""
    return QPen(line_colour(palette), 1)


def paint_message(painter: QPainter, rect: QRectF, palette: QPalette, text: str) -> None:
    """Paint a sentence in the middle of a view that has nothing to show."""
    painter.setPen(muted_colour(palette))
    painter.drawText(rect.adjusted(16, 16, -16, -16), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)


def paint_box(painter: QPainter, box: QRectF, width: float) -> None:
    """Paint a white frame with a dark edge."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, line in ((QColor(0, 0, 0, 150), width + 2), (QColor(255, 255, 255, 235), width)):
        painter.setPen(QPen(colour, line))
        painter.drawRoundedRect(box, 3, 3)


def paint_outside(painter: QPainter, rect: QRectF, region: QRectF) -> None:
    """Dim what lies outside of a region of a picture, and outline the region with dashes."""
    outside = QPainterPath()
    outside.addRect(rect)
    inside = QPainterPath()
    inside.addRect(region)
    painter.fillPath(outside.subtracted(inside), DIM)
    painter.setPen(QPen(WHITE, 1.0, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(region)


def paint_number(
    painter: QPainter, middle: QPointF, number: int, colour: QColor, radius: float = 10.0, border: float = 1.5
) -> None:
    """Paint a part's number on a disc in its colour."""
    painter.setPen(QPen(WHITE, border))
    painter.setBrush(colour)
    painter.drawEllipse(middle, radius, radius)
    set_bold(painter, True)
    room = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(number))


def paint_plate(painter: QPainter, plate: QRectF, text: str, corner: float, indent: float = 0.0) -> None:
    """Paint white words in the middle of a dark plate. `indent`: pixels left free at the left side."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(PLATE)
    painter.drawRoundedRect(plate, corner, corner)
    painter.setPen(WHITE)
    painter.drawText(plate.adjusted(indent, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, text)


def set_bold(painter: QPainter, bold: bool) -> None:
    """Set the weight of the painter's font."""
    font = QFont(painter.font())
    font.setBold(bold)
    painter.setFont(font)
