"""The chosen picture, large enough to be seen, with its name."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.style.stylesheet import MEDIUM, SMALL
from app.widgets.common import Button, ElidedLabel, row
from icnn_engine.core.annotations import Picture


class PictureBox(QWidget):
    """An image, as large as fits, with round corners."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self.setMinimumHeight(56)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_image(self, image: QImage | None) -> None:
        """Show another image, or none."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(240, 210)

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
    """A card with the chosen picture; hidden while none is chosen."""

    wanted = Signal(object)  # Picture to be shown large
    explain_wanted = Signal(object)  # Picture
    large_wanted = Signal(object)  # Picture to be shown as large as the window

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._picture: Picture | None = None
        self._box = PictureBox()
        self._name = ElidedLabel()
        self._explain = Button(self.tr("Explain this picture"), "", "filters", self._ask)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        inside.setSpacing(SMALL)
        self._large = Button(self.tr("Large"), "", "fit", self._ask_large)
        self._large.setToolTip(self.tr("Show the picture as large as the window"))
        for widget in (self._box, self._name):
            inside.addWidget(widget)
        inside.addLayout(row(self._explain, self._large))
        inside.setStretch(0, 1)
        self.hide()

    @property
    def picture(self) -> Picture | None:
        """The picture that is shown."""
        return self._picture

    @Slot(object)
    def show_picture(self, picture: Picture | None) -> None:
        """Show another picture; its image is asked for."""
        if picture == self._picture:
            return
        self._picture = picture
        self._box.set_image(None)
        self.setVisible(picture is not None)
        if picture is not None:
            self._name.set_text(picture.name)
            self.wanted.emit(picture)

    def set_image(self, name: str, image: QImage | None) -> None:
        """The image that was asked for, unless another picture is shown by now."""
        if self._picture is not None and self._picture.name == name:
            self._box.set_image(image)

    def _ask_large(self) -> None:
        if self._picture is not None:
            self.large_wanted.emit(self._picture)

    def _ask(self) -> None:
        if self._picture is not None:
            self.explain_wanted.emit(self._picture)
