"""A message across the window."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame

from app.style.stylesheet import MEDIUM, SMALL, WIDE
from app.widgets.common import Button, IconLabel, ToolButton, label, row

READ_SECONDS = 3.0  # a message stays at least so long, whatever the user or the program does meanwhile


class Banner(QFrame):
    """A message across the window, with details one click away."""

    details_wanted = Signal(str, str)  # text, details

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._details = ""
        self._shown_at = 0.0
        self._text = label("", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = Button(self.tr("Details"), "quiet", clicked=self._ask)
        self.close_button = ToolButton("close", self.tr("Dismiss"))
        self.close_button.clicked.connect(self.hide)
        alert = IconLabel("alert", 20, QPalette.ColorRole.BrightText)
        inside = row(alert, self._text, self._more, self.close_button, spacing=MEDIUM)
        inside.setContentsMargins(WIDE, SMALL, MEDIUM, SMALL)
        inside.setStretch(1, 1)
        self.setLayout(inside)
        self.hide()

    def show_message(self, text: str, details: str) -> None:
        """Show a message instead of the one before."""
        self._shown_at = time.monotonic()
        self._text.setText(text)
        self._details = details
        self._more.setVisible(bool(details))
        self.setAccessibleName(text)
        self.show()

    def settle(self) -> None:
        """Hide the message if there was time to read it. Called when the user goes on."""
        if time.monotonic() - self._shown_at >= READ_SECONDS:
            self.hide()

    def _ask(self) -> None:
        self.details_wanted.emit(self._text.text(), self._details)
