"""Scores of parts against landmarks and boxes: NMI, ARI, keypoint regression, prototypes, coverage. No torch.

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
from icnn_engine.data.boxes.object_boxes import PixelBox
from icnn_engine.evaluation.tables import known, points_of, prefixed
from icnn_engine.metrics import COUNTS, REGRESSED
from icnn_engine.runs.run_folder import Table


@dataclass(frozen=True, eq=False)
class Truth:
    """Annotations of N pictures: `points` (N, L, 2), landmarks in pixels of the input, nan where there is none;
    `boxes` (N, B, 4), (top, left, bottom, right) of the objects, the largest first, nan where there is none; `train`,
    `test`: (N,) bool."""

    points: np.ndarray
    boxes: np.ndarray
    train: np.ndarray
    test: np.ndarray
    geometry: MapGeometry

    @property
    def marked(self) -> np.ndarray:
        """(N,) whether a picture has a landmark or a box."""
        return np.asarray(np.isfinite(self.points).all(2).any(1) | np.isfinite(self.boxes[:, 0, 0]))

    @property
    def has_landmarks(self) -> bool:
        """Whether any landmark is named."""
        return bool(self.points.shape[1])

    def only(self, rows: np.ndarray) -> Truth:
        """Return the annotations of some of the pictures."""
        return Truth(self.points[rows], self.boxes[rows], self.train[rows], self.test[rows], self.geometry)

    @property
    def sides(self) -> np.ndarray:
        """(N, 2) height and width of the largest object's box; of the picture where there is none."""
        sides = self.boxes[:, 0, 2:] - self.boxes[:, 0, :2]
        return np.where(np.isfinite(sides), sides, float(self.geometry.input_size))


Marks = Mapping[str, tuple[Landmark, ...]]
Boxes = Mapping[str, tuple[PixelBox, ...]]


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
    """Return the annotations of pictures from landmarks and boxes (x, y, width, height), by name and in pixels of the
    original. shown: (N,) bool, whether a picture shows a category (others are not annotated); sides: (N,) of the
    split."""
    marks, boxes = truths
    names = [p.name if own else "" for p, own in zip(pictures, shown, strict=True)]
    corners = np.full((len(pictures), max(map(len, boxes.values()), default=1), 4), np.nan)
    for row, (name, picture) in enumerate(zip(names, pictures, strict=True)):
        down, right = g.input_size / picture.height, g.input_size / picture.width
        largest_first = sorted(boxes.get(name, ()), key=lambda box: -box[2] * box[3])
        for place, (x, y, width, height) in enumerate(largest_first):
            corners[row, place] = y * down, x * right, (y + height) * down, (x + width) * right
    points = points_of(names, [(p.width, p.height) for p in pictures], marks, g.input_size)
    return Truth(points, corners - 0.5, sides == "train", sides == "test", g)


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

    def part_maps(self, members: np.ndarray) -> dict[int, np.ndarray]:
        """Return, by number of parts, the maps (N, K, n, n) of the filters `members` grouped into at most so many."""
        clusters = {count: metrics.cut_into(self.distances, members, count) for count in COUNTS}
        return {count: metrics.part_maps(self.maps, self.strengths, own) for count, own in clusters.items()}


def network_scores(parts: NetworkParts, truth: Truth) -> Table:
    """Return all scores of one network's parts."""
    table = scores_of(parts.part_maps(np.flatnonzero(parts.groups >= 0)), truth)
    all_filters = scores_of(parts.part_maps(np.flatnonzero(parts.strengths > 0)), truth)
    chosen = (f"nmi_{REGRESSED}", f"ari_{REGRESSED}", "keypoint_regression")
    table |= {f"{name}_all_filters": all_filters[name] for name in chosen if name in all_filters}
    return known(table | _prototypes(parts, truth) | _coverage(parts, truth))


def scores_of(maps: Mapping[int, np.ndarray], truth: Truth) -> Table:
    """Return NMI and ARI of parts at each number of parts, the numbers reached, and keypoint regression.

    maps: by number of parts, (N, K, n, n) in units of the usual peak. Empty without landmarks.
    """
    if not truth.has_landmarks:
        return {}
    table: Table = {}
    cells = truth.geometry.cell_at(truth.points[truth.test])
    for count, own in maps.items():
        table[f"parts_{count}"] = float(own.shape[1])
        table |= _agreement(metrics.parts_at(own[truth.test], cells), truth, count)
    return known(table | {"keypoint_regression": _keypoint_regression(metrics.part_centres(maps[REGRESSED]), truth)})


