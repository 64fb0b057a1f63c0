"""Painting: texts, rounded rectangles and discs, each in one call."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPixmap

MIDDLE = Qt.AlignmentFlag.AlignVCenter
MIDDLE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
RADIUS = 7.0  # of pictures with round corners


def font_like(font: QFont, bold: bool = False, scale: float = 1.0) -> QFont:
    """Return a copy of a font, bold or in another size."""
    copy = QFont(font)
    copy.setBold(bold)
    if scale != 1.0:
        copy.setPointSizeF(font.pointSizeF() * scale)
    return copy


def draw_text(
    painter: QPainter,
    room: QRectF,
    text: str,
    colour: QColor,
    align: Qt.AlignmentFlag | Qt.TextFlag = MIDDLE,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideNone,
) -> None:
    """Draw a text in the painter's font, cut to the width of its room if `elide` says where."""
    painter.setPen(colour)
    painter.drawText(room, align, painter.fontMetrics().elidedText(text, elide, int(room.width())))


def draw_rounded(
    painter: QPainter, box: QRectF, radius: float, fill: QColor | None = None, pen: QPen | None = None
) -> None:
    """Draw a rectangle with round corners: filled, outlined or both."""
    painter.setPen(pen or QPen(Qt.PenStyle.NoPen))
    painter.setBrush(fill or QBrush())
    painter.drawRoundedRect(box, radius, radius)


def draw_disc(painter: QPainter, centre: QPointF, radius: float, fill: QColor, pen: QPen | None = None) -> None:
    """Draw a disc, with an outline if there is a pen."""
    painter.setPen(pen or QPen(Qt.PenStyle.NoPen))
    painter.setBrush(fill)
    painter.drawEllipse(centre, radius, radius)


def rounded_path(box: QRectF, radius: float) -> QPainterPath:
    """Return a rectangle with round corners, to fill or to clip with."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    return path


def rounded_square(image: QImage, side: int, ratio: float, radius: float = RADIUS) -> QPixmap:
    """Return the middle of an image as a square of `side` points with round corners. `ratio`: the screen's pixels per
    point. Clipping and scaling at every repaint took ten times as long."""
    pixels = max(round(side * ratio), 1)
    grown = image.scaled(
        pixels, pixels, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    middle = grown.copy((grown.width() - pixels) // 2, (grown.height() - pixels) // 2, pixels, pixels)
    made = QPixmap(pixels, pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(middle))
    painter.drawRoundedRect(QRectF(0, 0, pixels, pixels), radius * ratio, radius * ratio)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
