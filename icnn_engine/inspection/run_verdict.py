"""The verdict on a run in numbers: what its filters gained over the twin's, and what that costs. No torch.

Everywhere the program says how good a run is, it says this: of one set of pictures, the test pictures, which were used
neither to train nor to choose anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from math import isfinite, nan

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.config import SHUFFLED
from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import pictures_of, side_rows
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.inspection.verdicts import tests_of
from icnn_engine.metrics import Draws, Interval
from icnn_engine.runs.fair_accuracy import names_none, predicted_by
from icnn_engine.runs.found_objects import is_found
from icnn_engine.runs.network_words import is_converted, is_own
from icnn_engine.runs.run_folder import Run, RunFilter, RunKey

LEAST = 10  # test pictures of each kind: below, one of them moves the accuracy by more than ten points
FEW = 50  # below, a few of them move it
OWN, TWIN, CAM = NetworkName.INTERPRETABLE, NetworkName.TWIN, NetworkName.CAM
UNKNOWN = Interval(nan, nan, nan)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Balanced accuracy on the test pictures of the network, its twin and CAM, with 95 % intervals, and the paired
    difference of the first two; all nan where it is not known.

    `guessing`: balanced accuracy of guessing; `right`, `twin_right` of `tested` pictures are answered right; `fewest`:
    test pictures of the scarcest kind. With shuffled negatives only pictures of the categories are counted.
    """

    own: Interval
    twin: Interval
    cam: Interval
    difference: Interval
    guessing: float
    right: int
    twin_right: int
    tested: int
    fewest: int

    @property
    def known(self) -> bool:
        """Whether there are enough test pictures, and answers to them, for a verdict."""
        return self.fewest >= LEAST and isfinite(self.own.mean)


@dataclass(frozen=True, slots=True)
class Keeping:
    """How often filters keep to one place of the object: of the network, its twin, and, if known (else nan), filters
    that never learned; 95 % intervals over the filters. `pictures`: test pictures of the scarcest category; `known`:
    whether they are enough to tell."""

    own: Interval
    twin: Interval
    difference: Interval
    untrained: float
    pictures: int
    known: bool


@dataclass(frozen=True, slots=True)
class ReadRegions:
    """Of how many `pictures` the region that was read is sure to show the object (`found`): the search was sure of it,
    or if `given`, a table has its box."""

    found: int
    pictures: int
    given: bool


@dataclass(frozen=True)
class RunVerdict:
    """The verdict on a run.

    `category`: what it was trained to find; `recognises`: whether its accuracy says how well it recognises that (not
    where the other pictures were the same ones of one category shuffled); `naming_only`: whether only that was tested
    which of several categories is named; `filters`: all of the network's; `judged`: whether they were put to the tests
    of holding, which those of earlier versions were not; `regions`: what was read of the test pictures that show a
    category, None where whole pictures were read; `is_own`: whether the network is the user's own, which was not
    trained here; then the twin has random weights, and `random_holding` of its filters hold a part; `is_converted`:
    whether it is the user's own, converted; then the twin is the original.
    """

    name: str
    category: str
    accuracy: Accuracy
    recognises: bool
    naming_only: bool
    keeping: Keeping
    filters: tuple[RunFilter, ...]
    judged: bool
    regions: ReadRegions | None = None
    is_own: bool = False
    is_converted: bool = False
    random_holding: int = 0

    @property
    def parts(self) -> int:
        """Number of parts."""
        return len(groups_of(self.filters)) if self.judged else 0

    @property
    def holding(self) -> int:
        """Number of filters that hold a part."""
        return sum(filter.holds for filter in self.filters)

    @property
    def gains(self) -> bool:
        """Whether its filters keep to one place clearly more often than the twin's."""
        return self.keeping.known and not self.is_own and self.keeping.difference.low > 0

    @property
    def loses(self) -> bool:
        """Whether it is clearly right less often than its twin."""
        known = self.recognises and self.accuracy.known and not self.is_own
        return known and self.accuracy.difference.high < 0


def run_verdict(run: Run) -> RunVerdict:
    """Return the verdict on a run; of an old or incomplete one, what can still be told. Takes some 20 ms the first
    time, much more for thousands of test pictures."""
    recognised = bool(run.info.get("accuracy_is_recognition", run.info.get("background") != SHUFFLED))
    return RunVerdict(
        name=run.name,
        category=run.category,
        accuracy=_accuracy(RunKey.of(run)),
        recognises=recognised or len(run.categories) > 1,
        naming_only=not recognised and len(run.categories) > 1,
        keeping=_keeping(run),
        filters=run.filters,
        judged=run.judged,
        regions=_regions(run),
        is_own=is_own(run),
        is_converted=is_converted(run),
        random_holding=sum(filter.holds for filter in run.twin_filters),
    )


