"""Filters by part, best first."""

import math

from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.filter_order import groups_of, representatives, wall_order
from icnn_engine.runs.run_folder import Run, RunFilter

INTERPRETABLE, TWIN, CAM = NetworkName.INTERPRETABLE, NetworkName.TWIN, NetworkName.CAM


def a_filter(index: int, group: int, equivariance: float, strength: float = 1.0, dead: bool = False) -> RunFilter:
    return RunFilter(INTERPRETABLE, index, 0, strength, equivariance, 64.0, group, dead, 0.9, 4.0)


def test_the_wall_shows_groups_first_then_the_unsteady_then_the_dead(fake_run: Run) -> None:
    order = wall_order(fake_run.filters)

    assert sorted(order) == list(range(16))
    assert order[:6] == (0, 1, 2, 3, 4, 5)
    assert order[-1] == 15
    assert representatives(fake_run.filters, 2) == (0, 6)
    assert groups_of(fake_run.filters) == fake_run.groups()


def test_in_a_group_the_most_equivariant_filter_leads() -> None:
    filters = (a_filter(0, 0, 0.8), a_filter(1, 0, 0.9), a_filter(2, -1, math.nan), a_filter(3, -1, 0.1))

    assert wall_order(filters) == (1, 0, 3, 2)
