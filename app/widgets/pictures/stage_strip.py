"""The stages of one filter in one picture, as in the paper's figure 4: small labelled images in one row.

Pointing at a cell of a map marks it in all three and tells its numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.style.colours import line_colour, muted_colour, raised_colour
from app.style.stylesheet import TIGHT
from app.widgets import plain_text
from app.widgets.common import label

Cell = tuple[int, int]  # row, column
SMALLEST, LARGEST, ARROW = 60, 132, 22


@dataclass(frozen=True, eq=False)
class StripStage:
    """One image of the strip. `values`: (n, n), what a cell holds (None for pictures, which have no cells)."""

    name: str
    image: QImage
    values: np.ndarray | None = None
    hint: str = ""


class Tile(QWidget):
    """A small square image; a map tells over which cell the mouse is."""

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
        self.setAccessibleName(stage.name if stage else "")
        self.update()

    def mark(self, cell: Cell | None) -> None:
        """Frame a cell."""
        if cell != self._marked:
            self._marked = cell
            self.update()

    def cell_at(self, point: QPointF) -> Cell | None:
        """The cell under a point, where this is a map."""
        if self._stage is None or self._stage.values is None:
            return None
        rect, (rows, columns) = self._square(), self._stage.values.shape
        row = int((point.y() - rect.y()) / rect.height() * rows)
        column = int((point.x() - rect.x()) / rect.width() * columns)
        return (row, column) if 0 <= row < rows and 0 <= column < columns and rect.contains(point) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.pointed.emit(self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self.pointed.emit(None)

    def _square(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, 0, side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self._square().adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(rect, 6, 6)
        painter.fillPath(shape, raised_colour(self.palette()))
        if self._stage is not None:
            painter.save()
            painter.setClipPath(shape)
            self._paint_image(painter, rect, self._stage)
            painter.restore()
        painter.setPen(QPen(line_colour(self.palette()), 1))
        painter.drawPath(shape)

    def _paint_image(self, painter: QPainter, rect: QRectF, stage: StripStage) -> None:
        if stage.values is not None:  # a map: its cells stay visible, and it fills the square as the network sees it
            painter.drawImage(rect, stage.image)
            self._paint_mark(painter, rect, stage.values)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width, height = stage.image.width(), stage.image.height()
        scale = min(rect.width() / width, rect.height() / height)
        size = QSize(round(width * scale), round(height * scale))
        target = QRectF(rect.center().x() - size.width() / 2, rect.center().y() - size.height() / 2, *size.toTuple())
        painter.drawImage(target, stage.image)

    def _paint_mark(self, painter: QPainter, rect: QRectF, values: np.ndarray) -> None:
        if self._marked is None:
            return
        (row, column), step = self._marked, rect.width() / len(values)
        box = QRectF(rect.x() + column * step, rect.y() + row * step, step, step)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor(0, 0, 0, 180), 3.5), (QColor("white"), 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawRect(box)


class Arrow(QWidget):
    """A quiet sign between two stages: an arrow, or what is done there."""

    def __init__(self, sign: str) -> None:
        super().__init__()
        self._sign = sign
        self.setFixedSize(ARROW, SMALLEST)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setPen(muted_colour(self.palette()))
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._sign)


class StageStrip(QWidget):
    """Image -> feature map -> template -> masked map -> receptive field."""

    SIGNS = ("→", "×", "=", "→")
    MAPS: tuple[int, ...] = (1, 2, 3)  # which stages are maps: map x template = masked map
    pointed = Signal(object)  # Cell that the mouse is over, or None

    def __init__(self) -> None:
        super().__init__()
        self._stages: tuple[StripStage, ...] = ()
        self.tiles = tuple(Tile() for _ in range(5))
        self._names = tuple(label("", "small", wrap=True) for _ in self.tiles)
        self._arrows = tuple(Arrow(sign) for sign in self.SIGNS)
        self.told = label("", "small", wrap=True)
        self._usual = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT + 2)
        layout.addLayout(self._build_row())
        layout.addWidget(self.told)
        for tile in self.tiles:
            tile.pointed.connect(self.point_at)
            tile.pointed.connect(self.pointed)

    def _build_row(self) -> QHBoxLayout:
        made = QHBoxLayout()
        made.setSpacing(TIGHT)
        for place, (tile, name) in enumerate(zip(self.tiles, self._names, strict=True)):
            if place:
                made.addWidget(self._arrows[place - 1], alignment=Qt.AlignmentFlag.AlignTop)
            made.addLayout(_labelled(tile, name))
        made.addStretch(1)
        return made

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

    def show_stages(self, stages: tuple[StripStage, ...], told: str) -> None:
        """Show five stages and the sentence that stands below them while the mouse is elsewhere."""
        self._stages, self._usual = stages, told
        for place, (tile, name) in enumerate(zip(self.tiles, self._names, strict=True)):
            stage = stages[place] if stages else None
            tile.show_stage(stage)
            tile.setToolTip(plain_text.tooltip_text(stage.hint) if stage else "")
            name.setText(stage.name if stage else "")
        self.point_at(None)

    def say(self, told: str) -> None:
        """Show no stages but a sentence: why there are none."""
        self.show_stages((), told)

    @property
    def names(self) -> tuple[str, ...]:
        """What stands below the images."""
        return tuple(name.text() for name in self._names)

    def point_at(self, cell: Cell | None) -> None:
        """Mark a cell in the three maps and tell its numbers; None tells the usual sentence again."""
        for place in self.MAPS:
            self.tiles[place].mark(cell)
        self.told.setText(self._numbers(cell) if cell is not None and self._stages else self._usual)

    def _numbers(self, cell: Cell) -> str:
        found = [self._stages[place].values for place in self.MAPS]
        value, share, product = (float(v[cell]) if v is not None else float("nan") for v in found)
        text = self.tr("Row {row}, column {column}: map {value:.2f} × template {share:.2f} = masked map {product:.2f}")
        return text.format(row=cell[0], column=cell[1], value=value, share=share, product=product).replace("-", "−")


class CamStrip(StageStrip):
    """The strongest weighted maps of CAM, those of all its other filters together, and their sum: its heatmap."""

    SIGNS = ("+", "+", "+", "=")
    MAPS = (0, 1, 2, 3, 4)

    def _numbers(self, cell: Cell) -> str:
        found = (stage.values for stage in self._stages)
        first, second, third, rest, cam = (number(float(v[cell])) for v in found if v is not None)
        text = self.tr("Row {row}, column {column}: {first} + {second} + {third} + all others {rest} = CAM {cam}")
        known = {"first": first, "second": second, "third": third, "rest": rest, "cam": cam}
        return text.format(row=cell[0], column=cell[1], **known)


def number(value: float) -> str:
    """'−0.31'."""
    return f"{value:.2f}".replace("-", "−")


def _labelled(tile: Tile, name: QLabel) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(TIGHT)
    made.addWidget(tile)
    name.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    made.addWidget(name)
    made.addStretch(1)
    return made
