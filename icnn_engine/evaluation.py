"""What trained networks see and how far they can be trusted: the figures of a run, with their baselines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from icnn_engine import metrics
from icnn_engine.annotations import Landmark
from icnn_engine.datasets import read_landmarks
from icnn_engine.events import NetworkName, Operation, Progress
from icnn_engine.model_file import Run, RunFilter, Table, write_table
from icnn_engine.moves import Following

HELD_OUT_SHARE = 0.5  # docs/maths.md: the strongest half of the held-out pictures, at most 100
LANDMARKS = "landmarks.csv"


def answer_table(answers: Mapping[NetworkName, np.ndarray], positive: np.ndarray) -> Table:
    """Accuracy and balanced accuracy of each network on the same samples, beside the majority's."""
    table: Table = {"majority_accuracy": metrics.majority(positive), "tested": float(len(positive))}
    for name, given in answers.items():
        table[key("accuracy", name)] = metrics.accuracy(given, positive)
        table[key("balanced_accuracy", name)] = metrics.balanced_accuracy(given, positive)
    return known(table)


def key(name: str, network: NetworkName) -> str:
    """The table's key of a figure: plain for the interpretable network, else with the network's prefix."""
    return name if network is NetworkName.INTERPRETABLE else f"{network}_{name}"


def known(table: Table) -> Table:
    """The table with nan replaced by None: what could not be measured is empty, not guessed."""
    return {name: None if value is None or np.isnan(value) else float(value) for name, value in table.items()}


def describe_filters(
    network: NetworkName,
    maps: np.ndarray,
    positive: np.ndarray,
    held_out: np.ndarray,
    following: Following,
    fields: np.ndarray,
) -> tuple[RunFilter, ...]:
    """The figures of a network's filters. maps: (N, F, n, n); positive: (N,) bool; held_out: indices of the pictures
    on which groups are formed; fields: (F,) effective fields, nan for filters that never fire there."""
    strength = maps[positive].reshape(int(positive.sum()), maps.shape[1], -1).max(2).mean(0, dtype=np.float64)
    cells, _ = metrics.peaks(maps[held_out])
    groups = metrics.part_groups(cells, np.nan_to_num(following.usual) >= metrics.STEADY)
    usual_field = float(np.nanmedian(fields)) if np.isfinite(fields).any() else 0.0
    return tuple(
        RunFilter(
            network=network,
            index=f,
            strength=float(strength[f]),
            equivariance=float(following.usual[f]),
            effective_field=float(fields[f]) if np.isfinite(fields[f]) else usual_field,
            group=int(groups[f]),
            dead=bool(strength[f] <= 0),
        )
        for f in range(maps.shape[1])
    )


def following_table(following: Following, groups: np.ndarray, prefix: str) -> Table:
    """Equivariance of a network's filters (means) and the number of distinct parts."""
    table: Table = {f"{prefix}equivariance": _mean(following.usual)}
    for shift, values in following.shifts.items():
        table[f"{prefix}equivariance_{shift}"] = _mean(values)
    table[f"{prefix}equivariance_mirror"] = _mean(following.mirror)
    table[f"{prefix}distinct_parts"] = metrics.distinct_parts(groups)
    return known(table)


def _mean(values: np.ndarray) -> float:
    return float(np.nanmean(values)) if np.isfinite(values).any() else float("nan")


def measure(run: Run, landmarks: Path | None = None) -> Operation[Table]:
    """The table of a run, location instability included where landmarks exist; it is kept in the run.

    `landmarks`: a CSV (image,part,x,y[,visible]); by default `landmarks.csv` of the folder. Raises LandmarksError.
    """
    table = {name: value for name, value in run.table.items() if "instability" not in name and "below" not in name}
    path = landmarks or run.images / LANDMARKS
    yield Progress("Measuring", 0, 2)
    if landmarks is not None or path.is_file():
        known_landmarks = read_landmarks(path, [p.name for p in run.pictures])
        points = landmark_points(run, known_landmarks)
        for done, network in enumerate((NetworkName.INTERPRETABLE, NetworkName.TWIN)):
            table |= instability_table(run, network, points)
            yield Progress("Measuring", done + 1, 2)
    table = known(table)
    write_table(run.path, table)
    return table


def landmark_points(run: Run, landmarks: Mapping[str, tuple[Landmark, ...]]) -> np.ndarray:
    """(N, K, 2) landmarks (y, x) of the run's pictures of the category, in pixels of the squashed input; nan where
    there is none. K: the parts named, sorted."""
    parts = sorted({mark.part for marks in landmarks.values() for mark in marks})
    points = np.full((len(run.pictures), len(parts), 2), np.nan)
    for row, picture in enumerate(run.pictures):
        if picture.positive:
            scale = np.array([run.geometry.input_size / picture.height, run.geometry.input_size / picture.width])
            for mark in landmarks.get(picture.name, ()):
                points[row, parts.index(mark.part)] = np.array([mark.y, mark.x]) * scale - 0.5
    return points


def instability_table(run: Run, network: NetworkName, points: np.ndarray) -> Table:
    """Location instability with its baselines: held-out pictures, and all of them as published."""
    cells, strengths = metrics.peaks(np.asarray(run.maps(network), dtype=np.float32))
    positions, size = run.geometry.centre(cells), run.geometry.input_size
    grid = run.geometry.centre(np.arange(run.geometry.cells))
    test = np.array([picture.side == "test" for picture in run.pictures])
    held = metrics.location_instability(positions[test], strengths[test], points[test], size, grid, HELD_OUT_SHARE)
    every = metrics.location_instability(positions, strengths, points, size, grid)
    table: Table = {
        key("instability", network): held.mean(),
        key("instability_all_pictures", network): every.mean(),
        key("instability_centre", network): replace(held, filters=held.centre).mean(),
        key("instability_random", network): replace(held, filters=held.random).mean(),
        key("instability_centre_all_pictures", network): replace(every, filters=every.centre).mean(),
        key("instability_random_all_pictures", network): replace(every, filters=every.random).mean(),
        key("share_below_centre", network): held.share_below_centre(),
    }
    return table
