"""Live curves. pyqtgraph takes a second to import, so this module is imported when a training begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.style.stylesheet import LARGE, MEDIUM, SMALL, TIGHT
from app.widgets.common import label

REDRAW_MS = 1000  # curves change once a second: each time costs the training beside it some 10 ms
NEAR = 1.0  # epochs: a point further away is none of the epoch that is read
PLACES = 120  # points of a curve at most: steps that share a place are drawn as their mean, which also calms them


@dataclass(frozen=True, slots=True)
class CurveLine:
    """One curve of a plot: its key, its title, its colour, whether it is dashed."""

    key: str
    title: str
    colour: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """The mean of `count` steps that share a place of the axis."""

    place: int
    epoch: float
    value: float
    count: int

    def joined(self, epoch: float, value: float) -> CurvePoint:
        """With one more step."""
        count = self.count + 1
        return CurvePoint(
            self.place,
            self.epoch + (epoch - self.epoch) / count,
            self.value + (value - self.value) / count,
            count,
        )


class CurvesCard(QFrame):
    """A card with a heading, a sentence in plain words, a legend and a plot over the epochs. Pointing at an epoch, by
    mouse or with the keys Left and Right, is told by `pointed`; `read_at` shows the values there in the legend. `plot`:
    where they are drawn."""

    pointed = Signal(object)  # epoch, a float; None: nowhere any more

    def __init__(self, heading: str, sentence: str, lines: Sequence[CurveLine], phase: int = 0) -> None:
        """`phase`: milliseconds by which it is drawn later than others, for each takes 20 ms."""
        super().__init__()
        self.setProperty("role", "card")
        self._lines = {line.key: line for line in lines}
        self._points: dict[str, list[CurvePoint]] = {}
        self._epochs = 1
        self._dirty = False
        self._read: float | None = None
        self.plot = pg.PlotWidget()
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.scene().sigMouseMoved.connect(self._point)
        self.plot.installEventFilter(self)
        self._cursor = pg.InfiniteLine(movable=False, label="{value:.1f}", labelOpts={"position": 0.5})
        self._cursor.hide()
        self.plot.addItem(self._cursor, ignoreBounds=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(heading)
        self.setToolTip(tr("Point at an epoch, or use the keys Left and Right, to read all plots there."))
        self._curves = {key: self.plot.plot([], [], antialias=True) for key in self._lines}
        self._legend = label("", "small", wrap=True)
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._legend.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Values make it longer: the room is there beforehand, so that nothing jumps under the mouse.
        self._legend.setMinimumHeight(2 * self._legend.fontMetrics().lineSpacing())
        inside = QVBoxLayout(self)
        inside.setContentsMargins(LARGE, MEDIUM, MEDIUM, SMALL)
        inside.setSpacing(TIGHT)
        inside.addWidget(label(heading, "heading"))
        inside.addWidget(label(sentence, "small", wrap=True))
        inside.addWidget(self._legend)
        inside.addWidget(self.plot, 1)
        self._set_up()
        self._dress()
        self._clock = QTimer(self, interval=REDRAW_MS)
        self._clock.timeout.connect(self._redraw)
        QTimer.singleShot(phase, self._clock, self._clock.start)

    def start(self, epochs: int) -> None:
        """Forget every point; the axis will hold so many epochs."""
        self._points = {key: [] for key in self._lines}
        self._epochs = epochs
        self.read_at(None)
        self.plot.setXRange(0, epochs, padding=0.02)
        self.plot.getPlotItem().getAxis("bottom").setTickSpacing(max(1, -(-epochs // 6)), max(1, -(-epochs // 6)))
        self._dirty = True

    def add(self, key: str, epoch: float, value: float) -> None:
        """Add a point to a curve; it is drawn a little later. What is not a number is left out."""
        if key not in self._points or value != value:
            return
        points, place = self._points[key], int(epoch * PLACES / self._epochs)
        if points and points[-1].place == place:
            points[-1] = points[-1].joined(epoch, value)
        else:
            points.append(CurvePoint(place, epoch, value, 1))
        self._dirty = True

    def points(self, key: str, since: float = 0.0) -> list[float]:
        """The values of a curve so far, those after an epoch."""
        return [point.value for point in self._points.get(key, []) if point.epoch > since]

    def read_at(self, epoch: float | None) -> None:
        """Show the values at an epoch; None: only the curves."""
        self._read = epoch
        self._cursor.setVisible(epoch is not None)
        if epoch is not None:
            self._cursor.setPos(epoch)
        self._tell_values()

    def reading(self) -> dict[str, float]:
        """The values that are read: where a curve has a point near the epoch pointed at, the nearest one's; those at
        the end where none is pointed at."""
        found = {}
        for key, points in self._points.items():
            at = self._epochs if self._read is None else self._read
            nearest = min(points, key=lambda point: abs(point.epoch - at), default=None)
            if nearest is not None and (self._read is None or abs(nearest.epoch - at) <= NEAR):
                found[key] = nearest.value
        return found

    def set_colours(self, colours: dict[str, str]) -> None:
        """Draw the curves in other colours."""
        self._lines = {
            k: CurveLine(k, line.title, colours.get(k, line.colour), line.dashed) for k, line in self._lines.items()
        }
        self._dress()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        last = max((points[-1].epoch for points in self._points.values() if points), default=0.0)
        if step is not None and last:
            now = last + (step < 0) if self._read is None else self._read
            self.pointed.emit(float(min(max(round(now + step), 0), round(last))))
        elif event.key() == Qt.Key.Key_Escape and self._read is not None:
            self.pointed.emit(None)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.plot and event.type() == QEvent.Type.Leave:
            self.pointed.emit(None)
        return super().eventFilter(watched, event)

    def _point(self, place: QPointF) -> None:
        """Where the mouse is, as an epoch."""
        box = self.plot.getPlotItem().getViewBox()
        if box.sceneBoundingRect().contains(place):
            self.pointed.emit(min(max(box.mapSceneToView(place).x(), 0.0), float(self._epochs)))

    def _set_up(self) -> None:
        item = self.plot.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.showGrid(x=False, y=True, alpha=0.12)
        item.getViewBox().setMouseEnabled(x=False, y=False)
        item.enableAutoRange(x=False, y=True)
        self.plot.setFrameShape(QFrame.Shape.NoFrame)
        self.plot.setMinimumHeight(150)
        self.plot.setMaximumHeight(190)

    def _dress(self) -> None:
        palette = self.palette()
        small = QFont(self.font())
        small.setPointSizeF(8.5)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        self.plot.setBackground(palette.color(QPalette.ColorRole.Base))
        for side in ("left", "bottom"):
            axis = self.plot.getPlotItem().getAxis(side)
            axis.setPen(pg.mkPen(palette.color(QPalette.ColorRole.Midlight)))
            axis.setTextPen(pg.mkPen(quiet))
            axis.setTickFont(small)
        self._cursor.setPen(pg.mkPen(quiet))
        self._cursor.label.setColor(quiet)
        for key, line in self._lines.items():
            style = Qt.PenStyle.DashLine if line.dashed else Qt.PenStyle.SolidLine
            self._curves[key].setPen(pg.mkPen(QColor(line.colour), width=2, style=style))
        self._tell_values()

    def _tell_values(self) -> None:
        """The legend, with the values where an epoch is pointed at; those and the latest values for who listens."""
        values = self.reading()
        shown = values if self._read is not None else {}
        entries = (_legend_text(line, f"{shown[key]:.3f}" if key in shown else "") for key, line in self._lines.items())
        self._legend.setText(" &nbsp; ".join(entries))
        told = ", ".join(f"{self._lines[key].title} {value:.3f}" for key, value in values.items())
        if self._read is None:
            words = tr("Latest values: {values}").format(values=told) if told else tr("No values yet")
        else:
            words = tr("At epoch {epoch:.1f}: {values}").format(epoch=self._read, values=told or "–")
        self.setAccessibleDescription(words)

    def _redraw(self) -> None:
        if not self._dirty or not self.isVisible():
            return
        self._dirty = False
        for key, points in self._points.items():
            self._curves[key].setData([point.epoch for point in points], [point.value for point in points])
        self._tell_values()


def tr(text: str) -> str:
    """A text of a plot in the user's language."""
    return QCoreApplication.translate("CurvesCard", text)


def _legend_text(line: CurveLine, value: str) -> str:
    mark = "╌╌" if line.dashed else "━"
    told = escape(f"{line.title} {value}".strip()).replace(" ", "&nbsp;")
    return f'<span style="color:{line.colour}">{mark}</span>&nbsp;{told}'
