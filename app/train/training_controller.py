"""The training under way on the Train page: starts it, follows its events, and shows how it ends."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from app.core.context import Context
from app.core.engine import EngineState
from app.core.job_result import Cancelled, Failed, Outcome, Succeeded
from app.core.jobs import RunnerState
from app.core.training_operations import CropSource
from app.style import theme
from app.train.epoch_history import EpochHistoryController
from app.train.live_gallery import Place
from app.train.training_view import TrainingView
from app.widgets.measures.holding_words import holding_text
from app.widgets.progress import ProgressTracker
from icnn_engine.core.errors import StoppedError
from icnn_engine.core.events import EpochDone, Event, Operation, TrainingBegan, Warned

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

CROP = "gallery"  # keys of the pool
CROP_SIDE = 168  # pixels: sharp at 200 %


class TrainingController(QObject):
    """Starts trainings on the long lane and shows them in `view`; `history` shows pinned pictures epoch by epoch."""

    succeeded = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._title = ""  # of the training under way, empty while there is none
        self._progress = ProgressTracker()
        self._source: CropSource | None = None
        self.view = TrainingView(*_network_colours(theme.current_theme().colours))
        self.history = EpochHistoryController(context, self)
        self._card = self.view.training
        self._connect()

    def _connect(self) -> None:
        jobs, card, requests = self._context.jobs, self._card, self._context.requests
        jobs.told.connect(self._show_event)
        jobs.changed.connect(self.follow)
        jobs.ended.connect(self._end)
        theme.current_theme().changed.connect(self._recolour)
        self.view.gallery.wanted.connect(self._ask_crop)
        card.pause_wanted.connect(jobs.pause)
        card.resume_wanted.connect(jobs.resume)
        card.finish_wanted.connect(jobs.finish_now)
        card.stop_wanted.connect(jobs.stop)
        card.cancel_wanted.connect(jobs.cancel)
        card.filters_wanted.connect(partial(requests.page.emit, "filters"))
        card.measure_wanted.connect(partial(requests.page.emit, "measure"))

    def start(self, title: str, epochs: int, make: Callable[[], Operation[Any]]) -> None:
        """Start a training of so many epochs."""
        self._title, self._progress, self._source = title, ProgressTracker(epochs), None
        self.history.begin(None)
        self.view.begin(title, epochs)
        self.view.take(self.history.panel)
        self._draw_curves()
        self._context.jobs.start(title, make)

    def _draw_curves(self) -> None:
        """Draw curves once the engine is loaded: importing pyqtgraph beside it would hold up both."""
        if self._context.engine.state is EngineState.READY:
            self.view.draw_curves()

    @Slot(object)
    def follow(self, state: RunnerState) -> None:
        """Show what the lane of jobs is doing."""
        mine = bool(self._title) and state is not RunnerState.IDLE
        steerable = state in (RunnerState.RUNNING, RunnerState.PAUSED)
        self._card.set_state(mine, state is RunnerState.PAUSED, steerable)
        if not mine:
            return
        match state:
            case RunnerState.PAUSED:
                self._card.say(self.tr("Paused"), self.tr("It goes on where it stopped."))
            case RunnerState.FINISHING:
                self._card.say(self.tr("Finishing…"), self.tr("After this epoch everything is kept and measured."))
            case RunnerState.STOPPING:
                self._card.say(self.tr("Stopping…"), self.tr("What was learned at the last checkpoint stays."))
            case RunnerState.CANCELLING:
                self._card.say(self.tr("Cancelling…"), self.tr("It stops after the step under way."))
            case RunnerState.RUNNING if self._context.engine.state is not EngineState.READY:
                self._card.say(self.tr("Waiting for the engine…"), self.tr("It is being loaded."))
            case RunnerState.RUNNING:
                self._draw_curves()

    @Slot(object)
    def _show_event(self, event: Event) -> None:
        if not self._title:
            return
        stage = self._progress.of(event)
        if stage is not None and self._context.jobs.state is RunnerState.RUNNING:
            self._card.show_stage(stage)
        match event:
            case TrainingBegan():
                self._source = CropSource(event.paths, event.geometry)
                self.history.begin(self._source)
            case Warned(text):
                self._context.messages.problem(text)
            case EpochDone(glimpses=glimpses):
                self.view.tell(event)
                self.history.add(glimpses)
            case _:
                self.view.tell(event)

    @Slot(str, object)
    def _end(self, title: str, outcome: Outcome) -> None:
        if not self._title or title != self._title:
            return
        self._title = ""
        self.view.end()
        self._card.offer(isinstance(outcome, Succeeded))
        self._card.offer_again(isinstance(outcome, Failed))
        self._card.set_state(False, False, False)
        match outcome:
            case Succeeded(run):
                self._finish(run)
                self.succeeded.emit()
            case Failed(StoppedError() as stop):
                self._card.offer_again(False)
                kept = self.tr("What was learned is kept: go on with it from the Runs page.")
                self._card.say(self.tr("Stopped"), kept if str(stop) else self.tr("Nothing was learned yet."))
            case Failed(error, details):
                self._card.say(
                    self.tr("The training stopped"),
                    self.tr("The message above says why. Change the settings, then try again."),
                )
                self._context.messages.failure(error, details)
            case Cancelled():
                self._card.say(self.tr("Cancelled"), self.tr("Nothing was kept."))

    def _finish(self, run: Run) -> None:
        self._context.session.set_run(run)
        kept = self.tr("Kept as {name}.").format(name=run.name)
        self._card.say(self.tr("Done"), f"{holding_text(run.filters)} {kept}")
        self._context.messages.note(self.tr("The training is done."))

    @Slot(object)
    def _ask_crop(self, place: Place) -> None:
        if self._source is not None:
            work = partial(self._source.crop, *place, CROP_SIDE)
            self._context.pool.ask((CROP, place), work, partial(self.view.gallery.set_crop, place))

    @Slot(object)
    def _recolour(self, colours: theme.Colours) -> None:
        self.view.set_colours(*_network_colours(colours))


def _network_colours(colours: theme.Colours) -> tuple[str, str, str]:
    return colours.interpretable, colours.twin, colours.cam
