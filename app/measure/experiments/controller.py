"""Experiments of the Measure page: started on the lane of training, opened, shown as they fill, exported."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from app.core.context import Context
from app.core.engine import Engine
from app.core.job_result import Cancelled, Failed, Outcome, Succeeded
from app.core.jobs import RunnerState
from app.core.settings import runs_folder
from app.core.system import quote_command
from app.core.training_jobs import options
from app.measure.experiments.experiment_panel import ExperimentPanel
from app.widgets.progress import ProgressTracker
from icnn_engine.core.annotations import Folder
from icnn_engine.core.config import BY_CELL, ExperimentSettings, make_experiment_settings
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import Event, ExperimentGrew, Operation, Progress, TimeLeft, Warned, duration_text
from icnn_engine.core.files import fitting_name
from icnn_engine.experiment.experiment_folder import Experiment, open_experiment
from icnn_engine.experiment.experiment_table import ExperimentRow, captions, experiment_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

KEY = "study"  # in the lane of files
LAST = "measure/study"  # of the settings
EXPORTS = ("CSV (*.csv)", "Markdown (*.md)", "LaTeX (*.tex)", "PNG (*.png)", "SVG (*.svg)", "PDF (*.pdf)")
FIGURES = (".png", ".svg", ".pdf")


@dataclass(frozen=True, slots=True)
class ShownExperiment:
    """An experiment as it is shown."""

    study: Experiment
    rows: tuple[ExperimentRow, ...]


class ExperimentsController(QObject):
    """Owns the panel of experiments and does what its buttons ask for."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.panel = ExperimentPanel()
        self._title = ""  # of the experiment under way, empty while there is none
        self._place: Path | None = None  # of the experiment that is open
        self._shown: ShownExperiment | None = None
        self._pace, self._cells = ProgressTracker(), TimeLeft()
        self._done, self._total, self._left = 0, 0, ""
        self._connect()
        self._show_folder(context.session.folder)

    def _connect(self) -> None:
        context, panel = self._context, self.panel
        context.session.folder_changed.connect(self._show_folder)
        context.requests.study.connect(self.open)
        context.jobs.told.connect(self._tell)
        context.jobs.changed.connect(self._follow)
        context.jobs.ended.connect(self._end)
        panel.form.edited.connect(self._show_wanted)
        panel.start.clicked.connect(lambda _on=False: self.begin())
        panel.open.clicked.connect(lambda _on=False: self.choose())
        panel.save.clicked.connect(lambda _on=False: self.choose_export())
        panel.copy.clicked.connect(lambda _on=False: self._copy())
        panel.steering.pause_wanted.connect(context.jobs.pause)
        panel.steering.resume_wanted.connect(context.jobs.resume)
        panel.steering.finish_wanted.connect(context.jobs.finish_now)
        panel.steering.cancel_wanted.connect(context.jobs.cancel)

    # What is to be done

    @Slot(object)
    def _show_folder(self, folder: Folder | None) -> None:
        if folder is not None:
            self.panel.form.set_categories(folder.categories)
        self._show_wanted()

    def _settings(self) -> ExperimentSettings:
        """The settings of the form. Raises SettingsError."""
        return make_experiment_settings(self.panel.form.values())

    def place(self) -> Path | None:
        """Where the experiment of the form is kept: the one that is open as long as its name stands."""
        folder, name = self._context.session.folder, self.panel.form.name.value()
        if self._place is not None and name == self._place.name:
            return self._place
        return None if folder is None else runs_folder() / (name or fitting_name(f"experiment-{folder.root.name}"))

    @Slot()
    def _show_wanted(self) -> None:
        folder, place, panel = self._context.session.folder, self.place(), self.panel
        idle = self._context.jobs.state is RunnerState.IDLE
        panel.start.setEnabled(folder is not None and idle)
        if folder is None or place is None:
            panel.count.setText(self.tr("Open a folder of pictures first: an experiment is made on it."))
            panel.command.set_text("")
            return
        try:
            settings = self._settings()
            panel.command.set_text(experiment_command(folder.root, settings, place))
        except SettingsError as error:
            panel.count.setText(str(error))
            panel.command.set_text("")
            panel.start.setEnabled(False)
            return
        cells = asked_cells(settings)
        words = self.tr("1 cell of the table.") if cells == 1 else self.tr("{count} cells of the table.")
        if not idle and not self._title:
            words += " " + self.tr("It can start when the training under way has ended.")
        panel.count.setText(words.format(count=cells))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.panel.command.whole)
        self._context.messages.note(self.tr("The command is in the clipboard."))

    def begin(self) -> None:
        """Start the experiment of the form, or go on with it."""
        folder, place = self._context.session.folder, self.place()
        if folder is None or place is None or self._context.jobs.busy:
            return
        try:
            settings = self._settings()
        except SettingsError as error:
            self._context.messages.failure(error)
            return
        self._title = self.tr("Experiment: {folder}").format(folder=folder.root.name)
        own = [str(variant) for variant in settings.variants if variant != "ordinary"]
        self._pace = ProgressTracker(settings.training.epochs, (own or ["ordinary"])[-1])
        self._cells, self._done, self._total, self._left = TimeLeft(), 0, asked_cells(settings), ""
        self.panel.steering.show()
        self.panel.steering.begin(self._title)
        make = partial(run_experiment_when_ready, self._context.engine, folder.root, settings, place)
        self._context.jobs.start(self._title, make)

    # The experiment under way

    @Slot(object)
    def _follow(self, state: RunnerState) -> None:
        mine = bool(self._title) and state is not RunnerState.IDLE
        steering = self.panel.steering
        steering.set_state(mine, state is RunnerState.PAUSED, state in (RunnerState.RUNNING, RunnerState.PAUSED))
        self.panel.form.setEnabled(not mine)
        self.panel.open.setEnabled(not mine)
        self._show_wanted()
        if not mine:
            return
        match state:
            case RunnerState.PAUSED:
                steering.say(self.tr("Paused"), self.tr("It goes on where it stopped."))
            case RunnerState.FINISHING:
                steering.say(self.tr("Finishing…"), self.tr("The cell under way is finished and kept."))
            case RunnerState.CANCELLING:
                steering.say(self.tr("Cancelling…"), self.tr("It stops after the step under way."))

    @Slot(object)
    def _tell(self, event: Event) -> None:
        if not self._title:
            return
        match event:
            case ExperimentGrew():
                self._grow(event)
            case Warned(text):
                self._context.messages.problem(text)
        stage = self._pace.of(event)
        if stage is not None and self._context.jobs.state is RunnerState.RUNNING:
            steering = self.panel.steering
            steering.show_stage(stage)
            cell = min(self._done + 1, self._total)
            head = self.tr("Cell {cell} of {total} · {stage}…")
            step = self.tr("{left} in this step").format(left=stage.left) if stage.left else ""
            whole = self.tr("about {time} for all").format(time=self._left) if self._left else ""
            told = " · ".join(filter(None, (step, whole)))
            steering.say(head.format(cell=cell, total=self._total, stage=stage.title), told)

    def _grow(self, event: ExperimentGrew) -> None:
        self._done, self._total = event.done, event.total
        self._left = duration_text(self._cells.seconds(Progress("cells", event.done, event.total)))
        self._load(event.path, fill=False)

    @Slot(str, object)
    def _end(self, title: str, outcome: Outcome) -> None:
        if not self._title or title != self._title:
            return
        self._title = ""
        steering = self.panel.steering
        steering.end()
        steering.set_state(False, False, False)
        match outcome:
            case Succeeded(study):
                steering.hide()
                self._load(study.path, fill=False)
                self._context.messages.note(self.tr("The experiment has ended; its table is kept in its folder."))
            case Failed(error, details):
                steering.say(self.tr("The experiment stopped"), self.tr("The message above says why."))
                self._context.messages.failure(error, details)
            case Cancelled():
                steering.say(self.tr("Cancelled"), self.tr("Finished cells are kept; start again to go on."))
        self._show_wanted()

    # An experiment that exists

    def choose(self) -> None:
        """Ask for the folder of an experiment and open it."""
        near = str(self._place or runs_folder())
        chosen = QFileDialog.getExistingDirectory(self.panel, self.tr("Open an experiment"), near)
        if chosen:
            self.open(Path(chosen))

    @Slot(object)
    def open(self, path: Path) -> None:
        """Show the experiment in a folder, and its settings in the form."""
        if not self._title:
            self._load(path, fill=True)

    def restore(self) -> None:
        """Show the experiment that was open last time, where it still exists."""
        last = self._context.settings.text(LAST)
        if last and (Path(last) / "study.toml").is_file():
            self.open(Path(last))

    def _load(self, path: Path, fill: bool) -> None:
        self._context.files.ask(KEY, partial(load, path), partial(self._show, fill))

    def _show(self, fill: bool, shown: ShownExperiment) -> None:
        study = shown.study
        self._shown, self._place = shown, study.path
        self._context.settings.set_text(LAST, str(study.path))
        if fill:
            self.panel.form.set_settings(study.settings, study.path.name)
        self.panel.show_study(study.path.name, str(study.path), shown.rows, captions(study, shown.rows))
        total = self._total if self._title else asked_cells(study.settings)
        self.panel.show_done(len(study.cells), max(total, len(study.cells)))

    def choose_export(self) -> None:
        """Ask where to and in which form, and write the table."""
        if self._shown is None:
            return
        near = str(self._shown.study.path / "table.csv")
        chosen, kind = QFileDialog.getSaveFileName(self.panel, self.tr("Export the table"), near, ";;".join(EXPORTS))
        if chosen:
            ending = kind.rpartition("*")[2].rstrip(")") or ".csv"
            path = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(ending)
            self.export(path)

    def export(self, path: Path) -> None:
        """Write the table that is shown, in the form its suffix says."""
        if self._shown is not None:
            said = self.tr("The table is kept in {path}.").format(path=path)
            work = partial(write, self._shown.study, self._shown.rows, path)
            self._context.files.ask("table", work, lambda _none: self._context.messages.note(said), kept=True)


