"""Location instability of filters (paper, section 5.2), for one category and for several, with its baselines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine.metrics.arrays import Floats, known_means, lengths, mean_of_known, strongest

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
        return known_means(self.filters)

    def mean(self) -> float:
        """Mean over landmarks, then over filters, as published."""
        return mean_of_known(self.per_filter())

    def share_below_centre(self) -> float:
        """Share of filters that beat 'always the middle' (mean over landmarks) on their own pictures."""
        return float(np.mean(self.per_filter() < known_means(self.centre)))


def location_instability(
    positions: Floats, strengths: Floats, landmarks: Floats, input_size: int, grid: Floats, share: float = 1.0
) -> Instability:
    """Return the location instability of F filters for K landmarks (paper, section 5.2).

    For each filter and landmark: the standard deviation (N-1) over pictures of the distance between the filter's
    position and the landmark, divided by the picture's diagonal.

    Parameters
    ----------
    positions : (N, F, 2)
        Inferred positions, in pixels of the network's input.
    strengths : (N, F)
        Peaks.
    landmarks : (N, K, 2)
        In pixels of the network's input; nan where not annotated.
    input_size
        Side of the network's input, in pixels.
    grid : (n,)
        Pixel of each cell's centre, for the random-cell baseline.
    share
        The strongest share of the annotated pictures is used, at most `TOP`.

    Returns
    -------
    Instability of the filters, of the centre and of random cells; nan where fewer than two pictures are annotated.
    """
    filters, count = strengths.shape[1], landmarks.shape[1]
    values = np.full((3, filters, count), np.nan)
    generator, middle = np.random.default_rng(0), np.full(2, (input_size - 1) / 2)
    for k in range(count):
        best = strongest(strengths, np.isfinite(landmarks[:, k, 0]), share)  # (used, F)
        if len(best) < 2:
            continue
        truth = landmarks[best, k]
        draws = generator.choice(grid, (RANDOM_DRAWS, *truth.shape))
        values[0, :, k] = _spread(positions[best, np.arange(filters)] - truth)
        values[1, :, k] = _spread(middle - truth)
        values[2, :, k] = np.mean([_spread(draw - truth) for draw in draws], axis=0)
    return Instability(*(values / (input_size * np.sqrt(2))))


def _spread(offsets: Floats) -> Floats:
    return np.asarray(lengths(offsets).std(axis=0, ddof=1))


@dataclass(frozen=True, slots=True)
class MultiCategory:
    """(F,) location instability of filters of several categories, by the paper's rule and by the release's."""

    paper: Floats
    release: Floats

    def means(self) -> tuple[float, float]:
        """Means over filters: (paper, release)."""
        return mean_of_known(self.paper), mean_of_known(self.release)


def multi_category_instability(instability: Floats, mean_peaks: Floats) -> MultiCategory:
    """Reduce each filter's instability in each category (F, C), means over landmarks, to one value a filter.

    Paper (section 5.2): the smallest over categories. Release: that of the category of the highest mean peak (F, C),
    among those that can be measured. nan: not measurable.
    """
    own = np.where(np.isfinite(instability), mean_peaks, -np.inf).argmax(1)
    lowest = np.fmin.reduce(instability, axis=1, initial=np.nan)
    return MultiCategory(np.asarray(lowest), instability[np.arange(len(instability)), own])
