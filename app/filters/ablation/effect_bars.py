"""What each part changes in the answer: a bar for every group of filters, and what the bars do not explain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFont, QPainter, QPaintEvent, QPen
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
from app.style.stylesheet import TIGHT
from app.widgets import plain_text
from app.widgets.common import label
from app.widgets.pictures.part_markers import NOWHERE

HEIGHT, NAME, VALUE = 30, 136, 58
MOST = 6  # groups shown; the rest is counted


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One group: its name in words, the filter that stands for it, how the answer changes without it (signed);
    `against`: a note that it counts against the category, for the answer rises without it."""

    group: int
    name: str
    filter: int
    change: float
    hint: str = ""
    against: str = ""


class EffectBar(QAbstractButton):
    """A row: mark, name, a bar from the middle to either side, the change in words. A click looks at its filter."""

    pointed = Signal(int)  # its group while the mouse or the focus is on it, else NOWHERE

    def __init__(self, row: EffectRow, reach: float) -> None:
        super().__init__()
        self._row, self._reach = row, reach
        self._lit = False
        words = f"{row.name}: {signed(row.change)}" + (f" ({row.against})" if row.against else "")
        self.setText(plain_text.button_text(words))
        self.setAccessibleName(words)
        self.setToolTip(plain_text.tooltip_text(row.hint))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_lit(self) -> bool:
        """Whether its marker is pointed at."""
        return self._lit

    def light(self, group: int) -> None:
        """Stand out if the marker of its group is pointed at."""
        lit = group != NOWHERE and group == self._row.group
        if lit != self._lit:
            self._lit = lit
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

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(280, HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(NAME + VALUE + 60, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, frame = self.palette(), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.hasFocus() or self._lit:
            painter.setPen(QPen(accent_colour(palette), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(raised_colour(palette))
            painter.drawRoundedRect(frame, 6, 6)
        middle = frame.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_number(painter, QPointF(frame.x() + 11, middle))
        painter.setPen(text_colour(palette))
        name = painter.fontMetrics().elidedText(self._row.name, Qt.TextElideMode.ElideRight, NAME - 32)
        painter.drawText(QRectF(frame.x() + 28, frame.y(), NAME, frame.height()), Qt.AlignmentFlag.AlignVCenter, name)
        self._paint_bar(painter, QRectF(NAME, middle - 5, frame.width() - NAME - VALUE, 10))
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(text_colour(palette))
        value = QRectF(frame.right() - VALUE, frame.y(), VALUE - 6, frame.height())
        painter.drawText(value, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, signed(self._row.change))

    def _paint_number(self, painter: QPainter, at: QPointF) -> None:
        """The part's number on its colour, as its marker on the picture has it."""
        painter.setBrush(part_colour(self._row.group).darker(125))
        painter.drawEllipse(at, 9, 9)
        if self._row.group != NOWHERE:
            painter.setPen(Qt.GlobalColor.white)
            room = QRectF(at.x() - 9, at.y() - 9, 18, 18)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(self._row.group + 1))

    def _paint_bar(self, painter: QPainter, room: QRectF) -> None:
        """Losses to the left of the line, gains to the right, all on one scale."""
        zero = room.center().x()
        length = room.width() / 2 * min(1.0, abs(self._row.change) / self._reach)
        left = zero - length if self._row.change < 0 else zero
        colour = part_colour(self._row.group)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour if self._row.change < 0 else mixed_colour(line_colour(self.palette()), colour, 0.45))
        painter.drawRoundedRect(QRectF(left, room.y(), length, room.height()), 2, 2)
        painter.setPen(QPen(muted_colour(self.palette()), 1))
        if self._row.against:
            words = painter.fontMetrics().elidedText(
                self._row.against, Qt.TextElideMode.ElideRight, int(zero - room.left()) - 6
            )
            place = QRectF(room.left(), room.center().y() - 10, zero - room.left() - 6, 20)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        painter.drawLine(QPointF(zero, room.top() - 5), QPointF(zero, room.bottom() + 5))


class EffectBars(QWidget):
    """Bars of all groups, largest loss first, and a sentence on what they do not explain."""

    chosen = Signal(int)  # a filter of the group that was clicked
    pointed = Signal(int)  # the group of the row that the mouse or the focus is on, or NOWHERE

    def __init__(self) -> None:
        super().__init__()
        self.bars: list[EffectBar] = []
        self.told = label("", "small", wrap=True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.told)
        self._layout.addStretch(1)

    def say(self, words: str) -> None:
        """Show no bars but a sentence: why there are none."""
        self.show_effects((), words)

    def show_effects(self, rows: Sequence[EffectRow], told: str) -> None:
        """Show the strongest of these groups, and the sentence below them."""
        for bar in self.bars:
            self._layout.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        shown = sorted(rows, key=lambda row: -abs(row.change))[:MOST]
        shown.sort(key=lambda row: row.change)
        reach = max((abs(row.change) for row in shown), default=1.0) or 1.0
        self.bars = [EffectBar(row, max(reach, 0.05)) for row in shown]
        for place, (bar, row) in enumerate(zip(self.bars, shown, strict=True)):
            self._layout.insertWidget(place, bar)
            bar.pointed.connect(self.pointed)
            bar.clicked.connect(lambda _checked=False, filter_index=row.filter: self.chosen.emit(filter_index))
        self.told.setText(told)
        self.told.setContentsMargins(0, TIGHT * 2 if shown else 0, 0, 0)

    @Slot(int)
    def light(self, group: int) -> None:
        """Let the row of a group stand out (NOWHERE: none), silently."""
        for bar in self.bars:
            bar.light(group)


def signed(value: float) -> str:
    """A change of a probability: '−0.31'."""
    return "0.00" if abs(value) < 0.005 else f"{value:+.2f}".replace("-", "−")
