"""The actions of the menus and their keys; the main window connects them."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.shell.translator import tr


def keys_of(action: QAction) -> str:
    """Return the keys of an action as the system writes them; empty if it has none."""
    native = QKeySequence.SequenceFormat.NativeText
    return " · ".join(keys.toString(native) for keys in action.shortcuts())


def plain(text: str) -> str:
    """Return the text of an action or menu without the mark of its letter and its dots."""
    return re.sub(r"\(&.\)|&", "", text).rstrip("…")  # "(&F)" in languages without Latin letters


class Actions:
    """Every action of the window, and the menus. `recent_folders` and `recent_runs` are filled by `Recents`."""

    def __init__(self, owner: QWidget, pages: dict[str, str], undo: QUndoGroup) -> None:
        self._owner = owner
        # Without a prefix, which would come first in every language, Qt's own translation has the right order of words.
        self.undo, self.redo = undo.createUndoAction(owner), undo.createRedoAction(owner)
        self.undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        self.redo.setShortcut(QKeySequence(QKeySequence.StandardKey.Redo))
        owner.addActions([self.undo, self.redo])
        self.menus: list[QMenu] = []
        self.open_folder = self._action(tr("Open folder…"), "Ctrl+O", tr("Open a folder of images"))
        self.open_run = self._action(tr("Open run…"), "Ctrl+Shift+O", tr("Open what a training has left"))
        self.open_network = self._action(
            tr("Open a network…"), "Ctrl+Alt+O", tr("Look inside a network of your own, or convert it")
        )
        self.try_sample = self._action(tr("Try the sample"), "", tr("Open drawn creatures whose parts are known"))
        self.mark_parts = self._action(tr("Mark parts…"), "Ctrl+L", tr("Mark parts by hand in pictures of the run"))
        self.draw_boxes = self._action(
            tr("Draw boxes…"), "Ctrl+B", tr("Draw a box around the object in pictures of the folder")
        )
        self.forbid_part = self._action(
            tr("Forbid a part…"), "Ctrl+Shift+F", tr("Fit the answer of the run anew so that a part does not count")
        )
        self.forget_recents = self._action(tr("Clear recents"))
        # Windows has no standard keys for settings; most programs take these.
        keys = QKeySequence(QKeySequence.StandardKey.Preferences).toString() or "Ctrl+,"
        self.settings = self._action(tr("Settings…"), keys, tr("Language, appearance, where runs are kept"))
        self.quit = self._action(tr("Quit"), "Ctrl+Q")
        self.full_screen = self._action(tr("Full screen"), "F11", checkable=True)
        self.palette = self._action(
            tr("Find a command…"), "Ctrl+Shift+P", tr("Do anything, or go anywhere, by typing a few letters of it")
        )
        self.palette.setShortcuts([QKeySequence("Ctrl+Shift+P"), QKeySequence("Ctrl+K")])
        self.keys = self._action(tr("Keys"), "?", tr("What every key does"))
        self.guide = self._action(tr("Guide"), "F1", tr("Open the guide at what it says of this page"))
        self.tour = self._action(tr("Tour of the parts"), "", tr("Show what is to be seen of the open run"))
        self.about = self._action(tr("About Partscope"))
        self.pages = {name: self._action(title, f"Ctrl+{i}") for i, (name, title) in enumerate(pages.items(), 1)}
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.recent_folders = QMenu(tr("Recent folders"), owner)
        self.recent_runs = QMenu(tr("Recent runs"), owner)

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into the bar."""
        self.menus = [bar.addMenu(title) for title in (tr("&File"), tr("&Edit"), tr("&View"), tr("&Help"))]
        file, edit, view, help_ = self.menus
        file.addActions([self.open_folder, self.open_run, self.open_network, self.try_sample])
        file.addSeparator()
        file.addMenu(self.recent_folders)
        file.addMenu(self.recent_runs)
        file.addAction(self.forget_recents)
        file.addSeparator()
        file.addActions([self.settings, self.quit])
        edit.addActions([self.undo, self.redo])
        edit.addSeparator()
        edit.addActions([self.mark_parts, self.draw_boxes, self.forbid_part])
        view.addActions(list(self.pages.values()))
        view.addSeparator()
        view.addAction(self.full_screen)
        help_.addActions([self.guide, self.tour, self.palette, self.keys, self.about])

    def follow(self, has_folder: bool, has_run: bool) -> None:
        """Enable the actions that need an open folder or an open run."""
        self.draw_boxes.setEnabled(has_folder)
        for action in (self.mark_parts, self.forbid_part):
            action.setEnabled(has_run)

    def sheet(self) -> list[tuple[str, str]]:
        """Return (keys, what they do) of every action that has keys, in the order of the menus."""
        actions = [action for menu in self.menus for action in menu.actions() if action.shortcuts()]
        steps = {
            self.undo: tr("Undo a name, note, star, mark or box, a slice, a decision about a picture"),
            self.redo: tr("Redo it"),
        }
        return [(keys_of(action), steps.get(action) or plain(action.text())) for action in actions]

    def _action(self, text: str, keys: str = "", tip: str = "", checkable: bool = False) -> QAction:
        action = QAction(text, self._owner, checkable=checkable, statusTip=tip)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._owner.addAction(action)
        return action
