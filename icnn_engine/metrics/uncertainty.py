"""How far a figure would move with other seeds and other pictures: a paired bootstrap (Efron & Tibshirani 1993)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from icnn_engine.metrics.arrays import Floats, Ints, mean_of_known

Statistic = Callable[[Floats], Floats]  # weights (R, N) of a seed's N pictures -> (R,) values, nan: not measurable

RESAMPLES = 1000
CONFIDENCE = 0.95
TOGETHER = 250  # resamples handed to a statistic at once: bounds its memory


@dataclass(frozen=True, eq=False)
class Sample:
    """What one seed left: `kinds` (N,) of its test pictures, each of which keeps its number of pictures in every
    resample (category, background), and the statistics to recompute, of all networks, each under a name of its own."""

    kinds: Ints
    statistics: Mapping[str, Statistic]


@dataclass(frozen=True, slots=True)
class Draws:
    """A figure: `value`, the mean over seeds of what the pictures as they are give, and (R,) `draws`, what resamples
    give. Draws of one bootstrap belong together resample by resample."""

    value: float
    draws: Floats


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure and its 95 % interval; all nan where it could not be measured."""

    mean: float
    low: float
    high: float

    @property
    def is_difference(self) -> bool:
        """Of an interval of a difference: does it exclude zero?"""
        return self.low > 0 or self.high < 0


def bootstrap(samples: Sequence[Sample], resamples: int = RESAMPLES, seed: int = 0) -> dict[str, Draws]:
    """Every statistic recomputed on resamples: seeds are drawn with replacement, then, for each seed drawn, pictures
    of each kind with replacement from its own; the mean over the seeds drawn is one draw.

    All statistics of a seed see the same pictures, so that networks are compared in pairs. One sample alone gives the
    uncertainty of its pictures only.
    """
    random = np.random.default_rng(seed)
    drawn = random.integers(len(samples), size=(resamples, len(samples)))
    values: dict[str, Floats] = {}
    plain: dict[str, list[float]] = {}
    for number, sample in enumerate(samples):
        rows, slots = np.nonzero(drawn == number)
        for start in range(0, len(rows), TOGETHER):
            at = rows[start : start + TOGETHER], slots[start : start + TOGETHER]
            weights = resampled(sample.kinds, len(at[0]), random)
            for name, statistic in sample.statistics.items():
                values.setdefault(name, np.full(drawn.shape, np.nan))[at] = statistic(weights)
        for name, statistic in sample.statistics.items():
            plain.setdefault(name, []).append(float(statistic(np.ones((1, len(sample.kinds))))[0]))
    return {name: Draws(mean_of_known(np.array(plain[name])), known_means(found)) for name, found in values.items()}


def resampled(kinds: Ints, count: int, random: np.random.Generator) -> Floats:
    """(count, N) how often each picture is drawn when as many of each kind as there are are drawn with replacement."""
    weights = np.zeros((count, len(kinds)))
    for kind in np.unique(kinds):
        rows = np.flatnonzero(kinds == kind)
        weights[:, rows] = random.multinomial(len(rows), np.full(len(rows), 1 / len(rows)), size=count)
    return weights


def known_means(values: Floats) -> Floats:
    """(R,) means over the last axis of (R, M), nan left out; nan where nothing is known."""
    known = np.isfinite(values)
    count = known.sum(-1)
    total = np.where(known, values, 0.0).sum(-1)
    means: Floats = np.divide(total, count, out=np.full(total.shape, np.nan), where=count > 0)
    return means


def interval(figure: Draws) -> Interval:
    """The 95 % interval between percentiles of the draws, moved by the bootstrap's estimate of its own bias (chapter 10
    there): a resample holds pictures twice, which makes a spread smaller than that of the pictures as they are. Draws
    that could not be measured are left out."""
    known = figure.draws[np.isfinite(figure.draws)]
    if len(known) == 0 or np.isnan(figure.value):
        return Interval(float("nan"), float("nan"), float("nan"))
    low, high = np.quantile(known, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2]) + (figure.value - known.mean())
    return Interval(figure.value, float(low), float(high))


def interval_of_seeds(values: Floats) -> Interval:
    """Mean and 95 % interval of one value a seed by Student's t, for figures that cannot be resampled; ends are nan
    for fewer than two seeds."""
    from scipy.stats import t

    known = values[np.isfinite(values)]
    mean = mean_of_known(values)
    if len(known) < 2:
        return Interval(mean, float("nan"), float("nan"))
    half = float(t.ppf((1 + CONFIDENCE) / 2, len(known) - 1) * known.std(ddof=1) / np.sqrt(len(known)))
    return Interval(mean, mean - half, mean + half)


def difference(first: Draws, second: Draws) -> Interval:
    """The interval of first - second, two figures of one bootstrap: call it a difference if it `is_difference`."""
    return interval(Draws(first.value - second.value, first.draws - second.draws))
