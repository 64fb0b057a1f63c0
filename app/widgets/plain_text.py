"""A name on the screen letter for letter: Qt takes some texts for HTML and `&` for the mark of a key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Text
from PySide6.QtWidgets import QLabel, QMessageBox


def tooltip_text(text: str) -> str:
    """A tool tip that shows the text as it is; one that Qt would take for HTML is made HTML that says the same."""
    return Text.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpacePre) if Text.mightBeRichText(text) else text


def model_tooltip(role: int, text: str) -> str:
    """A text that a model gives as a tool tip and to those who cannot see it, for one of these roles."""
    return tooltip_text(text) if role == Qt.ItemDataRole.ToolTipRole else text


def button_text(text: str) -> str:
    """The text for a menu, a button or a box to tick, which would take `&` for the mark of a key."""
    return text.replace("&", "&&")


def window_title(text: str) -> str:
    """The text for a window's title, where Qt would put `*` in the place of `[*]`."""
    return text.replace("[*]", "[*][*]")


def set_message_text(box: QMessageBox, text: str, more: str = "") -> None:
    """Let a message box say a text, and more below it, as they are."""
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    if more:
        box.setInformativeText(more)
    for said in box.findChildren(QLabel):
        if said.text() in (text, more):
            said.setTextFormat(Qt.TextFormat.PlainText)
