"""The runs in a place: listed without opening them, renamed, and compared two at a time. No torch."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from math import nan
from pathlib import Path
from typing import Any

from icnn_engine.core.config import TrainSettings, from_toml, make_settings, upgrade_settings
from icnn_engine.core.errors import PartscopeError, RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.files import safe_name
from icnn_engine.core.language import translate
from icnn_engine.runs.resume_state import LOCK, can_resume, is_locked, read_resume_state
from icnn_engine.runs.run_folder import FORMAT, Run

TRACES = ("log.txt", "metrics.csv", "pictures.csv", "model.safetensors", "maps")  # of a run that was never finished
NAMED = re.compile(r"\d{8}-\d{6}-")  # how the folder of a training begins, even before anything is in it

FIGURES = {  # of a summary, by their keys in the table
    "accuracy": "balanced_accuracy",
    "twin_accuracy": "twin_balanced_accuracy",
    "equivariance": "equivariance",
    "instability": "instability",
    "holding": "holding",
    "parts": "independent_parts",
}


class RunState(StrEnum):
    """What a folder of a run is."""

    WHOLE = "whole"
    TRAINING = "training"  # a program is training in it now
    STOPPED = "stopped"  # its training was interrupted and can be gone on with
    UNFINISHED = "unfinished"  # the training that made it did not come to its end, and left nothing to go on with
    OTHER = "other"  # damaged, or written by another version


@dataclass(frozen=True)
class RunSummary:
    """What a list of runs tells of one. Figures are nan and words empty where they are not known; `made`: date and
    time in ISO 8601; `holding`: share of filters that hold a part; `parts`: how many independent parts these are;
    `size`: bytes on the disk; `settings`: None where they cannot be read."""

    path: Path
    state: RunState
    made: str = ""
    category: str = ""
    settings: TrainSettings | None = None
    images: str = ""
    accuracy: float = nan
    twin_accuracy: float = nan
    equivariance: float = nan
    instability: float = nan
    holding: float = nan
    parts: float = nan
    size: int = 0

    @property
    def name(self) -> str:
        return self.path.name


def list_runs(places: tuple[Path, ...]) -> tuple[RunSummary, ...]:
    """Every run in some folders, and runs that are named themselves; latest first. What is no run is passed over."""
    found: dict[Path, RunSummary] = {}
    for place in places:
        with suppress(OSError):
            for path in (place, *sorted(p for p in place.iterdir() if p.is_dir())):
                if path not in found and (one := summary_of(path)) is not None:
                    found[path] = one
    return tuple(sorted(found.values(), key=lambda one: (one.made, one.name), reverse=True))


def summary_of(path: Path) -> RunSummary | None:
    """What is told of a folder; None where it is no run's."""
    if can_resume(path):
        return _begun(path)
    if not (path / "run.toml").is_file():
        traces = sum((path / name).exists() for name in TRACES)
        begun = NAMED.match(path.name) and not (path / "study.toml").exists()
        return RunSummary(path, RunState.UNFINISHED, size=_size(path)) if begun or traces >= 2 else None
    try:
        info = from_toml((path / "run.toml").read_text(encoding="utf-8"))
        if info.get("format") != FORMAT:
            return RunSummary(path, RunState.OTHER, str(info.get("made", "")), size=_size(path))
        table = from_toml((path / "table.toml").read_text(encoding="utf-8"))
        figures = {field: float(table.get(key, nan)) for field, key in FIGURES.items()}
        return RunSummary(
            path,
            RunState.WHOLE,
            made=str(info.get("made", "")),
            category=str(info["category"]),
            settings=make_settings(upgrade_settings(info["settings"], finished=True)),
            images=str(info["data"]["folder"]),
            size=_size(path),
            **figures,
        )
    except (OSError, UnicodeDecodeError, KeyError, TypeError, ValueError, PartscopeError):
        return RunSummary(path, RunState.OTHER, size=_size(path))


def _begun(path: Path) -> RunSummary:
    """What is told of a training that did not come to its end."""
    state = RunState.TRAINING if is_locked(path / LOCK) else RunState.STOPPED
    try:
        begun = read_resume_state(path)
    except PartscopeError:
        return RunSummary(path, RunState.UNFINISHED, size=_size(path))
    wanted = begun.settings
    category = wanted.category or " + ".join(wanted.categories)
    return RunSummary(path, state, begun.made, category, wanted, str(begun.folder), size=_size(path))


def _size(path: Path) -> int:
    """Bytes of all files below a folder; what cannot be asked counts nothing."""
    total = 0
    with suppress(OSError):
        for file in path.rglob("*"):
            with suppress(OSError):
                total += file.lstat().st_size if not file.is_dir() else 0
    return total


def rename_run(path: Path, name: str) -> Path:
    """Give a run's folder another name, in the same place; returns where it is now. Raises RunError."""
    plain = " ".join(name.split())
    if safe_name(plain, 200) != plain:
        text = translate("Errors", "'{name}' cannot be a folder's name. Use letters, digits, spaces, - and _.")
        raise RunError(text.format(name=name))
    target = path.with_name(plain)
    if target == path:
        return path
    if is_locked(path / LOCK):
        raise RunError(translate("Errors", "{path} is being trained in: rename it afterwards.").format(path=path))
    if target.exists():
        text = translate("Errors", "There is something called {name} in {place} already. Choose another name.")
        raise RunError(text.format(name=plain, place=path.parent))
    try:
        return path.rename(target)
    except OSError as error:
        text = translate("Errors", "The run {path} cannot be renamed ({reason}). It stays as it is.")
        raise RunError(text.format(path=path, reason=error.strerror or error)) from None


@dataclass(frozen=True)
class Comparison:
    """Two runs side by side. `settings`: name -> what each has, of those that differ; `figures`: key of the table ->
    what each has (nan: nothing), of those that either has; `same_pictures`, `same_split`, `same_seed`: whether a
    difference of the figures can be due to them."""

    settings: Mapping[str, tuple[Any, Any]]
    figures: Mapping[str, tuple[float, float]]
    same_pictures: bool
    same_split: bool
    same_seed: bool


def compared(one: Run, other: Run) -> Comparison:
    """What differs between two runs."""
    own, its = one.settings.model_dump(), other.settings.model_dump()
    keys = [*one.table, *(key for key in other.table if key not in one.table)]
    sides = [{picture.name: picture.side for picture in run.pictures} for run in (one, other)]
    return Comparison(
        settings={key: (own[key], its[key]) for key in own if own[key] != its[key] and key != "name"},
        figures={key: (_figure(one, key), _figure(other, key)) for key in keys},
        same_pictures=one.info["data"]["fingerprint"] == other.info["data"]["fingerprint"],
        same_split=sides[0] == sides[1],
        same_seed=one.settings.seed == other.settings.seed,
    )


def losses_of(run: Path, network: NetworkName) -> tuple[tuple[int, float, float], ...]:
    """(epoch, class loss, filter loss) of each epoch that a network learned, from the run's metrics.csv; nothing where
    that cannot be read."""
    with suppress(OSError, UnicodeDecodeError, KeyError, ValueError):
        rows = csv.DictReader(io.StringIO((run / "metrics.csv").read_text(encoding="utf-8")))
        return tuple(
            (int(row["epoch"]), float(row["class_loss"]), float(row["filter_loss"]))
            for row in rows
            if row["network"] == network
        )
    return ()


def _figure(run: Run, key: str) -> float:
    value = run.table.get(key)
    return nan if value is None else float(value)
