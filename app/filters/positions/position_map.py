"""Positions over all pictures, drawn on their mean picture: how many fall on each cell, or the middle of each part."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.filters.positions.positions import PositionCloud
from app.style.colours import ground_colour, line_colour, mixed_colour, muted_colour, part_colour, raised_colour
from app.widgets.painting import draw_disc, font_like, rounded_path
from app.widgets.pictures.viewport import point_of

LEAST = 200  # points
NEAR = 18  # points from the middle of a cloud within which the mouse points at it
VEIL = 0.45  # opacity of the ground over the mean picture, so that marks stand out


class PositionMap(QWidget):
    """A square that stands for all pictures. `dense`: one cloud, cell by cell; else each by its middle and spread."""

    picture_wanted = Signal(int)  # the picture with the highest peak where it was clicked

    def __init__(self) -> None:
        super().__init__()
        self.clouds: Sequence[PositionCloud] = ()
        self.dense = True
        self._mean = QImage()
        self._lit = -1
        self.setMouseTracking(True)
        self.setMinimumSize(LEAST, LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(360, 360)

    def show_clouds(self, clouds: Sequence[PositionCloud], dense: bool) -> None:
        """Show other positions."""
        self.clouds, self.dense, self._lit = clouds, dense, -1
        self.update()

    def set_mean(self, mean: QImage) -> None:
        """Set the picture behind the positions."""
        self._mean = mean
        self.update()

    def light(self, place: int) -> None:
        """Highlight one of the clouds, -1 for none."""
        if place != self._lit:
            self._lit = place
            self.update()

    def square(self) -> QRectF:
        """Return where the pictures lie in this widget."""
        side = min(self.width(), self.height()) - 2
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    # The mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.dense:
            cell, shapes = self._cell_at(event.position()), Qt.CursorShape
            self.setCursor(shapes.PointingHandCursor if self._best_at(cell) >= 0 else shapes.ArrowCursor)
            QToolTip.showText(event.globalPosition().toPoint(), self._cell_words(cell), self)
        else:
            self.light(self._cloud_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        picture = self._best_at(self._cell_at(event.position())) if self.dense else -1
        if event.button() == Qt.MouseButton.LeftButton and picture >= 0:
            self.picture_wanted.emit(picture)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self.light(-1)

    def _cell_at(self, point: QPointF) -> tuple[int, int] | None:
        square = self.square()
        if not square.contains(point) or not self.clouds:
            return None
        cells = len(self.clouds[0].shares)
        row = int((point.y() - square.y()) / square.height() * cells)
        column = int((point.x() - square.x()) / square.width() * cells)
        return min(row, cells - 1), min(column, cells - 1)

    def _best_at(self, cell: tuple[int, int] | None) -> int:
        return -1 if cell is None else int(self.clouds[0].best[cell])

    def _cell_words(self, cell: tuple[int, int] | None) -> str:
        if cell is None:
            return ""
        share, total = self.clouds[0].shares[cell], len(self.clouds[0].places)
        words = self.tr("Row {row}, column {column}: {count} of {every} peaks. Click to see the strongest.")
        none = self.tr("Row {row}, column {column}: no peak")
        count = round(float(share) * total)
        return (words if count else none).format(row=cell[0], column=cell[1], count=count, every=total)

    def _cloud_at(self, point: QPointF) -> int:
        """Return the cloud whose middle is near a point of the widget, -1 for none."""
        offsets = [point - self._middle(cloud) for cloud in self.clouds]
        distances = [np.hypot(offset.x(), offset.y()) for offset in offsets]
        return int(np.argmin(distances)) if min(distances, default=np.inf) < NEAR else -1

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, square = QPainter(self), self.square()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = rounded_path(square, 8)
        painter.save()
        painter.setClipPath(frame)
        self._paint_background(painter, square)
        if self.dense:
            self._paint_cells(painter, square)
        else:
            self._paint_parts(painter, square)
        painter.restore()
        painter.setPen(QPen(line_colour(self.palette()), 1))
        painter.drawPath(frame)
        if not any(len(cloud.places) for cloud in self.clouds):
            painter.setPen(muted_colour(self.palette()))
            room, flags = square.adjusted(16, 16, -16, -16), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self.tr("No filter fires here."))

    def _paint_background(self, painter: QPainter, square: QRectF) -> None:
        painter.fillPath(rounded_path(square, 8), raised_colour(self.palette()))
        if not self._mean.isNull():
            painter.drawImage(square, self._mean)
            painter.fillRect(square, _faint(ground_colour(self.palette()), VEIL))

    def _paint_cells(self, painter: QPainter, square: QRectF) -> None:
        """Paint a disc on each cell, its area in proportion to the share of the peaks there."""
        for cloud in self.clouds:
            step, top = square.width() / len(cloud.shares), max(float(cloud.shares.max()), 1e-9)
            colour = part_colour(cloud.group)
            edge = QPen(mixed_colour(colour, QColor("black"), 0.35), 1)
            for row, column in np.argwhere(cloud.shares > 0):
                radius = step * 0.62 * float(np.sqrt(cloud.shares[row, column] / top))
                centre = QPointF(square.x() + (column + 0.5) * step, square.y() + (row + 0.5) * step)
                draw_disc(painter, centre, radius, _faint(colour, 0.85), edge)

    def _paint_parts(self, painter: QPainter, square: QRectF) -> None:
        """Paint the ring of each part and, over all rings, its number; the highlighted part on top."""
        order = sorted(range(len(self.clouds)), key=lambda place: place == self._lit)
        for paint in (self._paint_spread, self._paint_number):
            for place in order:
                painter.setOpacity(1.0 if self._lit in (-1, place) else 0.25)
                paint(painter, square, place)
        painter.setOpacity(1.0)

    def _paint_spread(self, painter: QPainter, square: QRectF, place: int) -> None:
        """Paint a ring as wide as a part's positions spread; of the highlighted part, each position as a dot."""
        cloud, lit = self.clouds[place], place == self._lit
        colour = part_colour(cloud.group)
        for x, y in cloud.places if lit else ():
            draw_disc(painter, point_of(square, x, y), 3, colour)
        across, down = cloud.places.std(0) if len(cloud.places) else (0.0, 0.0)
        painter.setBrush(_faint(colour, 0.22 if lit or len(self.clouds) == 1 else 0.0))
        painter.setPen(QPen(colour, 2))
        painter.drawEllipse(self._middle(cloud), max(8.0, across * square.width()), max(8.0, down * square.height()))

    def _paint_number(self, painter: QPainter, _square: QRectF, place: int) -> None:
        number_disc(painter, self._middle(self.clouds[place]), self.clouds[place].group)

    def _middle(self, cloud: PositionCloud) -> QPointF:
        return point_of(self.square(), *cloud.middle)


def _faint(colour: QColor, opacity: float) -> QColor:
    """Return a colour with another opacity."""
    faint = QColor(colour)
    faint.setAlphaF(opacity)
    return faint


def number_disc(painter: QPainter, middle: QPointF, group: int) -> None:
    """Draw a part's number on a disc in its colour."""
    draw_disc(painter, middle, 10, part_colour(group), QPen(QColor("white"), 1.5))
    painter.setFont(font_like(painter.font(), bold=True))
    box = QRectF(middle.x() - 12, middle.y() - 12, 24, 24)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(group + 1))


def number_icon(group: int, ratio: float) -> QIcon:
    """Return the same disc as an icon. `ratio`: pixels a point."""
    image = QPixmap(round(24 * ratio), round(24 * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    number_disc(painter, QPointF(12, 12), group)
    painter.end()
    return QIcon(image)
