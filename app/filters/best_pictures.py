"""The pictures with the highest peaks of a filter, as a row of crops; choosing one looks at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from app.style.colours import accent_colour, edge_colour, mixed_colour, muted_colour, raised_colour
from app.widgets.painting import draw_rounded, draw_text, font_like, rounded_path
from app.widgets.pictures.picture_model import IMAGE, ITEM, KEY, Index, PictureDelegate, PictureModel, set_up_view
from icnn_engine.core.events import BestPicture

SIDE, GAP, CAPTION = 84, 4, 16


@dataclass(frozen=True, slots=True)
class BestPictureItem:
    """One of the best pictures: where the filter fires in it, its name, its side of the split in words."""

    best: BestPicture
    name: str
    side: str


class BestDelegate(PictureDelegate):
    """Paints a crop with round corners, the peak's strength below it, a frame if it is the picture on show."""

    shown = -1  # the picture on show

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        return QSize(SIDE + 2 * GAP, SIDE + 2 * GAP + CAPTION)

    def paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, image = QGuiApplication.palette(), index.data(IMAGE)
        box = QRectF(option.rect.x() + GAP, option.rect.y() + GAP, SIDE, SIDE)
        shape = rounded_path(box, 6)
        painter.fillPath(shape, raised_colour(palette))
        if image is not None:
            painter.setClipPath(shape)
            painter.drawImage(box, image)
            painter.setClipping(False)
        if index.data(KEY) == self.shown:
            painter.strokePath(shape, QPen(accent_colour(palette), 3))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.strokePath(shape, QPen(edge_colour(palette), 2))
        if self.has_focus(index):
            ring = mixed_colour(accent_colour(palette), raised_colour(palette), 0.4)
            draw_rounded(painter, box.adjusted(-3, -3, 3, 3), 8, pen=QPen(ring, 2))
        painter.setFont(font_like(painter.font(), scale=0.88))
        below = QRectF(box.x(), box.bottom() + 2, SIDE, CAPTION)
        strength = f"{index.data(ITEM).best.strength:.2f}"
        draw_text(painter, below, strength, muted_colour(palette), Qt.AlignmentFlag.AlignCenter)


class BestPictures(QListView):
    """One row of crops. A click, Return or an arrow key looks at the picture."""

    chosen = Signal(int)  # index of the picture in the run

    def __init__(self) -> None:
        super().__init__(flow=QListView.Flow.LeftToRight, isWrapping=False, uniformItemSizes=True)
        self._silent = False
        self.pictures: PictureModel[BestPictureItem] = PictureModel(attrgetter("best.picture"), self._words, self)
        self._delegate = BestDelegate(self)
        set_up_view(self, self.pictures, self._delegate, self.tr("Best pictures of the filter"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFixedHeight(SIDE + 2 * GAP + CAPTION + 14)
        self.selectionModel().currentChanged.connect(self._current_moved)
        self.clicked.connect(self._clicked)

    def _words(self, item: BestPictureItem) -> str:
        peak = self.tr("peak {value:.2f}").format(value=item.best.strength)
        return f"{item.name}\n{peak}, {item.side}"

    def show_items(self, items: Sequence[BestPictureItem]) -> None:
        """Show other best pictures; their crops come with `pictures.set_image`."""
        self._silent = True
        self.pictures.forget_images()
        self.pictures.set_items(items)
        self._silent = False

    def mark(self, picture: int) -> None:
        """Frame the picture that is on show, -1 for none."""
        if picture != self._delegate.shown:
            self._delegate.shown = picture
            self._silent = True
            index = self.pictures.index_of(picture)
            if index.isValid():
                self.setCurrentIndex(index)
            self._silent = False
            self.viewport().update()

    def _current_moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._silent and now.isValid():
            self.chosen.emit(now.data(KEY))

    def _clicked(self, index: QModelIndex) -> None:
        """Look at the current crop again if it is clicked: another picture may be on show by now."""
        if index.data(KEY) != self._delegate.shown:
            self.chosen.emit(index.data(KEY))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.angleDelta().x():
            super().wheelEvent(event)
        else:
            event.ignore()  # turned up or down, it scrolls the page

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Space:
            event.ignore()  # Space belongs to the page: it shows and hides the overlay
        else:
            super().keyPressEvent(event)
