"""Measures by hand-made cases, and their baselines."""

import numpy as np
import pytest
from scipy.cluster.hierarchy import fcluster, linkage

from icnn_engine import metrics


def test_balanced_accuracy_weighs_both_kinds_alike():
    found = metrics.judge_answers(np.array([[0.9], [0.9], [0.9], [0.9]]), np.array([0, 0, 0, -1]), "logistic")

    assert found.accuracy == 0.75
    assert found.balanced_accuracy == 0.5
    assert found.majority == 0.75


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


def test_filters_of_another_category_or_place_never_share_a_number():
    random = np.random.default_rng(0)
    cells = np.repeat(random.integers(0, 13, (40, 1, 2)), 5, axis=1)
    cells[:20, 1] = random.integers(0, 13, (20, 2))  # filter 1 leaves the others on category 0 only
    labels, categories = np.repeat([0, 1], 20), np.array([0, 0, 1, 1, 1])
    groups = metrics.part_groups(cells, np.ones(5, bool), labels, categories)

    assert groups[2] == groups[3] == groups[4] == 0
    assert sorted(groups[:2].tolist()) == [1, 2]


def test_groups_are_those_of_average_linkage_on_distances_reckoned_one_by_one():
    random = np.random.default_rng(2)
    centres = random.integers(2, 11, (25, 3, 2))
    cells = np.clip(centres[:, [0, 0, 1, 1, 2, 2]] + random.integers(-1, 2, (25, 6, 2)), 0, 12)
    apart = [
        np.mean([np.hypot(*(one[i] - one[j])) for one in cells.astype(float)])
        for i in range(6)
        for j in range(i + 1, 6)
    ]
    naive = fcluster(linkage(np.array(apart), "average"), metrics.GROUP_CUT, "distance")
    groups = metrics.part_groups(cells, np.ones(6, bool))

    np.testing.assert_array_equal(groups[:, None] == groups, naive[:, None] == naive)


def naive_equivariance(moves, strengths, cells, shows):
    """Filter by filter, picture by picture."""
    shares = []
    for f in range(strengths.shape[1]):
        own = strengths[shows[:, f], f]
        hits = counted = 0
        for move in moves:
            for n in np.flatnonzero(shows[:, f]):
                expected, start = move.expected[n, f], move.start[n, f]
                if (
                    not (strengths[n, f] > max(np.median(own), 0))
                    or np.any(expected < 0)
                    or np.any(expected > cells - 1)
                ):
                    continue
                if max(abs(expected - start)) < move.least:
                    continue
                counted += 1
                hits += max(abs(move.cells[n, f] - expected)) <= 1
        shares.append(0.0 if len(own) and not (own > 0).any() else hits / counted if counted else np.nan)
    return np.array(shares)


def test_equivariance_on_a_filters_own_pictures_is_the_share_counted_one_by_one():
    random = np.random.default_rng(4)
    strengths = np.maximum(random.normal(size=(31, 6)), 0)
    strengths[:, 4] = 0
    shows = random.random((31, 6)) < 0.6
    shows[:, 5] = False
    start = random.integers(0, 13, (31, 6, 2))
    moves = [
        metrics.Moved(
            start + way, start + np.round(way).astype(int) + random.integers(-2, 3, start.shape), start, least
        )
        for way, least in ((np.array([1.5, 0]), 0.0), (random.normal(0, 3, start.shape), 2.0))
    ]
    found = metrics.equivariance(moves, strengths, 13, shows)

    np.testing.assert_allclose(found, naive_equivariance(moves, strengths, 13, shows))
    assert found[4] == 0
    assert np.isnan(found[5])


def test_equivariance_is_the_share_of_the_moves_counted_picture_by_picture():
    cells = np.full((8, 1, 2), 6)
    strengths = np.arange(8.0)[:, None] + 1
    moved = [metrics.Moved(cells - 1.5, cells - step, cells) for step in (1, 4)]
    found = metrics.followed(moved, strengths, 13)

    assert found.counted[:, 0].tolist() == [0, 0, 0, 0, 2, 2, 2, 2]
    assert found.hits[:, 0].tolist() == [0, 0, 0, 0, 1, 1, 1, 1]
    assert found.share().tolist() == [0.5]


def test_of_several_categories_the_paper_takes_the_least_and_the_release_the_strongest():
    instability = np.array([[0.10, 0.05, np.nan], [np.nan, np.nan, np.nan], [0.08, 0.12, 0.2]])
    peaks = np.array([[3.0, 1.0, 9.0], [1.0, 2.0, 3.0], [1.0, 2.0, 1.5]])
    found = metrics.multi_category_instability(instability, peaks)

    np.testing.assert_array_equal(found.paper, [0.05, np.nan, 0.08])
    np.testing.assert_array_equal(found.release, [0.10, np.nan, 0.12])
    assert found.means() == pytest.approx((0.065, 0.11))
