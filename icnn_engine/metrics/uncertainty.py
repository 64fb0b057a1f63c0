"""How far a figure would move with other seeds and other pictures: a paired bootstrap (Efron & Tibshirani 1993).

A `Statistic` is a measure as a function of how often each picture counts: weights (R, N) -> (R,). Each gives, for
weights of 1, the value of the measure of the same name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from icnn_engine.metrics.arrays import (
    TOP,
    Bools,
    Floats,
    Ints,
    known_means,
    lengths,
    mean_of_known,
    pictures_shown,
    ratio,
)
from icnn_engine.metrics.equivariance import Followed

Statistic = Callable[[Floats], Floats]  # weights (R, N) of a seed's N pictures -> (R,) values, nan: not measurable

RESAMPLES = 1000
CONFIDENCE = 0.95
NOISE = 3  # standard errors of the mean of the draws, below which a bias counts as none
TOGETHER = 250  # resamples handed to a statistic at once: bounds its memory


@dataclass(frozen=True, eq=False)
class Sample:
    """The results of one seed: `kinds` (N,) of its test pictures, each of which keeps its number of pictures in every
    resample (category, background), and the statistics to recompute, of all networks, each under a name of its own."""

    kinds: Ints
    statistics: Mapping[str, Statistic]


@dataclass(frozen=True, slots=True)
class Draws:
    """A figure: `value`, the mean over seeds for the pictures as they are, and (R,) `draws`, those of the resamples.
    Draws of one bootstrap belong together resample by resample."""

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
        """Whether the interval of a difference excludes zero."""
        return self.low > 0 or self.high < 0


def bootstrap(samples: Sequence[Sample], resamples: int = RESAMPLES, seed: int = 0) -> dict[str, Draws]:
    """Recompute every statistic on resamples of seeds and pictures (Efron & Tibshirani 1993).

    Seeds are drawn with replacement, then, for each seed drawn, pictures of each kind with replacement from its own;
    the mean over the seeds drawn is one draw. All statistics of a seed see the same pictures, so that networks are
    compared in pairs. One sample alone gives the uncertainty of its pictures only.

    Parameters
    ----------
    samples : sequence of Sample
        One a seed.
    resamples : int
        Number R of draws.
    seed : int
        Seed of the draws.

    Returns
    -------
    dict of str to Draws
        By the names of the statistics.
    """
    generator = np.random.default_rng(seed)
    drawn = generator.integers(len(samples), size=(resamples, len(samples)))
    values: dict[str, Floats] = defaultdict(lambda: np.full(drawn.shape, np.nan))
    plain: dict[str, list[float]] = defaultdict(list)
    for number, sample in enumerate(samples):
        rows, slots = np.nonzero(drawn == number)
        for start in range(0, len(rows), TOGETHER):
            at = rows[start : start + TOGETHER], slots[start : start + TOGETHER]
            weights = resampled(sample.kinds, len(at[0]), generator)
            for name, statistic in sample.statistics.items():
                values[name][at] = statistic(weights)
        for name, statistic in sample.statistics.items():
            plain[name].append(float(statistic(np.ones((1, len(sample.kinds))))[0]))
    return {name: Draws(mean_of_known(np.array(plain[name])), known_means(draws)) for name, draws in values.items()}


def resampled(kinds: Ints, count: int, generator: np.random.Generator) -> Floats:
    """Draw as many pictures of each kind as there are, with replacement, `count` times: how often each one is drawn,
    (count, N)."""
    weights = np.zeros((count, len(kinds)))
    for kind in np.unique(kinds):
        rows = np.flatnonzero(kinds == kind)
        weights[:, rows] = generator.multinomial(len(rows), np.full(len(rows), 1 / len(rows)), size=count)
    return weights


def interval(figure: Draws) -> Interval:
    """Return the 95 % interval between percentiles of the draws, moved by the bootstrap's estimate of its own bias
    (chapter 10 there): a resample holds pictures twice, which makes a spread smaller than that of the pictures as they
    are. A bias that the number of draws cannot tell from none is not taken off: it would move an end that lies at zero,
    as it does where one of two networks makes a single mistake. Draws that could not be measured are left out."""
    known = figure.draws[np.isfinite(figure.draws)]
    if len(known) == 0 or np.isnan(figure.value):
        return Interval(float("nan"), float("nan"), float("nan"))
    bias = known.mean() - figure.value
    if abs(bias) < NOISE * known.std() / np.sqrt(len(known)):
        bias = 0.0
    low, high = np.quantile(known, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2]) - bias
    return Interval(figure.value, float(low), float(high))


def interval_of_seeds(values: Floats) -> Interval:
    """Return the mean and 95 % interval of one value a seed by Student's t, for figures that cannot be resampled; ends
    are nan for fewer than two seeds."""
    from scipy.stats import t

    known = values[np.isfinite(values)]
    mean = mean_of_known(values)
    if len(known) < 2:
        return Interval(mean, float("nan"), float("nan"))
    half = float(t.ppf((1 + CONFIDENCE) / 2, len(known) - 1) * known.std(ddof=1) / np.sqrt(len(known)))
    return Interval(mean, mean - half, mean + half)


def difference(first: Draws, second: Draws) -> Interval:
    """Return the interval of first - second, two figures of one bootstrap: a difference if it `is_difference`."""
    return interval(Draws(first.value - second.value, first.draws - second.draws))


# Statistics


def on_rows(statistic: Statistic, rows: Ints) -> Statistic:
    """Return the statistic of some of the N pictures only, for example of the category's. rows: (M,)."""
    return lambda weights: statistic(weights[:, rows])


