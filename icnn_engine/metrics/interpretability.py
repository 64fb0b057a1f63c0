"""Part interpretability: do the places where a filter fires strongest cover a part? (paper, 5.3; Bau et al. 2017)"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.metrics.arrays import Bools, Floats, best_of_known, mean_of_known, ratio

SHARE_ABOVE = 0.005  # of all cells of all maps lie above a filter's threshold
FIT = 0.2  # intersection over union above which a region fits a part
STEP = 4  # pixels between the points at which regions are compared: 56 x 56 of 224 x 224

Words = NDArray[np.uint64]  # 64 points each


@dataclass(frozen=True, slots=True)
class Interpretability:
    """(F, K) share of the pictures with part k annotated on which filter f's region fits it; nan: none annotated."""

    fitted: Floats

    def per_filter(self) -> Floats:
        """(F,) P_f, the largest share over parts; nan where none is annotated."""
        return best_of_known(self.fitted)

    def mean(self) -> float:
        """Mean over filters."""
        return mean_of_known(self.per_filter())


def thresholds(maps: Floats, share: float = SHARE_ABOVE) -> Floats:
    """Return the thresholds T (F,) with P(x > T) = `share` over all cells of maps (N, F, n, n): the smallest activation
    that no more than so many cells exceed."""
    cells = len(maps) * maps.shape[2] * maps.shape[3]
    rank = cells - 1 - int(share * cells)
    # One filter at a time: a copy of all maps would double the memory.
    return np.array([np.partition(maps[:, f].ravel(), rank)[rank] for f in range(maps.shape[1])], maps.dtype)


def part_interpretability(
    maps: Floats, regions: Bools, annotated: Bools, geometry: MapGeometry, diameters: Floats
) -> Interpretability:
    """Return how often the region of each filter fits each part (paper, section 5.3; Bau et al. 2017).

    A filter's region in a picture is the union of the discs around its cells above `thresholds`; it fits a part if
    their intersection over union, on points `STEP` pixels apart, exceeds `FIT`.

    Parameters
    ----------
    maps : (N, F, n, n)
        Feature maps.
    regions : (N, K, S, S) bool
        Pixels of each part, S the side of the network's input.
    annotated : (N, K) bool
        Pictures in which each part is annotated.
    geometry : MapGeometry
        Where the cells of a map lie in the input.
    diameters : (F,)
        Diameters of the round receptive fields, in pixels of the input.

    Returns
    -------
    Interpretability
        Shares (F, K); nan where a part is never annotated.
    """
    flat, limits = maps.reshape(*maps.shape[:2], -1), thresholds(maps)[:, None]
    sizes, size_of = np.unique(np.round(diameters), return_inverse=True)
    discs = np.stack([_discs(size, geometry) for size in sizes])  # (sizes, n * n, words)
    parts = _pack(regions[:, :, STEP // 2 :: STEP, STEP // 2 :: STEP])  # (N, K, words)
    hits = np.zeros((maps.shape[1], regions.shape[1]))
    for picture in np.flatnonzero(annotated.any(1)):  # one at a time: its discs fit the processor's cache
        filters, cells = np.divmod(np.flatnonzero(flat[picture] > limits), flat.shape[2])
        if len(filters) == 0:
            continue
        firing, starts = np.unique(filters, return_index=True)
        covered = np.bitwise_or.reduceat(discs[size_of[filters], cells], starts, axis=0)
        for k in np.flatnonzero(annotated[picture]):
            hits[firing, k] += _overlap(covered, parts[picture, k]) > FIT
    return Interpretability(ratio(hits, np.broadcast_to(annotated.sum(0), hits.shape)))


def _discs(diameter: float, geometry: MapGeometry) -> Words:
    """(n * n, words) packed points within the disc around each cell."""
    points = np.arange(STEP // 2, geometry.input_size, STEP)
    apart = (points - geometry.centre(np.arange(geometry.cells))[:, None]) ** 2  # (n, points)
    inside = apart[:, None, :, None] + apart[None, :, None, :] <= (diameter / 2) ** 2
    return _pack(inside.reshape(geometry.cells**2, len(points), len(points)))


def _pack(points: Bools) -> Words:
    """(..., words) of points (..., s, s): 64 a word, padded with 0."""
    packed = np.packbits(points.reshape(*points.shape[:-2], -1), axis=-1)
    padded = np.pad(packed, [(0, 0)] * (packed.ndim - 1) + [(0, -packed.shape[-1] % 8)])
    return padded.view(np.uint64)


def _overlap(some: Words, other: Words) -> Floats:
    """(M,) intersection over union of each row of (M, words) with (words,); 0 where both are empty."""
    shared = np.bitwise_count(some & other).sum(1, dtype=np.int64)
    return np.asarray(shared / np.maximum(np.bitwise_count(some | other).sum(1, dtype=np.int64), 1))
