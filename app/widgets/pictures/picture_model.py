"""Pictures in a list or table whose images are made later, and the delegate that asks for the missing ones."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.widgets.wording import plain_text

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ITEM, KEY, IMAGE = (Qt.ItemDataRole.UserRole + i for i in range(1, 4))
KEPT = 400  # images kept in memory: a few screens


class PictureModel(QAbstractTableModel, Generic[T]):
    """Items in rows of `columns`, and the images made of them so far.

    `key_of` gives the key of an item's image (None: it has no image), `words_of` its tool tip and accessible text.
    """

    def __init__(
        self, key_of: Callable[[T], Hashable], words_of: Callable[[T], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key_of, self.words_of = key_of, words_of
        self.items: Sequence[T] = ()
        self._columns = 1
        self._places: dict[Hashable, int] = {}
        self._images: dict[Hashable, QImage] = {}

    def set_items(self, items: Sequence[T], columns: int = 1) -> None:
        """Show other items. Images stay: they are shown again with the items of their keys."""
        self.beginResetModel()
        self.items, self._columns = items, columns
        self._places = {self.key_of(item): place for place, item in enumerate(items)}
        self.endResetModel()

    def renew_items(self, items: Sequence[T]) -> None:
        """Show the same items in other words: the keys are those of before, and the choice stays."""
        self.items = items
        if items:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self._columns - 1))

    def set_image(self, key: Hashable, image: QImage | None) -> None:
        """Show the image of an item; None if it cannot be made: a null image is kept for it."""
        self._images.pop(key, None)
        self._images[key] = _quickest(image) if image is not None else QImage()
        if len(self._images) > KEPT:
            del self._images[next(iter(self._images))]
        index = self.index_of(key)
        if index.isValid():
            self.dataChanged.emit(index, index, [IMAGE])

    def image_of(self, key: Hashable) -> QImage | None:
        """Return the image of a key; None if it is not there yet, a null image if it cannot be made."""
        return self._images.get(key)

    def forget_images(self) -> None:
        """Drop all images: their keys will stand for others."""
        self._images.clear()

    def index_of(self, key: Hashable) -> QModelIndex:
        """Return where the item of a key stands; an invalid index if it is not shown."""
        place = self._places.get(key)
        return QModelIndex() if place is None else self.index(*divmod(place, self._columns))

    def item(self, index: Index) -> T:
        """Return the item at a valid index."""
        return self.items[index.row() * self._columns + index.column()]

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.items) // self._columns

    def columnCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index)
        match role:
            case _ if role == ITEM:
                return item
            case _ if role == KEY:
                return self.key_of(item)
            case _ if role == IMAGE:
                return self.image_of(self.key_of(item))
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return plain_text.model_tooltip(role, self.words_of(item))
        return None


def _quickest(image: QImage) -> QImage:
    """Return the image in the format that is painted quickest."""
    formats = QImage.Format
    return image.convertToFormat(
        formats.Format_ARGB32_Premultiplied if image.hasAlphaChannel() else formats.Format_RGB32
    )


class PictureDelegate(QStyledItemDelegate):
    """Paints items of a `PictureModel`; subclasses define `paint_item`."""

    wanted = Signal(object)  # key of an image that is in sight and not there yet

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.paint_item(painter, option, index)
        painter.restore()

    def paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one item; the painter is restored afterwards."""
        raise NotImplementedError

    def image(self, index: Index) -> QImage | None:
        """Return the image of an item; None, and it is asked for, if it is not there yet."""
        image: QImage | None = index.data(IMAGE)
        if image is None:
            self.wanted.emit(index.data(KEY))
        return image

    def has_focus(self, index: Index) -> bool:
        """Whether the keyboard acts on an item."""
        return self.view.hasFocus() and index == self.view.currentIndex()


def set_up_view(view: QAbstractItemView, model: PictureModel, delegate: PictureDelegate, name: str) -> None:
    """Show a model in a view without a frame that scrolls smoothly. `name`: the accessible name of the view."""
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setProperty("role", "bare")
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setAccessibleName(name)
