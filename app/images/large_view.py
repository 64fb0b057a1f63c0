"""A picture as large as the window, with its name and size; arrows go on to the next one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.core.job_result import Failed
from app.images.picture_loader import PictureLoader
from app.images.thumbnails import ThumbnailGrid
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, ElidedLabel, ToolButton, label, row
from app.widgets.pictures.picture_view import Overlay, PictureView
from icnn_engine.core.annotations import Picture

SIDE = 3200  # pixels; more than most screens show, far less than some cameras give
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class LargeView(QFrame):
    """Covers its parent while it is open. Steps go through the pictures of a grid, and select them there."""

    toggle_wanted = Signal(object)  # Picture to leave out or to take in again
    folder_wanted = Signal(str)  # name of a picture to show in its folder

    def __init__(self, parent: QWidget, grid: ThumbnailGrid, loader: PictureLoader) -> None:
        super().__init__(parent)
        self.setProperty("role", "cover")
        self._grid, self._loader = grid, loader
        self.picture: Picture | None = None  # None while the view is closed
        self.view = PictureView()
        self.view.setAccessibleName(self.tr("Picture"))
        self.name = ElidedLabel("", "heading")
        self.size_ = label("", "muted")
        self.mark = label(self.tr("left out"), "pill")
        self.back = Button(self.tr("Previous"), "", "left", lambda: self._step(-1))
        self.on = Button(self.tr("Next"), "", "right", lambda: self._step(1))
        self.leave = Button("", "", "leave-out", lambda: self.toggle_wanted.emit(self.picture))
        self.folder = Button(self.tr("Show in folder"), "", "folder", self._ask_for_folder)
        self._close = ToolButton("close", self.tr("Close"), clicked=self.shut)
        keys = self.tr("Arrows: next picture · Delete: leave out · + and −: zoom · 0: whole · Escape: close")
        hint = label(keys, "small", wrap=True)
        top = row((self.name, 1), self.mark, self.size_, self._close, spacing=MEDIUM)
        below = row(self.back, self.on, (hint, 1), self.leave, self.folder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(LARGE, MEDIUM, LARGE, LARGE)
        whole.setSpacing(SMALL)
        whole.addLayout(top)
        whole.addWidget(self.view, 1)
        whole.addLayout(below)
        self.view.installEventFilter(self)
        parent.installEventFilter(self)
        self.hide()

    def show_picture(self, picture: Picture) -> None:
        """Open at a picture, or go on to it."""
        self.picture = picture
        self.name.set_text(picture.name)
        self.size_.clear()
        self.show_left_out()
        for button, step in ((self.back, -1), (self.on, 1)):
            button.setEnabled(self._grid.neighbour(picture.name, step) is not None)
        self.view.set_placeholder(self.tr("Reading the picture…"))
        self.view.show_picture(None, Overlay(None))
        self.setGeometry(self.window().rect())
        self.raise_()
        self.show()
        self.view.setFocus()
        self._loader.load("large", picture, SIDE, self._show_image, self._show_error)

    def show_left_out(self) -> None:
        """Show whether the picture is left out, as the grid knows it."""
        if self.picture is not None:
            left_out = self.picture.name in self._grid.model_.left_out
            deed = self.tr("Take in again") if left_out else self.tr("Leave out")
            self.mark.setVisible(left_out)
            self.leave.setText(f" {deed}")
            self.leave.setAccessibleName(deed)

    def _ask_for_folder(self) -> None:
        if self.picture is not None:
            self.folder_wanted.emit(self.picture.name)

    def shut(self) -> None:
        """Close; the window below is as it was."""
        if self.picture is not None:
            self.picture = None
            self.view.show_picture(None, Overlay(None))
            self.hide()
            self._grid.setFocus()

    def _show_image(self, name: str, image: QImage) -> None:
        if self.picture is not None and self.picture.name == name:
            self.view.show_picture(image, Overlay(None))
            size = self._loader.size(name)
            if size is not None:
                self.size_.setText(self.tr("{width} × {height} pixels").format(width=size[0], height=size[1]))

    def _show_error(self, name: str, failure: Failed) -> None:
        if self.picture is not None and self.picture.name == name:
            self.view.set_placeholder(str(failure.error))

    def _step(self, step: int) -> None:
        following = self._grid.neighbour(self.picture.name, step) if self.picture is not None else None
        if following is not None:
            self._grid.select(following.name)
            self.show_picture(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not self._handle_key(event.key()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.window():
            if event.type() is QEvent.Type.Resize and self.isVisible():
                self.setGeometry(self.window().rect())
            return False
        return isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._handle_key(event.key())

    def _handle_key(self, key: int) -> bool:
        """Do what a key means to this view. Return False if it means nothing."""
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Space):
            self.shut()
        elif key in STEPS:
            self._step(STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.toggle_wanted.emit(self.picture)
        else:
            return False
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Keep the Tab key within the view while it covers the window."""
        every: list[QWidget] = [self.view, self.back, self.on, self.leave, self.folder, self._close]
        ring = [widget for widget in every if widget.isEnabled()]
        now = next((i for i, widget in enumerate(ring) if widget.hasFocus()), -1)
        ring[(now + (1 if forward else -1)) % len(ring)].setFocus(Qt.FocusReason.TabFocusReason)
        return True
