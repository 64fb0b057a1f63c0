"""The measures as functions of how often each picture counts, for `uncertainty.bootstrap`: weights (R, N) -> (R,).

Each gives, for weights of 1, what the measure of the same name gives.
"""

from __future__ import annotations

import numpy as np

from icnn_engine.metrics.arrays import TOP, Bools, Floats, Ints
from icnn_engine.metrics.equivariance import Followed
from icnn_engine.metrics.uncertainty import Statistic, known_means


def on_rows(statistic: Statistic, rows: Ints) -> Statistic:
    """A statistic of some of the N pictures only, for example of the category's: `rows` (M,) says which."""
    return lambda weights: statistic(weights[:, rows])


def balanced_accuracy_statistic(right: Bools, labels: Ints) -> Statistic:
    """Mean over labels of the share of right answers. right: (N,); labels: (N,) of any kind; alike for all pictures,
    they give plain accuracy."""
    shows = np.equal.outer(labels, np.unique(labels)).astype(float)  # (N, labels)
    hits = shows * right[:, None]

    def statistic(weights: Floats) -> Floats:
        counted = weights @ shows
        return known_means(np.divide(weights @ hits, counted, out=np.full_like(counted, np.nan), where=counted > 0))

    return statistic


def equivariance_statistic(followed: Followed) -> Statistic:
    """Mean over filters of the equivariance; medians stay those of the pictures as they are."""
    return lambda weights: known_means(followed.share(weights))


def instability_statistic(
    positions: Floats, strengths: Floats, landmarks: Floats, input_size: int, share: float = 1.0
) -> Statistic:
    """Mean location instability; arguments as of `location_instability`. The strongest pictures are chosen anew in
    each resample. Of the centre baseline: `positions` in the middle throughout (N, F, 2)."""
    diagonal = input_size * np.sqrt(2)

    def statistic(weights: Floats) -> Floats:
        found = np.full((len(weights), strengths.shape[1], landmarks.shape[1]), np.nan)
        for k in range(landmarks.shape[1]):
            rows = np.flatnonzero(np.isfinite(landmarks[:, k, 0]))
            if len(rows) == 0:
                continue
            apart = positions[rows] - landmarks[rows, k, None]
            distance = np.hypot(apart[..., 0], apart[..., 1])
            order = np.argsort(-strengths[rows], axis=0, kind="stable")
            for f in range(strengths.shape[1]):
                own = order[:, f]
                found[:, f, k] = _spread(weights[:, rows[own]], distance[own, f], share)
        means: Floats = known_means(known_means(found)) / diagonal
        return means

    return statistic


def _spread(weights: Floats, distance: Floats, share: float) -> Floats:
    """(R,) standard deviation (N-1) of distances (A,), the strongest picture first, over the first `share` of each
    resample's pictures, at most `TOP`. weights: (R, A)."""
    until = np.cumsum(weights, axis=1)
    used = np.minimum(TOP, np.ceil(until[:, -1] * share))
    taken = np.clip(used[:, None] - (until - weights), 0, weights)
    centred = distance - distance.mean()  # so that no digits are lost in the difference below
    squares = taken @ centred**2 - (taken @ centred) ** 2 / np.maximum(used, 1)
    enough = used >= 2
    variance = np.divide(squares, used - 1, out=np.full(len(used), np.nan), where=enough)
    spread: Floats = np.sqrt(np.maximum(variance, 0))
    return spread
