"""Filters against marked boxes: peaks beside them, the choice, the threshold, the interval."""

from __future__ import annotations

import numpy as np
import pytest

from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.metrics import boxes_in_crops, choose_filter, grid_of, peaks_at_boxes, share_interval
from icnn_engine.metrics.marked_boxes import firing_point

BOX = np.array([[[40.0, 60.0, 50.0, 80.0]]])  # top, left, bottom, right


@pytest.mark.parametrize(
    ("place", "at"),
    [((45, 70), True), ((24, 70), True), ((66, 96), True), ((23, 70), False), ((45, 97), False), ((0, 0), False)],
)
def test_a_peak_at_most_a_cell_beside_the_box_is_at_the_box(place: tuple[float, float], at: bool) -> None:
    assert peaks_at_boxes(np.array([[place]], float), BOX, 16).item() is at


def test_no_peak_is_at_a_box_that_is_not_there() -> None:
    assert not peaks_at_boxes(np.array([[(5.0, 5.0)]]), np.full((1, 1, 4), np.nan), 16).any()


def test_one_box_of_several_is_enough() -> None:
    boxes = np.array([[[0.0, 0, 5, 5], [40, 60, 50, 80], [np.nan] * 4]])
    places = np.array([[(45.0, 70.0), (2.0, 2.0), (100.0, 100.0)]])

    assert peaks_at_boxes(places, boxes, 16).tolist() == [[True, True, False]]
    assert boxes_in_crops(places, boxes, np.full(3, 20.0)).tolist() == [[True, True, False]]


def test_a_crop_holds_a_box_only_if_it_holds_all_of_it() -> None:
    places = np.array([[(45.0, 70.0), (45.0, 71.0), (45.0, 70.0), (45.0, 70.0)]])

    assert boxes_in_crops(places, BOX, np.array([20.0, 20.0, 19.0, np.nan])).tolist() == [[True, False, False, False]]


def test_the_filter_that_finds_most_boxes_is_chosen_though_another_peaks_higher() -> None:
    found = np.array([[1, 0], [1, 1], [0, 0], [1, 0]], float)
    strengths = np.array([[0.5, 9], [0.6, 9], [0.7, 9], [0.8, 9]])
    chosen = choose_filter(found, strengths, np.array([[0.1, 8.0], [0.3, 8.0]]))

    assert chosen.filter == 0
    assert 0.3 < chosen.threshold < 0.5


def test_of_filters_that_find_equally_many_the_one_that_separates_best_is_chosen() -> None:
    found = np.ones((3, 2))
    chosen = choose_filter(found, np.array([[2.0, 2], [3, 3], [4, 4]]), np.array([[2.5, 1.0], [3.5, 0.5]]))

    assert chosen.filter == 1


def test_a_filter_is_judged_only_on_pictures_it_is_asked_about() -> None:
    found = np.array([[1, np.nan], [0, np.nan], [np.nan, 1]])
    chosen = choose_filter(found, np.ones((3, 2)), np.array([[np.nan, 0.2]]))

    assert chosen.filter == 1
    assert chosen.threshold == pytest.approx(0.6)


def test_the_firing_point_separates_best_and_is_the_median_without_others() -> None:
    own, others = np.array([0.2, 0.6, 0.8, 0.9]), np.array([0.1, 0.3, 0.4])

    assert firing_point(own, others) == pytest.approx((0.5, 0.75))
    assert firing_point(own, np.zeros(0)) == pytest.approx((0.7, 0.0))
    assert firing_point(np.full(3, 0.5), np.full(3, 0.5))[1] == 0.0


def test_the_grid_has_every_cell_once() -> None:
    grid = grid_of(MapGeometry(input_size=32, cells=2, stride=16, start=7.5, field=30))

    assert grid.tolist() == [[[7.5, 7.5], [7.5, 23.5], [23.5, 7.5], [23.5, 23.5]]]


def test_the_interval_of_a_share_stays_within_0_and_1() -> None:
    some, none, every = share_interval(54, 60), share_interval(0, 60), share_interval(60, 60)

    assert (some.mean, some.low, some.high) == pytest.approx((0.9, 0.799, 0.953), abs=0.001)
    assert none.low == pytest.approx(0.0)
    assert 0.05 < none.high < 0.07
    assert every.high == pytest.approx(1.0)
    assert 0.93 < every.low < 0.95
    assert np.isnan(share_interval(0, 0).mean)
