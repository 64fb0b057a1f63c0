"""Equivariance: does a filter's peak follow the content of a picture that moves?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from icnn_engine.metrics.arrays import Bools, Floats, Ints


@dataclass(frozen=True, slots=True)
class Moved:
    """Peaks in a moved picture: where the content of each peak should be and where the peak is, (N, F, 2) in cells
    (expected ones fractional); `least`: the expected move, in cells, from which a picture counts; `within`: how near,
    in cells, a peak has followed: what rounding both peaks to cells can cost one that follows perfectly; `active`
    (N, F): the pictures that count, those on which a filter fires above its median in the view the move begins with."""

    expected: Floats
    cells: Ints
    start: Ints
    least: float = 0.0
    within: float = 1.0
    active: Bools | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """How often peaks followed, picture by picture: `hits` of the moves `counted`, (N, F) each; `silent` (F,): filters
    that fire on none of the pictures they are judged on."""

    hits: Ints
    counted: Ints
    silent: Bools

    def share(self, weights: Floats | None = None) -> Floats:
        """Equivariance, (F,), or (R, F) for weights (R, N) of the pictures: hits over moves counted. nan where none is
        counted; 0 for silent filters."""
        weights = np.ones(len(self.hits)) if weights is None else weights
        hits, counted = weights @ self.hits, weights @ self.counted
        with np.errstate(invalid="ignore"):
            return np.where(self.silent, 0.0, np.where(counted > 0, hits / counted, np.nan))


def followed(moves: Sequence[Moved], strengths: Floats, cells: int, shows: Bools | None = None) -> Followed:
    """Which peaks followed the content of the picture to `within` cells (Chebyshev), one where it only shifts.

    Counted are the pictures on which a filter is above its median (strengths (N, F) in the unmoved picture; a move that
    begins elsewhere says which), whose
    expected cell lies inside the map and has moved by `least` or more. `shows` (N, F): a filter is judged, and its
    median taken, on these pictures only; by default on all.
    """
    shows = np.ones(strengths.shape, bool) if shows is None else shows
    fires = (strengths > 0) & shows
    active = above_median(strengths, shows)
    hits, counted = np.zeros(strengths.shape, np.int64), np.zeros(strengths.shape, np.int64)
    for move in moves:
        inside = ((move.expected >= 0) & (move.expected <= cells - 1)).all(2)
        far = np.abs(move.expected - move.start).max(2) >= move.least
        use = (active if move.active is None else move.active) & inside & far
        near = np.abs(move.cells - move.expected).max(2) <= move.within
        hits += near & use
        counted += use
    silent: Bools = np.logical_and(shows.any(axis=0), ~fires.any(axis=0))
    return Followed(hits, counted, silent)


def above_median(strengths: Floats, shows: Bools) -> Bools:
    """(N, F) pictures on which a filter fires above its median, of those it is judged on. strengths, shows: (N, F)."""
    found: Bools = (strengths > 0) & shows & (strengths > _median(strengths, shows))
    return found


def equivariance(moves: Sequence[Moved], strengths: Floats, cells: int, shows: Bools | None = None) -> Floats:
    """(F,) share of peaks that followed (see `followed`). nan where no picture counts; a filter that never fires on
    the pictures it is judged on scores 0."""
    return followed(moves, strengths, cells, shows).share()


def _median(strengths: Floats, shows: Bools) -> Floats:
    """(F,) medians over the pictures shown; infinite where there is none."""
    ordered = np.sort(np.where(shows, strengths, np.inf), axis=0)
    count, filters = shows.sum(0), np.arange(strengths.shape[1])
    low, high = np.maximum(count - 1, 0) // 2, np.minimum(count // 2, len(strengths) - 1)
    middle: Floats = (ordered[low, filters] + ordered[high, filters]) / 2
    return middle
