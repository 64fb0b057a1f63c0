"""The queue of exports: jobs are written one after the other and can be cancelled."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.job_result import Failed, Succeeded
from app.core.lanes import Lane
from app.core.messages import error_text
from app.widgets.export_list import ExportEntry, ExportState
from icnn_engine.core.events import Event, Operation, Progress

KEY = "export"  # in the lane


@dataclass(frozen=True, eq=False)
class ExportJob:
    """A file or folder to write."""

    path: Path
    title: str
    make: Callable[[], Operation[Any]]  # returns the operation that writes it
    command: str = ""  # the command that would write the same
    told: Callable[[Any], str] | None = None  # words for the operation's result; the folder is named without them


class ExportQueue(QObject):
    """Writes jobs one after the other. Each step is a request of the lane, so that others get their turn."""

    changed = Signal(object)  # ExportEntry
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
        """Write a job when its turn comes, instead of a waiting one that writes the same file."""
        if self._job is not None and self._job.path == job.path:
            return
        self._waiting = deque([*(other for other in self._waiting if other.path != job.path), job])
        self._jobs[job.path] = job
        self._show(job, ExportState.WAITING, self.tr("Waiting"))
        if not self.busy:
            self._begin()

    def cancel(self, path: Path) -> None:
        """Cancel the job of a path; files that are whole already stay."""
        job = self._jobs[path]
        if job in self._waiting:
            self._waiting.remove(job)
            self._show(job, ExportState.CANCELLED, self.tr("Cancelled before it began"))
        elif job is self._job and self._operation is not None:
            close, self._operation = self._operation.close, None
            words = self.tr("Cancelled; whole files that were written stay")
            # The thread closes the operation after the step under way.
            self._lane.ask(
                KEY, close, lambda _none: self._end(job, ExportState.CANCELLED, words), partial(self._fail, job)
            )

    def retry(self, path: Path) -> None:
        """Write a failed or cancelled job again."""
        self.add(self._jobs[path])

    def forget_ended(self) -> None:
        """Forget the jobs that have ended; their files stay."""
        for path, entry in list(self.entries.items()):
            if entry.state.ended:
                del self.entries[path], self._jobs[path]

    def _begin(self) -> None:
        self._job = self._waiting.popleft() if self._waiting else None
        if self._job is not None:
            self._show(self._job, ExportState.RUNNING, self.tr("Being written…"))
            self._operation = self._job.make()
            self._step(self._job, self._operation)

    def _step(self, job: ExportJob, operation: Operation[Any]) -> None:
        work = partial(_advance, operation)
        self._lane.ask(KEY, work, partial(self._stepped, job, operation), partial(self._fail, job))

    def _stepped(self, job: ExportJob, operation: Operation[Any], event: Event | Succeeded) -> None:
        match event:
            case Succeeded(result):
                more = job.told(result) if job.told is not None else str(job.path.parent)
                self._end(job, ExportState.DONE, self.tr("Done · {more}").format(more=more))
                return
            case Progress(_title, done, total) if total > 1:
                words = self.tr("Being written: {done} of {total}").format(done=done, total=total)
                self._show(job, ExportState.RUNNING, words)
        self._step(job, operation)

    def _fail(self, job: ExportJob, failure: Failed) -> None:
        self._end(job, ExportState.FAILED, self.tr("Failed: {reason}").format(reason=error_text(failure.error)))
        self.failed.emit(failure)

    def _end(self, job: ExportJob, state: ExportState, words: str) -> None:
        """Begin the next job first, so that a listener to the end finds the queue as it is then."""
        self._begin()
        self._show(job, state, words)

    def _show(self, job: ExportJob, state: ExportState, words: str) -> None:
        self.entries[job.path] = ExportEntry(job.path, job.title, state, words, job.command)
        self.changed.emit(self.entries[job.path])


def _advance(operation: Operation[Any]) -> Event | Succeeded:
    """Return the next event of an operation, or its result at its end; runs in the lane."""
    try:
        return next(operation)
    except StopIteration as stop:
        return Succeeded(stop.value)
