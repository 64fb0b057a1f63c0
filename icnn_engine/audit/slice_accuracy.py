"""How often the answers to the pictures of a slice are right, beside the rest on equal terms. No torch.

A share has the interval of Wilson (1927), which holds for few pictures and for shares of 0 and 1, where a bootstrap
has no width. A difference has that of Newcombe (1998, method 10), which is built of the intervals of the two shares:

    low  = d - sqrt((p - l)^2 + (U - q)^2),   high = d + sqrt((u - p)^2 + (q - L)^2),   d = p - q

with l, u the ends of the interval of p, and L, U those of q. The rest of several categories is weighed as the slice
is: q = sum w_c q_c, with w_c the share of category c in the slice; its interval is that of Zou and Donner (2008),
L = q - sqrt(sum w_c^2 (q_c - L_c)^2), which for one category is Wilson's.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np

from icnn_engine import metrics
from icnn_engine.audit.slices import OWN, Slice, right_answers, slice_rows
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import From, side_rows
from icnn_engine.inspection.run_verdict import LEAST, labels_of
from icnn_engine.metrics import Interval
from icnn_engine.runs.run_folder import Run


@dataclass(frozen=True, slots=True)
class RightShare:
    """How many of some pictures are answered right, and the share of them with its 95 % interval (nan: none)."""

    pictures: int
    right: int
    share: Interval


@dataclass(frozen=True, slots=True)
class SliceAccuracy:
    """Right answers to the pictures of a slice on one side of the split.

    `rest`: the other pictures of the categories and sides that the slice has, its share weighed to the slice's mix of
    categories; `equal`: whether there are such of every category, else the rest is all other pictures; `whole`: all
    pictures of that side; `difference`: of the slice and the rest, 0..1, with its 95 % interval.
    """

    inside: RightShare
    rest: RightShare
    whole: RightShare
    difference: Interval
    equal: bool

    @property
    def small(self) -> bool:
        """Whether slice or rest have too few pictures (fewer than `LEAST`) to say anything."""
        return min(self.inside.pictures, self.rest.pictures) < LEAST


def slice_accuracy(run: Run, slice: Slice, side: From = "held-out", network: NetworkName = OWN) -> SliceAccuracy:
    """Return how often the answers of a network to a slice are right, on one side of the split as in `side_rows`.

    Raises what `slice_rows` raises.
    """
    return accuracy_of_rows(run, slice_rows(run, slice), side, network)


def accuracy_of_rows(run: Run, rows: np.ndarray, side: From = "held-out", network: NetworkName = OWN) -> SliceAccuracy:
    """Return the same of pictures by their indices. Raises RunError where the answers cannot be read."""
    right, labels, sides = right_answers(run, network), labels_of(run), np.array([p.side for p in run.pictures])
    whole = side_rows(run, side)
    inside = np.intersect1d(rows, whole)
    others = np.setdiff1d(whole, inside)
    others = others[np.isin(sides[others], sides[inside])]
    equal = bool(len(inside)) and set(labels[inside].tolist()) <= set(labels[others].tolist())
    kinds = labels if equal else np.zeros_like(labels)
    others = others[np.isin(kinds[others], kinds[inside])]
    own, rest = _share(right[inside]), _weighed(right[others], kinds[others], kinds[inside])
    return SliceAccuracy(own, rest, _share(right[whole]), difference_of(own.share, rest.share), equal)


def difference_of(first: Interval, second: Interval) -> Interval:
    """Return first - second, two shares of different pictures, with the interval of Newcombe."""
    value = first.mean - second.mean
    low = value - np.hypot(first.mean - first.low, second.high - second.mean)
    return Interval(value, float(low), float(value + np.hypot(first.high - first.mean, second.mean - second.low)))


def _share(right: np.ndarray) -> RightShare:
    hits, count = int(right.sum()), len(right)
    return RightShare(count, hits, metrics.share_interval(hits, count))


def _weighed(right: np.ndarray, kinds: np.ndarray, mix: np.ndarray) -> RightShare:
    """Return the right answers to pictures of some kinds (M,), their share weighed as the kinds are in `mix` (P,)."""
    if not len(mix) or not len(right):
        return RightShare(len(right), int(right.sum()), Interval(nan, nan, nan))
    values, counts = np.unique(mix, return_counts=True)
    weights = counts / counts.sum()
    shares = [_share(right[kinds == value]).share for value in values]
    mean, low, high = (np.array([getattr(one, end) for one in shares]) for end in ("mean", "low", "high"))
    middle = float(weights @ mean)
    below, above = (float(np.linalg.norm(weights * (mean - end))) for end in (low, high))
    return RightShare(len(right), int(right.sum()), Interval(middle, middle - below, middle + above))
