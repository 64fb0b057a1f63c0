"""View of a figure before it is exported; it can be copied and dragged out of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QDrag, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.style.colours import line_colour, muted_colour, raised_colour
from app.widgets.export_list import mime_of
from app.widgets.wording import plain_text

EDGE = 8  # points around the paper
DRAGGED = 160  # longest side of the picture under the cursor


class FigurePreview(QWidget):
    """White page as large as fits, or a few words if there is no figure."""

    def __init__(self) -> None:
        super().__init__(minimumHeight=120)
        self._image, self._sharp = QImage(), QImage()  # as it was drawn, and as large as it is shown
        self.path: Path | None = None  # file of the figure
        self._words = ""
        self._pressed: QPoint | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_figure(self, path: Path, name: str) -> None:
        """Show the picture in a file."""
        self.path, self._image, self._sharp = path, QImage(str(path)), QImage()
        self.setAccessibleName(name)
        tip = self.tr("{name}: drag it out of the window, or copy it").format(name=name)
        self.setToolTip(plain_text.tooltip_text(tip))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()

    def say(self, words: str) -> None:
        """Show a few words in the place of a figure."""
        self.path, self._image, self._words = None, QImage(), words
        self.setAccessibleName(words)
        self.setToolTip("")
        self.unsetCursor()
        self.update()

    def copy(self) -> None:
        """Put the figure on the clipboard."""
        if self.path is not None:
            QApplication.clipboard().setMimeData(mime_of(self.path))

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
        box = QRect(QPoint(), size)
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
        if self._pressed is None or self.path is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self._drag(self.path)

    def _drag(self, path: Path) -> None:
        drag = QDrag(self)
        drag.setMimeData(mime_of(path))
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        drag.setPixmap(QPixmap.fromImage(self._image.scaled(DRAGGED, DRAGGED, keep, smooth)))
        drag.exec(Qt.DropAction.CopyAction)
