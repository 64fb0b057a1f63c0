"""The note that a run was not judged by today's tests, with the button that judges it and how far that is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, label, row
from app.widgets.holding_words import not_judged


class JudgeBar(QFrame):
    """Told whether judging is under way and how far; says what was clicked."""

    judge_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.told = label("", "muted", wrap=True)
        self.judge = Button(self.tr("Judge it now"), "primary", "measure", self.judge_wanted.emit)
        self.judge.setToolTip(self.tr("Test every filter on the run's pictures, then measure the run again"))
        self.cancel = Button(self.tr("Cancel"), "danger", "", self.cancel_wanted.emit)
        self.cancel.setToolTip(self.tr("Stop judging; the run stays as it was"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Judging"))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        inside.setSpacing(SMALL)
        head = row(label(not_judged(), "caption", wrap=True), self.judge, self.cancel, spacing=MEDIUM)
        head.setStretch(0, 1)
        inside.addLayout(head)
        inside.addWidget(self.told)
        inside.addWidget(self.bar)
        self.show_idle("", True)

    def show_idle(self, told: str, possible: bool) -> None:
        """Offer to judge, or say why it cannot be begun now."""
        self._show_busy(False)
        self.judge.setEnabled(possible)
        self._say(told)

    def show_busy(self, told: str, done: int = 0, total: int = 0) -> None:
        """Show how far judging is; a total of 0: not known."""
        self._show_busy(True)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._say(told)

    def _show_busy(self, busy: bool) -> None:
        self.judge.setVisible(not busy)
        self.cancel.setVisible(busy)
        self.bar.setVisible(busy)

    def _say(self, told: str) -> None:
        self.told.setText(told)
        self.told.setVisible(bool(told))
