"""Groups of items: those with the same key, and those that pairs connect."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from itertools import chain
from typing import TypeVar

import numpy as np

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def grouped(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Return the items by key, keys and items in the order of the items."""
    groups: dict[K, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return dict(groups)


def component_labels(count: int, pairs: Iterable[tuple[int, int]]) -> np.ndarray:
    """Return the number (N,) of the connected component of each of `count` nodes of a graph with these edges."""
    from scipy.sparse import coo_array  # the window is painted without it
    from scipy.sparse.csgraph import connected_components

    rows, columns = np.fromiter(chain.from_iterable(pairs), np.intp).reshape(-1, 2).T
    graph = coo_array((np.ones(len(rows), bool), (rows, columns)), shape=(count, count))
    labels: np.ndarray = connected_components(graph, directed=False)[1]
    return labels


def connected_groups(count: int, pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Return the connected components of 0..count-1, each sorted, by their first member; single ones too."""
    labels = component_labels(count, pairs).tolist()
    return tuple(map(tuple, grouped(range(count), labels.__getitem__).values()))
