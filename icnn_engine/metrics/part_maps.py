"""The field's measures of parts against landmarks: NMI, ARI, keypoint regression. Sources: docs/maths.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from icnn_engine.metrics.arrays import Floats, Ints

COUNTS = (4, 8, 16)  # parts, as published
GRIDS = {4: (2, 2), 8: (2, 4), 16: (4, 4)}  # rows and columns of the fixed grid of so many parts
BACKGROUND_LEVEL = 0.25  # of a part's usual peak: below it a place belongs to the background
REGRESSED = 8  # parts whose centres predict landmarks


def part_maps(maps: Floats, strengths: Floats, clusters: Sequence[Ints]) -> Floats:
    """(N, K, n, n) float32 maps of parts: the mean over a cluster's filters, each in units of its usual peak.

    maps: (N, F, n, n); strengths: (F,) usual peaks; clusters: K arrays of filters.
    """
    found = np.zeros((len(maps), len(clusters), *maps.shape[2:]), np.float32)
    for number, members in enumerate(clusters):
        usual = np.maximum(strengths[members], 1e-6)[None, :, None, None]
        found[:, number] = (maps[:, members].astype(np.float32) / usual).mean(1)
    return found


def values_at(maps: Floats, cells: Floats) -> Floats:
    """(N, K, L) bilinear values of maps (N, K, n, n) at fractional cells (N, L, 2); outer cells' values are held; nan
    where a cell is nan."""
    last = maps.shape[-1] - 1
    at = np.clip(np.nan_to_num(cells), 0, last)
    low = np.minimum(np.floor(at).astype(int), max(last - 1, 0))
    high = np.minimum(low + 1, last)
    part = at - low
    rows = np.arange(len(maps))[:, None]

    def value(y: Ints, x: Ints) -> Floats:
        found: Floats = maps[rows, :, y, x]  # (N, L, K)
        return found

    (y0, x0), (y1, x1) = np.moveaxis(low, 2, 0), np.moveaxis(high, 2, 0)
    down, right = part[..., 0, None], part[..., 1, None]
    top = value(y0, x0) * (1 - right) + value(y0, x1) * right
    bottom = value(y1, x0) * (1 - right) + value(y1, x1) * right
    found = top * (1 - down) + bottom * down
    found[~np.isfinite(cells).all(2)] = np.nan
    return np.moveaxis(found, 2, 1)


def parts_at(maps: Floats, cells: Floats) -> Ints:
    """(N, L) the part with the highest value at each landmark, -1 the background. maps: (N, K, n, n) in units of the
    usual peak; cells: (N, L, 2), nan where there is no landmark (-1 there)."""
    if maps.shape[1] == 0:
        return np.full(cells.shape[:2], -1)
    values = np.nan_to_num(values_at(maps, cells), nan=-1.0)
    found: Ints = np.where(values.max(1) >= BACKGROUND_LEVEL, values.argmax(1), -1)
    return found


def grid_parts(points: Floats, input_size: int, count: int) -> Ints:
    """(N, L) the cell of a fixed grid of `count` cells in which each landmark (N, L, 2) lies, in pixels."""
    rows, columns = GRIDS[count]
    shares = np.clip(np.nan_to_num(points) / input_size, 0, 1 - 1e-9)
    found: Ints = (shares[..., 0] * rows).astype(int) * columns + (shares[..., 1] * columns).astype(int)
    return found


@dataclass(frozen=True, slots=True)
class Agreement:
    """Between landmark numbers and parts, x 100; nan where there are fewer than two landmarks."""

    nmi: float
    ari: float


def agreement(parts: Ints, visible: np.ndarray) -> Agreement:
    """NMI (arithmetic mean) and ARI, x 100, between landmark and part. parts, visible: (N, L)."""
    from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

    landmark = np.broadcast_to(np.arange(parts.shape[1]), parts.shape)[visible]
    if len(np.unique(landmark)) < 2:
        return Agreement(float("nan"), float("nan"))
    own = parts[visible]
    return Agreement(
        100 * float(normalized_mutual_info_score(landmark, own)), 100 * float(adjusted_rand_score(landmark, own))
    )


def part_centres(maps: Floats) -> Floats:
    """(N, K, 2) weighted mean cells of part maps (N, K, n, n); 0 where a part is absent (below the background's
    level everywhere)."""
    weights = np.maximum(maps, 0)
    total = weights.sum((2, 3))
    axis = np.arange(maps.shape[-1])
    rows, columns = (weights.sum(3) * axis).sum(2), (weights.sum(2) * axis).sum(2)
    centre = np.stack([rows, columns], axis=2) / np.maximum(total, 1e-9)[..., None]
    present = maps.max((2, 3), initial=0) >= BACKGROUND_LEVEL
    found: Floats = np.where(present[..., None], centre, 0.0)
    return found


def keypoint_regression(centres: Floats, points: Floats, sides: Floats, train: np.ndarray, test: np.ndarray) -> float:
    """Mean distance on the test pictures, x 100 in units of the object's box, of landmarks predicted from the parts'
    centres by a linear map that is fitted on the training pictures.

    centres: (N, K, 2), K = 0: the landmark's mean place; points: (N, L, 2), nan where there is none; sides: (N, 2) of
    the box, in the unit of the points; train, test: (N,) bool. nan without landmarks on either side.
    """
    inputs = np.concatenate([centres.reshape(len(centres), -1), np.ones((len(centres), 1))], axis=1)
    distances = []
    for landmark in range(points.shape[1]):
        known = np.isfinite(points[:, landmark]).all(1)
        fit, score = known & train, known & test
        if not fit.any() or not score.any():
            continue
        weights, *_ = np.linalg.lstsq(inputs[fit], points[fit, landmark], rcond=1e-6)
        apart = (inputs[score] @ weights - points[score, landmark]) / sides[score]
        distances.append(np.hypot(apart[:, 0], apart[:, 1]))
    return 100 * float(np.concatenate(distances).mean()) if distances else float("nan")
