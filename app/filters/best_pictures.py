"""The best pictures of a filter, as a row of crops; choosing one looks at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QListView, QMenu, QStyle, QStyleOptionViewItem

from app.style.colours import accent_colour, edge_colour, mixed_colour, muted_colour, raised_colour
from app.widgets.menus import menu_of
from app.widgets.painting import draw_rounded, draw_text, font_like, rounded_path
from app.widgets.pictures.picture_model import IMAGE, ITEM, KEY, Index, PictureDelegate, PictureModel, set_up_view
from icnn_engine.core.events import BestPicture

SIDE, GAP, CAPTION = 84, 4, 16


@dataclass(frozen=True, slots=True)
class BestPictureItem:
    """One of the best pictures: where the filter fires in it, its name, its side of the split in words. `similarity`:
    how alike the part looks there and in the picture on show, 0..1; None: that was not asked."""

    best: BestPicture
    name: str
    side: str
    similarity: float | None = None

    @property
    def value(self) -> float:
        """What the pictures are ordered by."""
        return self.best.strength if self.similarity is None else self.similarity


class BestDelegate(PictureDelegate):
    """Paints a crop with round corners, its value below it, a frame if it is the picture on show."""

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
        draw_text(painter, below, f"{index.data(ITEM).value:.2f}", muted_colour(palette), Qt.AlignmentFlag.AlignCenter)


class BestPictures(QListView):
    """One row of crops. A click, Return or an arrow key looks at the picture; where these are alike to the one on show,
    an arrow key does not, since others will stand there then."""

    chosen = Signal(int)  # index of the picture in the run
    alike_wanted = Signal(int)  # look at the picture, and show those most alike to it

    def __init__(self) -> None:
        super().__init__(flow=QListView.Flow.LeftToRight, isWrapping=False, uniformItemSizes=True)
        self._silent = False
        self.can_compare = True  # whether pictures can be compared by the filter
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
        words = f"{item.name}\n{peak}, {item.side}"
        if item.similarity is None:
            return words
        return f"{words}\n" + self.tr("alike: {similarity:.2f}").format(similarity=item.similarity)

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
        if not self._silent and now.isValid() and now.data(ITEM).similarity is None:
            self.chosen.emit(now.data(KEY))

    def _clicked(self, index: QModelIndex) -> None:
        """Look at the current crop again if it is clicked: another picture may be on show by now."""
        if index.data(KEY) != self._delegate.shown:
            self.chosen.emit(index.data(KEY))

    def menu(self, index: Index) -> QMenu:
        """Return the menu of a crop."""
        words, picture = self.tr("Show those most alike"), index.data(KEY)
        return menu_of(self, ((words, self.can_compare, lambda: self.alike_wanted.emit(picture)),))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            at = self.visualRect(index).center() if by_key else event.pos()
            menu = self.menu(index)
            menu.exec(self.viewport().mapToGlobal(at))
            menu.deleteLater()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.angleDelta().x():
            super().wheelEvent(event)
        else:
            event.ignore()  # turned up or down, it scrolls the page

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Space:
            event.ignore()  # Space belongs to the page: it shows and hides the overlay
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)
