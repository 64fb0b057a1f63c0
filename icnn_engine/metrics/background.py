"""Does a filter, and with it the answer, look at the category or at what is around it?"""

from __future__ import annotations

import numpy as np

from icnn_engine.metrics.arrays import Bools, Floats, Ints, mean_of_known

WEAK_AUC = 0.7  # area under the curve under which a filter hardly tells the category from the background


def background_auc(strengths: Floats, positive: Bools) -> Floats:
    """(F,) area under the ROC curve of each filter's peak, category against background: the share of pairs of a
    picture of each in which the category's has the higher peak, equal ones counting half.

    strengths: (N, F); positive: (N,) bool. nan where one of the kinds is empty; .5 for a dead filter.
    """
    from scipy.stats import rankdata

    ours, others = int(positive.sum()), int((~positive).sum())
    if ours == 0 or others == 0:
        return np.full(strengths.shape[1], np.nan)
    ranks = rankdata(strengths, axis=0)[positive].sum(0)
    area: Floats = (ranks - ours * (ours + 1) / 2) / (ours * others)
    return area


def background_auc_by_category(strengths: Floats, labels: Ints, categories: Ints, background: int = -1) -> Floats:
    """(F,) `background_auc` of each filter on the pictures of its own category and those labelled `background`.

    labels: (N,) of pictures; categories: (F,) of filters.
    """
    found = np.full(strengths.shape[1], np.nan)
    for category in np.unique(categories):
        own = np.flatnonzero(categories == category)
        rows = np.flatnonzero((labels == category) | (labels == background))
        found[own] = background_auc(strengths[np.ix_(rows, own)], labels[rows] == category)
    return found


def share_of_answer(contributions: Floats, auc: Floats, below: float = WEAK_AUC) -> float:
    """Share of the answer that comes from filters whose area under the curve is under `below`.

    contributions: (N, F), what each filter adds to the answer about a picture (for example what the answer loses
    without it); what speaks against the answer is left out. The mean over the pictures for which anything speaks.
    """
    speaking = np.maximum(contributions, 0)
    total = speaking.sum(1)
    weak = speaking[:, auc < below].sum(1)
    return mean_of_known(np.divide(weak, total, out=np.full(len(total), np.nan), where=total > 0))
