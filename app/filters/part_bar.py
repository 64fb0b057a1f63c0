"""A row about one part that leads to its filter: the base of the bars of effects and of predictions."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.style.colours import accent_colour, raised_colour
from app.widgets import plain_text
from app.widgets.painting import draw_rounded


class PartBar(QAbstractButton):
    """A button as wide as there is room; subclasses define `paint_row`."""

    def __init__(self, words: str, hint: str, size: QSize, least: int) -> None:
        super().__init__(text=plain_text.button_text(words))
        self._size, self._least = size, least
        self.is_lit = False  # drawn as if the mouse were on it
        self.setAccessibleName(words)
        self.setToolTip(plain_text.tooltip_text(hint))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._size

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._least, self._size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, frame = QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus() or self.is_lit:
            ring = QPen(accent_colour(self.palette()), 2) if self.hasFocus() else None
            draw_rounded(painter, frame, 6, raised_colour(self.palette()), ring)
        self.paint_row(painter, frame)

    def paint_row(self, painter: QPainter, frame: QRectF) -> None:
        """Paint the row over its background."""
        raise NotImplementedError
