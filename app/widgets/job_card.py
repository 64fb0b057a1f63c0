"""Long work under way: its stage and time left, and the buttons that pause it, finish it early or throw it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from app.style.stylesheet import MEDIUM
from app.widgets.common import CARD, STYLE_SPACING, Button, ElidedLabel, column, label, progress_bar, row
from app.widgets.progress import ProgressStage


class JobCard(QFrame):
    """Shows the progress of a job; emits a signal for each button."""

    pause_wanted = Signal()
    resume_wanted = Signal()
    finish_wanted = Signal()
    stop_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, progress: str, finish: str, cancel: str, stop: str = "") -> None:
        """`progress`: the accessible name of the bar; `finish`, `cancel`, `stop`: tool tips of these buttons. Without
        `stop` there is no such button: a cancelled job can be resumed."""
        super().__init__()
        self.setProperty("role", "card")
        self._paused = False
        self._title = label("", "heading")
        self._left = ElidedLabel("", "muted", Qt.TextElideMode.ElideRight)
        self._bar = progress_bar(progress)
        self.pause = Button(self.tr("Pause"), "", "pause", self._toggle)
        self.finish = Button(self.tr("Finish now"), "", "finish", self.finish_wanted.emit, finish)
        self.cancel = Button(self.tr("Cancel"), "danger", "", self.cancel_wanted.emit, cancel)
        self.stop = Button(self.tr("Stop for now"), "", "", self.stop_wanted.emit, stop)
        self._steering = (self.pause, self.finish, *([self.stop] if stop else []), self.cancel)
        self.buttons = row(*self._steering)
        top = row((column(self._title, self._left, spacing=0), 1), self.buttons, spacing=STYLE_SPACING)
        self.inside = column(top, self._bar, spacing=MEDIUM, margins=CARD, parent=self)

    def begin(self, title: str) -> None:
        """Show that a job begins."""
        self.say(title, "")
        self._bar.setRange(0, 0)
        self._bar.show()

    def end(self) -> None:
        """Show that no job is running any more."""
        self._bar.hide()

    def say(self, title: str, left: str) -> None:
        """Show a title, and the time left or another sentence below it."""
        self._title.setText(title)
        self._left.set_text(left)

    def said(self) -> tuple[str, str]:
        """Return the title and the sentence below it."""
        return self._title.text(), self._left.whole

    def show_stage(self, stage: ProgressStage) -> None:
        """Show the stage of the job and how far it is."""
        self.say(f"{stage.title}…", stage.left or self.tr("Working out how long it takes"))
        self._bar.setRange(0, stage.total)
        self._bar.setValue(stage.done)

    def set_state(self, running: bool, paused: bool, can_finish: bool) -> None:
        """Show and enable the buttons that can be clicked now."""
        self._paused = paused
        self.pause.setText(" " + (self.tr("Resume") if paused else self.tr("Pause")))
        self.pause.set_icon("play" if paused else "pause")
        for button in (self.pause, self.finish, self.stop):
            button.setEnabled(can_finish)
        for button in self._steering:
            button.setVisible(running)

    def _toggle(self) -> None:
        (self.resume_wanted if self._paused else self.pause_wanted).emit()
