"""Equivariance by hand-made cases, and counted one by one."""

import numpy as np

from icnn_engine import metrics


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
