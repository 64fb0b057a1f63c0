"""Train, resume and open runs, list them, and draw the built-in sample."""

from __future__ import annotations

import inspect
from os import PathLike
from pathlib import Path
from typing import Any

from icnn_engine.core.config import TrainSettings, make_settings
from icnn_engine.core.errors import FolderError, SettingsError
from icnn_engine.core.language import translate
from icnn_engine.core.presets import PRESETS
from icnn_engine.library.opened_run import OpenedRun
from icnn_engine.library.progress import note, watch
from icnn_engine.library.row_table import RowTable
from icnn_engine.runs.interrupted_training import read_resume_state
from icnn_engine.runs.run_folder import open_run
from icnn_engine.runs.run_list import RunSummary
from icnn_engine.runs.run_list import list_runs as summaries_in
from icnn_engine.sample import make_sample

Place = str | PathLike[str]


def train(
    folder: Place, *, runs: Place = "runs", preset: str = "quick-look", progress: bool = True, **settings: Any
) -> OpenedRun:
    """Train the interpretable network, its ordinary twin and the CAM network on a folder of pictures.

    Parameters
    ----------
    folder
        Has a sub-folder for each category; the category `_background` has the pictures without the object.
    runs
        Folder in which the run folder is made.
    preset
        Settings to begin with: quick-look, thorough or paper.
    progress
        Show a progress bar.
    **settings
        Any of the settings below.

    Returns
    -------
    OpenedRun
        The finished run.

    Raises
    ------
    PartscopeError
        The folder or the settings cannot be used, or the training failed; the message says what to do.
    KeyboardInterrupt
        The training was interrupted. What was learned is kept, and `resume` goes on with it.

    """
    if preset not in PRESETS:
        words = translate("Errors", "There is no preset {preset}. Choose one of: {presets}.")
        raise SettingsError(words.format(preset=preset, presets=", ".join(PRESETS)))
    from icnn_engine.experiment.expected_time import expected_time
    from icnn_engine.experiment.training_run import run_training

    values = make_settings(PRESETS[preset] | settings)
    pictures, place = path_of(folder), path_of(runs)
    if progress and (time := expected_time(pictures, values, place)):
        note(time)
    return OpenedRun(watch(run_training(pictures, values, place), values.epochs, progress))


def resume(run: Place, *, images: Place | None = None, as_it_is: bool = False, progress: bool = True) -> OpenedRun:
    """Go on with an interrupted training; on the CPU it ends with the same weights as an uninterrupted one.

    Parameters
    ----------
    run
        Its folder.
    images
        Folder of its pictures, if they have been moved.
    as_it_is
        Train no further; measure what was learned.
    progress
        Show a progress bar.

    Returns
    -------
    OpenedRun
        The finished run.

    Raises
    ------
    RunError
        There is nothing to go on with, or the pictures have changed; else as `train`.
    """
    from icnn_engine.experiment.training_run import resume_training

    path, moved = path_of(run), None if images is None else path_of(images)
    epochs = read_resume_state(path).settings.epochs
    return OpenedRun(watch(resume_training(path, moved, as_it_is), epochs, progress))


def open(run: Place, *, images: Place | None = None) -> OpenedRun:
    """Open the folder of a finished run. `images`: folder of its pictures, if they have been moved. Raises RunError."""
    return OpenedRun(open_run(path_of(run), None if images is None else path_of(images)))


def list_runs(runs: Place = "runs") -> RowTable[RunSummary]:
    """Return the runs in a folder, latest first, unfinished ones too. A row's `path` can be opened or resumed."""
    columns = ("name", "state", "made", "category", "parts", "accuracy", "twin_accuracy")
    return RowTable(summaries_in((path_of(runs),)), columns)


def draw_sample(folder: Place = "sample", *, pictures: int = 160, seed: int = 0, progress: bool = True) -> Path:
    """Draw creatures whose parts are known, and the same scenery without them.

    Parameters
    ----------
    folder
        New, empty or an earlier sample.
    pictures
        Number of creatures, and of pictures without one.
    seed
        The same seed draws the same pictures.
    progress
        Show a progress bar.

    Returns
    -------
    Path
        The folder, to be trained on.

    Raises
    ------
    FolderError
        Something else is in the folder, or it cannot be written.
    """
    return watch(make_sample(path_of(folder), seed, pictures, pictures), progress=progress)


def path_of(place: Place) -> Path:
    """Return a path, `~` as the home folder. Raises FolderError where it is empty."""
    if not str(place).strip():
        raise FolderError(translate("Errors", "The path is empty. Write “.” for the current folder."))
    return Path(place).expanduser()


def _with_settings_named() -> None:
    """Make `train` name all settings to editors and `help`, which cannot look behind `**settings`."""
    own = [one for one in inspect.signature(train).parameters.values() if one.kind is not one.VAR_KEYWORD]
    known = TrainSettings.__signature__.parameters.values()
    train.__signature__ = inspect.Signature([*own, *known], return_annotation="OpenedRun")  # type: ignore[attr-defined]
    lines = (f"    {name}\n        {field.description}" for name, field in TrainSettings.model_fields.items())
    train.__doc__ = "\n".join([f"{train.__doc__}    Settings", "    --------", *lines])


_with_settings_named()
