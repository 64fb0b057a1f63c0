"""The long lane: operations of the engine, drained on a thread of their own, one at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from app.core.job_result import Cancelled, Outcome, Succeeded, run_catching
from icnn_engine.core.errors import StoppedError
from icnn_engine.core.events import Event, FinishNow, Operation, Progress, StepDone

TELL_EVERY = 100  # ms: numbers change at most ten times a second


class RunnerState(Enum):
    """What a JobRunner is doing."""

    IDLE = auto()
    RUNNING = auto()
    PAUSED = auto()
    FINISHING = auto()
    STOPPING = auto()
    CANCELLING = auto()


class Mailbox:
    """Events on their way to the window: of several numbers of one kind only the latest is kept, order stays."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._events: list[Event] = []
        self._places: dict[Hashable, int] = {}

    def put(self, event: Event) -> None:
        """Leave an event (any thread)."""
        with self._lock:
            kind = _kind(event)
            if kind is None:
                self._places.clear()
            elif kind in self._places:
                self._events[self._places[kind]] = event
                return
            else:
                self._places[kind] = len(self._events)
            self._events.append(event)

    def take(self) -> list[Event]:
        """Everything that waits, oldest first."""
        with self._lock:
            events, self._events = self._events, []
            self._places.clear()
        return events


def _kind(event: Event) -> Hashable | None:
    """What may replace what; None for events that are never dropped."""
    match event:
        case StepDone(network=network):
            return StepDone, network
        case Progress(title=title):
            return Progress, title
        case _:
            return None


class Job(QThread):
    """Drains one operation in its own thread, which is also the thread that makes and closes it."""

    def __init__(self, make: Callable[[], Operation[Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mailbox = Mailbox()
        self.outcome: Outcome = Cancelled()
        self._make: Callable[[], Operation[Any]] | None = make
        self._turn = threading.Condition()
        self._paused = False
        self._cancelled = False
        self._stopped = False
        self._answer: FinishNow | None = None

    def run(self) -> None:
        """Drain the operation; runs in the worker thread."""
        drained = run_catching(self._drain)
        self.outcome = drained.result if isinstance(drained, Succeeded) else drained
        self._make = None

    def pause(self, paused: bool) -> None:
        """Stop pulling events, or go on."""
        with self._turn:
            self._paused = paused
            self._turn.notify_all()

    def finish_now(self) -> None:
        """Answer the next event with FinishNow; a paused job goes on to do so."""
        with self._turn:
            self._answer = FinishNow()
            self._paused = False
            self._turn.notify_all()

    def cancel(self) -> None:
        """Close the operation at its next event, even while paused."""
        with self._turn:
            self._cancelled = True
            self._turn.notify_all()

    def stop(self) -> None:
        """Stop the operation at its next event; what it keeps on its way stays."""
        with self._turn:
            self._stopped = True
            self._turn.notify_all()

    def _drain(self) -> Outcome:
        if self._make is None or self._cancelled:
            return Cancelled()
        operation = self._make()
        try:
            if not self._may_go_on():
                return Cancelled()
            event = next(operation)
            while True:
                self.mailbox.put(event)
                if not self._may_go_on():
                    return Cancelled()
                event = operation.throw(StoppedError()) if self._stopped else operation.send(self._take_answer())
        except StopIteration as end:
            return Succeeded(end.value)
        finally:
            operation.close()

    def _may_go_on(self) -> bool:
        with self._turn:
            self._turn.wait_for(lambda: self._cancelled or self._stopped or not self._paused)
            return not self._cancelled

    def _take_answer(self) -> FinishNow | None:
        with self._turn:
            answer, self._answer = self._answer, None
            return answer


class JobRunner(QObject):
    """A lane for long work: one job at a time, which can be paused, finished early or cancelled."""

    started = Signal(str)  # title
    told = Signal(object)  # an Event; numbers of one kind at most ten times a second, the rest always
    changed = Signal(object)  # State, at once when the user asks for something
    ended = Signal(str, object)  # title, Outcome

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._title = ""
        self._state = RunnerState.IDLE
        self._closed = False
        self._clock = QTimer(self, interval=TELL_EVERY)
        self._clock.timeout.connect(self._tell)

    @property
    def state(self) -> RunnerState:
        """What the lane is doing now."""
        return self._state

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    @property
    def paused(self) -> bool:
        """Whether the job is paused."""
        return self._state is RunnerState.PAUSED

    @property
    def title(self) -> str:
        """The title of the job under way, or of the last one."""
        return self._title

    def start(self, title: str, make: Callable[[], Operation[Any]]) -> None:
        """Start a job. `make` is called in the worker thread, so heavy imports belong inside it."""
        if self._closed:
            return
        if self._job is not None:
            raise RuntimeError(f"'{self._title}' is still under way")
        self._title = title
        self._job = Job(make, self)
        self._job.finished.connect(self._end)
        self._job.start()
        self._clock.start()
        self._become(RunnerState.RUNNING)
        self.started.emit(title)

    def pause(self) -> None:
        """Hold the job at its next event."""
        if self._job is not None and self._state is RunnerState.RUNNING:
            self._job.pause(True)
            self._become(RunnerState.PAUSED)

    def resume(self) -> None:
        """Go on after a pause."""
        if self._job is not None and self._state is RunnerState.PAUSED:
            self._job.pause(False)
            self._become(RunnerState.RUNNING)

    def finish_now(self) -> None:
        """End the job at the next safe point and keep its result."""
        if self._job is not None and self._state in (RunnerState.RUNNING, RunnerState.PAUSED):
            self._job.finish_now()
            self._become(RunnerState.FINISHING)

    def stop(self) -> None:
        """End the job at its next event; it fails with StoppedError, which says what was kept."""
        if self._job is not None and self._state not in (RunnerState.STOPPING, RunnerState.CANCELLING):
            self._job.stop()
            self._become(RunnerState.STOPPING)

    def cancel(self) -> None:
        """End the job at its next event and discard what it did."""
        if self._job is not None and self._state is not RunnerState.CANCELLING:
            self._job.cancel()
            self._become(RunnerState.CANCELLING)

    def shut_down(self) -> None:
        """Stop what is under way and wait for its thread; nothing is told and nothing begins any more."""
        self._closed = True
        if self._job is None:
            return
        job, self._job = self._job, None
        self._clock.stop()
        job.finished.disconnect(self._end)
        job.stop()
        job.wait()
        self._become(RunnerState.IDLE)

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
        self.ended.emit(self._title, job.outcome)

    def _become(self, state: RunnerState) -> None:
        if state is not self._state:
            self._state = state
            self.changed.emit(state)
