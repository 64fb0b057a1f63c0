"""Long work under way: its stage and time left, and the buttons that pause it, finish it early or throw it away."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from app.style.stylesheet import MEDIUM, SMALL
from app.widgets.common import CARD, Button, column, label, progress_bar, row
from app.widgets.layouts.wrapping_row import WrappingRow
from app.widgets.wording.progress import ProgressStage
from icnn_engine.core.events import duration_text


@dataclass(frozen=True, slots=True)
class JobWords:
    """What a card says of its kind of job. `progress`: the accessible name of the bar; `finish`, `stop`: tool tips of
    these buttons; `question`: asked before the job is cancelled, with the {time} it has taken; `keep`, `give_up`: the
    titles of the answers. Without `stop` there is no such button: a cancelled job can be resumed."""

    progress: str
    finish: str
    question: str
    keep: str
    give_up: str
    stop: str = ""


class CancelQuestion(QFrame):
    """Asks before a job is thrown away. Escape keeps it."""

    confirmed = Signal()
    closed = Signal()

    def __init__(self, words: JobWords) -> None:
        super().__init__()
        self.setProperty("role", "chip")
        self._words = words
        self.text = label("", "caption", wrap=True)
        self.keep = Button(words.keep, "", "", self.close_it)
        self.give_up = Button(words.give_up, "danger", "", self._confirm)
        row((self.text, 1), self.keep, self.give_up, margins=(MEDIUM, SMALL, MEDIUM, SMALL), parent=self)
        self.hide()

    def ask(self, seconds: float) -> None:
        """Ask; the job has taken so many seconds."""
        self.text.setText(self._words.question.format(time=duration_text(seconds)))
        self.show()
        self.keep.setFocus()

    def close_it(self) -> None:
        """Keep the job."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        self.hide()
        self.confirmed.emit()


class JobCard(QFrame):
    """Shows the progress of a job; emits a signal for each button."""

    pause_wanted = Signal()
    resume_wanted = Signal()
    finish_wanted = Signal()
    stop_wanted = Signal()
    cancel_wanted = Signal()  # once that is confirmed

    def __init__(self, words: JobWords) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._words = words
        self._paused, self._steerable = False, False
        self._why_not_finish = ""  # empty: it can be finished early
        self._begun = time.monotonic()
        self._title = label("", "heading", wrap=True)
        self._left = label("", "muted", wrap=True)
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = progress_bar(words.progress)
        self.pause = Button(self.tr("Pause"), "", "pause", self._toggle)
        self.finish = Button(self.tr("Finish now"), "", "finish", self.finish_wanted.emit, words.finish)
        self.cancel = Button(self.tr("Cancel"), "danger", "", self._ask)
        self.stop = Button(self.tr("Stop for now"), "", "", self.stop_wanted.emit, words.stop)
        self.question = CancelQuestion(words)
        self.question.confirmed.connect(self.cancel_wanted)
        self.question.closed.connect(self.cancel.setFocus)
        self._steering = (self.pause, self.finish, *([self.stop] if words.stop else []), self.cancel)
        self.buttons = WrappingRow(*self._steering)
        head = row((self._title, 1), (self._left, 1), spacing=MEDIUM)
        self.inside = column(head, self._bar, self.buttons, self.question, spacing=MEDIUM, margins=CARD, parent=self)

    @property
    def is_running(self) -> bool:
        """Whether a job has begun and not ended."""
        return not self._bar.isHidden()

    def begin(self, title: str) -> None:
        """Show that a job begins."""
        self._begun = time.monotonic()
        self.say(title, "")
        self._bar.setRange(0, 0)
        self._bar.show()

    def end(self) -> None:
        """Show that no job is running any more."""
        self._bar.hide()
        self.question.hide()

    def say(self, title: str, left: str) -> None:
        """Show a title, and the time left or another sentence beside it."""
        if (title, left) != self.said():
            self._title.setText(title)
            self._left.setText(left)

    def said(self) -> tuple[str, str]:
        """Return the title and the sentence beside it."""
        return self._title.text(), self._left.text()

    def show_stage(self, stage: ProgressStage) -> None:
        """Show the stage of the job and how far it is."""
        self.say(f"{stage.title}…", stage.left or self.tr("Working out how long it takes"))
        self.show_share(stage.done, stage.total)

    def show_share(self, done: int, total: int) -> None:
        """Show that `done` of `total` equal pieces are done."""
        if self._bar.maximum() != total:
            self._bar.setRange(0, total)
        self._bar.setValue(done)

    def allow_finish(self, why_not: str) -> None:
        """Say why the job cannot be finished early yet; "": it can."""
        self._why_not_finish = why_not
        told = why_not or self._words.finish
        self.finish.setToolTip(told)
        self.finish.setAccessibleDescription(told)
        self.finish.setEnabled(self._steerable and not why_not)

    def set_state(self, running: bool, paused: bool, can_finish: bool) -> None:
        """Show and enable the buttons that can be clicked now."""
        self._paused, self._steerable = paused, can_finish
        self.pause.setText(" " + (self.tr("Resume") if paused else self.tr("Pause")))
        self.pause.set_icon("play" if paused else "pause")
        for button in (self.pause, self.stop):
            button.setEnabled(can_finish)
        self.finish.setEnabled(can_finish and not self._why_not_finish)
        for button in self._steering:
            button.setVisible(running)

    def _toggle(self) -> None:
        (self.resume_wanted if self._paused else self.pause_wanted).emit()

    def _ask(self) -> None:
        self.question.ask(time.monotonic() - self._begun)
