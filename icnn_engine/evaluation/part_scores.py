"""Parts against landmarks and boxes: the field's own measures, coverage, scores without training. No torch.

NMI and ARI are computed for the parts that a network holds, and, under names that end in `_all_filters`, for all of its
filters, whether they hold or not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.annotations import Landmark
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.evaluation.tables import known, points_of, prefixed
from icnn_engine.metrics import COUNTS, REGRESSED
from icnn_engine.runs.run_folder import Table


@dataclass(frozen=True, eq=False)
class Truth:
    """What is known of N pictures: `points` (N, L, 2), landmarks in pixels of the input, nan where there is none;
    `boxes` (N, 4), (top, left, bottom, right) of the object, nan where there is none; `train`, `test`: (N,) bool."""

    points: np.ndarray
    boxes: np.ndarray
    train: np.ndarray
    test: np.ndarray
    geometry: MapGeometry

    @property
    def marked(self) -> np.ndarray:
        """(N,) pictures with a landmark or a box."""
        found: np.ndarray = np.isfinite(self.points).all(2).any(1) | np.isfinite(self.boxes[:, 0])
        return found

    def only(self, rows: np.ndarray) -> Truth:
        """Of some of the pictures."""
        return Truth(self.points[rows], self.boxes[rows], self.train[rows], self.test[rows], self.geometry)

    @property
    def sides(self) -> np.ndarray:
        """(N, 2) height and width of the object's box; of the picture where there is none."""
        sides = self.boxes[:, 2:] - self.boxes[:, :2]
        found: np.ndarray = np.where(np.isfinite(sides), sides, float(self.geometry.input_size))
        return found


Marks = Mapping[str, tuple[Landmark, ...]]
Boxes = Mapping[str, tuple[float, float, float, float]]


class ScoredPicture(Protocol):
    """A picture with its name and its size in pixels."""

    @property
    def name(self) -> str: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...


def truth_of(
    pictures: Sequence[ScoredPicture], shown: np.ndarray, sides: np.ndarray, truths: tuple[Marks, Boxes], g: MapGeometry
) -> Truth:
    """What landmarks and boxes (x, y, width, height), by name and in pixels of the original, say of pictures. shown:
    (N,) bool, those that show a category: of others nothing is known; sides: (N,) of the split."""
    marks, boxes = truths
    names = [p.name if own else "" for p, own in zip(pictures, shown, strict=True)]
    found = np.full((len(pictures), 4), np.nan)
    for row, (name, picture) in enumerate(zip(names, pictures, strict=True)):
        if name in boxes:
            x, y, width, height = boxes[name]
            down, right = g.input_size / picture.height, g.input_size / picture.width
            found[row] = y * down, x * right, (y + height) * down, (x + width) * right
    points = points_of(names, [(p.width, p.height) for p in pictures], marks, g.input_size)
    return Truth(points, found - 0.5, sides == "train", sides == "test", g)


@dataclass(frozen=True, eq=False)
class NetworkParts:
    """The F filters of a network on N pictures: `maps` (N, F, n, n), `strengths` (F,) usual peaks, `groups` (F,),
    `distances` (F, F), `shows` (N, F), `noisy` (N, F, 2) cells (-1: not looked at), `order`: filters, best first."""

    maps: np.ndarray
    strengths: np.ndarray
    groups: np.ndarray
    distances: np.ndarray
    shows: np.ndarray
    noisy: np.ndarray
    order: np.ndarray

    def clusters(self, count: int, every: bool) -> Sequence[np.ndarray]:
        """At most `count` parts: of the filters that hold one, or of every filter that fires."""
        members = np.flatnonzero(self.strengths > 0 if every else self.groups >= 0)
        return metrics.cut_into(self.distances, members, count)

    def part_maps(self, every: bool) -> dict[int, np.ndarray]:
        """By number of parts: their maps, (N, K, n, n), K fewer where there are fewer filters."""
        return {k: metrics.part_maps(self.maps, self.strengths, self.clusters(k, every)) for k in COUNTS}


def network_scores(parts: NetworkParts, truth: Truth) -> Table:
    """All scores of one network's parts."""
    own = scores_of(parts.part_maps(every=False), truth)
    every = scores_of(parts.part_maps(every=True), truth)
    chosen = (f"nmi_{REGRESSED}", f"ari_{REGRESSED}", "keypoint_regression")
    own |= {f"{name}_all_filters": every[name] for name in chosen if name in every}
    return known(own | _prototypes(parts, truth) | _coverage(parts, truth))


