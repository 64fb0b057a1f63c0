"""Does a filter hold a part? The five tests and their marks (docs/maths.md, "Holding"). The marks are fixed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from icnn_engine.metrics.arrays import Bools, Floats, Ints
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
    """What F filters reached in each test, (F,) each.

    `eligible`: number of pictures on which a filter is above its median; `shift`, `mirror`, `transplant`, `scale`:
    share of peaks that are where the content went, 0..1; `slope`: mean move of the peak over the move of the content;
    `kept`, `remaining`, `random_kept`: grounding, medians over pictures of what is left of the strength with only the
    crop sharp, only the crop blurred, only a random crop sharp; `partner`: the filter with which this one swaps places
    under the mirror, -1 for none. nan: not measured.
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
        """(F,) by test: whether each filter reached the mark. What was not measured is not passed."""
        low, high = SLOPE
        grounded = (self.kept >= KEPT) & (self.remaining <= REMAINING) & (self.random_kept < RANDOM_KEPT)
        return {
            "eligible": self.eligible >= ELIGIBLE,
            "shift": (self.shift >= SHIFT) & (self.slope >= low) & (self.slope <= high),
            "mirror": (self.mirror >= MIRROR) & (self.partner < 0),
            "transplant": self.transplant >= TRANSPLANT,
            "scale": self.scale >= SCALE,
            "grounding": grounded,
        }

    def before_grounding(self) -> Bools:
        """(F,) filters that pass everything but grounding, which is measured for these."""
        passed = self.passed()
        del passed["grounding"]
        found: Bools = np.logical_and.reduce(list(passed.values()))
        return found

    def holds(self) -> Bools:
        """(F,) filters that pass every test."""
        found: Bools = np.logical_and.reduce(list(self.passed().values()))
        return found


def share(hits: Ints | Floats, counted: Ints) -> Floats:
    """(F,) hits over counted pictures; nan where none is counted."""
    found: Floats = np.divide(hits, counted, out=np.full(len(hits), np.nan), where=counted > 0)
    return found


def slope(moves: Sequence[Moved], cells: int) -> Floats:
    """(F,) mean of the peak's move along the content's, in units of the content's, over pictures and moves.

    Only active pictures and expected cells inside the map count, and of these the middle part (`TRIMMED` of them left
    out at each end): the shift test counts the peaks that jump somewhere else. 1: the peak goes with the content; 0.5:
    half of the way; 0: it stays. nan where no picture counts.
    """
    found = []
    for move in moves:
        way = move.expected - move.start
        along = ((move.cells - move.start) * way).sum(2) / np.maximum((way**2).sum(2), 1e-9)
        found.append(np.where(counts(move, cells), along, np.nan))
    every = np.concatenate(found)
    return np.array([_trimmed_mean(own[np.isfinite(own)]) for own in every.T])


def _trimmed_mean(values: Floats) -> float:
    from scipy.stats import trim_mean

    return float(trim_mean(values, TRIMMED)) if len(values) else float("nan")


def counts(move: Moved, cells: int) -> Bools:
    """(N, F) pictures that count in a move that says which: those whose expected cell lies inside the map."""
    if move.active is None:
        raise ValueError("the move does not say on which pictures it counts")
    found: Bools = move.active & (move.expected.min(2) >= 0) & (move.expected.max(2) <= cells - 1)
    return found


def mirror_partners(moves: Sequence[Moved], own: Floats, cells: int) -> Ints:
    """(F,) the filter with which each swaps places under the mirror, -1 for none.

    moves: of mirrored pictures; own: (F,) each filter's own mirror share. Two filters are partners if
    each is, in the mirrored pictures, within one cell of the mirrored place of the other in more than `SWAPPED` of the
    pictures on which both count (at least `ELIGIBLE`), and neither passes the mirror test: a left and a right ear, but
    also two offsets, +3 and -3, of one detector.
    """
    filters = len(own)
    near, counted = np.zeros((filters, filters), np.int64), np.zeros((filters, filters), np.int64)
    for move in moves:
        use = counts(move, cells)
        for picture in range(len(use)):
            members = np.flatnonzero(use[picture])
            now, mirrored = move.cells[picture, members], move.expected[picture, members]
            apart = np.abs(now[:, None] - mirrored[None]).max(2)
            near[np.ix_(members, members)] += apart <= move.within
            counted[np.ix_(members, members)] += 1
    swapped = np.divide(near, counted, out=np.zeros(near.shape), where=counted >= ELIGIBLE)
    both = np.minimum(swapped, swapped.T)
    passes = own >= MIRROR
    both[passes] = 0
    both[:, passes] = 0
    np.fill_diagonal(both, 0)
    best: Ints = np.where(both.max(1) > SWAPPED, both.argmax(1), -1)
    return best


@dataclass(frozen=True, slots=True)
class Sharpness:
    """Values within one cell of a filter's peak in P pictures, (P, F) each: as the picture is, wholly blurred, with
    only the crop at the peak sharp, with only that crop blurred, with only a random crop sharp. nan: not looked at."""

    whole: Floats
    blurred: Floats
    alone: Floats
    without: Floats
    random: Floats

    def kept(self, values: Floats) -> Floats:
        """(F,) median over pictures of the strength that is left, in units of the strength: both are what is above the
        value in the blurred picture. nan where no picture gives the filter any strength."""
        strength = self.whole - self.blurred
        left = np.divide(values - self.blurred, strength, out=np.full(strength.shape, np.nan), where=strength > 0)
        return median_of_known(left)

    def added_to(self, tests: PartTests) -> PartTests:
        """The tests with their grounding."""
        kept, remaining, random = (self.kept(values) for values in (self.alone, self.without, self.random))
        return replace(tests, kept=kept, remaining=remaining, random_kept=random)


def median_of_known(values: Floats) -> Floats:
    """(F,) medians over the pictures of (P, F), nan left out; nan where nothing is known."""
    known = np.isfinite(values)
    some = known.any(0)
    found = np.full(values.shape[1], np.nan)
    found[some] = np.nanmedian(np.where(known, values, np.nan)[:, some], axis=0)
    return found
