"""The queue of exports: one job after the other, cancellable, each told how far it is."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.job_result import Failed
from app.core.lanes import Lane
from app.core.messages import error_text
from app.widgets.export_list import ExportEntry, ExportState
from icnn_engine.core.events import Event, Operation, Progress

KEY = "export"  # in the lane


@dataclass(frozen=True, eq=False)
class ExportJob:
    """Something to write: where to, what it is called, the operation that writes it, and the command that would.

    `told`: what to say of what the operation returned, where there is more to say than that it is done.
    """

    path: Path
    title: str
    make: Callable[[], Operation[Any]]
    command: str = ""
    told: Callable[[Any], str] | None = None


@dataclass(frozen=True, eq=False)
class _Ended:
    """An operation has come to its end."""

    result: Any


class ExportQueue(QObject):
    """Writes jobs one after the other, a step at a time, so that the lane stays free for others in between."""

    changed = Signal(object)  # Entry
    failed = Signal(object)  # Failed

    def __init__(self, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._jobs: dict[Path, ExportJob] = {}
        self.entries: dict[Path, ExportEntry] = {}
        self._waiting: deque[ExportJob] = deque()
        self._job: ExportJob | None = None
        self._operation: Operation[Any] | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._job is not None

    def add(self, job: ExportJob) -> None:
        """Write it when its turn comes; what waits already to write the same file is not written twice."""
        if self._job is not None and self._job.path == job.path:
            return
        self._waiting = deque([*(other for other in self._waiting if other.path != job.path), job])
        self._jobs[job.path] = job
        self._tell(job, ExportState.WAITING, self.tr("Waiting"))
        if not self.busy:
            self._begin()

    def cancel(self, path: Path) -> None:
        """Write this no more; whole files that are there already stay."""
        job = self._jobs.get(path)
        if job is None:
            return
        if job in self._waiting:
            self._waiting.remove(job)
            self._tell(job, ExportState.CANCELLED, self.tr("Cancelled before it began"))
        elif job is self._job and self._operation is not None:
            end = self._operation.close  # in the thread that advances it, after the step that is being made
            self._operation = None
            self._lane.ask(KEY, end, lambda _none: self._cancelled(job), partial(self._fail, job))

    def retry(self, path: Path) -> None:
        """Write again what failed or was cancelled."""
        if (job := self._jobs.get(path)) is not None:
            self.add(job)

    def forget_ended(self) -> None:
        """Forget what is not waiting or being written; the files stay."""
        for path, entry in list(self.entries.items()):
            if entry.state.ended:
                del self.entries[path], self._jobs[path]

    def _begin(self) -> None:
        self._job = self._waiting.popleft() if self._waiting else None
        if self._job is not None:
            self._tell(self._job, ExportState.RUNNING, self.tr("Being written…"))
            self._operation = self._job.make()
            self._step(self._job, self._operation)

    def _step(self, job: ExportJob, operation: Operation[Any]) -> None:
        work = partial(_advance, operation)
        self._lane.ask(KEY, work, partial(self._stepped, job, operation), partial(self._fail, job))

    def _stepped(self, job: ExportJob, operation: Operation[Any], event: Event | _Ended) -> None:
        match event:
            case _Ended(result):
                more = job.told(result) if job.told is not None else str(job.path.parent)
                self._end(job, ExportState.DONE, self.tr("Done · {more}").format(more=more))
                return
            case Progress(_title, done, total) if total > 1:
                words = self.tr("Being written: {done} of {total}").format(done=done, total=total)
                self._tell(job, ExportState.RUNNING, words)
        self._step(job, operation)

    def _cancelled(self, job: ExportJob) -> None:
        self._end(job, ExportState.CANCELLED, self.tr("Cancelled; whole files that were written stay"))

    def _fail(self, job: ExportJob, failure: Failed) -> None:
        self._end(job, ExportState.FAILED, self.tr("Failed: {reason}").format(reason=error_text(failure.error)))
        self.failed.emit(failure)

    def _end(self, job: ExportJob, state: ExportState, words: str) -> None:
        """Begin the next one first: who hears of the end finds the queue as it is then."""
        self._begin()
        self._tell(job, state, words)

    def _tell(self, job: ExportJob, state: ExportState, words: str) -> None:
        entry = ExportEntry(job.path, job.title, state, words, job.command)
        self.entries[job.path] = entry
        self.changed.emit(entry)


def _advance(operation: Operation[Any]) -> Event | _Ended:
    """The next event of an operation; runs in the lane."""
    try:
        return next(operation)
    except StopIteration as stop:
        return _Ended(stop.value)
