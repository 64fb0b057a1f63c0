"""How strongly each part fired in two pictures, as pairs of bars against the usual peak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from app.filters.bars import PartBar, PartBars
from app.style.colours import line_colour, mixed_colour, muted_colour, part_colour, text_colour
from app.widgets.painting import MIDDLE, MIDDLE_RIGHT, draw_disc, draw_rounded, draw_text
from icnn_engine.core.number_words import percent

HEIGHT, NAME, VALUE = 38, 150, 92
MOST_SHARE = 1.5  # of the usual peak: the right end of a bar


@dataclass(frozen=True, slots=True)
class PartPair:
    """A part in two pictures, as shares of its usual peak. `there`: None if there is no second picture."""

    group: int
    filter: int
    name: str
    here: float
    there: float | None


class PairBar(PartBar):
    """One part: its name, the bar of this picture above that of the other, both in numbers."""

    def __init__(self, pair: PartPair, words: str) -> None:
        super().__init__(pair.filter, words, words, QSize(NAME + VALUE + 160, HEIGHT), NAME + VALUE + 60)
        self.pair = pair

    def paint_row(self, painter: QPainter, frame: QRectF) -> None:
        ink, right = text_colour(self.palette()), Qt.TextElideMode.ElideRight
        draw_disc(painter, QPointF(frame.x() + 9, frame.center().y()), 4, part_colour(self.pair.group))
        name = QRectF(frame.x() + 20, frame.y(), NAME - 26, frame.height())
        draw_text(painter, name, self.pair.name, ink, MIDDLE, right)
        self._paint_bars(painter, QRectF(frame.x() + NAME, frame.y(), frame.width() - NAME - VALUE, frame.height()))
        value = QRectF(frame.right() - VALUE, frame.y(), VALUE - 6, frame.height())
        draw_text(painter, value, f"{percent(self.pair.here, 0)} | {percent(self.pair.there, 0)}", ink, MIDDLE_RIGHT)

    def _paint_bars(self, painter: QPainter, room: QRectF) -> None:
        line, colour, middle = line_colour(self.palette()), part_colour(self.pair.group), room.center().y()
        bars = ((middle - 9, self.pair.here, colour), (middle + 1, self.pair.there, mixed_colour(line, colour, 0.45)))
        for top, share, shade in bars:
            draw_rounded(painter, QRectF(room.x(), top, room.width(), 8), 3, line)
            length = room.width() * min(1.0, (share or 0.0) / MOST_SHARE)
            draw_rounded(painter, QRectF(room.x(), top, length, 8), 3, shade)
        usual = room.x() + room.width() / MOST_SHARE
        painter.setPen(QPen(muted_colour(self.palette()), 1))
        painter.drawLine(QPointF(usual, middle - 13), QPointF(usual, middle + 13))


class PartComparison(PartBars[PairBar]):
    """All parts in two pictures."""

    def show_pairs(self, pairs: Sequence[PartPair]) -> None:
        """Show other parts."""
        self.show_bars([PairBar(pair, self._words(pair)) for pair in pairs])

    def _words(self, pair: PartPair) -> str:
        words = self.tr("{name}: {here:.0f} % of its usual strength in this picture")
        if pair.there is not None:
            words = self.tr("{name}: {here:.0f} % of its usual strength in this picture, {there:.0f} % in the other")
        return words.format(name=pair.name, here=100 * pair.here, there=100 * (pair.there or 0))
