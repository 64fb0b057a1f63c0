"""Positions of parts over all pictures, drawn on a typical one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.filters.positions.positions import PositionCloud
from app.style.colours import line_colour, mixed_colour, muted_colour, part_colour, raised_colour
from app.widgets.painting import draw_disc, font_like, rounded_path
from app.widgets.pictures.viewport import point_of

LEAST = QSize(240, 240)  # points
NEAR = 18  # points from the middle of a cloud within which the mouse points at it
VEIL = 0.35  # opacity of the black over the picture, so that marks stand out
DOT = 0.3  # radius of a position's disc, in cells


class PositionMap(QWidget):
    """A typical picture with the positions of one part, or of all in their colours."""

    picture_wanted = Signal(int, int)  # a filter, and the picture in which it peaks highest where it was clicked
    part_wanted = Signal(int)  # the group of the part that was clicked

    def __init__(self) -> None:
        super().__init__()
        self.clouds: Sequence[PositionCloud] = ()
        self._picture = QImage()
        self._lit = -1
        self.setMouseTracking(True)
        self.setMinimumSize(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(480, 400)

    def show_clouds(self, clouds: Sequence[PositionCloud]) -> None:
        """Show the positions of these parts."""
        self.clouds, self._lit = clouds, -1
        self.update()

    def set_picture(self, picture: QImage) -> None:
        """Set the picture behind the positions."""
        self._picture = picture
        self.update()

    def light(self, place: int) -> None:
        """Highlight one of several clouds, -1 for none."""
        if place != self._lit:
            self._lit = place
            self.update()

    def box(self) -> QRectF:
        """Return where the picture lies in this widget."""
        size = QSizeF(1, 1) if self._picture.isNull() else QSizeF(self._picture.size())
        box = QRectF(QPointF(), size.scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio))
        box.moveCenter(QRectF(self.rect()).center())
        return box.adjusted(1, 1, -1, -1)

    # The mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if len(self.clouds) == 1:
            cell = self._cell_at(event.position())
            QToolTip.showText(event.globalPosition().toPoint(), self._cell_words(cell), self)
            pointed = self._best_at(cell) >= 0
        else:
            self.light(self._cloud_at(event.position()))
            pointed = self._lit >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if pointed else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if len(self.clouds) == 1:
            if (picture := self._best_at(self._cell_at(event.position()))) >= 0:
                self.picture_wanted.emit(self.clouds[0].filter, picture)
        elif (place := self._cloud_at(event.position())) >= 0:
            self.part_wanted.emit(self.clouds[place].group)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self.light(-1)

    def _cell_at(self, point: QPointF) -> tuple[int, int] | None:
        box = self.box()
        if not box.contains(point) or not self.clouds:
            return None
        cells = len(self.clouds[0].shares)
        row = int((point.y() - box.y()) / box.height() * cells)
        column = int((point.x() - box.x()) / box.width() * cells)
        return min(row, cells - 1), min(column, cells - 1)

    def _best_at(self, cell: tuple[int, int] | None) -> int:
        return -1 if cell is None else int(self.clouds[0].best[cell])

    def _cell_words(self, cell: tuple[int, int] | None) -> str:
        if cell is None:
            return ""
        total = len(self.clouds[0].places)
        count = round(float(self.clouds[0].shares[cell]) * total)
        words = self.tr("Here in {count} of {every} pictures. Click to see one.") if count else ""
        return words.format(count=count, every=total)

    def _cloud_at(self, point: QPointF) -> int:
        """Return the cloud whose middle is near a point of the widget, -1 for none."""
        offsets = [point - self._middle(cloud) for cloud in self.clouds]
        distances = [np.hypot(offset.x(), offset.y()) for offset in offsets]
        return int(np.argmin(distances)) if min(distances, default=np.inf) < NEAR else -1

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, box = QPainter(self), self.box()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = rounded_path(box, 8)
        painter.save()
        painter.setClipPath(frame)
        painter.fillPath(frame, raised_colour(self.palette()))
        if not self._picture.isNull():
            painter.drawImage(box, self._picture)
            painter.fillRect(box, _faint(QColor("black"), VEIL))
        for place in sorted(range(len(self.clouds)), key=lambda place: place == self._lit):
            painter.setOpacity(1.0 if self._lit in (-1, place) else 0.15)
            self._paint_discs(painter, box, self.clouds[place])
        for place, cloud in enumerate(self.clouds):
            painter.setOpacity(1.0 if self._lit in (-1, place) else 0.3)
            number_disc(painter, self._middle(cloud), cloud.group)
        painter.restore()
        painter.setPen(QPen(line_colour(self.palette()), 1))
        painter.drawPath(frame)
        if not any(len(cloud.places) for cloud in self.clouds):
            painter.setPen(muted_colour(self.palette()))
            room, flags = box.adjusted(16, 16, -16, -16), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self.tr("No part is found here."))

    def _paint_discs(self, painter: QPainter, box: QRectF, cloud: PositionCloud) -> None:
        """Paint a disc on each cell with positions, the larger the more of them lie there."""
        cells, top = len(cloud.shares), max(float(cloud.shares.max()), 1e-9)
        across, down = box.width() / cells, box.height() / cells
        colour, most = part_colour(cloud.group), min(across, down) * (0.5 if len(self.clouds) > 1 else 0.7)
        edge = QPen(mixed_colour(colour, QColor("white"), 0.55), 1.2)
        for row, column in np.argwhere(cloud.shares > 0):
            radius = most * (DOT + (1 - DOT) * float(np.sqrt(cloud.shares[row, column] / top)))
            centre = QPointF(box.x() + (column + 0.5) * across, box.y() + (row + 0.5) * down)
            draw_disc(painter, centre, radius, _faint(colour, 0.8), edge)

    def _middle(self, cloud: PositionCloud) -> QPointF:
        return point_of(self.box(), *cloud.middle)


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
