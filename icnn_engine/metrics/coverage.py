"""How often answers are right when some are left out: accuracy against coverage (El-Yaniv & Wiener 2010)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine.metrics.arrays import Bools, Floats


@dataclass(frozen=True, eq=False)
class CoverageCurve:
    """`coverage` (T,): share of the pictures that are answered, rising to 1; `accuracy` (T,): share of right answers
    among these."""

    coverage: Floats
    accuracy: Floats

    @property
    def mean_accuracy(self) -> float:
        """Mean accuracy over all numbers of answered pictures; nan of no picture."""
        if not len(self.coverage):
            return float("nan")
        return float(np.average(self.accuracy, weights=np.diff(self.coverage, prepend=0.0)))

    def at(self, coverage: float) -> float:
        """Return the accuracy at the least coverage that is no smaller; nan of no picture."""
        if not len(self.coverage):
            return float("nan")
        place = min(int(np.searchsorted(self.coverage, coverage - 1e-9)), len(self.coverage) - 1)
        return float(self.accuracy[place])


def coverage_curve(scores: Floats, right: Bools) -> CoverageCurve:
    """Return the accuracy of the pictures with the lowest scores, for each number of them.

    Parameters
    ----------
    scores
        (N,) the higher, the sooner a picture is left out. Pictures with equal scores are left out together.
    right
        (N,) whether its answer is right.
    """
    order = np.argsort(scores, kind="stable")
    ends = np.flatnonzero(np.diff(np.asarray(scores)[order], append=np.inf) > 0)
    answered = ends + 1
    return CoverageCurve(answered / max(len(order), 1), np.cumsum(np.asarray(right)[order])[ends] / answered)


def share_as_high(values: Floats, reference: Floats, known: Bools) -> Floats:
    """Return for each value the share (P,) of values that are as high or higher: among the reference and the value
    itself, or the reference alone where the value is one of it (`known`).

    Of a new value from the same source as the reference the share is at most s with probability at most s (conformal
    p-value; Vovk et al. 2005).
    """
    above = len(reference) - np.searchsorted(np.sort(reference), values)
    new = ~np.asarray(known, bool)
    shares: Floats = (above + new) / (len(reference) + new)
    return shares
