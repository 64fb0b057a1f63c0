"""The program while it runs: its window, which is made anew when the language is changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.core.context import Context
from app.shell.main_window import MainWindow
from app.shell.translator import LANGUAGE, SYSTEM, LanguageSwitch


class Program(QObject):
    """Keeps the window. Everything that is open or under way lives in the context and outlives a window."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._speech = LanguageSwitch(self)
        self._spoken = self._speech.speak(context.settings.text(LANGUAGE, SYSTEM))
        self._waits = False
        self.window: MainWindow | None = None
        context.jobs.ended.connect(self._job_ended)

    def open(self, wanted: Sequence[Path] = ()) -> None:
        """Show the window, in place of the one that is there."""
        before = self.window
        if before is not None:
            before.retire()
        self.window = window = MainWindow(self._context, wanted, before.opener if before is not None else None)
        window.painted.connect(window.start)
        window.language_wanted.connect(self.choose_language)
        window.show()

    @Slot(str)
    def choose_language(self, choice: str) -> None:
        """Speak another language from now on; a training under way is not disturbed, the change waits for its end."""
        self._context.settings.set_text(LANGUAGE, choice)
        if self._context.jobs.busy:
            self._waits = True
            text = self.tr("The language changes as soon as '{title}' has ended.")
            self._context.messages.note(text.format(title=self._context.jobs.title))
        else:
            self._speak()

    @Slot()
    def _job_ended(self) -> None:
        if self._waits:
            self._speak()

    def _speak(self) -> None:
        self._waits = False
        before, self._spoken = self._spoken, self._speech.speak(self._context.settings.text(LANGUAGE, SYSTEM))
        if self._spoken != before:
            self.open()
