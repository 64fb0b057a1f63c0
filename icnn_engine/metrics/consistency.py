"""Does a filter mean one thing? By its distance from a landmark, and by the look of its crops."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine.metrics.arrays import Bools, Floats, Ints, best_of_known, mean_of_known, strongest

WORST = -1.0  # what a position as restless as the landmark and independent of it scores; nothing scores less


@dataclass(frozen=True, slots=True)
class PartConsistency:
    """(F, K) share of the variance of each landmark that each filter's position explains; nan: not measurable."""

    values: Floats

    def best(self) -> Floats:
        """(F,) the share of the landmark that each filter explains best; nan where none is measurable."""
        return best_of_known(self.values)

    def landmark(self) -> Ints:
        """(F,) index of the landmark that each filter explains best; -1 where none is measurable."""
        known = np.isfinite(self.values)
        return np.where(known.any(1), np.where(known, self.values, -np.inf).argmax(1), -1)

    def mean(self) -> float:
        """Mean over filters of `best`."""
        return mean_of_known(self.best())


def part_consistency(
    positions: Floats, strengths: Floats, landmarks: Floats, least: float, share: float = 1.0
) -> PartConsistency:
    """Return how much of the variance of a landmark's place a filter's inferred position explains, up to an offset.

    1 - Var(landmark - position) / Var(landmark), each variance the sum over both axes, and no less than `WORST`.
    1: a rigid offset; 0: no better than a constant place (a filter that always fires in the middle scores 0 exactly).

    Parameters
    ----------
    positions : (N, F, 2)
        Inferred positions, in pixels.
    strengths : (N, F)
        Peaks.
    landmarks : (N, K, 2)
        In pixels; nan where not annotated.
    least
        Standard deviation of a landmark, in pixels, below which the value is nan: take a map's stride, below
        which positions cannot tell.
    share
        The strongest share of the annotated pictures is used, at most `TOP`.

    Returns
    -------
    (F, K) values, nan where fewer than three pictures are annotated.
    """
    filters, count = strengths.shape[1], landmarks.shape[1]
    values = np.full((filters, count), np.nan)
    for k in range(count):
        best = strongest(strengths, np.isfinite(landmarks[:, k, 0]), share)
        if len(best) < 3:
            continue
        truth = landmarks[best, k]  # (used, F, 2)
        total = truth.var(0).sum(1)
        left = (truth - positions[best, np.arange(filters)]).var(0).sum(1)
        moves = total >= max(least, 1e-9) ** 2
        values[moves, k] = np.maximum(1 - left[moves] / total[moves], WORST)
    return PartConsistency(values)


@dataclass(frozen=True, slots=True)
class VisualConsistency:
    """(F,) mean cosines between the features of crops of different pictures: at the filter's peaks, in the middle,
    and at random cells of the same pictures. nan: fewer than two pictures."""

    filters: Floats
    centre: Floats
    random: Floats

    def gains(self) -> Floats:
        """(F,) how much more alike the crops at the peaks are than crops at random cells."""
        return self.filters - self.random

    def centre_gains(self) -> Floats:
        """(F,) the same of a filter that always fires in the middle, on the filter's own pictures."""
        return self.centre - self.random

    def mean(self) -> float:
        """Mean over filters of `gains`."""
        return mean_of_known(self.gains())


def mean_cosine(features: Floats, present: Bools) -> Floats:
    """Return the mean cosines (F,) over pairs of different pictures. features: (F, P, D), one vector a picture, of any
    length; present: (F, P), which of them count. nan where fewer than two do."""
    norms = np.linalg.norm(features, axis=2, keepdims=True)
    unit = np.divide(features, norms, out=np.zeros_like(features), where=norms > 0) * present[..., None]
    count = present.sum(1)
    pairs = count * (count - 1)
    same = (unit**2).sum((1, 2))  # each vector with itself
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(pairs > 0, ((unit.sum(1) ** 2).sum(1) - same) / pairs, np.nan)


def visual_consistency(own: Floats, centre: Floats, random: Floats, present: Bools) -> VisualConsistency:
    """Compare the features (F, P, D) of crops of each filter's P strongest pictures: at its peaks, in the middle, and
    (Q, F, P, D) at Q random cells a picture, pairs within one draw; present (F, P): pictures on which it fires."""
    drawn = np.mean([mean_cosine(draw, present) for draw in random], axis=0)
    return VisualConsistency(mean_cosine(own, present), mean_cosine(centre, present), drawn)
