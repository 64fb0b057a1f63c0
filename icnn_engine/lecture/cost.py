"""Chapter 10: what the parts cost: right answers of the three networks, parts found, and time. No torch."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.inspection.run_verdict import RunVerdict, run_verdict
from icnn_engine.runs.run_folder import Run

WORK = ("reading", "mapping", "probing", "training", "testing")  # in the order in which a training does it


@dataclass(frozen=True, eq=False)
class Cost:
    """`verdict`: how often the networks are right, and what that gains. `parts` and `holding`: parts found, and filters
    that hold one, of each network with parts; None where they were not tested. `seconds`: of each of `WORK`, as far as
    it is known."""

    verdict: RunVerdict
    filters: int
    parts: dict[NetworkName, int]
    holding: dict[NetworkName, int | None]
    seconds: dict[str, float]


def cost(run: Run) -> Cost:
    """Return what the interpretable network gains and costs beside the twin and the CAM network."""
    both = (NetworkName.INTERPRETABLE, NetworkName.TWIN)
    return Cost(
        verdict=run_verdict(run),
        filters=len(run.filters),
        parts={network: len(groups_of(run.of(network))) for network in both},
        holding={n: sum(f.holds for f in run.of(n)) if run.judged else None for n in both},
        seconds=_seconds(run),
    )


def _seconds(run: Run) -> dict[str, float]:
    """Return how long each kind of work took; the run has noted when each ended."""
    ends = [0.0, *map(float, dict(run.info.get("seconds", {})).values())]
    if len(ends) != len(WORK) + 1:
        return {}
    return {name: end - start for name, (start, end) in zip(WORK, pairwise(ends), strict=True)}
