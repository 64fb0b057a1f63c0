"""What the menus and keys do, as named actions; the main window connects them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.shell.translator import SYSTEM
from icnn_engine.core.language import TITLES, languages

Key = QKeySequence.StandardKey


def tr(text: str) -> str:
    """A text of the menus in the user's language."""
    return QCoreApplication.translate("Actions", text)


def keys_of(action: QAction) -> str:
    """The keys of an action as the system writes them; empty where it has none."""
    native = QKeySequence.SequenceFormat.NativeText
    return " · ".join(keys.toString(native) for keys in action.shortcuts())


def plain(text: str) -> str:
    """The text of an action or a menu without the sign of its letter and its dots."""
    return text.replace("&", "").rstrip("…")


class Actions:
    """Every action of the window, and the menus they stand in. `recent_folders` and `recent_runs` are filled later."""

    def __init__(self, owner: QWidget, pages: dict[str, str], undo: QUndoGroup) -> None:
        self._owner = owner
        self.undo, self.redo = undo.createUndoAction(owner, tr("Undo")), undo.createRedoAction(owner, tr("Redo"))
        for action, keys in ((self.undo, Key.Undo), (self.redo, Key.Redo)):
            action.setShortcut(QKeySequence(keys))
            owner.addAction(action)
        self.menus: list[QMenu] = []
        self.open_folder = self._action(tr("Open folder…"), "Ctrl+O", tr("Open a folder of images"))
        self.open_run = self._action(tr("Open run…"), "Ctrl+Shift+O", tr("Open what a training has left"))
        self.try_sample = self._action(tr("Try the sample"), "", tr("Open drawn creatures whose parts are known"))
        self.mark_parts = self._action(tr("Mark parts…"), "Ctrl+L", tr("Mark parts by hand in pictures of the run"))
        self.forget_recents = self._action(tr("Clear recents"))
        self.quit = self._action(tr("Quit"), "Ctrl+Q")
        self.full_screen = self._action(tr("Full screen"), "F11", checkable=True)
        self.palette = self._action(
            tr("Find a command…"), "Ctrl+Shift+P", tr("Do anything, or go anywhere, by typing a few letters of it")
        )
        self.palette.setShortcuts([QKeySequence("Ctrl+Shift+P"), QKeySequence("Ctrl+K")])
        self.keys = self._action(tr("Keys"), "?", tr("What every key does"))
        self.about = self._action(tr("About Partscope"))
        self.pages = {name: self._action(title, f"Ctrl+{i}") for i, (name, title) in enumerate(pages.items(), 1)}
        group = QActionGroup(owner)
        titles = {"system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")}
        self.themes = {name: self._action(title, checkable=True) for name, title in titles.items()}
        for action in self.themes.values():
            group.addAction(action)
        speech = QActionGroup(owner)
        spoken = {SYSTEM: tr("As the system")} | {code: TITLES.get(code, code) for code in languages()}
        self.languages = {code: self._action(title, checkable=True) for code, title in spoken.items()}
        for action in self.languages.values():
            speech.addAction(action)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.recent_folders = QMenu(tr("Recent folders"), owner)
        self.recent_runs = QMenu(tr("Recent runs"), owner)

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into the bar."""
        files = self._menu(bar, tr("&File"))
        files.addActions([self.open_folder, self.open_run, self.try_sample])
        files.addSeparator()
        files.addMenu(self.recent_folders)
        files.addMenu(self.recent_runs)
        files.addAction(self.forget_recents)
        files.addSeparator()
        files.addAction(self.quit)
        edit = self._menu(bar, tr("&Edit"))
        edit.addActions([self.undo, self.redo])
        edit.addSeparator()
        edit.addAction(self.mark_parts)
        view = self._menu(bar, tr("&View"))
        view.addActions(list(self.pages.values()))
        view.addSeparator()
        view.addMenu(tr("Appearance")).addActions(list(self.themes.values()))
        view.addMenu(tr("Language")).addActions(list(self.languages.values()))
        view.addAction(self.full_screen)
        self._menu(bar, tr("&Help")).addActions([self.palette, self.keys, self.about])

    def sheet(self) -> list[tuple[str, str]]:
        """The keys that work everywhere and what they do: of every action that has one, in the order of the menus."""
        every = [action for menu in self.menus for action in menu.actions()]
        steps = {self.undo: tr("Undo a name, note, star or mark"), self.redo: tr("Redo it")}
        return [(keys_of(a), steps.get(a) or plain(a.text())) for a in every if a.shortcuts()]

    def _menu(self, bar: QMenuBar, title: str) -> QMenu:
        menu = bar.addMenu(title)
        self.menus.append(menu)
        return menu

    def _action(self, text: str, keys: str = "", tip: str = "", checkable: bool = False) -> QAction:
        made = QAction(text, self._owner)
        made.setCheckable(checkable)
        made.setStatusTip(tip)
        if keys:
            made.setShortcut(QKeySequence(keys))
            made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._owner.addAction(made)
        return made
