"""The table of an experiment: means over seeds, 95 % intervals, differences from the ordinary network. No torch.

The interval of a measure that can be recomputed picture by picture comes from a paired bootstrap over seeds and test
pictures; of another one from Student's t over seeds (none for a single seed). A difference counts only if its interval
excludes zero.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import inf, isfinite
from pathlib import Path
from typing import Any, Literal

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.config import from_toml, to_toml
from icnn_engine.core.errors import SettingsError
from icnn_engine.evaluation.tables import HELD_OUT_SHARE
from icnn_engine.experiment.experiment_folder import (
    Cell,
    CellName,
    CellRecords,
    Experiment,
    Records,
    Task,
    read_records,
)
from icnn_engine.metrics import Followed, Interval, Sample, Statistic
from icnn_engine.runs.run_folder import write_text

ORDINARY = "ordinary"
FLOORS = "floors"
DICTIONARIES = ("kmeans", "nmf")  # filters made of the trunk's maps, without training


@dataclass(frozen=True, slots=True)
class Column:
    """A measure: its key in the tables, heading, meaning, better direction, digits, and `limits`, to which intervals
    are clipped."""

    key: str
    title: str
    meaning: str
    better: Literal["high", "low", ""] = ""
    digits: int = 3
    limits: tuple[float, float] = (0.0, 1.0)


COLUMNS = (
    Column("balanced_accuracy", "Balanced accuracy", "Mean share of right answers over the kinds of pictures.", "high"),
    Column("instability", "Location instability", "Held-out pictures, the strongest half of them.", "low"),
    Column(
        "instability_centre",
        "Location instability of the centre",
        "A filter that always fires in the middle, same pictures.",
    ),
    Column("share_below_centre", "Filters below the centre", "Share of filters that beat their own centre.", "high", 2),
    Column(
        "instability_all_pictures",
        "Location instability, all pictures",
        "As published: training pictures included.",
        "low",
    ),
    Column("equivariance", "Equivariance", "Share of peaks that follow a move of 24 pixels.", "high"),
    Column("slope", "Slope", "How far peaks go of the way that the content goes.", "high", 2, (-inf, inf)),
    Column("mirror", "Mirror", "Share of peaks that are on the same content in the mirrored picture.", "high"),
    Column("transplant", "Transplant", "Share of crops that are answered where they were pasted.", "high"),
    Column("equivariance_scale", "Equivariance to scale", "Share of peaks that follow an enlargement.", "high"),
    Column("grounding", "Grounding", "Share of the strength that the crop alone keeps.", "high", 2),
    Column("holding", "Holding", "Share of filters that pass every test.", "high"),
    Column(
        "independent_parts",
        "Evenness of the parts",
        "Parts weighed by their filters: the number of parts only if all have as many filters.",
        "high",
        1,
        (0, inf),
    ),
    Column("coverage", "Coverage", "Share of the object inside the crops of the parts.", "high", 2),
    Column("peaks_in_box", "Peaks in the box", "Share of peaks that lie in the object's box.", "high", 2),
    Column("nmi_8", "NMI, 8 parts", "Between landmarks and the parts that hold, x 100.", "high", 1, (0, 100)),
    Column("ari_8", "ARI, 8 parts", "The same, corrected for chance, x 100.", "high", 1, (-100, 100)),
    Column("nmi_8_all_filters", "NMI, all filters", "Of all filters cut into 8, x 100.", "high", 1, (0, 100)),
    Column("ari_8_all_filters", "ARI, all filters", "Of all filters cut into 8, x 100.", "high", 1, (-100, 100)),
    Column("keypoint_regression", "Keypoint regression", "Distance, x 100, in units of the box.", "low", 1, (0, inf)),
    Column("prototype_consistency", "Prototype consistency", "Highest share of one landmark in its box.", "high", 2),
    Column("prototype_stability", "Prototype stability", "Share of boxes unchanged by noise.", "high", 2),
    Column("part_interpretability", "Part interpretability", "Share of pictures whose region fits a part.", "high", 2),
    Column("landmark_distance", "Landmark distance", "Of the filter chosen on half of the pictures, or CAM.", "low"),
    Column("deletion", "Deletion", "Area under the answer while the hottest cells go.", "low", 2),
    Column("insertion", "Insertion", "Area under the answer while the hottest cells come.", "high", 2),
    Column("background_auc", "AUC of peaks", "Category against background, mean over filters.", "high", 2),
    Column("background_share", "From weak filters", "Share of the answer from filters of AUC under 0.7.", "low", 2),
)

BY_KEY = {column.key: column for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure of one network: its mean over seeds with interval (nan ends where there is none), and its difference
    from the ordinary network of the same cells (None without one)."""

    value: Interval
    against: Interval | None = None

    @property
    def differs(self) -> bool:
        """The interval of the difference from the ordinary network excludes zero."""
        return self.against is not None and self.against.is_difference


@dataclass(frozen=True, slots=True)
class ExperimentRow:
    """One network of one task and backbone, over its seeds. `network`: a variant, `cam`, or `floors`. `pretrained`:
    whether the backbone was; rows without are no comparison with the paper."""

    task: Task
    backbone: str
    network: str
    seeds: tuple[int, ...]
    pretrained: bool
    figures: Mapping[str, Figure]


def experiment_rows(study: Experiment) -> tuple[ExperimentRow, ...]:
    """Return all rows of an experiment, in the order of its settings; intervals are cached in its folder."""
    groups = dict.fromkeys((cell.name.task, cell.name.backbone) for cell in study.cells)
    return tuple(row for task, backbone in groups for row in _group(study, task, backbone))


