"""Location instability by hand-made cases, and its baselines."""

import numpy as np
import pytest

from icnn_engine import metrics


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


def test_of_categories_the_paper_takes_the_least_the_release_the_strongest():
    instability = np.array([[0.10, 0.05, np.nan], [np.nan, np.nan, np.nan], [0.08, 0.12, 0.2]])
    peaks = np.array([[3.0, 1.0, 9.0], [1.0, 2.0, 3.0], [1.0, 2.0, 1.5]])
    found = metrics.multi_category_instability(instability, peaks)

    np.testing.assert_array_equal(found.paper, [0.05, np.nan, 0.08])
    np.testing.assert_array_equal(found.release, [0.10, np.nan, 0.12])
    assert found.means() == pytest.approx((0.065, 0.11))
