"""Does a filter hold a part? The five tests and their marks (docs/maths.md, "Holding"). The marks are fixed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from icnn_engine.metrics.arrays import Bools, Floats, Ints, median_of_known, ratio
from icnn_engine.metrics.equivariance import Moved

ELIGIBLE = 10  # pictures on which a filter must be above its median, or it is not judged to hold
SHIFT = 0.8
SLOPE = (0.8, 1.2)
TRIMMED = 0.2  # of the moves, at each end (docs/maths.md: the correction of this mark, with its evidence)
MIRROR = 0.7
TRANSPLANT = 0.6
SCALE = 0.5
SWAPPED = 0.5  # of the mirrored pictures: two filters that swap places so often are a pair
KEPT = 0.5  # of the strength, at least, by the crop alone
REMAINING = 0.3  # of the strength, at most, with the crop blurred
RANDOM_KEPT = 0.5  # of the strength, less than, by a random crop
CROP = 77 / 224  # side of a crop, in units of the input's side: the same for all networks


@dataclass(frozen=True, slots=True)
class PartTests:
    """Results of F filters in each test of holding, (F,) each; nan: not measured.

    Attributes
    ----------
    eligible
        Number of pictures on which a filter is above its median.
    shift, mirror, transplant, scale
        Share of peaks that are where the content went, 0..1.
    slope
        Mean move of the peak over the move of the content.
    kept, remaining, random_kept
        Grounding: medians over pictures of the share of the strength that is left with only the crop sharp, with only
        the crop blurred, with only a random crop sharp.
    partner
        The filter with which this one swaps places under the mirror, -1 for none.
    """

    eligible: Ints
    shift: Floats
    slope: Floats
    mirror: Floats
    transplant: Floats
    scale: Floats
    kept: Floats
    remaining: Floats
    random_kept: Floats
    partner: Ints

    def passed(self) -> dict[str, Bools]:
        """(F,) by test: whether each filter reached the mark. A test that was not measured is not passed."""
        low, high = SLOPE
        return {
            "eligible": self.eligible >= ELIGIBLE,
            "shift": (self.shift >= SHIFT) & (self.slope >= low) & (self.slope <= high),
            "mirror": (self.mirror >= MIRROR) & (self.partner < 0),
            "transplant": self.transplant >= TRANSPLANT,
            "scale": self.scale >= SCALE,
            "grounding": (self.kept >= KEPT) & (self.remaining <= REMAINING) & (self.random_kept < RANDOM_KEPT),
        }

    def before_grounding(self) -> Bools:
        """(F,) filters that pass everything but grounding, which is measured for these."""
        return np.asarray(np.all([ok for test, ok in self.passed().items() if test != "grounding"], axis=0))

    def keeping(self) -> Floats:
        """(F,) how often each filter keeps to one place of the object: the lowest of its shares when the picture is
        moved, when it is mirrored and when the crop is pasted elsewhere (nan: one was not measured).

        The lowest, for each fake fails another one: a copy at an offset sideways the mirror, one at an offset up or
        down the transplant, a filter bound to the frame the shift.
        """
        return np.minimum(np.minimum(self.shift, self.mirror), self.transplant)

    def holds(self) -> Bools:
        """(F,) filters that pass every test."""
        return np.asarray(np.all(list(self.passed().values()), axis=0))


def slope(moves: Sequence[Moved], cells: int) -> Floats:
    """Return the mean of the peak's move along the content's, in units of the content's, over pictures and moves.

    Only active pictures and expected cells inside the map count, and of these the middle part (`TRIMMED` of them left
    out at each end): the shift test counts the peaks that jump somewhere else.

    Parameters
    ----------
    moves : sequence of Moved
        Each with `active`.
    cells : int
        Side of a feature map, in cells.

    Returns
    -------
    (F,)
        1: the peak goes with the content; 0.5: half of the way; 0: it stays; nan where no picture counts.

    Raises
    ------
    ValueError
        Where a move has no `active`.
    """
    slopes = []
    for move in moves:
        way = move.expected - move.start
        along = ((move.cells - move.start) * way).sum(2) / np.maximum((way**2).sum(2), 1e-9)
        slopes.append(np.where(counts(move, cells), along, np.nan))
    return np.array([_trimmed_mean(own[np.isfinite(own)]) for own in np.concatenate(slopes).T])


def _trimmed_mean(values: Floats) -> float:
    from scipy.stats import trim_mean

    return float(trim_mean(values, TRIMMED)) if len(values) else float("nan")


def counts(move: Moved, cells: int) -> Bools:
    """Return the pictures (N, F) that count in a move: active ones whose expected cell lies inside the map. Raises
    ValueError where the move has no `active`."""
    if move.active is None:
        raise ValueError("the move does not say on which pictures it counts")
    return move.active & move.inside(cells)


def near_shares(places: Floats | Ints, others: Floats | Ints, use: Bools, within: float) -> Floats:
    """Return how often each filter is near each other one: the share (F, F) of pictures in which the place of the one
    (row) lies within `within` of the other's (column), Chebyshev. places, others: (N, F, 2); use: (N, F). Only pictures
    on which both filters count are used; with fewer than `ELIGIBLE` of them the share is 0."""
    filters = use.shape[1]
    near, both = np.zeros((filters, filters), np.int64), np.zeros((filters, filters), np.int64)
    for row, place, other in zip(use, places, others, strict=True):
        members = np.flatnonzero(row)
        apart = np.abs(place[members, None] - other[None, members]).max(2)
        near[np.ix_(members, members)] += apart <= within
        both[np.ix_(members, members)] += 1
    return np.where(both >= ELIGIBLE, near / np.maximum(both, 1), 0.0)


def mirror_partners(moves: Sequence[Moved], own: Floats, cells: int) -> Ints:
    """Return the filter with which each filter swaps places under the mirror.

    Two filters are partners if each is, in the mirrored pictures, within one cell of the mirrored place of the other in
    more than `SWAPPED` of the pictures on which both count (at least `ELIGIBLE`), and neither passes the mirror test: a
    left and a right ear, but also two offsets, +3 and -3, of one detector.

    Parameters
    ----------
    moves : sequence of Moved
        Of mirrored pictures, all with the same `within`.
    own : (F,)
        Each filter's own mirror share.
    cells : int
        Side of a feature map, in cells.

    Returns
    -------
    (F,)
        Numbers of filters, -1 for none.
    """
    now = np.concatenate([move.cells for move in moves])
    mirrored = np.concatenate([move.expected for move in moves])
    swapped = near_shares(now, mirrored, np.concatenate([counts(move, cells) for move in moves]), moves[0].within)
    both, passes = np.minimum(swapped, swapped.T), own >= MIRROR
    both[passes] = 0
    both[:, passes] = 0
    np.fill_diagonal(both, 0)
    return np.where(both.max(1) > SWAPPED, both.argmax(1), -1)


@dataclass(frozen=True, slots=True)
class Sharpness:
    """Values within one cell of a filter's peak in P pictures, (P, F) each: as the picture is, wholly blurred, with
    only the crop at the peak sharp, with only that crop blurred, with only a random crop sharp. nan: not measured."""

    whole: Floats
    blurred: Floats
    alone: Floats
    without: Floats
    random: Floats

    def kept(self, values: Floats) -> Floats:
        """(F,) median over pictures of the strength that is left, in units of the strength: both are the excess over
        the value in the blurred picture. nan where no picture gives the filter any strength."""
        strength = self.whole - self.blurred
        return median_of_known(ratio(values - self.blurred, strength))

    def added_to(self, tests: PartTests) -> PartTests:
        """Return the tests with their grounding."""
        kept, remaining, random_kept = (self.kept(values) for values in (self.alone, self.without, self.random))
        return replace(tests, kept=kept, remaining=remaining, random_kept=random_kept)
