"""Filters and runs for tests: filters with given figures, runs that were not judged, a run without any part."""

from __future__ import annotations

from dataclasses import replace
from math import nan

from icnn_engine.core.events import NetworkName
from icnn_engine.runs.run_folder import Run, RunFilter, write_run


def unjudged_filter(
    index: int, group: int, following: float, strength: float = 1.0, auc: float = nan, category: int = 0
) -> RunFilter:
    """A filter that was not judged; it is dead if its strength is 0."""
    own = NetworkName.INTERPRETABLE
    return RunFilter(own, index, category, strength, following, 60.0, group, strength == 0, auc, 0.0)


def unjudged(run: Run) -> Run:
    """The same run as an earlier version would have left it; groups stay."""
    return _with(run, tuple(map(_forgotten, run.filters)), tuple(map(_forgotten, run.twin_filters)))


def none_holding(run: Run) -> Run:
    """The same run with filters that answer to another place in the mirrored picture."""
    return _with(run, tuple(map(_mirrored, run.filters)), tuple(map(_mirrored, run.twin_filters)))


def write_unjudged(run: Run) -> Run:
    """Write the run folder as an earlier version would have, without the columns of the tests."""
    old = unjudged(run)
    write_run(old)
    path = run.path / "filters.csv"
    lines = [line.split(",")[:10] for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("".join(",".join(line) + "\n" for line in lines), encoding="utf-8")
    return old


def _with(run: Run, filters: tuple[RunFilter, ...], twin_filters: tuple[RunFilter, ...]) -> Run:
    return replace(run, filters=filters, twin_filters=twin_filters)


def _forgotten(one: RunFilter) -> RunFilter:
    figures = dict.fromkeys(("slope", "mirror", "transplant", "scale", "kept", "remaining", "random_kept"), nan)
    return replace(one, eligible=-1, partner=-1, holds=False, **figures)


def _mirrored(one: RunFilter) -> RunFilter:
    return replace(one, mirror=0.1, holds=False, group=-1)
