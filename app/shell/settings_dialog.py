"""The settings of the program: language, appearance, the folder of the runs, and the stored feature maps."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QLabel, QWidget

from app.core.context import Context
from app.core.job_result import Failed
from app.core.messages import error_text
from app.core.settings import runs_folder
from app.shell.translator import LANGUAGE, SYSTEM
from app.style import theme
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, ElidedLabel, label, row
from app.widgets.fields import ChoiceField
from app.widgets.file_manager import show_in_folder
from app.widgets.wording.sizes import in_bytes
from icnn_engine.core.language import TITLES, languages

WIDTH = 560  # points
CACHE = "cache"  # key of the lane


class SettingsDialog(QDialog):
    """Every change counts at once; there is nothing to confirm."""

    language_wanted = Signal(str)  # 'system' or a code

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(WIDTH)
        self._context = context
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(MEDIUM)
        self._grid.setColumnStretch(1, 1)
        self._build_look()
        self._build_runs()
        self._build_cache()
        close = Button(self.tr("Close"), clicked=self.accept)
        close.setDefault(True)
        self._grid.addLayout(row(1, close), self._grid.rowCount(), 0, 1, 2)
        context.jobs.changed.connect(self._enable)
        self._enable()
        self._count()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.resize(self.width(), self._grid.totalHeightForWidth(self.width()))  # as high as its wrapped lines

    def _build_look(self) -> None:
        system = self.tr("As the system")
        codes = [(code, TITLES.get(code, code)) for code in languages()]
        self.language = ChoiceField([(SYSTEM, system), *codes])
        self.language.set_value(self._context.settings.text(LANGUAGE, SYSTEM))
        self.language.edited.connect(self._choose_language)
        self._add(self.tr("Language"), self.language)
        themes = [("system", system), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        self.theme = ChoiceField(themes)
        self.theme.set_value(self._context.settings.text("window/theme", "system"))
        self.theme.edited.connect(self._choose_theme)
        self._add(self.tr("Appearance"), self.theme)

    def _build_runs(self) -> None:
        self.runs = ElidedLabel(str(runs_folder()))
        self.change = Button(self.tr("Change…"), clicked=self._ask_runs_folder)
        self.change.setAccessibleName(self.tr("Change the folder of the runs"))
        show = Button(self.tr("Show in folder"), "", "folder", self._show_runs_folder)
        hint = self.tr("New runs are kept here. Runs that are in another folder stay there.")
        self._add(self.tr("Folder of the runs"), self.runs, row(self.change, show, 1), label(hint, "small", wrap=True))

    def _build_cache(self) -> None:
        self.stored = label(self.tr("Counting…"))
        self.clear = Button(self.tr("Clear"), clicked=self._clear)
        self.clear.setAccessibleName(self.tr("Clear the stored feature maps"))
        hint = self.tr(
            "What the first layers of a network see in your pictures is stored, so that the next training on them "
            "begins sooner. Clearing it frees the disk and costs only time; your pictures and runs stay."
        )
        self._add(self.tr("Stored feature maps"), self.stored, row(self.clear, 1), label(hint, "small", wrap=True))

    def _add(self, title: str, *items: object) -> None:
        """Add a row: a title, and items below each other."""
        number = self._grid.rowCount()
        heading = label(title, "caption")
        self._grid.addWidget(heading, number, 0, Qt.AlignmentFlag.AlignTop)
        for place, item in enumerate(items, number):
            if isinstance(item, QWidget):
                self._grid.addWidget(item, place, 1)
                if not isinstance(item, QLabel):
                    item.setAccessibleName(title)
                    heading.setBuddy(item)
            else:
                self._grid.addLayout(item, place, 1)  # type: ignore[call-overload]
        self._grid.setRowMinimumHeight(number + len(items), SMALL)

    @Slot()
    def _choose_language(self) -> None:
        chosen = self.language.value()
        self.accept()  # the window is built anew
        self.language_wanted.emit(chosen)

    @Slot()
    def _choose_theme(self) -> None:
        self._context.settings.set_text("window/theme", self.theme.value())
        theme.current_theme().choose(self.theme.value())

    # The folder of the runs

    def _ask_runs_folder(self) -> None:
        title = self.tr("Choose the folder where new runs are kept")
        chosen = QFileDialog.getExistingDirectory(self, title, str(runs_folder()))
        if chosen:
            self.set_runs_folder(Path(chosen))

    def set_runs_folder(self, path: Path) -> None:
        """Keep new runs in another folder, unless nothing can be written there."""
        if not os.access(path, os.W_OK):
            text = self.tr("Nothing can be written in {path}. Choose another folder, or allow writing there.")
            self._context.messages.problem(text.format(path=path))
            return
        self._context.settings.set_runs_folder(path)
        self.runs.set_text(str(path))

    def _show_runs_folder(self) -> None:
        show_in_folder(runs_folder(), self._context.messages.problem)

    # The stored feature maps

    @Slot()
    def _enable(self) -> None:
        busy = self._context.jobs.busy
        self.clear.setEnabled(not busy)
        self.clear.setToolTip(self.tr("A training is under way and uses them") if busy else "")

    def _count(self) -> None:
        self._context.files.ask(CACHE, _cache_state, self._show_state, self._show_failure)

    def _clear(self) -> None:
        self.clear.setEnabled(False)
        self.stored.setText(self.tr("Clearing…"))
        self._context.files.ask(CACHE, _clear, self._show_cleared, self._show_failure)

    def _show_state(self, state: _CacheState) -> None:
        self.stored.setText(
            self.tr("{size} of at most {limit}").format(size=in_bytes(state.size), limit=in_bytes(state.limit))
        )
        self._enable()

    def _show_cleared(self, state: _CacheState) -> None:
        words = self.tr("{freed} are freed.").format(freed=in_bytes(state.freed))
        if state.size:
            words = self.tr("{freed} are freed. {size} are in use by another training and stay.")
            words = words.format(freed=in_bytes(state.freed), size=in_bytes(state.size))
        self.stored.setText(words)
        self._enable()

    def _show_failure(self, failure: Failed) -> None:
        self.stored.setText(error_text(failure.error))
        self._enable()


@dataclass(frozen=True, slots=True)
class _CacheState:
    """Bytes: `size` of the cache, the `limit` of it, what was `freed`."""

    size: int
    limit: int
    freed: int = 0


def _cache_state() -> _CacheState:
    from icnn_engine.features.map_cache import cache_limit, cache_place, size_of

    place = cache_place()
    return _CacheState(size_of(place), cache_limit(place))


def _clear() -> _CacheState:
    from icnn_engine.features.map_cache import cache_limit, cache_place, clear_cache

    freed, kept = clear_cache(cache_place())
    return _CacheState(kept, cache_limit(cache_place()), freed)
