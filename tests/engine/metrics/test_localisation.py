"""Distances to landmarks, and filters chosen on one half and scored on the other."""

import numpy as np
import pytest

from icnn_engine import metrics

DIAGONAL = 224 * 2**0.5


@pytest.fixture
def landmarks():
    points = np.random.default_rng(0).normal(110, 30, (80, 2, 2))
    points[::9, 1] = np.nan
    return points


def test_the_filter_that_keeps_its_distance_is_chosen_for_its_landmark(landmarks):
    random = np.random.default_rng(1)
    rigid = np.nan_to_num(landmarks, nan=100) + np.array([40, -20])
    positions = np.concatenate([random.uniform(0, 224, (80, 5, 2)), rigid], axis=1)
    found = metrics.chosen_on_half(positions, landmarks, 224)

    np.testing.assert_allclose(found.distance, 0, atol=1e-12)
    assert found.maps.tolist() == [[5, 6], [5, 6]]


def test_a_map_chosen_among_noise_is_no_better_on_the_other_half(landmarks):
    noise = np.random.default_rng(2).uniform(0, 224, (80, 400, 2))
    apart = landmarks[:, :1] - noise
    best_on_all = np.linalg.norm(apart - apart.mean(0), axis=2).mean(0).min() / DIAGONAL
    found = metrics.chosen_on_half(noise, landmarks, 224).distance[0]

    assert found > best_on_all * 1.1
    assert found == pytest.approx(metrics.chosen_on_half(noise[:, :1], landmarks, 224).distance[0], rel=0.15)


def test_a_cam_in_the_middle_scores_what_the_middle_scores(landmarks):
    middle = metrics.centre_positions(80, 224)
    moved = metrics.chosen_on_half(np.full((80, 1, 2), 30.0), landmarks, 224)
    anywhere = metrics.random_positions(80, np.arange(15, 208, 16.0))

    np.testing.assert_allclose(moved.distance, metrics.chosen_on_half(middle, landmarks, 224).distance)
    assert (metrics.chosen_on_half(anywhere, landmarks, 224).distance > moved.distance).all()


def test_few_annotated_pictures_choose_nothing(landmarks):
    landmarks[3:, 0] = np.nan
    found = metrics.chosen_on_half(np.zeros((80, 2, 2)), landmarks, 224)

    assert np.isnan(found.distance).tolist() == [True, False]
    assert found.maps[:, 0].tolist() == [-1, -1]
