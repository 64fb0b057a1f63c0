"""The effective receptive field from gradients that are known."""

import numpy as np

from icnn_engine.features.effective_field import ring_energy, side_of


def test_energy_is_gathered_by_distance_from_the_centre():
    gradient = np.zeros((3, 9, 9))
    gradient[:, 4, 4], gradient[0, 4, 6], gradient[1, 1, 4] = 1, 2, 3

    assert ring_energy(gradient, 4, 4)[:4].tolist() == [3, 0, 4, 9]


def test_the_square_holds_two_thirds_of_the_energy():
    assert side_of(np.array([1.0, 1.0, 1.0, 0.5])) == 5
    assert side_of(np.array([9.0, 1.0])) == 1


def test_a_dead_filter_has_no_field():
    assert np.isnan(side_of(np.zeros(5)))
