"""A message across the window."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame

from app.core.messages import Message
from app.style.stylesheet import MEDIUM, SMALL, WIDE
from app.style.theme import set_role
from app.widgets.common import Button, IconLabel, ToolButton, label, row

READ_SECONDS = 3.0  # a message stays at least so long, whatever the user or the program does meanwhile


class Banner(QFrame):
    """A message across the window, with details one click away, or with something to do."""

    details_wanted = Signal(str, str)  # text, details

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._message = Message("problem", "")
        self._shown_at = 0.0
        self._text = label("", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = Button(self.tr("Details"), "quiet", clicked=self._ask)
        self.offer = Button("", "primary", clicked=self._accept)
        self.offer.setAccessibleName(self.tr("What can be done now"))
        self.close_button = ToolButton("close", self.tr("Dismiss"))
        self.close_button.clicked.connect(self.hide)
        self._alert = IconLabel("alert", 20, QPalette.ColorRole.BrightText)
        inside = row(self._alert, self._text, self._more, self.offer, self.close_button, spacing=MEDIUM)
        inside.setContentsMargins(WIDE, SMALL, MEDIUM, SMALL)
        inside.setStretch(1, 1)
        self.setLayout(inside)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a message instead of the one before."""
        self._message, self._shown_at = message, time.monotonic()
        set_role(self, "banner" if message.kind == "problem" else "note")
        self._alert.setVisible(message.kind == "problem")
        self._text.setText(message.text)
        self._more.setVisible(bool(message.details))
        self.offer.setVisible(message.offer is not None)
        if message.offer is not None:
            self.offer.setText(message.offer.title)
            self.offer.setAccessibleName(message.offer.title)
        self.setAccessibleName(message.text)
        self.show()

    def settle(self) -> None:
        """Hide the message if there was time to read it, and nothing is offered. Called when the user goes on."""
        if self._message.offer is None and time.monotonic() - self._shown_at >= READ_SECONDS:
            self.hide()

    def _ask(self) -> None:
        self.details_wanted.emit(self._message.text, self._message.details)

    def _accept(self) -> None:
        self.hide()
        if self._message.offer is not None:
            self._message.offer.accept()
