"""The training under way or the last one: what it told and how it ended. It outlives the pages that show it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from app.core.job_result import Failed, Outcome, Succeeded
from app.core.jobs import JobRunner
from app.core.messages import Messages, Offer
from app.core.session import PageRequests, Session
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.errors import StoppedError
from icnn_engine.core.events import EpochDone, Event, LossWeightTried, Operation, TrainingBegan

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run


class TrainingWatch(QObject):
    """Starts trainings, keeps what can be shown again of them, and opens the run of a finished one or offers it.

    A finished run is opened by itself only where nothing is looked at that it would replace: no run is open, or
    `is_watched`, the Train page is on show.
    """

    told = Signal(object)  # an Event of the training
    progressed = Signal(float, str, str)  # share of the whole training that is done, its step, the time left in all
    ended = Signal()

    def __init__(
        self,
        jobs: JobRunner,
        session: Session,
        requests: PageRequests,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._session, self._requests, self._messages = jobs, session, requests, messages
        self.title = ""  # of the training under way or the last one; empty before the first
        self.epochs = 0
        self.folder: Path | None = None  # of its pictures
        self.has_probes = True  # whether the loss weight is chosen by probes
        self.has_search = False  # whether the object is found in each picture
        self.events: list[Event] = []  # those that a page needs to show the training once more
        self.outcome: Outcome | None = None  # None while it is under way
        self.is_watched = False
        jobs.told.connect(self._hear)
        jobs.ended.connect(self._end)

    @property
    def is_running(self) -> bool:
        """Whether a training is under way."""
        return bool(self.title) and self.outcome is None

    @property
    def run(self) -> Run | None:
        """The run of the last training, if it came to its end."""
        return self.outcome.result if isinstance(self.outcome, Succeeded) else None

    def start(
        self, title: str, settings: TrainSettings, make: Callable[[], Operation[Any]], folder: Path | None = None
    ) -> None:
        """Start a training with these settings on the pictures of a folder."""
        self.title, self.epochs, self.folder = title, settings.epochs, folder
        self.has_probes, self.has_search = settings.strength is None, settings.region == "object"
        self.events, self.outcome = [], None
        self._jobs.start(title, make)

    def forget(self) -> None:
        """Forget the last training: nothing of it is shown any more."""
        if not self.is_running:
            self.title, self.events, self.outcome = "", [], None

    def open_run(self, page: str) -> None:
        """Open the run of the last training, unless it is open, and go to a page."""
        run, opened = self.run, self._session.run
        if run is not None and (opened is None or opened.path != run.path):
            self._session.set_run(run)
        self._requests.page.emit(page)

    @Slot(object)
    def _hear(self, event: Event) -> None:
        if not self.is_running:
            return
        if isinstance(event, TrainingBegan | LossWeightTried | EpochDone):
            self.events.append(event)
        self.told.emit(event)

    @Slot(str, object)
    def _end(self, title: str, outcome: Outcome) -> None:
        if not self.is_running or title != self.title:
            return
        self.outcome = outcome
        if isinstance(outcome, Failed) and not isinstance(outcome.error, StoppedError):
            self._messages.failure(outcome.error, outcome.details)
        if (run := self.run) is not None:
            if self._session.run is None or self.is_watched:
                self._session.set_run(run)
            self._tell_end()
        self.ended.emit()

    def _tell_end(self) -> None:
        if self.is_watched:
            self._messages.note(self.tr("The training is done."))
            return
        text = self.tr("'{title}' is done.").format(title=self.title)
        self._messages.offer(text, Offer(self.tr("See its parts"), partial(self.open_run, "filters")))
