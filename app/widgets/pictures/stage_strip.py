"""The stages of one filter in one picture, as in the paper's figure 4: small labelled images in one row.

Pointing at a cell of a map marks it in all three and shows its numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.style.colours import raised_colour
from app.style.stylesheet import TIGHT
from app.widgets.common import column, label, row
from app.widgets.item_views import weighted
from app.widgets.pictures.painting import hairline, rounded_frame
from app.widgets.pictures.viewport import WHOLE, placed, share_of
from app.widgets.wording import plain_text

Cell = tuple[int, int]  # row, column
SMALLEST, LARGEST, ARROW = 60, 132, 22


@dataclass(frozen=True, eq=False)
class StripStage:
    """One image of the strip. `values`: the (n, n) map; None for pictures, which have no cells."""

    name: str
    image: QImage
    values: np.ndarray | None = None
    hint: str = ""


class Tile(QWidget):
    """A small square image; a map emits the cell under the mouse."""

    pointed = Signal(object)  # Cell | None

    def __init__(self) -> None:
        super().__init__()
        self._stage: StripStage | None = None
        self._marked: Cell | None = None
        self.setMouseTracking(True)
        self.setFixedSize(SMALLEST, SMALLEST)

    def show_stage(self, stage: StripStage | None) -> None:
        """Show an image, or nothing."""
        self._stage = stage
        self.setToolTip(plain_text.tooltip_text(stage.hint) if stage else "")
        self.setAccessibleName(stage.name if stage else "")
        self.update()

    def mark(self, cell: Cell | None) -> None:
        """Frame a cell."""
        if cell != self._marked:
            self._marked = cell
            self.update()

    def cell_at(self, point: QPointF) -> Cell | None:
        """Return the cell under a point of a map."""
        rect = QRectF(self.rect())
        if self._stage is None or self._stage.values is None or not rect.contains(point):
            return None
        share, (rows, columns) = share_of(rect, point), self._stage.values.shape
        cell = int(share.y() * rows), int(share.x() * columns)
        return cell if cell[0] < rows and cell[1] < columns else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.pointed.emit(self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self.pointed.emit(None)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, palette = QPainter(self), self.palette()
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with rounded_frame(painter, rect, 6, raised_colour(palette), hairline(palette)):
            if self._stage is not None:
                self._paint_image(painter, rect, self._stage)

    def _paint_image(self, painter: QPainter, rect: QRectF, stage: StripStage) -> None:
        if stage.values is not None:  # a map: its cells stay visible, and it fills the square as the network sees it
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(rect, stage.image)
            self._paint_mark(painter, rect, stage.values)
            return
        width, height = placed(WHOLE, QSizeF(stage.image.size()), rect.size()).size().toSize().toTuple()
        middle = rect.center()
        painter.drawImage(QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height), stage.image)

    def _paint_mark(self, painter: QPainter, rect: QRectF, values: np.ndarray) -> None:
        if self._marked is None:
            return
        (row, column), step = self._marked, rect.width() / len(values)
        box = QRectF(rect.x() + column * step, rect.y() + row * step, step, step)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor(0, 0, 0, 180), 3.5), (QColor("white"), 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawRect(box)


class StageStrip(QWidget):
    """Image -> feature map -> template -> masked map -> receptive field."""

    SIGNS = ("→", "×", "=", "→")
    MAPS: tuple[int, ...] = (1, 2, 3)  # which stages are maps: map x template = masked map
    pointed = Signal(object)  # the Cell under the mouse, or None

    def __init__(self) -> None:
        super().__init__()
        self._stages: tuple[StripStage, ...] = ()
        self._sentence = ""
        self.tiles = tuple(Tile() for _ in range(5))
        self._names = tuple(label("", "small", wrap=True) for _ in self.tiles)
        self._arrows = tuple(_arrow(sign) for sign in self.SIGNS)
        self.told = label("", "small", wrap=True)
        strip = row(spacing=TIGHT)
        for tile, name, arrow in zip(self.tiles, self._names, (*self._arrows, None), strict=True):
            name.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            tile.pointed.connect(self.point_at)
            tile.pointed.connect(self.pointed)
            strip.addLayout(column(tile, name, 1, spacing=TIGHT))
            if arrow is not None:
                strip.addWidget(arrow, alignment=Qt.AlignmentFlag.AlignTop)
        strip.addStretch(1)
        column(strip, self.told, spacing=TIGHT + 2, parent=self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        room = self.width() - 4 * (ARROW + 2 * TIGHT)
        side = min(LARGEST, max(SMALLEST, room // 5))
        for tile in self.tiles:
            tile.setFixedSize(side, side)
        for arrow in self._arrows:
            arrow.setFixedHeight(side)
        for name in self._names:
            name.setFixedWidth(side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(5 * SMALLEST + 4 * (ARROW + 2 * TIGHT), super().minimumSizeHint().height())

    def show_stages(self, stages: tuple[StripStage, ...], sentence: str) -> None:
        """Show five stages, or none, and the sentence below them while the mouse is elsewhere."""
        self._stages, self._sentence = stages, sentence
        for tile, name, stage in zip(self.tiles, self._names, stages or (None,) * 5, strict=True):
            tile.show_stage(stage)
            name.setText(stage.name if stage else "")
        self.point_at(None)

    def say(self, sentence: str) -> None:
        """Show no stages but a sentence that says why."""
        self.show_stages((), sentence)

    @property
    def names(self) -> tuple[str, ...]:
        """The names below the images."""
        return tuple(name.text() for name in self._names)

    def point_at(self, cell: Cell | None) -> None:
        """Mark a cell in the maps and show its numbers; None shows the usual sentence again."""
        for index in self.MAPS:
            self.tiles[index].mark(cell)
        self.told.setText(self._numbers(cell) if cell is not None and self._stages else self._sentence)

    def _values(self, cell: Cell) -> list[float]:
        """Return the numbers of a cell in all maps."""
        maps = (self._stages[index].values for index in self.MAPS)
        return [float("nan") if values is None else float(values[cell]) for values in maps]

    def _numbers(self, cell: Cell) -> str:
        value, share, product = self._values(cell)
        text = self.tr("Row {row}, column {column}: map {value:.2f} × template {share:.2f} = masked map {product:.2f}")
        return text.format(row=cell[0], column=cell[1], value=value, share=share, product=product).replace("-", "−")


class CamStrip(StageStrip):
    """The strongest weighted maps of CAM, those of all its other filters together, and their sum: its heatmap."""

    SIGNS = ("+", "+", "+", "=")
    MAPS = (0, 1, 2, 3, 4)

    def _numbers(self, cell: Cell) -> str:
        text = self.tr("Row {row}, column {column}: {first} + {second} + {third} + all others {rest} = CAM {cam}")
        names = ("first", "second", "third", "rest", "cam")
        numbers = {name: f"{value:.2f}" for name, value in zip(names, self._values(cell), strict=True)}
        return text.format(row=cell[0], column=cell[1], **numbers).replace("-", "−")


def _arrow(sign: str) -> QLabel:
    """Return a quiet sign between two stages: an arrow, or an operation."""
    made = label(sign, "muted")
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setFont(weighted(made.font(), made.font().weight(), 1.3))
    made.setFixedSize(ARROW, SMALLEST)
    return made
