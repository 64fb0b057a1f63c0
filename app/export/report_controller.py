"""Keep title and note of the report with its run, and ask once for the names of its parts."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.core.context import Context
from icnn_engine.report.frame import ReportFrame, read_frame, write_frame
from icnn_engine.runs.notes import nameless_parts

if TYPE_CHECKING:
    from app.export.export_form import ExportForm
    from icnn_engine.runs.run_folder import Run

READ, WRITE = "report texts", "report texts of {run}"  # keys in the lane: what is written for a run is never dropped


class ReportController(QObject):
    """Fills the form of the report for the run that is open."""

    changed = Signal()  # by the user: the report would look otherwise, or is being looked at
    write_wanted = Signal()  # and its parts have names, or the user goes without
    loaded = Signal()  # title and note of another run are there

    def __init__(self, context: Context, form: ExportForm) -> None:
        super().__init__(form)
        self._context, self._form = context, form
        self._run: Run | None = None
        self._asked: set[Path] = set()  # runs whose missing names were asked for
        form.report.changed.connect(self.changed)
        form.report.pointed.connect(self.changed)
        form.report.write_wanted.connect(self._begin)
        form.report.question.write_wanted.connect(self._write)
        form.report.written.connect(self._keep)
        form.report.question.name_wanted.connect(self._name_parts)

    def show(self, run: Run | None) -> None:
        """Show the texts kept with another run."""
        if run is self._run:
            return
        self._form.report.finish()
        self._form.report.question.hide()
        self._run = run
        self._form.report.set_frame(ReportFrame())
        if run is not None:
            self._context.files.ask(READ, partial(read_frame, run.path), partial(self._show_frame, run))

    def _show_frame(self, run: Run, frame: ReportFrame) -> None:
        if run is self._run:
            self._form.report.set_frame(frame)
            self.loaded.emit()

    @Slot(object)
    def _keep(self, frame: ReportFrame) -> None:
        if self._run is not None:
            key = WRITE.format(run=self._run.path)
            self._context.files.ask(key, partial(write_frame, self._run.path, frame), _done, kept=True)
            self.changed.emit()

    @Slot()
    def _begin(self) -> None:
        self.changed.emit()
        if not self._ask_for_names():
            self._write()

    @Slot()
    def _write(self) -> None:
        self._form.report.question.hide()
        self.write_wanted.emit()

    def _ask_for_names(self) -> bool:
        """Ask, once for each run, whether its parts are to be named first; return whether the answer is awaited."""
        if self._run is None or self._run.path in self._asked:
            return False
        nameless = nameless_parts(self._run.filters, self._context.notes.remarks)
        if nameless:
            self._asked.add(self._run.path)
            self._form.report.ask(nameless)
        return nameless > 0

    @Slot()
    def _name_parts(self) -> None:
        self._form.report.question.hide()
        self._context.requests.page.emit("filters")
        self._context.requests.name_parts.emit()


def _done(_none: None) -> None:
    pass
