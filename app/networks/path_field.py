"""A line for the path of a file, with a button that opens a dialog; a file can be dropped on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.widgets.common import ToolButton, row


class PathField(QWidget):
    """Shows a path; `edited` is emitted when the user has written or chosen another one."""

    edited = Signal()

    def __init__(self, title: str, kinds: str, empty: str) -> None:
        """`kinds`: of files, as a file dialog takes them; `empty`: shown while there is no path."""
        super().__init__()
        self._title, self._kinds = title, kinds
        self.line = PathLine(placeholderText=empty)
        self.line.setAccessibleName(title)
        self.line.textChanged.connect(lambda _text: self.edited.emit())
        browse = ToolButton("folder", self.tr("Choose a file: {title}").format(title=title), clicked=self._browse)
        row((self.line, 1), browse, parent=self)
        self.setFocusProxy(self.line)

    def value(self) -> str:
        """Return the path without spaces at its ends."""
        return self.line.text().strip()

    def set_value(self, value: str) -> None:
        """Show another path."""
        self.line.setText(value)

    def _browse(self) -> None:
        near = str(Path(self.value()).parent) if self.value() else ""
        chosen, _kind = QFileDialog.getOpenFileName(self, self._title, near, self._kinds)
        if chosen:
            self.set_value(chosen)


class PathLine(QLineEdit):
    """A line whose text becomes the path of a file that is dropped on it."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.setText(files[0])
            event.acceptProposedAction()
        else:
            super().dropEvent(event)
