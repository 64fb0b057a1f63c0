"""Regions that are covered, or pasted into another picture."""

from __future__ import annotations

import numpy as np
import pytest

from icnn_engine.features.region_edits import FEATHER, covered, pasted, random_corner, share_of

BOX = (20.0, 12.0, 44.0, 40.0)


def _picture(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (64, 64, 3), dtype=np.uint8)


def test_nothing_of_what_was_in_a_covered_region_remains_and_the_rest_stays() -> None:
    one, other = _picture(0), _picture(0)
    other[12:40, 20:44] = 255 - other[12:40, 20:44]
    far = share_of(64, BOX) == 0

    assert not np.array_equal(one, other)
    assert np.array_equal(covered(one, BOX)[12:40, 20:44], covered(other, BOX)[12:40, 20:44])
    assert np.array_equal(covered(one, BOX)[far], one[far])


def test_a_dot_on_one_colour_is_covered_by_that_colour() -> None:
    picture = np.full((64, 64, 3), (40, 90, 160), np.uint8)
    picture[16:36, 24:40] = (226, 32, 138)

    assert np.abs(covered(picture, BOX).astype(int) - (40, 90, 160)).max() <= 1


def test_a_region_that_is_the_whole_picture_becomes_its_mean_colour() -> None:
    picture = _picture(1)
    found = covered(picture, (0.0, 0.0, 64.0, 64.0))

    assert np.ptp(found, axis=(0, 1)).max() == 0
    assert np.abs(found[0, 0] - picture.mean((0, 1))).max() <= 1


def test_a_pasted_region_lies_where_its_corner_is_put() -> None:
    source, target = _picture(2), _picture(3)
    found = pasted(source, BOX, target, (30, 24))
    away = share_of(64, (30.0, 24.0, 54.0, 52.0)) == 0

    assert np.array_equal(found[24:52, 30:54], source[12:40, 20:44])
    assert np.array_equal(found[away], target[away])


@pytest.mark.parametrize("box", [BOX, (0.0, 0.0, 64.0, 64.0)])
def test_random_places_hold_the_whole_region(box: tuple[float, float, float, float]) -> None:
    generator = np.random.default_rng(0)
    corners = np.array([random_corner(64, box, generator) for _ in range(200)])

    assert corners.min() >= 0
    assert (corners[:, 0] + box[2] - box[0]).max() <= 64
    assert (corners[:, 1] + box[3] - box[1]).max() <= 64


def test_an_edit_fades_within_its_feather() -> None:
    share = share_of(64, BOX)

    assert share[26, 32] == 1
    assert 0 < share[26, 15] < 1
    assert share[26, int(20 - FEATHER) - 1] == 0