def mean_statistic(values: Floats) -> Statistic:
    """Mean of one value a picture, (N,)."""
    return lambda weights: ratio(weights @ values, weights.sum(1))


def balanced_accuracy_statistic(right: Bools, labels: Ints) -> Statistic:
    """Mean over labels of the share of right answers. right: (N,); labels: (N,) of any kind; alike for all pictures,
    they give plain accuracy."""
    shows = pictures_shown(labels, np.unique(labels)).astype(float)  # (N, labels)
    hits = shows * right[:, None]
    return lambda weights: known_means(ratio(weights @ hits, weights @ shows))


def equivariance_statistic(followed: Followed) -> Statistic:
    """Mean over filters of the equivariance; medians stay those of the pictures as they are."""
    return lambda weights: known_means(followed.share(weights))


def instability_statistic(
    positions: Floats, strengths: Floats, landmarks: Floats, input_size: int, share: float = 1.0
) -> Statistic:
    """Mean location instability; arguments as of `location_instability`. The strongest pictures are chosen anew in
    each resample. Of the centre baseline: `positions` in the middle throughout (N, F, 2)."""
    filters, count = strengths.shape[1], landmarks.shape[1]
    diagonal = input_size * 2**0.5

    def statistic(weights: Floats) -> Floats:
        values = np.full((len(weights), filters, count), np.nan)
        for k in range(count):
            rows = np.flatnonzero(np.isfinite(landmarks[:, k, 0]))
            if len(rows) == 0:
                continue
            distance = lengths(positions[rows] - landmarks[rows, k, None])
            order = np.argsort(-strengths[rows], axis=0, kind="stable")
            for f, own in enumerate(order.T):
                values[:, f, k] = _spread(weights[:, rows[own]], distance[own, f], share)
        return known_means(known_means(values)) / diagonal

    return statistic


def _spread(weights: Floats, distance: Floats, share: float) -> Floats:
    """(R,) standard deviation (N-1) of distances (A,), the strongest picture first, over the first `share` of each
    resample's pictures, at most `TOP`. weights: (R, A)."""
    until = np.cumsum(weights, axis=1)
    used = np.minimum(TOP, np.ceil(until[:, -1] * share))
    taken = np.clip(used[:, None] - (until - weights), 0, weights)
    centred = distance - distance.mean()  # so that no digits are lost in the difference below
    squares = taken @ centred**2 - (taken @ centred) ** 2 / np.maximum(used, 1)
    return np.asarray(np.sqrt(ratio(np.maximum(squares, 0), used - 1)))
