"""The folder of an experiment: the results of its cells, from which a long experiment resumes where it stopped.

study.toml           everything needed to repeat the table: settings, versions, fingerprint of the pictures
cells/<cell>.toml    one task, backbone and seed: the table of each network, side by side on one split
cells/<cell>.npz     picture by picture, what intervals are computed from
table.*              the table in several forms, written anew after each cell
"""

from __future__ import annotations

import hashlib
import re
import zlib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from icnn_engine.core.atomic_files import atomic_path, fitting_name
from icnn_engine.core.config import ClassLoss, from_toml, to_toml, upgrade_settings
from icnn_engine.core.errors import ExperimentError, SettingsError
from icnn_engine.core.experiment_settings import ExperimentSettings, make_experiment_settings
from icnn_engine.core.language import translate
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.runs.run_folder import Table, write_text

FORMAT = 1
MANIFEST = "study.toml"


@dataclass(frozen=True, slots=True)
class Task:
    """Task of the networks of one cell: one category, or several together by one class loss."""

    categories: tuple[str, ...]
    loss: ClassLoss = "logistic"

    @property
    def name(self) -> str:
        """`fox`, or `6 categories, softmax`."""
        return self.categories[0] if len(self.categories) == 1 else f"{len(self.categories)} categories, {self.loss}"


@dataclass(frozen=True, slots=True)
class CellName:
    """One cell of the table: a task, a backbone (NAME or NAME=WEIGHTS) and a seed."""

    task: Task
    backbone: str
    seed: int

    @property
    def file(self) -> str:
        """Name of its files, without extension."""
        return f"{self.group}--seed{self.seed}"

    @property
    def group(self) -> str:
        """The name without the seed; a digest keeps names apart that lost letters, or were too long."""
        whole = f"{self.task.name}--{self.backbone}"
        safe = re.sub(r"[^\w.=-]+", "-", whole)
        if safe == whole and len(self.task.categories) == 1:
            return fitting_name(safe)
        identity = "/".join((*self.task.categories, self.task.loss, self.backbone))
        return fitting_name(f"{safe}--{hashlib.blake2b(identity.encode(), digest_size=4).hexdigest()}")


@dataclass(frozen=True)
class Cell:
    """Results of a cell. `tables`: of each network, and under `floors` the values reached without learning; `info`: the
    weights of the filter loss, seconds, and whether the backbone was pretrained."""

    name: CellName
    tables: dict[str, Table]
    info: dict[str, Any]


@dataclass(frozen=True, eq=False)
class Records:
    """One network on the S test samples of a cell: answers (S, K), cells of the peaks (S, F, 2), their values (S, F),
    category of each filter (F,), how its peaks followed a shift: hits and counted (S, F), silent (F,), groups (F,)."""

    answers: np.ndarray
    cells: np.ndarray
    strengths: np.ndarray
    category: np.ndarray
    hits: np.ndarray
    counted: np.ndarray
    silent: np.ndarray
    groups: np.ndarray


@dataclass(frozen=True, eq=False)
class CellRecords:
    """All networks of a cell on the same samples: labels (S,), -1 for none; landmarks `points` (S, K, 2), nan where
    there is none; geometry of the maps."""

    labels: np.ndarray
    points: np.ndarray
    geometry: MapGeometry
    networks: dict[str, Records]


@dataclass(frozen=True)
class Experiment:
    """An open experiment: its settings, manifest, and the cells finished so far, in the order of the settings."""

    path: Path
    settings: ExperimentSettings
    info: dict[str, Any]
    cells: tuple[Cell, ...]


def begin_experiment(path: Path, settings: ExperimentSettings, info: dict[str, Any]) -> Experiment:
    """Make the folder of an experiment, or open the one that is there and add the new cells to its settings.

    Raises ExperimentError where that one has other settings of training or networks, or other pictures.
    """
    if (path / MANIFEST).is_file():
        known = open_experiment(path)
        same = (known.settings.training, known.settings.variants) == (settings.training, settings.variants)
        if not same or known.info.get("data") != info["data"]:
            what = "other settings" if not same else "other pictures"
            raise ExperimentError(
                translate(
                    "Errors", "{path} holds an experiment with {what}. Choose another place for this one."
                ).format(path=path, what=what)
            )
        settings = _union(known.settings, settings)
        info = info | known.info  # of its first start; each cell knows the versions it was made with
    try:
        write_text(path / MANIFEST, to_toml({"format": FORMAT, "settings": settings.model_dump(), **info}))
    except OSError as error:
        raise ExperimentError(
            translate("Errors", "No experiment can be kept in {path} ({strerror}). Choose another place.").format(
                path=path, strerror=error.strerror or error
            )
        ) from None
    return open_experiment(path)


