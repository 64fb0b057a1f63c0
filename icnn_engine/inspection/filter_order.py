"""Filters in the order in which they are shown: by the part they hold, in each the filter first that follows best."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from icnn_engine.runs.run_folder import RunFilter


def groups_of(filters: Sequence[RunFilter]) -> tuple[tuple[int, ...], ...]:
    """Return the filters of each part of one network: largest group first, in each the one first that follows best."""
    numbers = sorted({f.group for f in filters if f.group >= 0})
    return tuple(tuple(f.index for f in _by_following([f for f in filters if f.group == n])) for n in numbers)


def wall_order(filters: Sequence[RunFilter]) -> tuple[int, ...]:
    """Return all filters: those of parts as in `groups_of`, then those of none by how well they follow, then the
    dead."""
    grouped = [index for members in groups_of(filters) for index in members]
    rest = sorted(_by_following([f for f in filters if f.group < 0]), key=lambda f: f.dead)
    return (*grouped, *(f.index for f in rest))


def representatives(filters: Sequence[RunFilter], count: int = 10) -> tuple[int, ...]:
    """Return the filter that follows best, of each of the `count` largest groups."""
    return tuple(members[0] for members in groups_of(filters)[:count])


def _by_following(filters: Sequence[RunFilter]) -> list[RunFilter]:
    return sorted(filters, key=lambda f: (-f.following if isfinite(f.following) else 1.0, -f.strength))
