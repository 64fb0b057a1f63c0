"""Crops against landmarks and boxes: consistency and stability of prototypes, coverage, peaks in the box."""

from __future__ import annotations

import numpy as np

from icnn_engine.metrics.arrays import Bools, Floats, best_of_known, ratio
from icnn_engine.metrics.holding import CROP

PROTOTYPE = 72 / 224  # side of the box at a peak, in units of the input (Huang et al. 2023)
CONSISTENT = 0.8  # of the pictures that show a landmark


def landmarks_in_box(positions: Floats, points: Floats, side: float) -> Bools:
    """(N, F, L): does each landmark lie in the square of `side` pixels at each peak? positions: (N, F, 2); points:
    (N, L, 2), nan where there is none: it lies in no box."""
    return np.asarray(np.abs(positions[:, :, None] - points[:, None]).max(axis=3) <= side / 2)


def consistency(inside: Bools, points: Floats, shows: Bools) -> Floats:
    """Return the highest share (F,), over landmarks, of the pictures showing a landmark in which it lies in the box.

    inside: (N, F, L), see `landmarks_in_box`; points: (N, L, 2); shows: (N, F), pictures on which a filter is judged.
    nan without landmarks. A prototype is consistent from `CONSISTENT` on (Huang et al. 2023).
    """
    visible, shown = np.isfinite(points[..., 0]), shows.astype(float)
    counted = np.einsum("nf,nl->fl", shown, visible.astype(float))
    hits = np.einsum("nf,nfl->fl", shown, (inside & visible[:, None]).astype(float))
    return best_of_known(ratio(hits, counted))


def stability(inside: Bools, noisy: Bools, points: Floats, shows: Bools) -> Floats:
    """Return the share (F,) of pictures whose set of landmarks in the box is the same with noise. inside, noisy:
    (N, F, L)."""
    use = np.logical_and(shows, np.isfinite(points[..., 0]).any(axis=1, keepdims=True))
    same = np.all(inside == noisy, axis=2)
    return ratio((same & use).sum(0), use.sum(0))


def covered_points(positions: Floats, fires: Bools, points: Floats, input_size: int) -> float:
    """Return the share of the visible landmarks (N, L, 2) that lie inside the crop of at least one part. positions:
    (N, P, 2); fires: (N, P), which parts are present."""
    visible = np.isfinite(points[..., 0])
    if not visible.any():
        return float("nan")
    inside = landmarks_in_box(positions, points, CROP * input_size) & fires[..., None]
    return float(np.any(inside, axis=1)[visible].mean())


def covered_boxes(positions: Floats, fires: Bools, boxes: Floats, input_size: int) -> float:
    """Return the share of the objects' boxes (N, B, 4), (top, left, bottom, right) in pixels, that lies inside the crop
    of at least one part; mean over pictures that have a box (nan: none). The boxes of a picture count together."""
    half, shares = CROP * input_size / 2, []
    pixels = np.arange(input_size)
    for own, present, framed in zip(positions, fires, boxes, strict=True):
        crops = np.zeros((input_size, input_size), bool)
        for y, x in own[present]:
            crops |= np.outer(np.abs(pixels - y) <= half, np.abs(pixels - x) <= half)
        box = np.zeros((input_size, input_size), bool)
        for top, left, bottom, right in framed[np.isfinite(framed[:, 0])]:
            box |= np.outer((pixels >= top) & (pixels < bottom), (pixels >= left) & (pixels < right))
        if box.any():
            shares.append(crops[box].mean())
    return float(np.mean(shares)) if shares else float("nan")


def peaks_in_boxes(positions: Floats, fires: Bools, boxes: Floats) -> float:
    """Return the share of the peaks (N, F, 2) of pictures with boxes (N, B, 4) that lie in one of them; nan where there
    is none. fires: (N, F), which count."""
    top, left, bottom, right = (boxes[:, None, :, side] for side in range(4))
    y, x = positions[..., None, 0], positions[..., None, 1]
    within: Bools = (y >= top) & (y < bottom) & (x >= left) & (x < right)
    inside, known = np.any(within, axis=2, keepdims=True)[..., 0], np.any(np.isfinite(boxes[..., 0]), axis=1)
    use = fires & known[:, None]
    return float(inside[use].mean()) if use.any() else float("nan")
