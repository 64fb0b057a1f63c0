"""The pictures of a slice as a grid of thumbnails; those that were answered wrong are framed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from app.style.colours import warning_colour
from app.widgets.painting import rounded_path
from app.widgets.pictures.picture_model import ITEM, KEY, Index, PictureModel, set_up_view
from app.widgets.pictures.thumbnails import GAP, ThumbnailDelegate

SIDE = 92  # points


@dataclass(frozen=True, slots=True)
class SlicePicture:
    """A picture of a slice: its index in the run, its name with its answer in words, whether that is right."""

    picture: int
    words: str
    right: bool


class SliceDelegate(ThumbnailDelegate):
    """Paints a thumbnail, with a frame if the picture was answered wrong."""

    def paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint_item(painter, option, index)
        if not index.data(ITEM).right and not option.state & QStyle.StateFlag.State_Selected:
            box = QRectF(option.rect.x() + GAP, option.rect.y() + GAP, self.side, self.side)
            painter.strokePath(rounded_path(box, 6), QPen(warning_colour(QGuiApplication.palette()), 3))


class SliceGrid(QListView):
    """Thumbnails in rows. A double click or Return opens a picture."""

    opened = Signal(int)  # index of the picture in the run
    wanted = Signal(object)  # the thumbnail of a picture

    def __init__(self) -> None:
        super().__init__(
            flow=QListView.Flow.LeftToRight,
            isWrapping=True,
            resizeMode=QListView.ResizeMode.Adjust,
            uniformItemSizes=True,
        )
        self.pictures: PictureModel[SlicePicture] = PictureModel(attrgetter("picture"), attrgetter("words"), self)
        delegate = SliceDelegate(self, SIDE)
        delegate.wanted.connect(self.wanted)
        set_up_view(self, self.pictures, delegate, self.tr("Pictures of the slice"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(KEY)))

    def show_pictures(self, pictures: Sequence[SlicePicture]) -> None:
        """Show other pictures, from the top."""
        self.pictures.set_items(pictures)
        self.scrollToTop()

    @property
    def picture(self) -> int:
        """The chosen picture, -1 for none."""
        index = self.currentIndex()
        return int(index.data(KEY)) if index.isValid() else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.picture >= 0:
            self.opened.emit(self.picture)
        else:
            super().keyPressEvent(event)
