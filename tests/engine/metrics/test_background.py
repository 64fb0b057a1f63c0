"""Who looks at the background, by pairs counted one by one."""

import numpy as np
import pytest

from icnn_engine import metrics


def test_the_area_is_the_share_of_pairs_that_are_ordered_rightly():
    random = np.random.default_rng(0)
    strengths, positive = random.integers(0, 6, (40, 5)).astype(float), random.random(40) < 0.4
    strengths[:, 4] = 0
    found = metrics.background_auc(strengths, positive)

    for f in range(5):
        pairs = [(a, b) for a in strengths[positive, f] for b in strengths[~positive, f]]

        assert found[f] == pytest.approx(np.mean([(a > b) + (a == b) / 2 for a, b in pairs]))
    assert found[4] == 0.5


def test_without_background_there_is_no_area():
    assert np.isnan(metrics.background_auc(np.ones((3, 2)), np.ones(3, bool))).all()


def test_filters_are_judged_on_their_own_category_and_the_background():
    labels = np.array([0, 0, 1, 1, -1, -1])
    strengths = np.array([[3, 3], [4, 4], [9, 9], [1, 1], [2, 2], [1, 0.5]], float)
    found = metrics.background_auc_by_category(strengths, labels, np.array([0, 1]))

    assert found.tolist() == [1, 0.75]


def test_the_share_of_the_answer_counts_what_speaks_for_it():
    contributions = np.array([[3.0, 1.0, -5.0], [0.0, 2.0, 2.0], [-1.0, -1.0, 0.0]])

    assert metrics.share_of_answer(contributions, np.array([0.9, 0.6, 0.7])) == pytest.approx((1 / 4 + 2 / 4) / 2)
    assert np.isnan(metrics.share_of_answer(np.zeros((2, 3)), np.zeros(3)))