def run_experiment_when_ready(
    engine: Engine, folder: Path, settings: ExperimentSettings, place: Path
) -> Operation[Experiment]:
    """The experiment; called on the worker thread, where it waits for the engine to be loaded."""
    engine.wait()
    from icnn_engine.experiment.experiment import run_experiment

    return run_experiment(folder, settings, place)


def asked_cells(settings: ExperimentSettings) -> int:
    """How many cells the table of an experiment is to have; 0 where that depends on its folder's categories."""
    several = len(settings.together) if len(settings.categories) > 1 else 0
    tasks = len(settings.categories) * settings.alone + several
    return tasks * len(settings.backbones) * len(settings.seeds)


def load(path: Path) -> ShownExperiment:
    """An experiment and its rows; intervals that are not kept are worked out. Raises StudyError. Any thread."""
    study = open_experiment(path)
    return ShownExperiment(study, experiment_rows(study))


def write(study: Experiment, rows: Sequence[ExperimentRow], path: Path) -> None:
    """Write rows of an experiment as the suffix of `path` says. Raises SettingsError for an unknown one."""
    from icnn_engine.experiment.table_text import table_as_csv, table_as_latex, table_as_markdown
    from icnn_engine.figures import experiment_figure
    from icnn_engine.runs.run_folder import write_text

    match path.suffix.lower():
        case ".csv":
            write_text(path, table_as_csv(rows))
        case ".md":
            write_text(path, table_as_markdown(study, rows))
        case ".tex":
            write_text(path, table_as_latex(study, rows))
        case ending if ending in FIGURES:
            experiment_figure(study, path)
        case _:
            raise SettingsError(f"{path.name}: give the file the end .csv, .md, .tex, .png, .svg or .pdf.")


def experiment_command(folder: Path, settings: ExperimentSettings, place: Path) -> str:
    """What to type to repeat an experiment, or to go on with it: only what differs from the defaults is said."""
    training = options(settings.training, *BY_CELL, "name")
    words = ["partscope", "experiment", str(folder), *options(settings, "training"), *training]
    return quote_command([*words, "--output", str(place)])
