"""What the Train page does away from the screen: the operation, its gallery's crops, the command that repeats it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from pydantic import BaseModel
from PySide6.QtCore import QCoreApplication

from app.core.command_line import quote_command
from app.core.engine import Engine
from icnn_engine.core.annotations import Folder, Where
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.errors import ChangedPictureError, PartscopeError
from icnn_engine.core.events import FilterSnapshot, Operation
from icnn_engine.core.presets import PRESET_SETTINGS, PRESETS, preset_of
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.runs.resume_state import can_resume
from icnn_engine.runs.run_lock import LOCK, is_locked

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

FIELD = 66  # input pixels (of 224) that a crop shows: the usual effective field of a filter above SqueezeNet
READ_SIDE = 384  # pixels to which a picture is read for its crops: a fraction of a JPEG's work
PICTURES_KEPT = 96


def train(engine: Engine, folder: Path, settings: TrainSettings, place: Path) -> Operation[Run]:
    """The paired run; called on the worker thread, where it waits for the engine to be loaded."""
    engine.wait()
    from icnn_engine.experiment.training_run import run_training

    return run_training(folder, settings, place)


def resume(engine: Engine, run: Path, images: Path | None) -> Operation[Run]:
    """The rest of a training that was interrupted; called on the worker thread, as `train` is."""
    engine.wait()
    from icnn_engine.experiment.training_run import resume_training

    return resume_training(run, images)


def stopped_run(place: Path) -> Path | None:
    """The run of the newest training in a folder that was interrupted and can go on; called on a lane."""
    if not place.is_dir():
        return None
    newest = sorted((path for path in place.iterdir() if can_resume(path)), key=lambda path: path.name, reverse=True)
    return next((path for path in newest if not is_locked(path / LOCK)), None)


def computers_here() -> list[tuple[str, str]]:
    """Name and title of what can compute here, the fastest first. Called on a lane once the engine is loaded."""
    from icnn_engine.models.device import computers

    return [(one.name, str(one)) for one in computers()]


def training_estimate(folder: Folder, settings: TrainSettings, place: Path) -> str:
    """How long a training will take, in words; empty where the folder or the settings do not say what it is about.
    Called on a lane once the engine is loaded, for it asks which device computes."""
    from icnn_engine.models.device import chosen_device
    from icnn_engine.training.estimate import basis_text, estimate, estimate_text, records_of

    try:
        found = estimate(folder, settings, records_of(place), chosen_device(settings.device).type)
    except PartscopeError:
        return ""  # said where it is started
    return f"{estimate_text(found)} {basis_text(found)}"


@dataclass(frozen=True, eq=False)
class CropSource:
    """Cuts crops of the pictures of a training, by their index in it. Any thread may ask.

    `digests`: what a finished run knows its pictures by; one that has changed since is not drawn on.
    """

    paths: tuple[Where, ...]
    geometry: MapGeometry
    digests: tuple[str, ...] = ()
    _kept: OrderedDict[int, np.ndarray] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def crop(self, picture: int, cell: tuple[int, int], side: int) -> np.ndarray:
        """(side, side, 3) uint8 around a cell of a picture's map. Raises PictureError."""
        from icnn_engine.core.heatmaps import crop

        pixels = self._read(picture)
        height, width = pixels.shape[:2]
        return crop(pixels, self.geometry.box(cell, FIELD, width, height), side)

    def overlay(self, glimpse: FilterSnapshot, side: int) -> np.ndarray:
        """(side, side, 3) uint8: what was seen in a picture, laid over it, squashed. Raises PictureError."""
        from icnn_engine.core.heatmaps import heatmap, overlay
        from icnn_engine.data import to_square

        pixels = self._read(glimpse.picture)
        height, width = pixels.shape[:2]
        laid = overlay(pixels, heatmap(glimpse.map, self.geometry, height, width))
        return to_square(laid, side)

    def _read(self, picture: int) -> np.ndarray:
        from icnn_engine.data import read_thumbnail
        from icnn_engine.data.digests import has_other_content

        with self._lock:
            if picture in self._kept:
                self._kept.move_to_end(picture)
                return self._kept[picture]
        if self.digests and has_other_content(self.paths[picture], self.digests[picture]):
            raise ChangedPictureError(
                QCoreApplication.translate("Training", "The picture has changed since the training.")
            )
        pixels = read_thumbnail(self.paths[picture], READ_SIDE)
        with self._lock:
            self._kept[picture] = pixels
            while len(self._kept) > PICTURES_KEPT:
                self._kept.popitem(last=False)
        return pixels


def command_line(folder: Path, settings: TrainSettings, place: Path) -> str:
    """What to type to repeat a training: only what differs from the defaults, or from a preset, is said."""
    preset = preset_of(settings.model_dump())
    if preset is None or not PRESETS[preset]:
        chosen = options(settings)
    else:
        chosen = ["--preset", preset, *options(settings, *PRESET_SETTINGS)]
    return quote_command(["partscope", "train", str(folder), *chosen, "--output", str(place)])


def options(settings: BaseModel, *without: str) -> list[str]:
    """Settings as options of a command, those that stand at their defaults or are named in `without` left out."""
    words: list[str] = []
    for name, known in type(settings).model_fields.items():
        value = getattr(settings, name)
        if name in without or value == known.default:
            continue
        option = name.replace("_", "-")
        match value:
            case bool():
                words.append(f"--{option}" if value else f"--no-{option}")
            case tuple():
                words += [f"--{option}", *map(str, value)]
            case _ if str(value).startswith("-"):  # apart, the command would take it for an option
                words.append(f"--{option}={value}")
            case _:
                words += [f"--{option}", str(value)]
    return words
