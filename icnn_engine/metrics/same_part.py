"""Which filters found one and the same part, how many independent parts there are, and the tree that tells."""

from __future__ import annotations

import numpy as np

from icnn_engine.metrics.arrays import Bools, Floats, Ints
from icnn_engine.metrics.groups import largest_first
from icnn_engine.metrics.holding import CROP, ELIGIBLE, KEPT

NEAR = 2 / 3  # of the crop's side: peaks that lie so near show the same content
CUT = 0.5  # two filters are one part when they are near in more than this share of the pictures


def together(cells: Ints, fires: Bools, stride: float, input_size: int) -> Floats:
    """(F, F) share of the pictures in which two filters' peaks lie within `NEAR` of a crop's side (Chebyshev).

    cells: (N, F, 2) peaks; fires: (N, F), pictures on which a filter is looked at; stride, input_size: pixels of the
    input. Only pictures in which both fire count; with fewer than `ELIGIBLE` of them the share is 0.
    """
    filters = cells.shape[1]
    near, both = np.zeros((filters, filters), np.int64), np.zeros((filters, filters), np.int64)
    reach = NEAR * CROP * input_size
    for picture in range(len(cells)):
        members = np.flatnonzero(fires[picture])
        own = cells[picture, members].astype(np.int64)
        apart = np.abs(own[:, None] - own[None]).max(2) * stride
        near[np.ix_(members, members)] += apart <= reach
        both[np.ix_(members, members)] += 1
    shares: Floats = np.divide(near, both, out=np.zeros(near.shape), where=both >= ELIGIBLE)
    return shares


def part_distances(shares: Floats, kept: Floats | None, categories: Ints) -> Floats:
    """(F, F) distances between filters, 0..1: the share of pictures in which they are apart.

    shares: as `together`; kept: (F, F), what the crop of one filter alone keeps of the strength of another (nan: not
    measured): from `KEPT` on, either way, the two are the same part. Filters of different categories, (F,), never are.
    """
    distances = 1 - shares
    if kept is not None:
        same = np.nan_to_num(kept) >= KEPT
        distances[same | same.T] = 0
    distances[np.not_equal.outer(categories, categories)] = 1
    np.fill_diagonal(distances, 0)
    return distances


def part_tree(distances: Floats) -> Floats | None:
    """SciPy's linkage (average) of square distances; None for fewer than two filters."""
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    return None if len(distances) < 2 else linkage(squareform(distances, checks=False), "average")


def same_part_groups(distances: Floats, holds: Bools) -> Ints:
    """(F,) number of the part each filter holds, 0 the largest group; -1 for filters that hold none."""
    from scipy.cluster.hierarchy import fcluster

    found, members = np.full(len(holds), -1), np.flatnonzero(holds)
    if len(members):
        tree = part_tree(distances[np.ix_(members, members)])
        below = np.nextafter(CUT, 0)  # near in more than half of the pictures, not in half of them
        found[members] = 0 if tree is None else fcluster(tree, below, "distance") - 1
    return largest_first(found)


def cut_into(distances: Floats, members: Ints, count: int) -> list[Ints]:
    """At most `count` clusters of filters by cutting the tree of `members`; fewer where there are fewer filters."""
    from scipy.cluster.hierarchy import fcluster

    if len(members) == 0:
        return []
    tree = part_tree(distances[np.ix_(members, members)])
    numbers = np.ones(1, int) if tree is None else fcluster(tree, count, "maxclust")
    return [members[numbers == number] for number in np.unique(numbers)]
