"""Part and visual consistency on invented data whose answer is known, and against loops."""

import numpy as np
import pytest

from icnn_engine import metrics

STRIDE = 16.0


@pytest.fixture
def landmarks():
    return np.random.default_rng(0).normal(110, 35, (60, 2, 2))


def consistency(positions, landmarks, share=1.0):
    return metrics.part_consistency(positions, np.ones(positions.shape[:2]), landmarks, STRIDE, share)


def test_a_filter_at_a_rigid_offset_from_a_landmark_explains_it_wholly(landmarks):
    found = consistency(landmarks[:, 1:] + np.array([25, -40]), landmarks)

    assert found.values[0, 1] == pytest.approx(1)
    assert found.best().tolist() == [found.values[0, 1]]
    assert found.landmark().tolist() == [1]


def test_a_filter_that_always_fires_in_the_middle_explains_nothing(landmarks):
    found = consistency(np.full((60, 1, 2), 111.0), landmarks.round())

    assert found.values.tolist() == [[0, 0]]
    assert found.mean() == 0


def test_a_restless_filter_is_worse_than_nothing_but_not_without_bound(landmarks):
    random = np.random.default_rng(1)
    found = consistency(random.normal(110, [[[30]], [[300]]], (2, 60, 2)).transpose(1, 0, 2), landmarks)

    assert (found.values[0] < 0).all()
    assert found.values[1].tolist() == [-1, -1]


def test_a_landmark_that_moves_less_than_a_cell_is_not_measured(landmarks):
    landmarks[:, 0] = np.random.default_rng(1).normal(110, 3, (60, 2))
    found = consistency(landmarks[:, :1], landmarks)

    assert np.isnan(found.values[0, 0])
    assert found.landmark().tolist() == [1]


def test_without_landmarks_there_is_no_part_consistency():
    found = consistency(np.zeros((9, 2, 2)), np.full((9, 3, 2), np.nan))

    assert np.isnan(found.best()).all()
    assert np.isnan(found.mean())
    assert found.landmark().tolist() == [-1, -1]


def test_part_consistency_is_the_share_of_variance_counted_by_filter(landmarks):
    random = np.random.default_rng(2)
    landmarks[::7, 0] = np.nan
    strengths = random.random((60, 5))
    positions = np.nan_to_num(landmarks.mean(1, keepdims=True), nan=100) + random.normal(0, 20, (60, 5, 2))
    found = metrics.part_consistency(positions, strengths, landmarks, STRIDE, 0.5).values

    for f in range(5):
        for k in range(2):
            rows = [n for n in range(60) if np.isfinite(landmarks[n, k]).all()]
            rows = sorted(rows, key=lambda n: -strengths[n, f])[: -(-len(rows) // 2)]
            apart = [landmarks[n, k] - positions[n, f] for n in rows]
            left = sum(np.var([a[axis] for a in apart]) for axis in (0, 1))
            total = sum(np.var([landmarks[n, k, axis] for n in rows]) for axis in (0, 1))

            assert found[f, k] == pytest.approx(max(1 - left / total, -1))


def test_the_mean_cosine_is_that_of_pairs_one_by_one():
    random = np.random.default_rng(0)
    features, present = random.random((3, 6, 8)), random.random((3, 6)) < 0.7
    present[2] = [True, False, False, False, False, False]
    found = metrics.mean_cosine(features, present)

    for f in range(2):
        rows = np.flatnonzero(present[f])
        pairs = [(a, b) for a in rows for b in rows if a < b]
        cosines = [
            features[f, a] @ features[f, b] / np.linalg.norm(features[f, a]) / np.linalg.norm(features[f, b])
            for a, b in pairs
        ]

        assert found[f] == pytest.approx(np.mean(cosines))
    assert np.isnan(found[2])


def test_crops_that_look_alike_gain_over_those_that_do_not():
    random = np.random.default_rng(0)
    alike = np.repeat(random.random((2, 1, 16)), 5, axis=1) * random.uniform(1, 9, (2, 5, 1))
    anything = np.eye(16)[random.permuted(np.tile(np.arange(16), (3, 2, 1)), axis=2)[..., :5]]
    found = metrics.visual_consistency(alike, anything[0], anything, np.ones((2, 5), bool))

    np.testing.assert_allclose(found.gains(), 1)
    np.testing.assert_allclose(found.centre_gains(), 0)
    assert found.mean() == pytest.approx(1)
