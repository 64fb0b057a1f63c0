"""Published measures of parts against landmarks: NMI, ARI, keypoint regression (sources: docs/maths.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from icnn_engine.metrics.arrays import Bools, Floats, Ints, lengths

COUNTS = (4, 8, 16)  # parts, as published
GRIDS = {4: (2, 2), 8: (2, 4), 16: (4, 4)}  # rows and columns of the fixed grid of so many parts
BACKGROUND_LEVEL = 0.25  # of a part's usual peak: below it a place belongs to the background
REGRESSED = 8  # parts whose centres predict landmarks


def part_maps(maps: Floats, strengths: Floats, clusters: Sequence[Ints]) -> Floats:
    """Return maps of parts (N, K, n, n), float32: the mean over a cluster's filters, each in units of its usual peak.

    maps: (N, F, n, n); strengths: (F,) usual peaks; clusters: K arrays of filters.
    """
    parts = np.zeros((len(maps), len(clusters), *maps.shape[2:]), np.float32)
    for number, members in enumerate(clusters):
        usual = np.maximum(strengths[members], 1e-6)[None, :, None, None]
        parts[:, number] = (maps[:, members].astype(np.float32) / usual).mean(1)
    return parts


def values_at(maps: Floats, cells: Floats) -> Floats:
    """Return the bilinear values (N, K, L) of maps (N, K, n, n) at fractional cells (N, L, 2), those of the outer cells
    beyond them; nan where a cell is nan."""
    last = maps.shape[-1] - 1
    at = np.clip(np.nan_to_num(cells), 0, last)
    low = np.minimum(np.floor(at).astype(int), max(last - 1, 0))
    high = np.minimum(low + 1, last)
    part = at - low
    rows = np.arange(len(maps))[:, None]

    def value(y: Ints, x: Ints) -> Floats:
        return maps[rows, :, y, x]  # (N, L, K)

    (y0, x0), (y1, x1) = np.moveaxis(low, 2, 0), np.moveaxis(high, 2, 0)
    down, right = part[..., 0, None], part[..., 1, None]
    top = value(y0, x0) * (1 - right) + value(y0, x1) * right
    bottom = value(y1, x0) * (1 - right) + value(y1, x1) * right
    values = top * (1 - down) + bottom * down
    values[~np.isfinite(cells).all(2)] = np.nan
    return np.moveaxis(values, 2, 1)


def parts_at(maps: Floats, cells: Floats) -> Ints:
    """Return the part (N, L) with the highest value at each landmark, -1 the background. maps: (N, K, n, n) in units of
    the usual peak; cells: (N, L, 2), nan where there is no landmark (-1 there)."""
    if maps.shape[1] == 0:
        return np.full(cells.shape[:2], -1)
    values = np.nan_to_num(values_at(maps, cells), nan=-1.0)
    return np.where(values.max(1) >= BACKGROUND_LEVEL, values.argmax(1), -1)


def grid_parts(points: Floats, input_size: int, count: int) -> Ints:
    """Return the cell (N, L) of a fixed grid of `count` cells in which each landmark (N, L, 2), in pixels, lies."""
    rows, columns = GRIDS[count]
    shares = np.clip(np.nan_to_num(points) / input_size, 0, 1 - 1e-9)
    return np.asarray((shares[..., 0] * rows).astype(int) * columns + (shares[..., 1] * columns).astype(int))


@dataclass(frozen=True, slots=True)
class Agreement:
    """Between landmark numbers and parts, x 100; nan where there are fewer than two landmarks."""

    nmi: float
    ari: float


def agreement(parts: Ints, visible: Bools) -> Agreement:
    """Return NMI (arithmetic mean) and ARI, x 100, between landmark and part at all visible landmarks.

    Parameters
    ----------
    parts : (N, L)
        The part at each landmark, -1 the background (`parts_at`).
    visible : (N, L) bool
        The landmarks that count.
    """
    from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

    landmark = np.broadcast_to(np.arange(parts.shape[1]), parts.shape)[visible]
    if len(np.unique(landmark)) < 2:
        return Agreement(float("nan"), float("nan"))
    own = parts[visible]
    return Agreement(
        100 * float(normalized_mutual_info_score(landmark, own)), 100 * float(adjusted_rand_score(landmark, own))
    )


def part_centres(maps: Floats) -> Floats:
    """Return the weighted mean cells (N, K, 2) of part maps (N, K, n, n); 0 where a part is absent (below the
    background's level everywhere)."""
    weights, axis = np.maximum(maps, 0), np.arange(maps.shape[-1])
    rows, columns = (weights.sum(3) * axis).sum(2), (weights.sum(2) * axis).sum(2)
    centre = np.stack([rows, columns], axis=2) / np.maximum(weights.sum((2, 3)), 1e-9)[..., None]
    present = maps.max((2, 3), initial=0) >= BACKGROUND_LEVEL
    return np.where(present[..., None], centre, 0.0)


def keypoint_regression(centres: Floats, points: Floats, sides: Floats, train: Bools, test: Bools) -> float:
    """Return the mean error of landmarks predicted from the parts' centres, x 100 in units of the object's box.

    A linear map (least squares) is fitted for each landmark on the training pictures and scored on the test pictures.

    Parameters
    ----------
    centres : (N, K, 2)
        Centres of the parts (`part_centres`); K = 0: the landmark's mean place is predicted.
    points : (N, L, 2)
        Landmarks, nan where there is none.
    sides : (N, 2)
        Sides of the object's box, in the unit of the points.
    train, test : (N,) bool
        Pictures of each side of the split.

    Returns
    -------
    float
        nan without landmarks on either side.
    """
    inputs = np.concatenate([centres.reshape(len(centres), -1), np.ones((len(centres), 1))], axis=1)
    distances = []
    for landmark in range(points.shape[1]):
        known = np.isfinite(points[:, landmark]).all(1)
        fit, score = known & train, known & test
        if not fit.any() or not score.any():
            continue
        weights, *_ = np.linalg.lstsq(inputs[fit], points[fit, landmark], rcond=1e-6)
        distances.append(lengths((inputs[score] @ weights - points[score, landmark]) / sides[score]))
    return 100 * float(np.concatenate(distances).mean()) if distances else float("nan")
