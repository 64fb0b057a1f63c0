"""Peaks of feature maps, and means of what is known."""

import numpy as np
import pytest

from icnn_engine import metrics


def test_peaks_are_found_as_row_and_column():
    maps = np.zeros((1, 2, 4, 4))
    maps[0, 0, 1, 3], maps[0, 1, 2, 0] = 5, 7
    cells, values = metrics.peaks(maps)

    assert cells.tolist() == [[[1, 3], [2, 0]]]
    assert values.tolist() == [[5, 7]]


@pytest.mark.parametrize("reduce", [metrics.arrays.known_means, metrics.arrays.best_of_known])
def test_what_is_not_known_is_left_out_and_nothing_known_is_nan(reduce):
    values = np.array([[np.nan, 2.0, 2.0], [np.nan] * 3])

    np.testing.assert_array_equal(reduce(values), [2, np.nan])
    assert np.isnan(reduce(np.zeros((2, 0)))).all()


def test_a_ratio_of_nothing_counted_is_nan():
    np.testing.assert_array_equal(metrics.ratio(np.array([1, 0]), np.array([2, 0])), [0.5, np.nan])


@pytest.mark.parametrize(("count", "most", "found"), [(0, 4, []), (1, 4, [0]), (3, 4, [0, 1, 2]), (9, 3, [0, 4, 8])])
def test_some_of_many_are_taken_evenly_and_none_of_none(count, most, found):
    assert metrics.evenly(count, most).tolist() == found


@pytest.mark.parametrize("highest", [1e-3, 1.0, 6e4, 0.0])
def test_half_floats_do_where_they_hold_each_channel_to_a_thousandth(highest):
    maps = np.linspace(0, highest, 32, dtype=np.float32).reshape(2, 1, 4, 4)
    halved = maps.astype(metrics.float_for(maps)).astype(np.float32)

    assert metrics.float_for(maps) is np.float16
    assert np.abs(halved - maps).max() <= highest / 1000


@pytest.mark.parametrize("highest", [2e-6, 1e-9, 1e5])
def test_single_floats_are_taken_for_a_channel_out_of_the_range_of_half_ones(highest):
    maps = np.ones((2, 3, 4, 4), np.float32)
    maps[:, 1] = -highest

    assert metrics.float_for(maps) is np.float32
