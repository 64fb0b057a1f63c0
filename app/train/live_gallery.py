"""The live gallery: crops of the best pictures of some filters, exchanged as the network learns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.painting import RADIUS, rounded_square
from icnn_engine.core.events import BestPicture, GalleryFilter

Place = tuple[int, tuple[int, int]]  # a picture and a cell: what a crop shows
GAP, CAPTION, BETWEEN = 6, 24, 28
LARGEST = 120  # points; crops grow with the window up to this
KEPT = 600
CHANGE_MS = 6000  # between two exchanges: reading and painting crops takes time from the training


class LiveGallery(QWidget):
    """Told filters and crops; says which crops it is missing."""

    wanted = Signal(object)  # Place

    def __init__(self) -> None:
        super().__init__()
        self._filters: Sequence[GalleryFilter] = ()
        self._latest: Sequence[GalleryFilter] = ()  # shown with the next exchange
        self._clock = QTimer(self, singleShot=True, interval=CHANGE_MS)
        self._clock.timeout.connect(self.show_latest)
        self._crops: dict[Place, QImage] = {}
        self._ready: dict[Place, tuple[float, QPixmap]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("What filters see so far"))

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
        self._ready.clear()
        self._latest = ()
        self.show_latest()
        self._clock.stop()

    def set_filters(self, filters: Sequence[GalleryFilter]) -> None:
        """Show other filters, a few seconds after the last exchange at the earliest."""
        self._latest = filters
        if not self._clock.isActive():
            self.show_latest()

    @Slot()
    def show_latest(self) -> None:
        """Show the latest filters at once; crops that are missing are requested while the gallery is visible."""
        if self._latest is self._filters:
            return
        self._filters = self._latest
        self._clock.start()
        if len(self._crops) > KEPT:
            shown = set(self.places)
            self._crops = {place: crop for place, crop in self._crops.items() if place in shown}
            self._ready = {place: ready for place, ready in self._ready.items() if place in shown}
        self._ask()
        self._fit()
        self.update()

    def set_crop(self, place: Place, image: QImage) -> None:
        """A crop that was asked for."""
        self._crops[place] = image
        self._ready.pop(place, None)
        for i, one in enumerate(self._filters):
            for j, best in enumerate(one.best):
                if _place(best) == place:
                    self.update(self._box(i, j))

    def sizeHint(self) -> QSize:  # noqa: N802
        rows = -(-len(self._filters) // self._columns())
        return QSize(400, rows * (CAPTION + self._side() + GAP * 2))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i, one in enumerate(self._filters):
            self._paint_caption(painter, self._box(i, 0), one.filter)
            for j, best in enumerate(one.best):
                box = self._box(i, j)
                if event.rect().intersects(box):
                    self._paint_crop(painter, box, _place(best))

    def _paint_caption(self, painter: QPainter, first: QRect, number: int) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        caption = self.tr("Filter {number}").format(number=number)
        box = QRectF(first.left(), first.top() - CAPTION, 200, CAPTION)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, caption)

    def _paint_crop(self, painter: QPainter, box: QRect, place: Place) -> None:
        pixmap = self._pixmap(place, box.width())
        if pixmap is not None:
            painter.drawPixmap(box.topLeft(), pixmap)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _box(self, row: int, number: int) -> QRect:
        """Return where a crop of a filter lies."""
        columns, side = self._columns(), self._side()
        width = (self.width() - BETWEEN * (columns - 1)) / columns
        left = round((row % columns) * (width + BETWEEN)) + number * (side + GAP)
        return QRect(left, (row // columns) * (CAPTION + side + GAP * 2) + CAPTION, side, side)

    def _ask(self) -> None:
        """Ask for the crops that are missing; each takes from a training under way."""
        if self.isVisible():
            for place in self.places:
                if place not in self._crops:
                    self.wanted.emit(place)

    def _pixmap(self, place: Place, side: int) -> QPixmap | None:
        """A crop ready for painting, if it is there."""
        crop, ratio = self._crops.get(place), self.devicePixelRatioF()
        if crop is None:
            return None
        kept = self._ready.get(place)
        if kept is None or kept[0] != side * ratio:
            kept = self._ready[place] = side * ratio, rounded_square(crop, side, ratio)
        return kept[1]

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
