"""A hint that covers the window while something is dragged over it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.style.stylesheet import WIDE
from app.style.theme import set_role
from app.widgets.common import label


class DropHint(QFrame):
    """Covers the window while something is dragged over it, and says what dropping it will do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.is_welcome = False
        self._text = label("", "title", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(self._text)
        self.hide()

    def show_text(self, text: str, welcome: bool) -> None:
        """Cover the window with words; `welcome` is whether it can be dropped."""
        self.is_welcome = welcome
        set_role(self, "drop" if welcome else "no-drop")
        self._text.setText(text)
        self.setGeometry(self.window().rect().adjusted(WIDE, WIDE, -WIDE, -WIDE))
        self.raise_()
        self.show()
