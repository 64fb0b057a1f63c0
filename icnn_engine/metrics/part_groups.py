"""Which filters hold one and the same part, and how many independent parts there are."""

from __future__ import annotations

import numpy as np

from icnn_engine.metrics.arrays import Bools, Floats, Ints
from icnn_engine.metrics.holding import CROP, KEPT, near_shares

NEAR = 2 / 3  # of the crop's side: peaks that lie so near show the same content
CUT = 0.5  # two filters are one part when they are near in more than this share of the pictures


def together(cells: Ints, fires: Bools, stride: float, input_size: int) -> Floats:
    """Return the share (F, F) of the pictures in which two filters' peaks lie within `NEAR` of a crop's side.

    cells: (N, F, 2) peaks; fires: (N, F), pictures on which a filter is looked at; stride, input_size: pixels of the
    input. Only pictures in which both fire count; with fewer than `holding.ELIGIBLE` of them the share is 0.
    """
    places = cells.astype(np.int64) * stride
    return near_shares(places, places, fires, NEAR * CROP * input_size)


def part_distances(shares: Floats, kept: Floats | None, categories: Ints) -> Floats:
    """Return the distances (F, F) between filters, 0..1: the share of pictures in which they are apart.

    shares: as `together`; kept: (F, F), the share of one filter's strength that the crop of another alone keeps (nan:
    not measured): from `KEPT` on, either way, the two are the same part. Filters of different categories, (F,), never
    are.
    """
    distances = 1 - shares
    if kept is not None:
        same = np.nan_to_num(kept) >= KEPT
        distances[same | same.T] = 0
    distances[np.not_equal.outer(categories, categories)] = 1
    np.fill_diagonal(distances, 0)
    return distances


def same_part_groups(distances: Floats, holds: Bools) -> Ints:
    """Return the number (F,) of the part each filter holds, 0 the largest group; -1 for filters that hold none."""
    groups, members = np.full(len(holds), -1), np.flatnonzero(holds)
    # Near in more than half of the pictures, not in half of them.
    clusters = _clusters(distances, members, np.nextafter(CUT, 0), "distance")
    rank = np.argsort(np.argsort(-np.bincount(clusters), kind="stable"))
    groups[members] = rank[clusters]
    return groups


def cut_into(distances: Floats, members: Ints, count: int) -> list[Ints]:
    """Return at most `count` clusters of filters by cutting the tree of `members`; fewer where there are fewer."""
    numbers = _clusters(distances, members, count, "maxclust")
    return [members[numbers == number] for number in np.unique(numbers)]


def _clusters(distances: Floats, members: Ints, cut: float, criterion: str) -> Ints:
    """Return the cluster (M,), from 0, of each of M filters by average linkage; fewer than two are one cluster."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    if len(members) < 2:
        return np.zeros(len(members), int)
    condensed = squareform(distances[np.ix_(members, members)], checks=False)
    return np.asarray(fcluster(linkage(condensed, "average"), cut, criterion)) - 1


def independent_parts(groups: Ints) -> float:
    """Return exp(entropy of the sizes of the groups): 0 where no filter holds, k for k groups of one size."""
    sizes = np.bincount(groups[groups >= 0])
    if len(sizes) == 0:
        return 0.0
    share = sizes / sizes.sum()
    return float(np.exp(-(share * np.log(share)).sum()))
