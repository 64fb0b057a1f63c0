"""Accuracy of the answers, for one category and for several, beside the accuracy of guessing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from icnn_engine.metrics.arrays import Floats, Ints, mean_of_known, pictures_shown, ratio

BACKGROUND = -1  # label of a picture that shows none of the categories, and the answer that says so
Kind = Literal["logistic", "softmax"]


def predicted(answers: Floats, kind: Kind, background: bool) -> Ints:
    """Return the category (N,) that each picture's answer names, or `BACKGROUND`.

    logistic: answers (N, K), each category's own probability; the highest is named, or, where there is a background,
    none if all are below .5. softmax: (N, K), or (N, K + 1) with the background last where there is one; the highest.
    """
    named: Ints = answers.argmax(1)
    if not background:
        return named
    if kind == "softmax":
        return np.where(named == answers.shape[1] - 1, BACKGROUND, named)
    return np.where(answers.max(1) < 0.5, BACKGROUND, named)


@dataclass(frozen=True, slots=True)
class Confusion:
    """Counts of pictures by their label (row) and their answer (column), (K + 1, K + 1), the background last."""

    counts: Ints

    @property
    def accuracy(self) -> float:
        """Share of right answers."""
        return float(np.trace(self.counts) / self.counts.sum())

    @property
    def recalls(self) -> Floats:
        """(K + 1,) share of each category's pictures that were named rightly; nan where it has none."""
        return ratio(np.diag(self.counts), self.counts.sum(1))

    @property
    def balanced_accuracy(self) -> float:
        """Mean of the recalls of the categories (and the background) that have pictures; guessing scores 1 / their
        number."""
        return mean_of_known(self.recalls)

    @property
    def majority(self) -> float:
        """Accuracy of always naming the most frequent category: the floor."""
        return float(self.counts.sum(1).max() / self.counts.sum())


def confusion(named: Ints, labels: Ints, categories: int) -> Confusion:
    """Count answers (N,) and labels (N,), each from 0 to `categories` - 1 or `BACKGROUND`."""
    counts = np.zeros((categories + 1, categories + 1), np.int64)
    np.add.at(counts, (labels, named), 1)  # BACKGROUND, -1, counts in the last row or column
    return Confusion(counts)


def judge_answers(answers: Floats, labels: Ints, kind: Kind) -> Confusion:
    """Compare answers (N, K) with labels (N,); one column more than categories is the background's (softmax)."""
    background = bool((labels < 0).any())
    categories = answers.shape[1] - int(background and kind == "softmax")
    return confusion(predicted(answers, kind, background), labels, categories)


def label_accuracy(answers: Floats, labels: Ints) -> float:
    """Return the logistic accuracy published for several categories: over pictures and categories, the share of right
    answers to 'is it this one?'. answers: (N, K) probabilities; labels: (N,). Read it beside `label_majority`."""
    return float(np.mean((answers >= 0.5) == pictures_shown(labels, np.arange(answers.shape[1]))))


def label_majority(labels: Ints, categories: int) -> float:
    """Return `label_accuracy` of giving each category its more frequent answer: .967 for 30 categories of one size."""
    shares = pictures_shown(labels, np.arange(categories)).mean(0)
    return float(np.maximum(shares, 1 - shares).mean())
