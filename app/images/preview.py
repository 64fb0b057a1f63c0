"""The chosen picture with its name and buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.style.stylesheet import MEDIUM
from app.widgets.common import Button, ElidedLabel, column, row
from icnn_engine.core.annotations import Picture

LOW, HIGH = 470, 620  # points of a page: below, there is no room for the card; below, for a small one
SMALL_BOX, TALL = 110, 210  # points of the image


class PictureBox(QWidget):
    """An image, as large as fits, with round corners."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_image(self, image: QImage | None) -> None:
        """Show another image, or none."""
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self._image is None or self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = self.rect()
        box.setSize(size)
        box.moveCenter(self.rect().center())
        shape = QPainterPath()
        shape.addRoundedRect(box, 6, 6)
        painter.setClipPath(shape)
        painter.drawImage(box, self._image)


class Preview(QFrame):
    """A card with the chosen picture; hidden while none is chosen or there is no room."""

    wanted = Signal(object)  # Picture whose image is missing
    explain_wanted = Signal(object)  # Picture
    large_wanted = Signal(object)  # Picture to show as large as the window

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.picture: Picture | None = None
        self._has_room = True
        self._box, self._name = PictureBox(), ElidedLabel()
        explain = Button(self.tr("Explain this picture"), "", "filters", lambda: self.explain_wanted.emit(self.picture))
        large = Button(self.tr("Large"), "", "fit", lambda: self.large_wanted.emit(self.picture))
        large.setToolTip(self.tr("Show the picture as large as the window"))
        inside = column(self._box, self._name)
        inside.addLayout(row(explain, large))
        inside.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self.setLayout(inside)
        self.hide()

    @Slot(object)
    def show_picture(self, picture: Picture | None) -> None:
        """Show another picture, and ask for its image."""
        if picture == self.picture:
            return
        self.picture = picture
        self._box.set_image(None)
        self.setVisible(self._has_room and picture is not None)
        if picture is not None:
            self._name.set_text(picture.name)
            self.wanted.emit(picture)

    def set_room(self, height: int) -> None:
        """Fit into a page of so many points: with a small image, or not at all."""
        self._has_room = height >= LOW
        self._box.setFixedHeight(TALL if height >= HIGH else SMALL_BOX)
        self.setVisible(self._has_room and self.picture is not None)

    def set_image(self, name: str, image: QImage | None) -> None:
        """Show the image that was asked for, unless another picture is shown by now."""
        if self.picture is not None and self.picture.name == name:
            self._box.set_image(image)