def scores_of(maps: Mapping[int, np.ndarray], truth: Truth) -> Table:
    """NMI and ARI of parts at each number asked for, how many parts these are, and keypoint regression. maps: by
    number, (N, K, n, n) in units of the usual peak. Empty without landmarks."""
    if truth.points.shape[1] == 0:
        return {}
    table: Table = {}
    cells = truth.geometry.cell_at(truth.points[truth.test])
    for count, own in maps.items():
        table[f"parts_{count}"] = float(own.shape[1])
        table |= _agreement(metrics.parts_at(own[truth.test], cells), truth, count)
    table["keypoint_regression"] = metrics.keypoint_regression(
        metrics.part_centres(maps[REGRESSED]), truth.points, truth.sides, truth.train, truth.test
    )
    return known(table)


def _agreement(parts: np.ndarray, truth: Truth, count: int) -> Table:
    found = metrics.agreement(parts, np.isfinite(truth.points[truth.test]).all(2))
    return {f"nmi_{count}": found.nmi, f"ari_{count}": found.ari}


def shared_floors(truth: Truth) -> Table:
    """What a fixed grid scores, and a part that is always in the middle."""
    if truth.points.shape[1] == 0:
        return {}
    size, table = truth.geometry.input_size, Table()
    for count in COUNTS:
        cells = metrics.grid_parts(truth.points[truth.test], size, count)
        table |= prefixed(_agreement(cells, truth, count), "grid_")
    middle = np.zeros((len(truth.points), 0, 2))
    table["centre_keypoint_regression"] = metrics.keypoint_regression(
        middle, truth.points, truth.sides, truth.train, truth.test
    )
    positions = np.full((int(truth.test.sum()), 1, 2), (size - 1) / 2)
    found = metrics.landmarks_in_box(positions, truth.points[truth.test], metrics.PROTOTYPE * size)
    best = metrics.consistency(found, truth.points[truth.test], np.ones((len(positions), 1), bool))
    table["centre_prototype_consistency"] = metrics.mean_of_known(best)
    return known(table)


def _prototypes(parts: NetworkParts, truth: Truth) -> Table:
    """Every filter as a prototype: the mean of the highest share of a landmark in its box, the share of filters that
    are consistent, and how stable the landmarks in the box are."""
    if truth.points.shape[1] == 0:
        return {}
    test = truth.test
    points, shows, g = truth.points[test], parts.shows[test], truth.geometry
    side = metrics.PROTOTYPE * g.input_size
    cells, _ = metrics.peaks(parts.maps[test])
    found = metrics.landmarks_in_box(g.centre(cells), points, side)
    best = metrics.consistency(found, points, shows)
    looked = parts.noisy[test][..., 0] >= 0
    noisy = metrics.landmarks_in_box(g.centre(parts.noisy[test]), points, side)
    stable = metrics.stability(found, noisy, points, shows & looked)
    return {
        "prototype_consistency": metrics.mean_of_known(best),
        "consistent_prototypes": float(np.mean(np.nan_to_num(best) >= metrics.CONSISTENT)),
        "prototype_stability": metrics.mean_of_known(stable),
    }


def _coverage(parts: NetworkParts, truth: Truth) -> Table:
    """How much of the object lies inside the crops of the parts, beside as many crops at random cells, and how many
    peaks lie in the object's box."""
    test, g = truth.test, truth.geometry
    cells, strengths = metrics.peaks(parts.maps[test])
    fires = (strengths > 0) & parts.shows[test]
    boxes = truth.boxes[test]
    table: Table = {}
    if np.isfinite(boxes[:, 0]).any():
        table["peaks_in_box"] = metrics.peaks_in_boxes(g.centre(cells), fires, boxes)
        middle = np.full((len(boxes), 1, 2), (g.input_size - 1) / 2)
        table["peaks_in_box_centre"] = metrics.peaks_in_boxes(middle, np.ones((len(boxes), 1), bool), boxes)
    leaders = [next(f for f in parts.order if parts.groups[f] == n) for n in range(parts.groups.max(initial=-1) + 1)]
    drawn = np.random.default_rng(0).integers(0, g.cells, (len(cells), len(leaders), 2))
    for name, own, present in (
        ("coverage", cells[:, leaders], fires[:, leaders]),
        ("coverage_random", drawn, np.ones(drawn.shape[:2], bool)),
    ):
        if np.isfinite(boxes[:, 0]).any():
            table[name] = metrics.covered_boxes(g.centre(own), present, boxes, g.input_size)
        elif truth.points.shape[1]:
            table[name] = metrics.covered_points(g.centre(own), present, truth.points[test], g.input_size)
    return table
