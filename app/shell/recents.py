"""The menus of what was opened lately: in the menu bar, and below the names in the header."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.core.settings import Settings
from app.shell.actions import Actions
from app.shell.opening import Opener
from app.shell.window_chrome import Header, PathButton
from app.widgets import plain_text


class Recents(QObject):
    """Keeps the menus as the settings have it."""

    def __init__(self, settings: Settings, actions: Actions, header: Header, opener: Opener, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._actions, self._header, self._opener = settings, actions, header, opener
        settings.recents_changed.connect(self._fill_all)
        self._fill_all()

    @Slot()
    def _fill_all(self) -> None:
        do, folders, runs = self._actions, self._settings.recent_folders(), self._settings.recent_runs()
        self._fill(do.recent_folders, folders)
        self._fill(do.recent_runs, runs)
        for menu in (do.recent_folders, do.recent_runs):
            menu.setEnabled(not menu.isEmpty())
        self._fill_chip(self._header.folder, folders, [do.open_folder, do.try_sample])
        self._fill_chip(self._header.run, runs, [do.open_run])

    def _fill_chip(self, chip: PathButton, paths: tuple[Path, ...], actions: list[QAction]) -> None:
        self._fill(chip.menu(), paths)
        chip.menu().addSeparator()
        chip.menu().addActions(actions)

    def _fill(self, menu: QMenu, paths: tuple[Path, ...]) -> None:
        menu.clear()
        for path in paths:
            menu.addAction(plain_text.button_text(str(path))).triggered.connect(partial(self._open, path))

    def _open(self, path: Path, _checked: bool = False) -> None:
        self._opener.open(path)
