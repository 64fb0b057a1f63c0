"""Does a filter, and with it the answer, look at the category or at its surroundings?"""

from __future__ import annotations

import numpy as np

from icnn_engine.metrics.arrays import Bools, Floats, Ints, mean_of_known, ratio

WEAK_AUC = 0.7  # area under the curve under which a filter hardly tells the category from the background


def background_auc(strengths: Floats, positive: Bools) -> Floats:
    """Return the area under the ROC curve of each filter's peak, category against background.

    It is the share of pairs, one picture of the category and one of the background, in which the category's picture
    has the higher peak; equal peaks count half (Mann & Whitney).

    Parameters
    ----------
    strengths : (N, F)
        Peaks.
    positive : (N,) bool
        The pictures that show the category.

    Returns
    -------
    (F,) in 0..1; .5 for a dead filter, nan where there is no picture of one of the kinds.
    """
    from scipy.stats import rankdata

    ours, others = int(positive.sum()), int((~positive).sum())
    if ours == 0 or others == 0:
        return np.full(strengths.shape[1], np.nan)
    ranks = rankdata(strengths, axis=0)[positive].sum(0)
    return np.asarray((ranks - ours * (ours + 1) / 2) / (ours * others))


def background_auc_by_category(strengths: Floats, labels: Ints, categories: Ints, background: int = -1) -> Floats:
    """Return `background_auc` (F,) of each filter on the pictures of its own category and those labelled `background`.

    labels: (N,) of pictures; categories: (F,) of filters.
    """
    areas = np.full(strengths.shape[1], np.nan)
    for category in np.unique(categories):
        own = np.flatnonzero(categories == category)
        rows = np.flatnonzero((labels == category) | (labels == background))
        areas[own] = background_auc(strengths[np.ix_(rows, own)], labels[rows] == category)
    return areas


def share_of_answer(contributions: Floats, auc: Floats, below: float = WEAK_AUC) -> float:
    """Return the share of the answer that comes from filters whose area under the curve (F,) is under `below`.

    contributions: (N, F), what each filter adds to the answer about a picture, for example what the answer loses
    without it; negative ones are left out. Mean over the pictures that have a positive one.
    """
    positive = np.maximum(contributions, 0)
    return mean_of_known(ratio(positive[:, auc < below].sum(1), positive.sum(1)))
