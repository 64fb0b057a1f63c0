"""Deletion and insertion with an answer that looks at one known spot."""

import numpy as np
import pytest

from icnn_engine import metrics
from icnn_engine.core.events import Progress, drain
from icnn_engine.core.receptive_field import MapGeometry

GEOMETRY = MapGeometry(224, 13, 16, 15.0, 239)
SPOTS = np.array([[2, 3], [10, 9], [1, 11]])


@pytest.fixture
def squares():
    pixels = np.full((3, 224, 224, 3), 50, np.uint8)
    for one, (row, column) in zip(pixels, GEOMETRY.centre(SPOTS).astype(int), strict=True):
        one[row - 7 : row + 8, column - 7 : column + 8] = 250
    return pixels


def brightest(pixels):
    """An 'answer' that is 1 where a bright spot is whole, 0 where it is blurred."""
    return np.clip((pixels.max((1, 2, 3)) - 120.0) / 130, 0, 1)


def test_the_area_of_a_curve_is_its_mean_height():
    assert metrics.curve_area(np.array([[1.0, 1, 1], [1, 0, 0], [0, 0.5, 1]])).tolist() == [1, 0.25, 0.5]


def test_a_heatmap_on_the_spot_deletes_and_inserts_the_answer_first(squares):
    heat = np.zeros((3, 13, 13))
    heat[np.arange(3), SPOTS[:, 0], SPOTS[:, 1]] = 1
    found = drain(metrics.curves(brightest, squares, heat, GEOMETRY))
    areas = found.areas()

    assert found.deletion["heat"][:, 0].tolist() == found.insertion["heat"][:, -1].tolist() == [1, 1, 1]
    assert found.deletion["heat"][:, 1:].max() < 0.3
    assert found.insertion["heat"][:, 1:].min() == 1
    for other in ("random", "centre"):
        assert areas["heat"][0] < areas[other][0]
        assert areas["heat"][1] > areas[other][1]


def test_every_order_names_every_cell_once_and_heat_alike_goes_in_any_order():
    found = metrics.orders(np.zeros((4, 13, 13)))

    for order in found.values():
        np.testing.assert_array_equal(np.sort(order, axis=1), np.tile(np.arange(169), (4, 1)))
    assert found["centre"][:, 0].tolist() == [84] * 4
    assert len(set(found["heat"][:, 0].tolist())) > 1


def test_the_share_counts_pixels_although_outer_cells_hold_more():
    white, black = np.full((2, 224, 224, 3), 255, np.uint8), np.zeros((2, 224, 224, 3), np.uint8)
    order = np.stack([np.arange(169), np.arange(169)[::-1]])
    for share in (0, 0.3, 1):
        taken = (metrics.replaced(white, black, order, share, GEOMETRY) == 0).mean((1, 2, 3))

        np.testing.assert_allclose(taken, share, atol=24 * 24 / 224**2)


def test_cells_are_taken_around_their_own_centres():
    white, black = np.full((1, 224, 224, 3), 255, np.uint8), np.zeros((1, 224, 224, 3), np.uint8)
    order = np.roll(np.arange(169), -(4 * 13 + 7))[None]
    rows, columns = np.nonzero(metrics.replaced(white, black, order, 1e-4, GEOMETRY)[0, :, :, 0] == 0)

    assert (rows.mean(), columns.mean()) == (GEOMETRY.centre(4) - 0.5, GEOMETRY.centre(7) - 0.5)
    assert len(rows) == 16 * 16


def test_progress_is_told_to_the_end(squares):
    told = []
    drain(metrics.curves(brightest, squares, np.zeros((3, 13, 13)), GEOMETRY, steps=2), told.append)

    assert told[0] == Progress("Deleting and inserting", 0, 18)
    assert told[-1] == Progress("Deleting and inserting", 18, 18)
