"""The runs in a folder: listed without opening them, renamed, and compared two at a time. No torch."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from math import nan
from pathlib import Path
from typing import Any

from icnn_engine.core.atomic_files import safe_name
from icnn_engine.core.config import SHUFFLED, TrainSettings, from_toml, make_settings, upgrade_settings
from icnn_engine.core.errors import PartscopeError, RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.runs.interrupted_training import can_resume, read_resume_state
from icnn_engine.runs.new_run_folder import NAMED, short_run_name
from icnn_engine.runs.run_folder import FORMAT, Run, open_run
from icnn_engine.runs.run_lock import LOCK, is_locked

TRACES = ("log.txt", "metrics.csv", "pictures.csv", "model.safetensors", "maps")  # of a run that was never finished
FIGURES = {  # of a summary, by their keys in the table
    "accuracy": "balanced_accuracy",
    "twin_accuracy": "twin_balanced_accuracy",
    "equivariance": "equivariance",
    "instability": "instability",
    "holding": "holding",
}


OF_INSPECTION = ("category", "categories", "loss", "background", "filters", "max_pictures", "split", "device", "seed")
OF_CONVERSION = ("epochs", "batch", "learning_rate", "strength")  # what was set of a look, and of a conversion besides


class RunState(StrEnum):
    """State of a run folder."""

    WHOLE = "whole"
    TRAINING = "training"  # a program is training in it now
    STOPPED = "stopped"  # its training was interrupted and can be gone on with
    UNFINISHED = "unfinished"  # the training that made it did not come to its end, and left nothing to go on with
    OTHER = "other"  # damaged, or written by another version


@dataclass(frozen=True)
class RunSummary:
    """A run in a list of runs. Figures are nan and texts empty where they are not known; `made`: date and time in ISO
    8601; `holding`: share of filters that hold a part; `parts`: how many parts these are (None: not known);
    `size`: bytes on the disk; `settings`: None where they cannot be read; `source`: the user's own network that the run
    looks at or has converted (`converted`), None after a training; `forbidden`: what its answer was fitted anew
    without, empty where everything is allowed."""

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
    parts: int | None = None
    size: int = 0
    source: NetworkSource | None = None
    converted: bool = False
    forbidden: str = ""

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def short_name(self) -> str:
        """The name without the date and time that it begins with, if something follows them."""
        return short_run_name(self.name)


def list_runs(folders: tuple[Path, ...]) -> tuple[RunSummary, ...]:
    """Return every run in some folders, and runs that are named themselves; latest first."""
    paths: dict[Path, None] = {}
    for folder in folders:
        with suppress(OSError):
            paths |= dict.fromkeys((folder, *sorted(path for path in folder.iterdir() if path.is_dir())))
    summaries = [summary for summary in map(summary_of, paths) if summary]
    return tuple(sorted(summaries, key=lambda summary: (summary.made, summary.name), reverse=True))


def summary_of(path: Path) -> RunSummary | None:
    """Return the summary of a folder; None where it is no run's."""
    if can_resume(path):
        return _unfinished(path)
    if not (path / "run.toml").is_file():
        traces = sum((path / name).exists() for name in TRACES)
        begun = NAMED.match(path.name) and not (path / "study.toml").exists()
        return RunSummary(path, RunState.UNFINISHED, size=_size(path)) if begun or traces >= 2 else None
    try:
        info = from_toml((path / "run.toml").read_text(encoding="utf-8"))
        if info.get("format") != FORMAT:
            return RunSummary(path, RunState.OTHER, str(info.get("made", "")), size=_size(path))
        table = _table_of(path, info)
        figures = {field: float(table.get(key, nan)) for field, key in FIGURES.items()}
        return RunSummary(
            path,
            RunState.WHOLE,
            made=str(info.get("made", "")),
            category=str(info["category"]),
            settings=make_settings(upgrade_settings(info["settings"], finished=True)),
            source=NetworkSource(**info["own_network"]["source"]) if "own_network" in info else None,
            converted=bool(info.get("own_network", {}).get("converted")),
            forbidden=str(info.get("forbidden", {}).get("title", "")),
            images=str(info["data"]["folder"]),
            parts=_parts_of(path),
            size=_size(path),
            **figures,
        )
    except (OSError, UnicodeDecodeError, KeyError, TypeError, ValueError, PartscopeError):
        return RunSummary(path, RunState.OTHER, size=_size(path))


