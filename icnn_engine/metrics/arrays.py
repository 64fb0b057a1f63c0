"""What all measures share: kinds of arrays, peaks of maps, the pictures that count, means that leave out nan."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Ints = NDArray[np.integer]
Bools = NDArray[np.bool_]

TOP = 100  # pictures of a landmark at most (paper, section 5.2)


def peaks(maps: Floats) -> tuple[Ints, Floats]:
    """Return the cells (N, F, 2) and values (N, F) of the maxima of maps (N, F, n, n); the first one of equals."""
    flat = maps.reshape(*maps.shape[:2], maps.shape[2] * maps.shape[3])  # -1 is not known where N is 0
    at = flat.argmax(2)
    cells = np.stack(np.unravel_index(at, maps.shape[2:]), axis=2)
    return cells, np.take_along_axis(flat, at[..., None], 2)[..., 0].astype(np.float64)


def float_for(maps: Floats) -> type[np.float16] | type[np.float32]:
    """Return half floats if they hold maps (N, C, n, n) to about a thousandth of the highest value of each channel
    that is not zero, else single: networks that normalise may have values of 1e-6 before they are trained."""
    highest = np.abs(maps).max((0, 2, 3), initial=0)
    halves = np.finfo(np.float16)
    fits = (highest == 0) | ((highest >= halves.smallest_normal) & (highest <= halves.max))
    return np.float16 if fits.all() else np.float32


def pictures_shown(labels: Ints, categories: Ints) -> Bools:
    """(N, F): does a picture show the filter's own category? labels: (N,) of pictures; categories: (F,) of filters."""
    return np.asarray(np.equal.outer(labels, categories))


def strongest(strengths: Floats, annotated: Bools, share: float = 1.0) -> Ints:
    """Return the rows (P, F) of the annotated pictures on which each filter fires strongest, the strongest first.

    strengths: (N, F); annotated: (N,); P: `share` of the annotated pictures, rounded up, at most `TOP`.
    """
    rows = np.flatnonzero(annotated)
    used = min(TOP, int(np.ceil(len(rows) * share)))
    return rows[np.argsort(-strengths[rows], axis=0, kind="stable")[:used]]


def ratio(hits: Ints | Floats, counted: Ints | Floats) -> Floats:
    """Return hits over counted, element by element; nan where nothing is counted."""
    return np.divide(hits, counted, out=np.full(np.shape(counted), np.nan), where=counted > 0)


def mean_of_known(values: Floats) -> float:
    """Return the mean of all values that are not nan; nan where all are."""
    return float(np.nanmean(values)) if np.isfinite(values).any() else float("nan")


def known_means(values: Floats) -> Floats:
    """Return the means over the last axis, (R,) of (R, M), nan left out; nan where all are."""
    known = np.isfinite(values)
    return ratio(np.where(known, values, 0.0).sum(-1), known.sum(-1))


def median_of_known(values: Floats) -> Floats:
    """Return the medians (F,) over the pictures of (P, F), nan left out; nan where all are."""
    some = ~np.isnan(values).all(0)
    medians = np.full(values.shape[1], np.nan)
    medians[some] = np.nanmedian(values[:, some], axis=0)
    return medians


def best_of_known(values: Floats) -> Floats:
    """Return the maxima over the last axis, nan left out; nan where all are."""
    return np.asarray(np.fmax.reduce(values, axis=-1, initial=np.nan))


def lengths(offsets: Floats) -> Floats:
    """Return the Euclidean lengths (...) of offsets (..., 2)."""
    return np.asarray(np.hypot(offsets[..., 0], offsets[..., 1]))


def evenly(count: int, most: int) -> Ints:
    """Return at most `most` of the numbers below `count`, evenly spaced: pictures stand category by category."""
    return np.unique(np.linspace(0, count - 1, min(count, most)).round().astype(int))
