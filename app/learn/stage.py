"""The lecture on the whole screen, for a projector."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from app.learn.slide_view import SlideView
from app.widgets.common import column


class Stage(QWidget):
    """A window of its own that shows the current step and nothing else. Esc, F and F11 leave it."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Learn"))
        self.view = SlideView(is_stage=True)
        column(self.view, spacing=0, parent=self)
        self.view.left.connect(self.close)
        self.view.full_wanted.connect(self.close)
        self.setFocusProxy(self.view)

    def open(self) -> None:
        """Fill the screen."""
        self.showFullScreen()
        self.activateWindow()
        self.view.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        super().closeEvent(event)
        self.closed.emit()
