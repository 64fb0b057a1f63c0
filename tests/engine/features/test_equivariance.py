"""Windows of moved pictures, and who follows them."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from icnn_engine.core.events import drain
from icnn_engine.core.receptive_field import MapGeometry, ReceptiveField
from icnn_engine.features import equivariance
from icnn_engine.features.moved_peaks import MIRRORED, STEPS, MovedPeaks, scaled_steps, views_of
from icnn_engine.features.part_tests import HeldOutPictures, JudgedNetwork, run_part_tests
from icnn_engine.models.backbones import make_backbone


def test_a_window_moved_down_and_right_shows_what_lies_there():
    big = np.arange(288 * 288).reshape(1, 288, 288, 1)
    middle, moved = equivariance.window(big, 224), equivariance.window(big, 224, 24, -20)

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
        for way, (down, right) in enumerate(equivariance.DIRECTIONS):
            moved[way, picture, 0, row - 2 * down, column - 2 * right] = 1
            moved[way, picture, 1, 6, 6] = 1
    shifts = equivariance.Shifts(middle, moved, geometry, np.zeros(12, int))
    found = equivariance.equivariance_of_shifts(nn.Identity(), shifts)

    assert found.tolist() == [1, 0]


def test_zooming_in_on_a_corner_shows_its_content_where_it_is_expected():
    whole = np.full((1, 288, 288, 3), 40, np.uint8)
    for row, column in ((60, 100), (200, 230)):  # of 288 pixels: squares whose centres fall at +3.5
        whole[0, row : row + 8, column : column + 8] = 255
    for corner, (row, column) in (((0, 0), (60, 100)), ((1, 1), (200, 230))):
        seen = equivariance.zoomed(whole, 224, *corner)[0, :, :, 0].astype(float) - 40
        centre = (np.array([row, column]) + 4) * 224 / 288 - 0.5
        found = [(seen.sum(1 - axis) * np.arange(224)).sum() / seen.sum() for axis in (0, 1)]

        np.testing.assert_allclose(equivariance.zoomed_pixels(centre, 224, *corner), found, atol=0.2)


def test_moves_of_our_own_backbones_are_in_the_pixels_they_were_measured_with():
    assert [equivariance.usual_shift(stride) for stride in (16, 12)] == [24, 20]
    assert [equivariance.enlarged(size) for size in (224, 227)] == [288, 291]
    assert scaled_steps(STEPS, 16) == scaled_steps(STEPS, 12) == list(STEPS)


@pytest.mark.parametrize("stride", [1, 2, 3, 4, 5, 7, 8, 12, 14, 16, 20, 28, 32])
def test_at_any_stride_the_moves_can_be_judged_and_fit(stride):
    cells = 8
    geometry = MapGeometry(cells * stride, cells, stride, 0.0, stride)
    size, margin = geometry.input_size, (equivariance.enlarged(cells * stride, stride) - cells * stride) // 2
    seen = np.zeros((3, 2, 2), int), np.ones((3, 2))
    moved = MovedPeaks([seen] * (len(STEPS) + len(MIRRORED) + 6), np.ones((3, 2), bool), geometry)
    views = views_of(
        np.zeros((1, size + 2 * margin, size + 2 * margin, 3), np.uint8), np.zeros((1, size, size, 3)), 0, stride
    )
    usual = equivariance.usual_shift(stride)

    assert len(moved.slope_moves()) > 0
    assert len(moved.shift_moves(usual)) > 0
    assert 1 <= usual / stride <= 2
    assert stride == 1 or usual % stride
    assert {view.shape for view in views} == {(1, size, size, 3)}


class BrightCell(nn.Module):
    """A filter that fires where the trunk's first map does, one that always fires in the middle, one that is dead."""

    def forward(self, trunk):
        maps = torch.zeros(len(trunk), 3, *trunk.shape[2:])
        maps[:, 0] = trunk[:, 0]
        maps[:, 1, trunk.shape[2] // 2, trunk.shape[3] // 2] = trunk[:, 0].amax((1, 2))
        return maps


class Averaging(nn.Module):
    """A trunk of 13 x 13 cells whose first map is the brightness of the 31 x 31 pixels around each."""

    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(1), requires_grad=False)

    def forward(self, pixels):
        return torch.nn.functional.avg_pool2d(pixels.mean(1, keepdim=True), 31, 16) * self.scale


def test_a_spot_of_light_is_followed_by_who_sees_it_and_by_nobody_else(tmp_path):
    random = np.random.default_rng(0)
    for number in range(40):
        pixels = np.zeros((300, 300, 3), np.uint8)
        row, column = random.integers(20, 260, 2)
        pixels[row : row + 16, column : column + 16] = 100 + number
        Image.fromarray(pixels).save(tmp_path / f"{number}.png")
    paths = [tmp_path / f"{number}.png" for number in range(40)]
    geometry = MapGeometry(224, 13, 16, 15.0, 31)
    backbone = replace(
        make_backbone("squeezenet1_1"),
        trunk=Averaging(),
        channels=1,
        field=ReceptiveField(31, 16, 15.0),
        mean=(0, 0, 0),
        std=(1, 1, 1),
    )
    held = HeldOutPictures(paths, np.zeros(40, int), paths[:4], np.full(4, -1))
    subject = JudgedNetwork(backbone, BrightCell(), np.zeros(3, int))
    with_others = JudgedNetwork(backbone, BrightCell(), np.array([0, 1, 0]))
    found = drain(run_part_tests({"all": subject, "some": with_others}, held, geometry))
    tests, some = found["all"].tests, found["some"].tests

    for values in (tests.shift, tests.mirror, tests.scale):
        assert values[0] > 0.9
        assert values[2] == 0
    assert abs(tests.slope[0] - 1) < 0.1
    assert tests.transplant[0] > 0.9
    assert (tests.shift[1], tests.slope[1], tests.mirror[1], tests.scale[1]) == (0, 0, 0, 0)
    assert tests.eligible.tolist() == [20, 20, 0]
    np.testing.assert_array_equal(found["all"].followed.share(), tests.shift)
    np.testing.assert_array_equal(some.scale, [tests.scale[0], np.nan, 0])
