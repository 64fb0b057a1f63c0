"""Judging a run of an earlier version by today's tests: wires the note on the Measure page to the jobs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.annotation.table_storage import open_table
from app.core.context import Context
from app.core.engine import Engine
from app.core.job_result import Cancelled, Failed, Outcome, Succeeded
from app.core.jobs import RunnerState
from app.measure.judge_bar import JudgeBar
from app.measure.landmarks.landmark_table import LANDMARK_TABLE
from app.widgets.measures.holding_words import holding_text
from icnn_engine.core.events import Event, Operation, Progress, Warned
from icnn_engine.data import LANDMARKS
from icnn_engine.data.tables.own_tables import own_path

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run


class JudgeController(QObject):
    """Shows the note for a run that was not judged, and judges one run at a time, whatever run is open."""

    judged = Signal(object, object)  # the run as it was, and as it is now

    def __init__(self, context: Context, bar: JudgeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self.bar = context, bar
        self._open: Run | None = None
        self._run: Run | None = None  # being judged
        self._title = ""
        for signal, slot in (
            (bar.judge_wanted, self.begin),
            (bar.cancel_wanted, context.jobs.cancel),
            (context.jobs.told, self._show_event),
            (context.jobs.changed, self._follow),
            (context.jobs.ended, self._end),
        ):
            signal.connect(slot)

    def show(self, run: Run | None) -> None:
        """Show the note for the open run, if it was not judged."""
        self._open = run
        self.bar.setVisible(run is not None and not run.judged)
        self._follow(self._context.jobs.state)

    @Slot()
    def begin(self) -> None:
        """Judge the open run."""
        run = self._open
        if run is not None and not run.judged and not self._context.jobs.busy:
            self._run, self._title = run, self.tr("Judging {name}").format(name=run.short_name)
            self._context.jobs.start(self._title, partial(judge_when_ready, self._context.engine, run))

    @Slot(object)
    def _follow(self, state: RunnerState) -> None:
        if state is RunnerState.IDLE:
            self.bar.show_idle("", True)
        elif self._run is None:
            self.bar.show_idle(self.tr("It can start when the work under way has ended."), False)
        elif state is RunnerState.CANCELLING:
            self.bar.show_busy(self.tr("Cancelling…"))
        elif self._judges_open_run():
            self.bar.show_busy(self.tr("Waiting for the engine…"))
        else:
            self.bar.show_idle(self.tr("Another run is being judged."), False)

    def _judges_open_run(self) -> bool:
        return self._run is not None and self._open is not None and self._open.path == self._run.path

    @Slot(object)
    def _show_event(self, event: Event) -> None:
        if not self._judges_open_run():
            return
        match event:
            case Progress(_title, done, total) if self._context.jobs.state is RunnerState.RUNNING:
                self.bar.show_busy(self.tr("Testing the filters on the run's pictures…"), done, total)
            case Warned(text):
                self._context.messages.problem(text)

    @Slot(str, object)
    def _end(self, title: str, outcome: Outcome) -> None:
        run = self._run
        if run is None or title != self._title:
            return
        self._run = None
        self._follow(self._context.jobs.state)
        match outcome:
            case Succeeded(new):
                self.judged.emit(run, new)
                self._context.messages.note(holding_text(new.filters))
            case Failed(error, details):
                self._context.messages.failure(error, details)
            case Cancelled():
                self._context.messages.note(self.tr("Cancelled; the run stays as it was."))


def judge_when_ready(engine: Engine, run: Run) -> Operation[Run]:
    """Judge a run and measure it again. Called on the worker thread, which waits until the engine is loaded."""
    engine.wait()
    from icnn_engine.evaluation.measure import measure
    from icnn_engine.experiment.judge_run import rejudge_run

    new = yield from rejudge_run(run)
    return replace(new, table=(yield from measure(new, _own_marks(run))))


def _own_marks(run: Run) -> Path | None:
    """Return the file of landmarks if it lies outside of the folder of pictures, else None: `measure` finds those
    inside and those of a data set's publishers by itself."""
    opened = open_table(LANDMARK_TABLE, run.images, {picture.name for picture in run.pictures})
    return opened.path if opened.path == own_path(run.images, LANDMARKS) and not opened.damage else None
