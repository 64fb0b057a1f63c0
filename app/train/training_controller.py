"""The training under way on the Train page: starts it, follows its events, and shows how it ends."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from app.core.context import Context
from app.core.engine import EngineState
from app.core.job_result import Cancelled, Failed, Succeeded
from app.core.jobs import RunnerState
from app.core.training_operations import CropSource
from app.style import theme
from app.train.epoch_history import EpochHistoryController
from app.train.live_gallery import Place
from app.train.training_card import left_words, step_titles
from app.train.training_progress import OverallProgress, Step, TrainingProgress
from app.train.training_view import TrainingView
from icnn_engine.core.annotations import Where
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.errors import StoppedError
from icnn_engine.core.events import EpochDone, Event, Operation, TrainingBegan, Warned
from icnn_engine.data import read_thumbnail
from icnn_engine.inspection.run_verdict import run_verdict
from icnn_engine.inspection.verdict_words import holding_sentence, verdict_sentences
from icnn_engine.training.estimate import Estimate

if TYPE_CHECKING:
    from pathlib import Path

    from icnn_engine.inspection.run_verdict import RunVerdict
    from icnn_engine.runs.run_folder import Run

CROP = "gallery"  # keys of the pool
CROP_SIDE = 200  # pixels: about as many as a crop has in the picture that is read for it
READ = "read"
PICTURE_SIDE = 168  # pixels of a picture that is being read
VERDICT = "training verdict"  # key of the lane
SHOWN_EVERY = 0.25  # seconds


class TrainingController(QObject):
    """Starts trainings and shows them in `view`, also one that began or ended before; `history` shows pinned pictures
    epoch by epoch."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._watch = context, context.training
        self._progress = TrainingProgress(1)
        self._shown_at = 0.0  # when the progress was shown last
        self._source: CropSource | None = None
        self.view = TrainingView(*_network_colours(theme.current_theme().colours))
        self.history = EpochHistoryController(context, self)
        self._card = self.view.training
        self._connect()

    def _connect(self) -> None:
        jobs, card, view = self._context.jobs, self._card, self.view
        self._watch.told.connect(self._show_event)
        self._watch.ended.connect(self._show_end)
        jobs.changed.connect(self.follow)
        theme.current_theme().changed.connect(self._recolour)
        view.gallery.wanted.connect(self._ask_crop)
        view.stream.wanted.connect(self._ask_picture)
        card.pause_wanted.connect(jobs.pause)
        card.resume_wanted.connect(jobs.resume)
        card.finish_wanted.connect(jobs.finish_now)
        card.stop_wanted.connect(jobs.stop)
        card.cancel_wanted.connect(jobs.cancel)
        view.result.parts_wanted.connect(partial(self._watch.open_run, "filters"))
        view.result.measure_wanted.connect(partial(self._watch.open_run, "measure"))
        self._context.settings.remember_fold(view.curves_section, "train/curves")
        self._context.settings.remember_fold(view.details_section, "train/details")

    def start(self, title: str, settings: TrainSettings, make: Callable[[], Operation[Any]], folder: Path) -> None:
        """Start a training with these settings on the pictures of a folder."""
        self._watch.start(title, settings, make, folder)
        self._begin()
        self.follow(self._context.jobs.state)

    def plan(self, expected: Estimate | None) -> None:
        """Take an estimate of the training under way."""
        if expected is not None:
            self._progress.plan(expected)

    def restore(self) -> None:
        """Show the training under way or the last one, which another page has shown before."""
        self._begin()
        for event in self._watch.events:
            self._show_event(event)
        self.view.gallery.show_latest()
        self.follow(self._context.jobs.state)
        if self._watch.outcome is not None:
            self._show_end()

    def _begin(self) -> None:
        watch = self._watch
        self._progress, self._source = TrainingProgress(watch.epochs), None
        self.history.begin(None)
        left_out = {Step.PROBING: not watch.has_probes, Step.FINDING: not watch.has_search}
        self.view.begin(watch.title, watch.epochs, [step for step in Step if not left_out.get(step)])
        self.view.take(self.history.panel)
        self._draw_curves()

    def _draw_curves(self) -> None:
        """Draw curves once the engine is loaded: importing pyqtgraph beside it would hold up both."""
        if self._context.engine.state is EngineState.READY:
            self.view.draw_curves()

    @Slot(object)
    def follow(self, state: RunnerState) -> None:
        """Show what the lane of jobs is doing."""
        mine = self._watch.is_running and state is not RunnerState.IDLE
        steerable = state in (RunnerState.RUNNING, RunnerState.PAUSED)
        if not steerable:
            self.view.take_focus_of_buttons()
        self._card.set_state(mine, state is RunnerState.PAUSED, steerable)
        self._progress.hold(state is RunnerState.PAUSED)
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
        progress = self._progress.of(event)
        if progress is not None:
            self._show_progress(progress)
        match event:
            case TrainingBegan(epoch=done):
                self._source = CropSource(event.paths, event.geometry)
                self.history.begin(self._source)
                self._card.set_learned(done > 0)
            case Warned(text):
                self._context.messages.problem(text)
            case EpochDone(glimpses=glimpses):
                self.view.tell(event)
                self.history.add(glimpses)
            case _:
                self.view.tell(event)

    def _show_progress(self, progress: OverallProgress) -> None:
        """Tell the progress a few times a second; the card shows it only to somebody who looks: painting takes time."""
        now = time.monotonic()
        if now - self._shown_at < SHOWN_EVERY:
            return
        self._shown_at = now
        if self._watch.is_running:
            self._watch.progressed.emit(progress.share, step_titles()[progress.step][0], left_words(progress.left))
        if not self.view.isVisible():
            return
        self._card.show_bar(progress.share)
        if self._context.jobs.state is RunnerState.RUNNING:
            self._card.show_progress(progress)

    @Slot()
    def _show_end(self) -> None:
        outcome = self._watch.outcome
        self.view.end()
        self._card.set_state(False, False, False)
        self._card.offer_again(isinstance(outcome, Failed) and not isinstance(outcome.error, StoppedError))
        match outcome:
            case Succeeded(run):
                self.view.show_result((holding_sentence(run.filters),), run.short_name)
                self._context.lane.ask(VERDICT, partial(run_verdict, run), partial(self._show_verdict, run))
            case Failed(StoppedError() as stop):
                kept = self.tr("What was learned is kept: go on with it from the Runs page.")
                self._card.say(self.tr("Stopped"), kept if str(stop) else self.tr("Nothing was learned yet."))
            case Failed():
                self._card.say(
                    self.tr("The training stopped"),
                    self.tr("The message above says why. Change the settings, then try again."),
                )
            case Cancelled():
                self._card.say(self.tr("Cancelled"), self.tr("Nothing was kept."))

    def _show_verdict(self, run: Run, verdict: RunVerdict) -> None:
        """Show the gain, its price and the parts of a run, as every page says them."""
        if self._watch.run is run:
            told, lost = verdict_sentences(verdict), verdict.loses
            sentences = (told.gain, "" if lost else told.price, told.parts, told.few)
            self.view.show_result(tuple(filter(None, sentences)), run.short_name, told.price if lost else "")

    @Slot(object)
    def _ask_picture(self, where: Where) -> None:
        work = partial(read_thumbnail, where, PICTURE_SIDE)
        self._context.pool.ask((READ, where), work, self.view.stream.set_image)

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
