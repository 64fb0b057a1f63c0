"""The menus of recent folders and runs: in the menu bar, and below the names in the header."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from app.core.settings import Settings
from app.shell.actions import Actions
from app.shell.frame.header import Header
from app.shell.opening import Opener
from app.widgets.wording import plain_text


class Recents(QObject):
    """Keeps the menus as the settings have them."""

    def __init__(self, settings: Settings, actions: Actions, header: Header, opener: Opener, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._actions, self._header, self._opener = settings, actions, header, opener
        settings.recents_changed.connect(self._fill_all)
        self._fill_all()

    @Slot()
    def _fill_all(self) -> None:
        actions, header = self._actions, self._header
        folders, runs = self._settings.recent_folders(), self._settings.recent_runs()
        for menu, paths in ((actions.recent_folders, folders), (actions.recent_runs, runs)):
            self._fill(menu, paths)
            menu.setEnabled(bool(paths))
        for button, paths, others in (
            (header.folder, folders, [actions.open_folder, actions.try_sample]),
            (header.run, runs, [actions.open_run]),
        ):
            self._fill(button.menu(), paths)
            button.menu().addSeparator()
            button.menu().addActions(others)

    def _fill(self, menu: QMenu, paths: tuple[Path, ...]) -> None:
        menu.clear()
        for path in paths:
            menu.addAction(plain_text.button_text(str(path))).triggered.connect(partial(self._open, path))

    def _open(self, path: Path, _checked: bool = False) -> None:
        self._opener.open(path)
