"""A picture as large as the window, with its name and size; arrows go on to the next one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import ElidedLabel, ToolButton, label, row
from app.widgets.pictures.picture_view import Overlay, PictureView
from icnn_engine.core.annotations import Picture

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class LargeView(QFrame):
    """Covers its parent while it is open. It is told the image of the picture it asks for, and says when to go on."""

    wanted = Signal(object)  # Picture whose image is to be shown
    stepped = Signal(int)  # to the picture so many further on
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "cover")
        self._over = parent
        self._picture: Picture | None = None
        self.view = PictureView()
        self.view.setAccessibleName(self.tr("Picture"))
        self.name = ElidedLabel("", "heading")
        self.size_ = label("", "muted")
        self._back = ToolButton("left", self.tr("Picture before"))
        self._on = ToolButton("right", self.tr("Next picture"))
        self._close = ToolButton("close", self.tr("Close"))
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._on.clicked.connect(lambda: self.stepped.emit(1))
        self._close.clicked.connect(self.shut)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(LARGE, MEDIUM, LARGE, LARGE)
        whole.setSpacing(SMALL)
        top = row(self.name, self.size_, self._back, self._on, self._close, spacing=MEDIUM)
        top.setStretch(0, 1)
        whole.addLayout(top)
        whole.addWidget(self.view, 1)
        whole.addWidget(
            label(self.tr("Arrows: next picture · Wheel, + and −: zoom · 0: whole · Escape: close"), "small")
        )
        self.view.installEventFilter(self)
        parent.installEventFilter(self)
        self.hide()

    @property
    def picture(self) -> Picture | None:
        """The picture that is shown; None while the view is closed."""
        return self._picture

    def show_picture(self, picture: Picture) -> None:
        """Open at a picture, or go on to it."""
        self._picture = picture
        self.name.set_text(picture.name)
        self.size_.clear()
        self.view.set_placeholder(self.tr("Reading the picture…"))
        self.view.show_picture(None, Overlay(None))
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.view.setFocus()
        self.wanted.emit(picture)

    def set_image(self, name: str, image: QImage, size: tuple[int, int] | None) -> None:
        """The image that was asked for, unless another picture is shown by now; `size`: of the file's own picture, in
        pixels, where it is known."""
        if self._picture is not None and self._picture.name == name:
            self.view.show_picture(image, Overlay(None))
            if size is not None:
                text = self.tr("{width} × {height} pixels")
                self.size_.setText(text.format(width=size[0], height=size[1]))

    def set_missing(self, name: str, reason: str) -> None:
        """The image that was asked for cannot be read."""
        if self._picture is not None and self._picture.name == name:
            self.view.set_placeholder(reason)

    @Slot()
    def shut(self) -> None:
        """Close; the window below is as it was."""
        if self._picture is not None:
            self._picture = None
            self.view.show_picture(None, Overlay(None))
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not self._does(event.key()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._over:
            if event.type() is QEvent.Type.Resize and self.isVisible():
                self.setGeometry(self._over.rect())
            return False
        return isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._does(event.key())

    def _does(self, key: int) -> bool:
        """Whether a key means something to this view; it is done."""
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Space):
            self.shut()
        elif key in STEPS:
            self.stepped.emit(STEPS[Qt.Key(key)])
        else:
            return False
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """The tabulator stays within the view while it covers the window."""
        ring: list[QWidget] = [self.view, self._back, self._on, self._close]
        now = next((i for i, widget in enumerate(ring) if widget.hasFocus()), -1)
        ring[(now + (1 if forward else -1)) % len(ring)].setFocus(Qt.FocusReason.TabFocusReason)
        return True
