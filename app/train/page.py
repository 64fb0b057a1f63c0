"""The Train page: the settings as a form; while it trains, the parts so far, and what steers it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.core.context import Context
from app.core.engine import EngineState
from app.core.jobs import RunnerState
from app.core.settings import runs_folder
from app.core.training_operations import (
    computers_here,
    resume,
    stopped_run,
    train,
    training_estimate,
)
from app.style.stylesheet import LARGE, SMALL, WIDE
from app.train.plan_controller import PlanController
from app.train.training_controller import TrainingController
from app.widgets.common import Button, column
from app.widgets.empty_state import EmptyState
from app.widgets.layouts.views import ViewStack
from app.widgets.wording import plain_text
from icnn_engine.core.annotations import CheckUp, Folder
from icnn_engine.core.config import ALL, TrainSettings
from icnn_engine.core.errors import RunError
from icnn_engine.core.events import Operation
from icnn_engine.runs.interrupted_training import read_resume_state
from icnn_engine.runs.new_run_folder import short_run_name

if TYPE_CHECKING:
    from app.widgets.training_curves.curves import CurvesCard

LIVE = 1  # at the right: the training under way, or the last one
LEAST = 240  # points of width of a training
NARROW = 860  # points of width: with fewer nothing that is only an invitation stands beside the form


class TrainPage(QWidget):
    """Starts a training on the session's folder and shows it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._is_form_wanted = False  # instead of the result, where there is room for one of them
        self._stopped: Path | None = None  # the run of a training that was interrupted
        self._started: tuple[Folder | CheckUp | Path, TrainSettings] | None = None  # what is trained, to be estimated
        self.plan = PlanController(context, lambda: runs_folder(), self)
        self.form, self.start = self.plan.form, self.plan.start
        self.controller = TrainingController(context, self)
        self.live, self.history = self.controller.view, self.controller.history
        self.training, self.gallery = self.live.training, self.live.gallery
        self._whole = ViewStack()
        self._right = ViewStack()
        self._whole.addWidget(self._build_empty())
        self._whole.addWidget(self._build_work())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._whole)
        self._connect()
        self._show_folder(context.session.folder)
        if context.training.title:
            self._right.setCurrentIndex(LIVE)
            self.controller.restore()

    @property
    def curves(self) -> dict[str, CurvesCard]:
        """The plots, by name; none before the first training."""
        return self.live.curves

    @property
    def is_empty(self) -> bool:
        """Whether there is no folder to train on."""
        return self._whole.currentIndex() == 0

    def keys(self) -> list[tuple[str, str]]:
        """For the sheet of keys."""
        return [
            (self.tr("Left, Right"), self.tr("Read the curves one epoch earlier or later, where one has the keyboard")),
            (self.tr("Esc"), self.tr("Stop reading the curves")),
            (self.tr("Left, Right, Home, End"), self.tr("Go through the epochs of the pinned pictures, on the slider")),
        ]

    # What the page is made of

    def _build_empty(self) -> QWidget:
        wish = self._context.requests.action.emit
        return EmptyState(
            "train",
            self.tr("Nothing to train on yet"),
            self.tr("Open a folder with pictures of something: its parts will be found without marking any."),
            Button(self.tr("Open folder…"), "primary", "folder", lambda: wish("open_folder")),
            Button(self.tr("Try the sample"), "", "sample", lambda: wish("try_sample")),
        )

    def _build_work(self) -> QWidget:
        whole = QWidget()
        layout = QHBoxLayout(whole)
        layout.setContentsMargins(WIDE, SMALL, WIDE, LARGE)
        layout.setSpacing(LARGE)
        layout.addWidget(self.plan.card)
        layout.addWidget(self._right, 1)
        self._right.setMinimumWidth(LEAST)  # not that of the invitation, which is hidden where there is no room for it
        self._right.addWidget(self._build_ready())
        self._right.addWidget(self.live)
        return whole

    def _build_ready(self) -> QWidget:
        told = self.tr("A training was interrupted: go on where it stopped")
        self.interrupted = Button(told, "", "play", self._go_on_with_offered)
        self.interrupted.setToolTip(told)
        self.interrupted.hide()
        words = EmptyState(
            "train",
            self.tr("Ready when you are"),
            self.tr(
                "Three networks will learn from the same pictures: one whose filters answer to one part each, its "
                "ordinary twin, and one for CAM. You can watch the parts sharpen, pause, or finish early."
            ),
            self.interrupted,
        )
        ready = QWidget()
        ready.setLayout(column(words, self.history.panel, spacing=LARGE))
        return ready

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._context.training.is_watched = True
        self._context.files.ask("interrupted", partial(stopped_run, runs_folder()), self._offer_to_go_on)
        self._ask_computers()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._context.training.is_watched = False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give the whole width to a training under way; where there is little width, to a result or to the form."""
        training, narrow = self._context.training, self.width() < NARROW
        is_result = self._right.currentIndex() == LIVE and training.run is not None
        alone = training.is_running or (narrow and is_result and not self._is_form_wanted)
        self.plan.card.setVisible(not alone)
        self._right.setVisible(alone or not narrow or (self._right.currentIndex() == LIVE and not is_result))
        self.live.result.offer_another(narrow)

    def _want_form(self) -> None:
        self._is_form_wanted = True
        self._arrange()

    def _offer_to_go_on(self, run: Path | None) -> None:
        self._stopped = run
        self.interrupted.setVisible(run is not None)
        if run is not None:
            self.interrupted.setText(self.tr("Go on with {name}").format(name=short_run_name(run.name)))
            self.interrupted.setToolTip(plain_text.tooltip_text(run.name))

    def _connect(self) -> None:
        context = self._context
        context.session.folder_changed.connect(self._follow_folder)
        context.jobs.changed.connect(self._follow)
        context.training.ended.connect(self._arrange)
        context.engine.changed.connect(self._follow_engine)
        context.requests.go_on.connect(self.go_on)
        context.requests.train_boxes.connect(self._want_form)
        self.start.clicked.connect(self.begin)
        self.training.again_wanted.connect(self.begin)
        self.live.result.another_wanted.connect(self._want_form)

    @Slot(object)
    def _show_folder(self, folder: Folder | None) -> None:
        self._whole.setCurrentIndex(0 if folder is None and not self._context.training.title else 1)

    @Slot(object)
    def _follow_folder(self, folder: Folder | None) -> None:
        """Forget how a training on other pictures ended."""
        training = self._context.training
        if folder is not None and training.folder not in (None, folder.root):
            training.forget()
            if not training.title:
                self._right.setCurrentIndex(0)
                self._arrange()
        self._show_folder(folder)

    @Slot()
    def begin(self) -> None:
        """Start a training with the settings of the form."""
        folder = self._context.session.folder
        settings = self.plan.settings()
        if folder is None or settings is None or self._context.jobs.busy:
            return
        subject = settings.name or _subject(settings, folder.root)
        make = partial(train, self._context.engine, folder.root, settings, runs_folder())
        self._start(self.tr("Training: {category}").format(category=subject), settings, make, folder.root)
        self._started = self._context.session.checkup or folder, settings
        self._ask_estimate()

    @Slot(object)
    def go_on(self, run: Path) -> None:
        """Go on with the training that was interrupted in a run folder."""
        if self._context.jobs.busy:
            return
        try:
            begun = read_resume_state(run)
        except RunError as error:
            self._context.messages.failure(error)
            return
        images = None if begun.folder.is_dir() else self._ask_images(begun.folder)
        if images is None and not begun.folder.is_dir():
            return
        self._whole.setCurrentIndex(1)
        subject = _subject(begun.settings, begun.folder)
        make = partial(resume, self._context.engine, run, images)
        self._start(
            self.tr("Going on: {category}").format(category=subject), begun.settings, make, images or begun.folder
        )
        self._started = images or begun.folder, begun.settings
        self._ask_estimate()

    def _go_on_with_offered(self) -> None:
        if self._stopped is not None:
            self.go_on(self._stopped)

    def _ask_images(self, folder: Path) -> Path | None:
        """Where the pictures are now that are no longer in a folder."""
        asked = self.tr("Where are the pictures of {folder} now?").format(folder=folder)
        chosen = QFileDialog.getExistingDirectory(self, asked)
        return Path(chosen) if chosen else None

    def _start(self, title: str, settings: TrainSettings, make: Callable[[], Operation[Any]], folder: Path) -> None:
        self.setFocus()
        self._right.setCurrentIndex(LIVE)
        self.controller.start(title, settings, make, folder)
        self._is_form_wanted = False
        self._arrange()

    def _ask_estimate(self) -> None:
        if self._started is not None and self._context.engine.state is EngineState.READY:
            work = partial(training_estimate, *self._started, runs_folder())
            self._context.files.ask("estimate", work, self.controller.plan)

    # The training under way

    @Slot(object)
    def _follow(self, state: RunnerState) -> None:
        self.interrupted.setEnabled(state is RunnerState.IDLE)
        self._arrange()

    @Slot()
    def _follow_engine(self) -> None:
        self.controller.follow(self._context.jobs.state)
        self._ask_estimate()
        self._ask_computers()

    def _ask_computers(self) -> None:
        if self._context.engine.state is EngineState.READY:
            self._context.files.ask("computers", computers_here, self.form.set_computers)


def _subject(settings: TrainSettings, folder: Path) -> str:
    """What is trained for, in a few words."""
    if settings.categories == (ALL,):
        return folder.name
    return settings.category or " + ".join(settings.categories) or folder.name
