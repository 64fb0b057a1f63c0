"""The user's star, name and note for the chosen filter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.widgets.common import Button, row
from app.widgets.wording import plain_text

LONGEST_NAME, LONGEST_NOTE = 40, 500  # letters


class NoteField(QLineEdit):
    """A line of text, written when Return is pressed or the focus leaves; Esc takes it back."""

    written = Signal(str)

    def __init__(self, longest: int) -> None:
        super().__init__(maxLength=longest)
        self._saved = ""
        self.editingFinished.connect(self._save)

    def show_text(self, text: str) -> None:
        """Show another text, unless somebody is writing here."""
        if text != self._saved or not self.hasFocus():
            self._saved = text
            self.setText(text)
            self.setCursorPosition(0)

    def _save(self) -> None:
        if self.text() != self._saved:
            self._saved = self.text()
            self.written.emit(self._saved)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.text() != self._saved:
            self.setText(self._saved)
        else:
            super().keyPressEvent(event)


class NotesBar(QWidget):
    """Shows name, note and star; signals changes by the user."""

    starred = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.star = Button(self.tr("Star"), "", "star")
        self.star.setCheckable(True)
        self.star.setToolTip(self.tr("Star this filter, to find it again and to have it in the report (S)"))
        self.star.toggled.connect(lambda on: self.star.set_icon("starred" if on else "star"))
        self.star.clicked.connect(self.starred)
        self.name, self.note = NoteField(LONGEST_NAME), NoteField(LONGEST_NOTE)
        self.name.setAccessibleName(self.tr("Name of the part"))
        self.note.setPlaceholderText(self.tr("Note…"))
        self.note.setAccessibleName(self.tr("Note about this filter"))
        self.setLayout(row((self.name, 2), (self.note, 3), self.star))

    def show_note(self, placeholder: str, hint: str, name: str, note: str, starred: bool) -> None:
        """Show what is written. `placeholder`: stands for a missing name; `hint`: what the name names."""
        self.name.setPlaceholderText(placeholder)
        self.name.setAccessibleName(placeholder)
        self.name.setToolTip(plain_text.tooltip_text(hint))
        self.name.show_text(name)
        self.note.show_text(note)
        self.note.setToolTip(plain_text.tooltip_text(note))
        self.star.setChecked(starred)
