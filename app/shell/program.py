"""The running program: its window, which is built anew when the language is changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.core.context import Context
from app.shell.main_window import MainWindow
from app.shell.translator import LANGUAGE, SYSTEM, LanguageSwitch
from icnn_engine.core import language


class Program(QObject):
    """Keeps the window. Everything that is open or under way belongs to the context and outlives a window."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.language_switch = LanguageSwitch(self)
        self.language_switch.speak(context.settings.text(LANGUAGE, SYSTEM))
        self._is_waiting = False
        self.window: MainWindow | None = None
        context.jobs.ended.connect(self._job_ended)

    def open(self, paths: Sequence[Path] = ()) -> None:
        """Show a new window in place of the present one."""
        opener = None
        if self.window is not None:
            opener = self.window.opener
            self.window.retire()
        self.window = MainWindow(self._context, paths, opener)
        self.window.painted.connect(self.window.start)
        self.window.language_wanted.connect(self.choose_language)
        self.window.show()

    @Slot(str)
    def choose_language(self, choice: str) -> None:
        """Switch the language. The change waits for the end of a training under way."""
        self._context.settings.set_text(LANGUAGE, choice)
        if self._context.jobs.busy:
            self._is_waiting = True
            text = self.tr("The language changes as soon as '{title}' has ended.")
            self._context.messages.note(text.format(title=self._context.jobs.title))
        else:
            self._speak()

    @Slot()
    def _job_ended(self) -> None:
        if self._is_waiting:
            self._speak()

    def _speak(self) -> None:
        self._is_waiting = False
        before = language.current()
        self.language_switch.speak(self._context.settings.text(LANGUAGE, SYSTEM))
        if language.current() != before:
            self.open()
