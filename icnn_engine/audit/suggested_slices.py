"""Slices of a run whose answers are right less often than the rest of their category, of all looked at. No torch.

Each slice is compared with the rest of its category by Fisher's exact test, one-sided (Fisher 1935); looking at many
slices is paid for by Holm's correction (1979), under which a run whose mistakes have nothing to do with its parts
shows any finding in at most one of twenty cases, however much the slices overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from icnn_engine.audit.part_states import PartState, part_states
from icnn_engine.audit.slice_accuracy import SliceAccuracy, accuracy_of_rows
from icnn_engine.audit.slices import NONE_OF_THEM, CategoryIs, PartIs, Slice, right_answers
from icnn_engine.inspection.best_pictures import From, side_rows
from icnn_engine.inspection.run_verdict import LEAST, labels_of
from icnn_engine.metrics import BACKGROUND
from icnn_engine.runs.run_folder import Run

LEVEL = 0.05  # chance of any finding in a run without one
UNUSUAL = (PartState.ABSENT, PartState.WEAK, PartState.ELSEWHERE, PartState.DOUBLED)


@dataclass(frozen=True, slots=True)
class SuggestedSlice:
    """A slice that was looked at. `chance`: of so few right answers by luck (Fisher), `corrected` for looking at many
    (Holm)."""

    slice: Slice
    accuracy: SliceAccuracy
    chance: float
    corrected: float

    @property
    def found(self) -> bool:
        """Whether its answers are right less often than the rest of its category, beyond what luck would give."""
        return self.corrected < LEVEL


@dataclass(frozen=True, eq=False)
class _Candidate:
    """A slice with its pictures, (N,) bool, and the label of its category."""

    slice: Slice
    inside: np.ndarray
    label: int


def suggested_slices(run: Run, pairs: bool = False, side: From = "held-out") -> tuple[SuggestedSlice, ...]:
    """Return the slices that were looked at: findings first, in both halves the one that falls most behind the rest of
    its category first.

    Looked at are, of each part, the pictures of its category in which it is absent, weak, elsewhere or doubled, and the
    pictures of each other category, or of none, in which it is present; with `pairs` also two parts of a category in
    such a state each. A slice counts if it and its rest have `LEAST` pictures or more on the side (as in `side_rows`).

    Raises RunError where answers or maps cannot be read.
    """
    rows, labels, right = side_rows(run, side), labels_of(run), right_answers(run)
    candidates = [
        candidate
        for candidate in _candidates(run, pairs)
        if min(np.bincount(candidate.inside[rows[labels[rows] == candidate.label]], minlength=2)) >= LEAST
    ]
    chances = np.array([_chance(one.inside[rows], right[rows], labels[rows] == one.label) for one in candidates])
    found = [
        SuggestedSlice(one.slice, accuracy_of_rows(run, np.flatnonzero(one.inside), side), float(p), float(q))
        for one, p, q in zip(candidates, chances, holm(chances), strict=True)
    ]
    return tuple(sorted(found, key=lambda one: (not one.found, one.accuracy.difference.mean, one.chance)))


def holm(chances: np.ndarray) -> np.ndarray:
    """Return the chances (M,) corrected for looking at M of them: of the i-th smallest, from 0, M - i times itself,
    at least that of the smaller ones, at most 1 (Holm 1979)."""
    order = np.argsort(chances, kind="stable")
    corrected = np.empty(len(chances))
    corrected[order] = np.minimum(np.maximum.accumulate(chances[order] * np.arange(len(chances), 0, -1)), 1.0)
    return corrected


def _chance(inside: np.ndarray, right: np.ndarray, pool: np.ndarray) -> float:
    """Return the chance that so few of the pictures inside are among the right ones of the pool, if luck chose them."""
    from scipy.stats import hypergeom

    return float(hypergeom.cdf((inside & right & pool).sum(), pool.sum(), (right & pool).sum(), (inside & pool).sum()))


def _candidates(run: Run, pairs: bool) -> Iterator[_Candidate]:
    """Yield every slice that is looked at, also those with too few pictures."""
    states, labels = part_states(run), labels_of(run)
    unusual = [
        _Candidate(Slice(((PartIs(group, state),),)), states.of(group, state) & (labels == category), category)
        for group, category in zip(states.groups, states.categories, strict=True)
        for state in UNUSUAL
    ]
    yield from unusual
    for group, category in zip(states.groups, states.categories, strict=True):
        for label in sorted({BACKGROUND, *range(len(run.categories))} - {category}):
            name = NONE_OF_THEM if label == BACKGROUND else run.categories[label]
            both = CategoryIs(name), PartIs(group, PartState.PRESENT)
            yield _Candidate(Slice((both,)), states.of(group, PartState.PRESENT) & (labels == label), label)
    for first, second in combinations(unusual, 2) if pairs else ():
        if first.label == second.label and first.slice.groups != second.slice.groups:
            joined = first.slice.either[0] + second.slice.either[0]
            yield _Candidate(Slice((joined,)), first.inside & second.inside, first.label)