def _regions(run: Run) -> ReadRegions | None:
    if run.settings.region == "whole":
        return None
    rows = pictures_of(run, "test").tolist()
    return ReadRegions(sum(is_found(run, row) for row in rows), len(rows), run.settings.region == "boxes")


def parts_count(run: Run) -> int | None:
    """Return how many parts the filters of a run hold; None where they were not tested."""
    return len(groups_of(run.filters)) if run.judged else None


def guessing(run: Run) -> float:
    """Return the balanced accuracy of guessing: 1 / (categories, and the background if there is one)."""
    return 1 / (len(run.categories) + names_none(run))


def labels_of(run: Run) -> np.ndarray:
    """Return the label (N,) of every picture."""
    return np.array([picture.label for picture in run.pictures], dtype=int)


@lru_cache(maxsize=32)
def _accuracy(key: RunKey) -> Accuracy:
    run, test = key.run, side_rows(key.run, "test")
    labels = labels_of(run)[test]
    fewest = int(np.unique(labels, return_counts=True)[1].min()) if len(labels) else 0
    unknown = Accuracy(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, guessing(run), 0, 0, len(test), fewest)
    if not len(test):
        return unknown
    with suppress(RunError):
        right = {name: predicted_by(run, run.answers(name)[test]) == labels for name in (OWN, TWIN, CAM)}
        statistics = {str(name): metrics.balanced_accuracy_statistic(good, labels) for name, good in right.items()}
        drawn = metrics.bootstrap([metrics.Sample(labels, statistics)])
        own, twin, cam = (_within(metrics.interval(drawn[name]), len(test)) for name in (OWN, TWIN, CAM))
        return replace(
            unknown,
            own=own,
            twin=twin,
            cam=cam,
            difference=metrics.difference(drawn[OWN], drawn[TWIN]),
            right=int(right[OWN].sum()),
            twin_right=int(right[TWIN].sum()),
        )
    return unknown


def _within(interval: Interval, tested: int) -> Interval:
    """Limit an interval to 0..1.

    If no answer is wrong, no resample has a wrong one either: then the lower end is the share at which so many right
    answers in a row still happen in one of forty tries (Clopper and Pearson 1934).
    """
    low = 0.025 ** (1 / tested) if interval.mean >= 1 else max(interval.low, 0.0)
    return replace(interval, low=low, high=min(interval.high, 1.0))


def _keeping(run: Run) -> Keeping:
    """Compare how often filters keep to one place, network against twin: filters are drawn anew, of each by itself."""
    own, twin = (_drawn(filters, seed) for seed, filters in enumerate((run.filters, run.twin_filters)))
    labels = labels_of(run)[side_rows(run, "test")]
    counts = [int((labels == category).sum()) for category in range(len(run.categories))]
    untrained = run.table.get("untrained_keeping")
    return Keeping(
        own=metrics.interval(own),
        twin=metrics.interval(twin),
        difference=metrics.difference(own, twin),
        untrained=nan if untrained is None else untrained,
        pictures=min(counts, default=0),
        known=isfinite(own.value) and isfinite(twin.value) and _tested_enough(run.filters),
    )


def _tested_enough(filters: Sequence[RunFilter]) -> bool:
    """Return whether any filter fires above its median on as many pictures as it takes to hold a part."""
    return max((filter.eligible for filter in filters), default=-1) >= metrics.ELIGIBLE


def mean_keeping(filters: Sequence[RunFilter]) -> float:
    """Return the mean over the filters that ever fire of how often each keeps to one place; nan if it is not known."""
    return metrics.mean_of_known(_shares(filters))


def _shares(filters: Sequence[RunFilter]) -> np.ndarray:
    return tests_of([filter for filter in filters if not filter.dead]).keeping()


def _drawn(filters: Sequence[RunFilter], seed: int) -> Draws:
    """Return `mean_keeping` and its resamples."""
    shares = _shares(filters)
    known = shares[np.isfinite(shares)]
    if not len(known):
        return Draws(nan, np.full(metrics.RESAMPLES, nan))
    kinds = np.zeros(len(known), int)
    return metrics.bootstrap([metrics.Sample(kinds, {"keeping": metrics.mean_statistic(known)})], seed=seed)["keeping"]
