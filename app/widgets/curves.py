"""Live curves. pyqtgraph takes a second to import, so this module is imported when a training begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.stylesheet import LARGE, MEDIUM, SMALL, TIGHT
from app.widgets.basics import label

REDRAW_MS = 500  # curves change twice a second
PLACES = 120  # points of a curve at most: steps that share a place are drawn as their mean, which also calms them


@dataclass(frozen=True, slots=True)
class Line:
    """One curve of a plot: its key, its title, its colour, whether it is dashed."""

    key: str
    title: str
    colour: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """The mean of `count` steps that share a place of the axis."""

    place: int
    epoch: float
    value: float
    count: int

    def joined(self, epoch: float, value: float) -> Point:
        """With one more step."""
        count = self.count + 1
        return Point(
            self.place,
            self.epoch + (epoch - self.epoch) / count,
            self.value + (value - self.value) / count,
            count,
        )


class Curves(QFrame):
    """A card with a heading, a sentence in plain words, a legend and a plot over the epochs."""

    def __init__(self, heading: str, sentence: str, lines: Sequence[Line], phase: int = 0) -> None:
        """`phase`: milliseconds by which it is drawn later than others, for each takes 20 ms."""
        super().__init__()
        self.setProperty("role", "card")
        self._lines = {line.key: line for line in lines}
        self._points: dict[str, list[Point]] = {}
        self._epochs = 1
        self._dirty = False
        self._plot = pg.PlotWidget()
        self._plot.setAccessibleName(heading)
        self._curves = {key: self._plot.plot([], [], antialias=True) for key in self._lines}
        self._legend = QHBoxLayout()
        self._legend.setSpacing(SMALL)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(LARGE, MEDIUM, MEDIUM, SMALL)
        inside.setSpacing(TIGHT)
        inside.addWidget(label(heading, "heading"))
        inside.addWidget(label(sentence, "small", wrap=True))
        inside.addLayout(self._legend)
        inside.addWidget(self._plot, 1)
        self._set_up()
        self._dress()
        self._clock = QTimer(self, interval=REDRAW_MS)
        self._clock.timeout.connect(self._redraw)
        QTimer.singleShot(phase, self._clock, self._clock.start)

    def start(self, epochs: int) -> None:
        """Forget every point; the axis will hold so many epochs."""
        self._points = {key: [] for key in self._lines}
        self._epochs = epochs
        self._plot.setXRange(0, epochs, padding=0.02)
        self._plot.getPlotItem().getAxis("bottom").setTickSpacing(max(1, -(-epochs // 6)), max(1, -(-epochs // 6)))
        self._dirty = True

    def add(self, key: str, epoch: float, value: float) -> None:
        """Add a point to a curve; it is drawn a little later. What is not a number is left out."""
        if key not in self._points or value != value:
            return
        points, place = self._points[key], int(epoch * PLACES / self._epochs)
        if points and points[-1].place == place:
            points[-1] = points[-1].joined(epoch, value)
        else:
            points.append(Point(place, epoch, value, 1))
        self._dirty = True

    def points(self, key: str) -> list[float]:
        """The values of a curve so far."""
        return [point.value for point in self._points.get(key, [])]

    def set_colours(self, colours: dict[str, str]) -> None:
        """Draw the curves in other colours."""
        self._lines = {
            k: Line(k, line.title, colours.get(k, line.colour), line.dashed) for k, line in self._lines.items()
        }
        self._dress()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
        super().changeEvent(event)

    def _set_up(self) -> None:
        item = self._plot.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.showGrid(x=False, y=True, alpha=0.12)
        item.getViewBox().setMouseEnabled(x=False, y=False)
        item.enableAutoRange(x=False, y=True)
        self._plot.setFrameShape(QFrame.Shape.NoFrame)
        self._plot.setMinimumHeight(150)
        self._plot.setMaximumHeight(190)

    def _dress(self) -> None:
        palette = self.palette()
        small = QFont(self.font())
        small.setPointSizeF(8.5)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        self._plot.setBackground(palette.color(QPalette.ColorRole.Base))
        for side in ("left", "bottom"):
            axis = self._plot.getPlotItem().getAxis(side)
            axis.setPen(pg.mkPen(palette.color(QPalette.ColorRole.Midlight)))
            axis.setTextPen(pg.mkPen(quiet))
            axis.setTickFont(small)
        for key, line in self._lines.items():
            style = Qt.PenStyle.DashLine if line.dashed else Qt.PenStyle.SolidLine
            self._curves[key].setPen(pg.mkPen(QColor(line.colour), width=2, style=style))
        self._fill_legend()

    def _fill_legend(self) -> None:
        while (item := self._legend.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for line in self._lines.values():
            self._legend.addWidget(_legend_entry(line))
        self._legend.addStretch(1)

    def _redraw(self) -> None:
        if not self._dirty or not self.isVisible():
            return
        self._dirty = False
        for key, points in self._points.items():
            self._curves[key].setData([point.epoch for point in points], [point.value for point in points])


def _legend_entry(line: Line) -> QWidget:
    mark = "╌╌" if line.dashed else "━"
    entry = QLabel(f'<span style="color:{line.colour}">{mark}</span>&nbsp; {line.title}')
    entry.setProperty("role", "small")
    return entry
