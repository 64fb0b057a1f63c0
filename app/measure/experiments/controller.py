"""Experiments of the Measure page: started as jobs, opened, shown as their tables fill, exported."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from app.core.context import Context
from app.core.engine import EngineState
from app.core.job_result import Cancelled, Failed, Outcome, Succeeded
from app.core.jobs import RunnerState
from app.core.settings import runs_folder
from app.measure.experiments.experiment_files import (
    FILTERS,
    ExperimentForecast,
    ShownExperiment,
    asked_cells,
    experiment_command,
    experiment_forecast,
    load,
    run_experiment_when_ready,
    write,
)
from app.measure.experiments.experiment_panel import ExperimentPanel
from app.widgets.wording.progress import ProgressStage, ProgressTracker
from icnn_engine.core.annotations import Folder
from icnn_engine.core.atomic_files import fitting_name
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import Event, ExperimentGrew, Progress, TimeLeft, Warned, duration_text
from icnn_engine.core.experiment_settings import ExperimentSettings, make_experiment_settings
from icnn_engine.experiment.experiment_table import captions

KEY, FORECAST = "study", "experiment"  # in the lane of files
LAST = "measure/study"  # of the settings


class ExperimentsController(QObject):
    """Owns the panel of experiments and does what its buttons ask for."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.panel = ExperimentPanel()
        self._title = ""  # of the running experiment, empty while there is none
        self._shown: ShownExperiment | None = None
        self._progress, self._cells = ProgressTracker(), TimeLeft()
        self._done, self._total, self._left = 0, 0, ""
        self._forecast: tuple[ExperimentSettings, ExperimentForecast] | None = None  # the latest, and what it is of
        self._connect()
        context.settings.remember_fold(self.panel.form.more, "measure/more")
        self._show_folder(context.session.folder)

    def _connect(self) -> None:
        context, panel = self._context, self.panel
        for signal, slot in (
            (context.session.folder_changed, self._show_folder),
            (context.requests.study, self.open),
            (context.jobs.told, self._show_event),
            (context.session.checkup_changed, self._renew),
            (context.engine.changed, self._renew),
            (context.jobs.changed, self._follow),
            (context.jobs.ended, self._end),
            (panel.form.edited, self._show_form),
            (panel.start.clicked, self.begin),
            (panel.open.clicked, self.choose),
            (panel.save.clicked, self.choose_export),
            (panel.copy.clicked, self._copy),
            (panel.steering.pause_wanted, context.jobs.pause),
            (panel.steering.resume_wanted, context.jobs.resume),
            (panel.steering.finish_wanted, context.jobs.finish_now),
            (panel.steering.cancel_wanted, context.jobs.cancel),
        ):
            signal.connect(slot)

    # The form

    @Slot(object)
    def _show_folder(self, folder: Folder | None) -> None:
        if folder is not None:
            self.panel.form.set_categories(folder.categories)
        self._renew()

    @Slot()
    def _renew(self) -> None:
        """Forecast anew: something besides the form has changed."""
        self._forecast = None
        self._show_form()

    def _settings(self) -> ExperimentSettings:
        """Return the settings of the form. Raises SettingsError."""
        return make_experiment_settings(self.panel.form.values())

    def folder(self) -> Path | None:
        """Return where the experiment of the form is saved: in the open one's folder while the name is unchanged."""
        images, name = self._context.session.folder, self.panel.form.name.value()
        if self._shown is not None and name == self._shown.experiment.path.name:
            return self._shown.experiment.path
        return None if images is None else runs_folder() / (name or fitting_name(f"experiment-{images.root.name}"))

    @Slot()
    def _show_form(self) -> None:
        """Show the number of cells and the command of the form, or why an experiment cannot start."""
        images, folder, panel = self._context.session.folder, self.folder(), self.panel
        idle = self._context.jobs.state is RunnerState.IDLE
        panel.start.setEnabled(images is not None and idle)
        panel.command.set_text("")
        if images is None or folder is None:
            panel.count.setText(self.tr("Open a folder of pictures first: an experiment is made on it."))
            return
        try:
            settings = self._settings()
            panel.command.set_text(experiment_command(images.root, settings, folder))
        except SettingsError as error:
            panel.count.setText(str(error))
            panel.start.setEnabled(False)
            return
        self._show_count(settings)
        if self._context.engine.state is EngineState.READY and (
            self._forecast is None or self._forecast[0] != settings
        ):
            shown = (
                self._shown.experiment if self._shown is not None and self._shown.experiment.path == folder else None
            )
            done = [cell.name for cell in shown.cells] if shown is not None else []
            known = self._context.session.checkup or images
            work = partial(experiment_forecast, known, settings, done, runs_folder())
            self._context.files.ask(FORECAST, work, partial(self._take_forecast, settings))

    def _show_count(self, settings: ExperimentSettings) -> None:
        """Show how many cells the table will have and how long they take, or why they cannot be trained."""
        cells = asked_cells(settings)
        words = self.tr("1 cell of the table.") if cells == 1 else self.tr("{count} cells of the table.")
        told = [words.format(count=cells)]
        idle = self._context.jobs.state is RunnerState.IDLE
        known = self._forecast[1] if self._forecast is not None and self._forecast[0] == settings else None
        if known is not None:
            told.append(known.refusal or known.words)
            self.panel.start.setEnabled(idle and not known.refusal)
        if not idle and not self._title:
            told.append(self.tr("It can start when the training under way has ended."))
        self.panel.count.setText(" ".join(filter(None, told)))

    def _take_forecast(self, settings: ExperimentSettings, forecast: ExperimentForecast) -> None:
        self._forecast = settings, forecast
        self._show_form()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.panel.command.whole)
        self._context.messages.note(self.tr("The command is in the clipboard."))

    @Slot()
    def begin(self) -> None:
        """Start the experiment of the form, or resume it."""
        images, folder = self._context.session.folder, self.folder()
        if images is None or folder is None or self._context.jobs.busy:
            return
        try:
            settings = self._settings()
        except SettingsError as error:
            self._context.messages.failure(error)
            return
        self._title = self.tr("Experiment: {folder}").format(folder=images.root.name)
        own = [str(variant) for variant in settings.variants if variant != "ordinary"]
        self._progress = ProgressTracker(settings.training.epochs, (own or ["ordinary"])[-1])
        self._cells, self._done, self._total, self._left = TimeLeft(), 0, asked_cells(settings), ""
        self.panel.steering.show()
        self.panel.steering.begin(self._title)
        make = partial(run_experiment_when_ready, self._context.engine, images.root, settings, folder)
        self._context.jobs.start(self._title, make)

    # The running experiment

    @Slot(object)
    def _follow(self, state: RunnerState) -> None:
        own = bool(self._title) and state is not RunnerState.IDLE
        steering = self.panel.steering
        steering.set_state(own, state is RunnerState.PAUSED, state in (RunnerState.RUNNING, RunnerState.PAUSED))
        self.panel.form.setEnabled(not own)
        self.panel.open.setEnabled(not own)
        self._show_form()
        words = {
            RunnerState.PAUSED: (self.tr("Paused"), self.tr("It goes on where it stopped.")),
            RunnerState.FINISHING: (self.tr("Finishing…"), self.tr("The cell under way is finished and kept.")),
            RunnerState.CANCELLING: (self.tr("Cancelling…"), self.tr("It stops after the step under way.")),
        }
        if own and state in words:
            steering.say(*words[state])

    @Slot(object)
    def _show_event(self, event: Event) -> None:
        if not self._title:
            return
        match event:
            case ExperimentGrew(path, done, total):
                self._done, self._total = done, total
                self._left = duration_text(self._cells.seconds(Progress("cells", done, total)))
                self._load(path, fill=False)
            case Warned(text):
                self._context.messages.problem(text)
        stage = self._progress.of(event)
        if stage is not None and self._context.jobs.state is RunnerState.RUNNING:
            self._show_stage(stage)

    def _show_stage(self, stage: ProgressStage) -> None:
        cell = min(self._done + 1, self._total)
        head = self.tr("Cell {cell} of {total} · {stage}…")
        step = self.tr("{left} in this step").format(left=stage.left) if stage.left else ""
        whole = self.tr("about {time} for all").format(time=self._left) if self._left else ""
        self.panel.steering.show_stage(stage)
        self.panel.steering.say(
            head.format(cell=cell, total=self._total, stage=stage.title), " · ".join(filter(None, (step, whole)))
        )

    @Slot(str, object)
    def _end(self, title: str, outcome: Outcome) -> None:
        if not self._title or title != self._title:
            return
        self._title = ""
        steering = self.panel.steering
        steering.end()
        steering.set_state(False, False, False)
        match outcome:
            case Succeeded(experiment):
                steering.hide()
                self._load(experiment.path, fill=False)
                self._context.messages.note(self.tr("The experiment has ended; its table is kept in its folder."))
            case Failed(error, details):
                steering.say(self.tr("The experiment stopped"), self.tr("The message above says why."))
                self._context.messages.failure(error, details)
            case Cancelled():
                steering.say(self.tr("Cancelled"), self.tr("Finished cells are kept; start again to go on."))
        self._renew()

    # A saved experiment

    @Slot()
    def choose(self) -> None:
        """Ask for the folder of an experiment and open it."""
        near = runs_folder() if self._shown is None else self._shown.experiment.path
        chosen = QFileDialog.getExistingDirectory(self.panel, self.tr("Open an experiment"), str(near))
        if chosen:
            self.open(Path(chosen))

    @Slot(object)
    def open(self, path: Path) -> None:
        """Show the experiment in a folder, and its settings in the form, unless an experiment is running."""
        if not self._title:
            self._load(path, fill=True)

    def restore(self) -> None:
        """Show the experiment that was open last time, if it still exists."""
        last = self._context.settings.text(LAST)
        if last and (Path(last) / "study.toml").is_file():
            self.open(Path(last))

    def _load(self, path: Path, fill: bool) -> None:
        self._context.files.ask(KEY, partial(load, path), partial(self._show, fill))

    def _show(self, fill: bool, shown: ShownExperiment) -> None:
        experiment, self._shown = shown.experiment, shown
        path, done = experiment.path, len(experiment.cells)
        self._context.settings.set_text(LAST, str(path))
        self._forecast = None
        if fill:
            self.panel.form.set_settings(experiment.settings, path.name)
        self.panel.show_experiment(path, shown.rows, captions(experiment, shown.rows))
        total = self._total if self._title else asked_cells(experiment.settings)
        self.panel.show_done(done, max(total, done))

    @Slot()
    def choose_export(self) -> None:
        """Ask for a file and its format, and write the table to it."""
        if self._shown is None:
            return
        near = str(self._shown.experiment.path / "table.csv")
        chosen, kind = QFileDialog.getSaveFileName(self.panel, self.tr("Export the table"), near, ";;".join(FILTERS))
        if chosen:
            suffix = kind.rpartition("*")[2].rstrip(")") or ".csv"
            self.export(Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(suffix))

    def export(self, path: Path) -> None:
        """Write the table on show in the format of the suffix of `path`."""
        if self._shown is not None:
            message = self.tr("The table is kept in {path}.").format(path=path)
            work = partial(write, self._shown.experiment, self._shown.rows, path)
            self._context.files.ask("table", work, lambda _none: self._context.messages.note(message), kept=True)
