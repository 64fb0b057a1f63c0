"""Measures by hand-made cases, and their baselines."""

import numpy as np
import pytest

from icnn_engine import metrics


def test_balanced_accuracy_weighs_both_kinds_alike():
    answers, positive = np.array([0.9, 0.9, 0.9, 0.9]), np.array([True, True, True, False])

    assert metrics.accuracy(answers, positive) == 0.75
    assert metrics.balanced_accuracy(answers, positive) == 0.5
    assert metrics.majority(positive) == 0.75


def test_peaks_are_found_as_row_and_column():
    maps = np.zeros((1, 2, 4, 4))
    maps[0, 0, 1, 3], maps[0, 1, 2, 0] = 5, 7
    cells, values = metrics.peaks(maps)

    assert cells.tolist() == [[[1, 3], [2, 0]]]
    assert values.tolist() == [[5, 7]]


def instability(positions, landmarks, share=1.0):
    strengths = np.ones(positions.shape[:2])
    return metrics.location_instability(positions, strengths, landmarks, 224, np.arange(15, 208, 16.0), share)


def test_a_filter_that_keeps_its_distance_from_the_landmark_is_perfectly_stable():
    landmarks = np.random.default_rng(0).uniform(50, 150, (20, 1, 2))
    found = instability(landmarks + np.array([30, 0]), landmarks)

    assert found.mean() == pytest.approx(0, abs=1e-12)
    assert found.share_below_centre() == 1


def test_instability_is_the_sample_deviation_of_the_distance_over_the_diagonal():
    landmarks = np.zeros((3, 1, 2))
    positions = np.array([[[0, 10.0]], [[0, 20.0]], [[0, 60.0]]])

    assert instability(positions, landmarks).mean() == pytest.approx(np.std([10, 20, 60], ddof=1) / (224 * 2**0.5))


def test_a_filter_that_always_fires_in_the_middle_scores_its_own_centre_baseline():
    landmarks = np.random.default_rng(0).uniform(50, 150, (20, 2, 2))
    found = instability(np.full((20, 1, 2), 111.5), landmarks)

    np.testing.assert_allclose(found.filters, found.centre)
    assert found.share_below_centre() == 0


def test_only_the_strongest_annotated_pictures_count():
    landmarks = np.zeros((4, 1, 2))
    landmarks[0] = np.nan
    positions = np.array([[[0, 99.0]], [[0, 1.0]], [[0, 1.0]], [[0, 70.0]]])
    strengths = np.array([[9.0], [3.0], [2.0], [1.0]])
    found = metrics.location_instability(positions, strengths, landmarks, 224, np.arange(13.0), share=0.5)

    assert found.mean() == pytest.approx(0)


def test_instability_without_landmarks_is_not_a_number():
    assert np.isnan(instability(np.zeros((5, 1, 2)), np.full((5, 1, 2), np.nan)).mean())


def test_a_filter_that_never_moves_has_no_equivariance():
    cells = np.full((8, 1, 2), 6)
    strengths = np.arange(8.0)[:, None] + 1
    moved = metrics.Moved(cells - np.array([1.5, 0]), cells, cells)

    assert metrics.equivariance([moved], strengths, 13).tolist() == [0]


def test_a_filter_that_follows_to_within_a_cell_is_equivariant():
    cells = np.full((8, 1, 2), 6)
    strengths = np.arange(8.0)[:, None] + 1
    moved = metrics.Moved(cells - np.array([1.5, 0]), cells - np.array([2, 1]), cells)

    assert metrics.equivariance([moved], strengths, 13).tolist() == [1]


def test_pictures_whose_content_leaves_the_map_do_not_count():
    cells = np.zeros((8, 1, 2), int)
    moved = metrics.Moved(cells - np.array([1.5, 0]), cells, cells)

    assert np.isnan(metrics.equivariance([moved], np.arange(8.0)[:, None] + 1, 13)).all()


def test_a_dead_filter_scores_zero():
    cells = np.full((8, 1, 2), 6)

    assert metrics.equivariance([metrics.Moved(cells - 1.5, cells - 1, cells)], np.zeros((8, 1)), 13).tolist() == [0]


def test_filters_that_fire_together_make_one_part():
    random = np.random.default_rng(0)
    head, tail = random.integers(0, 5, (30, 1, 2)), random.integers(8, 13, (30, 1, 2))
    cells = np.concatenate([head, head, head, tail, tail], axis=1)
    groups = metrics.part_groups(cells, np.array([True, True, True, True, False]))

    assert groups.tolist() == [0, 0, 0, 1, -1]
    assert metrics.distinct_parts(groups) == pytest.approx(np.exp(-(0.75 * np.log(0.75) + 0.25 * np.log(0.25))))


@pytest.mark.parametrize(("steady", "parts"), [([False, False], 0), ([True, False], 1)])
def test_few_steady_filters_are_counted_as_they_are(steady, parts):
    groups = metrics.part_groups(np.zeros((3, 2, 2), int), np.array(steady))

    assert metrics.distinct_parts(groups) == parts
