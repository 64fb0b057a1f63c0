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
from icnn_engine.data import BOXES, LANDMARKS, boxes_of, landmarks_of, read_landmarks, table_in
from icnn_engine.data.tables.csv_tables import unmatched_rows
from icnn_engine.data.tables.marks import guess_notice
from icnn_engine.evaluation.box_scores import run_box_scores
from icnn_engine.evaluation.part_scores import (
    NetworkParts,
    Truth,
    network_scores,
    scores_of,
    shared_floors,
    truth_of,
)
from icnn_engine.evaluation.region_marks import boxes_in_regions, marks_in_regions, photographs_of, sizes_of
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
from icnn_engine.inspection.best_pictures import peaks_of
from icnn_engine.inspection.filter_order import wall_order
from icnn_engine.inspection.run_verdict import mean_keeping
from icnn_engine.runs.changed_pictures import changed_words, ensure_same, is_changed
from icnn_engine.runs.found_objects import listed_name
from icnn_engine.runs.run_folder import FLOORS, Run, Table, write_table

T = TypeVar("T")
MEASURED = (NetworkName.INTERPRETABLE, NetworkName.TWIN)


def measure(run: Run, landmarks: Path | None = None) -> Operation[Table]:
    """Measure a run, against landmarks and boxes where there are some, and write its table.

    Parameters
    ----------
    run
        A finished run.
    landmarks
        CSV with the columns image,part,x,y[,visible]; by default the landmarks.csv of the pictures' folder. Boxes are
        those that come with that folder (`boxes_of`).

    Yields
    ------
    Event
        `Progress`; `Warned` for rows that fit no picture and for values that keep their earlier value: those that
        cannot be measured anew, and all of them if marked pictures have changed since the training. If `landmarks` are
        given, changed pictures are left out instead.

    Returns
    -------
    dict of str to float or None
        All values of the run, by name.

    Raises
    ------
    LandmarksError
        A table of landmarks or boxes cannot be used.
    RunError
        Most pictures have changed.
    """
    ensure_same(run)
    photographs, sizes = photographs_of(run), sizes_of(run)
    names = [p.name for p in photographs]
    yield Progress("Measuring", 0, 2)
    given = {} if landmarks is None else read_landmarks(landmarks, names, run.images, sizes)
    measured = measured_landmarks(run.images, names, sizes) if landmarks is None else given
    marks = given or landmarks_of(run.images, names, sizes)
    boxes = boxes_of(run.images, photographs, sizes) or {}
    boxed = boxes.keys()
    measured, marks, boxes = marks_in_regions(run, measured), marks_in_regions(run, marks), boxes_in_regions(run, boxes)
    changed = _changed(run, {*measured, *marks, *boxes})
    measured = _without(measured, changed)
    boxed_rows = np.array([p.positive and listed_name(run, p) in boxed and p.name not in changed for p in run.pictures])
    shown, sides = np.array([p.positive for p in run.pictures]), np.array([p.side for p in run.pictures])
    truths = _without(marks, changed), _without(boxes, changed)
    truth = truth_of(run.pictures, shown, sides, truths, run.geometry)
    marked = landmarks or table_in(run.images, LANDMARKS)
    for path in (marked, table_in(run.images, BOXES)):
        if note := unmatched_rows(path, names, run.images):
            yield Warned(f"{path.name}: {note}.")
    if note := guess_notice(marked):
        yield Warned(f"{marked.name}: {note}.")
    table: Table = {}
    for done, network in enumerate(MEASURED):
        own = _instability(run, network, measured) if measured else {}
        if run.judged and truth.marked.any():
            own |= network_scores(_parts(run, network, truth), truth.only(truth.marked))
        own |= run_box_scores(run, network, boxed_rows, truth.boxes.reshape(len(run.pictures), -1, 4))
        table |= prefixed(own, PREFIXES[network])
        yield Progress("Measuring", done + 1, 2)
    if run.judged and truth.has_landmarks:
        table |= shared_floors(truth) | _floors(run, truth)
    if changed:
        yield Warned(changed_words(changed))
    table = known(table)
    if kept := _not_anew(run.table, {} if changed and landmarks is None else table):
        yield Warned(_kept_words(run, kept))
    table = run.table | _keeping(run) | {name: value for name, value in table.items() if name not in kept}
    write_table(run.path, table)
    return table


