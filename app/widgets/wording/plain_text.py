"""Names on the screen letter for letter: Qt takes some texts for HTML, and `&` for the mark of a key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Text
from PySide6.QtWidgets import QLabel, QMessageBox


def tooltip_text(text: str) -> str:
    """Return a tool tip that shows a text as it is: a text that Qt would take for HTML is escaped."""
    return Text.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpacePre) if Text.mightBeRichText(text) else text


def model_tooltip(role: int, text: str) -> str:
    """Return what a model gives for `role`, ToolTipRole or AccessibleTextRole: only a tool tip is escaped."""
    return tooltip_text(text) if role == Qt.ItemDataRole.ToolTipRole else text


def button_text(text: str) -> str:
    """Return the text for a menu, a button or a check box, which would take `&` for the mark of a key."""
    return text.replace("&", "&&")


def window_title(text: str) -> str:
    """Return the text for a window's title, where Qt would put `*` in the place of `[*]`."""
    return text.replace("[*]", "[*][*]")


def set_message_text(box: QMessageBox, text: str, more: str = "") -> None:
    """Show a text, and more below it, in a message box letter for letter."""
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    if more:
        box.setInformativeText(more)
    for shown in box.findChildren(QLabel):
        if shown.text() in (text, more):
            shown.setTextFormat(Qt.TextFormat.PlainText)
