"""Which labels of pictures are likely wrong, by confident learning. No torch.

Source: C. Northcutt, L. Jiang, I. Chuang, "Confident Learning: Estimating Uncertainty in Dataset Labels", Journal of
Artificial Intelligence Research 70 (2021). Each picture is judged by a classifier that did not learn from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from icnn_engine.core.events import Operation, Progress

TITLE = "Judging the labels"
FOLDS = 5
# Inverse strength of the penalty, for each of the standardised features: divided by their number. Of .7 to 700 it found
# most of 5 % swapped labels among 1315 photographs of foxes, cats and neither by 672 features of the trunk, and about
# as many as any by 64 of filters.
FREEDOM = 7.0
ROUNDS = 500  # of the fit at most; it ends earlier


@dataclass(frozen=True, eq=False)
class JudgedLabels:
    """Labels as judged by the other pictures. `probabilities` (N, K): of each label; `given` (N,): of the picture's own
    and `usual` (N,): the mean of that over the pictures with the same; `likelier` (N,): the most probable other label;
    `margin` (N,): its probability less that of the given one, -1..1; `confident` (N,) bool: whether another
    label is the most probable of those that are as probable as usually on their own pictures, and of all."""

    probabilities: np.ndarray
    given: np.ndarray
    usual: np.ndarray
    likelier: np.ndarray
    margin: np.ndarray
    confident: np.ndarray


def judged_labels(features: np.ndarray, labels: np.ndarray, tied: np.ndarray) -> Operation[JudgedLabels]:
    """Judge labels (N,) in 0..K-1, K >= 2, from features (N, D); pictures with one number in `tied` (N,) are never on
    both sides of a fold. Yields Progress."""
    probabilities = yield from cross_fitted(features, labels, tied)
    rows = np.arange(len(labels))
    given = probabilities[rows, labels]
    others = probabilities.copy()
    others[rows, labels] = -1
    likelier = others.argmax(1)
    # The mean self-confidence of a label: a probability that is high for a rare label is low for a common one.
    usual = np.array([given[labels == label].mean() for label in range(probabilities.shape[1])])
    surely = np.where(probabilities >= usual, probabilities, -1)
    confident = (surely.max(1) >= 0) & (surely.argmax(1) != labels)
    margin = others[rows, likelier] - given
    return JudgedLabels(probabilities, given, usual[labels], likelier, margin, confident & (margin > 0))


def cross_fitted(features: np.ndarray, labels: np.ndarray, tied: np.ndarray) -> Operation[np.ndarray]:
    """Return probabilities (N, K) of labels 0..K-1: each picture's by a logistic regression on the other folds; 0 where
    too few pictures are left to learn from. Yields Progress, one a fold."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    probabilities = np.zeros((len(labels), int(labels.max()) + 1))
    for done, (learned, held) in enumerate(folds_of(labels, tied)):
        yield Progress(TITLE, done, FOLDS)
        model = make_pipeline(StandardScaler(), LogisticRegression(C=FREEDOM / features.shape[1], max_iter=ROUNDS))
        model.fit(features[learned], labels[learned])
        probabilities[np.ix_(held, model.classes_)] = model.predict_proba(features[held])
    return probabilities


def folds_of(labels: np.ndarray, tied: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield the pictures to learn from, of two labels or more, and those held out of each fold. There are fewer folds
    where a label has few groups of tied pictures, and none where it has but one."""
    from sklearn.model_selection import StratifiedGroupKFold

    count = min(FOLDS, *(len(set(tied[labels == label].tolist())) for label in np.unique(labels)))
    if count < 2:
        return
    folds = StratifiedGroupKFold(count, shuffle=True, random_state=0).split(labels, labels, tied)
    yield from ((learned, held) for learned, held in folds if len(np.unique(labels[learned])) > 1)
