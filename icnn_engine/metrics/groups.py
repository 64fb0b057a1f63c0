"""Which filters found one and the same part, and how many parts there are."""

from __future__ import annotations

import numpy as np

from icnn_engine.metrics.arrays import Bools, Floats, Ints

GROUP_CUT = 2.0  # cells: filters whose peaks lie nearer on average found one part
STEADY = 0.8  # equivariance from which a filter counts as a part


def part_groups(cells: Ints, steady: Bools, labels: Ints | None = None, categories: Ints | None = None) -> Ints:
    """(F,) number of the part each filter found, 0 the largest group; -1 for filters that are not steady.

    cells: (N, F, 2) peaks. Average linkage on the mean Euclidean distance of peaks over pictures, cut at `GROUP_CUT`.
    With `labels` (N,) of pictures and `categories` (F,) of filters, groups are formed among the filters of one
    category on its own pictures; numbers stay unique over all.
    """
    labels = np.zeros(len(cells), int) if labels is None else labels
    categories = np.zeros(len(steady), int) if categories is None else categories
    found = np.full(len(steady), -1)
    for category in np.unique(categories):
        members = np.flatnonzero(steady & (categories == category))
        if len(members):
            found[members] = found.max() + 1 + linked(mean_distances(cells[labels == category][:, members]))
    return largest_first(found)


def pair_distances(cells: Ints) -> Floats:
    """(N, pairs) float32 Euclidean distances of the peaks of every pair of filters in each picture, condensed as
    SciPy has it. cells: (N, M, 2)."""
    first, second = np.triu_indices(cells.shape[1], 1)
    apart = cells[:, first].astype(np.float32) - cells[:, second]
    distances: Floats = np.hypot(apart[..., 0], apart[..., 1])
    return distances


def mean_distances(cells: Ints) -> Floats:
    """(pairs,) means over pictures of `pair_distances`; 0 without any picture. Picture by picture and from a table of
    the distances between cells: 512 filters have 131,000 pairs, on 1000 pictures half a second."""
    side, filters = int(cells.max(initial=0)) + 1, cells.shape[1]
    every = np.stack(np.unravel_index(np.arange(side**2), (side, side)), axis=1)
    table = np.linalg.norm(every[:, None] - every[None], axis=2).astype(np.float32)
    total = np.zeros((filters, filters), np.float32)
    for code in cells[..., 0] * side + cells[..., 1]:
        total += table[code].take(code, axis=1)
    mean: Floats = total[np.triu_indices(filters, 1)].astype(np.float64) / max(len(cells), 1)
    return mean


def linked(distances: Floats) -> Ints:
    """(M,) numbers from 0 of the groups that average linkage of condensed distances makes, cut at `GROUP_CUT`."""
    from scipy.cluster.hierarchy import fcluster, linkage

    if len(distances) == 0:
        return np.zeros(1, int)
    found: Ints = fcluster(linkage(distances, "average"), GROUP_CUT, "distance") - 1
    return found


def largest_first(groups: Ints) -> Ints:
    """The same groups, numbered from 0 by falling size."""
    sizes = np.bincount(groups[groups >= 0])
    rank = np.empty(len(sizes) + 1, int)
    rank[np.argsort(-sizes, kind="stable")] = np.arange(len(sizes))
    rank[-1] = -1  # where -1, not steady, points
    return rank[groups]


def distinct_parts(groups: Ints) -> float:
    """exp(entropy of the sizes of the groups): 0 when no filter is steady, k for k groups of one size."""
    sizes = np.bincount(groups[groups >= 0])
    if len(sizes) == 0:
        return 0.0
    share = sizes / sizes.sum()
    return float(np.exp(-(share * np.log(share)).sum()))
