"""Filters of the same part, and how many parts there are."""

import numpy as np
import pytest

from icnn_engine import metrics


def test_filters_whose_crops_show_the_same_content_are_one_part():
    random = np.random.default_rng(0)
    cells = random.integers(2, 6, (30, 1, 2)) + np.array([[0, 0], [0, 3], [0, 4], [6, 6]])  # 0, 48, 64, 96 pixels away
    shares = metrics.together(cells, np.ones((30, 4), bool), 16, 224)
    distances = metrics.part_distances(shares, None, np.zeros(4, int))
    groups = metrics.same_part_groups(distances, np.ones(4, bool))

    assert groups[0] == groups[1]
    assert groups[3] not in groups[:3]
    kept = np.full((4, 4), np.nan)
    kept[3, :3] = 0.6  # the crop of the last alone keeps the strength of the others
    merged = metrics.same_part_groups(metrics.part_distances(shares, kept, np.zeros(4, int)), np.ones(4, bool))
    assert merged[3] == merged[0]
    assert metrics.same_part_groups(distances, np.array([True, True, False, False])).tolist() == [0, 0, -1, -1]


def test_independent_parts_count_groups_by_the_entropy_of_their_sizes():
    groups = np.array([0, 0, 0, 1, -1])

    assert metrics.independent_parts(groups) == pytest.approx(np.exp(-(0.75 * np.log(0.75) + 0.25 * np.log(0.25))))
    assert metrics.independent_parts(np.full(3, -1)) == 0
    assert metrics.independent_parts(np.array([0, -1])) == 1


def test_filters_of_other_categories_are_other_parts():
    near = np.ones((4, 4))
    groups = metrics.same_part_groups(metrics.part_distances(near, None, np.array([0, 1, 1, 1])), np.ones(4, bool))

    assert groups.tolist() == [1, 0, 0, 0]
