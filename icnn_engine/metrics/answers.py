"""How right the answers are, for one category and for several, beside what guessing gets."""

from __future__ import annotations

import numpy as np

from icnn_engine.metrics.arrays import Bools, Floats


def accuracy(answers: Floats, positive: Bools) -> float:
    """Share of right answers; an answer of .5 or more says 'the category'."""
    return float(np.mean((answers >= 0.5) == positive))


def balanced_accuracy(answers: Floats, positive: Bools) -> float:
    """Mean of the shares of right answers on the category and on the rest (nan where one of them is empty)."""
    if positive.all() or not positive.any():
        return float("nan")
    said = answers >= 0.5
    return float((np.mean(said[positive]) + np.mean(~said[~positive])) / 2)


def majority(positive: Bools) -> float:
    """Accuracy of always giving the more frequent answer: the floor."""
    return float(max(positive.mean(), 1 - positive.mean()))
