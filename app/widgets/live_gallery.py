"""The live gallery: crops of the best pictures of some filters, exchanged as the network learns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from icnn_engine.events import BestPicture, GalleryFilter

Place = tuple[int, tuple[int, int]]  # a picture and a cell: what a crop shows
GAP, CAPTION, BETWEEN = 6, 24, 28
LARGEST = 84  # points; crops grow with the window up to this
KEPT = 600


class LiveGallery(QWidget):
    """Told filters and crops; says which crops it is missing."""

    wanted = Signal(object)  # Place

    def __init__(self) -> None:
        super().__init__()
        self._filters: Sequence[GalleryFilter] = ()
        self._crops: dict[Place, QImage] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Parts found so far"))

    @property
    def places(self) -> list[Place]:
        """What the gallery shows, in order."""
        return [_place(best) for one in self._filters for best in one.best]

    def crop_of(self, place: Place) -> QImage | None:
        """The crop shown at a place, if it is there."""
        return self._crops.get(place)

    def clear(self) -> None:
        """Forget everything."""
        self._crops.clear()
        self.set_filters(())

    def set_filters(self, filters: Sequence[GalleryFilter]) -> None:
        """Show other filters; crops that are missing are asked for."""
        self._filters = filters
        if len(self._crops) > KEPT:
            shown = set(self.places)
            self._crops = {place: crop for place, crop in self._crops.items() if place in shown}
        for place in self.places:
            if place not in self._crops:
                self.wanted.emit(place)
        self._fit()
        self.update()

    def set_crop(self, place: Place, image: QImage) -> None:
        """A crop that was asked for."""
        self._crops[place] = image
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        rows = -(-len(self._filters) // self._columns())
        return QSize(400, rows * (CAPTION + self._side() + GAP * 2))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        columns, side = self._columns(), self._side()
        width = (self.width() - BETWEEN * (columns - 1)) / columns
        for i, one in enumerate(self._filters):
            x = (i % columns) * (width + BETWEEN)
            y = (i // columns) * (CAPTION + side + GAP * 2)
            self._paint_filter(painter, x, y, side, one)

    def _paint_filter(self, painter: QPainter, x: float, y: float, side: int, one: GalleryFilter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        caption = self.tr("Filter {number}").format(number=one.filter)
        painter.drawText(QRectF(x, y, 200, CAPTION), Qt.AlignmentFlag.AlignVCenter, caption)
        for j, best in enumerate(one.best):
            box = QRectF(x + j * (side + GAP), y + CAPTION, side, side)
            shape = QPainterPath()
            shape.addRoundedRect(box, 6, 6)
            painter.fillPath(shape, self.palette().color(QPalette.ColorRole.AlternateBase))
            crop = self._crops.get(_place(best))
            if crop is not None:
                painter.setClipPath(shape)
                painter.drawImage(box, crop)
                painter.setClipping(False)

    def _columns(self) -> int:
        return 2 if self.width() >= 640 else 1

    def _side(self) -> int:
        """Points of a crop's side: as many crops as a filter has fit the width."""
        columns = self._columns()
        many = max((len(one.best) for one in self._filters), default=6) or 1
        width = (self.width() - BETWEEN * (columns - 1)) / columns
        return int(min((width - GAP * (many - 1)) / many, LARGEST))

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())


def _place(best: BestPicture) -> Place:
    return best.picture, best.cell
