"""Equivariance: does a filter's peak follow the content of a picture that moves?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from icnn_engine.metrics.arrays import Bools, Floats, Ints, median_of_known, ratio


@dataclass(frozen=True, slots=True)
class Moved:
    """Peaks in a moved picture.

    Attributes
    ----------
    expected : (N, F, 2)
        Where the content of each peak should be, in (fractional) cells.
    cells : (N, F, 2)
        Where the peak is.
    start : (N, F, 2)
        Where the peak was before the move.
    least : float
        The expected move, in cells, from which a picture counts.
    within : float
        How near, in cells, a peak has followed: rounding both peaks to cells can cost so much even if it follows
        perfectly.
    active : (N, F), optional
        The pictures that count: those on which a filter fires above its median in the view the move begins with.
    """

    expected: Floats
    cells: Ints
    start: Ints
    least: float = 0.0
    within: float = 1.0
    active: Bools | None = None

    def inside(self, cells: int) -> Bools:
        """(N, F): does the expected cell lie inside a map of `cells` x `cells`?"""
        return np.asarray(((self.expected >= 0) & (self.expected <= cells - 1)).all(2))


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
        return np.where(self.silent, 0.0, ratio(weights @ self.hits, weights @ self.counted))


def followed(moves: Sequence[Moved], strengths: Floats, cells: int, shows: Bools | None = None) -> Followed:
    """Count which peaks followed the content of the picture to `Moved.within` cells (Chebyshev).

    Counted are the pictures on which a filter is above its median (strengths (N, F) in the unmoved picture; or
    `Moved.active`), whose expected cell lies inside the map and has moved by `Moved.least` or more. `shows` (N, F): a
    filter is judged, and its median taken, on these pictures only; by default on all.
    """
    shows = np.ones(strengths.shape, bool) if shows is None else shows
    above = above_median(strengths, shows)
    hits, counted = np.zeros(strengths.shape, np.int64), np.zeros(strengths.shape, np.int64)
    for move in moves:
        far = np.abs(move.expected - move.start).max(2) >= move.least
        use = (above if move.active is None else move.active) & move.inside(cells) & far
        hits += use & (np.abs(move.cells - move.expected).max(2) <= move.within)
        counted += use
    fires = (strengths > 0) & shows
    return Followed(hits, counted, np.asarray(shows.any(axis=0) & ~fires.any(axis=0)))


def above_median(strengths: Floats, shows: Bools) -> Bools:
    """(N, F) pictures on which a filter fires above its median, of those it is judged on. strengths, shows: (N, F)."""
    median = median_of_known(np.where(shows, strengths, np.nan))
    return np.asarray((strengths > 0) & shows & (strengths > median))


def equivariance(moves: Sequence[Moved], strengths: Floats, cells: int, shows: Bools | None = None) -> Floats:
    """Return the share of peaks that followed the content of moved pictures (tests of shift and scale).

    Parameters
    ----------
    moves : sequence of Moved
        Peaks before and after each move.
    strengths : (N, F)
        Peaks' values in the unmoved pictures; a filter counts on the pictures on which it is above its median.
    cells : int
        Side of a feature map, in cells.
    shows : (N, F), optional
        The pictures each filter is judged on; by default all.

    Returns
    -------
    (F,)
        Shares, 0..1; nan where no picture counts, 0 for a filter that never fires on the pictures it is judged on.
    """
    return followed(moves, strengths, cells, shows).share()