def _table_of(path: Path, info: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the figures of a run; those of shuffled pictures, which earlier versions counted, are counted anew."""
    if info.get("background") == SHUFFLED:
        return open_run(path).table
    return from_toml((path / "table.toml").read_text(encoding="utf-8"))


def _parts_of(path: Path) -> int | None:
    """Return how many parts the filters of a run hold; None where they were not tested or cannot be read."""
    with suppress(OSError, UnicodeDecodeError, KeyError, TypeError, ValueError, csv.Error):
        rows = csv.DictReader((path / "filters.csv").read_text(encoding="utf-8").splitlines())
        own = [row for row in rows if row["network"] == NetworkName.INTERPRETABLE]
        if all(int(row["eligible"]) >= 0 for row in own):
            return len({row["group"] for row in own if int(row["group"]) >= 0})
    return None


def _unfinished(path: Path) -> RunSummary:
    """Return the summary of a training that did not come to its end."""
    try:
        begun = read_resume_state(path)
    except PartscopeError:
        return RunSummary(path, RunState.UNFINISHED, size=_size(path))
    state = RunState.TRAINING if is_locked(path / LOCK) else RunState.STOPPED
    category = begun.settings.category or " + ".join(begun.settings.categories)
    return RunSummary(path, state, begun.made, category, begun.settings, str(begun.folder), size=_size(path))


def _size(path: Path) -> int:
    """Return the bytes of all files below a folder; files that cannot be asked count nothing."""
    total = 0
    with suppress(OSError):
        for file in path.rglob("*"):
            with suppress(OSError):
                total += file.lstat().st_size if not file.is_dir() else 0
    return total


def rename_run(path: Path, name: str) -> Path:
    """Give a run's folder another name beside the old one; return its path. Raises RunError."""
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
    """Two runs side by side. `settings`: name -> values of both, where they differ, of networks of the user's own with
    `network` and `layer` (None: the run has no such setting); `figures`: key of the table ->
    values of both (nan: none), where either has one; `same_pictures`, `same_split`, `same_seed`: whether a difference
    of the figures can be due to them."""

    settings: Mapping[str, tuple[Any, Any]]
    figures: Mapping[str, tuple[float, float]]
    same_pictures: bool
    same_split: bool
    same_seed: bool


def compared(run: Run, other: Run) -> Comparison:
    """Return the differences between two runs."""
    ours, theirs = _settings_of(run), _settings_of(other)
    side_of, its_side_of = ({picture.name: picture.side for picture in r.pictures} for r in (run, other))
    return Comparison(
        settings={key: (ours.get(key), theirs.get(key)) for key in ours | theirs if ours.get(key) != theirs.get(key)},
        figures={key: (_figure(run, key), _figure(other, key)) for key in run.table | other.table},
        same_pictures=run.info["data"]["fingerprint"] == other.info["data"]["fingerprint"],
        same_split=side_of == its_side_of,
        same_seed=run.settings.seed == other.settings.seed,
    )


def _settings_of(run: Run) -> dict[str, Any]:
    """Return what was set of a run by name; of a network of the user's own what it was looked at or converted with."""
    settings = run.settings.model_dump(exclude={"name"})
    known = run.own_network
    if known is None:
        return settings | {"forbidden": run.info.get("forbidden", {}).get("title", "")}
    source, conversion = known["source"], known.get("conversion", {})
    return {
        "network": known["title"],
        "layer": known["layer"]["name"],
        "weights": f"{Path(source.get('weights', '')).name} ({known['digest'][:8]})".strip(),
        "converted": bool(known.get("converted")),
        **{key: settings[key] for key in OF_INSPECTION},
        **{key: conversion[key] for key in OF_CONVERSION if key in conversion},
    }


def losses_of(run: Path, network: NetworkName) -> tuple[tuple[int, float, float], ...]:
    """Return (epoch, class loss, filter loss) of each epoch that a network learned, from the run's metrics.csv; empty
    where that cannot be read."""
    with suppress(OSError, UnicodeDecodeError, KeyError, ValueError):
        rows = csv.DictReader((run / "metrics.csv").read_text(encoding="utf-8").splitlines())
        return tuple(
            (int(row["epoch"]), float(row["class_loss"]), float(row["filter_loss"]))
            for row in rows
            if row["network"] == network
        )
    return ()


def _figure(run: Run, key: str) -> float:
    value = run.table.get(key)
    return nan if value is None else float(value)
