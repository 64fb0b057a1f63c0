"""The note that a run was not judged by today's tests, with the button that judges it and its progress."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from app.style.stylesheet import LARGE, MEDIUM
from app.widgets.common import Button, column, label, progress_bar, row, show_text
from app.widgets.measures.holding_words import not_judged


class JudgeBar(QFrame):
    """Shows whether the run is being judged and how far; emits a signal for each button."""

    judge_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.sentence = label("", "muted", wrap=True)
        hint = self.tr("Test every filter on the run's pictures, then measure the run again")
        self.judge = Button(self.tr("Judge it now"), "primary", "measure", self.judge_wanted.emit, hint)
        hint = self.tr("Stop judging; the run stays as it was")
        self.cancel = Button(self.tr("Cancel"), "danger", "", self.cancel_wanted.emit, hint)
        self.bar = progress_bar(self.tr("Judging"))
        head = row((label(not_judged(), "caption", wrap=True), 1), self.judge, self.cancel, spacing=MEDIUM)
        column(head, self.sentence, self.bar, margins=(LARGE, MEDIUM, LARGE, MEDIUM), parent=self)
        self.show_idle("", True)

    def show_idle(self, text: str, possible: bool) -> None:
        """Offer to judge, or show why that is not possible now."""
        self._set_busy(False)
        self.judge.setEnabled(possible)
        show_text(self.sentence, text)

    def show_busy(self, text: str, done: int = 0, total: int = 0) -> None:
        """Show the progress of judging; a total of 0: unknown."""
        self._set_busy(True)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        show_text(self.sentence, text)

    def _set_busy(self, busy: bool) -> None:
        self.judge.setVisible(not busy)
        self.cancel.setVisible(busy)
        self.bar.setVisible(busy)
