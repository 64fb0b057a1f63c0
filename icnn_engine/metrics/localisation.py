"""Distance of a map's peak from a landmark: filters against CAM, each with the same freedom."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine.metrics.arrays import Floats, Ints, lengths


@dataclass(frozen=True, slots=True)
class ChosenFilters:
    """(K,) mean distance, in units of the diagonal, of the map chosen on half of the pictures to the landmark on the
    other half, and (2, K) which map each half chose; nan and -1 where fewer than four pictures are annotated."""

    distance: Floats
    maps: Ints


def chosen_on_half(positions: Floats, landmarks: Floats, input_size: int, seed: int = 0) -> ChosenFilters:
    """Choose the map nearest to each landmark on half of the annotated pictures, score it on the other half, both ways.

    On the choosing half each map learns its mean offset from the landmark (a filter need not sit on the point that
    somebody clicked) and the map of the smallest mean distance after that offset is taken; map and offset are scored
    on the other half, and the two results averaged. Given a CAM (F = 1), a constant place or random cells, only the
    offset is learned: what each can gain from the same freedom. The halves depend on `seed` and on which pictures are
    annotated alone, so that all maps are compared on the same ones.

    Parameters
    ----------
    positions : (N, F, 2)
        Of the peaks, in pixels of the network's input.
    landmarks : (N, K, 2)
        In pixels of the network's input; nan where not annotated.
    input_size
        Side of the network's input, in pixels.
    """
    count = landmarks.shape[1]
    distance, maps = np.full(count, np.nan), np.full((2, count), -1)
    for k in range(count):
        rows = np.random.default_rng(seed).permutation(np.flatnonzero(np.isfinite(landmarks[:, k, 0])))
        if len(rows) < 4:
            continue
        halves = (rows[::2], rows[1::2])
        scores = []
        for way, (choosing, scoring) in enumerate((halves, halves[::-1])):
            apart = landmarks[choosing, k, None] - positions[choosing]  # (half, F, 2)
            offset = apart.mean(0)
            best = int(lengths(apart - offset).mean(0).argmin())
            maps[way, k] = best
            scores.append(lengths(landmarks[scoring, k] - positions[scoring, best] - offset[best]).mean())
        distance[k] = np.mean(scores) / (input_size * np.sqrt(2))
    return ChosenFilters(distance, maps)


def centre_positions(pictures: int, input_size: int) -> Floats:
    """(N, 1, 2) of a map that always fires in the middle: after its offset, the landmark's mean place."""
    return np.full((pictures, 1, 2), (input_size - 1) / 2)


def random_positions(pictures: int, grid: Floats, seed: int = 0) -> Floats:
    """(N, 1, 2) of a map that fires anywhere. grid: (n,) pixel of each cell's centre."""
    return np.random.default_rng(seed).choice(grid, (pictures, 1, 2))
