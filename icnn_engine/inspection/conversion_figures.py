"""A converted network beside the original in numbers, with 95 % intervals. No torch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import side_rows
from icnn_engine.inspection.run_verdict import run_verdict
from icnn_engine.metrics import Draws, Interval
from icnn_engine.metrics.uncertainty import Statistic
from icnn_engine.runs.fair_accuracy import predicted_by
from icnn_engine.runs.run_folder import Run, RunFilter

ORIGINAL, CONVERTED = NetworkName.TWIN, NetworkName.INTERPRETABLE


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure of the original and of the converted network, and the interval of the paired difference."""

    original: Interval
    converted: Interval
    difference: Interval


@dataclass(frozen=True, slots=True)
class ConversionFigures:
    """What a conversion changed.

    `accuracy`: balanced, on the test pictures; `agreement`: share of the test pictures of which both name the same
    category; `holding`: share of the filters that hold a part; `parts`: number of independent parts.
    """

    accuracy: Pair
    agreement: Interval
    holding: Pair
    parts: Pair


def conversion_figures(run: Run) -> ConversionFigures:
    """Return the figures of a run whose `twin` is the original network. Raises RunError where answers are missing."""
    test = side_rows(run, "test")
    named = {name: predicted_by(run, run.answers(name)[test]) for name in (ORIGINAL, CONVERTED)}
    labels = np.array([picture.label for picture in run.pictures])[test]
    accuracy = run_verdict(run).accuracy
    filters = {ORIGINAL: run.twin_filters, CONVERTED: run.filters}
    return ConversionFigures(
        accuracy=Pair(accuracy.twin, accuracy.own, accuracy.difference),
        agreement=agreement_of(named[ORIGINAL] == named[CONVERTED], labels),
        holding=_pair({name: _holding(own) for name, own in filters.items()}, len(run.filters)),
        parts=_pair({name: _parts(own) for name, own in filters.items()}, len(run.filters)),
    )


def agreement_of(same: np.ndarray, labels: np.ndarray) -> Interval:
    """Return the share of pictures whose answers are the `same`, (N,) bool. labels: (N,), the kinds of pictures."""
    drawn = metrics.bootstrap([metrics.Sample(labels, {"same": metrics.mean_statistic(same.astype(float))})])
    found = metrics.interval(drawn["same"])
    # Without a single difference no resample has one: the limit of so many in a row, as of the accuracy.
    low = 0.025 ** (1 / max(len(same), 1)) if found.mean >= 1 else max(found.low, 0.0)
    return Interval(found.mean, low, min(found.high, 1.0))


def _pair(statistics: dict[NetworkName, Statistic], filters: int) -> Pair:
    """Return the figures of both, filters drawn anew, the same channels of both."""
    drawn = metrics.bootstrap([metrics.Sample(np.zeros(filters, int), {str(n): s for n, s in statistics.items()})])
    original, converted = drawn[ORIGINAL], drawn[CONVERTED]
    return Pair(_bounded(original), _bounded(converted), metrics.difference(converted, original))


def _bounded(figure: Draws) -> Interval:
    """Return an interval that begins at 0 or above and holds the figure: where few filters hold, some resamples have
    none at all, and the correction of the bias leads beyond it."""
    found = metrics.interval(figure)
    return Interval(found.mean, max(0.0, min(found.low, found.mean)), max(found.high, found.mean))


def _holding(filters: tuple[RunFilter, ...]) -> Statistic:
    return metrics.mean_statistic(np.array([float(one.holds) for one in filters]))


def _parts(filters: tuple[RunFilter, ...]) -> Statistic:
    """Return the exponential of the entropy of the sizes of groups, as `metrics.independent_parts`."""
    groups = np.array([one.group for one in filters])
    member = groups[:, None] == np.arange(max(groups.max() + 1, 1))

    def statistic(weights: np.ndarray) -> np.ndarray:
        sizes = weights @ member
        total = sizes.sum(1, keepdims=True)
        share = sizes / np.maximum(total, 1e-9)
        entropy = -(share * np.log(np.where(share > 0, share, 1))).sum(1)
        found: np.ndarray = np.where(total[:, 0] > 0, np.exp(entropy), 0)
        return found

    return statistic
