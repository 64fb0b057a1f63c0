"""Bars of the Filters page: a value against the floor of untrained filters, and a part with its name."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.style.colours import accent_colour, line_colour, mixed_colour, raised_colour, text_colour
from app.widgets.common import column
from app.widgets.layouts.containers import replace_widgets
from app.widgets.painting import draw_rounded, rounded_path
from app.widgets.wording import plain_text


class PartBar(QAbstractButton):
    """A button as wide as there is room; subclasses define `paint_row`."""

    def __init__(self, filter_index: int, words: str, hint: str, size: QSize, least: int) -> None:
        super().__init__(text=plain_text.button_text(words))
        self.filter, self._size, self._least = filter_index, size, least
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


Bar = TypeVar("Bar", bound=PartBar)


class PartBars(QWidget, Generic[Bar]):
    """Bars below each other. A click on one looks at its filter."""

    chosen = Signal(int)  # a filter

    def __init__(self, *below: QWidget | int) -> None:
        super().__init__()
        self.bars: Sequence[Bar] = ()
        self._rows = column(spacing=0)
        self.setLayout(column(self._rows, *below, spacing=0))

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        replace_widgets(self._rows, self.bars, bars)
        self.bars = bars
        for bar in bars:
            bar.clicked.connect(lambda _checked=False, filter_index=bar.filter: self.chosen.emit(filter_index))


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
