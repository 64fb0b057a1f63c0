"""Location instability (paper, section 5.2), for one category and for several, with its baselines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine.metrics.arrays import Floats, mean_of_known, strongest

RANDOM_DRAWS = 20  # draws averaged for the random-cell baseline


@dataclass(frozen=True, slots=True)
class Instability:
    """Location instability, (F, K) each, in units of the diagonal: of the filters, and of a filter that always fires
    at the centre and one that fires anywhere, on the very pictures each filter is measured on. nan: not measurable."""

    filters: Floats
    centre: Floats
    random: Floats

    def per_filter(self) -> Floats:
        """(F,) means over landmarks; nan where none is measurable."""
        return over_landmarks(self.filters)

    def mean(self) -> float:
        """Mean over landmarks, then over filters, as published."""
        return mean_of_known(self.per_filter())

    def share_below_centre(self) -> float:
        """Share of filters that beat 'always the middle' (mean over landmarks) on their own pictures."""
        return float(np.mean(self.per_filter() < over_landmarks(self.centre)))


def over_landmarks(values: Floats) -> Floats:
    """(F,) means over the landmarks of (F, K), nan ones left out."""
    known = np.isfinite(values)
    with np.errstate(invalid="ignore"):
        mean: Floats = np.where(known, values, 0.0).sum(1) / known.sum(1)
    return mean


def location_instability(
    positions: Floats, strengths: Floats, landmarks: Floats, input_size: int, grid: Floats, share: float = 1.0
) -> Instability:
    """Location instability (paper, section 5.2) of F filters for K landmarks.

    positions: (N, F, 2) inferred positions; strengths: (N, F) peaks; landmarks: (N, K, 2), nan where not annotated;
    grid: (n,) pixel of each cell's centre; share: the strongest share of the annotated pictures is used, at most
    `TOP`. For each filter and landmark: the standard deviation (N-1) of the distance between position and landmark
    over those pictures, divided by the picture's diagonal.
    """
    filters, count = strengths.shape[1], landmarks.shape[1]
    found = {name: np.full((filters, count), np.nan) for name in ("filters", "centre", "random")}
    random = np.random.default_rng(0)
    diagonal = input_size * np.sqrt(2)
    for k in range(count):
        best = strongest(strengths, np.isfinite(landmarks[:, k, 0]), share)  # (used, F)
        if len(best) < 2:
            continue
        truth = landmarks[best, k]
        own = positions[best, np.arange(filters)]
        middle = np.full(2, (input_size - 1) / 2)
        drawn = random.choice(grid, (RANDOM_DRAWS, *truth.shape))
        found["filters"][:, k] = _spread(own - truth)
        found["centre"][:, k] = _spread(middle - truth)
        found["random"][:, k] = np.mean([_spread(d - truth) for d in drawn], axis=0)
    return Instability(**{name: values / diagonal for name, values in found.items()})


def _spread(offsets: Floats) -> Floats:
    result: Floats = np.hypot(offsets[..., 0], offsets[..., 1]).std(axis=0, ddof=1)
    return result


@dataclass(frozen=True, slots=True)
class MultiCategory:
    """(F,) location instability of filters of several categories, by the paper's rule and by the release's."""

    paper: Floats
    release: Floats

    def means(self) -> tuple[float, float]:
        """Means over filters: (paper, release)."""
        return mean_of_known(self.paper), mean_of_known(self.release)


def multi_category_instability(instability: Floats, mean_peaks: Floats) -> MultiCategory:
    """One instability a filter of its instability in each category (F, C), means over landmarks, nan where there is
    none, and its mean peak on each category's pictures (F, C).

    Paper (section 5.2): the smallest over categories. Release: that of the category on which the filter fires
    strongest, among those that can be measured.
    """
    known = np.isfinite(instability)
    lowest = np.where(known, instability, np.inf).min(1)
    own = np.where(known, mean_peaks, -np.inf).argmax(1)
    return MultiCategory(np.where(known.any(1), lowest, np.nan), instability[np.arange(len(instability)), own])
