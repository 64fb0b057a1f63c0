from __future__ import annotations

from PySide6.QtGui import QShortcut

from app.shell.main_window import MainWindow
from app.shell.page_list import page_titles


def test_every_action_with_a_key_stands_on_the_sheet(full_window: MainWindow) -> None:
    sheet = dict(full_window.actions_.sheet())
    actions = [action for action in full_window.actions() if action.shortcuts()]
    missing = [a.text() for a in actions if not any(a.shortcut().toString() in keys for keys in sheet)]

    assert actions
    assert missing == []


def test_no_two_actions_share_a_key(full_window: MainWindow) -> None:
    keys = [keys.toString() for action in full_window.actions() for keys in action.shortcuts()]
    # While parts are marked, the full_window's own steps cannot be undone, and the keys belong to the marks.
    steps = {key.toString() for a in (full_window.actions_.undo, full_window.actions_.redo) for key in a.shortcuts()}
    for name in page_titles():
        full_window.show_page(name)
        own = {s.key().toString() for page in (full_window.pages[name],) for s in page.findChildren(QShortcut)}

        assert (own - steps).isdisjoint(keys), name

    assert len(keys) == len(set(keys))
