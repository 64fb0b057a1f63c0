"""A picture with two lines above it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.style.stylesheet import TIGHT
from app.widgets.common import ElidedLabel, column
from app.widgets.pictures.picture_view import Overlay, PictureView


class Caption(QWidget):
    """Two lines above a picture: the network, and its answer."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ElidedLabel("", "caption", Qt.TextElideMode.ElideRight)
        self.line = ElidedLabel("", "small", Qt.TextElideMode.ElideRight)
        column(self.title, self.line, spacing=0, margins=(2, 0, 2, 0), parent=self)

    def set_words(self, title: str, line: str) -> None:
        """Show other words."""
        self.title.set_text(title)
        self.line.set_text(line)


class PicturePane(QWidget):
    """A picture with its caption. `least`: the smallest size of the picture."""

    def __init__(self, least: QSize) -> None:
        super().__init__()
        self.caption = Caption()
        self.view = PictureView()
        self.view.setMinimumSize(least)
        column(self.caption, (self.view, 1), spacing=TIGHT + 2, parent=self)

    def show_pane(self, picture: QImage | None, overlay: Overlay, title: str, line: str) -> None:
        """Show another picture."""
        self.caption.set_words(title, line)
        self.view.show_picture(picture, overlay)
        self.view.setAccessibleName(f"{title}. {line}")
