"""Long work under way: its stage and time left, and the buttons that pause it, finish it early or throw it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from app.style.stylesheet import LARGE, MEDIUM, TIGHT
from app.widgets.common import Button, ElidedLabel, column, label, row
from app.widgets.progress import ProgressStage


class JobCard(QFrame):
    """Told how far the work is; says which button is clicked."""

    pause_wanted = Signal()
    resume_wanted = Signal()
    finish_wanted = Signal()
    stop_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, progress: str, finish: str, cancel: str, stop: str = "") -> None:
        """`progress`: what the bar is called; `finish`, `cancel`, `stop`: what these buttons do; without words there is
        no button that stops, for what is cancelled can be gone on from."""
        super().__init__()
        self.setProperty("role", "card")
        self._paused = False
        self._title = label("", "heading")
        self._left = ElidedLabel("", "muted", Qt.TextElideMode.ElideRight)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(progress)
        self.pause = Button(self.tr("Pause"), "", "pause", self._toggle)
        self.finish = Button(self.tr("Finish now"), "", "finish", self.finish_wanted.emit)
        self.finish.setToolTip(finish)
        self.cancel = Button(self.tr("Cancel"), "danger", "", self.cancel_wanted.emit)
        self.cancel.setToolTip(cancel)
        self.stop = Button(self.tr("Stop for now"), "", "", self.stop_wanted.emit)
        self.stop.setToolTip(stop)
        self._steering = (self.pause, self.finish, *([self.stop] if stop else []), self.cancel)
        self.buttons = row(*self._steering)
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(LARGE, MEDIUM + TIGHT, LARGE, MEDIUM + TIGHT)
        self.inside.setSpacing(MEDIUM)
        top = QHBoxLayout()
        top.addLayout(column(self._title, self._left, spacing=0), 1)
        top.addLayout(self.buttons)
        self.inside.addLayout(top)
        self.inside.addWidget(self._bar)

    def begin(self, title: str) -> None:
        """Work begins."""
        self.say(title, "")
        self._bar.setRange(0, 0)
        self._bar.show()

    def end(self) -> None:
        """Nothing is going on any more."""
        self._bar.hide()

    def say(self, title: str, left: str) -> None:
        """Say in words what is going on."""
        self._title.setText(title)
        self._left.set_text(left)

    def said(self) -> tuple[str, str]:
        """What is said now."""
        return self._title.text(), self._left.whole

    def show_stage(self, stage: ProgressStage) -> None:
        """How far it is."""
        self.say(f"{stage.title}…", stage.left or self.tr("Working out how long it takes"))
        self._bar.setRange(0, stage.total)
        self._bar.setValue(stage.done)

    def set_state(self, running: bool, paused: bool, can_finish: bool) -> None:
        """Which buttons make sense now."""
        self._paused = paused
        self.pause.setText(" " + (self.tr("Resume") if paused else self.tr("Pause")))
        self.pause.set_icon("play" if paused else "pause")
        self.pause.setEnabled(can_finish)
        self.finish.setEnabled(can_finish)
        self.stop.setEnabled(can_finish)
        for button in self._steering:
            button.setVisible(running)

    def _toggle(self) -> None:
        (self.resume_wanted if self._paused else self.pause_wanted).emit()
