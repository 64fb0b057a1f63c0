"""Crops against what they should show: consistency and stability of prototypes, coverage, peaks in the box."""

from __future__ import annotations

import numpy as np

from icnn_engine.metrics.arrays import Bools, Floats
from icnn_engine.metrics.holding import CROP

PROTOTYPE = 72 / 224  # side of the box at a peak, in units of the input (Huang et al. 2023)
CONSISTENT = 0.8  # of the pictures that show a landmark


def landmarks_in_box(positions: Floats, points: Floats, side: float) -> Bools:
    """(N, F, L) whether each landmark lies in the square of `side` pixels at each peak. positions: (N, F, 2); points:
    (N, L, 2), nan where there is none: it lies in no box."""
    apart: Floats = np.abs(positions[:, :, None] - points[:, None]).max(axis=3)
    return np.less_equal(apart, side / 2)


def consistency(found: Bools, points: Floats, shows: Bools) -> Floats:
    """(F,) highest share, over landmarks, of the pictures showing a landmark in which it lies in the filter's box.

    found: (N, F, L); points: (N, L, 2); shows: (N, F), pictures on which a filter is judged. nan without landmarks. A
    prototype is consistent from `CONSISTENT` on.
    """
    visible = np.isfinite(points[..., 0])
    counted = np.einsum("nf,nl->fl", shows.astype(float), visible.astype(float))
    hits = np.einsum("nf,nfl->fl", shows.astype(float), (found & visible[:, None]).astype(float))
    shares = np.divide(hits, counted, out=np.full(hits.shape, -np.inf), where=counted > 0)
    best = shares.max(1, initial=-np.inf)
    return np.where(np.isfinite(best), best, np.nan)


def stability(found: Bools, noisy: Bools, points: Floats, shows: Bools) -> Floats:
    """(F,) share of pictures whose set of landmarks in the box is the same with noise. found, noisy: (N, F, L)."""
    some = np.isfinite(points[..., 0]).any(axis=1)
    use = np.logical_and(shows, np.expand_dims(some, 1))
    counted = use.sum(0)
    same = ((found == noisy).all(2) & use).sum(0)
    shares: Floats = np.divide(same, counted, out=np.full(len(counted), np.nan), where=counted > 0)
    return shares


def covered_points(positions: Floats, fires: Bools, points: Floats, input_size: int) -> float:
    """Share of the visible landmarks (N, L, 2) that lie inside the crop of at least one part. positions: (N, P, 2);
    fires: (N, P), which parts are present."""
    visible = np.isfinite(points[..., 0])
    if not visible.any():
        return float("nan")
    inside = landmarks_in_box(positions, points, CROP * input_size) & fires[..., None]
    covered: Bools = np.logical_or.reduce(inside, axis=1)
    return float(covered[visible].mean())


def covered_boxes(positions: Floats, fires: Bools, boxes: Floats, input_size: int) -> float:
    """Share of the objects' boxes (N, 4), (top, left, bottom, right) in pixels, that lies inside the crop of at least
    one part; mean over pictures that have one (nan: none)."""
    half, shares = CROP * input_size / 2, []
    pixels = np.arange(input_size)
    for own, present, (top, left, bottom, right) in zip(positions, fires, boxes, strict=True):
        if not np.isfinite(top):
            continue
        crops = np.zeros((input_size, input_size), bool)
        for y, x in own[present]:
            crops |= np.outer(np.abs(pixels - y) <= half, np.abs(pixels - x) <= half)
        box = np.outer((pixels >= top) & (pixels < bottom), (pixels >= left) & (pixels < right))
        if box.any():
            shares.append(crops[box].mean())
    return float(np.mean(shares)) if shares else float("nan")


def peaks_in_boxes(positions: Floats, fires: Bools, boxes: Floats) -> float:
    """Share of the peaks (N, F, 2) of pictures with a box (N, 4) that lie in it. fires: (N, F), which count."""
    top, left, bottom, right = (boxes[:, None, side] for side in range(4))
    y, x = positions[..., 0], positions[..., 1]
    inside = (y >= top) & (y < bottom) & (x >= left) & (x < right)
    use = fires & np.isfinite(top)
    return float(inside[use].mean()) if use.any() else float("nan")
