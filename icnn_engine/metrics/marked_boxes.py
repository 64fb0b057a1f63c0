"""Does one filter find what is marked with a box: chosen on some pictures, counted on others.

Positions are pixels of the input, (y, x). A picture has B boxes (top, left, bottom, right) at most, nan where there are
fewer, or where they lie outside of what is read of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.metrics.arrays import Bools, Floats
from icnn_engine.metrics.uncertainty import Interval


@dataclass(frozen=True, slots=True)
class ChosenFilter:
    """The filter that finds the boxes of the choosing pictures most often, and the peak from which on it fires."""

    filter: int
    threshold: float


def peaks_at_boxes(positions: Floats, boxes: Floats, reach: float) -> Bools:
    """Return (N, F), whether positions (N, F, 2) lie in any box (N, B, 4) or at most `reach` pixels beside it."""
    top, left, bottom, right = _edges(boxes)
    y, x = positions[..., None, 0], positions[..., None, 1]
    at = (y >= top - reach) & (y <= bottom + reach) & (x >= left - reach) & (x <= right + reach)
    return np.asarray(at.any(-1))


def boxes_in_crops(positions: Floats, boxes: Floats, sides: Floats) -> Bools:
    """Return (N, F), whether the squares around positions (N, F, 2), of `sides` (F,) pixels, hold any box (N, B, 4)
    whole; False where a side is nan."""
    top, left, bottom, right = _edges(boxes)
    y, x, half = positions[..., None, 0], positions[..., None, 1], sides[:, None] / 2
    inside = (y - half <= top) & (bottom <= y + half) & (x - half <= left) & (right <= x + half)
    return np.asarray(inside.any(-1))


def _edges(boxes: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Return the four edges of boxes (N, B, 4), each (N, 1, B)."""
    return boxes[:, None, :, 0], boxes[:, None, :, 1], boxes[:, None, :, 2], boxes[:, None, :, 3]


def choose_filter(found: Floats, strengths: Floats, elsewhere: Floats) -> ChosenFilter:
    """Choose the filter with the highest share of boxes found; of equals that whose peak separates the pictures best.

    Parameters
    ----------
    found : (N, F)
        Whether the peak lies at the box, of N marked pictures; nan where a filter is not asked about one.
    strengths : (N, F)
        Peaks of these pictures.
    elsewhere : (M, F)
        Peaks of M pictures; nan where a picture does not show something else than what the filter answers to.
    """
    shares = np.nan_to_num(np.nanmean(found, axis=0), nan=-1.0)
    best: list[tuple[float, ChosenFilter]] = []
    for filter in np.flatnonzero(shares == shares.max()):
        own = strengths[np.isfinite(found[:, filter]), filter]
        others = elsewhere[:, filter]
        threshold, apart = firing_point(own, others[np.isfinite(others)])
        best.append((apart, ChosenFilter(int(filter), threshold)))
    return max(best, key=lambda one: one[0])[1]


def firing_point(own: Floats, others: Floats) -> tuple[float, float]:
    """Return the threshold that separates peaks (N,) best from peaks (M,) of other pictures, half-way between two of
    them, and the share of the first above it less that of the others (Youden's index).

    Without other pictures: the median of the first.
    """
    if not len(others):
        return float(np.median(own)), 0.0
    values = np.unique(np.concatenate([own, others]))
    points = np.append((values[1:] + values[:-1]) / 2, np.nextafter(values[-1], np.inf))
    gain = (own[:, None] >= points).mean(0) - (others[:, None] >= points).mean(0)
    best = int(gain.argmax())
    return float(points[best]), float(gain[best])


def grid_of(geometry: MapGeometry) -> Floats:
    """Return (1, n * n, 2), the positions of all cells: what a random or a constant cell can reach."""
    line = geometry.centre(np.arange(geometry.cells))
    return np.stack(np.meshgrid(line, line, indexing="ij"), axis=-1).reshape(1, -1, 2)


def share_interval(hits: int, total: int) -> Interval:
    """Return a share and its 95 % interval (Wilson 1927), which holds for few pictures and for shares of 0 and 1."""
    if not total:
        return Interval(float("nan"), float("nan"), float("nan"))
    z, share = 1.959964, hits / total
    middle, spread = share + z**2 / (2 * total), z * np.sqrt(share * (1 - share) / total + z**2 / (4 * total**2))
    low, high = ((middle + sign * spread) / (1 + z**2 / total) for sign in (-1, 1))
    return Interval(share, float(max(low, 0.0)), float(min(high, 1.0)))
