"""What the menus and keys do, as named actions; the main window connects them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

Key = QKeySequence.StandardKey


def tr(text: str) -> str:
    """A text of the menus in the user's language."""
    return QCoreApplication.translate("Actions", text)


class Actions:
    """Every action of the window, and the menus they stand in. `recent_folders` and `recent_runs` are filled later."""

    def __init__(self, owner: QWidget, pages: dict[str, str], undo: QUndoGroup) -> None:
        self._owner = owner
        self.undo, self.redo = undo.createUndoAction(owner, tr("Undo")), undo.createRedoAction(owner, tr("Redo"))
        for action, keys in ((self.undo, Key.Undo), (self.redo, Key.Redo)):
            action.setShortcut(QKeySequence(keys))
            owner.addAction(action)
        self.open_folder = self._action(tr("Open folder…"), "Ctrl+O", tr("Open a folder of images"))
        self.open_run = self._action(tr("Open run…"), "Ctrl+Shift+O", tr("Open what a training has left"))
        self.try_sample = self._action(tr("Try the sample"), "", tr("Open drawn creatures whose parts are known"))
        self.mark_parts = self._action(tr("Mark parts…"), "Ctrl+L", tr("Mark parts by hand in pictures of the run"))
        self.forget_recents = self._action(tr("Clear recents"))
        self.quit = self._action(tr("Quit"), "Ctrl+Q")
        self.full_screen = self._action(tr("Full screen"), "F11", checkable=True)
        self.keys = self._action(tr("Keys"), "?", tr("What every key does"))
        self.about = self._action(tr("About Partscope"))
        self.pages = {name: self._action(title, f"Ctrl+{i}") for i, (name, title) in enumerate(pages.items(), 1)}
        group = QActionGroup(owner)
        titles = {"system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")}
        self.themes = {name: self._action(title, checkable=True) for name, title in titles.items()}
        for action in self.themes.values():
            group.addAction(action)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.recent_folders = QMenu(tr("Recent folders"), owner)
        self.recent_runs = QMenu(tr("Recent runs"), owner)

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into the bar."""
        files = bar.addMenu(tr("&File"))
        files.addActions([self.open_folder, self.open_run, self.try_sample])
        files.addSeparator()
        files.addMenu(self.recent_folders)
        files.addMenu(self.recent_runs)
        files.addAction(self.forget_recents)
        files.addSeparator()
        files.addAction(self.quit)
        edit = bar.addMenu(tr("&Edit"))
        edit.addActions([self.undo, self.redo])
        edit.addSeparator()
        edit.addAction(self.mark_parts)
        view = bar.addMenu(tr("&View"))
        view.addActions(list(self.pages.values()))
        view.addSeparator()
        view.addMenu(tr("Appearance")).addActions(list(self.themes.values()))
        view.addAction(self.full_screen)
        bar.addMenu(tr("&Help")).addActions([self.keys, self.about])

    def sheet(self) -> list[tuple[str, str]]:
        """The keys that work everywhere and what they do."""
        shown = [self.open_folder, self.open_run, *self.pages.values(), self.mark_parts]
        shown += [self.full_screen, self.keys, self.quit]
        native = QKeySequence.SequenceFormat.NativeText
        found = [(action.shortcut().toString(native), action.text().rstrip("…")) for action in shown]
        steps = ((self.undo, tr("Undo a name, note or star")), (self.redo, tr("Redo it")))
        return [*found, *((action.shortcut().toString(native), words) for action, words in steps)]

    def _action(self, text: str, keys: str = "", tip: str = "", checkable: bool = False) -> QAction:
        made = QAction(text, self._owner)
        made.setCheckable(checkable)
        made.setStatusTip(tip)
        if keys:
            made.setShortcut(QKeySequence(keys))
            made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._owner.addAction(made)
        return made
