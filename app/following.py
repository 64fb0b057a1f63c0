"""Progress in the status bar."""

from __future__ import annotations

from app.jobs import JobRunner
from app.widgets.frame import JobStrip
from app.widgets.pace import Pace
from icnn_engine.events import Event


class Follower:
    """Shows the progress of a lane of jobs in the status bar."""

    def __init__(self, runner: JobRunner, strip: JobStrip) -> None:
        self._strip = strip
        self._pace = Pace()
        runner.started.connect(self._begin)
        runner.told.connect(self._tell)
        runner.ended.connect(lambda *_: strip.hide())

    def _begin(self, title: str) -> None:
        self._pace = Pace()
        self._strip.show_title(title)

    def _tell(self, event: Event) -> None:
        if (stage := self._pace.of(event)) is not None:
            self._strip.show_stage(stage)