def _union(known: ExperimentSettings, wanted: ExperimentSettings) -> ExperimentSettings:
    """Return settings with the cells of both. Without categories, all of the folder."""
    grown = {
        name: tuple(dict.fromkeys((*getattr(known, name), *getattr(wanted, name))))
        for name in ("categories", "together", "backbones", "seeds")
    }
    if not known.categories or not wanted.categories:
        grown["categories"] = ()
    return known.model_copy(update=grown | {"alone": known.alone or wanted.alone})


def open_experiment(path: Path) -> Experiment:
    """Open the folder of an experiment.

    Parameters
    ----------
    path
        Folder with a study.toml.

    Returns
    -------
    Experiment
        Settings, manifest and finished cells.

    Raises
    ------
    ExperimentError
        The folder holds no experiment, or one of another version, or a damaged one.
    """
    if not (path / MANIFEST).is_file():
        raise ExperimentError(
            translate(
                "Errors", "{path} is not an experiment: it holds no {manifest}. Choose a folder made by 'experiment'."
            ).format(path=path, manifest=MANIFEST)
        )
    info = _read(path / MANIFEST)
    if info.pop("format", None) != FORMAT:
        raise ExperimentError(
            translate(
                "Errors", "{path} was written by another version. Start the experiment anew in another folder."
            ).format(path=path)
        )
    try:
        given = info.pop("settings", {})
        settings = make_experiment_settings({**given, "training": upgrade_settings(given.get("training", {}))})
    except SettingsError as error:
        raise ExperimentError(
            translate("Errors", "{path} is damaged ({error}). Restore it from a copy.").format(
                path=path / MANIFEST, error=error
            )
        ) from None
    cells = [_cell(file) for file in (path / "cells").glob("*.toml")]
    return Experiment(path, settings, info, tuple(sorted(cells, key=lambda cell: _order(cell.name, settings))))


def _order(name: CellName, settings: ExperimentSettings) -> tuple[Any, ...]:
    """Return the sort key of a cell: tasks, backbones and seeds in the order of the settings."""

    def at(value: object, among: tuple[object, ...]) -> int:
        return among.index(value) if value in among else len(among)

    categories, loss = name.task.categories, name.task.loss
    task = (len(categories) > 1, at(categories[0], settings.categories), categories, at(loss, settings.together))
    return (*task, at(name.backbone, settings.backbones), at(name.seed, settings.seeds), name.seed)


def write_cell(path: Path, cell: Cell, records: CellRecords) -> None:
    """Write a finished cell; its .toml comes last, for its presence means that the cell is complete."""
    folder = path / "cells"
    arrays = {f"{name}/{key}": value for name, own in records.networks.items() for key, value in vars(own).items()}
    with atomic_path(folder / f"{cell.name.file}.npz") as part, part.open("wb") as file:
        np.savez_compressed(file, **arrays, labels=records.labels, points=records.points)
    values = {
        "categories": list(cell.name.task.categories),
        "loss": cell.name.task.loss,
        "backbone": cell.name.backbone,
        "seed": cell.name.seed,
        "geometry": asdict(records.geometry),
        "info": cell.info,
        "tables": cell.tables,
    }
    write_text(folder / f"{cell.name.file}.toml", to_toml(values))


def read_records(path: Path, cell: CellName) -> CellRecords:
    """Return the records of a cell, picture by picture. Raises ExperimentError."""
    file = path / "cells" / f"{cell.file}.npz"
    try:
        geometry = MapGeometry(**_read(file.with_suffix(".toml"))["geometry"])
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as kept:
            names = sorted({key.split("/")[0] for key in kept if "/" in key})
            networks = {n: Records(**{key.name: kept[f"{n}/{key.name}"] for key in fields(Records)}) for n in names}
            return CellRecords(kept["labels"], kept["points"], geometry, networks)
    except (OSError, EOFError, KeyError, TypeError, ValueError, BadZipFile, zlib.error) as error:
        raise ExperimentError(
            translate("Errors", "{file} is damaged ({error}). Delete it and its .toml: it is made anew.").format(
                file=file, error=error
            )
        ) from None


def _cell(file: Path) -> Cell:
    try:
        kept = from_toml(file.read_text(encoding="utf-8"))
        name = CellName(Task(tuple(kept["categories"]), kept["loss"]), kept["backbone"], kept["seed"])
        return Cell(name, kept["tables"], kept["info"])
    except (OSError, UnicodeDecodeError, SettingsError, KeyError, TypeError) as error:
        raise ExperimentError(
            translate("Errors", "{file} is damaged ({error}). Delete it; the experiment makes it anew.").format(
                file=file, error=error
            )
        ) from None


def _read(file: Path) -> dict[str, Any]:
    try:
        return from_toml(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, SettingsError) as error:
        raise ExperimentError(
            translate("Errors", "{file} cannot be read ({error}). Restore it from a copy.").format(
                file=file, error=error
            )
        ) from None
