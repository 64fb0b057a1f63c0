"""What the measures read: kinds of arrays, peaks of maps, which pictures a filter is judged on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Ints = NDArray[np.integer]
Bools = NDArray[np.bool_]

TOP = 100  # at most so many pictures of a landmark (paper, section 5.2)


def peaks(maps: Floats) -> tuple[Ints, Floats]:
    """Cells (N, F, 2) and values (N, F) of the highest activation of maps (N, F, n, n); the first one of equals."""
    flat = maps.reshape(*maps.shape[:2], maps.shape[2] * maps.shape[3])  # -1 is not known where N is 0
    at = flat.argmax(2)
    cells = np.stack(np.unravel_index(at, maps.shape[2:]), axis=2)
    return cells, np.take_along_axis(flat, at[..., None], 2)[..., 0].astype(np.float64)


def pictures_shown(labels: Ints, categories: Ints) -> Bools:
    """(N, F): does a picture show the filter's own category? labels: (N,) of pictures; categories: (F,) of filters."""
    same: Bools = np.equal.outer(labels, categories)
    return same


def strongest(strengths: Floats, annotated: Bools, share: float = 1.0) -> Ints:
    """(P, F) rows of the pictures, of those annotated (N,), on which each filter fires strongest, the strongest first.

    strengths: (N, F); P: `share` of the annotated pictures, rounded up, at most `TOP`.
    """
    rows = np.flatnonzero(annotated)
    used = min(TOP, int(np.ceil(len(rows) * share)))
    best: Ints = rows[np.argsort(-strengths[rows], axis=0, kind="stable")[:used]]
    return best


def mean_of_known(values: Floats) -> float:
    """Mean of what is not nan; nan where nothing is known."""
    return float(np.nanmean(values)) if np.isfinite(values).any() else float("nan")


def evenly(count: int, most: int) -> Ints:
    """At most so many of the numbers below `count`, spread over them: pictures stand category by category."""
    return np.unique(np.linspace(0, count - 1, min(count, most)).round().astype(int))
