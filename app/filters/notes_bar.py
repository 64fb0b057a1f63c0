"""What the user says of the chosen filter: a star, the name of its part, a note."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.style.stylesheet import SMALL
from app.widgets import plain_text
from app.widgets.common import Button

LONGEST_NAME, LONGEST_NOTE = 40, 500  # letters


class NoteField(QLineEdit):
    """A line that tells what was written when Return is pressed or the focus goes; Esc takes it back."""

    written = Signal(str)

    def __init__(self, longest: int) -> None:
        super().__init__()
        self._kept = ""
        self.setMaxLength(longest)
        self.editingFinished.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Show another text, unless somebody is writing here."""
        if text != self._kept or not self.hasFocus():
            self._kept = text
            self.setText(text)
            self.setCursorPosition(0)

    def _tell(self) -> None:
        if self.text() != self._kept:
            self._kept = self.text()
            self.written.emit(self._kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self.setText(self._kept)
            return
        super().keyPressEvent(event)


class NotesBar(QWidget):
    """Told what is said so far; says what the user changes."""

    starred = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.star = Button(self.tr("Star"), "", "star")
        self.star.setCheckable(True)
        self.star.setToolTip(self.tr("Star this filter, to find it again and to have it in the report (S)"))
        self.star.clicked.connect(self._star)
        self.name, self.note = NoteField(LONGEST_NAME), NoteField(LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("Note…"))
        self.note.setAccessibleName(self.tr("Note about this filter"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addWidget(self.name, 2)
        layout.addWidget(self.note, 3)
        layout.addWidget(self.star)

    def show_remark(self, wanted: str, hint: str, name: str, note: str, starred: bool) -> None:
        """Show what is said. `wanted`: what is named here, in words, where there is no name yet; `hint`: more of it."""
        self.name.setPlaceholderText(wanted)
        self.name.setAccessibleName(wanted)
        self.name.setToolTip(plain_text.tooltip_text(hint))
        self.name.show_text(name)
        self.note.show_text(note)
        self.note.setToolTip(plain_text.tooltip_text(note))
        self.star.setChecked(starred)
        self.star.set_icon("starred" if starred else "star")

    def _star(self, on: bool) -> None:
        self.star.set_icon("starred" if on else "star")
        self.starred.emit(on)