def _group(study: Experiment, task: Task, backbone: str) -> list[ExperimentRow]:
    cells = [c for c in study.cells if (c.name.task, c.name.backbone) == (task, backbone)]
    seeds = tuple(cell.name.seed for cell in cells)
    file = study.path / "intervals" / f"{CellName(task, backbone, 0).group}.toml"
    digest = hashlib.blake2b(repr(cells).encode(), digest_size=8).hexdigest()
    stored = _cached(file, digest)
    if stored is None:
        stored = _computed(study.path, cells)
        with suppress(OSError):  # an experiment in a folder without write access is shown, too
            write_text(file, to_toml({"cells": digest, "networks": stored}))
    pretrained = all(cell.info["pretrained"] for cell in cells)
    order = [*study.settings.variants, "cam", *DICTIONARIES, FLOORS]
    figures = {name: {key: _figure(key, value) for key, value in own.items()} for name, own in stored.items()}
    return [ExperimentRow(task, backbone, name, seeds, pretrained, figures[name]) for name in order if name in figures]


def _cached(file: Path, digest: str) -> dict[str, Any] | None:
    """Return the figures computed before, None if cells have come or changed since."""
    try:
        stored = from_toml(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, SettingsError):
        return None
    return stored.get("networks") if stored.get("cells") == digest else None


def _figure(key: str, stored: Mapping[str, Any]) -> Figure:
    """Return the figure, its interval clipped to the limits of the measure; baselines have no difference."""
    column = BY_KEY.get(key)
    against = Interval(*stored["against"]) if "against" in stored and (column is None or column.better) else None
    value = Interval(*stored["value"])
    if column is not None and isfinite(value.low):
        least, most = column.limits
        value = Interval(value.mean, max(value.low, least), min(value.high, most))
    return Figure(value, against)


def _computed(path: Path, cells: Sequence[Cell]) -> dict[str, Any]:
    """Return value and difference from the ordinary network, [mean, low, high] each, by network and measure."""
    computed: dict[str, dict[str, Any]] = {}
    keys = dict.fromkeys((n, key) for cell in cells for n, table in cell.tables.items() for key in table)
    for network, key in keys:
        entry = {"value": _ends(metrics.interval_of_seeds(by_seed(cells, network, key)))}
        if network not in (ORDINARY, FLOORS) and (ORDINARY, key) in keys:
            apart = by_seed(cells, network, key) - by_seed(cells, ORDINARY, key)
            entry["against"] = _ends(metrics.interval_of_seeds(apart))
        computed.setdefault(network, {})[key] = entry
    draws = metrics.bootstrap([sample_of(cell, read_records(path, cell.name)) for cell in cells])
    for name, own in draws.items():
        network, key = name.split("/")
        if not isfinite(own.value):
            continue
        entry = {"value": _ends(metrics.interval(own))}
        if network != ORDINARY and f"{ORDINARY}/{key}" in draws:
            entry["against"] = _ends(metrics.difference(own, draws[f"{ORDINARY}/{key}"]))
        computed[network][key] = entry
    return computed


def _ends(interval: Interval) -> list[float]:
    return [interval.mean, interval.low, interval.high]


def by_seed(cells: Sequence[Cell], network: str, key: str) -> np.ndarray:
    """Return one value per cell, nan where it was not measured."""
    values = [cell.tables.get(network, {}).get(key) for cell in cells]
    return np.array([np.nan if value is None else value for value in values])


def sample_of(cell: Cell, records: CellRecords) -> Sample:
    """Return the measures of a cell that can be recomputed from its records."""
    named = {
        f"{network}/{key}": statistic
        for network, own in records.networks.items()
        for key, statistic in _statistics(cell, records, own).items()
    }
    return Sample(records.labels, named)


def _statistics(cell: Cell, records: CellRecords, own: Records) -> dict[str, Statistic]:
    labels, geometry = records.labels, records.geometry
    background = bool((labels < 0).any())
    right = metrics.predicted(own.answers, cell.name.task.loss, background) == labels
    statistics = {"balanced_accuracy": metrics.balanced_accuracy_statistic(right, labels)}
    if own.category.size == 0:
        return statistics
    shown = np.flatnonzero(labels >= 0)
    followed = Followed(own.hits[shown], own.counted[shown], own.silent)
    statistics["equivariance"] = metrics.on_rows(metrics.equivariance_statistic(followed), shown)
    if np.isfinite(records.points).any() and len(cell.name.task.categories) == 1:
        positions, size = geometry.centre(own.cells[shown]), geometry.input_size
        middle = np.full_like(positions, (size - 1) / 2)
        for key, places in (("instability", positions), ("instability_centre", middle)):
            spread = metrics.instability_statistic(
                places, own.strengths[shown], records.points[shown], size, HELD_OUT_SHARE
            )
            statistics[key] = metrics.on_rows(spread, shown)
    return statistics


NOTES = (
    "Held-out pictures unless a column says otherwise; 95 % intervals by a paired bootstrap over seeds and pictures, "
    "or by Student's t over seeds; "
    "* differs from the ordinary network (interval of the paired difference excludes zero).",
    "Quick training: frozen trunk, one new convolution; the published figures are of networks trained in full, on "
    "all pictures, with other splits: not comparable digit by digit.",
)


def captions(study: Experiment, rows: Sequence[ExperimentRow]) -> tuple[str, ...]:
    """Return the notes below the table: how it was made and where it departs from the paper."""
    notes = [NOTES[0]]
    if study.settings.training.training == "quick":
        notes.append(NOTES[1])
    if study.settings.training.split == "released":
        notes.append("The split is that of the authors' code, which leaks: copies and photographs straddle it.")
    if poor := sorted({row.backbone for row in rows if not row.pretrained}):
        notes.append(f"{', '.join(poor)}: no pretrained weights; these rows are no comparison with the paper.")
    return tuple(notes)