def _agreement(parts: np.ndarray, truth: Truth, count: int) -> Table:
    agreement = metrics.agreement(parts, np.isfinite(truth.points[truth.test]).all(2))
    return {f"nmi_{count}": agreement.nmi, f"ari_{count}": agreement.ari}


def _keypoint_regression(centres: np.ndarray, truth: Truth) -> float:
    return metrics.keypoint_regression(centres, truth.points, truth.sides, truth.train, truth.test)


def shared_floors(truth: Truth) -> Table:
    """Return the scores of a fixed grid of parts, and of a part that is always in the middle; empty without
    landmarks."""
    if not truth.has_landmarks:
        return {}
    size, points = truth.geometry.input_size, truth.points[truth.test]
    table: Table = {}
    for count in COUNTS:
        table |= prefixed(_agreement(metrics.grid_parts(points, size, count), truth, count), "grid_")
    landmarks = metrics.landmarks_in_box(_middle(len(points), size), points, metrics.PROTOTYPE * size)
    best = metrics.consistency(landmarks, points, np.ones((len(points), 1), bool))
    return known(
        table
        | {
            "centre_keypoint_regression": _keypoint_regression(np.zeros((len(truth.points), 0, 2)), truth),
            "centre_prototype_consistency": metrics.mean_of_known(best),
        }
    )


def _middle(pictures: int, size: int) -> np.ndarray:
    """Return (N, 1, 2), the middle of each picture in pixels of the input."""
    return np.full((pictures, 1, 2), (size - 1) / 2)


def _prototypes(parts: NetworkParts, truth: Truth) -> Table:
    """Return the scores of each filter as a prototype: the mean of the highest share of a landmark in its box, the
    share of filters that are consistent, the stability of the landmarks in the box under noise."""
    if not truth.has_landmarks:
        return {}
    points, shows, noisy, g = truth.points[truth.test], parts.shows[truth.test], parts.noisy[truth.test], truth.geometry
    cells, _ = metrics.peaks(parts.maps[truth.test])
    side = metrics.PROTOTYPE * g.input_size
    landmarks = metrics.landmarks_in_box(g.centre(cells), points, side)
    best = metrics.consistency(landmarks, points, shows)
    landmarks_with_noise = metrics.landmarks_in_box(g.centre(noisy), points, side)
    stable = metrics.stability(landmarks, landmarks_with_noise, points, shows & (noisy[..., 0] >= 0))
    return {
        "prototype_consistency": metrics.mean_of_known(best),
        "consistent_prototypes": float(np.mean(np.nan_to_num(best) >= metrics.CONSISTENT)),
        "prototype_stability": metrics.mean_of_known(stable),
    }


def _coverage(parts: NetworkParts, truth: Truth) -> Table:
    """Return the share of the object inside the crops of the parts, and inside as many crops at random cells; the share
    of peaks in the object's box, and of middles of pictures."""
    test, g = truth.test, truth.geometry
    points, boxes = truth.points[test], truth.boxes[test]
    cells, strengths = metrics.peaks(parts.maps[test])
    fires = (strengths > 0) & parts.shows[test]
    leaders = [next(f for f in parts.order if parts.groups[f] == n) for n in range(parts.groups.max(initial=-1) + 1)]
    random = np.random.default_rng(0).integers(0, g.cells, (len(cells), len(leaders), 2))
    present = np.ones((len(cells), len(leaders)), bool)
    crops = {
        "coverage": (g.centre(cells[:, leaders]), fires[:, leaders]),
        "coverage_random": (g.centre(random), present),
    }
    if np.isfinite(boxes).any():
        middle = _middle(len(boxes), g.input_size)
        return {
            "peaks_in_box": metrics.peaks_in_boxes(g.centre(cells), fires, boxes),
            "peaks_in_box_centre": metrics.peaks_in_boxes(middle, np.ones((len(boxes), 1), bool), boxes),
            **{name: metrics.covered_boxes(*own, boxes, g.input_size) for name, own in crops.items()},
        }
    if truth.has_landmarks:
        return {name: metrics.covered_points(*own, points, g.input_size) for name, own in crops.items()}
    return {}
