"""Menus of what can be done with something."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QMenu, QWidget

Choice = tuple[str, bool, Callable[[], object]]  # its words, whether it can be done now, and doing it


def menu_of(parent: QWidget, choices: Iterable[Choice]) -> QMenu:
    """A menu of these choices; what cannot be done now is greyed."""
    menu = QMenu(parent)
    for words, possible, do in choices:
        action = menu.addAction(words)
        action.setEnabled(possible)
        action.triggered.connect(lambda _checked=False, do=do: do())
    return menu
