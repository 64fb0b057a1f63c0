"""Running an experiment, reading its table, and writing the table to a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.core.engine import Engine
from app.core.system import quote_command
from app.core.training_operations import options
from icnn_engine.core.annotations import CheckUp, Folder
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import Operation
from icnn_engine.core.experiment_settings import NOT_IN_EXPERIMENTS, ExperimentSettings
from icnn_engine.experiment.experiment_folder import CellName, Experiment, open_experiment
from icnn_engine.experiment.experiment_table import ExperimentRow, experiment_rows

FILTERS = ("CSV (*.csv)", "Markdown (*.md)", "LaTeX (*.tex)", "PNG (*.png)", "SVG (*.svg)", "PDF (*.pdf)")
FIGURES = (".png", ".svg", ".pdf")


@dataclass(frozen=True, slots=True)
class ShownExperiment:
    """An experiment and the rows of its table."""

    experiment: Experiment
    rows: tuple[ExperimentRow, ...]


def run_experiment_when_ready(
    engine: Engine, images: Path, settings: ExperimentSettings, folder: Path
) -> Operation[Experiment]:
    """Run an experiment on the worker thread, which waits until the engine is loaded.

    Parameters
    ----------
    engine
        The engine that is being loaded.
    images
        The folder of pictures.
    settings
        Categories, networks, backbones and seeds to compare.
    folder
        Where the experiment is saved.
    """
    engine.wait()
    from icnn_engine.experiment.experiment import run_experiment

    return run_experiment(images, settings, folder)


def asked_cells(settings: ExperimentSettings) -> int:
    """Return the number of cells of an experiment's table; 0 if it depends on the categories of the folder."""
    several = len(settings.together) if len(settings.categories) > 1 else 0
    tasks = len(settings.categories) * settings.alone + several
    return tasks * len(settings.backbones) * len(settings.seeds)


@dataclass(frozen=True, slots=True)
class ExperimentForecast:
    """How long an experiment will take, in words, or why it cannot start."""

    words: str = ""
    refusal: str = ""


def experiment_forecast(
    folder: Folder | CheckUp, settings: ExperimentSettings, done: Sequence[CellName], runs: Path
) -> ExperimentForecast:
    """Return what is known of an experiment before it starts. `done`: its finished cells; `runs`: where runs are kept,
    whose times tell. Called on a lane, with torch loaded."""
    from icnn_engine.experiment.experiment_estimate import estimate_experiment, experiment_refusal, experiment_text
    from icnn_engine.models.device import chosen_device
    from icnn_engine.training.estimate import records_of

    if reason := experiment_refusal(folder, settings):
        return ExperimentForecast(refusal=reason)
    device = chosen_device(settings.training.device).type
    expected = estimate_experiment(folder, settings, done, records_of(runs), device)
    return ExperimentForecast() if expected is None else ExperimentForecast(experiment_text(expected))


def load(path: Path) -> ShownExperiment:
    """Read an experiment; compute the intervals that are not saved (thread-safe). Raises ExperimentError."""
    experiment = open_experiment(path)
    return ShownExperiment(experiment, experiment_rows(experiment))


def write(experiment: Experiment, rows: Sequence[ExperimentRow], path: Path) -> None:
    """Write rows of an experiment in the format of the suffix of `path`. Raises SettingsError for an unknown one."""
    from icnn_engine.experiment.table_text import table_as_csv, table_as_latex, table_as_markdown
    from icnn_engine.figures import experiment_figure
    from icnn_engine.runs.run_folder import write_text

    match path.suffix.lower():
        case ".csv":
            write_text(path, table_as_csv(rows))
        case ".md":
            write_text(path, table_as_markdown(experiment, rows))
        case ".tex":
            write_text(path, table_as_latex(experiment, rows))
        case suffix if suffix in FIGURES:
            experiment_figure(experiment, path)
        case _:
            raise SettingsError(f"{path.name}: give the file the end .csv, .md, .tex, .png, .svg or .pdf.")


def experiment_command(images: Path, settings: ExperimentSettings, folder: Path) -> str:
    """Return the command that repeats or resumes an experiment, without options that have their default."""
    training = options(settings.training, *NOT_IN_EXPERIMENTS)
    words = ["partscope", "experiment", str(images), *options(settings, "training"), *training]
    return quote_command([*words, "--output", str(folder)])
