"""Measure a finished run against landmarks and boxes; its table is kept in the run. No torch."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from icnn_engine import metrics
from icnn_engine.annotations import Landmark
from icnn_engine.datasets import BOXES, LANDMARKS, landmarks_of, read_boxes, read_landmarks, table_in
from icnn_engine.datasets.plausible import NO_SIZES, Sizes
from icnn_engine.datasets.tables import unmatched_rows
from icnn_engine.evaluation import (
    PREFIXES,
    Peaks,
    interpretability_table,
    known,
    landmark_table,
    measured_landmarks,
    needs_landmarks,
    points_of,
    prefixed,
)
from icnn_engine.events import NetworkName, Operation, Progress, Warned
from icnn_engine.inspection import wall_order
from icnn_engine.model_file import FLOORS, Run, Table, write_table
from icnn_engine.part_scores import (
    Boxes,
    Marks,
    NetworkParts,
    Truth,
    network_scores,
    scores_of,
    shared_floors,
    truth_of,
)

MEASURED = (NetworkName.INTERPRETABLE, NetworkName.TWIN)


def measure(run: Run, landmarks: Path | None = None) -> Operation[Table]:
    """The table of a run, all that needs landmarks or boxes included where they exist; it is kept in the run.

    `landmarks`: a CSV (image,part,x,y[,visible]); by default the folder's own. Boxes: the folder's `boxes.csv`. Raises
    LandmarksError.
    """
    table = {name: value for name, value in run.table.items() if not needs_landmarks(name)}
    names = [p.name for p in run.pictures]
    yield Progress("Measuring", 0, 2)
    sizes = sizes_of(run)
    given = {} if landmarks is None else read_landmarks(landmarks, names, run.images, sizes)
    marks = measured_landmarks(run.images, names, sizes) if landmarks is None else given
    boxes = boxes_of(run.images, names, sizes)
    truth = _truth(run, given or landmarks_of(run.images, names, sizes), boxes)
    for path in (landmarks or table_in(run.images, LANDMARKS), table_in(run.images, BOXES)):
        if note := unmatched_rows(path, names, run.images):
            yield Warned(f"{path.name}: {note}.")
    for done, network in enumerate(MEASURED):
        found = _instability(run, network, marks) if marks else {}
        if run.judged and truth.marked.any():
            found |= network_scores(_parts(run, network, truth), truth.only(truth.marked))
        table |= prefixed(found, PREFIXES[network])
        yield Progress("Measuring", done + 1, 2)
    if run.judged and truth.points.shape[1]:
        table |= shared_floors(truth) | _floors(run, truth)
    table = known(table)
    write_table(run.path, table)
    return table


def _instability(run: Run, network: NetworkName, marks: Mapping[str, tuple[Landmark, ...]]) -> Table:
    names, points = [p.name for p in run.pictures], landmark_points(run, marks)
    labels = np.array([p.label for p in run.pictures])
    test = _side(run, "test")
    held = np.flatnonzero(test & (labels >= 0))
    fields = np.array([f.effective_field for f in run.of(network)])
    maps, shown = np.asarray(run.maps(network)[held]), [names[i] for i in held]
    found = landmark_table(peaks_in(run, network), labels, test, points, run.geometry)
    return found | interpretability_table(run.images, shown, maps, fields, run.geometry)


def _side(run: Run, side: str) -> np.ndarray:
    return np.array([picture.side == side for picture in run.pictures])


def boxes_of(root: Path, names: list[str], sizes: Sizes = NO_SIZES) -> Boxes:
    """The boxes (x, y, width, height) in the `boxes.csv` of a folder; {} where there is none. `sizes`: as of
    `read_boxes`. Raises LandmarksError."""
    path = table_in(root, BOXES)
    return read_boxes(path, names, root, sizes) if path.is_file() else {}


def sizes_of(run: Run) -> dict[str, tuple[int, int]]:
    """(width, height) of a run's pictures in pixels, by name."""
    return {picture.name: (picture.width, picture.height) for picture in run.pictures}


def _truth(run: Run, marks: Marks, boxes: Boxes) -> Truth:
    shown = np.array([picture.positive for picture in run.pictures])
    sides = np.array([picture.side for picture in run.pictures])
    return truth_of(run.pictures, shown, sides, (marks, boxes), run.geometry)


def _parts(run: Run, network: NetworkName, truth: Truth) -> NetworkParts:
    """The filters of a network on the pictures that are marked."""
    rows, filters = np.flatnonzero(truth.marked), run.of(network)
    labels = np.array([p.label for p in run.pictures])[rows]
    return NetworkParts(
        maps=np.asarray(run.maps(network)[rows], np.float32),
        strengths=np.array([one.strength for one in filters]),
        groups=np.array([one.group for one in filters]),
        distances=np.asarray(run.part_distances(network)),
        shows=metrics.shown(labels, np.array([one.category for one in filters])),
        noisy=np.asarray(run.noisy_cells(network)[rows], np.float64),
        order=np.array(wall_order(filters)),
    )


def _floors(run: Run, truth: Truth) -> Table:
    """NMI, ARI and keypoint regression of what was never trained."""
    shown = np.flatnonzero([picture.positive for picture in run.pictures])
    marked = truth.marked[shown]
    table: Table = {}
    for name in FLOORS:
        if run.has_floor_maps(name):
            maps = {k: np.asarray(run.floor_maps(name, k)[marked], np.float32) for k in metrics.COUNTS}
            table |= prefixed(scores_of(maps, truth.only(shown[marked])), f"{name}_")
    return table


def peaks_in(run: Run, network: NetworkName) -> Peaks:
    """The peaks of a network of a run."""
    cells, strengths = metrics.peaks(np.asarray(run.maps(network), dtype=np.float32))
    return Peaks(cells, strengths, np.array([f.category for f in run.of(network)]))


def landmark_points(run: Run, landmarks: Mapping[str, tuple[Landmark, ...]]) -> np.ndarray:
    """(N, K, 2) landmarks (y, x) of a run's pictures, as `points_of`."""
    names = [p.name if p.positive else "" for p in run.pictures]
    sizes = [(p.width, p.height) for p in run.pictures]
    return points_of(names, sizes, landmarks, run.geometry.input_size)
