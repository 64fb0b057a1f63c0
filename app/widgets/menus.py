"""Menus made from a list of choices."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QMenu, QWidget

Choice = tuple[str, bool, Callable[[], object]]  # text, whether it is enabled, function to call


def menu_of(parent: QWidget, choices: Iterable[Choice]) -> QMenu:
    """Return a menu of these choices."""
    menu = QMenu(parent)
    for text, enabled, call in choices:
        action = menu.addAction(text)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked=False, call=call: call())
    return menu
