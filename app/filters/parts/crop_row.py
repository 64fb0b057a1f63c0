"""Crops of one part from different pictures, side by side; a click chooses the picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.style.colours import raised_colour
from app.widgets.painting import rounded_path

GAP = 6


class CropRow(QWidget):
    """As many crops as have room, in `columns` a row at most. `least`: the smallest side of one, in points."""

    chosen = Signal(int)  # place of the crop that was clicked

    def __init__(self, columns: int, least: int, rows: int = 1) -> None:
        super().__init__()
        self._columns, self._least, self._rows = columns, least, rows
        self.images: list[QImage | None] = []
        self._pictures: Sequence[int] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_crops(self, pictures: Sequence[int]) -> None:
        """Show crops of other pictures of the run, which come with `set_image`."""
        self._pictures = pictures
        self.images = [None] * min(len(pictures), self._columns * self._rows)
        self.setVisible(bool(self.images))
        self.updateGeometry()
        self.update()

    def set_image(self, place: int, image: QImage) -> None:
        """Show one of the crops."""
        if place < len(self.images):
            self.images[place] = image
            self.update()

    def _fit(self, width: int) -> tuple[int, float]:
        """Return how many stand in a row, and the side of one."""
        count = max(1, min(self._columns, (width + GAP) // (self._least + GAP)))
        return count, (width + GAP) / count - GAP

    def sizeHint(self) -> QSize:  # noqa: N802
        width = 4 * (self._least + GAP)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(2 * self._least, self._least)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        count, side = self._fit(width)
        rows = min(self._rows, -(-len(self.images) // count)) if self._rows > 1 else 1
        return round(max(rows, 1) * (side + GAP) - GAP)

    def _box(self, place: int) -> QRectF:
        count, side = self._fit(self.width())
        row, column = divmod(place, count)
        return QRectF(column * (side + GAP), row * (side + GAP), side, side)

    def _shown(self) -> range:
        return range(min(len(self.images), self._fit(self.width())[0] * self._rows))

    def _place_at(self, at: QPointF) -> int | None:
        return next((place for place in self._shown() if self._box(place).contains(at)), None)

    def picture_at(self, at: QPointF) -> int | None:
        """Return the picture of the crop at a point; None where there is none."""
        place = self._place_at(at)
        return None if place is None else self._pictures[place]

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, palette = QPainter(self), QGuiApplication.palette()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for place in self._shown():
            box, image = self._box(place), self.images[place]
            shape = rounded_path(box, 6)
            painter.fillPath(shape, raised_colour(palette))
            if image is not None:
                painter.setClipPath(shape)
                painter.drawImage(box, image)
                painter.setClipping(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place = self._place_at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(place)
