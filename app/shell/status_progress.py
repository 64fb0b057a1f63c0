"""Progress in the status bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.core.jobs import JobRunner
from app.shell.window_chrome import JobStrip
from app.widgets.progress import ProgressTracker
from icnn_engine.core.events import Event


class StatusProgress(QObject):
    """Shows the progress of a lane of jobs in the status bar."""

    def __init__(self, runner: JobRunner, strip: JobStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._strip = strip
        self._pace = ProgressTracker()
        runner.started.connect(self._begin)
        runner.told.connect(self._tell)
        runner.ended.connect(strip.hide)
        if runner.busy:
            self._begin(runner.title)

    @Slot(str)
    def _begin(self, title: str) -> None:
        self._pace = ProgressTracker()
        self._strip.show_title(title)

    @Slot(object)
    def _tell(self, event: Event) -> None:
        if (stage := self._pace.of(event)) is not None:
            self._strip.show_stage(stage)
