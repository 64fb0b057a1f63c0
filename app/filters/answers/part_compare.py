"""How strongly each part fired in two pictures, as pairs of bars against the usual peak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.style.colours import (
    accent_colour,
    line_colour,
    mixed_colour,
    muted_colour,
    part_colour,
    raised_colour,
    text_colour,
)
from app.widgets import plain_text

HEIGHT, NAME, VALUE = 38, 150, 92
MOST_SHARE = 1.5  # of the usual peak: the right end of a bar


@dataclass(frozen=True, slots=True)
class PartPair:
    """A part in two pictures: shares of its usual peak (1: as usual), of the second None where there is none."""

    group: int
    filter: int
    name: str
    here: float
    there: float | None


class PairBar(QAbstractButton):
    """One part: its name, this picture's bar above the other's, both in numbers. A click looks at its filter."""

    def __init__(self, pair: PartPair, words: str) -> None:
        super().__init__()
        self.pair = pair
        self.setText(plain_text.button_text(words))
        self.setAccessibleName(words)
        self.setToolTip(plain_text.tooltip_text(words))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(NAME + VALUE + 160, HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(NAME + VALUE + 60, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame, colour = QRectF(self.rect()).adjusted(1, 1, -1, -1), part_colour(self.pair.group)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(accent_colour(palette), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(raised_colour(palette))
            painter.drawRoundedRect(frame, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(frame.x() + 9, frame.center().y()), 4, 4)
        painter.setPen(text_colour(palette))
        name = painter.fontMetrics().elidedText(self.pair.name, Qt.TextElideMode.ElideRight, NAME - 26)
        painter.drawText(frame.adjusted(20, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)
        self._paint_bars(painter, QRectF(frame.x() + NAME, frame.y(), frame.width() - NAME - VALUE, frame.height()))
        painter.setPen(text_colour(palette))
        there = "–" if self.pair.there is None else f"{self.pair.there:.0%}"
        value = QRectF(frame.right() - VALUE, frame.y(), VALUE - 6, frame.height())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(value, right, f"{self.pair.here:.0%} | {there}")

    def _paint_bars(self, painter: QPainter, room: QRectF) -> None:
        palette, colour = self.palette(), part_colour(self.pair.group)
        shares = (self.pair.here, self.pair.there if self.pair.there is not None else 0.0)
        shades = (colour, mixed_colour(line_colour(palette), colour, 0.45))
        painter.setPen(Qt.PenStyle.NoPen)
        for place, (share, shade) in enumerate(zip(shares, shades, strict=True)):
            top = room.center().y() - 9 + place * 10
            painter.setBrush(line_colour(palette))
            painter.drawRoundedRect(QRectF(room.x(), top, room.width(), 8), 3, 3)
            painter.setBrush(shade)
            painter.drawRoundedRect(QRectF(room.x(), top, room.width() * min(1.0, share / MOST_SHARE), 8), 3, 3)
        usual = room.x() + room.width() / MOST_SHARE
        painter.setPen(QPen(muted_colour(palette), 1))
        painter.drawLine(QPointF(usual, room.center().y() - 13), QPointF(usual, room.center().y() + 13))


class PartCompare(QWidget):
    """Every part in two pictures."""

    chosen = Signal(int)  # a filter

    def __init__(self) -> None:
        super().__init__()
        self.bars: list[PairBar] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_pairs(self, pairs: Sequence[PartPair]) -> None:
        """Show other parts."""
        for bar in self.bars:
            self._layout.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self.bars = [PairBar(pair, self._words(pair)) for pair in pairs]
        for bar in self.bars:
            self._layout.addWidget(bar)
            bar.clicked.connect(lambda _checked=False, index=bar.pair.filter: self.chosen.emit(index))

    def _words(self, pair: PartPair) -> str:
        if pair.there is None:
            words = self.tr("{name}: {here:.0%} of its usual strength in this picture")
            return words.format(name=pair.name, here=pair.here)
        words = self.tr("{name}: {here:.0%} of its usual strength in this picture, {there:.0%} in the other")
        return words.format(name=pair.name, here=pair.here, there=pair.there)
