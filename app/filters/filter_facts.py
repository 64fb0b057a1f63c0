"""The figures of a filter side by side: a small name, the value, a note; the first one with a bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.filters.bars import paint_bar, paint_tick
from app.style import theme
from app.style.colours import muted_colour
from app.style.stylesheet import LARGE, TIGHT
from app.widgets.common import column, label, row
from app.widgets.layouts.containers import widget_of
from app.widgets.painting import draw_text, font_like
from app.widgets.wording import plain_text

BETWEEN = 10  # points between the names of two marks


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure: its name, its value as text, a note below it, its meaning (the tool tip).

    `role`: of the value in the stylesheet; `words`: the accessible name, if it is not made of name, value and note.
    """

    name: str
    value: str
    note: str = ""
    hint: str = ""
    role: str = "number"
    words: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """A value on 0..1 with marks to compare it with: (name, value). The first mark is the floor."""

    value: float
    marks: tuple[tuple[str, float], ...]


class ScaleBar(QWidget):
    """A bar of 0..1, full above the floor and pale below it; each mark is named under the bar."""

    def __init__(self) -> None:
        super().__init__()
        self._scale = Scale(0.0, ())
        self._colour = QColor()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(240, 44)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(150, 44)

    def show_scale(self, scale: Scale, colour: QColor) -> None:
        """Show another value."""
        self._scale, self._colour = scale, colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, bar = QPainter(self), QRectF(0, 8, self.width(), 8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        floor = self._scale.marks[0][1] if self._scale.marks else nan
        paint_bar(painter, bar, self._scale.value, floor, self._colour, self.palette())
        painter.setFont(font_like(painter.font(), scale=0.9))
        width, below = painter.fontMetrics().horizontalAdvance, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        marks = sorted(self._scale.marks, key=lambda mark: -mark[1])
        names = [(name, value, float(width(name))) for name, value in marks]
        if min(_lefts(names, bar.width()), default=0.0) < 0:
            names = [(f"{value:.2f}", value, float(width("0.00"))) for _name, value in marks]
        for (name, value, wide), left in zip(names, _lefts(names, bar.width()), strict=True):
            paint_tick(painter, bar, value, 4, 1.4, self.palette())
            room = QRectF(max(left, 0.0), bar.bottom() + 6, wide + 2, 18)
            draw_text(painter, room, name, muted_colour(self.palette()), below)


def _lefts(marks: Sequence[tuple[str, float, float]], bar: float) -> list[float]:
    """Return where the names of marks begin under a bar so wide: below their marks and beside each other; negative
    where there is too little room. `marks`: (name, value, width) from the right."""
    lefts: list[float] = []
    room = bar
    for _name, value, width in marks:
        lefts.append(min(max(bar * value - width / 2, 0.0), room - width))
        room = lefts[-1] - BETWEEN
    return lefts


class FactCell(QWidget):
    """One figure."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._value, self._note = label("", "small"), label("", "number"), label("", "small")
        self.setLayout(column(self._name, self._value, self._note, 1, spacing=0))

    def show_fact(self, fact: Fact) -> None:
        """Show another figure."""
        self._name.setText(fact.name)
        self._value.setText(fact.value)
        self._note.setText(fact.note)
        theme.set_role(self._value, fact.role)
        self.setToolTip(plain_text.tooltip_text(fact.hint))
        self.setAccessibleName(fact.words or f"{fact.name}: {fact.value} {fact.note}")


class Facts(QWidget):
    """Figures in one row; the first of them with a bar."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = ScaleBar()
        self._first_name, self._first_value = label("", "small"), label("", "number")
        beside = row(self._first_value, (self.bar, 1), spacing=TIGHT * 3)
        beside.setAlignment(self._first_value, Qt.AlignmentFlag.AlignTop)
        self._first = widget_of(column(self._first_name, beside, 1, spacing=0))
        self._row = row((self._first, 1), spacing=LARGE)
        self.setLayout(self._row)
        self._cells: list[FactCell] = []

    def show_facts(self, first: Fact, scale: Scale, colour: QColor, others: Sequence[Fact]) -> None:
        """Show other figures."""
        self._first_name.setText(first.name)
        self._first_value.setText(first.value)
        self._first.setToolTip(plain_text.tooltip_text(first.hint))
        self._first.setAccessibleName(f"{first.name}: {first.value}")
        self.bar.show_scale(scale, colour)
        while len(self._cells) < len(others):
            self._cells.append(FactCell())
            self._row.addWidget(self._cells[-1])
        for place, cell in enumerate(self._cells):
            cell.setVisible(place < len(others))
        for cell, fact in zip(self._cells, others, strict=False):
            cell.show_fact(fact)

    def set_narrow(self, narrow: bool) -> None:
        """Hide what can be read elsewhere if there is little room."""
        for widget in (self.bar, *self._cells[2:]):
            widget.setVisible(not narrow)

    def texts(self) -> list[str]:
        """Return the accessible names of the figures on show."""
        return [self._first.accessibleName(), *(cell.accessibleName() for cell in self._cells if not cell.isHidden())]
