"""Measure a finished run against landmarks and boxes; its table is kept in the run. No torch."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TypeVar

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.annotations import Landmark
from icnn_engine.core.events import NetworkName, Operation, Progress, Warned
from icnn_engine.core.language import short_list, translate
from icnn_engine.data import BOXES, LANDMARKS, landmarks_of, read_boxes, read_landmarks, table_in
from icnn_engine.data.tables.csv_tables import unmatched_rows
from icnn_engine.data.tables.plausibility import NO_SIZES, Sizes
from icnn_engine.evaluation.part_scores import (
    Boxes,
    Marks,
    NetworkParts,
    Truth,
    network_scores,
    scores_of,
    shared_floors,
    truth_of,
)
from icnn_engine.evaluation.tables import (
    PREFIXES,
    PeakTable,
    interpretability_table,
    known,
    landmark_table,
    measured_landmarks,
    needs_landmarks,
    points_of,
    prefixed,
)
from icnn_engine.inspection.filter_order import wall_order
from icnn_engine.runs.changed_pictures import changed_words, ensure_same, is_changed
from icnn_engine.runs.run_folder import FLOORS, Run, Table, write_table

T = TypeVar("T")
MEASURED = (NetworkName.INTERPRETABLE, NetworkName.TWIN)


def measure(run: Run, landmarks: Path | None = None) -> Operation[Table]:
    """The table of a run, all that needs landmarks or boxes included where they exist; it is kept in the run.

    `landmarks`: a CSV (image,part,x,y[,visible]); by default the folder's own. Boxes: the folder's `boxes.csv`.
    A figure that cannot be measured anew keeps its value, and so does each where marked pictures have changed since the
    training, unless landmarks are given: then those pictures are left out. All this is told (Warned). Raises
    LandmarksError, and RunError where most pictures have changed.
    """
    ensure_same(run)
    names = [p.name for p in run.pictures]
    yield Progress("Measuring", 0, 2)
    sizes = sizes_of(run)
    given = {} if landmarks is None else read_landmarks(landmarks, names, run.images, sizes)
    marks = measured_landmarks(run.images, names, sizes) if landmarks is None else given
    every, boxes = given or landmarks_of(run.images, names, sizes), boxes_of(run.images, names, sizes)
    changed = _changed(run, {*marks, *every, *boxes})
    marks, every, boxes = _without(marks, changed), _without(every, changed), _without(boxes, changed)
    table: Table = {}
    truth = _truth(run, every, boxes)
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
    if changed:
        yield Warned(changed_words(changed))
    table = known(table)
    if kept := _not_anew(run.table, {} if changed and landmarks is None else table):
        yield Warned(_kept_words(run, kept))
    table = run.table | {name: value for name, value in table.items() if name not in kept}
    write_table(run.path, table)
    return table


def _changed(run: Run, marked: Collection[str]) -> tuple[str, ...]:
    """The names of the pictures of some names that have changed since the training: what is marked in them now does
    not belong to what the run saw."""
    return tuple(one.name for i, one in enumerate(run.pictures) if one.name in marked and is_changed(run, i))


def unchanged_marks(run: Run, marks: Mapping[str, T]) -> dict[str, T]:
    """What is marked in the pictures of a run, without the pictures that have changed since the training."""
    return _without(marks, _changed(run, marks.keys()))


def _without(found: Mapping[str, T], names: Collection[str]) -> dict[str, T]:
    return {name: one for name, one in found.items() if name not in names}


def _not_anew(before: Table, now: Table) -> tuple[str, ...]:
    """The figures that need landmarks, boxes or areas of parts, were known before and are not known now."""
    known_before = (name for name, value in before.items() if value is not None and needs_landmarks(name))
    return tuple(name for name in known_before if now.get(name) is None)


def _kept_words(run: Run, kept: tuple[str, ...]) -> str:
    words = translate(
        "Errors",
        "{count} figures could not be measured anew, for not all that they need (landmarks, boxes or areas of parts, "
        "the pictures as they were) is in {images}: they keep their earlier values ({names}). To renew them, put it "
        "back, or tell where it is (--images FOLDER, --landmarks CSV), and measure again.",
    )
    return words.format(count=len(kept), images=run.images, names=short_list(kept))


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
        shows=metrics.pictures_shown(labels, np.array([one.category for one in filters])),
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


def peaks_in(run: Run, network: NetworkName) -> PeakTable:
    """The peaks of a network of a run."""
    cells, strengths = metrics.peaks(np.asarray(run.maps(network), dtype=np.float32))
    return PeakTable(cells, strengths, np.array([f.category for f in run.of(network)]))


def landmark_points(run: Run, landmarks: Mapping[str, tuple[Landmark, ...]]) -> np.ndarray:
    """(N, K, 2) landmarks (y, x) of a run's pictures, as `points_of`."""
    names = [p.name if p.positive else "" for p in run.pictures]
    sizes = [(p.width, p.height) for p in run.pictures]
    return points_of(names, sizes, landmarks, run.geometry.input_size)
