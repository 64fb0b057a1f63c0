"""The figures of a filter side by side: a small name, the value, what it is measured against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.style.colours import line_colour, mixed_colour, muted_colour, text_colour
from app.style.stylesheet import LARGE, TIGHT
from app.widgets import plain_text
from app.widgets.common import label

BETWEEN = 10  # points between the names of two marks


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure: its name, its value as text, a note below it, what it means (told by pointing at it)."""

    name: str
    value: str
    note: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """A value on 0..1 with marks that it is measured against: (name, where)."""

    value: float
    marks: tuple[tuple[str, float], ...]


class ScaleBar(QWidget):
    """A bar of 0..1, full above the first mark (the floor) and pale below it; every mark is named under the bar."""

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
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(0, 8, self.width(), 8)
        self._paint_bar(painter, bar)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.9)
        painter.setFont(font)
        marks = sorted(self._scale.marks, key=lambda mark: -mark[1])
        metrics = painter.fontMetrics()
        whole = [(name, value, float(metrics.horizontalAdvance(name))) for name, value in marks]
        if min(_lefts(whole, bar.width()), default=0.0) < 0:
            whole = [(f"{value:.2f}", value, float(metrics.horizontalAdvance("0.00"))) for _name, value in marks]
        for (name, value, width), left in zip(whole, _lefts(whole, bar.width()), strict=True):
            self._paint_mark(painter, bar, name, value, QRectF(max(left, 0.0), bar.bottom() + 6, width + 2, 18))

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(bar, 4, 4)
        painter.fillPath(shape, line_colour(self.palette()))
        painter.setClipPath(shape)
        reach = bar.width() * min(1.0, max(0.0, self._scale.value))
        floor = min(reach, bar.width() * (self._scale.marks[0][1] if self._scale.marks else 0.0))
        pale = mixed_colour(line_colour(self.palette()), self._colour, 0.35)
        painter.fillRect(QRectF(0, bar.y(), floor, bar.height()), pale)
        painter.fillRect(QRectF(floor, bar.y(), reach - floor, bar.height()), self._colour)
        painter.setClipping(False)

    def _paint_mark(self, painter: QPainter, bar: QRectF, name: str, value: float, place: QRectF) -> None:
        """Paint a mark and its name, in a place below it."""
        x = bar.width() * value
        painter.setPen(QPen(text_colour(self.palette()), 1.4))
        painter.drawLine(QPointF(x, bar.top() - 4), QPointF(x, bar.bottom() + 4))
        painter.setPen(muted_colour(self.palette()))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)


def _lefts(marks: Sequence[tuple[str, float, float]], bar: float) -> list[float]:
    """Where names begin on a bar so wide: below their marks, (name, value, width) from the right, beside each other;
    negative where there is too little room."""
    found: list[float] = []
    room = bar
    for _name, value, width in marks:
        wished = bar * value - width / 2
        found.append(min(max(wished, 0.0), room - width))
        room = found[-1] - BETWEEN
    return found


class FactCell(QWidget):
    """One figure."""

    def __init__(self) -> None:
        super().__init__()
        self._labels = tuple(label("", role) for role in ("small", "number", "small"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for one in self._labels:
            layout.addWidget(one)
        layout.addStretch(1)

    def show_fact(self, fact: Fact) -> None:
        """Show another figure."""
        for one, text_ in zip(self._labels, (fact.name, fact.value, fact.note), strict=True):
            one.setText(text_)
        self.setToolTip(plain_text.tooltip_text(fact.hint))
        self.setAccessibleName(f"{fact.name}: {fact.value} {fact.note}")


class Facts(QWidget):
    """Figures in one row; the first of them with a bar."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = ScaleBar()
        self._first_value = label("", "number")
        self._first_name = label("", "small")
        self._first = QWidget()
        first = QVBoxLayout(self._first)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(0)
        first.addWidget(self._first_name)
        beside = QHBoxLayout()
        beside.setSpacing(TIGHT * 3)
        beside.addWidget(self._first_value, alignment=Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self.bar, 1)
        first.addLayout(beside)
        first.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(LARGE)
        self._row.addWidget(self._first, 1)
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
            if place < len(others):
                cell.show_fact(others[place])

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what can be read elsewhere: there is little room."""
        self.bar.setVisible(not narrow)
        for cell in self._cells[2:]:
            cell.setVisible(not narrow)

    def texts(self) -> list[str]:
        """What is shown, for those who cannot see it and for tests."""
        return [self._first.accessibleName(), *(cell.accessibleName() for cell in self._cells if not cell.isHidden())]