def _keeping(run: Run) -> Table:
    """Return how often the filters keep to one place, which runs made before this was measured lack."""
    if not run.judged:
        return {}
    return known({f"{PREFIXES[network]}keeping": mean_keeping(run.of(network)) for network in MEASURED})


def _changed(run: Run, marked: Collection[str]) -> tuple[str, ...]:
    """Return which of the marked pictures have changed since the training: their marks do not fit the stored maps."""
    return tuple(p.name for i, p in enumerate(run.pictures) if p.name in marked and is_changed(run, i))


def unchanged_marks(run: Run, marks: Mapping[str, T]) -> dict[str, T]:
    """Return the marks, without those of pictures that have changed since the training."""
    return _without(marks, _changed(run, marks.keys()))


def _without(marks: Mapping[str, T], names: Collection[str]) -> dict[str, T]:
    return {name: own for name, own in marks.items() if name not in names}


def _not_anew(before: Table, now: Table) -> tuple[str, ...]:
    """Return the values that need landmarks, boxes or areas of parts, and were known before but are not now."""
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
    labels, filters = np.array([p.label for p in run.pictures]), run.of(network)
    test = np.array([picture.side == "test" for picture in run.pictures])
    rows = np.flatnonzero(test & (labels >= 0))
    cells, strengths = peaks_of(run, network)
    peaks = PeakTable(cells.astype(np.int64), strengths, np.array([f.category for f in filters]))
    table = landmark_table(peaks, labels, test, landmark_points(run, marks), run.geometry)
    fields = np.array([f.effective_field for f in filters])
    maps, names = np.asarray(run.maps(network)[rows]), [run.pictures[i].name for i in rows]
    return table | interpretability_table(run.images, names, maps, fields, run.geometry)


def _parts(run: Run, network: NetworkName, truth: Truth) -> NetworkParts:
    """Return the filters of a network on the marked pictures."""
    rows, filters = np.flatnonzero(truth.marked), run.of(network)
    labels = np.array([p.label for p in run.pictures])[rows]
    return NetworkParts(
        maps=np.asarray(run.maps(network)[rows], np.float32),
        strengths=np.array([f.strength for f in filters]),
        groups=np.array([f.group for f in filters]),
        distances=np.asarray(run.part_distances(network)),
        shows=metrics.pictures_shown(labels, np.array([f.category for f in filters])),
        noisy=np.asarray(run.noisy_cells(network)[rows], np.float64),
        order=np.array(wall_order(filters)),
    )


def _floors(run: Run, truth: Truth) -> Table:
    """Return NMI, ARI and keypoint regression of parts without training."""
    shown = np.flatnonzero([picture.positive for picture in run.pictures])
    marked = truth.marked[shown]
    table: Table = {}
    for name in FLOORS:
        if run.has_floor_maps(name):
            maps = {k: np.asarray(run.floor_maps(name, k)[marked], np.float32) for k in metrics.COUNTS}
            table |= prefixed(scores_of(maps, truth.only(shown[marked])), f"{name}_")
    return table


def landmark_points(run: Run, landmarks: Mapping[str, tuple[Landmark, ...]]) -> np.ndarray:
    """Return (N, K, 2), landmarks (y, x) of a run's pictures, as `points_of`."""
    names = [p.name if p.positive else "" for p in run.pictures]
    sizes = [(p.width, p.height) for p in run.pictures]
    return points_of(names, sizes, landmarks, run.geometry.input_size)
