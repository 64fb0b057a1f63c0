"""Accuracy against coverage."""

import numpy as np
import pytest

from icnn_engine import metrics


def test_pictures_that_cannot_be_told_apart_are_left_out_together() -> None:
    curve = metrics.coverage_curve(np.array([0.1, 0.5, 0.5, 0.9]), np.array([True, True, False, False]))

    assert curve.coverage.tolist() == [0.25, 0.75, 1.0]
    assert curve.accuracy == pytest.approx([1.0, 2 / 3, 0.5])
    assert curve.at(0.5) == pytest.approx(2 / 3)
    assert curve.mean_accuracy == pytest.approx(0.25 * 1 + 0.5 * 2 / 3 + 0.25 * 0.5)


def test_a_score_that_leaves_out_wrong_answers_first_has_a_higher_mean_accuracy() -> None:
    right = np.array([True, False, True, True])
    best, worst = (metrics.coverage_curve(score, right) for score in (~right, right))

    assert best.mean_accuracy > worst.mean_accuracy
    assert np.isnan(metrics.coverage_curve(np.zeros(0), np.zeros(0, bool)).at(0.5))


def test_a_new_value_counts_itself_and_one_of_the_reference_does_not_count_twice() -> None:
    reference = np.array([1.0, 2.0, 3.0])
    new = metrics.share_as_high(np.array([0.0, 3.0, 9.0]), reference, np.zeros(3, bool))
    own = metrics.share_as_high(reference, reference, np.ones(3, bool))

    assert new.tolist() == [1.0, 0.5, 0.25]
    assert own == pytest.approx([1, 2 / 3, 1 / 3])
