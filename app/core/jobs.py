"""Long work, such as a training: one operation of the engine at a time, in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from app.core.job_result import Cancelled, Outcome, Succeeded, run_catching
from icnn_engine.core.errors import StoppedError
from icnn_engine.core.events import Event, FinishNow, Operation, PicturesRead, Progress, StepDone

TELL_EVERY = 200  # ms: numbers change at most five times a second, for each time takes from the training


class RunnerState(Enum):
    """What a JobRunner is doing."""

    IDLE = auto()
    RUNNING = auto()
    PAUSED = auto()
    FINISHING = auto()
    STOPPING = auto()
    CANCELLING = auto()


class Mailbox:
    """Events on their way to the window, in order. Of several numbers of one kind only the latest is kept."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._events: dict[Hashable, Event] = {}
        self._fixed = 0  # events that are never dropped; a number never moves across one of them

    def put(self, event: Event) -> None:
        """Add an event (any thread)."""
        with self._lock:
            kind = _kind(event)
            if kind is None:
                self._fixed += 1
            self._events[self._fixed, kind] = event

    def take(self) -> list[Event]:
        """Return and remove all events, oldest first."""
        with self._lock:
            events, self._events = self._events, {}
        return list(events.values())


def _kind(event: Event) -> Hashable | None:
    """Return what a later event must share to replace this one; None for events that are never dropped."""
    match event:
        case PicturesRead():
            return PicturesRead
        case StepDone(network=network):
            return StepDone, network
        case Progress(title=title):
            return Progress, title
    return None


class Job(QThread):
    """A thread that makes one operation, pulls its events and closes it."""

    def __init__(self, make: Callable[[], Operation[Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mailbox = Mailbox()
        self.outcome: Outcome = Cancelled()
        self._make = make
        self._state = RunnerState.RUNNING
        self._wake = threading.Condition()

    def set_state(self, state: RunnerState) -> None:
        """Ask the operation to pause, run, finish, stop or be cancelled at its next event (any thread)."""
        with self._wake:
            self._state = state
            self._wake.notify_all()

    def run(self) -> None:
        """Run the operation to its end; the worker thread calls this."""
        drained = run_catching(self._drain)
        self.outcome = drained.result if isinstance(drained, Succeeded) else drained

    def _drain(self) -> Outcome:
        if self._state is RunnerState.CANCELLING:
            return Cancelled()
        operation, is_finishing = self._make(), False
        try:
            if self._wait_for_turn() is RunnerState.CANCELLING:
                return Cancelled()
            event = next(operation)
            while True:
                self.mailbox.put(event)
                match self._wait_for_turn():
                    case RunnerState.CANCELLING:
                        return Cancelled()
                    case RunnerState.STOPPING:
                        event = operation.throw(StoppedError())
                    case RunnerState.FINISHING if not is_finishing:  # answered once: the next stage may go on
                        is_finishing = True
                        event = operation.send(FinishNow())
                    case _:
                        event = next(operation)
        except StopIteration as end:
            return Succeeded(end.value)
        finally:
            operation.close()

    def _wait_for_turn(self) -> RunnerState:
        """Wait while the job is paused, and return the state asked for."""
        with self._wake:
            self._wake.wait_for(lambda: self._state is not RunnerState.PAUSED)
            return self._state


class JobRunner(QObject):
    """Runs one job at a time, which can be paused, finished early, stopped or cancelled."""

    started = Signal(str)  # title
    told = Signal(object)  # an Event; numbers of one kind at most five times a second, the rest always
    changed = Signal(object)  # RunnerState, at once when the user asks for something
    ended = Signal(str, object)  # title, Outcome

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = RunnerState.IDLE
        self.title = ""  # of the job under way, or of the last one
        self._job: Job | None = None
        self._closed = False
        self._clock = QTimer(self, interval=TELL_EVERY)
        self._clock.timeout.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    def start(self, title: str, make: Callable[[], Operation[Any]]) -> None:
        """Start a job. `make` is called in the worker thread, so heavy imports belong inside it."""
        if self._closed:
            return
        if self._job is not None:
            raise RuntimeError(f"'{self.title}' is still under way")
        self.title = title
        self._job = Job(make, self)
        self._job.finished.connect(self._end)
        self._job.start()
        self._clock.start()
        self._become(RunnerState.RUNNING)
        self.started.emit(title)

    def pause(self) -> None:
        """Hold the job at its next event."""
        self._ask(RunnerState.PAUSED, RunnerState.RUNNING)

    def resume(self) -> None:
        """Go on after a pause."""
        self._ask(RunnerState.RUNNING, RunnerState.PAUSED)

    def finish_now(self) -> None:
        """End the job at the next safe point and keep its result."""
        self._ask(RunnerState.FINISHING, RunnerState.RUNNING, RunnerState.PAUSED)

    def stop(self) -> None:
        """End the job at its next event; it fails with StoppedError, which says what was kept."""
        self._ask(RunnerState.STOPPING, RunnerState.RUNNING, RunnerState.PAUSED, RunnerState.FINISHING)

    def cancel(self) -> None:
        """End the job at its next event and discard what it did."""
        states = RunnerState.RUNNING, RunnerState.PAUSED, RunnerState.FINISHING, RunnerState.STOPPING
        self._ask(RunnerState.CANCELLING, *states)

    def shut_down(self) -> None:
        """Stop the job under way and wait for its thread. No signal of a job is emitted afterwards."""
        self._closed = True
        if self._job is None:
            return
        job, self._job = self._job, None
        self._clock.stop()
        job.finished.disconnect(self._end)
        if self.state is not RunnerState.CANCELLING:
            job.set_state(RunnerState.STOPPING)
        job.wait()
        self._become(RunnerState.IDLE)

    def _ask(self, state: RunnerState, *possible: RunnerState) -> None:
        """Change to another state from one of the possible ones."""
        if self._job is not None and self.state in possible:
            self._job.set_state(state)
            self._become(state)

    @Slot()
    def _tell(self) -> None:
        if self._job is not None:
            for event in self._job.mailbox.take():
                self.told.emit(event)

    @Slot()
    def _end(self) -> None:
        if self._job is None:
            return
        self._tell()
        self._clock.stop()
        job, self._job = self._job, None
        job.wait()
        job.deleteLater()
        self._become(RunnerState.IDLE)
        self.ended.emit(self.title, job.outcome)

    def _become(self, state: RunnerState) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit(state)
