"""Answers about several categories, by hand-made cases."""

import numpy as np
import pytest

from icnn_engine import metrics


def test_a_logistic_answer_without_any_half_is_the_background():
    answers = np.array([[0.9, 0.6], [0.4, 0.49], [0.1, 0.5]])

    assert metrics.predicted(answers, "logistic", background=True).tolist() == [0, -1, 1]
    assert metrics.predicted(answers, "logistic", background=False).tolist() == [0, 1, 1]


def test_the_last_softmax_answer_is_the_background_where_there_is_one():
    answers = np.array([[0.2, 0.3, 0.5], [0.4, 0.35, 0.25]])

    assert metrics.predicted(answers, "softmax", background=True).tolist() == [-1, 0]
    assert metrics.predicted(answers, "softmax", background=False).tolist() == [2, 0]


def test_the_confusion_counts_what_was_shown_against_what_was_said():
    labels, named = np.array([0, 0, 0, 1, -1, -1]), np.array([0, 1, 0, 1, -1, 0])
    found = metrics.confusion(named, labels, 2)

    assert found.counts.tolist() == [[2, 1, 0], [0, 1, 0], [1, 0, 1]]
    assert found.accuracy == pytest.approx(4 / 6)
    assert found.recalls.tolist() == pytest.approx([2 / 3, 1, 1 / 2])
    assert found.balanced_accuracy == pytest.approx((2 / 3 + 1 + 1 / 2) / 3)
    assert found.majority == 0.5


def test_a_category_without_pictures_has_no_recall_and_no_say():
    found = metrics.confusion(np.array([0, 0, 2]), np.array([0, 0, 2]), 3)

    assert np.isnan(found.recalls[[1, 3]]).all()
    assert found.balanced_accuracy == 1


def test_one_category_against_background_agrees_with_the_binary_figures():
    random = np.random.default_rng(0)
    answers, positive = random.random(50), random.random(50) < 0.3
    named = metrics.predicted(answers[:, None], "logistic", background=True)
    found = metrics.confusion(named, np.where(positive, 0, metrics.BACKGROUND), 1)

    right = (answers >= 0.5) == positive

    assert found.accuracy == pytest.approx(right.mean())
    assert found.balanced_accuracy == pytest.approx((right[positive].mean() + right[~positive].mean()) / 2)
    assert found.majority == pytest.approx(max(positive.mean(), 1 - positive.mean()))


def test_saying_no_to_everything_is_nearly_always_right_over_thirty_categories():
    labels = np.repeat(np.arange(30), 4)

    assert metrics.label_accuracy(np.zeros((120, 30)), labels) == pytest.approx(29 / 30)
    assert metrics.label_majority(labels, 30) == pytest.approx(29 / 30)
    assert metrics.label_accuracy(np.eye(30)[labels], labels) == 1


def test_balanced_accuracy_weighs_both_kinds_alike():
    found = metrics.judge_answers(np.array([[0.9], [0.9], [0.9], [0.9]]), np.array([0, 0, 0, -1]), "logistic")

    assert found.accuracy == 0.75
    assert found.balanced_accuracy == 0.5
    assert found.majority == 0.75
