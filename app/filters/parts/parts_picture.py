"""The large picture with all parts marked on it, and the strip of pictures below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QListView, QWidget

from app.style.stylesheet import MEDIUM, SMALL
from app.widgets.common import Button, ElidedLabel, ToolButton, column, row
from app.widgets.fields import ChoiceField
from app.widgets.pictures.part_markers import PartMarker
from app.widgets.pictures.parts_picture import PartsPicture
from app.widgets.pictures.picture_model import KEY, PictureModel, set_up_view
from app.widgets.pictures.picture_view import EVERYTHING, Overlay
from app.widgets.pictures.thumbnails import GAP, ThumbnailDelegate
from app.widgets.pictures.viewport import Box

THUMBNAIL = 56  # points
STRIP_FROM = 330  # points of height from which on there is room for the strip


class PictureStrip(QListView):
    """One row of thumbnails; a click or an arrow key chooses one."""

    chosen = Signal(int)  # place in the row
    wanted = Signal(object)  # picture in sight without a thumbnail

    def __init__(self) -> None:
        super().__init__(flow=QListView.Flow.LeftToRight, isWrapping=False, uniformItemSizes=True)
        self._silent = False
        self.pictures: PictureModel[tuple[int, str]] = PictureModel(lambda item: item[0], lambda item: item[1], self)
        delegate = ThumbnailDelegate(self, THUMBNAIL)
        delegate.wanted.connect(self.wanted)
        set_up_view(self, self.pictures, delegate, self.tr("Test pictures, those with most parts first"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFixedHeight(THUMBNAIL + 2 * GAP + 16)
        self.selectionModel().currentChanged.connect(self._current_moved)

    def show_pictures(self, pictures: Sequence[tuple[int, str]]) -> None:
        """Show other pictures: (index in the run, name)."""
        self._silent = True
        self.pictures.forget_images()
        self.pictures.set_items(pictures)
        self._silent = False

    def choose(self, place: int) -> None:
        """Frame a picture and bring it into sight, silently."""
        self._silent = True
        self.setCurrentIndex(self.pictures.index(place, 0))
        self._silent = False

    def _current_moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._silent and now.data(KEY) is not None:
            self.chosen.emit(now.row())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.angleDelta().x():
            super().wheelEvent(event)
        else:
            event.ignore()  # turned up or down, it scrolls the page

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F2, Qt.Key.Key_S):
            event.ignore()  # they belong to the page and to the cards
        else:
            super().keyPressEvent(event)


class PictureSide(QWidget):
    """The large picture below its caption, with buttons to the next one."""

    stepped = Signal(int)  # on to the next picture (1) or back (-1)
    category_chosen = Signal(int)
    locate_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture, self.strip = PartsPicture(), PictureStrip()
        self.picture.setObjectName("parts_picture")
        self.caption = ElidedLabel("", "small", Qt.TextElideMode.ElideRight)
        self.category = ChoiceField()
        self.category.setAccessibleName(self.tr("Category whose parts are shown"))
        self.category.edited.connect(lambda: self.category_chosen.emit(self.category.value()))
        self.locate = Button(self.tr("Locate pictures…"), "primary", "folder", self.locate_wanted.emit)
        self.back = ToolButton("left", self.tr("Previous picture (Left)"), clicked=lambda: self._step(-1))
        self.next = ToolButton("right", self.tr("Next picture (Right)"), clicked=lambda: self._step(1))
        for widget in (self.category, self.locate):
            widget.hide()
        head = row(self.category, (self.caption, 1), self.locate, self.back, self.next)
        self.show_markers(())
        column(head, (self.picture, 1), self.strip, spacing=SMALL, margins=(0, 0, MEDIUM, 0), parent=self)

    def _step(self, step: int) -> None:
        self.picture.setFocus()  # so that the arrow keys go on from here
        self.stepped.emit(step)

    def show_picture(
        self, picture: QImage | None, caption: str, markers: Sequence[PartMarker], region: Box = EVERYTHING
    ) -> None:
        """Show another picture with the parts that are seen on it, and the region that was read of it."""
        self.caption.set_text(caption)
        self.locate.hide()
        self.picture.show_picture(picture, Overlay(None, region=region))
        self.show_markers(markers)

    def show_markers(self, markers: Sequence[PartMarker]) -> None:
        """Mark parts on the picture."""
        self.picture.show_markers(markers)
        names = ", ".join(marker.name for marker in markers)
        told = (self.caption.whole or self.tr("Picture with the parts"), names)
        self.picture.setAccessibleName(": ".join(text for text in told if text))

    def say(self, why: str, locate: bool = False) -> None:
        """Show no picture, and say why. `locate`: whether the pictures may be in another folder now."""
        self.picture.set_placeholder(why)
        self.show_picture(None, "", ())
        self.locate.setVisible(locate)

    def set_step(self, place: int, count: int) -> None:
        """Show the place of the picture among all."""
        self.back.setEnabled(place > 0)
        self.next.setEnabled(place + 1 < count)
        self.strip.choose(place)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.strip.setVisible(self.height() >= STRIP_FROM)
