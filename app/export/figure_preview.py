"""A figure as it will be written, before it is; it can be copied, and dragged out of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QDrag, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.style.colours import line_colour, muted_colour, raised_colour
from app.widgets import plain_text
from app.widgets.export_list import mime_of

EDGE = 8  # points around the paper
DRAGGED = 160  # longest side of the picture under the cursor


class FigurePreview(QWidget):
    """A white sheet, as large as fits, or a few words where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._image, self._sharp = QImage(), QImage()  # as it was drawn, and as large as it is shown
        self._path: Path | None = None
        self._words = ""
        self._pressed: QPoint | None = None
        self.setMinimumHeight(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def path(self) -> Path | None:
        """The file on show."""
        return self._path

    def show_figure(self, path: Path, name: str) -> None:
        """Show the picture in a file."""
        self._path, self._image, self._sharp, self._words = path, QImage(str(path)), QImage(), ""
        self.setAccessibleName(name)
        told = self.tr("{name}: drag it out of the window, or copy it").format(name=name)
        self.setToolTip(plain_text.tooltip_text(told))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()

    def say(self, words: str) -> None:
        """Show no figure, and say why, or what is going on."""
        self._path, self._image, self._words = None, QImage(), words
        self.setAccessibleName(words)
        self.setToolTip("")
        self.unsetCursor()
        self.update()

    def copy(self) -> None:
        """Put the figure on the clipboard."""
        if self._path is not None:
            QApplication.clipboard().setMimeData(mime_of(self._path))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        room = self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.setPen(QPen(line_colour(self.palette()), 1))
        if self._image.isNull():
            painter.setBrush(raised_colour(self.palette()))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
            painter.setPen(muted_colour(self.palette()))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
            return
        size = self._image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = room
        box.setSize(size)
        box.moveCenter(self.rect().center())
        painter.fillRect(box.adjusted(-1, -1, 1, 1), QColor("white"))  # paper is white in every theme
        sharp = size * self.devicePixelRatioF()
        if self._sharp.size() != sharp:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._sharp = self._image.scaled(sharp, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        painter.drawImage(box, self._sharp)
        painter.drawRect(box.adjusted(-1, -1, 0, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._pressed is None or self._path is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self._drag(self._path)

    def _drag(self, path: Path) -> None:
        drag = QDrag(self)
        drag.setMimeData(mime_of(path))
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        drag.setPixmap(QPixmap.fromImage(self._image.scaled(DRAGGED, DRAGGED, keep, smooth)))
        drag.exec(Qt.DropAction.CopyAction)
