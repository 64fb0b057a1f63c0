"""Pictures scaled and rounded once, so that a repaint only copies them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPixmap

RADIUS = 7.0


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
