"""Shares of the parts in the answer: a bar for each group of filters, to the side it speaks for, and two sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.filters.bars import PartBar, PartBars
from app.style.colours import line_colour, mixed_colour, muted_colour, part_colour, text_colour
from app.style.stylesheet import TIGHT
from app.widgets.common import column, label, row
from app.widgets.layouts.containers import widget_of
from app.widgets.painting import MIDDLE, MIDDLE_RIGHT, draw_disc, draw_rounded, draw_text, font_like
from app.widgets.pictures.part_markers import NOWHERE
from icnn_engine.core.number_words import signed

HEIGHT, NAME, VALUE = 30, 136, 58
MOST = 6  # groups shown


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One group: its name in words, its best filter, what it adds to the log-odds of the answer (signed)."""

    group: int
    name: str
    filter: int
    adds: float
    hint: str = ""


@dataclass(frozen=True, slots=True)
class EffectWords:
    """Words around the bars: the strongest part in a sentence, what either side means, how to read the numbers."""

    strongest: str
    against: str
    in_favour: str
    reading: str


class EffectBar(PartBar):
    """A row: number, name, a bar from the middle to either side, the share as a number."""

    pointed = Signal(int)  # its group while the mouse or the focus is on it, else NOWHERE

    def __init__(self, row: EffectRow, reach: float) -> None:
        words = f"{row.name}: {signed(row.adds)}"
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
        draw_text(painter, value, signed(self._row.adds), ink, MIDDLE_RIGHT)

    def _paint_number(self, painter: QPainter, at: QPointF) -> None:
        """Paint the part's number on its colour, as on its marker in the picture."""
        draw_disc(painter, at, 9, part_colour(self._row.group).darker(125))
        if self._row.group != NOWHERE:
            painter.setPen(Qt.GlobalColor.white)
            room = QRectF(at.x() - 9, at.y() - 9, 18, 18)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(self._row.group + 1))

    def _paint_bar(self, painter: QPainter, room: QRectF) -> None:
        """Paint a bar from the middle to the left (against) or to the right (for), all rows on one scale."""
        zero, colour, adds = room.center().x(), part_colour(self._row.group), self._row.adds
        length = room.width() / 2 * min(1.0, abs(adds) / self._reach)
        bar = QRectF(zero - length if adds < 0 else zero, room.y(), length, room.height())
        draw_rounded(painter, bar, 2, mixed_colour(line_colour(self.palette()), colour, 0.45) if adds < 0 else colour)
        painter.setPen(QPen(muted_colour(self.palette()), 1))
        painter.drawLine(QPointF(zero, room.top() - 5), QPointF(zero, room.bottom() + 5))


class EffectBars(QWidget):
    """The strongest part in a sentence, a bar for each of the strongest groups, and how to read them."""

    pointed = Signal(int)  # the group of the row that the mouse or the focus is on, or NOWHERE
    chosen = Signal(int)  # a filter

    def __init__(self) -> None:
        super().__init__()
        self.strongest, self.sentence = label("", wrap=True), label("", "small", wrap=True)
        self.against, self.in_favour = label("", "small"), label("", "small")
        self._rows: PartBars[EffectBar] = PartBars()
        self._rows.chosen.connect(self.chosen)
        self._heads = widget_of(row(self.against, 1, self.in_favour, margins=(NAME, 0, VALUE, 0)))
        self.setLayout(column(self.strongest, self._heads, self._rows, self.sentence, 1, spacing=TIGHT * 2))
        self.say("")

    @property
    def bars(self) -> Sequence[EffectBar]:
        """The bars on show."""
        return self._rows.bars

    def say(self, sentence: str) -> None:
        """Show no bars but a sentence: why there are none."""
        self.show_effects((), EffectWords("", "", "", sentence))

    def show_effects(self, rows: Sequence[EffectRow], words: EffectWords) -> None:
        """Show the strongest of these groups, those that speak for the answer first."""
        shown = sorted(rows, key=lambda row: -abs(row.adds))[:MOST]
        reach = max((abs(row.adds) for row in shown), default=0.0) or 1.0
        self._rows.show_bars([EffectBar(row, reach) for row in sorted(shown, key=lambda row: -row.adds)])
        for bar in self.bars:
            bar.pointed.connect(self.pointed)
        for shown_label, text in (
            (self.strongest, words.strongest),
            (self.against, words.against),
            (self.in_favour, words.in_favour),
            (self.sentence, words.reading),
        ):
            shown_label.setText(text)
        for part in (self.strongest, self._heads, self._rows):
            part.setVisible(bool(shown))

    @Slot(int)
    def light(self, group: int) -> None:
        """Highlight the row of a group (NOWHERE: none), silently."""
        for bar in self.bars:
            bar.light(group)
