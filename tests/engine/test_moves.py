"""Windows of moved pictures, and who follows them."""

import numpy as np
import torch
from torch import nn

from icnn_engine import moves
from icnn_engine.receptive_field import MapGeometry


def test_a_window_moved_down_and_right_shows_what_lies_there():
    big = np.arange(288 * 288).reshape(1, 288, 288, 1)
    middle, moved = moves.window(big, 224), moves.window(big, 224, 24, -20)

    assert middle[0, 0, 0, 0] == 32 * 288 + 32
    assert moved[0, 0, 0, 0] == (32 + 24) * 288 + 12
    assert moved.shape == middle.shape


def test_equivariance_of_shifts_knows_a_filter_that_follows_from_one_that_does_not():
    geometry = MapGeometry(224, 13, 16, 15.0, 239)
    random = np.random.default_rng(0)
    middle = torch.zeros(12, 2, 13, 13)
    moved = torch.zeros(4, 12, 2, 13, 13)
    for picture in range(12):
        row, column = random.integers(3, 10, 2)
        middle[picture, 0, row, column] = middle[picture, 1, 6, 6] = picture + 1
        for way, (down, right) in enumerate(moves.DIRECTIONS):
            moved[way, picture, 0, row - 2 * down, column - 2 * right] = 1
            moved[way, picture, 1, 6, 6] = 1
    found = moves.equivariance_of_shifts(nn.Identity(), moves.Shifts(middle, moved, geometry))

    assert found.tolist() == [1, 0]


def test_probabilities_of_huge_logits_are_safe():
    assert moves.sigmoid(np.array([-1e9, 0, 1e9])).tolist() == [0, 0.5, 1]
