"""The bar beside the overlays that says what their colours stand for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.style.colours import muted_colour
from app.widgets.item_views import LEFT, RIGHT, weighted
from icnn_engine.core.heatmaps import USUAL, colours


class ColourBar(QWidget):
    """The colours of the overlay from nothing to the value drawn brightest. `top`: what is written at that end."""

    def __init__(self) -> None:
        super().__init__()
        self.top = ""
        self._narrow = False
        self._palette = USUAL
        self.setFixedSize(190, 22)

    def set_palette(self, palette: str) -> None:
        """Show other colours."""
        self._palette = palette
        self.update()

    def set_top(self, words: str) -> None:
        """Write what the brightest colour stands for; without words there is no bar."""
        self.top = words
        self.setVisible(bool(words) and not self._narrow)
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Hide the bar while there is little room."""
        self._narrow = narrow
        self.set_top(self.top)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, room = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(weighted(painter.font(), painter.font().weight(), 0.9))
        painter.setPen(muted_colour(self.palette()))
        painter.drawText(room, LEFT, "0")
        painter.drawText(room, RIGHT, self.top)
        right = painter.fontMetrics().horizontalAdvance(self.top) + 8
        bar = QRectF(14, room.center().y() - 4, room.width() - 14 - right, 8)
        shades, table = QLinearGradient(QPointF(bar.left(), 0), QPointF(bar.right(), 0)), colours(self._palette)
        for step in range(0, 256, 17):
            shades.setColorAt(step / 255, "#{:02x}{:02x}{:02x}".format(*table[step]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shades)
        painter.drawRoundedRect(bar, 4, 4)
