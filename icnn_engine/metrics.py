"""Measures of answers and of parts, with their baselines: pure NumPy, no torch (definitions: docs/maths.md).

Axes: N pictures, F filters, K landmarks. Cells are (row, column), positions (y, x) in pixels of the network's input.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Ints = NDArray[np.integer]
Bools = NDArray[np.bool_]

TOP = 100  # location instability: at most so many pictures of a landmark
GROUP_CUT = 2.0  # cells: filters whose peaks lie nearer on average found one part
STEADY = 0.8  # equivariance from which a filter counts as a part
RANDOM_DRAWS = 20  # draws averaged for the random-cell baseline


def accuracy(answers: Floats, positive: Bools) -> float:
    """Share of right answers; an answer of .5 or more says 'the category'."""
    return float(np.mean((answers >= 0.5) == positive))


def balanced_accuracy(answers: Floats, positive: Bools) -> float:
    """Mean of the shares of right answers on the category and on the rest (nan where one of them is empty)."""
    if positive.all() or not positive.any():
        return float("nan")
    said = answers >= 0.5
    return float((np.mean(said[positive]) + np.mean(~said[~positive])) / 2)


def majority(positive: Bools) -> float:
    """Accuracy of always giving the more frequent answer: the floor."""
    return float(max(positive.mean(), 1 - positive.mean()))


def peaks(maps: Floats) -> tuple[Ints, Floats]:
    """Cells (N, F, 2) and values (N, F) of the highest activation of maps (N, F, n, n); the first one of equals."""
    flat = maps.reshape(*maps.shape[:2], -1)
    at = flat.argmax(2)
    cells = np.stack(np.unravel_index(at, maps.shape[2:]), axis=2)
    return cells, np.take_along_axis(flat, at[..., None], 2)[..., 0].astype(np.float64)


@dataclass(frozen=True, slots=True)
class Instability:
    """Location instability, (F, K) each, in units of the diagonal: of the filters, and of a filter that always fires
    at the centre and one that fires anywhere, on the very pictures each filter is measured on. nan: not measurable."""

    filters: Floats
    centre: Floats
    random: Floats

    def mean(self) -> float:
        """Mean over landmarks, then over filters, as published."""
        return _mean(self.filters)

    def share_below_centre(self) -> float:
        """Share of filters that beat 'always the middle' (mean over landmarks) on their own pictures."""
        own, centre = np.nanmean(self.filters, 1), np.nanmean(self.centre, 1)
        return float(np.mean(own < centre))


def _mean(values: Floats) -> float:
    return float(np.nanmean(np.nanmean(values, 1))) if np.isfinite(values).any() else float("nan")


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
        annotated = np.flatnonzero(np.isfinite(landmarks[:, k]).all(1))
        used = min(TOP, int(np.ceil(len(annotated) * share)))
        if used < 2:
            continue
        best = annotated[np.argsort(-strengths[annotated], axis=0, kind="stable")[:used]]  # (used, F)
        truth = landmarks[best, k]
        own = positions[best, np.arange(filters)]
        middle = np.full(2, (input_size - 1) / 2)
        drawn = random.choice(grid, (RANDOM_DRAWS, *truth.shape))
        found["filters"][:, k] = _spread(own - truth)
        found["centre"][:, k] = _spread(middle - truth)
        found["random"][:, k] = np.mean([_spread(d - truth) for d in drawn], axis=0)
    return Instability(**{name: values / diagonal for name, values in found.items()})


def _spread(offsets: Floats) -> Floats:
    result: Floats = np.linalg.norm(offsets, axis=-1).std(axis=0, ddof=1)
    return result


@dataclass(frozen=True, slots=True)
class Moved:
    """Peaks in a moved picture: where the content of each peak should be and where the peak is, (N, F, 2) in cells
    (expected ones fractional); `least`: the expected move, in cells, from which a picture counts."""

    expected: Floats
    cells: Ints
    start: Ints
    least: float = 0.0


def equivariance(moves: list[Moved], strengths: Floats, cells: int) -> Floats:
    """(F,) share of peaks that followed the content of the picture to within one cell (Chebyshev).

    Counted are the pictures on which a filter is above its median (strengths (N, F) in the unmoved picture), whose
    expected cell lies inside the map and has moved by `least` or more. nan where none is left; a filter that never
    fires anywhere scores 0.
    """
    active = (strengths > np.median(strengths, axis=0)) & (strengths > 0)
    hits, counted = np.zeros(strengths.shape[1]), np.zeros(strengths.shape[1])
    for move in moves:
        inside = ((move.expected >= 0) & (move.expected <= cells - 1)).all(2)
        far = np.abs(move.expected - move.start).max(2) >= move.least
        use = active & inside & far
        near = np.abs(move.cells - move.expected).max(2) <= 1.0
        hits += (near & use).sum(0)
        counted += use.sum(0)
    alive = (strengths > 0).any(0)
    with np.errstate(invalid="ignore"):
        return np.where(alive, np.where(counted > 0, hits / counted, np.nan), 0.0)


def part_groups(cells: Ints, steady: Bools) -> Ints:
    """(F,) number of the part each filter found, 0 the largest group; -1 for filters that are not steady.

    cells: (N, F, 2) peaks. Average linkage on the mean Euclidean distance of peaks over pictures, cut at `GROUP_CUT`.
    """
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    groups = np.full(cells.shape[1], -1)
    members = np.flatnonzero(steady)
    if len(members) == 0:
        return groups
    if len(members) == 1:
        groups[members] = 0
        return groups
    own = cells[:, members].astype(np.float64)
    apart = np.mean([np.linalg.norm(one[:, None] - one[None], axis=2) for one in own], axis=0)
    found = fcluster(linkage(squareform(apart, checks=False), "average"), GROUP_CUT, "distance")
    names, sizes = np.unique(found, return_counts=True)
    rank = {name: place for place, name in enumerate(names[np.argsort(-sizes, kind="stable")])}
    groups[members] = [rank[name] for name in found]
    return groups


def distinct_parts(groups: Ints) -> float:
    """exp(entropy of the sizes of the groups): 0 when no filter is steady, k for k groups of one size."""
    sizes = np.bincount(groups[groups >= 0])
    if len(sizes) == 0:
        return 0.0
    share = sizes / sizes.sum()
    return float(np.exp(-(share * np.log(share)).sum()))
