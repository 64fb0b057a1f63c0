"""Question before a report is written: are the parts without a name to be named first?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from app.style.stylesheet import MEDIUM, SMALL
from app.widgets.common import Button, column, label, row


class NameQuestion(QFrame):
    """A sentence and two buttons; hidden until it asks."""

    name_wanted = Signal()  # name the parts
    write_wanted = Signal()  # write the report as it is

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self.words = label("", wrap=True)
        self.name = Button(self.tr("Name it first"), "primary", "", self.name_wanted.emit)
        self.write = Button(self.tr("Write it anyway"), "", "", self.write_wanted.emit)
        self.setLayout(column(self.words, row(self.name, self.write, 1), spacing=SMALL, margins=(MEDIUM,) * 4))
        self.hide()

    def ask(self, nameless: int) -> None:
        """Ask about so many parts without a name."""
        words, name = self.tr("1 part has no name, so the report calls it by a number."), self.tr("Name it first")
        if nameless > 1:
            words = self.tr("{count} parts have no name, so the report calls them by numbers.")
            name = self.tr("Name them first")
        self.words.setText(words.format(count=nameless))
        self.name.setText(f" {name}")
        self.name.setAccessibleName(name)
        self.show()
        self.name.setFocus()
