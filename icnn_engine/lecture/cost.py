"""Chapter 10: what the parts cost: right answers of the three networks, parts found, and time. No torch."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.metrics.uncertainty import Interval, Sample, balanced_accuracy_statistic, bootstrap, interval
from icnn_engine.metrics.uncertainty import difference as difference_of
from icnn_engine.runs.run_folder import Run

WORK = ("reading", "mapping", "probing", "training", "testing")  # in the order in which a training does it


@dataclass(frozen=True, eq=False)
class Accuracies:
    """Share of right answers of each network on the same `pictures` test pictures, `right` of them, with 95 %
    intervals; `difference`: the interpretable network's minus the twin's."""

    pictures: int
    right: dict[NetworkName, int]
    shares: dict[NetworkName, Interval]
    difference: Interval


@dataclass(frozen=True, eq=False)
class Cost:
    """`accuracies`: None where the run has no test pictures. `parts` and `holding`: parts found, and filters that hold
    one, of each network with parts; None where they were not tested. `seconds`: of each of `WORK`, as far as it is
    known."""

    accuracies: Accuracies | None
    filters: int
    parts: dict[NetworkName, int]
    holding: dict[NetworkName, int | None]
    seconds: dict[str, float]


def cost(run: Run) -> Cost:
    """Return what the interpretable network gains and costs beside the twin and the CAM network."""
    both = (NetworkName.INTERPRETABLE, NetworkName.TWIN)
    return Cost(
        accuracies=accuracies(run),
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


def accuracies(run: Run) -> Accuracies | None:
    """Compare the answers of the three networks with the labels of the test pictures, in one paired bootstrap."""
    rows = np.flatnonzero([picture.side == "test" for picture in run.pictures])
    if not len(rows):
        return None
    labels = np.array([run.pictures[row].label for row in rows])
    background = any(picture.label < 0 for picture in run.pictures)
    right = {
        network: metrics.predicted(np.asarray(run.answers(network))[rows], run.settings.loss, background) == labels
        for network in NetworkName
    }
    alike = np.zeros(len(rows), np.int64)  # plain accuracy: every picture counts once
    statistics = {network.value: balanced_accuracy_statistic(hits, alike) for network, hits in right.items()}
    draws = bootstrap([Sample(labels, statistics)])
    return Accuracies(
        pictures=len(rows),
        right={network: int(hits.sum()) for network, hits in right.items()},
        shares={network: _within(interval(draws[network.value])) for network in NetworkName},
        difference=difference_of(draws[NetworkName.INTERPRETABLE.value], draws[NetworkName.TWIN.value]),
    )


def _within(one: Interval) -> Interval:
    return Interval(one.mean, max(one.low, 0.0), min(one.high, 1.0))
