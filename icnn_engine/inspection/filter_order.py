"""Filters in the order in which they are shown: by the part they hold, in each the filter first that follows best."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from icnn_engine.core.errors import SettingsError
from icnn_engine.core.language import translate
from icnn_engine.runs.run_folder import Run, RunFilter


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


def check_filters(run: Run, filters: Sequence[int]) -> None:
    """Raise SettingsError where a run does not have one of the filters."""
    if wrong := [f for f in filters if not 0 <= f < len(run.filters)]:
        raise SettingsError(
            translate("Errors", "There is no filter {filter}: this run has filters 0 to {count}.").format(
                filter=wrong[0], count=len(run.filters) - 1
            )
        )


def _by_following(filters: Sequence[RunFilter]) -> list[RunFilter]:
    return sorted(filters, key=lambda f: (-f.following if isfinite(f.following) else 1.0, -f.strength))
