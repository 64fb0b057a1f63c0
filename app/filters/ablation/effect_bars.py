"""Effects of the parts on the answer: a bar for each group of filters, and a sentence about the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPen

from app.filters.bars import PartBar, PartBars
from app.style.colours import line_colour, mixed_colour, muted_colour, part_colour, text_colour
from app.style.stylesheet import TIGHT
from app.widgets.common import label
from app.widgets.painting import MIDDLE, MIDDLE_RIGHT, draw_disc, draw_rounded, draw_text, font_like
from app.widgets.pictures.part_markers import NOWHERE

HEIGHT, NAME, VALUE = 30, 136, 58
MOST = 6  # groups shown


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One group: its name in words, its best filter, the change of the answer without it (signed); `against`: a note
    that it counts against the category, for the answer rises without it."""

    group: int
    name: str
    filter: int
    change: float
    hint: str = ""
    against: str = ""


class EffectBar(PartBar):
    """A row: number, name, a bar from the middle to either side, the change in words."""

    pointed = Signal(int)  # its group while the mouse or the focus is on it, else NOWHERE

    def __init__(self, row: EffectRow, reach: float) -> None:
        words = f"{row.name}: {signed(row.change)}" + (f" ({row.against})" if row.against else "")
        super().__init__(row.filter, words, row.hint, QSize(280, HEIGHT), NAME + VALUE + 60)
        self._row, self._reach = row, reach

    def light(self, group: int) -> None:
        """Stand out if the marker of its group is pointed at."""
        self.is_lit = group != NOWHERE and group == self._row.group
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        super().enterEvent(event)
        self.pointed.emit(self._row.group)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self.pointed.emit(NOWHERE)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.pointed.emit(self._row.group)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.pointed.emit(NOWHERE)

    def paint_row(self, painter: QPainter, frame: QRectF) -> None:
        ink, middle = text_colour(self.palette()), frame.center().y()
        self._paint_number(painter, QPointF(frame.x() + 11, middle))
        name = QRectF(frame.x() + 28, frame.y(), NAME - 32, frame.height())
        draw_text(painter, name, self._row.name, ink, MIDDLE, Qt.TextElideMode.ElideRight)
        self._paint_bar(painter, QRectF(NAME, middle - 5, frame.width() - NAME - VALUE, 10))
        painter.setFont(font_like(painter.font(), bold=True))
        value = QRectF(frame.right() - VALUE, frame.y(), VALUE - 6, frame.height())
        draw_text(painter, value, signed(self._row.change), ink, MIDDLE_RIGHT)

    def _paint_number(self, painter: QPainter, at: QPointF) -> None:
        """Paint the part's number on its colour, as on its marker in the picture."""
        draw_disc(painter, at, 9, part_colour(self._row.group).darker(125))
        if self._row.group != NOWHERE:
            painter.setPen(Qt.GlobalColor.white)
            room = QRectF(at.x() - 9, at.y() - 9, 18, 18)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(self._row.group + 1))

    def _paint_bar(self, painter: QPainter, room: QRectF) -> None:
        """Paint a loss to the left of the line or a gain to its right, all rows on one scale."""
        zero, colour, change = room.center().x(), part_colour(self._row.group), self._row.change
        length = room.width() / 2 * min(1.0, abs(change) / self._reach)
        bar = QRectF(zero - length if change < 0 else zero, room.y(), length, room.height())
        draw_rounded(painter, bar, 2, colour if change < 0 else mixed_colour(line_colour(self.palette()), colour, 0.45))
        muted = muted_colour(self.palette())
        note = QRectF(room.left(), room.center().y() - 10, zero - room.left() - 6, 20)
        draw_text(painter, note, self._row.against, muted, MIDDLE_RIGHT, Qt.TextElideMode.ElideRight)
        painter.setPen(QPen(muted, 1))
        painter.drawLine(QPointF(zero, room.top() - 5), QPointF(zero, room.bottom() + 5))


class EffectBars(PartBars[EffectBar]):
    """Bars of the groups, largest loss first, and a sentence about what they do not explain."""

    pointed = Signal(int)  # the group of the row that the mouse or the focus is on, or NOWHERE

    def __init__(self) -> None:
        sentence = label("", "small", wrap=True)
        super().__init__(sentence, 1)
        self.sentence = sentence

    def say(self, sentence: str) -> None:
        """Show no bars but a sentence: why there are none."""
        self.show_effects((), sentence)

    def show_effects(self, rows: Sequence[EffectRow], sentence: str) -> None:
        """Show the strongest of these groups, and the sentence below them."""
        shown = sorted(rows, key=lambda row: -abs(row.change))[:MOST]
        reach = max([0.05, *(abs(row.change) for row in shown)])
        self.show_bars([EffectBar(row, reach) for row in sorted(shown, key=lambda row: row.change)])
        for bar in self.bars:
            bar.pointed.connect(self.pointed)
        self.sentence.setText(sentence)
        self.sentence.setContentsMargins(0, TIGHT * 2 if shown else 0, 0, 0)

    @Slot(int)
    def light(self, group: int) -> None:
        """Highlight the row of a group (NOWHERE: none), silently."""
        for bar in self.bars:
            bar.light(group)


def signed(value: float) -> str:
    """Return a change of a probability as '−0.31'."""
    return "0.00" if abs(value) < 0.005 else f"{value:+.2f}".replace("-", "−")
