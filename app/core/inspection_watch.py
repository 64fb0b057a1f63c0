"""The look inside a network of the user's own, or its conversion: what the form holds, what was read, the job.

It outlives the window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from app.core.job_result import Failed, Outcome, Succeeded
from app.core.jobs import JobRunner
from app.core.messages import Messages, Offer
from app.core.session import PageRequests, Session
from icnn_engine.core.events import Event, Operation, Warned
from icnn_engine.runs.network_words import is_converted

if TYPE_CHECKING:
    from app.core.network_operations import NetworkReading
    from icnn_engine.runs.run_folder import Run


@dataclass(frozen=True)
class NetworkDraft:
    """What the form of a network holds. `values`: of its fields, by name; `answers`: texts that the user gave for
    categories; `chosen`: categories to look at (None: those whose answers are known)."""

    values: Mapping[str, Any] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    chosen: tuple[str, ...] | None = None


class InspectionWatch(QObject):
    """Starts a look inside a network, or its conversion, and opens the run that it leaves, or offers it."""

    told = Signal(object)  # an Event of the work under way
    ended = Signal(object)  # Outcome

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
        self._title = ""
        self.draft = NetworkDraft()
        self.reading: NetworkReading | None = None
        self.is_running = False
        self.is_watched = False  # whether the form is on show
        jobs.told.connect(self._hear)
        jobs.ended.connect(self._end)

    def start(self, title: str, make: Callable[[], Operation[Any]]) -> None:
        """Start a look, or a conversion."""
        self._title, self.is_running = title, True
        self._jobs.start(title, make)

    def cancel(self) -> None:
        """End the work under way and keep nothing of it."""
        if self.is_running:
            self._jobs.cancel()

    @Slot(object)
    def _hear(self, event: Event) -> None:
        if self.is_running:
            if isinstance(event, Warned):
                self._messages.problem(event.text)
            self.told.emit(event)

    @Slot(str, object)
    def _end(self, title: str, outcome: Outcome) -> None:
        if not self.is_running or title != self._title:
            return
        self.is_running = False
        watched = self.is_watched
        self.ended.emit(outcome)
        if isinstance(outcome, Failed) and not watched:
            self._messages.failure(outcome.error, outcome.details)
        if isinstance(outcome, Succeeded):
            run: Run = outcome.result
            if watched or self._session.run is None:
                self._open(run)
            else:
                text = self.tr("'{title}' is done.").format(title=title)
                title = self.tr("See what changed") if is_converted(run) else self.tr("See its filters")
                self._messages.offer(text, Offer(title, partial(self._open, run)))

    def _open(self, run: Run) -> None:
        self._session.set_run(run)
        self._requests.page.emit("measure" if is_converted(run) else "filters")
