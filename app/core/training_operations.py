"""Training from the window: operations, estimated time, crops of the pictures, and the command that repeats it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from pydantic import BaseModel
from PySide6.QtCore import QCoreApplication

from app.core.engine import Engine
from app.core.system import quote_command
from icnn_engine.core.annotations import CheckUp, Folder, Where
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.errors import ChangedPictureError, PartscopeError
from icnn_engine.core.events import FilterSnapshot, Operation
from icnn_engine.core.presets import PRESET_SETTINGS, PRESETS, PresetName, preset_of, preset_values
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.runs.interrupted_training import can_resume
from icnn_engine.runs.run_lock import LOCK, is_locked
from icnn_engine.training.estimate import Estimate, estimate, records_of
from icnn_engine.training.estimate_text import basis_text, estimate_text, rough_duration

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

FIELD = 66  # input pixels (of 224) that a crop shows: the usual effective receptive field of a filter above SqueezeNet
READ_SIDE = 384  # pixels to which a picture is read for its crops: a fraction of a JPEG's work
PICTURES_KEPT = 96


def train(engine: Engine, folder: Path, settings: TrainSettings, runs: Path) -> Operation[Run]:
    """Return the operation that trains the networks into a new run below `runs`. Called on the worker thread."""
    engine.wait()
    from icnn_engine.experiment.training_run import run_training

    return run_training(folder, settings, runs)


def resume(engine: Engine, run: Path, images: Path | None) -> Operation[Run]:
    """Return the operation that goes on with an interrupted training. Called on the worker thread."""
    engine.wait()
    from icnn_engine.experiment.training_run import resume_training

    return resume_training(run, images)


def stopped_run(runs: Path) -> Path | None:
    """Return the newest interrupted run below a folder that can go on, or None. Called on a lane."""
    if not runs.is_dir():
        return None
    newest = sorted((path for path in runs.iterdir() if can_resume(path)), key=lambda path: path.name, reverse=True)
    return next((path for path in newest if not is_locked(path / LOCK)), None)


def computers_here() -> list[tuple[str, str]]:
    """Return name and title of the devices of this machine, the fastest first. Called on a lane, with torch loaded."""
    from icnn_engine.models.device import computers

    return [(computer.name, str(computer)) for computer in computers()]


@dataclass(frozen=True, slots=True)
class Forecast:
    """How long a training will take and how sure that is, in words; how long each step takes; how long with each
    preset. Empty where folder and settings do not fit."""

    words: str = ""
    steps: str = ""
    presets: Mapping[PresetName, str] = field(default_factory=dict)


def training_forecast(folder: Folder | CheckUp, settings: TrainSettings, runs: Path) -> Forecast:
    """Return how long a training will take. Called on a lane, with torch loaded: the device has to be known."""
    from icnn_engine.models.device import chosen_device

    try:
        records, device = records_of(runs), chosen_device(settings.device).type
        expected = estimate(folder, settings, records, device)
        presets = {
            name: rough_duration(estimate(folder, settings.model_copy(update=values), records, device).total)
            for name, values in ((name, preset_values(name)) for name in PRESETS)
        }
    except PartscopeError:
        return Forecast()  # why it cannot start is said beside the button
    about = QCoreApplication.translate("Training", "About {time}.").format(time=rough_duration(expected.total))
    return Forecast(f"{about} {basis_text(expected)}", estimate_text(expected), presets)


def training_estimate(images: Folder | CheckUp | Path, settings: TrainSettings, runs: Path) -> Estimate | None:
    """Return how long each step of a training will take; None where folder and settings do not fit. Called on a lane,
    with torch loaded."""
    from icnn_engine.data.selection import list_for
    from icnn_engine.models.device import chosen_device

    try:
        folder = list_for(images, settings.category) if isinstance(images, Path) else images
        return estimate(folder, settings, records_of(runs), chosen_device(settings.device).type)
    except PartscopeError:
        return None


class CropSource:
    """Cuts crops out of the pictures of a training (thread-safe).

    Parameters
    ----------
    paths
        Where each picture is, by its index in the training.
    geometry
        Where the cells of a feature map lie in the input.
    digests
        Digest of each picture's file in a finished run. No crop is made of a picture that has changed since.
    """

    def __init__(self, paths: tuple[Where, ...], geometry: MapGeometry, digests: tuple[str, ...] = ()) -> None:
        self.paths, self._geometry = paths, geometry
        self._read = lru_cache(PICTURES_KEPT)(partial(_read_picture, paths, digests))

    def crop(self, picture: int, cell: tuple[int, int], side: int) -> np.ndarray:
        """Return (side, side, 3) uint8 pixels around a cell of a picture's feature map. Raises PictureError."""
        from icnn_engine.core.heatmaps import crop

        pixels = self._read(picture)
        height, width = pixels.shape[:2]
        return crop(pixels, self._geometry.box(cell, FIELD, width, height), side)

    def overlay(self, snapshot: FilterSnapshot, side: int) -> np.ndarray:
        """Return a picture with a filter's heatmap laid over it, as (side, side, 3) uint8. Raises PictureError."""
        from icnn_engine.core.heatmaps import heatmap, overlay
        from icnn_engine.data import to_square

        pixels = self._read(snapshot.picture)
        height, width = pixels.shape[:2]
        return to_square(overlay(pixels, heatmap(snapshot.map, self._geometry, height, width)), side)


def _read_picture(paths: tuple[Where, ...], digests: tuple[str, ...], picture: int) -> np.ndarray:
    from icnn_engine.data import read_thumbnail
    from icnn_engine.data.digests import has_other_content

    if digests and has_other_content(paths[picture], digests[picture]):
        raise ChangedPictureError(QCoreApplication.translate("Training", "The picture has changed since the training."))
    return read_thumbnail(paths[picture], READ_SIDE)


def command_line(folder: Path, settings: TrainSettings, output: Path) -> str:
    """Return the command that repeats a training, with only the settings that differ from the defaults or a preset."""
    preset = preset_of(settings.model_dump())
    if preset is None or not PRESETS[preset]:
        chosen = options(settings)
    else:
        chosen = ["--preset", preset, *options(settings, *PRESET_SETTINGS)]
    return quote_command(["partscope", "train", str(folder), *chosen, "--output", str(output)])


def options(settings: BaseModel, *without: str) -> list[str]:
    """Return settings as options of a command, without defaults and the settings named in `without`."""
    words: list[str] = []
    for name, value in settings.model_dump(exclude=set(without), exclude_defaults=True).items():
        option = name.replace("_", "-")
        match value:
            case bool():
                words.append(f"--{option}" if value else f"--no-{option}")
            case tuple():
                words += [f"--{option}", *map(str, value)]
            case _ if str(value).startswith("-"):  # as a word of its own the parser would take it for an option
                words.append(f"--{option}={value}")
            case _:
                words += [f"--{option}", str(value)]
    return words
