"""Positions over all pictures, drawn on their mean picture: how many fall on each cell, or each part's middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.filters.positions.positions import PositionCloud
from app.style.colours import ground_colour, line_colour, mixed_colour, muted_colour, part_colour, raised_colour

LEAST = 200  # points
VEIL = 0.45  # how much of the ground lies over the mean picture, so that marks stand out


@dataclass(frozen=True, eq=False)
class Drawn:
    """Clouds to be drawn and their names. `dense`: one cloud, cell by cell; else each by its middle and its spread."""

    clouds: Sequence[PositionCloud]
    names: Sequence[str]
    dense: bool


class PositionMap(QWidget):
    """A square that stands for every picture."""

    picture_wanted = Signal(int)  # the picture that fires strongest where it was clicked
    pointed = Signal(int)  # place of the cloud under the mouse, -1 for none

    def __init__(self) -> None:
        super().__init__()
        self._drawn = Drawn((), (), True)
        self._mean = QImage()
        self._lit = -1
        self.setMouseTracking(True)
        self.setMinimumSize(LEAST, LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(360, 360)

    @property
    def drawn(self) -> Drawn:
        """What is shown."""
        return self._drawn

    def show_clouds(self, drawn: Drawn) -> None:
        """Show other positions."""
        self._drawn, self._lit = drawn, -1
        self.update()

    def set_mean(self, mean: QImage) -> None:
        """The picture behind the positions."""
        self._mean = mean
        self.update()

    def light(self, place: int) -> None:
        """Bring one of the clouds out, -1 for none."""
        if place != self._lit:
            self._lit = place
            self.update()

    def square(self) -> QRectF:
        """Where the pictures lie in this widget."""
        side = min(self.width(), self.height()) - 2
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    # The mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._drawn.dense:
            cell = self._cell_at(event.position())
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if self._best_at(cell) >= 0 else Qt.CursorShape.ArrowCursor
            )
            QToolTip.showText(event.globalPosition().toPoint(), self._told(cell), self)
        else:
            self.light(self._cloud_at(event.position()))
            self.pointed.emit(self._lit)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        picture = self._best_at(self._cell_at(event.position())) if self._drawn.dense else -1
        if event.button() == Qt.MouseButton.LeftButton and picture >= 0:
            self.picture_wanted.emit(picture)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self.light(-1)
        self.pointed.emit(-1)

    def _cell_at(self, point: QPointF) -> tuple[int, int] | None:
        rect = self.square()
        if not rect.contains(point) or not self._drawn.clouds:
            return None
        cells = len(self._drawn.clouds[0].shares)
        row = int((point.y() - rect.y()) / rect.height() * cells)
        column = int((point.x() - rect.x()) / rect.width() * cells)
        return min(row, cells - 1), min(column, cells - 1)

    def _best_at(self, cell: tuple[int, int] | None) -> int:
        return -1 if cell is None else int(self._drawn.clouds[0].best[cell])

    def _told(self, cell: tuple[int, int] | None) -> str:
        if cell is None:
            return ""
        cloud = self._drawn.clouds[0]
        count, every = round(float(cloud.shares[cell]) * len(cloud.places)), len(cloud.places)
        words = self.tr("Row {row}, column {column}: {count} of {every} peaks. Click to see the strongest.")
        none = self.tr("Row {row}, column {column}: no peak")
        return (words if count else none).format(row=cell[0], column=cell[1], count=count, every=every)

    def _cloud_at(self, point: QPointF) -> int:
        """The cloud whose middle is near a point of the widget, -1 for none."""
        away = [(_apart(point, self._middle(cloud)), place) for place, cloud in enumerate(self._drawn.clouds)]
        distance, place = min(away, default=(np.inf, -1))
        return place if distance < 18 else -1

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, rect = QPainter(self), self.square()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(rect, 8, 8)
        painter.save()
        painter.setClipPath(path)
        painter.fillPath(path, raised_colour(self.palette()))
        if not self._mean.isNull():
            painter.drawImage(rect, self._mean)
            veil = QColor(ground_colour(self.palette()))
            veil.setAlphaF(VEIL)
            painter.fillRect(rect, veil)
        if self._drawn.dense:
            self._paint_cells(painter, rect)
        else:
            order = sorted(range(len(self._drawn.clouds)), key=lambda place: place == self._lit)
            for place in order:
                self._paint_spread(painter, rect, place)
            for place in order:
                self._paint_number(painter, place)
        painter.restore()
        painter.setPen(QPen(line_colour(self.palette()), 1))
        painter.drawPath(path)
        if not any(len(cloud.places) for cloud in self._drawn.clouds):
            painter.setPen(muted_colour(self.palette()))
            room = rect.adjusted(16, 16, -16, -16)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.tr("No filter fires here.")
            )

    def _paint_cells(self, painter: QPainter, rect: QRectF) -> None:
        """A disc on each cell, its area in proportion to the share of the peaks there."""
        for cloud in self._drawn.clouds:
            step, top = rect.width() / len(cloud.shares), max(float(cloud.shares.max()), 1e-9)
            colour = part_colour(cloud.group)
            painter.setPen(QPen(mixed_colour(colour, QColor("black"), 0.35), 1))
            colour.setAlphaF(0.85)
            painter.setBrush(colour)
            for row, column in np.argwhere(cloud.shares > 0):
                radius = step * 0.62 * float(np.sqrt(cloud.shares[row, column] / top))
                centre = QPointF(rect.x() + (column + 0.5) * step, rect.y() + (row + 0.5) * step)
                painter.drawEllipse(centre, radius, radius)

    def _paint_spread(self, painter: QPainter, rect: QRectF, place: int) -> None:
        """A ring as wide as a part's positions spread, and every one of them as a dot where it is brought out."""
        cloud, lit = self._drawn.clouds[place], place == self._lit
        colour = part_colour(cloud.group)
        painter.setOpacity(0.25 if self._lit >= 0 and not lit else 1.0)
        if lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            for x, y in cloud.places:
                painter.drawEllipse(QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()), 3, 3)
        across, down = cloud.places.std(0) if len(cloud.places) else (0.0, 0.0)
        faint = QColor(colour)
        faint.setAlphaF(0.22 if lit or len(self._drawn.clouds) == 1 else 0.0)
        painter.setBrush(faint)
        painter.setPen(QPen(colour, 2))
        painter.drawEllipse(self._middle(cloud), max(8.0, across * rect.width()), max(8.0, down * rect.height()))
        painter.setOpacity(1.0)

    def _paint_number(self, painter: QPainter, place: int) -> None:
        cloud = self._drawn.clouds[place]
        painter.setOpacity(0.25 if self._lit >= 0 and place != self._lit else 1.0)
        number_disc(painter, self._middle(cloud), cloud.group)
        painter.setOpacity(1.0)

    def _middle(self, cloud: PositionCloud) -> QPointF:
        rect, (x, y) = self.square(), cloud.middle
        return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height())


def _apart(one: QPointF, other: QPointF) -> float:
    return float(np.hypot(one.x() - other.x(), one.y() - other.y()))


def number_disc(painter: QPainter, middle: QPointF, group: int) -> None:
    """A part's number on a disc in its colour, as everywhere where parts are marked in pictures."""
    painter.setBrush(part_colour(group))
    painter.setPen(QPen(QColor("white"), 1.5))
    painter.drawEllipse(middle, 10, 10)
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    box = QRectF(middle.x() - 12, middle.y() - 12, 24, 24)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(group + 1))


def number_icon(group: int, ratio: float) -> QIcon:
    """The same disc as an icon. `ratio`: pixels a point."""
    image = QPixmap(round(24 * ratio), round(24 * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    number_disc(painter, QPointF(12, 12), group)
    painter.end()
    return QIcon(image)
