"""Pictures that flow by while they are read: the newest at the left, a few each second."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.painting import rounded_square
from icnn_engine.core.annotations import Where

EVERY = 250  # ms between two pictures: each costs the training beside it some milliseconds
SIDE, GAP, KEPT = 84, 6, 24


class PictureStream(QWidget):
    """Told which pictures are read; asks for the image of one of them at a time, and only while it is on show."""

    wanted = Signal(object)  # Where

    def __init__(self) -> None:
        super().__init__()
        self._next: Where | None = None
        self._shown: list[QPixmap] = []
        self._clock = QTimer(self, interval=EVERY)
        self._clock.timeout.connect(self._ask)
        self.setFixedHeight(SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Pictures that are being read"))

    @property
    def count(self) -> int:
        """How many pictures are on show."""
        return len(self._shown)

    def clear(self) -> None:
        """Forget all pictures."""
        self._next = None
        self._shown.clear()
        self._clock.stop()
        self.update()

    def add(self, paths: Sequence[Where]) -> None:
        """Pictures were read; the last one is shown soon."""
        self._next = paths[-1]
        if not self._clock.isActive():
            self._ask()
            self._clock.start()

    def set_image(self, image: QImage) -> None:
        """Show an image that was asked for, before the others."""
        self._shown = [rounded_square(image, SIDE, self.devicePixelRatioF()), *self._shown[: KEPT - 1]]
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(4 * SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        for place, pixmap in enumerate(self._shown):
            if place * (SIDE + GAP) + SIDE > self.width():
                break
            painter.drawPixmap(place * (SIDE + GAP), 0, pixmap)

    def _ask(self) -> None:
        if self._next is None:
            self._clock.stop()
        elif self.isVisible():
            path, self._next = self._next, None
            self.wanted.emit(path)
